"""Headings that name a measure of companies or economies: the figures below it are of that, and no prices."""

from __future__ import annotations

import re

from tickerboard.text.word_lists import word_set

_LONGEST = 60
# What is measured, as the last word of a heading in German or English.
_MEASURES = (
    r"(?:earnings|sales|revenues?|profits?|margins?|spend(?:ing)?|expenditures?|pay|wages?|salar(?:y|ies)|inflation"
    r"|unemployment|exports?|imports?|registrations|deliveries|shipments|(?:in|out)?flows|reserves|deposits|dividends?"
    r"|payouts?|valuations?|ratios?|weights?|weightings?|scores?|ratings?|premiums?|discounts?|spreads|fees"
    r"|correlations?|volatility|surprises?|returns?|subscriptions?|satisfaction|shareholders|shareholdings|odds"
    r"|contributions?|balance|production|output|percentages?"
    r"|(?:quartals|jahres|halbjahres|geschäfts)zahlen|\w*renditen|marktanteile|\w*umsätze"
    r"|\w*gewinne|zulassungen|ausfuhren|einfuhren|löhne|gehälter|inflationsrate)"
)
# Words before a measure, or a growth, that say of whom and when it is.
_WHOSE = (
    r"(?:(?:net|gross|operating|total|quarterly|annual|half[- ]year(?:ly)?|full[- ]year|first|second|third|fourth"
    r"|average|highest|lowest|largest|biggest|top|best|latest|new|q[1-4]|h[12]|[a-z]+-quarter|[a-z]+-year"
    r"|(?:fy ?)?(?:19|20)[0-9]{2}) )*"
)
_OF_WHAT = re.compile(r" (?:by|in|of|for|per|to|and|as|nach|je|pro|und|im|in the)\b.*|,? \([^()]{1,12}\)\Z|:\Z")
_WHEN = re.compile(r" (?:today|(?:q[1-4] )?(?:fy ?)?(?:19|20)[0-9]{2})\Z")
_MEASURE = re.compile(rf"{_WHOSE}(?:(?!session|dai?l?y)[^\W\d][\w&'/.-]* )?{_MEASURES}")
_ALONE = word_set("""
    earnings sales revenues profits inflation unemployment wages valuations volatility weights weightings shareholders
    quartalszahlen jahreszahlen geschäftszahlen marktanteile beta betas cpi ppi ipc ipca vpi hicp risk risks
    temperatures weather wetter météo meteo clima rents inhabitants population einwohner einwohnerzahl einwohnerzahlen
    bevölkerung habitants habitantes abitanti
""")
"""Measures that head a list without a word of what they are."""
_PHRASE = re.compile(
    rf"(?:number|weight|contribution|share) (?:of|in|to) .+|market shares?|(?=.* ){_WHOSE}(?:company )?results"
    r"|(?:grey[- ]market|ipo) (?:premiums?|gmp)|(?:premiums?|discounts?) to [a-z ]{2,20}|(?:short|open) interest"
    r"|trading volumes?(?: \(.{1,8}\))?|52[- ]week ranges?|price to (?:earnings|book|sales)|(?:ipo )?listing gains"
    r"|staking yields|(?:auction|survey) results|\w+ trust discounts|closed[- ]end fund discounts"
    rf"|{_WHOSE}(?:sales|revenue|earnings|profit|dividend|gdp|eps|user|subscriber|wage|loan) growth"
    r"|(?:umsatz|umsätze|erlöse?|turnover|revenues?|takings) (?:de[rs]|von|nach|je|pro|of|by|per|at) .+"
    r"|(?:director|insider)s?['’]? (?:dealings|buying|selling|trades)|dividend (?:payments|aristocrats yield)"
    r"|(?:interest|mortgage|savings|deposit|coupon|funding|unemployment|inflation|default) rates?"
    r"|(?:résultats|chiffres d['’]affaires|bénéfices|dividendes|salaires|exportations|importations) \w+"
    r"|(?:resultados|ingresos|beneficios|dividendos|salarios|exportaciones|importaciones) \w+"
    r"|(?:risultati|ricavi|utili|dividendi|salari|esportazioni) \w+|resultados do \w+|chiffre d['’]affaires \w+"
)


def heads_measure(heading: str) -> bool:
    """Return whether a heading names a measure of companies or economies: `Quarterly results`, `Index weights`."""
    if len(heading) > _LONGEST:
        return False
    text = _WHEN.sub("", heading.casefold().replace("’", "'"))
    if _PHRASE.fullmatch(text.rstrip(":")):
        return True
    text = _OF_WHAT.sub("", text, count=1)
    return text in _ALONE or (" " in text and _MEASURE.fullmatch(text) is not None)
