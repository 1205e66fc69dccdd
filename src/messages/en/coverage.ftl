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

## Editor help

schema-charter-sites-kind = What is open at these hours: "site" (a building, by default), "desk" or "line" (a telephone line).
schema-sources-quantities-open = Yes if the place is open at that instant, by the hours of charter.toml.
schema-sources-quantities-open-site = Column of the place.
schema-sources-quantities-open-over = Id of the place, when the source has no column of places.
schema-sources-quantities-open-at = Column of the instant.
schema-sources-quantities-until_closing = Time left until closing; zero outside the opening hours.
schema-sources-quantities-until_closing-site = Column of the place.
schema-sources-quantities-until_closing-over = Id of the place, when the source has no column of places.
schema-sources-quantities-until_closing-at = Column of the instant.
schema-engagement-requirement-coverage = Measure: part of the open minutes that intervals cover from end to end, place by place; each gap is given to the minute.
schema-engagement-requirement-coverage-from = Column of the start: an instant, a day (from midnight), or a time of the day if “on” is given.
schema-engagement-requirement-coverage-to = Column of the end: an instant, a day (included), or a time of the day if “on” is given.
schema-engagement-requirement-coverage-lasting = Column of the duration, instead of “to”.
schema-engagement-requirement-coverage-on = Column of the day, when “from” and “to” are times of the day (columns of type "duration", format "HH:MM").
schema-engagement-requirement-coverage-site = Column of the place, desk or line.
schema-engagement-requirement-coverage-over = Places to be covered, by their ids; left out, all that the column “site” can name. Without “site”, each row covers them all.
schema-engagement-requirement-coverage-longest = Duration that no interval exceeds, for example "12 h": it bounds those whose end was not recorded.
schema-engagement-requirement-coverage-also = Further sources of cover: relay, voice server, call transfer, terminal.
schema-engagement-requirement-coverage-also-source = Source, in sources.toml.
schema-engagement-requirement-coverage-also-from = Column of the start.
schema-engagement-requirement-coverage-also-to = Column of the end.
schema-engagement-requirement-coverage-also-lasting = Column of the duration, instead of “to”.
schema-engagement-requirement-coverage-also-on = Column of the day, when “from” and “to” are times of the day.
schema-engagement-requirement-coverage-also-site = Column of the place, desk or line.
schema-engagement-requirement-coverage-also-over = Places that each row covers, by their ids.
schema-engagement-requirement-coverage-also-longest = Duration that no interval exceeds.
schema-engagement-requirement-coverage-also-where = Condition that a row must fulfil to cover.
schema-engagement-requirement-coverage-at_least = Target: at least this part of the open minutes, for example "100 %".
schema-engagement-requirement-coverage-more_than = Target: more than this part of the open minutes, itself excluded.
