"""The words of a row in words, `Gold fell 0.1% to $1,992`: which way it moved, and what stands around its figures.

In English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Norwegian, Danish, Polish, Russian,
Indonesian, Vietnamese and Chinese. A word is declared once, by what it does in a row.
"""

from __future__ import annotations

from enum import StrEnum

from tickerboard.text.word_lists import phrases


class Part(StrEnum):
    """What an item of a row in words is. Figures are declared by their units."""

    RISE = "u"
    FALL = "d"
    FLAT = "f"
    AT = "a"
    """What stands before a price: `at`, `to`, `auf`."""
    BY = "b"
    """What stands before a move: `by`, `um`."""
    FROM = "r"
    """What stands before the previous close."""
    VERB = "v"
    """What says neither where a price is nor where it went: `closed`, `is`."""
    JOINT = "j"
    COLON = "k"
    OPEN = "("
    CLOSE = ")"
    PERCENT = "p"
    POINTS = "c"
    CENTS = "m"
    """A hundredth of a currency: cents, pence."""
    BASIS = "q"
    """Basis points, hundredths of a percent."""
    NUMBER = "n"
    UNKNOWN = "x"


_WORDS = {
    Part.RISE: """
        up rise rises rose rising gain gains gained gaining add adds added climb climbs climbed advance advances
        advanced jump jumps jumped surge surges surged soar soars soared rally rallied firmed strengthened higher
        increased adding climbing advancing rising jumping surging soaring rallying
        steigt stieg stiegen gestiegen gewinnt gewann gewannen klettert kletterte legt legte plus höher zugelegt
        monte monté hausse progresse progressé gagne gagné grimpe grimpé avance avancé
        sube subió suben gana ganó avanza avanzó alza subida
        sobe subiu alta ganhou avança avançou
        sale salito salita guadagna guadagnato rialzo
        steeg stijgt hoger klom klimt
        steg stiger stigit upp opp
        wzrósł wzrosła wzrosło wzrosły rośnie rosną zyskał zyskała zyskuje zwyżkuje zwyżkował
        вырос выросла выросло выросли растет растёт повысился прибавил прибавила прибавляет поднялся подорожал
        naik menguat bertambah
        tăng
        涨 上涨 收涨 升
    """,
    Part.FALL: """
        down fall falls fell falling lose loses lost losing drop drops dropped decline declines declined declining
        slip slips slipped slid slides shed sheds shedding ease eases eased retreated plunged tumbled dipped dips
        weakened lower decreased off dropping slipping sliding tumbling plunging sinking retreating
        fällt fiel fielen gefallen verliert verlor verloren sinkt sank sanken gibt gab minus tiefer niedriger
        baisse recule reculé perd perdu cède cédé chute chuté repli
        baja bajó bajan pierde perdió cae cayó cede cedió retrocede retrocedió descenso caída
        cai caiu queda baixa perdeu recua recuou
        scende sceso scesa perde perso ribasso calo arretra
        daalde daalt lager zakte zakt verloor verliest
        sjönk sjunker föll faller falt faldt ned
        spadł spadła spadło spadły spada tracą traci stracił straciła zniżkuje zniżkował
        снизился снизилась снизилось снижается упал упала упало падает потерял потеряла теряет опустился подешевел
        turun melemah berkurang terkoreksi
        giảm
        跌 下跌 收跌 降
    """,
    Part.FLAT: "unchanged unch flat steady unverändert inchangé estable estável invariato",
    Part.AT: """
        at to @ record recording reaching reach reached
        bei auf zu
        à aux au
        a hasta en
        aos em ao
        ai
        op tot naar
        till til
        do
        до
        ke menjadi
        lên xuống còn
        报 收报 收于 报收于
    """,
    Part.BY: "by um de del dello dell' dell’ d' d’ di un el los da med на",
    Part.FROM: "from von",
    Part.VERB: """
        is are was were has have been closed closes close closing ended ends end ending finished finishes finish
        settled settles settle trading traded trades trade stood stands stand stays standing quoted edged ticked inched
        moved moves moving opened today in valued
        marginally slightly modestly moderately sharply steeply strongly barely trailed followed led
        schließt schloss schlossen notiert notierte notieren steht im nach heute
        clôture clôturé termine terminé affiche aujourd'hui
        cierra cerró cotiza termina terminó hoy
        fechou fecha encerrou cotado cotada terminou hoje
        chiude chiuso ha è oggi
        sloot sluit noteert eindigde
        stängde stänger slutade sluttet endte lukkede
        zamknął zakończył закрылся
        ditutup level posisi
    """,
    Part.JOINT: "or and oder und ou et o y e",
}
UNITS = {
    Part.PERCENT: phrases("""
        %|percent|per cent|pct|pct.|prozent|procent|prosent|proc|proc.|persen|процента|процентов|проц.|pour cent
        por ciento|por cento|per cento
    """),
    Part.BASIS: phrases("basis point|basis points|bp|bps|basispunkte|basispunkten"),
    Part.POINTS: phrases("""
        point|points|pt|pts|pt.|pts.|punkte|punkten|zähler|puntos|pontos|punti|punkter|punten|poäng|poeng|pkt|pkt.
        punktów|poin|пункта|пунктов|пункт|điểm|点
    """),
    Part.CENTS: phrases("us cent|us cents|cent|cents|pence|kobo|p|c"),
}
"""What stands behind a figure, in small letters, by the part that it makes of the figure."""
MONEY = phrases("""
    euro|euros|dollar|dollars|us-dollar|us-dollars|dólar|dólares|dolar|dollaro|dollari|yen|yuan|rupee|rupees|rupiah
    ringgit|baht|naira|shilling|shillings|franc|francs|peso|pesos|krone|kroner|kronor
""")
"""Currencies in words, in small letters, behind a figure."""
MEASURES = phrases("""
    barrel|bbl|ounce|oz|tonne|ton|bushel|pound|lb|gallon|share|kg|fass|unze|feinunze|baril|once|barril|onza|barile
    oncia|aktie|action|vat|fat|baryłkę|баррель|saham|lembar
""")
"""Of what a price is, in small letters, behind it: `$82.22 a barrel`."""
PHRASES = {
    "the shares": Part.VERB,
    "the stock": Part.VERB,
    "the company": Part.VERB,
    "its shares": Part.VERB,
    "the scrip": Part.VERB,
    "the counter": Part.VERB,
    "the day": Part.VERB,
    "the session": Part.VERB,
    "the trading day": Part.VERB,
    "the trading session": Part.VERB,
    "at the end of the day": Part.VERB,
    "die aktie": Part.VERB,
    "das papier": Part.VERB,
    "le titre": Part.VERB,
    "l'action": Part.VERB,
    "l’action": Part.VERB,
    "el título": Part.VERB,
    "la acción": Part.VERB,
    "il titolo": Part.VERB,
    "o papel": Part.VERB,
    "het aandeel": Part.VERB,
    "the price at market close": Part.VERB,
    "the closing price": Part.VERB,
    "the share price": Part.VERB,
    "the stock price": Part.VERB,
    "give up": Part.FALL,
    "gives up": Part.FALL,
    "gave up": Part.FALL,
    "giving up": Part.FALL,
    "opened at": Part.FROM,
    "which opened at": Part.FROM,
    "with an opening price of": Part.FROM,
    "a closing price of": Part.AT,
}
"""What several words are together: `Alpha: Rising by 3.91 percent, the shares ended the day at $201.85`."""
PARTS: dict[str, Part] = {**PHRASES}
for _part, _words in _WORDS.items():
    for _word in _words.split():
        PARTS.setdefault(_word, _part)
