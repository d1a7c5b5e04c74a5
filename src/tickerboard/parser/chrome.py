"""The furniture of a news page: logos, menus, sections, the pandemic box, the comment box."""

from __future__ import annotations

import re

SECTIONS = frozenset(
    [
        "Markets",
        "Pakistan",
        "World",
        "Opinion",
        "Business & Finance",
        "Sports",
        "Technology",
        "Print",
        "Editorials",
        "Life & Style",
        "BR Research",
        "MENA",
        "Budget",
        "Companies",
        "Trends",
        "Perspectives",
        "Stocks",
        "Energy",
        "Forex",
        "Commodities",
        "Coronavirus",
        "Rates",
    ]
)
_JOINED = re.compile(r"(?P<section>[A-Z][\w &]{1,30}) Print (?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})")
_CHROME = frozenset(
    [
        "Brecorder Logo",
        "Business Recorder Logo",
        "Business Recorder",
        "Brecorder",
        "Follow us",
        "Comments",
        "Comments are closed.",
        "200 characters",
        "PRINT EDITION ►",
        "BR MARKETS ►",
        "Don't Miss the Latest News",
        "Maybe later",
        "Allow Notifications",
        "Subscribing is the best way to get our best stories immediately.",
        "VERY HIGH",
        "Source: covid.gov.pk",
        "Read more",
    ]
)
_CHROME_FORMS = re.compile(r"Photo: .{1,60}|.{0,40}PRINT EDITION ►.*|Copyright Business Recorder.*|Read here:.*")
_REGIONS = frozenset(
    [
        "Sindh",
        "Punjab",
        "Balochistan",
        "Islamabad",
        "KPK",
        "GB",
        "AJK",
        "Pakistan Deaths",
        "Pakistan Cases",
        "Coronavirus",
    ]
)
_BOX_NUMBER = re.compile(r"[0-9,]{1,12}(?:hr)?")


def section_line(text: str) -> tuple[str, str | None] | None:
    """Read a section line: its section, and the date of `Markets Print 2025-09-26`."""
    if text in SECTIONS:
        return text, None
    found = _JOINED.fullmatch(text)
    return (found["section"], found["date"]) if found else None


def is_chrome(text: str) -> bool:
    """Tell a line of page furniture; whole lines only, so that no sentence that names one is lost."""
    return text in _CHROME or _CHROME_FORMS.fullmatch(text) is not None


def is_kicker(text: str) -> bool:
    """Tell a kicker, the bullet line between headline and byline."""
    return text.lstrip().startswith("•")


def without_box(lines: list[str]) -> list[str]:
    """Blank the pandemic box: `Coronavirus`, `VERY HIGH`, then regions and numbers in pairs.

    A section line `Coronavirus` alone, without the box's next line, stays.
    """
    filled = [at for at, text in enumerate(lines) if text.strip()]
    inside = False
    for place, at in enumerate(filled):
        text = lines[at].strip()
        following = lines[filled[place + 1]].strip() if place + 1 < len(filled) else ""
        if text == "Coronavirus" and following == "VERY HIGH":
            inside = True
        elif inside and not (is_chrome(text) or text in _REGIONS or _BOX_NUMBER.fullmatch(text)):
            inside = False
        if inside:
            lines[at] = ""
    return lines


def cut_tail(lines: list[str]) -> list[str]:
    """Cut the page's foot: the copyright line, or the comment box.

    `Comments` alone is a share button near the top of a whole page: it cuts only where the box's own words follow.
    """
    for at in range(len(lines) - 1, -1, -1):
        text = lines[at].strip()
        if text.startswith("Copyright Business Recorder") and any(lines[:at]):
            return lines[:at]
        rest = [each.strip() for each in lines[at + 1 : at + 6] if each.strip()]
        if text == "Comments" and rest and rest[0] in {"Comments are closed.", "200 characters"}:
            return lines[:at]
    return lines
