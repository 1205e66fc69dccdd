# Résultats
verdict-met = Conforme
verdict-close = Point sensible
verdict-minor-gap = Écart mineur
verdict-major-gap = Écart majeur
verdict-not-shown = Non démontré
verdict-no-case = Aucun cas survenu
verdict-not-applicable = Sans objet

# Résultats pour le public
public-met = Tenu
public-close = À améliorer
public-minor-gap = À améliorer
public-major-gap = Non tenu
public-not-shown = Pas encore démontré
public-no-case = Aucun cas survenu
public-not-applicable = Sans objet

# Causes de « non démontré »
cause-no-evidence = pas de preuve
    .settle = faire produire le fichier attendu et le déposer, ou corriger sa déclaration dans sources.toml
cause-stale = preuve périmée
    .settle = recueillir une preuve plus récente
cause-period-incomplete = période incomplète
    .settle = recueillir la preuve jusqu’à la fin de la période, sans export oublié
cause-unreadable = preuve en partie illisible
    .settle = corriger les lignes signalées et relancer
cause-not-recorded = donnée non enregistrée
    .settle = faire enregistrer ce qui manque dans l’outil
cause-ambiguous = données contradictoires
    .settle = vérifier les lignes signalées avec le service
cause-no-reference = rien à quoi comparer
    .settle = inscrire dans charter.toml ce qui manque ces jours-là (délai annoncé, horaires)
cause-too-many-unknown = trop de cas inconnus
    .settle = compléter ou corriger les cas inconnus : ils suffiraient à changer le résultat
cause-too-few-cases = trop peu de cas
    .settle =
        { $further ->
            [0] observer davantage de cas
            [one] observer au moins 1 cas de plus, conforme
           *[other] observer au moins { $further } cas de plus, tous conformes
        }

# Cas inconnus
doubt-not-recorded = non enregistré
doubt-unreadable = illisible
doubt-contradictory = contradictoire
doubt-no-reference = sans délai annoncé ce jour-là

# Natures de preuve
proof-census = exhaustif
proof-sample = échantillon
proof-control-plan = plan de contrôle
nature-published-document = document publié
nature-visual-record = relevé visuel
nature-software-export = export de logiciel
nature-schedule = planning
nature-sample = échantillon
nature-mystery-sheet = fiche de visite mystère
nature-survey = enquête
nature-register = registre
nature-attestation = attestation
nature-observation = observation

severity-major = majeure
severity-minor = mineure

# Unités
unit-working-days = { $count ->
    [one] { $count } jour ouvré
   *[other] { $count } jours ouvrés
}
unit-calendar-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
unit-count = { $count }

# Cibles
target-at-least = au moins { $share }
target-more-than = plus de { $share }
target-at-most = au plus { $share }
target-all = tous les cas
target-none = aucun cas
target-limit-max-at-most = jamais plus de { $limit }
target-limit-max-less-than = toujours moins de { $limit }
target-limit-at-most = { $share } des cas en { $limit } au plus
target-limit-less-than = { $share } des cas en moins de { $limit }
target-variety = { $count ->
    [one] au moins 1 valeur
   *[other] au moins { $count } valeurs différentes
}
target-cadence = { $count ->
    [one] un chaque jour
   *[other] un au moins tous les { $count } jours
}

# Relevés
found-none = aucun cas
found-share = { $part } sur { $whole } ({ $percent })
found-limit = { $part } sur { $whole } ({ $percent }), valeur : { $value }
found-limit-plain = { $part } sur { $whole } ({ $percent })
found-variety = { $count ->
    [0] aucune valeur
    [one] 1 valeur : { $values }
   *[other] { $count } valeurs : { $values }
}
found-cadence = { $missing ->
    [0] rythme tenu
    [one] il manque 1 événement
   *[other] il manque { $missing } événements
}
found-longest = { $days ->
    [one] plus longue période sans : 1 jour ({ $from })
   *[other] plus longue période sans : { $days } jours ({ $from } – { $to })
}
found-unknown = { $count ->
    [one] 1 inconnu
   *[other] { $count } inconnus
}
found-previous = { $worse ->
    [yes] en baisse : { $found } au { $date }
   *[no] auparavant { $found } au { $date }
}
found-interval = entre { $low } et { $high } (intervalle à 95 %)
found-plan = { $failures ->
    [0] selon le plan de contrôle : 0 écart sur { $size }
    [one] selon le plan de contrôle : 1 écart sur { $size }
   *[other] selon le plan de contrôle : { $failures } écarts sur { $size }
}
margin-breaks = { $count ->
    [one] le premier manquement supplémentaire romprait l’engagement
   *[other] le { $count }ᵉ manquement supplémentaire romprait l’engagement
}
margin-lacks = { $count ->
    [one] il manque 1 cas
   *[other] il manque { $count } cas
}
group-small = effectif insuffisant
group-small-year = effectif insuffisant, cumul sur 12 mois : { $part } sur { $whole }
grace-reason = Arrivée récente, délai pour suivre la sensibilisation

