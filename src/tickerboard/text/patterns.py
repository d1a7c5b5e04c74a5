"""Regular expressions that are compiled when they are first used: a page needs few of those that we have."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Pattern:
    """Stands for a compiled pattern. A method is looked up once; after that it is an attribute of this object."""

    def __init__(self, expression: str | bytes, flags: int) -> None:
        self._expression, self._flags = expression, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._expression, self._flags), name)
        setattr(self, name, value)
        return value


def pattern(expression: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` returns, without compiling it yet. An invalid expression raises at its first use."""
    return cast("re.Pattern[AnyStr]", _Pattern(expression, flags))
