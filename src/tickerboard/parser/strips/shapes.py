"""The shapes of a row's figures, the kinds of their tokens as one word: which are last, change and percent."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Shape: places of last, change and percent. Those in `PROVEN` count only where the figures add up.
SHAPES: dict[str, tuple[int, int | None, int | None]] = {
    "nsp": (0, 1, 2),
    "nps": (0, 2, 1),
    "spn": (2, 0, 1),
    "psn": (2, 1, 0),
    "np": (0, None, 1),
    "pn": (1, None, 0),
    "ndp": (0, None, 2),
    "npd": (0, None, 1),
    "nsd": (0, 1, None),
    "ns": (0, 1, None),
}
PROVEN: dict[str, tuple[int, int, int]] = {
    "nss": (0, 1, 2),
    "nnp": (0, 1, 2),
    "npn": (0, 2, 1),
    "npnn": (0, 2, 1),
    "pnn": (2, 1, 0),
    "pns": (1, 2, 0),
    "snp": (1, 0, 2),
}
# Shapes of `PROVEN` in which the price may stand last instead.
PRICE_LAST: dict[str, tuple[int, int, int]] = {"npn": (2, 0, 1)}
# Shapes with an arrow before the price: `▲ 46,912.30 +0.24%`. Where no change proves it, the figure may be the change.
ARROWED: dict[str, tuple[int, int | None, int]] = {"sp": (0, None, 1), "ssp": (0, 1, 2), "snp": (0, 1, 2)}
ABSORBED = 2
"""Figures after a name's words that may still belong to it, such as `225`."""


def _readable(shapes: Iterable[str]) -> str:
    """Return a pattern for shapes of which any figure may be grouped by spaces, and so be several tokens."""
    return "|".join(shape.replace("n", "n+").replace("s", "sn*") for shape in shapes)


_READABLE = re.compile(rf"n{{0,{ABSORBED}}}(?:(?:{_readable(SHAPES | PROVEN)})[nd]*|{_readable(ARROWED)})")
"""What the shapes of all rows match, perhaps with figures of the name before them."""


@lru_cache(1_024)
def can_be_read(shape: str) -> bool:
    """Return whether figures of a shape may be a row's in any way: a look before they are read, for few shapes can."""
    return "a" in shape or _READABLE.fullmatch(shape.replace("c", "").replace("t", "")) is not None
