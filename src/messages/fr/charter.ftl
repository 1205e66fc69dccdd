### Lecture de la charte : fautes de forme, noms, dates, sources, exigences ; compte rendu des fautes.

## Compte rendu

report-error = faute { $code }
report-warning = avertissement { $code }
report-help = aide : { $help }
report-related = l’autre endroit
report-count = { $errors ->
        [0] aucune faute
        [one] 1 faute
       *[other] { $errors } fautes
    }{ $warnings ->
        [0] { "" }
        [one] , 1 avertissement
       *[other] , { $warnings } avertissements
    }

## Mots que d’autres messages reprennent

charter-nearest = { $near ->
        [0] { $count ->
            [0] rien n’est encore déclaré : déclarez d’abord ce nom, ou retirez cette ligne
            [one] le seul choix possible est « { $known } »
           *[other] choisissez parmi : { $known }
        }
       *[other] vouliez-vous dire « { $nearest } » ? Choix possibles : { $known }
    }
charter-type-expected = { $expected ->
        [text] un texte
        [integer] un nombre entier
        [boolean] oui ou non
        [date] une date
        [share] une part
        [list] une liste
        [table] un bloc de champs
        [integer-text] un nombre entier ou un texte
        [text-table] un mot ou un bloc de champs
        [list-table] une liste ou un bloc de correspondances
       *[other] une autre sorte de valeur
    }
charter-type-found = { $found ->
        [text] un texte
        [integer] un nombre entier
        [boolean] oui ou non
        [date] une date
        [list] une liste
        [table] un bloc de champs
       *[other] un nombre à virgule ou une heure
    }
charter-column-found = { $found ->
        [date] une date
        [datetime] une date avec heure
        [duration] une durée
        [integer] un nombre
        [category] une catégorie
        [service] un service
        [site] un lieu
        [boolean] oui ou non
        [text] un texte libre
        [weight] un nombre de cas
        [personal] une donnée personnelle, jamais lue
        [key] un identifiant
        [working-days] un nombre de jours ouvrés
        [calendar-days] un nombre de jours
        [presence] un texte libre ou un identifiant
       *[other] autre chose
    }
charter-column-expected = { $expected ->
        [date-datetime] une date (type « date » ou « datetime »)
        [datetime] une date avec heure (type « datetime »)
        [service] un service (type « service »)
        [key] un identifiant (type « key »)
        [category] une catégorie (type « category »)
        [category-service-site] une catégorie, un service ou un lieu (type « category », « service » ou « site »)
        [amount] un nombre, une durée ou un nombre de jours
       *[other] autre chose
    }
charter-unit-expected = { $expected ->
        [working-days] un nombre de jours ouvrés
        [calendar-days] un nombre de jours
        [duration] une durée
        [integer] un nombre entier
        [date] une date
        [datetime] une date avec heure
        [category] une catégorie
        [boolean] oui ou non
       *[other] autre chose
    }
charter-unit-found = { $found ->
        [working-days] un nombre de jours ouvrés
        [calendar-days] un nombre de jours
        [duration] une durée
        [integer] un nombre entier
        [date] une date
        [datetime] une date avec heure
        [category] une catégorie
        [boolean] oui ou non
        [presence] un texte libre ou un identifiant
       *[other] une autre sorte de valeur
    }
charter-type-name = { $type ->
        [date] date
        [datetime] date avec heure
        [duration] durée
        [integer] nombre entier
        [category] catégorie
        [service] service
        [site] lieu
        [boolean] oui ou non
        [text] texte libre
        [weight] nombre de cas
        [personal] donnée personnelle
       *[key] identifiant
    }

## Écriture du fichier

charter-syntax = cette ligne ne se lit pas
    .label = la lecture s’arrête ici
    .help = une ligne s’écrit « champ = valeur » ; les textes vont entre guillemets droits, les listes entre crochets ; une explication commence par « # » ; un caractère invisible peut venir d’un copier-coller : retapez la ligne
charter-decimal-comma = une virgule n’est pas permise dans un nombre
    .label = nombre à virgule
    .help = écrivez un nombre entier, ou une part entre guillemets, où la virgule est permise : "92,5 %" ; une durée s’écrit "1 min 30 s"
charter-duplicate-key = « { $key } » est déjà écrit plus haut dans ce bloc
    .label = deuxième fois
    .help = gardez une seule des deux lignes ; un bloc qui se répète s’écrit avec deux crochets, comme « [[requirement]] »
