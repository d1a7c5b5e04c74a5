"""What the texts around a list of a page say of its figures: that they are forecasts, or of a longer time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.html.blocks import HEADINGS
from tickerboard.parser.html.tree import text_of
from tickerboard.parser.names.no_names import is_time
from tickerboard.parser.phrases.headings import heads_doubtful_list, heads_measure, heads_other, heads_other_list
from tickerboard.parser.refusals.times import heads_other_session, is_list_time
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.headers.others import heads_unknown_move
from tickerboard.parser.tables.keyed import key_of
from tickerboard.text.numbers import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.parser.html.leaves import Leaves

_ABOVE = 4
"""Texts above a list among which its heading is looked for: a note may stand between."""
_BETWEEN = 3
"""Texts between two items of a list, such as buttons, at most."""
_BUTTONS = frozenset(("a", "button", "li", "option", "label"))
"""Tags of a menu's items, which say nothing of the list below."""
_FEWEST_ITEMS = 3
"""Texts side by side that are a menu, at least."""
_HIGHEST = 3
"""Elements from a text up to its heading, at most."""


def is_below_other(leaves: Leaves, start: int) -> bool:
    """Return whether the nearest heading above the text at a place, or the text above it, is of other figures."""
    return _is_other(_text_above(leaves, start))


def is_below_other_list(leaves: Leaves, start: int) -> bool:
    """Return whether the noun of that heading names a list of other things; a table's own header says more."""
    return heads_other_list(_text_above(leaves, start))


def is_below_doubtful(leaves: Leaves, start: int) -> bool:
    """Return whether that heading leaves open what the figures below it are, as `Top dividend stocks` does."""
    return heads_doubtful_list(_text_above(leaves, start))


def is_below_other_move(leaves: Leaves, item: LexborNode) -> bool:
    """Return whether the first row of an item's table is a header whose move is of something unknown, as `Added`."""
    table = item.parent if item.tag == "tr" else None
    while table is not None and table.tag != "table":
        table = table.parent
    row = table.css_first("tr") if table is not None else None
    start, end = leaves.spans.get(row.mem_id, (0, 0)) if row is not None else (0, 0)
    cells = leaves.texts[start:end]
    return not any(map(has_digit, cells)) and heads_unknown_move(" | ".join(cells))


def is_in_list(leaves: Leaves, end: int, start: int) -> bool:
    """Return whether an item goes on with the list of the one before it, which ends at a place right above its own."""
    return start - end <= _BETWEEN and not any(_heading(node) is not None for node in leaves.nodes[end:start])


def _text_above(leaves: Leaves, start: int) -> str:
    """Return the nearest heading above the text at a place, or else the text above it; empty where there is none."""
    for node in reversed(leaves.nodes[max(0, start - _ABOVE) : start]):
        if (heading := _heading(node)) is not None:
            return text_of(heading)
    around = leaves.nodes[start - 1].parent if start else None
    is_button = (
        around is None or around.tag in _BUTTONS or _is_menu(leaves.nodes[max(0, start - _FEWEST_ITEMS) : start])
    )
    return "" if is_button else leaves.texts[start - 1]


def _is_menu(nodes: Sequence[LexborNode]) -> bool:
    """Return whether the texts above a list stand side by side in elements of one kind, as those of a menu do."""
    places = {(each.parent.tag, each.parent.parent.mem_id) for each in nodes if each.parent and each.parent.parent}
    return len(nodes) >= _FEWEST_ITEMS and len(places) == 1


def _is_other(text: str) -> bool:
    """Return whether a heading is of other figures than quotes, or of another session than the day's."""
    return any(map(str.isalpha, text)) and (heads_other(text) or heads_measure(text) or heads_other_session([text]))


def _heading(node: LexborNode) -> LexborNode | None:
    """Return the heading that a text is in."""
    around = node.parent
    for _ in range(_HIGHEST):
        if around is None or around.tag in HEADINGS:
            return around
        around = around.parent
    return None


def texts_beside_links(leaves: Leaves, most: int) -> list[str]:
    """Return the texts of a page that are no links, up to so many characters; one of a heading counts."""
    found: list[str] = []
    for text, node in zip(leaves.texts, leaves.nodes, strict=True):
        if not _is_link(node) or _heading(node) is not None:
            found.append(text)
            most -= len(text)
            if most <= 0:
                break
    return found


def _is_link(node: LexborNode) -> bool:
    """Return whether a text stands in a link, or in an element of one."""
    around = node.parent
    return around is not None and (around.tag == "a" or (around.parent is not None and around.parent.tag == "a"))


def is_longer_time(texts: Sequence[str], at: int) -> bool:
    """Return whether a text is a time longer than the day; one beside other times is a button of a chart.

    `6M` behind the name of a volume is that.
    """
    if at and key_of(texts[at - 1]) is Field.VOLUME:
        return False
    beside = (*texts[max(0, at - 1) : at], *texts[at + 1 : at + 2])
    return is_list_time(["", texts[at]]) and not any(map(is_time, beside))
