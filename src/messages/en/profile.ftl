# Proposing the declaration of an export: the verb “profile”.

cli-profile-about = Proposes the declaration of an export, with its reasons and its doubts
cli-profile-usage = charte profile [OPTIONS] <FILE>…
cli-profile-files = Files of one export (or of several, to be linked)
    .value = FILE
cli-profile-values = Show headers and values even outside a terminal (never where CI is set)
run-profile-unreadable = file { $file } of the call cannot be read
    .help = check its name and its permissions; only ordinary files are read
run-profile-not-text = file { $file } of the call is no table of text: { $kind ->
    [zip] it is a workbook (Excel, LibreOffice) or a zip archive
    [ole] it is a workbook of an older Excel, or another office document
    [gzip] it is compressed (gzip) although its name does not end with .gz
    [pdf] it is a PDF document
   *[binary] it holds zero bytes
}
    .help = export it again as CSV; of a workbook, save the sheet as CSV to profile it (the workbook itself can be declared: “format = "xlsx"”, "xls" or "ods")
run-profile-empty = file { $file } of the call holds no row
    .help = check the export: an empty file tells nothing of its form

## Headings

profile-heading-cut = Cut
profile-heading-differences = Differences
profile-heading-columns = Columns
profile-heading-days = Days
profile-heading-rows = Rows
profile-heading-links = Links
profile-heading-doubts = To verify
profile-heading-values = Values
profile-paste = To read over, then to paste into charter/sources.toml:
profile-closed = Outside a terminal, neither headers nor values nor dates nor file names are shown, and the declaration, which holds some, is not written. To have it: run this in a terminal, or add --values (without effect in continuous integration).

## Files and cut

profile-file = file { $file }
profile-known = looks like the export of { $software }: its ready declaration is proposed below
profile-of-file = { $name }: { $rows ->
    [0] no row
    [one] 1 row
   *[other] { $rows } rows
}
profile-encoding-mark = encoding { $name }: the file begins with its mark
profile-encoding-ascii = encoding { $name }: no accented letter, every encoding reads the same
profile-encoding-well-formed = encoding { $name }: all characters beyond ASCII are well formed
profile-encoding-zeros = encoding { $name }: every other byte is zero
profile-encoding-letters = encoding { $name }: this is not utf-8, and { $count } bytes read so are letters of French words
profile-encoding-letters-either = encoding { $name }: this is not utf-8, and { $count } bytes read so are letters of French words (iso-8859-15 would read them alike)
profile-encoding-doubtful = no encoding gives likely words: look closely at the accents
profile-lost = { $count } characters were replaced by “�” before the export: they are lost, export again as utf-8
profile-twice = { $count } sequences like “Ã©”: the text seems to be encoded twice, export again
profile-delimiter = cells parted by “{ $delimiter }”, quote { $quote }: { $regular } of the { $looked } lines looked at have { $width } cells
profile-one-column = a single column: no delimiter cuts the lines regularly
profile-tab = tab
profile-ends = line ends: { $ends }
profile-header = header on line { $line }{ $titles ->
    [0] {""}
    [one] , below one title line
   *[other] , below { $titles } title lines
}
profile-header-perhaps = header on line { $line }, without certainty: nothing tells it from the lines below
profile-header-none = no header: line { $line } holds data already

## Columns

profile-column = column { $number }
profile-column-named = “{ $name }”
profile-line = { $column }: { $kind }{ $empty ->
    [0] {""}
   *[other] ; empty in { $empty } of { $rows }
}
profile-line-named = { $number }. { $column }: { $kind }{ $empty ->
    [0] {""}
   *[other] ; empty in { $empty } of { $rows }
}
profile-value = { $value } ({ $count })
profile-kind-empty = always empty
profile-kind-personal = personal ({ $reasons }): it will never be read, and nothing of it is shown
profile-kind-key = identifier
profile-kind-boolean = yes or no ({ $yes } / { $no })
profile-kind-boolean-closed = yes or no
profile-kind-date = day, written { $notation }
profile-kind-datetime = day and time, written { $notation }
profile-kind-duration = duration or time, written { $notation }
profile-kind-seconds = duration in seconds
profile-kind-minutes = duration in minutes
profile-kind-day-or-month = day whose format remains to be told
profile-kind-hours-or-minutes = duration or time whose format remains to be told
profile-kind-which-clock = day and time, written { $notation }, whose clock remains to be told
profile-kind-integer = whole number
profile-kind-weight = number of cases that a row stands for
profile-kind-category = category, { $count ->
    [one] always the same value
   *[other] { $count } values
}: { $values }
profile-kind-category-closed = category, { $count ->
    [one] always the same value
   *[other] { $count } values
}
profile-kind-text = text (only its presence is read)
profile-personal-header = its header says so
profile-trace-email = { $count } cells hold an e-mail address
profile-trace-phone = { $count } cells look like a telephone number
profile-trace-nir = { $count } cells are social security numbers, their key right
profile-trace-iban = { $count } cells are bank accounts, their key right
profile-trace-address = { $count } cells look like a postal address
profile-trace-name = { $count } cells look like a name

## Days

profile-days-none = no column dates the rows for certain
profile-days = from { $from } to { $to }, by { $column }
profile-days-closed = by { $column }
profile-weekdays = days that have rows: { $days }
profile-weekday = { $day } { $with } of { $all }
profile-missing = { $count ->
    [one] 1 day has no row, although that day of the week has some as a rule
   *[other] { $count } days have no row, although those days of the week have some as a rule
}: holiday, closure, or an incomplete export?
profile-missing-days = they are: { $days }
profile-missing-first = the first of them: { $days }
profile-frozen = from { $from } to { $to }, each day repeats exactly the { $rows } rows of the one before: a frozen feed?
profile-frozen-closed = a run of days repeats exactly the { $rows } rows of the one before: a frozen feed?

