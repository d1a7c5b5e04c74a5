"""`ASX 200 futures: -0.1% to 7,607 points`: rows in words, each a line of a list (`lists`).

Nothing stands before or behind a row, so that a sentence with the same words is no quote; only the range of a year, and
what is said of the company behind it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from tickerboard.parser import reasons
from tickerboard.parser.audit import decimals, own_half_unit
from tickerboard.parser.figures.currencies import SIGN_PATTERN
from tickerboard.parser.names.labels import is_known, without_bullet
from tickerboard.parser.names.lists import bracketed, read_names
from tickerboard.parser.phrases.periods import cut_longer_time, names_longer_time
from tickerboard.parser.strips.reading import StripReading
from tickerboard.parser.strips.rows import Row, resolve_signs
from tickerboard.parser.strips.sentences.clauses import read_clause
from tickerboard.parser.strips.sentences.doubts import NOT_LAST, may_be_before
from tickerboard.parser.strips.sentences.glued import glued_rows, may_be_glued
from tickerboard.parser.strips.sentences.lists import FEWEST, LONGEST, Found, listed, report_others
from tickerboard.parser.strips.sentences.notes import volume_of, without_notes
from tickerboard.parser.strips.sentences.subjects import subject_of
from tickerboard.parser.strips.sentences.words import MEASURES, MONEY, PARTS, UNITS, Part
from tickerboard.text.days import MONTH
from tickerboard.text.numbers import MINUS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tickerboard.parser.figures.style import Style
    from tickerboard.parser.names.labels import Name
    from tickerboard.parser.strips.page_text import PageText
    from tickerboard.parser.strips.sentences.clauses import Clause

# What a row has: a figure with its unit or behind a word, and one of the words that no row is without.
_QUICK = re.compile(
    rf"[0-9] ?(?:{'|'.join(UNITS[Part.PERCENT] + UNITS[Part.POINTS])})"
    r"|\b(?:at|to|bei|auf|à|a) (?:[a-z]{1,3} ?)?\S{0,3}[0-9]|[0-9](?: or|, [a-z]+) ",
)
_WORDS = {word for word, part in PARTS.items() if part in {Part.RISE, Part.FALL, Part.FLAT, Part.AT}}.union(
    UNITS[Part.POINTS] + UNITS[Part.BASIS]
)
# How a row ends, if not in a figure: in a word that may be one of a row's.
_LAST_WORD = re.compile(r"(?<![\w/])(?P<word>[^\W\d_]{4,})[ .;]*\Z")
_ENDS = frozenset(word.split()[-1] for words in (PARTS, MONEY, MEASURES, *UNITS.values()) for word in words)
_LONGEST_TIME = 30
"""Characters at the end of a row that may name a longer time: `this week`."""
_SPLIT = re.compile(r"[\s(),;:]+")
_SIGNS = SIGN_PATTERN.casefold()
# A row without such a word: a percent in words, a percent and a price with its currency, a price of a barrel.
_SIGNED = re.compile(
    rf"[{MINUS}+] ?[0-9][0-9.,]* ?(?:%[,;] (?:{_SIGNS})|% \(?[0-9][0-9.,]* ?[ed€$£]"
    rf"|(?:{'|'.join(UNITS[Part.PERCENT][1:])})\b)"
    rf"|[0-9]/[a-z]{{2,6}},? \(?[{MINUS}+][0-9]"
)
_RANGE = re.compile(
    r"[,;] (?:12|52)-(?:month|week) range:? [£$€]?[0-9.,]+[0-9]p? ?(?:[-\u2013]|to) ?[£$€]?[0-9.,]*[0-9]p?"
    r"(?:\.(?= |\Z)|\Z)"
)
_HEADING = re.compile(r"(?P<of>[A-Z][A-Za-z&' -]{1,30}(?:Futures?|Prices?|Contracts?|Cash)):")
_MONTH = re.compile(rf"{MONTH}\.?(?: ['’]?[0-9]{{2,4}})?")
_LISTED = re.compile(
    r"\S[^()]{1,60}(?: \([A-Z]{3}\))? \([A-Z]{2,8}: ?[A-Z][A-Z0-9.-]{0,11}\)(?:[.:]| [\u2013\u2014-])? "
)
"""A company with its exchange and symbol at the start of a line: what goes on behind its row is said of it."""
_NAMED = re.compile(r"\S[^:.]{1,60}\S ?: [^.]")
"""A name with a colon at the start of a line: the same, where a change and a percent prove the row."""
_REASON = re.compile(
    r"(?<=[0-9)%]),? (?:after(?![ -]?hours)|as(?! of)|following|amid|despite|while|(?:with|on|and) an? "
    r"(?:(?:(?:day|session)['’]?s|intraday) (?:high|low)|(?:trading )?(?:volume|turnover)|market cap)) .*"
)
_OTHER_HOURS = re.compile(r"\b(?:pre-?market|after-?hours|extended)\b", re.IGNORECASE)
_LONGER = re.compile(
    r"\b(?:(?:this|last|past|next) (?:week|month|quarter|year)|year[ -]to[ -]date|so far)\b", re.IGNORECASE
)
"""What a line, or its first sentence, says where the move is not the day's."""
_JOINT = re.compile(r"(?:(?<=[a-z0-9%]\.)|(?<=%\)\.)) (?=[A-Z])|(?<=[a-z0-9%)]); (?=[^\W\d_])|；")
"""Between two sentences of a line."""
_JOINTS = (". ", "; ", "；")
"""What one of them has, looked for first."""
_JOINED = 4
"""Characters of a joint and around it."""


