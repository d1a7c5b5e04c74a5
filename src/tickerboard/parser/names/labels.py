"""The label of a row: whether a text can be one, and the symbol, name and label that it stands for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import Kind
from tickerboard.parser.figures.currencies import CODE_PATTERN
from tickerboard.parser.kinds import known_kind
from tickerboard.parser.names.exchanges import BEHIND_SYMBOLS
from tickerboard.parser.names.no_names import names_other
from tickerboard.text.numbers import ARROW
from tickerboard.text.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST, _LONGEST_FUND = 64, 140
LONGEST_PLAIN, _LONGEST_SYMBOL = 15, 16
_MOST_WORDS, _MOST_WORDS_OF_FUND = 10, 20
_MOST_CUT = 4
"""Words of a name that ends in an ellipsis."""
_SYMBOL = re.compile(r"[\^$.]?[A-Z0-9](?:[A-Z0-9.&/=:^$_-]{0,14}[A-Za-z]?)")
_FEWEST_BADGES = 3
_PLAIN_SYMBOL = re.compile(r"[A-Z][A-Z0-9]{0,5}(?:[.-][A-Z]{1,2})?")
_NUMBERED_SYMBOL = re.compile(r"[1-9][0-9]?[A-Z]")
_EXCHANGE = re.compile(r"([A-Z]{2,8}):\s?([A-Z0-9][A-Z0-9.&-]{0,11})")
_COMPANY = re.compile(
    r".*\b(?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|LLC|PLC|plc|AG|SE|SA|S\.A|NV|N\.V|SpA|AB|ASA|Oyj|Group|Holdings?"
    r"|Trust|ETF|Fund|Bank|Bancorp|Bhd|BHD|Berhad|Tbk|GmbH|KGaA|SAS|Pty|PJSC|JSC|A/S)\.?"
)
_FUND = re.compile(r"\b(?:(?:sub)?fund(?:s|usze?|o)?|fond[ois]|sicav|ucits|rahasto|reksa ?dana)\b", re.IGNORECASE)
_CODE = re.compile(r"[0-9]{4,6}|[0-9]{3}[A-Z]")
_BULLET = re.compile(
    r"\[[0-9]{1,4}\]\s?(?=[^\W\d_])|[•·*▪◦‣●■►▶★☆»›✓✔#\u2013\u2014-]\s+|[•·▪◦‣●■]"
    r"|\+\s+(?=[^\W\d_])|[0-9]{1,3}[.)]\s+|[\U0001F1E6-\U0001F1FF]{2}\s*|[\U0001F947-\U0001F949]\s+"
)
# Marks of a registered name, of a footnote (`[3]`).
_MARKS = re.compile(r"\s?(?:[®™*†]+|\[[0-9]{1,3}\])")
# A text with one of these is a sentence or a headline and no name.
_SENTENCE = word_set("""
    up down rose rises fell falls gained gains lost loses was were is are has had have from at by to its their his as
    will would with after before than that this which who when while points point percent closed close ended adds added
    drops dropped jumps jumped slips slipped climbs climbed increased Increased decreased Decreased © Copyright
    copyright vs vs.
