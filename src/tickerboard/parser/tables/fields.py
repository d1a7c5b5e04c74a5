"""The fields of quote tables, and the header words for them in many languages."""

from __future__ import annotations

from enum import StrEnum

from tickerboard.text.word_lists import word_set


class Field(StrEnum):
    """What a column holds.

    `TEXT` and `OTHER` are words and figures that are known and not a part of a quote, such as an exchange or a bid;
    `DAY` is a move of the day that may be a change or a percent: the other columns show which, or a percent sign does.
    `PERIOD` is a move of another time than the day, such as a week's; `FOREIGN` names what no quote is of;
    `DATE` is a day that no header names; `UNNAMED` is a column behind the last name of a header;
    `CLOSE` is a close beside a clearer price, of the day or of the one before; `COST` is another price
    that a move may be from: one that was paid, a target, a high of a longer time.
    """

    NAME = "name"
    SYMBOL = "symbol"
    LAST = "last"
    CHANGE = "change"
    PERCENT = "percent"
    DAY = "day"
    OPEN = "open"
    HIGH = "high"
    LOW = "low"
    PREVIOUS = "previous"
    VOLUME = "volume"
    CURRENCY = "currency"
    SECTOR = "sector"
    TEXT = "text"
    FOREIGN = "foreign"
    DATE = "date"
    CLOSE = "close"
    COST = "cost"
    UNNAMED = "unnamed"
    PERIOD = "period"
    OTHER = "other"


TEXTS = frozenset((Field.NAME, Field.SYMBOL, Field.CURRENCY, Field.SECTOR, Field.TEXT, Field.FOREIGN, Field.DATE))
"""Fields whose cells are words."""
NAMES = frozenset((Field.NAME, Field.SYMBOL))
"""Fields that name a row by themselves."""
FIGURES = frozenset(Field) - TEXTS - {Field.OTHER, Field.PERIOD, Field.CLOSE, Field.COST, Field.UNNAMED}
"""Fields whose cells are figures of a quote."""
NUMERIC = FIGURES | {Field.OTHER, Field.PERIOD, Field.CLOSE, Field.COST}
"""Fields whose cells are figures, be they a quote's or not."""
MOVES = frozenset((Field.CHANGE, Field.PERCENT, Field.DAY))
QUOTED = MOVES | {Field.LAST}
"""The figures that make a quote."""
FURTHER = (Field.OPEN, Field.HIGH, Field.LOW, Field.PREVIOUS, Field.VOLUME)
"""What a quote may have beside them."""

