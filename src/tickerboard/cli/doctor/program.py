"""The doctor checks the program and its libraries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.cli.doctor.findings import Finding, Grade
from tickerboard.logs.versions import EXTRA, MISSING, versions

if TYPE_CHECKING:
    from collections.abc import Iterator


def program() -> Iterator[Finding]:
    """Report the versions; a missing library is a failure, except the optional one."""
    for name, number in versions().items():
        if number != MISSING:
            yield Finding(Grade.OK, name, number)
        elif name == EXTRA:
            yield Finding(Grade.OK, name, f"{MISSING}; the built-in extractor reads the articles of other sites")
        else:
            yield Finding(Grade.FAIL, name, f"{MISSING}; install tickerboard again")
