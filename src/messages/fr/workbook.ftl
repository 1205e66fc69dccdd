### Lecture des classeurs : XLSX, XLS, ODS.

evidence-workbook-other = le fichier { $file } de la source « { $source } » n’est pas un classeur du format déclaré : { $found ->
        [html] c’est une page HTML, que le tableur ouvre comme un classeur
        [xml] c’est un fichier XML, sans doute celui d’Excel 2003
        [text] c’est du texte, sans doute un CSV
        [xls] c’est un classeur XLS (Excel 97 à 2003)
        [xlsx] c’est un classeur XLSX
        [ods] c’est un classeur ODS
        [xlsb] c’est un classeur binaire XLSB
        [old-excel] c’est un classeur d’avant Excel 97
       *[unknown] ce n’est pas non plus l’un des autres formats connus
    }
    .help = { $found ->
        [html] ouvrez-le dans le tableur et enregistrez-le en XLSX, puis déclarez « format = "xlsx" »
        [text] retirez « format » pour le lire en CSV, avec son « dialect », ou refaites l’export en classeur
        [xls] déclarez « format = "xls" »
        [xlsx] déclarez « format = "xlsx" »
        [ods] déclarez « format = "ods" »
       *[unknown] enregistrez-le depuis le tableur au format déclaré, ou vérifiez que « files » nomme le bon fichier
    }
evidence-workbook-encrypted = le fichier { $file } de la source « { $source } » est protégé par un mot de passe
    .help = enregistrez-en une copie sans mot de passe, dans un dossier dont l’accès est protégé
evidence-workbook-damaged = le fichier { $file } de la source « { $source } » est abîmé ou tronqué : il ne se lit pas comme un classeur
    .help = recopiez-le depuis l’outil d’origine ; s’il s’ouvre dans le tableur, enregistrez-le de nouveau
evidence-workbook-size = le fichier { $file } de la source « { $source } » est trop gros : 256 Mio au plus, 64 Mio pour un XLS
    .help = exportez par périodes plus courtes, un fichier pour chacune, ou en CSV
evidence-workbook-inflated = le fichier { $file } de la source « { $source } » se décompresse sans mesure : plus de 2 Gio, ou plus de 300 fois sa taille
    .help = aucun export ordinaire n’est ainsi fait : vérifiez d’où vient ce fichier, puis refaites l’export
evidence-workbook-entries = le fichier { $file } de la source « { $source } » est fait de trop de parties : plus de 4 096, ou une liste de plus de 4 Mio
    .help = aucun export ordinaire n’est ainsi fait : vérifiez d’où vient ce fichier, puis refaites l’export
evidence-workbook-strings = les textes du fichier { $file } de la source « { $source } » dépassent 128 Mio
    .help = exportez par périodes plus courtes, sans les colonnes de texte inutiles
evidence-workbook-grid = le fichier { $file } de la source « { $source } » place une cellule hors de la grille, ou deux fois au même endroit
    .help = une feuille va jusqu’à XFD1048576 (IV65536 pour un XLS), ligne après ligne : ouvrez le fichier dans le tableur et enregistrez-le de nouveau
evidence-workbook-repeated = le fichier { $file } de la source « { $source } » répète sans mesure une cellule ou une ligne remplie : plus de 1 024 fois la cellule, ou plus de 10 000 fois la ligne
    .help = effacez le remplissage qui va au-delà des données, puis enregistrez de nouveau
evidence-workbook-entities = le fichier { $file } de la source « { $source } » déclare des entités XML, ce qu’aucun tableur n’écrit
    .help = vérifiez d’où vient ce fichier ; s’il s’ouvre dans le tableur, enregistrez-le de nouveau
evidence-workbook-deep = le fichier { $file } de la source « { $source } » emboîte ses éléments sur plus de 256 niveaux
    .help = aucun tableur n’en écrit autant : vérifiez d’où vient ce fichier, puis refaites l’export
evidence-workbook-cells = le fichier { $file } de la source « { $source } » a trop de cellules remplies : 50 millions au plus, 5 millions pour un XLS
    .help = exportez par périodes plus courtes, un fichier pour chacune
evidence-workbook-text = le fichier { $file } de la source « { $source } » contient un texte de plus de 128 Kio, ou une ligne ou un élément de plus de 1 Mio
    .help = une cellule de tableur tient 32 767 caractères : vérifiez le fichier, ou retirez la colonne de texte
evidence-workbook-sheet-needed = { $sheets ->
        [0] le fichier { $file } de la source « { $source } » n’a aucune feuille de calcul
       *[other] le fichier { $file } de la source « { $source } » a { $sheets } feuilles, et la source ne dit pas laquelle lire
    }
    .help = ajoutez « sheet = "…" » à la source, avec le nom de l’onglet
evidence-workbook-sheet-missing = aucune des { $sheets } feuilles du fichier { $file } de la source « { $source } » n’a le nom déclaré
    .help = recopiez le nom de l’onglet dans « sheet », à la lettre, majuscules comprises
evidence-workbook-sheet-twice = parmi les { $sheets } feuilles du fichier { $file } de la source « { $source } », plusieurs ont le nom déclaré
    .help = aucun tableur ne le permet : refaites l’export
evidence-reader-time = la lecture du fichier { $file } de la source « { $source } » a été arrêtée : elle prenait trop de temps
    .help = 20 secondes sont permises, et 2 de plus par Mio ; relancez si la machine était très occupée, sinon vérifiez d’où vient le fichier ou exportez en CSV
evidence-reader-died = la lecture du fichier { $file } de la source « { $source } » s’est interrompue, sans doute faute de mémoire (512 Mio sont permis)
    .help = exportez par périodes plus courtes ou en CSV ; si le fichier est petit, vérifiez d’où il vient
evidence-reader-lied = la lecture du fichier { $file } de la source « { $source } » a donné ce qui n’est pas une ligne ; rien n’en a été gardé
    .help = vérifiez d’où vient le fichier, puis refaites l’export
