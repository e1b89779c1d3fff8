"""What public pages ask the database. Every question starts from a moment: `.live(moment)`, or `.begun(moment)` for
what was public once; each is compiled once a language (see `compiled`)."""

import json
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Exists, ExpressionWrapper, F, Func, OuterRef, Q, TextField, Value
from django.db.models.functions import JSONObject

from cooperation.models import AnnualReport, Chapter, Country, Mechanism, Objective, Page, Theme, WorkingGroup
from cooperation.views.compiled import DOCUMENT, MOMENT, NUMBER, PATH, SLUG, Compiled, any_code, any_uuid
from cooperation.views.visit import Visit
from editorial import kinds, languages
from editorial.kinds import Kind
from editorial.languages import column
from editorial.models import Document, Edition
from editorial.timeline import Begins, Ends

Row = dict[str, Any]

#: How many links of one sort a page shows at most.
MOST = 60

_OF_EDITION = ("pk", "document_id", "number", "excepted_languages", "urgent_at", "confirmed_at")
#: Whether visitors may comment: read along with the edition, so that pages without comments pay no query for it.
_OF_DISCUSSION = ("document__uuid", "document__discussion__is_on", "document__discussion__closes_at")


class Folded(Func):
    """Text as it is sorted: without case and accents, whatever the database's collation."""

    template = r"lower(regexp_replace(normalize(%(expressions)s, NFKD), '[\u0300-\u036f]', '', 'g'))"
    output_field = TextField()


def _is_live() -> ExpressionWrapper:
    return ExpressionWrapper(Q(live_during__contains=MOMENT), output_field=BooleanField())


def _linked(queryset: Any, code: str, *more: str, **named: Any) -> Any:
    """Title, slug and summary in one language, for a link; only editions that are public in it."""
    return (
        queryset.in_language(code)
        .annotate(
            title_=F(column("title", code)), slug_=F(column("slug", code)), summary_=F(column("summary", code)), **named
        )
        .values("title_", "slug_", "summary_", *more, *named)
    )


@cache
def _find(kind: str, code: str) -> Compiled:
    def build() -> Any:
        return (
            Edition.objects.live(MOMENT)
            .filter(
                document__addresses__language=code,
                document__addresses__path=PATH,
                document__kind=kind,
                **{column("slug", code): SLUG},
            )
            .order_by()
            .values(*_OF_EDITION, *_OF_DISCUSSION)
        )

    return Compiled(build)


def find(kind: Kind, slug: str, visit: Visit) -> Row | None:
    """The edition that is public at this very address at the moment, by the columns of `_OF_EDITION` and
    `_OF_DISCUSSION`."""
    return _find(kind.key, visit.language).first(path=kind.path(visit.language, slug), slug=slug, moment=visit.moment)


@cache
def _history(code: str) -> Compiled:
    def build() -> Any:
        return (
            Edition.objects.begun(MOMENT)
            .filter(document_id=DOCUMENT)
            .order_by("-live_during")
            .annotate(
                since=Begins("live_during"),
                ends=Ends("live_during"),
                note_=F(column("change_note", code)),
                slug_=F(column("slug", code)),
            )
            .values("number", "minor", "excepted_languages", "since", "ends", "note_", "slug_")
        )

    return Compiled(build)


def history(document: int, visit: Visit) -> list[Row]:
    """Every edition of the document that has been public by *now*, newest first: the caller leaves out what came
    after the moment, and learns from the rest how the page stands at present."""
    return _history(visit.language).rows(document=document, moment=visit.now)


@cache
def _titles() -> Compiled:
    def build() -> Any:
        return (
            Edition.objects.begun(MOMENT)
            .filter(any_uuid(F("document__uuid")))
            .order_by("document_id", "-live_during")
            .distinct("document_id")
            .annotate(uuid=F("document__uuid"), kind=F("document__kind"), live=_is_live())
            .values("uuid", "kind", "live", "excepted_languages", "source_language", *_in_all("title", "slug"))
        )

    return Compiled(build)


@cache
def _titles_of_drafts() -> Compiled:
    """For previews: a draft may refer to what has never been public."""

    def build() -> Any:
        fields = ("excepted_languages", "source_language", *_in_all("title", "slug"))
        return (
            Document.objects.filter(any_uuid(F("uuid")), editions__isnull=False)
            .order_by("id", "-editions__number")
            .distinct("id")
            .annotate(live=Value(False), **{f"of_{name}": F(f"editions__{name}") for name in fields})
            .values("uuid", "kind", "live", *(f"of_{name}" for name in fields))
        )

    return Compiled(build)


