"""What the frames of panes are made of: their lines with captions, and the thumb of their right side."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from tickerboard.ui.parts import SEPARATOR, Parts, Piece, fitted, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

RULE, SIDE, THUMB = "─", "│", "┃"
TOP, BOTTOM, SHARED = ("╭", "╮"), ("╰", "╯"), ("├", "┤")
"""The ends of the lines, left and right. The left ends of a pane's own lines are drawn by its `Side`."""
JOINT = "┼"
BETWEEN = " │ "
"""What divides choices."""


class Frames(Enum):
    """How frames are drawn: all of it, without the line below, or with one line for two panes."""

    BOXED = auto()
    TITLED = auto()
    SHARED = auto()


class Choices(NamedTuple):
    """What a pane can show, and which of these it does; `short` says that alone, where there is no room for all."""

    names: tuple[str, ...]
    at: int
    short: str = ""

    def __str__(self) -> str:
        return BETWEEN.join(self.names)


class Caption(NamedTuple):
    """What the frame of a pane says: facts for its title and for its foot, the most important first.

    A fact of the title may be choices, of which the one that is shown stands out.
    `key` is the key that leads to the pane, before the title; empty for none. `short` is the title where room is short:
    the first facts of the other one, in fewer words; they come before the foot. It is empty where there is none.
    """

    title: tuple[str | Choices, ...] = ()
    foot: tuple[str, ...] = ()
    key: str = ""
    short: tuple[str, ...] = ()

    @property
    def brief(self) -> Caption:
        """The most important of its facts."""
        return self._replace(title=self.title[:1], foot=self.foot[:1])

    def fitting(self, width: int) -> Caption:
        """Return what a rule of a width in cells says of it: where room is short not the foot, then the short title."""
        facts = (fact.short if isinstance(fact, Choices) else fact for fact in self.title[: len(self.short)])
        kept = self._replace(title=tuple(filter(None, facts)))
        if not self.short or needed(kept) <= width:
            return self
        alone = kept._replace(foot=())
        return alone if needed(alone) <= width else alone._replace(title=tuple(filter(None, self.short)))


def ruled(caption: Caption, width: int, first: str, last: str, *, focused: bool) -> Parts:
    """Return a rule of a width in cells that ends in these corners, with the title at its left and the foot right.

    Where both do not fit, the foot has half of the room, or all that the title leaves; nothing of it is cut.
    """
    caption = caption.fitting(width + len("".join(TOP)) - len(first + last))
    rule, title = ("frame--rule-on", "frame--title-on") if focused else ("frame--rule", "frame--title")
    room = width - len(first) - len(last) - 2 * len(RULE) - len("  ") * bool(caption.title)
    room -= len(f"{RULE}  ") * bool(caption.foot)
    key = [(caption.key, "frame--key"), (" ", rule)] if caption.key and caption.title else []
    least = SEPARATOR.join(fact.short if isinstance(fact, Choices) else fact for fact in caption.title)
    left_over = room - width_of(key) - cell_len(least)
    foot = _joined(caption.foot, max(room // 2, left_over), ("frame--fact",) * 2, cut=False)
    chosen = title if focused else "frame--choice"
    head = [*key, *_joined(caption.title, room - width_of(foot) - width_of(key), (title, chosen), cut=True)]
    texts = [each for each in (head, foot) if each]
    fixed = sum(width_of(each) + len("  ") for each in texts) + len(first) + len(last) + 2 * len(RULE)
    return [
        (first + RULE, rule),
        *([(" ", rule), *head, (" ", rule)] if head else []),
        (RULE * max(width - fixed, 0), rule),
        *([(" ", rule), *foot, (" ", rule)] if foot else []),
        (RULE + last, rule),
    ]


def needed(caption: Caption) -> int:
    """Return how many cells a rule with all of a caption takes."""
    texts = [caption.key, SEPARATOR.join(map(str, caption.title)), SEPARATOR.join(caption.foot)]
    gaps = len(f"{TOP[0]}{RULE}  {RULE}{TOP[1]}") + len(f"{RULE}  ") * bool(caption.foot)
    return sum(map(cell_len, texts)) + bool(caption.key) + gaps


def _joined(facts: Sequence[str | Choices], room: int, styles: tuple[str, str], *, cut: bool) -> Parts:
    """Return as many facts as fit, the first one in the first style, and what is chosen in the second."""
    pieces = []
    for at, fact in enumerate(facts):
        forms = (str(fact), fact.short) if isinstance(fact, Choices) else (fact,)
        pieces.append(Piece(forms, "frame--fact" if at else styles[0], cut))
    parts: Parts = []
    for text, piece in fitted(pieces, room):
        parts += [(SEPARATOR, "frame--fact")] if parts else []
        fact = facts[pieces.index(piece)]
        parts += _each(fact, styles[1]) if isinstance(fact, Choices) and text == str(fact) else [(text, piece.style)]
    return parts


def _each(choices: Choices, chosen: str) -> Parts:
    """Return every choice, and what divides them."""
    parts: Parts = []
    for at, name in enumerate(choices.names):
        parts += [(BETWEEN, "frame--rule")] if at else []
        parts.append((name, chosen if at == choices.at else "frame--fact"))
    return parts


def thumb(size: int, virtual_size: float, window_size: float, position: float) -> tuple[int, int]:
    """Return the first cell of the thumb and the one after its last; an empty range where all is in view."""
    if not window_size or virtual_size <= window_size:
        return 0, 0
    length = max(round(size * window_size / virtual_size), 1)
    start = round((size - length) * position / (virtual_size - window_size))
    return start, start + length
