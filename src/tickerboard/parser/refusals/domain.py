"""What a page is about: rows with the shape of a quote on a page of sport, votes, shops or health are not quotes.

A row is refuted by its own label (`Analyst target`), or by the words around its list, unless something in the list is
of a market: an index, a currency, a coin, or a market's word in its heading.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from itertools import chain, filterfalse, islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.model import Kind
from tickerboard.parser.audit import decimals
from tickerboard.parser.kinds import known_kinds
from tickerboard.parser.names.labels import is_code, is_company, is_symbol, proves_itself
from tickerboard.parser.names.together import others_among
from tickerboard.parser.phrases.domains import (
    FOREIGN,
    MARKET,
    is_elsewhere,
    looked_at,
    names_market,
    names_other_domain,
)
from tickerboard.parser.phrases.surveys import names_survey
from tickerboard.parser.phrases.things import count_things, is_part_number
from tickerboard.parser.refusals.blocks import blocks
from tickerboard.parser.refusals.unread import is_unread_row
from tickerboard.text.numbers import ARROW, MINUS, has_digit, has_letter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from tickerboard.model import Quote
    from tickerboard.parser.strips.reading import StripReading

_ABOVE = 4
"""Lines above a list that say what it is of."""
_FARTHEST = 40
"""Lines from a list up to its heading, at most."""
_MOST_OF_HEADING = 5
"""Words of a heading, at most."""
_DISCOUNT = Decimal(-5)
"""Percent that a price is reduced by, at least."""
_SIGN = re.compile(rf"[{MINUS}+] ?[$€£]?[0-9]|{ARROW}")
_MONEY = re.compile("[$€£]")
_WITH_HEADER = frozenset(("table", "board", "transposed", "dated", "sheet", "sentences"))
"""Grammars of rows whose figures are named, by a header, a key or a verb."""
_FIRM = re.compile(
    r"(?:bank|banco|banque) .+"
    r"|.+ (?:sciences|technolog(?:y|ies)|industries|systems|pharma\w*|therapeutics|mining|motors"
    r"|biotech|steel|cement|software|semiconductors?|electronics|chemicals|resources|minerals|partners|capital|financial"
    r"|airlines|airways|brands|laboratories|solutions|petroleum|telecom|realty|enterprises|international|bancshares)",
    re.IGNORECASE,
)
"""How the names of firms begin or end that have no word for their kind, such as `AG`."""
_OF_MARKET = frozenset((Kind.INDEX, Kind.CURRENCY, Kind.CRYPTO, Kind.FUTURE))


def refute(reading: StripReading, lines: Sequence[str], worded: Sequence[int]) -> None:
    """Turn the quotes that the page's words refute into problems. Each quote's line is its number in `lines`.

    `worded` are the numbers of all lines that may have words, in order. The row of a company refutes nothing: its name
    may be of any words.
    """
    if not reading.found:
        return
    elsewhere: bool | None = None
    companies = {
        quote.line for quote in reading.found.values() if quote.name or (quote.label and is_company(quote.label))
    }
    lines = ["" if number in companies else line for number, line in enumerate(lines, 1)] if companies else lines
    for block in chain.from_iterable(_apart(block, lines, worded) for block in blocks(list(reading.found.values()))):
        refuted = False
        if not _has_market(block):
            if elsewhere is None:
                elsewhere = is_elsewhere(lines)
            first, end = block[0].line - 1, block[-1].line
            around = lines[max(0, first - _ABOVE) : end]
            foreign = elsewhere or _is_sale(block) or _are_things(block) or names_other_domain(around)
            refuted = foreign and not names_market(around)
            refuted = refuted or (_heads_foreign(lines[:first], block) and not names_market(lines[first:end]))
            refuted = refuted or (_prove_nothing(block, shown=_are_shown(block, reading)) and not names_market(lines))
        _drop(block if refuted else _of_others(block), reading)


def _apart(block: Sequence[Quote], lines: Sequence[str], worded: Sequence[int]) -> Iterator[Sequence[Quote]]:
    """Yield the parts of a list that a line of another domain parts, such as `Rents` below an index."""
    start, numbers = 0, [each.line for each in block]
    within = worded[bisect_left(worded, numbers[0]) : bisect_left(worded, numbers[-1])]
    others = filterfalse(frozenset(numbers).__contains__, within)
    between = "\n".join([lines[number - 1] for number in others])
    if has_letter(between):  # figures alone have no word
        for at, (one, other) in enumerate(pairwise(numbers), 1):
            text = looked_at(lines[one : other - 1]) if other - one > 1 else ""
            if text.islower() and FOREIGN.search(text):
                yield block[start:at]
                start = at
    yield block[start:]


class MarkupList(NamedTuple):
    """A list of a page's markup: the lines of its quotes, the texts in it and above it, and whether it has a header."""

    lines: Set[int]
    around: Sequence[str]
    is_headed: bool = False


