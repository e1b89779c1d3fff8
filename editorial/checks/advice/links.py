"""Checks of links: where they lead, and what they say."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.base import languages
from editorial.checks.advice.addresses import Target, Where, parse
from editorial.checks.advice.lookup import Standing
from editorial.checks.advice.reading import Reading
from editorial.checks.advice.registry import Level, Spot, check
from editorial.checks.advice.texts import Anchor

_LINK_PURPOSE = "WCAG 2.2, 2.4.4"
#: Standings at which a link is dead, and those that come right once something else is published.
_DEAD = (Standing.UNKNOWN, Standing.WITHDRAWN)
_NOT_YET = (Standing.DRAFT, Standing.SCHEDULED, Standing.NOT_IN_LANGUAGE)


def _link_text(anchor: Anchor) -> str:
    return f"{' '.join(anchor.text.split()) or '…'} ‹{anchor.href}›"


@check(
    "links.broken",
    level=Level.REQUIRED,
    label=gettext_lazy("Links that lead nowhere on this site"),
    why=gettext_lazy("Whoever follows such a link finds an error, or a page that was withdrawn."),
    mend=gettext_lazy("Open the page that is meant and copy its address, or take the link out and leave its words."),
)
def broken(reading: Reading) -> Iterator[Spot]:
    """Links to addresses of this site at which nothing ever was, or nothing is any more."""
    for text, anchor, target in reading.links:
        message = _dead(reading, anchor.href, target)
        if message:
            yield Spot(text.path, text.language, message, _link_text(anchor))
    for path, address in reading.addresses:
        message = _dead(reading, address, parse(address))
        if message:
            yield Spot(path, "", message, address)


def _dead(reading: Reading, href: str, target: Target) -> str:
    if target.where == Where.NOWHERE:
        if "/" not in href[:1] and "//" not in href:
            return _("The address is not complete: on this site an address begins with a slash, such as /en/pages/…")
        return _("There is no such page on this site.")
    if target.where == Where.DOCUMENT:
        behind = reading.behind.get((target.language, target.path))
        if behind is not None and behind.standing == Standing.WITHDRAWN:
            return _("“%(title)s” was withdrawn; its page only says so.") % {"title": behind.title}
        if behind is not None and behind.standing in _DEAD:
            return _("There is no such page on this site.")
    return ""


@check(
    "links.unpublished",
    level=Level.ADVICE,
    label=gettext_lazy("Links to what is not public yet"),
    why=gettext_lazy(
        "Until the page behind it is public, the link leads to an error. Two drafts may link to each other."
    ),
    mend=gettext_lazy("Publish the other page first, or both at the same time."),
)
def unpublished(reading: Reading) -> Iterator[Spot]:
    """Links to drafts, to what is scheduled, and to pages that do not exist in the language of the link."""
    for text, anchor, target in reading.links:
        behind = reading.behind.get((target.language, target.path)) if target.where == Where.DOCUMENT else None
        if behind is None or behind.standing not in _NOT_YET:
            continue
        title = {"title": behind.title, "language": languages.name(target.language)}
        message = {
            Standing.DRAFT: _("“%(title)s” is still a draft."),
            Standing.SCHEDULED: _("“%(title)s” is scheduled, not public yet."),
            Standing.NOT_IN_LANGUAGE: _("“%(title)s” is not public in this language: %(language)s."),
        }[behind.standing]
        yield Spot(text.path, text.language, message % title, _link_text(anchor))


@check(
    "links.outside",
    level=Level.ADVICE,
    label=gettext_lazy("Broken links to other sites"),
    why=gettext_lazy(
        "Other sites move their pages. Entente looks at every address once a week, at failing ones every day."
    ),
    mend=gettext_lazy("Follow the link. If the page moved, put in its new address; if it is gone, take the link out."),
)
def outside(reading: Reading) -> Iterator[Spot]:
    """Links to other sites at which nothing was found when they were last looked at."""
    links = [(text.path, text.language, _link_text(anchor), target) for text, anchor, target in reading.links]
    links += [(path, "", address, parse(address)) for path, address in reading.addresses]
    for path, language, shown, target in links:
        found = reading.outside.get(target.url) if target.where == Where.OUTSIDE else None
        if found is None or not found.is_broken:
            continue
        if found.status:
            message = _("The other site answers with an error: %(status)s.") % {"status": found.status}
        else:
            message = _("The other site cannot be reached.")
        yield Spot(path, language, message, shown)


@check(
    "links.empty",
    level=Level.REQUIRED,
    label=gettext_lazy("Links without words"),
    why=gettext_lazy("A screen reader has nothing to read out, and nobody sees where to click."),
    mend=gettext_lazy("Write what the link leads to, or remove it."),
    source=_LINK_PURPOSE,
)
def empty(reading: Reading) -> Iterator[Spot]:
    """Links around nothing but spaces and signs."""
    for text, anchor, _target in reading.links:
        if not any(letter.isalnum() for letter in anchor.text):
            yield Spot(text.path, text.language, _("This link has no words."), anchor.href)


#: Words that say nothing of where a link leads, folded to lower case; in all languages at once, since a text may quote.
VAGUE = frozenset(
    """
    click here|click|here|read more|more|learn more|find out more|this link|link|this page|page|more information|
    more info|see more|see here|details|more details|go|continue|download|website|web site|this website|this site|
    this document|document|follow this link|
    cliquez ici|cliquer ici|clic ici|ici|lire la suite|lire plus|en savoir plus|plus|plus d’information|
    plus d’informations|pour en savoir plus|plus de détails|ce lien|lien|cette page|voir|voir plus|voir ici|la suite|
    suite|détails|télécharger|site web|ce site|ce site web|ce document|suivez ce lien|
    haga clic aquí|hacer clic aquí|clic aquí|pulse aquí|aquí|leer más|más|más información|mayor información|ver más|
    ver aquí|saber más|conozca más|este enlace|enlace|liga|esta liga|esta página|página|detalles|más detalles|descargar|
    sitio web|este sitio|este sitio web|este documento|documento|siga este enlace
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_EDGES = " .,:;!?¿¡…«»“”\"'()[]→›»>\u00a0\u202f\n"


