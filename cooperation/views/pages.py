"""What the page of each kind shows beside the parts that all kinds share: its template and its context."""

from collections.abc import Callable, Mapping
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from cooperation.models import Objective
from cooperation.views import queries
from cooperation.views.rendition import FIXED_ANCHORS, Rendition, fact
from cooperation.views.visit import Visit
from editorial import languages

Context = dict[str, Any]


def page(shown: Rendition) -> Context:
    """A cooperation page: its text, its figures and the pages under it."""
    children = [_as_link(row, "page", shown.visit) for row in queries.children(shown.edition.document_id, shown.visit)]
    parent = shown.link(shown.fields["parent"])
    return {
        "children": children,
        "facts": [
            *fact(_("Subjects"), shown.tags("theme", linked=True)),
            *fact(_("Countries"), shown.tags("country", linked=True)),
            *fact(_("Part of"), [parent]),
        ],
        "toc": shown.toc(
            [
                *shown.headings(),
                ("figures", _("In figures"), shown.figures),
                ("pages", _("More on this subject"), children),
                ("attachments", _("Files"), shown.attachments),
                ("history", _("Change history"), shown.history),
            ]
        ),
        "trail": [(parent["text"], parent["url"])] if parent else [],
    }


def annual_report(shown: Rendition) -> Context:
    """An annual report: the message, what each working group did and set out to do, and the years around it."""
    year, mechanism = shown.fields["year"], shown.link(shown.fields["mechanism"])
    chapters = _chapters(shown)
    message = shown.prose(shown.fields["message"])
    counts = _counts(shown)
    around = {}
    if year and shown.fields["mechanism"]:
        for row in queries.neighbours(shown.fields["mechanism"], year, shown.visit):
            side = "previous" if row["year"] < year else "next"
            around[side] = {"year": row["year"], "url": shown.visit.page("annual_report", row["slug_"])}
    paper = _paper(shown)
    attachments = [*paper, *shown.attachments]
    return {
        "attachments": attachments,
        "report": {
            "year": year or "",
            "mechanism_name": mechanism["text"] if mechanism else "",
            "mechanism_url": mechanism["url"] if mechanism else None,
        },
        "message": message,
        "chapters": chapters,
        "objectives_year": year + 1 if year else None,
        "objective_counts": counts,
        **around,
        "facts": [
            *fact(_("Mechanism"), [mechanism]),
            *fact(_("Year"), [{"text": str(year)}] if year else []),
            *fact(_("Subjects"), shown.tags("theme", linked=True)),
            *fact(_("Countries"), shown.tags("country")),
            *fact(_("To print"), [{"text": file["short"], "url": file["url"]} for file in paper]),
        ],
        "toc": shown.toc(
            [
                ("message", _("Message"), message),
                ("glance", _("The objectives at a glance"), counts),
                *shown.headings(),
                *((chapter["anchor"], chapter["group_name"], True) for chapter in chapters),
                ("figures", _("In figures"), shown.figures),
                ("attachments", _("Files"), attachments),
                ("history", _("Change history"), shown.history),
            ]
        ),
        "trail": [],
    }


def _paper(shown: Rendition) -> list[dict[str, Any]]:
    """The whole report as a file, before the files that belong to it; in a preview, made anew each time."""
    visit, slug = shown.visit, shown.said(shown.fields["slug"])
    if not (slug or visit.preview):
        return []
    size = None if visit.preview else queries.paper_size(shown.edition.pk, visit)
    return [
        {
            "title": _("The whole report, to read offline or print"),
            # The preview's PDF stands below the preview's own page.
            "url": f"pdf/{shown.preview_query}" if visit.preview else visit.paper(shown.content["kind"], slug),
            "short": f"PDF ({filesizeformat(size)})" if size else "PDF",
            "format": "PDF",
            "size": filesizeformat(size) if size else "",
            "language_code": visit.language,
            "language_name": languages.name(visit.language),
        }
    ]


def chapter_anchor(slug: str) -> str:
    """The anchor of a working group's chapter, which the group's own page links to: the group's slug."""
    return f"{slug}-2" if slug in FIXED_ANCHORS else slug


def objective_anchor(key: Any) -> str:
    """The anchor of an objective; its key stays the same through all editions of a report."""
    return f"objective-{str(key)[:8]}"


def _chapters(shown: Rendition) -> list[dict[str, Any]]:
    results = {row["group"]: row["results"] for row in shown.parts("chapter")}
    objectives = shown.parts("objective")
    continued = queries.continued((row["continues"] for row in objectives), shown.visit)
    labels = _labels()
    by_group: dict[str, list[dict[str, Any]]] = {group: [] for group in results}
    for row in objectives:
        if text := shown.said(row["text"]):
            said = _objective(row, text, continued.get(str(row["continues"])), labels, shown.visit)
            by_group.setdefault(row["group"], []).append(said)
    found = []
    for group, said in by_group.items():
        link = shown.link(group) or {"text": _("Working group"), "slug": "", "url": None}
        anchor = shown.anchor(chapter_anchor(link["slug"]) if link["slug"] else link["text"], "chapter")
        found.append(
            {
                "anchor": anchor,
                "group_name": link["text"],
                "group_url": link["url"],
                "results": shown.prose(results.get(group), below=3),
                "objectives": said,
            }
        )
    return found


