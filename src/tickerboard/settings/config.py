"""The settings of the board, each declared once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.errors import TickerboardError
from tickerboard.settings.setting import (
    COLUMN_NAMES,
    CURRENCY,
    FLAG,
    SORT,
    SYMBOLS,
    TEXT,
    TEXTS,
    Settings,
    number,
    one_of,
    record,
    setting,
    table_of,
    whole,
)
from tickerboard.table.columns import COLUMNS, DEFAULT_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_DEFAULT_NAMES = tuple(column.name for column in DEFAULT_COLUMNS)
WEEK = 604_800


class ConfigError(TickerboardError):
    """A config that cannot be used. The message is one plain line that begins with the file."""


class ViewSettings(Settings):
    """A named view of the table: which rows, in which order, with which columns."""

    filter: str = setting(TEXT, "", "the rows to show: a filter, or plain text")
    sort: str = setting(SORT, "rank", "the order, such as 'percent desc, symbol'")
    columns: tuple[str, ...] = setting(COLUMN_NAMES, _DEFAULT_NAMES, "the columns, in their order")


class AlertSettings(Settings):
    """An alert: its condition, when it fires again, and how it is delivered."""

    when: str = setting(TEXT, "", "the condition; docs/alerts.md has the language")
    rearm: float = setting(
        number(0, 1_000_000_000), 0, "how far a number must go back, in its own unit, before the alert fires again"
    )
    cooldown: float = setting(number(0, 31 * 86_400), 0, "seconds before it fires again for the same symbol")
    for_: int = setting(whole(1, 1_000), 1, "snapshots in a row on which the condition must be true")
    command: tuple[str, ...] = setting(
        TEXTS, (), "a program and its arguments; it gets one JSON object on standard input"
    )
    bell: bool = setting(FLAG, False, "ring the terminal's bell")
    notify: bool = setting(FLAG, False, "ask the terminal for a desktop notification")


class Config(Settings):
    """Every setting of the board. Seconds, cells and days are in the names or in the help."""

    theme: str = setting(TEXT, "tickerboard-dark", "the name of the theme")
    motion: bool = setting(FLAG, True, "move the tape")
    tape_speed: int = setting(whole(1, 30), 10, "cells a second that the tape moves")
    tape_back: bool = setting(FLAG, False, "move the tape to the right")
    tape_watchlist: bool = setting(FLAG, False, "show only the watchlist on the tape")
    columns: tuple[str, ...] = setting(
        COLUMN_NAMES,
        _DEFAULT_NAMES,
        f"the table's columns, in their order, of {', '.join(each.name for each in COLUMNS)}",
    )
    sort: str = setting(SORT, "rank", "the table's order at the start, such as 'percent desc, symbol'")
    every: float = setting(number(0, 86_400), 0.0, "seconds between two refreshes; 0: 60 for a URL or a command")
    stale_after: int = setting(whole(5, WEEK), 900, "seconds after which a live board is STALE")
    dim_after: int = setting(whole(5, WEEK), 300, "seconds after which a row that was not refreshed is dimmed")
    hold: int = setting(whole(0, 60), 3, "seconds that the order is held after you moved in the table")
    forget: bool = setting(FLAG, False, "remove rows at once when they leave their page")
    reader_width: int = setting(whole(20, 200), 76, "cells in a line of the reader, at most")
    side: str = setting(
        one_of("movers", "headlines", "heat", "none"),
        "movers",
        "what the third pane shows, from 160 columns; the heat map is below where rows leave room, unless 'none'",
    )
    log: str = setting(TEXT, "", "a file to log to, from the next start; ~ is your home; empty: no log")
    history: bool = setting(FLAG, True, "record what the board shows in the history, from the next start")
    history_days: int = setting(whole(0, 36_500), 0, "days that the history keeps a snapshot; 0: for ever")
    history_megabytes: int = setting(
        whole(0, 1_000_000), 0, "MiB of the history before its oldest snapshots are deleted; 0: no limit"
    )
    pages_in: str = setting(CURRENCY, "", "the currency of pages that name none, such as PKR; empty: that of your lots")
    groups: Mapping[str, tuple[str, ...]] = setting(
        table_of(SYMBOLS), {}, "named lists of symbols, for filters", 'banks = ["HBL", "BOP"]'
    )
    views: Mapping[str, ViewSettings] = setting(
        table_of(record(ViewSettings)),
        {},
        "named views of the table: filter, sort, columns",
        'movers = { filter = "percent > 2 or percent < -2", sort = "percent desc" }',
    )
    alerts: Mapping[str, AlertSettings] = setting(
        table_of(record(AlertSettings)),
        {},
        "conditions that are reported when they become true",
        'falls = { when = "percent < -3 and symbol in banks", rearm = 0.5, bell = true }',
    )
    keys: Mapping[str, str] = setting(
        table_of(TEXT), {}, "other keys for actions, by the ids of docs/keys.md", '"table.sort" = "y"'
    )
    themes: Mapping[str, Mapping[str, str]] = setting(
        table_of(table_of(TEXT)),
        {},
        "themes of your own: any colours, on top of the theme `base`",
        'mine = { base = "tickerboard-dark", up = "#00ff00", down = "#ff00ff" }',
    )


def config_path() -> Path:
    """Return where the config is: TICKERBOARD_CONFIG, or the platform's folder. Raise PlaceError without a home."""
    from tickerboard.settings.places import user_file

    return user_file("config", "config.toml")
