# Documents publiés : ce que disent les pages enregistrées, comparé à la charte.

## Relevés

statement = « { $title } », { $thing } : { $outcome ->
    [silent] n’y figure pas
    [differs] ce n’est pas ce que dit la charte
    [absent] le document n’existe pas
    [not-in-force] aucun n’est en vigueur ce jour-là dans la charte
    [too-long] au-dessus du plafond de 45 jours ouvrés
    [unread] le fichier n’a pas pu être lu
    [outdated] la page n’est pas, ou plus, celle du jour jugé
   *[unclear] non reconnu
}
statement-thing = { $thing ->
    [exists] existence du document
    [opening_hours] horaires de « { $subject } »
    [announced_delays] délai annoncé de « { $subject } »
    [call_peaks] pics d’appels
    [alternatives] autre organisme « { $subject } »
    [booking_channels] rendez-vous de « { $subject } » { $channel ->
        [online] en ligne
        [phone] par téléphone
        [email] par courriel
        [post] par courrier
       *[desk] à l’accueil
    }
    [in_force] date d’entrée en vigueur ({ $subject })
    [version] version { $subject }
    [sections] rubrique « { $subject } »
   *[contains] mots « { $subject } »
}
explain-statements = Non dit
explain-publication = Document « { $source } » ({ $site ->
    [none] { $asked ->
        [one] 1 point à vérifier
       *[other] { $asked } points à vérifier
    }
   *[other] { $site }, { $asked ->
        [one] 1 point à vérifier
       *[other] { $asked } points à vérifier
    }
}){ $absent ->
    [yes]  : n’existe pas, selon { $by }, le { $date } ({ $record })
   *[no] {""}
}

## Pages

publish-gaps-publication = Ce que les documents ne disent pas :
publish-fact-medium = Autre document
publish-fact-absent = Document inexistant

## Lecture

evidence-page-empty = le fichier { $file } de la source « { $source } » ne contient aucun mot
    .help = enregistrez la page depuis le navigateur, une fois affichée ; d'ici là, ce qu'elle devait dire est inconnu
evidence-page-encoding = le fichier { $file } de la source « { $source } » n'est pas du texte dans l'encodage déclaré
    .help = enregistrez la page en UTF-8, ou déclarez « encoding = "windows-1252" » dans sources.toml
evidence-page-too-long = le fichier { $file } de la source « { $source } » dépasse 4 Mio
    .help = enregistrez la page seule, sans ses images ni le reste du site
evidence-page-too-deep = le fichier { $file } de la source « { $source } » emboîte ses éléments sur plus de mille niveaux
    .help = une page ordinaire n'en compte pas cinquante : vérifiez d'où vient ce fichier, puis enregistrez la page de nouveau

## Champs

schema-charter-alternative = Autre commune ou organisme qui rend un service ; répétez le bloc pour chacun.
schema-charter-alternative-name = Nom de l'organisme, tel qu'on le publie.
schema-charter-alternative-aliases = Autres noms sous lesquels il figure dans les documents.
schema-charter-alternative-services = Services qu'il rend aussi (clés) ; absents, tous.
schema-charter-alternative-address = Son adresse postale.
schema-charter-alternative-url = L'adresse de sa page.
schema-charter-sites-aliases = Autres noms du lieu dans les documents publiés : "Mairie", "Accueil central".
schema-charter-services-aliases = Autres noms du service dans les documents publiés.
schema-charter-services-booking = Façons de prendre rendez-vous : "online" (en ligne), "phone" (téléphone), "desk" (accueil), "email" (courriel), "post" (courrier).
schema-sources-absent = À la place de « files » : déclaration datée que le document n'existe pas. Ce qu'il devait dire est alors un écart.
schema-sources-absent-by = Fonction ou instance qui le déclare.
schema-sources-absent-on = Jour de la déclaration.
schema-sources-absent-record = Où elle est écrite.
schema-sources-encoding = Encodage des pages : "utf-8" (par défaut) ou "windows-1252".
schema-sources-site = Lieu dont parle tout le document : l'affiche d'une porte, le message d'un répondeur.
schema-sources-in_force = Jour d'entrée en vigueur que le document doit porter ; absent, celui de la charte.
schema-sources-version = Version que le document doit porter ; absente, celle de la charte.
schema-engagement-requirement-publication = Mesure : part des points à publier que les documents disent, chaque point compté sur chaque document.
schema-engagement-requirement-publication-on = Documents à lire : des sources de format "html", "markdown" ou "text".
schema-engagement-requirement-publication-exists = true : le document doit exister.
schema-engagement-requirement-publication-says = Ce que chaque document doit dire comme la charte : "opening_hours" (horaires), "announced_delays" (délais annoncés en vigueur), "call_peaks" (pics d'appels), "alternatives" (autres organismes), "booking_channels" (façons de prendre rendez-vous), "in_force" (date d'entrée en vigueur), "version". Ce qui n'est pas reconnu est inconnu, pas faux.
schema-engagement-requirement-publication-sections = Rubriques exigées : des titres du document, suivis d'un texte. Majuscules, accents et numéros ne comptent pas.
schema-engagement-requirement-publication-contains = Mots exigés, tels quels. Majuscules, accents et ponctuation ne comptent pas.
schema-engagement-requirement-publication-at_least = Cible : au moins cette part des points, par exemple "100 %".
schema-engagement-requirement-publication-more_than = Cible : plus que cette part des points, elle-même exclue.
