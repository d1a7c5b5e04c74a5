"""Texts that stand where a name does and name no quote: figures, times, notes and headings of a page.

Each word is declared once. A text is such a name if all of it is such words: `52-week high` is a figure's name, `High
Tide` is a company's. Figures, clock times and time zones in a text make no difference: `Delayed 15 min` is `delayed`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tickerboard.parser.figures.currencies import is_currency
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.names.moments import is_moment
from tickerboard.parser.phrases.periods import DAY_WORDS
from tickerboard.parser.tables.fields import FIGURES, Field
from tickerboard.parser.tables.headers.header import field_of, may_be_header
from tickerboard.text.days import MONTHS, TODAY, WEEKDAYS
from tickerboard.text.word_lists import phrases, word_set

_SHORTEST_WORD = 6
"""Letters of a word in capitals that is a word and no symbol; `LOW` and `OPEN` are symbols of shares."""


_MARKS = re.compile(r"[\s:|·•,;()\[\]!*\u2013\u2014-]+")
_NUMBERS = re.compile(r"[0-9]+(?:[.:/-][0-9]+)*%?(?:st|nd|rd|th|d|w|m|y|h)?")

_ZONES = word_set(
    "am pm a.m. p.m. et est edt ct cst cdt pt pst pdt gmt bst utc cet cest mez mesz ist jst hkt aest uhr h"
)
_TIMES = (
    MONTHS
    | WEEKDAYS
    | TODAY
    | word_set("""
    tomorrow 今日 昨日 本日 今天 昨天 weekly monthly daily quarterly annual annually week month year quarter woche monat
    jahr quartal semaine mois année semana mes año settimana mese anno mês ano
""")
)
_UNSAID = _ZONES | MONTHS | WEEKDAYS
_MONTH = "|".join(MONTHS)
_TIME_FORM = re.compile(
    rf"[0-9]{{1,2}}[-./ ](?:{_MONTH})\.?(?:[-./ ](?:[0-9]{{4}}|[0-9]{{2}}))?|(?:{_MONTH})\.?[-./ ]['’]?[0-9]{{2,4}}"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})? ?(?:[ap]\.?m\.?)?(?: [a-z]{2,4})?"
    r"|(?:q[1-4]|[1-4]q|h[12]|[12]h|fy)(?:[ '/-]?(?:[0-9]{4}|[0-9]{2}))?"
    r"|(?!3m\Z)[0-9]+ ?(?:day|week|month|year|yr|mo|d|w|m|y|h)s?"
    r"|(?:kw|week|woche) [0-9]{1,2}|(?:19|20)[0-9]{2}(?:[/-][0-9]{2,4})?[ef]?"
)
"""Days, quarters, clock times and periods with their figures; 3M is a company."""
# Buttons of a chart, glued: `2W10W9M`.
_BUTTONS = re.compile(r"(?:\A|(?<=[^0-9A-Z]|[a-z]))[0-9]{1,2}[DWMY](?:YTD|[0-9]{1,2}[DWMY])+\Z")


def _phrase(text: str) -> str:
    """Return the words of a text in small letters, without figures, days, times, time zones and marks."""
    words = _MARKS.sub(" ", text.casefold()).split()
    return " ".join(word for word in words if word not in _UNSAID and not _NUMBERS.fullmatch(word))


def _phrases(text: str) -> frozenset[str]:
    """Return the phrases that bars or line ends part, each as `_phrase` leaves it."""
    return frozenset(map(_phrase, phrases(text)))


# Figures of a company, a security or an account, by one word or by several of which one is the first.
_FIGURE_ALONE = word_set("""
    risk duration sharpe sortino drawdown maturity coupon ter ocf risiko laufzeit risque riesgo rischio risco support
    beta vwap rsi macd ebit ebitda roe roa roic peg volatility dividend dividends revenue revenues sales
    turnover profit profits earnings margin expenses liabilities resistance pivot strike total subtotal average value
    price spread shares trades assets sum bid ask offer settlement yield cash debt gdp inflation cpi unchanged
    dominance eps nav p/e p/b p/s umsatz gewinn dividende rendite buchwert streubesitz kgv kcv kbv geld brief
    volatilität summe gesamt marktkapitalisierung bénéfice rendement capitalisation bpa ingresos beneficio beneficios
    rentabilidad capitalización dividendo ricavi utile rendimento capitalizzazione receita lucro omzet winst bip pib
    pe marketcap asset advanced declined export div div. 配当 配当利回り 売上高 営業利益 純利益 目標株価 年初来高値
    年初来安値 前日終値 売買代金 時価総額 信用倍率 pbr 市盈率 市净率 换手率 总市值 流通市值 净利润 营业收入
