"""The time that a move is of, as a header says it: the day's is a quote's change, a week's or a year's is not.

Nor is a move before or after the day's session.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tickerboard.parser.figures.currencies import is_currency
from tickerboard.parser.phrases.movers import FALLERS, RISERS
from tickerboard.text.days import MONTH, MONTHS
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNITS = (
    "w|wk|weeks?|m|mo|mth|months?|y|yrs?|years?|wochen?|monate?|jahre?|semaines?|mois|ans?|semanas?|mes(?:es)?|años?"
    "|anos?|settiman[ae]|mes[ei]|ann[oi]|weken|week|maand|jaar"
)
_DAYS = "d|days?|tage|jours|días|dias|giorni|dagen|j|jrs"
_SPANS = "w(?:ee)?k|month|quarter|y(?:ea)?r"
_SPAN_ABROAD = (
    r"(?:jahre?n?|monate?n?|wochen?|ans?|mois|semaines?|años?|mes(?:es)?|semanas?|ann[oi]|mes[ei]|settiman[ae]|anos?)"
)
_ONE = r"(?:[0-9]{1,2}|eine?[mrn]?|zwei|drei|une?|deux|trois|una?|dos|tres|due|tre|um|uma|dois|een|twee)"
_LAST_CLOSE = (
    r"(?:(?:previous|prev\.?|prior|last) (?:(?:trading )?(?:session|day)(?:['’]s)?(?: clos(?:e|ing))?|clos(?:e|ing))"
    r"|yesterday(?:['’]s (?:close|closing price))?)\b"
)
_SINCE_LAST_CLOSE = re.compile(
    rf" (?:since|from|vs\.?|versus|over|against) (?:the )?{_LAST_CLOSE}"
    r"| (?:zum|gegenüber(?: dem)?) vortag\b| (?:depuis|par rapport à) la veille\b"
    r"| (?:respecto|frente) al cierre anterior\b",
    re.IGNORECASE,
)
_DATE = (
    rf"{MONTH.lower()}\b\.?(?: [0-9]{{1,2}}\b)?|[0-9]{{1,2}}\.? {MONTH.lower()}\b"
    r"|[0-9]{1,2}[./][0-9]{1,2}\b[./]?(?:(?:20)?[0-9]{2})?"
)
# A time with its own words around it, which are no names of columns: `sepekan`, `за неделю`, `da semana`.
_ABROAD = (
    r"(?:за|на этой|на прошлой|прошлой) (?:неделю|неделе|месяц|год|квартал)|с начала (?:года|месяца|недели)"
    r"|(?:w tym|w zeszłym|w ubiegłym) (?:tygodniu|miesiącu|roku)|od początku (?:roku|miesiąca)"
    r"|(?:deze|vorige|afgelopen|dit|vorig) (?:week|maand|kwartaal|jaar)|(?:sinds|dit) (?:jaar|januari)"
    r"|(?:i|denna|den här|förra|sidste|denne|siste|forrige) (?:veckan?|uken?|ugen?|måneden?|månaden?|året|år)"
    r"|se(?:pekan|bulan|tahun)|(?:pekan|minggu|bulan|tahun) (?:ini|lalu)"
    r"|(?:trong )?(?:tuần|tháng|năm|quý) (?:qua|này|trước)"
    r"|(?:da|na|nesta|esta|la|de la|en la|della|de cette|cette|la) (?:semana|settimana|semaine)"
    r"|(?:do|no|neste|del|el|este|de este|du|ce) (?:mês|mes|mese|mois|ano|año|trimestre)|dell[’']anno|de l[’']année"
    r"|(?:de[rs]|dieser?|dieses|im|letzte[rn]?|vergangene[rn]?) (?:woche|monats?|jahr(?:es)?)"
)
# Words for a move of such a time, and times behind a number, in further languages.
_LONGER = (
    "haftalık|aylık|yıllık|tygodniow[aey]|miesięczn[aey]|roczn[aey]|týdenní|měsíční|roční|týždenn[áý]|mesačn[áý]|ročn[áý]"
    "|heti|havi|éves|săptămânal[ăe]?|lunar[ăe]|anual[ăe]|tjedn[aio]|mjesečn[aio]|godišnj[aei]|nedeljn[aio]|mesečn[aio]"
    r"|недельн\w+|месячн\w+|годов\w+|тижнев\w+|місячн\w+|річн\w+|седмичн\w+|месечн\w+|годишн\w+|εβδομαδιαί\w+"
    r"|μηνιαί\w+|ετήσι\w+|viikkomuutos|kuukausimuutos|vuosimuutos|mingguan|bulanan|tahunan|هفتگی|ماهانه|سالانه"
    "|ال?أسبوعي|ال?شهري|ال?سنوي|שבועי|חודשי|שנתי|साप्ताहिक|मासिक|वार्षिक|hàng (?:tuần|tháng|năm)"
)
_UNITS_ABROAD = (
    r"hafta|ay|yıl|tyg(?:odni\w*)?|tydzień|mies(?:i\w+)?|rok\w?|lata?|týd\w+|měsíc\w*|let|hét|hónap|év|săptămân\w+|lun[ăi]"
    r"|nedelj\w|tjed\w+|mjesec\w*|mesec\w*|godin\w|нед\w*|мес\w*|год\w?|лет|тиж\w*|міс\w*|рік|рок\w|седмиц\w|εβδομάδ\w+"
    r"|μήν\w+|έτ\w+|vko|viikko\w?|kk|kuukau\w+|vuo\w+|veck\w+|mån\w*|år|uker?|uger?|mnd|måned\w*|minggu|bulan|tahun|tuần"
    "|tháng|năm|هفته|ماه|سال|أسابيع|أسبوع|شهر|أشهر|سنة|שבועות|חודש|חודשים|שנה"
)
_HOURS = (
    r"(?<![\w.,:])(?<!à )(?<!às )(?<!las )(?<!alle )(?<!um )(?<!om )(?<!at )(?:[12346]|12) ?-?"
    r"(?:h|hrs?|hours?|std\.?|stunden?|heures?|horas?|ore|ora|uur)\b|\bhourly\b"
    r"|\b(?:last|past|previous) (?:hour|[0-9]{1,2} min(?:ute)?s?)\b|\b(?:(?:in )?der )?letzten? stunde\b"
    r"|\b(?:de|dans|sur) la dernière heure\b|\b(?:en|de|na|da) (?:la )?última hora\b|\b(?:nell|dell)['’]ultima ora\b"
    r"|\b(?:afgelopen|laatste) uur\b"
)
"""Hours within the day; `24h` is a day of a market that never closes."""
_PERIOD = re.compile(
    rf"\b(?:(?:{_SPANS})[ -])?(?:on|over)[ -](?:the )?(?:{_SPANS})\b|\b(?:yoy|mom|wow|qoq|[wmqy](?:/|-o-)[wmqy])\b"
    rf"|(?:\b(?:vs\.?|versus|from|than) )?\b(?:this|last|past|previous|prev\.?|prior) (?:{_SPANS})\b"
    rf"|\b(?:(?:over|in|for|within) (?:a|an|one|the)(?: full)? (?:{_SPANS})|one[ -](?:{_SPANS})|year so far)\b"
    rf"|\b(?:über|auf|sur|a|su|em) {_ONE} {_SPAN_ABROAD}\b"
    rf"|\b(?:two|three|five|six|seven|ten|twelve|thirty) (?:{_UNITS}|{_DAYS})\b"
    rf"|(?<![.,])\b[1-9][0-9]? ?-?(?:{_UNITS})\b|\b(?:[2-9]|[1-9][0-9]{{1,2}}) ?-?(?:{_DAYS})\b"
    r"|\b(?:[wmqy]td|wk|mth|week|weekly|month|monthly|quarter|quarterly|yearly|annual|woche|monat|jahr|ipo)\b"
    r"|\b(?:hebdomadaire|mensuelle?|annuelle?|semanal|mensual|anual|settimanale|mensile|annuale)s?\b"
    r"|\b(?:wochen|monats|jahres)(?=performance|gewinner|verlierer|rückblick|bilanz|bericht|entwicklung|veränderung|überblick"
    r"|übersicht|kurse)"
    rf"|\b(?:vs\.?|versus|from|than|against|zum|gegenüber|dal|au) (?:the )?"
    rf"(?:{_DATE})"
    r"|\bsince the (?:beginning|start) of the (?:year|month|week|quarter)\b"
    rf"|\byear[ -]to[ -]date\b|\b(?:year|month)[ -]end\b|\b(?:{_ABROAD}|{_LONGER})\b"
    rf"|(?<![.,0-9])\b(?!24\b)[1-9][0-9]? ?-?(?:{_UNITS_ABROAD})\b"
    rf"|(?<![0-9])[0-9]{{1,2}} ?(?:週間|周|[かヶ个個]月|개월|주)"
    rf"|\bsince(?! (?:the )?{_LAST_CLOSE})(?: (?!(?:for|in|on|as|and)\b)[a-z0-9.]{{1,12}}){{1,3}}"
    rf"|{_HOURS}|\b(?:seit|depuis|desde|dal?|sinds) (?:l['’]|la |il |el |o |de |het )?(?:auflage|auflegung|bestehen"
    r"|création|origine|lancement|inicio|creación|lanzamiento|início|lançamento|lancio|avvio|start|oprichting|lancering)\b"
    r"|\bdall['’](?:avvio|inizio)\b"
    r"|\bseit (?:jahresbeginn|monatsbeginn|jahresanfang)\b|\bseit (?:dem )?[0-9]{1,2}\.[0-9]{1,2}\."
    r"|\bdepuis (?:le |début )?(?:1er )?(?:janvier|janv|l'année)\b"
    r"|\b(?:1|1er|01) ?/?(?:janv|jan|ene|gen|01)\b\.?"
)
# A day, of itself or as a word for its move, in further languages.
_DAY_ABROAD = (
    "giornalier[ao]|di[aá]ria|journalière|tägliche?|dag(?:ens)?|i ?dag"
    "|päivän?|tänään|päeva?|dienas?|dien(?:os|ą)|dzień|dzienn[aey]|dziś|den(?:ní)?|dnes|deň"
    "|denná|dan|dnevn[aio]|napi?|zi|zilnică?|gün(?:lük)?|bugün|hari(?:an)?|(?:trong )?ngày|(?:за )?(?:день|дня"
    "|добу|сутки)|(?:за )?ден|дневн[аои]|ημέρας?|ημερήσια|يوم(?:ي)?|اليوم(?:ي)?|روز(?:انه)?|امروز|יום|יומי|היום|दिन"
    "|24 ?(?:std|stunden|ч|часа|год|saat|timer|timmar|uur|óra|hodin|tuntia|jam|giờ|heures|horas|ore|ώρες|ساعة|ساعته)"
)
_DAY = re.compile(
    r"\b(?:(?:du|del|do|des|am|(?:on|of|for) the) )?(?:1[ -]?)?(?:d|day|tag|tages|jour|día|dia|giorno)(?:'s)?\b"
    rf"|\b(?:today(?:'s)?|daily|24 ?-?h(?:ours?|rs?)?|heute|hoy|oggi|{_DAY_ABROAD})\b\.?"
    r"|24 ?(?:小时|小時|時間|시간)|[1当當今本]日|วันนี้"
)
_DAY_MOVE = re.compile(rf"(?:{_DAY.pattern})(?!'s|[ -]*(?:high|low|open|range|hoch|tief|spanne)\b)")
# Words beside the time in a line that says what the moves below it are.
_AROUND = word_set("""
    performance performances performers performer change changes chg % movers moves move gains losses gain loss return
    returns top best worst biggest leaders trend performing so far and & over in the of for past last rolling stocks
    shares markets indices indexes veränderung entwicklung im über variation variations évolution sur variación
    rendimiento en el variazione andamento report review recap wrap summary ending ended beginning index stock market
    equity equities major main key here is are was were how as follows following closed finished performed did first
    second third fourth round up roundup average averages price prices commodity commodities rückblick bilanz bericht
    überblick übersicht maiores menores altas baixas mayores subidas bajadas plus fortes maggiori rialzi ribassi
    stijgers dalers vinnare förlorare größten kurs kurse börse börsen aktien die der den an am auf und bilan balance
    cours bourse marchés resumen cierre cierres bolsa mercado mercados resumo fechamento riepilogo bilancio borsa
    mercati numbers figures levels level that was a our at by glance portfolio model fund funds zahlen chiffres cifras
    rendite rendement rendimento rentabilidad rentabilidade rentabilité
