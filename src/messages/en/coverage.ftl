# Coverage of the opening hours, before closing, changes of the clock.

## Figures

doubt-clock-change = a time that the change of the clock skips or repeats
doubt-not-collected = after the day of collection
target-coverage-all = all opening hours
target-coverage-at-least = at least { $share } of the opening hours
target-coverage-more-than = more than { $share } of the opening hours
found-coverage = { $part } minutes covered out of { $whole } open ({ $percent })
found-coverage-none = no opening hours
found-unknown-minutes = { $count ->
    [one] 1 minute unknown
   *[other] { $count } minutes unknown
}
margin-uncovers = { $count ->
    [one] a single further minute without cover would break it
   *[other] { $count } further minutes without cover would break it
}
margin-uncovered = { $count ->
    [one] 1 minute is lacking
   *[other] { $count } minutes are lacking
}
coverage-gap = { $place }, { $date }, from { $from }{ $repeated ->
    [yes] {" "}(after the change to winter time)
   *[no] {""}
} to { $to } ({ $minutes } min): { $known ->
    [yes] not covered
   *[no] cover unknown
}
coverage-gaps-more = { $count ->
    [one] and 1 more, in scorecard.json
   *[other] and { $count } more, in scorecard.json
}
explain-gaps = Not covered
explain-coverage-places = Opening hours to be covered: { $places }
explain-coverage = Covered by “{ $source }”, from { $from } to { $to } (place: { $places }){ $condition ->
    [none] {""}
   *[other] , where: { $condition }
}
explain-unknown-minutes = { $count ->
    [one] 1 minute unknown: { $reason }
   *[other] { $count } minutes unknown: { $reason }
}
explain-bounds-minutes = If no unknown minute were covered: { $least } of { $whole }; if all were: { $most } of { $whole }

## Pages

publish-gaps-coverage = Hours not covered:
publish-fact-also = Also covered by
publish-kind-desk = Desk
publish-kind-line = Telephone line
