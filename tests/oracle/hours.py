"""Opening hours, minute by minute: who or what covers them, and who is received before closing.

Each minute of each opening is looked at by itself, in a plain set of minutes; no interval is ever joined with another.
The hours are those on the doors: 8:30 to 12:00 and 13:30 to 17:30 on working days, 8:30 to 17:30 for the switchboard.
"""

from datetime import datetime, timedelta
from fractions import Fraction

OPENINGS = ((8 * 60 + 30, 12 * 60), (13 * 60 + 30, 17 * 60 + 30))
LINE = ((8 * 60 + 30, 17 * 60 + 30),)
MINUTE = timedelta(minutes=1)


def open_minutes(o, openings):
    """Every open minute of the period."""
    when, found = o.FROM, []
    while when <= min(o.TO, o.AS_OF):
        if o.works(when):
            midnight = datetime(when.year, when.month, when.day)
            for opens, closes in openings:
                found += [midnight + n * MINUTE for n in range(opens, closes)]
        when += timedelta(days=1)
    return found


class Cover:
    """Minutes that are covered for certain, and minutes that may be, at one place."""

    def __init__(self):
        self.certain, self.perhaps = set(), set()

    def add(self, start, end, certain=True):
        kept = self.certain if certain else self.perhaps
        while start < end:
            kept.add(start)
            start += MINUTE


def count(o, minutes, cover):
    found = o.Count()
    for minute in minutes:
        if minute in cover.certain:
            found.holds += 1
        elif minute in cover.perhaps:
            found.unknown["missing"] += 1
        else:
            found.fails += 1
    return found


def judged(o, name, source, places, left, reaches, severity, close=None, groups=True):
    """`places` gives for each place its open minutes and its cover."""
    tally = o.Tally([], None)
    tally.left.update(left)
    for place, (minutes, cover) in places.items():
        own = count(o, minutes, cover)
        tally.total.holds += own.holds
        tally.total.fails += own.fails
        tally.total.unknown.update(own.unknown)
        if groups:
            tally.groups[place] = own
    rule = lambda counted: o.census(counted, severity, reaches, close)
    o.record(name, source, tally, rule(tally.total), rule)


def relays(o, place, cover):
    """A relay out of order is no relay."""
    for row in o.rows("relais.csv"):
        if row["Lieu"] == place and row["État"] == "En service":
            cover.add(o.moment(row, "Début"), o.moment(row, "Fin"))


def permanence(o):
    """A trained agent, or the relay, at any minute. Nobody stays for more than twelve hours."""
    first = datetime(o.FROM.year, o.FROM.month, o.FROM.day)
    covers = {place: Cover() for place in o.SITES}
    left = {"period": 0, "not concerned": 0}
    trained = {row["Matricule"].upper() for row in o.rows("agents-accueil.csv") if row["Formé à l'accueil"] == "oui"}
    for row in o.rows("presences.csv"):
        bounds = []
        for column in ("Début", "Fin"):
            try:
                bounds.append(o.moment(row, column))
            except o.Unknown:
                bounds.append(None)
        start, end = bounds
        certain = start is not None and end is not None
        start, end = (
            start or end - timedelta(hours=12),
            end or start + timedelta(hours=12),
        )
        if row["Badge"].upper() not in trained:
            left["not concerned"] += 1
        elif end <= first:
            left["period"] += 1
        else:
            covers[row["Lieu"]].add(start, end, certain)
    for place, cover in covers.items():
        relays(o, place, cover)
    minutes = open_minutes(o, OPENINGS)
    places = {o.SITES[place]: (minutes, cover) for place, cover in covers.items()}
    judged(o, "horaires/permanence", "presences", places, left, lambda share: share >= 1, "major")


def switchboard(o):
    first = datetime(o.FROM.year, o.FROM.month, o.FROM.day)
    cover, left = Cover(), {"period": 0}
    for row in o.rows("standard.csv"):
        start = o.moment(row, "Connexion")
        hours, minutes = row["Durée"].split(":")
        end = start + timedelta(hours=int(hours), minutes=int(minutes))
        if end <= first:
            left["period"] += 1
        else:
            cover.add(start, end)
    relays(o, "Standard", cover)
    places = {"standard": (open_minutes(o, LINE), cover)}
    reaches = lambda share: share >= Fraction(99, 100)
    judged(o, "horaires/standard-tenu", "standard", places, left, reaches, "minor", Fraction(995, 1000), groups=False)


