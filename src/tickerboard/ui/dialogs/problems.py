"""The list of the problems of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.text.counts import counted
from tickerboard.ui.dialogs.choices import Choice
from tickerboard.ui.dialogs.details import place_of

if TYPE_CHECKING:
    from textual.screen import Screen

    from tickerboard.board.board import Board


def offer_problems(screen: Screen[None], board: Board) -> None:
    """List the problems by source, line, reason and text; show the chosen one with its place on the page."""
    problems = board.problems
    lines = [f"{source}:{each.line}  {each.message}: {each.text}" for source, each in problems]
    title = counted(len(problems), "problem")
    if not problems:
        title = "No problems: every line that looks like a quote is one"

    def chosen(at: int | None) -> None:
        if at is not None:
            screen.app.push_screen(place_of(*problems[at], board))

    screen.app.push_screen(Choice(title, lines), chosen)
