"""Headings of lists whose figures are no quotes, or may be none: what they measure, or what they list.

The noun is the last word in English, German and Dutch, and the first one in French, Spanish, Italian and Portuguese.
A name within a list may be of any of these words.
"""

from __future__ import annotations

import re

from tickerboard.parser.phrases.expected import expects
from tickerboard.parser.phrases.other_figures import heads_other_figures
from tickerboard.parser.phrases.surveys import names_survey
from tickerboard.text.word_lists import phrase_set, phrases, word_set

_LONGEST = 60
_MOST_WORDS = 9
_MOST_OF_SURVEY = 4
_PARTS = re.compile(r"\s[|\u2013\u2014-]\s|,\s")
"""What parts a heading from a day, a site or a note behind it."""
_MARKS = re.compile(r"[^\w'/&-]+")
# Words before a noun that say nothing of it, and where its phrase ends.
_LEAD = re.compile(
    r"\A(?:(?:these are|here are|this is|the|our|my|your|top|best|latest|recent|new|today's|all"
    r"|die|der|das|unsere?|neue|aktuelle|les?|la|nos|vos"
    r"|derni(?:er|ère)s?|los|las|el|nuestr[ao]s|últim[ao]s|gli|il|i|le|ultim[ei]|os|as|a|o|nossas?|últimas?|de|het|onze"
    r"|nieuwe|laatste|[0-9]{1,3}) )+"
)
_TAIL = re.compile(
    r",? (?:24 ?h|by (?!volume|turnover|activity|gain|loss|change|percent|price)"
    r"|with|of|in|for|this|last|to|from|today|now|im|in|der|von|heute|diese[rns]?|van|deze|vandaag"
    r"|(?:19|20)[0-9]{2}|overview|table)\b.*"
)