## Rows

profile-rows = { $count ->
    [0] no well-formed row
    [one] 1 well-formed row
   *[other] { $count } well-formed rows
}
profile-limited = only the first { $rows } rows of a file were looked at: the counts are of them alone
profile-spot = line { $line }
profile-spot-of = file { $file } line { $line }
profile-spots = { $rows }
profile-spots-more = { $rows }…
profile-broken = { $count ->
    [one] 1 row would be rejected
   *[other] { $count } rows would be rejected
} ({ $why }): { $rows }
profile-repeated = { $count ->
    [one] 1 row repeats an earlier one
   *[other] { $count } rows repeat an earlier one
}: { $rows }; if exports overlap, declare “stitch”
profile-headers = { $count ->
    [one] 1 row repeats the header
   *[other] { $count } rows repeat the header
}: { $rows }
profile-totals = { $count ->
    [one] 1 row looks like a total
   *[other] { $count } rows look like totals
}: { $rows }; take them out of the export
profile-contradiction = { $count ->
    [one] 1 row of { $of } contradicts itself
   *[other] { $count } rows of { $of } contradict themselves
}: { $earlier } is after { $later } there, unlike in the others; { $rows }
profile-link = { $shared } values of { $from } out of { $of } are in { $to } ({ $files }): to link the two, declare each as “key”

## Differences between files

profile-differs-missing = { $file }: { $column } is missing
profile-differs-added = { $file }: { $column } is not in the first file
profile-differs-moved = { $file }: the same columns, in another order (without effect: the header finds them)
profile-differs-notation = { $file }: { $column } is written { $what } there
profile-differs-encoding = { $file }: encoding { $what }
profile-differs-delimiter = { $file }: delimiter “{ $what }”
profile-differs-header = { $file }: the header is not in the same place
profile-differs-help = A source has one declaration: if the form changed one day (a new version of the software), declare one source for each form, each with its files.

## To verify

profile-doubt = { $column }: { $text }
profile-doubt-day-or-month = the day or the month first? No day is above 12: { $first } and { $second } both read everything. Ask whoever makes the export, or export a whole month; then keep one of the two lines proposed
profile-doubt-settled-by = a hint: { $column }, written alike, reads { $notation } for certain
profile-doubt-descents = a hint: read { $first }, it goes back { $one } times; read { $second }, { $two } times (an export is often in order)
profile-doubt-weekends = a hint: read { $first }, { $one } cells fall on a Saturday or Sunday; read { $second }, { $two }
profile-doubt-hours-or-minutes = hours and minutes, or minutes and seconds? Nothing tells: keep one of the two lines proposed
profile-doubt-which-clock = “Z” says universal time, but some software writes it behind the town’s time: compare with a case that you know, then keep one of the two lines proposed (“clock = "local"” if the Z is false)
profile-nothing-word = “{ $value }” ({ $count ->
    [one] once
   *[other] { $count } times
}) probably means that nothing is recorded: proposed in “nothing”
profile-nothing-frequent = “{ $value }” ({ $count ->
    [one] once
   *[other] { $count } times
}) is strangely frequent: if it means that nothing happened, leave it in “nothing”; if it is a true value, take it out
profile-nothing-word-closed = a value ({ $count ->
    [one] once
   *[other] { $count } times
}) probably means that nothing is recorded
profile-nothing-frequent-closed = a value ({ $count ->
    [one] once
   *[other] { $count } times
}) is strangely frequent: it may mean that nothing happened
profile-doubt-misfits = { $count ->
    [one] 1 cell does not read so, and would be unknown
   *[other] { $count } cells do not read so, and would be unknown
}
profile-doubt-undecodable = { $count } cells are no text in this encoding
profile-doubt-other-notation = { $count } cells are written { $notation }
profile-doubt-traces = { $text }: if the column holds such, declare it “personal”
profile-doubt-alike = “{ $one }” and “{ $other }” differ only by case, accents or punctuation: probably the same value
profile-doubt-alike-closed = two values differ only by case, accents or punctuation
profile-doubt-rare = { $count ->
    [one] 1 value stands
   *[other] { $count } values stand
} only once: slips of the pen?
profile-doubt-decimals = { $count } numbers with decimals: only their presence would be read
profile-doubt-zero-one = 1 is taken for yes, 0 for no: is it a yes or no, and that way round?
profile-doubt-nearly-unique = { $count ->
    [one] 1 cell repeats an earlier one, all others are unique
   *[other] { $count } cells repeat an earlier one, all others are unique
}
profile-doubt-time-of-day = this is probably a time of the day: read as a duration since midnight
profile-doubt-weight = does a row stand for several cases? If not, write “integer”
profile-doubt-free-text = free text, in which persons may be named; only its presence is read, but “personal” leaves it out altogether

## Declaration

profile-toml-confirm = to confirm
profile-toml-collected = to confirm: the last day up to which the export is complete; here, the last day seen
profile-toml-collected-none = to tell: the day up to which the export is complete (YYYY-MM-DD)
profile-toml-proof = to confirm: every case (census), or a sample
profile-toml-time = the column that places a row in the period; to take out for a list that describes a state
profile-toml-elsewhere = The file is not in the charter's folder: copy it to where “files” says.
profile-toml-nameless = A column without a header cannot be declared.
profile-toml-repeated = A column has the header of another: neither can be read as long as they are equal.
profile-toml-together = this day and this time can be read together too; this line then takes the place of both
profile-toml-empty = always empty: left aside
