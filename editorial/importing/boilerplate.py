"""What plainly is none of the content of a page copied from a web site, in the three languages.

Some words say it wherever they stand ("Skip to main content"). Others do only at the edges, before the first long
passage or after the last one ("Search", "Menu", "Share"): in the middle of a text they may well be a heading. What is
left out stays in the reading, so that an editor can put it back.
"""

import re
import unicodedata
from dataclasses import dataclass

from editorial.importing.blocks import Block, Reading

#: From this many characters on a passage is text, not furniture.
_LONG = 140
#: What is longer than this is left out for its place only, never for its words.
_SHORT = 200
#: No words of such a length are looked into at all, since folding could not make them short enough.
_LONGEST = 4000
_ON = r"(?:\s*[:.…!?»>|·-]*)"
_MONTHS = (
    "jan(?:uary|vier|\\.)?|feb(?:ruary|\\.)?|fevr(?:ier|\\.)?|mar(?:ch|s|\\.)?|apr(?:il|\\.)?|avr(?:il|\\.)?|may|mai|mayo|"
    "june?|juin|junio|jul(?:y|io|\\.)?|juil(?:let|l?\\.)|aug(?:ust|\\.)?|aout|agosto|sept?(?:ember|embre|iembre|\\.)?|"
    "oct(?:ober|obre|ubre|\\.)?|nov(?:ember|embre|iembre|\\.)?|dec(?:ember|embre|\\.)?|dic(?:iembre|\\.)?|"
    "enero|febrero|marzo|abril"
)
_DAYS = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    "lunes|martes|miercoles|jueves|viernes|sabado|domingo"
)
_DATE = (
    rf"(?:(?:{_DAYS}),?\s+)?(?:\d{{4}}-\d\d(?:-\d\d)?|\d\d?[/.]\d\d?[/.]\d{{4}}|"
    rf"(?:le\s+)?\d\d?(?:er|st|nd|rd|th)?\s+(?:de\s+)?(?:{_MONTHS})\s+(?:de\s+)?\d{{4}}|"
    rf"(?:{_MONTHS})\s+\d\d?(?:st|nd|rd|th)?,?\s+\d{{4}})"
)
_MODIFIED = (
    r"date modified|last (?:modified|updated?|reviewed)(?: on)?|page (?:last )?updated|"
    r"date de (?:la )?(?:derniere )?modification|"
    r"derniere (?:mise a jour|modification)|(?:date de )?mise a jour|modifie le|"
    r"(?:fecha de (?:la )?)?ultima (?:actualizacion|modificacion)|"
    r"fecha de (?:modificacion|actualizacion)|actualizado el"
)


@dataclass(frozen=True)
class _Rule:
    """`words` is matched against the whole block, folded (small letters, no accents, straight apostrophes)."""

    left: str
    words: re.Pattern[str]


def _rule(left: str, *words: str) -> _Rule:
    return _Rule(left, re.compile(rf"[\s\W]*(?:{'|'.join(words)}){_ON}"))


