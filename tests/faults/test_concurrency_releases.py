"""A release and something else at the very same moment: one happens, the other is told, and never half of a release."""

from datetime import datetime, timedelta

import pytest

from editorial import releases
from editorial.models import Edition, ReleaseItem
from editorial.states import Phase, State
from editorial.workflow import audit, drafts, transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.editorial.release_helpers import assembled, fresh, frozen
from tests.faults.race import race
from tests.people import People, person

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def chain_is_whole(transactional_db: None) -> object:
    """Whoever wins, the record stays sound."""
    yield
    assert list(audit.verify()) == []


def states(editions: list[Edition]) -> set[str]:
    return {builders.fresh(edition).state for edition in editions}


def codes(error: BaseException) -> list[str]:
    assert isinstance(error, NotAllowed)
    return [reason.code for reason in error.reasons]


def test_publishing_twice(people: People, now: datetime) -> None:
    release, editions = frozen(people, now)
    second = person("second-publisher", "Publisher")
    won, lost = race(
        lambda: releases.publish(release, by=people.publisher, now=now),
        lambda: releases.publish(release, by=second, now=now),
    )
    assert len(won) == 1
    assert codes(lost[0]) == ["state"]
    assert states(editions) == {State.PUBLISHED}


def test_publishing_while_an_item_is_recalled(people: People, now: datetime) -> None:
    """It is frozen: whoever recalls loses, before or after."""
    release, editions = frozen(people, now)
    won, lost = race(
        lambda: releases.publish(release, by=people.publisher, now=now),
        lambda: transitions.recall(editions[0], by=people.author, now=now),
    )
    assert won == [fresh(release)]
    assert codes(lost[0])[0] in {"release", "state"}
    assert states(editions) == {State.PUBLISHED}


def test_freezing_while_an_item_is_recalled(people: People, now: datetime) -> None:
    release, editions = assembled(people, now)
    won, lost = race(
        lambda: releases.freeze(release, by=people.publisher, now=now),
        lambda: transitions.recall(editions[0], by=people.author, now=now),
    )
    assert len(won) == len(lost) == 1
    if fresh(release).phase == Phase.FROZEN:
        assert states(editions) == {State.APPROVED}
    else:
        assert states(editions) == {State.APPROVED, State.DRAFT}


def test_freezing_while_an_item_is_taken_out(people: People, now: datetime) -> None:
    release, editions = assembled(people, now)
    won, lost = race(
        lambda: releases.freeze(release, by=people.publisher, now=now),
        lambda: releases.remove(release, editions[0], by=people.author, now=now),
    )
    held = set(ReleaseItem.objects.filter(release=release).values_list("edition_id", flat=True))
    assert len(won) == 1 or (len(won) == 2 and not lost)
    assert held in ({edition.pk for edition in editions}, {editions[1].pk})


def test_one_edition_into_two_releases(people: People, now: datetime) -> None:
    edition = builders.fresh(builders.make_note(people, now))
    one, two = (releases.create(title=name, by=people.author, now=now) for name in ("One", "Two"))
    won, lost = race(
        lambda: releases.add(one, edition, by=people.author, now=now),
        lambda: releases.add(two, edition, by=people.second_author, now=now),
    )
    assert len(won) == 1
    assert codes(lost[0]) == ["release"]
    assert ReleaseItem.objects.filter(edition=edition).count() == 1


def test_adding_while_it_is_published_alone(people: People, now: datetime) -> None:
    edition = builders.approve(builders.make_note(people, now), people, now)
    release = releases.create(title="One", by=people.author, now=now)
    won, lost = race(
        lambda: releases.add(release, edition, by=people.author, now=now),
        lambda: transitions.publish(edition, by=people.publisher, now=now),
    )
    assert len(won) == len(lost) == 1
    alone = builders.fresh(edition).state == State.PUBLISHED
    assert ReleaseItem.objects.filter(edition=edition).exists() is not alone


def test_publishing_while_another_draft_comes_to_refer_to_an_item(people: People, now: datetime) -> None:
    """Whose content refers to a document waits for nobody who holds it, and holds nobody up."""
    release, editions = frozen(people, now)
    other = builders.make_note(people, now, slug="other")

    def refer() -> int:
        with drafts.edit(other, by=people.author, now=now) as row:
            row.about = editions[0].document
            row.save()
        return int(row.pk)

    won, lost = race(lambda: releases.publish(release, by=people.publisher, now=now), refer)
    assert (len(won), lost) == (2, [])


def test_two_releases_at_once(people: People, now: datetime) -> None:
    """Each with two documents; they share the chain of events and nothing else."""
    first, editions = frozen(people, now)
    others = [builders.approve(builders.make_note(people, now, slug=f"n{n}"), people, now) for n in range(3)]
    second = releases.create(title="Second", by=people.author, now=now)
    for edition in reversed(others):
        releases.add(second, edition, by=people.author, now=now)
    releases.freeze(second, by=people.publisher, now=now)
    won, lost = race(
        lambda: releases.publish(first, by=people.publisher, now=now),
        lambda: releases.schedule(second, by=people.publisher, now=now, at=now + timedelta(days=1)),
    )
    assert (len(won), lost) == (2, [])
    assert states([*editions, *others]) == {State.PUBLISHED}
