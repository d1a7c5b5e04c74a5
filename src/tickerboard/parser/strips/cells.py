"""A line whose cells semicolons part: `日経平均;53023.88;-309.66`, one row or several with nothing between them."""

from __future__ import annotations

import re

# Right behind a figure begins the name of another row; a unit such as `M` is one letter.
_SEAM = re.compile(r"(?<=[0-9%)])(?=[^\W\d_]{2})")


def rows_of_cells(text: str) -> list[list[str]]:
    """Return the cells of each row; of one row where those that seem to be on the line differ in their cells."""
    rows = [row.split(";") for row in _SEAM.split(text)]
    return rows if len({len(row) for row in rows}) == 1 else [text.split(";")]