charter-text-quotes = cette valeur doit être entre guillemets droits
    .label = guillemets droits manquants
    .help = écrivez "{ $text }" avec le guillemet droit du clavier (") des deux côtés ; oui et non s’écrivent true et false, un nombre s’écrit sans espace ni unité
charter-missing-value = il manque une valeur après « = »
    .label = rien ici
    .help = écrivez une valeur, par exemple "un texte", 20 ou 2026-05-31, ou retirez la ligne
charter-impossible-date = ce jour n’existe pas dans le calendrier
    .label = jour impossible
    .help = vérifiez le nombre de jours du mois ; une date s’écrit année-mois-jour : 2026-02-28
charter-date-form = cette date n’est pas écrite comme il faut
    .label = date à réécrire
    .help = écrivez année-mois-jour, avec deux chiffres pour le mois et le jour, sans guillemets : le 5 janvier 2026 s’écrit 2026-01-05
charter-boolean-word = oui et non s’écrivent « true » et « false », en minuscules
    .label = ni true ni false
    .help = écrivez true pour oui, false pour non, sans guillemets
charter-key-characters = ce nom contient un caractère qui n’y est pas permis
    .label = caractère non permis
    .help = un nom de champ s’écrit sans accent ni espace ; s’il recopie un texte d’un fichier, mettez-le entre guillemets droits : "Créé le" = "…"
charter-missing-equals = il manque « = » après ce nom
    .label = « = » attendu
    .help = écrivez « champ = valeur » ; un nom de champ n’a pas d’espace ; une explication commence par « # »
charter-after-value = il y a quelque chose de trop après la valeur
    .label = la valeur est déjà finie
    .help = une seule valeur par ligne ; dans un texte, un guillemet ferme le texte : écrivez « » à la place, ou \" ; entre apostrophes droites, l’apostrophe ferme le texte : préférez les guillemets droits
charter-backslash = une barre oblique inverse (\) n’est pas permise ici
    .label = barre à remplacer
    .help = dans un chemin, écrivez « / » : "evidence/demandes.csv" ; ailleurs, doublez la barre : \\
charter-title-brackets = ce titre de bloc n’est pas bien refermé
    .label = crochet attendu
    .help = écrivez « [titre] », ou « [[titre]] » pour un bloc qui se répète, sans espace dans le titre ; les lignes qui suivent ne sont pas vérifiées tant qu’il manque
charter-leading-zero = un nombre ne commence pas par zéro
    .label = zéro de trop
    .help = écrivez 9 au lieu de 09 ; un numéro qui commence par zéro (téléphone, code postal) est un texte : "09"
charter-missing-comma = il manque une virgule entre deux éléments
    .label = virgule attendue avant ceci
    .help = séparez les éléments par des virgules : ["guichet", "téléphone"] ou { "{" } by = "…", on = 2026-01-15 { "}" }
charter-unclosed = { $mark ->
        [brace] cette accolade n’est jamais refermée
       *[bracket] ce crochet n’est jamais refermé
    }
    .label = ouvert ici
    .help = { $mark ->
        [brace] ajoutez « { "}" } » à la fin du bloc ; les lignes qui suivent ne sont pas vérifiées tant qu’il manque
       *[bracket] ajoutez « ] » à la fin de la liste ; les lignes qui suivent ne sont pas vérifiées tant qu’il manque
    }
charter-unclosed-quote = un texte n’est pas refermé
    .label = guillemet manquant
    .help = ajoutez le guillemet droit (") qui ferme le texte ; un texte de plusieurs lignes commence et finit par trois guillemets droits (""")
charter-number-range = ce nombre est trop grand
    .label = trop de chiffres
    .help = vérifiez les chiffres ; un numéro (téléphone, SIRET) est un texte et se met entre guillemets

## Champs et valeurs

charter-unknown-key = le champ « { $key } » n’existe pas ici
    .label = champ inconnu
    .help = { charter-nearest }
charter-missing-key = il manque le champ « { $key } »
    .label = { $where ->
        [block] « { $key } » doit figurer dans ce bloc
       *[other] « { $key } » doit figurer dans ce fichier
    }
    .help = { $where ->
        [top] ajoutez en haut du fichier, avant le premier titre entre crochets, une ligne telle que : { $example }
        [end] ajoutez à la fin du fichier un bloc qui commence par : { $example }
       *[block] ajoutez à ce bloc une ligne telle que : { $example }
    }
charter-wrong-type = cette valeur est { charter-type-found }, alors qu’il faut { charter-type-expected }
    .label = il faut { charter-type-expected }
    .help = { $expected ->
        [text] mettez la valeur entre guillemets droits : "…"
        [integer] écrivez un nombre entier, sans guillemets, ni virgule, ni unité : 20
        [boolean] écrivez true (oui) ou false (non), sans guillemets
        [date] écrivez la date sous la forme année-mois-jour, sans guillemets ni heure : 2026-05-31
        [share] écrivez la part entre guillemets droits : "90 %" ou "9/10"
        [list] { $found ->
            [table] ce bloc peut se répéter : doublez les crochets de son titre, comme « [[requirement]] », ou mettez-le entre crochets : [{ "{" } … { "}" }]
           *[other] écrivez une liste entre crochets, même pour un seul élément : ["…"]
        }
        [table] écrivez un bloc : des champs sous un titre entre crochets, ou entre accolades { "{" } … = "…" { "}" }
        [integer-text] écrivez un nombre entier sans guillemets (45), ou un texte entre guillemets ("15 min")
        [text-table] écrivez "census" (tous les cas), "sample" (échantillon), ou un bloc { "{" } control_plan = { "{" } … { "}" } { "}" }
        [list-table] écrivez une liste ["…", "…"], ou un bloc de correspondances { "{" } "texte du fichier" = "valeur" { "}" }
       *[other] regardez le même champ dans la charte d’exemple
    }
charter-empty = rien n’est écrit ici
    .label = vide
    .help = écrivez une valeur ; si le champ est facultatif, retirez la ligne
charter-number-too-small = ce nombre est trop petit
    .label = au moins { $least }
    .help = écrivez { $least } ou plus