#: Said anywhere on a page, these are none of its content.
_ANYWHERE = (
    _rule(
        "skip", r"skip to (?:the )?(?:main )?(?:content|navigation|footer|menu)", r"skip to [«\"“'].{1,60}[»\"”']",
        r"skip navigation", r"jump to (?:content|navigation)",
        r"(?:passer|aller|sauter) (?:directement )?au contenu(?: principal)?", r"passer a [«\"“' ].{1,60}",
        r"(?:pasar|saltar|ir|salta|pase) al contenido(?: principal)?", r"saltar (?:la )?navegacion",
        r"main (?:content|container|navigation|menu)", r"contenu principal", r"contenido principal",
        r"navigation principale", r"navegacion principal", r"menu principal",
    ),
    _rule("language", r"language (?:selection|selector|switcher)", r"(?:selection|choix) de la langue",
          r"(?:seleccion(?:ar)?|cambio|elegir) (?:de |del |el )?idioma"),
    _rule("share", r"share this page.{0,60}", r"partage[rz] cette page.{0,60}",
          r"compart(?:ir|a|e) esta pagina.{0,60}"),
    _rule(
        "feedback", r"report a (?:problem|mistake)(?: or mistake)? on this page",
        r"signale[rz] un probleme (?:sur|dans) cette page", r"(?:informar|reportar) (?:de )?un problema en esta pagina",
        r"please (?:select|check|tick) all that apply", r"veuillez cocher toutes les reponses pertinentes",
        r"(?:por favor,? )?(?:seleccione|marque) tod[ao]s l[ao]s que (?:apliquen|correspondan)",
        r"thank you for your help", r"merci de votre aide", r"gracias por su ayuda",
        r"you will not receive a reply.{0,120}", r"vous ne recevrez (?:pas|aucune) (?:de )?reponse.{0,140}",
        r"(?:usted )?no recibira (?:una )?respuesta.{0,140}", r"did you find what you were looking for",
        r"avez-vous trouve ce que vous cherchiez", r"encontro lo que buscaba", r"something is broken",
        r"provide more details if you wish(?: \(optional\))?",
    ),
    _rule("date", rf"(?:{_MODIFIED}){_ON}\s*(?:{_DATE})?"),
    _rule("comments", r"(?:no|\d+) comments?", r"(?:post|leave|add) a (?:comment|reply)", r"aucun commentaire",
          r"\d+ commentaires?", r"(?:publier|laisser|ajouter|enregistrer) un commentaire",
          r"(?:no hay|sin|\d+) comentarios?", r"(?:publicar|dejar|agregar) un comentario"),
    _rule("footer", r"(?:back to |return to )?top of (?:the )?page", r"back to top",
          r"(?:retour (?:en |au )?)?haut de (?:la )?page", r"retour en haut", r"volver (?:a )?arriba",
          r"inicio de (?:la )?pagina", r".{0,60}\ball rights reserved", r".{0,60}\btous droits reserves",
          r".{0,60}\btodos los derechos reservados"),
    _rule("logo", r"symbol of the government of canada", r"symbole du gouvernement du canada",
          r"simbolo del gobierno de canada"),
)  # fmt: skip
#: Cookie notices are sentences; these words in a passage that is not long tell them.
_COOKIE = re.compile(
    r"(?:we|this (?:web ?)?site|our (?:web ?)?site) uses? cookies"
    r"|(?:ce site|nous) utilis(?:e|ons) des (?:fichiers )?(?:temoins|cookies)"
    r"|(?:este sitio|esta pagina|utilizamos|usamos)\b.{0,30}\bcookies"
    r"|accept all cookies|(?:tout accepter|accepter les (?:temoins|cookies))"
    r"|aceptar (?:todas )?(?:las )?cookies"
)
_GOVERNMENT = "(?:government of canada|gouvernement du canada)"
#: At the edges of a page only: in the middle of a text each may be a heading of its own.
_AT_EDGES = (
    _rule("menu", r"(?:main |site |top )?menu", r"navigation", r"navegacion", r"toggle navigation", r"close", r"fermer",
          r"cerrar", r"home|accueil|inicio", r"sign in|log ?in|se connecter|iniciar sesion"),
    _rule("search", r"search(?: (?:this|the) (?:web ?)?site| form| canada\.ca)?",
          r"rechercher?(?: dans (?:le|ce) site)?", r"buscar(?: en (?:el|este) sitio)?", r"busqueda"),
    _rule("language", r"english|francais|espanol|en|fr|es",
          r"(?:english|francais|espanol)(?:\s*[|/·-]\s*(?:english|francais|espanol))+",
          rf"{_GOVERNMENT}(?:\s*[|/]\s*{_GOVERNMENT})?"),
    _rule("breadcrumb", r"you are here.{0,150}", r"vous etes ici.{0,150}", r"(?:usted )?esta(?:s)? aqui.{0,150}",
          r"breadcrumbs?(?: trail)?", r"fil d'ariane", r"migas de pan",
          r"[^>›»→]{1,50}(?:\s*[>›»→]\s*[^>›»→]{1,60}){2,8}"),
    _rule("toc", r"on this page", r"sur cette page", r"en esta pagina", r"table of contents", r"table des matieres",
          r"tabla de contenidos?"),
    _rule("share", r"share(?: this)?", r"partager", r"compartir", r"tweet(?:er)?", r"print(?: this page)?",
          r"imprimer?", r"e-?mail(?: this)?", r"facebook|twitter|linkedin|whatsapp|x",
          r"(?:share on|partager sur|compartir en) .{1,30}", r"follow us.{0,40}"),
    _rule("feedback", r"contact us", r"contactez-nous", r"contactenos", r"feedback", r"retroaction",
          r"submit|soumettre|enviar"),
    _rule("footer", r"about (?:this|us|this site)", r"a propos(?: de (?:ce site|nous))?", r"acerca de(?: este sitio)?",
          r"terms (?:and|of) .{3,20}", r"privacy(?: (?:policy|notice|statement))?", r"(?:avis de )?confidentialite",
          r"avis", r"(?:aviso|politica) de privacidad", r"©.{0,120}", r"\(c\)\s*\d{4}.{0,100}", r"copyright.{0,100}",
          r"site ?map|plan du site|mapa del sitio"),
    _rule("logo", r".{1,60} logo", r"logo\b.{0,60}", r"image|photo|foto"),
    _rule("date", _DATE),
)  # fmt: skip
#: Categories that the source's markup alone decides; a header that holds the title is read before it is left out.
_REGIONS = frozenset({
    "menu", "breadcrumb", "search", "language", "share", "skip", "feedback", "cookie", "comments", "toc", "footnotes",
    "header", "footer", "aside", "outside", "hidden",
})  # fmt: skip
_LEADING_DATE = re.compile(rf"\s*date\s*:?\s+({_DATE})\s+(?=\S)", re.IGNORECASE)
_DATELINE = re.compile(
    r"^([A-ZÀ-Ý][A-ZÀ-Ý .,'’()-]{2,50}(?:,\s+(?:le\s+)?[\w.]+\s+[\w.]+,?\s+\d{4})?\s*/[A-Z -]{2,20}/)\s*[-–—]"
)
_CREDIT = re.compile(r"^(?:SOURCE|FUENTE|Source\s?:|Fuente\s?:)\s*:?\s*(.{3,150})$")
_HIDDEN_ADDRESS = re.compile(r"\[(?:email|e-mail|courriel|correo)[\s\u00a0]protect(?:ed|é|egido)\]", re.IGNORECASE)


