"""An agreement: its parties, its texts, and the line of its status with what is overdue."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cooperation.lists.status import overdue_at, status_at
from cooperation.models import Agreement, StatusStep
from cooperation.models.agreement import is_overdue, standing
from cooperation.views.kinds import related
from cooperation.views.page.kind_context import KindContext
from cooperation.views.page.rendition import Rendition
from cooperation.views.page.wording import day, fact, label, texts
from cooperation.views.request.page_request import PageRequest
from editorial.base.dates import partial


def page_context(shown: Rendition) -> KindContext:
    """Its type, whether it binds, its parties, the steps of its status, and what it supersedes."""
    fields = shown.fields
    now = standing(shown.parts("statusstep"), shown.today)
    steps = [_step(row, shown) for row in shown.parts("statusstep")]
    parties = [
        {"name": shown.name("organization", row["organization"]), "signed_by": shown.text_of(row["signed_by"])}
        for row in shown.parts("agreementparty")
    ]
    later = related.related_to("agreement", shown.edition.document_id, shown.visit).get("agreement", [])
    successors = [{"text": row["title_"], "url": shown.visit.page("agreement", row["slug_"])} for row in later]
    return KindContext(
        context={
            "agreement": {"status": now.status, "status_label": label(StatusStep.Status, now.status)},
            "overdue": [step for step in steps if step["is_overdue"]],
            "steps": steps,
            "parties": parties,
        },
        facts=[
            *fact(_("Status"), texts(label(StatusStep.Status, now.status))),
            *fact(_("Type"), texts(label(Agreement.Type, fields["type"]))),
            *fact(_("Legally binding"), texts(_binding(fields["binding"]))),
            *fact(_("Mechanism"), [shown.link(fields["mechanism"])]),
            *fact(_("Supersedes"), [shown.link(fields["supersedes"])]),
            *fact(_("Superseded by"), successors),
        ],
        before=[("status", _("Status"), steps), ("parties", _("Parties"), parties)],
    )


def _binding(value: bool | None) -> str:
    if value is None:
        return ""
    return pgettext("legally binding", "Yes") if value else pgettext("legally binding", "No")


def _step(row: Mapping[str, Any], shown: Rendition) -> dict[str, Any]:
    taken = row["actual_on"] and partial.earliest(row["actual_on"]) <= shown.today
    return {
        "status": row["status"],
        "label": label(StatusStep.Status, row["status"]),
        "expected": day(row["expected_on"]),
        "actual": day(row["actual_on"]),
        "is_taken": bool(taken),
        "is_overdue": is_overdue(row, shown.today),
        "note": shown.text_of(row["note"]),
    }


def row_columns(asked: PageRequest) -> Mapping[str, Any]:
    """The agreement's status at the moment, and whether a step is overdue."""
    return {"status": status_at(asked.moment), "is_overdue": overdue_at(asked.moment)}
