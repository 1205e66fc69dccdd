# Titres (le deux-points suit)
cli-heading-usage = Usage :
cli-heading-options = Options{"\u00A0"}
cli-heading-arguments = Arguments{"\u00A0"}
cli-heading-commands = Verbes{"\u00A0"}
cli-help = Afficher cette aide
cli-version = Afficher la version
cli-error = Erreur :
cli-after-help =
    Codes de sortie de « check » : 0 rien à corriger, 1 au moins un écart sans dérogation valable,
    2 charte, appel ou sortie en faute, 3 aucun écart, mais un résultat non démontré.

# Programme
cli-about = Vérifie la charte d’engagements d’une mairie et publie charte, guide et tableau de bord
cli-usage = charte [OPTIONS] <VERBE>
cli-charter = Dossier de la charte (sinon : le dossier « charter » le plus proche, en remontant)
    .value = DOSSIER
cli-as_of = Date à laquelle valent les résultats, AAAA-MM-JJ (sinon : la dernière date de recueil)
    .value = DATE
cli-previous = Tableau de bord précédent (scorecard.json) auquel comparer les résultats
    .value = FICHIER
cli-lang = Langue des messages : fr ou en (sinon : celle de la charte)
    .value = LANGUE

# check
cli-check-about = Vérifie la charte contre ses preuves et affiche le tableau de bord
cli-check-usage = charte check [OPTIONS]
cli-check-format = Forme du tableau de bord : terminal, json ou markdown
    .value = FORME

# publish
cli-publish-about = Vérifie la charte, puis publie la charte, le guide et le tableau de bord
cli-publish-usage = charte publish [OPTIONS]
cli-publish-out = Dossier où publier (sinon : published)
    .value = DOSSIER
cli-published =

    Publié :
      pour le public       { $public }
      pour les agents      { $staff }
      pour l’auditeur      { $audit }
    Ouvrez d’abord { $audit }

# explain
cli-explain-about = Explique une exigence, de la promesse au résultat
cli-explain-usage = charte explain [OPTIONS] <EXIGENCE>
cli-explain-requirement = Exigence, sous la forme engagement/exigence
    .value = EXIGENCE
cli-explain-unknown = aucune exigence ne s’appelle « { $requirement } »{ $near ->
    [0] {""}
   *[other] {" "}; vouliez-vous dire « { $nearest } » ?
}
    .help = exigences de la charte : { $known }

# calendar
cli-calendar-about = Jours ouvrés et jours fériés, selon le calendrier de la charte
cli-calendar-usage = charte calendar [OPTIONS] <VERBE>
cli-calendar-zone = Zone de jours fériés : metropole, alsace-moselle, guadeloupe, martinique, guyane, reunion, mayotte, saint-martin, saint-barthelemy (du lundi au vendredi, sans fermeture locale)
    .value = ZONE
cli-calendar-good_friday = Compter le Vendredi saint comme férié (Alsace-Moselle)
cli-calendar-add-about = Date après un nombre de jours ouvrés ; le jour de départ ne compte pas
cli-calendar-add-usage = charte calendar add [OPTIONS] <DATE> <JOURS>
cli-calendar-add-start = Jour de départ, non compté
    .value = DATE
cli-calendar-add-days = Nombre de jours ouvrés
    .value = JOURS
cli-calendar-between-about = Nombre de jours ouvrés entre deux dates ; le jour de départ ne compte pas, le dernier compte
cli-calendar-between-usage = charte calendar between [OPTIONS] <DÉPART> <FIN>
cli-calendar-between-start = Jour de départ, non compté
    .value = DÉPART
cli-calendar-between-end = Dernier jour, compté
    .value = FIN
cli-calendar-holidays-about = Jours fériés d’une année
cli-calendar-holidays-usage = charte calendar holidays [OPTIONS] <ANNÉE>
cli-calendar-holidays-year = Année, de 1583 à 9999
    .value = ANNÉE
cli-calendar-range = le résultat sort des années que le calendrier sait compter (1583 à 9999)
    .help = donnez une date plus proche, ou moins de jours

# schema
cli-schema-about = Schéma JSON d’un document de la charte, pour l’aide à la saisie d’un éditeur
cli-schema-usage = charte schema <DOCUMENT>
cli-schema-document = Document : charter, sources, engagement, label ou objections
    .value = DOCUMENT

# Appels en faute
cli-error-unknown-argument = l’option « { $subject } » n’existe pas ici
cli-error-unknown-verb = le verbe « { $subject } » n’existe pas
cli-error-value-missing = il manque une valeur après « { $subject } »
cli-error-value = « { $value } » n’est pas une valeur de « { $subject } » ; valeurs possibles : { $known }
cli-error-value-invalid = « { $value } » ne convient pas à « { $subject } » (une date s’écrit AAAA-MM-JJ ; un nombre, en chiffres, dans les limites que donne l’aide)
cli-error-missing = il manque { $subject }
cli-error-no-verb = il manque un verbe ; verbes possibles : { $known }
cli-error-surplus = « { $subject } » est de trop
cli-error-twice = « { $subject } » ne se donne qu’une fois
cli-error-value-surplus = « { $subject } » ne prend pas de valeur
cli-error-other = l’appel n’est pas compris
cli-error-suggestion = Vouliez-vous dire « { $suggestion } » ?
cli-error-help = Pour l’aide : { $verbs } --help

