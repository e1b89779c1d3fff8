"""Content, as one language of it is shown: the parts that pages of every kind have in common."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from django.template.defaultfilters import filesizeformat
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _

from cooperation.charts.scale import number_text as number
from cooperation.views.page import queries, references
from cooperation.views.page.public_signatures import PublicSignatures
from cooperation.views.page.wording import period
from cooperation.views.request.page_addresses import PageAddresses
from cooperation.views.request.page_request import PageRequest
from editorial.base import languages
from editorial.base.dates.safe import read_day
from editorial.base.files import store
from editorial.base.network import hrefs
from editorial.content import stale_facts
from editorial.content.canonical import referenced
from editorial.content.kinds import Kind
from editorial.content.names import keys_in, names_at
from editorial.models import Document
from editorial.models.reference_row import reference_key

#: Anchors that templates use; no heading may take one of them.
FIXED_ANCHORS = frozenset(
    {
        "main", "message", "glance", "figures", "groups", "reports", "pages", "attachments", "history", "mandate",
        "comments", "report-problem", "names-now",
        "members", "meetings", "agreements", "predecessors", "when", "sessions", "participants", "outcomes",
        "documents", "statements", "status", "figures-years", "parties", "partners", "projects", "programmes", "quotes",
        "signatories", "contacts",
        "toc-title", "results-title", "latest-title", "reports-title", "themes-title", "partnership-title",
    }
)  # fmt: skip
_OWN_LINK = re.compile(rf'(<a\b[^>]*?\bhref=")({hrefs.PATH}[^"?#]*)((?:#[^"]*)?")')
_HEADING = re.compile(r"<(/?)h([34])\b")
#: A table that is wider than a phone scrolls in this box, which the keyboard must be able to reach (WCAG 2.1.1).
_TABLE_BOX = '<div class="table-scroll" role="group" tabindex="0" aria-label="{}"><table'


class ForeignText(str):
    """A text in another language than the page's: in HTML it says in which (WCAG 3.1.2), elsewhere it is the text."""

    language: str

    def __new__(cls, text: str, language: str) -> "ForeignText":
        """`text` in the language with this code."""
        made = super().__new__(cls, text)
        made.language = language
        return made

    def __html__(self) -> SafeString:
        """What templates write."""
        return format_html('<span lang="{}">{}</span>', self.language, str(self))


class _Fields(dict[str, Any]):
    def __missing__(self, name: str) -> None:
        return None


