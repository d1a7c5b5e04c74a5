"""The names of months in ten languages."""

from __future__ import annotations

_NAMES = {
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
_OTHER_FORMS = {"jänner": 1, "maerz": 3, "mrt": 3, "setiembre": 9, "май": 5, "fevrier": 2, "aout": 8, "decembre": 12}
_FEWEST_LETTERS = 3
_MONTHS = [(name, at) for names in _NAMES.values() for at, name in enumerate(names.split(), 1)]


def month_of(word: str) -> int | None:
    """Return the month (1 to 12) that a word names, whole or cut after three letters or more, with or without a point.

    None for any other word, and for one that begins two months, such as `jui`.
    """
    short = word.casefold().rstrip(".")
    if short in _OTHER_FORMS:
        return _OTHER_FORMS[short]
    found = {at for name, at in _MONTHS if len(short) >= _FEWEST_LETTERS and name.startswith(short)}
    return found.pop() if len(found) == 1 else None
