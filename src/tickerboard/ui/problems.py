"""The problems of the pages: a list, and each one's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.ui.choices import Choice
from tickerboard.ui.dialogs import Dialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.screen import Screen

    from tickerboard.model import Problem


def offer_problems(screen: Screen[None], problems: Sequence[tuple[str, Problem]]) -> None:
    """List the problems, each with its source, line, reason and text; the chosen one is shown with its place."""
    lines = [f"{source}:{each.line}  {each.message}: {each.text}" for source, each in problems]
    title = f"{len(problems)} problems" if problems else "No problems: every line that looks like a quote is one"

    def chosen(at: int | None) -> None:
        if at is not None:
            screen.app.push_screen(place_of(*problems[at]))

    screen.app.push_screen(Choice(title, lines), chosen)


def place_of(source: str, problem: Problem) -> Dialog:
    """Show a problem and where it is."""
    facts = [
        ("source", source),
        ("line", str(problem.line) if problem.line else "the page as a whole"),
        ("code", problem.code),
        ("reason", problem.message),
        ("text", problem.text),
    ]
    return Dialog("Problem", facts)