# Tableau de bord
cli-scorecard-dates = Période du { $from } au { $to } ; résultats { $provisional ->
    [yes] provisoires, arrêtés
   *[no] arrêtés
} au { $date }
cli-target = Cible : { $target }
cli-cause = { $cause } : { $settle }
cli-was = auparavant : { $verdict }, au { $date }
cli-waived = écart accepté jusqu’au { $date }
cli-group = { $name } : { $text }
cli-label-blocked = { $title } (simulation) : au moins un point bloque. Auto-évaluation, ne vaut ni label ni certification.
cli-label-clear = { $title } (simulation) : rien ne bloque. Auto-évaluation, ne vaut ni label ni certification.

# Contestations
run-objection-digest = la contestation d’une ligne de « { $source } » porte sur un autre fichier que celui qui est là : elle n’est pas appliquée
    .label = fichier { $file }, ligne { $line }
    .help = retrouvez la ligne dans l’export actuel, examinez-la de nouveau, puis recopiez sa ligne et l’empreinte du fichier (scorecard.json, « sha256 »)
run-objection-row = la contestation d’une ligne de « { $source } » ne correspond à aucune ligne jugée : elle n’est pas appliquée
    .label = fichier { $file }, ligne { $line }
    .help = vérifiez le fichier et la ligne ; une ligne hors période, hors périmètre ou écartée n’est pas jugée

# Fichiers
run-no-charter = aucun dossier de charte ici ni au-dessus
    .help = placez-vous dans le dossier de la mairie, ou indiquez le dossier avec --charter
run-not-a-charter = { $path } ne contient pas de fichier charter.toml
    .help = indiquez le dossier qui contient charter.toml
run-charter-unreadable = { $path } ne peut pas être lu
    .help = vérifiez les droits du fichier, et qu’il est bien dans le dossier de la charte
run-charter-too-large = { $path } est trop grand pour un fichier de charte (4 Mio au plus)
    .help = vérifiez que ce n’est pas un export déposé au mauvais endroit
run-before-period = le { $date } précède la période de référence, qui commence le { $from }
    .help = donnez à --as-of un jour de la période, ou plus tard
run-no-key = la machine ne donne pas de nombres aléatoires
    .help = vérifiez le système ; sans eux, les identifiants ne seraient pas protégés
run-output-not-ours = { $path } contient autre chose que ce que charte a publié
    .help = choisissez un dossier vide ou nouveau avec --out ; rien n’a été modifié
run-output-write = { $path } ne peut pas être écrit{ $why ->
    [rights] {" "}: les droits manquent
    [space] {" "}: il n’y a plus de place
    [file] {" "}: un fichier se trouve là où il faudrait un dossier
   *[other] {""}
}
    .help = vérifiez les droits et la place sur le disque ; ce qui était publié est resté
run-attestation-ends = l’attestation « { $source } » { $days ->
    [0] vaut ce jour pour la dernière fois
    [one] ne vaut plus qu’un jour, jusqu’au { $until }
   *[other] ne vaut plus que { $days } jours, jusqu’au { $until }
}
    .label = valable jusqu’au { $until }
    .help = faites confirmer ce qui est attesté, puis mettez « collected » à jour ; passé ce jour, ce qui s’y fie sera « non démontré »
run-waiver-expired = l’écart accepté de « { $requirement } » est échu (dernier jour : { $until })
    .label = dernier jour
    .help = décidez de la suite : corriger, ou faire accepter l’écart de nouveau ; retirez ce bloc s’il ne sert plus
run-waiver-ends = l’écart accepté de « { $requirement } » { $days ->
    [0] vaut ce jour pour la dernière fois
    [one] ne vaut plus qu’un jour, jusqu’au { $until }
   *[other] ne vaut plus que { $days } jours, jusqu’au { $until }
}
    .label = dernier jour
    .help = passé ce jour, l’écart demandera de nouveau une action
run-waiver-unused = l’écart accepté de « { $requirement } » ne sert pas : il n’y a pas d’écart
    .label = accepté jusqu’à ce jour
    .help = retirez ce bloc, ou gardez-le si l’écart peut revenir avant la fin de la période
run-waiver-exceeded = l’écart de « { $requirement } » dépasse ce qui était accepté, ou pourrait le dépasser
    .label = accepté jusqu’à ce jour, dans la limite de « ceiling »
    .help = l’écart demande une action ; s’il doit être accepté tel quel, faites-le approuver avec une autre limite
run-previous = { $path } n’est pas un tableau de bord de cette version de charte
    .help = indiquez un fichier scorecard.json publié par charte
