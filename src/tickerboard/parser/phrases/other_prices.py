"""Words for another price than the last close, from which a move may be: a target, the highest ever, what was paid."""

from __future__ import annotations

import re

from tickerboard.parser.phrases.other_figures import is_extreme, is_target
from tickerboard.parser.phrases.periods import is_cost, is_past_price

_OTHER_PRICE = re.compile(
    r"(?:[0-9.,]+ )?(?:ath|atl|all[ -]time (?:high|low)|(?:price |mean |12m )?targets?|kursziel|entry(?: price)?|strike"
    r"|(?:avg\.?|average)(?: cost| price)?|cost(?: basis)?|invested|qty\.?|quantity|shares|units|stück|actions|acciones"
    r"|issue price|ipo price|fair value|premium|discount)(?:[: ]+[$€£₹]?[0-9.,]+)?:?",
    re.IGNORECASE,
)


def names_other_price(text: str) -> bool:
    """Return whether a text by some figures names such a price, or how much is held: `Target`, `10 shares`."""
    return _OTHER_PRICE.fullmatch(text) is not None


def is_other_price(cell: str) -> bool:
    """Return whether a header's cell names another price than the last one: an older one, one paid, a target."""
    return is_past_price(cell) or is_cost(cell) or is_target(cell) or is_extreme(cell)


_OTHER_MOVE = re.compile(
    r"(?:(?:vs\.?|versus|from|off|below|above|under|over|to|since|of) )?"
    r"(?:(?:the|its|52[ -]w(?:ee)?k|all[ -]time|price|fair|issue|cost|analyst|average|avg\.?|dividend|annual|net|mean"
    r"|portfolio|short|intraday|ex-?) ?)*"
    r"(?:upside|downside|potential|yield|premium|discount|targets?|nav|value|highs?|lows?|peak|ipo|price|cost|basis|ap[yr]"
    r"|weight|allocation|portfolio|ownership|interest|float|dividend|coupon|margin|growth|volatility|beta|iv|cagr|vol|volume"
    r"|dominance|range|gap|stake|chance|probability|implied|expected|relative|owned|held|off|rendite|dividendenrendite"
    r"|(?:buy|sell|stop|entry|support|accumulation) zone|(?:over|under|fairly )valued|date|tag|payout|payment"
    r"|kurspotenzial|potenzial|rendement|potentiel|rentabilidad|rendimento)(?: to nav| up| down| potential)?"
    r"|(?:vs\.?|versus|from|below|above|of|since|per|relative to) (?!.*\b(?:day|close|yesterday|session|today)\b).*"
    r"|(?:a|per) year|sur (?:un|[0-9]+) (?:ans?|mois)|p\. ?a\.|annuali[sz]ed"
    r"|(?:de|di) (?:rendement|potentiel|rentabilidad|rendimento|potencial)"
    r"|(?:seit|depuis|desde|dal|da) (?!vortag|gestern|hier\b|ayer|ieri).*",
    re.IGNORECASE,
)


_CAPITALS = frozenset(("NAV", "APY", "APR", "IPO", "CAGR", "P.A."))


def names_other_move(text: str) -> bool:
    """Return whether a text right behind a percent says that it is of something else than the day: `to target`.

    Nearly any word in capitals may be a symbol.
    """
    text = text.strip(" ()")
    return _OTHER_MOVE.fullmatch(text) is not None and (text in _CAPITALS or not text.isupper())
