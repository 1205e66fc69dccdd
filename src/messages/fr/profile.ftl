# Proposer la déclaration d’un export : la commande « profile ».

cli-profile-about = Propose la déclaration d’un export, avec ses raisons et ses doutes
cli-profile-usage = charte profile [OPTIONS] <FICHIER>…
cli-profile-files = Fichiers d’un même export (ou de plusieurs, à relier)
    .value = FICHIER
cli-profile-values = Montrer en-têtes et valeurs même hors d’un terminal (jamais si CI est défini)
run-profile-unreadable = le fichier { $file } de l’appel ne peut pas être lu
    .help = vérifiez son nom et ses droits ; seuls les fichiers ordinaires sont lus
run-profile-not-text = le fichier { $file } de l’appel n’est pas un tableau en texte : { $kind ->
    [zip] c’est un classeur (Excel, LibreOffice) ou une archive zip
    [ole] c’est un classeur d’un ancien Excel, ou un autre document de bureau
    [gzip] il est compressé (gzip) sans que son nom finisse par .gz
    [pdf] c’est un document PDF
   *[binary] il contient des octets nuls
}
    .help = exportez-le de nouveau en CSV ; d’un classeur, enregistrez la feuille en CSV pour la profiler (le classeur lui-même se déclare : « format = "xlsx" », "xls" ou "ods")
run-profile-empty = le fichier { $file } de l’appel ne contient aucune ligne
    .help = vérifiez l’export : un fichier vide n’apprend rien de sa forme

## Titres

profile-heading-cut = Découpage
profile-heading-differences = Différences
profile-heading-columns = Colonnes
profile-heading-days = Jours
profile-heading-rows = Lignes
profile-heading-links = Liens
profile-heading-doubts = À vérifier
profile-heading-values = Valeurs
profile-paste = À relire, puis à coller dans charter/sources.toml :
profile-closed = Hors d’un terminal, ni en-têtes, ni valeurs, ni dates, ni noms de fichiers ne sont montrés, et la déclaration, qui en contient, n’est pas écrite. Pour l’obtenir : relancez dans un terminal, ou ajoutez --values (sans effet en intégration continue).

## Fichiers et découpage

profile-file = fichier { $file }
profile-known = ressemble à l’export de { $software } : sa déclaration toute prête est proposée ci-dessous
profile-of-file = { $name } : { $rows ->
    [0] aucune ligne
    [one] 1 ligne
   *[other] { $rows } lignes
}
profile-encoding-mark = codage { $name } : le fichier commence par sa marque
profile-encoding-ascii = codage { $name } : aucune lettre accentuée, tous les codages se lisent de même
profile-encoding-well-formed = codage { $name } : tous les caractères hors ASCII sont bien formés
profile-encoding-zeros = codage { $name } : un octet sur deux est nul
profile-encoding-letters = codage { $name } : ce n’est pas de l’utf-8, et { $count } octets se lisent ainsi comme des lettres de mots français
profile-encoding-letters-either = codage { $name } : ce n’est pas de l’utf-8, et { $count } octets se lisent ainsi comme des lettres de mots français (iso-8859-15 les lirait de même)
profile-encoding-doubtful = aucun codage ne donne des mots vraisemblables : regardez les accents de près
profile-lost = { $count } caractères ont été remplacés par « � » avant l’export : ils sont perdus, exportez de nouveau en utf-8
profile-twice = { $count } suites comme « Ã© » : le texte semble codé deux fois, exportez de nouveau
profile-delimiter = cellules séparées par « { $delimiter } », guillemet { $quote } : { $regular } lignes regardées sur { $looked } ont { $width } cellules
profile-one-column = une seule colonne : aucun séparateur ne coupe les lignes régulièrement
profile-tab = tabulation
profile-ends = fins de ligne : { $ends }
profile-header = en-tête à la ligne { $line }{ $titles ->
    [0] {""}
    [one] , sous une ligne de titre
   *[other] , sous { $titles } lignes de titre
}
profile-header-perhaps = en-tête à la ligne { $line }, sans certitude : rien ne la distingue des lignes suivantes
profile-header-none = pas d’en-tête : la ligne { $line } contient déjà des données

## Colonnes

