"""The log's file: rotating, readable by its owner only, a line a record."""

from __future__ import annotations

import logging
import os
import re
import stat
import sys
import time
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

import simplejson

from tickerboard.logs.log import LogError
from tickerboard.text.clean import shown
from tickerboard.text.redaction import redacted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from io import TextIOWrapper

FILE_CAP = 1_000_000
"""Bytes that a file of the log has at most; then it is renamed to FILE.1, that to FILE.2, and a new one begun."""
OLDER = 2
"""Files that are kept beside the present one."""
_BEGINNING = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ")
_BARE = re.compile(r"[\w.:+-]+")


class LogFile:
    """A log that is open. Raises LogError where it cannot be opened; what fails later is kept, and hurts nobody."""

    def __init__(self, path: str) -> None:
        self._path = place(path)
        check(self._path)
        try:
            self._handler = _Handler(self._path)
        except OSError as error:
            raise LogError(f"{self._path}: {reason(error)}") from error
        formatter = logging.Formatter("%(asctime)s.%(msecs)03dZ %(message)s", "%Y-%m-%dT%H:%M:%S")
        formatter.converter = time.gmtime
        self._handler.setFormatter(formatter)
        self._logger = logging.Logger("tickerboard")  # of our own: nobody else's lines get into the file
        self._logger.addHandler(self._handler)

    def write(self, event: str, facts: Mapping[str, object]) -> None:
        """Write a line; the values may come from anywhere."""
        pairs = [f"{name}={_value(value)}" for name, value in facts.items() if value is not None]
        self._logger.info("%s", " ".join([event, *pairs]))

    def close(self) -> str | None:
        """Close the file and return what could not be written, None if everything was."""
        try:
            self._handler.close()  # writes what is left, where it can
        except OSError as error:
            self._handler.failure = error
        failure = self._handler.failure
        return None if failure is None else f"{self._path}: {reason(failure)}"


class _Handler(RotatingFileHandler):
    """A rotating file of its owner's only; a failure is kept, not raised and not printed over the board."""

    def __init__(self, path: Path) -> None:
        self.failure: BaseException | None = None
        super().__init__(path, maxBytes=FILE_CAP, backupCount=OLDER, encoding="utf-8")

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding="utf-8", errors="replace", opener=_private)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        self.failure = self.failure or sys.exc_info()[1]


def _private(path: str, flags: int) -> int:
    """Open a file that only its owner can read, also one that others could until now."""
    descriptor = os.open(path, flags, 0o600)
    try:
        if stat.S_IMODE(os.fstat(descriptor).st_mode) & 0o077:
            os.fchmod(descriptor, 0o600)
    except OSError:  # the file of another user
        os.close(descriptor)
        raise
    return descriptor


def place(name: str) -> Path:
    """Return the path of a log by the name in the settings, in which `~` is the home folder."""
    return Path(os.path.expanduser(name))  # noqa: PTH111  Path.expanduser raises where there is no home


def check(path: Path) -> None:
    """Refuse a file that already exists and is not a log, so that no page is overwritten by mistake.

    Raise LogError.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise LogError(f"{path}: not a regular file")
        with path.open("rb") as file:
            first = file.read(64)
    except FileNotFoundError:
        return
    except OSError as error:
        raise LogError(f"{path}: {reason(error)}") from error
    except ValueError as error:
        raise LogError(f"{path}: not a file name") from error
    if first and not _BEGINNING.match(first):
        raise LogError(f"{path}: already exists and is not a log")


def reason(error: BaseException) -> str:
    """Return the reason of a failure in plain words."""
    return ((isinstance(error, OSError) and error.strerror) or "cannot be written").lower()


def _value(value: object) -> str:
    """Write a value: bare where it is a word or a number, else quoted, so that none looks like two."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%dT%H:%M:%SZ}"
    text = redacted(shown(str(value)))
    return text if _BARE.fullmatch(text) else simplejson.dumps(text, ensure_ascii=False)
