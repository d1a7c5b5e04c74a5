"""The items of a row in words: its figures with all that belongs to them, its words and its marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.parser.figures.currencies import CODE_PATTERN, LETTERS, SIGN_PATTERN, code_of
from tickerboard.parser.strips.sentences.words import MEASURES, MONEY, PARTS, PHRASES, UNITS, Part
from tickerboard.text.numbers import MINUS

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEFORE = rf"{SIGN_PATTERN}|{CODE_PATTERN}|GH¢|KSh|TSh|USh|[NR](?=\s?[0-9][0-9,]*\.[0-9]{{2}}(?![0-9]))"
_DIGITS = r"[0-9]+(?:[.,'’][0-9]+)*"
_SPACED_DIGITS = rf"[1-9][0-9]{{0,2}}(?: [0-9]{{3}})+(?:,[0-9]+)?(?![0-9])|{_DIGITS}"


def _any_of(words: Sequence[str]) -> str:
    """Return the pattern of one of some words, none of which goes on behind it; the longest one first."""
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) + (r"\b" if word[-1].isalpha() else "") for word in longest)


_MONEY = rf"[€$£](?!\s?[0-9])|(?:{CODE_PATTERN}|zł|kr\.?)(?!\w)|(?i:{_any_of(MONEY)})"
_AMOUNT = (
    r"/[A-Za-z]{1,12}(?: ton\b)?"
    rf"|\s(?i:an?|per|je|pro|le|la|por|al|za|за) (?i:{_any_of(MEASURES)})"
)
_UNIT = "|".join(f"(?P<{part.name}>(?i:{_any_of(words)}))" for part, words in UNITS.items())


def _item(digits: str) -> re.Pattern[str]:
    figure = (
        rf"(?P<sign>[{MINUS}+]\s?)?(?:(?P<before>{_BEFORE})\s?)?(?P<inner>[{MINUS}+])?(?P<body>{digits})"
        rf"(?![0-9]|[:/][0-9])(?:\s?(?:{_UNIT}))?(?P<after>\s?(?:{_MONEY}))?(?:{_AMOUNT})?"
    )
    picture = r"[?\u2705\u274c\U0001f534\U0001f7e2]\s?(?=[0-9])"  # before a figure, or what a page has left of it
    phrase = rf"(?i:{_any_of(tuple(PHRASES))})"
    word = rf"{phrase}|[^\W\d_](?:(?:[\w.&/-]|['’](?![0-9]))*\w)?['’]?|@"
    return re.compile(rf"\s*(?:{picture})?(?:(?P<figure>{figure})|(?P<word>{word})|(?P<mark>\S))")


_ITEM, _SPACED_ITEM = _item(_DIGITS), _item(_SPACED_DIGITS)
_CODE_FIRST = re.compile(rf"(?:{CODE_PATTERN})(?= [{MINUS}+])")
_MARKS = {",": Part.JOINT, ";": Part.JOINT, ":": Part.COLON, "=": Part.COLON, "(": Part.OPEN, ")": Part.CLOSE}
_MARKS |= {"，": Part.JOINT, "；": Part.JOINT, "：": Part.COLON, "（": Part.OPEN, "）": Part.CLOSE}


class Item(NamedTuple):
    """A figure, a word or a mark of a line, from `start`.

    `body` is a figure's digits, or the word. `has_money` is whether a currency stands by a figure, `currency` its code
    if it has only one.
    """

    part: Part
    start: int
    body: str = ""
    sign: str = ""
    has_money: bool = False
    currency: str | None = None


def read_items(line: str, *, spaced: bool) -> list[Item]:
    """Return the items of a line without the mark that ends it; `spaced` is whether spaces group digits.

    A currency's code that begins the line is no item, but what it is of: `AUD +1.4% to 68.97 US cents`.
    """
    pattern = _SPACED_ITEM if spaced else _ITEM
    named = _CODE_FIRST.match(line)
    line = line.rstrip(" .;。；:")
    return [_read(found) for found in pattern.finditer(line, named.end() if named else 0)]


def parts_of(items: Sequence[Item]) -> str:
    """Return the parts of items as one word."""
    return "".join([each.part for each in items])


def _read(found: re.Match[str]) -> Item:
    if found["figure"]:
        return _figure(found)
    if word := found["word"]:
        return Item(PARTS.get(word.casefold(), Part.UNKNOWN), found.start("word"), word)
    return Item(_MARKS.get(found["mark"], Part.UNKNOWN), found.start("mark"))


def _figure(found: re.Match[str]) -> Item:
    before = found["before"] or ""
    part = next((part for part in UNITS if found[part.name]), Part.NUMBER)
    if part is Part.CENTS and before:  # `N15.20 kobo`
        part = Part.NUMBER
    sign = (found["sign"] or "").strip() + (found["inner"] or "")
    currency = LETTERS.get(before) or code_of(before)
    return Item(part, found.start("figure"), found["body"], sign, bool(before or found["after"]), currency)
