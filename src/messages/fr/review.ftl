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

bounds-exact = { $part }/{ $whole } = { $percent } { $sign } { $target }
bounds-worst = { $even ->
    [yes] Même si
   *[no] Si
} { $unknown ->
    [one] le cas inconnu était un échec
   *[other] les { $unknown } cas inconnus étaient des échecs
} : { $part }/{ $whole } = { $percent } { $sign } { $target }
bounds-best = { $even ->
    [yes] Même si
   *[no] Si
} { $unknown ->
    [one] le cas inconnu était tenu
   *[other] les { $unknown } cas inconnus étaient tous tenus
} : { $part }/{ $whole } = { $percent } { $sign } { $target }

## Explication d’une exigence

explain-change = Bascule
explain-variety = On compte les valeurs différentes de : { $text }{ $count ->
    [0] {""}
   *[other] {" "}(dont { $including })
}
explain-absent = Pas encore de fichier : { $text }
explain-cadence = On compte les événements manquants entre deux dates, du début à la fin de la période
explain-definition = { $name } = { $text }
explain-sample-within = L’intervalle entier tient la cible
explain-sample-without = L’intervalle entier manque la cible
explain-sample-across = La cible tombe dans l’intervalle : le hasard du tirage suffit à expliquer le résultat
explain-enough = { $kept ->
    [one] Un cas inconnu qui se révélerait tenu suffirait
   *[other] { $kept } cas inconnus qui se révéleraient tenus suffiraient
} à atteindre la cible ; { $failing ->
    [one] un seul qui ne le serait pas
   *[other] { $failing } qui ne le seraient pas
} suffirai{ $failing ->
    [one] t
   *[other] ent
} à la manquer
quantity-working-days = jours ouvrés de { $from } à { $to }, jour de départ non compté
quantity-calendar-days = jours de calendrier de { $from } à { $to }
quantity-elapsed = temps écoulé de { $from } à { $to }
quantity-lateness = retard de notre fait : de { $due }{ $arrival ->
    [none] {""}
   *[other] {" "}(ou de { $arrival }, si l’usager est venu plus tard)
} à { $start }
quantity-announced-delay = délai annoncé pour { $service }, celui en vigueur le jour { $on }, en jours ouvrés
quantity-exceptional-period = vrai si { $on } tombe dans une période exceptionnelle déclarée
quantity-answer-delay = jours ouvrés du message reçu à la première réponse
quantity-upper-bound = { $text } (majorant : la vraie valeur est la même ou plus petite)
quantity-open = vrai si le lieu{ $place ->
    [fixed] {""}
   *[other] {" "}({ $place })
} est ouvert à { $at }
quantity-until-closing = temps qui reste jusqu’à la fermeture du lieu{ $place ->
    [fixed] {""}
   *[other] {" "}({ $place })
}, compté de { $at }

## Listes locales

rows-source = source
rows-file = fichier
rows-line = ligne
rows-sheet = feuille
rows-column = colonne
rows-counts = compte
rows-reason = motif
rows-where = où
rows-fails = non tenu
rows-unknown = inconnu
rows-todo = suite
rows-remind = à relancer
rows-check = à vérifier
rows-whole-file = tout le fichier
cli-explain-rows = Écrire dans ce fichier (local, jamais en intégration continue) chaque ligne non tenue ou inconnue
cli-check-rejections = Écrire dans ce fichier (local, jamais en intégration continue) où est chaque ligne et chaque cellule qui n’a pas pu être lue
cli-check-written = { $count ->
    [0] Toutes les lignes et toutes les cellules ont pu être lues
    [one] 1 ligne ou cellule n’a pas pu être lue
   *[other] { $count } lignes ou cellules n’ont pas pu être lues
} : { $path } (fichier, numéro de ligne, colonne, motif ; aucune valeur). À garder sur ce poste.
    .value = FICHIER
cli-explain-written = { $count ->
    [0] Aucune ligne non tenue ni inconnue
    [one] 1 ligne non tenue ou inconnue
   *[other] { $count } lignes non tenues ou inconnues
} : { $path } (fichier, numéro de ligne, motif ; aucune valeur). À garder sur ce poste.
cli-explain-no-rows = cette exigence est sans objet : elle n’a pas de lignes
    .help = appelez « charte explain » sans --rows
cli-reminders-about = Liste nominative, locale, de qui reste à relancer (ou à vérifier) pour un appel
cli-reminders-usage = charte reminders [OPTIONS] --out <FICHIER> <EXIGENCE>
cli-reminders-requirement = Exigence de type « roll_call », sous la forme engagement/exigence
    .value = EXIGENCE
cli-reminders-out = Fichier à écrire (local, jamais en intégration continue)
    .value = FICHIER
cli-reminders-written = { $count ->
    [0] Personne à relancer
    [one] 1 personne à relancer ou à vérifier
   *[other] { $count } personnes à relancer ou à vérifier
} : { $path }. Ce fichier contient des noms : gardez-le sur ce poste, ne le déposez pas avec la charte, effacez-le après usage.
cli-local-in-ci = cette liste ne s’écrit pas en intégration continue : d’autres lisent ses journaux et ses fichiers
    .help = lancez la commande sur votre poste (la variable CI y est absente)
run-local-published = { $path } est dans un dossier publié
    .help = choisissez un fichier hors de tout ce qui est publié, par exemple dans vos documents
run-local-taken = { $path } est un autre fichier : il n’est pas remplacé
    .help = choisissez un autre nom, ou effacez ce fichier vous-même
run-local-write = { $path } ne peut pas être écrit
    .help = vérifiez que le dossier existe, ses droits et la place sur le disque
run-reminders-no-roll-call = « { $requirement } » n’est pas un appel (« roll_call ») sur un tableau
    .help = exigences possibles : { $known }
run-reminders-changed = le fichier { $file } de « { $source } » n’est plus celui qui vient d’être jugé
    .help = relancez la commande une fois l’export en place
