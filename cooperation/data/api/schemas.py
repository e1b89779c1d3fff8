"""The shapes of the API's answers. Those of a kind follow from its models, so that a new kind is described by itself."""

from datetime import date, datetime, time
from functools import cache
from typing import Any
from uuid import UUID

from django.db import models
from ninja import Schema
from pydantic import Field, create_model

from cooperation import publishing
from editorial import content
from editorial.models import Attachment, Document
from editorial.richtext import RichTextField


class Problem(Schema):
    """Why there is no answer (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str


class Named(Schema):
    """A code and what it is called in the language asked for."""

    code: str
    name: str


class Reference(Schema):
    """Another document; without a title and addresses where it cannot be read in this language at this moment."""

    id: UUID
    kind: str
    title: str | None = None
    url: str | None = None
    api_url: str | None = None


class Version(Schema):
    """The same edition in another language."""

    language: str
    url: str
    api_url: str


class Parameter(Schema):
    """A filter of a list."""

    name: str
    label: str


class Described(Schema):
    """A kind of document."""

    key: str
    name: str
    plural: str
    description: str
    filters: list[Parameter]
    sorts: list[Parameter]
    url: str
    api_url: str
    csv_url: str
    feed_url: str


class Kinds(Schema):
    """All kinds, in the order of the site's navigation."""

    language: str
    kinds: list[Described]


class Links(Schema):
    """Where to begin."""

    kinds: str
    openapi: str
    documentation: str


class Row(Schema):
    """A document in a list."""

    id: UUID = Field(description="Lasting identity of the document, whatever its title and address become.")
    kind: str
    language: str
    title: str
    summary: str
    url: str = Field(description="The page.")
    api_url: str = Field(description="The whole document.")
    edition: int = Field(description="Number of the edition that is public at the moment.")
    since: datetime = Field(description="When that edition went public.")
    modified: datetime = Field(description="When the content last changed, minor corrections aside.")
    languages: list[Version] = Field(description="Where the same edition can be read in other languages.")
    languages_to_follow: list[str]
    themes: list[Named]
    countries: list[Named]


class Edition(Schema):
    """One edition in the public history of a document."""

    number: int
    since: datetime
    until: datetime | None = Field(description="When its public life ended; null while it lasts.")
    note: str = Field(description="What changed.")
    minor: bool
    url: str | None = Field(description="The page as it stood then; null where it was not in this language.")


class File(Schema):
    """A file that belongs to a document."""

    title: str
    url: str
    name: str
    media_type: str
    size: int = Field(description="In bytes.")
    sha256: str
    language: str


def _of_field(model: type[models.Model], name: str) -> Any:
    field = model._meta.get_field(name)
    about = Field(default=None, description=str(field.verbose_name))  # type: ignore[union-attr]  # a column
    if name in content.translated(model):
        text = "HTML of the house's small set of elements: " if isinstance(field, RichTextField) else ""
        return (str, Field(default="", description=text + str(field.verbose_name)))  # type: ignore[union-attr]
    if isinstance(field, models.ForeignKey):
        return (Reference | None if field.related_model is Document else Named | None, about)
    if getattr(field, "choices", None):
        return (Named | None, about)
    for sort, made in _PLAIN:
        if isinstance(field, sort):
            return (made | None, about)
    return (str | None, about)


#: Django's fields and what they are in JSON; a decimal number stays text, so that no digit is lost.
_PLAIN: tuple[tuple[type, type], ...] = (
    (models.BooleanField, bool),
    (models.IntegerField, int),
    (models.DateTimeField, datetime),
    (models.DateField, date),
    (models.TimeField, time),
    (models.UUIDField, UUID),
)


def _model(name: str, model: type[models.Model], names: list[str], **more: Any) -> Any:
    return create_model(name, __base__=Schema, **more, **{each: _of_field(model, each) for each in names})


@cache
def row_of(key: str) -> Any:
    """A row of a kind's list."""
    kind = publishing.get(key)
    from cooperation.data import columns

    names = [each.name for each in columns.of(kind.model)]
    fields = _model(f"{kind.model.__name__}Columns", kind.model, names)
    return create_model(f"{kind.model.__name__}Row", __base__=Row, fields=(fields, ...))


@cache
def list_of(key: str) -> Any:
    """A page of a kind's list."""
    kind = publishing.get(key)
    return create_model(
        f"{kind.model.__name__}List",
        __base__=Schema,
        kind=(str, ...),
        language=(str, ...),
        total=(int, Field(description="How many documents match, on all pages.")),
        page=(int, ...),
        page_size=(int, ...),
        pages=(int, ...),
        next=(str | None, Field(description="Address of the next page.")),
        previous=(str | None, Field(description="Address of the previous page.")),
        items=(list[row_of(key)], ...),  # type: ignore[misc]  # a model made at run time
    )


@cache
def document_of(key: str) -> Any:
    """The whole of a document of a kind."""
    kind = publishing.get(key)
    own = [name for name in content.own_fields(kind.model) if name not in content.EDITION_FIELDS]
    fields = _model(f"{kind.model.__name__}Fields", kind.model, own)
    parts = {
        content.part_name(part): (list[_part(part)], Field(description=str(part._meta.verbose_name_plural)))  # type: ignore[misc]
        for part in kind.parts
        if part is not Attachment
    }
    return create_model(
        f"{kind.model.__name__}Document",
        __base__=Row,
        digest=(str, Field(description="SHA-256 of the signed content of this edition, in all languages.")),
        source_language=(str, Field(description="The language that it was written in.")),
        fields=(fields, ...),
        parts=(create_model(f"{kind.model.__name__}Parts", __base__=Schema, **parts), ...),  # type: ignore[call-overload]
        files=(list[File], ...),
        editions=(list[Edition], Field(description="Every edition that has been public, the newest first.")),
    )


@cache
def _part(part: Any) -> Any:
    key = (UUID, Field(description="Lasting identity of this part, through all editions."))
    return _model(part.__name__, part, list(content.own_fields(part)), id=key)
