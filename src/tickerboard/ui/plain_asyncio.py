"""Loading asyncio without OpenSSL: the board's event loop speaks to a terminal, not to servers.

asyncio takes `ssl` where it is there, for its own connections, and does without where it is not. OpenSSL would take
4 MiB and a fortieth of the time to start. HTTP loads it with its first connection, and does not use asyncio's.
"""

from __future__ import annotations

import importlib
import sys


def load_asyncio() -> None:
    """Load asyncio as on a Python that has no `ssl`, unless one of the two is loaded already."""
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # what makes an import fail, as the language reference has it
    try:
        importlib.import_module("asyncio")
    finally:
        del sys.modules["ssl"]
