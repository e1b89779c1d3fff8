"""A statement: its dateline, its text, the words quoted, who stands behind it and whom to ask."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from cooperation.models import Statement
from cooperation.views.page.kind_context import KindContext
from cooperation.views.page.rendition import Rendition
from cooperation.views.page.wording import fact, label, texts
from cooperation.views.request.page_request import PageRequest
from editorial.base.dates.safe import read_day
from editorial.base.languages import column


def page_context(shown: Rendition) -> KindContext:
    """The statement's sort, place and day, its quotes, signatories and contacts."""
    fields = shown.fields
    sort = label(Statement.Type, fields["type"])
    quotes = [
        {"speaker": row["speaker"], "title": shown.text_of(row["title"]), "text": shown.text_of(row["text"])}
        for row in shown.parts("quote")
        if shown.text_of(row["text"])
    ]
    signatories = [_signatory(row, shown) for row in shown.parts("signatory")]
    contacts = [
        {
            "desk": shown.text_of(row["desk"]),
            "organization": shown.name("organization", row["organization"]),
            "email": row["email"],
            "phone": row["phone"],
        }
        for row in shown.parts("contact")
    ]
    source = {"text": shown.text_of(fields["source"]) or fields["source_url"], "url": fields["source_url"] or None}
    return KindContext(
        context={
            "statement": {
                "type": fields["type"],
                "type_label": sort,
                "place": shown.text_of(fields["place"]),
                "dated_on": read_day(fields["dated_on"] or ""),
            },
            "quotes": quotes,
            "signatories": signatories,
            "contacts": contacts,
        },
        facts=[
            *fact(_("Type"), texts(sort)),
            *fact(_("Source"), [source] if source["text"] else []),
            *fact(_("Meeting"), [shown.link(fields["meeting"])]),
        ],
        after=[
            ("quotes", _("In their words"), quotes),
            ("signatories", _("Signatories"), signatories),
            ("contacts", _("Contacts"), contacts),
        ],
    )


def _signatory(row: Mapping[str, Any], shown: Rendition) -> dict[str, str]:
    """What is known of a signatory, the most telling first: the organization or country, then the office and person."""
    organization, country = shown.name("organization", row["organization"]), shown.name("country", row["country"])
    return {
        "name": organization or country or shown.text_of(row["title"]) or row["name"],
        "country": country if organization else "",
        "title": shown.text_of(row["title"]) if organization or country else "",
        "person": row["name"] if organization or country or shown.text_of(row["title"]) else "",
    }


def row_columns(asked: PageRequest) -> Mapping[str, Any]:
    """The statement's sort and dateline."""
    return {"type": F("type"), "dated_on": F("dated_on"), "place": F(column("place", asked.language))}
