# Results
verdict-met = Met
verdict-close = Met, close
verdict-minor-gap = Minor gap
verdict-major-gap = Major gap
verdict-not-shown = Not shown
verdict-no-case = No case occurred
verdict-not-applicable = Not applicable

# Results for the public
public-met = Kept
public-close = To be improved
public-minor-gap = To be improved
public-major-gap = Not kept
public-not-shown = Not shown yet
public-no-case = No case occurred
public-not-applicable = Not applicable

# Causes of "not shown"
cause-no-evidence = no evidence
    .settle = provide the expected file, or mend its declaration in sources.toml
cause-stale = evidence out of date
    .settle = collect more recent evidence
cause-period-incomplete = period incomplete
    .settle = collect evidence up to the end of the period, without a forgotten export
cause-unreadable = evidence partly unreadable
    .settle = mend the rows that were reported and run again
cause-not-recorded = field not recorded
    .settle = have the tool record what is missing
cause-ambiguous = contradictory data
    .settle = check the reported rows with the service
cause-no-reference = nothing to compare with
    .settle = write into charter.toml what is missing on those days (announced delay, opening hours)
cause-too-many-unknown = too many unknown cases
    .settle = complete or mend the unknown cases: they could change the result
cause-too-few-cases = too few cases
    .settle =
        { $further ->
            [0] observe more cases
            [one] observe at least 1 more case, compliant
           *[other] observe at least { $further } more cases, all compliant
        }

# Unknown cases
doubt-not-recorded = not recorded
doubt-unreadable = unreadable
doubt-contradictory = contradictory
doubt-no-reference = no announced delay on that day

# Kinds of evidence
proof-census = census
proof-sample = sample
proof-control-plan = control plan
nature-published-document = published document
nature-visual-record = visual record
nature-software-export = software export
nature-schedule = schedule
nature-sample = sample
nature-mystery-sheet = mystery visit sheet
nature-survey = survey
nature-register = register
nature-attestation = attestation
nature-observation = observation

severity-major = major
severity-minor = minor

# Units
unit-working-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
unit-calendar-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
unit-count = { $count }

# Targets
target-at-least = at least { $share }
target-more-than = more than { $share }
target-at-most = at most { $share }
target-all = all cases
target-none = no case
target-limit-max-at-most = never more than { $limit }
target-limit-max-less-than = always less than { $limit }
target-limit-at-most = { $share } of cases within { $limit }
target-limit-less-than = { $share } of cases in less than { $limit }
target-variety = { $count ->
    [one] at least 1 value
   *[other] at least { $count } different values
}
target-cadence = { $count ->
    [one] one every day
   *[other] at least one every { $count } days
}

# Readings
found-none = no case
found-share = { $part } of { $whole } ({ $percent })
found-limit = { $part } of { $whole } ({ $percent }), value: { $value }
found-limit-plain = { $part } of { $whole } ({ $percent })
found-variety = { $count ->
    [0] no value
    [one] 1 value: { $values }
   *[other] { $count } values: { $values }
}
found-cadence = { $missing ->
    [0] rhythm kept
    [one] 1 event is missing
   *[other] { $missing } events are missing
}
found-longest = { $days ->
    [one] longest stretch without: 1 day ({ $from })
   *[other] longest stretch without: { $days } days ({ $from } – { $to })
}
found-unknown = { $count } unknown
found-previous = { $worse ->
    [yes] getting worse: { $found } on { $date }
   *[no] before: { $found } on { $date }
}
found-interval = between { $low } and { $high } (95% interval)
found-plan = { $failures ->
    [0] under the control plan: 0 gaps in { $size }
    [one] under the control plan: 1 gap in { $size }
   *[other] under the control plan: { $failures } gaps in { $size }
}
margin-breaks = { $count ->
    [one] the next failure would break it
   *[other] { $count } further failures would break it
}
margin-lacks = { $count ->
    [one] 1 case short
   *[other] { $count } cases short
}
group-small = too few cases
group-small-year = too few cases, over 12 months: { $part } of { $whole }
grace-reason = Newcomer, still within the time to attend

