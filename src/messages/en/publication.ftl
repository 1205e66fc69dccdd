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
publish-fact-absent = No such document

## Reading

evidence-page-empty = file { $file } of source “{ $source }” holds no word
    .help = save the page from the browser once it is displayed; until then, what it should say is unknown
evidence-page-encoding = file { $file } of source “{ $source }” is not text in the declared encoding
    .help = save the page in UTF-8, or declare “encoding = "windows-1252"” in sources.toml
evidence-page-too-long = file { $file } of source “{ $source }” is over 4 MiB
    .help = save the page alone, without its images or the rest of the site
evidence-page-too-deep = file { $file } of source “{ $source }” nests its elements over more than a thousand levels
    .help = an ordinary page has fewer than fifty: check where this file comes from, then save the page again

## Fields

schema-charter-alternative = Another commune or body that offers a service; repeat the block for each.
schema-charter-alternative-name = Name of the body, as it is published.
schema-charter-alternative-aliases = Other names under which it appears in documents.
schema-charter-alternative-services = Services that it offers too (keys); all of them when left out.
schema-charter-alternative-address = Its postal address.
schema-charter-alternative-url = The address of its page.
schema-charter-sites-aliases = Other names of the place in published documents: "Mairie", "Accueil central".
schema-charter-services-aliases = Other names of the service in published documents.
schema-charter-services-booking = Ways to book an appointment: "online", "phone", "desk", "email", "post".
schema-sources-absent = In place of “files”: a dated statement that the document does not exist. What it should say is then a gap.
schema-sources-absent-by = Function or body that states it.
schema-sources-absent-on = Day of the statement.
schema-sources-absent-record = Where it is written down.
schema-sources-encoding = Encoding of the pages: "utf-8" (by default) or "windows-1252".
schema-sources-site = The place that the whole document speaks of: the poster of a door, the message of an answering machine.
schema-sources-in_force = Day of entry into force that the document must carry; that of the charter when left out.
schema-sources-version = Version that the document must carry; that of the charter when left out.
schema-engagement-requirement-publication = Measure: share of the things to publish that documents say, each counted on each document.
schema-engagement-requirement-publication-on = Documents to read: sources of format "html", "markdown" or "text".
schema-engagement-requirement-publication-exists = true: the document must exist.
schema-engagement-requirement-publication-says = What each document must say as the charter does: "opening_hours", "announced_delays" (those in force), "call_peaks", "alternatives", "booking_channels", "in_force" (day of entry into force), "version". What is not recognised is unknown, not false.
schema-engagement-requirement-publication-sections = Required sections: headings of the document with text under them. Capitals, accents and numbers do not count.
schema-engagement-requirement-publication-contains = Required words, as they are. Capitals, accents and punctuation do not count.
schema-engagement-requirement-publication-at_least = Target: at least this share of the things, for example "100 %".
schema-engagement-requirement-publication-more_than = Target: more than this share of the things, itself excluded.
