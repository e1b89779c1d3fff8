"""What a translation that came back would do to a draft, text by text, before anything is done."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Exists
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from editorial.base import languages, text_limits
from editorial.base.reasons import Reason
from editorial.content import canonical as content_module
from editorial.content import digests, kept
from editorial.content.canonical import Content
from editorial.models import Edition, Event, Snapshot, User
from editorial.translating import saving, units
from editorial.translating.units import Unit
from editorial.translating.xliff import inline, writing
from editorial.translating.xliff.reading import SentFile, SentUnit
from editorial.workflow import drafts

_ORIGINAL = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([0-9]{1,6})/([0-9a-f]{64})")
#: States by which a tool says that nobody has translated a text yet (XLIFF 1.2, 2.3: state).
_UNTOUCHED = ("new", "needs-translation")


class Verdict(StrEnum):
    """What becomes of one text of a file."""

    TAKE = "take"
    #: It would be taken, but somebody changed the translation here after the export.
    CONFLICT = "conflict"
    UNCHANGED = "unchanged"
    EMPTY = "empty"
    REFUSED = "refused"


_LABELS = {
    Verdict.TAKE: pgettext_lazy("text of a file", "Is taken"),
    Verdict.CONFLICT: pgettext_lazy("text of a file", "Changed here as well"),
    Verdict.UNCHANGED: pgettext_lazy("text of a file", "Unchanged"),
    Verdict.EMPTY: pgettext_lazy("text of a file", "Empty"),
    Verdict.REFUSED: pgettext_lazy("text of a file", "Refused"),
}


def label_of(verdict: Verdict) -> str:
    """A verdict in words."""
    return str(_LABELS[verdict])


@dataclass(frozen=True)
class Finding:
    """One text: what it says in the file (`text`), what it says here now, and the verdict.

    `text` is clean and as the model would keep it, but for what was refused other than as stale: then it is bare words.

    `reason` says why it is refused, in the reader's language, and `code` in a word; `unit` is the present text that it
    is about, if there is one, `source_then` the source for which the file was made where that is not the present one.
    """

    path: str
    verdict: Verdict
    text: str = ""
    unit: Unit | None = None
    code: str = ""
    reason: str = ""
    source_then: str = ""

    @property
    def label(self) -> str:
        """The verdict in words."""
        return label_of(self.verdict)

    @property
    def can_be_taken(self) -> bool:
        """Whether a person may choose to take it."""
        return self.verdict in (Verdict.TAKE, Verdict.CONFLICT)


@dataclass
class Assessment:
    """One `file` of a document: the edition and language that it is about, and what would become of its texts.

    Where `reasons` is not empty, nothing of it can be taken. `absent` counts exported texts that did not come back.
    """

    sent: SentFile
    edition: Edition | None = None
    language: str = ""
    content: Content | None = None
    findings: list[Finding] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    absent: int = 0

    @property
    def opened(self) -> str:
        """The digest of the content that it was compared with."""
        return digests.digest(self.content) if self.content is not None else ""

    def counts(self) -> dict[str, int]:
        """How many texts have each verdict."""
        return {each.value: sum(one.verdict == each for one in self.findings) for each in Verdict}

    def with_verdict(self, *verdicts: Verdict) -> list[Finding]:
        """The texts with one of these verdicts."""
        return [one for one in self.findings if one.verdict in verdicts]


def named_edition(sent: SentFile) -> Edition | None:
    """The edition that a file says it is of; none if it names none, or one that is not here."""
    match = _ORIGINAL.fullmatch(sent.original)
    if match is None:
        return None
    editions = Edition.objects.select_related("document")
    return editions.filter(document__uuid=match[1], number=int(match[2])).first()


def assess(
    sent: SentFile,
    *,
    by: User,
    now: datetime,
    only: tuple[int, str] | None = None,
    session: drafts.Session | None = None,
) -> Assessment:
    """Compare a file with the draft that it is about.

    :param only: the edition (primary key) and language that are wanted; a file about another is refused whole.
    :param session: the session of `by` on the edition that the file names, where the caller holds it locked.
    """
    found = Assessment(sent)
    match = _ORIGINAL.fullmatch(sent.original)
    if match is None:
        return _refused(found, "original", _("It does not say which edition it is of, or that was altered."))
    edition = session.edition if session is not None else named_edition(sent)
    if edition is None:
        return _refused(found, "edition", _("There is no such edition here."))
    found.edition = edition
    found.language = language = sent.target_language
    if only is not None and only[0] != edition.pk:
        text = _("It is of another edition: “%(title)s”, edition %(number)s.")
        return _refused(found, "edition", text % {"title": edition, "number": edition.number})
    if language not in languages.codes() or (only is not None and only[1] != language):
        return _refused(found, "language", _("It is in another language: %(code)s.") % {"code": language or "—"})
    if session is not None:
        found.reasons = saving.language_reasons(edition, language, by=by)
    else:
        found.reasons = saving.reasons(edition, language, by=by, now=now)
    exported = _exported(edition, match[3])
    if exported is None:
        return _refused(found, "digest", _("No text of this edition ever had this digest; the file was altered."))
    found.content = session.read() if session is not None else content_module.content_of(edition)
    source = found.content["fields"]["source_language"]
    if sent.source_language != source or exported["fields"]["source_language"] != source:
        return _refused(found, "source_language", _("Its source language is not that of the edition."))
    found.findings, found.absent = _findings(sent.units, exported, found.content, language)
    return found


def _refused(found: Assessment, code: str, text: str) -> Assessment:
    found.reasons.append(Reason(code, text))
    return found


def _exported(edition: Edition, digest: str) -> Content | None:
    """What the edition's document said under a digest; none if it never did."""
    saves = Event.objects.filter(document_id=edition.document_id, digest=digest)
    snapshot = Snapshot.objects.filter(Exists(saves), pk=digest).first()
    return kept.content_of(snapshot) if snapshot is not None else None


