### Reading the charter: faults of form, names, dates, sources, requirements; the report of faults.

## Report

report-error = error { $code }
report-warning = warning { $code }
report-help = help: { $help }
report-related = the other place
report-count = { $errors ->
        [0] no error
        [one] 1 error
       *[other] { $errors } errors
    }{ $warnings ->
        [0] { "" }
        [one] , 1 warning
       *[other] , { $warnings } warnings
    }

## Words that other messages use

charter-nearest = { $near ->
        [0] { $count ->
            [0] nothing is declared yet: declare this name first, or remove this line
            [one] the only choice is “{ $known }”
           *[other] choose one of: { $known }
        }
       *[other] did you mean “{ $nearest }”? Possible choices: { $known }
    }
charter-type-expected = { $expected ->
        [text] a text
        [integer] a whole number
        [boolean] yes or no
        [date] a date
        [share] a share
        [list] a list
        [table] a block of fields
        [integer-text] a whole number or a text
        [text-table] a word or a block of fields
        [list-table] a list or a block of pairs
       *[other] another kind of value
    }
charter-type-found = { $found ->
        [text] a text
        [integer] a whole number
        [boolean] yes or no
        [date] a date
        [list] a list
        [table] a block of fields
       *[other] a decimal number or a time
    }
charter-column-found = { $found ->
        [date] a date
        [datetime] a date with a time
        [duration] a duration
        [integer] a number
        [category] a category
        [service] a service
        [site] a place
        [boolean] yes or no
        [text] a free text
        [weight] a number of cases
        [personal] personal data, never read
        [key] an identifier
        [working-days] a number of working days
        [calendar-days] a number of days
        [presence] a free text or an identifier
       *[other] something else
    }
charter-column-expected = { $expected ->
        [date-datetime] a date (type “date” or “datetime”)
        [datetime] a date with a time (type “datetime”)
        [service] a service (type “service”)
        [key] an identifier (type “key”)
        [category] a category (type “category”)
        [category-service-site] a category, a service or a place (type “category”, “service” or “site”)
        [amount] a number, a duration or a number of days
       *[other] something else
    }
charter-unit-expected = { $expected ->
        [working-days] a number of working days
        [calendar-days] a number of days
        [duration] a duration
        [integer] a whole number
        [date] a date
        [datetime] a date with a time
        [category] a category
        [boolean] yes or no
       *[other] something else
    }
charter-unit-found = { $found ->
        [working-days] a number of working days
        [calendar-days] a number of days
        [duration] a duration
        [integer] a whole number
        [date] a date
        [datetime] a date with a time
        [category] a category
        [boolean] yes or no
        [presence] a free text or an identifier
       *[other] another kind of value
    }
charter-type-name = { $type ->
        [date] date
        [datetime] date with a time
        [duration] duration
        [integer] whole number
        [category] category
        [service] service
        [site] place
        [boolean] yes or no
        [text] free text
        [weight] number of cases
        [personal] personal data
       *[key] identifier
    }

## Writing the file

charter-syntax = this line cannot be read
    .label = reading stops here
    .help = a line is written “field = value”; texts stand between straight quotes, lists between square brackets; an explanation starts with “#”; an invisible character may come from copying: type the line again
charter-decimal-comma = a number cannot hold a comma
    .label = number with a comma
    .help = write a whole number, or a share between quotes: "92.5 %"; a duration is written "1 min 30 s"
charter-duplicate-key = “{ $key }” stands higher up in this block already
    .label = second time
    .help = keep one of the two lines; a block that is repeated takes double brackets, such as “[[requirement]]”
charter-text-quotes = this value must stand between straight quotes
    .label = straight quotes missing
    .help = write "{ $text }" with the keyboard's straight quote (") on both sides; yes and no are written true and false, a number without space or unit
charter-missing-value = there is no value after “=”
    .label = nothing here
    .help = write a value, for example "a text", 20 or 2026-05-31, or remove the line
charter-impossible-date = this day is in no calendar
    .label = impossible day
    .help = check the number of days of the month; a date is written year-month-day: 2026-02-28
charter-date-form = this date is not written as it must be
    .label = date to be rewritten
    .help = write year-month-day, with two digits for the month and the day, without quotes: 5 January 2026 is 2026-01-05