WORDS = {
    Field.NAME: """
        bendrovė|uzņēmums|ettevõte|cégnév|компанија|hartija od vrednosti|kaunter|شركة|نام شرکت
        papír|dionica|naziv|hartija|delnica|vrednostni papir|емисия|τίτλος|endeks|endeks adı|döviz cinsi|aktsia
        väärtpaber|akcija|akcijos|акција|назив|félag|हिस्सा|शेयर|कंपनी|emri|izena|атауы|nazwa funduszu|fond adı
        contract month|delivery month|contract name|mercati|liste valeurs|nazwa|walor|spółka|název|titul|názov|név
        részvény|hisse|hisse adı|navn|aksje|osake|nimi|nama|nama saham|saham|tên|tên công ty|denumire|companie|μετοχή
        όνομα|δείκτης|назва|емітент|име|акция|الاسم|السهم|الشركة|שם|שם הנייר|נייר|נייר הערך|מדד|ชื่อ|หลักทรัพย์|名稱
        股票名稱|個股|股名|證券名稱|종목명|종목|名称・コード・市場|コード・名称|counter|name|company|company name|stock
        stocks|stock name|security|security name|instrument|index|indices|index name|issue|issuer|description|coin|pair
        currency pair|commodity|fund|fund name|title|asset|crypto|cryptocurrency|scrip|scrip name|company/index|markets
        equity|share|shares|constituent|contract|contrato|etf|aktie|aktien|titel|bezeichnung|wertpapier|unternehmen|rohstoff
        indizes|nom|libellé|société|indice|titre|action|actions|valeurs|nombre|empresa|índice|acción|activo|título
        compañía|valores|nome|ativo|papel|ação|ações|titolo|azione|strumento|denominazione|società|titoli|naam|fonds
        namn|bolag|aktier|fond|название|наименование|инструмент|бумага|компания|эмитент|имя|证券简称|股票简称|简称|公司
        valor|wertpapiername|firma|fondo|materia prima|divisa par|produit|libelle|emittente|descrizione|descripción
        descrição|名称|銘柄|銘柄名|銘柄名称|会社名|企業名|指数|指数名|股票名称|指数名称|name of company|company symbol
        traded companies
    """,
    Field.SYMBOL: """
        ชื่อย่อ|نماد|oznaka
        σύμβολο|sembol|kode|kode saham|mã|mã ck|simbol|الرمز|סימול|代號|股票代號|股份代號|代碼|股票代碼|ADR代碼|symb
        symb.|trading code|종목코드|코드|symbol|ticker|code|stock code|sym|stock symbol|ticker symbol|scrip code|epic
        security code|kürzel|kortnamn|тикер|код|证券代码|symbool|nemo|nemotécnico|codice alfanumerico|sigla|symbole
        mnémo|mnemo|símbolo|simbolo|código|codigo|codice|コード|証券コード|銘柄コード|代码|股票代码|symbols|tickers
    """,
    Field.LAST: """
        nominal price|按盤價|按盘价
        ostatni kurs|kurs zamknięcia|cena zamknięcia|závěr|závěrečný kurz|záróár|zárókurs|zadnja cijena|zaključna
        zaključna cijena|zaključni tečaj|enotni tečaj|tečaj|poslednja cena|последна цена|preț închidere
        затваряне|цена закрытия
        расчетная цена|расчётная цена|ціна закриття|kapanış|kapanış fiyatı|hind|viimane hind|sulgemishind|kaina
        paskutinė kaina|pēdējā cena|verð|penutupan|harga penutupan|giá đóng cửa|ราคาปิด|قیمت|قیمت پایانی|آخرین قیمت
        osuuden arvo|lopetushinta|valor liquidativo|valeur liquidative|indre værdi|nettoinventarwert|rücknahmepreis
        الإغلاق|سعر الإغلاق|prezzo rif.|भाव|कीमत|darrer|darrer preu|çmimi|qiymət|баға|prezioa|päätöskurssi|lukukurssi
        slutkurs|lukkekurs|sluttkurs
        κλείσιμο|ultim|der. cours|der cours|ostatni|ostatnia|cena|kurz|poslední|utolsó|utolsó ár|árfolyam|ár|son fiyat
        fiyat (tl)|son (tl)|siste|siste kurs|sidste|seneste|viimeisin|viimeinen|kurssi|terakhir|harga|harga terakhir|giá
        giá hiện tại|preț|pret|ultimul preț|τιμή|последна|τελευταία|τελευταία τιμή|ціна|остання ціна|السعر|آخر سعر|שער
        שער אחרון|ล่าสุด|ราคาล่าสุด|最新價|現價|收市價|成交價|收盤價|收盤|ADR收盤|ADR收盤（換算後）|현재가|종가|ltp*
        stock price|share price|last|last price|price|last trade|current|last close|closing price|last done|ltp|cmp
        latest|last traded price|current price|market price|trade price|price usd|price now|last sale|last trade price
        latest price|price ($)|price (usd)|index value|current index|close price|today's close|last (rs)|letzter stand
        live price|price (rs)|price (rs.)|last value|kurs|letzter|letzter kurs|aktuell|aktueller kurs|schlusskurs|preis
        akt. kurs|kurs in eur|kurs (eur)|dernier|cours|dernier cours|prix|laatste koers|slotkoers|senast|senaste
        senast betalt|betalt|цена|последняя|последняя цена|посл. цена|посл.|послед.|курс|котировка|закр. цена|最新値
        现价(元)|最新价格|成交价|letzter preis|kurs (€)|cours (€)|prezzo (€)|precio (€)|price (eur)|price (€)|price (£)
        price (₹)|last (€)|last traded|ltp (₹)|ltp (rs)|trade|traded price|last px|px last|price per barrel
        price per ounce|price per troy ounce|price per oz|close/last|last/close|price today|preço (r$)|último valor
        valor atual|cotação (r$)|ultima cotação|ult. prezzo|ult. prez.|ultimo val.|ultimo valore|precio actual
        últ. precio|cot.|cotiz.|ultima|dern. cours|dernière cotation|dern.|cours actuel|kurs aktuell|aktueller preis
        letzte|cours (eur)|último|ultimo|precio|cotización|último precio|preço|cotação|último preço|prezzo|ultimo prezzo
        quotazione|prezzo ultimo contratto|últ.|ult.|último (r$)|現在値|株価|終値|取引値|価格|値|最新价|现价|收盘价|最新
        koers|laatste|fiyat|son
    """,
    Field.CHANGE: """
        naik/turun
        promjena|promena|sprememba|промена|μετ.|muutus|izmaiņas|pokytis|breyting|selisih|تغییر|बदलाव|variació
        ndryshimi|dəyişmə|өзгеріс|aldaketa|var. r$|variação r$|utv. idag|var. assoluta|zm. pkt|zmiana (pkt)
        val. ecart|zmiana|zm.|změna|zmena|változás|vált.|fark (tl)|endring|ændring|muutos|förändring|perubahan
        thay đổi|variație|variatie|μεταβολή|διαφορά|зміна|промяна|التغير|التغيير|שינוי|เปลี่ยนแปลง|升跌|漲跌
        株価前日比|move|전일비|전일대비|대비|변화|net|change amount|change amt|chg amt|amount change|change (amount)
        zum vortag|differenz vortag|perf. abs.|abs. perf.|$ +/-|change|chg|net change|net chg|net chng|+/-|+ / -
        absolute change|price change|point change|dollar change|change in dollars|chng|ch|diff|difference|net ch|chg.
        change ($)|change (rs)|change (pts)|change pts|day change|points change|today's change|±|+/−|chg $|change val
        change value|veränderung|änderung|differenz|diff.|abs.|absolut|+/- abs.|diff. abs.|unterschied|variation
        varia.|var|var.|écart|variación|cambio|dif.|dif|diferencia|variação|variazione|utv.|utv|utveckling|+/- kr
        изменение|изм.|изм|изменение цены|+/- (€)|var. abs.|var. abs|var. (€)|diff. (€)|+/- €|+/-€|change (₹)|chg (rs)
        chg. (rs.)|variazione assoluta|var ass|var. absoluta|variação absoluta|variation absolue|absolute veränderung
        abs. veränderung|ändring|+/- punkte|pkt.|涨跌值|涨跌价|前日比(円)|変化|var. ass.|differenza|index change|変動
        前日比|株価前日比|verschil|涨跌|涨跌额|fark|änd.|+/- (abs)|mudança|var. dia (r$)|var. (r$)
    """,
    Field.PERCENT: """
        zmiana w %|sprememba v %|promjena u %|promena u %|промена во %|зміна у %|зміна в %|muutos-%|muutos%
        peratus|persen|प्रतिशत
        zmiana procentowa|zm. %|změna v %|zmena v %|promjena %|promjena (%)|promena %|promena (%)|sprememba %
        промена %|μετ. %|yüzde|değişim oranı|değişim oranı (%)|değişim oranı (yüzde)|% değişim|изменение в %|зміна %
        зміна, %|зміна (%)|промяна %|промяна (%)|muutus %|izmaiņas %|pokytis %|breyting %|% thay đổi|%เปลี่ยนแปลง
        % เปลี่ยนแปลง|درصد تغییر|تغییر %|نسبة التغير %|التغير %|बदलाव %|variació %|ndryshimi %|dəyişmə %|өзгеріс %
        aldaketa %|in prozent|var. r %|stopa zwrotu
        změna (%)|změna %|zmena (%)|zmena %|zmiana (%)|zmiana %|tendenza %|değişim|değişim (%)|نسبة التغير|שיעור השינוי
        % שינוי|move %|升跌(%)|升跌%|漲跌幅|升跌幅|漲跌幅%|漲跌%|漲幅|漲幅%|등락률|등락율|변동률|diff.% 1t|diff. % 1t
        diff. 1t %|%|% change|change %|%chg|% chg|chg %|chg%|pct|pct change|pct chg|change percent|percent change
        change (%)|% ch|ch %|net change %|% +/-|+/- %|+/-%|in %|+/- in %|perf|perf.|performance|% chng|chng %|gain %
        loss %|% gain|% loss|chg (%)|change pct|percentage change|%change|% (1d)|day %|daily %|today %|1d %|24h %|% 24h
        24h chg %|percent|pct.|%change (24h)|change in %|ch. %|day chg %|% day|diff. %|veränderung %|veränderung in %
        änderung %|änderung in %|prozent|perf. %|diff %|veränd. %|änd. %|+/- (%)|proz.|var %|var. %|% var|% var.
        variation %|variation en %|var (%)|var. (%)|variación %|variación (%)|% variación|var. en %|variação %
        variação (%)|% variação|variazione %|variazione (%)|var%|% dia|dia %|var. dia (%)|variaz. %|utv. %|utv %
        utveckling %|utv. idag %|idag %|изменение %|изм. %|изм.%|изменение, %|изм., %|% изм.|% изм|изменение за день
        涨跌幅%|涨跌幅(%)|幅度|涨跌%|騰落率(%)|前日比（％）|verschil (%)|% verschil|koers %|variazione percentuale
        var. perc.|var. rel.|var. porcentual|% cambio|cambio %|cambio (%)|% camb.|% dif.|dif. %|dif %
        variação percentual|oscilação|oscilação (%)|variation (%)|variation jour|var. jour|var/veille|var. veille
        var. 1j|var. 1j.|% jour|tagesveränderung|tagesveränderung %|heute %|rel.|relativ|porcentaje|ändring %
        % change today|%chng|chg% 1d|1 day %|1d chg %|1d %chg|% today|performance 1 tag|seit vortag|騰落率|変化率|変動率
        percent diff|percent difference|前日比%|前日比(%)|前日比率|涨跌幅|涨幅|verschil %|değişim %|fark %
    """,
    Field.DAY: """
        1d|24h|24h change|24h chg|change 24h|1d change|daily change|1-day change|change today|change 1d|idag|vandaag
        за день|сегодня|今日|本日
    """,
    Field.OPEN: """
        erster
        otwarcie|otevření|nyitó|açılış|åpning|avaus|pembukaan|mở cửa|deschidere|άνοιγμα|الافتتاح|시가|open|opening
        open price|eröffnung|ouverture|apertura|abertura|始値|今开|开盘|开盘价|opening price|ouv.|apert.|eröffnungskurs
        öppning|открытие|откр.|цена открытия|openen|openingskoers|prix ouverture|prezzo apertura|precio apertura
    """,
    Field.HIGH: """
        denní maximum|maximum|maks.|maksimum|en yüksek|yüksek|høyest|højeste|ylin|tertinggi|cao nhất|maxim|الأعلى|고가
        high|day high|day's high|high price|hoch|tageshoch|plus haut|haut|máximo|máxima|máx.|máx|max|max.|massimo|hoog
        dagens högsta|högst|högsta|макс.|макс|максимум|max. giorno|dia máx.|plus haut jour|höchst|höchstkurs|最高价
        máx. dia|max oggi|hi|hoogste|高値|最高|today's high|+ haut|alto
    """,
    Field.LOW: """
        denní minimum|minimum|en düşük|düşük|lavest|laveste|alin|terendah|thấp nhất|minim|الأدنى|저가|low|day low
        day's low|low price|tief|tagestief|plus bas|bas|mínimo|mínima|mín.|mín|min|min.|minimo|安値|最低|laag|lägst
        lägsta|мин.|мин|минимум|plus bas jour|tiefst|tiefstkurs|最低价|mín. dia|min oggi|lo|laagste|today's low|+ bas
        bajo
    """,
    Field.PREVIOUS: """
        poprzednia|poprzedni|poprzedni kurs|předchozí|predošlý|prethodna|prethodni|prejšnji|eelmine|ankstesnė
        iepriekšējā|dünkü kapanış|قیمت دیروز|предишна|попередня|edellinen
        kurs odn.|föreg. stängn.|vorig slot|前終|пред. закр.|chiusura prec.
        odniesienie|kurs odniesienia|önceki kapanış|önceki|előző záró|forrige|sebelumnya|tham chiếu|昨收價|前收市價
        prev daily close|previous daily close|שער בסיס|prior|prior close|ycp|ycp*|전일종가|previous|prev|prev.
        prev close|prev. close|previous close|pclose|p. close|yesterday|ldcp|vortag|schluss vortag|vortageskurs
        clôture précédente|veille|clôture veille|cierre anterior|anterior|anter.|vorige slotkoers|föreg. stängning
        föreg.|stängning igår|пред. закрытие|закрытие пред.|предыдущее закрытие|пред.|schlusskurs vortag|vortagesschluss
        clôt. préc.|préc.|précédent|clôt. veille|cours veille|cierre ant.|cierre previo|ant.|fech. ant.|fech. anterior
        rif. prec.|riferimento|rif.|prev. settle|settlement prev.|前收|前收盘|fechamento anterior|chiusura precedente
        prec.|前日終値|前終値|昨收|last day close|yesterday's close|previous price|vorige slot
    """,
    Field.VOLUME: """
        količina|obim|obujam|kiekis|skaits|kogus|množství|množstvo|mennyiség|количество|обсяг|кількість
        sản lượng|klgd|magn
        estimated volume|est. volume|est. vol|tot. volume|wolumen|objem|hacim|hacim (lot)|volum|khối lượng|όγκος|الحجم
        ปริมาณ|成交量(股)|거래량|volume|vol|vol.|volumes|share volume|traded volume|total volume|volume traded|volumen
        stück|出来高|成交量|volume (24h)|volume 24h|24h volume|vol (24h)|vol. (24h)|shares traded
        no. of shares|volumi|volume (24 hours)
        umsatz (stk.)|umsatz stück|umsatz (stück)|handelsvolumen|gehandelte stück|antal|omsatt antal|объём|объем
        объем торгов|成交量(手)|売買高|titres échangés|títulos|volumen (títulos)|volume (titoli)|quantité|vol. (k)
        vol (mn)|volume (k)|volume (m)|volumes échangés|quantità|quantidade|omzet (st.)|volume total|qty|days volume
        day volume|day's volume
    """,
    Field.CURRENCY: """
        waluta|měna|mena|pénznem|para birimi|monedă|валюта|valuutta|valuuta|valūta|מטבע|العملة|mata uang|tiền tệ
        สกุลเงิน|통화
        currency|ccy|cur|währung|whg|whg.|devise|divisa|moneda|moeda|valuta|通貨|curr.|curr
    """,
    Field.SECTOR: """
        sector|branche|secteur|settore|setor|業種|industry
    """,
    Field.TEXT: """
        tendenza|grafico|direction|trend|richtung|tendenz|chart|charts|graph|isin|wkn|valoren|exchange
        country|rating|börse
        listed in|지역|watch|watchlist|action|add|alerts|news|type|status|signal|handelsplatz|börsenplatz|place
        marché|mercado|mercato|bolsa|borsa|beurs|lista|market|mkt|market/exchange|listed|биржа|市場|市场|国家
        地区|种类|land|pays|país|paese|region|notierung|logo|flag|indicator|indicators|indicator(s)
    """,
    Field.FOREIGN: """
        book|books|buch|livre|libro|livro|kniha|książka|книга|kirja|raamat|kitap|buku|sách
        karakter|známka|osztályzat|оценка|výrobek|termék|ürün|товар|производ|proizvod|produk|sản phẩm|สินค้า|제품|상품
        product|products|produkt|artikel|item|items|city|stadt|ville|ciudad|cidade|città|player|players|spieler|team
        teams|club|verein|mannschaft|model|modell|modèle|modelo|device|phone|party|partei|parti|candidate|kandidat
        student|pupil|movie|film|song|album|artist|district|kreis|hotel|car|vehicle|driver|rider|athlete|game|recipe
        university|school|seller|store|shop|produit|producto|produto|prodotto|article|articolo|artículo|équipe|equipo
        squadra|joueur|jugador|giocatore|gemeinde|suburb|postcode|property|borough|segment|segments|division|area
        destination|destinations|route|flight|role|job|job title|occupation|profession|position title|gadget|gadgets
        smartphone|smartphones|laptop|laptops|console|ticket|tickets|wine|wein|sneaker|sneakers|provider|anbieter
        fournisseur|proveedor|fornitore|lender|airline|airlines|carrier|tariff|tarif|analyst|analysts|broker|insider
        investor|director|fuel|holder|shareholder|metric|line item|channel|category|kategorie|商品|都市|選手
    """,
    Field.PERIOD: """
        1h|% 1h|1h %|7d|% 7d|7d %|ytd|ytd %|% ytd|30d|1 week|1 month|1 year|1w|1m|1y|3m|6m|5y|week|month|year|1w %|1m %
        1y %|1 woche|1 monat|1 jahr|1 semaine|1 mois|1 an|1 semana|1 mes|1 año|1 mese|1 anno|12 months|5 days|1 sem.|mtd
        ytd (%)|lfd. jahr|var. 1/1|var. 01/01|janv.|1er janv.|% 1er janv.|% año|año|% anual|% ano|% settim.|change 1w
        change 1m|change ytd|return|total return|upside|upside %|dividend yield %|div yield %|yield (%)|target %
        % upside|downside|yield %|% yield|vs. 52w high|vs 52w high|% from high|off high|seit jahresbeginn|jahresperf.
        perf. 1 jahr|depuis le 1er janvier|desde enero|w %|m %|q %|y %|% w|% m|% q|% y|前年比|前月比|前週比|年初来
        rendite %|rendite in %|rend. %|rent. %|rendement %|año %|var. año|var. año %|var. ano|var. ano %
        週間騰落率|月間騰落率|年間騰落率|同比|环比|周涨跌|周涨跌幅|月涨跌幅|年涨跌幅|年初至今
    """,
    Field.OTHER: """
        promet|apyvarta|apgrozījums|käive|obrat|velta|gtgd|मूल्य|ارزش|حجم معاملات|القيمة
        kupovni|prodajni|kupnja|prodaja|nákup|prodej|nákup|predaj|vétel|eladás|ost|salg|osto|myynti|cumpărare|vânzare
        купівля|продаж|покупка|продажба|mua|bán|mua vào|bán ra|beli|jual|매수|매도|شراء|بيع|data notowania
        取引時間|시간|waktu|час|last updated
        % στάθμισης|χρημ/κή αξία|% συμμετοχή|capping factor|weighting|weighting %|participation|weight in index
        weight in index (%)|market capitalization (₹ in cr)|market cap (₹ in cr)|market cap (rs. cr)|מספר מדד|מספר ני"ע
        寄与度|前日寄与度|obrót|obroty|kupno|sprzedaż|czas|saat|alış|satış|forgalom|omsætning|omsetning|vaihto|kjøper
        selger|溢價率%|溢價率|台北上市股票收盤價|efectivo|成交額|市值|成交金額|거래대금|시가총액|n|거래대금(백만)
        매도호가|매수호가|#|rank|no|no.|nr|nr.|s.no|s.no.|sr|sr.|sr no|sr. no.|pos|trade time|trade date|time|date
        updated|last update|bid|ask|offer|buy|sell|bid price|ask price|bid vol|offer vol|market cap|mkt cap|market cap.
        marketcap|market capitalization|cap|capitalization|turnover|trades|deals|transactions|52w high|52w low
        52 wk high|52 wk low|52-week high|52-week low|52w range|52 week range|day range|day's range|year high|year low
        range|p/e|pe|p/e ratio|eps|dividend|div|yield|div yield|dividend yield|supply|circulating supply|previous high
        target|einst.|ziel|zeit|datum|uhrzeit|geld|brief|umsatz|marktkap.|heure|date/heure|achat|vente|hora|fecha|data
        ora|data/ora|compra|venta|venda|時刻|売買代金|時価総額|順位|beta|avg vol|dollar volume|m cap|m cap (cr)|mcap
        mcap (cr)|market cap (cr)|avg. volume|avg volume|average volume|idx wtg (%)|idx wtg|idx point|weight|weight (%)
        freefloat (m)|market cap (m)|free float|high 52w|low 52w|last 7 days|bid/ask|bid size|ask size|bidkurs|askkurs
        geldkurs|briefkurs|denaro|lettera|bied|laat|tijd|tid|köp|sälj|покупка|продажа|спрос|предложение|время|дата|买入
        卖出|买一|卖一|时间|成交额|换手率|总市值|市盈率|買気配|売気配|売気配値|買気配値|日付|kauf|verkauf|local time|cet
        updated (cet)|uhr|stand (uhr)|as of|time (et)|time (edt)|time (utc)|spread|cours d'achat|cours de vente
        fecha/hora|data e hora|última atualização|lot|lots|tick|handelstag|notation|kgv|kcv|dividende|div.|rendite|rend.
        rendement|per|capi.|capitalisation|capitalización|capitalização|capitalizzazione|cap. (m€)|börsenwert
        marknadsvärde|omsättning|omsättning (msek)|omsättning msek|оборот|капитализация|01.01.|01/01|52 sem. máx.
        52 sem. mín.|value (mn)|turnover (mn)|52 w high|52 w low|52-week|52 week|contract size|expiry|open int
        open interest|p/b|roe|prior day open interest|prev. day open interest|shares outstanding|amount|board lot
        avg cost|average cost|cost|cost basis|market value|52wk high|52wk low|52 week high|52 week low|avg price
        avg. cost|float|short interest|initial
    """,
}
WEAK_NAMES = frozenset(("valeur", "valor", "wert"))
"""Words for a price or a security: which of them, the other columns show."""
OF_ANYTHING = word_set("""
    value currentvalue level points rate wert stand punkte valeur valor valore waarde pontos puntos punti unit
    giátrị değer
""")
"""Words for the figure of anything, not of a market alone."""
CLOSES = word_set("close closing closep schluss clôture cierre fechamento chiusura slot закрытие stängning 收盘")
"""Words for a close."""
WEAK = OF_ANYTHING | CLOSES | word_set("mid nav quote settle settlement значение стойност 값")
"""Words that name the last price only where no clearer one does; else they are a turnover or an older close."""
NUMBERS = frozenset(("isin", "wkn", "valoren"))
"""Words for a security's number, by which it goes where the table has no name."""
