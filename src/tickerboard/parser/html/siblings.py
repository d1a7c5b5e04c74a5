"""Strips of markup: repeated elements that each hold a name and figures, whatever their classes are called.

From each percentage the way leads up to the first element that holds a name as well. Two such elements of one kind at
least make a strip, so that a single box with a figure in it is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tickerboard.parser.figures.tokens import Token, tokens
from tickerboard.parser.html.tree import squeeze, walk
from tickerboard.parser.strips.figures import Figures, read_figures
from tickerboard.parser.strips.names import Name, is_label, is_plain_symbol, is_symbol, read_name, read_names
from tickerboard.parser.strips.proof import proven
from tickerboard.parser.strips.rows import Row, resolve_signs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.strips.reading import StripReading

_MOST_LEAVES = 12
_HIGHEST = 8
"""Elements from a percentage up to its item, at most."""
_LONGEST = 64
_FEWEST = 2


@dataclass(slots=True)
class Leaves:
    """The visible texts of a page in order, and which of them stand within each element that has any."""

    texts: list[str]
    nodes: list[LexborNode]
    spans: dict[int, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Item:
    """An element that holds a name and figures."""

    node: LexborNode
    start: int
    labels: tuple[str, ...]
    figures: Figures
    text: str

    @property
    def label(self) -> str:
        """The name as printed."""
        return self.labels[0]

    @property
    def kind(self) -> tuple[str, str]:
        """What elements of one strip have in common: their tag and their first class."""
        classes = (self.node.attributes.get("class") or "").split()
        return self.node.tag or "", classes[0] if classes else ""


def read_leaves(root: LexborNode) -> Leaves:
    """Read the texts that a reader sees, each for itself."""
    found = Leaves([], [], {})
    opened: list[tuple[int, int]] = []
    for node, opens in walk(root):
        if node.is_text_node:
            text = squeeze(node.text_content or "")
            if text:
                found.texts.append(text)
                found.nodes.append(node)
        elif opens:
            opened.append((node.mem_id, len(found.texts)))
        else:
            while opened:
                identity, start = opened.pop()
                if start < len(found.texts):
                    found.spans[identity] = (start, len(found.texts))
                if identity == node.mem_id:
                    break
    return found


def read_siblings(leaves: Leaves, style: Style, reading: StripReading, first: int) -> list[LexborNode]:
    """Add the quotes of every strip, numbered from `first`; return the elements that were read."""
    items: dict[int, _Item] = {}
    for at, text in enumerate(leaves.texts):
        if "%" in text and len(text) <= _LONGEST and (item := _item(leaves, at, style)):
            items.setdefault(item.node.mem_id, item)
    kinds: dict[tuple[str, str], int] = {}
    for item in items.values():
        kinds[item.kind] = kinds.get(item.kind, 0) + 1
    found = proven([item for item in items.values() if kinds[item.kind] >= _FEWEST])
    names = _names(found)
    resolve_signs(
        [_row(item, name, first + at) for at, (item, name) in enumerate(zip(found, names, strict=True))], reading
    )
    return [item.node for item in found]


def _item(leaves: Leaves, at: int, style: Style) -> _Item | None:
    """Return the smallest element around a percentage that holds a name and the figures of one row."""
    node = leaves.nodes[at].parent
    for _ in range(_HIGHEST):
        if node is None or node.tag in {"body", "html", "p", "article"}:
            return None
        start, end = leaves.spans.get(node.mem_id, (at, at + 1))
        if end - start > _MOST_LEAVES:
            return None
        if item := _read(node, start, leaves.texts[start:end], style):
            return item
        node = node.parent
    return None


def _read(node: LexborNode, start: int, texts: Sequence[str], style: Style) -> _Item | None:
    """Read the texts of an element: names first, then figures; buttons behind them are passed over."""
    labels: list[str] = []
    figures: list[Token] = []
    for text in texts:
        found = tokens(text) if len(text) <= _LONGEST else [Token("w", text)]
        if labels and all(each.kind in "nspdcta" for each in found):
            figures += found
        elif figures:
            if any(each.kind in "wx" for each in found) and any(each.kind in "nsp" for each in found):
                return None  # another row's name and figures, or a sentence
        elif _is_label(text):
            labels.append(text)
        elif labels or any(each.kind in "nsp" for each in found):
            return None
    if not 0 < len(labels) <= 2:
        return None
    read = read_figures(figures, style)
    if read is None or read.absorbed or not (read.percent is not None):
        return None
    return _Item(node, start, tuple(labels), read, " / ".join(texts))


def _is_label(text: str) -> bool:
    return (is_label(text) or is_symbol(text)) and not text.endswith(":")


def _names(found: Sequence[_Item]) -> list[Name]:
    """Return the names of the items; of two labels the one in capitals is the symbol, where one is."""
    alone = iter(read_names([item.labels[0] for item in found if len(item.labels) == 1]))
    return [next(alone) if len(item.labels) == 1 else _pair(*item.labels) for item in found]


def _pair(first: str, second: str) -> Name:
    for symbol, name in ((first, second), (second, first)):
        if is_plain_symbol(symbol) and not is_plain_symbol(name):
            return Name(symbol, name)
    plain = read_name(first)
    return Name(plain.symbol, second, plain.label)


def _row(item: _Item, name: Name, number: int) -> Row:
    figures = item.figures
    return Row(
        [number],
        name,
        figures.last,
        figures.change,
        figures.percent,
        figures.marks,
        item.text,
        currency=figures.currency,
    )
