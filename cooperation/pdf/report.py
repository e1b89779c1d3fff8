"""An annual report's content in one language as data for `report.typ`, every word of it in that language."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cooperation import public_kind
from cooperation.models import Objective
from cooperation.pdf import tree
from cooperation.views import objectives as objective_views
from cooperation.views.page.public_signatures import PublicSignatures
from cooperation.views.page.rendition import Rendition
from cooperation.views.request.page_request import PageRequest
from editorial.base.dates.safe import in_zone
from editorial.base.network import hrefs

#: To be raised whenever the template or the data below changes what a file says or how it looks: files made before
#: are then made again when next asked for.
VERSION = 2

Data = dict[str, Any]


def data(
    edition: Any,
    content: Mapping[str, Any],
    *,
    language: str,
    moment: datetime,
    digest: str,
    urgent: bool = False,
    draft: bool = False,
    signatures: PublicSignatures | None = None,
) -> Data:
    """What the template shows.

    :param edition: an `Edition` or anything with its `document_id` and `number`.
    :param moment: the instant (aware datetime) since which the edition is public; names of groups are as of then.
    :param digest: the digest of the content, which the last page tells.
    :param urgent: whether it was published urgently and awaits its confirmation.
    :param draft: whether it is a preview.
    :param signatures: who signed it; a draft has none.
    """
    with translation.override(language):
        notice = ""
        if draft:
            notice = _("This draft is not published. Please do not quote it or pass it on.")
        elif urgent:
            notice = _("This text was published ahead of its full review. A second person has yet to confirm it.")
        asked = PageRequest(language, moment, moment, preview=draft)
        kind = public_kind.get_kind(content["kind"])
        return _data(Rendition(kind, edition, content, asked, signatures=signatures), digest, notice)


def _data(shown: Rendition, digest: str, notice: str) -> Data:
    visit, fields = shown.visit, shown.fields
    year, mechanism = fields["year"], shown.link(fields["mechanism"])
    eyebrow = _("Annual report %(year)s") % {"year": year} if year else _("Annual report")
    title = shown.head["title"]
    chapters = _chapters(shown)
    page = shown.addresses.canonical
    address = absolute(page) if page and not visit.preview else ""
    found = {
        "lang": visit.language,
        "title": title,
        "running": title if len(title) <= 70 else eyebrow,
        "eyebrow": eyebrow,
        "summary": shown.head["summary"],
        "authors": [mechanism["text"]] if mechanism else [],
        "keywords": [tag["text"] for tag in shown.tags("theme")],
        "flag": _("Preview.") if visit.preview else _("Published urgently.") if notice else "",
        "notice": notice,
        "facts": _facts(shown, mechanism),
        "message": _prose(shown, fields["message"], below=1),
        "glance": _glance(shown, chapters),
        "sections": _sections(shown),
        "chapters": chapters,
        "figures": _figures(shown),
        "files": _files(shown),
        "about": _about(shown, address),
        "address": address,
        "digest": digest,
        "words": _words(year),
    }
    set_for_fonts: dict[str, Any] = _for_fonts(found)
    return set_for_fonts


def absolute(href: str) -> str:
    """A whole address: a path of ours at SITE_URL, another site's as it is; empty for what leads nowhere on paper."""
    href = hrefs.spelled(href)
    if href.startswith(("https://", "http://", "mailto:", "tel:")):
        return href
    return urljoin(settings.SITE_URL, href) if settings.SITE_URL and hrefs.is_path(href) else ""


def _words(year: int | None) -> dict[str, str]:
    return {
        "contents": _("Contents"),
        "message": _("Message"),
        "glance": _("The objectives at a glance"),
        "group": _("Working group"),
        "total": pgettext("column of a table", "Total"),
        "together": pgettext("row of a table", "All groups"),
        "chapters": _("Results and objectives by working group"),
        "results": _("Results"),
        "ended": _("Objectives done or dropped"),
        "ahead": _("Objectives for %(year)s") % {"year": year + 1} if year else _("Objectives"),
        "figures": _("In figures"),
        "what": _("What"),
        "figure": _("Figure"),
        "as_of": _("As of"),
        "source": _("Source"),
        "files": _("Files"),
        "about": _("About this file"),
        "digest": _("Fingerprint (SHA-256) of the content in all languages:"),
    }


def _facts(shown: Rendition, mechanism: Mapping[str, Any] | None) -> list[dict[str, str]]:
    def joined(name: str) -> str:
        return ", ".join(tag["text"] for tag in shown.tags(name))

    since = "" if shown.visit.preview else _day(in_zone(shown.visit.moment, UTC).date())
    signatures = shown.signatures or PublicSignatures()
    said = [
        (_("Mechanism"), mechanism["text"] if mechanism else ""),
        (_("Year"), str(shown.fields["year"] or "")),
        (_("Countries"), joined("country")),
        (_("Subjects"), joined("theme")),
        (_("Signed by"), signatures.signed_line),
        (_("Not signed by"), signatures.unsigned_line),
        (_("Public since"), since),
        (_("Edition"), str(shown.edition.number)),
    ]
    return [{"label": label, "value": value} for label, value in said if value]


