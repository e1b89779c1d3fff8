"""Two people on one draft: what each wrote, put together so that nobody's words are lost and everybody sees it.

Three texts meet: what the form was opened on, what the other person saved, what this one typed. What only one of them
touched needs no decision. Whatever both touched becomes a `Choice`, which the form asks and `decided` carries out when
the form comes back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.utils.formats import localize
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.admin.conflicts import base as conflicts_base
from editorial.admin.conflicts.base import Conflict
from editorial.admin.form import as_sent
from editorial.admin.form.entry import Entry
from editorial.base import languages
from editorial.comparison import diff, merging, merging_text
from editorial.comparison.diff import Change
from editorial.comparison.merging import Clash, What
from editorial.content import kept
from editorial.content.canonical import Content
from editorial.content.kinds import Kind
from editorial.content.wording import Words
from editorial.models import Edition
from editorial.richtext.field import RichTextField

THEIRS, MINE, BOTH = "theirs", "mine", "both"


@dataclass(frozen=True)
class Choice:
    """One thing that both people changed, as the form asks about it.

    `field` is where my version is typed (none for parts that one of them took away, and for orders). `theirs` and `mine`
    say what each did to the text that both had opened; `said` is what was written in a part that the other took away,
    `orders` the parts by name in both orders.
    """

    clash: Clash
    name: str
    part: str
    label: str
    theirs: Change | None
    mine: Change | None
    field: Any = None
    chosen: str = MINE
    said: Sequence[Change] = ()
    orders: Sequence[Sequence[str]] = ()

    @property
    def language(self) -> str:
        """The content language; empty for what all languages share."""
        return self.clash.language

    @property
    def language_name(self) -> str:
        """The language's name in the reader's language."""
        return languages.name(self.language) if self.language else ""

    @cached_property
    def together(self) -> merging_text.Combined | None:
        """Both texts in one, where they are texts."""
        return _together(self.clash) if self.field is not None else None

    @property
    def together_field(self) -> SafeString:
        """Where both texts in one are edited."""
        attrs = {"id": f"id_{BOTH}-{self.field.html_name}", "lang": self.language}
        text = self.together.text if self.together else ""
        rendered: SafeString = self.field.field.widget.render(f"{BOTH}-{self.field.html_name}", text, attrs)
        return rendered


@dataclass(frozen=True, kw_only=True)
class FormConflict(Conflict):
    """What came out when what somebody typed on the edit form met the present draft; each clash is decided by itself.

    `content` is for the form: what this person typed wherever they typed, the present draft everywhere else.
    """

    content: Content
    clashes: Sequence[Clash]
    choices: Sequence[Choice] = ()
    _base: Mapping[str, Change]
    _own: Mapping[str, Change]

    each_template = "admin/editorial/_form_choice.html"

    @property
    def both(self) -> Sequence[Choice]:
        """See `choices`."""
        return self.choices

    @property
    def advice(self) -> str:
        """How much is left to decide."""
        if self.choices:
            text = ngettext(
                "One thing was changed by both of you: decide here which is to stand. "
                "Everything else is put together already.",
                "%(counter)s things were changed by both of you: decide here which is to stand. "
                "Everything else is put together already.",
                len(self.choices),
            )
            return text % {"counter": localize(len(self.choices))}
        if self.moved:
            return _("You changed different things: the form below holds both. Look at it and save.")
        return _("Look at it and save.")

    @property
    def save_label(self) -> str:
        """Both texts are saved, as decided where something was to be decided."""
        return _("Save as decided") if self.choices else _("Save both together")

    @property
    def decided_above(self) -> set[str]:
        """Names of the form's fields that are typed in a choice and not in their usual place."""
        return {choice.field.html_name for choice in self.choices if choice.field is not None}


def opened_on(kind: Kind, digest: str) -> Content | None:
    """The content with this digest, on which a form says it was opened; none if there is no such content of this kind."""
    return kept.content(digest, kind=kind.key)


def merge_typed(
    kind: Kind, edition: Edition, *, base: Content, now: Content, typed: Content, kept_at: datetime | None = None
) -> FormConflict:
    """Put together what was typed on a form opened on `base` and what the draft says `now`."""
    merged = merging.merge(kind, base, theirs=now, mine=typed)
    clashes = merging.clashes(kind, base, theirs=now, mine=typed)
    theirs, mine = _by_place(diff.compare(base, now)), _by_place(diff.compare(base, typed))
    clashing = [_place(clash.path, clash.language) for clash in clashes]

    def alone(place: str) -> bool:
        return not any(place == other or place.startswith(f"{other.rstrip('.')}/") for other in clashing)

    return FormConflict(
        edition=edition, content=merged, moved=base != now, clashes=clashes,
        mine=[change for change in diff.compare(now, merged) if alone(_place(change.path, change.language))],
        theirs=[change for place, change in conflicts_base.sort(theirs=theirs, mine=mine).theirs.items() if alone(place)],
        _base=theirs, _own=mine, kept_at=kept_at,
    )  # fmt: skip


def with_choices(meeting: FormConflict, entry: Entry) -> FormConflict:
    """The meeting with its choices, as the fields of `entry` (a form over the meeting's content) can carry them out."""
    choices = [choice for clash in meeting.clashes if (choice := _choice(meeting, entry, clash)) is not None]
    return replace(meeting, choices=choices)


def _place(path: str, language: str) -> str:
    return f"{path}.{language}"