charter-share = ceci n’est pas une part entre 0 et 100 %
    .label = part à réécrire
    .help = écrivez par exemple "90 %", "92,5 %" ou "9/10"
charter-share-number = une part ne s’écrit pas comme un nombre à virgule
    .label = part sans « % »
    .help = écrivez la part entre guillemets droits : "90 %" au lieu de 0.9
charter-unknown-word = « { $word } » n’est pas un choix possible
    .label = choix inconnu
    .help = { charter-nearest }
charter-bad-id = « { $id } » ne peut pas servir d’identifiant
    .label = identifiant non permis
    .help = un identifiant commence par une lettre minuscule et ne contient que des lettres minuscules sans accent, des chiffres, « - » et « _ » : « etat-civil »

## Dossier

charter-missing-file = le fichier « { $path } » manque dans le dossier de la charte
    .help = créez-le, ou vérifiez son nom : minuscules, sans espace, avec la fin « .toml »
charter-no-engagement = la charte n’a aucun engagement
    .help = créez un fichier par engagement dans le dossier « engagements », par exemple « engagements/rendez-vous.toml »
charter-not-utf8 = le fichier « { $path } » n’est pas un texte en UTF-8
    .label = caractère illisible
    .help = enregistrez-le de nouveau en choisissant l’encodage « UTF-8 » (dans le Bloc-notes : Enregistrer sous, Encodage)
charter-bad-file-name = le nom de fichier « { $name } » ne peut pas servir d’identifiant
    .label = fichier à renommer
    .help = renommez le fichier : lettres minuscules sans accent, chiffres, « - » et « _ », en commençant par une lettre, par exemple « rendez-vous.toml »

## Dates

charter-dates-reversed = la fin vient avant le début
    .label = avant le début
    .related = début
    .help = échangez « from » (premier jour) et « { $last } » (dernier jour), ou corrigez l’année ; les deux jours sont compris
charter-day-or-range = il faut ici un jour, ou bien un premier et un dernier jour
    .label = jour ou période ?
    .help = écrivez « on = 2026-05-15 » pour un seul jour, ou « from = 2026-12-24, to = 2026-12-31 » pour une période, sans mélanger les deux
charter-overlapping-delays = deux délais sont annoncés pour le même service le même jour
    .label = commence avant la fin de l’autre
    .related = délai encore en vigueur
    .help = donnez au premier délai un dernier jour (« to ») la veille du jour où le second commence
charter-delay-above-ceiling = ce délai annoncé dépasse { $ceiling } jours ouvrés
    .label = plus de { $ceiling } jours ouvrés
    .help = hors période exceptionnelle, un délai annoncé reste sous ce plafond : vérifiez le nombre, ou déclarez une « exceptional_period » avec sa décision

## Noms

charter-duplicate-id = « { $id } » sert deux fois
    .label = déjà pris
    .related = première fois
    .help = donnez un nom ou un numéro différent à l’un des deux : il doit désigner une seule chose
charter-unknown-service = le service « { $service } » n’est pas déclaré
    .label = service inconnu
    .help = { charter-nearest } (un service se déclare dans charter.toml, sous [services.…])
charter-unknown-site = le lieu « { $site } » n’est pas déclaré
    .label = lieu inconnu
    .help = { charter-nearest } (un lieu se déclare dans charter.toml, sous [sites.…])
charter-unknown-source = la source « { $source } » n’est pas déclarée
    .label = source inconnue
    .help = { charter-nearest } (une source se déclare dans sources.toml)
charter-unknown-name = « { $name } » n’est ni une colonne ni une grandeur qui convienne ici
    .label = nom inconnu ici
    .help = { charter-nearest } (les colonnes et les grandeurs se déclarent dans sources.toml, sous « columns » et « quantities » de la source)
charter-unknown-requirement = l’exigence « { $requirement } » n’existe pas
    .label = exigence inconnue
    .help = { charter-nearest } (le nom d’une exigence est son champ « id » ; dans une grille, il s’écrit « engagement/exigence »)
charter-unknown-value = « { $value } » n’est pas une valeur de cette colonne
    .label = valeur inconnue
    .help = { charter-nearest } (les valeurs se déclarent dans sources.toml, dans « values » de la colonne)

## Sources

charter-setting-of-type = « { $setting } » ne convient pas à une colonne de type « { $type } » ({ charter-type-name })
    .label = de trop ici
    .help = { $types ->
        [date-datetime-duration] retirez-le : seules une date, une date avec heure et une durée (« date », « datetime », « duration ») ont un format
        [datetime] retirez-le : seule une date avec heure (« datetime ») suit une horloge
        [key] retirez-le : seul un identifiant (« key ») s’écrit sous plusieurs formes
        [category-service-site] retirez-le : seuls une catégorie, un service et un lieu (« category », « service », « site ») ont des valeurs
       *[boolean] retirez-le : seule une colonne oui ou non (« boolean ») a des mots pour oui et pour non
    }
