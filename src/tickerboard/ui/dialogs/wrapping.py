"""Lines of dialogs that are wrapped with an indent, so that each entry stands out."""

from __future__ import annotations

from textual.content import Content

from tickerboard.ui.reader.layout import wrap

HANG = "    "
"""What stands before the further lines of an entry."""


def hung(entry: Content, width: int) -> Content:
    """Return an entry of one or more lines, each wrapped to a width of cells, what has no room indented below."""
    return Content("\n").join(_hung(line, width) for line in entry.split("\n"))


def _hung(line: Content, width: int) -> Content:
    if line.cell_length <= width:
        return line
    return Content(f"\n{HANG}").join(_wrapped(line, width - len(HANG)))


def beside(lead: Content, text: Content, width: int) -> list[Content]:
    """Return the lines of a text that is wrapped beside a lead, both together to a width of cells."""
    gap = Content(" " * lead.cell_length)
    first, *others = _wrapped(text, width - lead.cell_length) or [text]
    return [lead + first, *(gap + other for other in others)]


def _wrapped(line: Content, width: int) -> list[Content]:
    return [line[start:end] for start, end in wrap(line.plain, max(width, 1))]
