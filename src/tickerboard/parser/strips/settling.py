"""What goes from a page's lines before the grammars read them: marks and notes that belong to no row."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from tickerboard.parser.figures.currencies import CODE_PATTERN
from tickerboard.parser.kinds import is_bond
from tickerboard.parser.names.labels import is_company, proves_itself
from tickerboard.parser.names.no_names import is_time
from tickerboard.parser.strips.fractions import (
    EIGHTHS_BEHIND,
    GRAIN_ROW,
    MIXED_LINE,
    QUARTERS_BEHIND,
    in_quarters,
    with_fractions,
)
from tickerboard.parser.strips.remarks import HAS_REMARK, REMARK, without_remark
from tickerboard.parser.strips.row_keys import DASHED, HAS_KEYED_MOVE, KEYED, KEYED_MOVE, without_key, without_keys
from tickerboard.text.days import MONTH

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_OF_DAY = re.compile(r"([0-9]%\)?) ?\((?:24 ?h(?:rs?|ours?)?|1 ?d(?:ay)?|today)\)(?=\n|\Z)")
# The name of an icon below the percent that it belongs to: behind it no figure follows.
_ICON_BELOW = re.compile(
    r"^( *)([0-9][0-9.,]*%)( *\n{1,2}) *(arrow_upward|arrow_downward|trending_up|trending_down)"
    r"(?=\s*\Z| *\n{1,2} *[^\W\d_])",
    re.MULTILINE,
)
# A word for the way on a line of its own, between a price below a name and a change above its percent.
_WAY_APART = re.compile(
    r"(^ *[^\W\d_][^\n]{1,40}\n{1,2} *[$€£]?[0-9][0-9.,]* *\n{1,2}) *(up|down|상승|하락)"
    r"(?= *\n{1,2} *[0-9][0-9.,]* *\n{0,2} *\(?[+-]?[0-9][0-9.,]* ?%)",
    re.MULTILINE | re.IGNORECASE,
)
_WAY_ALONE = re.compile(r"\n *(?=[UuDd상하])(?i:up|down|상승|하락) *\n")
_SIGN_APART = re.compile(r"(\n|[0-9])(?: p)? ?([+-])(?=\n{1,2} *\2[0-9])")
# Markdown's strong words; a star by itself is a footnote's.
_STRONG = re.compile(r"\*\*(?=[^\s*])([^*\n]{1,160}?)(?<=[^\s*])\*\*")
# Markdown's code, a bullet before a line of cells, and a circle whose colour only repeats the sign on its line.
_CODE_WORD = re.compile(r"(?<![`\w])`([^`\n]{1,40})`(?![`\w])")
_BULLET_BEFORE_CELLS = re.compile(r"^ *[-*•] +(?=[^\W\d_][^|\n]{0,60}\|)", re.MULTILINE)
# A minus apart from its figure, alone with it between two bars.
_MINUS_APART = re.compile(r"(?<=\| )[\u2013\u2212-] (?=[0-9][0-9.,]{0,12} ?%? *(?:\||$))", re.MULTILINE)
_CIRCLE = re.compile(
    r"^( *(?:[-*•] )?)"
    r"[\U0001F4C8\U0001F4C9\U0001F534\U0001F7E0-\U0001F7E2\u26AA] ?(?=[^\W\d_][^\n]{0,80}[ (][+\u2212-][0-9])",
    re.MULTILINE,
)
# A link may have a title; a symbol in one has its name behind it, without a space. One without words shows nothing.
_LINK = re.compile(r"\[ ?([^\[\]\n]{0,80}?) ?\]\([^()\s]{0,300}(?: \"[^\"\n]{0,160}\")?\)(?=([A-Z][a-z.])?)")
# The address of a quote on its own site, which a page prints for a program to read.
_ADDRESS = re.compile(r"^ *(?:/[\w.-]+){0,4}/quotes?(?:/[\w.-]+){1,6}/? *$", re.MULTILINE)
_HEADING = re.compile(r"^( *(?:[-*•] +)?)#{2,6} +(?=\S)", re.MULTILINE)
_CELL = re.compile(r"^ *\|([^|\n]*)$", re.MULTILINE)
_GLUED_SYMBOL = re.compile(
    r"^(.{2,60}\([A-Z][A-Z0-9.]{0,9}\))([$€£₹][0-9][0-9,]*\.[0-9]+)([+-][0-9,]+\.[0-9]+%)(?:[$€£₹0-9].*)?$",
    re.MULTILINE,
)
_GLUED_VOLUME = re.compile(r"^( *[$€£₹][0-9][0-9,]*\.[0-9]+)([+-][0-9]+\.[0-9]+%)[0-9].*$", re.MULTILINE)
_CODE_APART = re.compile(r"(\n\n? *([A-Z]{3,4}|R\$|Rs\.?)) (?=[0-9][0-9.,]*(?![\w.,]))")
_CODES = frozenset((*CODE_PATTERN.split("|"), "R$", "Rs", "Rs."))
_COMPANY_ABOVE = re.compile(
    r"(?:\b(?:Inc|Corp|Co|Ltd|Limited|PLC|plc|AG|SE|SA|NV|Group|Holdings?|Bank)\.?|\b[A-Z][a-z]+ (?:ON|PN))\Z"
)
_VOLUME_BEHIND = re.compile(
    r"(?<=[0-9a-zA-Z€$]), (?:forgalom|volume|turnover|vol\.?): [^\n,]*(?:,[0-9][^\n,]*)?$", re.MULTILINE
)

_NUMBER = r"[+\u2212-]?[0-9][0-9.,]{0,12}"
_HOUR = r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
_TIME_BEHIND = re.compile(rf"(?<=[0-9]%)\(?{_HOUR}\)?(?: ?[AaPp][Mm]| Uhr| h)?(?: [A-Z]{{2,4}})? *$", re.MULTILINE)
_DATE = (
    r"(?:[0-9]{1,2}[-/. ][A-Z][a-z]{2,8}[-/., ]{1,2}[0-9]{2,4}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|[A-Z][a-z]{2,8}\.? [0-9]{1,2},? [0-9]{4})"
)
# Behind a change and a percent alone on their line: a date, a time, and the key of the figure below.
_DATE_BEHIND = re.compile(
    rf"^( *{_NUMBER} ?\({_NUMBER} ?%\))(?P<note> \(?(?:[Aa]s (?:of|on) )?{_DATE},?(?: (?:at )?{_HOUR})?"
    r"(?: ?[AaPp][Mm])?(?: [A-Z]{2,4})?\)?(?: [A-Z][a-z]+\.?){0,2}) *$",
    re.MULTILINE,
)
# A day and a time right behind a percent: `(+0.24%)23 Mar 11:54pm ET`.
_STAMP_BEHIND = re.compile(
    rf"(?<=[0-9]%)(\)?) ?(?P<note>[0-9]{{1,2}} {MONTH},? {_HOUR} ?(?:[AaPp][Mm])?(?: [A-Z]{{2,4}})?) *$", re.MULTILINE
)
_HAS_STAMP = re.compile(r"%\)? ?[0-9]{1,2} [A-Z][a-z]{2}")
# Behind a name, a price, a change and a percent: the day that they are of.
_SHORT_DATE = r"[0-9]{2}-[0-9]{2}|(?:[0-2]?[0-9]|3[01])\.(?:0?[1-9]|1[0-2])\.|3[01]/[0-9]{2}"
_OF_ROW = rf"^( *(?P<name>[\^.]?[^\W\d_][^\n%]{{0,60}}?) {_NUMBER} +\(?{_NUMBER} +\(?{_NUMBER} ?%\)?)"
_DAY_OF_ROW = re.compile(
    rf"{_OF_ROW}(?P<note> +\(?(?:{_DATE}|{_SHORT_DATE}|{MONTH}\.? [0-9]{{1,2}}|[0-9]{{1,2}}\.? {MONTH})\)?) *$",
    re.MULTILINE,
)
# The month alone.
_MONTH_OF_ROW = re.compile(rf"{_OF_ROW}(?P<note> +{MONTH}) *$", re.MULTILINE)
# A letter behind one to eight decimals; looked for from the space behind it, for few figures have one.
_BEHIND_DECIMALS = "|".join(rf"(?<=[0-9][.'][0-9]{{{count}}}..)" for count in range(1, 9))
_SIDE_BEHIND = re.compile(f" (?<=[0-9][ABs] )(?:{_BEHIND_DECIMALS})")
_MONTH_BEHIND = re.compile(rf"%\)? +{MONTH} *$", re.MULTILINE)
_DATED = re.compile(r"%\)? +\(?(?:[0-9]|[A-Z][a-z]{2,8}\.? [0-9])")
# The row of a future's month, and the letters behind its figures for an ask, a bid or a settlement.
_OF_CONTRACT = re.compile(
    rf"^ *{MONTH}[ '’-]{{0,2}}(?:20)?[0-9]{{2}}(?: [^\n ]{{1,14}}){{5,16}} *$", re.MULTILINE | re.IGNORECASE
)
_SIDE = re.compile(r"(?<=[0-9])[ABs](?= |\Z)")
_PLAIN_PRICE = re.compile(r"(?<= )[0-9]+\.[0-9]+(?= |\Z)")
_SIDE_PRICE = re.compile(r"(?<= )([0-9]+\.[0-9]+)[ABs](?= |\Z)")
_UPDATED = re.compile(
    r"(?<=[0-9%)]) ?\( ?(?:last updated?|updated|as of|as at|stand|mis à jour|actualizado|aggiornato|atualizado)\b"
    r"(?P<note>[^()%\n]{0,60})\) *$",
    re.MULTILINE | re.IGNORECASE,
)
_OF_A_YEAR = re.compile(rf"{_DATE}|(?:[0-9]{{1,2}}\.? (?:de )?[^\W\d_]+\.?,? (?:de )?)?\b(?:19|20)[0-9]{{2}}\b")
# A picture without words, or with one that names what it shows; `up` and `down` stay.
_IMAGE = re.compile(r"!\[(?: ?(?:logo|icon|chart|flag|image|graph|sparkline) ?)?\]\([^()\s]{0,300}\)", re.IGNORECASE)
_TWICE_IN_BRACKETS = re.compile(rf"(\(({_NUMBER}%)\)) ?\2(?![0-9])")
_TWICE = re.compile(r"(?<![0-9.,+\u2212-])([+\u2212-]?[0-9][0-9.,]{0,9}%)\1(?![0-9])")
# What a price is for, such as `USD/Mt`, behind it: only the currency tells something.
_AMOUNT = (
    r"/(?:[Mm][Tt]|[Tt](?:on(?:ne)?s?)?|[Oo]z[t.]?|[Tt]roy|ounce|[Bb]bl|barrel|lbs?|pound|kg|g|gal(?:lon)?|MWh|therm"
    r"|MMB[Tt][Uu]|bu(?:shel)?)(?=\s|\Z)"
)
# Digits behind a word's full stop, as in `mover.52 USD/lb`, are no price but part of a name.
_OF_PRICE = r"(?<![0-9.,])([0-9][0-9.,]{0,20}) ?"
_PRICE_FOR = re.compile(rf"{_OF_PRICE}([A-Z]{{3}}|US\$|[$€£]){_AMOUNT}")
_CENTS_FOR = re.compile(rf"{_OF_PRICE}(?:US[dXc]|¢|cents?|p){_AMOUNT}")
_SUM = r"[0-9][0-9.,]*"
_MONEY = rf"(?:(?:[A-Z]{{0,3}}[$€£¥₹]|[A-Z]{{3}} ) ?{_SUM}|{_SUM} ?(?:[$€£p]|[A-Z]{{3}}))"
# A shorter dash, or one before a figure without a currency, may be the minus of a change.
_DASH_BETWEEN = re.compile(
    rf"(?:(?<=[0-9]%)|(?<=[0-9]%\))) \u2014 (?={_MONEY}[;.]?$)"
    r"|(?<=[0-9]) [\u2014\u2013] (?=\(?[+\u2212-][0-9][0-9.,]*%)",
    re.MULTILINE,
)
_LAST_OF_LIST = re.compile(r"(;\n{1,2} *[-•*\u2013] [^\n]{3,80}[0-9%)$€£])\.$", re.MULTILINE)
_END_OF_ITEM = re.compile(r"^( *[-•*\u2013] [^\n;]{3,80}[0-9%)$€£]);$", re.MULTILINE)
# How late a price is, between a name and its figures.
_DELAY = re.compile(
    r"(?<=[^\s/-]) (?:real-?time(?:-kurs| price| quote)?|echtzeit(?:kurs)?|delayed(?: price| quote)?|(?:zeit)?verzögert"
    r"|temps réel|différé|tiempo real|tempo reale|tempo real)(?: für kunden)?(?= ?[0-9]|\n{1,2} *[0-9])",
    re.IGNORECASE,
)
_OPEN_OR_CLOSED = re.compile(r"(?<=[0-9a-z)])(?: ?Live)?Markets? (?:Closed|Open)$", re.MULTILINE)
_DAY_BEHIND = re.compile(
    r"^( *[^\W\d_][^\n]{1,40}?) ([0-9]{1,2}[-./ ][^\W\d_]{3,4}\.?|[0-9]{1,2}[./][0-9]{1,2}\.?)"
    r"(?=\n{1,2} *[+\u2212-]?[0-9])",
    re.MULTILINE,
)


# The change below a name, its price and its percent, behind the currency: with them it is one row.
_CHANGE_BELOW = re.compile(
    rf"^( *[^\W\d_][^\n%]{{0,60}}? +{_SUM})( +\(?[+\u2212-]{_SUM} ?%\)?)( *\n{{1,2}})"
    rf" *(?:{CODE_PATTERN}) +([+\u2212-]{_SUM}) *$",
    re.MULTILINE,
)
_CODE_BELOW = re.compile(r"%\)? *\n{1,2} *[A-Z]{3,4} +[+\u2212-]")


_NEAR = 400
"""Characters around a row in which others of its list stand."""


def _without_day(found: re.Match[str]) -> str:
    """Return a name without the day behind it, where another nearby has the same one: else it is a future's.

    `US 10 Year` is a bond's.
    """
    around = found.string[max(0, found.start() - _NEAR) : found.end() + _NEAR]
    is_shared = around.count(f" {found[2]}\n") > 1
    return found[1] if is_shared and is_time(found[2]) and not is_bond(found[0].strip()) else found[0]


def _without_sides(found: re.Match[str]) -> str:
    """Return a row without the letters behind its prices where they are no units: no other price is much lower."""
    prices = [Decimal(each) for each in _PLAIN_PRICE.findall(found[0])]
    sides = [Decimal(each) for each in _SIDE_PRICE.findall(found[0])]
    near = not prices or all(any(one <= 2 * other <= 4 * one for other in prices) for one in sides)
    return _SIDE.sub("", found[0]) if near else found[0]


def _without_date(found: re.Match[str]) -> str:
    """Return a row without the date behind it, where a row nearby with a day is of a market: else it is of anything."""
    around = found.string[max(0, found.start() - _NEAR) : found.end() + _NEAR]
    names = [row["name"] for row in _DAY_OF_ROW.finditer(around)]
    return found[1] if any(proves_itself(name) or is_company(name) for name in names) else found[0]


def _with_arrow(found: re.Match[str]) -> str:
    """Return a name and its price with an arrow in place of the word below them."""
    return found[1] + ("▲" if found[2].casefold() in ("up", "상승") else "▼")


def _with_icon(found: re.Match[str]) -> str:
    """Return an arrow above its percent in place of the icon below it."""
    return f"{found[1]}{'▲' if 'up' in found[4] else '▼'}{found[3]}{found[2]}"


def _of_link(found: re.Match[str]) -> str:
    """Return the text of a link, with a space behind a symbol right before its name."""
    return f"{found[1]} " if found[2] and found[1].isupper() else found[1]


def _to_price(found: re.Match[str]) -> str:
    """Put a currency's code to the price behind it, where a company stands on the line above and none on its own."""
    text, end = found.string, found.start()
    if not (found[2] in _CODES and _COMPANY_ABOVE.search(text, text.rfind("\n", 0, end) + 1, end)):
        return found[0]
    behind = text.find("\n", found.end())
    is_name = _COMPANY_ABOVE.search(text, found.end(), behind if behind >= 0 else len(text))
    return found[0] if is_name else found[1]


