"""The name in a cell, or in an item of a list: the symbol and the name among its texts, without what stands by them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.parser.figures.currencies import is_currency
from tickerboard.parser.html.tree import pieces_of, squeeze, text_of
from tickerboard.parser.names.exchanges import BESIDE_NAMES
from tickerboard.parser.names.labels import is_code, is_label, is_plain_symbol, is_symbol, read_pair
from tickerboard.parser.names.lists import read_names
from tickerboard.parser.names.moments import is_moment
from tickerboard.parser.names.no_names import is_note
from tickerboard.parser.tables.keyed import key_of
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.parser.names.labels import Name

_MOST_STEPS = 200
_ISIN = re.compile(
    r"[A-Z]{2}[A-Z0-9]{9}[0-9]"
    r"|(?:(?:ISIN|WKN|Valor|Valoren|SEDOL|CUSIP|FIGI)[.:]* [A-Z0-9]{5,12}(?: ?[/|,·•-] ?|\Z| ))+"
)
"""An international number, or several numbers of a security with their names."""
_BADGES = word_set("""
    index indices etf stock equity fund crypto cryptocurrency currency future futures bond forex commodity buy sell new
""")
"""What kind a row is of, or a button by it, where it stands beside its name."""
_FLAG = 7
"""Characters of a flag behind a symbol, such as `XD`, at most, and its space."""
_PAIR, _MOST_LINKS = 2, 4
_FEWEST_INITIALS = 3
_SHORTEST_WORD = 5
"""Letters of a company's name in capitals, at least, that is no symbol beside a shorter one."""


def name_of(node: LexborNode) -> tuple[str, str]:
    """Return a cell's text, and the symbol of a cell that holds a symbol and a name in elements of their own."""
    pieces = pieces_of(node, _MOST_STEPS)
    text = " ".join(pieces)
    link = _link_in(node)
    linked = text_of(link) if len(pieces) != 1 else ""
    if len(pieces) > 1:
        text, pieces = _without_others(node, text, pieces, linked)
    said = link.attributes.get("data-title") if link is not None else None
    if said and is_symbol(text) and (title := squeeze(said)):
        return title, text
    if len(pieces) == 1:
        return text, ""
    codes = [*filter(is_code, pieces)]
    if len(codes) == 1 and linked in pieces and linked != codes[0]:
        return linked, codes[0]
    pieces = without_venues(without_badges(pieces, linked))
    if len(pieces) > _PAIR:
        pieces = _of_links(node, pieces) or _without_letters(pieces)
    if pair := symbol_and_name(pieces):
        return pair[1], pair[0]
    return (pieces[0] if len(pieces) == 1 else text), ""


def names_of_cells(nodes: Sequence[LexborNode]) -> list[tuple[str, str]]:
    """Return what `name_of` does of each cell of a column; where others have a symbol, a number may be one, too.

    Of two texts in capitals, `TRON` `TRX`, it is the one that stands where those of the others stand: `Bitcoin` `BTC`.
    """
    found = [*map(name_of, nodes)]
    named = [symbol != "" for _, symbol in found]
    if all(named) or sum(named) < _PAIR:
        return found
    pairs = pairs_in_order([without_badges(pieces_of(node, _MOST_STEPS)) for node in nodes])
    numbered = [each if each[1] else _numbered(node, each[0]) for each, node in zip(found, nodes, strict=True)]
    return [each if each[1] or not pair else (pair[1], pair[0]) for each, pair in zip(numbered, pairs, strict=True)]


def _numbered(node: LexborNode, text: str) -> tuple[str, str]:
    """Return the name in the title of a cell's link, and the number that it begins with, the cell's text."""
    link = _link_in(node) if text.isdecimal() else None
    title = squeeze(link.attributes.get("data-title") or "") if link is not None else ""
    return (title, text) if title.startswith(f"{text} ") else (text, "")


def pairs_in_order(pieces: Sequence[Sequence[str]]) -> list[tuple[str, str] | None]:
    """Return the symbol and the name of the two texts of each row of a list, either of which may be in capitals."""
    pairs = [symbol_and_name(each) for each in pieces]
    places = [pair[0] == each[0] for pair, each in zip(pairs, pieces, strict=True) if pair]
    if len(places) < _PAIR or len({*places}) != 1:
        return pairs
    order = 1 if places[0] else -1
    return [
        pair
        or ((each[::order][0], each[::order][1]) if len(each) == _PAIR and all(map(is_plain_symbol, each)) else None)
        for pair, each in zip(pairs, pieces, strict=True)
    ]