def _by_place(changes: Sequence[Change]) -> dict[str, Change]:
    return {_place(change.path, change.language): change for change in changes}


def _choice(meeting: FormConflict, entry: Entry, clash: Clash) -> Choice | None:
    place = _place(clash.path, clash.language)
    theirs, mine = meeting._base.get(place), meeting._own.get(place)
    if clash.what == What.ORDER:
        if not entry.scope.shared:
            return None
        formset = next((each for each in entry.parts if each.inline.name == clash.path), None)
        if formset is None:
            return None
        orders = _orders(meeting, clash)
        return Choice(clash, f"choice-{formset.prefix}", "", formset.inline.title, None, None, orders=orders)
    sort, _slash, rest = clash.path.partition("/")
    form = _form(entry, sort, rest.partition("/")[0]) if rest else entry.main
    if form is None:
        return None
    if clash.what == What.VALUE:
        name = languages.column(clash.name, clash.language) if clash.language else clash.name
        said = theirs or mine
        if name not in form.fields or form.fields[name].disabled or said is None:
            return None
        field = form[name]
        combined = _together(clash)
        chosen = BOTH if combined is not None and combined.clean else MINE
        return Choice(clash, f"choice-{field.html_name}", said.part, said.label, theirs, mine, field, chosen)
    if not entry.scope.shared:
        return None
    side = meeting._own if clash.what == What.GONE_THERE else meeting._base
    written = [change for at, change in side.items() if at.startswith(f"{clash.path}/")]
    part = written[0].part if written else ""
    chosen = MINE if clash.what == What.GONE_THERE else THEIRS  # words stay unless somebody says otherwise
    return Choice(clash, f"choice-{form.prefix}", part, "", None, None, None, chosen, said=written)


def _orders(meeting: FormConflict, clash: Clash) -> list[list[str]]:
    """The names of the parts that both sides have, in the order of the other person and in mine."""
    model: Any = clash.model
    rows = {str(row["key"]): row for row in meeting.content["parts"].get(clash.path, [])}
    words = Words(meeting.content)
    return [
        [words.part(model, rows[key], place) for place, key in enumerate(keys, 1) if key in rows]
        for keys in (clash.theirs, clash.mine)
    ]


def _form(entry: Entry, sort: str, key: str) -> Any:
    formset = next((each for each in entry.parts if each.inline.name == sort), None)
    forms = formset.forms if formset is not None else []
    return next((form for form in forms if str(form.before.get("key", "")) == key), None)


def _together(clash: Clash) -> merging_text.Combined | None:
    if clash.what != What.VALUE or not clash.language or clash.name == "slug":
        return None
    texts = [text or "" for text in (clash.base, clash.theirs, clash.mine)]
    is_rich = isinstance(clash.model._meta.get_field(clash.name), RichTextField)
    return merging_text.rich(*texts) if is_rich else merging_text.lines(*texts)


# When the form comes back


def has_choices(sent: Mapping[str, Any]) -> bool:
    """Whether choices were made on the form that was sent."""
    return any(name.startswith("choice-") for name in sent)


def decided(sent: Any, present: Entry) -> Any:
    """The POST data with what was chosen in the place of what stood in the fields.

    :param sent: the data of the request, a `QueryDict`.
    :param present: a form over what the draft says now, whose text the other person saved.
    """
    data = sent.copy()
    for name in [each for each in sent if each.startswith("choice-")]:
        target, chosen = name.removeprefix("choice-"), sent.get(name)
        if chosen == BOTH and f"{BOTH}-{target}" in sent:
            data.setlist(target, sent.getlist(f"{BOTH}-{target}"))
        formset = next((each for each in present.parts if each.prefix == target), None)
        if formset is not None:
            if chosen == THEIRS:
                _order_like(data, formset)
            continue
        prefix, _dash, rest = target.partition("-")
        index, _dash, field = rest.partition("-")
        if not rest:
            if chosen == THEIRS and target in present.main.fields:
                _show(data, target, present.main[target])
            continue
        key = data.get(f"{prefix}-{index}-key", "")
        form = _form(present, prefix, key)
        if field and form is not None and chosen == THEIRS and field in form.fields:
            _show(data, target, form[field])
        elif not field and chosen == (MINE if form is not None else THEIRS):
            # I took it away and they wrote on, or the other way round; whose wish it is that it goes was chosen.
            data[f"{target}-DELETE"] = "on"
    return data


def _show(data: Any, name: str, bound: Any) -> None:
    as_sent.put_as_sent(data, bound.field, name, bound.value())


def _order_like(data: Any, formset: Any) -> None:
    """Give the rows that were sent the order that the draft has now; rows that it lacks stay behind their neighbours."""
    count = range(int(data.get(f"{formset.prefix}-TOTAL_FORMS") or 0))
    places = {n: str(data.get(f"{formset.prefix}-{n}-key", "")) for n in count}
    theirs = [str(row["key"]) for row in formset.rows]
    wanted = sorted((n for n in count if places[n] in theirs), key=lambda n: theirs.index(places[n]))
    in_order = sorted(count, key=lambda n: _number(data.get(f"{formset.prefix}-{n}-ORDER")))
    rest = iter(wanted)
    order = [next(rest) if places[n] in theirs else n for n in in_order]
    for place, n in enumerate(order, 1):
        data[f"{formset.prefix}-{n}-ORDER"] = str(place)


def _number(text: Any) -> float:
    try:
        return float(text)
    except (TypeError, ValueError):
        return float("inf")