def fold(words: str) -> str:
    """Small letters without accents, straight apostrophes, single spaces: as the rules above are written."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(sign))
    return " ".join(plain.replace("’", "'").replace("\u2011", "-").split())


def leave_out(reading: Reading) -> None:
    """Mark what is none of the content, and note the facts that it stated."""
    blocks = reading.blocks
    first, last = _text_between(blocks)
    for place, block in enumerate(blocks):
        block.left = _why(block, edge=place < first or place > last)
        _note(reading, block, blocks[place - 1] if place else None)
    _menus_of_lines(blocks[:first])
    if first < len(blocks):
        _menus_of_lines(blocks[last + 1 :])
    _below_left_headings(blocks, last)
    _above_the_title(reading)
    if not any(not block.left and not block.level for block in blocks):
        for block in blocks:
            block.left = ""
        reading.report.add("all_left_out")
        return
    _facts(reading)


def _text_between(blocks: list[Block]) -> tuple[int, int]:
    """The places of the first and the last long passage; all of a page without one is its edge."""
    long = [
        n
        for n, block in enumerate(blocks)
        if not block.level and len(block.text) >= _LONG and block.region not in _REGIONS
    ]
    return (long[0], long[-1]) if long else (len(blocks), -1)


def _why(block: Block, *, edge: bool) -> str:
    if block.region in _REGIONS:
        return block.region
    if len(block.text) > _LONGEST:
        return ""
    words = fold(block.text)
    if len(words) <= 400 and _COOKIE.search(words):
        return "cookie"
    if len(words) > _SHORT:
        return ""
    found = next((rule.left for rule in _ANYWHERE if rule.words.fullmatch(words)), "")
    # A first-level heading is the page's title, whatever it says.
    if not found and edge and block.level != 1:
        found = next((rule.left for rule in _AT_EDGES if rule.words.fullmatch(words)), "")
        if not found and block.links:
            found = "menu"
    return found


def _menus_of_lines(edge: list[Block]) -> None:
    """Lines of a few words that stand together by the handful, at the edge of a page, are a menu."""
    for block in edge:
        if (
            not block.left
            and not block.level
            and block.run >= 4
            and len(block.text) <= 40
            and not block.text.endswith(".")
        ):
            block.left = "menu"


def _below_left_headings(blocks: list[Block], last: int) -> None:
    """What a form asks below its own heading goes with it: short lines up to the next heading.

    :param last: the place of the last long passage; below it what only looks like a heading is an answer to tick.
    """
    left = ""
    for place, block in enumerate(blocks):
        if block.level and not (left == "feedback" and block.guessed and place > last and not block.left):
            left = block.left if block.left in ("feedback", "share", "comments", "toc") else ""
        elif not block.left and left and (len(block.text) <= 80 or block.links):
            block.left = left
        elif not block.left:
            left = ""


def named_heading(title: str, blocks: list[Block]) -> Block | None:
    """The heading that says what the file calls itself (`title`), with or without the site's name after it."""
    names = {fold(title), fold(re.split(r"\s+[|–—·»-]\s+", title)[0])} - {""}
    return next((block for block in blocks if block.level and fold(block.text) in names), None)


