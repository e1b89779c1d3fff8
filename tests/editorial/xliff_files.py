"""XLIFF documents for tests: made by the engine, worked on as a translator's tool would."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from xml.etree import ElementTree as ET

from editorial.translating.xliff import reading, writing
from tests import builders

NS = {"x": writing.NAMESPACE}


def exported(edition: Any, now: datetime, *languages: str) -> bytes:
    """The document of one edition into these languages."""
    fresh = builders.fresh(edition)
    return writing.write([writing.Pair(fresh, code) for code in languages or ("fr",)], now=now)


def tree(data: bytes) -> ET.Element:
    """A document as a tree."""
    ET.register_namespace("", writing.NAMESPACE)
    return ET.fromstring(data)  # our own


def unit(root: ET.Element, path: str) -> ET.Element:
    """The unit with an id that ends so."""
    return next(each for each in root.iterfind(".//x:trans-unit", NS) if each.get("id", "").endswith(path))


def changed(data: bytes, change: Callable[[ET.Element], Any]) -> bytes:
    """The document after `change` did something to its tree."""
    root = tree(data)
    change(root)
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def translated(data: bytes, texts: Mapping[str, str]) -> bytes:
    """The document with the targets of these units (by the end of their ids) filled in with plain words."""

    def fill(root: ET.Element) -> None:
        for path, text in texts.items():
            target = unit(root, path).find("x:target", NS)
            assert target is not None
            for child in list(target):
                target.remove(child)
            target.text = text
            target.set("state", "translated")

    return changed(data, fill)


def sent(data: bytes) -> reading.SentFile:
    """The only file of a document, as it is read."""
    [file] = reading.read("note.xlf", data)
    return file
