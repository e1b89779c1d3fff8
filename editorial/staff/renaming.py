"""Changes of names: proposed by one person, confirmed by a second, in all languages at once, from an instant on.

What was signed keeps the names that it was signed with. Only one change of a row can wait or be planned at a time, and
no two rows of a table bear one name at one time.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import TimestamptzRange

from editorial.base import languages, text
from editorial.base.jobs import job
from editorial.base.reasons import NotAllowed, Reason
from editorial.content import names as content_names
from editorial.models import Act, NamePeriod, ReferenceRow, Rename, User
from editorial.models.reference_row import reference_key
from editorial.notices.notify import having
from editorial.staff import admin_log
from editorial.workflow.dated_now import dated_now

PERMISSION = "editorial.rename_referencerow"
#: Names by field and language, as in `NamePeriod`.
Names = Mapping[str, Mapping[str, str]]


def row_of(instance: models.Model) -> ReferenceRow:
    """The reference row of a country, theme or organization."""
    table = content_names.table_name(type(instance))
    return ReferenceRow.objects.get(key=reference_key(table, str(instance.code)))  # type: ignore[attr-defined]


@cache
def name_fields(table: str) -> tuple[str, ...]:
    """The translated fields of a reference table that hold names; the one that may not be empty is "name"."""
    return tuple(languages.translated_fields(content_names.reference_tables()[table]))


def may_rename(person: User) -> bool:
    """Whether somebody may propose and confirm changes of names."""
    return person.is_active and person.has_perm(PERMISSION)


@transaction.atomic
def propose(
    row: ReferenceRow,
    *,
    names: Names,
    by: User,
    now: datetime,
    reason: str,
    at: datetime | None = None,
    then_see: ReferenceRow | None = None,
) -> Rename:
    """Propose new names of a row, or its end where `names` is empty; it waits for a second person.

    :param names: by field and language; every language of "name" is needed.
    :param at: the instant (aware datetime) from which they count; none for the moment of the confirmation.
    :param then_see: what to look at once it has ended.
    Raises NotAllowed with every reason against it, and TookTooLong.
    """
    _hold_names()
    names = {
        field: {code: text.clean(said).strip() for code, said in values.items()} for field, values in names.items()
    }
    reason = text.clean(reason).strip()
    against = [*_not_permitted(by), *_against_reason(reason), *_against_time(row, at, now), *_against_waiting(row, now)]
    against += _against_names(row, names, at or now) if names else _against_end(row, then_see)
    if against:
        raise NotAllowed(against)
    with dated_now():
        act = Rename.objects.create(
            row=row, names=names, then_see=then_see, at=at, reason=reason, proposed_at=now, proposed_by=by
        )
    _record(Act.RENAME_PROPOSED, act, by=by, now=now)
    return act


@transaction.atomic
def confirm(act: Rename, *, by: User, now: datetime) -> Rename:
    """Confirm what somebody else proposed; it counts from its instant, or from now where that has passed.

    Raises NotAllowed with every reason against it, and TookTooLong.
    """
    _hold_names()
    act = Rename.objects.select_for_update(of=("self",)).select_related("row", "proposed_by__party").get(pk=act.pk)
    begin = act.takes_effect(now)
    against = [*_not_permitted(by), *_against_second(act, by)]
    if not act.is_waiting:
        against = [Reason("gone", _("Somebody confirmed or dropped this change already."))]
    elif act.names:
        against += _against_names(act.row, act.names, begin)
    if against:
        raise NotAllowed(against)
    with dated_now():
        act.confirmed_at, act.confirmed_by = now, by
        act.save(update_fields=["confirmed_at", "confirmed_by"])
        present = _present(act.row, now)
        NamePeriod.objects.filter(pk=present.pk).update(
            during=TimestamptzRange(present.during.lower, begin, _bounds(present)), then_see=act.then_see
        )
        if act.names:
            NamePeriod.objects.create(
                row=act.row, names=act.names, during=TimestamptzRange(begin, None, "[)"), rename=act
            )
    _record(Act.RENAMED, act, by=by, now=now, begin=begin, before=present.names)
    if act.names and begin > now:
        write_names.defer(key=act.row.key, at=begin, row=act.row_id)
    elif act.names:
        _write_names(act.row, act.names)
    return act


@transaction.atomic
def drop(act: Rename, *, by: User, now: datetime) -> Rename:
    """Drop what waits for a second person, or what was confirmed and has not begun. Raises NotAllowed, TookTooLong."""
    _hold_names()
    act = Rename.objects.select_for_update(of=("self",)).select_related("row").get(pk=act.pk)
    against = _not_permitted(by)
    if not act.is_waiting and not is_planned(act, now):
        against.append(Reason("gone", _("This change counts already, or was dropped. Propose another one instead.")))
    if against:
        raise NotAllowed(against)
    with dated_now():
        if act.confirmed_at is not None:
            present = _present(act.row, now)
            NamePeriod.objects.filter(rename=act).delete()
            NamePeriod.objects.filter(pk=present.pk).update(
                during=TimestamptzRange(present.during.lower, None, _bounds(present)), then_see=None
            )
        act.dropped_at, act.dropped_by = now, by
        act.save(update_fields=["dropped_at", "dropped_by"])
    _record(Act.RENAME_DROPPED, act, by=by, now=now)
    return act


def is_planned(act: Rename, now: datetime) -> bool:
    """Whether a change was confirmed and has not begun."""
    if act.confirmed_at is None or act.dropped_at is not None:
        return False
    return act.takes_effect(act.confirmed_at) > now


def history(row: ReferenceRow) -> list[NamePeriod]:
    """What a row was, is and will be called, the latest first."""
    periods = row.periods.select_related("rename__proposed_by", "rename__confirmed_by", "then_see")
    return sorted(periods, key=lambda each: (each.during.lower is not None, each.during.lower), reverse=True)


def under_way(row: ReferenceRow, now: datetime) -> Rename | None:
    """The change that waits for a second person or has not begun, if there is one."""
    acts = row.renames.filter(dropped_at__isnull=True).select_related("proposed_by__party", "confirmed_by", "then_see")
    return next((act for act in acts[:2] if act.is_waiting or is_planned(act, now)), None)


@job("editorial.write_names", label=gettext_lazy("names that begin to count"))
def write_names(*, row: int) -> None:
    """Have a row of a reference table say what it is called by now: for the lists of the staff; the public reads the
    periods.
    """
    found = ReferenceRow.objects.get(pk=row)
    present = found.periods.filter(during__contains=models.functions.Now()).first()
    if present is not None:
        _write_names(found, present.names)


def _write_names(row: ReferenceRow, names: Names) -> None:
    table, _colon, code = row.key.partition(":")
    columns = {
        languages.column(field, language): said for field, values in names.items() for language, said in values.items()
    }
    content_names.reference_tables()[table]._default_manager.filter(code=code).update(**columns)


def _hold_names() -> None:
    """Let nobody else propose, confirm or drop until this transaction ends: two rows may not come to bear one name."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE public.editorial_rename IN SHARE ROW EXCLUSIVE MODE")


