"""How people want to be told: what is sensible for most, and what each has chosen."""

from collections.abc import Mapping

from django.db import transaction

from editorial.models import Cadence, Notice, NoticePreference, Sort, User

_NOW, _LATER = Cadence.AT_ONCE, Cadence.DAILY
#: What holds for whoever has not chosen: at once where somebody waits, once a day where it is good to know.
DEFAULTS: Mapping[Sort, Cadence] = {
    Sort.TO_REVIEW: _NOW,
    Sort.CHANGES_REQUESTED: _NOW,
    Sort.SIGNED: _LATER,
    Sort.TO_PUBLISH: _NOW,
    Sort.TO_CONFIRM: _NOW,
    Sort.TO_TRANSLATE: _LATER,
    Sort.ASSIGNED: _NOW,
    Sort.MENTIONED: _NOW,
    Sort.REMARK: _LATER,
    Sort.RELEASE: _NOW,
    Sort.PUBLISHED: _LATER,
    Sort.SCHEDULED: _LATER,
    Sort.WITHDRAWN: _NOW,
    Sort.REMINDER: _NOW,
    Sort.REVIEW_BY: _LATER,
    Sort.HANDED_OVER: _NOW,
    Sort.ROLES: _NOW,
    Sort.JOB_FAILED: _NOW,
}
#: What nobody can turn off altogether: who may do what must not change behind anybody's back.
ALWAYS_HERE = (Sort.ROLES,)


def choices(sort: Sort) -> list[Cadence]:
    """The ways in which somebody may want to be told of this sort."""
    return [each for each in Cadence if each != Cadence.OFF or sort not in ALWAYS_HERE]


def of(person: User) -> dict[Sort, Cadence]:
    """How this person wants to be told of every sort; one query."""
    chosen = {row.sort: row.cadence for row in NoticePreference.objects.filter(person=person)}
    return {sort: Cadence(chosen.get(sort, DEFAULTS[sort])) for sort in Sort}


@transaction.atomic
def choose(person: User, wanted: Mapping[Sort, Cadence]) -> None:
    """Keep what this person chose, for the sorts that are named; notices that were not mailed yet follow it.

    Raises ValueError for a way that cannot be chosen.
    """
    for sort, cadence in wanted.items():
        if cadence not in choices(sort):
            raise ValueError(f"{sort} cannot be {cadence}.")
    NoticePreference.objects.bulk_create(
        [NoticePreference(person=person, sort=sort, cadence=cadence) for sort, cadence in wanted.items()],
        update_conflicts=True,
        unique_fields=["person", "sort"],
        update_fields=["cadence"],
    )
    silent = [sort for sort, cadence in wanted.items() if cadence in (Cadence.HERE, Cadence.OFF)]
    Notice.objects.filter(person=person, sort__in=silent, mailed_at__isnull=True).exclude(mail="").update(mail="")