def refute_markup(
    reading: StripReading, texts: Sequence[str], said: Sequence[str], lists: Sequence[MarkupList]
) -> None:
    """Turn the quotes of a page's markup into problems, list by list, where its texts are of another domain.

    A header names a price and a move. Without one, figures that prove each other may be of goods or counts, and those
    without a sign of votes: some word of the page must be of a market, and one by the list where its names are of goods
    or towns, or its percents of a sale. `said` are the texts of the page without its links: those of a menu lead to any
    page.
    """
    elsewhere: bool | None = None
    is_of_market = False
    found = _by_list(reading, lists)
    for each, quotes in zip(lists, found, strict=True):
        if not quotes or _has_market(quotes):
            _drop(_of_others(quotes), reading)
            continue
        if elsewhere is None:
            elsewhere, is_of_market = is_elsewhere(texts), names_market(said)
        nearby = _is_sale(quotes) or _are_things(quotes)
        labels = {quote.label for quote in quotes}  # of towns one may be a market's word, too
        around = [text for text in each.around if text not in labels]
        nearby = (nearby or _is_below_foreign(each, quotes, around)) and not names_market(around)
        refuted = nearby or elsewhere or (not is_of_market and _are_unlikely(quotes, shown=each.is_headed))
        _drop(quotes if refuted else _of_others(quotes), reading)


def _are_unlikely(quotes: Sequence[Quote], *, shown: bool) -> bool:
    """Return whether nothing in a list shows that it is of a market, unless its header does."""
    return _prove_nothing(quotes, shown=shown) or (not shown and all(map(_is_bare, quotes)))


def _is_below_foreign(found: MarkupList, quotes: Sequence[Quote], around: Sequence[str]) -> bool:
    """Return whether the words around a list without a header, and without a change, are of another domain."""
    return not (found.is_headed or any(map(_is_whole, quotes))) and names_other_domain(around)


def _by_list(reading: StripReading, lists: Sequence[MarkupList]) -> list[list[Quote]]:
    """Return the quotes of each list, in the order in which they were read."""
    places = {line: at for at, each in enumerate(lists) for line in each.lines}
    found: list[list[Quote]] = [[] for _ in lists]
    for quote in reading.found.values():
        if (at := places.get(quote.line)) is not None:
            found[at].append(quote)
    return found


def _of_others(quotes: Sequence[Quote]) -> list[Quote]:
    """Return the quotes whose own name is of something else than a market; a code, such as 2010, is no year."""
    has_survey = names_survey("\n".join([each.label or "" for each in quotes]))  # as few lists have
    are_others = others_among(
        [each.label or (each.name if each.name and is_code(each.symbol) else each.symbol) for each in quotes]
    )
    if not has_survey and not any(are_others):
        return []
    return [
        each
        for each, is_other in zip(quotes, are_others, strict=True)
        if (_is_of_other(each) if is_other else has_survey and _is_of_survey(each))
    ]


def _is_of_other(quote: Quote) -> bool:
    """Return whether no company stands beside a name of something else; the symbol beside one is of that."""
    return quote.name is None or not is_company(quote.name)


def _is_of_survey(quote: Quote) -> bool:
    return quote.label is not None and names_survey(quote.label) and not is_company(quote.label)


def _heads_foreign(above: Sequence[str], block: Sequence[Quote]) -> bool:
    """Return whether the nearest words above a list are a heading of another domain: a menu may stand further up.

    Rows that no grammar read are passed over. A list of symbols or firms needs more than that.
    """
    rows = range(len(above), max(0, len(above) - _FARTHEST), -1)
    nearest = (
        above[number - 1].lower() for number in rows if above[number - 1].strip() and not is_unread_row(above, number)
    )
    words = (text for text in islice(nearest, _ABOVE) if FOREIGN.search(text) or MARKET.search(text))
    heading = next(words, "")
    if not 0 < len(heading.split()) <= _MOST_OF_HEADING or MARKET.search(heading):
        return False
    labels = [each.label or each.symbol for each in block]
    return sum(proves_itself(label) or _is_firm(label) for label in labels) * 3 < len(labels)


