"""Makes export.xlsx, export.xls and export.ods, all three saved by LibreOffice from one table.

    python3 make.py      (openpyxl and LibreOffice Calc are needed)

The files are committed, so that the tests need neither.
"""

import datetime as dt
import pathlib
import subprocess
import tempfile

import openpyxl

HERE = pathlib.Path(__file__).parent

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Rendez-vous"
sheet.append(["Créé le", "Heure", "Service", "Agent", "Durée", "Part", "Honoré", "Écart"])
for row in range(40):
    day = dt.datetime(2026, 1, 5, 9, 0, 0) + dt.timedelta(days=row, seconds=977 * row)
    sheet.append(
        [
            day,
            dt.time(8 + row % 10, (7 * row) % 60, (13 * row) % 60),
            ["État civil", "Urbanisme", "Accueil – œuvre", "日本語"][row % 4],
            None if row % 5 == 0 else row * 1.25,
            dt.timedelta(hours=row, minutes=30),
            row / 40,
            row % 2 == 0,
            "=1/0" if row % 7 == 3 else f"={row}*2",
        ]
    )
    line = sheet.max_row
    sheet.cell(line, 1).number_format = "dd/mm/yyyy hh:mm:ss" if row % 2 else "dd/mm/yyyy"
    sheet.cell(line, 2).number_format = "hh:mm:ss"
    sheet.cell(line, 5).number_format = "[h]:mm:ss"
    sheet.cell(line, 6).number_format = "0.0%"
sheet.row_dimensions[7].hidden = True
sheet.merge_cells("C9:D9")

with tempfile.TemporaryDirectory() as folder:
    source = pathlib.Path(folder) / "export.xlsx"
    book.save(source)
    for kind in ("xls:MS Excel 97", "ods", "xlsx:Calc MS Excel 2007 XML"):
        subprocess.run(
            ["soffice", "--headless", "--convert-to", kind, "--outdir", str(HERE), str(source)],
            check=True,
        )
