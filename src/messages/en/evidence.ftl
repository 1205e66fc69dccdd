### Reading the evidence: declared formats, files, rows, cells.

## Formats declared in sources.toml

evidence-format-letter-unknown = “{ $letter }” has no meaning at this place of the format
    .help = units are written dd (or jj), mm, yyyy (or aaaa), yy (or aa), hh, mm, ss, in full, mmmm for a month in letters, dddd for a weekday, z for an offset (+01:00), ss.000 for decimals that are zero; separators are signs or the letters h, T, à
evidence-format-unit-repeated = the format names the same unit twice
    .help = keep each unit once; “mm” means minutes after “hh”, the month otherwise
evidence-format-incomplete = the format is not enough to settle the value
    .help = a date takes day, month and year; an instant, the date and at least the hour; a duration is written seconds, minutes, mm:ss, HH:MM, HH:MM:SS or HHh; the days of a spreadsheet are written excel or excel-1904
evidence-format-time-in-date = a column of type “date” has a format that holds a time
    .help = declare the column as “datetime”, or remove the time from the format
evidence-format-clock-unsaid = the format holds a “Z”, and nothing says whether the times are really those of universal time
    .help = write “z” (small) if the file tells the truth: the time becomes the town's; add “clock = "local"” if the export writes the town's time in spite of its Z, or “clock = "utc"” if it is universal time
evidence-format-clock-twice = the format says already by which clock the times are
    .help = remove “clock”: “z” reads the offset that the file writes, and “epoch” always counts in universal time; if the offset written is wrong, “z” goes with “clock = "local"”
evidence-format-date-in-duration = a column of type “duration” has a format that holds a day, a month or a year
    .help = declare the column as “datetime”, or keep hours, minutes and seconds only

## Files

evidence-file-missing = file { $file } of source “{ $source }” is not there
    .help = put the export where “files” says, or mend “files” in sources.toml
evidence-file-twice = file { $file } of source “{ $source }” holds exactly the same rows as file { $first }
    .help = one of them probably stands in for another export: provide the right file, or remove the double from “files”
evidence-file-unreadable = file { $file } of source “{ $source }” cannot be read { $at ->
        [0] at all
       *[other] beyond line { $line }
    }
    .help = check the permissions of the file and the disk or network that holds it, then run again
evidence-file-empty = file { $file } of source “{ $source }” is empty: it does not even have a header
    .help = export again; an export without any case keeps its header line
evidence-source-empty = source “{ $source }” holds no row
    .help = check the period of the export; if having no case is normal, declare “may_be_empty = true”

## Headers

evidence-header-missing = column “{ $column }” is missing in file { $file } of source “{ $source }”: the header “{ $header }” is not there
    .help = the header must be the first line of the file, to the letter; mend “header”, the delimiter or the encoding in sources.toml, or export again
evidence-header-repeated = the header “{ $header }” of column “{ $column }” stands more than once in file { $file } of source “{ $source }”
    .help = rename one of the columns in the export: nothing says which one counts
evidence-header-encoding = the header of file { $file } of source “{ $source }” is not in the declared encoding
    .help = declare “encoding = "windows-1252"” in “dialect”, or export again in UTF-8
evidence-encoding-other = file { $file } of source “{ $source }” begins like a file in { $found }, not in the declared encoding
    .help = declare “encoding = "{ $found }"”, or export it again in the declared encoding
evidence-encoding-order = nothing at the beginning of file { $file } of source “{ $source }” says in which order its bytes are
    .help = declare “encoding = "utf-16le"” (the usual one) or "utf-16be" if the export writes no mark, or the real encoding of the file
evidence-gzip-broken = the compressed file { $file } of source “{ $source }” is cut off or damaged
    .help = copy it again from the tool that made it; nothing of this file was counted
evidence-gzip-too-large = the compressed file { $file } of source “{ $source }” grows beyond what an export can hold
    .help = at most 16 GiB once inflated, and 200 times its size beyond 16 MiB; inflate an export beyond that yourself, having checked it
evidence-gzip-not = the name of file { $file } of source “{ $source }” ends in .gz and it is not compressed
    .help = remove .gz from its name, and from the path in “files”
evidence-gzip-unnamed = file { $file } of source “{ $source }” is compressed (gzip), and its name does not say so
    .help = add .gz to its name, and to the path in “files”
evidence-header-broken = the header of file { $file } of source “{ $source }” cannot be cut into columns: a misplaced quote, or a line over 1 MiB
    .help = check “delimiter” and “quote” in “dialect”, then the first line of the file
evidence-header-absent = file { $file } of source “{ $source }” has nothing on the line of its header
    .help = check “header_row” in sources.toml: it is the number of the line of the headers, title lines counted
evidence-header-elsewhere = the header of file { $file } of source “{ $source }” is on line { $line }
    .help = write “header_row = { $line }” in sources.toml if the lines above it are titles