def _in_all(*fields: str) -> list[str]:
    return [column(field, code) for field in fields for code in languages.codes()]


def titles(uuids: Iterable[Any], visit: Visit) -> dict[str, Row]:
    """Of each document named: the title and address of the edition that is live at the moment, else of the last one
    that was; documents never public are left out (in a preview they come with their newest title)."""
    wanted = sorted({uuid for uuid in uuids if uuid}, key=str)
    if not wanted:
        return {}
    found = {str(row["uuid"]): row for row in _titles().rows(uuids=wanted, moment=visit.moment)}
    if visit.preview and len(found) < len(wanted):
        for row in _titles_of_drafts().rows(uuids=[uuid for uuid in wanted if uuid not in found]):
            found[str(row["uuid"])] = {name.removeprefix("of_"): value for name, value in row.items()}
    return found


@cache
def _names(code: str) -> Compiled:
    def of(table: Any, what: str) -> Any:
        named = (
            table.objects.filter(any_code(F("code")))
            .order_by()
            .annotate(what=Value(what), name_=F(column("name", code)))
        )
        return named.values("what", "code", "name_")

    return Compiled(lambda: of(Theme, "theme").union(of(Country, "country"), all=True))


def names(codes: Iterable[str], visit: Visit) -> dict[tuple[str, str], str]:
    """Names of themes and countries in the visitor's language, by ("theme" or "country", code)."""
    wanted = sorted(set(codes))
    rows = _names(visit.language).rows(codes=wanted) if wanted else []
    return {(row["what"], row["code"]): row["name_"] or row["code"] for row in rows}


@cache
def _children(code: str) -> Compiled:
    def build() -> Any:
        live = Page.objects.live(MOMENT).filter(parent_id=DOCUMENT)
        return _linked(live, code).order_by(Folded(column("title", code)), "pk")[:MOST]

    return Compiled(build)


def children(document: int, visit: Visit) -> list[Row]:
    """The live pages under a page, by title."""
    return _children(visit.language).rows(document=document, moment=visit.moment)


@cache
def _groups(code: str) -> Compiled:
    def build() -> Any:
        live = WorkingGroup.objects.live(MOMENT).filter(mechanism_id=DOCUMENT)
        return _linked(live, code, "active_to").order_by(Folded(column("title", code)), "pk")[:MOST]

    return Compiled(build)


def groups(mechanism: int, visit: Visit) -> list[Row]:
    """The live working groups of a mechanism, by name."""
    return _groups(visit.language).rows(document=mechanism, moment=visit.moment)


@cache
def _reports(code: str) -> Compiled:
    def build() -> Any:
        live = AnnualReport.objects.live(MOMENT).filter(mechanism_id=DOCUMENT)
        return _linked(live, code, "year").order_by(F("year").desc(nulls_last=True), "-pk")[:MOST]

    return Compiled(build)


def reports(mechanism: int, visit: Visit) -> list[Row]:
    """The live annual reports of a mechanism, newest first."""
    return _reports(visit.language).rows(document=mechanism, moment=visit.moment)


@cache
def _neighbours(code: str) -> Compiled:
    def build() -> Any:
        # Two editions at most, and no document's rows are counted twice: the nearest year on either side.
        def nearest(condition: Q, order: str) -> Any:
            live = AnnualReport.objects.live(MOMENT).filter(condition, any_uuid(F("mechanism__uuid")))
            return _linked(live, code, "year").order_by(order, "pk")[:1]

        return nearest(Q(year__lt=NUMBER), "-year").union(nearest(Q(year__gt=NUMBER), "year"), all=True)

    return Compiled(build)


def neighbours(mechanism: str, year: int, visit: Visit) -> list[Row]:
    """The live reports of the same mechanism that come just before and just after a year."""
    return _neighbours(visit.language).rows(uuids=[mechanism], number=year, moment=visit.moment)


@cache
def _continued(code: str) -> Compiled:
    def build() -> Any:
        live = Edition.objects.live(MOMENT).in_language(code).filter(any_uuid(F("objectives__key"))).order_by()
        return live.annotate(
            key=F("objectives__key"), year=F("annualreport__year"), slug_=F(column("slug", code))
        ).values("key", "year", "slug_")

    return Compiled(build)


def continued(keys: Iterable[Any], visit: Visit) -> dict[str, Row]:
    """Year and slug of the live report that holds each objective, by the objective's key."""
    wanted = sorted({str(key) for key in keys if key})
    rows = _continued(visit.language).rows(uuids=wanted, moment=visit.moment) if wanted else []
    return {str(row["key"]): row for row in rows}


