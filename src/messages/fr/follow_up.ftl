# Décisions, écarts acceptés, options et actions, exigences datées, grilles.

## Décisions

choice-not-applicable = Sans objet : { $text }
choice-set-aside = Cas écartés : { $text }
choice-tolerance = { $stated ->
    [0] Tolérance
   *[other] Tolérance de { $amount }
}
choice-grace = Délai laissé aux nouveaux arrivants : { $amount }
choice-close = Seuil de « point sensible » : { $target }
choice-min-cases = Groupes jugés à partir de { $amount } cas
choice-target = Cible : { $target }
choice-lower-target = Cible inférieure à celle du référentiel ({ $text }) : { $target }
choice-waiver = Écart accepté jusqu’au { $to } : { $text }
choice-objection = Contestation, fichier { $file } ligne { $line } : { $text }
choice-exceptional-period = Période exceptionnelle du { $from } au { $to } : { $text }
choice-announced-delay = { $open ->
    [0] Délai annoncé du { $from } au { $to } : { $amount }
   *[other] Délai annoncé à partir du { $from } : { $amount }
}
choice-support = Version du support, en vigueur à partir du { $from } : { $text }
choice-call-peak = Pics d’appels publiés sans mesure : { $text }
choice-quiet-hour = Heures creuses publiées sans mesure : { $text }
choice-irregular-rows = Jours sans ligne tenus pour ordinaires : { $text }
choice-control-plan = Plan de contrôle du { $from } : { $text }
choice-grid = Règles de la grille : { $text }
publish-choices = { $count ->
    [one] Une décision
   *[other] { $count } décisions
} : { $open ->
    [0] toutes sont renseignées.
    [one] une n’est pas renseignée.
   *[other] { $open } ne sont pas renseignées.
}
publish-choice = Ce qui est décidé
publish-choice-place = Où
publish-choice-by = Par
publish-choice-on = Le
publish-choice-record = Pièce
publish-choice-town = Toute la charte
publish-services-every = Tous les services
publish-section-decisions = Registre des décisions
publish-fact-reference = Demandé par le référentiel
reference-asks = { $target } ({ $source }){ $below ->
    [0] {""}
   *[other] {" "}; la cible de la ville est inférieure
}

## Écarts acceptés

waiver-exceeded = l’écart dépasse ce qui était accepté, ou pourrait le dépasser
waiver-unused = sans effet : aucun écart
waiver-not-shown = sans effet tant que le résultat n’est pas démontré
waiver-to-come = pas encore en vigueur : à partir du { $from }
waiver-ends = { $days ->
    [0] vaut ce jour pour la dernière fois
    [one] ne vaut plus qu’un jour
   *[other] ne vaut plus que { $days } jours
}
waiver-ceiling = {" "}tant que le relevé reste à { $target }

## Exigences datées

dated-days = { $kind ->
    [both] du { $from } au { $until }
    [from] à partir du { $from }
    [until] jusqu’au { $until }
   *[always] depuis le début
}{ $judged ->
    [0] {" "}; aucun jour de la période n’est jugé
   *[other] {""}
}
dated-change = { $kind ->
    [replaces] À partir du { $from } : { $title } (jusque-là : { $before })
    [replaces-until] Du { $from } au { $until } : { $title } (jusque-là : { $before })
    [from] À partir du { $from } : { $title }
    [both] Du { $from } au { $until } : { $title }
   *[until] Jusqu’au { $until } : { $title }
}
dated-no-day = aucun jour
publish-fact-dated = En vigueur
publish-fact-replaces = Remplace

## Options et actions

choice-option-kept = Option retenue : { $text }
choice-option-rejected = Option écartée : { $text }
publish-options = Options discutées
publish-option = { $state ->
    [kept] retenue
    [rejected] écartée
   *[proposed] proposée
}{ $dated ->
    [0] {""}
   *[other] {" "}le { $date }
}{ $explained ->
    [0] {""}
   *[other] {" "}– motif : { $why }
}{ $state ->
    [proposed] {""}
   *[other] {" "}– décision : { $decision }
}
publish-state-done-on = fait le { $date }
publish-kind-of-action-correction = correction
publish-kind-of-action-corrective = action corrective
publish-effect-on = constaté le { $date } – { $text }
publish-ineffective = sans effet : l’écart persiste sur les preuves d’après
publish-unproven = sans preuve d’effet
publish-effect-not-shown = effet non démontré sur les preuves d’après

## Grilles

publish-framework = { $name }, version { $version }
publish-fact-major-gaps = Écarts majeurs
publish-fact-not-applicable = Sans objet
publish-major-gaps = { $count } ; non démontré : { $missing }{ $major ->
    [0] {""}
   *[other] , compté comme un écart majeur
}
publish-not-applicable = { $count } sur { $all }{ $kind ->
    [count] {" "}(au plus { $most })
    [share] {" "}(au plus { $share })
    [both] {" "}(au plus { $most }, et au plus { $share })
   *[none] {""}
}{ $exceeded ->
    [0] {""}
   *[other] {" "}: trop pour cette grille, ce qui bloque
}
publish-clause-empty = aucune exigence ne répond à ce point

## Explication d’une exigence

explain-dated = En vigueur : { $days }
explain-reference = Demandé par le référentiel : { $asked }
explain-choice = { $what } – { $decision }
