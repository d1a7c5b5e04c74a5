"""What stands in a row in words beside its figures and says nothing else of them: `at 2.43pm`, `(close)`, a volume."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.figures.tokens import tokens
from tickerboard.parser.strips.sentences.words import PARTS
from tickerboard.text.numbers import has_digit
from tickerboard.text.word_lists import phrases

if TYPE_CHECKING:
    from decimal import Decimal

    from tickerboard.parser.figures.style import Style

# What says that a move is the day's, or when a price was the last one; a bare `at 10.30` may be a price.
_ZONE = r"(?:[A-Z][a-z]+ ){1,2}time|[A-Z]{1,4}T|GMT|UTC|local time|Uhr"
_HOUR = rf"[0-9]{{1,2}}(?:[.:][0-9]{{2}})? ?[ap]\.?m\.?(?: (?:{_ZONE}))?|[0-9]{{1,2}}[.:h]?[0-9]{{2}} (?:{_ZONE})"
_TRADE = (
    r"(?:(?:early|late|midday|morning|afternoon|Asian|European|London|New York) )+(?:trad(?:e|ing)|deals?|dealings)"
)
_OF_DAY = re.compile(
    r",? (?:(?:from|since|on|for|over) (?:yesterday['’]s close|the (?:previous|last|prior)(?: day['’]s)? close|the day)"
    rf"|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri)day|overnight|at the close"
    rf"|(?:at|by|near|around|as of|um) (?:{_HOUR})|in {_TRADE})(?=[\s.,;]|\Z)"
)
_OF_DAY_WORDS = ("day", "close", "overnight", "trad", "deal")
"""Words of which one is in what says so without a clock time: looked for first."""
_BRACKET = re.compile(
    r"\.(?=\)\Z)"
    r"| ?\((?:close[ds]?|(?:overnight|intraday|session|day['’]s|record|all-time) (?:peak|high|low)[^()]{1,20})\)",
    re.IGNORECASE,
)
_COUNTS = {word: str(at) for at, word in enumerate(phrases("one|two|three|four|five|six|seven|eight|nine|ten"), 1)}
_COUNT_WORD = "|".join(_COUNTS)
_VOLUME = re.compile(
    r" on (?:(?:a )?volume of )?(?P<about>(?:about|almost|nearly|more than|over) )?"
    rf"(?P<count>[0-9][0-9.,]*|{_COUNT_WORD})"
    r"(?P<unit> (?:thousand|million|billion))? shares\.?\Z"
)
_COUNTED = (" cent", " point", " pence")
_COUNT = re.compile(rf"(?<!at )\b(?:{_COUNT_WORD})(?= (?:cents?|points?|pence)\b)")

# A move as a noun: `registering a gain of 1.2 percent`, `mit einem Plus von 1,2 Prozent`, `with a change of +$1.28`.
_NOUNS = {
    "up": phrases("""
        gain|rise|jump|increase|advance|surge|climb|uptick|plus|gewinn|kursgewinn|anstieg|aufschlag|zuwachs|hausse
        subida|alza|ganancia|alta|ganho|rialzo|guadagno|winst|stijging
    """),
    "down": phrases("""
        loss|fall|drop|decline|decrease|dip|slump|slide|minus|verlust|kursverlust|rückgang|abschlag|baisse|repli|perte
        recul|caída|bajada|descenso|pérdida|queda|baixa|perda|ribasso|calo|perdita|verlies|daling
    """),
    ",": phrases("change|move|movement|variation"),
}
_WAY_OF_NOUN = {noun: f"{way} " for way, nouns in _NOUNS.items() for noun in nouns}
_OF_FIGURE = r" (?:of|von|del(?:l['’]|lo)?|de|di|do|van) ?(?=[^\w\s]?[^\W\d_]{0,3} ?[0-9+-])"
_BEHIND_NOUN = re.compile(_OF_FIGURE, re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:(?:with|(?:register|record|post|logg|show|mark|clock)(?:ing|ed)|mit|avec|con|com|met) )?"
    rf"(?:an?|the|einem|une?|un[oa]?|uma?|een) (?:(?:net|sharp|slight|modest|marginal|daily) )?"
    rf"(?P<noun>{'|'.join(_WAY_OF_NOUN)}){_OF_FIGURE}",
    re.IGNORECASE,
)
_OF = (" of ", " von ", " de", " di ", " do ", " van ")
"""Words of which one is in it: looked for first."""
# Of whom shares are, in small letters, behind the company's name: `Shares of the mining company`.
_SHARES = r"(?:[Ss]hares?|[Ss]tock|[Ss]hare price|[Ss]tock price)"
_OF_SHARES = re.compile(
    rf"(?<=: )(?:(?:[Tt]he )?{_SHARES} (?:of|in) (?:the|this) [a-z][a-z ,&-]{{2,60}}?"
    rf"|[Tt]h(?:e|is) [a-z][a-z ,&-]{{2,60}}?['’]s? {_SHARES}) "
    r"(?=(?:is|are|was|were|has|have|rose|fell|gained|lost|closed|ended|jumped|dropped|slipped|climbed)\b)"
)

_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
# A word of Chinese before a figure, which no space parts from the name before it.
_UNPARTED = re.compile(
    f"(?:{'|'.join(sorted((word for word in PARTS if _CHINESE.fullmatch(word)), key=len, reverse=True))})(?=[0-9+-])"
)


def without_notes(line: str) -> str:
    """Return a row without what it says of its day, its time and its volume.

    A count of cents is in digits, and a word of Chinese is apart from the name.
    """
    if " shares" in line:
        line = _VOLUME.sub("", line)
    if has_digit(line) or any(word in line for word in _OF_DAY_WORDS):
        line = _OF_DAY.sub("", line)
    if any(word in line for word in _OF) and _names_move(line):
        line = _MOVED.sub(lambda found: _WAY_OF_NOUN[found["noun"].casefold()], line)
    if ": " in line:
        line = _OF_SHARES.sub("", line)
    if ")" in line:
        line = _BRACKET.sub("", line)
    if any(unit in line for unit in _COUNTED):
        line = _COUNT.sub(lambda found: _COUNTS[found[0]], line)
    return line if line.isascii() else _UNPARTED.sub(r" \g<0> ", line)


def _names_move(line: str) -> bool:
    """Return whether a noun for a move stands before a word such as `of` and a figure: a look at first."""
    words = (line[: found.start()].rpartition(" ")[2] for found in _BEHIND_NOUN.finditer(line))
    return any(word.casefold() in _WAY_OF_NOUN for word in words)


def volume_of(line: str, style: Style) -> Decimal | None:
    """Return how many shares a row says were traded; None where it does not say so."""
    found = _VOLUME.search(line)
    if found is None or found["about"]:
        return None
    count = _COUNTS.get(found["count"], found["count"])
    return tokens(f"{count}{found['unit'] or ''}")[0].amount(style)
