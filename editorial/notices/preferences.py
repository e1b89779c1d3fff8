"""How people want to be told: what is sensible for most, and what each has chosen."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from editorial.base import languages
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


#: The sorts under the headings of the screen, with the permission of the engine without which nobody is told of them.
GROUPS: Sequence[tuple[Any, Sequence[tuple[Sort, str]]]] = (
    (
        _("What waits for me"),
        (
            (Sort.ASSIGNED, ""),
            (Sort.TO_REVIEW, "sign_off_edition"),
            (Sort.TO_CONFIRM, "confirm"),
            (Sort.TO_PUBLISH, "publish_edition"),
            (Sort.TO_TRANSLATE, "translate"),
            (Sort.REMINDER, ""),
            (Sort.HANDED_OVER, ""),
        ),
    ),
    (
        _("What becomes of my texts and of those I watch"),
        (
            (Sort.CHANGES_REQUESTED, ""),
            (Sort.SIGNED, ""),
            (Sort.SCHEDULED, ""),
            (Sort.PUBLISHED, ""),
            (Sort.WITHDRAWN, ""),
            (Sort.REVIEW_BY, ""),
        ),
    ),
    (_("What others say"), ((Sort.MENTIONED, ""), (Sort.REMARK, ""), (Sort.RELEASE, ""))),
    (_("The house"), ((Sort.ROLES, ""), (Sort.JOB_FAILED, "view_job"))),
)


def groups(person: User) -> list[tuple[str, list[Sort]]]:
    """The headings of the screen with the sorts of which this person can be told at all."""
    found = [(str(title), [sort for sort, needed in sorts if _may(person, needed)]) for title, sorts in GROUPS]
    return [(title, sorts) for title, sorts in found if sorts]


def _may(person: User, needed: str) -> bool:
    if needed == "translate":
        return any(person.has_perm(f"editorial.translate_{code}") for code in languages.codes())
    if needed == "confirm":  # an urgent publication, or a withdrawal
        return person.has_perm("editorial.sign_off_edition") or person.has_perm("editorial.publish_edition")
    return not needed or person.has_perm(f"editorial.{needed}")


def choices(sort: Sort) -> list[Cadence]:
    """The ways in which somebody may want to be told of this sort."""
    return [each for each in Cadence if each != Cadence.OFF or sort not in ALWAYS_HERE]


def preferences_of(person: User) -> dict[Sort, Cadence]:
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
