"""E-mails of the example town, read with Python's own modules: `mailbox`, `email`, `html.parser`.

Written from the wording of the promises and of the town's form, without the rules: the roles, addresses and wordings below
are those that the town adopted, copied by hand.
"""

import email
import mailbox
import re
from datetime import date, timedelta, timezone
from email import policy
from email.utils import getaddresses, parsedate_to_datetime
from fractions import Fraction
from html.parser import HTMLParser

DOMAIN = "bourg-l-exemple.example"
BOXES = {f"vie-scolaire@{DOMAIN}": "vie-scolaire", f"associations@{DOMAIN}": "associations"}
ROLES = (
    "Gestionnaire des inscriptions scolaires",
    "Chargée des relations avec les associations",
    "Agent d’accueil",
    "Officier d’état civil",
)
SERVICES = ("Service Vie scolaire", "Accueil et standard", "Service Urbanisme", "Service État civil")
ADDRESS = ("1, place de la Mairie", "00000 Bourg-l’Exemple")
TOWN = "Ville de Bourg-l’Exemple"
PHONE = re.compile(r"01 99 00 \d\d \d\d")
SHORT = re.compile(r"\b(Cdt|Cdlt|SVP|RDV)\b", re.IGNORECASE)
AUTOMATIC = "Message automatique : avis de non-remise, lettre d’information"
# Summer time all through the period.
TOWN_TIME = timezone(timedelta(hours=2))


class Page(HTMLParser):
    """The lines of an HTML body, without what stands in quotes."""

    def __init__(self):
        super().__init__()
        self.lines, self.depth, self.hidden = [""], [], 0

    def handle_starttag(self, tag, attributes):
        quoted = tag == "blockquote" or "gmail_quote" in (dict(attributes).get("class") or "")
        if tag in ("div", "blockquote", "style", "head"):
            hides = quoted or tag in ("style", "head")
            self.depth.append((tag, hides))
            self.hidden += hides
            self.lines.append("")

    def handle_endtag(self, tag):
        if self.depth and self.depth[-1][0] == tag:
            self.hidden -= self.depth.pop()[1]
            self.lines.append("")

    def handle_data(self, data):
        if not self.hidden:
            self.lines[-1] += data.replace("\n", " ")


def messages(root):
    """Every message in the order of the files."""
    box = mailbox.mbox(root / "evidence" / "courriels" / "vie-scolaire.mbox", create=False)
    for message in box:
        yield email.message_from_bytes(message.as_bytes(), policy=policy.default)
    for path in sorted((root / "evidence" / "courriels" / "associations").iterdir()):
        yield email.message_from_bytes(path.read_bytes(), policy=policy.default)


def addresses(message, *fields):
    return [address.lower() for _, address in getaddresses([message.get(field, "") for field in fields])]


def lines(message):
    """The lines that the sender wrote."""
    body = message.get_body(preferencelist=("plain", "html"))
    text = body.get_content()
    if body.get_content_type() == "text/html":
        page = Page()
        page.feed(text)
        text = "\n".join(page.lines)
    own = []
    for line in text.splitlines():
        if line.startswith("De : ") or re.match(r"Le .* a écrit", line):
            break
        if not line.startswith(">"):
            own.append(line.strip())
    return own


