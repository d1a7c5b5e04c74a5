"""The words for days in the languages of market pages, in small letters, and the months of English dates."""

from __future__ import annotations

from tickerboard.text.word_lists import word_set

WEEKDAYS = word_set("""
    mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday montag dienstag
    mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes
    miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça
    quarta quinta sexta feira maandag dinsdag woensdag donderdag vrijdag
""")
TODAY = word_set("today yesterday heute gestern aujourd'hui hier hoy ayer oggi ieri hoje ontem vandaag gisteren")
"""Today and yesterday."""
MONTHS = word_set("""
    jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october
    november december januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août
    septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
    diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro março maio junho
    julho setembro outubro novembro dezembro
""")

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
"""A pattern for the name of a month, whole or cut."""