charter-type-needs = une colonne de type « { $type } » ({ charter-type-name }) a besoin du champ « { $setting } »
    .label = il manque « { $setting } »
    .help = { $setting ->
        [format] { $type ->
            [date] dites comment le fichier écrit les dates : « format = "jj/mm/aaaa" »
            [datetime] dites comment le fichier écrit les dates et heures : « format = "jj/mm/aaaa HH:MM" »
           *[duration] dites comment le fichier écrit les durées : « format = "mm:ss" », "HH:MM", "HH:MM:SS", "minutes" ou "seconds"
        }
        [values] donnez la liste des valeurs du fichier : « values = ["honoré", "annulé"] »
        [yes] donnez les mots du fichier qui veulent dire oui : « yes = ["oui"] »
       *[no] donnez les mots du fichier qui veulent dire non : « no = ["non"] »
    }
charter-word-twice = le mot « { $word } » a deux sens
    .label = deuxième sens
    .help = gardez-le à un seul endroit : un même texte du fichier ne peut pas valoir deux choses
charter-header-twice = l’en-tête « { $header } » est déjà celui d’une autre colonne
    .label = en-tête déjà pris
    .help = chaque colonne déclarée a son propre en-tête, recopié du fichier à la lettre
charter-position-under-header = une colonne se trouve par son en-tête
    .label = position de trop
    .help = retirez « position », ou déclarez « header_row = 0 » si les fichiers n’ont pas de ligne d’en-tête
charter-position-missing = la colonne « { $column } » n’a pas de position, et les fichiers n’ont pas d’en-tête
    .label = position manquante
    .help = ajoutez « position = 3 » si c’est la troisième colonne, ou retirez « header_row = 0 »
charter-header-of-headerless = les fichiers n’ont pas d’en-tête
    .label = en-tête de trop
    .help = retirez « header » et donnez la position de la colonne (« position = 3 »), ou retirez « header_row = 0 »
charter-headers-two = une liste d’en-têtes en compte deux, lus l’un après l’autre
    .label = deux en-têtes
    .help = écrivez un seul en-tête entre guillemets, ou deux : « header = ["date rdv", "heure rdv"] »
charter-layout-headerless = une disposition se reconnaît à son en-tête
    .label = sans en-tête
    .help = retirez « layouts », ou donnez aux fichiers sans en-tête une source à part
charter-one-quantity = une grandeur se calcule d’une seule façon
    .label = aucune façon, ou plusieurs
    .help = gardez une seule des formes « working_days », « calendar_days », « minutes », « lateness », « open », « until_closing », « announced_delay », « exceptional_period » : « delai = { "{" } working_days = { "{" } from = "demande_le", to = "creneau_le" { "}" } { "}" } »
charter-column-type = « { $name } » est { charter-column-found }, alors qu’il faut { charter-column-expected }
    .label = ne convient pas ici
    .help = nommez une autre colonne, ou corrigez le type de celle-ci dans sources.toml
charter-one-column = une source n’a qu’une colonne de type « { $type } » ({ charter-type-name })
    .label = une de trop
    .help = { $type ->
        [weight] gardez ce type pour la colonne qui dit combien de cas vaut une ligne, et donnez à l’autre le type « integer »
       *[service] gardez ce type pour le service dont le cas dépend, et donnez à l’autre le type « category »
    }
charter-outside-root = ce chemin sort du dossier de la charte
    .label = chemin non permis
    .help = écrivez un chemin qui part du dossier où se trouve « charter », sans « .. » ni « / » au début : "evidence/appels.csv"
charter-path-characters = ce chemin contient une barre oblique inverse (\) ou un caractère invisible
    .label = chemin à réécrire
    .help = séparez les dossiers par « / » : "evidence/demandes.csv" ; entre guillemets, \t et \n ne sont pas des lettres
charter-unused-source = aucune exigence n’utilise la source « { $source } »
    .label = jamais utilisée
    .help = citez-la dans une exigence (« source = "{ $source }" »), ou retirez-la de sources.toml
charter-plan-after-collection = le plan de contrôle est fixé après la collecte
    .label = après « collected »
    .help = un plan de contrôle se décide avant de tirer les cas ; s’il n’y en avait pas, écrivez « proof = "sample" » (simple échantillon)
charter-plan-accepts-all = ce plan de contrôle accepte autant d’échecs que de cas tirés
    .label = accepte tout
    .help = « accept » est le nombre d’échecs admis parmi « size » cas : écrivez un nombre bien plus petit, souvent 0

## Exigences

charter-one-measure = { $count ->
        [0] cette exigence n’a pas de mesure
       *[other] cette exigence a { $count } mesures, alors qu’il en faut une seule
    }
    .label = { $count ->
        [0] mesure manquante
       *[other] une seule mesure par exigence
    }
    .help = { $count ->
        [0] ajoutez un bloc de mesure, par exemple « [requirement.share] » (part des cas) ; choix possibles : { $known } ; si l’exigence est sans objet, écrivez « not_applicable = { "{" } reason = "…" { "}" } »
       *[other] gardez une mesure ici, et faites des autres des exigences à part, chacune avec son « id » ; mesures : { $known }
    }
charter-source-needed = cette exigence n’a pas de source
    .label = « source » manque
    .help = ajoutez « source = "…" », avec le nom d’une source de sources.toml
charter-one-target = il faut une cible, et une seule
    .label = cible manquante ou en double
    .help = écrivez un seul de ces champs : { $known } ; par exemple { $measure ->
        [limit] « at_most = "15 min" » pour une durée, « at_most = 45 » pour des jours
       *[share] « at_least = "90 %" » (au moins 90 %)
    }
