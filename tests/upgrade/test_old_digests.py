"""What was digested by version 1 stays signed, and goes on to the public,
though the digests of today are of version 2."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.content import canonical, digests, kept, kinds
from editorial.models import Edition, Event, Party, Remark, Snapshot, User
from editorial.states import State
from editorial.verification import run
from editorial.verification.heads import ChainHeads
from editorial.workflow import drafts, transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.attacks import sql, triggers_off
from tests.people import People


@pytest.fixture
def people(migrated: None) -> People:
    """The people of the dump."""
    users = {user.username: user for user in User.objects.all()}
    names = [name for name in People.__dataclass_fields__ if name not in ("ca", "mx")]
    parties = {party.code: party for party in Party.objects.all()}
    return People(ca=parties["CA"], mx=parties["MX"], **{name: users[name.replace("_", "-")] for name in names})


@pytest.fixture
def now() -> datetime:
    return timezone.now().replace(microsecond=0)


def in_state(state: State) -> list[Edition]:
    return list(Edition.objects.filter(state=state).select_related("document").order_by("pk"))


def to_the_public(edition: Edition, people: People, now: datetime) -> Edition:
    """The rest of an edition's way, by whoever has not signed yet."""
    row = builders.fresh(edition)
    if row.state == State.DRAFT:
        row = transitions.submit(row, by=people.author, now=now, reason="Agreed.")
    for reviewer in (people.reviewer_ca, people.reviewer_mx):
        signed = row.signoffs.filter(round=row.round, decision="signed").values_list("party", flat=True)
        if row.state == State.IN_REVIEW and reviewer.party_id not in signed:
            row = transitions.sign_off(row, by=reviewer, now=now, digest=row.digest)
    return transitions.publish(row, by=people.publisher, now=now)


def published_page(edition: Edition) -> str:
    kind = kinds.get_kind(edition.document.kind)
    content = canonical.content_of(edition)
    return f"/en/{kind.path('en', content['fields']['slug']['en'])}/"


def test_old_digests_are_of_version_1_and_nothing_differs(people: People) -> None:
    assert set(Edition.objects.exclude(digest="").values_list("digest_version", flat=True)) == {1}
    done = run.verify(clock=timezone.now, heads=ChainHeads(), fresh=True)
    assert [each for each in done.differences.all() if each.code not in ("file_gone",)] == []


def test_every_text_is_still_what_was_digested(people: People) -> None:
    for edition in Edition.objects.exclude(digest="").select_related("document"):
        assert kept.says(edition, canonical.content_of(edition)), edition


@pytest.mark.parametrize("state", [State.IN_REVIEW, State.APPROVED])
def test_what_waits_goes_on_to_the_public(state: State, people: People, now: datetime) -> None:
    waiting = [edition for edition in in_state(state) if not hasattr(edition, "release_item")]
    assert waiting
    for edition in waiting:
        moved = to_the_public(edition, people, now)
        assert moved.state == State.PUBLISHED
        assert (moved.digest_version, moved.digest) == (1, edition.digest)
        assert Client().get(published_page(moved)).status_code == 200


def test_a_draft_goes_on_without_being_saved_again(people: People, now: datetime) -> None:
    complete = [
        edition
        for edition in in_state(State.DRAFT)
        if set(edition.language_status.values()) <= {"current"}
        and not hasattr(edition, "release_item")
        and not Remark.objects.filter(document=edition.document).exists()
    ]
    assert complete
    for edition in complete:
        builders.note_change(edition, people, now)
        builders.attest_all(edition, people, now)
        assert to_the_public(edition, people, now).state == State.PUBLISHED


def test_what_is_scheduled_will_be_live(people: People, now: datetime) -> None:
    later = [edition for edition in in_state(State.PUBLISHED) if edition.live_during.lower > now]
    assert later
    for edition in later:
        assert Edition.objects.live(edition.live_during.lower + timedelta(seconds=1)).filter(pk=edition.pk).exists()


def revised() -> tuple[Edition, Edition, Edition]:
    """A past edition, the live one after it, and the open draft after that."""
    draft = Edition.objects.select_related("document").get(state=State.DRAFT, number=3)
    past, live = Edition.objects.filter(document=draft.document, number__lt=3).order_by("number")
    return past, live, draft


def staff(person: User) -> Client:
    client = Client()
    client.force_login(person, backend="editorial.web.backends.StaffBackend")
    return client


def screen(edition: Edition, name: str, *more: str) -> str:
    meta = kinds.get_kind(edition.document.kind).model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{name}", args=(edition.pk, *more))


def test_an_old_text_is_put_back_compared_and_previewed(people: People, now: datetime) -> None:
    past, live, draft = revised()
    assert not drafts.restore(draft, Snapshot.objects.get(pk=draft.digest), by=people.author, now=now)
    snapshot = Snapshot.objects.get(pk=past.digest)
    assert drafts.restore(draft, snapshot, by=people.author, now=now)
    assert not drafts.restore(draft, snapshot, by=people.author, now=now)
    row = builders.fresh(draft)
    assert row.digest_version == digests.VERSION
    assert digests.essential(canonical.content_of(row)) == digests.essential(snapshot.content)
    addresses = [
        f"{screen(row, 'compare')}?before={past.digest}&after={live.digest}",
        f"{screen(row, 'preview', 'es')}?digest={past.digest}",
    ]
    assert [staff(people.author).get(address).status_code for address in addresses] == [200, 200]


def test_a_live_text_is_revised_and_follows_itself(people: People, now: datetime) -> None:
    live = Edition.objects.live(now).select_related("document").get(slug_en="live-en")
    draft = transitions.revise(live, by=people.author, now=now)
    assert draft.digest_version == digests.VERSION
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.title_en = "Live again"
        row.save()
    builders.attest_all(draft, people, now)
    builders.note_change(draft, people, now)
    builders.attest_all(draft, people, now)
    assert to_the_public(draft, people, now).state == State.PUBLISHED
    assert "Live again" in Client().get(published_page(draft)).content.decode()


def test_an_old_snapshot_without_a_field_of_today_can_be_shown(people: People, now: datetime) -> None:
    """As if the body of sections had come after it was kept."""
    _past, live, _draft = revised()
    with triggers_off():
        sql(
            "UPDATE editorial_snapshot SET content = jsonb_set(content, '{parts,section}',"
            " (SELECT coalesce(jsonb_agg(row - 'body'), '[]')"
            " FROM jsonb_array_elements(content #> '{parts,section}') row))"
            " WHERE digest = %s",
            live.digest,
        )
    assert staff(people.author).get(f"{screen(live, 'preview', 'fr')}?digest={live.digest}").status_code == 200


@pytest.mark.parametrize("state", [State.IN_REVIEW, State.APPROVED])
def test_an_altered_text_is_not_signed_or_published(state: State, people: People, now: datetime) -> None:
    edition = next(each for each in in_state(state) if not hasattr(each, "release_item"))
    with triggers_off():
        sql("UPDATE editorial_edition SET title_fr = 'Secretariat of War' WHERE id = %s", edition.pk)
    with pytest.raises(NotAllowed) as refusal:
        to_the_public(edition, people, now)
    assert "digest" in {reason.code for reason in refusal.value.reasons}


def test_events_of_then_name_texts_that_are_kept(people: People) -> None:
    named = set(Event.objects.exclude(digest="").values_list("digest", flat=True))
    assert named
    assert named <= set(kept.contents(named))
