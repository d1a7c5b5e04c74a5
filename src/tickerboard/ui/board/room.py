"""How the room of a window is shared between the panes, in cells and lines; the style sheet puts them there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.board.sectors import count_in_market
from tickerboard.ui.frame_parts import Choices, Frames

if TYPE_CHECKING:
    from collections.abc import Collection

    from tickerboard.board.board import Board
    from tickerboard.board.row import Row
    from tickerboard.model import Article
    from tickerboard.ui.table.sheet import Wanted

SIDE_BY_SIDE = 100
ONE_PANE = (60, 18)
BOXED = (100, 26)
"""From which size panes have a line below them too."""
SIDE_WIDTH = 38
"""Cells of the third pane, with its frame."""
THREE_PANES = 160
"""Cells from which there is room for a third pane."""
LOW = 18
"""Lines below which there is no line of keys."""
TOO_SMALL = (20, 5)
WHOLE_READER, READER, LEAST_READER = 84, 60, 35
"""Cells for an article with its frame: before names are whole, before further columns are shown, and always."""
SHORTEST_LINE = 24
"""Cells that the words on a line of that reader surely take, one of the last line excepted."""
READER_ENDS = 4
"""Lines of a reader besides those of its text: the frame, and the facts below the headline."""
HEAT, MOVERS, HEADLINES, NO_SIDE = "heat", "movers", "headlines", "none"
"""What the third pane can show."""
TITLES = {MOVERS: "Movers", HEADLINES: "Headlines", HEAT: "Heat map"}
"""How the frame of that pane names what it can show."""
OF_ROWS = frozenset((HEAT, MOVERS))
LEAST_ABOVE, LEAST_BELOW = 24, 10
"""Lines of table and article above the heat map, and of the heat map with its frame, for which there must be room."""
LEAST_QUOTES = 12
"""Quotes below which the blocks of a heat map would be so large that they only glare."""
OTHER_LINES = 3
"""The lines of status, tape and keys."""
LEAST_SHARE = 20
"""The least percentage of the room that either pane keeps when the user moves the border."""
TABLE_LINES = 3
"""The lines of the table besides its rows: the headings and the frame."""


def choices_of(side: str) -> Choices:
    """Return what the third pane can show, where it shows one of these."""
    return Choices(tuple(TITLES.values()), [*TITLES].index(side), TITLES[side])


def is_too_small(width: int, height: int) -> bool:
    """Return whether a window has no room for a board."""
    return width < TOO_SMALL[0] or height < TOO_SMALL[1]


def has_one_pane(width: int, height: int) -> bool:
    """Return whether a window has room for one pane at a time only."""
    return not is_too_small(width, height) and (width < ONE_PANE[0] or height < ONE_PANE[1])


def third_pane(width: int, side: str, board: Board, *, is_alone: bool, free: int) -> str:
    """Return what the third pane shows, empty for none; `free` lines below the rows take the heat map.

    Without rows there is neither a mover nor a heat map: the headlines take their place, where there are several.
    """
    if side in OF_ROWS and not board.rows and len(board.articles) > 1:
        side = HEADLINES
    has_content = (board.rows and not (side == HEAT and free)) if side in OF_ROWS else side != NO_SIDE
    return side if width >= THREE_PANES and not is_alone and has_content else ""


def free_lines(width: int, height: int, rows: Collection[Row], side: str, *, is_alone: bool) -> int:
    """Return the lines below the rows that the heat map takes; 0 where they are too few, or no pane is wanted."""
    if side == NO_SIDE or is_alone or width < SIDE_BY_SIDE:
        return 0
    lines = height - OTHER_LINES - max(len(rows) + TABLE_LINES, LEAST_ABOVE)
    return lines if lines >= LEAST_BELOW and count_in_market(rows) >= LEAST_QUOTES else 0


def frames_of(width: int, height: int, *, is_alone: bool) -> Frames:
    """Return how frames are drawn: a line that costs a row is left out where room is short."""
    if width >= BOXED[0] and height >= BOXED[1]:
        return Frames.BOXED
    return Frames.TITLED if is_alone or width >= SIDE_BY_SIDE else Frames.SHARED


def shared_width(width: int, third: str) -> int:
    """Return the cells that table and reader share."""
    return width - SIDE_WIDTH * bool(third)


def table_width(width: int, wanted: Wanted, split: int | None, *, are_brief: bool) -> int:
    """Return the cells of a table beside a reader; `split` is the percentage that the user gave it, if any.

    The reader gives way to the table where all articles are brief. What no column can take is the reader's.
    """
    if split is not None:
        return width * split // 100
    whole, further = (LEAST_READER, LEAST_READER) if are_brief else (WHOLE_READER, READER)
    usual = min(wanted.usual, max(wanted.least, width - further))
    return wanted.used(min(max(usual, min(wanted.whole, width - whole)), width - LEAST_READER))


def are_brief(articles: Collection[Article], lines: int) -> bool:
    """Return whether each article surely has room in a reader of the least width, that many lines of a window high."""
    return all(_lines(article) <= lines - READER_ENDS for article in articles)


def _lines(article: Article) -> int:
    """Return how many lines an article takes at most in a reader of the least width, each with a gap below it."""
    texts = (article.headline or "", *article.paragraphs, *(each.text for each in article.related))
    letters = sum(len(text) if text.isascii() else 2 * len(text) for text in texts)
    return letters // SHORTEST_LINE + 2 * len(texts)


def split_of(text: str) -> int | None:
    """Read a split of an earlier session; None for anything that is not a percentage in range."""
    split = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
    return split if LEAST_SHARE <= split <= 100 - LEAST_SHARE else None