_CLEANUPS: tuple[
    tuple[tuple[str, ...] | re.Pattern[str], re.Pattern[str], str | Callable[[re.Match[str]], str]], ...
] = (
    (("![",), _IMAGE, ""),
    (re.compile("%[(0-9]"), _TIME_BEHIND, ""),
    (("%)",), _DATE_BEHIND, r"\1"),
    (_HAS_STAMP, _STAMP_BEHIND, r"\1"),
    (_SIDE_BEHIND, _OF_CONTRACT, _without_sides),
    (_MONTH_BEHIND, _MONTH_OF_ROW, _without_date),
    (_DATED, _DAY_OF_ROW, _without_date),
    (("(",), _UPDATED, ""),
    (("%)",), _TWICE_IN_BRACKETS, r"\1"),
    (re.compile("%[+\u22120-9-]"), _TWICE, r"\1"),
    (("/",), _PRICE_FOR, r"\1 \2"),
    (("/",), _CENTS_FOR, r"\1"),
    ((" \u2014 ", " \u2013 "), _DASH_BETWEEN, " "),
    ((";\n",), _LAST_OF_LIST, r"\1"),
    ((";",), _END_OF_ITEM, r"\1"),
    ((" real", " Real", "tzeit", "elayed", "erzögert", "temps réel", "différé"), _DELAY, " "),
    (("Market Open", "Market Closed", "Markets Open", "Markets Closed"), _OPEN_OR_CLOSED, ""),
    (re.compile(r" [0-9]{1,2}[-./ ]\S{1,5}\n{1,2} *[+\u22120-9-]"), _DAY_BEHIND, _without_day),
    (_CODE_BELOW, _CHANGE_BELOW, r"\1 \4\2\3"),
    ((", forgalom: ", ", volume: ", ", turnover: ", ", vol"), _VOLUME_BEHIND, ""),
    (("|",), _CELL, r"\1"),
    ((")$", ")€", ")£", ")₹"), _GLUED_SYMBOL, r"\1 \2 \3"),
    (("$", "€", "£", "₹"), _GLUED_VOLUME, r"\1 \2"),
    (("(24", "(1", "(today"), _OF_DAY, r"\1"),
    (("arrow_", "trending_"), _ICON_BELOW, _with_icon),
    *((quarters, GRAIN_ROW, in_quarters) for quarters in QUARTERS_BEHIND),
    (EIGHTHS_BEHIND, MIXED_LINE, with_fractions),
    (_WAY_ALONE, _WAY_APART, _with_arrow),
    (("+\n", "-\n"), _SIGN_APART, r"\1"),
    (("](",), _LINK, _of_link),
    (("/quote",), _ADDRESS, ""),
    (("## ",), _HEADING, r"\1"),
    (("**",), _STRONG, r"\1"),
    (("`",), _CODE_WORD, r"\1"),
    ((" |",), _BULLET_BEFORE_CELLS, ""),
    (("| - ", "| \u2013 ", "| \u2212 "), _MINUS_APART, "-"),
    (("\U0001f4c8", "\U0001f4c9", "\U0001f534", "\U0001f7e0", "\U0001f7e1", "\U0001f7e2", "\u26aa"), _CIRCLE, r"\1"),
    ((" ",), _CODE_APART, _to_price),
    ((":",), KEYED, without_keys),
    (HAS_KEYED_MOVE, KEYED_MOVE, without_key),
    ((" \u2014 ", " \u2013 "), DASHED, r"\1 \2 "),
    (HAS_REMARK, REMARK, without_remark),
)
"""Texts of which a page must have one, or a pattern for them; a pattern to look for then; what is to stand there."""
_LETTERS = frozenset("".join([hint for hints, *_ in _CLEANUPS if isinstance(hints, tuple) for hint in hints]))
"""All characters of these texts, looked for first."""


