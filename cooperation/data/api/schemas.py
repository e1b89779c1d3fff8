"""The shapes of the API's answers, as JSON Schema. Those of a kind follow from its models.

They are plain dictionaries, made when the description is asked for: as models of pydantic they would take 5 MB of every
process, and answers, which are built here and tested against them, would be checked once more at each question.
"""

from typing import Any

from django.db import models

from cooperation import public_kind
from cooperation.data import columns
from cooperation.public_kind import PublicKind
from editorial.content import canonical
from editorial.models import Attachment, Document
from editorial.richtext.field import RichTextField

Shape = dict[str, Any]

#: Django's fields and what they are in JSON; a decimal number stays text, so that no digit is lost.
_PLAIN: tuple[tuple[type, Shape], ...] = (
    (models.BooleanField, {"type": "boolean"}),
    (models.IntegerField, {"type": "integer"}),
    (models.DateTimeField, {"type": "string", "format": "date-time"}),
    (models.DateField, {"type": "string", "format": "date"}),
    (models.TimeField, {"type": "string", "format": "time"}),
    (models.UUIDField, {"type": "string", "format": "uuid"}),
)


def ref(name: str) -> Shape:
    """A shape among the components."""
    return {"$ref": f"#/components/schemas/{name}"}


def _text(description: str = "", **more: str) -> Shape:
    return {"type": "string", **more, **({"description": description} if description else {})}


def _whole(description: str = "") -> Shape:
    return {"type": "integer", **({"description": description} if description else {})}


def _many(shape: Shape, description: str = "") -> Shape:
    return {"type": "array", "items": shape, **({"description": description} if description else {})}


def _or_null(shape: Shape, description: str = "") -> Shape:
    return {"anyOf": [shape, {"type": "null"}], **({"description": description} if description else {})}


def _object(description: str, /, **properties: Shape) -> Shape:
    return {"type": "object", "description": description, "properties": properties, "required": list(properties)}


_INSTANT = {"format": "date-time"}
_ID = {"format": "uuid"}


def components() -> dict[str, Shape]:
    """Every shape by name."""
    found = {
        "Problem": _object(
            "Why there is no answer (RFC 9457).", type=_text(), title=_text(), status=_whole(), detail=_text()
        ),
        "Named": _object("A code and what it is called in the language asked for.", code=_text(), name=_text()),
        "Reference": _object(
            "Another document; without addresses where it is not public at this moment, without a title where it is not"
            " in this language.",
            id=_text(**_ID),
            kind=_text(),
            title=_or_null(_text()),
            url=_or_null(_text()),
            api_url=_or_null(_text()),
        ),
        "Signature": _object(
            "The signature of a government.", party=_text(), name=_text(), on=_text("The day, in UTC.", format="date")
        ),
        "Signatures": _object(
            "Which governments signed this edition, by the moment asked for, and who of those that it names did not.",
            signed=_many(ref("Signature"), "In the order in which they signed."),
            not_signed=_many(ref("Named"), "Parties of this site that the text names and that have not signed it."),
            not_represented=_many(
                ref("Named"), "Countries that the text names and whose governments take no part in this site."
            ),
            urgent_on=_or_null(_text(format="date"), "The day on which it was published before all had signed."),
            confirmed_on=_or_null(_text(format="date"), "The day on which a second person confirmed that."),
            confirmed_by=_text("The government for which they did; empty where they act for none."),
            notes=_many(_text(), "What a reader must know of signatures that are missing, in sentences."),
        ),
        "Version": _object("The same edition in another language.", language=_text(), url=_text(), api_url=_text()),
        "Parameter": _object("A filter or an order of a list.", name=_text(), label=_text()),
        "Kind": _object(
            "A kind of document.",
            **{name: _text() for name in ("key", "name", "plural", "description")},
            filters=_many(ref("Parameter")),
            sorts=_many(ref("Parameter")),
            **{name: _text() for name in ("url", "api_url", "csv_url", "feed_url")},
        ),
        "Kinds": _object("All kinds, in the order of the navigation.", language=_text(), kinds=_many(ref("Kind"))),
        "Links": _object("Where to begin.", kinds=_text(), openapi=_text(), documentation=_text()),
        "Edition": _object(
            "One edition in the public history of a document.",
            number=_whole(),
            since=_text(**_INSTANT),
            until=_or_null(_text(**_INSTANT), "When its public life ended; null while it lasts."),
            note=_text("What changed."),
            minor={"type": "boolean"},
            url=_or_null(_text(), "The page as it stood then; null where it was not in this language."),
        ),
        "File": _object(
            "A file that belongs to a document.",
            **{name: _text() for name in ("title", "url", "name", "media_type", "sha256", "language")},
            size=_whole("In bytes."),
        ),
    }
    for kind in public_kind.all_kinds():
        name = kind.model.__name__
        found |= {f"{name}Row": _row(kind), f"{name}List": _list(name), f"{name}Document": _document(kind)}
        found |= {part.__name__: _part(part) for part in kind.parts if part is not Attachment}
    return found


