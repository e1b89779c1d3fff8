"""From files that were read to a draft: what it would say, and making it, through the engine and as somebody."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.utils.text import slugify
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.checks import requirements
from editorial.content import writing
from editorial.content.canonical import Content
from editorial.content.kinds import Kind
from editorial.importing import outline, versions
from editorial.importing.blocks import Reading
from editorial.importing.outline import Outline
from editorial.importing.report import Report, shortened
from editorial.importing.versions import Text
from editorial.models import Edition, Intake, Section, User
from editorial.workflow import drafts

#: How long files that were read wait for their draft.
WAITING = timedelta(days=1)
#: Texts of each reason for leaving out that go on record with the draft, and their length in characters.
_RECORDED, _RECORDED_LENGTH = 20, 500
#: The part that a file's sections become.
_PART = "section"


def offers(kind: Kind) -> bool:
    """Whether files can become drafts of this kind: it needs sections to hold their text."""
    return Section in kind.parts


@dataclass
class Version:
    """One language: the file as it was read and what it becomes."""

    language: str
    reading: Reading
    outline: Outline
    keep: Collection[int] = ()
    slug: str = ""

    @property
    def report(self) -> Report:
        """All that is to be told about this file."""
        return self.reading.report.merged(self.outline.report)

    def left_out(self) -> dict[str, list[tuple[int, str]]]:
        """Place and text of the blocks that the reading leaves out, by reason."""
        found: dict[str, list[tuple[int, str]]] = {}
        for place, block in enumerate(self.reading.blocks):
            if block.left:
                found.setdefault(block.left, []).append((place, block.text))
        return found


@dataclass
class Plan:
    """What a draft would say: its versions by language, its whole content, and where the versions differ."""

    versions: dict[str, Version]
    content: Content
    differences: list[str] = field(default_factory=list)

    @property
    def languages(self) -> list[str]:
        """The languages that come from files, in the usual order."""
        return [code for code in languages.codes() if code in self.versions]

    @property
    def sections(self) -> list[dict[str, Any]]:
        """The rows of sections that would be there, in the shape of content."""
        rows: list[dict[str, Any]] = self.content["parts"][_PART]
        return rows


def plan(
    kind: Kind,
    readings: Mapping[str, Reading],
    *,
    source_language: str,
    keep: Mapping[str, Collection[int]] | None = None,
    before: Content | None = None,
    document_id: int | None = None,
) -> Plan:
    """What the files become together, as a new draft or in the one that says `before`.

    :param readings: what was read, by language.
    :param keep: per language, the places of blocks that are wanted although they were left out.
    :param document_id: primary key of the document whose draft it is; none for a new one.
    """
    kept = keep or {}
    found = {
        code: Version(
            code, readings[code], outline.outline_of(readings[code], keep=kept.get(code, ())), kept.get(code, ())
        )
        for code in languages.codes()
        if code in readings
    }
    blank: Content = {"kind": kind.key, "fields": {"source_language": source_language}, "parts": {}}
    now = before or blank
    made = Plan(found, {**now, "fields": dict(now["fields"]), "parts": dict(now["parts"])})
    _slugs(kind, made, now, document_id)
    fields = made.content["fields"]
    for name in ("title", "summary", "slug"):
        fields[name] = dict(now["fields"].get(name) or {})
    for code, version in found.items():
        own = {"title": version.outline.title, "summary": version.outline.summary, "slug": version.slug}
        for name, value in own.items():
            if value:
                if name != "slug" and fields[name].get(code) not in (None, "", value):
                    made.differences.append(_replaced(code, fields[name][code]))
                fields[name][code] = value
    rows = [dict(row) for row in now["parts"].get(_PART, [])]
    # The source first: the others are matched to it.
    for code in sorted(found, key=lambda code: code != source_language):
        rows = _with_version(made, rows, code, source_language)
    made.content["parts"][_PART] = rows
    _compare_shapes(made, rows, source_language)
    return made


def _slugs(kind: Kind, made: Plan, before: Content, document_id: int | None) -> None:
    """Propose an address for each language that has none; one that another document has is left for the editor."""
    had = before["fields"].get("slug") or {}
    limit = kind.model._meta.get_field("slug").max_length or 0
    wanted = {code: slug_of(v.outline.title, limit) for code, v in made.versions.items() if not had.get(code)}
    wanted = {code: slug for code, slug in wanted.items() if slug}
    holders = requirements.slug_holders(kind.key, wanted, besides=document_id) if wanted else {}
    for code, slug in wanted.items():
        if code in holders:
            made.versions[code].outline.report.add("slug_taken", f"{kind.path(code, slug)} — {holders[code]}")
        else:
            made.versions[code].slug = slug


def slug_of(title: str, limit: int) -> str:
    """The address that a title makes, of at most `limit` characters and cut between words."""
    words = title.casefold().replace("œ", "oe").replace("æ", "ae").replace("’", "'")
    # An elided word ("l'accord") is a word, and a dash of any width or a stroke stands between two.
    slug = slugify(re.sub(r"[\u2010-\u2015/]|(?<=\b[cdjlmnst])'(?=\w)|(?<=\bqu)'(?=\w)", "-", words))
    if len(slug) > limit:
        slug = slug[: limit + 1].rsplit("-", 1)[0][:limit]
    return slug.strip("-")


def _with_version(made: Plan, rows: list[dict[str, Any]], code: str, source: str) -> list[dict[str, Any]]:
    """The rows with one more language: matched where they are there, new ones at their place where they are not."""
    parts = made.versions[code].outline.parts
    pairs = versions.match([_text(row, code, source) for row in rows], [Text(p.heading, p.body) for p in parts])
    others = bool(rows)
    found = []
    for old, new in pairs:
        fresh: dict[str, Any] = {"key": str(uuid4()), "heading": {}, "body": {}}
        row = rows[old] if old is not None else fresh
        if new is None:
            made.differences.append(_unmatched(row, code, source))
        else:
            part = parts[new]
            if old is None and others:
                made.differences.append(
                    _("“%(section)s” is in %(language)s only: no section of the other versions matches it.")
                    % {"section": _named(part.heading, part.body), "language": languages.name(code)}
                )
            had = row["heading"].get(code) or row["body"].get(code)
            if had and (row["heading"].get(code), row["body"].get(code)) != (part.heading, part.body):
                made.differences.append(
                    _replaced(code, _named(row["heading"].get(code, ""), row["body"].get(code, "")))
                )
            row = {**row, "heading": {**row["heading"], code: part.heading}, "body": {**row["body"], code: part.body}}
        found.append(row)
    return found


def _text(row: Mapping[str, Any], code: str, source: str) -> Text:
    """A row's text to match with: the source's, else of any language but the one that comes."""
    order = [source, *(other for other in languages.codes() if other not in (source, code)), code]
    for each in order:
        heading, body = row["heading"].get(each) or "", row["body"].get(each) or ""
        if (heading or body) and (each != code or each == order[-1]):
            return Text(heading, body)
    return Text("", "")


def _named(heading: str, body: str) -> str:
    return shortened(heading or Text("", body).words, 80)


def _unmatched(row: Mapping[str, Any], code: str, source: str) -> str:
    text = _text(row, code, source)
    values = {"section": _named(text.heading, text.body), "language": languages.name(code)}
    if row["heading"].get(code) or row["body"].get(code):
        return _("“%(section)s”: nothing in the file matches it; its text in %(language)s stays as it was.") % values
    return _("“%(section)s” has no counterpart in %(language)s.") % values


def _replaced(code: str, words: str) -> str:
    return _("The present text in %(language)s is replaced: “%(text)s”. It stays in the draft’s history.") % {
        "language": languages.name(code),
        "text": shortened(words, 80),
    }


def _compare_shapes(made: Plan, rows: list[dict[str, Any]], source: str) -> None:
    """Tell where matched sections have more in one language than in another."""
    for row in rows:
        here = Text(row["heading"].get(source) or "", row["body"].get(source) or "")
        for code in made.languages:
            there = Text(row["heading"].get(code) or "", row["body"].get(code) or "")
            if code == source or not here.words or not there.words:
                continue
            values = {
                "section": _named(here.heading, here.body), "source": languages.name(source),
                "language": languages.name(code), "first": here.passages, "second": there.passages,
            }  # fmt: skip
            if here.passages != there.passages:
                made.differences.append(
                    _("“%(section)s”: the count of passages is %(first)s in %(source)s, %(second)s in %(language)s.")
                    % values
                )
            if bool(here.heading) != bool(there.heading):
                made.differences.append(
                    _("“%(section)s” has a heading in only one of %(source)s and %(language)s.") % values
                )


def make(
    made: Plan, *, kind: Kind, by: User, now: datetime, into: Edition | None = None, version: int | None = None
) -> Any:
    """The draft, as the plan says, in one transaction; the files' names and digests and the report go on record.

    :param into: the draft that gets the languages; none for a new document.
    :param version: the version of that draft for which the plan was made.
    Raises NotAllowed and Stale; nothing is made then.
    """
    detail = {"imported": [_on_record(version_) for version_ in made.versions.values()]}
    if into is None:
        parts = made.content["parts"]
        return drafts.create(kind, by=by, now=now, fields=made.content["fields"], parts=parts, detail=detail)
    with drafts.edit(into, by=by, now=now, version=version, detail=detail) as row:
        writing.write(row, made.content)
    return row


def _on_record(version: Version) -> dict[str, Any]:
    left: dict[str, dict[str, Any]] = {}
    for reason, blocks in version.left_out().items():
        texts = [text for place, text in blocks if place not in version.keep]
        if texts:
            # Enough to type it in again, and not so much that a whole site's menu goes on record for good.
            examples = [shortened(text, _RECORDED_LENGTH) for text in texts[:_RECORDED]]
            left[reason] = {"count": len(texts), "examples": examples}
    return {
        "file": version.reading.name,
        "sha256": version.reading.sha256,
        "format": version.reading.format,
        "language": version.language,
        "left_out": left,
        **version.report.as_json(),
    }


def sweep(now: datetime) -> None:
    """Take away what was read a day ago or earlier."""
    Intake.objects.filter(at__lt=now - WAITING).delete()
