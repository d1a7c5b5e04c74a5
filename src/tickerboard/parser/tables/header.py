"""The header words of quote tables in many languages, and what their columns hold."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Field(StrEnum):
    """What a column holds; `OTHER` is known and not a part of a quote, such as a rank or a bid."""

    NAME = "name"
    SYMBOL = "symbol"
    LAST = "last"
    CHANGE = "change"
    PERCENT = "percent"
    OPEN = "open"
    HIGH = "high"
    LOW = "low"
    PREVIOUS = "previous"
    VOLUME = "volume"
    CURRENCY = "currency"
    SECTOR = "sector"
    OTHER = "other"


TEXTS = frozenset((Field.NAME, Field.SYMBOL, Field.CURRENCY, Field.SECTOR))
"""Fields whose cells are words."""
FIGURES = frozenset(Field) - TEXTS - {Field.OTHER}
"""Fields whose cells are figures."""

_WORDS = {
    Field.NAME: """
        name|company|company name|stock|stocks|stock name|security|security name|instrument|index|indices
        index name|issue|issuer|description|coin|pair|currency pair|commodity|fund|fund name|title|asset
        crypto|cryptocurrency|scrip|scrip name|company/index|markets|equity|share|shares|constituent
        contract|etf|aktie|aktien|titel|bezeichnung|wertpapier|unternehmen|rohstoff|indizes|nom|libellé
        société|indice|titre|action|actions|valeurs|nombre|empresa|índice|acción|activo|título|compañía
        valores|nome|ativo|papel|ação|ações|titolo|azione|strumento|denominazione|società|titoli|naam|fonds
        名称|銘柄|銘柄名|会社名|企業名|指数|指数名|股票名称|指数名称|name of company|company symbol
    """,
    Field.SYMBOL: """
        symbol|ticker|code|stock code|sym|stock symbol|ticker symbol|scrip code|epic|security code|kürzel
        symbole|mnémo|mnemo|símbolo|simbolo|código|codigo|codice|コード|証券コード|銘柄コード|代码|股票代码|symbols|tickers
    """,
    Field.LAST: """
        last|last price|price|last trade|current|last close|closing price|last done|ltp|cmp|latest
        last traded price|current price|market price|trade price|price usd|price now|last sale
        last trade price|latest price|price ($)|price (usd)|index value|current index|close price
        today's close|last (rs)|price (rs)|price (rs.)|last value|kurs|letzter|letzter kurs|aktuell
        aktueller kurs|schlusskurs|preis|akt. kurs|kurs in eur|kurs (eur)|dernier|cours|dernier cours|prix
        cours (eur)|último|ultimo|precio|cotización|último precio|preço|cotação|último preço|prezzo
        ultimo prezzo|quotazione|prezzo ultimo contratto|últ.|ult.|último (r$)|現在値|株価|終値|取引値|価格|値
        最新价|现价|收盘价|最新|koers|laatste|slotkoers|fiyat|son
    """,
    Field.CHANGE: """
        change|chg|net change|net chg|net chng|+/-|+ / -|absolute change|price change|point change|chng|ch
        diff|difference|net ch|chg.|change ($)|change (rs)|change (pts)|change pts|day change|points change
        today's change|±|+/−|chg $|change value|veränderung|änderung|differenz|diff.|abs.|absolut|+/- abs.
        diff. abs.|unterschied|variation|var|var.|écart|variación|cambio|dif.|dif|diferencia|variação|variazione
        var. ass.|differenza|変動|前日比|verschil|涨跌|涨跌额|fark|änd.|+/- (abs)|mudança|var. dia (r$)|var. (r$)
    """,
    Field.PERCENT: """
        %|% change|change %|%chg|% chg|chg %|chg%|pct|pct change|pct chg|change percent|percent change
        change (%)|% ch|ch %|net change %|% +/-|+/- %|+/-%|in %|+/- in %|perf|perf.|performance|% chng
        chng %|gain %|loss %|% gain|% loss|chg (%)|change pct|percentage change|%change|% (1d)|day %|daily %
        today %|1d %|1 day|24h %|% 24h|24h|1d|24h change|24h chg|24h chg %|change 24h|change (24h)|24 h
        percent|pct.|%change (24h)|change in %|ch. %|day chg %|% day|diff. %|veränderung %|veränderung in %
        änderung %|änderung in %|prozent|perf. %|diff %|veränd. %|änd. %|+/- (%)|proz.|var %|var. %|% var
        % var.|variation %|variation en %|var (%)|var. (%)|variación %|variación (%)|% variación|var. en %
        variação %|variação (%)|% variação|variazione %|variazione (%)|var%|% dia|dia %|var. dia (%)|1d change|variaz. %
        騰落率|変化率|変動率|前日比%|前日比(%)|前日比率|涨跌幅|涨幅|verschil %|değişim %|fark %
    """,
    Field.OPEN: "open|opening|open price|eröffnung|ouverture|apertura|abertura|始値|今开|opening price|ouv.|apert.",
    Field.HIGH: """
        high|day high|day's high|high price|hoch|tageshoch|plus haut|haut|máximo|máxima|máx.|máx|max|max.|massimo
        高値|最高|today's high|+ haut|alto
    """,
    Field.LOW: """
        low|day low|day's low|low price|tief|tagestief|plus bas|bas|mínimo|mínima|mín.|mín|min|min.|minimo|安値|最低
        today's low|+ bas|bajo
    """,
    Field.PREVIOUS: """
        previous|prev|prev.|prev close|prev. close|previous close|pclose|p. close|yesterday|ldcp|vortag
        schluss vortag|vortageskurs|clôture précédente|veille|clôture veille|cierre anterior|anterior
        fechamento anterior|chiusura precedente|prec.|前日終値|前終値|昨收|last day close|yesterday's close
        previous price|vorige slot
    """,
    Field.VOLUME: """
        volume|vol|vol.|volumes|share volume|traded volume|total volume|volume traded|volumen|stück|出来高|成交量
        volume (24h)|volume 24h|24h volume|vol (24h)|vol. (24h)|shares traded|no. of shares|volumi
        volume total|qty
    """,
    Field.CURRENCY: "currency|ccy|cur|währung|whg|whg.|devise|divisa|moneda|moeda|valuta|通貨|curr.|curr",
    Field.SECTOR: "sector|branche|secteur|settore|setor|業種|industry",
    Field.OTHER: """
        #|rank|no|no.|nr|nr.|s.no|s.no.|sr|sr.|sr no|sr. no.|pos|time|date|updated|last update|bid|ask|offer
        buy|sell|bid price|ask price|bid vol|offer vol|market cap|mkt cap|market cap.|marketcap
        market capitalization|cap|capitalization|turnover|trades|deals|transactions|chart|charts|graph|1h
        % 1h|1h %|7d|% 7d|7d %|ytd|ytd %|% ytd|30d|52w high|52w low|52 wk high|52 wk low|52-week high
        52-week low|52w range|52 week range|day range|day's range|year high|year low|range|p/e|pe|p/e ratio
        eps|dividend|div|yield|div yield|dividend yield|isin|wkn|exchange|country|supply|circulating supply
        previous high|target|rating|einst.|ziel|zeit|datum|uhrzeit|geld|brief|umsatz|marktkap.|börse|heure
        date/heure|achat|vente|hora|fecha|data|ora|data/ora|compra|venta|venda|時刻|売買代金|時価総額|順位|listed in
        beta|avg vol|avg. volume|avg volume|average volume|watch|watchlist|action|add|alerts|news|1 week
        1 month|1 year|1w|1m|1y|3m|6m|5y|week|month|year|1w %|1m %|1y %|idx wtg (%)|idx wtg|idx point|weight
        weight (%)|freefloat (m)|market cap (m)|free float|high 52w|low 52w|last 7 days|type|status|signal
        contract size|expiry|settle|open int|open interest|change 1w|change 1m|change ytd|logo|flag|p/b|roe
        shares outstanding|amount
    """,
}
# Words that name the last price only where no clearer one does; else they are a turnover or an older close.
_WEAK = {
    "value": Field.LAST, "close": Field.LAST, "closing": Field.LAST, "level": Field.LAST, "points": Field.LAST,
    "rate": Field.LAST, "wert": Field.LAST, "stand": Field.LAST, "punkte": Field.LAST, "valeur": Field.LAST,
    "valor": Field.LAST, "valore": Field.LAST, "schluss": Field.LAST, "clôture": Field.LAST, "cierre": Field.LAST,
    "fechamento": Field.LAST, "chiusura": Field.LAST, "slot": Field.LAST, "quote": Field.LAST, "mid": Field.LAST,
    "pontos": Field.LAST, "puntos": Field.LAST, "punti": Field.LAST,
}  # fmt: skip
_MARKS = re.compile(r"[\s.:()\[\]*▲▼△▽↑↓⇅↕\u2191\u2193'’]+")
_MOST_WORDS = 4
_MOST_CELLS = 30
_MOST_WAYS = 16
_LONGEST_GLUED = 80
_LONGEST_WORD = 20


def _key(text: str) -> str:
    """Return a header's words in a form that spaces, brackets and sort arrows do not change."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("−", "-").replace("–", "-")
    return _MARKS.sub("", text.replace("pct", "%").replace("percentage", "%"))


