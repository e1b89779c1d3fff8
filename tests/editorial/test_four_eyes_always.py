"""Several people of several roles do anything in any order: no text is signed or published by somebody who wrote in it.

Each save writes a word of its own into the text, so that whose words a text holds can be told without asking the
engine.
"""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editorial.base import languages
from editorial.content import canonical, kept, parity
from editorial.models import Decision, Edition, SignOff, Snapshot, User
from editorial.states import State, Verb
from editorial.workflow import drafts, transitions
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.people import People, person

STEPS = (
    "save", "save", "restore", "discard", "revise", "submit", "submit", "sign_off", "sign_off", "request_changes",
    "recall", "publish", "publish", "schedule", "unschedule", "publish_urgently", "confirm", "merge",
    "all_the_way", "all_the_way",
)  # fmt: skip
#: What happens, who does it (of five), and a number that chooses among what there is.
WALKS = st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 4), st.integers(0, 7)), min_size=10, max_size=40)


class Walk:
    """One document in the hands of five people who may all do everything."""

    def __init__(self, people: People, now: datetime) -> None:
        self.now = now
        self.people = [
            self._somebody("one", people.ca), self._somebody("two", people.mx), self._somebody("three", people.ca),
            self._somebody("four", people.mx), self._somebody("five", None),
        ]  # fmt: skip
        self.words = 0
        self.authors: dict[str, int] = {}
        self.seen: Counter[str] = Counter()
        first = self.people[0]
        note = builders.make_note(_with_author(people, first), now, slug="walk")
        self.authors["walk"] = first.pk
        self.document = note.document_id

    @staticmethod
    def _somebody(name: str, party: Any) -> User:
        found = person(name, party=party)
        found.groups.set(Group.objects.all())
        return found

    def newest(self) -> Edition:
        return builders.fresh(Edition.objects.filter(document=self.document).latest("number"))

    def step(self, name: str, who: int, number: int) -> None:
        by, edition = self.people[who % 5], self.newest()
        try:
            with transaction.atomic():
                getattr(self, f"_{name}", self._transition)(edition, by, number, name)
        except NotAllowed:
            return
        self.seen[name] += 1

    def _word(self, by: User) -> str:
        self.words += 1
        word = f"word{self.words}x"
        self.authors[word] = by.pk
        return word

    def _save(self, edition: Edition, by: User, number: int, _name: str) -> None:
        with drafts.edit(edition, by=by, now=self.now) as row:
            column = languages.column("summary", languages.codes()[number % 3])
            setattr(row, column, f"{getattr(row, column)} {self._word(by)}"[-200:])
            row.save()
        self._attest(edition, by)

    def _merge(self, edition: Edition, by: User, number: int, _name: str) -> None:
        """Two people saved: the words of both are kept by whoever saved last."""
        other = self.people[number % 5]
        self._save(edition, other, number, "save")
        self._save(edition, by, number + 1, "save")

    def _attest(self, edition: Edition, by: User) -> None:
        row = builders.fresh(edition)
        for language, status in row.language_status.items():
            if status == parity.Parity.OUTDATED:
                drafts.attest(row, language, by=by, now=self.now)
        row = builders.fresh(edition)
        if row.number > 1 and not row.change_note_en:
            with drafts.edit(row, by=by, now=self.now) as noted:
                for code in languages.codes():
                    setattr(noted, languages.column("change_note", code), self._word(by))
                noted.save()

    def _restore(self, edition: Edition, by: User, number: int, _name: str) -> None:
        texts = list(edition.document.events.exclude(digest="").order_by("id").values_list("digest", flat=True))
        drafts.restore(edition, Snapshot.objects.get(pk=texts[number % len(texts)]), by=by, now=self.now)
        self._attest(edition, by)

    def _revise(self, edition: Edition, by: User, number: int, _name: str) -> None:
        published = Edition.objects.filter(document=self.document, state=State.PUBLISHED).order_by("-number").first()
        transitions.revise(builders.fresh(published or edition), by=by, now=self.now)

    def _all_the_way(self, edition: Edition, by: User, number: int, _name: str) -> None:
        """What goes on where everybody does what they may: each step by the first who is allowed."""
        for name in ("submit", "sign_off", "publish"):
            for turn in range(5):
                self.step(name, number + turn, number)

    def _transition(self, edition: Edition, by: User, number: int, name: str) -> None:
        if name == "publish_urgently" and number:
            return  # else few texts would ever be signed
        given: dict[str, Any] = {
            "sign_off": {"digest": edition.digest}, "request_changes": {"reason": "No."},
            "submit": {"reason": "Agreed."}, "discard": {"reason": "Not now."},
            "schedule": {"at": self.now + timedelta(days=1 + number)}, "publish_urgently": {"reason": "Flood"},
        }.get(name, {})  # fmt: skip
        self.now += timedelta(seconds=1)
        getattr(transitions, name)(edition, by=by, now=self.now, **given)

    def check(self) -> None:
        """Nobody signed, sent back, published or confirmed a text that holds a word of theirs."""
        for sign_off in SignOff.objects.filter(edition__document=self.document):
            assert sign_off.by_id not in self._writers(sign_off.digest), Decision(sign_off.decision)
        for edition in Edition.objects.filter(document=self.document, state=State.PUBLISHED):
            if edition.urgent_at is None:
                assert edition.published_by_id not in self._writers(edition.digest)
            if edition.confirmed_by_id is not None:
                assert edition.confirmed_by_id not in self._writers(edition.digest)

    def _writers(self, digest: str) -> set[int]:
        content = kept.content(digest)
        assert content is not None
        said = canonical.canonical(content)
        return {author for word, author in self.authors.items() if word in said}