def _drop(quotes: Sequence[Quote], reading: StripReading) -> None:
    for quote in quotes:
        reading.refute(quote, "has the shape of a quote, but is not of a market")


def _is_sale(quotes: Sequence[Quote]) -> bool:
    """Return whether all have names and whole percentages below zero, or large ones beside sums of money."""
    return all(map(_is_reduced, quotes)) and (
        all(not decimals(each.percent or _DISCOUNT) for each in quotes)
        or all((each.percent or 0) <= _DISCOUNT and _MONEY.search(each.text) for each in quotes)
    )


def _is_reduced(quote: Quote) -> bool:
    """Return whether a quote has a name that is no company's, and a percentage below zero."""
    name = quote.label or (quote.name if is_code(quote.symbol) else None)  # an article's number, for one
    is_named = name is not None and not is_company(name)
    return is_named and quote.percent is not None and quote.percent < 0


def _is_bare(quote: Quote) -> bool:
    """Return whether a quote has a name of words that is no company's, and no sign by its move."""
    is_named = quote.label is not None and not is_company(quote.label) and not is_symbol(quote.label)
    return is_named and _SIGN.search(quote.text) is None


def _are_counts(quotes: Sequence[Quote]) -> bool:
    """Return whether all have names that are no company's, and whole numbers without a currency: `Orders 412`."""
    return all(
        each.label
        and each.label.isascii()
        and any(map(str.isalpha, each.label))
        and not is_company(each.label)
        and not is_symbol(each.label)
        and each.last is not None
        and not decimals(each.last)
        and not _MONEY.search(each.text)
        for each in quotes
    )


def _are_things(quotes: Sequence[Quote]) -> bool:
    """Return whether most names of a list, two at least, are of towns or goods."""
    things = count_things([each.label for each in quotes if each.label])
    return things > 1 and things * 2 >= len(quotes)


def _are_parts(quotes: Sequence[Quote]) -> bool:
    """Return whether half of a list have the numbers of parts for symbols; a company beside one shows a symbol."""
    if not has_digit("\n".join([each.symbol for each in quotes])):
        return False
    return sum(is_part_number(each.symbol) and _is_of_other(each) for each in quotes) * 2 >= len(quotes)


def _are_shown(quotes: Sequence[Quote], reading: StripReading) -> bool:
    """Return whether a header, or figures that prove each other, show that a list of text is of quotes."""
    return any(reading.grammars.get(each.symbol) in _WITH_HEADER or _is_whole(each) for each in quotes)


def _prove_nothing(quotes: Sequence[Quote], *, shown: bool) -> bool:
    """Return whether all are counts, half are parts, or no name shows that a list is of a market.

    It may be `shown` without names. A firm shows it. A word in capitals, or one as common as `Gold`, may stand in any
    list: every third name has to be one.
    """
    if _are_counts(quotes) or _are_parts(quotes):
        return True
    if shown or sum(proves_itself(each.label or each.symbol) for each in quotes) * 3 >= len(quotes):
        return False
    return not any(map(_is_of_firm, quotes))


def _is_whole(quote: Quote) -> bool:
    return quote.change is not None and quote.percent is not None


def _is_of_firm(quote: Quote) -> bool:
    """Return whether a quote is of a symbol with its name, or of a firm."""
    return quote.name is not None or _is_firm((quote.label or quote.symbol).rstrip(".… "))


def _is_firm(label: str) -> bool:
    return is_company(label) or is_company(label.title()) or _FIRM.fullmatch(label) is not None


def _has_market(quotes: Sequence[Quote]) -> bool:
    """Return whether the name of a quote alone proves a market."""
    named = [each for each in quotes if each.label is not None or each.kind is not Kind.EQUITY]
    if any(each.kind is Kind.FUTURE for each in named):
        return True  # `Oats` alone may be an ingredient
    return bool(named) and not _OF_MARKET.isdisjoint(known_kinds([each.label or each.symbol for each in named]))
