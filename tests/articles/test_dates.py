"""Dates and times as pages of other sites print them."""

from __future__ import annotations

import pytest

from tickerboard.parser.prose.printed import printed_date


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("October 11, 2022", "", "2022-10-11"),
        ("Published: Oct. 11, 2022 at 5:14 p.m. ET", "en", "2022-10-11T17:14:00-04:00"),
        ("4:15 PM EST, Tue January 3, 2023", "en", "2023-01-03T16:15:00"),
        ("Jan 3, 2023, 08:00 ET", "en", "2023-01-03T08:00:00-05:00"),
        ("12 July 2022 at 9.30 am BST", "en", "2022-07-12T09:30:00"),
        ("3 March 2026 09:30 (UTC+05:30)", "en", "2026-03-03T09:30:00+05:30"),
        ("12 mar 2026 - 17:45 CET", "es", "2026-03-12T17:45:00+01:00"),
        ("January 3, 2023, with 12:99 on the clock", "en", "2023-01-03"),
        ("27.04.2020", "", "2020-04-27"),
        ("04 mayo 2022", "es", "2022-05-04"),
        ("4 de agosto de 2022", "es", "2022-08-04"),
        ("11. Oktober 2022, 17:14 Uhr", "de", "2022-10-11T17:14:00"),
        ("le 1er février 2023 à 10h12", "fr", "2023-02-01T10:12:00"),
        ("giovedì 12 marzo 2026 - ore 17.45", "it", "2026-03-12T17:45:00"),
        ("12/03/2026 18h20", "pt-BR", "2026-03-12T18:20:00"),
        ("2026年3月12日15時30分", "ja", "2026-03-12T15:30:00"),
        ("11 de outubro de 2022", "pt", "2022-10-11"),
        ("11 dicembre 2022", "it", "2022-12-11"),
        ("11 maart 2022", "nl", "2022-03-11"),
        ("11 października 2022", "pl", "2022-10-11"),
        ("11 Ekim 2022", "tr", "2022-10-11"),
        ("11 октября 2022", "ru", "2022-10-11"),
        ("2022年5月4日", "ja", "2022-05-04"),
        ("25/12/2022", "", "2022-12-25"),
        ("04/05/2022", "fr", "2022-05-04"),
        ("04/05/2022", "en-US", "2022-04-05"),
        ("04/05/2022", "en", None),
        ("31.02.2022", "", None),
        ("an hour ago", "", None),
        ("the 40 mills of 2022", "", None),
    ],
)
def test_f8_dates_as_pages_print_them(text: str, language: str, expected: str | None) -> None:
    assert printed_date(text, language) == expected
