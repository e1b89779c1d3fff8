"""Random people do random things to several documents while time goes by; after each step the promises hold.

All of it as the role of PostgreSQL that a real site has (`editorial.guards.database_roles`): what the engine does there
must be granted, and what the guards hold they hold against that role.
"""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from editorial.content import canonical, digests, kept, parity
from editorial.models import Decision, Edition, Event, SignOff, SignOffRule, Snapshot, User, Withdrawal
from editorial.staff import signing_rules
from editorial.states import OPEN, TRANSITIONS, Standing, State, Verb
from editorial.workflow import audit, drafts, signatures, transitions
from editorial.workflow.live_periods import next_boundary
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.attacks import SITE, at_commit, rows
from tests.editorial import stages
from tests.people import People, person

DOCUMENTS = st.integers(0, 2)
#: Which edition of a document, counted from the newest.
BACK = st.sampled_from([0, 0, 0, 0, 1, 2])
LANGUAGES = st.sampled_from(["en", "fr", "es"])
SPANS = st.sampled_from([timedelta(microseconds=1), timedelta(seconds=1), timedelta(hours=1), timedelta(days=2)])
PEOPLE = st.integers(0, 9)


class Desk(RuleBasedStateMachine):
    """Three documents, ten people, one clock; each example is one transaction that is undone at its end."""

    def __init__(self, people: People, everybody: list[User], now: datetime) -> None:
        super().__init__()
        self.people, self.everybody = people, everybody
        # Ahead of the database's own clock, whose guards of the past would otherwise know better than the test's.
        self.now = now + timedelta(hours=1)
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.past: dict[datetime, set[int]] = {}
        self.documents: list[int] = []
        self.checked: dict[int, tuple[Any, ...]] = {}

    def teardown(self) -> None:
        try:
            self.at_the_end()
        finally:
            transaction.set_rollback(True)
            self.atomic.__exit__(None, None, None)

    @initialize(stages=st.sampled_from([None, (1, 1), (1, 2)]))
    def begin(self, stages: tuple[int, int] | None) -> None:
        for party, stage in zip((self.people.ca, self.people.mx), stages or (), strict=bool(stages)):
            signing_rules.save_rule(
                SignOffRule(), kind="note", party=party, stage=stage, by=self.people.administrator, now=self.now
            )
        for word in ("one", "two", "three"):
            draft = builders.make_note(self.people, self.now, slug=word, attest=word != "three")
            self.documents.append(draft.document_id)

    def edition(self, document: int, back: int = 0) -> Edition:
        editions = list(Edition.objects.filter(document_id=self.documents[document]).order_by("-number"))
        return builders.fresh(editions[min(back, len(editions) - 1)])

    def attempt(self, verb: Verb, edition: Edition, action: Callable[[], Any], by: User) -> None:
        """Either the one event that tells of it is written, or nothing at all has changed."""
        before = Event.objects.count(), Snapshot.objects.count(), SignOff.objects.count(), Edition.objects.count()
        rows = list(Edition.objects.order_by("pk").values())
        try:
            with transaction.atomic():
                changed = action()
        except NotAllowed as refusal:
            changed = not refusal.reasons  # refused without a reason would be counted as done
        if changed is False:
            after = Event.objects.count(), Snapshot.objects.count(), SignOff.objects.count(), Edition.objects.count()
            assert after == before
            assert list(Edition.objects.order_by("pk").values()) == rows
            return
        at_commit()  # the guards that look at the end of a transaction have nothing against it either
        event = audit.head()
        assert event is not None
        assert Event.objects.count() == before[0] + 1
        assert (event.verb, event.by, event.document_id) == (verb, by, edition.document_id)
        told = Edition.objects.get(pk=event.edition_id)
        assert (event.to_state, event.digest) == (told.state, told.digest)

    @rule(span=SPANS)
    def time_goes_by(self, span: timedelta) -> None:
        self.past[self.now] = self.live_at(self.now)
        self.now += span

    @rule()
    def time_goes_by_to_the_next_boundary(self) -> None:
        boundary = next_boundary(self.now)
        if boundary is not None:
            self.past[self.now] = self.live_at(self.now)
            self.now = boundary

    @rule(document=DOCUMENTS, who=PEOPLE, language=LANGUAGES, word=st.sampled_from(["New", "Other"]))
    def write(self, document: int, who: int, language: str, word: str) -> None:
        edition, by = self.edition(document), self.everybody[who]

        def action() -> bool:
            session = drafts.begin(edition.pk, by=by, now=self.now)
            setattr(session.edition, f"title_{language}", f"{word} {language} {document}")
            session.edition.save()
            return session.commit()

        self.attempt(Verb.SAVE, edition, action, by)

    @rule(document=DOCUMENTS, who=PEOPLE, pick=st.integers(0, 5))
    def restore(self, document: int, who: int, pick: int) -> None:
        edition, by = self.edition(document), self.everybody[who]
        digests = list(drafts.saves(edition).values_list("digest", flat=True))
        if digests:
            snapshot = Snapshot.objects.get(pk=digests[min(pick, len(digests) - 1)])
            self.attempt(
                Verb.RESTORE, edition, lambda: drafts.restore(edition, snapshot, by=by, now=self.now), by
            )  # fmt: skip

    @rule(document=DOCUMENTS, who=PEOPLE, language=LANGUAGES)
    def attest(self, document: int, who: int, language: str) -> None:
        edition, by = self.edition(document), self.everybody[who]
        self.attempt(Verb.ATTEST, edition, lambda: drafts.attest(edition, language, by=by, now=self.now), by)

    @rule(document=DOCUMENTS, who=PEOPLE, language=LANGUAGES, given=st.booleans())
    def exception(self, document: int, who: int, language: str, given: bool) -> None:
        edition, by = self.edition(document), self.everybody[who]
        if given:
            self.attempt(
                Verb.GRANT_EXCEPTION, edition,
                lambda: drafts.grant_exception(edition, language, by=by, now=self.now, reason="To follow"), by,
            )  # fmt: skip
        else:
            self.attempt(
                Verb.END_EXCEPTION, edition, lambda: drafts.end_exception(edition, language, by=by, now=self.now), by
            )

    @rule(document=DOCUMENTS, back=BACK, who=PEOPLE, verb=st.sampled_from(sorted(TRANSITIONS)), span=SPANS)
    def any_transition(self, document: int, back: int, who: int, verb: Verb, span: timedelta) -> None:
        self.transition(verb, self.edition(document, back), self.everybody[who], span, planned=who % 2 == 1)

    @rule(document=DOCUMENTS, back=BACK, who=PEOPLE, pick=st.integers(0, 11), span=SPANS)
    def a_transition_that_is_offered(self, document: int, back: int, who: int, pick: int, span: timedelta) -> None:
        edition, by = self.edition(document, back), self.everybody[who]
        offered = sorted(
            verb for verb, against in permissions.offered(edition, by=by, now=self.now).items() if not against
        )
        if offered:
            self.transition(offered[pick % len(offered)], edition, by, span, planned=pick % 2 == 1)

    def transition(self, verb: Verb, edition: Edition, by: User, span: timedelta, *, planned: bool = False) -> None:
        why = builders.texts("Why")
        given: dict[str, Any] = {
            Verb.REQUEST_CHANGES: {"reason": "A date is missing."},
            Verb.SIGN_OFF: {"digest": edition.digest},
            Verb.SCHEDULE: {
                "at": self.now + span, "until": self.now + 2 * span if planned else None, "explanation": why,
            },
            Verb.RESCHEDULE: {"at": self.now + span},
            Verb.WITHDRAW: {"explanation": why, "at": self.now + span if planned else None},
            Verb.PUBLISH_URGENTLY: {"reason": "Flood"},
            Verb.DISCARD: {"reason": "It is not wanted."},
        }.get(verb, {})  # fmt: skip
        self.attempt(verb, edition, lambda: getattr(transitions, verb.value)(edition, by=by, now=self.now, **given), by)

    @rule(document=DOCUMENTS, times=st.integers(1, 4), span=SPANS, planned=st.booleans())
    def natural_steps(self, document: int, times: int, span: timedelta, planned: bool) -> None:
        for _step in range(times):
            self.natural_step(document, span, planned)

    def natural_step(self, document: int, span: timedelta, planned: bool) -> None:
        """What people who know their business would do next, so that the walk gets far."""
        edition, people = self.edition(document), self.people
        if edition.state == State.DRAFT:
            for language, status in edition.language_status.items():
                if status == parity.Parity.OUTDATED:
                    drafts.attest(edition, language, by=people.author, now=self.now)
            self.transition(Verb.SUBMIT, edition, people.author, span)
        elif edition.state == State.IN_REVIEW:
            for reviewer in (people.reviewer_ca, people.reviewer_mx):
                self.transition(Verb.SIGN_OFF, self.edition(document), reviewer, span)
        elif edition.state == State.CHANGES_REQUESTED:
            self.transition(Verb.RECALL, edition, people.author, span)
        elif edition.state == State.APPROVED:
            verb = Verb.SCHEDULE if planned else Verb.PUBLISH
            self.transition(verb, edition, people.publisher, span, planned=span > timedelta(hours=2))
        elif edition.state == State.PUBLISHED and planned and edition.standing(self.now) == Standing.SCHEDULED:
            self.transition(Verb.UNSCHEDULE, edition, people.publisher, span)
        elif edition.state == State.PUBLISHED and planned and span == timedelta(hours=1):
            self.transition(Verb.WITHDRAW, edition, people.publisher, span, planned=document == 0)
        elif edition.state == State.PUBLISHED:
            self.transition(Verb.REVISE, edition, people.author, span)
        elif edition.number > 1:
            self.transition(Verb.REVISE, self.edition(document, 1), people.author, span)
        else:
            draft = builders.make_note(people, self.now, slug=f"slot-{document}-{len(self.checked)}")
            self.documents[document] = draft.document_id

    def live_at(self, moment: datetime) -> set[int]:
        return set(Edition.objects.live(moment).values_list("pk", flat=True))

    @invariant()
    def everything_is_done_as_the_site(self) -> None:
        """Who owns a table or is a superuser would find no guard closed."""
        assert rows("SELECT current_user::text, rolsuper FROM pg_roles WHERE rolname = current_user") == [(SITE, False)]

    @invariant()
    def one_open_edition(self) -> None:
        counts = Counter(Edition.objects.filter(state__in=OPEN).values_list("document_id", flat=True))
        assert all(count == 1 for count in counts.values())

    @invariant()
    def one_live_edition_at_any_moment(self) -> None:
        """Asked for a few moments after each step, and for every boundary at the end of the walk."""
        edges = self.edges()
        self.look_at([self.now, *edges[-2:]])

    def edges(self) -> list[datetime]:
        periods = Edition.objects.exclude(live_during=None).order_by("pk").values_list("live_during", flat=True)
        return [edge for live in periods for edge in (live.lower, live.upper) if edge]

    def look_at(self, moments: list[datetime]) -> None:
        periods = list(Edition.objects.exclude(live_during=None).values_list("document_id", "live_during"))
        for moment in moments:
            live = list(Edition.objects.live(moment).values_list("document_id", flat=True))
            assert len(live) == len(set(live))
            assert sorted(live) == sorted(document for document, span in periods if moment in span)

    @invariant()
    def the_past_stays(self) -> None:
        for moment in list(self.past)[-2:]:
            assert self.live_at(moment) == self.past[moment]

    @invariant()
    def editions_are_sound(self) -> None:
        for edition in Edition.objects.select_related("document"):
            seen = (edition.version, edition.state, edition.digest, edition.live_during)
            if self.checked.get(edition.pk) != seen:
                self.is_sound(edition)
                self.checked[edition.pk] = seen

    def at_the_end(self) -> None:
        """All of it once more, for what changed without a trace."""
        self.checked.clear()
        self.editions_are_sound()
        assert {moment: self.live_at(moment) for moment in self.past} == self.past
        tick = timedelta(microseconds=1)
        self.look_at(sorted({edge + step * tick for edge in self.edges() for step in (-1, 0, 1)}))

    def is_sound(self, edition: Edition) -> None:
        says = canonical.content_of(edition)
        assert digests.digest(says) == edition.digest
        assert kept.content(edition.digest) == digests.completed(says)
        assert (edition.state == State.PUBLISHED) == (edition.live_during is not None)
        attested = dict(edition.attestations.values_list("language", "source_digest"))
        assert parity.status(says, attested) == edition.language_status
        if edition.state in (State.IN_REVIEW, State.CHANGES_REQUESTED, State.APPROVED, State.PUBLISHED):
            assert parity.behind(parity.status(says, attested), says["fields"]["excepted_languages"]) == {}
            assert edition.source_language not in edition.excepted_languages
        if edition.state in (State.APPROVED, State.PUBLISHED) and edition.urgent_at is None:
            self.signed_by_others(edition)

    def signed_by_others(self, edition: Edition) -> None:
        assert edition.signed_digest == edition.digest
        signed = SignOff.objects.filter(
            edition=edition, round=edition.round, digest=edition.digest, decision=Decision.SIGNED
        )
        hands = permissions.contributors(edition)
        assert hands.isdisjoint({sign_off.by_id for sign_off in signed} | {edition.published_by_id})
        assert all(needed.met_by(signed) for needed in signatures.RuleBook.for_kind("note").needed())

    @invariant()
    def withdrawals_are_confirmed_by_others(self) -> None:
        for withdrawal in Withdrawal.objects.exclude(confirmed_at=None).select_related("edition"):
            assert withdrawal.confirmed_by_id not in {
                withdrawal.decided_by_id,
                *permissions.writers(withdrawal.edition),
            }

    @invariant()
    def the_chain_is_whole(self) -> None:
        assert list(audit.verify()) == []


@pytest.fixture
def everybody(people: People) -> list[User]:
    """People of each role, and one of each party who has them all."""
    jacks = [person(f"jack-{party.code}", party=party) for party in (people.ca, people.mx)]
    for jack in jacks:
        jack.groups.set(Group.objects.all())
    return [
        people.author, people.translator_fr, people.translator_es, people.reviewer_ca, people.reviewer_mx,
        people.publisher, people.superuser, people.second_author, *jacks,
    ]  # fmt: skip


def test_the_desk(people: People, everybody: list[User], now: datetime, site_role: None) -> None:
    assert rows("SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user") == [(0,)]
    with stages.withdrawals_confirmed():
        run_state_machine_as_test(
            lambda: Desk(people, everybody, now),
            settings=settings(
                max_examples=14,
                stateful_step_count=30,
                derandomize=True,
                deadline=None,
                database=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