charter-boolean-word = yes and no are written “true” and “false”, in lower case
    .label = neither true nor false
    .help = write true for yes, false for no, without quotes
charter-key-characters = this name holds a character that is not allowed there
    .label = character not allowed
    .help = the name of a field has neither accents nor spaces; if it copies a text of a file, put it between straight quotes: "Créé le" = "…"
charter-missing-equals = “=” is missing after this name
    .label = “=” expected
    .help = write “field = value”; the name of a field has no space; an explanation starts with “#”
charter-after-value = there is something after the value
    .label = the value has ended already
    .help = one value a line; inside a text, a quote ends the text: write “” instead, or \" ; between straight apostrophes, an apostrophe ends the text: prefer straight quotes
charter-backslash = a backslash (\) is not allowed here
    .label = to be replaced
    .help = in a path, write “/”: "evidence/demandes.csv"; elsewhere, double it: \\
charter-title-brackets = this title of a block is not closed properly
    .label = bracket expected
    .help = write “[title]”, or “[[title]]” for a block that is repeated, without space in the title; the lines that follow are not checked as long as it is missing
charter-leading-zero = a number does not start with zero
    .label = extra zero
    .help = write 9 instead of 09; a number that starts with zero (telephone, postcode) is a text: "09"
charter-missing-comma = a comma is missing between two elements
    .label = comma expected before this
    .help = separate the elements with commas: ["counter", "telephone"] or { "{" } by = "…", on = 2026-01-15 { "}" }
charter-unclosed = { $mark ->
        [brace] this brace is never closed
       *[bracket] this bracket is never closed
    }
    .label = opened here
    .help = { $mark ->
        [brace] add “{ "}" }” at the end of the block; the lines that follow are not checked as long as it is missing
       *[bracket] add “]” at the end of the list; the lines that follow are not checked as long as it is missing
    }
charter-unclosed-quote = a text is not closed
    .label = quote missing
    .help = add the straight quote (") that ends the text; a text of several lines starts and ends with three straight quotes (""")
charter-number-range = this number is too large
    .label = too many digits
    .help = check the digits; a telephone or registration number is a text and stands between quotes

## Fields and values

charter-unknown-key = there is no field “{ $key }” here
    .label = unknown field
    .help = { charter-nearest }
charter-missing-key = the field “{ $key }” is missing
    .label = { $where ->
        [block] “{ $key }” must stand in this block
       *[other] “{ $key }” must stand in this file
    }
    .help = { $where ->
        [top] add at the top of the file, before the first title between brackets, a line such as: { $example }
        [end] add at the end of the file a block that starts with: { $example }
       *[block] add to this block a line such as: { $example }
    }
charter-wrong-type = this value is { charter-type-found }, where { charter-type-expected } is due
    .label = { charter-type-expected } is due
    .help = { $expected ->
        [text] put the value between straight quotes: "…"
        [integer] write a whole number, without quotes, comma or unit: 20
        [boolean] write true (yes) or false (no), without quotes
        [date] write the date as year-month-day, without quotes or time: 2026-05-31
        [share] write the share between straight quotes: "90 %" or "9/10"
        [list] { $found ->
            [table] this block can be repeated: double the brackets of its title, such as “[[requirement]]”, or put it between brackets: [{ "{" } … { "}" }]
           *[other] write a list between square brackets, even for a single element: ["…"]
        }
        [table] write a block: fields under a title between brackets, or between braces { "{" } … = "…" { "}" }
        [integer-text] write a whole number without quotes (45), or a text between quotes ("15 min")
        [text-table] write "census" (every case), "sample", or a block { "{" } control_plan = { "{" } … { "}" } { "}" }
        [list-table] write a list ["…", "…"], or a block of pairs { "{" } "text in the file" = "value" { "}" }
       *[other] look at the same field in the example charter
    }
charter-empty = nothing is written here
    .label = empty
    .help = write a value; if the field is optional, remove the line
charter-number-too-small = this number is too small
    .label = at least { $least }
    .help = write { $least } or more
charter-share = this is no share between 0 and 100 %
    .label = share to be rewritten
    .help = write for example "90 %", "92.5 %" or "9/10"