charter-empty-target = cette cible ne départage rien : tous les cas l’atteignent, ou aucun ne le peut
    .label = sans effet
    .help = écrivez une part entre les deux extrêmes, par exemple "90 %"
charter-whole-on-sample = la source « { $source } » est un échantillon : elle ne peut pas montrer que tous les cas sont conformes
    .label = tous les cas, sans exception
    .help = baissez la cible (par exemple "95 %"), apportez tous les cas (« proof = "census" »), ou déclarez un plan de contrôle dans sources.toml
charter-close-not-stricter = « { $key } » doit être plus sévère que la cible
    .label = pas plus sévère que la cible
    .help = { $key ->
        [close_below] écrivez une part au-dessus de la cible : pour une cible de 90 %, « close_below = "93 %" » signale un résultat tenu de justesse
       *[close_above] écrivez une valeur au-dessous de la cible : pour une cible d’au plus 45 jours, « close_above = 40 » signale un résultat tenu de justesse
    }
charter-close-of-measure = « { $key } » ne va pas avec cette mesure
    .label = de trop ici
    .help = { $key ->
        [worse_by] « worse_by » compare une part ou une limite à celle de la fois précédente ; retirez la ligne
        [min_cases] une couverture compte des minutes d’ouverture, pas des cas ; retirez la ligne
        [close_below] « close_below » va avec une part à atteindre (at_least, more_than) ; pour une limite à ne pas dépasser, écrivez « close_above » ; sinon retirez la ligne
       *[close_above] « close_above » va avec une limite à ne pas dépasser (limit, ou share avec at_most) ; pour une part à atteindre, écrivez « close_below » ; sinon retirez la ligne
    }
charter-each-on-plan = un plan de contrôle ne permet pas de juger chaque groupe : il fixe le nombre de cas de l’ensemble
    .label = groupes jugés un à un
    .help = remplacez « each » par « by » pour afficher les groupes sans les juger, ou déclarez un plan, donc une source, par groupe
charter-min-cases-without-each = « min_cases » n’a de sens qu’avec « each »
    .label = aucun groupe à juger
    .help = ajoutez « each = ["service"] » pour juger chaque groupe, ou retirez « min_cases »
charter-condition-table = une condition s’écrit comme un bloc
    .label = pas une condition
    .help = écrivez par exemple { "{" } statut = "honoré" { "}" } ou { "{" } attente = { "{" } at_most = "15 min" { "}" } { "}" }
charter-condition-empty = cette condition est vide
    .label = rien à vérifier
    .help = écrivez au moins une comparaison, par exemple { "{" } statut = "honoré" { "}" }, ou retirez la condition
charter-comparison-of-type = { $unit ->
        [presence] on sait seulement si cette colonne est remplie : sa valeur n’est pas gardée
        [boolean] oui et non ne se comparent pas du plus petit au plus grand
       *[category] les valeurs d’une catégorie ne se comparent pas de la plus petite à la plus grande
    }
    .label = comparaison impossible
    .help = { $unit ->
        [presence] écrivez « recorded = true » (remplie) ou « recorded = false » (vide)
        [boolean] écrivez « is = true » ou « is = false »
       *[category] écrivez « is = "…" » (égal à), « is_not = "…" » (différent de) ou « one_of = ["…", "…"] » (l’une de)
    }
charter-operand-unit = { $found ->
        [other] il faut ici { charter-unit-expected }
       *[known] on compare ici { charter-unit-expected } avec { charter-unit-found }
    }
    .label = il faut { charter-unit-expected }
    .help = { $expected ->
        [working-days] écrivez un nombre entier sans guillemets (45), ou le nom d’une grandeur en jours ouvrés
        [calendar-days] écrivez un nombre entier sans guillemets (30), ou le nom d’une grandeur en jours
        [duration] écrivez une durée entre guillemets ("15 min", "30 s", "1 h 30"), ou le nom d’une durée de la source
        [integer] écrivez un nombre entier sans guillemets (3), ou le nom d’une colonne de nombres
        [date] écrivez une date sans guillemets (2026-05-31), ou le nom d’une colonne de dates
        [datetime] écrivez le nom d’une autre colonne de dates avec heure : aucune valeur fixe n’est possible ici
        [category] écrivez l’une des valeurs de la colonne, entre guillemets : "honoré"
       *[boolean] écrivez true (oui) ou false (non), sans guillemets
    }
charter-duration = « { $text } » n’est pas une durée
    .label = durée à réécrire
    .help = écrivez un nombre suivi de son unité, entre guillemets : "15 min", "30 s", "1 h 30" ou "1 min 30 s"
charter-expected-of-log = { $why ->
        [draw] un tirage n’a pas de lignes chaque jour
       *[other] sans « time », une source n’a pas de jours
    }
    .label = seul un journal complet a des jours attendus
    .help = retirez « rows_expected », ou déclarez « time » et « proof = "census" »
charter-attestation-lapses = une attestation doit dire jusqu’à quand elle vaut
    .label = affirmation humaine datée
    .help = ajoutez « valid_days = 365 » (ou moins) : le nombre de jours après « collected » où l’on peut s’y fier