@dataclass
class Rendition:
    """One edition's content of a kind in one language, as it was asked for (`visit`).

    `edition` is a row of `Edition` or anything with its `document_id`, `number`, `urgent_at` and `confirmed_at`.
    `editions` and `called`, where the caller has them already, are as `queries.history` and `references.names_as_of`
    give them. `signatures` are those of the edition as of the moment; a draft has none.
    Texts that are missing, as they may be in a draft, are empty. `preview_query` is what a preview's address ends in,
    `along` the rows that were read along with the page (see `PublicKind.along`).
    """

    kind: Kind
    edition: Any
    content: Mapping[str, Any]
    visit: PageRequest
    editions: list[queries.Row] | None = None
    called: list[queries.Row] | None = None
    preview_query: str = ""
    along: list[queries.Row] | None = None
    signatures: PublicSignatures | None = None
    _anchors: set[str] = field(default_factory=lambda: set(FIXED_ANCHORS))

    @property
    def language(self) -> str:
        """The code of the language that is shown."""
        return self.visit.language

    @cached_property
    def fields(self) -> Mapping[str, Any]:
        """The edition's own fields; one that the kind got after this content was kept is None."""
        return _Fields(self.content["fields"])

    def parts(self, name: str) -> list[Mapping[str, Any]]:
        """The parts of one sort, in their order; none for a kind that has no such parts."""
        found: list[Mapping[str, Any]] = self.content["parts"].get(name, [])
        return found

    def text_of(self, value: Mapping[str, Any] | None) -> str:
        """What a translated value says in the language shown."""
        return (value or {}).get(self.language) or ""

    def prose(self, value: Mapping[str, Any] | None, *, below: int = 2) -> SafeString:
        """Rich text, which was cleaned on its way into the database.

        Its headings are moved to stand under a heading of level `below`; its tables stand in boxes of their own; in a
        visit to the past its links to our own pages stay in the past.
        """
        html = self.text_of(value)
        if below > 2:
            html = _HEADING.sub(lambda found: f"<{found[1]}h{int(found[2]) + below - 2}", html)
        if self.visit.is_past:
            html = _OWN_LINK.sub(lambda found: found[1] + self.visit.address(found[2]) + found[3], html)
        if "<table" in html:
            box = _TABLE_BOX.format(escape(_("Table")))
            html = html.replace("<table", box).replace("</table>", "</table></div>")
        return mark_safe(html)  # noqa: S308  # cleaned by editorial.richtext on every path to the database

    @property
    def head(self) -> dict[str, Any]:
        """Title, summary and number, as templates name them `edition`."""
        return {
            "title": self.text_of(self.fields["title"]) or _("Untitled"),
            "summary": self.text_of(self.fields["summary"]),
            "number": self.edition.number,
        }

    def anchor(self, heading: str, fallback: str = "section") -> str:
        """An anchor made of a heading that nothing else on the page has."""
        base = slugify(heading)[:60].strip("-") or fallback
        found, count = base, 1
        while found in self._anchors:
            count += 1
            found = f"{base}-{count}"
        self._anchors.add(found)
        return found

    @cached_property
    def sections(self) -> list[dict[str, Any]]:
        """Heading, text and anchor of every section that says something in this language."""
        found = []
        for row in self.parts("section"):
            heading, body = self.text_of(row["heading"]), self.prose(row["body"])
            if heading or body:
                found.append({"anchor": self.anchor(heading), "heading": heading, "body": body})
        return found

    @property
    def today(self) -> date:
        """The day of the moment, in UTC."""
        return stale_facts.day_of(self.visit.moment)

    @cached_property
    def figures(self) -> list[dict[str, Any]]:
        """Facts, each with what it is worth at the moment."""
        return [self._figure(row, self.today) for row in self.parts("figure")]

    def _figure(self, row: Mapping[str, Any], today: date) -> dict[str, Any]:
        as_of, valid_until = _day(row["as_of"]), _day(row["valid_until"])
        value = row["value"]
        return {
            "label": self.text_of(row["label"]),
            "value": self.text_of(row["wording"]) if value is None else number(Decimal(value)),
            "unit": self.text_of(row["unit"]),
            "as_of": as_of,
            "valid_until": valid_until,
            "is_stale": stale_facts.figure_is_aged(row, today),
            "source": self.text_of(row["source"]),
        }

    @cached_property
    def attachments(self) -> list[dict[str, Any]]:
        """Files, with what a reader wants to know before fetching one."""
        found = []
        for row in self.parts("attachment"):
            foreign = row["language"] not in ("", self.language)
            found.append(
                {
                    "title": self.text_of(row["title"]) or row["file"],
                    "url": self._file(row),
                    "format": PurePosixPath(row["file"]).suffix.lstrip(".").upper() or row["media_type"],
                    "size": filesizeformat(row["size"]),
                    "language_code": row["language"] if foreign else "",
                    "language_name": languages.name(row["language"]) if foreign else "",
                }
            )
        return found

    def _file(self, row: Mapping[str, Any]) -> str:
        """The address of a file; in a preview it stands below the preview's own page."""
        if self.visit.preview:
            return f"file/{row['sha256']}/{quote(store.offered_name(row))}{self.preview_query}"
        return self.visit.file(row["sha256"], store.offered_name(row))

    # Everything below is asked of the database once, when it is first wanted.

    @cached_property
    def _titles(self) -> dict[str, queries.Row]:
        return references.titles(referenced(self.content, Document), self.visit)

    def link(self, uuid: str | None) -> dict[str, Any] | None:
        """Text and address of a document that the content refers to; without an address where it is not public now,
        and none for one that never was.

        Where its title is not public in this language, the title in its source language stands in.
        """
        row = self._titles.get(str(uuid)) if uuid else None
        if row is None:
            return None
        public = self.language not in row["excepted_languages"]
        slug = public and row[languages.column("slug", self.language)]
        return {
            "text": self._title(str(uuid), row),
            "slug": slug or "",
            "kind": row["kind"],
            "url": self.visit.page(row["kind"], slug) if row["live"] and slug else None,
        }

    def _title(self, uuid: str, row: queries.Row) -> str:
        """The title that the content holds for a document; as it is now where the content holds none."""
        held = self._names.get(reference_key("document", uuid), {})
        source = row["source_language"]
        if not held:
            readable = [code for code in languages.codes() if code not in row["excepted_languages"]]
            held = {code: row[languages.column("title", code)] for code in {*readable, source}}
        if title := held.get(self.language):
            return title
        code = next((code for code in (source, *languages.codes()) if held.get(code)), source)
        return ForeignText(held.get(code, ""), code)

    @cached_property
    def _names(self) -> Mapping[str, Mapping[str, str]]:
        """What all that it refers to is called here, by key and language: as the content holds it.

        Texts that were last saved before names were content hold none; they say what was said when they became public.
        """
        held: dict[str, Mapping[str, str]] = self.content.get("names") or {}
        missing = {key for key in keys_in(self.content) if not key.startswith("document:")} - held.keys()
        if not missing:
            return held
        begins = next((row["since"] for row in self._editions if row["number"] == self.edition.number), None)
        return {**names_at(missing, begins or self.visit.moment), **held}

    def name(self, table: str, code: str | None) -> str:
        """What a row of a reference table ("theme", "country" or "organization") is called; empty for none."""
        return self._names.get(reference_key(table, code), {}).get(self.language) or code if code else ""

    @cached_property
    def called_otherwise(self) -> list[dict[str, Any]]:
        """What is named here and called otherwise at the moment, or has ended: no part of what was signed."""
        if self.called is None or self.visit.preview:
            return []
        found = []
        for row in sorted(self.called, key=lambda row: str(row["key"])):
            name = self._names.get(row["key"], {}).get(self.language, "")
            if name and (row["ends"] or (row["name_"] and row["name_"] != name)):
                more = {key: row[key] for key in ("since", "ends", "see_")}
                found.append({"name": name, "now": row["name_"], **more})
        return found

    @cached_property
    def other_names(self) -> list[dict[str, str]]:
        """What it was called earlier or is called elsewhere: the name, and when or where, which may be empty."""
        return [
            {"name": name, "note": ", ".join(filter(None, (self.text_of(row["note"]), _years(row))))}
            for row in self.parts("othername")
            if (name := self.text_of(row["name"]))
        ]

    def tags(self, name: str, *, linked: bool = False) -> list[dict[str, Any]]:
        """Names of the content's themes or countries (`name`), with the list of such pages where `linked`."""
        return [
            {
                "text": self.name(name, row[name]),
                "url": self.visit.list_of("page", {name: row[name]}) if linked else None,
            }
            for row in self.parts(f"{name}tag")
            if row[name]
        ]

    @cached_property
    def _editions(self) -> list[queries.Row]:
        if self.editions is not None:
            return self.editions
        return queries.history(self.edition.document_id, self.visit)

    @cached_property
    def history(self) -> list[dict[str, Any]]:
        """Every edition that had been public by the moment, newest first; each links to the page as it stood then."""
        return [
            {
                "number": row["number"],
                "since": row["since"],
                "note": row["note_"] or "" if self.language not in row["excepted_languages"] else "",
                "is_shown": row["number"] == self.edition.number,
                "url": None if row["number"] == self.edition.number else self._as_it_stood(row),
            }
            for row in self._editions
            if row["since"] <= self.visit.moment
        ]

    def _as_it_stood(self, row: queries.Row) -> str | None:
        slug = row["slug_"] if self.language not in row["excepted_languages"] else None
        return self.addresses.at_instant(row["since"], slug)

    @cached_property
    def modified(self) -> datetime | None:
        """When the content last changed for the public: the start of the newest edition, up to the one shown, that was
        no minor correction. None for a draft, of which the public has seen nothing."""
        until = next((row["since"] for row in self._editions if row["number"] == self.edition.number), None)
        if until is None:
            return None
        shown = [row for row in self._editions if row["since"] <= until]
        found: datetime = next((row["since"] for row in shown if not row["minor"]), shown[-1]["since"])
        return found

    @cached_property
    def address_now(self) -> str | None:
        """The same page as it is at present; none when it is no longer public."""
        now = self.visit.now
        for row in self._editions:
            if row["since"] <= now and (row["ends"] is None or row["ends"] > now):
                return self.addresses.at_present(
                    row["slug_"] if self.language not in row["excepted_languages"] else None
                )
        return None

    @cached_property
    def available(self) -> frozenset[str]:
        """The languages in which this edition can be read."""
        excepted = self.fields["excepted_languages"]
        return frozenset(code for code in languages.codes() if code not in excepted and self.fields["slug"].get(code))

    @cached_property
    def addresses(self) -> PageAddresses:
        """Where this page stands."""
        return PageAddresses(self.kind, self.visit, self.fields["slug"])

    @property
    def notices(self) -> dict[str, Any]:
        """What a reader must know first: a preview, an urgent publication not yet confirmed, missing signatures and
        languages.
        """
        urgent_at, confirmed_at = self.edition.urgent_at, self.edition.confirmed_at
        return {
            "preview": self.visit.preview,
            "urgent": urgent_at is not None and (confirmed_at is None or confirmed_at > self.visit.moment),
            "unsigned": self.signatures.sentences if self.signatures else [],
            "to_follow": [{"code": code, "name": languages.name(code)} for code in self.fields["excepted_languages"]],
        }

    def toc(self, entries: Iterable[tuple[str, str, Any]]) -> list[dict[str, str]]:
        """The entries of “on this page”: (anchor, label, what there is); an entry with nothing to show is left out."""
        return [{"anchor": anchor, "label": label} for anchor, label, there in entries if label and there]

    def headings(self) -> list[tuple[str, str, Any]]:
        """The sections' entries of “on this page”."""
        return [(row["anchor"], row["heading"], True) for row in self.sections]


def _years(row: Mapping[str, Any]) -> str:
    return period(*(str(row[name]) if row[name] else None for name in ("from_year", "to_year")))


def _day(value: str | None) -> date | None:
    return read_day(value) if value else None
