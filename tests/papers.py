"""Articles for the reader's tests, and boards of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from boards import app_on, sample, text_of
from tickerboard.model import Article, Related

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tickerboard.ui.app import TickerboardApp

PAPER = Article(
    headline="Explorers lead as OGDC sets the pace",
    byline="Desk",
    published="2026-01-05T16:45:00",
    section="Markets",
    paragraphs=(
        "The KSE-100 opened higher and stayed there, with OGDC and HBL the most traded of the morning.",
        "“We bought what we could,” said a dealer about OGDC. “The rest of the market came with it, and by the "
        "afternoon nobody wanted to sell.”",
        "What the banks did",
        "HBL ended lower. The figures are at https://example.org/banks?a=1, said the desk, or at the counter of KEL.",
        "================",
        "Scrip      Open    Close",
        "OGDC     134.80   139.75",
        "================",
        "The last ten minutes brought as many trades as the first two hours.",
    ),
    related=(Related("How a closing price is made, step by step", "https://example.org/prices", 4),),
    url="https://example.org/paper",
)


def story(name: str, words: int = 2_000) -> Article:
    """A long article whose words are numbered."""
    return Article(
        f"Story {name}",
        paragraphs=tuple(" ".join(f"word{at + n}" for n in range(100)) for at in range(0, words, 100)),
    )


def reading(*articles: Article, **settings: Any) -> TickerboardApp:
    """The application on the sample's quotes and these articles."""
    return app_on(replace(sample(), articles=articles), **settings)


async def seen(pilot: Pilot[None]) -> str:
    """What is on the screen once all is painted."""
    await pilot.pause()
    await pilot.pause()
    assert pilot.app is not None
    return text_of(pilot.app)  # type: ignore[arg-type]


def pane(text: str) -> str:
    """The text of the reader on a screen of 120 columns, without the frame."""
    lines = text.split("\n")
    start = lines[1].rindex("╭") + 1
    return "\n".join(line[start:].rstrip("┃│ ") for line in lines[2:])