""")
_PAIRED = re.compile(r"/(?:[A-Z]{1,2})?[$€£₹]\Z")
_PAIR = re.compile(r"\A([A-Z]{3}) / ([A-Z]{3})\Z")
# A day before a text, such as an analyst's note; a sentence and the beginning of another.
_DATE_FIRST = re.compile(r"\A[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}\b|\A[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_SECOND_SENTENCE = re.compile(r"[a-z]{5,}\. [A-Z]")
# A percentage, a price with its currency, a figure behind its sign or right behind another, a sign with its currency at
# the end as in `mover.52 USD/lb +USD`, a figure struck through: a row not taken apart.
_FIGURES_WITHIN = re.compile(
    r"[0-9] ?%|[0-9][.,][0-9]+(?:[+(\u2212-]| [+\u2212-][0-9]| ?[$€£₹¥]| [0-9]+[.,][0-9])"
    rf"|(?:[+\u2212$€£₹¥] ?|[ \w)]-)[0-9]+[.,][0-9]|{ARROW} ?[+\u2212-]?[0-9]"
    r"| [+\u2212](?:[A-Z]{3}|[$€£₹¥])\Z|~~"
)
# A sum of money, or a note in brackets such as a table's unit.
_NO_NAME = re.compile(
    rf"\A(?:[$€£₹¥] ?[0-9]|(?:{CODE_PATTERN})(?: ?[0-9]+[.,][0-9]{{2}}|[0-9]+)\b"
    r"|[0-9.,]*[0-9][.,][0-9]+ ?[A-Z]{3}\b|\([^()]*\)\Z)"
)
_CLAUSES = frozenset("、。；")
"""Marks that part the clauses of a sentence or a note, as in `※札証、名証は非対応`."""
# What an analyst says of a share, behind its name: the price is that of the advice, or another one.
_ADVICE = re.compile(
    r"(?::| [:|\u2013-]) ?(?:strong )?(?:buy|sell|hold|overweight|underweight|outperform|kaufen|verkaufen|halten"
    r"|acheter|vendre|comprar|vender)\Z",
    re.IGNORECASE,
)
# How much is held of something, before or behind its name: `10 shares Acme`, `Acme x10`, `25 @`.
_HELD = re.compile(
    r"\A[0-9]+(?: ?[x×]| (?:shares?|units?|stück|stk\.?|pcs|actions|acciones|aandelen)(?: of)?) "
    r"| (?:[x×] ?[0-9]+|[0-9]+ (?:shares?|units?|stück|stk\.?|pcs)|[0-9]+ ?@)\Z",
    re.IGNORECASE,
)
# What the figures behind a name are of, as printed: an advice, a position, an average, an estimate, a year's move.
_OF_ELSE = word_set("buy sell hold long short avg avg. est. exp. entry of YTD MTD QTD")
_NO_LABELS = (_DATE_FIRST, _SECOND_SENTENCE, _FIGURES_WITHIN, _NO_NAME, _ADVICE, _HELD)
_DASHED = re.compile(r"[A-Z][A-Z0-9]{1,5} [\u2013\u2014-] [A-Z0-9&.,'() -]{3,60}")
_SELDOM_SYMBOLS = word_set("CPI PPI PMI PE VOL TOTAL SALES")
"""Words in capitals that are a figure's name far more often than a symbol."""


class Name(NamedTuple):
    """What a row is of.

    `symbol` is as printed, or a name in upper case with its spaces where the page prints no symbol; `label` is then
    the name as printed. `name` is the company's name where it stands beside the symbol.
    """

    symbol: str
    name: str | None = None
    label: str | None = None


def without_bullet(text: str) -> str:
    """Return a line without the bullet or number of a list in front."""
    first = text[:1]
    is_plain = first.isalpha() or (" " not in text and first.isascii() and first != "[")
    found = None if is_plain else _BULLET.match(text)
    return text[found.end() :].lstrip() if found else text


def is_symbol(text: str) -> bool:
    """Return whether a text has the shape of a symbol: capitals and digits, one word, such as `BRK.B` or `EUR/USD`."""
    if text.isalpha():  # as most are; the last letter may be a small one
        is_upper = text.isupper() or text[:-1].isupper()
        return is_upper and text.isascii() and len(text) <= _LONGEST_SYMBOL
    return " " not in text and _SYMBOL.fullmatch(text) is not None and any(map(str.isalpha, text))


def are_symbols(texts: Sequence[str]) -> bool:
    """Return whether all texts are nothing but letters in capitals, as many as a symbol has."""
    whole = "".join(texts)
    letters = whole.isalpha() and whole.isupper() and whole.isascii()
    return letters and all(texts) and max(map(len, texts)) <= _LONGEST_SYMBOL


