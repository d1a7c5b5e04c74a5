"""The versions of what runs here."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

LIBRARIES = ("textual", "rich", "httpx", "watchfiles", "selectolax", "feedparser", "simplejson", "platformdirs")
EXTRA = "trafilatura"
MISSING = "not installed"


def versions() -> dict[str, str]:
    """Return the versions by name, without loading any of the libraries."""
    own = {
        "tickerboard": _version("tickerboard"),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
    }
    return own | {name: _version(name) for name in (*LIBRARIES, EXTRA)}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return MISSING
