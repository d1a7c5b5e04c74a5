"""The furniture of a news page: logos, menus, sections, the pandemic box, tables, the comment box."""

from __future__ import annotations

import re
from functools import lru_cache

from tickerboard.parser.prose.vocabulary import BUTTONS, SECTIONS_ELSEWHERE
from tickerboard.text.patterns import pattern
from tickerboard.text.word_lists import phrases

SECTIONS = frozenset(
    [
        "Markets", "Pakistan", "World", "Opinion", "Business & Finance", "Sports", "Technology", "Print", "Editorials",
        "Life & Style", "BR Research", "MENA", "Budget", "Budgets", "Companies", "Trends", "Perspectives", "Stocks",
        "Energy", "Forex", "Commodities", "Coronavirus", "Rates", "Business", "Economy", "Education",
        "Brief Recordings", "Top Stories", "Cotton", "Cotton & Textiles", "Fuel & Energy", "Taxes", "Taxation",
        "Industry", "Agriculture", "Politics", "Finance", "Sponsored", "General News", "Weekend Magazine",
        "Articles & Letters", "Supplements",
    ]
)  # fmt: skip
_MENU_PARTS, _MENU_WORDS = 3, 3
_CRUMB = pattern(r"\s?[>»›/]\s|\s[>»›/]\s?|›")
_CRUMB_WORDS, _CRUMB_PARTS = 4, 2
_PAGE_ITSELF = frozenset(("正文", "本文"))
_JOINED = pattern(r"(?P<section>[A-Z][A-Za-z &-]{1,30}) Print (?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})")
_LOGOS = frozenset(["brecorder logo", "business recorder logo", "business recorder", "brecorder"])
_LONGEST_LOGO = max(map(len, _LOGOS))
_CHROME = (
    _LOGOS
    | BUTTONS
    | {
        "follow us",
        "live",
        "br research: all",
        "comments",
        "comments are closed.",
        "200 characters",
        "don't miss the latest news",
        "maybe later",
        "allow notifications",
        "subscribing is the best way to get our best stories immediately.",
        "listen to article",
        "back to top",
        "facebook",
        "twitter",
        "whatsapp",
        "linkedin",
        "email",
        "share",
    }
)
_PICTURE = pattern(
    r"(?:file )?photo(?: by)?: ?.{1,60}"
    r"|(?:images?(?: source)?|picture|photograph(?:er)?|fotos?|bild|bildquelle|crédit photo|crédit|imagen|imagem|"
    r"immagine)(?: by| credit| von)?\s?[:：/] ?.{1,60}"
)
_CREDIT = (
    r"copyright .{1,60}|[0-9]{1,5} comments?|last updated?: .{4,40}"
    # Of other sites: counts, and invitations to share, follow or subscribe.
    r"|[0-9]{1,6} (?:comments?|shares?|views?|kommentare?|commentaires?|comentarios?|comentários?|commenti)"
    r"|share this \w{1,12}|comments? [0-9]{1,5}|[0-9]{1,3} (?:of|von|sur|de|di|/) [0-9]{1,3}"
    r"|(?:share|teilen|partager|compartir|compartilhar|condividi)(?: this| this article| this story)?"
    r" (?:on|via|with|auf|sur|en|no|na|su) .{1,20}"
    r"|(?:follow us on|folgen sie uns auf|suivez-nous sur|síguenos en) .{1,40}"
    r"|(?:sign up|subscribe) (?:for|to) .{1,60}newsletters?\.?"
    r"|\(?you can now subscribe .{1,60}"
    # What a reader who has not paid sees in place of the rest.
    r"|(?:subscribe|sign in|log in|register) to (?:continue|read|unlock|keep) .{2,60}|already a subscriber\? .{2,30}"
    r"|il vous reste .{1,12} de cet article à lire.{0,80}|déjà abonné ?\? .{2,30}|dans la rubrique .{2,30}"
    r"|jetzt weiterlesen.{0,60}|suscríbete para (?:seguir|continuar) leyendo.{0,40}"
    r"|(?:责任编辑|责编|编辑|校对)[:：].{1,20}|\(?[a-zäöüß]{2,5}(?:/ ?[a-zäöüß]{2,6}){1,2}\)?"
)
_PICTURE_LEADS = ("file ", "photo", "image", "picture", "foto", "bild", "crédit", "imagem", "immagine")
_LEADS = phrases("""
    cop|com|con|las|sha|tei|tem|par|fol|sui|sub|sus|síg|sig|you|log|reg|rea|alr|il|déj|dan|jet|est|lis|les|lec|lee|tie
    ca|责任|责编|编辑|校对
""")
"""The letters with which the lines of `_PICTURE` and `_FURNITURE` begin: looked at first, for few lines do."""
_OPENINGS = frozenset("0123456789 :(")
"""What else those of `_FURNITURE` begin with."""
_AGENCIES = (
    *("getty images", "getty images)", "/reuters", "/reuters)", "/afp", "/afp)", "/ap photo", "shutterstock", "/dpa"),
    *("/dpa)", "/epa", "/efe", "/ansa"),
)
_LONGEST_CREDIT, _LONGEST_CHROME = 80, 120
_READING_TIME = (
    r"(?:(?:estimated )?reading time|listen|temps de lecture|lesezeit|lesedauer|tiempo de lectura|tempo de leitura|"
    r"tempo di lettura|leestijd|lecture)?\s?:?\s?(?:ca\.? )?"
    r"[0-9]{1,3}[ -]?(?:mins?|minuten?|minutes?|minutos?|minuti|мин)\b\.?"
    r"(?: ?(?:read|de lecture|lesezeit|de lectura|de leitura|di lettura|leestijd|lezen|чтения))?"
)
READING_TIME = pattern(_READING_TIME, re.IGNORECASE)
_FURNITURE = pattern(f"{_CREDIT}|{_READING_TIME}")
_INVITATION = pattern(r".{0,60}\b(?:sign up|subscribe) here\.?")
"""Both match lines in lower case: without regard to case it takes four times as long."""
_BOX_LEVEL = pattern(
    r"(?:(?:(?:VERY )?(?:HIGH|LOW)|MODERATE|MEDIUM)\s*)?(?:Source: covid\.gov\.pk)?|Pakistan (?:Deaths|Cases)"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2})? ?% positivity",
    re.IGNORECASE,
)
_BOX_NUMBER = pattern(r"\+?[0-9][0-9,]{0,11}(?: ?(?:24 ?)?hrs?)?")
_BOX_NAME = 30
_CLOSED = (".", "”", ":", '."', ".»", ".“", ".’", "。", "。」")
_RULED_WITH = frozenset("=-_*~")
_RULED = pattern(r"[=\-_*~]{4,}+(?! *\()")  # a field to type in has its button behind it


