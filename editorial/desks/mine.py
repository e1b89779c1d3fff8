"""Everything on one person's desk: what they have to do, what others have of theirs, what is to come, what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, QuerySet, Value, When, Window
from django.db.models.functions import JSONObject, RowNumber
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from editorial.desks import counts as counting
from editorial.desks import planned, problems, questions, rows
from editorial.desks.planned import Planned
from editorial.desks.problems import Source
from editorial.desks.query import Ask
from editorial.desks.rows import Row
from editorial.models import Edition
from editorial.states import State

#: Rows of a section on the first page; the rest stands behind a link.
SHOWN = 5
#: Examples of a problem on the first page.
EXAMPLES = 3
#: What is to come, on the first page.
COMING = 6


@dataclass(frozen=True)
class Section:
    """Rows of one sort: `key` names it, `total` says how many there are in all."""

    key: str
    title: str | Promise
    rows: Sequence[Row]
    total: int


@dataclass(frozen=True)
class Example:
    """One row of a problem: the edition that it concerns, or words where it concerns none."""

    edition: Any
    words: str


@dataclass(frozen=True)
class Line:
    """One sort of problem with how many there are and a few of them."""

    source: Source
    count: int
    examples: Sequence[Example]

    @property
    def label(self) -> str:
        """How many of what."""
        return str(self.source.label % {"count": self.count})


@dataclass(frozen=True)
class Desk:
    """One person's desk at one moment; `sections` hold only what there is."""

    sections: Sequence[Section]
    coming: Sequence[Planned]
    has_more_coming: bool
    problems: Sequence[Line]

    @property
    def is_clear(self) -> bool:
        """Whether nothing at all waits for this person."""
        return not self.sections and not self.problems


#: The sections in the order in which they stand: what somebody sent to this person first.
TITLES = {
    "sent_back": _("Sent back to me"),
    "review": _("Waiting for my signature"),
    "translate": _("To translate"),
    "publish": _("To publish"),
    "drafts": _("My drafts"),
    "with_others": pgettext_lazy("section of the desk", "With others"),
}
#: Where the reader's own editions stand, and those that wait for them.
_OWN = {State.DRAFT: "drafts", State.CHANGES_REQUESTED: "sent_back"}
_WAITING = {State.DRAFT: "translate", State.IN_REVIEW: "review", State.APPROVED: "publish"}


def desk(ask: Ask, found: counting.Counts) -> Desk:
    """Everything on this person's desk; eight statements at most beside the counts, however much there is."""
    worked: Any = questions.of_mine(ask)
    if "write_edition" not in ask.may and ask.codes:
        # What a translator has yet to do stands in its own section; the rest of what they changed is with others.
        worked = worked.exclude(pk__in=questions.to_translate(ask).order_by().values("pk"))
    own = list(_first(worked, ask, _OWN if "write_edition" in ask.may else {}))
    waits: Any = questions.to_review(ask) | questions.to_translate(ask) | questions.to_publish(ask)
    todo = [] if waits.query.is_empty() else list(_first(waits.open(), ask, _WAITING))
    decorated = rows.desk_rows([*own, *todo], ask, codes=ask.codes)
    coming = _coming(ask) if found.planned else []
    concerned = _concerned(ask, found)
    examples = _examples(concerned)
    editions = _editions({edition for edition, _at, _what in coming} | {edition for _key, edition, _words in examples})
    return Desk(
        sections=_sections(decorated),
        coming=planned.resolved(coming[:COMING], editions),
        has_more_coming=len(coming) > COMING,
        problems=_lines(concerned, found, examples, editions),
    )


def lines(ask: Ask, found: counting.Counts) -> list[Line]:
    """What is wrong and concerns this person, with a few examples of each sort; two statements."""
    concerned = _concerned(ask, found)
    examples = _examples(concerned)
    return _lines(concerned, found, examples, _editions({edition for _key, edition, _words in examples}))


def _concerned(ask: Ask, found: counting.Counts) -> list[tuple[Source, QuerySet[Any]]]:
    return [(source, some) for source, some in problems.concerning(ask) if found.problems.get(source.key)]


def _lines(
    concerned: Sequence[tuple[Source, QuerySet[Any]]],
    found: counting.Counts,
    examples: Sequence[tuple[str, int, str]],
    editions: Mapping[int, Any],
) -> list[Line]:
    return [
        Line(
            source,
            found.problems[source.key],
            [Example(editions.get(edition), words) for key, edition, words in examples if key == source.key],
        )
        for source, _rows in concerned
    ]


def _first(editions: QuerySet[Any], ask: Ask, keys: Mapping[State, str]) -> QuerySet[Any]:
    """The first rows of every section, each with its section and how many there are, in one statement."""
    section = Case(*(When(state=state, then=Value(key)) for state, key in keys.items()), default=Value("with_others"))
    order = [F("due").asc(nulls_last=True), "changed_at" if keys is _WAITING else "-changed_at", "pk"]
    found: QuerySet[Any] = (
        rows.with_row_values(editions, ask)
        .annotate(section=section)
        .annotate(
            place=Window(RowNumber(), partition_by=section, order_by=order),
            total=Window(Count("*"), partition_by=section),
        )
        .filter(place__lte=SHOWN)
        .order_by("place")
    )
    return found


def _sections(found: Sequence[Row]) -> list[Section]:
    sections = []
    for key, title in TITLES.items():
        of_key = [row for row in found if row.edition.section == key]
        if of_key:
            sections.append(Section(key, title, of_key, of_key[0].edition.total))
    return sections


def _coming(ask: Ask) -> list[Any]:
    return list(planned.rows(ask, editions=planned.of_mine(ask)).order_by("plan_at")[: COMING + 1])


def _examples(concerned: Sequence[tuple[Source, QuerySet[Any]]]) -> list[tuple[str, int, str]]:
    """(source, edition or 0, words) of a few rows of each source, in one statement."""
    parts: list[QuerySet[Any]] = []
    for source, some in concerned:
        # One column, since modeltranslation does not keep the order of several.
        example = JSONObject(
            source=Value(source.key),
            edition=F(source.edition) if source.edition else Value(0),
            words=F(source.words) if source.words else Value(""),
        )
        parts.append(some.order_by().annotate(example=example).values_list("example", flat=True)[:EXAMPLES])
    if not parts:
        return []
    found = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    return [(row["source"], row["edition"], row["words"]) for row in found]


def _editions(keys: set[int]) -> dict[int, Any]:
    if not keys:
        return {}
    return {each.pk: each for each in Edition.objects.filter(pk__in=keys).select_related("document")}
