"""Units: the texts of an edition one by one, each in its source and its target language, and how each stands.

What changed is told against the content for which a translator last gave their word (`editorial.translating.attested`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import models
from django.utils.translation import pgettext, pgettext_lazy

from editorial.content import kinds
from editorial.content.canonical import OPTIONAL, Content, own_fields, part_name, translated
from editorial.content.wording import Words
from editorial.models import Part
from editorial.richtext.field import RichTextField

#: The path of the text that becomes the address. It is no prose: a new one in the source makes no translation outdated.
SLUG = "slug"
#: A sort of part and the names of its fields, in the order in which they are shown.
PartFields = tuple[type[Part], Sequence[str]]


class Standing(StrEnum):
    """How one text stands against its source."""

    #: The source says something, the target nothing.
    MISSING = "missing"
    #: The source says something else than when the translation was attested; the target still says the same.
    CHANGED = "changed"
    #: Source and target both say something else than when the translation was attested.
    RENEWED = "renewed"
    #: The source says what it said, or nobody ever attested a translation; the target says something.
    KEPT = "kept"
    #: The source says nothing; there is nothing to translate.
    NOTHING = "nothing"


_LABELS = {
    Standing.MISSING: pgettext_lazy("text to translate", "Missing"),
    Standing.CHANGED: pgettext_lazy("text to translate", "Source changed"),
    Standing.RENEWED: pgettext_lazy("text to translate", "Translated anew"),
    Standing.KEPT: pgettext_lazy("text to translate", "Translated"),
    Standing.NOTHING: pgettext_lazy("text to translate", "Nothing to translate"),
}


@dataclass(frozen=True)
class Unit:
    """One text in two languages.

    `path` is that of `content.prose`, or "slug"; `field` the model field that holds the text. `source_before` and
    `target_before` are what both said when the translation was last attested; empty where it never was (`attested`).
    `wanted` says of a text that translations may leave out that this one may not.
    """

    path: str
    field: Any
    source: str
    target: str
    source_before: str = ""
    target_before: str = ""
    attested: bool = False
    wanted: bool = False

    @property
    def label(self) -> str:
        """The name of the field in the reader's language."""
        name = str(self.field.verbose_name)
        return name[:1].upper() + name[1:]

    @property
    def part(self) -> str:
        """ "<part>/<key>" of the part that the text belongs to; empty for the edition's own."""
        return self.path.rpartition("/")[0]

    @property
    def rich(self) -> bool:
        """Whether the text is HTML (see `editorial.richtext.field`) and not a plain line."""
        return isinstance(self.field, RichTextField)

    @property
    def limit(self) -> int | None:
        """The most characters that the text may have; none where there is no limit."""
        found: int | None = getattr(self.field, "max_length", None)
        return found

    @property
    def optional(self) -> bool:
        """Whether a translation may leave the text out."""
        return self.path in OPTIONAL and not self.wanted

    @property
    def counts(self) -> bool:
        """Whether the text is one of those by which progress is measured."""
        return bool(self.source) and not self.optional

    @property
    def standing(self) -> Standing:
        """How the target stands against the source."""
        if self.path == SLUG:
            return Standing.KEPT if self.target else Standing.MISSING
        if not self.source:
            return Standing.NOTHING
        if not self.target:
            return Standing.MISSING
        if not self.attested or self.source == self.source_before:
            return Standing.KEPT
        return Standing.CHANGED if self.target == self.target_before else Standing.RENEWED

    @property
    def standing_label(self) -> str:
        """The standing in words."""
        if self.optional and self.standing == Standing.MISSING:
            return pgettext("text to translate", "Optional")
        return str(_LABELS[self.standing])

    @property
    def to_do(self) -> bool:
        """Whether somebody has to look at it before the translation can be attested."""
        if self.path in OPTIONAL:  # no part of what is attested, so another one in the source asks for nothing
            return self.wanted and self.standing == Standing.MISSING
        return self.standing in (Standing.MISSING, Standing.CHANGED)


def units_of(
    content: Content,
    language: str,
    *,
    base: Content | None = None,
    fields: Sequence[str] = (),
    parts: Sequence[PartFields] = (),
    noted: bool = False,
) -> list[Unit]:
    """Every text of `content` that is or could be there in `language`, with its source.

    :param base: what the edition said when the translation was last attested; none if it never was.
    :param fields: names of the edition's own fields in the order of a form, and `parts` the same for its parts; what
        they leave out comes after them, in the order of the model.
    :param noted: whether the edition cannot do without its note in this language (`editorial.content.change_note`).
    """
    kind = kinds.get_kind(content["kind"])
    source = content["fields"]["source_language"]
    texts = _texts(kind.model, fields)
    found = [*_row(texts, "", content["fields"], (base or {}).get("fields"), source, language, base is not None, noted)]
    named = [part for part, _names in parts]
    for part in [*named, *(part for part in kind.parts if part not in named)]:
        texts = _texts(part, dict(parts).get(part, ()))
        before = {str(row["key"]): row for row in base["parts"].get(part_name(part), ())} if base else {}
        for row in content["parts"].get(part_name(part), ()):
            key = str(row["key"])
            prefix = f"{part_name(part)}/{key}/"
            found += _row(texts, prefix, row, before.get(key), source, language, base is not None)
    return found


def by_part(units: Iterable[Unit], content: Content) -> list[tuple[str, str, list[Unit]]]:
    """Units in their order as (part, its name in the reader's language, its units); the edition's own have no part."""
    names = _part_names(content)
    found: list[tuple[str, str, list[Unit]]] = []
    for unit in units:
        if not found or found[-1][0] != unit.part:
            found.append((unit.part, names.get(unit.part, ""), []))
        found[-1][2].append(unit)
    return found


def _part_names(content: Content) -> dict[str, str]:
    """What every part is called, by "<part>/<key>"; rows that parts refer to are named by one query for each table."""
    words = Words(content)
    return {
        f"{part_name(part)}/{row['key']}": words.part(part, row, place)
        for part in kinds.get_kind(content["kind"]).parts
        for place, row in enumerate(content["parts"].get(part_name(part), ()), 1)
    }


def _texts(model: type[models.Model], names: Sequence[str]) -> list[Any]:
    """The translated fields of a model, the named ones first."""
    there = [name for name in own_fields(model) if name in translated(model)]
    ordered = [*(name for name in names if name in there), *(name for name in there if name not in names)]
    return [model._meta.get_field(name) for name in ordered]


def _row(
    fields: Sequence[Any],
    prefix: str,
    row: Mapping[str, Any],
    before: Mapping[str, Any] | None,
    source: str,
    language: str,
    attested: bool,
    noted: bool = False,
) -> Iterable[Unit]:
    old = before or {}
    for field in fields:
        texts, then = row.get(field.name) or {}, old.get(field.name) or {}
        yield Unit(
            prefix + field.name,
            field,
            source=texts.get(source) or "",
            target=texts.get(language) or "",
            source_before=then.get(source) or "",
            target_before=then.get(language) or "",
            attested=attested,
            wanted=noted and prefix + field.name in OPTIONAL,
        )