def settled(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines as their reader sees them.

    A link of Markdown and its strong words show their text only, a picture without words nothing, and a bar before
    the one cell of a line parts nothing. Behind a move go a volume, a time, a date (of a row only in a list of a
    market) and the same percent again; between a name and its figures how late the price is, and the day that other
    names have too; behind a price what it is for, such as `/oz`. A long dash between a percent and a price with its
    currency parts nothing, nor does a semicolon behind a list's item. A word for the day goes, and a sign that stands
    apart and before its figure, too. A currency's code below a company is put to its price.
    """
    text = whole = "\n".join(lines)
    has_all = set(filter(text.__contains__, _LETTERS)).issuperset
    for hints, pattern, plain in _CLEANUPS:
        if any(has_all(hint) and hint in text for hint in hints) if isinstance(hints, tuple) else hints.search(text):
            text = pattern.sub(plain, text)
    return lines if text is whole else text.split("\n")


def date_passed_over(line: str) -> str | None:
    """Return the date that `settled` takes from behind the move of a line; None where it takes none.

    Behind an update it has a year.
    """
    for pattern in (_DAY_OF_ROW, _MONTH_OF_ROW, _STAMP_BEHIND):
        if found := pattern.search(line):
            return found["note"].strip(" ()")
    for pattern in (_DATE_BEHIND, _UPDATED):
        if (found := pattern.search(line)) and (day := _OF_A_YEAR.search(found["note"])):
            return day[0]
    return None