_FIELDS = {
    _key(word): field
    for field, words in _WORDS.items()
    for line in words.strip().split("\n")
    for word in line.split("|")
    if _key(word)
}


@lru_cache(2_048)
def field_of(text: str) -> Field | None:
    """Return what a header cell names; None for an unknown one."""
    key = _key(text)
    if known := _FIELDS.get(key) or _WEAK.get(key):
        return known
    # The percent sign stands on either side of the word: `% Diff.`.
    return Field.PERCENT if "%" in key and _FIELDS.get(key.strip("%")) is Field.CHANGE else None


def fields_of(cells: list[str]) -> list[Field | None] | None:
    """Return the fields of a header's cells, side by side tables one after the other; None for no header of quotes.

    A header of quotes names the last price and a change or percent, once a table.
    """
    fields = [field_of(cell) for cell in cells]
    strong = any(_FIELDS.get(_key(cell)) is Field.LAST for cell in cells)
    if strong:
        fields = [
            Field.OTHER if field is Field.LAST and _key(cell) not in _FIELDS else field
            for cell, field in zip(cells, fields, strict=True)
        ]
    return fields if is_header(fields) else None


def is_header(fields: list[Field | None]) -> bool:
    """Return whether fields make a table of quotes: a last price and a move."""
    return Field.LAST in fields and (Field.CHANGE in fields or Field.PERCENT in fields)


