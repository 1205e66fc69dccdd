# Published pages: charter, guide, scorecard.

publish-template = { $line ->
    [0] the template "{ $template }" is at fault
   *[other] the template "{ $template }" is at fault on line { $line }
}{ $kind ->
    [syntax] : its syntax cannot be read
    [undefined] : a value does not exist
    [unknown] : a filter, test, function or message does not exist
    [template] : it calls a template that does not exist
   *[other] : it cannot be rendered
}{ $excerpt ->
    [none] {""}
   *[other] {" "}("{ $excerpt }")
}
    .help = compare it with the shipped template of the same name, or remove it to go back to that one

# Frame
publish-name-public = Charter
publish-name-staff = Awareness guide
publish-name-audit = Scorecard
publish-notice = Self-assessment: neither a label nor a certification.
publish-footer = { $charter }, version { $version }. Published by charte { $tool }.
publish-skip = Skip to content
publish-way = On this page
publish-contents = Contents
publish-version = Version { $version }
publish-since = In force since { $date }
publish-from = In force from { $date }
publish-pair = { $label }: { $value }
publish-count = { $name }: { $count }
publish-separator = ; {""}
publish-table = Table
publish-provisional = Provisional results, as of { $date }: the period ends on { $end }.
publish-provisional-short = (provisional)

# Sections
publish-section-engagements = Our engagements
publish-section-hours = Opening hours
publish-section-delays = Announced delays for an appointment
publish-section-peaks = When to call
publish-section-closures = Announced closures
publish-section-reciprocal = What you can do
publish-section-complaints = Complaints
publish-section-duties = What each engagement asks of me
publish-section-summary = In brief
publish-section-gaps = Gaps
publish-section-unknown = Not shown
publish-section-all = Every engagement
publish-section-labels = Grids, simulated
publish-section-exceptional = Exceptional periods
publish-section-sources = Evidence
publish-section-method = Method

# Charter
publish-results = Results
publish-result = Latest result:
publish-channels = Channels: { $names }
publish-services = Services concerned: { $names }
publish-services-all = All services are concerned
publish-here = Services: { $names }
publish-days = Days
publish-hours = Hours
publish-closed = Closed
publish-days-pair = { $from } and { $to }
publish-days-range = { $from } to { $to }
publish-day = { $weekday } { $date }
publish-time = { $hour }:{ $minute }
publish-time-hour = { $hour }:00
publish-time-range = { $from } – { $to }
publish-dates-on = on { $date }
publish-dates-range = from { $from } to { $to }
publish-dates-from = from { $from }
publish-hours-caption = Hours: { $name }
publish-hours-ordinary = Ordinary week
publish-hours-exceptions = Next days that differ
publish-hours-holidays = Open on these public holidays
publish-holidays-closed = Our sites are closed on public holidays.
publish-closures-none = No closure is announced.
publish-service = Service
publish-delays-about = The delay is counted in working days, from the day after your request to the first slot offered. The one owed to you is that of the day of your request.
publish-delay-on = Request made on { $date }
publish-delay-then = Afterwards
publish-delay-none = No announced delay
publish-delay-until = { $delay }, until { $to }
publish-delay-next = { $delay }, { $days }
publish-delay-no-change = No change announced
publish-peaks-about = Calls are many at these hours: you will wait less if you call at another time.
publish-peak-measured = Hours measured on the call log{ $on ->
    [none] {""}
   *[other] {" "}until { $on }
}
publish-peak-declared = Hours declared by the switchboard's agents{ $on ->
    [none] {""}
   *[other] {" "}on { $on }
}, to be measured before { $before }{ $late ->
    [0] {""}
   *[other] {" "}(not measured yet, and that day has passed)
}
publish-peak-arbitrary = Hours chosen without a measure{ $on ->
    [none] {""}
   *[other] {" "}on { $on }
}, to be confirmed by the calls

# Guide
publish-duties-about = The rules below are those that the scorecard checks.
publish-owner = Owner: { $name }

