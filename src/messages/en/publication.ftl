# Published documents: what saved pages say, compared with the charter.

## Figures

statement = “{ $title }”, { $thing }: { $outcome ->
    [silent] not there
    [differs] not what the charter says
    [absent] the document does not exist
    [not-in-force] the charter has none in force on that day
    [too-long] above the ceiling of 45 working days
    [unread] the file could not be read
    [outdated] the page is not, or no longer, that of the judged day
   *[unclear] not recognised
}
statement-thing = { $thing ->
    [exists] existence of the document
    [opening_hours] hours of “{ $subject }”
    [announced_delays] announced delay of “{ $subject }”
    [call_peaks] call peaks
    [quiet_hours] quiet hours
    [alternatives] other body “{ $subject }”
    [booking_channels] appointments with “{ $subject }” { $channel ->
        [online] online
        [phone] by telephone
        [email] by e-mail
        [post] by letter
       *[desk] at the desk
    }
    [in_force] day of entry into force ({ $subject })
    [version] version { $subject }
    [sections] section “{ $subject }”
   *[contains] words “{ $subject }”
}
explain-statements = Not said
explain-publication = Document “{ $source }” ({ $site ->
    [none] { $asked ->
        [one] 1 thing to check
       *[other] { $asked } things to check
    }
   *[other] { $site }, { $asked ->
        [one] 1 thing to check
       *[other] { $asked } things to check
    }
}){ $absent ->
    [yes] : does not exist, according to { $by }, on { $date } ({ $record })
   *[no] {""}
}

## Pages

publish-gaps-publication = What the documents do not say:
publish-fact-medium = Further document
publish-fact-absent = No file yet

## Reading

evidence-page-empty = file { $file } of source “{ $source }” holds no word
    .help = save the page from the browser once it is displayed; until then, what it should say is unknown
evidence-page-encoding = file { $file } of source “{ $source }” is not text in the declared encoding
    .help = save the page in UTF-8, or declare “encoding = "windows-1252"” in sources.toml
evidence-page-too-long = file { $file } of source “{ $source }” is over 4 MiB
    .help = save the page alone, without its images or the rest of the site
evidence-page-too-deep = file { $file } of source “{ $source }” nests its elements over more than a thousand levels
    .help = an ordinary page has fewer than fifty: check where this file comes from, then save the page again
