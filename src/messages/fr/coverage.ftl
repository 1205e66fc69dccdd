# Couverture des horaires d’ouverture, avant la fermeture, changements d’heure.

## Relevés

doubt-clock-change = heure sautée ou doublée au changement d’heure
doubt-not-collected = après le jour de la collecte
target-coverage-all = toutes les heures d’ouverture
target-coverage-at-least = au moins { $share } des heures d’ouverture
target-coverage-more-than = plus de { $share } des heures d’ouverture
found-coverage = { $part } minutes couvertes sur { $whole } d’ouverture ({ $percent })
found-coverage-none = aucune heure d’ouverture
found-unknown-minutes = { $count ->
    [one] 1 minute inconnue
   *[other] { $count } minutes inconnues
}
margin-uncovers = { $count ->
    [one] une seule minute non couverte de plus romprait l’engagement
   *[other] la { $count }ᵉ minute non couverte supplémentaire romprait l’engagement
}
margin-uncovered = { $count ->
    [one] il manque 1 minute
   *[other] il manque { $count } minutes
}
coverage-gap = { $place }, le { $date }, de { $from }{ $repeated ->
    [yes] {" "}(après le passage à l’heure d’hiver)
   *[no] {""}
} à { $to } ({ $minutes } min) : { $known ->
    [yes] non couvert
   *[no] couverture inconnue
}
coverage-gaps-more = { $count ->
    [one] et 1 autre, dans scorecard.json
   *[other] et { $count } autres, dans scorecard.json
}
explain-gaps = Non couvert
explain-coverage-places = Heures d’ouverture à couvrir : { $places }
explain-coverage = Couvert par « { $source } », de { $from } à { $to } (lieu : { $places }){ $condition ->
    [none] {""}
   *[other] , lorsque : { $condition }
}
explain-unknown-minutes = { $count ->
    [one] 1 minute inconnue : { $reason }
   *[other] { $count } minutes inconnues : { $reason }
}
explain-bounds-minutes = Si aucune minute inconnue n’était couverte : { $least } sur { $whole } ; si toutes l’étaient : { $most } sur { $whole }

## Pages

publish-gaps-coverage = Heures non couvertes :
publish-fact-also = Couvert aussi par
publish-kind-desk = Guichet
publish-kind-line = Ligne téléphonique