# Phrase de tête
headline = { $provisional ->
    [yes] Au { $date } (provisoire)
   *[no] Au { $date }
}, sur { $total ->
    [one] 1 engagement
   *[other] { $total } engagements
} : { $parts }.
headline-met = { $count ->
    [one] 1 tenu
   *[other] { $count } tenus
}
headline-improve = { $count } à améliorer ({ $names })
headline-failed = { $count ->
    [one] 1 non tenu ({ $names })
   *[other] { $count } non tenus ({ $names })
}
headline-unknown = { $count ->
    [one] 1 pas encore démontré ({ $names })
   *[other] { $count } pas encore démontrés ({ $names })
}
headline-no-case = { $count } sans cas survenu
headline-neutral = { $count } sans objet
headline-none = aucun résultat

# Explication d’une exigence
explain-promise = Promesse
explain-rule = Règle
explain-evidence = Preuve
explain-rows = Lignes
explain-figures = Chiffres
explain-motive = Motif
explain-result = Résultat
explain-groups = Groupes
explain-decisions = Décisions
explain-actions = Actions
explain-examples = Exemples
explain-share = Cas tenu lorsque : { $text }
explain-limit = Quantité comparée à la limite : { $text }
explain-roll-call = Chaque personne de la liste doit figurer dans « { $text } »
explain-among = Parmi les lignes où : { $text }
explain-set-aside = Écarté lorsque : { $text } ({ $reason })
explain-source = { $id } – { $title } ; { $proof }, recueilli le { $date } ; { $read } { $read ->
    [one] ligne lue
   *[other] lignes lues
}{ $merged ->
    [0] {""}
    [one] {" "}+ une réunie à une autre
   *[other] {" "}+ { $merged } réunies à une autre
} + { $rejected } { $rejected ->
    [one] rejetée
   *[other] rejetées
}{ $skipped ->
    [0] { "" }
    [one] { " " }+ 1 non examiné
   *[other] { " " }+ { $skipped } non examinés
} = { $rows }
explain-out-of-period = { $count } hors période
explain-out-of-scope = { $count } hors périmètre
explain-not-concerned = { $count ->
    [one] 1 non concerné
   *[other] { $count } non concernés
}
explain-aside = { $count ->
    [one] 1 écarté : { $reason }
   *[other] { $count } écartés : { $reason }
}
explain-judged = { $count ->
    [one] 1 cas jugé
   *[other] { $count } cas jugés
}
explain-open = Un nombre inconnu de cas manque : un fichier ou des lignes n’ont pas pu être lus
explain-unknown = { $count ->
    [one] 1 inconnu : { $reason }
   *[other] { $count } inconnus : { $reason }
}
explain-total = L’ensemble serait « { $verdict } », mais un groupe pèse davantage
explain-waiver = Écart accepté jusqu’au { $date } : { $reason } (demandé par { $author }, approuvé par { $approver } ; { $decision })
explain-waiver-flagged = { $text }. À noter : { $flag }
explain-action = { $text } ({ $owner }, { $state }{ $due ->
    [none] {""}
   *[other] , échéance : { $due }
}{ $overdue ->
    [yes] , en retard
   *[no] {""}
}{ $since ->
    [ineffective] , sans effet sur les preuves d’après
    [not-shown] , effet non démontré
   *[other] {""}
})
explain-row = fichier { $file } ligne { $line }
explain-failing = Non tenu : { $rows }
explain-doubtful = Inconnu : { $rows }
action-open = à faire
action-doing = en cours
action-done = fait
decision = décidé par { $by } le { $date }, { $record }
decision-missing = décision non renseignée

# Conditions
describe-and = et
describe-or = ou
describe-any = ({ $parts })
describe-not = pas ({ $part })
describe-is = { $left } est { $right }
describe-is-not = { $left } n’est pas { $right }
describe-at-most = { $left } ≤ { $right }
describe-less-than = { $left } < { $right }
describe-at-least = { $left } ≥ { $right }
describe-more-than = { $left } > { $right }
describe-recorded = { $name } est renseigné
describe-not-recorded = { $name } n’est pas renseigné
describe-value = « { $value } »
describe-yes = oui
describe-no = non

# Jours attendus et validité d’une preuve
days-day = le { $from }
days-run = du { $from } au { $to }
days-all = { $expected ->
    [0] aucun jour n’était encore attendu
    [one] des lignes le seul jour attendu
   *[other] des lignes chacun des { $expected } jours attendus
}
days-silent = { $silent ->
    [one] un jour sans ligne
   *[other] { $silent } jours sans ligne
} sur { $expected } attendus : { $days }
days-irregular = silence ordinaire : { $reason } ({ $decision })
days-may-be-empty = silence ordinaire : ce registre peut être vide
explain-days = Jours attendus : { $text }
explain-valid-until = Valable jusqu’au { $date }