def is_plain_symbol(text: str) -> bool:
    """Return whether a text has the shape of a listed share's symbol: one to six capitals and digits."""
    return _PLAIN_SYMBOL.fullmatch(text) is not None


def is_numbered_symbol(text: str) -> bool:
    """Return whether a text is a name such as `3M`, which a figure with its unit may look like."""
    return _NUMBERED_SYMBOL.fullmatch(text) is not None


def is_plain_code(text: str) -> bool:
    """Return whether a text is a share's number, such as 7203 or 285A, or its symbol."""
    return is_plain_symbol(text) or is_code(text)


def is_code(text: str) -> bool:
    """Return whether a text has the shape of a share's number in Japan, Korea or China."""
    return _CODE.fullmatch(text) is not None


def is_label(text: str) -> bool:
    """Return whether a text can name what a row is of: no sentence, and no other name such as `Market Cap`."""
    return has_label_shape(text) and not names_other(text.removesuffix(":").rstrip())


@lru_cache(16_384)
def has_label_shape(text: str) -> bool:
    """Return whether a text looks like the label of a row and not like a sentence, whatever it names."""
    if len(text) <= LONGEST_PLAIN and text.isalpha() and text.isupper() and text.isascii():
        return True  # a symbol, as most labels are
    text = text.removesuffix(":").rstrip()
    letters = is_letters(text)
    if len(text) > _LONGEST and (len(text) > _LONGEST_FUND or not is_fund(text)):
        return False
    if not (letters or any(map(str.isalpha, text))):
        return False
    words = text.split()
    if not letters and (any(shape.search(text) for shape in _NO_LABELS) or _is_open(text)):
        return False
    return _is_named(text, words, letters=letters) or names_other(text)


def is_held(text: str) -> bool:
    """Return whether a text says how much is held of what it names: `10 shares Acme`, `Acme 25 @`."""
    return _HELD.search(text) is not None


def reads_as_sentence(text: str) -> bool:
    """Return whether a text has a word that no name has, as sentences and headlines do."""
    return not _SENTENCE.isdisjoint([word.strip(",:") for word in text.split()])


def _is_named(text: str, words: Sequence[str], *, letters: bool) -> bool:
    """Return whether the words of a text, which has the size of a label, are those of a name."""
    if text.endswith(("…", "...")):  # a name that the page cut; a longer text is a headline's beginning
        text = text.rstrip(".… &")
        return len(words) <= _MOST_CUT and has_label_shape(text) and any(map(str.isupper, text))
    if text[0] == "." and is_known(text):
        return True
    if text[-1] in ",;!?=→>&/@~Ø-\u2212\u2013" or text[0] in ",;:.!?)%/|=※†‡":
        return False
    if len(words) > _MOST_WORDS and (len(words) > _MOST_WORDS_OF_FUND or not is_fund(text)):
        return False
    if (not letters and not _CLAUSES.isdisjoint(text)) or (len(words) > 1 and words[-1] in _OF_ELSE):
        return False
    if text[-1] in "$€£₹" and not _PAIRED.search(text):  # the currency of the price behind it
        return False
    if text[-1] == "." and len(words) > 1 and len(words[-1]) > 7 and "." not in words[-1][:-1]:
        return False
    if text[0].islower() and len(words) > 1 and words[0].islower() and words[0].isalpha() and not _is_named_small(text):
        return False
    small = sum(map(str.islower, words))
    named = small * 2 <= len(words) or len(words) == 1 or is_known(text)
    return named and not reads_as_sentence(text)


def _is_open(text: str) -> bool:
    """Return whether a bracket of a text is not closed, and the page did not cut it: `Alpha (Co..`."""
    return text.count("(") != text.count(")") and not text.endswith("..")


def is_letters(text: str) -> bool:
    """Return whether a text is nothing but letters and spaces: most patterns need something else, and are left out."""
    return text.isalpha() or text.replace(" ", "").isalpha()


def _is_named_small(text: str) -> bool:
    """Return whether a text that begins with a small letter is a name, as `adidas AG` is."""
    return known_kind(text) is not None or _COMPANY.fullmatch(text) is not None


