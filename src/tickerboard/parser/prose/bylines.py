"""Lines of names, such as `By Jane Doe and John Smith, Senior Reporter`, and the names in them."""

from __future__ import annotations

import re

from tickerboard.parser.prose.printed import printed_dates
from tickerboard.parser.prose.vocabulary import BESIDE_DATES, BY, BY_WITH_COLON, NAME_WORDS, any_of
from tickerboard.text.patterns import pattern

_LONGEST = 160
_MOST_WORDS = 14
_PREFIX = pattern(rf"(?:(?:{any_of(BY)})(?::\s*|\s+)|(?:{any_of(BY | BY_WITH_COLON)})\s?[:：/／]\s*)", re.IGNORECASE)
# What a line may say behind its names: a role, an account, how long reading takes.
_BEHIND = pattern(
    r"\s*(?:[|•·–—(]|\s[-/]\s|\s@\w|\(?[\w.+-]+@[\w.-]+|\s[0-9]{1,3}\s?min\b|,?\s(?:updated|published|posted|on)\b[\s:]*$).*",
    re.IGNORECASE,
)
_ROLE_WORDS = (
    r"(?:\w+\s){0,3}(?:reporter|writer|editor|correspondent|contributor|columnist|analyst|journalist|"
    r"redakteur(?:in)?|journaliste|corresponsal|periodista|repórter|giornalista)"
)
_ROLE = pattern(rf",\s{_ROLE_WORDS}\b.*", re.IGNORECASE)
_ROLE_LINE = pattern(rf"{_ROLE_WORDS}(?:,? \w+){{0,3}}", re.IGNORECASE)
_EXPLICIT = pattern(rf"(?:{any_of(BY | BY_WITH_COLON)})\s?[:：]", re.IGNORECASE)
_DESK_WORDS = range(2, 5)
_OUTLET_WORDS, _OUTLET = 3, 80
_WORD_EDGE = " ,;&.’'()"
_STOPS = frozenset('.?!:;“"')
_ABBREVIATION = pattern(r"\(?(?:[A-Z]\.)+,?|[A-Z][a-z]{0,2}\.,?")
_ELIDED = pattern(r"\A[dl]['’]")
_CJK = pattern(r"[\u3040-\u30ff\u3400-\u9fff]{2,12}(?:[ ・、,，　][\u3040-\u30ff\u3400-\u9fff]{1,12}){0,3}")


def read_names(line: str) -> str | None:
    """Return the names of a line that begins with a word such as `By`, as printed; None for any other line."""
    if len(line) > _LONGEST or not (prefix := _PREFIX.match(line)):
        return None
    text = line[prefix.end() :]
    return names_in(text) or _before_outlet(text) or (_desk(text) if _EXPLICIT.match(line) else None)


def _before_outlet(text: str) -> str | None:
    """Return the names before a comma and a few words that are no names, such as those of a paper or of a place."""
    first, comma, rest = text.partition(", ")
    if not comma or len(text) > _OUTLET or text.endswith(tuple(_STOPS)) or len(first.split()) < 2:
        return None
    outlet = _BEHIND.sub("", f" {rest}")
    is_name = any(each.isupper() or each.isdigit() for each in outlet)
    return names_in(first) if is_name and len(outlet.split()) <= _OUTLET_WORDS else None


def _desk(text: str) -> str | None:
    """Return a few words behind `By:`, in lower case as well: `our own reporters`."""
    text = text.strip()
    few = len(text.split()) in _DESK_WORDS and text.replace(" ", "").replace("-", "").isalpha()
    return text if few else None


def is_role(line: str) -> bool:
    """Return whether a line has what an author is, such as `Contributing columnist`, and nothing else."""
    return len(line) <= _OUTLET and _ROLE_LINE.fullmatch(line) is not None


def without_by(text: str) -> str:
    """Return a text without the word such as `By` before its names."""
    prefix = _PREFIX.match(text)
    return text[prefix.end() :] if prefix else text


def names_in(text: str) -> str | None:
    """Return the names with which a text begins and which are all of it but for a role, a date or an account.

    None where anything else stands in it.
    """
    dates = printed_dates(text)
    names = text[: dates[0].start] if dates else text
    names = _ROLE.sub("", _BEHIND.sub("", f" {names}")).strip(" ,;|-–—")
    while dates and names and names.split()[-1].casefold().strip(_WORD_EDGE + ":") in BESIDE_DATES:
        names = names.rpartition(" ")[0].strip(" ,;|-–—")
    if _CJK.fullmatch(names):
        return names
    return names if _are_names(names) else None


def _are_names(text: str) -> bool:
    """Return whether a text is nothing but words with a capital, and the small words that join them."""
    words = [word for each in text.split() if (word := _ELIDED.sub("", each).strip(_WORD_EDGE))]
    if not 0 < len(words) <= _MOST_WORDS or any(map(str.isdigit, text)) or not _has_no_stops(text):
        return False
    capital = [word[0].isupper() for word in words]
    return any(capital) and all(is_name or word in NAME_WORDS for is_name, word in zip(capital, words, strict=True))


def _has_no_stops(text: str) -> bool:
    """Return whether the only marks of a text are points of initials and titles: `J. Doe`, `Dr. Doe Jr.`."""
    marked = (word for word in text.split() if not _STOPS.isdisjoint(word))
    return all(_ABBREVIATION.fullmatch(word) for word in marked)