charter-share-number = a share is not written as a decimal number
    .label = share without “%”
    .help = write the share between straight quotes: "90 %" instead of 0.9
charter-unknown-word = “{ $word }” is not a possible choice
    .label = unknown choice
    .help = { charter-nearest }
charter-bad-id = “{ $id }” cannot serve as an id
    .label = id not allowed
    .help = an id starts with a lower-case letter and holds only lower-case letters without accents, digits, “-” and “_”: “etat-civil”

## Folder

charter-missing-file = the file “{ $path }” is missing in the charter folder
    .help = create it, or check its name: lower case, no space, ending with “.toml”
charter-no-engagement = the charter has no engagement
    .help = create one file for each engagement in the folder “engagements”, for example “engagements/rendez-vous.toml”
charter-not-utf8 = the file “{ $path }” is not a text in UTF-8
    .label = unreadable character
    .help = save it again and choose the encoding “UTF-8” (in Notepad: Save as, Encoding)
charter-bad-file-name = the file name “{ $name }” cannot serve as an id
    .label = file to be renamed
    .help = rename the file: lower-case letters without accents, digits, “-” and “_”, starting with a letter, for example “rendez-vous.toml”

## Dates

charter-dates-reversed = the end comes before the start
    .label = before the start
    .related = start
    .help = swap “from” (first day) and “{ $last }” (last day), or mend the year; both days are included
charter-day-or-range = either one day, or a first and a last day, is due here
    .label = day or period?
    .help = write “on = 2026-05-15” for a single day, or “from = 2026-12-24, to = 2026-12-31” for a period, without mixing the two
charter-overlapping-delays = two delays are announced for the same service on the same day
    .label = starts before the other ends
    .related = delay still in force
    .help = give the first delay a last day (“to”): the day before the second one starts
charter-delay-above-ceiling = this announced delay is above { $ceiling } working days
    .label = more than { $ceiling } working days
    .help = outside exceptional periods an announced delay stays under this ceiling: check the number, or declare an “exceptional_period” with its decision

## Names

charter-duplicate-id = “{ $id }” is used twice
    .label = taken already
    .related = first time
    .help = give one of the two another name or number: it must stand for a single thing
charter-unknown-service = the service “{ $service }” is not declared
    .label = unknown service
    .help = { charter-nearest } (services are declared in charter.toml, under [services.…])
charter-unknown-site = the place “{ $site }” is not declared
    .label = unknown place
    .help = { charter-nearest } (places are declared in charter.toml, under [sites.…])
charter-unknown-source = the source “{ $source }” is not declared
    .label = unknown source
    .help = { charter-nearest } (sources are declared in sources.toml)
charter-unknown-name = “{ $name }” is neither a column nor a quantity that fits here
    .label = name unknown here
    .help = { charter-nearest } (columns and quantities are declared in sources.toml, under “columns” and “quantities” of the source)
charter-unknown-requirement = there is no requirement “{ $requirement }”
    .label = unknown requirement
    .help = { charter-nearest } (the name of a requirement is its field “id”; in a grid it is written “engagement/requirement”)
charter-unknown-value = “{ $value }” is not a value of this column
    .label = unknown value
    .help = { charter-nearest } (values are declared in sources.toml, in “values” of the column)

## Sources

charter-setting-of-type = “{ $setting }” does not belong to a column of type “{ $type }” ({ charter-type-name })
    .label = not here
    .help = { $types ->
        [date-datetime-duration] remove it: only a date, a date with a time and a duration (“date”, “datetime”, “duration”) have a format
        [datetime] remove it: only a date with a time (“datetime”) follows a clock
        [key] remove it: only an identifier (“key”) is written in several forms
        [category-service-site] remove it: only a category, a service and a place (“category”, “service”, “site”) have values
       *[boolean] remove it: only a yes-or-no column (“boolean”) has words for yes and for no
    }
