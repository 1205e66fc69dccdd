### Lecture des preuves : formats déclarés, fichiers, lignes, cellules.

## Formats déclarés dans sources.toml

evidence-format-letter-unknown = « { $letter } » n’a pas de sens à cet endroit du format
    .help = les unités s’écrivent jj (ou dd), mm, aaaa (ou yyyy), aa (ou yy), hh, mm, ss, en entier, mmmm pour un mois en lettres, jjjj pour un jour de la semaine, z pour un décalage (+01:00), ss,000 pour des décimales nulles ; les séparateurs sont des signes ou les lettres h, T, à
evidence-format-unit-repeated = le format nomme deux fois la même unité
    .help = gardez une seule fois chaque unité ; « mm » désigne les minutes après « hh », le mois sinon
evidence-format-incomplete = le format ne suffit pas à fixer la valeur
    .help = une date demande jour, mois et année ; un instant, la date et au moins l’heure ; une durée s’écrit seconds, minutes, mm:ss, HH:MM, HH:MM:SS ou HHh ; les jours d’un tableur s’écrivent excel ou excel-1904
evidence-format-time-in-date = une colonne de type « date » a un format qui contient une heure
    .help = déclarez la colonne de type « datetime », ou retirez l’heure du format
evidence-format-clock-unsaid = le format contient un « Z », et rien ne dit si les heures sont vraiment en temps universel
    .help = écrivez « z » (minuscule) si le fichier dit vrai : l’heure devient celle de la ville ; ajoutez « clock = "local" » si l’export écrit l’heure de la ville malgré son Z, ou « clock = "utc" » si elle est en temps universel
evidence-format-clock-twice = le format dit déjà de quelle horloge sont les heures
    .help = retirez « clock » : « z » lit le décalage que le fichier écrit, et « epoch » compte toujours en temps universel ; si le décalage écrit est faux, « z » s’emploie avec « clock = "local" »
evidence-format-date-in-duration = une colonne de type « duration » a un format qui contient un jour, un mois ou une année
    .help = déclarez la colonne de type « datetime », ou gardez heures, minutes et secondes seulement

## Fichiers

evidence-file-missing = le fichier { $file } de la source « { $source } » est introuvable
    .help = déposez l’export à l’endroit que « files » indique, ou corrigez « files » dans sources.toml
evidence-file-twice = le fichier { $file } de la source « { $source } » contient exactement les mêmes lignes que le fichier { $first }
    .help = l’un des deux remplace sans doute un autre export : déposez le bon fichier, ou retirez le doublon de « files »
evidence-file-unreadable = le fichier { $file } de la source « { $source } » ne se lit pas { $at ->
        [0] du tout
       *[other] au-delà de la ligne { $line }
    }
    .help = vérifiez les droits du fichier et le disque ou le réseau qui le porte, puis relancez
evidence-file-empty = le fichier { $file } de la source « { $source } » est vide : il n’a pas même d’en-tête
    .help = refaites l’export ; un export sans aucun cas garde sa ligne d’en-tête
evidence-source-empty = la source « { $source } » ne contient aucune ligne
    .help = vérifiez la période de l’export ; si l’absence de cas est normale, déclarez « may_be_empty = true »

## En-têtes

evidence-header-missing = la colonne « { $column } » manque dans le fichier { $file } de la source « { $source } » : l’en-tête « { $header } » n’y est pas
    .help = l’en-tête doit être la première ligne du fichier, au caractère près ; corrigez « header », le séparateur ou l’encodage dans sources.toml, ou refaites l’export
evidence-header-repeated = l’en-tête « { $header } » de la colonne « { $column } » figure plusieurs fois dans le fichier { $file } de la source « { $source } »
    .help = renommez l’une des colonnes dans l’export : rien ne dit laquelle fait foi
evidence-header-encoding = l’en-tête du fichier { $file } de la source « { $source } » n’est pas dans l’encodage déclaré
    .help = déclarez « encoding = "windows-1252" » dans « dialect », ou refaites l’export en UTF-8
evidence-encoding-other = le fichier { $file } de la source « { $source } » commence comme un fichier en { $found }, et non dans l’encodage déclaré
    .help = déclarez « encoding = "{ $found }" », ou refaites l’export dans l’encodage déclaré