@cache
def _group_in_reports(code: str) -> Compiled:
    def build() -> Any:
        objectives = Objective.objects.filter(edition=OuterRef("pk"), group_id=DOCUMENT).order_by("position", "id")
        said = JSONObject(key="key", text=column("text", code), status="status", continues="continues")
        chapters = Chapter.objects.filter(edition=OuterRef("pk"), group_id=DOCUMENT)
        live = AnnualReport.objects.live(MOMENT).filter(Exists(chapters) | Exists(objectives))
        return _linked(
            live, code, "year", objectives_=ArraySubquery(objectives.annotate(said=said).values("said"))
        ).order_by(F("year").desc(nulls_last=True), "-pk")[:MOST]

    return Compiled(build)


def group_in_reports(group: int, visit: Visit) -> list[Row]:
    """The live annual reports in which a working group has a chapter or objectives, newest first, with these."""
    rows = _group_in_reports(visit.language).rows(document=group, moment=visit.moment)
    for row in rows:
        row["objectives_"] = [json.loads(item) if isinstance(item, str) else item for item in row["objectives_"]]
    return rows


def file_offered(sha256: str, name: str, moment: datetime) -> Row | None:
    """Media type and name of a file, if an edition that is live at the moment offers it under this name."""
    found = (
        Edition.objects.live(moment)
        .filter(attachments__sha256=sha256, attachments__file=name)
        .order_by()
        .values("attachments__media_type", "attachments__size")
        .first()
    )
    return found and {"media_type": found["attachments__media_type"], "size": found["attachments__size"]}


def live_excepted(kind: Kind, slug: str, visit: Visit) -> Row | None:
    """The live edition that will have this slug in the visitor's language, once it is in that language."""
    code = visit.language
    return (
        Edition.objects.live(visit.moment)
        .filter(document__kind=kind.key, excepted_languages__contains=[code], **{column("slug", code): slug})
        .order_by("document_id")
        .values(*_OF_EDITION, *_in_all("title", "slug"))
        .first()
    )


def ever_there(kind: Kind, slug: str, visit: Visit) -> int | None:
    """The document that has been public under this very address by the moment, whatever became of it."""
    code = visit.language
    return (
        Edition.objects.begun(visit.moment)
        .in_language(code)
        .filter(
            document__addresses__language=code,
            document__addresses__path=kind.path(code, slug),
            **{column("slug", code): slug},
        )
        .order_by()
        .values_list("document_id", flat=True)
        .first()
    )


def last_edition(document: int, moment: datetime) -> Edition:
    """The edition of a document that is live at the moment, or else the last that was, with its withdrawal."""
    return (
        Edition.objects.begun(moment)
        .filter(document_id=document)
        .select_related("document", "withdrawal__redirect_to")
        .order_by("-live_during")[0]
    )


@cache
def _latest(kinds_shown: tuple[str, ...], code: str, most: int) -> Compiled:
    def build() -> Any:
        live = Edition.objects.live(MOMENT).filter(document__kind__in=kinds_shown)
        rows = _linked(live, code, since=Begins("live_during"), kind=F("document__kind"))
        return rows.order_by("-since", "-pk")[:most]

    return Compiled(build)


def latest(kinds_shown: tuple[str, ...], visit: Visit, most: int) -> list[Row]:
    """The publications of these kinds that went live last."""
    return _latest(kinds_shown, visit.language, most).rows(moment=visit.moment)


@cache
def _latest_reports(code: str, most: int) -> Compiled:
    def build() -> Any:
        rows = _linked(AnnualReport.objects.live(MOMENT), code, "year")
        return rows.order_by(F("year").desc(nulls_last=True), "-pk")[:most]

    return Compiled(build)


def latest_reports(visit: Visit, most: int) -> list[Row]:
    """The annual reports of the latest years."""
    return _latest_reports(visit.language, most).rows(moment=visit.moment)


@cache
def _first_mechanism(code: str) -> Compiled:
    def build() -> Any:
        named = {f"{name}_": F(column(name, code)) for name in ("acronym", "launched")}
        return _linked(Mechanism.objects.live(MOMENT), code, "document_id", **named).order_by("document_id")[:1]

    return Compiled(build)


def first_mechanism(visit: Visit) -> Row | None:
    """The mechanism that has been on the site for longest: the one that the home page introduces."""
    return _first_mechanism(visit.language).first(moment=visit.moment)


def kind_label(key: str) -> str:
    """What a kind is called over a title, in the reader's language."""
    label = str(kinds.get(key).model._meta.verbose_name)
    return label[:1].upper() + label[1:]