charter-type-needs = a column of type “{ $type }” ({ charter-type-name }) needs the field “{ $setting }”
    .label = “{ $setting }” is missing
    .help = { $setting ->
        [format] { $type ->
            [date] say how the file writes dates: “format = "dd/mm/yyyy"”
            [datetime] say how the file writes dates and times: “format = "dd/mm/yyyy HH:MM"”
           *[duration] say how the file writes durations: “format = "mm:ss"”, "HH:MM", "HH:MM:SS", "minutes" or "seconds"
        }
        [values] give the list of the file's values: “values = ["kept", "cancelled"]”
        [yes] give the words of the file that mean yes: “yes = ["oui"]”
       *[no] give the words of the file that mean no: “no = ["non"]”
    }
charter-word-twice = the word “{ $word }” has two meanings
    .label = second meaning
    .help = keep it in one place only: one text of the file cannot stand for two things
charter-header-twice = the header “{ $header }” belongs to another column already
    .label = header taken
    .help = each declared column has its own header, copied from the file to the letter
charter-position-under-header = a column is found by its header
    .label = position too many
    .help = remove “position”, or declare “header_row = 0” if the files have no header line
charter-position-missing = column “{ $column }” has no position, and the files have no header
    .label = position missing
    .help = add “position = 3” if it is the third column, or remove “header_row = 0”
charter-header-of-headerless = the files have no header
    .label = header too many
    .help = remove “header” and give the position of the column (“position = 3”), or remove “header_row = 0”
charter-headers-two = a list of headers holds two, read one after the other
    .label = two headers
    .help = write one header between quotes, or two: “header = ["date", "hour"]”
charter-layout-headerless = a layout is recognised by its header
    .label = without header
    .help = remove “layouts”, or declare the files without header as a source of their own
charter-one-quantity = a quantity is computed in one way only
    .label = no way, or several
    .help = keep one of the forms “working_days”, “calendar_days”, “minutes”, “lateness”, “open”, “until_closing”, “announced_delay”, “exceptional_period”: “delay = { "{" } working_days = { "{" } from = "asked_on", to = "slot_on" { "}" } { "}" }”
charter-column-type = “{ $name }” is { charter-column-found }, where { charter-column-expected } is due
    .label = does not fit here
    .help = name another column, or mend the type of this one in sources.toml
charter-one-column = a source has one column of type “{ $type }” ({ charter-type-name }) only
    .label = one too many
    .help = { $type ->
        [weight] keep this type for the column that says how many cases a row stands for, and give the other the type “integer”
       *[service] keep this type for the service that the case belongs to, and give the other the type “category”
    }
charter-outside-root = this path leaves the charter's folder
    .label = path not allowed
    .help = write a path from the folder that contains “charter”, without “..” and without “/” at the start: "evidence/appels.csv"
charter-path-characters = this path holds a backslash (\) or an invisible character
    .label = path to be rewritten
    .help = separate folders with “/”: "evidence/demandes.csv"; between quotes, \t and \n are no letters
charter-unused-source = no requirement uses the source “{ $source }”
    .label = never used
    .help = name it in a requirement (“source = "{ $source }"”), or remove it from sources.toml
charter-plan-after-collection = the control plan is set after the collection
    .label = after “collected”
    .help = a control plan is decided before the cases are drawn; if there was none, write “proof = "sample"” (a plain sample)
charter-plan-accepts-all = this control plan accepts as many failures as it draws cases
    .label = accepts everything
    .help = “accept” is the number of failures accepted among “size” cases: write a much smaller number, often 0

## Requirements

charter-one-measure = { $count ->
        [0] this requirement has no measure
       *[other] this requirement has { $count } measures, where one is due
    }
    .label = { $count ->
        [0] measure missing
       *[other] one measure for each requirement
    }
    .help = { $count ->
        [0] add a measure block, for example “[requirement.share]” (share of cases); possible choices: { $known }; if the requirement does not apply, write “not_applicable = { "{" } reason = "…" { "}" }”
       *[other] keep one measure here, and make the others requirements of their own, each with its “id”; measures: { $known }
    }
charter-source-needed = this requirement has no source
    .label = “source” is missing
    .help = add “source = "…"”, with the name of a source of sources.toml
charter-one-target = one target is due, and only one
    .label = target missing or given twice
    .help = write one of these fields only: { $known }; for example { $measure ->
        [limit] “at_most = "15 min"” for a duration, “at_most = 45” for days
       *[share] “at_least = "90 %"”
    }
