"""Editions as XLIFF: one `file` for each edition and target language, one `trans-unit` for each text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from django.utils.text import slugify
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.checks.glossary import Terms
from editorial.content import canonical as content_module
from editorial.content import change_note, digests
from editorial.content.canonical import Content
from editorial.content.wording import readable
from editorial.models import Edition
from editorial.translating import attested, units
from editorial.translating.units import Standing, Unit
from editorial.translating.xliff import inline

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_PRODUCT = "Entente"
_STATES = {
    Standing.MISSING: "needs-translation",
    Standing.CHANGED: "needs-review-translation",
    Standing.RENEWED: "translated",
    Standing.KEPT: "translated",
}


@dataclass(frozen=True)
class Pair:
    """An edition and the language into which it is to be translated."""

    edition: Edition
    language: str


def original(edition: Edition, content: Content) -> str:
    """What a `file` is called: the document's uuid, the edition's number, and the digest of the exported content."""
    return f"{edition.document.uuid}/{edition.number}/{digests.digest(content)}"


def file_name(pair: Pair) -> str:
    """A name that a person recognises, such as “page-border-security-2-en-fr.xlf”."""
    edition = pair.edition
    slug = languages.value(edition, "slug", edition.source_language) or slugify(str(edition)) or str(edition.pk)
    return f"{edition.document.kind}-{slug[:60]}-{edition.number}-{edition.source_language}-{pair.language}.xlf"


def exported(unit: Unit) -> inline.Exported:
    """The source and the target of a unit as they are written."""
    if not unit.rich:
        return inline.Exported(inline.plain(unit.source), inline.plain(unit.target))
    source = inline.coded(unit.source)
    return inline.Exported(source, inline.aligned(source, inline.coded(unit.target)))


def exportable(content: Content, language: str, *, base: Content | None = None, noted: bool = False) -> list[Unit]:
    """The units of an edition that go out: those whose source says something. The address is made from the title here.

    :param noted: whether the edition cannot do without its note on what changed (`editorial.content.change_note`).
    """
    found = units.units_of(content, language, base=base, noted=noted)
    return [unit for unit in found if unit.source and unit.path != units.SLUG]


def write(pairs: Sequence[Pair], *, now: datetime, only_to_do: bool = False) -> bytes:
    """An XLIFF 1.2 document (strict) with a `file` for each pair, in UTF-8.

    :param only_to_do: leave out what is translated and whose source did not change.
    """
    root = ET.Element("xliff", {"version": "1.2", "xmlns": NAMESPACE})
    for pair in pairs:
        _file(root, pair, now, only_to_do)
    _indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def archive(pairs: Sequence[Pair], *, now: datetime, only_to_do: bool = False) -> bytes:
    """A zip with an XLIFF document for each pair."""
    import io
    import zipfile

    out = io.BytesIO()
    names: set[str] = set()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for pair in pairs:
            name = file_name(pair)
            if name in names:
                name = f"{pair.edition.pk}-{name}"
            names.add(name)
            packed.writestr(name, write([pair], now=now, only_to_do=only_to_do))
    return out.getvalue()


def _file(root: ET.Element, pair: Pair, now: datetime, only_to_do: bool) -> None:
    edition, language = pair.edition, pair.language
    content = content_module.content_of(edition)
    source = content["fields"]["source_language"]
    found = exportable(
        content, language, base=attested.attested_base(edition, language), noted=change_note.is_note_wanted(edition)
    )
    terms = Terms.between(source, language)
    file = ET.SubElement(
        root,
        "file",
        {
            "original": original(edition, content),
            "source-language": source,
            "target-language": language,
            "datatype": "html",
            "date": now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "product-name": _PRODUCT,
            "category": edition.document.kind,
        },
    )
    header = ET.SubElement(file, "header")
    title = content["fields"]["title"].get(source) or ""
    ET.SubElement(header, "note", {"from": _PRODUCT}).text = inline.legal(title or str(edition.pk))
    body = ET.SubElement(file, "body")
    for _part, name, some in units.by_part([unit for unit in found if unit.to_do or not only_to_do], content):
        for unit in some:
            _unit(body, unit, name, source, language, terms)


def _unit(body: ET.Element, unit: Unit, part: str, source: str, language: str, terms: Terms) -> None:
    given = exported(unit)
    state = _STATES[unit.standing]
    label = _("%(part)s: %(field)s") % {"part": part, "field": unit.label} if part else unit.label
    element = _trans_unit(body, unit.path, "html" if unit.rich else "plaintext", unit.label, unit.limit)
    inline.to_xml(ET.SubElement(element, "source", {"xml:lang": source}), given.source)
    inline.to_xml(ET.SubElement(element, "target", {"xml:lang": language, "state": state}), given.target)
    _note(element, label)
    if unit.limit:
        _note(element, _("At most %(limit)s characters.") % {"limit": unit.limit})
    for entry in terms.occurring(unit.source):
        _note(element, f"{entry.term} → {' / '.join(entry.wanted)}")
    if unit.standing == Standing.CHANGED and unit.source_before:
        # The source as it was translated last, so that a tool can show what changed (XLIFF 1.2, 2.2: alttranstype).
        before = ET.SubElement(element, "alt-trans", {"alttranstype": "previous-version"})
        words = readable(unit.source_before) if unit.rich else unit.source_before
        inline.to_xml(ET.SubElement(before, "source", {"xml:lang": source}), inline.plain(words))
        then = readable(unit.target_before) if unit.rich else unit.target_before
        inline.to_xml(ET.SubElement(before, "target", {"xml:lang": language}), inline.plain(then))
    for code, (text, translation) in given.titles.items():
        title = _trans_unit(body, title_id(unit.path, code), "plaintext", unit.label, None)
        inline.to_xml(ET.SubElement(title, "source", {"xml:lang": source}), inline.plain(text))
        state = "translated" if translation else "needs-translation"
        inline.to_xml(ET.SubElement(title, "target", {"xml:lang": language, "state": state}), inline.plain(translation))
        _note(title, _("The title of the code %(code)s in the text before.") % {"code": code})


def title_id(path: str, code: str) -> str:
    """The id of the unit that holds the title of an element within another unit."""
    return f"{path}#{code}.title"


def _trans_unit(body: ET.Element, id: str, datatype: str, name: str, limit: int | None) -> ET.Element:
    attributes = {"id": id, "xml:space": "preserve", "approved": "no", "datatype": datatype, "resname": name}
    if limit:
        attributes |= {"maxwidth": str(limit), "size-unit": "char"}
    return ET.SubElement(body, "trans-unit", attributes)


def _note(element: ET.Element, text: str) -> None:
    ET.SubElement(element, "note", {"from": _PRODUCT}).text = inline.legal(text)


def _indent(root: ET.Element) -> None:
    """Line ends where white space means nothing: around the units, never within them."""
    for element in _outside(root):
        if len(element) and not (element.text or "").strip():
            element.text = "\n"
        for child in element:
            child.tail = "\n"


def _outside(root: ET.Element) -> Iterator[ET.Element]:
    yield from (each for each in root.iter() if each.tag in ("xliff", "file", "header", "body"))


def pairs_of(editions: Iterable[Edition], codes: Sequence[str]) -> list[Pair]:
    """Every edition with each of these languages but its own source language."""
    return [Pair(edition, code) for edition in editions for code in codes if code != edition.source_language]