""").union(RISERS, FALLERS, MONTHS)
_MONTHS = rf"{MONTH.lower()}\b"
_REPORT = (
    r"(?:performance|performers|gainers|losers|movers|changes|returns|review|recap|round-?up|summary|bilanz"
    r"|rückblick)\b"
)
# A time as a heading has it, such as `Best stocks of 2025`.
_OF_TIME = re.compile(
    rf"{_PERIOD.pattern}|\b(?:of|in|for|over) (?:(?:the|an?|one) )?(?:year|month|week|(?:19|20)[0-9]{{2}})\b"
    rf"|\b(?:in|for) {_MONTHS}(?! ?[0-9]{{1,2}}\b)|\bq[1-4]\b"
    rf"|(?<![0-9] ){_MONTHS}(?: (?:19|20)[0-9]{{2}})?(?= {_REPORT})"
    rf"|^(?:19|20)[0-9]{{2}}(?= {_REPORT})"
    r"|\b(?:bilanz|rückblick|review|performance|bilan|balance) (?:19|20)[0-9]{2}\Z"
)
# The day before, as a heading has it.
_OF_HEADING = re.compile(
    rf"{_OF_TIME.pattern}|\byesterday['’]s\b|\b(?:previous|prior|last) (?:trading )?(?:day|session)['’]s\b"
    r"|\bgestrigen?\b|\b(?:d['’]hier|de ayer|di ieri|de ontem|van gisteren)\b"
)
# The contract by which metals go, whose prices are the day's.
_THREE_MONTHS = re.compile(r"\bthree-months? (?=lme\b|prices?\b|contracts?\b)|\blme three-months?\b")
# Columns side by side, each a year, a quarter or a month: `2023 2024`, `Q1 2024 | Q1 2023`.
_YEAR = r"(?:fy ?)?(?:19|20)[0-9]{2}\b(?![,.]?[0-9])"
_COLUMNS = re.compile(
    rf"\b{_YEAR}[ \t|]+{_YEAR}|\bq[1-4](?: {_YEAR})?[ \t|]+q[1-4]\b|\b{_MONTHS}(?: {_YEAR})? *[\t|]+ *{_MONTHS}"
)
# A sentence that says what the moves of a page are: its nouns, its verbs, and what else stands in it.
_NOUNS = word_set("percent percents percentage percentages changes moves movements")
_VERBS = word_set("reflect show represent are cover measure indicate")
_BETWEEN = word_set("all price prices trends performance the past last of for in over from to")
_DAY_OR_YEAR = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)?|(?:19|20)[0-9]{2}")
_SENTENCE_END = re.compile(r"[.;*]")
_LONGEST_SENTENCE = 120
_MARKS = re.compile(r"[():&,.\u2013-]|['’]s?\b")
DAY_WORDS = word_set("d day tag jour día dia giorno today daily heute hoy oggi")
"""Words that name the day by themselves."""
# Hours before and behind the day's session, in which shares have other prices than the day's.
_SESSION = re.compile(
    r"\b(?:pre|post|after)[ -]?market\b|\b(?:before|after|extended)[ -]?hours\b|\bextended trading\b"
    r"|\b(?:vor|nach)b[öo]rs(?:e|lich\w*)\b|\b(?:avant|après)[ -](?:bourse|séance)\b|\bhors[ -](?:séance|cotation)\b"
    r"|\b(?:après|avant)[ -](?:clôture|ouverture)\b|\bfuera de hor(?:a|ario)\b|\bpre-?apertura\b"
    r"|\bdopo[ -](?:mercato|borsa)\b"
    r"|\b(?:pre|pré|pós)[ -]?(?:mercado|borsa|fechamento)\b|\b(?:voor|na)beurs(?:handel|koers)?\b"
)
# A price of another time: the moves beside it are from there.
_PRICE_WORD = (
    r"(?:price|close|closing|kurs|schluss(?:kurs)?|stand|cours|clôture|precio|cierre|prezzo|chiusura|preço|fechamento"
    r"|koers)"
)
_YEAR_END = (
    r"(?:(?:19|20)[0-9]{2}(?![-/.]?[0-9])|(?:31|30)[-./](?:12|6|06)\b|0?1[./]0?1\b"
    r"|31\.? de[czk]\w*\.?|de[czk]\w*\.? 31|1\.? jan\w*\.?|jan\w*\.? 1(?![0-9]))"
)
_AGO = re.compile(
    r"\b(?:ago|(?:at|since) (?:the )?(?:ipo|listing|issue)|ipo|price band|(?:issue|listing|placing) price"
    r"|ausgabe(?:preis|kurs)"
    r"|emissions(?:preis|kurs)|zeichnungskurs|initial|year[ -]end|month[ -]end"
    r"|(?:prix|cours|precio|prezzo|preço) (?:d['’]|de |di )"
    r"(?:introduction|émission|emisión|salida|emissione|collocamento|emissão)|emissiekoers|introductiekoers"
    r"|(?:recommended|recommendation|suggested) (?:price|at)|(?:price|kurs|cours) (?:\w\w )?1\.? jan\w*"
    rf"|(?:vor|il y a|hace|há) {_ONE} {_SPAN_ABROAD}|{_ONE} {_SPAN_ABROAD} (?:fa|atrás|antes|geleden)"
    rf"|(?:vorjahr|vorwoche|vormonat)(?:es|s)?|vorig(?:e|en)? (?:jaar|maand|week))\b"
    rf"|\b(?:last|previous|prev\.?|prior) (?:{_SPANS})\b"
    rf"|\b(?:slot)?{_PRICE_WORD}(?: price)?,? (?:\w\w )?(?:(?:end|ende|fin|of|in|on|am|vom) )*{_YEAR_END}"
    rf"|\b{_YEAR_END} {_PRICE_WORD}\b"
    r"|\b(?:first[- ]day|debut|start(?:ing)?) (?:price|close)"
    r"|\b(?:start|beginning|end) of (?:the )?(?:year|month|week)\b"
    r"|\byear[- ]start\b|\bjahres(?:anfang|ende|beginn|schluss|start)|\b(?:damals|price then)\b"
    r"|\brok temu\b|\bför ett år sedan\b|\bcena emisyjna\b"
)
# What stands by a time: `Week's change`, `in 1 month`.
_OF = re.compile(r"(?<= )['’]s\b|in ")
# A price that was paid, and what was gained since then.
_COST = re.compile(
    r"\b(?:cost|purchased?|bought|(?:price )?paid|(?:buy|buying|entry|offer|listing) price|entry|avg\.? (?:price|buy)"
    r"|average (?:price|close)|pr(?:ecio|ezzo) medio|prix moyen|durchschnittskurs"
    r"|reco(?:mmended|mmendation|\.)? (?:price|at)|call price|trigger price|einst(?:ands?\w*|ieg\w*)|einst\."
    r"|kaufkurs|kaufpreis|prix d'achat|pru|precio de compra|prezzo di carico|preço médio)"
)
_GAINED = re.compile(r"\b(?:gains?|loss|p/l|p&l|pnl|profit|return|gewinn|verlust|g/v|guv|plus-value|rendimento)\b")


def without_period(text: str) -> str | None:
    """Return a header's words, in small letters, without the longer time that they name; None where they name none."""
    rest, count = _PERIOD.subn(" ", text.casefold())
    return _OF.sub(" ", rest) if count else None


