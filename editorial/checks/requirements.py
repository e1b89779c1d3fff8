"""Publication requirements: what content must have before it may be reviewed, one small checker each."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.base.prepared_queries import KIND, Compiled, any_code, any_number
from editorial.base.reasons import Issue
from editorial.content import canonical as content_module
from editorial.content import kinds
from editorial.content.kinds import CheckedEdition
from editorial.models import Address, Document, Edition
from editorial.states import OPEN, State


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
    return _slugs_taken(checked, claims=True)


def addresses_free(checked: CheckedEdition) -> list[Issue]:
    """At publication whoever comes first has the address: that another's draft wants it too stops nobody."""
    return _slugs_taken(checked, claims=False)


def _slugs_taken(checked: CheckedEdition, *, claims: bool) -> list[Issue]:
    kind = kinds.get_kind(checked.content["kind"])
    slugs = {code: slug for code, slug in checked.content["fields"]["slug"].items() if slug}
    return [
        Issue(
            "slug_taken",
            _("The address “%(path)s” (%(language)s) belongs to “%(title)s”. Choose another slug.")
            % {"path": kind.path(language, slugs[language]), "language": languages.name(language), "title": holder},
            languages.column("slug", language),
        )
        for language, holder in slug_holders(
            kind.key, slugs, besides=checked.edition.document_id, claims=claims
        ).items()
    ]


_HELD = Compiled(
    lambda: (
        Address.objects.filter(any_code(Lower("path"))).order_by().values("language", "path", "is_exact", "document_id")
    )
)


def _editions(holders: Q) -> Any:
    names = [languages.column(name, code) for name in ("slug", "title") for code in languages.codes()]
    return Edition.objects.filter(holders).order_by("-number").values("document_id", "number", "state", *names)


@cache
def _held() -> Compiled:
    """Editions of the documents of the given `numbers`."""
    return Compiled(lambda: _editions(Q(any_number(F("document_id")))))


@cache
def _claimed() -> Compiled:
    """The same, and all of a kind that have one of the slugs `codes` in any language, or will have it."""

    def build() -> Any:
        named = Q()
        for code in languages.codes():
            named |= Q(any_code(Lower(languages.column("slug", code))))
        claims = named & Q(document__kind=KIND, state__in=(*OPEN, State.PUBLISHED))
        return _editions(claims | Q(any_number(F("document_id"))))

    return Compiled(build)


def slug_holders(kind: str, slugs: Mapping[str, str], *, besides: int | None, claims: bool = True) -> dict[str, str]:
    """Per language, the title of another document that holds or is about to take the slug; free ones are left out.

    Capital letters make no other address. Two statements, whatever the number of languages: one for the addresses
    allotted so far, and one for editions that claim a slug without an address yet.

    :param slugs: the slug wanted in each language.
    :param besides: primary key of the document that wants the slugs; none for one that is not yet made.
    :param claims: whether an edition that is to be published under the slug counts, or only an address allotted.
    """
    wanted = {language: kinds.get_kind(kind).path(language, slug) for language, slug in slugs.items()}
    taken = [
        row
        for row in (_HELD.rows(codes=[path.lower() for path in wanted.values()]) if slugs else ())
        if is_taken(wanted.get(row["language"]), row["path"], is_exact=row["is_exact"])
    ]
    held = {row["language"]: row["document_id"] for row in taken if row["document_id"] != besides}
    # Whoever has the address already need not mind who else wants it.
    unclaimed = {row["language"] for row in taken if row["document_id"] == besides}
    if claims:
        rows = (
            _claimed().rows(codes=[slug.lower() for slug in slugs.values()], numbers=list(held.values()), kind=kind)
            if slugs
            else []
        )
    else:
        rows = _held().rows(numbers=list(held.values())) if held else []
    editions = [row for row in rows if row["document_id"] != besides]
    found: dict[str, str] = {}
    for edition in editions:
        for language, slug in slugs.items():
            theirs = edition[languages.column("slug", language)] or ""
            named = edition["state"] in (*OPEN, State.PUBLISHED) and theirs.lower() == slug.lower()
            holds = (claims and named and language not in unclaimed) or held.get(language) == edition["document_id"]
            if holds and language not in found:
                title = edition[languages.column("title", language)]
                found[language] = title or f"{edition['document_id']}/{edition['number']}"
    return found


def is_taken(wanted: str | None, held: str, *, is_exact: bool) -> bool:
    """Whether a path that somebody wants is the path of this address (see `Address`)."""
    return wanted is not None and (wanted == held if is_exact else wanted.lower() == held.lower())


def slug_holder(kind: str, language: str, slug: str, *, besides: int | None) -> str:
    """The title of another document that holds or is about to take this one slug; empty when it is free."""
    return slug_holders(kind, {language: slug}, besides=besides).get(language, "")


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
    kind = kinds.get_kind(checked.content["kind"])
    return [issue for checker in (*CHECKERS, *kind.checkers) for issue in checker(checked)]


def references(content: content_module.Content) -> set[str]:
    """Uuids of the documents that content refers to."""
    kind = kinds.get_kind(content["kind"])
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


def withdrawn(content: content_module.Content, *, at: datetime) -> list[str]:
    """Titles of the documents that content refers to and that were withdrawn, with nothing planned or begun in their place."""
    uuids = references(content)
    if not uuids:
        return []
    editions = Edition.objects.filter(document__uuid__in=uuids)
    here_or_to_come = editions.filter(
        Q(state__in=OPEN)
        | Q(state=State.PUBLISHED) & (Q(live_during__endswith__gt=at) | Q(live_during__upper_inf=True))
    )
    gone = editions.filter(state=State.PUBLISHED).exclude(document__in=here_or_to_come.order_by().values("document"))
    return sorted(str(edition) for edition in gone.order_by("document_id", "-number").distinct("document_id"))


def not_public(
    content: content_module.Content, *, at: datetime, besides: Collection[str] = frozenset()
) -> Iterable[str]:
    """Titles of the documents that content refers to and that will not be public at `at`.

    :param besides: uuids of documents that become public along with it.
    """
    uuids = references(content) - set(besides)
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