# Last words.
_NOUNS = word_set("""
    ipo ipos spac spacs calendar signals trades orders transactions dealings buybacks repurchases splits spin-offs
    offerings debuts exports imports salaries wages bonuses billionaires millionaires earners subscribers
    bestsellers attendance viewership allocation allocations composition breakdown dominance tvl fees rewards
    staking emissions footprint costs charges ter rentals vacancies donations expenses polls votes downloads streams
    fondsvolumen gebühren mietspiegel festgeld tagesgeld emissionen besucherzahlen koersdoelen peiling peilingen
    uitstoot huurprijzen spaarrente consumption arrivals throughput punctuality happiness corruption apr apy fares
    tuition streamers neuzulassungen pollenflug wasserstände arbeitslosigkeit verbrauch werkloosheid inflatie
    verbruik winsten chômage immatriculations inflation paro desempleo matriculaciones inflación inflazione
    disoccupazione immatricolazioni utili inflação desemprego emplacamentos lucros supply hashrate difficulty
    liquidations correlation correlations per takeovers acquisitions mergers buyouts jackpots übernahmen fusionen
    overnames deals offers coupons discounts auctions tenders alerts stops setups backtests prints forecasts odds
    musterdepot musterdepots börsengang börsengänge neuemissionen ausfuhren einfuhren bestseller milliardäre
    aufträge orderbuch agenda beursgang beursgangen beursintroducties uitvoer invoer aanbiedingen huren miljardairs
    modelportefeuille voorbeeldportefeuille orderboek shortposities
""")
_ENDINGS = phrases("""
    signale|käufe|verkäufe|geschäfte|transaktionen|exporte|importe|zinsen|zinssätze|kalender|termine|gewichtung
    gewichtungen|anteile|kosten|umfrage|umfragen|angebote|gehälter|löhne|mieten|signalen|aankopen|verkopen|transacties
    rentes|tarieven|salarissen|lonen|introducties
""")
"""How last words end that others are joined to."""
_PHRASES = re.compile(
    r".*\b(?:model|sample|demo|paper|virtual|income|growth|dividend|recommended|fantasy) portfolios?"
    r"|.*\b(?:insider|director|congress|institutional|hedge fund|fund)"
    r" (?:buys?|buying|sells?|sales|selling|trading|trades|activity|purchases|moves)"
    r"|.*\b(?:options?|dark pool|block|order) (?:flow|activity|prints|trades|book)|.*\bpaper trading"
    r"|.*\b(?:short|open) (?:interest|positions)|.*\bstock splits?"
    r"|.*\b(?:buy|entry|stop|exit|support) (?:zones?|points?)"
    r"|.*\b(?:buy|sell|price|trading) (?:signals?|alerts?)"
    r"|.*\b(?:stop loss(?:es)?|fair values?|trade ideas|ex-dividend dates)"
    r"|.*\b(?:upgrades|downgrades|initiations|whispers)|.*\b(?:rich|net worth|forbes) list|.*\bnet worths?"
    r"|(?:.* )?(?:largest|biggest|most valuable) (?:companies|firms|banks|funds|brands|employers)"
    r"(?: by (?:value|size|sales|assets))?|.*\bmarket caps? ranking"
    r"|.*\b(?:bought|sold) by (?:insiders|directors|funds|congress)|analysts? (?:see|expect|favou?r|like|rate)\b.*"
    r"|(?:.* )?(?:savings|isa|current) (?:accounts?|rates?)|(?:.* )?(?:passenger|visitor|user|sales|case) numbers"
    r"|(?:.* )?(?:waiting times|water levels?|air quality|race cards?|transfer values?|big mac index|pisa results)"
    r"|(?:tages|fest)geld\w*|.*\bbacktest(?:ing)? results|(?:.* )?(?:election|poll|match|race|exam|lottery) results"
    r"|(?:.* )?market shares?|(?:.* )?box office|total value locked.*|(?:.* )?(?:traffic|fund|market) (?:sources?|size)"
    r"|(?:.* )?prices? per (?!share|ounce|oz|barrel|tonne?|troy|coin|unit|lb|bushel).*|fear (?:&|and) greed(?: index)?"
    r"|(?:.* )?(?:properties|homes|houses|apartments) for (?:sale|rent)"
    r"|tvl ranking|travel money|if you .*invested.*|(?:sponsored|featured|related|popular|gesponserte) produ[ck]t[es]"
)
# Rates and prices of what no market quotes; those of currencies and metals are quotes.
_RATES = re.compile(
    r".*\b(?:central bank|policy|key|base|prime|interest|tax|vat|mortgage|savings?|deposit|cd|loan|lending|borrowing"
    r"|repo|overdraft|inflation|growth|unemployment|birth|death|crime|vacancy|occupancy|hotel|freight|shipping|postal"
    r"|success|win|default|funding|staking|lombard|discount|refinancing|remittance|day|hourly|ad|approval) rates?"
)
_GOODS = (
    r"(?:used |new |electric |average |median |consumer |producer |retail )*"
    r"(?:cars?|vehicles?|trucks?|motorcycles?|houses?|homes?|housing|property|apartments?|flats?|land|rents?|rental|food"
    r"|fuel|petrol|diesel|gasoline|pump|electricity|heating|water|grocery|groceries|milk|bread|egg|meat|beer|wine|whisky"
    r"|tickets?|flights?|air ?fares?|hotels?|rooms?|phones?|smartphones?|laptops?|tvs?|gpus?|cpus?|ram|ssds?|consoles?"
    r"|games?|drugs?|medicines?|school|tuition|toys?|shoes?|sneakers?|watch|watches|art|books?|bikes?|tyres?|tires?"
    r"|cement|bricks?|consumer|producer|retail|import|export|supermarket|menu|list|shop)"
)
_PRICES = re.compile(
    rf"(?:.* )?{_GOODS} prices?"
    r"|(?:.* )?(?:gebraucht|neu)?(?:auto|wagen|haus|häuser|wohnungs|immobilien|miet|grundstücks|bau|benzin|diesel|sprit"
    r"|kraftstoff|strom|heizöl|lebensmittel|verbraucher|erzeuger|milch|brot|ticket|flug|hotel|handy|auktions|quadratmeter)preise"
    r"|(?:.* )?(?:auto|huizen|woning|benzine|diesel|brandstof|stroom|energie|voedsel|consumenten|melk|ticket)prijzen"
)
# First words of Romance languages, and what behind them makes the list one of quotes all the same.
_OF_MARKETS = (
    r"(?!.*\b(?:change|cambio|câmbio|matières|materias|matérias|materie|métaux|metales|metalli|metais|actions|acciones"
    r"|azioni|ações|marchés?|mercados?|mercat[oi]|bourse|bolsa|crypto\w*|cripto\w*|devises|divisas|valute|moedas"
    r"|pétrole|petróleo|petrolio|gaz|gas|or|oro|ouro|argent|plata|argento|prata|cuivre|cobre|rame|blé|trigo|grano"
    r"|maïs|maíz|mais|milho|soja|soia|café|caffè|cacao|cacau|sucre|azúcar|zucchero|açúcar|énergie|energía|energia)\b)"
)
_FIRST = re.compile(
    r"(?:intentions?|sondages?|intenci(?:ón|ones)|encuestas?|sondeos?|intenções|intenção|pesquisas?|intenzioni|sondaggi?o?"
    r"|introductions?|calendrier|agenda|signaux|achats|ventes|transactions|exportations|importations|rachats|acquisitions|fusions|adquisiciones|fusiones|acquisizioni|fusioni|aquisições|fusões|enchères"
    r"|salaires|loyers|milliardaires|promotions|promos|portefeuilles? (?:modèles?|types?|conseillés?|recommandés?)"
    r"|salidas?|calendario|señales|compras|ventas|operaciones|exportaciones|importaciones|recompras?|salarios|sueldos"
    r"|alquileres|multimillonarios|carteras? (?:modelo|recomendadas?)|posiciones (?:cortas|abiertas)|ofertas?"
    r"|collocamenti|segnali|acquisti|vendite|operazioni|esportazioni|importazioni|riacquisti|stipendi|salari|affitti"
    r"|miliardari|portafogli?o? (?:modello|consigliat[oi])|posizioni (?:corte|aperte)|offerte"
    r"|calendário|sinais|vendas|operações|exportações|importações|salários|aluguéis|bilionários"
    r"|carteiras? (?:recomendadas?|modelo)|posições (?:vendidas|abertas)|estreias?|internal dealing)(?: .*)?"
    rf"|{_OF_MARKETS}(?:taux|tipos|tasas|tassi|taxas|prix|precios|prezzi|preços)"
    r" (?:des?|du|del|d'|di|d[aeo]|dei|degli|delle|della|d[ao]s|directeurs?|oficiales|ufficiali|bancari|bancarios)\b.*"
    r"|(?:prix|precios?|preços?|prezz[oi]) (?:au|par|por|per|al|del?|de la|do|da|della) "
    r"(?:m2|m²|mq|mètre|metro|vivienda|casa|imóve[li]s?|alquiler|aluguel|affitto|gasolina|luz|benzina|luce)\b.*"
)
# Lists of securities: their figures may be prices and moves, or yields, targets and what was gained.
_SECURITIES = r"(?:stocks?|shares?|funds?|etfs?|picks?|payers?|ideas|names|companies|aristocrats|kings|champions)"
_DOUBTFUL = re.compile(
    r"(?:.* )?(?:52[- ]week|one[- ]year|all[- ]time|yearly|new) (?:highs?|lows?)(?: and lows?)?"
    r"|(?:.* )?(?:52-wochen|jahres|allzeit)-?(?:hochs?|tiefs?)"
    r"|(?:.* )?(?:dividend|dividends?[- ]paying|high[- ]yield|yield|income|shorted|undervalued|overvalued|oversold"
    rf"|overbought) {_SECURITIES}|(?:.* )?most shorted|(?:.* )?(?:picks|ideas|recommendations|tips)"
    r"|(?:.* )?(?:buy|sell|conviction) list"
    r"|(?:.* )?dividenden(?:aktien|titel|perlen|stars|zahler|könige|aristokraten)|(?:.* )?(?:kauf|anlage)?empfehlungen"
    r"|(?:.* )?(?:aktien|börsen|kauf)tipps|(?:.* )?(?:unterbewertete|überbewertete) aktien"
    r"|(?:.* )?dividendaandelen|(?:.* )?(?:koop)?aanbevelingen|(?:.* )?(?:aandelen|beurs|koop)tips"
    r"|(?:actions?|valeurs|titres) (?:à|de|à haut|à fort|sous-évaluée?s) ?(?:dividendes?|rendement)?|conseils(?: .*)?"
    r"|recommandations(?: .*)?"
    r"|(?:acciones|valores) (?:con|por|de|de alto|infravalorad[ao]s) ?(?:dividendos?|rentabilidad)?"
    r"|recomendaciones(?: .*)?"
    r"|(?:azioni|titoli) (?:da|con|ad alto|a più alto|sottovalutat[ei]) ?(?:dividendo|rendimento)?"
    r"|raccomandazioni(?: .*)?|consigli(?: .*)?"
    r"|ações (?:de|com|que pagam|pagadoras de|subvalorizadas|descontadas) ?(?:mais |maiores )?(?:dividendos?)?"
    r"|(?:maiores|melhores) pagadoras de dividendos|recomendações(?: .*)?"
)
# What is measured, as the last word of a heading in German or English.
_MEASURES = (
    r"(?:earnings|sales|revenues?|profits?|margins?|spend(?:ing)?|expenditures?|pay|wages?|salar(?:y|ies)|inflation"
    r"|unemployment|exports?|imports?|registrations|deliveries|shipments|(?:in|out)?flows|reserves|deposits|dividends?"
    r"|payouts?|valuations?|ratios?|weights?|weightings?|scores?|ratings?|premiums?|discounts?|spreads|fees"
    r"|correlations?|volatility|surprises?|returns?|subscriptions?|satisfaction|shareholders|shareholdings|odds"
    r"|contributions?|balance|production|output|percentages?"
    r"|(?:quartals|jahres|halbjahres|geschäfts)zahlen|\w*renditen|marktanteile|\w*umsätze"
    r"|\w*gewinne|zulassungen|ausfuhren|einfuhren|löhne|gehälter|inflationsrate)"
)
# Words before a measure, or a growth, that say of whom and when it is.
_WHOSE = (
    r"(?:(?:net|gross|operating|total|quarterly|annual|half[- ]year(?:ly)?|full[- ]year|first|second|third|fourth"
    r"|average|highest|lowest|largest|biggest|top|best|latest|new|q[1-4]|h[12]|[a-z]+-quarter|[a-z]+-year"
    r"|(?:fy ?)?(?:19|20)[0-9]{2}) )*"
)
_OF_WHAT = re.compile(r" (?:by|in|of|for|per|to|and|as|nach|je|pro|und|im|in the)\b.*|,? \([^()]{1,12}\)\Z|:\Z")
_WHEN = re.compile(r" (?:today|(?:q[1-4] )?(?:fy ?)?(?:19|20)[0-9]{2})\Z")
_MEASURE = re.compile(rf"{_WHOSE}(?:(?!session|dai?l?y)[^\W\d][\w&'/.-]* )?{_MEASURES}")
_ALONE = word_set("""
    earnings sales revenues profits inflation unemployment wages valuations volatility weights weightings shareholders
    quartalszahlen jahreszahlen geschäftszahlen marktanteile beta betas cpi ppi ipc ipca vpi hicp risk risks
    temperatures weather wetter météo meteo clima rents inhabitants population einwohner einwohnerzahl einwohnerzahlen
    bevölkerung habitants habitantes abitanti
""")
"""Measures that head a list without a word of what they are."""
_MEASURE_PHRASE = re.compile(
    rf"(?:number|weight|contribution|share) (?:of|in|to) .+|market shares?|(?=.* ){_WHOSE}(?:company )?results"
    r"|(?:grey[- ]market|ipo) (?:premiums?|gmp)|(?:premiums?|discounts?) to [a-z ]{2,20}|(?:short|open) interest"
    r"|trading volumes?(?: \(.{1,8}\))?|52[- ]week ranges?|price to (?:earnings|book|sales)|(?:ipo )?listing gains"
    r"|staking yields|(?:auction|survey) results|\w+ trust discounts|closed[- ]end fund discounts"
    rf"|{_WHOSE}(?:sales|revenue|earnings|profit|dividend|gdp|eps|user|subscriber|wage|loan) growth"
    r"|(?:umsatz|umsätze|erlöse?|turnover|revenues?|takings) (?:de[rs]|von|nach|je|pro|of|by|per|at) .+"
    r"|(?:director|insider)s?['’]? (?:dealings|buying|selling|trades)|dividend (?:payments|aristocrats yield)"
    r"|(?:interest|mortgage|savings|deposit|coupon|funding|unemployment|inflation|default) rates?"
    r"|(?:résultats|chiffres d['’]affaires|bénéfices|dividendes|salaires|exportations|importations) \w+"
    r"|(?:resultados|ingresos|beneficios|dividendos|salarios|exportaciones|importaciones) \w+"
    r"|(?:risultati|ricavi|utili|dividendi|salari|esportazioni) \w+|resultados do \w+|chiffre d['’]affaires \w+"
)
_OTHER_LISTS = phrase_set("""
    dividends|dividend calendar|ex-dividends|analyst ratings|analyst price targets|price targets|earnings
    upgrades and downgrades|upgrades & downgrades|earnings calendar|earnings surprises|positions|trades|my picks
    holdings|dividenden|kursziele|dividendes|dividendos|dividendi
""")
"""Headings of lists of other figures, in small letters."""
# Which of a list, whose list, or when, around its heading: `Our top holdings`, `Price targets today`.
_BEFORE_LIST = re.compile(
    r"\A(?:(?:the|next|upcoming|our|my|your|top|current|latest|recent|new|key|main|largest|biggest|open|closed|full|all|fund|portfolio"
    r"|[0-9]{1,3}) )+"
)
_BEHIND_LIST = re.compile(r" (?:today|now|this week|of the (?:day|week|fund)|list)\Z", re.IGNORECASE)
# A heading of amounts of a commodity, such as `LME stocks` above tonnes.
_AMOUNTS = re.compile(
    r"(?:(?:lme|warehouse|exchange|crude|oil|metal) )*stocks(?: (?:levels?|change|in tonnes|\(\w+\)))+"
    r"|(?:lme|warehouse|exchange|crude) stocks|(?:production|output|inventories|stockpiles)\b[^\d\n]{0,30}"
)


