"""The user's lots, for commands."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from tickerboard.portfolio.holdings import Holdings
from tickerboard.portfolio.lots import read_lots
from tickerboard.settings.places import lots_path

if TYPE_CHECKING:
    from pathlib import Path

    from tickerboard.settings.config import Config


def holdings_beside(path: Path, config: Config) -> tuple[Holdings, tuple[str, ...]]:
    """Return the lots beside a config and a line for each invalid one. Raise FileNotFoundError, LotsError."""
    lots = lots_path(path)
    found = read_lots(lots)
    return Holdings(found.lots, config.pages_in or None), found.reports(lots)


def valued_by(path: Path) -> Holdings | None:
    """Return the lots beside a config, None without a file; `portfolio` reports what is wrong. Raise LotsError."""
    from tickerboard.settings.reading import read_config

    config, _ = read_config(path, needed=False)
    with contextlib.suppress(FileNotFoundError):
        return holdings_beside(path, config)[0]
    return None
