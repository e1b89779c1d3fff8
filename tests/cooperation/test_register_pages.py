"""The public pages of the register's kinds: what they say, how they are linked, and how few questions they ask."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from cooperation.lists.status import overdue_at, status_at
from cooperation.models import Agreement, Programme
from cooperation.models.agreement import standing
from cooperation.models.meeting import Meeting
from cooperation.models.programme import status
from editorial.content import canonical
from editorial.models import Edition
from tests.builders import fresh
from tests.cooperation import register
from tests.cooperation.site import body, days, get, report
from tests.cooperation.test_public_speed import MOST_ON_A_PAGE, questions
from tests.people import People

pytestmark = pytest.mark.django_db

ADDRESSES = {
    "mechanism": "/en/mechanisms/mechanism-en/",
    "working_group": "/en/working-groups/working-group-en/",
    "meeting": "/en/meetings/meeting-en/",
    "agreement": "/en/agreements/agreement-en/",
    "programme": "/en/programmes/programme-en/",
    "statement": "/en/statements/statement-en/",
}
SAID = {
    "mechanism": [
        "Partnership", "Bilateral", "October 2004, Ottawa en", "2019", "Yearly en", "By turns en",
        "Ministry en (Secretary en)",
    ],
    "working_group": [
        "Mandate en", "Co-chairs", "Director en", "Ministry en", "Federal", "since 2019", "Chamber en",
        "until June 2020",
    ],
    "meeting": [
        "March 1, 2022 to March 2, 2022", "9 a.m. to 5:30 p.m.", "Mexico City time (America/Mexico_City, UTC−6)",
        "City en, MX en", "Hybrid", "Opening en", "38 people", "42 people in all", "Outcome en",
    ],
    "agreement": [
        "Memorandum of understanding", "June 2020", "March 18, 2021", "Late en",
        "Overdue: In force, expected April 2021", "not yet", "Signed by Minister en", "Secretariat en",
    ],
    "programme": [
        "ACCBP en", "December 2009 to 2014", "Ended", "Implementers", "Ministry en", "Project en", "Described en",
        "since 2011",
    ],
    "statement": [
        "Joint statement", "Place en", "March 2, 2022", "We did it en", "Signatories", "Minister en", "Desk en",
        "mailto:desk@example.org", "https://example.org/statement",
    ],
}  # fmt: skip


@pytest.mark.parametrize("kind", register.KINDS)
def test_a_page_says_what_its_kind_is_about(kind: str, client: Client, people: People, now: datetime) -> None:
    register.live(kind, people, now)
    page = body(get(client, ADDRESSES[kind]))
    assert "Also known as" in page
    assert "Alias en" in page
    assert "(in old texts en, 2004 to 2010)" in page
    for text in SAID[kind]:
        assert text in page, text
    assert page.count("<h1") == 1


@pytest.mark.parametrize("kind", register.KINDS)
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_it_is_there_in_every_language_and_in_its_list(
    kind: str, language: str, client: Client, people: People, now: datetime
) -> None:
    from editorial.content import kinds

    register.live(kind, people, now)
    segment = kinds.get_kind(kind).segments[language]
    slug = f"{kind.replace('_', '-')}-{language}"
    assert get(client, f"/{language}/{segment}/{slug}/").status_code == 200
    assert f"/{language}/{segment}/{slug}/" in body(get(client, f"/{language}/{segment}/"))


def test_a_meeting_of_which_only_the_day_is_known_names_no_clock(client: Client, people: People, now: datetime) -> None:
    times: dict[str, Any] = {"starts_at": None, "ends_at": None, "ends_on": None}
    register.live("meeting", people, now, fields=times)
    page = body(get(client, ADDRESSES["meeting"]))
    assert '<time datetime="2022-03-01">March 1, 2022</time>' in page
    assert "UTC−6" not in page


def test_the_instants_of_a_meeting(people: People, now: datetime) -> None:
    row = Meeting(starts_on=date(2022, 3, 1), time_zone="America/Mexico_City")
    assert row.begins() == datetime(2022, 3, 1, 6, tzinfo=UTC)
    assert row.ends() == datetime(2022, 3, 2, 6, tzinfo=UTC)
    assert Meeting().begins() is None


class TestStatus:
    def steps(self, edition: Edition) -> Any:
        return canonical.content_of(fresh(edition))["parts"]["statusstep"]

    def test_the_latest_actual_step_counts_at_each_moment(self, people: People, now: datetime) -> None:
        edition = register.draft("agreement", people, now)
        steps = self.steps(edition)
        assert standing(steps, date(2020, 12, 31)).status == ""
        assert standing(steps, date(2021, 3, 18)).status == "signed"
        assert [step["status"] for step in standing(steps, date(2020, 12, 31)).overdue] == ["signed"]
        assert standing(steps, date(2021, 4, 30)).overdue == ()
        assert [step["status"] for step in standing(steps, date(2021, 5, 1)).overdue] == ["in_force"]

    @pytest.mark.parametrize(
        "day",
        [date(2020, 6, 30), date(2020, 7, 1), date(2021, 3, 17), date(2021, 3, 18), date(2021, 4, 30), date(2021, 5, 1)]
    )  # fmt: skip
    def test_the_database_says_the_same(self, day: date, people: People, now: datetime) -> None:
        edition = register.draft("agreement", people, now)
        found = standing(self.steps(edition), day)
        moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        row = Agreement.objects.annotate(now_=status_at(moment), late_=overdue_at(moment)).get(pk=edition.pk)
        assert (row.now_ or "") == found.status
        assert row.late_ is bool(found.overdue)

    def test_a_page_of_the_past_stands_as_it_stood(self, client: Client, people: People, now: datetime) -> None:
        soon = (now + timedelta(days=3)).date().isoformat()
        steps = [
            {"status": "signed", "expected_on": None, "actual_on": "2021-03-18", "note": register.NOTHING},
            {"status": "in_force", "expected_on": soon, "actual_on": None, "note": register.NOTHING},
        ]
        register.live("agreement", people, now - days(9), parts={"statusstep": steps})
        page = body(get(client, ADDRESSES["agreement"]))
        assert "Overdue" not in page
        assert "is-expected" in page

    def test_the_list_can_be_narrowed_by_it(self, client: Client, people: People, now: datetime) -> None:
        register.live("agreement", people, now)
        assert "agreement-en" in body(
            get(client, "/en/agreements/?status=signed&year=2021&agency=ministry&theme=trade")
        )
        assert "agreement-en/" not in body(get(client, "/en/agreements/?status=ended")).split("<main")[1]
        found = body(get(client, "/en/agreements/?q=alias")).split("<main")[1]
        assert "agreement-en" in found
        assert "Overdue" in found


@pytest.mark.parametrize(
    ("first", "last", "day", "found"),
    [
        ("2020", None, date(2019, 12, 31), "planned"),
        ("2020", None, date(2020, 1, 1), "running"),
        ("2020", "2022", date(2022, 12, 31), "running"),
        ("2020", "2022-02", date(2022, 3, 1), "ended"),
        (None, "2022-02-28", date(2022, 3, 1), "ended"),
        (None, None, date(2022, 3, 1), None),
    ],
)
def test_a_programme_stands_by_its_period(
    first: str | None, last: str | None, day: date, found: str | None, people: People, now: datetime
) -> None:
    from cooperation.lists.filters import _standing
    from cooperation.views.request.page_request import PageRequest

    assert status(first, last, day) == found
    edition = register.draft("programme", people, now, fields={"starts_on": first, "ends_on": last})
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    row = Programme.objects.annotate(standing_=_standing(PageRequest("en", moment, moment))).get(pk=edition.pk)
    assert row.standing_ == found


NARROWED = [
    "/en/mechanisms/?level=bilateral&country=CA&theme=trade&status=active&q=CMP",
    "/en/working-groups/?year=2016&theme=trade&sector=private&q=alias",
    "/en/meetings/?year=2022&host=MX&format=hybrid",
    "/en/agreements/?year=2021",
    "/en/programmes/?theme=trade&country=MX&status=ended&q=alias",
    "/en/statements/?type=joint_statement&year=2022&theme=trade&country=CA",
]


@pytest.mark.parametrize("address", NARROWED)
def test_the_filters_of_every_kind(address: str, client: Client, people: People, now: datetime) -> None:
    kind = next(kind for kind, path in ADDRESSES.items() if address.startswith("/".join(path.split("/")[:3]) + "/"))
    register.live(kind, people, now)
    found = body(get(client, address)).split("<main")[1]
    assert ADDRESSES[kind] in found
    nothing = body(get(client, address.split("?")[0] + "?q=zzzz")).split("<main")[1]
    assert ADDRESSES[kind] not in nothing


def test_pages_are_linked_both_ways(client: Client, people: People, now: datetime) -> None:
    site = furnished(people, now, 1)
    mechanism = body(get(client, site["mechanism"]))
    for path in (
        "/en/meetings/meeting-0-en/",
        "/en/agreements/agreement-0-en/",
        "/en/working-groups/working-group-en/",
    ):
        assert path in mechanism
    assert "Signed" in mechanism
    working_group = body(get(client, site["working_group"]))
    assert "/en/meetings/meeting-en/" in working_group
    assert "/en/working-groups/successor-0-en/" in working_group
    assert "/en/working-groups/working-group-en/" in body(get(client, "/en/working-groups/successor-0-en/"))
    meeting = body(get(client, site["meeting"]))
    assert "/en/statements/statement-0-en/" in meeting
    assert "/en/working-groups/working-group-en/" in meeting
    assert "/en/meetings/meeting-en/" in body(get(client, "/en/statements/statement-0-en/"))
    assert "/en/agreements/later-0-en/" in body(get(client, site["agreement"]))
    assert "/en/agreements/agreement-en/" in body(get(client, "/en/agreements/later-0-en/"))
    assert "/en/programmes/under-0-en/" in body(get(client, site["programme"]))
    assert "/en/programmes/programme-en/" in body(get(client, "/en/programmes/under-0-en/"))


def furnished(people: People, now: datetime, size: int) -> dict[str, str]:
    """A page of every kind, each named by `size` others of every sort."""
    mechanism = register.live("mechanism", people, now)
    of = {"mechanism": register.named(mechanism)}
    first = register.live("working_group", people, now, fields=of)
    sitting = [{"type": "group", "title": register.NOTHING, "group": register.named(first)}]
    meeting = register.live("meeting", people, now, fields=of, parts={"meetingsession": sitting})
    agreement = register.live("agreement", people, now, fields=of)
    programme = register.live("programme", people, now)
    register.live("statement", people, now, fields={"meeting": register.named(meeting)})
    for n in range(size):
        register.live("meeting", people, now, slug=f"meeting-{n}", fields=of, parts={"meetingsession": sitting})
        register.live("agreement", people, now, slug=f"agreement-{n}", fields=of)
        register.live("statement", people, now, slug=f"statement-{n}", fields={"meeting": register.named(meeting)})
        after = {"predecessor": register.named(first)}
        register.live("working_group", people, now, slug=f"successor-{n}", fields=after)
        register.live("agreement", people, now, slug=f"later-{n}", fields={"supersedes": register.named(agreement)})
        register.live("programme", people, now, slug=f"under-{n}", fields={"parent": register.named(programme)})
        report(people, now, 2019 + n, of=mechanism, groups=[first])
    return ADDRESSES


@pytest.mark.parametrize("size", [1, 4])
def test_few_questions_whatever_there_is(size: int, client: Client, people: People, now: datetime) -> None:
    for kind, path in furnished(people, now, size).items():
        assert questions(client, path) <= MOST_ON_A_PAGE, kind


def test_a_draft_that_says_little_can_be_previewed(people: People, now: datetime, rf: Any) -> None:
    from cooperation.views.detail import render
    from editorial.content import kinds
    from editorial.workflow import drafts

    for kind in register.KINDS:
        row = drafts.create(
            kinds.get_kind(kind), by=people.author, now=now, fields={"source_language": "en", "title": {"en": "Bare"}}
        )
        edition = fresh(row)
        shown = render(
            rf.get("/"), edition=edition, content=canonical.content_of(edition), language="es", moment=now, preview=True
        )
        assert shown.status_code == 200


def test_content_that_was_kept_before_its_kind_had_a_field_can_be_shown(people: People, now: datetime, rf: Any) -> None:
    from cooperation.views.detail import render

    for kind in register.KINDS:
        edition = fresh(register.draft(kind, people, now))
        value = canonical.content_of(edition)
        old = {"kind": kind, "fields": {n: value["fields"][n] for n in canonical.EDITION_FIELDS}, "parts": {}}
        shown = render(rf.get("/"), edition=edition, content=old, language="en", moment=now, preview=True)
        assert shown.status_code == 200