evidence-column-new = { $count ->
        [one] one column that is not declared
       *[other] { $count } columns that are not declared
    } in file { $file } of source “{ $source }” (the first one is column { $position })
    .help = the export has changed: declare the column in sources.toml, as “personal” if no rule needs it, or remove “every_column”
evidence-layout-outdated = file { $file } of source “{ $source }” has the layout in use until { $until }, and rows of another day
    .help = check which version this export comes from, then the dates “from” and “until” of “layouts” in sources.toml

## Rows and cells

evidence-row-field-count = { $count ->
        [one] one row rejected
       *[other] { $count } rows rejected
    } in file { $file } of source “{ $source }”: the number of cells is not the header's (from line { $line })
    .help = look for a delimiter too many in a text without quotes; rejected rows count as unknown cases
evidence-row-stray-quote = { $count ->
        [one] one row rejected
       *[other] { $count } rows rejected
    } in file { $file } of source “{ $source }”: text follows a closing quote (from line { $line })
    .help = a quote inside a quoted text is written twice; rejected rows count as unknown cases
evidence-row-too-long = { $count ->
        [one] one row rejected
       *[other] { $count } rows rejected
    } in file { $file } of source “{ $source }”: over 1 MiB (from line { $line })
    .help = a quote opened by mistake is often the cause; rejected rows count as unknown cases
evidence-row-unclosed-quote = file { $file } of source “{ $source }” ends inside a quote that is never closed (opened in line { $line })
    .help = the file is cut short, or has a quote too many; export again or mend that line
evidence-rows-hidden = { $count ->
        [one] one row
       *[other] { $count } rows
    } of file { $file } of source “{ $source }” may hold others between quotes (from line { $line })
    .help = a quote opened by mistake swallows the rows that follow: check the quotes of this line; until then, the number of cases is not known
evidence-rows-lost = an unknown number of rows is lost in file { $file } of source “{ $source }”: { $lines ->
        [0] its end may be missing
        [one] a rejected row may hide another one
       *[other] the rejected rows may hide { $lines } others
    }
    .help = mend the rejected rows of this file first: without them the number of cases is not known
evidence-row-json-broken = { $count ->
        [one] one row rejected
       *[other] { $count } rows rejected
    } in file { $file } of source “{ $source }”: not a whole JSON object whose keys all differ (from line { $line })
    .help = each line of a “jsonl” file is an object between braces, in UTF-8; rejected rows count as unknown cases
evidence-cell-new-value = { $count ->
        [one] one cell has a value that is not declared
       *[other] { $count } cells have a value that is not declared
    } in column “{ $column }” of file { $file } of source “{ $source }” (from line { $line })
    .help = open that line and declare its value in sources.toml, or in “nothing” if it means “nothing”; until then it is unknown
evidence-cell-broken-off = { $count ->
        [one] one cell unreadable
       *[other] { $count } cells unreadable
    } in column “{ $column }” of file { $file } of source “{ $source }”: none can be read from line { $from } to the end ({ $rows } rows)
    .help = the export probably writes it in another way now: compare line { $from } with the format declared in sources.toml
evidence-cell-unreadable = { $count ->
        [one] one cell unreadable
       *[other] { $count } cells unreadable
    } in column “{ $column }” of file { $file } of source “{ $source }” (from line { $line })
    .help = compare that line with the type, format and values declared in sources.toml; a value that means “nothing” is declared in “nothing”

## Days

evidence-days-silent = { $count ->
        [one] one expected day
       *[other] { $count } expected days
    } without any row in source “{ $source }”: { $days }
    .help = an export was probably forgotten: add it to “files”; a closure belongs in the calendar of charter.toml, and ordinary silence in “rows_expected” (“irregular”, with its reason)
evidence-rows-after-collection = { $count ->
        [one] one row dated
       *[other] { $count } rows dated
    } after { $collected }, the declared day of collection of source “{ $source }” (column “{ $column }”, from line { $line } of file { $file } on)
    .help = the export is younger than “collected” says: correct “collected” or these dates; until then these rows do not count

## Rows brought together

evidence-rows-contradict = { $count ->
        [one] one event
       *[other] { $count } events
    } whose rows do not say the same in column “{ $column }” of source “{ $source }” (from line { $line } of file { $file } on)
    .help = check in the tool which of these rows is right; until then what differs is unknown
evidence-key-unknown = { $count ->
        [one] one row
       *[other] { $count } rows
    } without a readable identifier (column “{ $column }”) in source “{ $source }” (from line { $line } of file { $file } on)
    .help = nothing tells whether { $count ->
        [one] this row repeats
       *[other] these rows repeat
    } another or not; until then { $count ->
        [one] it counts as an unknown case
       *[other] each counts as an unknown case
    }
evidence-key-not-listed = { $count ->
        [one] one row
       *[other] { $count } rows
    } of source “{ $source }” whose identifier (column “{ $column }”) is not in the list “{ $list }” (from line { $line } of file { $file } on)
    .help = complete the list; if the two tools write identifiers differently, declare “normalise” on both columns