def cut_longer_time(text: str) -> str | None:
    """Return a text without the one time longer than a day that it names; None where it names none, or several."""
    found = [*_OF_TIME.finditer(text.lower())]
    return text[: found[0].start()] + text[found[0].end() :].lstrip() if len(found) == 1 else None


def names_several_periods(text: str) -> bool:
    """Return whether a header has years, quarters or months side by side: a move between them is not the day's."""
    return _COLUMNS.search(text.casefold()) is not None


def names_longer_time(text: str) -> bool:
    """Return whether a text names a time longer than a day, whatever else it says."""
    return _OF_TIME.search(_THREE_MONTHS.sub("", text.casefold())) is not None


@lru_cache(16_384)
def is_of_longer_time(text: str) -> bool:
    """Return whether a line names one time longer than a day and nothing else but moves, as `Weekly gainers` does."""
    times = {found[0].strip() for found in _OF_HEADING.finditer(text.casefold())}
    rest = _OF_HEADING.sub(" ", text.casefold())
    words = _MARKS.sub(" ", rest).split()
    return len(times) == 1 and all(
        word in _AROUND or _DAY_OR_YEAR.fullmatch(word) or is_currency(word.upper()) for word in words
    )


def state_longer_time(lines: Sequence[str]) -> bool:
    """Return whether a sentence of some lines says that all moves are of a longer time, as `Moves are weekly`."""
    text = "\n".join(lines).casefold()
    if not any(verb in text and re.search(rf"{verb}(?<![^\s.;*]{verb})(?![^\s.;*])", text) for verb in _VERBS):
        return False  # as on most pages
    return any(_states_longer_time(sentence) for line in lines for sentence in _SENTENCE_END.split(line))