charter-empty-target = this target tells nothing apart: every case reaches it, or none can
    .label = without effect
    .help = write a share between the two extremes, for example "90 %"
charter-whole-on-sample = the source “{ $source }” is a sample: it cannot show that every case conforms
    .label = every case, without exception
    .help = lower the target (for example "95 %"), bring every case (“proof = "census"”), or declare a control plan in sources.toml
charter-close-not-stricter = “{ $key }” must be stricter than the target
    .label = not stricter than the target
    .help = { $key ->
        [close_below] write a share above the target: for a target of 90 %, “close_below = "93 %"” flags a result that is only just met
       *[close_above] write a value under the target: for a target of 45 days at most, “close_above = 40” flags a result that is only just met
    }
charter-close-of-measure = “{ $key }” does not go with this measure
    .label = not here
    .help = { $key ->
        [worse_by] “worse_by” compares a share or a limit with the previous one; remove the line
        [min_cases] a coverage counts open minutes, not cases; remove the line
        [close_below] “close_below” goes with a share to be reached (at_least, more_than); for a limit not to be exceeded, write “close_above”; otherwise remove the line
       *[close_above] “close_above” goes with a limit not to be exceeded (limit, or share with at_most); for a share to be reached, write “close_below”; otherwise remove the line
    }
charter-each-on-plan = a control plan cannot judge each group: it fixes the number of cases of the whole
    .label = groups judged one by one
    .help = use “by” instead of “each” to show the groups without judging them, or declare a plan, hence a source, for each group
charter-min-cases-without-each = “min_cases” only has a meaning with “each”
    .label = no group to judge
    .help = add “each = ["service"]” to judge each group, or remove “min_cases”
charter-condition-table = a condition is written as a block
    .label = not a condition
    .help = write for example { "{" } statut = "honoré" { "}" } or { "{" } attente = { "{" } at_most = "15 min" { "}" } { "}" }
charter-condition-empty = this condition is empty
    .label = nothing to check
    .help = write one comparison at least, for example { "{" } statut = "honoré" { "}" }, or remove the condition
charter-comparison-of-type = { $unit ->
        [presence] of this column it is only known whether it is filled in: its value is not kept
        [boolean] yes and no have no order from small to large
       *[category] the values of a category have no order from small to large
    }
    .label = comparison not possible
    .help = { $unit ->
        [presence] write “recorded = true” (filled in) or “recorded = false” (empty)
        [boolean] write “is = true” or “is = false”
       *[category] write “is = "…"” (equal to), “is_not = "…"” (different from) or “one_of = ["…", "…"]” (one of)
    }
charter-operand-unit = { $found ->
        [other] { charter-unit-expected } is due here
       *[known] { charter-unit-expected } is compared here with { charter-unit-found }
    }
    .label = { charter-unit-expected } is due
    .help = { $expected ->
        [working-days] write a whole number without quotes (45), or the name of a quantity in working days
        [calendar-days] write a whole number without quotes (30), or the name of a quantity in days
        [duration] write a duration between quotes ("15 min", "30 s", "1 h 30"), or the name of a duration of the source
        [integer] write a whole number without quotes (3), or the name of a column of numbers
        [date] write a date without quotes (2026-05-31), or the name of a column of dates
        [datetime] write the name of another column of dates with times: no fixed value is possible here
        [category] write one of the column's values, between quotes: "honoré"
       *[boolean] write true (yes) or false (no), without quotes
    }
charter-duration = “{ $text }” is not a duration
    .label = duration to be rewritten
    .help = write a number followed by its unit, between quotes: "15 min", "30 s", "1 h 30" or "1 min 30 s"
charter-expected-of-log = { $why ->
        [draw] a draw does not have rows every day
       *[other] without “time” a source has no days
    }
    .label = only a complete log has expected days
    .help = remove “rows_expected”, or declare “time” and “proof = "census"”
charter-attestation-lapses = an attestation must say until when it is valid
    .label = a dated human statement
    .help = add “valid_days = 365” (or fewer): the number of days after “collected” for which it can be relied on
