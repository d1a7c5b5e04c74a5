"""Headings and names of what is expected, such as analysts' targets and forecasts."""

from __future__ import annotations

import re

from tickerboard.parser.kinds import known_kind

_EXPECTED = re.compile(
    r"\b(?:targets?|forecasts?|outlook|expects?|ausblick|projections?|predictions?|expectations?|estimates|kursziele?|prognosen?"
    r"|erwartungen|pre[çc]os?-alvo|objectifs|prévisions|previsiones|objetivos|previsioni|obiettivi|previsões"
    r"|prec?ios? objetivo|prezz[oi] obiettivo|koersdoel(?:en)?|kurspotenziale?)\b"
)
_PARTS = (
    "target", "forecast", "outlook", "expect", "ausblick", "projection", "prediction", "estimates", "kursziel",
    "prognose", "erwartungen", "-alvo", "objectifs", "prévisions", "previsi", "obje", "obiettiv", "previsões",
    "koersdoel", "kurspotenzial",
)  # fmt: skip
"""What is expected has one of these in its name, which are looked for first."""
# A heading says of which time the figures are expected, or that they stand below it.
_EXPECTED_FOR = re.compile(
    r"\b(?:targets?|forecasts?|outlook|projections?|predictions?|expectations?|estimates) (?:for|by|to|until) "
    r"(?:the )?(?:end of )?(?:(?:19|20)[0-9]{2}|q[1-4]|(?:next|coming|current|full) |(?:year|month|quarter)\b)"
    r"|\b(?:follows?|following|below)[.:]?\Z"
)
_MOST_WORDS = 4
_LONGEST = 60


def expects(text: str) -> bool:
    """Return whether a heading of few words, or one with a colon, is of targets or forecasts."""
    is_short = text.endswith(":") or len(text.split()) <= _MOST_WORDS or _EXPECTED_FOR.search(text.casefold())
    return len(text) <= _LONGEST and bool(is_short) and names_expected(text)


def is_expected(name: str) -> bool:
    """Return whether a name is a well-known one with a word for what is expected of it, such as `DAX target`."""
    rest, count = _EXPECTED.subn("", name.casefold()) if " " in name else ("", 0)
    return count > 0 and known_kind(rest.strip()) is not None


def names_expected(text: str) -> bool:
    """Return whether a text speaks of figures that are expected, such as analysts' targets."""
    small = text.casefold()
    return any(map(small.__contains__, _PARTS)) and _EXPECTED.search(small) is not None