# Headline
headline = { $provisional ->
    [yes] On { $date } (provisional)
   *[no] On { $date }
}, of { $total ->
    [one] 1 engagement
   *[other] { $total } engagements
}: { $parts }.
headline-met = { $count } kept
headline-improve = { $count } to be improved ({ $names })
headline-failed = { $count } not kept ({ $names })
headline-unknown = { $count } not shown yet ({ $names })
headline-no-case = { $count } without a case
headline-neutral = { $count } not applicable
headline-none = no result

# Explanation of a requirement
explain-promise = Promise
explain-rule = Rule
explain-evidence = Evidence
explain-rows = Rows
explain-figures = Figures
explain-motive = Motive
explain-result = Result
explain-groups = Groups
explain-decisions = Decisions
explain-actions = Actions
explain-examples = Examples
explain-share = A case holds when: { $text }
explain-limit = Quantity compared with the limit: { $text }
explain-roll-call = Everyone on the list must be in "{ $text }"
explain-among = Among the rows where: { $text }
explain-set-aside = Set aside when: { $text } ({ $reason })
explain-source = { $id } – { $title }; { $proof }, collected on { $date }; { $read } { $read ->
    [one] row read
   *[other] rows read
}{ $merged ->
    [0] { "" }
    [one] { " " }+ one joined to another
   *[other] { " " }+ { $merged } joined to another
} + { $rejected } rejected{ $skipped ->
    [0] { "" }
   *[other] { " " }+ { $skipped } passed over
} = { $rows }
explain-out-of-period = { $count } out of period
explain-out-of-scope = { $count } out of scope
explain-not-concerned = { $count } not concerned
explain-aside = { $count } set aside: { $reason }
explain-judged = { $count ->
    [one] 1 case judged
   *[other] { $count } cases judged
}
explain-open = An unknown number of cases is missing: a file or rows could not be read
explain-unknown = { $count } unknown: { $reason }
explain-total = The whole would be "{ $verdict }", but a group weighs more
explain-waiver = Gap accepted until { $date }: { $reason } (asked by { $author }, approved by { $approver }; { $decision })
explain-waiver-flagged = { $text }. Note: { $flag }
explain-action = { $text } ({ $owner }, { $state }{ $due ->
    [none] {""}
   *[other] , due: { $due }
}{ $overdue ->
    [yes] , overdue
   *[no] {""}
}{ $since ->
    [ineffective] , without effect in the evidence after it
    [not-shown] , effect not shown
   *[other] {""}
})
explain-row = file { $file } line { $line }
explain-failing = Fails: { $rows }
explain-doubtful = Unknown: { $rows }
action-open = to do
action-doing = in progress
action-done = done
decision = decided by { $by } on { $date }, { $record }
decision-missing = decision not given

# Conditions
describe-and = and
describe-or = or
describe-any = ({ $parts })
describe-not = not ({ $part })
describe-is = { $left } is { $right }
describe-is-not = { $left } is not { $right }
describe-at-most = { $left } ≤ { $right }
describe-less-than = { $left } < { $right }
describe-at-least = { $left } ≥ { $right }
describe-more-than = { $left } > { $right }
describe-recorded = { $name } is filled in
describe-not-recorded = { $name } is not filled in
describe-value = "{ $value }"
describe-yes = yes
describe-no = no

# Expected days and validity of a piece of evidence
days-day = on { $from }
days-run = from { $from } to { $to }
days-all = { $expected ->
    [0] no day was expected yet
    [one] rows on the only expected day
   *[other] rows on each of the { $expected } expected days
}
days-silent = { $silent ->
    [one] one day without a row
   *[other] { $silent } days without a row
} of { $expected } expected: { $days }
days-irregular = silence is ordinary: { $reason } ({ $decision })
days-may-be-empty = silence is ordinary: this register may be empty
explain-days = Expected days: { $text }
explain-valid-until = Valid until { $date }
