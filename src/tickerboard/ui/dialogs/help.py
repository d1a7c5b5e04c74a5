"""The help: the keys that work on the screen in front, by what they are for, and what every mark means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from rich.cells import cell_len
from textual.content import Content

from tickerboard.board.status import MEANINGS
from tickerboard.model import Direction
from tickerboard.table.columns import LEGEND
from tickerboard.table.figures import ARROWS
from tickerboard.ui.dialogs.dialog import Dialog
from tickerboard.ui.dialogs.wrapping import beside
from tickerboard.ui.parts import QUOTE_STYLES, left

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import App
    from textual.screen import Screen

    from tickerboard.ui.dialogs.base import Keys

    Group = tuple[str, list[tuple[str, str]]]

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
COLUMN = 50
"""The least cells of a column of groups."""
KEY_CELLS = 11
STATES = {"LIVE": "$chip-live", "STALE": "$warning", "FAILED": "$chip-failed", "NO QUOTES": "$chip-failed"}


class Help(Dialog):
    """The keys and the marks, in as many columns as the window has room for; the key that opens it closes it."""

    DEFAULT_CSS = "Help Box { max-width: 100%; }"
    KEYS: ClassVar[Keys] = (("dialog.down", "scroll"), ("app.palette", "commands"), ("app.help", "back"))

    def __init__(self, groups: list[Group]) -> None:
        self._groups = groups
        super().__init__("Keys and marks", [fact for _, facts in groups for fact in facts])

    @property
    def text(self) -> Content:
        """The groups side by side."""
        count = max(self.room // COLUMN, 1)
        width = self.room // count
        columns = balanced([group_lines(*group, width - 1) for group in self._groups], count)
        rows = []
        for at in range(max(map(len, columns))):
            cells = [column[at] if at < len(column) else Content("") for column in columns]
            first = [cell.truncate(width - 1, ellipsis=True) for cell in cells[:-1]]
            rows.append(Content("").join([*(cell.pad_right(width - cell.cell_length) for cell in first), cells[-1]]))
        return Content("\n").join(rows)


def group_lines(title: str, facts: Iterable[tuple[str, str]], width: int) -> list[Content]:
    """Return a group: its title, and each key or mark with what it does, wrapped to a width of cells beside it."""
    lines = [Content.styled(title, "bold $accent")]
    for key, what in facts:
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
        app.push_screen(Help([*_keys(app.screen), ("Marks", _marks()), ("States", list(MEANINGS.items()))]))


def _keys(screen: Screen[Any]) -> list[Group]:
    """Return the actions that work on a screen, by group, with their keys as the user mapped them."""
    groups: dict[str, dict[str, list[str]]] = {}
    for _, binding, enabled, _ in screen.active_bindings.values():
        if enabled and binding.id and not binding.system:
            title = TITLES.get(binding.id.partition(".")[0], "This dialog")
            keys = groups.setdefault(title, {}).setdefault(binding.description, [])
            keys.append(screen.app.get_key_display(binding))
    order = ["This dialog", *dict.fromkeys(TITLES.values())]
    return [
        (title, [(" ".join(keys), what) for what, keys in groups[title].items()])
        for title in sorted(groups, key=order.index)
    ]


def _marks() -> list[tuple[str, str]]:
    return [*LEGEND.items(), *READER_LEGEND.items()]
