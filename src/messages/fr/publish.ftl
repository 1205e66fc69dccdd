# Pages publiées : charte, guide, tableau de bord.

publish-template = { $line ->
    [0] le modèle « { $template } » est en faute
   *[other] le modèle « { $template } » est en faute à la ligne { $line }
}{ $kind ->
    [syntax] {" "}: la syntaxe ne se lit pas
    [undefined] {" "}: une valeur n’existe pas
    [unknown] {" "}: un filtre, un test, une fonction ou un message n’existe pas
    [template] {" "}: il appelle un modèle qui n’existe pas
   *[other] {" "}: il ne peut pas être rendu
}{ $excerpt ->
    [none] {""}
   *[other] {" "}(« { $excerpt } »)
}
    .help = comparez-le au modèle livré du même nom, ou retirez-le pour revenir à celui-ci

# Cadre
publish-name-public = Charte d’accueil
publish-name-staff = Guide de sensibilisation à l’accueil
publish-name-audit = Tableau de bord
publish-notice = Auto-évaluation : ne vaut ni label ni certification.
publish-footer = { $charter }, version { $version }. Publié par charte { $tool }.
publish-skip = Aller au contenu
publish-way = Dans cette page
publish-contents = Sommaire
publish-version = Version { $version }
publish-since = En vigueur depuis le { $date }
publish-from = En vigueur à partir du { $date }
publish-pair = { $label } : { $value }
publish-count = { $name } : { $count }
publish-separator = {" "}; {""}
publish-table = Tableau
publish-provisional = Résultats provisoires, arrêtés au { $date } : la période se termine le { $end }.
publish-provisional-short = (provisoire)

# Sections
publish-section-engagements = Nos engagements
publish-section-hours = Horaires d’ouverture
publish-section-delays = Délais annoncés pour un rendez-vous
publish-section-peaks = Quand appeler
publish-section-closures = Fermetures annoncées
publish-section-reciprocal = Ce que vous pouvez faire
publish-section-complaints = Réclamer
publish-section-duties = Ce que chaque engagement attend de moi
publish-section-summary = En bref
publish-section-gaps = Écarts
publish-section-unknown = Non démontré
publish-section-all = Tous les engagements
publish-section-labels = Grilles, simulées
publish-section-exceptional = Périodes exceptionnelles
publish-section-sources = Preuves
publish-section-method = Méthode

# Charte
publish-results = Résultats
publish-result = Dernier résultat :
publish-channels = Canaux : { $names }
publish-services = Services concernés : { $names }
publish-services-all = Tous les services sont concernés
publish-here = Services : { $names }
publish-days = Jours
publish-hours = Heures
publish-closed = Fermé
publish-days-pair = { $from } et { $to }
publish-days-range = du { $from } au { $to }
publish-day = { $weekday } { $date }
publish-time = { $hour } h { $minute }
publish-time-hour = { $hour } h
publish-time-range = { $from } – { $to }
publish-dates-on = le { $date }
publish-dates-range = du { $from } au { $to }
publish-dates-from = à partir du { $from }
publish-hours-caption = Horaires : { $name }
publish-hours-ordinary = Semaine ordinaire
publish-hours-exceptions = Prochains jours différents
publish-hours-holidays = Ouvert ces jours fériés
publish-holidays-closed = Nos lieux d’accueil sont fermés les jours fériés.
publish-closures-none = Aucune fermeture n’est annoncée.
publish-service = Service
publish-delays-about = Le délai se compte en jours ouvrés, du lendemain de votre demande au premier créneau proposé. Celui qui vous est dû est celui du jour de votre demande.
publish-delay-on = Demande faite le { $date }
publish-delay-then = Ensuite
publish-delay-none = Aucun délai annoncé
publish-delay-until = { $delay }, jusqu’au { $to }
publish-delay-next = { $delay }, { $days }
publish-delay-no-change = Pas de changement annoncé
publish-peaks-about = À ces heures, les appels sont nombreux : vous attendrez moins en appelant à un autre moment.
publish-peak-measured = Heures mesurées sur le journal des appels{ $on ->
    [none] {""}
   *[other] {" "}jusqu’au { $on }
}
publish-peak-declared = Heures déclarées par les agents du standard{ $on ->
    [none] {""}
   *[other] {" "}le { $on }
}, à mesurer avant le { $before }{ $late ->
    [0] {""}
   *[other] {" "}(pas encore mesurés, et ce jour est passé)
}
publish-peak-arbitrary = Heures choisies sans mesure{ $on ->
    [none] {""}
   *[other] {" "}le { $on }
}, à confirmer par les appels

