"""The help: what the parts of the screen in front are for, the keys that work there, and what every mark means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from rich.cells import cell_len
from textual.content import Content

from tickerboard.board.status import MEANINGS
from tickerboard.model import Direction
from tickerboard.table.columns import LEGEND
from tickerboard.table.figures import ARROWS
from tickerboard.ui.board.panes import PanedScreen
from tickerboard.ui.dialogs.base import BoardDialog
from tickerboard.ui.dialogs.dialog import Dialog
from tickerboard.ui.dialogs.wrapping import beside
from tickerboard.ui.parts import QUOTE_STYLES, left
from tickerboard.ui.reader.layout import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import App
    from textual.screen import Screen

    from tickerboard.ui.dialogs.base import Keys

READER_LEGEND = {"● ○": "article unread, read", "→ [1]": "related story, with the number of its link"}
TITLES = {
    "table": "Quotes",
    "filter": "Filter",
    "reader": "Article",
    "find": "Article",
    "mention": "Article",
    "article": "Articles",
    "pane": "Panes",
    "board": "Board",
    "view": "Views",
    "time": "Time",
    "side": "Third pane",
    "tape": "Tape",
    "heat": "Heat map",
    "app": "Everywhere",
}
"""The title of a group by the first part of its ids, in the order in which groups are shown after those of a dialog."""
DIALOG = "This dialog"
ABOUT = {
    "Quotes": "One row a symbol, with its freshest figures.",
    "Filter": "A word, or a condition such as percent > 2; only rows that pass are shown.",
    "Article": "The text beside the figures. Quotes that it names have the colour of their move.",
    "Articles": "Every story of the pages, one at a time.",
    "Panes": "A key goes to each; where room is short it shows the pane.",
    "Views": "A view is a filter, an order and columns under a name in the config.",
    "Time": "The whole board as it was at an earlier snapshot of the history.",
    "Third pane": "What moved most, the headlines, or the heat map.",
    "Tape": "Every row, or only the watchlist, running by.",
    "Heat map": "A block for each quote, by sector: the stronger the colour, the larger the move.",
}
"""What the part of the screen is for that a group of keys works on, by the title of the group."""
COLUMN = 50
"""The least cells of a column of groups."""
KEY_CELLS = 11
STATES = {"LIVE": "$chip-live", "STALE": "$warning", "FAILED": "$chip-failed", "NO QUOTES": "$chip-failed"}


class Group(NamedTuple):
    """A title, what the keys below it work on, empty where the title says it, and keys or marks with what they do."""

    title: str
    about: str
    facts: list[tuple[str, str]]


class Help(Dialog):
    """The keys and the marks, in as many columns as the window has room for; the key that opens it closes it."""

    DEFAULT_CSS = "Help Box { max-width: 100%; }"
    KEYS: ClassVar[Keys] = (("dialog.down", "scroll"), ("app.palette", "commands"), ("app.help", "back"))

    def __init__(self, groups: list[Group]) -> None:
        self._groups = groups
        super().__init__("Keys and marks", [fact for group in groups for fact in group.facts])

    @property
    def text(self) -> Content:
        """The groups side by side."""
        count = max(self.room // COLUMN, 1)
        width = self.room // count
        columns = balanced([group_lines(group, width - 1) for group in self._groups], count)
        rows = []
        for at in range(max(map(len, columns))):
            cells = [column[at] if at < len(column) else Content("") for column in columns]
            first = [cell.truncate(width - 1, ellipsis=True) for cell in cells[:-1]]
            rows.append(Content("").join([*(cell.pad_right(width - cell.cell_length) for cell in first), cells[-1]]))
        return Content("\n").join(rows)


def group_lines(group: Group, width: int) -> list[Content]:
    """Return a group: its title, what it is about, and each key or mark with what it does, wrapped to a width."""
    lines = [Content.styled(group.title, "bold $accent")]
    lines += [Content.styled(group.about[start:end], "$quote-flat") for start, end in wrap(group.about, width)]
    for key, what in group.facts:
        padded = left(key, KEY_CELLS) if cell_len(key) <= KEY_CELLS else f"{key} "
        lines += beside(Content.assemble(*_coloured(padded), " "), Content(what), width)
    return [*lines, Content("")]


def _coloured(key: str) -> list[tuple[str, str]]:
    """Return a key, or a mark in the colours that it has on the board."""
    arrows = {arrow: QUOTE_STYLES[way] for way, arrow in ARROWS.items()}
    arrows |= {"↑": QUOTE_STYLES[Direction.UP], "↓": QUOTE_STYLES[Direction.DOWN]} if "↑ ↓" in key else {}
    if key.strip() in STATES or not any(letter in arrows for letter in key):
        return [(key, f"bold {STATES.get(key.strip(), '$primary')}")]
    return [(letter, arrows.get(letter, "")) for letter in key]


def balanced(groups: Sequence[list[Content]], count: int) -> list[list[Content]]:
    """Return groups in at most so many columns, in their order, the highest column as low as can be."""
    height = max((len(group) for group in groups), default=0)
    while len(columns := _filled(groups, height)) > count:
        height += 1
    return columns


def _filled(groups: Iterable[list[Content]], height: int) -> list[list[Content]]:
    columns: list[list[Content]] = [[]]
    for group in groups:
        if columns[-1] and len(columns[-1]) + len(group) > height:
            columns.append([])
        columns[-1] += group
    return columns


def open_or_close_help(app: App[Any]) -> None:
    """Show the help of the screen in front, or close it."""
    if isinstance(app.screen, Help):
        app.screen.dismiss()
    else:
        others = Group("Marks", "", _marks()), Group("States", "", list(MEANINGS.items()))
        app.push_screen(Help([*_keys(app.screen), *others]))


def _keys(screen: Screen[Any]) -> list[Group]:
    """Return the actions that have something to act on, by group, with their keys as the user mapped them."""
    unused = screen.unused if isinstance(screen, PanedScreen) else frozenset[str]()
    about = ABOUT | {DIALOG: screen.ABOUT if isinstance(screen, BoardDialog) else ""}
    groups: dict[str, dict[str, list[str]]] = {}
    for _, binding, enabled, _ in screen.active_bindings.values():
        if enabled and binding.id and not binding.system and binding.id not in unused:
            title = TITLES.get(binding.id.partition(".")[0], DIALOG)
            keys = groups.setdefault(title, {}).setdefault(binding.description, [])
            keys.append(screen.app.get_key_display(binding))
    order = [DIALOG, *dict.fromkeys(TITLES.values())]
    return [
        Group(title, about.get(title, ""), [(" ".join(keys), what) for what, keys in groups[title].items()])
        for title in sorted(groups, key=order.index)
    ]


def _marks() -> list[tuple[str, str]]:
    return [*LEGEND.items(), *READER_LEGEND.items()]
