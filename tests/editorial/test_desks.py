"""Everybody's desk shows what concerns them, nothing else, at a price that does not grow."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from editorial.desks import counts, lists, mine, planned, rows
from editorial.desks.query import Ask
from editorial.models import Edition, SignOffRule, User
from editorial.states import State
from editorial.translating import progress, saving
from editorial.workflow import assignment, drafts, transitions
from tests import builders
from tests.editorial import stages
from tests.editorial.desk import as_
from tests.people import People, person

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def desk(who: User, now: datetime) -> mine.Desk:
    ask = Ask.for_person(User.objects.get(pk=who.pk), now)
    return mine.desk(ask, counts.desk_counts(ask))


def sections(who: User, now: datetime) -> dict[str, list[str]]:
    return {
        section.key: sorted(row.edition.slug_en.removesuffix("-en") for row in section.rows)
        for section in desk(who, now).sections
    }


def counted(who: User, now: datetime) -> counts.Counts:
    return counts.desk_counts(Ask.for_person(User.objects.get(pk=who.pk), now))


def listed(key: str, user: User, now: datetime, **choice: Any) -> list[str]:
    ask = Ask.for_person(User.objects.get(pk=user.pk), now)
    work = lists.WORKS[key]
    found = lists.find_editions(work, lists.Choice(**{"who": lists.default(work, ask), **choice}), ask, reader="en")
    return [row.edition.slug_en.removesuffix("-en") for row in rows.desk_rows(found, ask, codes=ask.codes)]


def test_an_author_sees_their_own_work(people: People, now: datetime) -> None:
    """Drafts, what was sent back with the remark, and what others have; nobody else's."""
    for state in State:
        stages.at_stage(state, people, now)
    found = sections(people.author, now)
    assert found == {"sent_back": ["changes-requested"], "drafts": ["draft"], "with_others": ["approved", "in-review"]}
    assert sections(people.second_author, now) == {}
    back = next(section for section in desk(people.author, now).sections if section.key == "sent_back")
    assert back.rows[0].sent_back is not None
    assert back.rows[0].sent_back.remark == stages.REMARK
    assignment.assign(
        Edition.objects.get(slug_en="draft-en"), to=people.second_author, due=now.date(), by=people.author, now=now
    )
    given = desk(people.second_author, now).sections
    assert [section.key for section in given] == ["drafts"]
    assert given[0].rows[0].mine is not None
    assert given[0].rows[0].mine.due_on == now.date()
    assert not given[0].rows[0].is_late


def test_a_reviewer_sees_what_they_may_sign_now(people: People, now: datetime) -> None:
    """The stage's turn, the party's signature, four eyes, and what a colleague was asked to do."""
    builders.joint("note", people, stages=(1, 2))
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    assert sections(people.reviewer_ca, now) == {"review": ["in-review"]}
    assert sections(people.reviewer_mx, now) == {}
    assert listed("review", people.reviewer_mx, now, who="party") == ["in-review"]
    colleague = person("colleague", "Reviewer", party=people.ca)
    assignment.assign(edition, to=colleague, due=None, by=people.author, now=now)
    assert sections(colleague, now) == {"review": ["in-review"]}
    assert sections(people.reviewer_ca, now) == {}
    assert (counted(colleague, now).review, counted(people.reviewer_ca, now).review) == (1, 0)
    transitions.sign_off(edition, by=people.reviewer_ca, now=now, digest=edition.digest)
    assert sections(colleague, now) == {}
    assert sections(people.reviewer_mx, now) == {"review": ["in-review"]}
    row = desk(people.reviewer_mx, now).sections[0].rows[0]
    assert [one.party for one in row.turn] == [people.mx]
    assert [one.party for one in row.given] == [people.ca]


def test_who_changed_a_text_is_told_why_it_is_not_theirs(people: People, now: datetime) -> None:
    """It stands with others, with the reason."""
    both = person("both", "Author", "Reviewer", party=people.ca)
    draft = stages.at_stage(State.DRAFT, people, now)
    with drafts.edit(draft, by=both, now=now) as row:
        row.minor = True
        row.save()
    transitions.submit(draft, by=people.author, now=now)
    [section] = desk(both, now).sections
    assert section.key == "with_others"
    assert section.rows[0].is_barred
    assert counted(both, now).review == 0


