"""The edit form in a conflict: what was typed and what the other person saved put together, and nothing saved."""

import re
from datetime import datetime
from http import HTTPStatus

from django.http import HttpRequest, QueryDict

from editorial.admin.conflicts import decisions
from editorial.admin.conflicts.content import Merged, OnForm
from editorial.admin.conflicts.decisions import MINE, PREFIX, THEIRS
from editorial.admin.form import as_sent
from editorial.admin.form import entry as entries
from editorial.admin.form.as_sent import Sent
from editorial.admin.form.entry import Entry
from editorial.admin.form.fields import Scope
from editorial.admin.form.inlines import PartFormSet, RowForm
from editorial.admin.form.state import FormState
from editorial.admin.kind_admin import KindAdmin
from editorial.base import languages
from editorial.comparison.merging import Clash, What
from editorial.content import canonical, kept
from editorial.content.canonical import Content
from editorial.models import Edition


def state_in_conflict(
    admin: KindAdmin, request: HttpRequest, edition: Edition, scope: Scope, *, status: int = HTTPStatus.CONFLICT
) -> FormState:
    """The form again, with what was typed and what the other person saved put together; nothing was changed."""
    now = canonical.load(admin.kind, edition.pk)
    base = kept.content(request.POST.get("opened", ""), kind=admin.kind.key) or now
    sent = decided(admin, request, edition, scope, base)
    typed = admin.entry(base, scope=scope, edition=edition, sent=sent).read()
    return put_together(admin, edition, scope, base=base, now=now, typed=typed, status=status)


def put_together(
    admin: KindAdmin, edition: Edition, scope: Scope, *, base: Content, now: Content, typed: Content,
    kept_at: datetime | None = None, status: int = HTTPStatus.OK,
) -> FormState:  # fmt: skip
    """The form over what was typed on `base` and what the draft says `now`.

    :param kept_at: since when the typed text is kept unsaved, where it was not sent just now.
    """
    merged = Merged.merge(admin.kind, base=base, now=now, typed=typed)
    entry = admin.entry(merged.content, scope=scope, edition=edition, stored=now)
    conflict = merged.conflict(edition, lambda clash: _on_form(entry, clash), kept_at=kept_at)
    return FormState(entry, conflict=conflict, status=status)


def decided(
    admin: KindAdmin, request: HttpRequest, edition: Edition, scope: Scope, value: Content
) -> HttpRequest | entries.Sent:
    """What was sent, with what was chosen where two had changed the same.

    :param value: what the form was opened on, which is what the other person had saved when it asked.
    """
    if not decisions.has_choices(request.POST):
        return request
    present = admin.entry(value, scope=scope, edition=edition)
    data = request.POST.copy()
    _decide_parts(data, present)
    decisions.decide_values(data, lambda target: _sent_of(present, data, target))
    return entries.Sent(data, request.FILES)


def _on_form(entry: Entry, clash: Clash) -> OnForm | None:
    """Where the form asks about a clash; none where this person may not change that."""
    if clash.what == What.ORDER:
        formset = _formset(entry, clash.path) if entry.scope.shared else None
        return OnForm(formset.prefix, label=formset.inline.title) if formset is not None else None
    sort, _slash, rest = clash.path.partition("/")
    form = _form(entry, sort, rest.partition("/")[0]) if rest else entry.main
    if form is None:
        return None
    if clash.what != What.VALUE:
        return OnForm(str(form.prefix)) if entry.scope.shared else None
    name = languages.column(clash.name, clash.language) if clash.language else clash.name
    if name not in form.fields or form.fields[name].disabled:
        return None
    return OnForm(form[name].html_name, form[name])


def _formset(entry: Entry, sort: str) -> PartFormSet | None:
    return next((each for each in entry.parts if each.inline.name == sort), None)


def _form(entry: Entry, sort: str, key: str) -> RowForm | None:
    formset = _formset(entry, sort)
    forms = formset.forms if formset is not None else []
    return next((form for form in forms if str(form.before.get("key", "")) == key), None)


# When the form comes back


def _row_of(present: Entry, data: QueryDict, target: str) -> tuple[RowForm | None, str]:
    """The form whose field or part has this name among what was sent, and the name of the field, if it is one.

    A part is found by its key: the other person may have moved it.
    """
    sort, _dash, rest = target.partition("-")
    if not rest:
        return present.main, target
    index, _dash, field = rest.partition("-")
    return _form(present, sort, data.get(f"{sort}-{index}-key") or ""), field


def _sent_of(present: Entry, data: QueryDict, target: str) -> Sent | None:
    form, name = _row_of(present, data, target)
    if form is None or name not in form.fields:
        return None
    return as_sent.as_sent(form.fields[name], target, form[name].value())


def _decide_parts(data: QueryDict, present: Entry) -> None:
    """Order the parts as was chosen, and remove those that were chosen to go."""
    for name in [each for each in data if each.startswith(PREFIX)]:
        target, chosen = name.removeprefix(PREFIX), data.get(name)
        formset = _formset(present, target)
        if formset is not None:
            if chosen == THEIRS:
                _order_like(data, formset)
            continue
        form, field = _row_of(present, data, target)
        # I took it away and they wrote on, or the other way round; whose wish it is that it goes was chosen.
        if not field and chosen == (MINE if form is not None else THEIRS):
            data[f"{target}-DELETE"] = "on"


def _order_like(data: QueryDict, formset: PartFormSet) -> None:
    """Give the rows that were sent the order that the draft has now; rows that it lacks stay in their places."""
    of_key = re.compile(re.escape(formset.prefix) + r"-(\d+)-key")
    keys = {match[1]: data.get(name) or "" for name in data if (match := of_key.fullmatch(name))}
    theirs = [str(row["key"]) for row in formset.rows]
    wanted = iter(sorted((n for n in keys if keys[n] in theirs), key=lambda n: theirs.index(keys[n])))
    in_order = sorted(keys, key=lambda n: _number(data.get(f"{formset.prefix}-{n}-ORDER")))
    for place, n in enumerate([next(wanted) if keys[n] in theirs else n for n in in_order], 1):
        data[f"{formset.prefix}-{n}-ORDER"] = str(place)


def _number(text: str | None) -> float:
    try:
        return float(text or "inf")
    except ValueError:
        return float("inf")