def is_known(text: str) -> bool:
    """Return whether a text is a well-known index, commodity, currency or coin."""
    return known_kind(text) is not None


def kind_of_name(name: Name) -> Kind:
    """Return the kind of what a row is of: that of its symbol, unless the name is of a company: `NOK` is Nokia Oyj."""
    kind = known_kind(name.symbol)
    if kind is None or (kind is not Kind.FUTURE and name.name and is_company(name.name) and not is_known(name.name)):
        return Kind.EQUITY
    return kind


@lru_cache(16_384)
def is_company(text: str) -> bool:
    """Return whether a text ends as a company's name does, in `Inc.` or `AG`."""
    return _COMPANY.fullmatch(text) is not None


def is_fund(text: str) -> bool:
    """Return whether a name has a fund's word: such a name may be long."""
    return _FUND.search(text) is not None


def proves_itself(text: str) -> bool:
    """Return whether a label makes a row a quote where its figures prove nothing: a symbol, or a well-known name.

    So does `COE – COOPER ENERGY`, a symbol and a name in capitals.
    """
    return (
        is_known(text)
        or _DASHED.fullmatch(text) is not None
        or (is_symbol(text) and text not in _SELDOM_SYMBOLS and not names_other(text))
    )


def read_name(text: str) -> Name:
    """Return what a label stands for, by itself: `AAPL`, `NASDAQ:AAPL`, `Dow Jones`, `btc`."""
    if text.isalnum() and is_symbol(text):  # as most are
        return Name(text)
    text = " ".join(text.removesuffix("|").removesuffix(":").split())
    if text.endswith(" price") and is_known(text.removesuffix(" price")):
        text = text.removesuffix(" price")
    plain = text if is_letters(text) else _PAIR.sub(r"\1/\2", _MARKS.sub("", text) or text)
    if ":" in plain and (found := _EXCHANGE.fullmatch(plain)):
        return Name(found[1 if found[2] in BEHIND_SYMBOLS else 2], label=text)
    if is_symbol(plain):
        return Name(plain, label=None if plain == text else text)
    return Name(plain.upper(), label=text)


def read_pair(symbol: str, name: str) -> Name:
    """Return what a symbol with the company's name beside it stands for; the name may be empty, or an exchange."""
    plain = Name(symbol) if is_code(symbol) else read_name(symbol)
    return Name(plain.symbol, name if name and not is_venue(name) else None, plain.label)


def begin_with_unit(labels: Sequence[str]) -> bool:
    """Return whether all labels of a line but the first, two at least, begin with one word that may be a unit.

    So do those of `Alpha +1% 3.49 Euro Beta +2% 4.10 Euro Gamma -1% 8.20`; `Euro Stoxx 50` is well-known.
    """
    begun = {label.partition(" ")[0] for label in labels[1:]}
    return len(labels) > 2 and len(begun) == 1 and begun.isdisjoint(labels[0].split()) and not is_known(labels[1])


def is_venue(text: str) -> bool:
    """Return whether a text is an exchange, or a country as it stands behind a symbol."""
    return text in BEHIND_SYMBOLS


def of_badges(badges: Sequence[str], texts: Sequence[str]) -> list[Name] | None:
    """Return the symbol and name of `ALPH10 Alpha Ten Index` beside each badge, a symbol's first letters: `ALPH`.

    All texts have a symbol that begins so, one of them the badge itself; return None for any others: a name may begin
    like its symbol, `ALPHA HOLDINGS`.
    """
    pairs = [text.partition(" ") for text in texts]
    if len(badges) < _FEWEST_BADGES or not any(
        symbol == badge for badge, (symbol, _, _) in zip(badges, pairs, strict=True)
    ):
        return None
    are = all(
        name and is_symbol(symbol) and symbol.startswith(badge)
        for badge, (symbol, _, name) in zip(badges, pairs, strict=True)
    )
    return [Name(symbol, name) for symbol, _, name in pairs] if are else None
