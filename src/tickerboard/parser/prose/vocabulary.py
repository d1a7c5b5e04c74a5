"""The words that news pages of several languages print around a story, in lower case: declared here, used by the rules.

Words that stand for whole lines are matched against whole lines only, so that no sentence that contains one is lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tickerboard.text import days
from tickerboard.text.word_lists import phrase_set

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, longer ones first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


BY = phrase_set(
    "written by|reported by|story by|words by|posted by|interview by|analysis by|comment by|opinion by|by|text von|"
    "interview von|kommentar von|ein kommentar von|eine analyse von|ein gastbeitrag von|von|propos recueillis par|"
    "rédigé par|par|entrevista de|por|a cura di|intervista di|di|door|av|af"
)
"""What stands before an author's name."""
BY_WITH_COLON = phrase_set(
    "author|authors|autor|autorin|autoren|auteur|auteurs|auteure|autora|autores|autore|text|texte|texto|testo|"
    "byline|автор|авторы|текст|yazan|作者|记者|記者|撰文|文|取材|執筆"
)
"""What stands before an author's name with a colon behind it."""
NAME_WORDS = phrase_set(
    "and|with|for|of|the|at|in|und|mit|et|avec|y|con|e|com|en|met|i|ve|и|de|del|della|der|den|di|da|do|dos|das|du|la|"
    "le|el|al|bin|ibn|van|von|vom|zu|ter|ten|af|av|för|à|aus"
)
"""Words in lower case that may stand within a line of names."""
UPDATED = phrase_set(
    "updated|modified|edited|revised|aktualisiert|stand|geändert|mis à jour|jour|actualisé|modifié|actualizado|"
    "actualizada|modificado|atualizado|atualizada|aggiornato|aggiornata|modificato|bijgewerkt|gewijzigd|aktualizacja|"
    "zaktualizowano|güncelleme|güncellendi|обновлено|更新|更新日"
)
"""Labels of a date on which a story was changed."""
WEEKDAYS = days.WEEKDAYS | phrase_set(
    "mo|di|mi|do|fr|sa|so|sonnabend|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|zaterdag|zondag"
)
"""Days of the week, also as they are cut short beside a date."""
BESIDE_DATES = (
    UPDATED
    | WEEKDAYS
    | phrase_set(
        "published|first|posted|last|today|yesterday|on|at|date|dated|time|first published|publication|issued|released|"
        "edt|est|et|pt|gmt|utc|ist|bst|cst|pst|local|"
        "comments|kommentare|commentaires|comentarios|comentários|commenti|komentarze|reacties|"
        "heute|gestern|erstellt|veröffentlicht|publiziert|erschienen|zuletzt|am|um|uhr|vom|datum|den|der|"
        "hier|aujourd'hui|aujourd’hui|modifié|modifiée|publié|publie|publiée|le|la|à|a|mis|dernière|mise|jour|et|heure|"
        "hoy|ayer|publicado|publicada|el|las|hora|fecha|última|actualización|de|h|hs|"
        "hoje|ontem|em|às|as|o|última|atualização|data|oggi|ieri|pubblicato|pubblicata|il|alle|ore|ultimo|aggiornamento|"
        "gepubliceerd|geplaatst|op|om|laatst|laatste|update|opublikowano|publikacja|dodano|data|godz|yayınlanma|yayın|tarihi|giriş|saat|"
        "опубликовано|в|г|公開|公開日|掲載|发布|发布时间|发表|時間|时间|日期"
    )
)
"""Words that may stand on a line with a date and nothing else."""
POINTERS = phrase_set(
    "read more|read also|read next|also read|see also|must read|don't miss|you may also like|more on this|"
    "recommended|related|related story|related article|related stories|further reading|lesen sie auch|"
    "lesen sie mehr|lesen sie dazu|mehr zum thema|siehe auch|auch interessant|lire aussi|à lire aussi|"
    "lire également|à lire également|voir aussi|a lire aussi|sur le même sujet|lea también|leer también|"
    "lee también|te puede interesar|también te puede interesar|ver también|más información|le puede interesar|"
    "leia também|leia mais|veja também|saiba mais|leia ainda|leggi anche|leggi pure|vedi anche|per approfondire|"
    "lees ook|lees meer|czytaj także|zobacz także|ayrıca okuyun|"
    "читайте также|関連記事|あわせて読みたい|相关阅读|相關新聞|延伸阅读"
)
"""What points to another story; in a line of its own or before the story's headline."""
POINTERS_WITHOUT_COLON = POINTERS - phrase_set("related|recommended|read more|lees meer|must read|don't miss")
"""Pointers that no sentence begins with, so that no colon need follow."""
BUTTONS = phrase_set(
    "home|search|menu|sign in|sign up|log in|login|log out|register|subscribe|subscribe now|my account|newsletter|"
    "newsletters|skip to content|skip to main content|skip to navigation|share this article|share this|share article|"
    "share on facebook|share on twitter|share on x|share on linkedin|share on whatsapp|share via email|copy link|"
    "link copied|copy|print this page|save|save article|saved|bookmark|follow|listen|listen to this article|"
    "gift article|gift this article|comment|leave a comment|add a comment|view comments|show comments|advertisement|"
    "advertising|ad|ads|sponsored|sponsored content|story continues below advertisement|story continues|"
    "article continues below|continue reading|close|next|previous|more|show more|load more|see all|view all|reddit|"
    "in this article|in this article:|font size|synopsis|...more|unsubscribe|view more|view more updates|reklam|"
    "telegram|instagram|youtube|pinterest|x|flipboard|pocket|messenger|rss|e-mail|for subscribers|subscribers only|"
    "premium|exclusive|nur für abonnenten|offrir l’article|offrir l'article|réservé aux abonnés|abonnés|voir plus|"
    "article réservé aux abonnés|solo para suscriptores|exclusivo para assinantes|solo per abbonati|"
    "start|startseite|suche|suchen|anmelden|abmelden|abonnieren|abo|abo testen|registrieren|teilen|artikel teilen|"
    "drucken|merken|kommentare|kommentar|kommentieren|anzeige|werbung|zum inhalt springen|vorlesen|mehr|mein konto|"
    "accueil|rechercher|recherche|se connecter|connexion|s'abonner|s’abonner|s'inscrire|mon compte|partager|"
    "partager sur facebook|partager sur twitter|partager sur x|partager l'article|partager cet article|imprimer|"
    "enregistrer|publicité|commentaires|commenter|copier le lien|aller au contenu|écouter|lire plus tard|"
    "inicio|portada|buscar|iniciar sesión|suscríbete|suscribirse|suscripción|regístrate|mi cuenta|compartir|"
    "compartir en facebook|compartir en twitter|guardar|imprimir|publicidad|comentarios|comentar|copiar enlace|"
    "ir al contenido|escuchar|"
    "início|entrar|assine|assinar|cadastre-se|buscar|minha conta|compartilhar|compartilhe|salvar|publicidade|"
    "continua após a publicidade|comentários|copiar link|ouvir|ouça este conteúdo|"
    "cerca|accedi|abbonati|registrati|condividi|stampa|salva|pubblicità|commenti|ascolta|vai al contenuto|"
    "zoeken|inloggen|abonneren|delen|advertentie|reacties|szukaj|zaloguj|udostępnij|reklama|ara|giriş|paylaş|"
    "поиск|войти|поделиться|реклама|подписаться|検索|ログイン|シェア|広告|印刷|保存|搜索|登录|分享|广告|登入"
)
"""Lines that a page prints for its own working: menus, buttons, marks of advertisements."""
SECTIONS_ELSEWHERE = phrase_set(
    "news|latest|latest news|market|markets|stock market|stock markets|market news|personal finance|investing|money|"
    "crypto|cryptocurrency|bonds|currencies|earnings|banking|wealth|real estate|tech|science|health|culture|lifestyle|"
    "entertainment|arts|travel|food|style|video|videos|podcasts|weather|photos|us|u.s.|uk|europe|asia|africa|americas|"
    "local|national|international|global|live|analysis|commentary|"
    "märkte|börse|wirtschaft|finanzen|aktien|rohstoffe|devisen|politik|kultur|sport|unternehmen|geld|nachrichten|kurse|"
    "panorama|meinung|wissen|digital|technik|ausland|inland|"
    "marchés|bourse|économie|finance|finances|entreprises|politique|monde|société|culture|actualités|actualité|"
    "mercados|economía|bolsa|bolsas|finanzas|empresas|política|internacional|opinión|deportes|tecnología|sociedad|"
    "mercado|economia|finanças|negócios|mundo|esportes|tecnologia|investimentos|onde investir|últimas notícias|"
    "mercati|borsa|finanza|imprese|politica|mondo|esteri|cronaca|risparmio|"
    "economie|beurs|binnenland|buitenland|geldzaken|gospodarka|giełda|rynki|ekonomi|borsa|piyasalar|экономика|рынки|"
    "финансы|компании|маркет|経済|株式|市場|企業|国際|财经|股市|市场|經濟"
)
"""Sections of other sites; those of the main site stand in `furniture.py`."""
FOOT = phrase_set(
    "terms of service|terms of use|terms and conditions|terms & conditions|terms|privacy policy|privacy|cookie policy|"
    "cookies|privacy notice|contact us|about us|advertise|advertise with us|help|careers|sitemap|site map|"
    "do not sell my personal information|cookie settings|manage cookies|accessibility|most read|most popular|trending|"
    "trending now|related stories|related articles|related news|related posts|more stories|more from this section|"
    "more from|more on this story|related topics|recommended stories|recommended reading|recommended for you|"
    "valeurs associées|valeurs citées|stocks mentioned|related quotes|related symbols|mentioned in this article|"
    "more for you|articles similaires|articles liés|temas relacionados|artículos relacionados|artigos relacionados|"
    "verwandte artikel|ähnliche artikel|articoli correlati|gerelateerde artikelen|"
    "read more news on|passend zum artikel|read next|you may also like|latest news|up next|leave a reply|tags|topics|"
    "impressum|datenschutz|datenschutzerklärung|agb|nutzungsbedingungen|über uns|hilfe|mediadaten|"
    "meistgelesen|meistgelesene artikel|mehr zum thema|das könnte sie auch interessieren|themen|schlagwörter|"
    "mentions légales|politique de confidentialité|conditions générales|conditions d'utilisation|cgu|cgv|"
    "contactez-nous|nous contacter|plan du site|gestion des cookies|"
    "à lire aussi|les plus lus|sur le même sujet|à propos|"
    "aviso legal|política de privacidad|política de cookies|términos y condiciones|quiénes somos|lo más leído|"
    "más información|más noticias|noticias relacionadas|archivado en|etiquetas|publicidad|"
    "política de privacidade|termos de uso|fale conosco|quem somos|mais lidas|leia também|veja também|"
    "note legali|informativa sulla privacy|privacy policy|cookie policy|chi siamo|i più letti|leggi anche|"
    "colofon|privacyverklaring|algemene voorwaarden|meest gelezen|regulamin|polityka prywatności|"
    "gizlilik politikası|künye|политика конфиденциальности|о нас|"
    "利用規約|プライバシーポリシー|お問い合わせ|会社概要|関連記事|隐私政策|联系我们|关于我们"
)
"""Lines that stand below a story and not within it, where no sentence follows."""

