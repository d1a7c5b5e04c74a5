"""Mentions: the quotes that an article names by symbol or company name, as whole words in the page's spelling."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tickerboard.model import Article

_HEAD = pattern(r"(?<![\w.@/&])(?<![A-Z0-9]-)[A-Z0-9][A-Za-z0-9]*+")
"""The first word of a possible mention. Not inside an address, nor at the end of another symbol (`GATM-NOV`)."""
_END = pattern(r"(?![\w&]|[.@/][A-Za-z0-9]|-[A-Z0-9])")
"""Where a mention may end: not in a longer word or address, nor before a contract month (`GATM-NOV` is not `GATM`)."""
_INDEX = pattern(r"([A-Z]{2,})([0-9]{2,})")
_SHOUTED = pattern(r"[A-Z]{2,}")
_LEGAL = frozenset(("limited", "ltd", "company", "co", "corporation", "corp", "inc", "plc", "(pvt)", "(private)"))

Forms = dict[str, list[tuple[str, str]]]
"""Written forms with their symbols, longest first, by their first word."""


class Mention(NamedTuple):
    """A place in a text that names a quote: the characters from `start` to `end`."""

    start: int
    end: int
    symbol: str


class Lexicon:
    """The written forms of the quotes on a board."""

    def __init__(self, known: Mapping[str, str | None]) -> None:
        """Take the symbols, each with its company's name or None."""
        self._known = known
        self._symbols = _by_head((each, one) for one in known if not _is_plain(one) for each in _symbol_forms(one))
        self._names = _by_head((form, symbol) for symbol, name in known.items() if name for form in _name_forms(name))

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions in a text, in order. Of two that begin at one place the longer one counts."""
        found: list[Mention] = []
        # In a line that is all capitals a symbol looks like any other word (`UNITY`).
        is_shouted = text.isupper() and len(_SHOUTED.findall(text)) > 2
        past = 0
        for head in _HEAD.finditer(text):
            start = head.start()
            if start < past:
                continue
            symbols = () if is_shouted else self._symbols_at(head[0])
            for form, symbol in (*self._names.get(head[0], ()), *symbols):
                if text.startswith(form, start) and _END.match(text, start + len(form)):
                    past = start + len(form)
                    found.append(Mention(start, past, symbol))
                    break
        return tuple(found)

    def _symbols_at(self, head: str) -> Iterable[tuple[str, str]]:
        """Return the written forms of symbols that begin with a word, longest first."""
        longer = self._symbols.get(head, ())
        return (*longer, (head, head)) if head in self._known and _is_plain(head) else longer

    def named_in(self, article: Article) -> frozenset[str]:
        """Return the symbols that an article's headline and paragraphs name, without those of related stories."""
        texts = (article.headline or "", *article.paragraphs)
        return frozenset(mention.symbol for text in texts for mention in self.find(text))


class MentionCounts:
    """Counts the articles that name each quote. Each article is searched once for as long as the names stay."""

    def __init__(self) -> None:
        self._known: Mapping[str, str | None] = {}
        self._lexicon = Lexicon({})
        self._articles: tuple[Article, ...] = ()
        self._named: dict[Article, frozenset[str]] = {}
        self._counts: Mapping[str, int] = {}

    def of(self, articles: tuple[Article, ...], known: Mapping[str, str | None]) -> Mapping[str, int]:
        """Return the number of articles that name each symbol, without the symbols that no article names."""
        if known != self._known:
            self._known, self._lexicon, self._named = known, Lexicon(known), {}
        elif articles is self._articles:
            return self._counts
        before, self._articles = self._named, articles
        self._named = {
            article: before[article] if article in before else self._lexicon.named_in(article) for article in articles
        }
        self._counts = Counter(symbol for named in self._named.values() for symbol in named)
        return self._counts

    def naming(self, symbol: str) -> tuple[Article, ...]:
        """Return the articles of the last `of` that name a symbol, in their order."""
        return tuple(article for article in self._articles if symbol in self._named[article])


def _is_plain(symbol: str) -> bool:
    """Return whether a symbol is one word of capitals, as nearly all are: that is the only form prose writes it in."""
    return len(symbol) > 2 and symbol.isascii() and symbol.isalpha() and symbol.isupper()


def _symbol_forms(symbol: str) -> list[str]:
    """Return how prose writes a symbol; empty for a symbol that is also a word or a number (`786`, `PK`, `Gold`)."""
    letters = sum(each.isalpha() for each in symbol)
    capitals = sum(each.isupper() for each in symbol)
    if not letters or len(symbol) < 3 or (letters == len(symbol) and capitals < 2) or not capitals:
        return []
    index = _INDEX.fullmatch(symbol)
    return [symbol, *([f"{index[1]}-{index[2]}", f"{index[1]} {index[2]}"] if index else [])]


def _name_forms(name: str) -> list[str]:
    """Return how prose writes a company's name: whole, and without its legal form where the rest is still a name.

    A single plain word is not a name (`Systems Limited`), so it keeps its legal form, long or short.
    """
    words = name.removeprefix("The ").split()
    while words and words[-1].lower().rstrip(".,") in _LEGAL:
        words.pop()
    short = " ".join(words).rstrip(",")
    if len(words) > 1 or any(not each.isalpha() or each.isupper() for each in short[1:]):
        return [name, short]
    return [name, *([f"{short} Limited", f"{short} Ltd"] if short and short != name else [])]


def _by_head(forms: Iterable[tuple[str, str]]) -> Forms:
    owners: dict[str, set[str]] = defaultdict(set)
    for form, symbol in forms:
        owners[form].add(symbol)
    by_head: Forms = defaultdict(list)
    for form, symbols in sorted(owners.items(), key=lambda each: -len(each[0])):
        head, owner = _HEAD.match(form), min(symbols, key=len)
        # A name belongs to the equity before its futures. A name that two equities have names neither.
        if head and all(symbol == owner or symbol.startswith(owner + "-") for symbol in symbols):
            by_head[head[0]].append((form, owner))
    return dict(by_head)