def section_line(text: str) -> tuple[str, str | None] | None:
    """Read a section line: its section, and the date of `Markets Print 2025-09-26`."""
    if text in SECTIONS:
        return text, None
    found = _JOINED.fullmatch(text) if " Print " in text else None
    return (found["section"], found["date"]) if found else None


def section_elsewhere(text: str) -> str | None:
    """Return the section that a line of any site names: a known one, or the last part of `Home > Markets > Stocks`."""
    if text in SECTIONS or text.casefold() in SECTIONS_ELSEWHERE:
        return text
    parts = [part.strip() for part in _CRUMB.split(text)]
    if len(parts) > _CRUMB_PARTS and (parts[-1] in _PAGE_ITSELF or ("›" in text and not is_sentence(parts[-1]))):
        del parts[-1]  # the page itself
    if len(parts) < 2 or any(not part or len(part.split()) > _CRUMB_WORDS for part in parts):
        return None
    return parts[-1]


def is_menu(text: str) -> bool:
    """Return whether a line of the page's head stands right above the section: a logo, or `… PRINT EDITION ► …`."""
    return (len(text) <= _LONGEST_LOGO and text.casefold() in _LOGOS) or _is_print_menu(text)


def _is_print_menu(text: str) -> bool:
    return "►" in text and (text.endswith("►") or "PRINT EDITION ►" in text)


def is_chrome(text: str) -> bool:
    """Return whether a line is page furniture; whole lines only, so that no sentence that names one is lost."""
    return len(text) <= _LONGEST_CHROME and _is_chrome(text)


@lru_cache(2_048)
def _is_chrome(text: str) -> bool:
    """Return whether a short line is page furniture; each line of a page is asked for several times."""
    folded = text.casefold()
    if folded.rstrip(" :") in _CHROME or _is_print_menu(text) or _is_menu_line(text):
        return True
    if is_credit(folded) or (_may_be_furniture(folded) and _FURNITURE.fullmatch(folded)):
        return True
    return folded.endswith((" here", " here.")) and _INVITATION.fullmatch(folded) is not None


def _may_be_furniture(folded: str) -> bool:
    return folded.startswith(_LEADS) or folded[:1] in _OPENINGS or "/" in folded


def is_kicker(text: str) -> bool:
    """Return whether a line is a kicker, the bullet line between headline and byline."""
    return text.startswith("•")


def _is_menu_line(text: str) -> bool:
    """Return whether a line is a menu: a few words between bars, three times or more, and no figure."""
    if " | " not in text:
        return False
    parts = text.split(" | ")
    is_short = all(len(part.split()) <= _MENU_WORDS and part.replace(" ", "").isalpha() for part in parts)
    return len(parts) >= _MENU_PARTS and is_short


def is_credit(text: str) -> bool:
    """Return whether a line is the credit of a picture."""
    folded = text.casefold()
    if len(text) > _LONGEST_CREDIT:
        return False
    return folded.endswith(_AGENCIES) or (folded.startswith(_PICTURE_LEADS) and _PICTURE.fullmatch(folded) is not None)


def is_rule(text: str) -> bool:
    """Return whether a line is the `====` that opens or closes a table."""
    return text[:1] in _RULED_WITH and _RULED.match(text) is not None


def is_sentence(text: str) -> bool:
    """Return whether a text is a sentence, not a headline: it is long, or it is closed and of some length."""
    return len(text) > 150 or (text.endswith(_CLOSED) and not text.endswith("..") and len(text) > 20)


def without_box(texts: list[str]) -> list[str]:
    """Blank the pandemic box: `Coronavirus`, a level, then names and numbers.

    A section line `Coronavirus` alone, without the box's next line, stays.
    """
    if "Coronavirus" not in texts:
        return texts
    filled = [at for at, text in enumerate(texts) if text]
    inside = False
    for at, behind in zip(filled, [*filled[1:], None], strict=True):
        text, following = texts[at], texts[behind] if behind is not None else ""
        if text == "Coronavirus":
            inside = _BOX_LEVEL.fullmatch(following) is not None
        elif inside:
            named = len(text) <= _BOX_NAME and _BOX_NUMBER.fullmatch(following) is not None
            inside = named or any(shape.fullmatch(text) for shape in (_BOX_LEVEL, _BOX_NUMBER))
        if inside:
            texts[at] = ""
    return texts
