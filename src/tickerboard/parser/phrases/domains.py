"""Words of a market, and of other domains: what a page, or a list on it, is about."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tickerboard.parser.phrases.movers import FALLERS, RISERS

if TYPE_CHECKING:
    from collections.abc import Sequence

# Words of other domains in the lines around a list, none of which a market page prints above its quotes. Both patterns
# look at small letters, for one that ignores the case takes five times as long.
FOREIGN = re.compile(
    r"\b(?:polls?|pollsters?|ballots?|approval|elections?|votes?|voters?|turnout|stimmen|partei(?:en)?"
    r"|(?:\w*tags|europa|präsidenten|präsidentschafts|kommunal|gemeinderats|bürgermeister|neu)?wahl(?:en|ergebnis(?:se)?)?"
    r"|sonntagsfrage|umfrage|verkiezing(?:en)?|wybory|sondages?|sondaggio|encuesta"
    r"|[ée]lections?|elecciones|votos|elezioni|candidates?|seats"
    r"|betting|bookmakers?|odds|fantasy|goals?|goalscorers?|fixtures?|league|liga|ligue|bundesliga|standings|teams?|players?"
    r"|playoffs?|matchday|rebounds|assists|fide|atp|wta|rankings"
    r"|add to (?:basket|cart|bag)|in den warenkorb|ajouter au panier|free (?:delivery|shipping)|out of 5|in stock"
    r"|sensors?|telemetry|readings|messwerte"
    r"|special offers?|this week's offers|on sale|sale(?=:)|per game"
    r"|black friday|cyber monday|customer reviews|save up to|% off|only [0-9]+ left|box office"
    r"|recipes?|serves|servings?|ingredients|flour|calories|kcal|nutrients?|nutrition|per 100 ?g"
    r"|per (?:m2|m²|sqm)"
    r"|cases|deaths|infections|incidence|inzidenz|hospitali[sz]ations|vaccinat\w+|covid"
    r"|population|inhabitants|einwohner|census|temperature|humidity|rainfall|wind speed|forecast high"
    r"|(?:consumer|producer|house|home|food|fuel|petrol|gas) prices?|batting|innings|gdp|unemployment"
    r"|grades?|students?|exams?|gpa|class average|pupils|commits?|contributors|pull requests|bundle size"
    r"|lines of code|race results|bib|heart rate|median price|bedrooms?|suburbs?|datenvolumen|tarife?"
    r"|(?:top|best|new|popular|trending) (?:apps?|songs?|albums?|podcasts?|movies?|films?|books?|games?)"
    r"|volby|szavaz\w*|выбор[ыа]|вибори|избори|izbori|seçim\w*|pemilu|bầu cử|vaalit|alegeri|mecz\w*|utkání|mérkőzés\w*"
    r"|матч\w*|pertandingan|trận đấu|ottelu\w*|teplot[ay]|temperatur[ay]?|hőmérséklet|температур[аы]|sıcaklık|suhu"
    r"|nhiệt độ|lämpötila|oceny|známky|vizsga|оценки|экзамены?|sınav|ujian|điểm thi|karakter(?:er)?|eksamen|betyg"
    r"|sklep\w*|магазин\w*|mağaza\w*|(?:nekretnin|nieruchomo|nemovitost|ingatlan|недвижим|emlak|kinnisvara)\w*|properti"
    r"|bất động sản"
    r"|salary|salaries|job adverts?|flights|fares|rents?|average price|vs\.? last (?:year|month))\b"
    r"|선거|경기 결과|기온|성적|부동산|不動産|選挙|選舉|試合|比賽結果|気温|氣溫|成績|試験|เลือกตั้ง|อุณหภูมิ|انتخابات|בחירות"
)
MARKET = re.compile(
    r"\b(?:markets?|(?<!in )stocks?|shares|equities|(?<!price )(?:index|indices|indexes)|ticker|symbols?|watchlist"
    r"|quotes?|movers"
    r"|forex|fx|currenc(?:y|ies)|commodit(?:y|ies)|crypto\w*|futures|bonds|etfs?|funds?|nasdaq|nyse|exchange rates?"
    r"|aktien?|kurse?|b[öo]rse\w*|devisen|rohstoffe|wertpapiere?|bourse|cours|actions|valeurs|march[ée]s?|bolsas?|mercados?"
    r"|acciones|a[çc][õo]es|cotizaci\w+|cota[çc]\w+|divisas|borsa|azioni|mercati|valute|koersen|beurs|aandelen"
    rf"|tops|flops?|vortag|(?:previous|prev\.?|prior)(?: daily)? close|{'|'.join((*RISERS, *FALLERS))})\b"
    r"|\b(?:giełd|notowa|fundusz|fondos\b|val(?:or|eur) liquidativ[eo]|walut|burz[ay]|tőzsd|részvény|deviza|pörss|osakk"
    r"|valuuttakurs|børs|valutakurs|bursa|acțiun|valutar|endeks|hisse|dionic|tečaj|berz[ai]|saham|indeks|cổ phiếu"
    r"|chứng khoán|tỷ giá|χρηματιστ|μετοχ|δείκτ|котиров|валют|бірж|індекс|акці|борс|берз)"
    r"|株|銘柄|市場|指数|指數|為替|匯率|汇率|증권|지수|종목|증시|환율|코스피|코스닥|股|döviz|borsa|акци|бирж|индекс"
    r"|หุ้น|ดัชนี|בורסה|מניות|מדד|بورصة|أسهم|مؤشر|komodit|emtia|giá vàng|ราคาทอง|시세|주식|선물|相場|先物|行情|期货|期貨"
    r"|بورس|سهام|قیمت طلا|نرخ ارز|شاخص|शेयर बाज|सेंसेक्स|শেয়ার|giełd|notowania|tőzsd|részvény|pörssi|kauphöll|hlutabréf"
)
_FEWEST_WORDS = 2
"""Different foreign words that make a page one of another domain, where no word of a market is on it."""
LOOKED_AT = 10_000
"""Characters of a page, or of a list, that show what it is about."""


def names_other_domain(lines: Sequence[str]) -> bool:
    """Return whether a word of another domain is in the lines of a list and above it."""
    return bool(_foreign(looked_at(lines)))


def names_market(lines: Sequence[str]) -> bool:
    """Return whether a word of a market is on a page."""
    return _names_market(looked_at(lines))


def is_elsewhere(lines: Sequence[str]) -> bool:
    """Return whether a page is of another domain: it has words of one, and none of a market."""
    if names_market(lines):  # as most pages with quotes do
        return False
    return len(_foreign(looked_at(lines))) >= _FEWEST_WORDS


@lru_cache(4)
def _names_market(text: str) -> bool:
    return MARKET.search(text) is not None


@lru_cache(4)
def _foreign(text: str) -> frozenset[str]:
    """Return the words of another domain in a text; the page and its first list often begin with the same one."""
    return frozenset([found[0] for found in FOREIGN.finditer(text)])


def looked_at(lines: Sequence[str]) -> str:
    """Return the beginning of some lines, in small letters."""
    return "\n".join(lines[:LOOKED_AT])[:LOOKED_AT].lower()