charter-stitch-one-way = { $way ->
        [none] rien ne dit comment réunir les lignes d’une même clé
        [both] deux façons de réunir les lignes d’une même clé
       *[part] « part » numérote des segments, et il n’y en a pas ici
    }
    .label = une seule façon
    .help = gardez « repeats = "once" » (la même ligne dans deux exports qui se recouvrent) ou bien « segments » (un événement sur plusieurs lignes)
charter-merge-rule = « { $rule } » ne réunit pas des cellules de type « { $type } » (colonne « { $name } »)
    .label = règle d’un autre type
    .help = « sum » et « max » vont aux durées et aux nombres entiers, « max » aux dates, « any » aux colonnes oui ou non et aux textes ; « same », « first » et « last » vont à toutes
charter-list-of-list = une liste ne prend pas elle-même de colonnes ailleurs
    .label = liste qui en complète une autre
    .help = nommez une source sans « join », autre que celle-ci
charter-normalise-differs = ces deux identifiants ne s’écrivent pas sous la même forme
    .label = comparé à l’autre colonne
    .help = déclarez la même liste « normalise » sur les deux colonnes, ou sur aucune : sans cela, personne ne se retrouverait
charter-time-needed = la source « { $source } » n’a pas de date pour situer ses lignes
    .label = il faut une date par ligne
    .help = dans sources.toml, ajoutez à cette source « time = "…" » avec le nom d’une colonne de type « date » ou « datetime »
charter-variety-too-large = la colonne n’a que { $declared ->
        [one] 1 valeur déclarée
       *[other] { $declared } valeurs déclarées
    }
    .label = plus que les valeurs déclarées
    .help = écrivez { $declared } ou moins, ou déclarez les valeurs manquantes dans sources.toml
charter-weight-of-measure = une ligne de cette source vaut plusieurs cas : la mesure « { $measure } » ne peut pas la compter
    .label = source avec une colonne « weight »
    .help = choisissez une source où chaque ligne est un cas, ou les mesures « share » ou « limit »
charter-proof-of-measure = { $measure ->
        [coverage] un échantillon ne peut pas montrer que les heures d’ouverture sont couvertes
        [publication] un document est lu en entier, pas par échantillon
        [peaks] un échantillon ne peut pas montrer quand les appels sont les plus nombreux
       *[roll_call] un échantillon ne peut pas montrer que chacun figure dans le registre
    }
    .label = source incomplète
    .help = { $measure ->
        [publication] une page enregistrée (« publication ») est complète : « proof = "census" » dans sources.toml
        [coverage] tout ce qui couvre doit être compté (« coverage ») : « proof = "census" » dans sources.toml
        [peaks] tous les appels reçus doivent être comptés (« peaks ») : « proof = "census" » dans sources.toml
       *[roll_call] la liste et le registre d’un appel nominal (« roll_call ») doivent être complets : « proof = "census" » dans sources.toml
    }
charter-place-needed = il manque le lieu
    .label = de quel lieu ou de quelle ligne s’agit-il ?
    .help = ajoutez « site = "…" » (la colonne qui nomme le lieu), ou « over = "…" » (un lieu, un guichet ou une ligne déclarés sous [sites.…]) si la source n’en a pas
charter-place-twice = le lieu est donné deux fois
    .label = de trop ici
    .help = gardez « site » (la colonne qui nomme le lieu), ou « over » (le même lieu pour tout le fichier)
charter-one-end = un intervalle a une fin, et une seule
    .label = fin manquante ou en double
    .help = écrivez « to = "…" » (colonne de la fin) ou « lasting = "…" » (colonne de la durée)
charter-groups-of-coverage = une couverture se juge lieu par lieu, et pas autrement
    .label = autre chose que le lieu
    .help = nommez ici la seule colonne de « site », ou retirez « { $key } »
charter-bound-of-measure = cette borne n’est pas dans les mots de la mesure
    .label = { $count ->
        [0] cette mesure n’a pas d’autre borne
       *[other] une borne, et une seule
    }
    .help = { $count ->
        [0] retirez ce bloc : cette mesure n’a ni part ni limite qui puisse être plus ou moins exigeante
        [one] écrivez « { $known } », dans l’unité de la cible
       *[other] écrivez une seule borne, dans l’unité de la cible, parmi : { $known } (« quantile » s’ajoute à une limite)
    }
charter-decision-of-nothing = l’exigence n’a rien de tel à décider
    .label = aucun « { $key } » dans cette exigence
    .help = { $key ->
        [grace] retirez la ligne, ou déclarez le délai dans « grace »
        [close] retirez la ligne, ou déclarez « close_below » ou « close_above »
       *[min_cases] retirez la ligne, ou déclarez « min_cases »
    }
charter-peaks-groups = les pics se jugent ligne par ligne, sans autre groupe
    .label = groupes
    .help = retirez « { $key } » ; pour une partie des appels seulement, utilisez « among »
charter-peaks-slot = un créneau dure 15, 20, 30 ou 60 minutes
    .label = autre durée
    .help = écrivez « slot = 30 », ou le pas de l’export
charter-peaks-step = la source « { $source } » compte les appels : le pas de ses comptes manque
    .label = « slot » manque ici
    .help = ajoutez « slot = 60 » si chaque ligne compte une heure, « slot = 30 » si elle compte une demi-heure
