"""What the table shows, written to a file or copied to the clipboard."""

from __future__ import annotations

import errno
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tickerboard.export.formats import FORMATS
from tickerboard.registry import PluginError
from tickerboard.ui.dialogs.choices import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import App
    from textual.screen import Screen

    from tickerboard.board.row import Row
    from tickerboard.export.format import ExportFormat
    from tickerboard.table.column import Column

PICTURE = "svg"


def offer_export(screen: Screen[None], rows: Sequence[Row], columns: Sequence[Column]) -> None:
    """Ask for a format and a target, write what the table shows, and report where it went."""
    forms = _forms(screen)
    actions: dict[str, Callable[[], str]] = {
        **{f"{each.name.upper()}, to a file": partial(to_file, each, rows, columns) for each in forms},
        "SVG picture of the screen, to a file": partial(_picture, screen.app),
        **{
            f"{each.name.upper()}, to the clipboard": partial(_to_clipboard, screen.app, each, rows, columns)
            for each in forms
        },
    }

    def chosen(at: int | None) -> None:
        if at is None:
            return
        try:
            message = list(actions.values())[at]()
        except OSError as error:
            message = f"not written: {(error.strerror or 'unknown error').lower()}"
        except Exception as error:  # noqa: BLE001  a plugin's format may raise anything; the board goes on
            message = f"not written: the format failed ({type(error).__name__})"
        screen.notify(message, markup=False)

    screen.app.push_screen(Choice("Export what the table shows", list(actions)), chosen)


def _forms(screen: Screen[None]) -> list[ExportFormat]:
    """Return the formats that write rows; report a plugin that cannot be loaded."""
    try:
        forms = FORMATS.all().values()
    except PluginError as error:
        screen.notify(str(error), severity="error", markup=False)
        return _sorted(FORMATS)
    return _sorted(forms)


def _sorted(forms: Iterable[ExportFormat]) -> list[ExportFormat]:
    return sorted((each for each in forms if each.rows), key=lambda each: each.name)


def to_file(form: ExportFormat, rows: Sequence[Row], columns: Sequence[Column]) -> str:
    """Write rows to a new file and return where they went. Raise OSError."""
    return f"written to {_write(_text(form, rows, columns), form.suffix)}"


def _to_clipboard(app: App[Any], form: ExportFormat, rows: Sequence[Row], columns: Sequence[Column]) -> str:
    app.copy_to_clipboard(_text(form, rows, columns))
    return f"copied {len(rows)} rows (if your terminal supports it)"


def _picture(app: App[Any]) -> str:
    return f"written to {_write(app.export_screenshot(), PICTURE)}"


def _text(form: ExportFormat, rows: Sequence[Row], columns: Sequence[Column]) -> str:
    return form.rows(rows, columns) if form.rows else ""


def _write(text: str, suffix: str) -> Path:
    """Write a new file in the working folder and return its name; never overwrite one."""
    stem = f"tickerboard-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    for at in range(1, 100):
        path = Path(f"{stem}.{suffix}" if at == 1 else f"{stem}-{at}.{suffix}")
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            continue
        return path
    raise FileExistsError(errno.EEXIST, "too many exports in one second")
