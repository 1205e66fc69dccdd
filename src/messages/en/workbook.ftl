### Reading workbooks: XLSX, XLS, ODS.

evidence-workbook-other = file { $file } of source “{ $source }” is no workbook of the declared format: { $found ->
        [html] it is an HTML page, which a spreadsheet opens like a workbook
        [xml] it is an XML file, most likely Excel 2003’s
        [text] it is text, most likely CSV
        [xls] it is an XLS workbook (Excel 97 to 2003)
        [xlsx] it is an XLSX workbook
        [ods] it is an ODS workbook
        [xlsb] it is a binary XLSB workbook
        [old-excel] it is a workbook from before Excel 97
       *[unknown] nor is it of another format that is known
    }
    .help = { $found ->
        [html] open it in the spreadsheet and save it as XLSX, then declare “format = "xlsx"”
        [text] remove “format” to read it as CSV, with its “dialect”, or export a workbook
        [xls] declare “format = "xls"”
        [xlsx] declare “format = "xlsx"”
        [ods] declare “format = "ods"”
       *[unknown] save it from the spreadsheet in the declared format, or check that “files” names the right file
    }
evidence-workbook-encrypted = file { $file } of source “{ $source }” is protected by a password
    .help = save a copy without a password, in a folder whose access is protected
evidence-workbook-damaged = file { $file } of source “{ $source }” is damaged or cut off: it does not read as a workbook
    .help = copy it again from the tool it comes from; if it opens in the spreadsheet, save it again
evidence-workbook-size = file { $file } of source “{ $source }” is too large: at most 256 MiB, 64 MiB for XLS
    .help = export by shorter periods, one file for each, or as CSV
evidence-workbook-inflated = file { $file } of source “{ $source }” unpacks beyond measure: to over 2 GiB, or over 300 times its size
    .help = no ordinary export is made like this: check where this file comes from, then export again
evidence-workbook-entries = file { $file } of source “{ $source }” is made of too many parts: over 4,096, or a list of over 4 MiB
    .help = no ordinary export is made like this: check where this file comes from, then export again
evidence-workbook-strings = the texts of file { $file } of source “{ $source }” are over 128 MiB
    .help = export by shorter periods, without the columns of text that are not needed
evidence-workbook-grid = file { $file } of source “{ $source }” puts a cell outside the grid, or twice in one place
    .help = a sheet goes up to XFD1048576 (IV65536 for XLS), row after row: open the file in the spreadsheet and save it again
evidence-workbook-repeated = file { $file } of source “{ $source }” repeats a filled cell or row beyond measure: the cell over 1,024 times, or the row over 10,000 times
    .help = clear the filling that goes beyond the data, then save again
evidence-workbook-entities = file { $file } of source “{ $source }” declares XML entities, which no spreadsheet writes
    .help = check where this file comes from; if it opens in the spreadsheet, save it again
evidence-workbook-deep = file { $file } of source “{ $source }” nests its elements over more than 256 levels
    .help = no spreadsheet writes that many: check where this file comes from, then export again
evidence-workbook-cells = file { $file } of source “{ $source }” has too many filled cells: at most 50 million, 5 million for XLS
    .help = export by shorter periods, one file for each
evidence-workbook-text = file { $file } of source “{ $source }” holds a text of over 128 KiB, or a row or an element of over 1 MiB
    .help = a cell of a spreadsheet holds 32,767 characters: check the file, or remove the column of text
evidence-workbook-sheet-needed = { $sheets ->
        [0] file { $file } of source “{ $source }” has no sheet of cells
       *[other] file { $file } of source “{ $source }” has { $sheets } sheets, and the source does not say which one to read
    }
    .help = add “sheet = "…"” to the source, with the name on the tab
evidence-workbook-sheet-missing = none of the { $sheets } sheets of file { $file } of source “{ $source }” has the declared name
    .help = copy the name on the tab to “sheet”, letter by letter, capitals included
evidence-workbook-sheet-twice = among the { $sheets } sheets of file { $file } of source “{ $source }”, several have the declared name
    .help = no spreadsheet allows that: export again
evidence-reader-time = reading file { $file } of source “{ $source }” was stopped: it took too long
    .help = 20 seconds are allowed, and 2 more for each MiB; run it again if the machine was very busy, otherwise check where the file comes from or export as CSV
evidence-reader-died = reading file { $file } of source “{ $source }” broke off, most likely for lack of memory (512 MiB are allowed)
    .help = export by shorter periods or as CSV; if the file is small, check where it comes from
evidence-reader-lied = reading file { $file } of source “{ $source }” gave what is no row; nothing of it was kept
    .help = check where the file comes from, then export again
