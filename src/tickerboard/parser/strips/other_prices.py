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


_OTHER_MOVE = re.compile(
    r"(?:(?:vs\.?|versus|from|off|below|above|under|over|to|since|of) )?"
    r"(?:(?:the|its|52[ -]w(?:ee)?k|all[ -]time|price|fair|issue|cost|analyst|average|avg\.?|dividend|annual|net|mean"
    r"|portfolio|short) )*"
    r"(?:upside|downside|potential|yield|premium|discount|targets?|nav|value|high|low|peak|ipo|price|cost|basis|apy|apr"
    r"|weight|allocation|portfolio|ownership|interest|float)(?: to nav)?",
    re.IGNORECASE,
)


OTHER_MOVE = "its percent is of something else than the day's move"


def names_other_move(text: str) -> bool:
    """Return whether a text right behind a percent says that it is of something else than the day: `to target`."""
    return _OTHER_MOVE.fullmatch(text.strip(" ()")) is not None