def looks_like_header(fields: list[Field | None]) -> bool:
    """Return whether fields make a table of any kind: most of three or more cells are known header words."""
    known = sum(field is not None for field in fields)
    return len(fields) >= 3 and known >= 3 and known * 3 >= len(fields) * 2


def split_header(line: str) -> list[list[str]]:
    """Return the ways to split a header line into known words, for one without wide gaps.

    `Price Change %Chg` is a price and a change, or a price change; `NameKurs+/-in %` has no spaces at all.
    """
    words = line.split()
    if len(words) > _MOST_CELLS:
        return []
    ways = [way for way in _ways(words, " ", _MOST_WORDS) if len(way) > 2]
    if not ways and len(key := _key(line)) <= _LONGEST_GLUED:
        ways = [way for way in _ways(list(key), "", _LONGEST_WORD) if len(way) > 2]
    return ways


def _ways(pieces: Sequence[str], between: str, most: int) -> list[list[str]]:
    """Return ways to join pieces into known header words, those with the longest words first."""
    found: list[list[list[str]]] = [[] for _ in range(len(pieces) + 1)]
    found[-1] = [[]]
    for at in range(len(pieces) - 1, -1, -1):
        for count in range(min(most, len(pieces) - at), 0, -1):
            if found[at + count] and field_of(text := between.join(pieces[at : at + count])):
                found[at] += [[text, *rest] for rest in found[at + count]]
        del found[at][_MOST_WAYS:]
    return found[0]
