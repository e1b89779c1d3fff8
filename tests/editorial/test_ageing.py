"""What is out of date: one rule of a row and of all rows, on live editions only, marked in the list of staff."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cooperation.models import Agreement, Organization, Page
from editorial.content import canonical, kinds, stale_facts
from tests.builders import make, publish, texts
from tests.cooperation.site import body, days, figure, get, page
from tests.people import People

pytestmark = pytest.mark.django_db


def step(expected: str | None, actual: str | None = None) -> dict[str, Any]:
    return {"status": "signed", "expected_on": expected, "actual_on": actual, "note": texts("")}


def agreement(people: People, now: datetime, slug: str, *steps: dict[str, Any]) -> Any:
    for code in ("one", "two"):
        Organization.objects.get_or_create(code=code, defaults={f"name_{lang}": code for lang in ("en", "fr", "es")})
    parties = [{"organization": code, "signed_by": texts("Minister")} for code in ("one", "two")]
    parts = {"statusstep": list(steps), "agreementparty": parties}
    fields = {"type": "mou", "binding": False}
    return publish(make("agreement", people, now, slug=slug, fields=fields, parts=parts), people, now)


def test_a_figure_is_aged_on_the_day_after_its_last(people: People, now: datetime) -> None:
    today = stale_facts.day_of(now)
    for offset, expected in ((-1, True), (0, False), (1, False)):
        until = (today + timedelta(days=offset)).isoformat()
        assert stale_facts.figure_is_aged({"valid_until": until}, today) is expected
    assert not stale_facts.figure_is_aged({"valid_until": None}, date.max)


def test_every_rule_says_the_same_of_a_row_and_in_sql(people: People, now: datetime) -> None:
    today = stale_facts.day_of(now)
    ends = [None, *((today + timedelta(days=n)).isoformat() for n in (-400, -1, 0, 1))]
    page(people, now, parts={"figure": [figure(f"F{n}", valid_until=end) for n, end in enumerate(ends)]})
    dates = [str(today.year - 1), str(today.year), str(today.year + 1), today.isoformat()[:7], today.isoformat(),
             (today - timedelta(days=1)).isoformat(), (today - timedelta(days=40)).isoformat()[:7]]  # fmt: skip
    steps = [step(one, other) for one in dates for other in (None, dates[5], dates[2])]
    agreement(people, now, "paper", *steps)
    for kind, model in (("page", Page), ("agreement", Agreement)):
        edition = model.objects.live(now).get()
        stored = canonical.load(kinds.get_kind(kind), edition.pk)
        for rule in stale_facts.ageing_of_kind(kinds.get_kind(kind)):
            expected = {row["key"] for row in stored["parts"][rule.key] if rule.is_aged(row, today)}
            found = {str(key) for key in rule.aged(now).filter(edition=edition).values_list("key", flat=True)}
            assert found == expected, rule.key
            if (kind, rule.key) != ("agreement", "figure"):
                assert expected


def test_only_live_editions_are_marked(people: People, now: datetime) -> None:
    old = {"figure": [figure(valid_until=(stale_facts.day_of(now) - timedelta(days=3)).isoformat())]}
    live, draft = page(people, now, parts=old), make("page", people, now, slug="draft", parts=old)
    kind = kinds.get_kind("page")
    assert stale_facts.outdated_marks([live.pk, draft.pk], kind, now) == {live.pk: ["1 figure out of date"]}
    assert stale_facts.outdated_marks([live.pk], kind, now - days(1)) == {}
    assert list(stale_facts.only_outdated(Page.objects.all(), kind, now).values_list("pk", flat=True)) == [live.pk]


def test_overdue_steps_are_counted_in_words(people: People, now: datetime) -> None:
    late = (stale_facts.day_of(now) - timedelta(days=3)).isoformat()
    paper = agreement(people, now, "paper", step(late), step(late), step(late, late))
    assert stale_facts.outdated_marks([paper.pk], kinds.get_kind("agreement"), now) == {paper.pk: ["2 steps overdue"]}


def test_the_list_of_staff_marks_and_filters(client: Client, people: People, now: datetime) -> None:
    late = (stale_facts.day_of(now) - timedelta(days=3)).isoformat()
    client.force_login(people.author)
    url = reverse("admin:cooperation_page_changelist")
    asked = []
    for size in (1, 6):
        for number in range(size):
            page(people, now, f"late-{size}-{number}", parts={"figure": [figure(valid_until=late), figure()]})
            page(people, now, f"fine-{size}-{number}", parts={"figure": [figure(as_of=late)]})
        client.get(url)
        with CaptureQueriesContext(connection) as questions:
            page_ = client.get(url)
        asked.append(len(questions))
    assert asked[0] == asked[1] <= 12
    assert body(page_).count("1 figure out of date") == 7
    assert "Facts out of date" in body(page_)
    narrowed = client.get(url, {"aged": "yes"})
    titles = [edition.title_en for edition in narrowed.context["cl"].result_list]
    assert len(titles) == 7
    assert all(title.startswith("Late") for title in titles)


def test_the_public_page_says_so_at_its_moment(client: Client, people: People, now: datetime) -> None:
    until = stale_facts.day_of(now) - timedelta(days=2)
    rows = {"figure": [figure(value="23", valid_until=until.isoformat())]}
    page(people, now - days(9), parts=rows)
    path = "/en/pages/border-en/"
    assert "No longer current" in body(get(client, path))
    assert "No longer current" not in body(get(client, f"{path}?at={until}"))
    assert "No longer current" in body(get(client, f"{path}?at={until + timedelta(days=1)}"))
