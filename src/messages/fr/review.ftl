### Contestations, versions du support, bornes, lignes et relances.

## Versions du support

support-version = { $id }, en vigueur { $state ->
    [later] à partir du { $date }
   *[other] depuis le { $date }
} : { $state ->
    [counts] compte
    [until] compte encore jusqu’au { $until }
    [later] pas encore
   *[over] ne compte plus
} ; { $resets ->
    [yes] remet la sensibilisation à zéro
   *[no] ne remet rien à zéro
} ({ $change })

## Contestations

objection-reason = Écarté après contestation
objection-row = fichier { $file } ligne { $line } : { $outcome ->
    [confirmed] confirmée
    [success] corrigée, compte comme tenue
    [failure] corrigée, compte comme non tenue
   *[aside] corrigée, écartée
}. Motif : { $ground } (contestée par { $objector }, examinée par { $reviewer } le { $date } ; { $decision }){ $state ->
    [applied] {""}
    [other-file] . Non appliquée : le fichier a changé depuis
   *[no-row] . Non appliquée : aucune ligne jugée à cet endroit
}
objection-before = avant correction : { $found }{ $unknown }, { $verdict }

## Bornes

bounds-exact = { $part }/{ $whole } = { $percent } { $sign } { $target }
bounds-worst = { $even ->
    [yes] Même si
   *[no] Si
} { $unknown ->
    [one] le cas inconnu était un échec
   *[other] les { $unknown } cas inconnus étaient des échecs
} : { $part }/{ $whole } = { $percent } { $sign } { $target }
bounds-best = { $even ->
    [yes] Même si
   *[no] Si
} { $unknown ->
    [one] le cas inconnu était tenu
   *[other] les { $unknown } cas inconnus étaient tous tenus
} : { $part }/{ $whole } = { $percent } { $sign } { $target }