""")
_FIGURE_HEADS = _FIGURE_ALONE | word_set("""
    high low open close volume volumes vol cap capitalization range target targets support interest float outstanding
    income expense cost costs ratio payout rate rates return returns gain gains loss losses balance power score rating
    change move performance premium hoch tief haut bas máximo mínimo massimo minimo máxima mínima ziel kursziel
    objectif objetivo obiettivo
""")
_FIGURE_MODIFIERS = word_set("""
    & net gross operating free market book fair portfolio account position your my day days day's daily week weeks
    weekly month months monthly year years yearly wk mo yr avg avg. mean median moving exponential simple per share
    short previous prev prev. last ttm forward trailing diluted basic annual annualized quarterly adjusted adj adj.
    est est. estimated of the to and in on from intraday today today's current effective unrealized unrealised
    realized realised put call implied historical dividend buying purchasing tax interest prime mortgage exchange
    discount deposit lending inflation unemployment jobless bounce conversion churn policy repo savings price percent
    profit cash sales earnings open long term ex date all time record analyst analysts consensus tages wochen tage
    monats jahres je pro aktie der des im le du de la sur an jour semaines sem. séance action chiffre d'affaires
    résultat precio prezzo preço alvo cours prix dernier día giorno dia anual annuel
""")
_FIGURE_PHRASES = _phrases("""
    market value|net asset value|gewinn je aktie|chiffre d'affaires|résultat net|valor de mercado|free cash flow
    cash flow|operating cash flow|revenue growth|sales growth|earnings growth|fed funds rate|federal funds rate|p&l|p/l
    fear & greed|fear and greed|fear & greed index|gas|year to date|ytd|mtd|qtd|pe ratio|div. yield|div yield|deaths
    death|cases|case|positivity|advancing|declining|advances|declines|advancers|decliners|new highs|new lows|exports
    imports|buying power|enterprise value|sign-ups|signups|bounce rate|page views|pageviews|visitors|sessions|users
    active users|downloads|installs|stars|followers|subscribers|likes|reviews|comments|comment|results|result|items|item
    page|coverage|bundle size|calories|turnout|class average|all items|food|shelter|apparel|draw|gpa|analyst target
    analyst targets|price target|target price|consensus target|mean target|median target|kursziel|issue price|ipo price
    offer price|cost basis|average cost|consensus|consensus estimate|estimate|estimates|objectif|objetivo|obiettivo
    r-squared|industrial production|factory orders|durable goods|durable goods orders|housing starts|building permits
    trade balance|current account|nonfarm payrolls|non-farm payrolls|jobless claims|initial jobless claims
    new home sales|existing home sales|pending home sales|personal income|personal spending|construction spending
    business inventories|consumer credit|capacity utilization|industrieproduktion|auftragseingang|einzelhandelsumsatz
    einzelhandelsumsätze|production industrielle|ventes au détail|producción industrial|ventas minoristas
    produzione industriale|vendite al dettaglio
    último dividendo|dernier dividende|last quarter|last year|last month|last week|objectif de cours|precio objetivo
    prezzo obiettivo|preço-alvo|preço alvo|koersdoel
""")
_LEVELS = _phrases("""
    stop|stop loss|stop-loss|stoploss|entry|entry zone|entry point|exit|take profit|take-profit|take profit target
    support|resistance|einstieg|stopp|ausstieg|stop-loss-marke|soporte|resistencia|buy zone|sell zone|stop zone
    support zone|accumulation zone|fair value|overvalued|undervalued|fairly valued|long|short|long position
    short position|kaufzone|verkaufszone|überbewertet|unterbewertet|zone d'achat|surévalué|sous-évalué|zona de compra
    sobrevalorado|infravalorado|zona di acquisto|sopravvalutato|sottovalutato|koopzone
