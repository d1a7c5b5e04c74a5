"""The items of the strips of a page, and what those of one list show together."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import Kind
from tickerboard.parser.html.items.labels import (
    are_ranks,
    have_proof,
    have_word_in_common,
    settled_labels,
    without_units,
)
from tickerboard.parser.html.items.texts import tokens_of
from tickerboard.parser.html.items.words import name_other_moves
from tickerboard.parser.html.tables.names import without_initials
from tickerboard.parser.html.ways.arrows import names_way
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.strips.reading import BETWEEN_LINES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from selectolax.lexbor import LexborNode

    from tickerboard.parser.figures.tokens import Token
    from tickerboard.parser.strips.figures import Figures
    from tickerboard.parser.tables.fields import Field


_ZERO, _PAIR = Decimal(0), 2
UNNAMED = "nothing shows which of its texts is its name"


class Item(NamedTuple):
    """An element that holds a name and figures, or a `dt` with a name and the `dd` with its figures, `rest`.

    `kind` is what elements of one strip have in common. `rank` is the number at its beginning, `is_led` whether figures
    stand above the name, and `way` the arrow of a word by its name. `is_of_other` is whether a date, or a word, may
    name another price or move, `behind` are the words right behind its percentages. `look` is that of a move without a
    sign, where those of its list differ. `parted` are its figures one by one, of any but a plain row; `is_unread` is
    whether they alone do not show what each of them is. `is_unmoved` is whether a word says in place of a move that
    there was none.
    """

    node: LexborNode
    kind: tuple[str, str]
    labels: tuple[str, ...]
    figures: Figures
    text: str
    further: dict[Field, Decimal]
    rest: tuple[LexborNode, ...] = ()
    is_of_longer_time: bool = False
    rank: int = 0
    is_led: bool = False
    way: str = ""
    is_of_other: bool = False
    is_unnamed: bool = False
    behind: tuple[str, ...] = ()
    look: str = ""
    parted: tuple[Token, ...] = ()
    is_unread: bool = False
    is_unmoved: bool = False

    @property
    def label(self) -> str:
        """The name as printed."""
        return self.labels[0]

    @property
    def cells(self) -> Sequence[Token]:
        """Its figures one by one: those of a plain row are the texts behind its name."""
        return self.parted or [*chain.from_iterable(map(tokens_of, self.text.split(BETWEEN_LINES)[1:]))]


def kind_of(node: LexborNode) -> tuple[str, str]:
    """Return what elements of one strip have in common: their tag and their first class that shows no way."""
    return _kind(node.tag or "", node.attributes.get("class") or "")


@lru_cache(1_024)
def _kind(tag: str, classes: str) -> tuple[str, str]:
    return tag, next((each for each in classes.split() if not names_way(each)), "")


def settled(items: Sequence[Item]) -> list[Item]:
    """Return items with a symbol and a name, or one of them, as the items of their list show together.

    Those are left out whose first number does not count them, or whose labels may be of anything. `is_unnamed` are
    those with several labels of which nothing shows which are the symbol and the name.
    """
    left: dict[int, Item] = {}
    for alike in lists_of(items):
        plain = without_units(without_initials([each.labels for each in alike]))
        clear = settled_labels(plain)
        is_counted = are_ranks([each.rank for each in alike if each.rank])
        is_other = have_word_in_common(plain) or name_other_moves([each.behind for each in alike])
        is_of_market = any(each.is_led for each in alike) and _is_of_market(alike)
        are_proven = any(each.rank for each in alike) and _are_proven(alike, clear)
        for item, labels in zip(alike, clear, strict=True):
            needs_proof = (item.rank and not are_proven) or (item.is_led and not is_of_market)
            named = labels or item.labels
            if (is_counted or not item.rank) and (not needs_proof or have_proof(named)):
                is_amiss = is_other or item.is_of_other
                is_same = labels == item.labels and is_amiss == item.is_of_other
                left[id(item)] = (
                    item if is_same else item._replace(labels=named, is_of_other=is_amiss, is_unnamed=not labels)
                )
    return [left[id(item)] for item in items if id(item) in left]


def _are_proven(items: Sequence[Item], clear: Sequence[tuple[str, ...]]) -> bool:
    """Return whether most of three items or more have a label that proves itself, so that the others may have none."""
    proofs = [have_proof(labels or item.labels) for item, labels in zip(items, clear, strict=True)]
    return sum(proofs) * 2 > len(proofs) > _PAIR


def _is_of_market(items: Sequence[Item]) -> bool:
    """Return whether one of a list's items is a well-known index, and their moves have signs of both ways.

    Such figures before a name are quotes: no index is sold, and no goods are dearer in a sale.
    """
    signs = {item.figures.marks for item in items}
    known = (known_kind(label) for item in items for label in item.labels)
    return {"+", "-"} <= signs and Kind.INDEX in known


def beside_moves(items: Sequence[Item]) -> list[Item]:
    """Return items of which those with a word such as `unchanged` have a zero for each figure of moves beside them.

    Those are left out where no other item of their list has a move: the word may be said of anything, such as a rating.
    """
    if not any(each.is_unmoved for each in items):
        return [*items]
    moves: dict[int, Figures] = {}
    for some in lists_of(items):
        others = [each.figures for each in some if not each.is_unmoved]
        change = _ZERO if any(each.change is not None for each in others) else None
        percent = _ZERO if any(each.percent is not None for each in others) else None
        is_sound = None not in (change, percent)
        if others:
            moves |= {
                id(each): each.figures._replace(change=change, percent=percent, is_sound=is_sound)
                for each in some
                if each.is_unmoved
            }
    return [
        each._replace(figures=moves[id(each)]) if each.is_unmoved else each
        for each in items
        if not each.is_unmoved or id(each) in moves
    ]


def lists_of(items: Sequence[Item]) -> Iterable[list[Item]]:
    """Return the items of one kind in one element together, and those that stand alone as another list."""
    together: dict[tuple[tuple[str, str], int], list[Item]] = {}
    for item in items:
        together.setdefault((item.kind, _around(item)), []).append(item)
    lists: dict[tuple[tuple[str, str], int], list[Item]] = {}
    for (kind, around), some in together.items():
        lists.setdefault((kind, around if len(some) > 1 else 0), []).extend(some)
    return lists.values()


def _around(item: Item) -> int:
    around = item.node.parent
    return around.mem_id if around is not None else 0