def _above_the_title(reading: Reading) -> None:
    """Headings above the one that the page is named after, with nothing below them, are the site's own name."""
    kept = [block for block in reading.blocks if not block.left]
    named = named_heading(reading.title, kept)
    for block in kept if named is not None else ():
        if block is named or not block.level:
            return
        block.left = "header"


def _note(reading: Reading, block: Block, before: Block | None) -> None:
    """A date that is left out is a fact to offer; its label may stand before it as a block of its own."""
    if block.left != "date":
        return
    label = re.compile(rf"[\s\W]*(?:{_MODIFIED}){_ON}")
    date = re.search(_DATE, fold(block.text))
    if label.match(fold(block.text)):
        reading.tell("modified", date[0] if date else "")
    else:
        labelled = before is not None and before.left == "date" and label.fullmatch(fold(before.text))
        reading.tell("modified" if labelled else "published", block.text)


def _facts(reading: Reading) -> None:
    """What the text itself states of its date, place and source; it stays in the text but for a bare mark before it."""
    kept = [block for block in reading.blocks if not block.left]
    leading = _LEADING_DATE.match(fold(kept[0].text)) if kept else None
    if leading and kept[0].text.lower().lstrip().startswith("date"):
        reading.tell("date", leading[1])
        mark = re.match(rf"\s*date\s*:?\s+{re.escape(leading[1])}\s+", kept[0].text, re.IGNORECASE)
        if mark:
            kept[0].html = re.sub(
                rf"\s*date\s*:?\s+{re.escape(leading[1])}\s+", "", kept[0].html, count=1, flags=re.IGNORECASE
            )
            kept[0].text = kept[0].text[mark.end() :]
    for block in kept:
        dateline, credit = _DATELINE.match(block.text), _CREDIT.match(block.text)
        if dateline:
            reading.tell("dateline", dateline[1])
        if credit:
            reading.tell("source", credit[1])
        reading.report.add("hidden_addresses", block.text, count=len(_HIDDEN_ADDRESS.findall(block.text)))
