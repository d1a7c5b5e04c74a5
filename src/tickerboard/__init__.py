"""tickerboard, the ticker board for the terminal, and its parser as a library.

    import tickerboard

    page = tickerboard.parse(text)            # text or bytes in, a Page out
    snapshots = tickerboard.read("pages/")    # a file, a folder or a URL

docs/python.md describes the names in `__all__`; nothing else is public. They are imported when they are first used, so
that the command line starts at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tickerboard.api import parse, read
    from tickerboard.errors import TickerboardError
    from tickerboard.history import History
    from tickerboard.model import (
        Article,
        Direction,
        Kind,
        ObservedFrom,
        Page,
        Problem,
        Quote,
        Rate,
        Related,
        Snapshot,
    )
    from tickerboard.sources.base import SourceError

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Direction",
    "History",
    "Kind",
    "ObservedFrom",
    "Page",
    "Problem",
    "Quote",
    "Rate",
    "Related",
    "Snapshot",
    "SourceError",
    "TickerboardError",
    "__version__",
    "parse",
    "read",
]
_ELSEWHERE = {
    "parse": "api",
    "read": "api",
    "History": "history",
    "SourceError": "sources.base",
    "TickerboardError": "errors",
}
"""The modules of the names that are not in `model`."""


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_ELSEWHERE.get(name, 'model')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
