"""What is measured: pages, a report of twelve chapters, and drafts, all made through the saving."""

import random
import uuid
from datetime import datetime
from typing import Any

from django.contrib.auth.models import Group
from django.urls import reverse

from cooperation.demo import bulk
from cooperation.demo.people import People
from cooperation.models import AnnualReport
from editorial.base import languages
from editorial.content import canonical, writing
from editorial.guards.past import past_allowed
from editorial.models import Address, Document, Edition, User
from editorial.workflow import drafts as saving
from editorial.workflow import transitions

CHAPTERS = 12
#: Sections of the two editions that are compared.
LONG = 100
#: Objectives of each chapter.
OBJECTIVES = 3


def page_path() -> str:
    """The public address of a page in the middle of the loaded ones."""
    middle = Edition.objects.filter(document__kind="page", state="published").order_by("id")
    slug = middle[middle.count() // 2].slug_en
    return f"/en/pages/{slug}/"


@past_allowed()
def report(staff: People, now: datetime) -> str:
    """The public address of a report of twelve chapters, made where there is none."""
    slugs = bulk.slugs("bench-report")
    if not Edition.objects.filter(slug_en=slugs["en"]).exists():
        _publish_report(staff, now, slugs)
    return f"/en/annual-reports/{slugs['en']}/"


def _publish_report(staff: People, now: datetime, slugs: dict[str, str]) -> None:
    dice = random.Random("report")
    mechanism = _small("mechanism", "bench-mechanism", staff, now, dice)
    groups = [
        _small("working_group", f"bench-group-{number}", staff, now, dice, mechanism=str(mechanism.uuid))
        for number in range(CHAPTERS)
    ]
    chapter = bulk.SIZE // CHAPTERS - 100 * OBJECTIVES
    parts = {
        "chapter": [{"group": str(group.uuid), "results": bulk.paragraphs(chapter, dice)} for group in groups],
        "objective": [
            {"group": str(group.uuid), "text": bulk.texts(100, dice), "status": "planned"}
            for group in groups
            for _number in range(OBJECTIVES)
        ],
        "figure": [{"label": bulk.texts(30, dice), "value": "1", "as_of": "2021-11-25"} for _ in range(4)],
        "countrytag": [{"country": "CA"}, {"country": "MX"}],
    }
    fields = {
        **_fields("bench report", dice),
        "slug": slugs,
        "mechanism": str(mechanism.uuid),
        "year": 2021,
        "message": bulk.paragraphs(600, dice),
    }
    bulk.publish(bulk.draft("annual_report", fields, parts, staff, now), staff, now)


@past_allowed()
def behind(staff: People, now: datetime) -> str:
    """The translation screen of a revision of the report whose every chapter was reworded since; made where there is
    none.
    """
    report(staff, now)
    live = AnnualReport.objects.live(now).get(slug_en=bulk.slugs("bench-report")["en"])
    draft = AnnualReport.objects.open().filter(document=live.document_id).first()
    if draft is None:
        author = staff.author("en")
        draft = transitions.revise(live, by=author, now=now)
        with saving.edit(draft, by=author, now=now) as row:
            for chapter in row.chapters.all():
                words = chapter.results_en.replace(" the ", " this ").replace(" and ", " or ")
                type(chapter).objects.filter(pk=chapter.pk).update(results_en=words)
    return reverse("admin:cooperation_annualreport_translate", args=[draft.pk, "fr"])


def _fields(title: str, dice: random.Random) -> dict[str, Any]:
    return {
        "source_language": "en",
        "title": {code: f"{title} {code}" for code in ("en", "fr", "es")},
        "summary": bulk.texts(150, dice),
    }


def _small(kind: str, slug: str, staff: People, now: datetime, dice: random.Random, **values: Any) -> Document:
    fields = {**_fields(slug, dice), "slug": bulk.slugs(slug), **values}
    edition = bulk.publish(bulk.draft(kind, fields, {}, staff, now), staff, now)
    return edition.document


@past_allowed()
def drafts(count: int, staff: People, now: datetime, *, first: int) -> list[Edition]:
    """Drafts of ordinary pages, attested, ready to be submitted; their numbers begin with `first`."""
    return [bulk.draft("page", *bulk.page(number), staff, now) for number in range(first, first + count)]


#: Editions of each sort that are being worked on while the desk is measured.
OPEN = 20


@past_allowed()
def open_work(staff: People, now: datetime, *, first: int) -> None:
    """Pages in review, drafts to be attested anew, and drafts ready to be submitted."""
    author = staff.author("en")
    for number, edition in enumerate(drafts(3 * OPEN, staff, now, first=first)):
        if number < OPEN:
            transitions.submit(edition, by=author, now=now)
        elif number < 2 * OPEN:
            with saving.edit(edition, by=author, now=now) as draft:
                draft.title_en = f"Changed {number}"
                draft.save()


def of_every_role(staff: People) -> User:
    """Somebody in every group who acts for a government: their desk shows most."""
    jack, _made = User.objects.get_or_create(
        username="bench.jack", defaults={"is_staff": True, "party": staff.author("en").party}
    )
    jack.groups.set(Group.objects.all())
    return jack


@past_allowed()
def revision(staff: People, now: datetime) -> Edition:
    """A revision in review of a public page of ordinary size, in which a few words of every section changed."""
    fields, parts = bulk.page(3_000_000 + Address.objects.count())
    live = bulk.publish(bulk.draft("page", fields, parts, staff, now), staff, now)
    draft = transitions.revise(live, by=staff.author("en"), now=now)
    with saving.edit(draft, by=staff.author("en"), now=now) as row:
        value = canonical.content_of(draft)
        fields = {**value["fields"], "change_note": bulk.slugs("what-changed")}
        parts = {**value["parts"], "section": _reworded(value["parts"]["section"])}
        writing.write(row, {**value, "fields": fields, "parts": parts})
    for code in languages.codes():
        if code != draft.source_language:
            saving.attest(draft, code, by=staff.translator(code), now=now)
    return transitions.submit(Edition.objects.get(pk=draft.pk), by=staff.author("en"), now=now)


def long_editions() -> tuple[canonical.Content, canonical.Content]:
    """Two contents of `LONG` sections in every language; the second reworded, half of its sections moved."""
    dice = random.Random("sections")
    rows = [{"key": str(uuid.UUID(int=n)), **bulk.section(bulk.SIZE // bulk.SECTIONS, dice)} for n in range(LONG)]
    fields = {**_fields("long page", dice), "slug": bulk.slugs("long-page")}
    before = {"kind": "page", "fields": fields, "parts": {"section": rows}}
    after = _reworded(rows)
    return before, {**before, "parts": {"section": after[LONG // 2 :] + after[: LONG // 2]}}


def _reworded(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same sections, every thirtieth word another, and a few of them bold."""
    return [{**row, "body": {code: _otherwise(text) for code, text in row["body"].items()}} for row in rows]


def _otherwise(html: str) -> str:
    words = html.split(" ")
    for place in range(10, len(words) - 1, 30):
        if "<" not in words[place]:
            words[place] = f"<strong>{words[place]}</strong>" if place % 4 else "otherwise"
    return " ".join(words)
