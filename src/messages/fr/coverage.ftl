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

## Aide des éditeurs

schema-charter-sites-kind = Ce qui ouvre à ces heures : "site" (un bâtiment, par défaut), "desk" (un guichet) ou "line" (une ligne téléphonique).
schema-sources-quantities-open = Oui si le lieu est ouvert à cet instant, d'après les horaires de charter.toml.
schema-sources-quantities-open-site = Colonne du lieu.
schema-sources-quantities-open-over = Identifiant du lieu, quand la source n'a pas de colonne de lieu.
schema-sources-quantities-open-at = Colonne de l'instant.
schema-sources-quantities-until_closing = Durée qui reste jusqu'à la fermeture ; zéro en dehors des heures d'ouverture.
schema-sources-quantities-until_closing-site = Colonne du lieu.
schema-sources-quantities-until_closing-over = Identifiant du lieu, quand la source n'a pas de colonne de lieu.
schema-sources-quantities-until_closing-at = Colonne de l'instant.
schema-engagement-requirement-coverage = Mesure : part des minutes d'ouverture couvertes de bout en bout par des intervalles, lieu par lieu ; chaque trou est donné à la minute.
schema-engagement-requirement-coverage-from = Colonne du début : un instant, un jour (depuis minuit), ou une heure de la journée si « on » est donné.
schema-engagement-requirement-coverage-to = Colonne de la fin : un instant, un jour (compris), ou une heure de la journée si « on » est donné.
schema-engagement-requirement-coverage-lasting = Colonne de la durée, à la place de « to ».
schema-engagement-requirement-coverage-on = Colonne du jour, quand « from » et « to » sont des heures de la journée (colonnes de type "duration", format "HH:MM").
schema-engagement-requirement-coverage-site = Colonne du lieu, du guichet ou de la ligne.
schema-engagement-requirement-coverage-over = Lieux à couvrir, par leur identifiant ; absents, tous ceux que la colonne « site » peut nommer. Sans « site », chaque ligne les couvre tous.
schema-engagement-requirement-coverage-longest = Durée qu'aucun intervalle ne dépasse, par exemple "12 h" : elle borne ceux dont la fin n'a pas été notée.
schema-engagement-requirement-coverage-also = Autres sources qui couvrent : relais, serveur vocal, renvoi d'appel, borne.
schema-engagement-requirement-coverage-also-source = Source, dans sources.toml.
schema-engagement-requirement-coverage-also-from = Colonne du début.
schema-engagement-requirement-coverage-also-to = Colonne de la fin.
schema-engagement-requirement-coverage-also-lasting = Colonne de la durée, à la place de « to ».
schema-engagement-requirement-coverage-also-on = Colonne du jour, quand « from » et « to » sont des heures de la journée.
schema-engagement-requirement-coverage-also-site = Colonne du lieu, du guichet ou de la ligne.
schema-engagement-requirement-coverage-also-over = Lieux que chaque ligne couvre, par leur identifiant.
schema-engagement-requirement-coverage-also-longest = Durée qu'aucun intervalle ne dépasse.
schema-engagement-requirement-coverage-also-where = Condition que la ligne doit remplir pour couvrir.
schema-engagement-requirement-coverage-at_least = Cible : au moins cette part des minutes d'ouverture, par exemple "100 %".
schema-engagement-requirement-coverage-more_than = Cible : plus que cette part des minutes d'ouverture, elle-même exclue.
