"""What the keys of a page's programs hold: names of JSON fields and of `data-` attributes, in any way of writing."""

from __future__ import annotations

import re
from functools import lru_cache

from tickerboard.parser.tables.fields import Field
from tickerboard.text.word_lists import phrases

_KEYS = {
    Field.SYMBOL: "symbol|ticker|tickersymbol|shortsymbol|symbolcode|ticksymbol|coinsymbol",
    Field.NAME: "name|shortname|longname|displayname|companyname|company|issuename|instrumentname|symbolname",
    Field.LAST: """
        last|lastprice|price|regularmarketprice|currentprice|ltp|lasttradedprice|lastvalue|lastsale|lastsaleprice|tradeprice|latestprice
        priceusd|pricelast|lp|currentvalue
    """,
    Field.CHANGE: """
        change|netchange|chg|pricechange|regularmarketchange|changevalue|changeabs|absolutechange|dailychange|ch
        pricechange24h|changeamount|pointchange|netchg|changeoneday
    """,
    Field.PERCENT: """
        percent|changepercent|percentchange|pctchange|changepct|pricechangepercent|regularmarketchangepercent|chgpct
        percentagechange|changepercentage|netchangepercent|pchange|perchange|percentchange24h|pricechangepercentage24h
        pchg|chp|pctchg|changeinpercent|changeonedaypercent|pricechange24hpercent|dailychangepercent|netchangepct
    """,
    Field.OPEN: "open|openprice|regularmarketopen|dayopen",
    Field.HIGH: "high|dayhigh|highprice|regularmarketdayhigh",
    Field.LOW: "low|daylow|lowprice|regularmarketdaylow",
    Field.PREVIOUS: "previous|prevclose|previousclose|regularmarketpreviousclose|closeprev|previouscloseprice",
    Field.VOLUME: "volume|regularmarketvolume|totalvolume|tradedvolume",
    Field.CURRENCY: "currency|currencycode|pricecurrency",
}
_FIELDS = {key.lower(): field for field, keys in _KEYS.items() for key in phrases(keys)}
_MARKS = re.compile(r"[\s_.:-]+")
_LONGEST = 40


@lru_cache(4_096)
def field_of_key(key: str) -> Field | None:
    """Return what a key such as `regularMarketPrice` or `data-last` holds; None for an unknown one."""
    if len(key) > _LONGEST:
        return None
    return _FIELDS.get(_MARKS.sub("", key.removeprefix("data-")).lower())
