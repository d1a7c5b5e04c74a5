"""The problems of the pages: a list, and each one's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.ui.dialogs.choices import Choice
from tickerboard.ui.dialogs.details import place_of

if TYPE_CHECKING:
    from textual.screen import Screen

    from tickerboard.board.board import Board


SHOWN = 1_000
"""How many problems are listed, at most; to lay out many more would hold the keys up."""


def offer_problems(screen: Screen[None], board: Board) -> None:
    """List the problems, each with its source, line, reason and text; the chosen one is shown with its place."""
    problems = board.problems
    lines = [f"{source}:{each.line}  {each.message}: {each.text}" for source, each in problems[:SHOWN]]
    more = f", of which the first {SHOWN:,} are listed" if len(problems) > SHOWN else ""
    title = f"{len(problems)} problems{more}" if problems else "No problems: every line that looks like a quote is one"

    def chosen(at: int | None) -> None:
        if at is not None:
            screen.app.push_screen(place_of(*problems[at], board))

    screen.app.push_screen(Choice(title, lines), chosen)