def test_the_desk_agrees_with_the_rules(people: People, now: datetime) -> None:
    """What stands under “waiting for my signature” can be signed, and what can be signed stands there."""
    from editorial.states import Verb
    from editorial.workflow.attempt import Attempt
    from editorial.workflow.rules import permissions

    stray = person("stray", "Reviewer")
    reviewers = [
        people.reviewer_ca,
        people.reviewer_mx,
        stray,
        people.author,
        person("r2", "Reviewer", party=people.mx),
    ]
    books: list[list[tuple[str, Any, int]]] = [
        [],
        [("note", None, 1)],
        [("note", people.ca, 1), ("note", people.mx, 1)],
        [("note", people.mx, 1), ("note", people.ca, 2)],
        [("note", people.ca, 1), ("note", None, 2)],
        [("note:memo", people.ca, 1)],
        [("page", people.ca, 1)],
    ]
    for place, book in enumerate(books):
        SignOffRule.objects.all().delete()
        for kind, party, stage in book:
            SignOffRule.objects.create(kind=kind, party=party, stage=stage)
        edition = stages.at_stage(State.IN_REVIEW, people, now, slug=f"book-{place}")
        for _step in range(3):
            edition = builders.fresh(edition)
            able = [who for who in reviewers if not permissions.problems(Verb.SIGN_OFF, Attempt(edition, who, now))]
            shown = [who for who in reviewers if f"book-{place}" in listed("review", who, now, who="me")]
            assert shown == able
            for who in reviewers:
                assert counted(who, now).review == len(listed("review", who, now, who="me"))
            if not able:
                break
            transitions.sign_off(edition, by=able[0], now=now, digest=edition.digest)
        transitions.recall(edition, by=people.author, now=now)


def test_a_translator_sees_their_languages(people: People, now: datetime) -> None:
    """Missing and outdated ones, not the source, and not what a colleague was asked for."""
    fields = {"title": {"en": "Only English"}, "slug": {"en": "only-en"}, "summary": {"en": "S"}}
    draft = builders.make_note(people, now, fields=fields, attest=False, parts={"section": []})
    assert sections(people.translator_fr, now) == {"translate": ["only"]}
    assert sections(people.translator_en, now) == {}
    row = desk(people.translator_fr, now).sections[0].rows[0]
    assert list(row.behind) == [("fr", "missing")]
    assert counted(people.translator_es, now).translate == 1
    second = person("second-fr", "Translator (fr)")
    assignment.assign(draft, to=second, due=None, by=people.author, now=now)
    assert sections(people.translator_fr, now) == {}
    assert counted(people.translator_fr, now).translate == 0
    assert sections(second, now) == {"translate": ["only"]}
    whole = builders.make_note(people, now, slug="whole")
    assert listed("translate", people.translator_es, now) == ["only"]
    with drafts.edit(whole, by=people.author, now=now) as changed:
        changed.title_en = "Changed"
        changed.save()
    assert listed("translate", people.translator_es, now, sort="title") == ["whole", "only"]
    assert sorted(listed("translate", people.translator_es, now, who="all", language="fr")) == ["only", "whole"]


def test_a_note_that_is_wanted_waits_for_translators(people: People, now: datetime) -> None:
    """A revision cannot be submitted without its note in every language, so its translators find it on their desks."""
    revision = transitions.revise(stages.live(people, now, slug="live"), by=people.author, now=now)
    assert sections(people.translator_fr, now) == {}
    with drafts.edit(revision, by=people.author, now=now) as row:
        row.change_note_en = "Corrected."
        row.save()
    for translator, code in ((people.translator_fr, "fr"), (people.translator_es, "es")):
        found = desk(translator, now).sections
        assert [(section.key, section.rows[0].behind) for section in found] == [("translate", [(code, "missing")])]
        assert listed("translate", translator, now) == ["live"]
        assert counted(translator, now).translate == 1
        assert [unit.path for unit in progress.pending(builders.fresh(revision), code)] == ["change_note"]
        assert progress.of_editions([builders.fresh(revision)])[revision.pk][code].left == 1
    outcome = saving.save(
        revision.pk, "fr", {"change_note": "Corrigé."}, by=people.translator_fr, now=now,
        opened=builders.fresh(revision).digest,
    )  # fmt: skip
    assert outcome.changed
    assert "translate" not in sections(people.translator_fr, now)
    with drafts.edit(builders.fresh(revision), by=people.author, now=now) as row:
        row.minor = True
        row.save()
    assert sections(people.translator_es, now) == {}


