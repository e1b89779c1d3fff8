"""Content as the API tells it: one language, references with names, addresses that work from anywhere."""

import re
from collections.abc import Mapping
from typing import Any

from django.db import models

from cooperation.data import columns, urls_for
from cooperation.public_kind import PublicKind
from cooperation.views.page.public_signatures import PublicSignatures
from cooperation.views.page.rendition import Rendition
from cooperation.views.request.page_request import PageRequest
from editorial.base import languages
from editorial.base.files.store import offered_name
from editorial.base.languages import column
from editorial.base.network import hrefs
from editorial.content import canonical
from editorial.models import Attachment, Document
from editorial.richtext.field import RichTextField

_OWN_LINK = re.compile(rf'(<a\b[^>]*?\bhref=")({hrefs.PATH})')


def row_shape(found: Mapping[str, Any], kind: PublicKind, asked: PageRequest, base: str) -> dict[str, Any]:
    """A row of `columns.rows`."""
    code = asked.language
    told = columns.own_columns(found)
    return {
        "id": found["uuid"],
        "kind": kind.key,
        "language": code,
        "title": found["title_"],
        "summary": found["summary_"] or "",
        "url": base + asked.page(kind.key, found[column("slug", code)]),
        "api_url": base + urls_for.api_document(asked, kind.key, found["uuid"]),
        "edition": found["number"],
        "since": found["since"],
        "modified": found["modified"],
        "languages": versions(
            kind, found["uuid"], {c: found[column("slug", c)] for c in languages.codes()}, found, asked, base
        ),
        "languages_to_follow": found["excepted_languages"],
        "themes": found["themes"],
        "countries": found["countries"],
        "signatures": signatures(PublicSignatures.from_row(found, asked.moment)),
        "fields": {each.name: _cell(each, told[each.name], asked, base) for each in columns.columns_of(kind.model)},
    }


def signatures(found: PublicSignatures) -> dict[str, Any]:
    """Which governments signed an edition and when, and who of those that it names did not."""
    return {
        "signed": [{"party": each.code, "name": each.name, "on": each.on} for each in found.signed],
        "not_signed": [{"code": each.code, "name": each.name} for each in found.missing],
        "not_represented": [{"code": each.code, "name": each.name} for each in found.outside],
        "urgent_on": found.urgent_on,
        "confirmed_on": found.confirmed_on,
        "confirmed_by": found.confirmed_by,
        "notes": found.sentences,
    }


def _cell(of: columns.Column, value: Any, asked: PageRequest, base: str) -> Any:
    if of.is_translated:
        return value or ""
    if of.target is Document:
        return _reference(value["id"], value["kind"], value["title"], value["slug"], asked, base) if value else None
    if of.target is not None:
        return {"code": value["code"], "name": value["name"] or value["code"]} if value and value["code"] else None
    if of.has_choices:
        return choice(of.field, value)
    return value


def choice(field: Any, value: Any) -> dict[str, str] | None:
    """A code among the choices of a field, with its name in the active language."""
    return {"code": value, "name": str(dict(field.flatchoices).get(value, value))} if value else None


def _reference(
    uuid: Any, kind: str | None, title: str | None, slug: str | None, asked: PageRequest, base: str
) -> dict[str, Any] | None:
    if not (uuid and kind and title and slug):
        return None
    return {
        "id": uuid,
        "kind": kind,
        "title": title,
        "url": base + asked.page(kind, slug),
        "api_url": base + urls_for.api_document(asked, kind, uuid),
    }


def versions(
    kind: PublicKind, uuid: Any, slugs: Mapping[str, str], edition: Mapping[str, Any], asked: PageRequest, base: str
) -> list[dict[str, str]]:
    """Where the same edition can be read in the other languages."""
    return [
        {
            "language": code,
            "url": base + asked.in_language(code).page(kind.key, slug),
            "api_url": base + urls_for.api_document(asked, kind.key, uuid, code),
        }
        for code, slug in slugs.items()
        if slug and code != asked.language and code not in edition["excepted_languages"]
    ]


def fields_shape(shown: Rendition, model: type[models.Model], values: Mapping[str, Any], base: str) -> dict[str, Any]:
    """The content fields of a kind's model or of one part, as `content` has them, told in the language shown."""
    return {
        name: _value(shown, model, name, values[name], base)
        for name in canonical.own_fields(model)
        if name in values and name not in (canonical.EDITION_FIELDS if model._meta.parents else ())
    }


def _value(shown: Rendition, model: type[models.Model], name: str, value: Any, base: str) -> Any:
    field = model._meta.get_field(name)
    if name in canonical.translated(model):
        text = shown.text_of(value)
        return _OWN_LINK.sub(rf"\g<1>{base}\g<2>", text) if isinstance(field, RichTextField) else text
    if isinstance(field, models.ForeignKey):
        if field.related_model is Document:
            return _linked(shown, value, base)
        table = str(field.related_model._meta.model_name)
        return {"code": value, "name": shown.name(table, value)} if value else None
    if getattr(field, "choices", None):
        return choice(field, value)
    return value


def _linked(shown: Rendition, uuid: str | None, base: str) -> dict[str, Any] | None:
    """A document that the content refers to, untitled where it is not public in this language; nothing at all of one
    that was never public."""
    link = shown.link(uuid)
    if link is None:
        return None
    api = urls_for.api_document(shown.visit, link["kind"], uuid) if link["url"] else None
    return {
        "id": uuid,
        "kind": link["kind"],
        "title": link["text"] if link["slug"] else None,
        "url": base + link["url"] if link["url"] else None,
        "api_url": base + api if api else None,
    }


def parts(shown: Rendition, kind: PublicKind, base: str) -> dict[str, list[dict[str, Any]]]:
    """Every sort of part, in order; files are told apart (see `files`)."""
    return {
        canonical.part_name(part): [
            {"id": values["key"], **fields_shape(shown, part, values, base)}
            for values in shown.parts(canonical.part_name(part))
        ]
        for part in kind.parts
        if part is not Attachment
    }


def files(shown: Rendition, base: str) -> list[dict[str, Any]]:
    """The files that belong to the edition."""
    return [
        {
            "title": shown.text_of(values["title"]) or values["file"],
            "url": base + shown.visit.file(values["sha256"], offered_name(values)),
            "name": offered_name(values),
            **{name: values[name] for name in ("media_type", "size", "sha256", "language")},
        }
        for values in shown.parts("attachment")
    ]


def editions(shown: Rendition, rows: list[dict[str, Any]], base: str) -> list[dict[str, Any]]:
    """The public history up to the moment. An end that is still to come is nobody's business yet."""
    moment, slug = shown.visit.moment, shown.text_of(shown.fields["slug"])
    pages = {item["number"]: item["url"] for item in shown.history}
    return [
        {
            "number": each["number"],
            "since": each["since"],
            "until": each["ends"] if each["ends"] is not None and each["ends"] <= moment else None,
            "note": each["note_"] or "" if shown.language not in each["excepted_languages"] else "",
            "minor": each["minor"],
            "url": base + (pages[each["number"]] or shown.addresses.at_instant(each["since"], slug) or "")
            if _readable(each, shown)
            else None,
        }
        for each in rows
        if each["since"] <= moment
    ]


def _readable(row: Mapping[str, Any], shown: Rendition) -> bool:
    return bool(row["slug_"]) and shown.language not in row["excepted_languages"]
