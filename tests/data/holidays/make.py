"""Writes the tables of public holidays that the calendar is tested against.

    pip install jours_feries_france==0.7.0 holidays==0.109
    python make.py

Two independent sources, both under the MIT licence:
- etalab.csv: the package jours_feries_france, by Etalab (github.com/etalab/jours-feries-france);
- vacanza.csv: the package holidays, by the Vacanza team (github.com/vacanza/holidays).

One line for each zone and year: zone, year, dates as MM-DD separated by spaces. A date on which two holidays fall stands
once. The tables are what the packages say; where they differ from the law, the test lists the difference.
"""

from pathlib import Path

import holidays
from jours_feries_france import JoursFeries

YEARS = range(1990, 2051)
# Our zone, Etalab's zone, Vacanza's subdivision.
ZONES = [
    ("metropole", "Métropole", None),
    ("alsace-moselle", "Alsace-Moselle", "6AE"),
    ("guadeloupe", "Guadeloupe", "971"),
    ("martinique", "Martinique", "972"),
    ("guyane", "Guyane", "973"),
    ("reunion", "La Réunion", "974"),
    ("mayotte", "Mayotte", "976"),
    ("saint-martin", "Saint-Martin", "MF"),
    ("saint-barthelemy", "Saint-Barthélémy", "BL"),
]


def write(name, dates_of):
    lines = ["# Made by make.py; do not edit.", "zone,year,dates"]
    for zone in ZONES:
        for year in YEARS:
            dates = sorted({date.strftime("%m-%d") for date in dates_of(zone, year)})
            lines.append(f"{zone[0]},{year},{' '.join(dates)}")
    Path(__file__).with_name(name).write_text("\n".join(lines) + "\n", encoding="utf-8")


write("etalab.csv", lambda zone, year: JoursFeries.for_year(year, zone[1]).values())
write("vacanza.csv", lambda zone, year: holidays.country_holidays("FR", subdiv=zone[2], years=year).keys())