""")
"""The prices of a plan to trade."""
# How the name of a figure or of its session ends, or begins, whatever it is of: `Nasdaq Vol`, `Acme Inc After hours`.
_FIGURE_OF = re.compile(
    r".*\b(?:vol|volume|turnover|market cap|mkt cap|dominance|open interest|put/call ratio|dividend yield|eps|p/e"
    r"|target est\.?|after[ -]hours|(?:pre|post)[ -]?market|extended hours|market (?:open|closed)|real[ -]time"
    r"|ltp|under|below|above|prev(?:ious|\.)? close|52[ -]w(?:ee)?k (?:high|low|range))\)?|.+ target"
    r"|.+ price (?:target|forecast|prediction|history)\b.*|.+ (?:after|pre)[ -](?:hours|market) (?:quote|price)"
    r"|volume [a-z]{2,5}|(?:box office|fantasy|results?|poll):.*|unemployment\b.*",
    re.IGNORECASE,
)

# Notes between a name and its figures, which are of that name: the state of the market, delays, advertising, buttons.
_NOTES = _phrases("""
    advertisement|advertisements|advertising|advert|ad|ads|sponsored|sponsored content|promoted|anzeige|werbung
    publicité|publicidad|pubblicità|publicidade|advertentie|annons|reklam|reklama|реклама|広告|广告|廣告|market closed
    markets closed|market is closed|closed|market open|markets open|market is open|open now|börse geschlossen
    marché fermé|marché ouvert|mercado cerrado|mercado abierto|mercato chiuso|mercado fechado|real time|realtime
    real time quote|real time quotes|real time price|live|live price|live quote|delayed|delayed quote|delayed quotes
    delayed price|delayed by min|delayed by minutes|delayed min|delayed mins|delayed minutes|min delay|minute delay
    minutes delay|min delayed|minutes delayed|at least minute delay|quotes delayed|quotes delayed min
    quotes delayed by minutes|quotes delayed minutes|data delayed min|data delayed minutes|data delayed by minutes
    price delayed by minutes|data delayed at least minutes|quote delayed at least minutes|echtzeit|verzögert
    zeitverzögert|min verzögert|temps réel|différé|en différé|tiempo real|diferido|tempo reale|differito|tempo real
    atrasado|indikativ|last updated|last updated at|update|updated|updated at|last update|last trade|as of|as of close
    close|at close|at the close|schlusskurs|schluss|clôture|cierre|chiusura|fechamento|slotkoers|previous close
    closed at|market close|vs prev close|vs. prev. close|vs previous close|vs. previous close|stand|aktualisiert
    zuletzt aktualisiert|mis à jour|dernière mise à jour|actualizado|última actualización|aggiornato
    ultimo aggiornamento|atualizado|última atualização|last price|current price|price|last|last sale|kurs|cours|dernier
    today|change|chg|chg.|var.|var|前日比|現在値|buy|sell|trade|trade now|buy now|invest|chart|view chart|charts|add
    add to watchlist|add to portfolio|add to list|watch|watchlist|follow|following|compare|share|set alert|alert|alerts
    kaufen|zur watchlist|zur watchlist hinzufügen|acheter|suivre|ajouter|comprar|intraday|seguir|añadir|compra|segui
    aggiungi|intra-day|volgen|掲示板|quote price arrow up|quote price arrow down
""")
# Notes above figures that are of another session than the day's: they are not the quote of the name above.
_OTHER_SESSIONS = _phrases("""
    pre|post|after hours|after hours last|after hours quote|after hours trading|after market|post market|extended hours
    extended trading|pre market|premarket|pre market trading|pre market last|before hours|overnight|overnight trading
    nachbörslich|nachbörse|vorbörslich|vorbörse|hors séance|après bourse|avant bourse|24 hour market|ah|pre mkt|post mkt
    aftermarket|postmarket|hors cotation|après clôture|avant ouverture|fuera de hora|fuera de horario|preapertura
    pre apertura|premercado|pre mercado|pré mercado|pós mercado|pós fechamento|dopo mercato|dopo borsa|pre borsa
    preborsa|voorbeurs|nabeurs|voorbeurshandel|nabeurshandel|nabeurskoers
