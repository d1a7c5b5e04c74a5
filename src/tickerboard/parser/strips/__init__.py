"""The grammars of strips, one module each, declared in one registry.

A grammar reads the lines of a page that no grammar before it has taken. Another package adds one by an entry point of
the group `tickerboard.grammars`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tickerboard.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable

    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.strips.reading import StripReading


class Grammar(NamedTuple):
    """One way in which pages print quotes.

    `read` takes a page's free lines and returns the quotes, the problems and the lines that it took. `examples` are
    rows that it reads, their lines parted by line ends; `prevents` says which false match its rules keep out.
    """

    name: str
    examples: tuple[str, ...]
    prevents: str
    read: Callable[[PageText], StripReading]


GRAMMARS: Registry[Grammar] = Registry("tickerboard.grammars", Grammar)
"""The grammars in the order in which they read a page; the words of the main site go first, and alone if they fit."""