profile-column = colonne { $number }
profile-column-named = « { $name } »
profile-line = { $column } : { $kind }{ $empty ->
    [0] {""}
   *[other]  ; vide { $empty } fois sur { $rows }
}
profile-line-named = { $number }. { $column } : { $kind }{ $empty ->
    [0] {""}
   *[other]  ; vide { $empty } fois sur { $rows }
}
profile-value = { $value } ({ $count })
profile-kind-empty = toujours vide
profile-kind-personal = personnelle ({ $reasons }) : elle ne sera jamais lue, et rien n’en est montré
profile-kind-key = identifiant
profile-kind-boolean = oui ou non ({ $yes } / { $no })
profile-kind-boolean-closed = oui ou non
profile-kind-date = jour, écrit { $notation }
profile-kind-datetime = jour et heure, écrits { $notation }
profile-kind-duration = durée ou heure, écrite { $notation }
profile-kind-seconds = durée en secondes
profile-kind-minutes = durée en minutes
profile-kind-day-or-month = jour dont le format reste à dire
profile-kind-hours-or-minutes = durée ou heure dont le format reste à dire
profile-kind-which-clock = jour et heure, écrits { $notation }, dont l’horloge reste à dire
profile-kind-integer = nombre entier
profile-kind-weight = nombre de cas que vaut une ligne
profile-kind-category = catégorie, { $count ->
    [one] toujours la même valeur
   *[other] { $count } valeurs
} : { $values }
profile-kind-category-closed = catégorie, { $count ->
    [one] toujours la même valeur
   *[other] { $count } valeurs
}
profile-kind-text = texte (seule sa présence est lue)
profile-personal-header = son en-tête le dit
profile-trace-email = { $count } cellules contiennent une adresse électronique
profile-trace-phone = { $count } cellules ressemblent à un numéro de téléphone
profile-trace-nir = { $count } cellules sont des numéros de sécurité sociale, clé juste
profile-trace-iban = { $count } cellules sont des comptes bancaires, clé juste
profile-trace-address = { $count } cellules ressemblent à une adresse postale
profile-trace-name = { $count } cellules ressemblent à un nom

## Jours

profile-days-none = aucune colonne ne date les lignes de façon sûre
profile-days = du { $from } au { $to }, d’après { $column }
profile-days-closed = d’après { $column }
profile-weekdays = jours qui ont des lignes : { $days }
profile-weekday = { $day } { $with } sur { $all }
profile-missing = { $count ->
    [one] 1 jour est sans ligne, alors que ce jour de la semaine en a d’ordinaire
   *[other] { $count } jours sont sans ligne, alors que ces jours de la semaine en ont d’ordinaire
} : férié, fermeture, ou export incomplet ?
profile-missing-days = ce sont : { $days }
profile-missing-first = les premiers : { $days }
profile-frozen = du { $from } au { $to }, chaque jour répète exactement les { $rows } lignes du précédent : relevé figé ?
profile-frozen-closed = une suite de jours répète exactement les { $rows } lignes du précédent : relevé figé ?

## Lignes

profile-rows = { $count ->
    [0] aucune ligne bien formée
    [one] 1 ligne bien formée
   *[other] { $count } lignes bien formées
}
profile-limited = seules les { $rows } premières lignes d’un fichier ont été regardées : les comptes ne portent que sur elles
profile-spot = ligne { $line }
profile-spot-of = fichier { $file } ligne { $line }
profile-spots = { $rows }
profile-spots-more = { $rows }…
profile-broken = { $count ->
    [one] 1 ligne serait rejetée
   *[other] { $count } lignes seraient rejetées
} ({ $why }) : { $rows }
profile-repeated = { $count ->
    [one] 1 ligne répète une ligne précédente
   *[other] { $count } lignes répètent une ligne précédente
} : { $rows } ; si des exports se recouvrent, déclarez « stitch »
profile-headers = { $count ->
    [one] 1 ligne répète l’en-tête
   *[other] { $count } lignes répètent l’en-tête
} : { $rows }
profile-totals = { $count ->
    [one] 1 ligne ressemble à un total
   *[other] { $count } lignes ressemblent à des totaux
} : { $rows } ; retirez-les de l’export
profile-contradiction = { $count ->
    [one] 1 ligne sur { $of } se contredit
   *[other] { $count } lignes sur { $of } se contredisent
} : { $earlier } y est après { $later }, au contraire des autres ; { $rows }
profile-link = { $shared } valeurs de { $from } sur { $of } sont dans { $to } ({ $files }) : pour relier les deux, déclarez chacune « key »

## Différences entre fichiers

profile-differs-missing = { $file } : { $column } manque
profile-differs-added = { $file } : { $column } n’est pas dans le premier fichier
profile-differs-moved = { $file } : les mêmes colonnes, dans un autre ordre (sans conséquence : l’en-tête les retrouve)
profile-differs-notation = { $file } : { $column } y est écrite { $what }
profile-differs-encoding = { $file } : codage { $what }
profile-differs-delimiter = { $file } : séparateur « { $what } »
profile-differs-header = { $file } : l’en-tête n’est pas au même endroit
profile-differs-help = Une source n’a qu’une déclaration : si la forme a changé un jour (nouvelle version du logiciel), déclarez une source par forme, chacune avec ses fichiers.

