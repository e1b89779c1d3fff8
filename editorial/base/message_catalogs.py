"""The catalogues of the interface: gathered from the sources, checked for gaps, compiled, without GNU gettext."""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

#: Functions whose first arguments are words for the screen, as Babel describes them.
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]")
#: Catalogues carry no date: the history of the repository knows better, and a date is a change in every run.
_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
_FOLDERS = ("editorial", "cooperation", "config", "templates")


def sources(root: Path) -> Iterator[Path]:
    """The Python files and templates that hold words for the screen, in a stable order."""
    for folder in _FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            inner = path.relative_to(root).parts
            if path.suffix in (".py", ".html", ".txt") and "migrations" not in inner and "content" not in inner:
                yield path


def gather(root: Path) -> Catalog:
    """A catalogue of every translatable text in the sources under `root`."""
    found = Catalog(project="Entente", charset="utf-8", fuzzy=False)
    for path in sources(root):
        text = path.read_text()
        if path.suffix != ".py":
            # How a template is indented says nothing to Python, which would not have it.
            text = "\n".join(line.lstrip() for line in templatize(text, origin=str(path)).splitlines())
        place = path.relative_to(root).as_posix()
        for _line, function, messages, comments in extract_python(
            io.BytesIO(text.encode()), KEYWORDS, ["Translators:"], {"encoding": "utf-8"}
        ):
            _add(found, KEYWORDS[function], messages, place, comments)
    return found


def _add(catalogue: Catalog, spec: object, messages: object, place: str, comments: list[str]) -> None:
    parts = messages if isinstance(messages, tuple) else (messages,)
    context = None
    if isinstance(spec, tuple) and isinstance(spec[0], tuple):
        context, parts = parts[0], parts[1:]
    wanted = 2 if isinstance(spec, tuple) and len([item for item in spec if isinstance(item, int)]) == 2 else 1
    texts = tuple(parts[:wanted])
    if not all(isinstance(text, str) and text for text in texts):
        return
    identifier = texts if wanted == 2 else texts[0]
    catalogue.add(identifier, locations=[(place, 0)], auto_comments=comments, context=context)


def path_of(root: Path, language: str) -> Path:
    """Where a language's catalogue lies."""
    return root / "locale" / language / "LC_MESSAGES" / "django.po"


def read(root: Path, language: str) -> Catalog:
    """A language's catalogue as it is; an empty one where there is none yet."""
    path = path_of(root, language)
    if not path.exists():
        return Catalog(locale=language, project="Entente", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, charset="utf-8")


def update(root: Path, language: str) -> None:
    """Bring a language's catalogue in line with the sources; what is translated stays, what is gone goes."""
    catalogue = read(root, language)
    catalogue.update(gather(root), no_fuzzy_matching=True, keep_user_comments=True)
    catalogue.obsolete.clear()
    path = path_of(root, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.header_comment = f"# Entente's words in “{language}”. Run `make messages` after changing the sources."
    catalogue.version, catalogue.msgid_bugs_address = "1", ""
    catalogue.last_translator = catalogue.language_team = ""
    catalogue.revision_date = catalogue.creation_date = _UNDATED
    with path.open("wb") as file:
        write_po(file, catalogue, width=110, sort_output=True, ignore_obsolete=True, include_lineno=False)


def gaps(root: Path, language: str) -> list[str]:
    """What is wrong with a language's catalogue, a line each; empty when every text of the sources is translated."""
    catalogue = read(root, language)
    wanted = {(message.context, _key(message.id)): message for message in gather(root) if message.id}
    have = {(message.context, _key(message.id)): message for message in catalogue if message.id}
    found = [f"{language}: not in the catalogue: {key[1]!r}" for key in wanted.keys() - have.keys()]
    found += [f"{language}: no longer in the sources: {key[1]!r}" for key in have.keys() - wanted.keys()]
    for key, message in have.items():
        texts = message.string if isinstance(message.string, (list, tuple)) else [message.string]
        if not all(texts):
            found.append(f"{language}: not translated: {key[1]!r}")
        elif message.fuzzy:
            found.append(f"{language}: only guessed: {key[1]!r}")
        else:
            originals = message.id if isinstance(message.id, (list, tuple)) else [message.id]
            allowed = {name for text in originals for name in _PLACEHOLDER.findall(text)}
            if any(set(_PLACEHOLDER.findall(text)) - allowed for text in texts) or (
                len(originals) == 1 and set(_PLACEHOLDER.findall(texts[0])) != allowed
            ):
                found.append(f"{language}: placeholders differ: {key[1]!r}")
    return sorted(found)


def _key(identifier: object) -> str:
    return str(identifier[0]) if isinstance(identifier, (list, tuple)) else str(identifier)


def compile_all(root: Path) -> list[Path]:
    """Compile every catalogue under `root`/locale that is newer than its compiled form; returns what was written."""
    written = []
    for path in sorted((root / "locale").glob("*/LC_MESSAGES/django.po")):
        target = path.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= path.stat().st_mtime:
            continue
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.parts[-3], charset="utf-8")
        with target.open("wb") as out:
            write_mo(out, catalogue)
        written.append(target)
    return written
