### Objections, versions of the support, bounds, rows and reminders.

## Versions of the support

support-version = { $id }, in force { $state ->
    [later] from { $date }
   *[other] since { $date }
}: { $state ->
    [counts] counts
    [until] still counts until { $until }
    [later] not yet
   *[over] no longer counts
}; { $resets ->
    [yes] resets awareness
   *[no] resets nothing
} ({ $change })

## Objections

objection-reason = Set aside after an objection
objection-row = file { $file } line { $line }: { $outcome ->
    [confirmed] confirmed
    [success] corrected, counts as kept
    [failure] corrected, counts as not kept
   *[aside] corrected, set aside
}. Ground: { $ground } (objected to by { $objector }, reviewed by { $reviewer } on { $date }; { $decision }){ $state ->
    [applied] {""}
    [other-file] . Not applied: the file has changed since
   *[no-row] . Not applied: no judged row there
}
objection-before = before correction: { $found }{ $unknown }, { $verdict }

## Bounds

bounds-exact = { $part }/{ $whole } = { $percent } { $sign } { $target }
bounds-worst = { $even ->
    [yes] Even if
   *[no] If
} { $unknown ->
    [one] the unknown case failed
   *[other] the { $unknown } unknown cases failed
}: { $part }/{ $whole } = { $percent } { $sign } { $target }
bounds-best = { $even ->
    [yes] Even if
   *[no] If
} { $unknown ->
    [one] the unknown case was kept
   *[other] the { $unknown } unknown cases were all kept
}: { $part }/{ $whole } = { $percent } { $sign } { $target }

## Explanation of a requirement

explain-change = Tips at
explain-variety = The distinct values are counted of: { $text }{ $count ->
    [0] {""}
   *[other] {" "}({ $including } among them)
}
explain-absent = No file yet: { $text }
explain-cadence = The events missing between two dates are counted, from the start of the period to its end
explain-definition = { $name } = { $text }
explain-sample-within = The whole interval keeps the target
explain-sample-without = The whole interval misses the target
explain-sample-across = The target lies within the interval: the chance of the draw is enough to explain the result
explain-enough = { $kept ->
    [one] One unknown case that turned out kept would be
   *[other] { $kept } unknown cases that turned out kept would be
} enough to reach the target; { $failing ->
    [one] one that did not
   *[other] { $failing } that did not
} would be enough to miss it
quantity-working-days = working days from { $from } to { $to }, the day of departure not counted
quantity-calendar-days = calendar days from { $from } to { $to }
quantity-elapsed = time elapsed from { $from } to { $to }
quantity-lateness = lateness of our doing: from { $due }{ $arrival ->
    [none] {""}
   *[other] {" "}(or from { $arrival }, where the user came later)
} to { $start }
quantity-announced-delay = delay announced for { $service }, the one in force on the day { $on }, in working days
quantity-exceptional-period = true if { $on } lies in a declared exceptional period
quantity-answer-delay = working days from the message received to the first answer
quantity-upper-bound = { $text } (an upper bound: the true value is the same or smaller)
quantity-open = true if the place{ $place ->
    [fixed] {""}
   *[other] {" "}({ $place })
} is open at { $at }
quantity-until-closing = time left until the place{ $place ->
    [fixed] {""}
   *[other] {" "}({ $place })
} closes, counted from { $at }

## Local lists

rows-source = source
rows-file = file
rows-line = line
rows-sheet = sheet
rows-column = column
rows-counts = counts as
rows-reason = reason
rows-where = where
rows-fails = not kept
rows-unknown = unknown
rows-todo = to do
rows-remind = to remind
rows-check = to check
rows-whole-file = the whole file
cli-explain-rows = Write every row that is not kept or unknown to this file (local, never in continuous integration)
cli-check-rejections = Write to this file (local, never in continuous integration) where each row and each cell is that could not be read
cli-check-written = { $count ->
    [0] Every row and every cell could be read
    [one] 1 row or cell could not be read
   *[other] { $count } rows or cells could not be read
}: { $path } (file, line number, column, reason; no value). To be kept on this machine.
    .value = FILE
cli-explain-written = { $count ->
    [0] No row that is not kept or unknown
    [one] 1 row not kept or unknown
   *[other] { $count } rows not kept or unknown
}: { $path } (file, line number, reason; no value). Keep it on this machine.
cli-explain-no-rows = this requirement does not apply: it has no rows
    .help = call “charte explain” without --rows
cli-reminders-about = Local list, by name, of who is still to be reminded (or checked) for a roll-call
cli-reminders-usage = charte reminders [OPTIONS] --out <FILE> <REQUIREMENT>
cli-reminders-requirement = Requirement of type “roll_call”, as engagement/requirement
    .value = REQUIREMENT
cli-reminders-out = File to write (local, never in continuous integration)
    .value = FILE
cli-reminders-written = { $count ->
    [0] Nobody to remind
    [one] 1 person to remind or to check
   *[other] { $count } people to remind or to check
}: { $path }. This file holds names: keep it on this machine, do not store it with the charter, delete it after use.
cli-local-in-ci = this list is not written in continuous integration: others read its logs and files
    .help = run the command on your own machine (without the variable CI)
run-local-published = { $path } is in a published folder
    .help = choose a file outside of all that is published, in your documents for example
run-local-taken = { $path } is another file: it is not replaced
    .help = choose another name, or delete that file yourself
run-local-write = { $path } cannot be written
    .help = check that the folder exists, its rights, and the space on the disk
run-reminders-no-roll-call = “{ $requirement }” is no roll-call on a table
    .help = possible requirements: { $known }
run-reminders-changed = file { $file } of “{ $source }” is no longer the one that was just judged
    .help = run the command again once the export is in place