def read(page: PageText) -> StripReading:
    """Read the lines that are such rows; a month takes its commodity from the heading above: `Corn Futures:`."""
    reading = StripReading()
    rows: list[Found] = []
    heading, headed = None, 0
    headings: set[int] = set()
    for number, text in page.free:
        printed, rest = _without_range(text)
        pointed = without_notes(printed)
        line = without_bullet(pointed)
        if (_LISTED.match(line) or _NAMED.match(line)) and (row := _of_company(page, number, without_bullet(text))):
            rows.append(row)
            continue
        if glued := _glued(page, number, text, reading):
            heading = None
            rows += glued
            continue
        if len(pointed) > LONGEST or "；" in pointed:
            heading = None
            rows += _several(page, number, text, reading)
            continue
        if found := _HEADING.fullmatch(line):
            heading, headed = found["of"], number
        elif _may_be_row(line) and (row := _row(page, number, line, heading)):
            rows.append(row._replace(text=without_bullet(printed), rest=rest, is_point=line != pointed))
            if heading and _MONTH.match(line):
                headings.add(headed)
        elif not _MONTH.match(line):
            heading = None
    _add(page, _without_cut(page, _kept(page, rows, reading), reading), headings, reading)
    report_others(page, reading)
    return reading


def _kept(page: PageText, rows: Sequence[Found], reading: StripReading) -> Sequence[Found]:
    """Return the rows that are quotes; a company with a reason does not show that other rows are of a market."""
    companies = [each for each in rows if _LISTED.match(each.text)]
    if not any(each.rest for each in companies):
        return listed(page, rows, reading)
    others = [each for each in rows if not _LISTED.match(each.text)]
    own = listed(page, companies, reading)
    beside = [each for each in own if not each.rest]
    further = listed(page, sorted([*others, *beside], key=_number), reading) if others else ()
    return sorted({*own, *further}, key=_number)


def _without_cut(page: PageText, rows: Sequence[Found], reading: StripReading) -> Sequence[Found]:
    """Return the rows without one that the page ends within: its price lacks the decimals of all others."""
    if not rows or rows[-1].number != page.free[-1][0] or not rows[-1].text[-1].isdecimal():
        return rows
    *others, last = rows
    if len(others) < FEWEST or decimals(last.clause.last) >= min(decimals(each.clause.last) for each in others):
        return rows
    reading.refuse([(last.number, last.text)], reasons.CUT, "cut-line")
    return others


def _number(row: Found) -> int:
    return row.number


def _may_be_row(line: str) -> bool:
    """Return whether a line has what all rows have: a look before it is read."""
    line = line.casefold().rstrip(" .;")
    has_word = not _WORDS.isdisjoint(_SPLIT.split(line)) or _SIGNED.search(line) is not None
    if not (has_word and _QUICK.search(line)):
        return False
    last = _LAST_WORD.search(line)
    return last is None or last["word"] in _ENDS or names_longer_time(line[-_LONGEST_TIME:])