def _present(row: ReferenceRow, now: datetime) -> NamePeriod:
    found = row.periods.select_for_update().filter(during__contains=now).first()
    if found is None:
        raise NotAllowed([Reason("ended", _("This has ended; it gets no other name."))])
    return found


def _bounds(period: NamePeriod) -> str:
    return "()" if period.during.lower is None else "[)"


def _not_permitted(by: User) -> list[Reason]:
    return [] if may_rename(by) else [Reason("permission", _("Your roles do not include this step."))]


def _against_reason(reason: str) -> Iterable[Reason]:
    if not reason:
        yield Reason("reason", _("Give a reason, such as the law or letter by which the name changed."))
    elif len(reason) > 500:
        yield Reason("reason", _("The reason is too long. Use 500 characters at most."))


def _against_time(row: ReferenceRow, at: datetime | None, now: datetime) -> Iterable[Reason]:
    if at is not None and at < now:
        yield Reason("at", _("A name cannot change in the past. Choose a moment to come, or leave it empty."))
    if not row.periods.filter(during__contains=now).exists():
        yield Reason("ended", _("This has ended; it gets no other name."))


def _against_waiting(row: ReferenceRow, now: datetime) -> Iterable[Reason]:
    if under_way(row, now) is not None:
        yield Reason("waiting", _("Another change of this name is under way. Confirm or drop it first."))