def _with_author(people: People, author: User) -> People:
    return People(**{**vars(people), "author": author, "translator_fr": author, "translator_es": author})


def test_nobody_decides_on_words_of_their_own(people: People, now: datetime) -> None:
    seen: Counter[str] = Counter()

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True)
    @given(walk=WALKS)
    def walked(walk: list[tuple[str, int, int]]) -> None:
        with transaction.atomic():
            desk = Walk(people, now)
            for name, who, number in walk:
                desk.step(name, who, number)
            desk.check()
            seen.update(desk.seen)
            transaction.set_rollback(True)

    walked()
    assert not {"save", "restore", "submit", "discard", "sign_off", "publish", "merge"} - set(seen), "never done"


def test_words_that_went_through_a_discarded_draft_are_still_of_their_writer(people: People, now: datetime) -> None:
    """M6: written, discarded, put back by somebody else."""
    desk = Walk(people, now)
    one, two, three = desk.people[:3]
    edition = desk.newest()
    desk._transition(edition, one, 0, "submit")
    desk._transition(desk.newest(), two, 0, "sign_off")
    desk._transition(desk.newest(), three, 0, "publish")
    desk._revise(desk.newest(), two, 0, "revise")
    desk._save(desk.newest(), two, 0, "save")
    word = desk.newest().digest
    desk._transition(desk.newest(), two, 0, "discard")
    desk._revise(desk.newest(), one, 0, "revise")
    drafts.restore(desk.newest(), Snapshot.objects.get(pk=word), by=one, now=desk.now)
    desk._attest(desk.newest(), one)
    desk._transition(desk.newest(), one, 0, "submit")
    for verb in (Verb.SIGN_OFF, Verb.REQUEST_CHANGES):
        found = permissions.problems(verb, Attempt(desk.newest(), two, desk.now))
        assert "four_eyes" in {reason.code for reason in found}
    desk._transition(desk.newest(), three, 0, "sign_off")
    assert "four_eyes" in {
        reason.code for reason in permissions.problems(Verb.PUBLISH, Attempt(desk.newest(), two, desk.now))
    }