def test_a_publisher_sees_what_is_approved(people: People, now: datetime) -> None:
    """And what is planned, for everybody."""
    stages.at_stage(State.APPROVED, people, now)
    stages.scheduled(people, now, now + 2 * DAY, slug="later")
    found = desk(people.publisher, now)
    assert [section.key for section in found.sections] == ["publish"]
    assert [(each.what, each.edition.slug_en) for each in found.coming] == [("publication", "later-en")]
    assert desk(people.reviewer_mx, now).coming == []
    assert len(desk(people.author, now).coming) == 1


def test_the_calendar_holds_what_is_planned(people: People, now: datetime) -> None:
    """Publications and withdrawals by the day of Ottawa; a month has whole weeks."""
    at = now + 3 * DAY
    stages.scheduled(people, now, at)
    live = stages.live(people, now - DAY, slug="live")
    transitions.withdraw(live, by=people.publisher, now=now, at=at + DAY, explanation=builders.texts("Why"))
    ask = Ask.for_person(people.publisher, now)
    found = list(planned.rows(ask))
    assert sorted(what for _edition, _at, what in found) == ["publication", "withdrawal"]
    entries = planned.resolved(found, {each.pk: each for each in Edition.objects.all()})
    assert [entry.at for entry in entries] == [at, at + DAY]
    local = at.astimezone(planned.zone()).date()
    month = planned.Month.build(local.year, local.month, first_weekday=0)
    days = {day: plans for week in month.laid_out(entries) for day, plans in week}
    assert days[local] == [entries[0]]
    assert all(len(week) == 7 and week[0].isoweekday() == 7 for week in month.weeks)
    assert month.begin <= entries[0].at < month.end
    assert planned.Month.build(2026, 12, first_weekday=1).next == date(2027, 1, 1)
    assert planned.Month.build(2026, 1, first_weekday=1).previous == date(2025, 12, 1)


def test_problems_concern_those_who_can_mend_them(people: People, now: datetime) -> None:
    """Authors see those of their own documents, administrators all."""
    live = stages.live(people, now - 9 * DAY, slug="live")
    assignment.set_review_by(live, review_by=(now - 2 * DAY).date(), by=people.author, now=now - 5 * DAY)
    note = builders.make_note(people, now - DAY, slug="flood")
    urgent = transitions.publish_urgently(note, by=people.publisher, now=now - DAY, reason="Flood")
    assert counted(people.author, now).problems["review_by"] == 1
    assert counted(people.second_author, now).problems["review_by"] == 0
    assert counted(people.administrator, now).problems["review_by"] == 1
    assert counted(people.reviewer_ca, now).problems == {"unconfirmed": 1}
    assert counted(people.publisher, now).problems["unconfirmed"] == 1
    assert counted(people.translator_fr, now).problems == {}
    [line] = [line for line in desk(people.administrator, now).problems if line.source.key == "review_by"]
    assert [example.edition.pk for example in line.examples] == [live.pk]
    transitions.confirm(urgent, by=people.reviewer_ca, now=now)
    assert counted(people.publisher, now).problems["unconfirmed"] == 0


def test_a_feature_adds_its_own_problems(people: People, now: datetime) -> None:
    """With one function, compiled once with all others."""
    from editorial.desks import problems

    @problems.problems_source("test", name="Odd", label="%(count)s odd", order=1, edition="pk")
    def odd(ask: Ask) -> Any:
        return Edition.objects.filter(created_by=ask.person) if "write_edition" in ask.may else None

    counts._statement.cache_clear()
    try:
        stages.at_stage(State.DRAFT, people, now)
        assert counted(people.author, now).problems["test"] == 1
        assert desk(people.author, now).problems[0].label == "1 odd"
        assert "test" not in counted(people.publisher, now).problems
    finally:
        del problems._SOURCES["test"]
        counts._statement.cache_clear()