charter-stitch-one-way = { $way ->
        [none] nothing says how rows of one key are brought together
        [both] two ways to bring rows of one key together
       *[part] “part” numbers segments, and there are none here
    }
    .label = one way only
    .help = keep either “repeats = "once"” (the same row in two exports that overlap) or “segments” (one event over several rows)
charter-merge-rule = “{ $rule }” does not merge cells of type “{ $type }” (column “{ $name }”)
    .label = a rule of another type
    .help = “sum” and “max” go with durations and whole numbers, “max” with dates, “any” with yes-or-no columns and texts; “same”, “first” and “last” go with all
charter-list-of-list = a list does not itself take columns from elsewhere
    .label = a list that completes another
    .help = name a source without “join”, other than this one
charter-normalise-differs = these two identifiers are not written in one form
    .label = compared with the other column
    .help = declare the same list “normalise” on both columns, or on neither: otherwise nobody would be found
charter-time-needed = the source “{ $source }” has no date to place its rows
    .label = each row needs a date
    .help = in sources.toml, add to this source “time = "…"” with the name of a column of type “date” or “datetime”
charter-variety-too-large = the column has only { $declared ->
        [one] 1 declared value
       *[other] { $declared } declared values
    }
    .label = more than the declared values
    .help = write { $declared } or less, or declare the missing values in sources.toml
charter-weight-of-measure = a row of this source stands for several cases: the measure “{ $measure }” cannot count it
    .label = source with a “weight” column
    .help = choose a source in which each row is one case, or the measures “share” or “limit”
charter-proof-of-measure = { $measure ->
        [coverage] a sample cannot show that the opening hours are covered
        [publication] a document is read as a whole, not by a sample
        [peaks] a sample cannot show when most calls come
       *[roll_call] a sample cannot show that everyone is in the register
    }
    .label = incomplete source
    .help = { $measure ->
        [publication] a saved page (“publication”) is complete: “proof = "census"” in sources.toml
        [coverage] everything that covers must be counted (“coverage”): “proof = "census"” in sources.toml
        [peaks] every offered call must be counted (“peaks”): “proof = "census"” in sources.toml
       *[roll_call] the list and the register of a roll-call (“roll_call”) must be complete: “proof = "census"” in sources.toml
    }
charter-place-needed = the place is missing
    .label = which place or line is it?
    .help = add “site = "…"” (the column that names the place), or “over = "…"” (a place, desk or line declared under [sites.…]) if the source has none
charter-place-twice = the place is given twice
    .label = not here
    .help = keep “site” (the column that names the place) or “over” (the same place for the whole file)
charter-one-end = an interval has one end
    .label = end missing, or given twice
    .help = write “to = "…"” (column of the end) or “lasting = "…"” (column of the duration)
charter-groups-of-coverage = a coverage is judged place by place, and in no other way
    .label = something else than the place
    .help = name the column of “site” alone, or remove “{ $key }”
charter-bound-of-measure = this bound is not in the words of the measure
    .label = { $count ->
        [0] this measure has no other bound
       *[other] one bound, and one only
    }
    .help = { $count ->
        [0] remove this block: this measure has neither a share nor a limit that could ask for more or less
        [one] write "{ $known }", in the unit of the target
       *[other] write one bound only, in the unit of the target, out of: { $known } ("quantile" goes with a limit)
    }
charter-decision-of-nothing = the requirement has no such thing to decide
    .label = no "{ $key }" in this requirement
    .help = { $key ->
        [grace] remove the line, or declare the time in "grace"
        [close] remove the line, or declare "close_below" or "close_above"
       *[min_cases] remove the line, or declare "min_cases"
    }
charter-peaks-groups = peaks are judged line by line, without other groups
    .label = groups
    .help = remove “{ $key }”; for a part of the calls only, use “among”
charter-peaks-slot = a slot lasts 15, 20, 30 or 60 minutes
    .label = another length
    .help = write “slot = 30”, or the step of the export
charter-peaks-step = the source “{ $source }” counts calls: the step of its counts is missing
    .label = “slot” is missing here
    .help = add “slot = 60” if each row counts an hour, “slot = 30” if it counts half an hour
