"""Which time a recorded page gets: what it says of itself, or what the user says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tickerboard.history.errors import HistoryError
from tickerboard.model import ObservedFrom
from tickerboard.text.dated_names import time_in_name

if TYPE_CHECKING:
    from datetime import datetime

    from tickerboard.history.store import Arrival


class TimeFrom(StrEnum):
    """Where the user wants the time of a page to come from."""

    NAME = "NAME"
    MTIME = "MTIME"
    CRAWL = "CRAWL"


@dataclass(frozen=True, slots=True)
class Timing:
    """The user's choice: one of `TimeFrom`, or one time (UTC) for every page. With neither, pages say it themselves."""

    time_from: TimeFrom | None = None
    as_of: datetime | None = None

    def timed(self, arrival: Arrival) -> Arrival:
        """Return a page with the time that was chosen. Raise HistoryError for one that has no such time."""
        if self.as_of is not None:
            return _with_time(arrival, self.as_of, "as-of")
        match self.time_from:
            case None:
                return arrival
            case TimeFrom.NAME:
                time, what = time_in_name(arrival.snapshot.source), "no date in its name"
            case TimeFrom.MTIME:
                file = arrival.document.observed_from is ObservedFrom.MTIME
                time, what = arrival.document.observed if file else None, "not a file"
            case TimeFrom.CRAWL:
                time, what = arrival.snapshot.page.crawled, "no crawl date before its first line"
        if time is None:
            raise HistoryError(f"{arrival.snapshot.source}: {what}; not stored")
        return _with_time(arrival, time, self.time_from.value.lower())


def _with_time(arrival: Arrival, time: datetime, time_from: str) -> Arrival:
    return arrival._replace(snapshot=arrival.snapshot._replace(observed=time), time_from=time_from)