# Scorecard
publish-counts = Requirements by result
publish-fact-organisation = Organisation
publish-fact-charter = Charter
publish-fact-version = Version
publish-fact-in-force = In force since
publish-fact-period = Reference period
publish-fact-as-of = Results as of
publish-fact-tool = Software version
publish-fact-theme = Theme
publish-fact-channels = Channels
publish-fact-services = Perimeter
publish-fact-owner = Owner
publish-fact-target = Target
publish-fact-found = Found
publish-fact-found-all = Found, as a whole
publish-fact-total = Result, as a whole
publish-fact-unknown = Unknown cases
publish-fact-margin = Margin
publish-fact-previous = Trend
publish-fact-interval = Interval
publish-fact-plan = Control plan
publish-fact-settle = What would settle it
publish-fact-source = Evidence
publish-fact-motive = Reason
publish-fact-decision = Decision
publish-fact-waived = Gap accepted until
publish-fact-counted = Cases counted
publish-fact-proof = Kind of proof
publish-fact-register = Compared register
publish-fact-support = Version of the support
publish-fact-before = Before objections
publish-fact-objection = Objection
publish-decision-objection = See the objections
publish-fact-left-out = Rows not counted
publish-fact-upper-bound = Upper bound
publish-fact-lost = Lost rows
publish-fact-framework = Framework
publish-fact-origin = Origin of the rules
publish-fact-minor-gaps = Minor gaps
publish-fact-nature = Nature
publish-fact-system = Tool
publish-fact-control-plan = Plan
publish-fact-collected = Collected up to
publish-fact-valid-until = Valid until
publish-fact-rows = Rows
publish-fact-days = Expected days
publish-none-gaps = No gap.
publish-none-unknown = All that had to be measured is.
publish-engagement = Engagement { $number } – { $title }
publish-severity = { $severity } requirement
publish-source = Evidence:
publish-actions = Actions
publish-actions-none = No action declared
publish-overdue = overdue
publish-effect = Effect: { $text }
publish-due-none = no due date
publish-state-open = to do
publish-state-doing = under way
publish-state-done = done
publish-waivers = Accepted gaps
publish-waiver = asked for by: { $author }; accepted by: { $approver }; until { $until }{ $ceiling }; decision: { $decision }
publish-expired = expired
publish-findings = Baseline findings
publish-decision = { $by }, { $on } ({ $record })
publish-decision-none = decision not recorded
publish-decision-rule = part of the rule
publish-unknown = { $total } ({ $reasons })
publish-left-out = { $period } out of period, { $scope } out of perimeter, { $population } not concerned
publish-upper-bound = the first slot offered is not recorded: the delay to the slot chosen is an upper bound; beyond the limit the case is unknown
publish-lost = an unknown number of rows is missing: nothing can be concluded
publish-state-on = list as it stands on { $date }
publish-set-aside = Cases set aside
publish-reason = Reason
publish-cases = Cases
publish-decided = Decision
publish-groups-judged = By { $by } (each group is judged)
publish-groups-least = By { $by } (each group of at least { $least } cases is judged)
publish-groups-shown = By { $by } (displayed, not judged)
publish-groups-guilty = Groups at stake
publish-group = Group
publish-group-shown = not judged
publish-outcome = Result
publish-found = Found
publish-unknown-cases = Unknown
publish-more = Details
publish-failing = Examples of failures:
publish-doubtful = Examples of unknown cases:
publish-row = { $source }, file { $file }, line { $line }
publish-label-notice = Simulation under the grid { $title }. Self-assessment, neither a label nor a certification.
publish-label-blocked = Under this grid, an audit would be blocked.
publish-label-clear = Under this grid, nothing blocks.
publish-minor-gaps-of = { $count } (from { $limit } on, they weigh as much as a major gap)
publish-clauses = Clauses of the grid
publish-clause = Clause
publish-blocks = blocks
publish-requirements = Requirements
publish-sources-about = For each piece of evidence, rows read + rows joined to another + rows rejected = rows of the file. Rejected rows count as unknown cases. Rows joined to another repeat one event, or carry it on.
publish-rows = { $read } read{ $merged ->
    [0] { "" }
    [one] { " " }+ one joined to another
   *[other] { " " }+ { $merged } joined to another
} + { $rejected } rejected{ $skipped ->
    [0] { "" }
   *[other] { " " }+ { $skipped } passed over
} = { $total }
publish-file-merged = { $read } + { $merged ->
    [one] one joined
   *[other] { $merged } joined
}
publish-plan = { $size } cases drawn, at most { $accept } accepted gaps, set on { $on }; draw: { $draw }; decision: { $decision }
publish-no-limit = no limit
publish-stale = out of date
publish-files = Files
publish-file = File
publish-file-rows = Rows
publish-file-read = Read
publish-file-rejected = Rejected
publish-file-unreadable = Unreadable cells
publish-first-located = Where the first rows and cells are that could not be read
publish-located = file { $file }{ $sheet ->
        [0] {""}
       *[other] , sheet { $sheet }
    }, line { $line }{ $cell ->
        [0] {""}
       *[1] , column “{ $column }”
    }: { $cause }
publish-rejected-cell-unreadable = does not follow the declared format
publish-rejected-cell-new-value = value that is not declared
publish-rejected-fact-unknown = fact not recognised
publish-file-unused = unusable
publish-rejected-field-count = number of cells
publish-rejected-stray-quote = misplaced quote
publish-rejected-too-long = row too long
publish-rejected-unclosed-quote = unclosed quote
publish-rejected-json-broken = faulty JSON object
publish-charter-files = Files of the charter
publish-method-bounds = A result is "met" if it stays so with every unknown case counted as a failure, and a "gap" if it stays so with every one counted as a success. In between, it is "not shown".
publish-method-census = A census is compared with the target directly.
publish-method-sample = A sample is judged on its Wilson interval at 95%: the whole interval must lie on the right side of the target.
publish-method-plan = A control plan fixes beforehand the number of cases, how they are drawn and how many gaps are accepted.
publish-method-quantile = A quantile is an observed value: that of the nearest rank, without interpolation.
publish-method-start-day = Within a delay, the start day does not count; the last day does.
publish-method-groups = A case whose group is not known is an unknown case of every group: groups may add up to more than the total.
publish-method-margin = “n cases are lacking” supposes that every unknown case succeeds; “the nth further failure would break the commitment” supposes that every one fails.
publish-method-rounding = Displayed percentages are rounded down to a tenth; comparisons use exact fractions.
publish-method-roll-up = An engagement takes the result of its least favourable requirement; it is never an average.
