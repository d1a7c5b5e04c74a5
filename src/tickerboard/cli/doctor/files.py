"""The doctor on the files that the board reads and writes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tickerboard.board.listings import Listings, ListingsError, extra_path
from tickerboard.cli.doctor.findings import Finding, Grade
from tickerboard.logs.log import LogError
from tickerboard.settings.config import Config, ConfigError, read_config
from tickerboard.settings.state import state_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def files(config: Path, *, needed: bool) -> Iterator[Finding]:
    """Tell of the config, the user's symbols, the state and the log."""
    settings = Config()
    try:
        settings, given = read_config(config, needed=needed)
    except ConfigError as error:
        yield Finding(Grade.FAIL, "config", str(error))
    else:
        gives = f"gives {', '.join(sorted(given))}" if given else "gives no setting"
        yield Finding(
            Grade.OK, "config", f"{config}: {gives if config.exists() else 'not there; all is at its default'}"
        )
    yield _symbols(extra_path(config))
    yield _writable("state", state_path())
    yield _log(settings.log)


def _symbols(path: Path) -> Finding:
    try:
        Listings.load(path)
    except ListingsError as error:
        return Finding(Grade.FAIL, "symbols", str(error))
    return Finding(Grade.OK, "symbols", f"{path}: {'read' if path.exists() else 'not there; the bundled ones hold'}")


def _log(name: str) -> Finding:
    if not name:
        return Finding(Grade.OK, "log", "none")
    from tickerboard.logs.file import check, place

    try:
        check(place(name))
    except LogError as error:
        return Finding(Grade.FAIL, "log", str(error))
    return _writable("log", place(name), makes_folders=False)


def _writable(what: str, path: Path, *, makes_folders: bool = True) -> Finding:
    """Tell whether a file can be written, without writing it; its folders are made where the program would."""
    at = path.parent
    while makes_folders and not at.exists() and at != at.parent:
        at = at.parent
    if at.is_dir() and os.access(at, os.W_OK | os.X_OK) and (not path.exists() or os.access(path, os.W_OK)):
        return Finding(Grade.OK, what, f"{path}: can be written")
    return Finding(Grade.FAIL, what, f"{path}: cannot be written")