evidence-encoding-order = rien au début du fichier { $file } de la source « { $source } » ne dit dans quel ordre vont ses octets
    .help = déclarez « encoding = "utf-16le" » (le plus courant) ou "utf-16be" si l’export n’écrit pas de marque, ou l’encodage réel du fichier
evidence-gzip-broken = le fichier compressé { $file } de la source « { $source } » est tronqué ou abîmé
    .help = copiez-le de nouveau depuis l’outil qui l’a produit ; rien de ce fichier n’a été compté
evidence-gzip-too-large = le fichier compressé { $file } de la source « { $source } » grossit au-delà de ce qu’un export peut contenir
    .help = au plus 16 Gio une fois décompressé, et 200 fois sa taille au-delà de 16 Mio ; décompressez vous-même un export qui dépasse cela, après l’avoir vérifié
evidence-gzip-not = le fichier { $file } de la source « { $source } » porte un nom en .gz et n’est pas compressé
    .help = retirez .gz de son nom, et du chemin dans « files »
evidence-gzip-unnamed = le fichier { $file } de la source « { $source } » est compressé (gzip), et son nom ne le dit pas
    .help = ajoutez .gz à son nom, et au chemin dans « files »
evidence-header-broken = l’en-tête du fichier { $file } de la source « { $source } » ne se découpe pas en colonnes : guillemet mal placé, ou ligne de plus de 1 Mio
    .help = vérifiez « delimiter » et « quote » dans « dialect », puis la première ligne du fichier
evidence-header-absent = le fichier { $file } de la source « { $source } » n’a rien à la ligne de son en-tête
    .help = vérifiez « header_row » dans sources.toml : c’est le numéro de la ligne des en-têtes, les lignes de titre comprises
evidence-header-elsewhere = l’en-tête du fichier { $file } de la source « { $source } » est à la ligne { $line }
    .help = écrivez « header_row = { $line } » dans sources.toml si les lignes au-dessus sont des titres
evidence-column-new = { $count ->
        [one] une colonne non déclarée
       *[other] { $count } colonnes non déclarées
    } dans le fichier { $file } de la source « { $source } » (la première est la colonne n° { $position })
    .help = l’export a changé : déclarez la colonne dans sources.toml, en « personal » si les règles n’en ont pas besoin, ou retirez « every_column »
evidence-layout-outdated = le fichier { $file } de la source « { $source } » a la disposition en usage jusqu’au { $until }, et des lignes d’un autre jour
    .help = vérifiez de quelle version vient cet export, puis les dates « from » et « until » de « layouts » dans sources.toml

## Lignes et cellules

evidence-row-field-count = { $count ->
        [one] une ligne rejetée
       *[other] { $count } lignes rejetées
    } dans le fichier { $file } de la source « { $source } » : le nombre de cellules n’est pas celui de l’en-tête (à partir de la ligne { $line })
    .help = cherchez un séparateur en trop dans un texte sans guillemets ; les lignes rejetées comptent comme des cas inconnus
evidence-row-stray-quote = { $count ->
        [one] une ligne rejetée
       *[other] { $count } lignes rejetées
    } dans le fichier { $file } de la source « { $source } » : du texte suit un guillemet fermant (à partir de la ligne { $line })
    .help = un guillemet à l’intérieur d’un texte entre guillemets s’écrit deux fois ; les lignes rejetées comptent comme des cas inconnus
evidence-row-too-long = { $count ->
        [one] une ligne rejetée
       *[other] { $count } lignes rejetées
    } dans le fichier { $file } de la source « { $source } » : plus de 1 Mio (à partir de la ligne { $line })
    .help = un guillemet ouvert par erreur en est souvent la cause ; les lignes rejetées comptent comme des cas inconnus
evidence-row-unclosed-quote = le fichier { $file } de la source « { $source } » finit sur un guillemet jamais refermé (ouvert dans la ligne { $line })
    .help = le fichier est coupé, ou un guillemet est de trop ; refaites l’export ou corrigez cette ligne
evidence-rows-hidden = { $count ->
        [one] une ligne
       *[other] { $count } lignes
    } du fichier { $file } de la source « { $source } » en contien{ $count ->
        [one] t
       *[other] nent
    } peut-être d’autres entre guillemets (à partir de la ligne { $line })
    .help = un guillemet ouvert par erreur avale les lignes suivantes : vérifiez les guillemets de cette ligne ; d’ici là, le nombre de cas n’est pas connu
