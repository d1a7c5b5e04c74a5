"""What the table shows, written to a file or put on the clipboard."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tickerboard.export.formats import rows_as_csv, rows_as_json
from tickerboard.ui.dialogs.choices import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import App
    from textual.screen import Screen

    from tickerboard.board.row import Row
    from tickerboard.table.column import Column

FILE, CLIPBOARD = "file", "clipboard"
EXPORTS = {
    "CSV, to a file": ("csv", FILE),
    "JSON, to a file": ("json", FILE),
    "SVG picture of the screen, to a file": ("svg", FILE),
    "CSV, to the clipboard": ("csv", CLIPBOARD),
    "JSON, to the clipboard": ("json", CLIPBOARD),
}


def offer_export(screen: Screen[None], rows: Sequence[Row], columns: Sequence[Column]) -> None:
    """Ask in which form and where to, write it, and tell where it went."""

    def chosen(at: int | None) -> None:
        if at is None:
            return
        form, target = list(EXPORTS.values())[at]
        try:
            told = write_export(screen.app, rows, columns, form, target)
        except OSError as error:
            told = f"cannot be written: {error.strerror}"
        screen.notify(told, markup=False)

    screen.app.push_screen(Choice("Export what the table shows", list(EXPORTS)), chosen)


def write_export(app: App[Any], rows: Sequence[Row], columns: Sequence[Column], form: str, target: str) -> str:
    """Write the rows, or the picture, and tell where it went. Raises OSError."""
    match form:
        case "csv":
            text = rows_as_csv(rows, columns)
        case "json":
            text = rows_as_json(rows)
        case _:
            text = app.export_screenshot()
    if target == CLIPBOARD:
        app.copy_to_clipboard(text)
        return f"{len(rows)} rows are on the clipboard, where the terminal allows it"
    return f"written to {_write(text, form)}"


def _write(text: str, form: str) -> Path:
    """Write to a file of a new name in the working folder; what is there is never overwritten."""
    stem = f"tickerboard-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    for at in range(1, 100):
        path = Path(f"{stem}.{form}" if at == 1 else f"{stem}-{at}.{form}")
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            continue
        return path
    raise FileExistsError(17, "too many exports of one second")
