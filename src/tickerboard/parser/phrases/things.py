"""Names of towns, goods and parts: a list of them has prices and moves, and is no list of quotes by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.text.word_lists import phrase_set

if TYPE_CHECKING:
    from collections.abc import Iterable

_THINGS = phrase_set("""
    berlin|munich|hamburg|cologne|stuttgart|düsseldorf|leipzig|dresden|münchen|köln|nürnberg|hannover|bremen|essen|dortmund
    manchester|birmingham|leeds|liverpool|bristol|glasgow|edinburgh|cardiff|sheffield|newcastle|nottingham|belfast|cork
    los angeles|san francisco|san diego|seattle|houston|dallas|austin|denver|miami|atlanta|phoenix|portland|boston
    philadelphia|las vegas|melbourne|brisbane|perth|adelaide|canberra|hobart|darwin|auckland|wellington|christchurch
    vancouver|calgary|ottawa|edmonton|winnipeg|lyon|marseille|nice|toulouse|bordeaux|lille|nantes|strasbourg|barcelona
    valencia|sevilla|seville|bilbao|málaga|rome|roma|naples|napoli|turin|torino|bologna|firenze|florence|venice|venezia
    delhi|new delhi|bengaluru|bangalore|chennai|hyderabad|pune|kolkata|ahmedabad|jaipur|lucknow|lahore|islamabad
    rawalpindi|faisalabad|multan|peshawar|quetta|osaka|kyoto|nagoya|rotterdam|utrecht|eindhoven|geneva|genève|basel|bern
    lausanne|salzburg|graz|linz|innsbruck|kraków|gdańsk|wrocław|poznań|porto|braga|antwerp|ghent|abuja|kano|ibadan|mombasa
    kisumu

    milk|bread|eggs|butter|cheese|yoghurt|yogurt|chicken|beef|lamb|ham|bacon|salmon|potatoes|tomatoes|onions|carrots|apples
    bananas|oranges|lettuce|cucumber|cucumbers|flour|pasta|honey|beer|wine|petrol|diesel|unleaded|milch|brot|eier|käse
    kartoffeln|tomaten|zwiebeln|äpfel|mehl|nudeln|bier|wein|benzin|lait|pain|œufs|oeufs|beurre|fromage|poulet|tomates
    pommes|farine|vin|bière|essence|gazole|leche|pan|huevos|queso|pollo|patatas|tomates|cebollas|manzanas|gasolina|gasóleo
    latte|pane|uova|burro|formaggio|pomodori|patate|mele|leite|pão|ovos|manteiga|queijo|frango|batata|batatas|tomate
    arroz|feijão|melk|brood|kaas|aardappelen|eieren|boter|mjölk|bröd|ägg|smör|ost|potatis|mælk|brød|æg|smør|kartofler|egg
    poteter|maito|leipä|munat|juusto|perunat|piim|leib|munad|juust|piens|maize|olas|sviests|pienas|duona|kiaušiniai
    sviestas|mleko|chleb|jaja|masło|ziemniaki|mléko|chléb|vejce|máslo|sýr|brambory|mlieko|chlieb|vajcia|zemiaky
    kenyér|tojás|sajt|burgonya|lapte|pâine|ouă|brânză|cartofi|mlijeko|kruh|maslac|krumpir|hleb|krompir
    мляко|хляб|яйца|масло|сирене|картофи|молоко|хлеб|хліб|яйця|картофель|картопля|млеко|леб|γάλα|ψωμί|αυγά|τυρί
    süt|ekmek|yumurta|peynir|patates|domates|susu|roti|telur|beras|gula|minyak goreng|sữa|bánh mì|trứng|gạo
    thịt lợn|นม|ไข่|ข้าว|חלב|לחם|ביצים|حليب|خبز|بيض|شیر|نان|우유|빵|계란|쌀|牛乳|パン|卵|米|牛奶|面包|鸡蛋|雞蛋|豬肉|猪肉
""")
# The number of an index is how many shares are in it, that of a contract a year; HK begins the shares of Hong Kong.
_PART = re.compile(
    r"(?!HK)[A-Z]{1,5}-?(?!(?:[1-9]00|1[25]0|225|250|[1235]000|20[0-9]{2})(?![0-9]))[0-9]{3,4}[A-Z]{0,3}"
    r"|[0-9]{1,2}[A-Z]{1,3}[0-9]{2,4}[A-Z]{0,2}"
)


def count_things(names: Iterable[str]) -> int:
    """Return how many names are of a town or of goods of a shop, which are of no market unless the page says so."""
    return sum(map(_THINGS.__contains__, map(str.casefold, names)))


def is_part_number(symbol: str) -> bool:
    """Return whether a symbol is as likely the number of a part or a model: `LM7805`, `1N4148`, `74HC595`."""
    return _PART.fullmatch(symbol) is not None
