"""The cheap test: which documents cannot have a quote, or an article, and need not be parsed.

It looks at bytes and errs on the side of parsing: what it drops has nothing that any reader of the parser takes.
"""

from __future__ import annotations

import re

from tickerboard.parser.strips.sentences.words import UNITS, Part

_MARKUP = re.compile(rb"<[a-zA-Z!?]")
_LOOKED_AT = 1_024
_FIGURE = re.compile(rb"[0-9](?:[.,']|\xc2\xb7)[0-9]")
_PERCENTS = b"|".join(re.escape(word).encode() for word in UNITS[Part.PERCENT])
# A percentage, a signed figure (also behind a currency sign or an arrow), and the words of rows without either.
_MOVE = re.compile(
    rb"[0-9]\s{0,2}(?:\xc2\xa0)?(?:\xef\xbc\x85|p\.c|(?i:" + _PERCENTS + rb"))"
    rb"|[+(-]\s?[^\sA-Za-z0-9]{0,4}[0-9]+[.,'][0-9]"
    rb"|\xe2(?:\x86|\x88|\x96|\xac)[\x80-\xbf][^0-9A-Za-z]{0,8}[0-9]"
    rb"|\b(?:[Uu]p|[Dd]own|UP|DOWN|[Cc]hange|CHANGE|[Cc]hg|CHG|[Nn]et|NET)\b"
)
_WHOLE_MOVE = re.compile(rb"[0-9]\s{0,2}%|[+-][0-9]|\b(?:[Uu]p|[Dd]own)\b|\xe2(?:\x86|\x88|\x96)[\x80-\xbf]\s?[0-9]")
"""A move in whole numbers: pages without a decimal are looked at for nothing else."""
_MANY = 4
"""So many figures with decimals may be a table or a list of prices, whatever stands beside them."""
_PROSE = re.compile(rb"[A-Za-z\x80-\xff]{2}[^\n]{12}")


def may_have_quotes(data: bytes) -> bool:
    """Return whether a document may have a quote or a rate: a strip, a table, a row."""
    if b"\0" in data[:_LOOKED_AT]:  # UTF-16, or no text at all
        return True
    if not _FIGURE.search(data):
        return _WHOLE_MOVE.search(data) is not None
    if _MARKUP.search(data, 0, _LOOKED_AT) or _MOVE.search(data):
        return True
    return sum(1 for _ in zip(_FIGURE.finditer(data), range(_MANY), strict=False)) == _MANY


def may_have_news(data: bytes) -> bool:
    """Return whether a document may have a quote, a rate, an article or a list of stories."""
    return _PROSE.search(data) is not None or may_have_quotes(data)
