"""The list of the problems of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.text.counts import counted
from tickerboard.ui.dialogs.choices import Choice
from tickerboard.ui.dialogs.details import place_of

if TYPE_CHECKING:
    from textual.screen import Screen

    from tickerboard.board.board import Board
    from tickerboard.model import Problem


def offer_problems(screen: Screen[None], board: Board) -> None:
    """List the problems by source, line, reason and text; show the chosen one with its place on the page."""
    problems = board.problems
    lines = [_line(source, each) for source, each in problems]
    title = counted(len(problems), "problem") if problems else "No problems"

    def chosen(at: int | None) -> None:
        if at is not None:
            screen.app.push_screen(place_of(*problems[at], board))

    screen.app.push_screen(Choice(title, lines, nothing="every line that looks like a quote is one"), chosen)


def _line(source: str, problem: Problem) -> str:
    place = f"{source}:{problem.line}" if problem.line else source
    return f"{place}  {': '.join(filter(None, (problem.message, problem.text)))}"
