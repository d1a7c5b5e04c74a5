"""Names of figures that are no quote's: what companies earn and are worth, other prices, and moves of something else.

Whoever meets such a name asks here, be it in a header, a cell, a label or a heading.
"""

from __future__ import annotations

import re

from tickerboard.parser.phrases.periods import is_cost, is_past_price

RESULTS = r"(?:revenues?|turnover|sales|income|profits?|eps|earnings|ebitda?)"
"""What companies report, in English: in capitals it may be part of a name, such as `Realty Income`."""
RESULTS_ABROAD = (
    r"(?:umsatz|umsätze|(?:netto)?gewinne?|(?:betriebs)?ergebnis(?:se)?|chiffre d['’]affaires|bénéfices?(?: net)?"
    r"|ingresos|ventas|beneficios?|ricavi|utile(?: netto)?|receitas?|lucro|omzet|winst)"
)
_RESULTS = rf"{RESULTS}|{RESULTS_ABROAD}"
_OTHERS = (
    r"margins?|gewinnspannen?|marges?|márgenes|margen|margini|margine|margens|margem"
    r"|(?:dividend )?payouts?|(?:dividenden?|dividendos?|dividendi|dividendes?|dividends?)(?: yields?)?"
    r"|dividendenrendite|rendement du dividende|rentabilidad por dividendo|rendimento da dividendo"
    r"|(?:stock )?market (?:cap(?:itali[sz]ation)?s?|values?)|mkt cap|mcap|marktkapitalisierung|börsenwert"
    r"|capitali[sz]ation boursière|capitalización bursátil|capitalizzazione di borsa|valor de mercado"
    r"|assets under management|aum|net worth|employees|headcount|workforce|mitarbeiter|beschäftigte|effectifs"
    r"|(?:total |net |long-term )?debt|schulden|cash flow|free cash flow|capex|book value|buchwert|p/e(?: ratio)?|kgv"
    r"|deliveries|shipments"
)
# What a figure is counted in, as a heading says it: `($bn)`, `, in millions`, `in Mrd. Euro`.
_SCALE = r"(?:bn|tn|mn?|mio\.?|mrd\.?|mds?|mld|billions?|millions?|crores?|cr|lakhs?|milliarden|millionen|milliards)"
_MONEY = r"(?:[a-z]{0,3}[$€£¥₹]|usd|eur|gbp|inr|rs\.?)"
_UNIT = rf"(?:,? ?\(?(?:(?:in|en) [^\d\n]{{1,20}}|{_MONEY}? ?{_SCALE}|[a-z]{{0,3}}[$€£¥₹]|%)\)?)"
_WHICH = (
    r"(?:(?:net|gross|operating|total|quarterly|annual|diluted|basic|adjusted|reported|company|average|highest|lowest"
    r"|largest|biggest|top|q[1-4]|full[ -]year) )*"
)
_OF_EACH = (
    r"(?: (?:per|a|je|par|por|pro) (?:share|aktie|action|acción|azione|ação|aandeel))?"
    r"(?: (?:by|per|nach|par|por|pro) [^\W\d]{4,20})?(?: (?:q[1-4] )?(?:fy ?)?(?:19|20)[0-9]{2})?"
)
_HEADING = re.compile(rf"{_WHICH}(?:{_RESULTS}|{_OTHERS}){_OF_EACH}{_UNIT}?:?")
_RANKED = re.compile(rf"[^\d\n]{{3,40}} (?:by|nach|par|por|per) {_WHICH}(?:{_RESULTS}|{_OTHERS}){_UNIT}:?")
# Of a security, beside its price: a table's header has them, but a heading such as `Yields` may be of bonds.
_OF_SECURITY = (
    r"premium(?: to nav)?|discount(?: to nav)?|rating|momentum|alpha|beta|yields?|rendite|rendement|score|volatility"
    r"|weight|gewicht(?:ung)?|(?:kurs|upside |downside )?poten[tzc]i[ae]le?|upside|downside|p/b|roe|coupons?|kupon|ytm"
    r"|(?:total |net )?assets|gdp|bip|pib|pil|bbp|population|reserves|deposits"
    r"|(?:savings?|interest|deposit|policy|inflation|unemployment|tax|loan) rates?"
    r"|(?:implied|expected) (?:move|volatility)|(?:[^\W\d]{2,12} )?(?:growth|surprise|upside)|apy|apr|discount|spread"
    r"|difficulty|hashrate|supply|dominance|liquidations|basis|prognosis|rank|grade|stakes?|quota|votes|bids|asks"
)
# A price that nobody paid: what is expected, or agreed on for later.
_TARGET = re.compile(
    r"(?:(?:12[ -]?m(?:onth)?|mean|median|average|avg\.?|analysts?|consensus) )*"
    r"(?:(?:price )?targets?(?: price)?|forecasts?)"
    r"|(?:price|kurs) (?:forecast|prognose)|(?:kurs)?ziele?|prognose|objectifs?(?: de cours)?|prévision"
    r"|(?:precio )?objetivo|previsión|(?:prezzo )?obiettivo|previsione|(?:preço[ -])?alvo|previsão|koersdoel|consensus"
    r"|estimates?|(?:all[- ]time|record) (?:high|low)s?|ath|atl|(?:record|peak)(?: price)?|allzeit(?:hoch|tief)"
    r"|(?:strike|exercise|exit)(?: price)?|fair price|(?:fair|intrinsic) value|basispreis"
    r"|prix d'exercice|precio de ejercicio"
)
_EXTREME = re.compile(
    r"(?:52|12)[- ]?(?:w(?:ee)?ks?|w|wochen|sem\.?|m|months?)[- .]*(?:high|low|hoch|tief|máx\.?|mín\.?)"
    r"|(?:year|yearly|annual|ytd) (?:high|low)|(?:high|low) 52 ?w|jahres(?:hoch|tief)(?:st)?"
)
"""A high or a low of a longer time."""
_FIGURE = re.compile(rf"{_WHICH}(?:{_RESULTS}|{_OTHERS}){_OF_EACH}{_UNIT}?|(?:{_OF_SECURITY}){_UNIT}?")
_OTHER_PRICE = re.compile(
    rf"(?:[0-9.,]+ )?(?:{_TARGET.pattern}|entry(?: price)?|(?:avg\.?|average)(?: cost| price)?|cost(?: basis)?|invested"
    r"|qty\.?|quantity|shares|units|stück|actions|acciones|(?:issue|ipo) price|premium|discount)"
    r"(?:[: ]+[$€£₹]?[0-9.,]+)?:?",
    re.IGNORECASE,
)
"""Another price, or how much is held, perhaps with its figure."""
_OTHER_MOVE = re.compile(
    r"(?:(?:vs\.?|versus|from|off|below|above|under|over|to|since|of) )?"
    r"(?:(?:the|its|52[ -]w(?:ee)?k|all[ -]time|price|fair|issue|cost|analyst|average|avg\.?|dividend|annual|net|mean"
    r"|portfolio|short|intraday|ex-?) ?)*"
    rf"(?:{_OF_SECURITY}|potential|targets?|nav|value|highs?|lows?|peak|ipo|price|cost|dividend|margin|dividendenrendite"
    r"|allocation|portfolio|ownership|interest|float|iv|cagr|vol|volume|range|gap|chance|probability|implied|expected|payout"
    r"|relative|owned|held|off|(?:buy|sell|stop|entry|support|accumulation) zone|(?:over|under|fairly )valued|date|tag"
    r"|payment|potentiel|rentabilidad|rendimento)(?: to nav| up| down| potential)?"
    r"|(?:vs\.?|versus|from|below|above|of|since|per|relative to) (?!.*\b(?:day|close|yesterday|session|today)\b).*"
    r"|(?:a|per) year|sur (?:un|[0-9]+) (?:ans?|mois)|p\. ?a\.|annuali[sz]ed"
    r"|(?:de|di) (?:rendement|potentiel|rentabilidad|rendimento|potencial)"
    r"|(?:seit|depuis|desde|dal|da) (?!vortag|gestern|hier\b|ayer|ieri).*",
    re.IGNORECASE,
)
"""What a percent is of, if not of the day, or from where it is."""
_CAPITALS = frozenset(("NAV", "APY", "APR", "IPO", "CAGR", "P.A."))


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'").strip()


