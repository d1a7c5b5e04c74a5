"""Numbers as programs read them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any


def plain(value: Any) -> Any:
    """Return a number without an exponent and with exactly its own decimals; anything else as it is."""
    return f"{value:f}" if isinstance(value, Decimal) else value