CONTACTS = phrase_set("contact|contacts|kontakt|contacto|contato|contatti|контакты|iletişim") | {"İletişim".casefold()}
"""Lines that stand below a story as well; below the text of a press release whom to ask stands under them."""
HOUSE_RULES = phrase_set("privacy|privacidad|privacidade|confidentialité|datenschutz|cookie|cookies|terms")
"""Words of which one is in each of the short lines of a foot about the site's own rules."""
TODAY = days.TODAY | {"aujourd’hui"}
"""Days that are named without a date."""
INVITATIONS = phrase_set(
    "sign up|sign up here|sign up now|sign up for free|subscribe|subscribe here|subscribe now|register|register here|"
    "click here to subscribe|join now|download the app|jetzt anmelden|hier anmelden|jetzt abonnieren|hier abonnieren|"
    "jetzt bestellen|inscrivez-vous|inscrivez-vous ici|abonnez-vous|je m'abonne|je m'inscris|je m’inscris|apúntate|"
    "apúntate aquí|suscríbete|suscríbete aquí|inscríbete|inscreva-se|assine|assine já|cadastre-se|iscriviti|"
    "iscriviti qui|abbonati|meld je aan|schrijf je in|zapisz się|kayıt ol|подписаться|подпишитесь"
)
"""Links within a story by which a reader subscribes to a newsletter or to the paper."""