def _states_longer_time(sentence: str) -> bool:
    if len(sentence) > _LONGEST_SENTENCE or _VERBS.isdisjoint(words := sentence.casefold().split()):
        return False
    rest, count = _OF_TIME.subn(" ", " ".join(words))
    others = {*_MARKS.sub(" ", rest).split()}
    return count == 1 and not others.isdisjoint(_NOUNS) and others <= _NOUNS | _VERBS | _BETWEEN


def without_session(text: str) -> str | None:
    """Return a text, in small letters, without the other session than the day's that it names; None where none is."""
    rest, count = _SESSION.subn(" ", text.casefold())
    return rest if count else None


def without_day(text: str) -> str | None:
    """Return a header's words, in small letters, without the day that they name; None where they name none."""
    rest, count = _DAY.subn(" ", text.casefold())
    return rest if count else None


def without_last_close(text: str) -> str:
    """Return a header without the close from which its moves are: `Change since previous session's close`."""
    return _SINCE_LAST_CLOSE.sub("", text)


def begins_with_day(text: str) -> bool:
    """Return whether a header names a move of the day before any of a longer time: `Price Day Month Year`."""
    header = text.casefold()
    day, period = _DAY_MOVE.search(header), _PERIOD.search(header)
    return day is not None and (period is None or day.start() < period.start())


def is_cost(text: str) -> bool:
    """Return whether a header's words name a price that was paid, such as `Avg cost`."""
    return _COST.search(text.casefold()) is not None


def is_gain(text: str) -> bool:
    """Return whether a header's words name a gain, be it the day's or, beside a price that was paid, since then."""
    return _GAINED.search(text.casefold()) is not None and without_day(text) is None


def is_past_price(text: str) -> bool:
    """Return whether a header's words name a price of another time, such as `Price a year ago`."""
    return _AGO.search(text.casefold()) is not None
