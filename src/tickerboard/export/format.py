"""What an export format is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tickerboard.board.row import Row
    from tickerboard.model import Snapshot
    from tickerboard.table.column import Column


class ExportFormat(NamedTuple):
    """A way to write snapshots, and rows of the board, as text.

    `help` is one line for `--help` and the docs; `suffix` ends the names of files. `pages` writes snapshots. `page`
    writes the page if it is all that was asked for, where that differs from `pages` with one. `rows` writes what the
    table shows; None for a format that the board does not offer. What a format leaves out (`has_problems` and
    `has_articles` are False) the command line reports on standard error. A format `for_people` writes no page on
    which nothing was found.
    """

    name: str
    help: str
    suffix: str
    pages: Callable[[Sequence[Snapshot]], str]
    page: Callable[[Snapshot], str] | None = None
    rows: Callable[[Sequence[Row], Sequence[Column]], str] | None = None
    has_problems: bool = False
    has_articles: bool = True
    for_people: bool = False

    def only(self, snapshot: Snapshot) -> str:
        """Write the page that is all that was asked for."""
        return self.page(snapshot) if self.page else self.pages([snapshot])
