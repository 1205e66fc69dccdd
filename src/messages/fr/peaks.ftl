# Pics d’appels et heures creuses.

## Relevés

cause-too-few-days = trop peu de jours d’ouverture
    .settle = laisser tourner le journal jusqu’à vingt jours d’ouverture au moins
target-peaks-at-least = au moins { $share } des créneaux publiés ou mesurés sont les deux à la fois
target-peaks-more-than = plus de { $share } des créneaux publiés ou mesurés sont les deux à la fois
found-peaks = { $part } à la fois publiés et mesurés, sur { $whole } qui sont l’un ou l’autre ({ $percent })
found-peaks-none = aucun créneau, ni publié ni mesuré
found-unknown-slots = { $count ->
    [one] 1 créneau indécis
   *[other] { $count } créneaux indécis
}
explain-unknown-slots = { $count ->
    [one] 1 créneau indécis : { $reason }
   *[other] { $count } créneaux indécis : { $reason }
}
peaks-bounds = Si aucun créneau indécis ne convenait : { $least } sur { $whole } ; si tous convenaient : { $most } sur { $rest }
peaks-on-declaration = sur déclaration, à mesurer avant le { $date }
peaks-rule = Un créneau de { $slot } min est { $sought ->
    [quiet] creux si ses appels font au plus
   *[peaks] un pic si ses appels font au moins
} { $threshold } de la moyenne de son jour de la semaine, et cela dans { $weeks } des semaines au moins
peaks-compared = Comparés : les créneaux publiés (pour moitié au moins) et les créneaux mesurés, un à un
peaks-calls = { $place } : { $calls } appels aux heures d’ouverture, sur { $days } jours ; { $outside } hors de ces heures ou un jour écarté
peaks-log = journal du { $from }, jour de son premier appel, au { $to }, jour de sa collecte
peaks-unknown-calls = { $count ->
    [one] 1 appel dont le créneau est inconnu
   *[other] { $count } appels dont le créneau est inconnu
}
peaks-unknown-beginning = un appel inconnu peut précéder tous les autres : le journal compterait alors jusqu’à { $days } jours
peaks-inside = { $part } appels sur { $whole } ({ $percent }) tombent dans les { $sought ->
    [quiet] heures creuses publiées
   *[peaks] pics publiés
}
peaks-left-out = écarté { $days } : { $why ->
    [holiday] jour férié
    [closure] fermeture ({ $reason })
   *[exceptional] période exceptionnelle ({ $reason })
}
peaks-published = { $sought ->
    [quiet] heures creuses publiées
   *[peaks] pics publiés
} : { $hours } ({ $basis ->
    [measured] mesure
    [declared] déclaration des agents
   *[arbitrary] choix sans mesure
}{ $on ->
    [none] {""}
   *[other] {" "}du { $on }
}{ $before ->
    [none] {""}
   *[other] , à mesurer avant le { $before }
})
peaks-hypothesis = un choix sans mesure ne prouve rien : seuls les appels le confirment, ou non
peaks-published-none = { $sought ->
    [quiet] aucune heure creuse publiée
   *[peaks] aucun pic publié
}
peaks-measured = { $sought ->
    [quiet] heures creuses mesurées
   *[peaks] pics mesurés
} : { $hours }
peaks-measured-none = { $sought ->
    [quiet] aucune heure creuse mesurée
   *[peaks] aucun pic mesuré
}
peaks-unpublished = { $sought ->
    [quiet] heures creuses non publiées
   *[peaks] pics non publiés
} : { $hours }
peaks-refuted = { $sought ->
    [quiet] publiées, mais pas creuses
   *[peaks] publiés, mais pas des pics
} : { $hours }
peaks-undecided = indécis : { $hours }
peaks-between = {" "}; {""}
peaks-day = le { $day }
peaks-range = de { $from } à { $to }
peaks-hours = { $days } { $ranges }
peaks-and = { $first } et { $last }
peaks-operators = { $operators ->
    [one] 1 agent répond
   *[other] { $operators } agents répondent
}, { $handling } par appel
peaks-answered = { $when ->
    [busiest] au créneau le plus chargé
   *[mean] en moyenne
} : charge de { $units },{ $hundredths } erlang, { $percent } des appels décrochés en { $within }
peaks-overrun = { $when ->
    [busiest] au créneau le plus chargé
   *[mean] en moyenne
} : charge de { $units },{ $hundredths } erlang, ces agents ne peuvent pas tout prendre : { $needed ->
    [one] il en faut au moins 1
   *[other] il en faut au moins { $needed }
}
peaks-erlang = selon la formule d’attente d’Erlang (1917), où personne ne raccroche : un ordre de grandeur, sans effet sur le résultat

## La commande « peaks »

peaks-heading-rule = Règle
peaks-heading-grounds = Appels
peaks-heading-published = Publié
peaks-heading-measured = Mesuré
peaks-heading-service = Effectif
peaks-heading-sentence = À publier
peaks-sentence = { $place } : { $sought ->
    [quiet] pour attendre moins, appelez
   *[peaks] les appels sont les plus nombreux
} { $hours }.
peaks-sentence-none = { $sought ->
    [quiet] Aucune heure n’est nettement plus creuse que les autres : il n’y a rien à publier.
   *[peaks] Aucune heure n’est nettement plus chargée que les autres : il n’y a rien à publier.
}
peaks-sentence-not-yet = Rien encore : les appels ne permettent pas de conclure.
peaks-paste = À coller dans charter.toml :
cli-peaks-about = Donne les pics d’appels et les heures creuses mesurés, et ce qu’il faut en publier
cli-peaks-usage = charte peaks [OPTIONS] [EXIGENCE]
cli-peaks-requirement = Exigence, sous la forme engagement/exigence ; toutes celles qui mesurent des pics si elle est absente
cli-peaks-none = la charte ne mesure ni pic d’appels ni heure creuse
    .help = ajoutez à un engagement une exigence avec un bloc « [requirement.peaks] »
cli-peaks-other = cette exigence ne mesure ni pic d’appels ni heure creuse
    .help = donnez une exigence qui a un bloc « [requirement.peaks] », ou aucune pour les voir toutes

## Pages

publish-quiet-about = À ces heures, les appels sont rares : vous attendrez moins.
publish-peaks-of = { $place } – { $basis }
publish-fact-peaks-basis = Fondement
publish-fact-peaks-published = Publié
publish-fact-peaks-measured = Mesuré
publish-fact-peaks-differences = Différences
publish-fact-peaks-grounds = Appels
publish-fact-peaks-service = Effectif
