"""What a reviewer reads: an edition part by part, languages beside each other, with what changed marked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby

from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.comparison import diff
from editorial.comparison.diff import ADDED, CHANGED, MOVED, REMOVED, SAME, Change
from editorial.content.canonical import Content


@dataclass(frozen=True)
class Version:
    """What a field says in one language, or to all of them (then `language` is empty)."""

    change: Change
    marks: bool

    @property
    def language(self) -> str:
        """The language's code."""
        return self.change.language

    @property
    def name(self) -> str:
        """The language's name in the reader's language."""
        return self.change.language_name

    @property
    def empty(self) -> bool:
        """Whether it says nothing, now and before."""
        return not (self.change.before or self.change.after)

    @property
    def same(self) -> bool:
        """Whether nothing changed here."""
        return self.change.kind == SAME

    @property
    def html(self) -> SafeString:
        """The text, with its changes marked where there is something to compare it with."""
        return self.change.marked if self.marks and not self.same else self.change.text


@dataclass(frozen=True)
class Row:
    """One field in every language that is shown; `number` counts the rows with a change, from 1 (0: no change)."""

    label: str
    versions: tuple[Version, ...]
    number: int

    @property
    def shared(self) -> bool:
        """Whether all languages share it."""
        return not self.versions[0].language


@dataclass(frozen=True)
class File:
    """A file that can be opened: its name, address, and whether it is a picture; `went` where it is gone."""

    name: str
    url: str
    picture: bool
    went: bool


@dataclass(frozen=True)
class Passage:
    """The edition's own fields, or one of its parts, and what became of it; `moved` tells from where to where.

    `number` is that of a part that moved and is otherwise the same, among the rows with a change; else 0.
    """

    key: str
    title: str
    kind: str
    moved: str
    rows: tuple[Row, ...]
    number: int
    files: tuple[File, ...]

    @property
    def label(self) -> str:
        """What became of it in a word; empty where it merely changed, or did not."""
        kind = MOVED if self.moved and self.kind not in (ADDED, REMOVED) else self.kind
        return "" if kind in (CHANGED, SAME) else Change("", "", "", "", "", "", kind).kind_label


@dataclass(frozen=True)
class Reading:
    """A whole text against another, or against nothing (`new`)."""

    passages: tuple[Passage, ...]
    changes: tuple[Change, ...]
    new: bool

    @cached_property
    def count(self) -> int:
        """How many fields changed, in any of the languages that are shown, and how many parts did nothing but move."""
        numbers = [row.number for passage in self.passages for row in passage.rows]
        return max([*numbers, *(passage.number for passage in self.passages)], default=0)

    @cached_property
    def by_language(self) -> list[tuple[str, int]]:
        """How many texts changed in each language that is shown, and in what all share, by name."""
        codes = [each.language for each in self.changes if each.kind != MOVED]
        named = [(languages.name(code), codes.count(code)) for code in languages.codes() if code in codes]
        shared = len(self.changes) - sum(number for _name, number in named)
        return [*named, (_("for all languages"), shared)] if shared else named


def reading_of(
    before: Content | None,
    after: Content,
    *,
    shown: Sequence[str],
    whole: bool,
    files: Callable[[str], tuple[File, ...]] | None = None,
) -> Reading:
    """Arrange two contents for reading.

    :param before: what is known already; none when everything is new, and then nothing is marked.
    :param shown: codes of the languages to show; what all languages share is always shown.
    :param whole: whether to show what did not change too.
    :param files: the files of a part, by its key in paths such as "attachment/<key>".
    """
    found = diff.all_passages(before or diff.blank_content(after), after)
    found = [each for each in found if not each.language or each.language in shown]
    arranged = _Arranged(shown, marks=before is not None, whole=whole, files=files)
    passages = [arranged.passage(key, list(changes)) for key, changes in groupby(found, key=_part_of)]
    changed = tuple(each for each in found if each.kind != SAME)
    return Reading(tuple(each for each in passages if each is not None), changed, before is None)


def _part_of(change: Change) -> str:
    return change.path.rpartition("/")[0]


class _Arranged:
    """Makes passages, and numbers what changed in them."""

    def __init__(
        self, shown: Sequence[str], *, marks: bool, whole: bool, files: Callable[[str], tuple[File, ...]] | None
    ) -> None:
        self.shown = shown
        self.marks = marks
        self.whole = whole
        self.files = files
        self.numbers = count(1)

    def passage(self, key: str, changes: Sequence[Change]) -> Passage | None:
        """One part, or the edition's own fields; none where nothing of it is to be shown."""
        moved = next((each for each in changes if each.kind == MOVED), None)
        fields = [each for each in changes if each.kind != MOVED]
        rows = []
        for (_path, label), versions in groupby(fields, key=lambda each: (each.path, each.label)):
            row = self._row(label, list(versions))
            if row is not None:
                rows.append(row)
        if not rows and moved is None:
            return None
        kinds = {each.kind for each in changes}
        kind = next((each for each in (ADDED, REMOVED, CHANGED, MOVED) if each in kinds), SAME)
        said, number = "", 0
        if moved is not None:
            said = _("from place %(before)s to place %(after)s") % {"before": moved.before, "after": moved.after}
            number = 0 if any(row.number for row in rows) else next(self.numbers)
        files = self.files(key) if self.files and key else ()
        return Passage(key, changes[0].part, kind, said, tuple(rows), number, files)

    def _row(self, label: str, found: Sequence[Change]) -> Row | None:
        changed = any(each.kind != SAME for each in found)
        if not changed and not self.whole:
            return None
        if found[0].language:
            said = {each.language: each for each in found}
            silent = replace(found[0], before="", after="", html=None, kind=SAME)
            found = [said.get(code) or replace(silent, language=code) for code in self.shown]
        versions = tuple(Version(each, self.marks) for each in found)
        return Row(label, versions, next(self.numbers) if changed else 0)


def languages_asked(given: Iterable[str]) -> list[str]:
    """The content languages among what an address names; all of them where it names none."""
    asked = set(given)
    return [code for code in languages.codes() if code in asked] or languages.codes()
