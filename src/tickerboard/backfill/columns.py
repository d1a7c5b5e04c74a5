"""Which columns of a crawl set hold the text, the address and the time: found by name, or named by the user."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# As in C4, OSCAR, RefinedWeb, FineWeb, CulturaX, RedPajama and Dolma. The first that is there counts.
TEXT = ("text", "content", "raw_content", "page_content", "body", "html")
URL = ("url", "uri", "source_url", "target_uri", "warc_target_uri")
TIME = ("timestamp", "date", "crawl_date", "crawl_time", "crawled", "fetch_time", "warc_date", "date_download")
WITHIN = ("metadata", "meta", "warc_headers")
"""Columns that hold further ones: `metadata.url` is found as `url` is."""
_SEPARATORS = re.compile(r"[-_ ]+")
_COMPACT = re.compile(r"(?:19|20)[0-9]{12}")
_DUMP = re.compile(r"CC-MAIN-((?:19|20)[0-9]{2})-([0-5][0-9])")
_SECONDS = (10**8, 10**11)
"""Numbers between these are seconds since 1970; a thousand times as much are milliseconds."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that the user named; None is found by its name. A dot leads into a nested column."""

    text: str | None = None
    url: str | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Where the columns of a file are, as paths of names; `text` is always there, the others may be None."""

    text: tuple[str, ...]
    url: tuple[str, ...] | None
    time: tuple[str, ...] | None


def find_columns(names: Iterable[str], chosen: Columns) -> Found | None:
    """Return where the columns are among dotted names; None without a column of text."""
    known = list(names)
    text = _find(known, chosen.text, TEXT)
    if text is None:
        return None
    return Found(text, _find(known, chosen.url, URL), _find(known, chosen.time, TIME))


def _find(names: list[str], chosen: str | None, usual: tuple[str, ...]) -> tuple[str, ...] | None:
    if chosen is not None:
        return tuple(chosen.split(".")) if chosen in names else None
    flat: dict[str, str] = {}
    for name in sorted(names, key=lambda each: each.count(".")):
        *outer, last = (_SEPARATORS.sub("_", part).lower() for part in name.split("."))
        if all(part in WITHIN for part in outer):
            flat.setdefault(last, name)
    return next((tuple(flat[each].split(".")) for each in usual if each in flat), None)


def dotted(row: Mapping[str, Any], prefix: str = "") -> list[str]:
    """Return the names in a row, those of nested columns with dots."""
    names = []
    for name, value in row.items():
        names.append(prefix + name)
        if isinstance(value, dict) and prefix.count(".") < len(WITHIN):
            names += dotted(value, f"{prefix}{name}.")
    return names


def value_at(row: Any, path: tuple[str, ...] | None) -> Any:
    """Return what a row holds at a path; None where nothing is there."""
    for name in path or ():
        row = row.get(name) if isinstance(row, dict) else None
    return row if path else None


def read_crawl_time(value: Any) -> datetime | None:
    """Return the time (UTC) of a cell; without a zone it is UTC, as in all crawl sets. Raise ValueError.

    None stands for an empty cell. Read are ISO 8601, `20210213101500`, seconds or milliseconds since 1970, and the
    name of a Common Crawl dump (the start of its week), which only a user who names the column asks for.
    """
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return _in_utc(value)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    text = str(value).strip()
    if _COMPACT.fullmatch(text):
        return datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    if found := _DUMP.fullmatch(text):
        return datetime.fromisocalendar(int(found[1]), int(found[2]), 1).replace(tzinfo=UTC)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _since_1970(value)
    return _in_utc(datetime.fromisoformat(text))


def _since_1970(number: float) -> datetime:
    low, high = _SECONDS
    seconds = number / 1_000 if low * 1_000 <= number < high * 1_000 else number
    if not low <= seconds < high:
        raise ValueError("neither seconds nor milliseconds since 1970")
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)


def _in_utc(time: datetime) -> datetime:
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