def _findings(
    sent: Sequence[SentUnit], exported: Content, present: Content, language: str
) -> tuple[list[Finding], int]:
    then = {unit.path: unit for unit in writing.exportable(exported, language)}
    now = {unit.path: unit for unit in units.units_of(present, language)}
    found: list[Finding] = []
    seen: set[str] = set()
    titles: dict[str, list[SentUnit]] = {}
    texts: list[SentUnit] = []
    for unit in sent:
        path, mark, _code = unit.id.partition("#")
        if unit.id in seen:
            found.append(_no(unit.id, now.get(path), "duplicate", _("The file has this text twice.")))
        elif path not in then:
            found.append(_no(unit.id, None, "unknown", _("No text of this edition has this id; it was altered.")))
        elif mark:
            titles.setdefault(path, []).append(unit)
        else:
            texts.append(unit)
        seen.add(unit.id)
    for unit in texts:
        found.append(_finding(unit, titles.pop(unit.id, []), then[unit.id], now.get(unit.id)))
    for path, left in titles.items():
        found += [
            _no(unit.id, now.get(path), "unknown", _("The text that it belongs to is not in the file."))
            for unit in left
        ]
    order = {path: place for place, path in enumerate(now)}
    found.sort(key=lambda one: order.get(one.path.partition("#")[0], len(order)))
    return found, sum(path not in seen for path in then)


def _no(path: str, unit: Unit | None, code: str, reason: str, **more: Any) -> Finding:
    return Finding(path, Verdict.REFUSED, unit=unit, code=code, reason=reason, **more)


def _finding(sent: SentUnit, titles: Iterable[SentUnit], then: Unit, now: Unit | None) -> Finding:
    """The verdict about one text, of which `then` went out and which is `now`."""
    given = writing.exported(then)
    if now is None:
        reason = _("The part with this text was removed here after the export.")
        return _no(sent.id, None, "gone", reason, text=_raw(sent))
    if sent.altered:
        return _tags(sent.id, now, sent.altered)
    if inline.as_words(sent.source) != inline.as_words(given.source):
        return _no(sent.id, now, "source", _("The source text was altered in the file."), text=_raw(sent))
    titles_sent: dict[str, str] = {}
    for each in titles:
        code = each.id.partition("#")[2].removesuffix(".title")
        title = given.titles.get(code)
        if title is None or inline.as_words(each.source) != inline.as_words(inline.plain(title[0])):
            reason = _("A title within the source text was altered in the file.")
            return _no(sent.id, now, "source", reason, text=_raw(sent))
        if not _untouched(each, inline.plain(title[0])):
            titles_sent[code] = inline.as_words(each.target or [])
    if _untouched(sent, given.source):
        return Finding(sent.id, Verdict.EMPTY, unit=now)
    try:
        text = _text(sent, given, then, titles_sent)
    except inline.Altered as error:
        return _tags(sent.id, now, error.ids, text=_raw(sent))
    except ValidationError as error:
        return _no(sent.id, now, "invalid", " ".join(error.messages), text=_raw(sent))
    # What went in and came back as it was is never “stale”: there is nothing to take.
    if text in (then.target, now.target):
        return Finding(sent.id, Verdict.UNCHANGED, text, now)
    if now.source != then.source:
        reason = _("The source says something else now than when the file was made.")
        return _no(sent.id, now, "stale", reason, text=text, source_then=then.source)
    verdict = Verdict.TAKE if now.target == then.target else Verdict.CONFLICT
    return Finding(sent.id, verdict, text, now)


def _tags(path: str, unit: Unit, ids: Iterable[str], *, text: str = "") -> Finding:
    reason = _("Marks of the text (inline codes) are missing, doubled or altered: %(ids)s.")
    return _no(path, unit, "tags", reason % {"ids": ", ".join(ids) or "—"}, text=text)


def _untouched(sent: SentUnit, source: inline.Nodes) -> bool:
    """Whether nobody translated it: it is empty, or a copy of the source in a state that says as much."""
    if sent.target is None or not _words(sent.target):
        return True
    return sent.progress in _UNTOUCHED and inline.as_words(sent.target) == inline.as_words(source)


def _words(nodes: inline.Nodes) -> str:
    words = "".join(node if isinstance(node, str) else _words(node.children) for node in nodes)
    return words.strip()


def _raw(sent: SentUnit) -> str:
    return _words(sent.target or [])


def _text(sent: SentUnit, given: inline.Exported, then: Unit, titles: Mapping[str, str]) -> str:
    """The translation as the model keeps it. Raises Altered and ValidationError."""
    nodes = sent.target or []
    if then.rich:
        text = given.resolved(nodes, titles)
        text_limits.check_rich(text)
        return text
    marks = [code.id for code in inline.codes(nodes)]
    if marks:
        raise inline.Altered(marks)
    return str(then.field.clean(_words(nodes), None))