charter-peaks-threshold = { $sought ->
    [quiet] a quiet hour has markedly fewer calls than the mean: this threshold is too high, or unreadable
   *[peaks] a peak has markedly more calls than the mean: this threshold is too low, or unreadable
}
    .label = { $sought ->
        [quiet] a fraction under 1 is expected
       *[peaks] a fraction above 1 is expected
    }
    .help = { $sought ->
        [quiet] write for example "3/4" or "75 %"
       *[peaks] write for example "5/4" or "125 %"
    }
charter-peaks-handling = a call always takes some time
    .label = no time
    .help = write the mean length of a call, with what follows it, for example "3 min"
charter-peaks-seasonal = hours published for a part of the year cannot be compared with measured peaks
    .label = this requirement compares them
    .help = in charter.toml, write the hours of an ordinary week, without month or date
charter-peaks-closed = published hours fall when the line is closed
    .label = this requirement compares them
    .help = in charter.toml, correct these hours, or the opening hours of the line under [sites.…]
charter-peak-deadline = what the staff declares is to be measured before a date; the rest has none
    .label = “basis” and “measure_before” do not go together
    .help = add “measure_before = 2026-09-30” to basis = "declared", or remove it from another basis
charter-self-approved = the waiver is approved by its author
    .label = same function as “author”
    .help = have it approved by another function, for example the head of administration
charter-waiver-too-long = the gap is accepted for too long
    .label = more than { $longest } days, the first and the last included
    .help = shorten it, or change "longest_days" under [waivers] in charter.toml ({ $longest } days); the first day is that of "from", or else that of the decision, or else that of the period
charter-ceiling-not-laxer = the ceiling of the accepted gap is not beyond the target
    .label = no gap keeps to this
    .help = write how far the gap is accepted: for a target of 90 %, "ceiling = { "{" } at_least = "80 %" { "}" }"
charter-ceiling-on-plan = a control plan fixes by itself how many failures it accepts
    .label = "{ $source }" is a control plan
    .help = remove "ceiling", or change "accept" in the plan before the draw
charter-replaces-dates = the requirement does not begin on the day after the last one of what it replaces
    .label = replaces "{ $requirement }"
    .related = replaced requirement
    .help = give "{ $requirement }" a last day ("until") and this one the next day as its first ("from"): no day may be judged by both, or by neither
charter-option-why = a rejected option must say why
    .label = "why" is missing
    .help = add "why = "…"": the reason is shown with the option
charter-action-not-done = "{ $key }" is for an action that is done
    .label = of no use here
    .help = write "state = "done"", or remove the line

## E-mails

charter-decimal-and-groups = the same sign stands before the decimals and between the thousands
    .help = “1.234” would be a thousand or one: keep “decimal” for the decimals, and “groups” for the other sign
charter-setting-of-format = “{ $setting }” does not fit a source of format “{ $format }”
    .label = not here
    .help = { $of ->
        [page] remove it, or declare “format = "html"”, “markdown” or “text” if the files are saved pages
        [mail] remove it, or declare “format = "mail"” if the files are e-mails
        [workbook] remove it, or declare “format = "xlsx"”, “xls” or “ods” if the files are workbooks
       *[csv] remove it: { $format ->
            [mail] a source of e-mails has ready-made columns (date, sens, boite, objet, signature, etc.)
            [xlsx] a workbook has no dialect: its cells are cut and typed already
            [xls] a workbook has no dialect: its cells are cut and typed already
            [ods] a workbook has no dialect: its cells are cut and typed already
            [jsonl] in a JSON file each value has its key, which “header” names
           *[page] a saved page has neither columns nor a dialect
        }
    }
charter-mail-address = “{ $text }” is not an e-mail address
    .label = address to mend
    .help = write the address alone, without name or brackets: "mairie@ville.example"
charter-phone = “{ $text }” is not a telephone number
    .label = number to mend
    .help = write at least six digits, with “#” for any digit: "01 99 00 ## ##"
charter-no-word = “{ $text }” holds no word to look for
    .label = neither letter nor digit
    .help = write the words as they stand in the e-mails; punctuation does not count

## Versions of the awareness support

