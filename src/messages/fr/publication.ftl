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
    [quiet_hours] heures creuses
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
publish-fact-absent = Pas encore de fichier

## Lecture

evidence-page-empty = le fichier { $file } de la source « { $source } » ne contient aucun mot
    .help = enregistrez la page depuis le navigateur, une fois affichée ; d’ici là, ce qu’elle devait dire est inconnu
evidence-page-encoding = le fichier { $file } de la source « { $source } » n’est pas du texte dans l’encodage déclaré
    .help = enregistrez la page en UTF-8, ou déclarez « encoding = "windows-1252" » dans sources.toml
evidence-page-too-long = le fichier { $file } de la source « { $source } » dépasse 4 Mio
    .help = enregistrez la page seule, sans ses images ni le reste du site
evidence-page-too-deep = le fichier { $file } de la source « { $source } » emboîte ses éléments sur plus de mille niveaux
    .help = une page ordinaire n’en compte pas cinquante : vérifiez d’où vient ce fichier, puis enregistrez la page de nouveau