""")
# Headings of sections and words of menus.
_HEADINGS = _phrases("""
    top gainers|gainers|top losers|losers|gainers & losers|gainers and losers|winners|most active|most actives
    most actively traded|most traded|most viewed|most popular|trending|trending now|trending tickers|trending stocks
    movers|top movers|market movers|biggest movers|biggest gainers|biggest losers|unusual volume|new high|new low
    read more|more|see more|see all|view all|view more|show more|show all|load more|learn more|full list|details|menu
    home|news|latest news|headlines|markets|world markets|global markets|market overview|market summary|market data
    market snapshot|market watch|at a glance|stocks|stock market|equities|indices|indexes|major indices|commodities
    currencies|currency|forex|crypto|cryptocurrencies|cryptos|bonds|treasuries|futures|etfs|funds|mutual funds|options
    kursdaten|kursinformationen|stammdaten|handelsdaten|marktdaten|price data|price information|quote data|trading data
    overview|summary|key stats|key statistics|key figures|key data|statistics|performance|quotes|stock quotes|watchlists
    my watchlist|my portfolio|portfolio|recently viewed|related quotes|people also watch|similar stocks|peers|sign in
    sign up|log in|login|register|subscribe|newsletter|search|back to top|print|email|share this page|symbol|ticker|name
    company|next earnings|earnings calendar|upcoming earnings|gewinner|verlierer|top gewinner|top verlierer|tops|flops
    tops & flops|aktien|indizes|rohstoffe|devisen|kurse|märkte|marktübersicht|mehr|mehr anzeigen|alle anzeigen
    weiterlesen|übersicht|kennzahlen|nachrichten|meistgehandelt|hausses|baisses|plus fortes hausses|plus fortes baisses
    palmarès|matières premières|devises|marchés|lire la suite|voir plus|voir tout|accueil|actualités|valeurs|subidas
    bajadas|mayores subidas|mayores bajadas|materias primas|divisas|mercados|bolsa|ver más|leer más|ver todo|noticias
    acciones|migliori|peggiori|materie prime|valute|mercati|azioni|leggi tutto|vedi tutti|notizie|maiores altas
    maiores baixas|altas|baixas|ações|moedas|ver mais|leia mais|notícias|stijgers|dalers|grondstoffen|valuta|beurs
    aandelen|lees meer|値上がり率|値下がり率|値上がり|値下がり|ランキング|ニュース|涨幅榜|跌幅榜
    상승|하락|보합|上昇|下落|上涨|下跌
""")
NEVER_SYMBOLS = word_set("AH EPS GDP EBIT EBITDA YTD MTD QTD ROE ROA ROIC VWAP RSI MACD PEG KGV KCV BIP PIB N/A")
"""Words in capitals, shorter than a word has to be, that are no symbols either."""


_NUMBERED = re.compile(r".*[^\W\d] (?!(?:19|20)[0-9]{2}\Z)[0-9]{1,4}")
"""A name with a number behind it, as an index has; `Net income 2024` is none."""
_NOTE_WORDS, _SESSION_WORDS = word_set(" ".join(_NOTES)), word_set(" ".join(_OTHER_SESSIONS))
_NOT_NAMED = _NOTES | _OTHER_SESSIONS | _HEADINGS | _LEVELS
_VOCABULARY = (
    _TIMES | _ZONES | _FIGURE_HEADS | _FIGURE_MODIFIERS | word_set(" ".join(_NOT_NAMED | _FIGURE_PHRASES)) | {"fy"}
)
"""All words of which such names are made."""
_DECISIVE = DAY_WORDS | word_set(
    "vol volume turnover cap dominance interest yield eps est unemployment hours market premarket postmarket open"
    " closed time close target forecast prediction history under below above"
)
"""Words that make a name of any others, as in `Nasdaq Vol`."""


SPECIAL = _VOCABULARY | _DECISIVE
"""Words without which no text of letters is such a name, unless it is a header's."""


