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

bounds-exact = { $part }/{ $whole } = { $percent } { $sign } { $target }
bounds-worst = { $even ->
    [yes] Even if
   *[no] If
} { $unknown ->
    [one] the unknown case failed
   *[other] the { $unknown } unknown cases failed
}: { $part }/{ $whole } = { $percent } { $sign } { $target }
bounds-best = { $even ->
    [yes] Even if
   *[no] If
} { $unknown ->
    [one] the unknown case was kept
   *[other] the { $unknown } unknown cases were all kept
}: { $part }/{ $whole } = { $percent } { $sign } { $target }
