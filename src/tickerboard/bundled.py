"""The files that come with the program."""

from __future__ import annotations

from pathlib import Path

_DATA = Path(__file__).with_name("data")


def bundled(name: str) -> str:
    """Read one; by its path, for `importlib.resources` takes longer to load than all of them to read."""
    return _DATA.joinpath(name).read_text("utf-8")