class Letter:
    """What is asked of a message."""

    def __init__(self, message, oracle):
        self.oracle = oracle
        self.message = message
        self.id = message["Message-ID"]
        self.answers = message.get("In-Reply-To")
        self.subject = message.get("Subject", "")
        sender, to = addresses(message, "From"), addresses(message, "To")
        self.sent = sender[0] in BOXES
        self.boxes = [BOXES[address] for address in (sender if self.sent else to) if address in BOXES]
        self.private = bool(re.match(r"(re: )?personnel :", self.subject.lower()))
        self.draft = message.get("X-Unsent") == "1"
        self.automatic = any(message.get(field) for field in ("Auto-Submitted", "List-Id"))
        stamp = message["Date"] if self.sent else message.get("Received", message["Date"]).split(";")[-1].strip()
        self.day = parsedate_to_datetime(stamp).astimezone(TOWN_TIME).date()

    def parts(self):
        """The lines of the text, and those of the signature."""
        own = [line for line in lines(self.message) if line]
        ends = [number for number, line in enumerate(own) if line in ("Cordialement,", "Cdt,")]
        assert ends, "every answer of the example ends with a formula"
        return own[: ends[0] + 1], [line for line in own[ends[0] + 1 :] if set(line) != {"_"}]

    def legal(self):
        _, signature = self.parts()
        named = any(re.fullmatch(r"\w+ [^\W\d_a-z]+", line) and line.split()[-1].isupper() for line in signature)
        known = {TOWN, *ADDRESS, *SERVICES}
        strange = [
            line
            for line in signature
            if line not in known and line not in ROLES and "@" not in line and not PHONE.search(line)
            and not line.split()[-1].isupper()
        ]

        def role():
            if any(line in ROLES for line in signature):
                return True
            if strange:
                raise self.oracle.Unknown("unreadable")
            return False

        return self.oracle.every(lambda: named, role, lambda: all(line in signature for line in ADDRESS))

    def form(self):
        text, signature = self.parts()
        attached = any(part.get_content_disposition() == "attachment" for part in self.message.walk())
        loud = any(
            len(words) >= 3 and words.isupper() for line in text for words in [line] if len(line.split()) >= 3
        )
        return self.oracle.every(
            lambda: self.subject.strip() != "",
            lambda: text[0] == "Bonjour,",
            lambda: text[-1] == "Cordialement,",
            lambda: any(line in SERVICES for line in signature),
            lambda: any(PHONE.search(line) for line in signature),
            lambda: any(line in BOXES for line in signature),
            lambda: not loud,
            lambda: not SHORT.search("\n".join(text)),
            lambda: not attached or "ci-joint" in "\n".join(text),
        )


def run(oracle):
    seen, letters = set(), []
    for message in messages(oracle.ROOT):
        letter = Letter(message, oracle)
        if letter.draft or letter.private or not letter.boxes or letter.id in seen:
            continue
        seen.add(letter.id)
        letters.append(letter)
    asked = {letter.id: letter for letter in letters if not letter.sent}
    first, receipt = {}, {}
    for letter in letters:
        if letter.sent and letter.answers in asked:
            for days, counts in ((first, not letter.automatic), (receipt, True)):
                if counts:
                    days[letter.answers] = min(days.get(letter.answers, date.max), letter.day)

    def within(letter, days, limit):
        """A request without an answer fails once the days have gone by, and is open until then."""
        if letter.id in days:
            return oracle.working_days(letter.day, days[letter.id]) <= limit
        if oracle.working_days(letter.day, oracle.SOURCES["courriels-messages"]["collected"]) > limit:
            return False
        raise oracle.Unknown("missing")

    def request(days, limit):
        def judge(letter):
            oracle.in_period(letter.day)
            if letter.sent:
                raise oracle.Case("not concerned")
            if letter.automatic:
                oracle.set_aside(AUTOMATIC)
            assert letter.answers is None, "every request of the example opens a thread"
            return within(letter, days, limit)

        return judge

    def sent(question):
        def judge(letter):
            oracle.in_period(letter.day)
            if not letter.sent or letter.automatic:
                raise oracle.Case("not concerned")
            return question(letter)

        return judge

    def record(name, tally, severity, target, least=None):
        rule = lambda count: oracle.census(count, severity, lambda share: share >= target)
        more = (rule, least) if least else ()
        oracle.record(f"courriels/{name}", "courriels-messages", tally, rule(tally.total), *more)

    aside = (AUTOMATIC,)
    by_box = oracle.Tally(letters, request(first, 5), group=lambda letter: letter.boxes[0], reasons=aside)
    record("reponse-par-boite", by_box, "minor", Fraction(90, 100), 5)
    record("accuse-de-reception", oracle.Tally(letters, request(receipt, 10), reasons=aside), "major", Fraction(1))
    record("signature-legale", oracle.Tally(letters, sent(Letter.legal)), "major", Fraction(1))
    record("forme-commune", oracle.Tally(letters, sent(Letter.form)), "minor", Fraction(85, 100))
