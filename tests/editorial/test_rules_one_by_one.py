"""Rules that other tests hold only from afar: each is asked by itself, so that it cannot go without a test noticing."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import override_settings

from editorial.checks.advice import run
from editorial.collaboration.remarks import threads
from editorial.content import canonical, kinds, parity
from editorial.models import Address, Edition, Event, SignOffRule, User
from editorial.states import State, Verb
from editorial.workflow import drafts, notice_jobs, ownership, signatures, transitions, waivers
from editorial.workflow.attempt import Attempt
from editorial.workflow.roles import eligibility, groups
from editorial.workflow.rules import permissions, remarks
from editorial.workflow.rules.permissions import NotAllowed
from editorial.workflow.transition_parts import addresses
from tests import builders, jobs
from tests.cooperation import register, site
from tests.editorial import stages
from tests.people import People, person

DAY = timedelta(days=1)


def refused(verb: Verb, edition: Edition, by: Any, now: datetime, **given: Any) -> set[str]:
    return {reason.code for reason in permissions.problems(verb, Attempt(edition, by, now, **given))}


def revision(live: Edition, people: People, now: datetime, **changes: Any) -> Edition:
    """A draft after a live edition, with some columns changed and attested."""
    draft = transitions.revise(live, by=people.author, now=now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        for name, value in changes.items():
            setattr(row, name, value)
        row.save()
    builders.attest_all(draft, people, now)
    return builders.fresh(draft)


def test_an_urgent_page_refers_to_nothing_that_is_not_public(people: People, now: datetime) -> None:
    about = stages.scheduled(people, now, now + DAY, slug="about")
    note = builders.make_note(people, now, slug="urgent", fields={"about": str(about.document.uuid)})
    assert refused(Verb.PUBLISH_URGENTLY, note, people.publisher, now, reason="Flood") == {"reference"}


def test_an_urgent_revision_says_what_changed(people: People, now: datetime) -> None:
    draft = revision(stages.live(people, now - DAY), people, now, title_en="Other")
    assert refused(Verb.PUBLISH_URGENTLY, draft, people.publisher, now, reason="Flood") == {"change_note"}


def test_a_change_is_not_noted_in_a_language_that_is_to_follow(people: People, now: datetime) -> None:
    draft = revision(
        stages.live(people, now - DAY), people, now, title_en="Other", change_note_en="New", change_note_es="Nuevo"
    )
    drafts.grant_exception(draft, "fr", by=people.publisher, now=now, reason="To follow")
    assert refused(Verb.SUBMIT, builders.fresh(draft), people.author, now) == set()
    drafts.end_exception(builders.fresh(draft), "fr", by=people.publisher, now=now)
    assert refused(Verb.SUBMIT, builders.fresh(draft), people.author, now) == {"change_note"}


def test_a_document_is_answered_for_by_somebody_who_can_log_in(people: People, now: datetime) -> None:
    visitor = person("visitor", "Author")
    visitor.is_staff = False
    visitor.save()
    note = builders.make_note(people, now)
    with pytest.raises(NotAllowed) as refusal:
        ownership.set_owner(note, owner=visitor, by=people.administrator, now=now)
    assert [reason.code for reason in refusal.value.reasons] == ["owner"]


def test_an_embargo_stands_in_the_way_whoever_publishes(people: People, now: datetime) -> None:
    register.tables()
    edition = register.draft("statement", people, now)
    with drafts.edit(edition, by=people.author, now=now) as row:
        row.embargo_until = now + DAY
        row.save()
    attempt = Attempt(builders.fresh(edition), people.publisher, now)
    assert "embargo" in {reason.code for reason in permissions.obstacles(attempt)}
    later = Attempt(builders.fresh(edition), people.publisher, now, at=now + 2 * DAY)
    assert "embargo" not in {reason.code for reason in permissions.obstacles(later)}


def test_a_third_edition_comes_after_the_second(people: People, now: datetime) -> None:
    first = stages.live(people, now - 3 * DAY)
    second = builders.revised(first, people, now - 2 * DAY, title_en="Second")
    third = transitions.revise(second, by=people.author, now=now)
    assert Attempt(third, people.author, now).successor_of == second


def test_a_reason_for_discarding_goes_on_record(people: People, now: datetime) -> None:
    transitions.discard(builders.make_note(people, now), by=people.author, now=now, reason="Said elsewhere.")
    assert Event.objects.latest("pk").reason == "Said elsewhere."


def test_discarded_and_begun_again(people: People, now: datetime) -> None:
    """The next draft has the next number; nothing of what was said about the discarded one is carried over."""
    live = stages.live(people, now - DAY)
    second = revision(live, people, now, title_en="Other", minor=True, change_note_en="Mended")
    transitions.discard(second, by=people.author, now=now, reason="Not now.")
    third = transitions.revise(live, by=people.author, now=now)
    assert (third.number, third.minor, third.change_note_en or "") == (3, False, "")


def test_what_is_confirmed_is_made_for_printing_again(people: People, now: datetime) -> None:
    """The file of an urgent report says that it is not confirmed, until it is made anew."""
    group = site.group(people, now - DAY, "energy")
    draft = builders.make(
        "annual_report", people, now, slug="report-2025", fields={"year": 2025},
        parts={"section": [builders.section()], "chapter": [site.chapter(group)]},
    )  # fmt: skip
    urgent = transitions.publish_urgently(draft, by=people.publisher, now=now, reason="Flood")
    jobs.work_off()
    transitions.confirm(urgent, by=people.reviewer_ca, now=now)
    assert [job.task_name for job in jobs.waiting()] == ["cooperation.report_pdf"]


def test_addresses_are_taken_in_one_order(people: People, now: datetime) -> None:
    """Two who publish several at once would else wait for each other for ever."""
    approved = [
        builders.approve(builders.make_note(people, now, slug=slug), people, now)
        for slug in ("zebra", "apple", "mango")
    ]
    attempts = [Attempt(edition, people.publisher, now) for edition in approved]
    addresses.allot(attempts)
    paths = list(Address.objects.order_by("pk").values_list("language", "path"))
    assert paths == sorted(paths)
    assert len(paths) == 9


@pytest.mark.parametrize(("who", "codes"), [("translator_fr", {"shared"}), ("author", set())])
def test_advice_about_what_all_languages_share_is_an_authors(
    who: str, codes: set[str], people: People, now: datetime
) -> None:
    note = builders.make_note(people, now)
    found = refused(Verb.WAIVE, note, getattr(people, who), now, language="", reason="It is meant.")
    assert found == codes


def test_a_remark_that_need_not_be_fixed_bars_no_signature(people: People, now: datetime) -> None:
    note = stages.at_stage(State.IN_REVIEW, people, now)
    threads.open_thread(note, by=people.reviewer_ca, now=now, text="A comma?", where=threads.Where("", "", ""))
    assert refused(Verb.SIGN_OFF, note, people.reviewer_ca, now, digest=note.digest) == set()


def test_nobody_is_proposed_to_publish_what_they_wrote(people: People, now: datetime) -> None:
    note = stages.at_stage(State.APPROVED, people, now)
    people.author.groups.add(Group.objects.get(name="Publisher"))
    need = eligibility.Need(note)
    author = User.objects.get(pk=people.author.pk)
    assert [each.code for each in eligibility.reasons(need, author, eligibility.by_roles(author))] == ["four_eyes"]


def test_whoever_left_is_proposed_for_nothing(people: People) -> None:
    User.objects.filter(pk=people.author.pk).update(is_active=False)
    assert people.author not in {person for person, _may in eligibility.able_people()}
    assert people.second_author in {person for person, _may in eligibility.able_people()}


def test_a_document_is_answered_for_by_somebody(people: People, now: datetime) -> None:
    note = builders.make_note(people, now)
    assert refused(Verb.SET_OWNER, note, people.administrator, now, to=None) == {"owner"}


def test_a_role_is_made_without_a_permission_that_is_not_there_yet(people: People) -> None:
    Group.objects.filter(name="Publisher").delete()
    Permission.objects.filter(codename="open_discussion").delete()
    groups.make_roles()
    held = Group.objects.get(name="Publisher").permissions.values_list("codename", flat=True)
    assert "publish_edition" in held
    assert "open_discussion" not in held


def test_an_exception_is_ended_by_whoever_grants_them(people: People, now: datetime) -> None:
    note = builders.make_note(people, now)
    drafts.grant_exception(note, "fr", by=people.publisher, now=now, reason="To follow")
    with pytest.raises(NotAllowed) as refusal:
        drafts.end_exception(note, "fr", by=people.author, now=now)
    assert [reason.code for reason in refusal.value.reasons] == ["permission"]
    assert builders.fresh(note).excepted_languages == ["fr"]


def test_a_form_makes_one_document(people: People, now: datetime) -> None:
    kind, key = kinds.get_kind("note"), uuid4()
    drafts.create_document(kind.model(), kind, by=people.author, now=now, key=key)
    with pytest.raises(drafts.AlreadyCreated):
        drafts.create_document(kind.model(), kind, by=people.author, now=now, key=key)


def test_only_what_is_not_required_is_left_out() -> None:
    behind = {"en": "current", "fr": "outdated", "es": "missing"}
    assert parity.not_ready(behind, []) == []
    with override_settings(REQUIRED_LANGUAGES=["en", "fr"]):
        assert parity.not_ready(behind, []) == ["es"]
        assert parity.not_ready(behind, ["es"]) == []


def test_translators_are_told_only_of_what_is_outdated(people: People, now: datetime) -> None:
    note = builders.make_note(people, now, attest=False)
    with drafts.edit(builders.fresh(note), by=people.author, now=now) as row:
        row.title_fr = row.title_es = ""
        row.save()
    jobs.work_off()
    with drafts.edit(builders.fresh(note), by=people.author, now=now) as row:
        row.title_en = "Another"
        row.save()
    assert jobs.waiting(notice_jobs.TELL_OF_SOURCE) == []


def test_each_step_is_one_version_on(people: People, now: datetime) -> None:
    note = builders.make_note(people, now, attest=False)
    before = builders.fresh(note).version
    drafts.attest(note, "fr", by=people.translator_fr, now=now)
    assert builders.fresh(note).version == before + 1
    with drafts.edit(builders.fresh(note), by=people.author, now=now) as row:
        row.title_en = "Another"
        row.save()
    assert builders.fresh(note).version == before + 2


def test_a_waiver_is_of_its_own_document(people: People, now: datetime) -> None:
    shouted = dict.fromkeys(("en", "fr", "es"), "THIS IS ALL IN CAPITAL LETTERS AND MUCH TOO LOUD")
    drafts_ = [builders.make_note(people, now, slug=slug, fields={"summary": shouted}) for slug in ("one", "two")]
    made = []
    for draft in drafts_:
        row = builders.fresh(draft)
        [finding, *_more] = run.findings(row, canonical.content_of(row), now=now)
        made.append(waivers.waive(row, finding.identity, by=people.author, now=now, reason="Meant"))
    assert [waiver.document_id for waiver in made] == [draft.document_id for draft in drafts_]


def test_rules_of_a_type_count_for_that_type(people: People, now: datetime) -> None:
    register.tables()
    SignOffRule.objects.create(kind="statement:joint_statement", party=people.mx, stage=1)
    joint, release = (
        builders.make("statement", people, now, slug=kind.replace("_", "-"), fields={"type": kind})
        for kind in ("joint_statement", "release")
    )
    assert [str(each) for each in signatures.requirements_for(builders.fresh(joint))] == [str(people.mx)]
    assert [str(each) for each in signatures.requirements_for(builders.fresh(release))] == ["any party"]


@pytest.mark.parametrize(("longest", "shown"), [(11, "a long text"), (10, "a long…"), (1, "a…")])
def test_a_text_that_fits_is_shown_whole(longest: int, shown: str) -> None:
    assert remarks.excerpt("a  long\ntext", longest) == shown


def test_a_form_that_was_sent_is_known_before_it_is_read(people: People, now: datetime) -> None:
    kind, key = kinds.get_kind("note"), uuid4()
    drafts.require_not_made(key)
    drafts.create_document(kind.model(), kind, by=people.author, now=now, key=key)
    with pytest.raises(drafts.AlreadyCreated):
        drafts.require_not_made(key)


def test_a_document_is_begun_without_parts(people: People, now: datetime) -> None:
    fields = {"source_language": "en", "title": builders.texts("Bare")}
    bare = drafts.create(kinds.get_kind("note"), by=people.author, now=now, fields=fields)
    assert not any(canonical.content_of(builders.fresh(bare))["parts"].values())


def test_what_waits_is_judged_by_the_languages_that_are_required_now(people: People, now: datetime) -> None:
    with override_settings(REQUIRED_LANGUAGES=["en", "fr"]):
        draft = builders.make_note(people, now, attest=False)
        drafts.attest(draft, "fr", by=people.translator_fr, now=now)
        note = transitions.submit(builders.fresh(draft), by=people.author, now=now)
        assert refused(Verb.SIGN_OFF, note, people.reviewer_ca, now, digest=note.digest) == set()
    found = refused(Verb.SIGN_OFF, builders.fresh(note), people.reviewer_ca, now, digest=note.digest)
    assert found == {"language_unsettled"}
