### E-mails: what could not be read of them, what the pages say of them.

## Reading

evidence-mail-empty = file { $file } of source “{ $source }” is empty: it holds no message
    .help = export again; if the mailbox really has no message, remove this file from “files”
evidence-mail-outlook = file { $file } of source “{ $source }” is in Outlook's own format (.msg or .pst), which is not read here
    .help = in Outlook, save the messages with “Save as” in .eml format, or export the mailbox as mbox from the mail program or the server
evidence-mail-too-many = file { $file } of source “{ $source }” holds more than a million messages
    .help = export the mailbox by shorter periods, one file for each
evidence-row-message-unreadable = { $count ->
        [one] one item rejected
       *[other] { $count } items rejected
    } in file { $file } of source “{ $source }”: these are no messages (from no. { $line })
    .help = a message begins with lines “From:”, “Date:”, “Subject:”; remove from the folder what is none, or export again
evidence-row-message-too-long = { $count ->
        [one] one message rejected
       *[other] { $count } messages rejected
    } in file { $file } of source “{ $source }”: over 32 MiB, or over 256 KiB of headers (from no. { $line })
    .help = these messages count as unknown cases; until they are read, no message can be said to be unanswered
evidence-row-message-too-complex = { $count ->
        [one] one message rejected
       *[other] { $count } messages rejected
    } in file { $file } of source “{ $source }”: too many parts or lines for an ordinary message (from no. { $line })
    .help = these messages count as unknown cases; until they are read, no message can be said to be unanswered
evidence-row-message-outlook = { $count ->
        [one] one message rejected
       *[other] { $count } messages rejected
    } in file { $file } of source “{ $source }”: in Outlook's own format (.msg), which is not read here (from no. { $line })
    .help = in Outlook, save these messages in .eml format, or export the mailbox as mbox from the mail program or the server
evidence-fact-unknown = the fact “{ $column }” is not recognised in { $count ->
        [one] one message
       *[other] { $count } messages
    } of file { $file } of source “{ $source }” (from no. { $line })
    .help = compare that message with “template”: add the wording, role or address if the town accepts it; otherwise the case stays unknown

## Pages

publish-fact-skipped = Passed over
publish-skipped-other-mailbox = other mailbox
publish-skipped-personal = personal or private
publish-skipped-draft = drafts
publish-skipped-repeated = copies
publish-rejected-message-unreadable = not a message
publish-rejected-message-too-long = message too large
publish-rejected-message-too-complex = message too complex
publish-rejected-message-outlook = Outlook format
