"""The arrow before a fall on Japanese pages, where ▲ and △ may be minus signs as in accounts.

A page in Japanese that points down elsewhere uses arrows as all others do. One that prints a plus before its rises
means minus. Of any other nothing shows what it means: there the arrows are left out, and the figures decide.
"""

from __future__ import annotations

import re

_KANA = re.compile("[\u3041-\u30fa]")
_RISING = re.compile(r"[▲△](?=[ ¥￥$]?[0-9])")
_FALLING = re.compile(r"[▼▽](?=[ ¥￥$]?[0-9])")
_PLUS = re.compile(r"[+＋][ ¥￥$]?[0-9]")


def minus_of(page: str) -> str | None:
    """Return what ▲ before a figure stands for on a page: a minus, an empty text where unclear, None for itself."""
    if page.isascii() or not _RISING.search(page) or not _KANA.search(page) or _FALLING.search(page):
        return None
    return "-" if _PLUS.search(page) else ""


def with_minus(text: str, minus: str | None) -> str:
    """Return a text with each ▲ before a figure as `minus_of` says."""
    return text if minus is None else _RISING.sub(minus, text)
