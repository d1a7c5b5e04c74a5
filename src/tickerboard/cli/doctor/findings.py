"""The findings of the doctor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How bad it is: `warn` is something to know, `fail` something to fix."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: how bad it is, what was checked, and what was found, in plain words."""

    grade: Grade
    what: str
    words: str
