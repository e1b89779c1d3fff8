"""How people want to be told: what is sensible for most, and what each has chosen."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from editorial.base import languages
from editorial.models import Cadence, Notice, NoticePreference, NoticeType, User

_NOW, _LATER = Cadence.AT_ONCE, Cadence.DAILY
#: What holds for whoever has not chosen: at once where somebody waits, once a day where it is good to know.
DEFAULTS: Mapping[NoticeType, Cadence] = {
    NoticeType.TO_REVIEW: _NOW,
    NoticeType.CHANGES_REQUESTED: _NOW,
    NoticeType.SIGNED: _LATER,
    NoticeType.TO_PUBLISH: _NOW,
    NoticeType.TO_CONFIRM: _NOW,
    NoticeType.TO_TRANSLATE: _LATER,
    NoticeType.ASSIGNED: _NOW,
    NoticeType.MENTIONED: _NOW,
    NoticeType.REMARK: _LATER,
    NoticeType.RELEASE: _NOW,
    NoticeType.PUBLISHED: _LATER,
    NoticeType.SCHEDULED: _LATER,
    NoticeType.WITHDRAWN: _NOW,
    NoticeType.REMINDER: _NOW,
    NoticeType.REVIEW_BY: _LATER,
    NoticeType.HANDED_OVER: _NOW,
    NoticeType.ROLES: _NOW,
    NoticeType.JOB_FAILED: _NOW,
}
#: What nobody can turn off altogether: who may do what must not change behind anybody's back.
ALWAYS_HERE = (NoticeType.ROLES,)


#: The sorts under the headings of the screen, with the permission of the engine without which nobody is told of them.
GROUPS: Sequence[tuple[Any, Sequence[tuple[NoticeType, str]]]] = (
    (
        _("What waits for me"),
        (
            (NoticeType.ASSIGNED, ""),
            (NoticeType.TO_REVIEW, "sign_off_edition"),
            (NoticeType.TO_CONFIRM, "confirm"),
            (NoticeType.TO_PUBLISH, "publish_edition"),
            (NoticeType.TO_TRANSLATE, "translate"),
            (NoticeType.REMINDER, ""),
            (NoticeType.HANDED_OVER, ""),
        ),
    ),
    (
        _("What becomes of my texts and of those I watch"),
        (
            (NoticeType.CHANGES_REQUESTED, ""),
            (NoticeType.SIGNED, ""),
            (NoticeType.SCHEDULED, ""),
            (NoticeType.PUBLISHED, ""),
            (NoticeType.WITHDRAWN, ""),
            (NoticeType.REVIEW_BY, ""),
        ),
    ),
    (_("What others say"), ((NoticeType.MENTIONED, ""), (NoticeType.REMARK, ""), (NoticeType.RELEASE, ""))),
    (_("The house"), ((NoticeType.ROLES, ""), (NoticeType.JOB_FAILED, "view_job"))),
)


def groups(person: User) -> list[tuple[str, list[NoticeType]]]:
    """The headings of the screen with the sorts of which this person can be told at all."""
    found = [(str(title), [sort for sort, needed in sorts if _may(person, needed)]) for title, sorts in GROUPS]
    return [(title, sorts) for title, sorts in found if sorts]


def _may(person: User, needed: str) -> bool:
    if needed == "translate":
        return any(person.has_perm(f"editorial.translate_{code}") for code in languages.codes())
    if needed == "confirm":  # an urgent publication, or a withdrawal
        return person.has_perm("editorial.sign_off_edition") or person.has_perm("editorial.publish_edition")
    return not needed or person.has_perm(f"editorial.{needed}")


def choices(sort: NoticeType) -> list[Cadence]:
    """The ways in which somebody may want to be told of this sort."""
    return [each for each in Cadence if each != Cadence.OFF or sort not in ALWAYS_HERE]


def preferences_of(person: User) -> dict[NoticeType, Cadence]:
    """How this person wants to be told of every sort; one query."""
    chosen = {row.sort: row.cadence for row in NoticePreference.objects.filter(person=person)}
    return {sort: Cadence(chosen.get(sort, DEFAULTS[sort])) for sort in NoticeType}


@transaction.atomic
def choose(person: User, wanted: Mapping[NoticeType, Cadence]) -> None:
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
