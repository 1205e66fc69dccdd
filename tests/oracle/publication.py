"""Published documents of the example town, read with Python's own `html.parser` and plain patterns.

Written from the wording of the promises: what each document should say is copied here by hand from the charter that the
council adopted, not read from its TOML. Of two things the words decide nothing, and an assertion holds that they still do.
"""

import re
import unicodedata
from datetime import date
from html.parser import HTMLParser

WEEK = [("08:30", "12:00"), ("13:30", "17:30")]
CLOSED = []
TOWN_WEEK = [WEEK] * 5 + [CLOSED] * 2
SWITCHBOARD_WEEK = [[("08:30", "17:30")]] * 5 + [CLOSED] * 2
PEAKS = [[("10:00", "11:30"), ("14:30", "16:00")]] * 5 + [CLOSED] * 2
QUIET = [[("12:00", "14:00")]] * 5 + [CLOSED] * 2
DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]

# Urbanisme says that one comes to the reception desk on the day, not that one books there.
BOOKED_AT_DESK = r"rendez-vous [^.]*accueil|prendre rendez-vous\s*:[^.]*accueil"


class Lines(HTMLParser):
    """The text of a page, a line for each block and for each row of a table."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.skip, self.stack = "", 0, []

    def handle_starttag(self, tag, attributes):
        names = dict(attributes)
        if tag in ("img", "br", "meta", "link", "input"):
            self.text += "\n" if tag == "br" else ""
            return
        hides = tag in ("script", "style", "title") or "hidden" in names
        self.stack.append((tag, hides))
        self.skip += hides
        if tag in ("td", "th"):
            self.text += " "
        elif tag in ("p", "li", "tr", "caption", "ul", "section", "h1", "h2", "h3", "main", "footer", "nav", "div"):
            self.text += "\n" + ("# " if tag == "h2" else "")

    def handle_endtag(self, tag):
        while self.stack:
            opened, hides = self.stack.pop()
            self.skip -= hides
            if opened == tag:
                break

    def handle_data(self, data):
        if not self.skip:
            self.text += re.sub(r"\s+", " ", data)


def page(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        reader = Lines()
        reader.feed(text)
        text = reader.text
    return unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'").lower()


def part(text, title):
    """What stands under a title of the second rank."""
    found = re.search(r"^# " + re.escape(title) + r"\s*\n(.*?)(?=^# |\Z)", text, re.M | re.S)
    return found.group(1) if found else ""


TIME = r"(\d{1,2}) ?(?:heures|h)(?: ?(\d{2})(?! ?h))?"


def week(text):
    """The hours of each weekday: sentence by sentence, whole ranges of days or single days, then times in pairs."""
    days = [[] for _ in DAYS]
    current = []
    for line in re.split(r"[\n.]", text):
        spoken = re.search(r"du (\w+) au (\w+)", line)
        if spoken and spoken.group(1) in DAYS and spoken.group(2) in DAYS:
            current = list(range(DAYS.index(spoken.group(1)), DAYS.index(spoken.group(2)) + 1))
        else:
            named = [position for position, day in enumerate(DAYS) if re.search(rf"\b{day}\b", line)]
            current = named or current
        times = [f"{int(hour):02}:{minute or '00'}" for hour, minute in re.findall(TIME, line)]
        assert len(times) % 2 == 0, line
        for day in current if times else []:
            days[day] += list(zip(times[::2], times[1::2]))
    return days


def same_hours(root):
    site = page(root / "horaires-et-contacts.html")
    switchboard = part(site, "standard téléphonique").split("pour attendre")[0]
    switchboard = re.sub(r"01 99[ \d]*", "", switchboard)
    door = page(root / "affiche-hotel-de-ville.txt")
    annexe = page(root / "affiche-annexe.txt")
    voice = page(root / "repondeur.txt")
    found = [
        (week(re.sub(r"tél.*", "", part(site, "hôtel de ville"))), TOWN_WEEK),
        (week(part(site, "mairie annexe des tilleuls")), TOWN_WEEK),
        (week(switchboard), SWITCHBOARD_WEEK),
        (week(door.split("fermé")[0]), TOWN_WEEK),
        (week(annexe), TOWN_WEEK),
        (week(voice), SWITCHBOARD_WEEK),
    ]
    return [given == wanted for given, wanted in found]


def delays(root):
    text = page(root / "rendez-vous.html")
    announced = part(text, "délais annoncés")
    rows = dict(re.findall(r"^ *(.+?) +(\d+) jours ouvrés", announced, re.M))
    # In force on 30 June: thirty days at the registry (the summer's), fifteen in planning; both at most forty-five.
    wanted = {"état civil et titres d'identité": 30, "urbanisme": 15}
    return [int(rows.get(service, 0)) == days <= 45 for service, days in wanted.items()]


def channels(root):
    text = page(root / "rendez-vous.html")
    civil, planning = part(text, "état civil"), part(text, "urbanisme")
    sure = [
        bool(re.search(r"en ligne.*rendez-vous", civil)),
        bool(re.search(r"par téléphone.*rendez-vous", civil)),
        bool(re.search(r"à l'accueil.*rendez-vous", civil)),
        bool(re.search(r"rendez-vous par téléphone", planning)),
    ]
    desk = bool(re.search(BOOKED_AT_DESK, planning))
    assert not desk and "accueil" in planning
    return sure + [None]


def elsewhere(root):
    raw = (root / "rendez-vous.html").read_text(encoding="utf-8")
    return ["mairie de val-d'exemple" in page(root / "rendez-vous.html"), 'href="https://saint-modele.example/titres"' in raw]


def peaks(root):
    text = part(page(root / "horaires-et-contacts.html"), "standard téléphonique")
    line = re.search(r"pics d'appels ?:(.*)", text).group(1)
    quiet = re.search(r"heures creuses ?:(.*)", text).group(1)
    return [week(line) == PEAKS, week(quiet) == QUIET]


def displayed(root):
    """At the town hall it hangs, dated and numbered; at the annexe there is none, as someone wrote down on 29 June."""
    text = page(root / "charte-affichee.txt")
    town_hall = [True, "en vigueur le 1er janvier 2026" in text, "version 2026-1," in text]
    return town_hall + [False, False, False]


def headings(text):
    """The headings of Markdown that have a text before the next one of their rank, without their numbers."""
    found = set()
    lines = text.split("\n")
    for position, line in enumerate(lines):
        if not line.startswith("#"):
            continue
        rank = len(line) - len(line.lstrip("#"))
        below = []
        for other in lines[position + 1 :]:
            if other.startswith("#") and len(other) - len(other.lstrip("#")) <= rank:
                break
            below.append(other)
        if any(other.strip() and not other.startswith("#") for other in below):
            found.add(re.sub(r"^[\d. ]+", "", line.lstrip("# ")))
    return found


def procedure(root):
    text = page(root / "procedure-courriels.md")
    titles = headings(text)
    wanted = ("relève", "délais de réponse", "forme du message", "signature")
    return [True, "en vigueur le 2 mars 2026" in text, "version 3," in text] + [title in titles for title in wanted]


def guide(folder):
    return [page(path) for path in sorted(folder.glob("*.md"))]


def in_guide(folder, wanted):
    titles = set().union(*map(headings, guide(folder)))
    return [title in titles for title in wanted]


def dated_guide(folder):
    """No chapter carries a day; one speaks of what is "in force", without saying since when."""
    text = "\n".join(guide(folder))
    assert "en vigueur" in text and not re.search(r"\b20\d\d\b", text)
    return [None]


def verdict(answers, severity):
    if False in answers:
        return f"{severity}-gap", None
    if None not in answers:
        return "met", None
    half = answers.count(None) * 2 >= len(answers)
    return "not-shown", "unreadable" if half else "too-many-unknown"


def run(oracle):
    pages, chapters = oracle.ROOT / "evidence" / "pages", oracle.ROOT / "charter" / "guide"
    for name, severity, answers in (
        ("information/horaires-identiques", "major", same_hours(pages)),
        ("information/delais-publies", "major", delays(pages)),
        ("information/canaux-publies", "minor", channels(pages)),
        ("information/autres-organismes", "minor", elsewhere(pages)),
        ("information/pics-publies", "minor", peaks(pages)),
        ("information/charte-affichee", "minor", displayed(pages)),
        ("guide-des-agents/procedure-courriels", "major", procedure(pages)),
        (
            "guide-des-agents/contenu-du-guide",
            "major",
            in_guide(
                chapters,
                (
                    "le parcours minimal de formation",
                    "le socle, pour tous",
                    "l'attitude attendue et les codes",
                    "les codes de la ville",
                ),
            ),
        ),
        (
            "guide-des-agents/tous-les-canaux",
            "minor",
            in_guide(chapters, ("l'accueil au guichet", "le téléphone", "le courriel", "le rendez-vous")),
        ),
        ("guide-des-agents/guide-date", "minor", dated_guide(chapters)),
    ):
        kind, cause = verdict(answers, severity)
        oracle.RESULTS[name] = {
            "verdict": kind,
            "cause": cause,
            "numerator": answers.count(True),
            "denominator": len(answers),
            "unknown": answers.count(None),
            "set_aside": [],
            "out_of_period": 0,
            "out_of_scope": 0,
            "not_concerned": 0,
            "groups": {},
        }
    assert oracle.AS_OF == date(2026, 6, 30), "the delays above are those of this day"