def closing(when):
    """The end of the opening in which a moment lies, if it lies in one."""
    midnight = datetime(when.year, when.month, when.day)
    for opens, closes in OPENINGS:
        if midnight + opens * MINUTE <= when < midnight + closes * MINUTE:
            return midnight + closes * MINUTE
    return None


def left_until_closing(o, when):
    """Nothing outside the opening hours, nor on a day on which the town is closed."""
    closes = closing(when) if o.works(when.date()) else None
    return closes - when if closes else None


GONE = "Parti de lui-même avant son tour"


def last_half_hour(o):
    def judge(row):
        arrival = o.moment(row, "Arrivée")
        o.in_period(arrival.date())
        left = left_until_closing(o, arrival)
        if left is None or left > timedelta(minutes=30):
            raise o.Case("not concerned")
        if row["Issue"] == "Parti de lui-même":
            o.set_aside(GONE)
        return o.word(row, "Issue", {"Reçu": True, "Renvoyé": False})

    tally = o.Tally(
        o.rows("fin-de-journee.csv"), judge, group=lambda row: o.word(row, "Lieu", o.SITES), reasons=(GONE,)
    )
    rule = lambda counted: o.census(counted, "major", lambda share: share >= 1)
    o.record("horaires/derniere-demi-heure", "fin-de-journee", tally, rule(tally.total), rule)


def terminals(o):
    """A terminal that stops while the place is open stops too early."""
    def judge(row):
        o.in_period(o.day(row, "Jour"))
        return left_until_closing(o, o.moment(row, "Dernier instant")) is None

    tally = o.Tally(o.rows("bornes.csv"), judge)
    verdict = o.census(tally.total, "minor", lambda share: share >= Fraction(98, 100))
    o.record("horaires/bornes-jusqu-a-la-fermeture", "bornes", tally, verdict)


def last_visits(o):
    """Control plan: eight visits of the last quarter of an hour, no gap accepted."""
    def judge(row):
        arrival = o.moment(row, "Arrivée")
        o.in_period(arrival.date())
        left = left_until_closing(o, arrival)
        if left is None or left > timedelta(minutes=15):
            raise o.Case("not concerned")
        return o.every(*[lambda column=column: o.yes(row, column) for column in ("Reçu", "Salué", "Écouté")])

    tally = o.Tally(o.rows("visites-fermeture.csv"), judge)
    counted = tally.total
    if counted.fails:
        verdict = ("major-gap", None)
    elif counted.judged < 8:
        verdict = ("not-shown", "too-few-cases")
    else:
        verdict = ("met", None) if counted.unknowns == 0 else ("not-shown", o.doubt(counted))
    o.record("visites-mysteres/dernier-quart-d-heure", "visites-fermeture", tally, verdict)


def slots(o):
    """Slots of the services by appointment, on four fifths of the opening hours of each town hall."""
    covers = {place: Cover() for place in o.SITES}
    left = {"period": 0, "scope": 0}
    for row in o.rows("creneaux.csv"):
        when = o.day(row, "Jour")
        if not o.FROM <= when <= o.TO:
            left["period"] += 1
        elif o.SERVICES[row["Service"]] == "vie-scolaire":
            left["scope"] += 1
        else:
            hour, minute = row["Heure"].split(":")
            start = datetime(when.year, when.month, when.day, int(hour), int(minute))
            covers[row["Lieu"]].add(start, start + int(row["Durée (min)"]) * MINUTE)
    minutes = open_minutes(o, OPENINGS)
    places = {o.SITES[place]: (minutes, cover) for place, cover in covers.items()}
    reaches = lambda share: share >= Fraction(4, 5)
    judged(o, "rendez-vous/creneaux-adaptes", "creneaux", places, left, reaches, "minor", Fraction(85, 100))