@check(
    "links.vague",
    level=Level.ADVICE,
    label=gettext_lazy("Links whose words say nothing"),
    why=gettext_lazy("Many people jump from link to link, and hear only their words: “here” tells them nothing."),
    mend=gettext_lazy("Let the link’s words be the name of what it leads to."),
    source=_LINK_PURPOSE,
)
def vague(reading: Reading) -> Iterator[Spot]:
    """“Click here”, “ici”, “aquí”."""
    for text, anchor, _target in reading.links:
        said = " ".join(anchor.text.casefold().replace("'", "’").split()).strip(_EDGES)
        if said in VAGUE:
            message = _("“%(words)s” does not say where the link leads.") % {"words": anchor.text.strip()}
            yield Spot(text.path, text.language, message, _link_text(anchor))


_ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*", re.IGNORECASE)


@check(
    "links.address",
    level=Level.ADVICE,
    label=gettext_lazy("Addresses as the words of a link"),
    why=gettext_lazy("A screen reader spells an address out, letter by letter, and nobody learns what is behind it."),
    mend=gettext_lazy("Write the name of the page and put the address behind it."),
    source=_LINK_PURPOSE,
)
def bare_address(reading: Reading) -> Iterator[Spot]:
    """Links whose words are a web address."""
    for text, anchor, _target in reading.links:
        if _ADDRESS.fullmatch(anchor.text):
            message = _("The words of this link are an address.")
            yield Spot(text.path, text.language, message, anchor.text)


#: Sites that say in an address which language a page is in, and offer it in the other: the address, and its language.
_BILINGUAL = (
    (re.compile(r"^https?://(?:www\.)?canada\.ca/(en|fr)(?:/|$)"), {"en": "en", "fr": "fr"}),
    (re.compile(r"^https?://[^/]*\.gc\.ca/.*[-_/](eng|fra)(?:/|\.\w+$|$)"), {"eng": "en", "fra": "fr"}),
)


@check(
    "links.language",
    level=Level.ADVICE,
    label=gettext_lazy("Links to a page in another language"),
    why=gettext_lazy("Readers of one language land on a page in another, although theirs exists."),
    mend=gettext_lazy(
        "Link to the page in the language of the text. If another is meant, say so in the link’s settings."
    ),
    source="WCAG 2.2, 3.1.2",
)
def other_language(reading: Reading) -> Iterator[Spot]:
    """Links to this site's, or a bilingual site's, pages in a language that is not the text's."""
    for text, anchor, target in reading.links:
        language = target.language
        if target.where == Where.OUTSIDE:
            language = _language_outside(target.url, text.language)
        if language and language != text.language and anchor.declared.split("-")[0].lower() != language:
            message = _("The link leads to a page in another language: %(language)s.")
            yield Spot(text.path, text.language, message % {"language": languages.name(language)}, _link_text(anchor))


def _language_outside(url: str, wanted: str) -> str:
    """The language of a page that exists in the `wanted` one too; empty where that is not known."""
    for pattern, codes in _BILINGUAL:
        found = pattern.match(url)
        if found and wanted in codes.values():
            return codes[found[1]]
    return ""
