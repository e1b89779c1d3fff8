"""Editions as rows of a desk: with who has them, who was asked for what, and what was said when they were sent back."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, Q, QuerySet

from editorial.content import change_note, kinds
from editorial.content.parity import Parity
from editorial.desks import questions
from editorial.desks.query import Ask
from editorial.models import Assignment, Decision, Edition, Party, SignOff, SignOffRule
from editorial.states import State
from editorial.workflow import assignment, outstanding_signatures
from editorial.workflow.signatures import Requirement, RuleBook, requirement_of


@dataclass
class Row:
    """One edition on a desk.

    `missing` are the signatures it lacks, in the order of their stages; `given` those it has; `sent_back` the decision
    that asked for changes; `is_barred` says that the reader could sign it, had they not changed it themselves; `asked`
    who was asked to do what; `behind` the languages to translate, with how they stand.
    """

    edition: Any
    missing: Sequence[Requirement] = ()
    given: Sequence[SignOff] = ()
    sent_back: SignOff | None = None
    asked: Sequence[Assignment] = ()
    behind: Sequence[tuple[str, str]] = ()
    person: int = 0
    holder: str = ""
    is_barred: bool = False
    #: The day by which a due date has passed or not.
    today: date = date.min

    @property
    def turn(self) -> list[Requirement]:
        """The missing signatures whose turn it is."""
        return outstanding_signatures.next_to_sign(self.missing)

    @property
    def mine(self) -> Assignment | None:
        """What the reader was asked to do with it, the most urgent if several things."""
        return next((one for one in self.asked if one.person_id == self.person), None)

    @property
    def others(self) -> list[Assignment]:
        """What others were asked to do with it."""
        return [one for one in self.asked if one.person_id != self.person]

    @property
    def is_late(self) -> bool:
        """Whether the day by which the reader was to have done with it has passed."""
        return self.mine is not None and self.mine.due_on is not None and self.mine.due_on < self.today

    @property
    def since(self) -> datetime:
        """Since when it waits for whoever has it."""
        edition = self.edition
        if self.sent_back is not None:
            return self.sent_back.at
        last = max((given.at for given in self.given), default=None)
        found: datetime = edition.approved_at or last or edition.submitted_at or edition.changed_at
        return found if edition.state != State.DRAFT else edition.changed_at


def with_row_values(editions: QuerySet[Any], ask: Ask) -> QuerySet[Any]:
    """The editions with all that a row says about them to this person."""
    found = questions.with_type(editions).select_related("document", "changed_by", "created_by")
    told: QuerySet[Any] = found.annotate(due=questions.due(ask), contributed=questions.contributed(ask))
    return told


def desk_rows(editions: Iterable[Edition], ask: Ask, *, codes: Sequence[str] = ()) -> list[Row]:
    """Editions (from `shown`) as rows, in their order; three queries at most, whatever their number.

    :param codes: the languages of which a row of a draft says how they stand.
    """
    found: list[Any] = list(editions)
    decided = _decisions([each for each in found if each.state in (State.IN_REVIEW, State.CHANGES_REQUESTED)])
    books = _rule_books() if any(each.state == State.IN_REVIEW for each in found) else {}
    asked = assignment.assignees(found) if found else {}
    rows = []
    for edition in found:
        row = Row(edition, asked=asked.get(edition.pk, ()), person=ask.person, today=ask.today.date())
        for decision in decided.get(edition.pk, ()):
            if decision.decision == Decision.CHANGES_REQUESTED and edition.state == State.CHANGES_REQUESTED:
                row.sent_back = decision
        if edition.state == State.IN_REVIEW:
            row.given = [
                one
                for one in decided.get(edition.pk, ())
                if one.decision == Decision.SIGNED and one.digest == edition.digest
            ]
            book = books[edition.document.kind]
            row.missing = [one for one in book.needed_for(edition) if not one.met_by(row.given)]
        if edition.state == State.DRAFT:
            row.behind = _behind(edition, codes)
        row.is_barred = bool(edition.contributed) and _decides(ask, row)
        row.holder = _holder(row, ask)
        rows.append(row)
    return rows


def _holder(row: Row, ask: Ask) -> str:
    """Who has it, in words: whoever was asked; of a draft that the reader only translated, whoever began it."""
    edition = row.edition
    if edition.state in (State.DRAFT, State.CHANGES_REQUESTED):
        if row.others:
            return ", ".join(dict.fromkeys(str(one.person) for one in row.others))
        if edition.changed_by_id == ask.person and "write_edition" not in ask.may:
            return str(edition.created_by)
    return outstanding_signatures.holder(edition, missing=row.missing, now=ask.moment)


def _decides(ask: Ask, row: Row) -> bool:
    """Whether it is this person's role to decide on it as it stands."""
    if row.edition.state == State.APPROVED:
        return "publish_edition" in ask.may
    return "sign_off_edition" in ask.may and any(
        needed.party is None or needed.party.pk == ask.party for needed in row.missing
    )


def _decisions(editions: Sequence[Edition]) -> dict[int, list[SignOff]]:
    """The decisions of the present round, oldest first, by the edition's primary key."""
    found: dict[int, list[SignOff]] = defaultdict(list)
    if editions:
        rows = SignOff.objects.filter(Q(round=F("edition__round")), edition__in=[each.pk for each in editions])
        for decision in rows.select_related("party", "by").order_by("at", "pk"):
            found[decision.edition_id].append(decision)
    return found


def _rule_books() -> dict[str, RuleBook]:
    """The rules of signature of every kind, in one query."""
    found: dict[str, list[tuple[str, Requirement]]] = defaultdict(list)
    for rule in SignOffRule.objects.select_related("party").order_by("stage", "pk"):
        found[rule.kind.split(":")[0]].append((rule.kind, requirement_of(rule)))
    known = {kind.key for kind in kinds.all_kinds()}
    parties: dict[str, Party] = {}  # read once for all of them
    return {kind: RuleBook(kind, tuple(found.get(kind, ())), parties) for kind in known}


def _behind(edition: Edition, codes: Sequence[str]) -> list[tuple[str, str]]:
    return [
        (code, how)
        for code in codes
        for how in [
            Parity.MISSING.value
            if change_note.is_note_lacking(edition, code)
            else edition.language_status.get(code, "missing")
        ]
        if code != edition.source_language and code not in edition.excepted_languages and how != Parity.CURRENT
    ]