charter-unknown-support = the column has a value “{ $support }” that is no version of the support
    .label = unknown version
    .help = { $count ->
        [0] declare the versions of the support in charter.toml, a block “[[support]]” for each, under the same names as the values of the column
       *[other] { charter-nearest } (versions are in charter.toml, blocks “[[support]]”; the values of the column, in sources.toml)
    }
charter-support-not-read = the column cannot say version “{ $support }” of the support
    .label = a version is missing
    .help = in sources.toml, add “{ $support }” to the values (“values”) of the column: an attendance of that version would be unreadable
charter-support-same-day = two versions of the support come into force on the same day
    .label = same day as the other version
    .help = keep the version that was used, or correct one of the dates: which one counts must not depend on the order of the blocks
charter-grace-without-reset = “grace_days” only serves if the version resets awareness
    .label = without effect
    .help = write “resets = true” if everyone must be made aware again, or remove “grace_days”

## Objections

charter-self-reviewed = the objection is reviewed by the function that objects
    .label = same function as “objector”
    .help = have the row reviewed by another function, for example the quality officer
charter-counts-as = { $outcome ->
        [confirmed] a confirmed row counts as before: “counts_as” does not belong here
       *[corrected] a corrected row must say how it counts from now on
    }
    .label = { $outcome ->
        [confirmed] not here
       *[corrected] “counts_as” is missing
    }
    .help = { $outcome ->
        [confirmed] remove “counts_as”, or write “outcome = "corrected"”
       *[corrected] add “counts_as = "success"” (kept), "failure" (not kept) or "aside" (set aside), or write “outcome = "confirmed"”
    }
charter-objection-digest = this is no SHA-256 digest
    .label = 64 digits or letters from a to f
    .help = copy the digest of the file from the “audit” part (scorecard.json, “sha256”)
charter-objection-file = the source “{ $source }” does not have this file
    .label = { $files ->
        [one] 1 file only
       *[other] { $files } files only
    }
    .help = files are counted from 1, in the order of “files” in sources.toml
charter-objection-source = this requirement judges the rows of another source
    .label = “{ $source }” is due
    .help = write “source = "{ $source }"”, with the file and the line in that source
charter-objection-measure = { $why ->
        [not-applicable] this requirement is not applicable: no row is judged
        [value] a row of this measure has a value, which a review cannot replace
       *[no-row] this measure does not judge row by row
    }
    .label = { $why ->
        [value] not with this measure
       *[other] no judged row
    }
    .help = { $why ->
        [not-applicable] remove the objection, or correct the name of the requirement
        [value] set the row aside (“counts_as = "aside"”), or correct the value in the tool and export again
       *[no-row] correct the value in the tool and export again
    }
charter-objection-twice = this row is objected to already for the same requirement
    .label = second objection
    .help = keep a single objection for each row and requirement, with the last review

## Published documents

charter-files-or-absent = a source has files, or none yet: not both
    .label = too much beside “files”
    .help = keep “files” if the document or export exists, “absent” otherwise
charter-absent-after-collection = the statement of absence is dated after the collection
    .label = later than “collected”
    .help = “collected” is the day on which the document or export was looked for: it cannot come before the statement
charter-source-of-publication = a “publication” has no “source”
    .label = too much here
    .help = name the documents in “on”, under [requirement.publication]
charter-page-needed = source “{ $source }” is no document
    .label = a page is needed
    .help = declare “format = "html"”, "markdown" or "text" for this source in sources.toml
charter-nothing-asked = nothing is asked of these documents
    .label = “exists”, “says”, “sections” or “contains” is missing
    .help = for example “says = ["opening_hours"]”, or “exists = true”
charter-nothing-to-say = the charter says nothing of “{ $thing }” for these documents
    .label = nothing to compare
    .help = { $thing ->
        [call_peaks] declare [[call_peak]] blocks in charter.toml
        [quiet_hours] declare [[quiet_hour]] blocks in charter.toml
        [alternatives] declare [[alternative]] blocks in charter.toml, for the services of the perimeter
        [booking_channels] declare “booking” on the services of charter.toml, for example ["online", "phone"]
        [announced_delays] declare [[announced_delay]] blocks in charter.toml, for the services of the perimeter
       *[other] check the perimeter of the engagement (“services”) and the place of the document (“site”)
    }
