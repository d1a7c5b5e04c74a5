"""The words by which lists name what rose and what fell: `Top gainers`, `Verlierer`."""

from __future__ import annotations

from tickerboard.text.word_lists import phrases

RISERS = phrases("""
    riser|risers|gainer|gainers|winner|winners|advancer|advancers|advances|gewinner|hausse|hausses|rialzi|subidas
    altas|stijgers|vinnare|vindere|nousijat
""")
FALLERS = phrases("""
    faller|fallers|loser|losers|laggard|laggards|decliner|decliners|declines|verlierer|baisse|baisses|ribassi|bajadas
    baixas|dalers|förlorare|laskijat
""")
