### Courriels : ce qui n’a pas pu en être lu, ce que les pages en disent.

## Lecture

evidence-mail-empty = le fichier { $file } de la source « { $source } » est vide : il ne contient aucun message
    .help = refaites l’export ; si la boîte n’a vraiment aucun message, retirez ce fichier de « files »
evidence-mail-outlook = le fichier { $file } de la source « { $source } » est au format propre à Outlook (.msg ou .pst), qui ne se lit pas ici
    .help = dans Outlook, glissez les messages dans un dossier après avoir choisi « Enregistrer sous » puis le format .eml, ou exportez la boîte en mbox depuis la messagerie ou le serveur
evidence-mail-too-many = le fichier { $file } de la source « { $source } » contient plus d’un million de messages
    .help = exportez la boîte par périodes plus courtes, un fichier pour chacune
evidence-row-message-unreadable = { $count ->
        [one] un élément rejeté
       *[other] { $count } éléments rejetés
    } dans le fichier { $file } de la source « { $source } » : ce ne sont pas des messages (à partir du n° { $line })
    .help = un message commence par des lignes « From: », « Date: », « Subject: » ; retirez du dossier ce qui n’en est pas un, ou refaites l’export
evidence-row-message-too-long = { $count ->
        [one] un message rejeté
       *[other] { $count } messages rejetés
    } dans le fichier { $file } de la source « { $source } » : plus de 32 Mio, ou plus de 256 Kio d’en-têtes (à partir du n° { $line })
    .help = ces messages comptent comme des cas inconnus ; tant qu’ils ne sont pas lus, aucun message ne peut être dit sans réponse
evidence-row-message-too-complex = { $count ->
        [one] un message rejeté
       *[other] { $count } messages rejetés
    } dans le fichier { $file } de la source « { $source } » : trop de parties ou de lignes pour un message ordinaire (à partir du n° { $line })
    .help = ces messages comptent comme des cas inconnus ; tant qu’ils ne sont pas lus, aucun message ne peut être dit sans réponse
evidence-row-message-outlook = { $count ->
        [one] un message rejeté
       *[other] { $count } messages rejetés
    } dans le fichier { $file } de la source « { $source } » : format propre à Outlook (.msg), qui ne se lit pas ici (à partir du n° { $line })
    .help = dans Outlook, enregistrez ces messages au format .eml, ou exportez la boîte en mbox depuis la messagerie ou le serveur
evidence-fact-unknown = le fait « { $column } » n’est pas reconnu dans { $count ->
        [one] un message
       *[other] { $count } messages
    } du fichier { $file } de la source « { $source } » (à partir du n° { $line })
    .help = comparez ce message à « template » : ajoutez-y la formule, la fonction ou l’adresse si la ville l’admet ; sinon le cas reste inconnu

## Pages

publish-fact-skipped = Non examinés
publish-skipped-other-mailbox = autre boîte
publish-skipped-personal = personnels ou privés
publish-skipped-draft = brouillons
publish-skipped-repeated = copies
publish-rejected-message-unreadable = pas un message
publish-rejected-message-too-long = message trop grand
publish-rejected-message-too-complex = message trop complexe
publish-rejected-message-outlook = format d’Outlook
