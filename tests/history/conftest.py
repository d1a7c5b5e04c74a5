"""The history of the commands that the tests of this folder run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a command finds its history, in a time zone that is not UTC; its folder is not there yet."""
    path = tmp_path / "own-data" / "history.db"
    monkeypatch.setenv("TICKERBOARD_HISTORY", str(path))
    monkeypatch.setenv("TZ", "Asia/Karachi")
    return path