def _common() -> dict[str, Shape]:
    return {
        "id": _text("Lasting identity of the document, whatever its title and address become.", **_ID),
        "kind": _text(),
        "language": _text(),
        "title": _text(),
        "summary": _text(),
        "url": _text("The page."),
        "api_url": _text("The whole document."),
        "edition": _whole("Number of the edition that is public at the moment."),
        "since": _text("When that edition went public.", **_INSTANT),
        "modified": _text("When the content last changed, minor corrections aside.", **_INSTANT),
        "languages": _many(ref("Version"), "Where the same edition can be read in other languages."),
        "languages_to_follow": _many(_text()),
        "themes": _many(ref("Named")),
        "countries": _many(ref("Named")),
        "signatures": ref("Signatures"),
    }


def _row(kind: PublicKind) -> Shape:
    own = {each.name: _field(kind.model, each.name) for each in columns.columns_of(kind.model)}
    return _object("A document in a list.", **_common(), fields=_object("What is special to the kind.", **own))


def _list(name: str) -> Shape:
    return _object(
        "A page of a list.",
        kind=_text(),
        language=_text(),
        total=_whole("How many documents match, on all pages."),
        page=_whole(),
        page_size=_whole(),
        pages=_whole(),
        next=_or_null(_text(), "Address of the next page."),
        previous=_or_null(_text(), "Address of the previous page."),
        items=_many(ref(f"{name}Row")),
    )


def _document(kind: PublicKind) -> Shape:
    own = [name for name in canonical.own_fields(kind.model) if name not in canonical.EDITION_FIELDS]
    parts = {
        canonical.part_name(part): _many(ref(part.__name__), str(part._meta.verbose_name_plural))
        for part in kind.parts
        if part is not Attachment
    }
    return _object(
        "All that a document says, in one language.",
        **_common(),
        digest=_text("SHA-256 of the signed content of this edition, in all languages."),
        source_language=_text("The language that it was written in."),
        fields=_object("What is special to the kind.", **{name: _field(kind.model, name) for name in own}),
        parts=_object("Its parts, each sort in its order.", **parts),
        files=_many(ref("File")),
        editions=_many(ref("Edition"), "Every edition that has been public, the newest first."),
    )


def _part(part: Any) -> Shape:
    key = _text("Lasting identity of this part, through all editions.", **_ID)
    own = {name: _field(part, name) for name in canonical.own_fields(part)}
    return _object(str(part._meta.verbose_name), id=key, **own)


def _field(model: type[models.Model], name: str) -> Shape:
    field: Any = model._meta.get_field(name)
    label = str(field.verbose_name)
    if name in canonical.translated(model):
        return _text(f"{label} (HTML of a small, clean set of elements)" if isinstance(field, RichTextField) else label)
    if isinstance(field, models.ForeignKey):
        return _or_null(ref("Reference" if field.related_model is Document else "Named"), label)
    if field.choices:
        return _or_null(ref("Named"), label)
    plain = next((shape for sort, shape in _PLAIN if isinstance(field, sort)), {"type": "string"})
    return _or_null(plain, label)
