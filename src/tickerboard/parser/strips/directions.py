"""The way that a heading says the rows below it moved: below `FTSE 100 - Risers` a percent without a sign is a rise."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from tickerboard.parser.names.no_names import is_note
from tickerboard.parser.phrases.movers import FALLERS, RISERS
from tickerboard.text.numbers import DOWN, FALLS, UP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.strips.figures import Figures
    from tickerboard.parser.strips.page_text import PageText

_RISES, _FALLS = "|".join(RISERS), "|".join(FALLERS)
_WAY = re.compile(rf"(?![0-9.,]+%? \w+\W*\Z)(?:[^|]*[^\w|])?(?:({_RISES})|({_FALLS}))\W*", re.IGNORECASE)
_BOTH = re.compile(rf"\b(?:{_RISES})\b.*\b(?:{_FALLS})\b|\b(?:{_FALLS})\b.*\b(?:{_RISES})\b", re.IGNORECASE)
_ANY = re.compile(rf"\b(?:{_RISES}|{_FALLS})\b")
_EACH = re.compile(rf"\b(?:({_RISES})|({_FALLS}))\b", re.IGNORECASE)
_COUNT = re.compile(r"\W*[0-9]+(?:[,. '][0-9]{3})*\W*")
_FIGURE = re.compile(r"[0-9][.,][0-9]|[0-9] ?%")
_LONGEST = 60
NEAR = 20
"""Texts above a list among which a heading of the other way is looked for."""
_MOST_BETWEEN = 2
"""Other texts, such as a third button, between two headings of both ways and their list, at most."""


def directed(page: PageText, rows: Sequence[tuple[range, Figures]]) -> list[Figures]:
    """Return the figures of rows, of which those without a sign get the arrow of their heading.

    Each row has the numbers of its lines. A list of which one row has the opposite sign is left as it is.
    """
    headings = [] if all(figures.marks for _, figures in rows) else _headings(page, rows)
    if not headings:
        return [figures for _, figures in rows]
    return with_arrows([(_heading(headings, lines[0]), figures) for lines, figures in rows])


def with_arrows(found: Sequence[tuple[tuple[int, str], Figures]]) -> list[Figures]:
    """Return figures of which those without a sign get the arrow of their heading, unless a sign below it contradicts.

    Beside each stands the place of its heading, which no other has, and the arrow.
    """
    mixed = {at for (at, arrow), figures in found if arrow and figures.marks and _way(figures.marks) != arrow}
    return [
        figures._replace(arrow=arrow) if arrow and not figures.marks and at not in mixed else figures
        for (at, arrow), figures in found
    ]


def arrow_of(above: Sequence[str]) -> str:
    """Return the arrow that the last of the texts above a list says, `NEAR` or fewer, if it is a heading.

    Empty where a heading of the other way stands among the texts right above it: the two are buttons, or count shares.
    """
    arrows = _arrows(above, between=0)
    return arrows[0] if len(set(arrows)) == 1 else ""


def arrows_of(above: Sequence[str]) -> str:
    """Return the arrow of the heading above a table; both arrows below the buttons, or the counts, of two lists."""
    if _BOTH.search(_nearest(above)) or len(set(_arrows(above, between=_MOST_BETWEEN))) > 1:
        return UP + DOWN
    return arrow_of(above)


def arrows_beside(above: Sequence[str], count: int) -> list[str]:
    """Return the arrow of each of some tables side by side: both of one line's headings, or that of all.

    `Top gainers Top losers` above two tables names one each.
    """
    ways = [UP if found[1] else DOWN for found in _EACH.finditer(_nearest(above))]
    return ways if len({*ways}) == len(ways) == count > 1 else [arrows_of(above)] * count


def names_movers(text: str) -> bool:
    """Return whether a text has a word for what rose or what fell."""
    return _ANY.search(text.lower()) is not None


def _nearest(above: Sequence[str]) -> str:
    """Return the last of some texts that is not blank; empty where it is too long for a heading."""
    text = next((text.strip() for text in reversed(above) if text.strip()), "")
    return text if len(text) <= _LONGEST else ""


def _arrows(above: Sequence[str], between: int) -> list[str]:
    """Return the arrows of the headings above a list, the nearest one first, up to a text that may be of a row.

    So many other texts, at most, stand below the nearest one.
    """
    arrows: list[str] = []
    for text in reversed(above):
        plain = text.strip()
        arrow = _arrow(plain)
        if not arrow and _may_be_of_row(plain):
            break
        if plain and not (arrow or arrows):
            between -= 1
            if between < 0:
                break
        arrows += [arrow] if arrow else []
    return arrows


def _may_be_of_row(text: str) -> bool:
    """Return whether a text has a price or a percent: `1 week` and the count `1,200` have none."""
    return _FIGURE.search(text) is not None and not _COUNT.fullmatch(text)


def _way(marks: str) -> str:
    return UP if FALLS.isdisjoint(marks) else DOWN


def _heading(headings: Sequence[tuple[int, str]], number: int) -> tuple[int, str]:
    """Return the line and the arrow of the last heading above a line; no arrow where none counts there."""
    above = bisect_left(headings, (number, ""))
    return headings[above - 1] if above else (0, "")


def _headings(page: PageText, rows: Sequence[tuple[range, Figures]]) -> list[tuple[int, str]]:
    """Return the lines from which on a heading's arrow counts, and those from which on none does.

    It counts down to the first line that belongs to no row and is neither a note nor figures.
    """
    if not names_movers("\n".join(page.lines)):
        return []
    own = {number for lines, _ in rows for number in lines}
    found: list[tuple[int, str]] = []
    above = ""
    for number, line in enumerate(page.lines, 1):
        text = line.strip()
        if not text:
            continue
        if _arrow(text):
            found.append((number, arrow_of(page.lines[max(0, number - NEAR) : number])))
        elif found and found[-1][1] and (_is_counted(text, above) or not (number in own or _is_between(text))):
            found.append((number, ""))
        above = text
    return found


def _is_counted(text: str, above: str) -> bool:
    """Return whether a line counts the shares of the heading above it: `Losers` above `80`."""
    return bool(_COUNT.fullmatch(text) and _arrow(above))


def _is_between(text: str) -> bool:
    """Return whether a line may stand between two rows of a list: a note, or figures without a word."""
    return is_note(text) or not any(map(str.isalpha, text))


def _arrow(text: str) -> str:
    """Return the arrow of a heading; an empty text for any other line."""
    way = _WAY.fullmatch(text) if len(text) <= _LONGEST and not _BOTH.search(text) else None
    return "" if way is None else UP if way[1] else DOWN