def test_the_desk_costs_the_same_for_many_as_for_few(people: People, now: datetime) -> None:
    """At most fifteen statements for somebody with every role, session and permissions included."""
    jack = person("jack", party=people.mx)
    jack.groups.set(Group.objects.all())
    cost = []
    for size in (1, 4):
        for number in range(size):
            for state in (State.DRAFT, State.IN_REVIEW, State.CHANGES_REQUESTED, State.APPROVED):
                edition = stages.at_stage(state, people, now, slug=f"{state.value.replace('_', '-')}-{size}-{number}")
                if state == State.DRAFT:
                    with drafts.edit(edition, by=jack, now=now) as row:
                        row.title_en = "Changed"
                        row.save()
                    assignment.assign(edition, to=jack, due=now.date(), by=people.author, now=now)
            stages.scheduled(people, now, now + DAY, slug=f"soon-{size}-{number}")
            note = builders.make_note(people, now - DAY, slug=f"flood-{size}-{number}")
            transitions.publish_urgently(note, by=people.publisher, now=now - DAY, reason="Flood")
        client = as_(jack)
        found = []
        for name in (
            "index",
            "desk_mine",
            "desk_review",
            "desk_translate",
            "desk_publish",
            "desk_scheduled",
            "desk_problems",
        ):
            with CaptureQueriesContext(
                connection,
            ) as asked:
                assert client.get(reverse(f"admin:{name}")).status_code == 200
            found.append(len(asked))
        cost.append(found)
    assert cost[0] == cost[1]
    assert max(cost[0]) <= 15


def test_addresses_are_read_kindly(people: People, now: datetime) -> None:
    """Junk narrows nothing; strangers are turned away; nobody without a role sees a desk."""
    stages.at_stage(State.IN_REVIEW, people, now)
    client = as_(people.reviewer_ca)
    junk = "?who=nobody&kind=x&language=xx&party=99999999999&sort=y&page=zz"
    page = client.get(reverse("admin:desk_review") + junk)
    assert page.status_code == 200
    assert [row.edition.slug_en for row in page.context["page"].object_list] == ["in-review-en"]
    for month in ("2026-13", "0000-01", "9999-12", "x", "2026-02", "²-1"):
        assert (
            client.get(reverse("admin:desk_scheduled"), {"month": month, "what": "x", "kind": "?"}).status_code == 200
        )
    assert client.get(reverse("admin:desk_problems") + "?source=nothing&kind=x").status_code == 200
    assert client.get(reverse("admin:desk_review") + f"?party={people.mx.pk}&kind=note&sort=kind").status_code == 200
    outsider = as_(people.outsider)
    for name in ("desk_review", "desk_scheduled", "desk_problems", "desk_mine"):
        assert outsider.get(reverse(f"admin:{name}")).status_code == 403
    assert b"desk-menu" not in outsider.get(reverse("admin:index")).content


def test_the_menu_is_on_every_page_with_its_counts(people: People, now: datetime) -> None:
    """Each person sees the desks of their roles."""
    stages.at_stage(State.IN_REVIEW, people, now)
    page = as_(people.reviewer_ca).get(reverse("admin:toy_note_changelist")).content.decode()
    assert reverse("admin:desk_review") in page
    assert reverse("admin:desk_translate") not in page
    assert '<span class="desk-menu-count">1</span>' in page
    home = as_(people.translator_fr).get(reverse("admin:index")).content.decode()
    assert 'aria-current="page"' in home
    assert reverse("admin:desk_translate") in home


def test_deactivated_people_break_nothing(people: People, now: datetime) -> None:
    """Their names stay where they were."""
    edition = stages.at_stage(State.DRAFT, people, now)
    assignment.assign(edition, to=people.second_author, due=None, by=people.author, now=now)
    User.objects.filter(pk=people.second_author.pk).update(is_active=False)
    page = as_(people.author).get(reverse("admin:index"))
    assert page.status_code == 200
    assert str(people.second_author) in page.content.decode()
    assert as_(people.administrator).get(reverse("admin:toy_note_changelist")).status_code == 200