# Guide
publish-duties-about = Les règles ci-dessous sont celles que le tableau de bord vérifie.
publish-owner = Pilote : { $name }

# Tableau de bord
publish-counts = Exigences par résultat
publish-fact-organisation = Organisme
publish-fact-charter = Charte
publish-fact-version = Version
publish-fact-in-force = En vigueur depuis le
publish-fact-period = Période observée
publish-fact-as-of = Résultats arrêtés au
publish-fact-tool = Version du logiciel
publish-fact-theme = Thème
publish-fact-channels = Canaux
publish-fact-services = Périmètre
publish-fact-owner = Pilote
publish-fact-target = Cible
publish-fact-found = Relevé
publish-fact-found-all = Relevé, ensemble
publish-fact-total = Résultat, ensemble
publish-fact-unknown = Cas inconnus
publish-fact-margin = Marge
publish-fact-previous = Tendance
publish-fact-interval = Intervalle
publish-fact-plan = Plan de contrôle
publish-fact-settle = Ce qui trancherait
publish-fact-source = Preuve
publish-fact-motive = Motif
publish-fact-decision = Décision
publish-fact-waived = Écart accepté jusqu’au
publish-fact-counted = Cas comptés
publish-fact-proof = Valeur de preuve
publish-fact-register = Registre comparé
publish-fact-support = Version du support
publish-fact-before = Avant contestation
publish-fact-objection = Contestation
publish-decision-objection = Voir les contestations
publish-fact-left-out = Lignes non comptées
publish-fact-upper-bound = Borne supérieure
publish-fact-lost = Lignes perdues
publish-fact-framework = Référentiel
publish-fact-origin = Origine des règles
publish-fact-minor-gaps = Écarts mineurs
publish-fact-nature = Nature
publish-fact-system = Outil
publish-fact-control-plan = Plan
publish-fact-collected = Recueilli jusqu’au
publish-fact-valid-until = Valable jusqu’au
publish-fact-rows = Lignes
publish-fact-days = Jours attendus
publish-none-gaps = Aucun écart.
publish-none-unknown = Tout ce qui devait être mesuré l’est.
publish-engagement = Engagement { $number } – { $title }
publish-severity = exigence { $severity }
publish-source = Preuve :
publish-actions = Actions
publish-actions-none = Aucune action déclarée
publish-overdue = en retard
publish-effect = Effet : { $text }
publish-due-none = sans échéance
publish-state-open = à faire
publish-state-doing = en cours
publish-state-done = fait
publish-waivers = Écarts acceptés
publish-waiver = demandé par : { $author } ; accepté par : { $approver } ; jusqu’au { $until }{ $ceiling } ; décision : { $decision }
publish-expired = échu
publish-findings = Constats de départ
publish-decision = { $by }, { $on } ({ $record })
publish-decision-none = décision non renseignée
publish-decision-rule = prévu par la règle
publish-unknown = { $total } ({ $reasons })
publish-left-out = { $period } hors période, { $scope } hors périmètre, { $population } non concernées
publish-upper-bound = le premier créneau proposé n’est pas enregistré : le délai au créneau choisi est une borne supérieure ; au-delà de la limite, le cas est inconnu
publish-lost = un nombre inconnu de lignes manque : rien ne peut être conclu
publish-state-on = liste telle qu’elle est le { $date }
publish-set-aside = Cas écartés
publish-reason = Motif
publish-cases = Cas
publish-decided = Décision
publish-groups-judged = Par { $by } (chaque groupe est jugé)
publish-groups-least = Par { $by } (chaque groupe d’au moins { $least } cas est jugé)
publish-groups-shown = Par { $by } (affiché, non jugé)
publish-groups-guilty = Groupes en cause
publish-group = Groupe
publish-group-shown = non jugé
publish-outcome = Résultat
publish-found = Relevé
publish-unknown-cases = Inconnus
publish-more = Précisions
publish-failing = Exemples de manquements :
publish-doubtful = Exemples de cas inconnus :
publish-row = { $source }, fichier { $file }, ligne { $line }
publish-label-notice = Simulation selon la grille « { $title } ». Auto-évaluation, ne vaut ni label ni certification.
publish-label-blocked = Selon cette grille, un audit serait bloqué.
publish-label-clear = Selon cette grille, rien ne bloque.
publish-minor-gaps-of = { $count } (à partir de { $limit }, ils pèsent autant qu’un écart majeur)
publish-clauses = Points de la grille
publish-clause = Point
publish-blocks = bloque
publish-requirements = Exigences
publish-sources-about = Pour chaque preuve, lignes lues + lignes réunies à une autre + lignes rejetées = lignes du fichier. Les lignes rejetées comptent comme des cas inconnus. Les lignes réunies répètent un même événement, ou en sont la suite.
publish-rows = { $read } { $read ->
    [one] lue
   *[other] lues
}{ $merged ->
    [0] { "" }
    [one] { " " }+ une réunie à une autre
   *[other] { " " }+ { $merged } réunies à une autre
} + { $rejected } { $rejected ->
    [one] rejetée
   *[other] rejetées
}{ $skipped ->
    [0] { "" }
    [one] { " " }+ 1 non examiné
   *[other] { " " }+ { $skipped } non examinés
} = { $total }
publish-file-merged = { $read } + { $merged ->
    [one] une réunie
   *[other] { $merged } réunies
}
publish-plan = { $size } cas tirés, { $accept } écart admis au plus, fixé le { $on } ; tirage : { $draw } ; { $decision }
publish-no-limit = sans limite
publish-stale = périmé
publish-files = Fichiers
publish-file = Fichier
publish-file-rows = Lignes
publish-file-read = Lues
publish-file-rejected = Rejetées
publish-file-unreadable = Cellules illisibles
publish-first-located = Où sont les premières lignes et cellules qui n’ont pas pu être lues
publish-located = fichier { $file }{ $sheet ->
        [0] {""}
       *[other] , feuille { $sheet }
    }, ligne { $line }{ $cell ->
        [0] {""}
       *[1] , colonne « { $column } »
    } : { $cause }
