"""What each page says of itself to programs: JSON-LD (schema.org), Dublin Core terms, Open Graph.

It is built as text, not as template nodes, and of what the page holds already: it takes no query and little time.
Pages of the past and previews say nothing: they are no pages of their own.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import Any

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from cooperation.data import subjects, urls_for
from cooperation.views.page.public_signatures import PublicSignatures, Signer
from cooperation.views.page.rendition import Rendition

#: Characters that could end the script element, or be read as the beginning of one (HTML § 4.12.1.3).
_ESCAPED = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
#: Languages as Open Graph names them: with a territory.
_LOCALES = {"en": "en_CA", "fr": "fr_CA", "es": "es_MX"}


def of_document(shown: Rendition, context: Mapping[str, Any], kind: str, uuid: Any) -> SafeString:
    """The metadata of a document's page.

    :param context: that of the page: `base_url`, `canonical_url`, `edition`, `breadcrumbs`, `history`, `modified`.
    :param uuid: the document's lasting identity.
    """
    base = context["base_url"]
    if not base:
        return SafeString()
    head, url = context["edition"], base + context["canonical_url"]
    title, summary = head["title"], head["summary"]
    issued, modified = _iso(context["history"][-1]["since"]), _iso(context["modified"])
    themes = [tag["text"] for tag in shown.tags("theme")]
    publisher, locales = _publisher(shown.language), context["site_languages"]
    page: dict[str, Any] = {
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": title,
        "description": summary,
        "inLanguage": shown.language,
        "datePublished": issued,
        "dateModified": modified,
        "version": head["number"],
        "identifier": f"urn:uuid:{uuid}",
        "isAccessibleForFree": True,
        "publisher": {"@type": "Organization", "name": publisher, "url": base + "/"},
    }
    if themes:
        page["keywords"] = themes
    if shown.signatures and (agreed := _signatures(shown.signatures)):
        page["potentialAction"] = agreed
    sort, own = subjects.schema_type(kind, shown)
    if sort in subjects.WORKS:
        page |= {"@type": sort, "headline": title, **own}
    elif sort:
        page["mainEntity"] = {"@type": sort, "name": title, "description": summary, "url": url, **own}
    terms = [("title", title), ("creator", publisher), ("issued", issued), ("modified", modified)]
    terms += [("language", shown.language), ("identifier", f"urn:uuid:{uuid}"), *(("subject", name) for name in themes)]
    # Of the present only, so without a moment.
    api = f"{urls_for.API}/documents/{kind}/{uuid}?language={shown.language}"
    return mark_safe(  # noqa: S308  # every value is escaped
        _json_ld(page, context["breadcrumbs"], base)
        + "".join([f'<meta name="dcterms.{name}" content="{escape(value)}">\n' for name, value in terms])
        + _open_graph(title, summary, url, "article", shown.language, base, locales)
        + f'<link rel="alternate" type="application/json" href="{escape(api)}">\n{_feed(url + "changes.atom")}'
    )


def _signatures(found: PublicSignatures) -> list[dict[str, Any]]:
    """Who agreed to the text by their signature and when, and of whom that is still to come, as actions."""

    def action(signer: Signer, status: str, **more: str) -> dict[str, Any]:
        agent = {"@type": "GovernmentOrganization", "name": signer.name, "identifier": signer.code}
        return {"@type": "AgreeAction", "actionStatus": f"https://schema.org/{status}", "agent": agent, **more}

    return [
        *(action(each, "CompletedActionStatus", endTime=str(each.on)) for each in found.signed),
        *(action(each, "PotentialActionStatus") for each in (*found.missing, *found.outside)),
    ]


def of_page(
    title: str, description: str, context: Mapping[str, Any], *, feed: str = "", sort: str = "WebPage"
) -> SafeString:
    """The metadata of a page that is no document: the home page, a list.

    :param feed: the path of its feed.
    :param sort: its type of schema.org.
    """
    base = context["base_url"]
    if not base:
        return SafeString()
    code, url = context["language"], base + context["canonical_url"]
    page = {"@type": sort, "@id": url, "url": url, "name": title, "description": description, "inLanguage": code}
    terms = (("title", title), ("creator", _publisher(code)), ("language", code))
    return mark_safe(  # noqa: S308  # every value is escaped
        _json_ld(page, context.get("breadcrumbs", ()), base)
        + "".join([f'<meta name="dcterms.{name}" content="{escape(value)}">\n' for name, value in terms])
        + _open_graph(title, description, url, "website", code, base, context["site_languages"])
        + (_feed(base + feed) if feed else "")
    )


def _json_ld(page: Mapping[str, Any], crumbs: Any, base: str) -> str:
    graph = [page]
    if crumbs:
        here = page["@id"]
        graph.append(
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {"@type": "ListItem", "position": place, "name": crumb["label"], "item": _whole(crumb, base, here)}
                    for place, crumb in enumerate(crumbs, 1)
                ],
            }
        )
    told = _encode({"@context": "https://schema.org", "@graph": graph}).translate(_ESCAPED)
    return f'<script type="application/ld+json">{told}</script>\n'


#: Made once: `json.dumps` makes an encoder at every call that asks for anything but its defaults.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _whole(crumb: Mapping[str, Any], base: str, here: str) -> str:
    return base + crumb["url"] if crumb["url"] else here


def _open_graph(title: str, summary: str, url: str, sort: str, code: str, base: str, versions: Any) -> str:
    others = tuple([item["code"] for item in versions if item["available"] and item["url"] and item["code"] != code])
    return (
        f'<meta property="og:title" content="{escape(title)}">\n'
        f'<meta property="og:description" content="{escape(summary)}">\n'
        f'<meta property="og:type" content="{sort}">\n<meta property="og:url" content="{escape(url)}">\n'
        + _site(code, others, base)
    )


@lru_cache(maxsize=64)  # a host of ours each, but a wildcard in ALLOWED_HOSTS has no end
def _site(code: str, others: tuple[str, ...], base: str) -> str:
    """What Open Graph is told on every page of a language."""
    picture = base + static("img/social.png")
    told = [
        ("site_name", _("Entente")),
        ("locale", _LOCALES.get(code, code)),
        *(("locale:alternate", _LOCALES.get(other, other)) for other in others),
        ("image", picture),
        ("image:width", "1200"),
        ("image:height", "630"),
        ("image:alt", _("The mark of Entente: two arches that pass through one another.")),
    ]
    return "".join(f'<meta property="og:{name}" content="{escape(str(value))}">\n' for name, value in told)


def _feed(url: str) -> str:
    return f'<link rel="alternate" type="application/atom+xml" href="{escape(url)}">\n'


@lru_cache(maxsize=16)
def _publisher(code: str) -> str:
    # Of the active language, which is that of the page.
    return _("Entente")


def _iso(moment: Any) -> str:
    return str(moment.isoformat(timespec="seconds"))