evidence-rows-lost = un nombre inconnu de lignes est perdu dans le fichier { $file } de la source « { $source } » : { $lines ->
        [0] sa fin manque peut-être
        [one] une ligne rejetée peut en cacher une autre
       *[other] les lignes rejetées peuvent en cacher { $lines } autres
    }
    .help = corrigez d’abord les lignes rejetées de ce fichier : sans elles, le total des cas n’est pas connu
evidence-row-json-broken = { $count ->
        [one] une ligne rejetée
       *[other] { $count } lignes rejetées
    } dans le fichier { $file } de la source « { $source } » : ce n’est pas un objet JSON entier aux clés distinctes (à partir de la ligne { $line })
    .help = chaque ligne d’un fichier « jsonl » est un objet entre accolades, en UTF-8 ; les lignes rejetées comptent comme des cas inconnus
evidence-cell-new-value = { $count ->
        [one] une cellule a une valeur qui n’est pas déclarée
       *[other] { $count } cellules ont une valeur qui n’est pas déclarée
    } dans la colonne « { $column } » du fichier { $file } de la source « { $source } » (à partir de la ligne { $line })
    .help = ouvrez cette ligne et déclarez sa valeur dans sources.toml, ou dans « nothing » si elle veut dire « rien » ; d’ici là elle est inconnue
evidence-cell-broken-off = { $count ->
        [one] une cellule illisible
       *[other] { $count } cellules illisibles
    } dans la colonne « { $column } » du fichier { $file } de la source « { $source } » : plus une ne se lit de la ligne { $from } à la fin ({ $rows } lignes)
    .help = la façon d’écrire a sans doute changé dans l’export : comparez la ligne { $from } au format déclaré dans sources.toml
evidence-cell-unreadable = { $count ->
        [one] une cellule illisible
       *[other] { $count } cellules illisibles
    } dans la colonne « { $column } » du fichier { $file } de la source « { $source } » (à partir de la ligne { $line })
    .help = comparez cette ligne au type, au format et aux valeurs déclarés dans sources.toml ; une valeur qui veut dire « rien » se déclare dans « nothing »

## Jours

evidence-days-silent = { $count ->
        [one] un jour attendu
       *[other] { $count } jours attendus
    } sans aucune ligne dans la source « { $source } » : { $days }
    .help = un export a sans doute été oublié : ajoutez-le à « files » ; une fermeture se déclare dans le calendrier de charter.toml, et un silence ordinaire dans « rows_expected » (« irregular », avec son motif)
evidence-rows-after-collection = { $count ->
        [one] une ligne datée
       *[other] { $count } lignes datées
    } d’après le { $collected }, jour de collecte déclaré de la source « { $source } » (colonne « { $column } », à partir de la ligne { $line } du fichier { $file })
    .help = l’export est plus récent que « collected » ne le dit : corrigez « collected » ou ces dates ; d’ici là, ces lignes ne comptent pas

## Lignes réunies

evidence-rows-contradict = { $count ->
        [one] un événement
       *[other] { $count } événements
    } dont les lignes ne disent pas la même chose dans la colonne « { $column } » de la source « { $source } » (à partir de la ligne { $line } du fichier { $file })
    .help = vérifiez dans l’outil laquelle de ces lignes dit vrai ; d’ici là, ce qui diffère est inconnu
evidence-key-unknown = { $count ->
        [one] une ligne
       *[other] { $count } lignes
    } sans identifiant lisible (colonne « { $column } ») dans la source « { $source } » (à partir de la ligne { $line } du fichier { $file })
    .help = rien ne dit si { $count ->
        [one] cette ligne répète
       *[other] ces lignes répètent
    } une autre ou non ; d’ici là, { $count ->
        [one] elle compte comme un cas inconnu
       *[other] chacune compte comme un cas inconnu
    }
evidence-key-not-listed = { $count ->
        [one] une ligne
       *[other] { $count } lignes
    } de la source « { $source } » dont l’identifiant (colonne « { $column } ») n’est pas dans la liste « { $list } » (à partir de la ligne { $line } du fichier { $file })
    .help = complétez la liste ; si les deux outils écrivent autrement les identifiants, déclarez « normalise » sur les deux colonnes
