"""HTML written from untrusted text: every piece of it is escaped here."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def element(name: str, text: object, **attributes: str) -> str:
    """Return an element with a text; None becomes an empty one."""
    return enclosed(name, "" if text is None else escape(str(text)), **attributes)


def enclosed(name: str, html: str, **attributes: str) -> str:
    """Return an element around HTML. Attributes without a value are left out; `class_` is `class`."""
    given = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{given}>{html}</{name}>"


def table(headings: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a table with a row of headings."""
    head = "".join(element("th", heading) for heading in headings)
    body = "".join("<tr>" + "".join(element("td", cell) for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
