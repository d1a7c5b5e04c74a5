"""The doctor checks the files that the board reads and writes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tickerboard.board.listings import Listings, ListingsError, extra_path
from tickerboard.cli.checks import check_on_screen
from tickerboard.cli.doctor.findings import Finding, Grade
from tickerboard.logs.log import LogError
from tickerboard.settings.config import Config, ConfigError, config_path
from tickerboard.settings.places import PlaceError
from tickerboard.settings.reading import read_config
from tickerboard.settings.state import state_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def files(named: Path | None) -> Iterator[Finding]:
    """Check the config (the one named on the command line, or the user's own), the symbols, the state and the log."""
    settings = Config()
    try:
        path = named or config_path()
    except PlaceError as error:
        yield Finding(Grade.FAIL, "config", str(error))
    else:
        try:
            settings, given = read_config(path, needed=named is not None)
            check_on_screen(settings, path)
        except ConfigError as error:
            yield Finding(Grade.FAIL, "config", str(error))
        else:
            yield Finding(
                Grade.OK, "config", f"{path}: {_given(given) if path.exists() else 'not there; defaults apply'}"
            )
        yield _symbols(extra_path(path))
    yield _state()
    yield _log(settings.log)


def _given(names: frozenset[str]) -> str:
    return f"sets {', '.join(sorted(names))}" if names else "sets nothing"


def _state() -> Finding:
    try:
        return _writable("state", state_path())
    except PlaceError as error:
        return Finding(Grade.FAIL, "state", str(error))


def _symbols(path: Path) -> Finding:
    try:
        Listings.load(path)
    except ListingsError as error:
        return Finding(Grade.FAIL, "symbols", str(error))
    return Finding(Grade.OK, "symbols", f"{path}: {'read' if path.exists() else 'not there; the bundled ones apply'}")


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
    """Check that a file can be written, without writing it; the program makes its folders if `makes_folders`."""
    at = path.parent
    while makes_folders and not at.exists() and at != at.parent:
        at = at.parent
    if at.is_dir() and os.access(at, os.W_OK | os.X_OK) and (not path.exists() or os.access(path, os.W_OK)):
        return Finding(Grade.OK, what, f"{path}: can be written")
    return Finding(Grade.FAIL, what, f"{path}: cannot be written")
