"""The foot of a page: the copyright line, the comment box, links to terms and to other stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tickerboard.parser.prose.furniture import is_chrome, is_menu, is_sentence
from tickerboard.parser.prose.vocabulary import CONTACTS, FOOT, HOUSE_RULES
from tickerboard.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

_OWN_COPYRIGHT = "Copyright Business Recorder"
# Another house's: names and a year only, for an article may speak of copyright.
_COPYRIGHT = pattern(r"Copyright(?: ©| \(c\))?(?: [A-Z][A-Za-z&.'-]{0,20}){1,5}(?:,? [0-9]{4})?")
_SIGNS = ("©", "(c) ", "copyright ©", "copyright (c)")
_RIGHTS = (
    *("all rights reserved", "alle rechte vorbehalten", "tous droits réservés", "todos los derechos reservados"),
    *("todos os direitos reservados", "tutti i diritti riservati", "riproduzione riservata", "無断転載", "版权所有"),
    *("alle rechten voorbehouden", "wszelkie prawa zastrzeżone", "tüm hakları saklıdır", "все права защищены"),
)
_MORE = ("more from ", "more by ", "mehr von ", "más en ", "más de ")
_LONGEST_RIGHTS, _LONGEST_RULES = 200, 50
_TAIL_WORDS = ("Comments are closed.", "200 characters", "Copyright Business Recorder,")


def is_house(texts: Sequence[str]) -> bool:
    """Return whether lines are of the main site: they have its logo, its menu, its copyright or its comment box."""
    return any(is_menu(text) or text.startswith(_TAIL_WORDS) for text in texts if text)


def without_foot(texts: list[str]) -> list[str]:
    """Cut what stands below a story: from the first line that only a foot has and below which no sentence stands."""
    texts = _without_tail(texts)
    end, is_last = len(texts), True
    for at in range(len(texts) - 1, -1, -1):
        if not (text := texts[at]):
            continue
        folded = text.casefold()
        if _is_foot(folded) or (is_last and folded in CONTACTS):
            end, is_last = at, True
            continue
        is_last = False
        if is_sentence(text) and not is_chrome(text):
            break
    return texts[:end] if any(texts[:end]) else texts


def _is_foot(folded: str) -> bool:
    """Return whether a line in lower case is one that only a foot has, such as one that reserves rights."""
    if folded.rstrip(" :") in FOOT:
        return True
    is_short = len(folded) <= _LONGEST_RULES and not folded.endswith(".")
    if is_short and (folded.startswith(_MORE) or not HOUSE_RULES.isdisjoint(folded.split())):
        return True
    return len(folded) <= _LONGEST_RIGHTS and (folded.startswith(_SIGNS) or any(map(folded.__contains__, _RIGHTS)))


def _without_tail(texts: list[str]) -> list[str]:
    """Cut the page's foot: the copyright line or the comment box, and what is behind it.

    `Comments` alone is a share button near the top of a whole page: it cuts only where the box's own words follow.
    """
    end, below, sentences = len(texts), "", False
    for at in range(len(texts) - 1, -1, -1):
        text = texts[at]
        if not text:
            continue
        # A page is cut anywhere, so its last line may be the beginning of a foot line.
        begun = not below and len(text) > 5 and any(word.startswith(text) for word in _TAIL_WORDS)
        if begun or (text == "Comments" and below in _TAIL_WORDS):
            end = at
        elif text.startswith(_OWN_COPYRIGHT) or (not sentences and _COPYRIGHT.fullmatch(text)):
            return texts[:at] if any(texts[:at]) else texts
        below, sentences = text, sentences or is_sentence(text)
    return texts[:end]
