"""Publication requirements: what content must have before it may be reviewed, one small checker each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from editorial import content as content_module
from editorial import kinds, languages
from editorial.kinds import CheckedEdition
from editorial.models import Document, Edition
from editorial.states import OPEN, State


@dataclass(frozen=True)
class Issue:
    """One thing that is wrong with content, in words for its editor; `path` says where (see `content.prose`)."""

    code: str
    message: str
    path: str = ""


def shown_languages(checked: CheckedEdition) -> list[str]:
    """The languages in which the edition would be public."""
    excepted = checked.content["fields"]["excepted_languages"]
    return [code for code in languages.codes() if code not in excepted]


def summary_present(checked: CheckedEdition) -> list[Issue]:
    """Lists, search and feeds show the summary: without one a document is a bare title."""
    source = checked.content["fields"]["source_language"]
    if checked.content["fields"]["summary"].get(source):
        return []
    return [Issue("summary_missing", _("Write a summary: lists and search show it."), "summary")]


def slugs_free(checked: CheckedEdition) -> list[Issue]:
    """A public address belongs to one document for good; two open editions cannot both take a new one."""
    kind = kinds.get(checked.content["kind"])
    found = []
    for language in languages.codes():
        slug = checked.content["fields"]["slug"].get(language)
        holder = slug and slug_holder(kind.key, language, slug, besides=checked.edition.document_id)
        if holder:
            found.append(
                Issue(
                    "slug_taken",
                    _("The address “%(path)s” (%(language)s) belongs to “%(title)s”. Choose another slug.")
                    % {
                        "path": kind.path(language, slug),
                        "language": languages.name(language),
                        "title": holder,
                    },
                    languages.column("slug", language),
                )
            )
    return found


def slug_holder(kind: str, language: str, slug: str, *, besides: int | None) -> str:
    """The title of another document that holds or is about to take this slug; empty when it is free.

    :param besides: primary key of the document that wants the slug; none for one that is not yet made.
    """
    path = kinds.get(kind).path(language, slug)
    column = languages.column("slug", language)
    holder = (
        Edition.objects.filter(
            Q(document__addresses__language=language, document__addresses__path=path)
            | Q(document__kind=kind, state__in=(*OPEN, State.PUBLISHED), **{column: slug})
        )
        .exclude(document_id=besides or 0)
        .order_by("-number")
        .first()
    )
    return "" if holder is None else (languages.value(holder, "title", language) or str(holder))


def dates_in_order(checked: CheckedEdition) -> list[Issue]:
    """A figure cannot cease to hold before the day as of which it is given."""
    found = []
    for row in checked.content["parts"].get("figure", []):
        if row["as_of"] and row["valid_until"] and row["valid_until"] < row["as_of"]:
            source = checked.content["fields"]["source_language"]
            found.append(
                Issue(
                    "figure_dates",
                    _("The figure “%(label)s” ends before the day it is given for. Correct one of its dates.")
                    % {"label": row["label"].get(source, "")},
                    f"figure/{row['key']}/valid_until",
                )
            )
    return found


def figures_say_something(checked: CheckedEdition) -> list[Issue]:
    """A figure needs a value or a wording."""
    source = checked.content["fields"]["source_language"]
    return [
        Issue(
            "figure_empty",
            _("The figure “%(label)s” has neither a value nor a wording.") % {"label": row["label"].get(source, "")},
            f"figure/{row['key']}/value",
        )
        for row in checked.content["parts"].get("figure", [])
        if row["value"] is None and not row["wording"].get(source)
    ]


#: Requirements of every kind of content, in the order in which their issues are shown.
CHECKERS = (summary_present, slugs_free, dates_in_order, figures_say_something)


def issues(checked: CheckedEdition) -> list[Issue]:
    """All that is wrong with an edition's content; empty when it may be reviewed."""
    kind = kinds.get(checked.content["kind"])
    return [issue for checker in (*CHECKERS, *kind.checkers) for issue in checker(checked)]


def references(content: content_module.Content) -> set[str]:
    """Uuids of the documents that content refers to."""
    kind = kinds.get(content["kind"])
    found: set[str] = set()
    for name in _document_fields(kind.model):
        found.add(content["fields"].get(name))
    for part in kind.parts:
        names = _document_fields(part)
        for row in content["parts"].get(content_module.part_name(part), []):
            found.update(row.get(name) for name in names)
    return {uuid for uuid in found if uuid}


def _document_fields(model: type[models.Model]) -> list[str]:
    return [
        name
        for name in content_module.own_fields(model)
        if getattr(model._meta.get_field(name), "related_model", None) is Document
    ]


def not_public(content: content_module.Content, *, at: datetime) -> Iterable[str]:
    """Titles of the documents that content refers to and that will not be public at `at`: their links would lead nowhere."""
    uuids = references(content)
    if not uuids:
        return []
    live = set(Edition.objects.live(at).filter(document__uuid__in=uuids).values_list("document__uuid", flat=True))
    missing = [uuid for uuid in uuids if uuid not in {str(found) for found in live}]
    if not missing:
        return []
    newest = (
        Edition.objects.filter(document__uuid__in=missing).order_by("document_id", "-number").distinct("document_id")
    )
    return sorted(str(edition) for edition in newest)
