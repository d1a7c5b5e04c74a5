"""The words by which lists name what rose and what fell, `Top gainers`, `Verlierer`, and what did neither: `unch`."""

from __future__ import annotations

from tickerboard.text.word_lists import phrase_set, phrases

RISERS = phrases("""
    riser|risers|gainer|gainers|winner|winners|advancer|advancers|advances|gewinner|hausse|hausses|rialzi|subidas
    altas|stijgers|vinnare|vindere|nousijat
""")
FALLERS = phrases("""
    faller|fallers|loser|losers|laggard|laggards|decliner|decliners|declines|verlierer|baisse|baisses|ribassi|bajadas
    baixas|dalers|förlorare|laskijat
""")
_UNMOVED = phrase_set("""
    unchanged|unch|unc|n/c|no change|flat|unverändert|unveränd|unv|inchangé|inch|sin cambios|sin variación|estável
    inalterado|sem variação|invariato|invariata|inv|ongewijzigd|onveranderd|oförändrad|oförändrat|uendret|uændret
    bez zmian|beze změny|změna nulová|változatlan|ei muutosta|muuttumaton|без изменений|не изменилась|не изменился
    без змін|değişmedi|değişim yok|tidak berubah|tetap|không đổi|đứng giá|ไม่เปลี่ยนแปลง|αμετάβλητο|nemodificat
    平盘|平盤|持平|無漲跌|不变|不變|変わらず|変わらす|보합
""")


def is_unmoved(text: str) -> bool:
    """Return whether a text in the place of a move says that there was none."""
    return text.casefold().strip(" ().*") in _UNMOVED
