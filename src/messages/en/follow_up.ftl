# Decisions, accepted gaps, options and actions, dated requirements, grids.

## Decisions

choice-not-applicable = Not applicable: { $text }
choice-set-aside = Cases set aside: { $text }
choice-tolerance = { $stated ->
    [0] Tolerance
   *[other] Tolerance of { $amount }
}
choice-grace = Time given to newcomers: { $amount }
choice-close = Threshold of a "close" result: { $target }
choice-min-cases = Groups are judged from { $amount } cases on
choice-target = Target: { $target }
choice-lower-target = Target below that of the framework ({ $text }): { $target }
choice-waiver = Gap accepted until { $to }: { $text }
choice-objection = Objection, file { $file } line { $line }: { $text }
choice-exceptional-period = Exceptional period from { $from } to { $to }: { $text }
choice-announced-delay = { $open ->
    [0] Announced delay from { $from } to { $to }: { $amount }
   *[other] Announced delay from { $from } on: { $amount }
}
choice-support = Version of the support, in force from { $from }: { $text }
choice-call-peak = Call peaks published without a measure: { $text }
choice-quiet-hour = Quiet hours published without a measure: { $text }
choice-irregular-rows = Days without a row taken as ordinary: { $text }
choice-control-plan = Control plan of { $from }: { $text }
choice-grid = Rules of the grid: { $text }
publish-choices = { $count ->
    [one] One decision
   *[other] { $count } decisions
}: { $open ->
    [0] all are recorded.
    [one] one is not recorded.
   *[other] { $open } are not recorded.
}
publish-choice = What is decided
publish-choice-place = Where
publish-choice-by = By
publish-choice-on = On
publish-choice-record = Record
publish-choice-town = The whole charter
publish-services-every = All services
publish-section-decisions = Register of decisions
publish-fact-reference = Asked by the framework
reference-asks = { $target } ({ $source }){ $below ->
    [0] {""}
   *[other] ; the town's target is below it
}

## Accepted gaps

waiver-exceeded = the gap is worse than what was accepted, or may be
waiver-unused = without effect: no gap
waiver-not-shown = without effect as long as the result is not shown
waiver-to-come = not yet in force: from { $from } on
waiver-ends = { $days ->
    [0] valid on this day for the last time
    [one] valid for one more day
   *[other] valid for { $days } more days
}
waiver-ceiling = {" "}as long as { $target } is found

## Dated requirements

dated-days = { $kind ->
    [both] from { $from } to { $until }
    [from] from { $from } on
    [until] until { $until }
   *[always] from the beginning
}{ $judged ->
    [0] ; no day of the period is judged
   *[other] {""}
}
dated-change = { $kind ->
    [replaces] From { $from } on: { $title } (until then: { $before })
    [replaces-until] From { $from } to { $until }: { $title } (until then: { $before })
    [from] From { $from } on: { $title }
    [both] From { $from } to { $until }: { $title }
   *[until] Until { $until }: { $title }
}
dated-no-day = no day
publish-fact-dated = In force
publish-fact-replaces = Replaces

## Options and actions

choice-option-kept = Option kept: { $text }
choice-option-rejected = Option rejected: { $text }
publish-options = Options discussed
publish-option = { $state ->
    [kept] kept
    [rejected] rejected
   *[proposed] proposed
}{ $dated ->
    [0] {""}
   *[other] {" "}on { $date }
}{ $explained ->
    [0] {""}
   *[other] {" "}– reason: { $why }
}{ $state ->
    [proposed] {""}
   *[other] {" "}– decision: { $decision }
}
publish-state-done-on = done on { $date }
publish-kind-of-action-correction = correction
publish-kind-of-action-corrective = corrective action
publish-effect-on = seen on { $date } – { $text }
publish-ineffective = without effect: the gap persists in the evidence after it
publish-unproven = without proof of effect
publish-effect-not-shown = effect not shown by the evidence after it

## Grids

publish-framework = { $name }, version { $version }
publish-fact-major-gaps = Major gaps
publish-fact-not-applicable = Not applicable
publish-major-gaps = { $count }; not shown: { $missing }{ $major ->
    [0] {""}
   *[other] , counted as a major gap
}
publish-not-applicable = { $count } of { $all }{ $kind ->
    [count] {" "}(at most { $most })
    [share] {" "}(at most { $share })
    [both] {" "}(at most { $most }, and at most { $share })
   *[none] {""}
}{ $exceeded ->
    [0] {""}
   *[other] : too many for this grid, which blocks
}
publish-clause-empty = no requirement answers this clause

## Explanation of a requirement

explain-dated = In force: { $days }
explain-reference = Asked by the framework: { $asked }
explain-choice = { $what } – { $decision }