publish-rejected-cell-unreadable = ne suit pas le format déclaré
publish-rejected-cell-new-value = valeur non déclarée
publish-rejected-fact-unknown = fait non reconnu
publish-file-unused = inutilisable
publish-rejected-field-count = nombre de cellules
publish-rejected-stray-quote = guillemet mal placé
publish-rejected-too-long = ligne trop longue
publish-rejected-unclosed-quote = guillemet non refermé
publish-rejected-json-broken = objet JSON défectueux
publish-charter-files = Fichiers de la charte
publish-method-bounds = Un résultat est « conforme » s’il le reste en comptant chaque cas inconnu comme un manquement, et « écart » s’il le reste en le comptant comme une réussite. Entre les deux, il est « non démontré ».
publish-method-census = Une preuve exhaustive se compare directement à la cible.
publish-method-sample = Un échantillon se juge sur son intervalle de Wilson à 95 % : il faut que l’intervalle entier soit du bon côté de la cible.
publish-method-plan = Un plan de contrôle fixe à l’avance le nombre de cas, leur tirage et le nombre d’écarts admis.
publish-method-quantile = Un quantile est une valeur observée : celle du rang le plus proche, sans interpolation.
publish-method-start-day = Dans un délai, le jour de départ ne compte pas ; le dernier jour compte.
publish-method-groups = Un cas dont le groupe n’est pas connu est un cas inconnu de chaque groupe : la somme des groupes peut donc dépasser le total.
publish-method-margin = « Il manque n cas » suppose que tous les cas inconnus sont des réussites ; « le nᵉ manquement supplémentaire romprait l’engagement » les suppose tous manqués.
publish-method-rounding = Les pourcentages affichés sont arrondis au dixième inférieur ; les comparaisons se font sur les fractions exactes.
publish-method-roll-up = Un engagement prend le résultat de son exigence la plus défavorable ; ce n’est jamais une moyenne.
