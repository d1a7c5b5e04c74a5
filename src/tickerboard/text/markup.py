"""HTML written from untrusted text: every piece of it is escaped here."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def element(name: str, text: object) -> str:
    """Return an element with a text; None becomes an empty one."""
    return f"<{name}>{'' if text is None else escape(str(text))}</{name}>"


def table(headings: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a table with a row of headings."""
    head = "".join(element("th", heading) for heading in headings)
    body = "".join("<tr>" + "".join(element("td", cell) for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