charter-peaks-threshold = { $sought ->
    [quiet] une heure creuse a nettement moins d’appels que la moyenne : seuil trop haut, ou illisible
   *[peaks] un pic a nettement plus d’appels que la moyenne : seuil trop bas, ou illisible
}
    .label = { $sought ->
        [quiet] fraction sous 1 attendue
       *[peaks] fraction au-dessus de 1 attendue
    }
    .help = { $sought ->
        [quiet] écrivez par exemple "3/4" ou "75 %"
       *[peaks] écrivez par exemple "5/4" ou "125 %"
    }
charter-peaks-handling = un appel prend toujours un peu de temps
    .label = durée nulle
    .help = écrivez la durée moyenne d’un appel, avec ce qui le suit, par exemple "3 min"
charter-peaks-seasonal = des heures publiées pour une partie de l’année ne se comparent pas à des pics mesurés
    .label = cette exigence les compare
    .help = dans charter.toml, écrivez les heures d’une semaine ordinaire, sans mois ni date
charter-peaks-closed = des heures publiées tombent quand la ligne est fermée
    .label = cette exigence les compare
    .help = dans charter.toml, corrigez ces heures, ou les horaires de la ligne sous [sites.…]
charter-peak-deadline = ce que les agents déclarent se mesure avant une date ; le reste n’en a pas
    .label = « basis » et « measure_before » ne vont pas ensemble
    .help = ajoutez « measure_before = 2026-09-30 » à basis = "declared", ou retirez-le d’un autre fondement
charter-self-approved = l’écart accepté est approuvé par son auteur
    .label = même fonction que « author »
    .help = faites approuver par une autre fonction, par exemple la direction générale des services
charter-waiver-too-long = l’écart est accepté pour trop longtemps
    .label = plus de { $longest } jours, premier et dernier compris
    .help = raccourcissez, ou changez « longest_days » sous [waivers] dans charter.toml ({ $longest } jours) ; le premier jour est celui de « from », à défaut celui de la décision, à défaut celui de la période
charter-ceiling-not-laxer = la limite de l’écart accepté n’est pas au-delà de la cible
    .label = aucun écart ne tient dans cette limite
    .help = écrivez jusqu’où l’écart est accepté : pour une cible de 90 %, « ceiling = { "{" } at_least = "80 %" { "}" } »
charter-ceiling-on-plan = un plan de contrôle fixe lui-même combien d’écarts il admet
    .label = « { $source } » est un plan de contrôle
    .help = retirez « ceiling », ou changez « accept » dans le plan avant le tirage
charter-replaces-dates = l’exigence ne commence pas le lendemain du dernier jour de celle qu’elle remplace
    .label = remplace « { $requirement } »
    .related = exigence remplacée
    .help = donnez à « { $requirement } » un dernier jour (« until ») et à celle-ci le lendemain pour premier jour (« from ») : aucun jour ne doit être jugé par les deux, ni par aucune
charter-option-why = une option écartée doit dire pourquoi
    .label = « why » manque
    .help = ajoutez « why = "…" » : le motif s’affiche avec l’option
charter-action-not-done = « { $key } » ne vaut que pour une action faite
    .label = de trop ici
    .help = écrivez « state = "done" », ou retirez la ligne

## Courriels

charter-decimal-and-groups = le même signe précède les décimales et sépare les milliers
    .help = « 1.234 » vaudrait mille ou un : gardez « decimal » pour les décimales, et « groups » pour l’autre signe
charter-setting-of-format = « { $setting } » ne convient pas à une source de format « { $format } »
    .label = de trop ici
    .help = { $of ->
        [page] retirez-le, ou déclarez « format = "html" », "markdown" ou "text" si les fichiers sont des pages enregistrées
        [mail] retirez-le, ou déclarez « format = "mail" » si les fichiers sont des courriels
        [workbook] retirez-le, ou déclarez « format = "xlsx" », "xls" ou "ods" si les fichiers sont des classeurs
       *[csv] retirez-le : { $format ->
            [mail] une source de courriels a des colonnes toutes faites (date, sens, boite, objet, signature, etc.)
            [xlsx] un classeur n’a pas de dialecte : ses cellules sont déjà découpées et typées
            [xls] un classeur n’a pas de dialecte : ses cellules sont déjà découpées et typées
            [ods] un classeur n’a pas de dialecte : ses cellules sont déjà découpées et typées
            [jsonl] dans un fichier JSON chaque valeur a sa clé, que « header » nomme
           *[page] une page enregistrée n’a ni colonnes ni dialecte
        }
    }
charter-mail-address = « { $text } » n’est pas une adresse de courriel
    .label = adresse à corriger
    .help = écrivez l’adresse seule, sans nom ni chevrons : "mairie@ville.example"
charter-phone = « { $text } » n’est pas un numéro de téléphone
    .label = numéro à corriger
    .help = écrivez au moins six chiffres, avec « # » pour un chiffre quelconque : "01 99 00 ## ##"
charter-no-word = « { $text } » ne contient aucun mot à chercher
    .label = ni lettre ni chiffre
    .help = écrivez les mots tels qu’ils figurent dans les courriels ou les documents ; la ponctuation ne compte pas

## Versions du support de sensibilisation

