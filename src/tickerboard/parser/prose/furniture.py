"""The furniture of a news page: logos, menus, sections, the pandemic box, tables, the comment box."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

SECTIONS = frozenset(
    [
        "Markets", "Pakistan", "World", "Opinion", "Business & Finance", "Sports", "Technology", "Print", "Editorials",
        "Life & Style", "BR Research", "MENA", "Budget", "Budgets", "Companies", "Trends", "Perspectives", "Stocks",
        "Energy", "Forex", "Commodities", "Coronavirus", "Rates", "Business", "Economy", "Education",
        "Brief Recordings", "Top Stories", "Cotton", "Cotton & Textiles", "Fuel & Energy", "Taxes", "Taxation",
        "Industry", "Agriculture", "Politics", "Finance", "Sponsored", "General News", "Weekend Magazine",
        "Articles & Letters", "Supplements",
    ]
)  # fmt: skip
_JOINED = pattern(r"(?P<section>[A-Z][A-Za-z &-]{1,30}) Print (?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})")
_LOGOS = frozenset(["brecorder logo", "business recorder logo", "business recorder", "brecorder"])
_CHROME = _LOGOS | {
    "follow us",
    "live",
    "br research: all",
    "comments",
    "comments are closed.",
    "200 characters",
    "don't miss the latest news",
    "maybe later",
    "allow notifications",
    "subscribing is the best way to get our best stories immediately.",
    "read more",
    "listen to article",
    "back to top",
    "facebook",
    "twitter",
    "whatsapp",
    "linkedin",
    "email",
    "share",
}
_CREDIT = pattern(
    r"(?:File )?Photo(?: by)?: ?.{1,60}|Copyright .{1,60}|[0-9]{1,5} Comments?|Last updated?: .{4,40}", re.IGNORECASE
)
_OWN_COPYRIGHT = "Copyright Business Recorder"
# Another house's: names and a year only, for an article may speak of copyright.
_COPYRIGHT = pattern(r"Copyright(?: ©| \(c\))?(?: [A-Z][A-Za-z&.'-]{0,20}){1,5}(?:,? [0-9]{4})?")
_BOX_LEVEL = pattern(
    r"(?:(?:(?:VERY )?(?:HIGH|LOW)|MODERATE|MEDIUM)\s*)?(?:Source: covid\.gov\.pk)?|Pakistan (?:Deaths|Cases)"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2})? ?% positivity",
    re.IGNORECASE,
)
_BOX_NUMBER = pattern(r"\+?[0-9][0-9,]{0,11}(?: ?(?:24 ?)?hrs?)?")
_BOX_NAME = 30
_RULED = pattern(r"[=\-_*~]{4,}")
_TAIL_WORDS = ("Comments are closed.", "200 characters", "Copyright Business Recorder,")


def section_line(text: str) -> tuple[str, str | None] | None:
    """Read a section line: its section, and the date of `Markets Print 2025-09-26`."""
    if text in SECTIONS:
        return text, None
    found = _JOINED.fullmatch(text)
    return (found["section"], found["date"]) if found else None


def is_menu(text: str) -> bool:
    """Return whether a line of the page's head stands right above the section: a logo, or `… PRINT EDITION ► …`."""
    return text.casefold() in _LOGOS or _is_print_menu(text)


def _is_print_menu(text: str) -> bool:
    return "►" in text and (text.endswith("►") or "PRINT EDITION ►" in text)


def is_chrome(text: str) -> bool:
    """Return whether a line is page furniture; whole lines only, so that no sentence that names one is lost."""
    if len(text) > 120:
        return False
    return text.casefold() in _CHROME or _is_print_menu(text) or _CREDIT.fullmatch(text) is not None


def is_kicker(text: str) -> bool:
    """Return whether a line is a kicker, the bullet line between headline and byline."""
    return text.startswith("•")


def is_rule(text: str) -> bool:
    """Return whether a line is the `====` that opens or closes a table."""
    return _RULED.match(text) is not None


def is_sentence(text: str) -> bool:
    """Return whether a text is a sentence, not a headline: it is long, or it is closed and of some length."""
    return len(text) > 150 or (text.endswith((".", "”", ":")) and not text.endswith("..") and len(text) > 20)


def without_tables(lines: Sequence[str]) -> list[str]:
    """Blank the tables of an article, from a ruled line to the next sentence."""
    left, table = [], False
    for line in lines:
        text = line.strip()
        table = is_rule(text) or (table and not is_sentence(text))
        left.append("" if table else line)
    return left


def without_box(texts: list[str]) -> list[str]:
    """Blank the pandemic box: `Coronavirus`, a level, then names and numbers.

    A section line `Coronavirus` alone, without the box's next line, stays.
    """
    if "Coronavirus" not in texts:
        return texts
    filled = [at for at, text in enumerate(texts) if text]
    inside = False
    for at, behind in zip(filled, [*filled[1:], None], strict=True):
        text, following = texts[at], texts[behind] if behind is not None else ""
        if text == "Coronavirus":
            inside = _BOX_LEVEL.fullmatch(following) is not None
        elif inside:
            named = len(text) <= _BOX_NAME and _BOX_NUMBER.fullmatch(following) is not None
            inside = named or any(shape.fullmatch(text) for shape in (_BOX_LEVEL, _BOX_NUMBER))
        if inside:
            texts[at] = ""
    return texts


def without_tail(texts: list[str]) -> list[str]:
    """Cut the page's foot: the copyright line or the comment box, and what is behind it.

    `Comments` alone is a share button near the top of a whole page: it cuts only where the box's own words follow.
    """
    end, below, sentences = len(texts), "", False
    for at in range(len(texts) - 1, -1, -1):
        text = texts[at]
        if not text:
            continue
        # A page is cut anywhere, so its last line may be the beginning of a foot line.
        begun = not below and len(text) > 5 and any(word.startswith(text) for word in _TAIL_WORDS)
        if begun or (text == "Comments" and below in _TAIL_WORDS):
            end = at
        elif text.startswith(_OWN_COPYRIGHT) or (not sentences and _COPYRIGHT.fullmatch(text)):
            return texts[:at] if any(texts[:at]) else texts
        below, sentences = text, sentences or is_sentence(text)
    return texts[:end]
