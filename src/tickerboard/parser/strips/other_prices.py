"""Words for another price than the last close, from which a move may be: a target, the highest ever, what was paid."""

from __future__ import annotations

import re

_OTHER_PRICE = re.compile(
    r"(?:[0-9.,]+ )?(?:ath|atl|all[ -]time (?:high|low)|(?:price |mean |12m )?targets?|kursziel|entry(?: price)?|strike"
    r"|(?:avg\.?|average)(?: cost| price)?|cost(?: basis)?|invested|qty\.?|quantity|shares|units|stück|actions|acciones"
    r"|issue price|ipo price|fair value|premium|discount)(?:[: ]+[$€£₹]?[0-9.,]+)?:?",
    re.IGNORECASE,
)


def names_other_price(text: str) -> bool:
    """Return whether a text by some figures names such a price, or how much is held: `Target`, `10 shares`."""
    return _OTHER_PRICE.fullmatch(text) is not None
