"""The header words of quote tables in further languages; `fields.py` has those that most tables use."""

from __future__ import annotations

from tickerboard.parser.tables.fields import Field
from tickerboard.text.word_lists import word_set

WEAK_ABROAD = word_set("""
    القيمة مقدار nilai điểm значення вредност vrednost vrijednost hodnota érték valoare αξία reikšmė vērtība väärtus
    arvo värde verdi værdi gildi ערך wartość 点位 點數 ค่า
""")
"""Words for the figure of anything, which name the last price only where no clearer one does."""
WORDS_ABROAD = {
    Field.NAME: """
        اسم الشركة|الورقة المالية|المؤشر|السلعة|اسم السهم|المعدن|نام|نام نماد|شاخص|عنوان|شرکت|سهم
        ارز|کمپنی|کرنسی|नाम|कंपनी का नाम|सूचकांक|इंडेक्स|स्टॉक|নাম|কোম্পানি|কোম্পানির নাম|শেয়ার|பெயர்
        நிறுவனம்|పేరు|కంపెనీ|ชื่อหลักทรัพย์|หุ้น|ดัชนี|กองทุน|chỉ số|cổ phiếu|tên cổ phiếu|hàng hóa
        ngoại tệ|indeks|komoditas|komoditi|nama perusahaan|emiten|efek|지수|지수명|통화명|품목
        코인|코인명|회사명|指標|通貨ペア|ファンド名|種別|指數|指數名稱|合约|合約|币种|幣種|货币|貨幣|品种|品種|股票
        基金名称|基金名稱|板块|货币对|индекс|контракт|металл|криптовалюта|валютная пара|фонд|індекс|акція
        компанія|інструмент|дружество|ime|izdavatelj|vrednosnica
        vrijednosnica|společnost|akcie|cenný papír|komodita|spoločnosť|akcia
        deviza|devizanem|megnevezés|kibocsátó|instrumentum|értékpapír|árucikk|societate|emitent|valută|titlu
        acțiune|acțiuni|εταιρεία|νόμισμα|εμπόρευμα|ονομασία|κρυπτονόμισμα|döviz|emtia|isim|adı|şirket
        menkul kıymet|kripto para|varlık|enstrüman|fon|fon adı|birim|səhm|şirkət|valyuta
        pavadinimas|indeksas|emitentas|nosaukums|indekss|emitents
        yhtiö|indeksi|arvopaperi|rahasto|raaka-aine|råvara|värdepapper|selskap|selskab
        verdipapir|værdipapir|råvare|nafn|hlutabréf|vísitala|gjaldmiðill|שם נייר|שם המניה|שם המדד|מניה
        נייר ערך|חברה|סחורה|სახელი|დასახელება|ვალუტა|կազմակերպություն|jina|kampuni|aandeel|munt|grondstof|bedrijf
        walory|surowiec|spółki|fundusz|nazwa instrumentu|kontrakt|empreses
    """,
    Field.SYMBOL: """
        رمز|رمز السهم|प्रतीक|सिंबल|কোড|প্রতীক|ট্রেডিং কোড|สัญลักษณ์|รหัส|mã cp|mã cổ phiếu|mã chứng khoán|티커
        심볼|ティッカー|シンボル|代号|合约代码|基金代码|тікер|символ|борсов код|симбол|ознака|kód|zkratka
        skratka|szimbólum|κωδικός|hisse kodu|kodu|kod|simbolis|trumpinys|simbols|lühinimi|sümbol|tunnus
        kaupankäyntitunnus|lyhenne|סימבול|kode efek|kode emiten|skrót
    """,
    Field.LAST: """
        سعر|آخر|آخر إغلاق|الأخير|السعر الحالي|آخر صفقة|قیمت زنده
        قیمت لحظه‌ای|نرخ|نرخ فعلی|آخرین نرخ|آخرین|آخرین معامله|قیمت فعلی|قیمت (ریال)|قیمت (تومان)|موجودہ قیمت
        अंतिम भाव|ताज़ा भाव|मौजूदा भाव|अंतिम मूल्य|वर्तमान मूल्य|बंद भाव|মূল্য|দর|সর্বশেষ মূল্য|সর্বশেষ দর|শেষ দর
        সমাপনী মূল্য|সমাপনী দর|বর্তমান মূল্য|দাম|விலை|ధర|ราคา|ปิด|giá khớp lệnh|giá khớp|khớp lệnh
        giá gần nhất|lần cuối|harga akhir|harga terkini|terkini|harga saat ini|tutup|시세
        가격|현재지수|기준가|매매기준율|現値|直近値|最終価格|価格(円)|基準価額|现价(港元)|最新价(元)|最新指数|收市
        最后价|最新净值|单位净值|單位淨值|последняя сделка|последний|последнее|текущая цена|текущий курс
        последнее значение|остання|остання угода|останній|поточна ціна|офіційний курс
        последна сделка|цена затваряне|zadnja|zadnja cena|cijena|poslednja|posljednja
        posljednja cijena|zaključna cena|zadnji tečaj|srednji tečaj|srednji kurs
        последња|последња цена|средњи курс|poslední cena|poslední kurz|aktuální kurz|posledná
        posledná cena|posledný|posledný kurz|záverečný kurz|aktuálny kurz|záró árfolyam|utolsó árfolyam
        aktuális ár|középárfolyam|ultimul|curs|curs bnr|preț curent|τιμή κλεισίματος|τελευταία πράξη
        ισοτιμία|son işlem|güncel fiyat|güncel|son değer|kur|fiyatı|son qiymət|məzənnə
        paskutinė|uždarymo kaina|kursas|pēdējā|slēgšanas cena|kurss|viimane
        hinta|viimeisin kurssi|viim.|stängningskurs|senaste kurs
        sidste kurs|seneste kurs|siste pris|gengi|lokaverð|síðasta verð|lokagengi|מחיר
        מחיר אחרון|שער נעילה|שער יציג|ფასი|კურსი|prijs|laatste prijs|últim|preu|bei|bei ya mwisho
        kurs średni|ostatnia cena|wycena
    """,
    Field.CHANGE: """
        تغير|التغير (نقطة)|التغير بالنقاط|الفرق|مقدار التغير|صافي التغير|تغییرات|مقدار تغییر|میزان تغییر
        تغییر قیمت|تبدیلی|परिवर्तन|अंतर|পরিবর্তন|পার্থক্য|การเปลี่ยนแปลง|เพิ่ม/ลด|tăng/giảm|tăng giảm|chênh lệch
        biến động|beza|변동|변동폭|등락|등락폭|증감|前営業日比|変動幅|前日差|漲跌額|漲跌點|涨跌点
        涨跌点数|变动|變動|变化|漲跌價|разница|динамика|різниця|динаміка|зм.|разлика|prom.
        razlika|rozdíl|rozdiel|eltérés|különbség|diferență|diferenta|modificare|schimbare|αλλαγή
        net değişim|dəyişiklik|fərq|skirtumas|izmaiņa|starpība|muut.|förändr.|forandring
        mismunur|שינוי בנקודות|ცვლილება|mabadiliko|wijziging|verandering|canvi|diferència
    """,
    Field.PERCENT: """
        değişim yüzdesi|درصد|درصد تغییرات|نسبة التغيير|النسبة|نسبة|فیصد
        प्रतिशत बदलाव|শতাংশ|ร้อยละ|tỷ lệ|phần trăm|persentase|변화율|대비율|变动率|變動率
        日增长率|日涨跌幅|涨跌比例|漲跌比例|升幅|跌幅|процент|відсоток|postotak|procenat|százalék|procent|ποσοστό|proc.
        שינוי באחוזים|אחוז שינוי|procentas|procenti|protsent
    """,
    Field.DAY: """
        tagesänderung|tagesdifferenz|dagverandering|dagverschil|günlük değişim|dnevna promjena|dnevna promena
        denní změna|denná zmena|napi változás|ημερήσια μεταβολή|за добу|за сутки|зміна за день|изменение за сутки
        perubahan harian|thay đổi trong ngày|שינוי יומי|päivän muutos|dagens utveckling|dagens endring|dagens ændring
        zmiana dzienna|zmiana 1d|variație zilnică|변동 (24h)|24h 변동|24小时涨跌|24h涨跌|24h涨跌幅|24h涨幅
        التغير اليومي|تغییر روزانه|تغییر ۲۴ ساعته|1 pv muutos|1 päivän muutos|dagmutatie|veränderung 1 tag
        endring 1 dag|dagændring
    """,
    Field.OPEN: """
        افتتاح|سعر الافتتاح|بازگشایی|اولین|اولین قیمت|खुला|เปิด|ราคาเปิด|giá mở cửa|buka|harga pembukaan|寄付|開市|開盤
        今開|开市|відкриття|отваряне|otvaranje|početna|отварање|odprtje|otevírací|otvorenie|nyitás|nyitóár
        preț deschidere|açılış fiyatı|atidarymas|atidarymo|atvēršana|avamine|avahind|avauskurssi|öppen|åpen|åben|åbning
        opnun|פתיחה|שער פתיחה|otvírací kurz|kurs otwarcia|обertura
    """,
    Field.HIGH: """
        أعلى|أعلى سعر|اعلى|الاعلى|بیشترین|بالاترین|بیشترین قیمت|उच्च|उच्चतम|সর্বোচ্চ|สูงสุด|giá cao nhất|tinggi|최고
        최고가|高|最高價|най-висока|максимална|найвища|макс. ціна|najviša|najviši|највиша|najvišji|nejvyšší|najvyššia
        legmagasabb|napi maximum|napi max.|μέγιστη|μέγιστο|ανώτατη|υψηλό|υψηλότερη|günlük en yüksek|aukščiausia
        didžiausia|augstākā|kõrgeim|päivän ylin|høy|høj|høyeste|hæst|hæsta|גבוה|גבוה יומי|שער גבוה
    """,
    Field.LOW: """
        أدنى|أدنى سعر|ادنى|الادنى|أقل|أقل سعر|کمترین|پایین‌ترین|کمترین قیمت|निम्न|न्यूनतम|সর্বনিম্ন|ต่ำสุด
        giá thấp nhất|rendah|최저|최저가|低|最低價|най-ниска|минимална|найнижча|мін.|мінімум|najniža|najniži|најнижа
        najnižji|nejnižší|najnižšia|legalacsonyabb|napi minimum|napi min.|ελάχιστη|ελάχιστο|κατώτατη|χαμηλό|χαμηλότερη
        günlük en düşük|žemiausia|mažiausia|zemākā|madalaim|päivän alin|lav|lægst|lægsta|נמוך|נמוך יומי|שער נמוך
    """,
    Field.PREVIOUS: """
        السابق|الإغلاق السابق|إغلاق سابق|سعر الإغلاق السابق|دیروز|پایانی دیروز|पिछला बंद|पिछला भाव|আগের দর
        পূর্ববর্তী সমাপনী|ปิดก่อนหน้า|ราคาปิดก่อนหน้า|giá tham chiếu|đóng cửa trước|penutupan sebelumnya
        tutup sebelumnya|전일|전일가|昨收盘|上日收市|上日收市價|вчора|попереднє закриття|предходна
        prethodno zatvaranje|prethodni tečaj|претходна|prejšnji tečaj
        předchozí závěr|predchádzajúci|predchádzajúca|előző záróár|előző nap|închidere anterioară|închiderea precedentă
        preț anterior|προηγούμενο|προηγούμενο κλείσιμο|προηγ. κλείσιμο|bir önceki kapanış
        ankst. uždarymo|edellinen päätös|föregående|forrige slutt|forrige luk
        forrige sluttkurs|fyrra|fyrra lokaverð|סגירה קודמת|נעילה קודמת|שער קודם|poprzednie zamknięcie
    """,
    Field.VOLUME: """
        الكمية|حجم التداول|كمية التداول|عدد الأسهم|حجم|حجم معاملات|वॉल्यूम|मात्रा|ভলিউম|ปริมาณซื้อขาย|ปริมาณ (หุ้น)
        วอลุ่ม|tổng kl|khối lượng gd|khối lượng khớp|kl khớp|总量|總量|обсяг торгів|обем|изтъргувани
        počet kusů|objem (ks)|forgalom (db)|τεμάχια|όγκος συναλλαγών|işlem adedi|adet
        apimtis|apjoms|daudzums|volyymi|vaihto (kpl)|volym|antall|כמות|נפח|נפח מסחר|wolumen (szt.)
    """,
    Field.FOREIGN: """
        товары|продукт|продукты|город|команда|игрок|партия|кандидат|модель|район|місто|гравець|партія|стока|град
        отбор|играч|towar|miasto|drużyna|zawodnik|gracz|dzielnica|zboží|město|tým|hráč|strana|tovar|výrobok
        mesto|tím|város|csapat|játékos|produs|oraș|echipă|jucător|partid|klub|igrač|stranka|ekipa
        momčad|тим|izdelek|προϊόν|πόλη|ομάδα|παίκτης|κόμμα|şehir|takım|oyuncu|barang|kota|tim
        pemain|partai|thành phố|đội|cầu thủ|เมือง|ทีม|도시|팀|선수|정당|产品|產品|城市|球队|球隊
        球员|チーム|品目|المنتج|المدينة|الفريق|اللاعب|الحزب|محصول|تیم|بازیکن|حزب|מוצר|עיר|קבוצה|שחקן|מפלגה|उत्पाद|शहर
        टीम|खिलाड़ी|পণ্য|শহর|দল|tuote|kaupunki|joukkue|pelaaja|puolue|vara|stad|lag|spelare|vare|spiller|prekė|miestas
        komanda|prece|pilsēta|toode|linn|meeskond|ploeg|elftal|speler|partij
    """,
    Field.OTHER: """
        الوقت|التاريخ|سعر الشراء|سعر البيع|قيمة التداول|عدد الصفقات|القيمة السوقية|زمان|تاریخ|ساعت|خرید|فروش
        قیمت خرید|قیمت فروش|ارزش معاملات|ارزش بازار|تعداد معاملات|समय|तारीख|সময়|তারিখ|লেনদেন|เวลา|วันที่|ซื้อ|ขาย
        รับซื้อ|ขายออก|เสนอซื้อ|เสนอขาย|มูลค่า|มูลค่าซื้อขาย|มูลค่าตลาด|thời gian|ngày|giá mua
        giá bán|giá trị gd|giá trị giao dịch|vốn hóa|jam|tanggal|nilai transaksi|frekuensi|kapitalisasi
        kapitalisasi pasar|시각|날짜|일자|살 때|팔 때|사실 때|파실 때|现汇买入价|现汇卖出价|時間|日期|買入
        賣出|買入價|賣出價|курс купівлі|курс продажу|купува|продава|оборот, млн|рын. кап.|vreme|vrijeme
        kupovni tečaj|prodajni tečaj|куповни|продајни|čas|dátum
        objem (kč)|idő|vételi|eladási|forgalom (ft)|dată|rulaj|capitalizare|ώρα
        ημερομηνία|αγορά|πώληση|τζίρος|κεφαλαιοποίηση|tarih|zaman|hacim (tl)|işlem hacmi|piyasa değeri|laikas|pirkimas
        pardavimas|laiks|pirkšana|pārdošana|aeg|kuupäev|müük|aika|päivä
        liikevaihto|markkina-arvo|kjøp|køb|markedsverdi|markedsværdi|börsvärde|tími|dagsetning|kaup|sala|שעה
        זמן|תאריך|קנייה|מכירה|מחזור|שווי שוק
    """,
    Field.PERIOD: """
        haftalık|aylık|yıllık|неделя|месяц|год|за неделю|за месяц|за год|тиждень|місяць|рік|tydzień|miesiąc|rok|týden
        měsíc|týždeň|mesiac|hét|hónap|év|heti|havi|éves|săptămână|tjedan|mjesec|godina|nedelja|mesec|viikko|kuukausi
        vuosi|vecka|månad|år|uke|måned|uge|εβδομάδα|μήνας|έτος|minggu|mingguan|bulan|bulanan|tahun|tahunan|tuần|tháng
        năm|สัปดาห์|เดือน|ปี|주간|월간|연간|1주|1개월|1년|近一周|近一月|近一年|週間|月間|年間|هفته|ماه|سال|هفتگی|ماهانه
        سالانه|أسبوع|سنة|أسبوعي|شهري|سنوي|שבוע|חודש|שנה|सप्ताह|महीना|वर्ष|savaitė|mėnuo|metai|nädal|kuu|aasta
    """,
}
