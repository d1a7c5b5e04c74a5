"""Indices of statistics, of what firms and households say or of what prices and wages are: none is of a market."""

from __future__ import annotations

import re

# Of what such an index is, before the word for an index.
_ASKED = (
    r"(?:confidence|sentiment|climate|optimism|morale|activity|conditions|expectations|manufacturing|non-manufacturing"
    r"|(?<!financial )(?<!communication )(?<!consumer )(?<!health )(?<!telecom )services"
    r"|factory|output|employment|purchasing managers['’]?|misery|happiness|cost[ -]of[ -]living"
    r"|(?:consumer|producer|wholesale|retail|import|export|house|home|housing|property|food|rent|wage) prices?"
    r"|inflation|price|rent|wage|labou?r|ifo|zew|gfk|ism)"
)
_INDEX = r"(?:index|indices|indexes|indicator|barometer|gauge|reading|survey)"
# Each by itself, and first its letters: for a text the search is fastest.
_SHORT = [re.compile(rf"{word}(?<!\w{word})\b") for word in ("pmi", "pmis", "cpi", "ppi", "hicp", "tankan")]
_SURVEY = re.compile(
    rf"\b{_ASKED} {_INDEX}\b"
    r"|\b(?:consumer|business|economic) (?:confidence|sentiment|climate|expectations|morale)\b"
    r"|(?<=\w{3})(?:vertrauen|klima)s?(?:-?ind(?:ex|izes|ikator))?\b"
    r"|\b(?:einkaufsmanager|verbraucherpreis|erzeugerpreis|baupreis)-?ind(?:ex|izes)\b"
    r"|\bindice (?:des prix|de confiance|du climat|dei prezzi|di fiducia)\b|\bclimat des affaires\b"
    r"|\bíndice de (?:precios|preços|confian[zç]a)\b"
)

_PARTS = (
    "index", "indic", "indizes", "índice", "barometer", "gauge", "reading", "survey", "confidence",
    "sentiment", "climat", "expectations", "morale", "vertrauen", "klima",
)  # fmt: skip
"""Each of these names but the short ones has one of these, which are looked for first."""


def names_survey(text: str) -> bool:
    """Return whether a text names an index of a statistic, such as `Consumer confidence` or `Manufacturing PMI`."""
    small = text.casefold()
    is_long = any(map(small.__contains__, _PARTS)) and _SURVEY.search(small) is not None
    return is_long or any(word.search(small) for word in _SHORT)
