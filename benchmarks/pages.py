"""Made-up pages of any size, in the shape of real ones."""

from __future__ import annotations

import random
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import tickerboard

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE = str(Path(tickerboard.__file__).with_name("sources") / "sample.txt")
WORDS = (
    "prices rose on the floor while buyers of cement waited for a word about gas and the rupee held its own"
).split()
FIRST = "Trading opened"
IN_VIEW = 28
"""A row that is seen when the table is at its start."""


def symbol(at: int) -> str:
    """Return the symbol of a made-up row; it looks like no other text on the screen."""
    letters = ""
    for _ in range(5):
        at, letter = divmod(at, 26)
        letters = chr(65 + letter) + letters
    return "X" + letters


def strip(rows: int, turn: int = 0, every: int = 1) -> str:
    """Write so many equity lines; each turn has other figures in every so many of them."""
    return "".join(_line(at, 0 if at % every else turn) for at in range(rows))


def price(at: int, turn: int) -> str:
    """Write the last price of a row in a turn."""
    return f"{(_previous(at) + _change(at, turn)) / 100:.2f}"


def _previous(at: int) -> int:
    return 5_000 + at % 900


def _change(at: int, turn: int) -> int:
    return (at * 7 + turn * 13) % 199 + 1


def _line(at: int, turn: int) -> str:
    """Write a rise, as a page does; figures are in cents."""
    name, previous, change = symbol(at), _previous(at), _change(at, turn)
    percent = f"{change / previous * 100:.2f}".rstrip("0").rstrip(".")
    return f"{name} {price(at, turn)} Increased By ▲ {change / 100:.2f} ({percent}%)\n"


def prose(words: int) -> str:
    """Write paragraphs of sixty words, the last one ending in `Endword`."""
    chosen = iter(random.Random(0).choices(WORDS, k=words))  # noqa: S311
    paragraphs = []
    while paragraph := list(islice(chosen, 60)):
        paragraphs.append(" ".join(paragraph).capitalize() + ".")
    return FIRST + " as it does.\n\n" + "\n\n".join(paragraphs) + "\n\nAnd so the day came to its Endword.\n"


def page(rows: int = 34, words: int = 400, turn: int = 0, every: int = 1) -> str:
    """Write a page: strip, head, article."""
    return f"{strip(rows, turn, every)}\nMarkets\n\nReporter Desk Published 17 Nov, 2023 04:45pm\n\n{prose(words)}"


def feed(stories: int) -> str:
    """Write a feed of so many stories, the newest first."""
    return f'<rss version="2.0"><channel><title>News</title>{"".join(_items(stories))}</channel></rss>'


def _items(stories: int) -> Iterator[str]:
    body = " ".join(WORDS)
    for at in range(stories):
        yield (
            f"<item><title>Story number{at:06} of the day</title><description>{body} {at}</description>"
            f"<pubDate>Fri, 17 Nov 2023 {at // 3600 % 24:02}:{at // 60 % 60:02}:{at % 60:02} +0500</pubDate></item>"
        )


def put(folder: Path, name: str, text: str) -> str:
    """Put a page into a folder as an editor does, whole or not at all; give its path."""
    path, aside = folder / name, folder / f".{name}"
    aside.write_text(text, "utf-8")
    aside.replace(path)
    return str(path)