def _about(shown: Rendition, address: str) -> list[str]:
    number = shown.edition.number
    if shown.visit.preview:
        return [_("This file was made from a draft: edition %(number)s.") % {"number": number}]
    since = _day(in_zone(shown.visit.moment, UTC).date())
    found = [
        _("This file holds edition %(number)s of the report, public since %(date)s.")
        % {"number": number, "date": since},
        *(shown.signatures.sentences if shown.signatures else ()),
    ]
    if address:
        found.append(
            _("The report may have been corrected since. Its present text and its history are at this address:")
        )
    return found


def _prose(shown: Rendition, value: Mapping[str, Any] | None, *, below: int) -> list[tree.Node]:
    """Rich text whose headings stand under a heading of level `below`, none of them a level too deep (PDF/UA)."""
    deepest, nodes = below, tree.blocks(shown.text_of(value), absolute)
    for node in nodes:
        if node["tag"] == "h":
            node["level"] = deepest = min(below + node["level"], deepest + 1)
    return nodes


def _sections(shown: Rendition) -> list[Data]:
    said = [(shown.text_of(row["heading"]), _prose(shown, row["body"], below=1)) for row in shown.parts("section")]
    return [{"heading": heading, "body": body} for heading, body in said if heading or body]


def _chapters(shown: Rendition) -> list[Data]:
    """What each group did and set out to do; groups that only have objectives come last, as on the page."""
    results = {row["group"]: row["results"] for row in shown.parts("chapter")}
    rows = shown.parts("objective")
    continued = objective_views.continued((row["continues"] for row in rows), shown.visit)
    by_group: dict[str, list[Data]] = {group: [] for group in results}
    for row in rows:
        if shown.text_of(row["text"]):
            said = _objective(shown, row, continued.get(str(row["continues"])))
            by_group.setdefault(row["group"], []).append(said)
    return [
        {
            "name": (shown.link(group) or {"text": _("Working group")})["text"],
            "results": _prose(shown, results.get(group), below=3),
            "objectives": objectives,
            **dict(zip(("ended", "ahead"), objective_views.split_by_standing(objectives), strict=True)),
        }
        for group, objectives in by_group.items()
    ]


def _objective(shown: Rendition, row: Mapping[str, Any], earlier: Mapping[str, Any] | None) -> Data:
    continues = None
    if earlier:
        where = shown.visit.at_present().page("annual_report", earlier["slug_"], objective_views.anchor(earlier["key"]))
        continues = {
            "text": _("Continues an objective of %(year)s") % {"year": earlier["year"]},
            "url": absolute(where),
        }
    return {
        "text": shown.text_of(row["text"]),
        "status": row["status"],
        "status_label": str(Objective.Status(row["status"]).label),
        "continues": continues,
    }


def _glance(shown: Rendition, chapters: list[Data]) -> Data:
    """How the objectives stand: all together, and group by group in the order of the statuses counted."""
    every = [said["status"] for chapter in chapters for said in chapter["objectives"]]
    order = [Objective.Status.DONE, Objective.Status.UNDER_WAY, Objective.Status.PLANNED, Objective.Status.DROPPED]
    there = [status for status in order if status.value in every]
    return {
        "counts": [{"status": s.value, "label": str(s.label), "count": every.count(s.value)} for s in there],
        "rows": [
            {
                "group": chapter["name"],
                "counts": [sum(said["status"] == s.value for said in chapter["objectives"]) for s in there],
            }
            for chapter in chapters
            if chapter["objectives"]
        ],
    }


def _figures(shown: Rendition) -> list[Data]:
    """Facts with their days. A file is read for years, so it says until when a fact holds, not whether it does."""
    return [
        {
            **{name: row[name] for name in ("label", "value", "unit", "source")},
            "as_of": _day(row["as_of"]),
            "valid_until": _("valid until %(date)s") % {"date": _day(row["valid_until"])} if row["valid_until"] else "",
        }
        for row in shown.figures
    ]


def _files(shown: Rendition) -> list[Data]:
    rows = zip(shown.attachments, shown.parts("attachment"), strict=True)
    return [
        {
            "title": file["title"],
            "url": absolute(file["url"]),
            "facts": ", ".join(
                part for part in (file["format"], filesizeformat(row["size"]), file["language_name"]) if part
            ),
        }
        for file, row in rows
    ]


def _day(value: date | None) -> str:
    return date_format(value, "DATE_FORMAT") if value else ""


def _for_fonts(value: Any) -> Any:
    """Every text in `value` as the fonts can set it."""
    if isinstance(value, str):
        return tree.text(value)
    if isinstance(value, list):
        return [_for_fonts(item) for item in value]
    if isinstance(value, dict):
        return {name: _for_fonts(item) for name, item in value.items()}
    return value
