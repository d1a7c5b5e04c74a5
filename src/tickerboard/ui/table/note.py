"""What the quote table says that has no rows, in its middle."""

from __future__ import annotations

from tickerboard.ui.parts import centred
from tickerboard.ui.reader.layout import wrap


def placed(note: str, width: int, height: int) -> dict[int, tuple[str, str]]:
    """Return the lines of a note by where they stand in an area of cells, each with the class that styles it.

    The first paragraph is what is the matter, the others are what to do.
    """
    lines = [
        (paragraph[start:end].strip(), "quote--flat" if at else "table--note")
        for at, paragraph in enumerate(note.split("\n"))
        for start, end in wrap(paragraph, max(width - 2, 1))
    ]
    top = max((height - len(lines)) // 2, 0)
    return {top + at: (centred(text, width), style) for at, (text, style) in enumerate(lines)}
