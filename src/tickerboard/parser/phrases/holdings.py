"""Words for what a holding gained: no move of a quote, for it counts from the price that was paid."""

from __future__ import annotations

import re

from tickerboard.parser.phrases.periods import without_day

_WHICH = r"(?:(?:un)?reali[sz]ed|total|open|overall|paper|book|my|day['’]?s?|daily|today['’]?s?|absoluter|prozentualer)"
_GAIN = (
    r"(?:gains?|p/l|p ?& ?l|pnl|p ?/ ?l|profits?|return|gewinn|verlust|g/v|guv|(?:plus|moins)[- ]values?|rendimento"
    r"|ganancias?|lucro|utile|zysk|vinst|winst|k[âa]r|прибыль)"
)
_ALONE = re.compile(
    r"(?:(?:total )?returns?|p ?/ ?l|p ?& ?l|pnl|profits?|profits? ?(?:/|&|and|or) ?loss(?:es)?|g/v|guv|gewinn"
    r"|gains?(?:/| / | & )loss(?:es)?"
    r"|gewinn(?:e)? ?(?:/|und|oder) ?verluste?|(?:buch|kurs)gewinn(?:/-?verlust)?|(?:plus|moins|\+/-)[- ]values?"
    r"|plus/moins[- ]values?|\+/- value latente|plusvalenz[ae]|minusvalenz[ae]|plusval[ií]as?|mais[- ]valias?"
    r"|utile(?:/| / )perdita|utile|ganancias?(?:(?:/| / )p[ée]rdidas?)?|lucro(?:(?:/| / )preju[íi]zo)?"
    r"|winst(?:(?:/| / )verlies)?|vinst(?:(?:/| / )förlust)?|zysk(?:(?:/| / )strata)?|k[âa]r(?:(?:/| / )zarar)?"
    r"|прибыль(?:(?:/| / )убыток)?|損益|評価損益|盈亏|盈虧|roi)"
)
_SINCE = re.compile(
    r"(?:\+/-|gains?|change|chg|perf\w*\.?|entwicklung|wertentwicklung|veränderung)? ?"
    r"(?:since (?:purchase|buy(?:ing)?|bought|entry|inception|launch|listing)|seit (?:kauf|auflage|auflegung|einstieg)"
    r"|depuis (?:l['’])?(?:achat|création)|desde (?:la )?compra|dall['’]acquisto|sinds aankoop)"
)
_UNIT = re.compile(
    r"(?:[ ,]+|(?=[(\[%$€£¥₹]))"
    r"(?:[(\[]?(?:%|pct|in %|in prozent|abs\.?|[€$£¥₹]|eur|usd|gbp|chf|inr|rs\.?|latente?s?)[)\]]?)\s*\Z"
)
_LED = re.compile(rf"\A(?:{_WHICH} )+")
_LED_GAIN = re.compile(_GAIN)
_SIGN = re.compile(r"\A[%€$£¥₹] ?")


def is_gain_of_holding(text: str) -> bool:
    """Return whether a header's words name what a holding gained: `P/L %`, `Unrealised gain`, `Gewinn/Verlust`.

    `Gain` alone may be the day's.
    """
    words = _SIGN.sub("", _UNIT.sub("", text.casefold().strip(" *:")))
    led = _LED.sub("", words)
    is_of_day = without_day(words) is not None and led.startswith("gain")
    is_led = led != words and not is_of_day and _LED_GAIN.fullmatch(led) is not None
    return is_led or _ALONE.fullmatch(led) is not None or _SINCE.fullmatch(words) is not None
