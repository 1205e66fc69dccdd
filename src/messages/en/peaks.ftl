# Call peaks and quiet hours.

## Figures

cause-too-few-days = too few open days
    .settle = let the log run for at least twenty open days
target-peaks-at-least = at least { $share } of the published or measured slots are both at once
target-peaks-more-than = more than { $share } of the published or measured slots are both at once
found-peaks = { $part } both published and measured, of { $whole } that are one or the other ({ $percent })
found-peaks-none = no slot, neither published nor measured
found-unknown-slots = { $count ->
    [one] 1 undecided slot
   *[other] { $count } undecided slots
}
explain-unknown-slots = { $count ->
    [one] 1 undecided slot: { $reason }
   *[other] { $count } undecided slots: { $reason }
}
peaks-bounds = If no undecided slot suited: { $least } of { $whole }; if all of them did: { $most } of { $rest }
peaks-on-declaration = on a declared basis, to be measured before { $date }
peaks-rule = A slot of { $slot } min is { $sought ->
    [quiet] quiet if its calls come to at most
   *[peaks] a peak if its calls come to at least
} { $threshold } of the mean of its weekday, and do so in at least { $weeks } of the weeks
peaks-compared = Compared: the slots that are published (at least half of them) and the measured ones, one by one
peaks-calls = { $place }: { $calls } calls during opening hours, over { $days } days; { $outside } outside these hours or on a day left out
peaks-log = log from { $from }, the day of its first call, to { $to }, the day it was collected
peaks-unknown-calls = { $count ->
    [one] 1 call in an unknown slot
   *[other] { $count } calls in an unknown slot
}
peaks-unknown-beginning = an unknown call may precede all others: the log would then have up to { $days } days
peaks-inside = { $part } calls of { $whole } ({ $percent }) fall within the published { $sought ->
    [quiet] quiet hours
   *[peaks] peaks
}
peaks-left-out = left out { $days }: { $why ->
    [holiday] public holiday
    [closure] closure ({ $reason })
   *[exceptional] exceptional period ({ $reason })
}
peaks-published = published { $sought ->
    [quiet] quiet hours
   *[peaks] peaks
}: { $hours } ({ $basis ->
    [measured] measured
    [declared] declared by the staff
   *[arbitrary] chosen without measuring
}{ $on ->
    [none] {""}
   *[other] {" "}on { $on }
}{ $before ->
    [none] {""}
   *[other] , to be measured before { $before }
})
peaks-hypothesis = a choice without a measure proves nothing: the calls alone confirm it, or not
peaks-published-none = { $sought ->
    [quiet] no quiet hour is published
   *[peaks] no peak is published
}
peaks-measured = measured { $sought ->
    [quiet] quiet hours
   *[peaks] peaks
}: { $hours }
peaks-measured-none = { $sought ->
    [quiet] no quiet hour is measured
   *[peaks] no peak is measured
}
peaks-unpublished = { $sought ->
    [quiet] quiet hours that are not published
   *[peaks] peaks that are not published
}: { $hours }
peaks-refuted = published, but { $sought ->
    [quiet] not quiet
   *[peaks] no peak
}: { $hours }
peaks-undecided = undecided: { $hours }
peaks-between = ; {""}
peaks-day = { $day }
peaks-range = from { $from } to { $to }
peaks-hours = { $days } { $ranges }
peaks-and = { $first } and { $last }
peaks-operators = { $operators ->
    [one] 1 operator answers
   *[other] { $operators } operators answer
}, { $handling } a call
peaks-answered = { $when ->
    [busiest] in the busiest slot
   *[mean] on average
}: a load of { $units }.{ $hundredths } erlang, { $percent } of the calls answered within { $within }
peaks-overrun = { $when ->
    [busiest] in the busiest slot
   *[mean] on average
}: a load of { $units }.{ $hundredths } erlang, these operators cannot take it all: { $needed ->
    [one] at least 1 is needed
   *[other] at least { $needed } are needed
}
peaks-erlang = by Erlang’s waiting formula (1917), in which nobody hangs up: an order of magnitude, without effect on the result

## The verb “peaks”

peaks-heading-rule = Rule
peaks-heading-grounds = Calls
peaks-heading-published = Published
peaks-heading-measured = Measured
peaks-heading-service = Staff
peaks-heading-sentence = To publish
peaks-sentence = { $place }: { $sought ->
    [quiet] to wait less, call
   *[peaks] most calls come
} { $hours }.
peaks-sentence-none = { $sought ->
    [quiet] No hour is markedly quieter than the others: there is nothing to publish.
   *[peaks] No hour is markedly busier than the others: there is nothing to publish.
}
peaks-sentence-not-yet = Nothing yet: the calls do not allow a conclusion.
peaks-paste = To paste into charter.toml:
cli-peaks-about = Gives the measured call peaks and quiet hours, and what to publish of them
cli-peaks-usage = charte peaks [OPTIONS] [REQUIREMENT]
cli-peaks-requirement = Requirement, as engagement/requirement; all that measure peaks if it is left out
cli-peaks-none = the charter measures neither call peaks nor quiet hours
    .help = add a requirement with a block “[requirement.peaks]” to an engagement
cli-peaks-other = this requirement measures neither call peaks nor quiet hours
    .help = name a requirement that has a block “[requirement.peaks]”, or none to see them all

## Pages

publish-quiet-about = At these hours, calls are few: you will wait less.
publish-peaks-of = { $place } – { $basis }
publish-fact-peaks-basis = Basis
publish-fact-peaks-published = Published
publish-fact-peaks-measured = Measured
publish-fact-peaks-differences = Differences
publish-fact-peaks-grounds = Calls
publish-fact-peaks-service = Staff