@lru_cache(16_384)
def names_other(text: str) -> bool:
    """Return whether a text names a figure, a time, a session or a part of a page, and so no quote."""
    if text.isupper() and text.isascii() and " " not in text:
        if text in NEVER_SYMBOLS:
            return True
        if len(text) < _SHORTEST_WORD and text.isalpha():
            return False
    if _has_own_word(text):
        return False
    if "%" in text or is_time(text) or _BUTTONS.search(text):
        return True
    phrase = "" if _NUMBERED.fullmatch(text) else _phrase(text)
    return phrase in _NOT_NAMED or (known_kind(text) is None and _is_figure(text, phrase))


def names_figure_alone(text: str) -> bool:
    """Return whether a text names a figure or a note and nothing it is of: `Dividend & Yield`, not `Acme target`."""
    return names_other(text) and _VOCABULARY.issuperset(text.casefold().removesuffix(":").split())


def is_trade_level(text: str) -> bool:
    """Return whether a text names a price of a plan to trade, such as `Stop loss`: `Target` beside it is no company."""
    return _phrase(text) in _LEVELS


def is_zone(text: str) -> bool:
    """Return whether a word belongs to a clock time before it, as `AM` and `EST` do."""
    return text.casefold() in _ZONES


@lru_cache(16_384)
def _has_own_word(text: str) -> bool:
    """Return whether a text of plain letters has a word that no such name has: a look at first, for most names have."""
    if not (text.isascii() and (text.isalpha() or text.replace(" ", "").isalpha())):
        return False
    words = text.casefold().split()
    return not _VOCABULARY.issuperset(words) and _DECISIVE.isdisjoint(words) and not may_be_header("".join(words))


def is_time(text: str) -> bool:
    """Return whether a text is a day, a month, a quarter, a clock time or a period, and nothing more."""
    if _has_own_word(text):
        return False
    plain = " ".join(text.casefold().split())
    if _TIME_FORM.fullmatch(plain) or is_moment(plain):
        return True
    words = _MARKS.sub(" ", plain).split()
    return any(word.strip(".") in _TIMES for word in words) and all(
        word.strip(".") in _TIMES or word in _ZONES or _NUMBERS.fullmatch(word) for word in words
    )


@lru_cache(8_192)
def is_note(text: str) -> bool:
    """Return whether a line stands between a name and its figures and says nothing of either, as advertising does."""
    return _may_begin(text, _NOTE_WORDS) and _phrase(text) in _NOTES


def is_other_session(text: str) -> bool:
    """Return whether a line names another session than the day's, perhaps with its time."""
    return _may_begin(text, _SESSION_WORDS) and _phrase(text) in _OTHER_SESSIONS


def _may_begin(text: str, words: frozenset[str]) -> bool:
    """Return whether the first word of a text may be one of some words: a look at first, for few lines do."""
    first = text.partition(" ")[0].casefold()
    return not first.isalpha() or first in words or first in _UNSAID


def named_part(text: str) -> str:
    """Return a line of several parts, such as `NASDAQ: CSCO · Real-Time Price · USD`, without notes and currency."""
    if " · " not in text:
        return text
    parts = [part for part in text.split(" · ") if not is_note(part) and not is_currency(part)]
    return parts[0] if len(parts) == 1 else text


def _is_figure(text: str, phrase: str) -> bool:
    if phrase in _FIGURE_PHRASES or _FIGURE_OF.fullmatch(text) or _names_column(text):
        return True
    words = phrase.split()
    if len(words) == 1:
        return words[0] in (_FIGURE_HEADS if text[0].isdecimal() else _FIGURE_ALONE)
    heads = [word in _FIGURE_HEADS for word in words]
    return any(heads) and all(head or word in _FIGURE_MODIFIERS for head, word in zip(heads, words, strict=True))


def _names_column(text: str) -> bool:
    """Return whether a text is the header of a column of figures."""
    return field_of(text) in FIGURES - {Field.LAST}