## À vérifier

profile-doubt = { $column } : { $text }
profile-doubt-day-or-month = le jour ou le mois d’abord ? Aucun jour ne dépasse 12 : { $first } et { $second } lisent tout. Demandez à qui fait l’export, ou exportez un mois entier ; puis gardez une des deux lignes proposées
profile-doubt-settled-by = indice : { $column }, écrite de même, se lit { $notation } à coup sûr
profile-doubt-descents = indice : lue { $first }, elle revient en arrière { $one } fois ; lue { $second }, { $two } fois (un export est souvent dans l’ordre)
profile-doubt-weekends = indice : lue { $first }, { $one } cellules tombent un samedi ou un dimanche ; lue { $second }, { $two }
profile-doubt-hours-or-minutes = heures et minutes, ou minutes et secondes ? Rien ne le dit : gardez une des deux lignes proposées
profile-doubt-which-clock = « Z » dit l’heure universelle, mais des logiciels l’écrivent derrière l’heure de la ville : comparez avec un cas connu, puis gardez une des deux lignes proposées (« clock = "local" » si le Z est faux)
profile-nothing-word = « { $value } » ({ $count } fois) veut sans doute dire que rien n’est noté : proposé dans « nothing »
profile-nothing-frequent = « { $value } » ({ $count } fois) est étrangement fréquent : s’il veut dire que rien n’a eu lieu, laissez-le dans « nothing » ; si c’est une vraie valeur, retirez-le
profile-nothing-word-closed = une valeur ({ $count } fois) veut sans doute dire que rien n’est noté
profile-nothing-frequent-closed = une valeur ({ $count } fois) est étrangement fréquente : elle veut peut-être dire que rien n’a eu lieu
profile-doubt-misfits = { $count ->
    [one] 1 cellule ne se lit pas ainsi, et serait inconnue
   *[other] { $count } cellules ne se lisent pas ainsi, et seraient inconnues
}
profile-doubt-undecodable = { $count } cellules ne sont pas du texte dans ce codage
profile-doubt-other-notation = { $count ->
        [one] 1 cellule est écrite
       *[other] { $count } cellules sont écrites
    } { $notation }
profile-doubt-traces = { $text } : si la colonne en contient, déclarez-la « personal »
profile-doubt-alike = « { $one } » et « { $other } » ne diffèrent que par la casse, les accents ou la ponctuation : sans doute la même valeur
profile-doubt-alike-closed = deux valeurs ne diffèrent que par la casse, les accents ou la ponctuation
profile-doubt-rare = { $count ->
    [one] 1 valeur ne se trouve
   *[other] { $count } valeurs ne se trouvent
} qu’une fois : fautes de frappe ?
profile-doubt-decimals = { $count } nombres à virgule : seule leur présence serait lue
profile-doubt-zero-one = 1 est pris pour oui, 0 pour non : est-ce bien un oui ou non, et dans ce sens ?
profile-doubt-nearly-unique = { $count ->
    [one] 1 cellule répète une précédente, toutes les autres sont uniques
   *[other] { $count } cellules répètent une précédente, toutes les autres sont uniques
}
profile-doubt-time-of-day = c’est sans doute une heure de la journée : lue comme une durée depuis minuit
profile-doubt-weight = une ligne vaut-elle plusieurs cas ? Sinon, écrivez « integer »
profile-doubt-free-text = texte libre, où des personnes peuvent être nommées ; seule sa présence est lue, mais « personal » l’écarte tout à fait

## Déclaration

profile-toml-confirm = à confirmer
profile-toml-collected = à confirmer : le dernier jour jusqu’où l’export est complet ; ici, le dernier jour vu
profile-toml-collected-none = à dire : le jour jusqu’où l’export est complet (AAAA-MM-JJ)
profile-toml-proof = à confirmer : tous les cas (census), ou un échantillon (sample)
profile-toml-time = la colonne qui place une ligne dans la période ; à retirer d’une liste qui décrit un état
profile-toml-elsewhere = Le fichier n’est pas dans le dossier de la charte : copiez-le là où « files » le dit.
profile-toml-nameless = Une colonne sans en-tête ne peut pas être déclarée.
profile-toml-repeated = Une colonne porte l’en-tête d’une autre : aucune des deux ne peut être lue tant qu’ils sont égaux.
profile-toml-together = ce jour et cette heure se lisent aussi ensemble ; cette ligne remplace alors les deux
profile-toml-empty = toujours vide : laissée de côté