def _labels() -> dict[str, str]:
    """What each status is called in the active language; looked up once a page, since a report has dozens."""
    return {status.value: str(status.label) for status in Objective.Status}


def _objective(
    row: Mapping[str, Any], text: str, continued: queries.Row | None, labels: Mapping[str, str], visit: Visit
) -> dict[str, Any]:
    earlier = None
    if continued:
        earlier = {
            "text": _("Continues an objective of %(year)s") % {"year": continued["year"]},
            "url": visit.page("annual_report", continued["slug_"], objective_anchor(continued["key"])),
        }
    return {
        "anchor": objective_anchor(row["key"]),
        "text": text,
        "status": row["status"],
        "status_label": labels.get(row["status"], row["status"]),
        "continues": earlier,
    }


def _counts(shown: Rendition) -> list[dict[str, Any]]:
    statuses = [row["status"] for row in shown.parts("objective")]
    return [
        {"status": status.value, "status_label": status.label, "count": statuses.count(status.value)}
        for status in Objective.Status
        if status.value in statuses
    ]


def working_group(shown: Rendition) -> Context:
    """A working group: what it is, and what became of its objectives, year by year."""
    fields, visit = shown.fields, shown.visit
    mechanism = shown.link(fields["mechanism"])
    rows = queries.group_in_reports(shown.edition.document_id, visit)
    held = {
        said["key"]: {"key": said["key"], "year": row["year"], "slug_": row["slug_"]}
        for row in rows
        for said in row["objectives_"]
    }
    # What this group continues is nearly always one of its own objectives, which are all here.
    elsewhere = {said["continues"] for row in rows for said in row["objectives_"]} - {None, *held}
    held |= queries.continued(elsewhere, visit)
    anchor, labels = chapter_anchor(shown.said(fields["slug"])), _labels()
    reports = [
        {
            "year": row["year"],
            "title": row["title_"],
            "url": visit.page("annual_report", row["slug_"], anchor),
            "objectives": [
                _objective(said, said["text"], held.get(said["continues"]), labels, visit)
                for said in row["objectives_"]
                if said["text"]
            ],
        }
        for row in rows
    ]
    start, end = fields["active_from"], fields["active_to"]
    return {
        "group": {
            "mechanism_name": mechanism["text"] if mechanism else "",
            "mechanism_url": mechanism["url"] if mechanism else None,
            "active_from": start,
            "active_to": end,
        },
        "reports": reports,
        "facts": [
            *fact(_("Mechanism"), [mechanism]),
            *fact(_("Active from"), [{"text": str(start)}] if start else []),
            *fact(_("Active until"), [{"text": str(end)}] if end else []),
            *fact(_("Subjects"), shown.tags("theme", linked=True)),
            *fact(_("Countries"), shown.tags("country")),
        ],
        "toc": shown.toc(
            [
                *shown.headings(),
                ("reports", _("Said and done, year by year"), reports),
                ("figures", _("In figures"), shown.figures),
                ("attachments", _("Files"), shown.attachments),
                ("history", _("Change history"), shown.history),
            ]
        ),
        "trail": [],
    }


def mechanism(shown: Rendition) -> Context:
    """A mechanism: what it is, its working groups and its reports."""
    fields, visit = shown.fields, shown.visit
    groups = group_links(shown.edition.document_id, visit)
    reports = [
        {"label": row["year"] and str(row["year"]), **_as_link(row, "annual_report", visit)}
        for row in queries.reports(shown.edition.document_id, visit)
    ]
    return {
        "mechanism": {"acronym": shown.said(fields["acronym"]), "kind_label": queries.kind_label("mechanism")},
        "groups": groups,
        "reports": reports,
        "facts": [
            *fact(_("Abbreviation"), _text(shown.said(fields["acronym"]))),
            *fact(_("Launched"), _text(shown.said(fields["launched"]))),
            *fact(_("Subjects"), shown.tags("theme", linked=True)),
            *fact(_("Countries"), shown.tags("country")),
        ],
        "toc": shown.toc(
            [
                *shown.headings(),
                ("groups", _("Working groups"), groups),
                ("reports", _("Annual reports"), reports),
                ("figures", _("In figures"), shown.figures),
                ("attachments", _("Files"), shown.attachments),
                ("history", _("Change history"), shown.history),
            ]
        ),
        "trail": [],
    }


def group_links(mechanism: int, visit: Visit) -> list[dict[str, Any]]:
    """The working groups of a mechanism, as links."""
    return [
        {
            "name": row["title_"],
            "url": visit.page("working_group", row["slug_"]),
            "summary": row["summary_"] or "",
            "active_to": row["active_to"],
        }
        for row in queries.groups(mechanism, visit)
    ]


def _as_link(row: queries.Row, kind: str, visit: Visit) -> dict[str, Any]:
    return {"title": row["title_"], "url": visit.page(kind, row["slug_"]), "summary": row["summary_"] or ""}


def _text(value: str) -> list[dict[str, Any]]:
    return [{"text": value}] if value else []


#: The template of each kind's page, and what makes its context.
PAGES: dict[str, tuple[str, Callable[[Rendition], Context]]] = {
    "page": ("cooperation/page_detail.html", page),
    "annual_report": ("cooperation/annualreport_detail.html", annual_report),
    "working_group": ("cooperation/workinggroup_detail.html", working_group),
    "mechanism": ("cooperation/mechanism_detail.html", mechanism),
}