charter-unknown-support = la colonne a une valeur « { $support } » qui n’est pas une version du support
    .label = version inconnue
    .help = { $count ->
        [0] déclarez les versions du support dans charter.toml, un bloc « [[support]] » pour chacune, sous les mêmes noms que les valeurs de la colonne
       *[other] { charter-nearest } (les versions sont dans charter.toml, blocs « [[support]] » ; les valeurs de la colonne, dans sources.toml)
    }
charter-support-not-read = la colonne ne sait pas dire la version « { $support } » du support
    .label = une version manque
    .help = dans sources.toml, ajoutez « { $support } » aux valeurs (« values ») de la colonne : un émargement sur cette version serait illisible
charter-support-same-day = deux versions du support entrent en vigueur le même jour
    .label = même jour que l’autre version
    .help = gardez la version qui a servi, ou corrigez l’une des dates : celle qui compte ne doit pas dépendre de l’ordre des blocs
charter-grace-without-reset = « grace_days » ne sert que si la version remet la sensibilisation à zéro
    .label = sans effet
    .help = écrivez « resets = true » si chacun doit être sensibilisé de nouveau, ou retirez « grace_days »

## Contestations

charter-self-reviewed = la contestation est examinée par la fonction qui conteste
    .label = même fonction que « objector »
    .help = faites examiner la ligne par une autre fonction, par exemple le référent qualité
charter-counts-as = { $outcome ->
        [confirmed] une ligne confirmée compte comme avant : « counts_as » est de trop
       *[corrected] une ligne corrigée doit dire comment elle compte désormais
    }
    .label = { $outcome ->
        [confirmed] de trop
       *[corrected] « counts_as » manque
    }
    .help = { $outcome ->
        [confirmed] retirez « counts_as », ou écrivez « outcome = "corrected" »
       *[corrected] ajoutez « counts_as = "success" » (tenu), "failure" (non tenu) ou "aside" (écarté), ou écrivez « outcome = "confirmed" »
    }
charter-objection-digest = ce n’est pas une empreinte SHA-256
    .label = 64 chiffres ou lettres de a à f
    .help = recopiez l’empreinte du fichier, donnée dans la partie « audit » (scorecard.json, « sha256 »)
charter-objection-file = la source « { $source } » n’a pas ce fichier
    .label = { $files ->
        [one] 1 fichier seulement
       *[other] { $files } fichiers seulement
    }
    .help = les fichiers se comptent à partir de 1, dans l’ordre de « files » dans sources.toml
charter-objection-source = cette exigence juge les lignes d’une autre source
    .label = il faut « { $source } »
    .help = écrivez « source = "{ $source }" », avec le fichier et la ligne dans cette source
charter-objection-measure = { $why ->
        [not-applicable] cette exigence est sans objet : aucune ligne n’est jugée
        [value] une ligne de cette mesure a une valeur, qu’un réexamen ne peut pas remplacer
       *[no-row] cette mesure ne juge pas ligne par ligne
    }
    .label = { $why ->
        [value] pas avec cette mesure
       *[other] aucune ligne jugée
    }
    .help = { $why ->
        [not-applicable] retirez la contestation, ou corrigez le nom de l’exigence
        [value] écartez la ligne (« counts_as = "aside" »), ou corrigez la donnée dans l’outil et refaites l’export
       *[no-row] corrigez la donnée dans l’outil et refaites l’export
    }
charter-objection-twice = cette ligne est déjà contestée pour la même exigence
    .label = deuxième contestation
    .help = gardez une seule contestation par ligne et par exigence, avec le dernier examen

## Documents publiés

charter-files-or-absent = une source a des fichiers, ou n’en a pas encore : pas les deux
    .label = de trop à côté de « files »
    .help = gardez « files » si le document ou l’export existe, « absent » sinon
charter-absent-after-collection = le constat d’absence est daté d’après la collecte
    .label = jour postérieur à « collected »
    .help = « collected » est le jour où l’on a cherché le document ou l’export : il ne peut pas précéder le constat
charter-source-of-publication = une mesure « publication » n’a pas de champ « source »
    .label = de trop ici
    .help = nommez les documents dans « on », sous [requirement.publication]
charter-page-needed = la source « { $source } » n’est pas un document
    .label = page attendue
    .help = déclarez « format = "html" », "markdown" ou "text" pour cette source dans sources.toml
charter-nothing-asked = rien n’est demandé à ces documents
    .label = « exists », « says », « sections » ou « contains » manque
    .help = par exemple « says = ["opening_hours"] », ou « exists = true »
charter-nothing-to-say = la charte ne dit rien de « { $thing } » pour ces documents
    .label = rien à comparer
    .help = { $thing ->
        [call_peaks] déclarez des blocs [[call_peak]] dans charter.toml
        [quiet_hours] déclarez des blocs [[quiet_hour]] dans charter.toml
        [alternatives] déclarez des blocs [[alternative]] dans charter.toml, pour les services du périmètre
        [booking_channels] déclarez « booking » sur les services de charter.toml, par exemple ["online", "phone"]
        [announced_delays] déclarez des blocs [[announced_delay]] dans charter.toml, pour les services du périmètre
       *[other] vérifiez le périmètre de l’engagement (« services ») et le lieu du document (« site »)
    }
