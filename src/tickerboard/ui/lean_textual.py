"""Loading Textual without its command palette, which takes a tenth of that time and is first seen after Ctrl+P.

The palette brings inputs, lists, trees and buttons that the board shows in no other place, or not at first.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

_PALETTE = "textual.command"


class _NotYet(ModuleType):
    """Stands for a module whose names are only bound while Textual is loaded, each to a class without anything."""

    def __getattr__(self, name: str) -> type[Any]:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


def load_textual() -> None:
    """Load Textual's application without the palette, unless one of the two is loaded already.

    Whoever imports the palette later gets all of it. Textual's own application would open it with the names that it
    has bound; ours opens its own (`ui/dialogs/palette.py`).
    """
    if "textual.app" in sys.modules or _PALETTE in sys.modules:
        return
    sys.modules[_PALETTE] = _NotYet(_PALETTE)
    try:
        importlib.import_module("textual.app")
    finally:
        del sys.modules[_PALETTE]
