"""A translation that was typed on a text that somebody changed meanwhile: what both wrote, put together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from editorial.comparison import diff
from editorial.comparison.diff import Change
from editorial.content.canonical import Content
from editorial.translating import saving


@dataclass(frozen=True)
class Met:
    """`content` is the present draft with what was typed; `theirs` what others changed in the source and in this language,
    `mine` what saving would change now, `lost` what was typed into parts that are no longer there (path → text)."""

    content: Content
    theirs: Sequence[Change]
    mine: Sequence[Change]
    lost: Mapping[str, str]


def merge_typed(opened: Content | None, present: Content, language: str, texts: Mapping[str, str]) -> Met:
    """Put together what was typed (`texts`) on a screen opened on `opened` and what the draft says at `present`.

    What the person did not touch stays as it is at present.
    """
    base = opened or present
    source = present["fields"]["source_language"]
    typed = {path: text for path, text in texts.items() if text != text_at(base, language, path)}
    lost = {path: typed[path] for path in saving.missing_paths(present, typed)}
    content = saving.with_texts(present, language, typed)
    theirs = [change for change in diff.compare(base, present) if change.language in (source, language)]
    return Met(content, theirs, diff.compare(present, content), {path: text for path, text in lost.items() if text})


def text_at(value: Content, language: str, path: str) -> str:
    """What `value` says in `language` at the path of a unit; empty where it has no such text."""
    prefix, _slash, name = path.rpartition("/")
    part, _, key = prefix.partition("/")
    rows = [value["fields"]] if not prefix else [row for row in value["parts"].get(part, ()) if str(row["key"]) == key]
    said = rows[0].get(name) if rows else None
    return (said.get(language) or "") if isinstance(said, dict) else ""
