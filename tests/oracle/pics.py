"""Call peaks and quiet hours of the switchboard, half-hour by half-hour.

Each unknown call is put in every half-hour in turn, or nowhere, and the definition is asked again each time: what is
said of a half-hour is what all these answers have in common.
"""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations_with_replacement

# The switchboard opens from 8:30 to 17:30; the appliances for identity papers were out of order from 8 to 12 June.
HALVES = range(17, 35)
EXCEPTIONAL = (date(2026, 6, 8), date(2026, 6, 12))

# What the town publishes, as half-hours of the day, Monday to Friday.
PEAKS = {20, 21, 22, 29, 30, 31}
QUIET = {24, 25, 26, 27}


def calls(o):
    """Calls by day and half-hour, how many are at an unknown instant, and how many came before or after the period."""
    table, unknown, outside = Counter(), 0, 0
    for month in ("05", "06"):
        for row in o.rows(f"appels-2026-{month}.csv"):
            if row is None:
                unknown += 1
                continue
            try:
                when = o.moment(row, "Date et heure")
            except o.Unknown:
                unknown += 1
                continue
            if not o.FROM <= when.date() <= min(o.TO, o.AS_OF):
                outside += 1
                continue
            table[when.date(), (60 * when.hour + when.minute) // 30] += 1
    return table, unknown, outside


def days(o):
    when, found = o.FROM, []
    while when <= min(o.TO, o.AS_OF):
        if o.works(when) and not EXCEPTIONAL[0] <= when <= EXCEPTIONAL[1]:
            found.append(when)
        when += timedelta(days=1)
    return found


def peak(own, rest, cells):
    mean = Fraction(sum(own) + rest, cells)
    seen = sum(1 for calls in own if 4 * calls >= 5 * mean)
    return mean > 0 and 4 * Fraction(sum(own), len(own)) >= 5 * mean and 5 * seen >= 3 * len(own)


def quiet(own, rest, cells):
    mean = Fraction(sum(own) + rest, cells)
    seen = sum(1 for calls in own if 4 * calls <= 3 * mean)
    return mean > 0 and 4 * Fraction(sum(own), len(own)) <= 3 * mean and 5 * seen >= 3 * len(own)


def answers(is_one, own, rest, cells, unknown):
    """Every answer, with so many unknown calls here, elsewhere on the same weekday, or on another one."""
    found = set()
    for here in range(unknown + 1):
        for places in combinations_with_replacement(range(len(own)), here):
            more = Counter(places)
            counted = [calls + more[place] for place, calls in enumerate(own)]
            for elsewhere in range(unknown - here + 1):
                found.add(is_one(counted, rest + elsewhere, cells))
    return found


def compare(o, name, is_one, published, share, severity, close=None):
    table, unknown, outside = calls(o)
    opened = days(o)
    tally = o.Tally([], None)
    spare = 0
    counted = 0
    for weekday in range(5):
        same = [day for day in opened if day.weekday() == weekday]
        total = sum(table[day, half] for day in same for half in HALVES)
        counted += total
        for half in HALVES:
            own = [table[day, half] for day in same]
            found = answers(is_one, own, total - sum(own), len(same) * len(HALVES), unknown)
            if found == {True, False}:
                tally.total.unknown["rejected"] += 1
                spare += half not in published
            elif found == {True}:
                if half in published:
                    tally.total.holds += 1
                else:
                    tally.total.fails += 1
            elif half in published:
                tally.total.fails += 1
    tally.left.update({"period": outside, "not concerned": sum(table.values()) - counted})
    total = tally.total
    worst = Fraction(total.holds, total.judged)
    best = Fraction(total.holds + total.unknowns - spare, total.judged - spare)
    if len(opened) < 20:
        verdict = "not-shown", "too-few-days"
    elif worst >= share:
        verdict = ("close" if close and worst < close else "met"), None
    elif best < share:
        verdict = f"{severity}-gap", None
    else:
        verdict = "not-shown", "too-many-unknown"
    o.record(name, "appels", tally, verdict)


def run(o):
    compare(o, "pics-d-appels/pics-publies", peak, PEAKS, Fraction(4, 5), "minor", Fraction(95, 100))
    compare(o, "pics-d-appels/heures-creuses-publiees", quiet, QUIET, Fraction(3, 4), "minor")
