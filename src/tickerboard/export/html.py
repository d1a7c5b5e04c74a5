"""HTML: a board as one page that needs nothing else, neither scripts nor the network. What pages say is escaped."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from tickerboard import __version__
from tickerboard.model import Direction
from tickerboard.table.column import CellContext
from tickerboard.table.columns import DEFAULT_COLUMNS, LEGEND
from tickerboard.table.figures import ARROWS
from tickerboard.text.counts import counted
from tickerboard.text.markup import element, enclosed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from tickerboard.board.board import Board
    from tickerboard.board.row import Row
    from tickerboard.board.source_state import SourceState
    from tickerboard.model import Article
    from tickerboard.table.column import Column

    Colours = Mapping[str, str]

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a browser may load and run: nothing but the styles within the page."""
STYLE = """
:root { color-scheme: light dark; %s }
@media (prefers-color-scheme: dark) { :root { %s } }
body { max-width: 76rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif;
  background: var(--background); color: var(--foreground); }
h1, h2, th, a { color: var(--primary); }
h1 { font-size: 1.25rem; } h2 { font-size: 1.1rem; margin-bottom: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; white-space: nowrap; }
th { text-align: left; border-bottom: 1px solid var(--frame); }
th, td { padding: 0.1rem 0.7rem; } tbody tr:hover { background: var(--quote-cursor); }
.figure { text-align: right; }
.up { color: var(--quote-up); } .down { color: var(--quote-down); }
.unchanged, .quiet, footer { color: var(--quote-flat); }
article { max-width: 42rem; } p { margin: 0.5rem 0; }
"""


def board_as_html(board: Board, now: datetime, light: Colours, dark: Colours) -> str:
    """Return a board as an HTML document, as of a time (UTC).

    `light` and `dark` are colours by the names of a look; the reader's browser chooses between them.
    """
    title = " · ".join(("tickerboard", *(state.source for state in board.sources)))
    style = STYLE % (_variables(light), _variables(dark))
    head = [
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="referrer" content="no-referrer">',
        element("title", title),
        enclosed("style", style),
    ]
    body = [*_summary(board), *_quotes(board.rows, now), *chain.from_iterable(map(_article, board.articles))]
    foot = element("footer", f"tickerboard {__version__}, {now.isoformat(timespec='seconds')}")
    parts = [*head, *body, *_problems(board), foot]
    return "\n".join(['<!doctype html>\n<html lang="en">', *parts, "</html>\n"])


def _variables(colours: Colours) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())


def _summary(board: Board) -> Iterator[str]:
    """Yield the title, the breadth, and each source with its time."""
    yield element("h1", "tickerboard")
    counts = zip(Direction, board.breadth, strict=True)
    breadth = " ".join(f"{ARROWS[way]}{count}" for way, count in counts)
    yield element("p", f"{counted(len(board.rows), 'quote')}  {breadth}")
    for state in board.sources:
        yield element("p", f"{state.source}: {_time_of(state)}", class_="quiet")


def _time_of(state: SourceState) -> str:
    if state.failed:
        return "; ".join(each.reason for each in state.failures)
    observed = state.observed
    return f"observed {observed.isoformat(timespec='seconds')}" if observed else "time unknown"


def _quotes(rows: Sequence[Row], now: datetime) -> Iterator[str]:
    """Yield the table, without the columns in which no row has a value, and what its marks mean."""
    context = CellContext([column.name for column in DEFAULT_COLUMNS], watched=False, now=now)
    market = [column for column in DEFAULT_COLUMNS if not column.private]
    columns = [column for column in market if any(column.written(row, context) for row in rows)]
    if not columns:
        return
    head = "".join(element("th", column.title, scope="col", class_=_kind(column)) for column in columns)
    lines = ["".join(_cell(column, row, context) for column in columns) for row in rows]
    body = "\n".join(enclosed("tr", line) for line in lines)
    table = enclosed("table", enclosed("thead", enclosed("tr", head)) + enclosed("tbody", body))
    yield enclosed("div", table, class_="wide")
    marks = {mark for row in rows for column in columns if column.is_text for mark in column.after(row, context)}
    yield from (element("p", f"{mark} {LEGEND[mark]}", class_="quiet") for mark in LEGEND if mark in marks)


def _kind(column: Column) -> str:
    return "" if column.is_text else "figure"


def _cell(column: Column, row: Row, context: CellContext) -> str:
    text = " ".join(filter(None, (column.before(row, context), column.written(row, context))))
    way = column.direction(row) or ""
    return element("td", text + column.after(row, context), class_=f"{_kind(column)} {way}".strip())


def _article(article: Article) -> Iterator[str]:
    """Yield an article, its related stories in their places."""
    facts = [fact for fact in (article.section, article.byline, article.published) if fact]
    yield "<article>"
    if article.headline:
        yield element("h2", article.headline, dir="auto")
    if facts:
        yield element("p", " · ".join(facts), class_="quiet", dir="auto")
    for at in range(len(article.paragraphs) + 1):
        yield from (_link(each.text, each.url) for each in article.related if each.after == at)
        yield from (element("p", text, dir="auto") for text in article.paragraphs[at : at + 1])
    if article.url:
        yield _link(article.url, article.url)
    yield "</article>"


def _link(text: str, url: str | None) -> str:
    link = element("a", text, href=url, rel="noopener noreferrer") if url else element("span", text)
    return enclosed("p", f"→ {link}", dir="auto")


def _problems(board: Board) -> Iterator[str]:
    """Yield the problems of the pages, folded away."""
    if board.problems:
        lines = (
            element("p", ": ".join(filter(None, (f"{source}:{each.line}", each.message, each.text))), dir="auto")
            for source, each in board.problems
        )
        yield enclosed("details", element("summary", counted(len(board.problems), "problem")) + "\n".join(lines))
