"""The whole edit form of one edition: its own fields, its tags and its parts, from content and to content."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from django.utils.text import slugify
from django.utils.translation import gettext as _
from js_asset import Media

from editorial.admin.form import fields, tags
from editorial.admin.form.fields import Choices, Scope
from editorial.admin.form.inlines import PartFormSet, PartInline, RowForm
from editorial.base import languages
from editorial.checks import requirements
from editorial.content.canonical import Content, part_name, referenced, translated
from editorial.content.kinds import Kind
from editorial.models import Document

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
#: A group of fields on the form: its title (none for the first) and the names of content fields or tags.
Group = tuple[Any, Sequence[str]]


@dataclass
class Sent:
    """What is read in the place of a request: its data with choices carried out, or without its files."""

    POST: Any
    FILES: Any = field(default_factory=MultiValueDict)


@dataclass
class Entry:
    """An edition's content on a form, as one person may change it.

    :param content: what the edition says now (see `editorial.content.canonical`).
    :param sent: the request whose POST is to be read, or what was made of it; none to show what `content` says.
    :param stored: what is saved, where `content` is what somebody wants to save.
    :param more: the name of a part of which an empty row is wanted.
    """

    kind: Kind
    groups: Sequence[Group]
    inlines: Sequence[PartInline]
    content: Content
    scope: Scope
    edition: Any = None
    sent: HttpRequest | Sent | None = None
    stored: Content | None = None
    more: str = ""

    @cached_property
    def choices(self) -> Choices:
        """What references can point at, read once for all rows."""
        sent = self.sent.POST if self.sent else None
        typed = {value for values in sent.lists() for value in values[1] if _UUID.fullmatch(value)} if sent else set()
        named = {uuid for uuid in referenced(self.content, Document) if _UUID.fullmatch(uuid)}
        return Choices(named | typed)

    @cached_property
    def main(self) -> RowForm:
        """The form over the edition's own fields and its tags."""
        named = [name for _title, names in self.groups for name in names]
        boxes = tags.fields(self.kind.parts, scope=self.scope, choices=self.choices)
        columns = [name for name in named if name not in boxes]
        made: dict[str, forms.Field] = fields.make(self.kind.model, columns, scope=self.scope, choices=self.choices)
        made.update({name: box for name, box in boxes.items() if name in named})
        form: Any = type("DraftForm", (RowForm,), {**made, "model": self.kind.model})
        ticked = {name: box.chosen(self.content["parts"].get(name, [])) for name, box in boxes.items()}
        data = self.sent.POST if self.sent else None
        main: RowForm = form(data, before=self.content["fields"], initial=ticked, use_required_attribute=False)
        return main

    @cached_property
    def parts(self) -> list[PartFormSet]:
        """The rows of every sort of part, in the order of the form."""
        return [
            inline.formset(
                self.content["parts"].get(inline.name, []),
                scope=self.scope, choices=self.choices, edition=self.edition,
                data=self.sent.POST if self.sent else None, sent=self.sent.FILES if self.sent else None,
                extra=int(self.more == inline.name), stored=self._stored(inline.name),
            )
            for inline in self.inlines
        ]  # fmt: skip

    def _stored(self, name: str) -> frozenset[str]:
        rows = (self.stored or self.content)["parts"].get(name, [])
        return frozenset(str(row["key"]) for row in rows)

    def is_valid(self) -> bool:
        """Whether all that was sent can be kept; empty slugs are made from titles first, and taken ones refused."""
        sound = all([self.main.is_valid(), *[formset.is_valid() for formset in self.parts]])
        self._suggest_slugs()
        return self._slugs_are_free() and sound

    def read(self) -> Content:
        """What was sent, in the shape of content, however incomplete; for what is kept and not saved."""
        self.main.is_valid()
        for formset in self.parts:
            formset.is_valid()
        return self.typed()

    def typed(self) -> Content:
        """What was sent, in the shape of content; sound or not."""
        parts = {name: [dict(row) for row in rows] for name, rows in self.content["parts"].items()}
        for name, box in self.main.fields.items():
            if isinstance(box, tags.TagsField) and name in self.main.changed_data:
                parts[name] = box.rows(self.content["parts"].get(name, []), self.main.cleaned_data.get(name, []))
        for formset in self.parts:
            parts[formset.inline.name] = formset.typed()
        order = [part_name(part) for part in self.kind.parts]
        return {
            "kind": self.kind.key,
            "fields": self.main.row(),
            "parts": {name: parts.get(name, []) for name in order},
        }

    def removed(self) -> list[str]:
        """Sentences on what cleaning took out of what was typed."""
        rows = [form for formset in self.parts for form in formset.forms]
        return [sentence for form in [self.main, *rows] for sentence in form.removed]

    @property
    def media(self) -> Media:
        """Scripts and styles of the fields' widgets; the rows' forms use the same ones."""
        found = self.main.media
        for formset in self.parts:
            found = found + formset.empty_form.media
        return Media.from_media(found)

    def bound_fields(self) -> Iterator[Any]:
        """Every field of every form."""
        for form in [self.main, *(form for formset in self.parts for form in formset.forms)]:
            yield from form

    @property
    def rows(self) -> list[tuple[Any, list[list[Any]]]]:
        """The bound fields of the main form by group: of each content field one for each language, or one."""
        return [(title, [fields_of(self.main, name) for name in names]) for title, names in self.groups]

    def error_counts(self) -> dict[str, int]:
        """How many fields have errors, by language; under "" those that all languages share."""
        found: dict[str, int] = dict.fromkeys(["", *languages.codes()], 0)
        if not self.sent:
            return found
        for bound in self.bound_fields():
            if bound.errors:
                found[getattr(bound.field, "content_language", "")] += 1
        return found

    def _suggest_slugs(self) -> None:
        for code in self._own_languages("slug"):
            slug, title = languages.column("slug", code), languages.column("title", code)
            cleaned = self.main.cleaned_data
            if slug in cleaned and not cleaned[slug] and cleaned.get(title):
                limit = self.kind.model._meta.get_field("slug").max_length or 0
                cleaned[slug] = slugify(cleaned[title])[:limit].strip("-")
                self.main.changed_data.append(slug)
                # Shown again should something else be refused.
                data: Any = self.main.data
                self.main.data = data.copy()
                self.main.data[slug] = cleaned[slug]  # type: ignore[index]  # a copied QueryDict can be written

    def _slugs_are_free(self) -> bool:
        free = True
        for code in self._own_languages("slug"):
            name = languages.column("slug", code)
            slug = self.main.cleaned_data.get(name)
            if not slug or slug == self.content["fields"].get("slug", {}).get(code):
                continue
            besides = self.edition.document_id if self.edition is not None else None
            holder = requirements.slug_holder(self.kind.key, code, slug, besides=besides)
            if holder:
                free = False
                message = _("The address “%(path)s” (%(language)s) belongs to “%(title)s”. Choose another slug.")
                path = self.kind.path(code, slug)
                self.main.add_error(name, message % {"path": path, "language": languages.name(code), "title": holder})
        return free

    def _own_languages(self, name: str) -> list[str]:
        there = name in translated(self.kind.model) and languages.column(name, languages.codes()[0]) in self.main.fields
        return [code for code in languages.codes() if there and code in self.scope.languages]


def nothing(kind: Kind, *, source_language: str) -> Content:
    """Content of an edition that is only begun."""
    fields_: Mapping[str, Any] = {"source_language": source_language}
    return {"kind": kind.key, "fields": dict(fields_), "parts": {part_name(part): [] for part in kind.parts}}


def fields_of(form: Any, name: str) -> list[Any]:
    """The bound fields of a content field: one for each language, or one."""
    if name in form.fields:
        return [form[name]]
    return [form[languages.column(name, code)] for code in languages.codes()]
