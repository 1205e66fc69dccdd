# Headings
cli-heading-usage = Usage:
cli-heading-options = Options
cli-heading-arguments = Arguments
cli-heading-commands = Verbs
cli-help = Show this help
cli-version = Show the version
cli-error = Error:
cli-after-help =
    Exit codes of "check": 0 nothing to act on, 1 at least one gap without a valid waiver,
    2 charter, call or output at fault, 3 no gap, but a result not shown.

# Program
cli-about = Checks a town hall's charter of engagements and publishes charter, guide and scorecard
cli-usage = charte [OPTIONS] <VERB>
cli-charter = The charter folder (otherwise: the nearest folder named "charter", going up)
    .value = DIR
cli-as_of = The day the results stand for, YYYY-MM-DD (otherwise: the latest collection date)
    .value = DATE
cli-previous = An earlier scorecard (scorecard.json) to compare the results with
    .value = FILE
cli-lang = Language of messages: fr or en (otherwise: the charter's)
    .value = LANG

# check
cli-check-about = Checks the charter against its evidence and shows the scorecard
cli-check-usage = charte check [OPTIONS]
cli-check-format = Form of the scorecard: terminal, json or markdown
    .value = FORMAT

# publish
cli-publish-about = Checks the charter, then publishes charter, guide and scorecard
cli-publish-usage = charte publish [OPTIONS]
cli-publish-out = Where to publish (otherwise: published)
    .value = DIR
cli-published =

    Published:
      for the public       { $public }
      for the staff        { $staff }
      for the auditor      { $audit }
    Open { $audit } first

# explain
cli-explain-about = Explains a requirement, from the promise to the result
cli-explain-usage = charte explain [OPTIONS] <REQUIREMENT>
cli-explain-requirement = Requirement, as engagement/requirement
    .value = REQUIREMENT
cli-explain-unknown = no requirement is called "{ $requirement }"{ $near ->
    [0] {""}
   *[other] ; did you mean "{ $nearest }"?
}
    .help = requirements of the charter: { $known }

# calendar
cli-calendar-about = Working days and holidays, under the charter's calendar
cli-calendar-usage = charte calendar [OPTIONS] <VERB>
cli-calendar-zone = Holiday zone: metropole, alsace-moselle, guadeloupe, martinique, guyane, reunion, mayotte, saint-martin, saint-barthelemy (Monday to Friday, no local closure)
    .value = ZONE
cli-calendar-good_friday = Count Good Friday as a holiday (Alsace-Moselle)
cli-calendar-add-about = The date after a number of working days; the start is not counted
cli-calendar-add-usage = charte calendar add [OPTIONS] <DATE> <DAYS>
cli-calendar-add-start = The start, not counted
    .value = DATE
cli-calendar-add-days = Number of working days
    .value = DAYS
cli-calendar-between-about = The number of working days between two dates; the start is not counted, the end is
cli-calendar-between-usage = charte calendar between [OPTIONS] <START> <END>
cli-calendar-between-start = The start, not counted
    .value = START
cli-calendar-between-end = The end, counted
    .value = END
cli-calendar-holidays-about = The holidays of a year
cli-calendar-holidays-usage = charte calendar holidays [OPTIONS] <YEAR>
cli-calendar-holidays-year = The year, from 1583 to 9999
    .value = YEAR
cli-calendar-range = the answer lies outside the years that the calendar can count (1583 to 9999)
    .help = give a nearer date, or fewer days

# schema
cli-schema-about = The JSON Schema of a charter document, for an editor's help
cli-schema-usage = charte schema <DOCUMENT>
cli-schema-document = Document: charter, sources, engagement, label or objections
    .value = DOCUMENT

# Faulty calls
cli-error-unknown-argument = there is no option "{ $subject }" here
cli-error-unknown-verb = there is no verb "{ $subject }"
cli-error-value-missing = a value is missing after "{ $subject }"
cli-error-value = "{ $value }" is no value of "{ $subject }"; possible values: { $known }
cli-error-value-invalid = "{ $value }" does not fit "{ $subject }" (a date is written YYYY-MM-DD; a number in digits, within the limits that the help gives)
cli-error-missing = { $subject } is missing
cli-error-no-verb = a verb is missing; possible verbs: { $known }
cli-error-surplus = "{ $subject }" is one word too many
cli-error-twice = "{ $subject }" can be given once only
cli-error-value-surplus = "{ $subject }" takes no value
cli-error-other = the call is not understood
cli-error-suggestion = Did you mean "{ $suggestion }"?
cli-error-help = For help: { $verbs } --help

# Scorecard
cli-scorecard-dates = Period from { $from } to { $to }; { $provisional ->
    [yes] provisional results
   *[no] results
} as of { $date }
cli-target = Target: { $target }
cli-cause = { $cause }: { $settle }
cli-was = before: { $verdict }, on { $date }
cli-waived = gap accepted until { $date }
cli-group = { $name }: { $text }
cli-label-blocked = { $title } (simulation): at least one point blocks. Self-assessment, neither label nor certification.
cli-label-clear = { $title } (simulation): nothing blocks. Self-assessment, neither label nor certification.

# Objections
run-objection-digest = the objection to a row of “{ $source }” is about another file than the one that is there: it is not applied
    .label = file { $file }, line { $line }
    .help = find the row in the present export, review it again, then copy its line and the digest of the file (scorecard.json, “sha256”)
run-objection-row = the objection to a row of “{ $source }” matches no judged row: it is not applied
    .label = file { $file }, line { $line }
    .help = check the file and the line; a row out of period, out of scope or set aside is not judged

# Files
run-no-charter = no charter folder here or above
    .help = go to the town hall's folder, or name it with --charter
run-not-a-charter = { $path } holds no file charter.toml
    .help = name the folder that holds charter.toml
run-charter-unreadable = { $path } cannot be read
    .help = check the file's permissions, and that it lies in the charter folder
run-charter-too-large = { $path } is too large for a charter file (4 MiB at most)
    .help = check that it is not an export put in the wrong place
run-before-period = { $date } comes before the reference period, which begins on { $from }
    .help = give --as-of a day of the period, or later
run-no-key = the machine gives no random numbers
    .help = check the system; without them, identifiers would not be protected
run-output-not-ours = { $path } holds something that charte did not publish
    .help = choose an empty or new folder with --out; nothing was changed
run-output-write = { $path } cannot be written{ $why ->
    [rights] : permission is lacking
    [space] : there is no space left
    [file] : a file stands where a folder should be
   *[other] {""}
}
    .help = check permissions and disk space; what was published is still there
run-attestation-ends = the attestation “{ $source }” { $days ->
    [0] is valid on this day for the last time
    [one] is valid for one more day, until { $until }
   *[other] is valid for { $days } more days, until { $until }
}
    .label = valid until { $until }
    .help = have what it attests confirmed, then update “collected”; after that day, what rests on it will be “not shown”
run-waiver-expired = the accepted gap of “{ $requirement }” is over (last day: { $until })
    .label = last day
    .help = decide what comes next: mend it, or have the gap accepted again; remove this block if it is of no more use
run-waiver-ends = the accepted gap of “{ $requirement }” { $days ->
    [0] is valid on this day for the last time
    [one] is valid for one more day, until { $until }
   *[other] is valid for { $days } more days, until { $until }
}
    .label = last day
    .help = after that day the gap will ask for action again
run-waiver-unused = the accepted gap of “{ $requirement }” is of no use: there is no gap
    .label = accepted until this day
    .help = remove this block, or keep it if the gap may come back before the period ends
run-waiver-exceeded = the gap of “{ $requirement }” is worse than what was accepted, or may be
    .label = accepted until this day, within “ceiling”
    .help = the gap asks for action; if it is to be accepted as it is, have it approved with another ceiling
run-previous = { $path } is no scorecard of this version of charte
    .help = name a file scorecard.json that charte published