def _without_others(node: LexborNode, text: str, pieces: list[str], linked: str) -> tuple[str, list[str]]:
    """Return the text of a cell and its pieces: those of its link where it holds other figures, or a flag, too."""
    if linked in pieces and node.css_first("table") is not None:
        return linked, [linked]
    is_lone = linked not in BESIDE_NAMES and is_plain_symbol(linked)
    if is_lone and text.startswith(f"{linked} ") and len(text) - len(linked) < _FLAG:
        return linked, [linked]
    return text, pieces


def _of_links(node: LexborNode, pieces: Sequence[str]) -> list[str]:
    """Return the texts of a cell's links where there are two: a symbol and a name, each with its page."""
    linked = dict.fromkeys(text_of(link) for link in node.css("a")[:_MOST_LINKS])
    found = [text for text in linked if text in pieces]
    return found if len(found) == _PAIR and symbol_and_name(found) else []


def _without_letters(pieces: Sequence[str]) -> list[str]:
    """Return a cell's texts without letters of pictures and badges, where a symbol and a name are left."""
    words = [piece for piece in pieces if len(piece) > 1]
    return words if len(words) == _PAIR and symbol_and_name(words) else [*pieces]


def _link_in(node: LexborNode) -> LexborNode | None:
    """Return the first link of a cell: looked for only where it is not the first element."""
    child = node.first_child
    while child is not None and not child.is_element_node:
        child = child.next
    return child if child is None or child.tag == "a" else node.css_first("a")


def without_badges(pieces: Sequence[str], linked: str = "") -> list[str]:
    """Return the texts that may name a row: without ranks, international numbers, kinds, and small words by a link."""
    named = [
        piece
        for piece in dict.fromkeys(pieces)
        if any(each.isalpha() for each in piece) and not _ISIN.fullmatch(piece) and piece.lower() not in _BADGES
    ]
    if linked in named:
        named = [piece for piece in named if piece == linked or not piece.islower()]
    return named or list(pieces)


def without_venues(pieces: Sequence[str]) -> list[str]:
    """Return texts that may name a row without exchanges, where another one is left: `XETRA` beside `Alpha Steel`."""
    venues = [piece for piece in pieces if piece.strip("|·/ ") in BESIDE_NAMES]
    others = [piece for piece in pieces if piece not in venues]
    if any(piece.startswith(venue) for piece in others for venue in venues):  # `Nasdaq` beside its long form
        return [*pieces]
    return others if len(others) < len(pieces) and any(is_label(each) for each in others) else [*pieces]


def stands_by_name(text: str) -> bool:
    """Return whether a text between a name and its figures says when its price was, how late, or in which unit."""
    is_unit = text.startswith("(") and text.endswith(")") and is_currency(text[1:-1])
    return is_unit or is_moment(text) or (is_note(text) and key_of(text) is None)


def without_initials(labels: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the labels of a list's items without the letter before each name, which stands for its picture.

    The symbols of shares may be letters, too, but not all those of a list.
    """
    pairs = [each for each in labels if len(each) > 1]
    if len(pairs) < _FEWEST_INITIALS or any(len(each[0]) > 1 or not each[1].startswith(each[0]) for each in pairs):
        return list(labels)
    return [each[1:] if len(each) > 1 else each for each in labels]


def item_names(labels: Sequence[tuple[str, ...]]) -> list[Name]:
    """Return the names of a list's items; of two labels the one in capitals is the symbol, where one is."""
    alone = iter(read_names([each[0] for each in labels if len(each) == 1]))
    pairs = pairs_in_order(labels)
    return [
        next(alone) if len(each) == 1 else read_pair(*(pair or each)) for each, pair in zip(labels, pairs, strict=True)
    ]


def symbol_and_name(pieces: Sequence[str]) -> tuple[str, str] | None:
    """Return the symbol and the name of two texts, one of each kind, in either order; None for any others."""
    if len(pieces) != 2:
        return None
    for is_one in (is_code, is_plain_symbol, is_symbol):
        first, second = (is_one(piece) for piece in pieces)
        if first != second:
            symbol, name = pieces if first else reversed(pieces)
            return (symbol, name) if is_label(name) and not name[0].isdecimal() else None
    symbol, name = sorted(pieces, key=len)
    return (symbol, name) if _is_short_for(symbol, name) else None


def _is_short_for(symbol: str, name: str) -> bool:
    """Return whether a symbol is a name in capitals without some of its letters: `NVDA` and `NVIDIA`."""
    if not (is_plain_symbol(symbol) and name.isalpha() and len(name) >= max(_SHORTEST_WORD, len(symbol) + 2)):
        return False
    letters = iter(name)
    return symbol[0] == name[0] and all(letter in letters for letter in symbol)
