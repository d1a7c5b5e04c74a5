"""How times are told on the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


def age(observed: datetime, now: datetime) -> str:
    """Say how old something is, in its largest unit."""
    seconds = max(int((now - observed).total_seconds()), 0)
    for unit, size in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= size:
            return f"{seconds // size} {unit} old"
    return f"{seconds} s old"


def clock_time(when: datetime) -> str:
    """Write a time of day, where the reader is."""
    return f"{when.astimezone():%H:%M:%S}"


def day_and_time(when: datetime, now: datetime) -> str:
    """Write a time where the reader is, with its day where that is not today, and its zone."""
    local = when.astimezone()
    day = "" if local.date() == now.astimezone().date() else f"{local:%Y-%m-%d} "
    return f"{day}{local:%H:%M:%S %Z}"