def heads_other_figures(heading: str) -> bool:
    """Return whether a heading is of a figure of companies: `Net income per share`, `Revenue by company, $bn`."""
    text = _plain(heading)
    return _HEADING.fullmatch(text) is not None or _RANKED.fullmatch(text) is not None


def is_other_figure(cell: str) -> bool:
    """Return whether a header's cell names a figure of a company or a security that is no quote's: `Premium`."""
    return _FIGURE.fullmatch(_plain(cell)) is not None


def is_target(cell: str) -> bool:
    """Return whether a header's cell names a price that is expected or agreed on: `Price target`, `Strike`."""
    return _TARGET.fullmatch(_plain(cell)) is not None


def is_extreme(cell: str) -> bool:
    """Return whether a header's cell names a high or a low of a longer time: `52-week high`."""
    return _EXTREME.fullmatch(_plain(cell)) is not None


def names_other_price(text: str) -> bool:
    """Return whether a text by some figures names such a price, or how much is held: `Target`, `10 shares`."""
    return _OTHER_PRICE.fullmatch(text) is not None


def is_other_price(cell: str) -> bool:
    """Return whether a header's cell names another price than the last one: an older one, one paid, a target."""
    return is_past_price(cell) or is_cost(cell) or is_target(cell) or is_extreme(cell)


def names_other_move(text: str) -> bool:
    """Return whether a text right behind a percent says that it is of something else than the day: `to target`.

    Nearly any word in capitals may be a symbol.
    """
    text = text.strip(" ()")
    return _OTHER_MOVE.fullmatch(text) is not None and (text in _CAPITALS or not text.isupper())
