"""Unsaved work: kept on the server for its author, on any device, until it is saved or thrown away.

It disturbs nobody: no version, no digest, no event, no contributor. What is kept is what was typed, complete or not; it
reaches the draft only through the form, which checks and asks everything that it always asks.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.comparison import by_language, merging
from editorial.content import canonical, kept, kinds
from editorial.content.canonical import Content
from editorial.models import Autosave, Edition, User
from editorial.models.autosave import MOST_KEPT
from editorial.workflow.locking import lock
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed, Reason

#: Unsaved work older than the clock of its browser says is taken for as old as this at most.
_OLDEST = timedelta(days=365)


@transaction.atomic
def keep_unsaved(
    edition_id: int, *, by: User, tab: UUID, version: int, based_on: str, typed: Content, now: datetime,
    at: datetime | None = None,
) -> Autosave | None:  # fmt: skip
    """Keep what `by` typed; none where nothing of it is unsaved, and then nothing is kept any longer.

    The state of the edition is not asked: words that can no longer be saved are the last that should be lost.

    :param tab: the window in which it was typed.
    :param version: the version of the edition on which the form was opened; `based_on` is the digest of its text.
    :param typed: what the form says, in the shape of content, sound or not.
    :param at: when it was typed, if not now; older work never takes the place of younger.

    Unsaved work of another window stays until it was taken up there or thrown away, and is returned instead.

    Raises NotAllowed for whoever may write in no language, for too much, and `Edition.DoesNotExist`.
    """
    if not permissions.writable_languages(by):
        raise NotAllowed([Reason("permission", _("You have no role in which you write or translate."))])
    if len(canonical.canonical(typed)) > MOST_KEPT:
        raise NotAllowed([Reason("size", _("This is too much to be kept unsaved. Save the draft now and then."))])
    row = lock(edition_id)
    at = max(min(at or now, now), now - _OLDEST)
    there = Autosave.objects.filter(edition_id=row.pk, by=by).first()
    present = canonical.content_of(row)
    if there is not None:
        waits = there.tab != tab and not _says_nothing_new(row, there.based_on, there.content, present)
        if waits or there.at > at:
            return there
    if _says_nothing_new(row, based_on, typed, present):
        drop(row, by=by)
        return None
    kept = Autosave(edition=row, by=by, tab=tab, version=version, based_on=based_on[:64], content=typed, at=at)
    Autosave.objects.bulk_create(
        [kept],
        update_conflicts=True,
        unique_fields=["edition", "by"],
        update_fields=["tab", "version", "based_on", "content", "at"],
    )
    return kept


def _says_nothing_new(edition: Edition, based_on: str, typed: Content, present: Content) -> bool:
    base = _base(edition, based_on) or present
    kind = kinds.get_kind(edition.document.kind)
    return merging.merge(kind, base, theirs=present, mine=typed) == present


def _base(edition: Edition, digest: str) -> Content | None:
    return kept.content(digest, kind=edition.document.kind)


@dataclass(frozen=True)
class Unsaved:
    """Unsaved work that is offered to its author: the text on which it was begun, what was typed, and the draft now."""

    row: Autosave
    base: Content
    present: Content

    @property
    def typed(self) -> Content:
        """What was typed."""
        found: Content = self.row.content
        return found

    @property
    def at(self) -> datetime:
        """When it was last kept."""
        return self.row.at

    @property
    def merged(self) -> Content:
        """What the draft would say with it."""
        return merging.merge(kinds.get_kind(self.present["kind"]), self.base, theirs=self.present, mine=self.typed)


def offered(edition: Any, *, by: User, present: Content | None = None) -> Unsaved | None:
    """What `by` typed on this edition and has not saved; none if there is nothing, or the draft says it by now.

    Texts of languages in which they may no longer write are left out. One query where there is nothing.

    :param present: the edition's content as it is now, where the caller has read it.
    """
    row = Autosave.objects.filter(edition_id=edition.pk, by=by).first()
    if row is None:
        return None
    present = present or canonical.content_of(edition)
    if row.content["kind"] != present["kind"]:
        return None
    base = _base(edition, row.based_on) or present
    row.content = _within_role(row.content, base, by)
    found = Unsaved(row, base, present)
    return None if found.merged == present else found


def _within_role(typed: Content, base: Content, by: User) -> Content:
    """`typed` with what is beyond this person's role by now put back to what they found."""
    if permissions.may_write(by):
        return typed
    own = set(permissions.writable_languages(by))

    def row(mine: dict[str, Any], old: dict[str, Any]) -> dict[str, Any]:
        return {
            name: {code: value[code] if code in own else (old.get(name) or {}).get(code, "") for code in value}
            if isinstance(value, dict)
            else old.get(name, value)
            for name, value in mine.items()
        }

    parts = {}
    for name, rows in base["parts"].items():
        mine = {str(each["key"]): each for each in typed["parts"].get(name, [])}
        parts[name] = [row(dict(mine.get(str(each["key"]), each)), dict(each)) for each in rows]
    return {"kind": typed["kind"], "fields": row(typed["fields"], base["fields"]), "parts": parts}


def drop(edition: Edition, *, by: User) -> bool:
    """Forget what `by` typed and has not saved; whether there was anything."""
    return bool(Autosave.objects.filter(edition_id=edition.pk, by=by).delete()[0])


def forget(*, now: datetime, days: int) -> int:
    """Take away unsaved work that nobody touched for so many days; how much there was."""
    return Autosave.objects.filter(at__lt=now - timedelta(days=days)).delete()[0]


def languages_of(unsaved: Unsaved) -> list[str]:
    """The languages whose texts it would change, by code; empty where it changes only what all languages share."""
    changed = by_language.changes_by_language(unsaved.present, unsaved.merged)
    return [code for code in languages.codes() if code in changed.languages]


def tab_of(edition: Edition, *, by: User) -> UUID | None:
    """The window in which `by` typed what is kept; whoever takes it up goes on as that window."""
    return Autosave.objects.filter(edition_id=edition.pk, by=by).values_list("tab", flat=True).first()
