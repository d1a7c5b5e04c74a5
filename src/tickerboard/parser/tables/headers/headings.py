"""Lines that begin like a table's header and may be a heading: `Stock price alerts`."""

from __future__ import annotations

from tickerboard.parser.names.no_names import is_time
from tickerboard.parser.tables.fields import Field
from tickerboard.parser.tables.headers.header import field_of
from tickerboard.text.word_lists import word_set

_OF_HEADINGS = word_set("""
    alert alerts news today now live update updates updated quote quotes data performance tracker tracking monitor chart
    charts list lists table watch watchlist action movement movements move moves changes board summary snapshot overview
    report reports review ticker tickers history trend trends analysis index indices information info centre center page
    by at for of on in the and or as to from with this week month year day daily weekly recap wrap roundup comparison
    calculator prediction predictions forecast quick latest real-time delayed fluctuations
""")
"""Words of headings above prices that no column has."""


def may_be_heading(line: str) -> bool:
    """Return whether a line that begins like a header may be a heading: `Stock price alerts`, but not `Stock Price X`.

    A heading has no word for a price right behind its first one, or a word that no column has.
    """
    words = line.casefold().split()
    is_header = len(words) > 2 and field_of(words[1]) is Field.LAST
    return not is_header or any(word.strip(":,.&|") in _OF_HEADINGS or is_time(word) for word in words[2:])
