"""The documents of the demo, one a file: what each says in three languages, and when it was said.

A file lies in the folder of its kind (`content/page/…`) and is named by its handle, by which others refer to it. It
says what the newest edition says; `[[editions]]` lists what was published, oldest first, and what an earlier edition
had less. `content/README.md` describes the keys.
"""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.db import models

from cooperation.demo.files import CONTENT, Table, read, rows
from editorial.base import languages
from editorial.content import canonical, kinds
from editorial.content.canonical import Content
from editorial.content.kinds import Kind
from editorial.models import Document
from editorial.richtext.field import RichTextField

#: Of all keys of parts of the demo, which are the same on every machine; made once, by `uuid.uuid4()`.
NAMESPACE = uuid.UUID("5b3c9c0e-6f0e-4a53-9c55-2a0d5f3c7a11")

#: What a file calls the lists of an edition's parts.
PARTS = {
    "agreementparty": "parties",
    "chapter": "chapters",
    "contact": "contacts",
    "coordinatingbody": "coordinating_bodies",
    "countrytag": "countries",
    "figure": "figures",
    "mechanismparty": "parties",
    "meetingsession": "sessions",
    "member": "members",
    "objective": "objectives",
    "othername": "other_names",
    "participant": "participants",
    "programmepartner": "partners",
    "project": "projects",
    "quote": "quotes",
    "relateddocument": "related_documents",
    "section": "sections",
    "signatory": "signatories",
    "statusstep": "status_steps",
    "themetag": "themes",
}
#: How far a draft has come. “approved”: it waits for the release that names it.
STAGES = ("translating", "in_review", "changes_requested", "approved", "scheduled")
#: In the text of a revision: the list of the sources of its document.
SOURCES = "{sources}"


class Handle(str):
    """A document of the demo, named in a file; what the engine wants there is its uuid, known once it is made."""

    __slots__ = ()


@dataclass(frozen=True)
class Published:
    """An edition that became public: on a day, or so many days before the demo is made.

    `sent_back` is what was submitted first; with it goes the `remark` for which it was sent back.
    """

    value: Content
    day: str = ""
    days_ago: int = 0
    sent_back: Content | None = None
    remark: str = ""

    def public_at(self, now: datetime) -> datetime:
        """The instant at which it became public."""
        return at_15_utc(self.day) if self.day else now - timedelta(days=self.days_ago)


@dataclass(frozen=True)
class Withdrawal:
    """The end of a document: its day, the public explanation, and perhaps where visitors are sent instead."""

    day: str
    explanation: dict[str, str]
    redirect_to: str


@dataclass(frozen=True)
class Draft:
    """What is being worked on: how far it came, what a reviewer asked for, when a revision was begun."""

    stage: str
    value: Content
    remark: str = ""
    begun_days_ago: int = 0


@dataclass
class DemoDocument:
    """One document: its published editions, oldest first, and what is being worked on."""

    handle: str
    kind: Kind
    place: str
    editions: list[Published] = field(default_factory=list)
    withdrawal: Withdrawal | None = None
    draft: Draft | None = None

    @property
    def source_language(self) -> str:
        """The language it is written in."""
        value = self.editions[-1].value if self.editions else self.draft.value  # type: ignore[union-attr]
        return str(value["fields"]["source_language"])


def at_15_utc(day: str) -> datetime:
    """Three in the afternoon, UTC, of a day given in ISO 8601."""
    return datetime.fromisoformat(day).replace(hour=15, tzinfo=UTC)


def part_key(handle: str) -> str:
    """The lasting key of a part, from a handle that is unique in the demo."""
    return str(uuid.uuid5(NAMESPACE, handle))


def resolved(value: Any, uuids: Mapping[str, str]) -> Any:
    """The same content with the uuids of the documents that it names.

    :param uuids: uuids of the documents made so far, by handle.
    """
    if isinstance(value, Handle):
        return uuids[value]
    if isinstance(value, dict):
        return {name: resolved(item, uuids) for name, item in value.items()}
    if isinstance(value, list):
        return [resolved(item, uuids) for item in value]
    return value


def paths() -> list[Path]:
    """The files of all documents: in the order of the kinds, then of their names."""
    return [path for kind in kinds.all_kinds() for path in sorted((CONTENT / kind.key).glob("*.toml"))]


