"""What the translation screen shows: each text with its source beside it, and which of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from editorial.checks.glossary import Hint, Terms
from editorial.comparison import richdiff
from editorial.content.canonical import Content
from editorial.translating import marking, units
from editorial.translating.units import Standing, Unit

#: What can be shown, by the value of the address's `show`: the standings, and whether only what is to be done.
FILTERS = ("all", "todo", "changed", "missing", "hints")


@dataclass(frozen=True)
class Row:
    """One text: its source, with what changed marked; its field, or the text where it may only be read."""

    unit: Unit
    source: SafeString
    target: SafeString
    marked: SafeString | None
    hints: Sequence[Hint]
    field: Any = None

    @property
    def open(self) -> bool:
        """Whether it is unfolded: there is something to do, to see, or to mend."""
        standing = self.unit.standing
        return bool(
            self.unit.to_do
            or standing == Standing.RENEWED
            or self.hints
            or (self.field is not None and self.field.errors)
        )

    def under(self, name: str) -> bool:
        """Whether one of `FILTERS` shows it."""
        match name:
            case "todo":
                return self.unit.to_do
            case "changed":
                return self.unit.standing in (Standing.CHANGED, Standing.RENEWED)
            case "missing":
                return self.unit.standing == Standing.MISSING and not self.unit.optional
            case "hints":
                return bool(self.hints)
        return True


@dataclass(frozen=True)
class Group:
    """The texts of one part, or of the edition itself, whose name is empty."""

    key: str
    name: str
    rows: Sequence[Row]


@dataclass(frozen=True)
class Filter:
    """A way to show fewer texts, and how many it shows."""

    name: str
    label: str
    count: int
    chosen: bool


def rows(found: Sequence[Unit], terms: Terms, form: Any = None) -> list[Row]:
    """A row for every text that the source or the target has; the address always is there.

    :param form: the `TranslationForm`; none where the texts may only be read.
    """
    by_path = {unit.path: name for name, unit in form.units.items()} if form is not None else {}
    made = []
    for unit in found:
        field = form[by_path[unit.path]] if unit.path in by_path else None
        target = str(field.value() or "") if field is not None else unit.target
        if not (unit.source or target or unit.path == units.SLUG):
            continue
        made.append(
            Row(
                unit,
                as_shown(unit, unit.source),
                as_shown(unit, unit.target),
                marking.marked_source(unit) if _source_changed(unit) else None,
                terms.hints(unit.source, target) if unit.path != units.SLUG else (),
                field,
            )
        )
    return made


def as_shown(unit: Unit, text: str) -> SafeString:
    """A text as it looks."""
    return richdiff.cleaned(text) if unit.rich else SafeString(escape(text).replace("\n", "<br>"))


def _source_changed(unit: Unit) -> bool:
    return unit.standing in (Standing.CHANGED, Standing.RENEWED) and bool(unit.source_before)


def groups(found: Sequence[Row], content: Content) -> list[Group]:
    """Rows by the part that they belong to, in their order."""
    by_path = {row.unit.path: row for row in found}
    named = units.by_part([row.unit for row in found], content)
    return [Group(part, name, [by_path[unit.path] for unit in some]) for part, name, some in named]


def filters(found: Sequence[Row], chosen: str) -> list[Filter]:
    """The ways to show fewer, with their numbers; those that would show nothing only where they are chosen."""
    labels = {
        "all": _("All texts"),
        "todo": _("Only what is to do"),
        "changed": _("Only what changed"),
        "missing": _("Only what is missing"),
        "hints": _("Only with hints"),
    }
    counted = [(name, sum(row.under(name) for row in found)) for name in FILTERS]
    return [Filter(name, labels[name], count, name == chosen) for name, count in counted]
