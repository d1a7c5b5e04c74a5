"""What a row in words is of: `Germany’s DAX`, `The NSE 20 Share Index`, `Shares in Alpha Group`."""

from __future__ import annotations

import re

from tickerboard.parser.names.labels import is_known, is_label
from tickerboard.parser.phrases.other_figures import RESULTS, RESULTS_ABROAD
from tickerboard.parser.phrases.surveys import names_survey
from tickerboard.text.days import MONTH
from tickerboard.text.word_lists import phrase_set

_MARKS = " ,;·|\u2013\u2014-➖➡️✅❌⬆⬇🔴🟢"
_SUBJECT = re.compile(r": *(?:the )?(?:index|shares?|stock|price)\Z", re.IGNORECASE)
_SHARES_OF = re.compile(r"\A(?:shares|stock) (?:in|of) (?=\w)", re.IGNORECASE)
_SHARES = re.compile(r"(?:['’]s?)? (?:(?:shares?|stock)(?: prices?)?|(?P<goods>prices?))\Z")
_LEAD = re.compile(
    r"\A(?:(?:the|der|die|das|le|la|les|l['’]|el|los|il|lo|o|os|de|het)(?:(?<=['’])| )"
    r"|[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}['’]s? |(?:barril|baril|barile) (?:de|du|di) "
    r"|(?:benchmark|broader|broad|blue-chip|tech-heavy|main|key|headline) )",
    re.IGNORECASE,
)
_INDEX = re.compile(
    r".*\b(?:[Ii]ndex|Composite|[Aa]verage|[Bb]enchmark|All[ -]Shares?|Indice|Índice|Indeks)"
    r"(?: \[[A-Z]+\])?"
)
_LISTED = re.compile(r"(?P<of>\S.*\([A-Z]{2,8}: ?[A-Z0-9][A-Z0-9.-]{0,11}\))\.(?: [A-Z][A-Za-z &,/-]{2,40}\.)?")
"""A company with its exchange and symbol, and perhaps its sector: `Alpha Inc. (TSX:ALPH). Health care.`"""
_PLACE = re.compile(r"\A[A-Z]\w+(?: [A-Z]\w+)? [-\u2013\u2014] (?=\S)")
"""Where an index is of, before it: `New York - Dow`."""
_PART_OF = re.compile(r"\A(?:the )?(?P<of>.+?)(?: (?:index|average|gauge) of [a-z -]+| contract)\Z", re.IGNORECASE)
_OF_MARKET = re.compile(rf"(?:{MONTH}|[A-Z]{{2,5}}|Dalian|Shanghai|Singapore|London|New York|Chicago|Tokyo) ")
_COUNTRIES = phrase_set("""
    america|australia|austria|belgium|brazil|britain|canada|china|denmark|egypt|europe|finland|france|germany|greece
    india|indonesia|ireland|israel|italy|japan|malaysia|mexico|netherlands|nigeria|norway|pakistan|poland|portugal
    russia|singapore|spain|sweden|switzerland|taiwan|thailand|turkey|vietnam|hong kong|new zealand|saudi arabia
    south africa|south korea|wall street|u.k.|u.s.|uk|us
""")
# Words of what may come, and of what is no price of a market: `Gold could`, `Alpha revenue`, `House prices`. A
# name has them in capitals only: `Realty Income`.
_OTHER = re.compile(
    rf"\b(?:{RESULTS}|could|may|might|should|shall|must|can|expect(?:s|ed)?|forecasts?|targets?|sees|seen|predicts?|estimates?"
    r"|output|production|exports?|imports?|orders|demand|prices?"
    r"|costs?|wages|rents?|rates?|inflation|unemployment|turnout|support|approval|dividends?|holdings?|stake|volumes?"
    r"|bids?|offers?|pays|paid|earned|polls?|deliveries|shipments|margins?|guidance|backlog|bought|sold"
    r"|yield spread|temperatures?|population|weight|score)\b(?!\.)"
)
# The same in other languages, whatever the letters.
_OTHER_ABROAD = re.compile(
    rf"\b(?:{RESULTS_ABROAD}|dividenden?|kursziele?|dividendes?|objectif|objetivo|obiettivo|harga|inflasi|upah|produksi"
    r"|ekspor|impor|inflacja|ceny?|płace|инфляция|цен[аы]|зарплат\w+"
    r"|lonen|huur|huren|\w*prij(?:s|zen)|inflatie|löner|hyror|\w*priset|\w*pris(?:er|erne|en|ene)?|inflationen?|lønn\w*"
    r"|mieten?|löhne|\w*preise?|loyers?|salaires?|inflación|inflação|inflazione|salarios?|salários?"
    r"|alquiler(?:es)?|aluguel|affitti|giá|lạm phát|lương)\b",
    re.IGNORECASE,
)


def subject_of(text: str) -> str | None:
    """Return the label that the words before a row's figures are; None where they are none, or of another figure."""
    if names_survey(text):
        return None
    text = _SUBJECT.sub("", text.strip(_MARKS)).rstrip(" :")
    if found := _LISTED.fullmatch(text):
        return found["of"]
    if found := _PLACE.match(text):
        rest = _without_lead(text[found.end() :])
        if is_known(rest) or _INDEX.fullmatch(rest):
            return rest
    if (found := _PART_OF.match(text)) and is_of_known(found["of"]):
        text = found["of"]
    text = _SHARES_OF.sub("", text)
    if found := _SHARES.search(text):
        rest = text[: found.start()]
        text = (rest if not found["goods"] or is_known(rest) else text).rstrip(_MARKS)
    text = _without_lead(text)
    if is_of_known(text):
        return None if _OTHER.search(text) else text
    return text if is_label(text) and not (_OTHER.search(text) or _OTHER_ABROAD.search(text)) else None


def is_of_known(text: str) -> bool:
    """Return whether a text is well-known, or is so of a month or a market: `June crude oil`, `Dalian iron ore`."""
    return is_known(text) or ((found := _OF_MARKET.match(text)) is not None and is_known(text[found.end() :]))


def _without_lead(text: str) -> str:
    """Return a name without an article, a country or a word for its rank before it."""
    found = _LEAD.match(text)
    if found is None:
        return text
    lead, rest = found[0].strip(), text[found.end() :]
    if _is_country(lead) or is_known(rest) or _INDEX.fullmatch(rest):
        return _without_lead(rest)
    deeper = _without_lead(rest)
    return deeper if deeper != rest else text


def _is_country(lead: str) -> bool:
    return re.sub(r"['’]s?\Z", "", lead).casefold() in _COUNTRIES and lead[-1] in "s'’"
