"""Times as a person writes them."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tickerboard.text.when import TimeError, read_time

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 1, 5, 18, 0, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_karachi(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Asia/Karachi")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026-01-04", "2026-01-03T19:00", "2026-01-04T19:00"),
        ("20260104", "2026-01-03T19:00", "2026-01-04T19:00"),
        ("2026-01-04T09:30", "2026-01-04T04:30", "2026-01-04T04:31"),
        ("2026-01-04 09:30:05", "2026-01-04T04:30:05", "2026-01-04T04:30:06"),
        ("2026-01-04T09:30Z", "2026-01-04T09:30", "2026-01-04T09:31"),
        ("2026-01-04T09:30:00+00:00", "2026-01-04T09:30", "2026-01-04T09:30:01"),
        ("2026-01-04T09:30-05:00", "2026-01-04T14:30", "2026-01-04T14:31"),
        ("2026-01-04t09:30z", "2026-01-04T09:30", "2026-01-04T09:31"),
        ("20260104T0930", "2026-01-04T04:30", "2026-01-04T04:31"),
        ("2026-01-04 093005+0500", "2026-01-04T04:30:05", "2026-01-04T04:30:06"),
        ("2026-01-04 09:30 +05:00", "2026-01-04T04:30", "2026-01-04T04:31"),
        ("9:30", "2026-01-05T04:30", "2026-01-05T04:31"),
        ("09:30:15", "2026-01-05T04:30:15", "2026-01-05T04:30:16"),
        ("today", "2026-01-04T19:00", "2026-01-05T19:00"),
        (" Yesterday ", "2026-01-03T19:00", "2026-01-04T19:00"),
        ("2 hours ago", "2026-01-05T16:00:30", "2026-01-05T16:00:30.000001"),
        ("1 week ago", "2025-12-29T18:00:30", "2025-12-29T18:00:30.000001"),
        ("30 min ago", "2026-01-05T17:30:30", "2026-01-05T17:30:30.000001"),
        ("3d ago", "2026-01-02T18:00:30", "2026-01-02T18:00:30.000001"),
        ("now", "2026-01-05T18:00:30", "2026-01-05T18:00:30.000001"),
    ],
)
def test_a_time_names_a_span(text: str, start: str, end: str) -> None:
    assert read_time(text, NOW) == tuple(datetime.fromisoformat(each).replace(tzinfo=UTC) for each in (start, end))


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2026", "2026-01", "2026-13-01", "2026-W01", "99:99", "2026-01-04T", "2026-01-04T09", "5 months ago",
     "٣ hours ago", "999999 weeks ago", "0001-01-01", "0001-06-01T00:00Z", "9999-12-31", "9999-06-01T00:00Z",
     "ago", "2026-01-04T09:30:00+99:00"],
)  # fmt: skip
def test_anything_else_is_one_plain_line(text: str) -> None:
    with pytest.raises(TimeError, match="is not a time; use one of") as raised:
        read_time(text, NOW)
    assert "\n" not in str(raised.value)