def read_all() -> list[DemoDocument]:
    """Every document of the demo. Raises ContentError for a file that cannot be understood."""
    known = {path.stem: path.parent.name for path in paths()}
    return [_Reader(path, known).document() for path in paths()]


@dataclass(frozen=True)
class _Source:
    """A publication that facts come from: as it names itself, and as a figure cites it."""

    publication: str
    cited: dict[str, str]


@cache
def _sources() -> dict[str, _Source]:
    found = {}
    for key, row in rows("sources"):
        found[key] = _Source(row.text("publication"), row.texts("cited"))
        row.finish()
    return found


@cache
def _codes(file: str) -> frozenset[str]:
    return frozenset(key for key, _row in rows(file))


class _Reader:
    """Reads one document's file."""

    def __init__(self, path: Path, known: Mapping[str, str]) -> None:
        self.table = read(path)
        self.kind = kinds.get_kind(path.parent.name)
        self.handle = path.stem
        self.known = known

    def document(self) -> DemoDocument:
        """The document, every key of its file read."""
        table = self.table
        document = DemoDocument(self.handle, self.kind, table.place)
        self.cited = [_sources()[key] for key in table.choices("sources", _sources())]
        draft, revision = table.table("draft"), table.table("revision")
        stage = draft.choice("stage", STAGES) if draft else ""
        source = table.choice("source_language", languages.codes())
        needed = [source] if stage == "translating" else languages.codes()
        for name in ("title", "slug"):
            table.require(name, dict)
        value: Content = {
            "kind": self.kind.key,
            "fields": self._fields(self.kind.model, table, needed),
            "parts": self._parts(table, needed),
        }
        document.editions = [self._published(row, value) for row in table.tables("editions")]
        document.withdrawal = self._withdrawal(table.table("withdrawal"))
        if draft:
            document.draft = Draft(stage, value, draft.text("remark"))
            draft.finish()
        elif revision:
            document.draft = self._revision(revision, value)
        table.finish()
        if not document.editions and draft is None:
            raise table.error("editions", "missing: an edition that was published, or a [draft].")
        return document

    def _published(self, row: Table, newest: Content) -> Published:
        lists = row.table("only_first")
        value = {**newest, "fields": self._overridden(row, newest["fields"])}
        if lists:
            value["parts"] = {name: self._only_first(lists, name, items) for name, items in newest["parts"].items()}
            lists.finish()
        back = row.table("sent_back")
        sent_back, remark = None, ""
        if back:
            remark = back.text("remark")
            sent_back = self._lacking(back, value)
            back.finish()
        day, days_ago = row.text("public_on"), row.get("public_days_ago", int, 0)
        if bool(day) == bool(days_ago):
            raise row.error("public_on", "give either public_on or public_days_ago.")
        row.finish()
        return Published(value, day, days_ago, sent_back, remark)

    @staticmethod
    def _lacking(row: Table, value: Content) -> Content:
        """The content without what `lacked` names: a list and a key of its rows, such as `figures.as_of`."""
        listed, _dot, name = row.require("lacked", str).partition(".")
        parts = {part: items for part, items in value["parts"].items() if PARTS[part] == listed}
        if not any(name in item for items in parts.values() for item in items):
            raise row.error("lacked", f"no list “{listed}” of this document has rows with “{name}”.")
        bare = {part: [{**item, name: None} for item in items] for part, items in parts.items()}
        return {**value, "parts": {**value["parts"], **bare}}

    @staticmethod
    def _only_first(lists: Table, name: str, items: list[Any]) -> list[Any]:
        count: int = lists.get(PARTS[name], int, len(items))
        return items[:count]

    def _overridden(self, row: Table, fields: Mapping[str, Any], needed: Collection[str] | None = None) -> Any:
        """The fields with the texts that `row` says instead."""
        model = self.kind.model
        changed = {name: row.texts(name, rich=_is_rich(model, name), needed=needed)
                   for name in canonical.translated(model) if name in row}  # fmt: skip
        return {**fields, **changed}

    def _withdrawal(self, row: Table | None) -> Withdrawal | None:
        if row is None:
            return None
        explanation = row.texts("explanation")
        redirect_to = row.choice("redirect_to", self.known) if "redirect_to" in row else ""
        found = Withdrawal(row.require("on", str), explanation, redirect_to)
        row.finish()
        return found

    def _revision(self, row: Table, newest: Content) -> Draft:
        """The next edition of a public document: other texts, words changed in a text, further sections."""
        stage = row.choice("stage", STAGES)
        source = newest["fields"]["source_language"]
        fields = self._overridden(row, newest["fields"], [source] if stage == "translating" else None)
        for change in row.tables("rewordings"):
            name = change.choice("field", canonical.translated(self.kind.model))
            before, after = change.texts("before"), change.texts("after")
            for code, words in before.items():
                if words not in fields[name][code]:
                    raise change.error(f"before.{code}", f"{name} does not say “{words}”.")
            fields[name] = {code: text.replace(before[code], after[code]) for code, text in fields[name].items()}
            change.finish()
        sections = list(newest["parts"].get("section", []))
        [model] = [model for model in self.kind.parts if canonical.part_name(model) == "section"]
        for table in row.tables("sections"):
            sections.append(self._with_sources(self._row(model, table, len(sections), languages.codes())))
        value = {**newest, "fields": fields, "parts": {**newest["parts"], "section": sections}}
        found = Draft(stage, value, begun_days_ago=row.require("begun_days_ago", int))
        row.finish()
        return found

    def _with_sources(self, section: dict[str, Any]) -> dict[str, Any]:
        items = "".join(f"<li>{source.publication}</li>" for source in self.cited)
        listed = f'<ul lang="en">{items}</ul>'
        body = {code: text.replace(f"<p>{SOURCES}</p>", listed) for code, text in section["body"].items()}
        return {**section, "body": body}

    def _parts(self, table: Table, needed: Collection[str]) -> dict[str, list[dict[str, Any]]]:
        parts = {}
        for model in self.kind.parts:
            name = canonical.part_name(model)
            if name not in PARTS:
                continue
            listed = PARTS[name]
            values = table.get(listed, list)
            if values is None:
                continue  # as good as none, and nothing to write
            names = canonical.own_fields(model)
            if len(names) == 1:  # the file lists bare values
                [only] = names
                tables = [Table({only: value}, f"{table.place}: {listed}") for value in values]
            else:
                tables = table.tables(listed)
            parts[name] = [self._row(model, row, number, needed) for number, row in enumerate(tables)]
        return parts

    def _row(self, model: Any, row: Table, number: int, needed: Collection[str]) -> dict[str, Any]:
        name = row.get("key", str) or f"{self.kind.key}/{self.handle}/{canonical.part_name(model)}/{number}"
        found = {"key": part_key(name), **self._fields(model, row, needed)}
        row.finish()
        return found

    def _fields(self, model: Any, table: Table, needed: Collection[str]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name in canonical.own_fields(model):
            if name in canonical.translated(model):
                if isinstance(table.values.get(name), str):  # a figure's source, by its key
                    found[name] = _sources()[table.choice(name, _sources())].cited
                else:
                    found[name] = table.texts(name, rich=_is_rich(model, name), needed=needed)
            elif name in table:
                found[name] = self._value(model, name, table)
        return found

    def _value(self, model: Any, name: str, table: Table) -> Any:
        column = model._meta.get_field(name)
        if isinstance(column, models.ForeignKey):
            if issubclass(column.related_model, Document):
                return Handle(table.choice(name, self.known))
            return table.choice(name, _codes(_FILES[str(column.related_model._meta.model_name)]))
        if isinstance(column, models.UUIDField):  # a part of an earlier edition or of another document
            return part_key(table.get(name, str))
        if isinstance(column, models.BooleanField):
            return table.get(name, bool)
        if isinstance(column, models.IntegerField):
            return table.get(name, int)
        if column.choices:
            return table.choice(name, [str(value) for value, _label in column.flatchoices])
        return table.get(name, str)


#: The files of the reference tables.
_FILES = {"theme": "themes", "country": "countries", "organization": "organizations"}


def _is_rich(model: Any, name: str) -> bool:
    return isinstance(model._meta.get_field(name), RichTextField)