def _add(page: PageText, rows: Sequence[Found], headings: set[int], reading: StripReading) -> None:
    """Add the rows of the lists: those that moved as quotes, the others as rates."""
    names = read_names([each.label for each in rows])
    reading.left.update({each.number: each.rest for each in rows if each.rest})
    found = [_row_of(each, name, page.style) for each, name in zip(rows, names, strict=True)]
    for each in found:
        if not each.has_move:
            reading.rates.setdefault(each.name.symbol, each.rate())
    quotes = [each for each in found if each.has_move]
    resolve_signs(quotes, reading, [own_half_unit(each.percent or Decimal()) for each in quotes])
    if rows:
        reading.take([*headings, *(each.number for each in rows)])


def _row_of(found: Found, name: Name, style: Style) -> Row:
    _, last, change, percent, previous, marks, currency, *_ = found.clause
    row = Row([found.number], name, last, change, percent, marks, found.text)
    return row._replace(currency=currency, previous=previous, volume=volume_of(found.text, style))


def _without_range(text: str) -> tuple[str, str]:
    """Return a row without the range of the year behind it, and what the line says behind that."""
    found = _RANGE.search(text)
    return (text[: found.start()], text[found.end() :].strip()) if found else (text, "")


def _several(page: PageText, number: int, text: str, reading: StripReading) -> list[Found]:
    """Read a line of which every sentence is a row; the last one may be cut, and is then a problem."""
    if not (any(map(text.__contains__, _JOINTS)) and _JOINT.search(text, 0, LONGEST + _JOINED)):
        return []
    sentences = _JOINT.split(text)
    cut = sentences.pop() if sentences[-1].endswith(("...", "…")) else ""
    if len(sentences) < FEWEST or len(max(sentences, key=len)) > LONGEST:
        return []
    rows = [row for each in sentences if (row := _sentence(page, number, each))]
    if len(rows) < len(sentences):
        return []
    if cut:
        reading.report(number, "cut-line", "the line ends within a quote", cut)
    return rows


def _glued(page: PageText, number: int, text: str, reading: StripReading) -> list[Found]:
    """Read the rows of a line that has nothing between them; report those that cannot be parted, or are in doubt."""
    found, rest = glued_rows(text)
    if not found and may_be_glued(text):
        reading.report(number, "not-a-quote", reasons.TORN, text)
    rows = []
    for each in found:
        row = _sentence(page, number, each.text) if not each.doubt and len(each.text) <= LONGEST else None
        if row:
            rows.append(row)
        else:
            reading.report(number, "not-a-quote", each.doubt or reasons.UNPROVEN, each.text)
    if rows and rest:
        reading.left[number] = rest
    return rows


def _of_company(page: PageText, number: int, text: str) -> Found | None:
    """Return the row that begins a line which goes on with what is said of the company; None for any other line."""
    sentence = _JOINT.split(text)[0]
    row = _REASON.sub("", sentence)
    if len(row) == len(text) or len(row) > LONGEST or _LONGER.search(sentence) or _OTHER_HOURS.search(text):
        return None
    found = _sentence(page, number, row)
    if found is None:
        return None
    if not (_LISTED.match(text) or found.clause.adds_up):
        if found.clause.change is None or found.clause.percent is None:
            return None
        found = found._replace(clause=found.clause._replace(doubt=reasons.UNPROVEN))
    return found._replace(rest=text[len(row) :].strip())


def _sentence(page: PageText, number: int, text: str) -> Found | None:
    row = _row(page, number, without_notes(text), None)
    return row._replace(text=text) if row else None


def _of_longer_time(line: str, style: Style) -> Clause | None:
    """Return the row that a line is but for the longer time that it names, `up 5% this week`: it is no quote."""
    rest = cut_longer_time(line)
    clause = read_clause(rest, style) if rest else None
    return clause._replace(doubt=reasons.OTHER_TIME) if clause else None


def _of_day(clause: Clause | None) -> Clause | None:
    """Return a row, in doubt where its name ends in a longer time: `WIG20 w tym tygodniu`."""
    if clause is None or is_known(clause.name) or not names_longer_time(clause.name):
        return clause
    return clause._replace(doubt=reasons.OTHER_TIME)


def _row(page: PageText, number: int, line: str, heading: str | None) -> Found | None:
    clause = _of_day(read_clause(line, page.style)) or _of_longer_time(line, page.style)
    if clause is None:
        return None
    clause = clause._replace(doubt=NOT_LAST) if may_be_before(line) else clause
    if heading and _MONTH.fullmatch(clause.name):
        return Found(number, f"{heading} {clause.name}", clause, line)
    label = subject_of(clause.name)
    is_other = label is not None and _LISTED.match(line) is not None and bracketed(label) is None
    return Found(number, label, clause, line) if label and not is_other else None