def heads_other(heading: str) -> bool:
    """Return whether a heading says that the list below it is of other figures than quotes, such as forecasts."""
    text = heading.casefold()
    listed = _BEHIND_LIST.sub("", text.rstrip(":"))
    return (
        not {listed, _BEFORE_LIST.sub("", listed)}.isdisjoint(_OTHER_LISTS)
        or _AMOUNTS.fullmatch(text) is not None
        or heads_other_figures(heading)
        or (len(heading.split()) <= _MOST_OF_SURVEY and names_survey(heading))
        or expects(_BEHIND_LIST.sub("", heading))
    )


def heads_measure(heading: str) -> bool:
    """Return whether a heading names a measure of companies or economies: `Quarterly results`, `Index weights`."""
    if len(heading) > _LONGEST:
        return False
    text = _WHEN.sub("", heading.casefold().replace("’", "'"))
    if _MEASURE_PHRASE.fullmatch(text.rstrip(":")):
        return True
    text = _OF_WHAT.sub("", text, count=1)
    return text in _ALONE or (" " in text and _MEASURE.fullmatch(text) is not None)


def heads_other_list(heading: str) -> bool:
    """Return whether a heading names a list of other things than quotes, such as `Car prices` or `Insider buys`."""
    text = _plain(heading)
    if not text:
        return False
    phrase = _TAIL.sub("", text, count=1)
    noun = phrase.rpartition(" ")[2]
    return (
        noun in _NOUNS
        or noun.endswith(_ENDINGS)
        or any(shape.fullmatch(phrase) for shape in (_PHRASES, _RATES, _PRICES))
        or _PHRASES.fullmatch(text) is not None
        or _FIRST.fullmatch(text) is not None
    )


def heads_doubtful_list(heading: str) -> bool:
    """Return whether the figures below a heading may be prices and moves or not, as those of `Top dividend stocks`."""
    text = _plain(heading)
    return bool(text) and _DOUBTFUL.fullmatch(_TAIL.sub("", text, count=1)) is not None


def _plain(heading: str) -> str:
    """Return a heading in small letters without the words before its noun; empty where it is too long for one."""
    if len(heading) > _LONGEST or heading.rstrip()[-1:] in {".", "!"}:
        return ""
    text = " ".join(_MARKS.sub(" ", _PARTS.split(heading)[0].casefold().replace("’", "'")).split())
    return _LEAD.sub("", text, count=1) if len(text.split()) <= _MOST_WORDS else ""