def _against_end(row: ReferenceRow, then_see: ReferenceRow | None) -> Iterable[Reason]:
    if then_see is not None and (then_see.pk == row.pk or then_see.key.partition(":")[0] != row.key.partition(":")[0]):
        yield Reason("then_see", _("Choose another one of the same kind to see instead."))


def _against_names(row: ReferenceRow, names: Names, begin: datetime) -> Iterable[Reason]:
    table, _colon, _code = row.key.partition(":")
    model = content_names.reference_tables()[table]
    for field in name_fields(table):
        values = names.get(field, {})
        for code in languages.codes():
            said = values.get(code, "")
            if field == "name" and not said:
                yield Reason(
                    languages.column(field, code),
                    _("Give the name in %(language)s too: it changes in all languages at once.")
                    % {"language": languages.name(code)},
                )
            try:
                column: Any = model._meta.get_field(languages.column(field, code))
                column.run_validators(said)
            except ValidationError as fault:
                yield from (Reason(languages.column(field, code), str(message)) for message in fault.messages)
    present = row.periods.filter(during__contains=begin).first()
    if present is not None and present.names == names:
        yield Reason("names", _("It is called so already. Change at least one of the names."))
    yield from _against_homonyms(row, table, names, begin)


def _against_homonyms(row: ReferenceRow, table: str, names: Names, begin: datetime) -> Iterable[Reason]:
    """No other row of the table is called so once the change counts."""
    said = {code: name.casefold() for code, name in names.get("name", {}).items() if name}
    others = NamePeriod.objects.filter(row__key__startswith=f"{table}:").exclude(row=row).select_related("row")
    for period in others.filter(Q(during__endswith__isnull=True) | Q(during__endswith__gt=begin)):
        for code, name in period.names.get("name", {}).items():
            if name and name.casefold() == said.get(code):
                yield Reason(
                    languages.column("name", code),
                    _("“%(name)s” is what %(code)s is called at that time. Choose another name.")
                    % {"name": name, "code": period.row.key.partition(":")[2]},
                )


def _against_second(act: Rename, by: User) -> Iterable[Reason]:
    if act.proposed_by_id == by.pk:
        yield Reason("second", _("You proposed this; somebody else must confirm it."))
        return
    party = act.proposed_by.party
    others = having("rename_referencerow").filter(party__isnull=False)
    if party is None or by.party_id not in (None, party.pk) or not others.exclude(party=party).exists():
        return
    yield Reason(
        "party", _("%(party)s proposed this; somebody who acts for another party must confirm it.") % {"party": party}
    )


def _record(act_kind: Act, act: Rename, *, by: User, now: datetime, begin: datetime | None = None, **more: Any) -> None:
    moment = begin or act.at
    detail = {
        "row": act.row.key,
        "rename": act.pk,
        "names": act.names,
        "reason": act.reason,
        "proposed_by": str(act.proposed_by),
        **({"at": moment.isoformat()} if moment else {}),
        **({"then_see": act.then_see.key} if act.then_see else {}),
        **more,
    }
    admin_log.write(act_kind, by=by, now=now, detail=detail)
