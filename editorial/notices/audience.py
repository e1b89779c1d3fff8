"""Whom a step of the workflow concerns, and in which capacity; nobody else is told."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q

from editorial.base import languages
from editorial.content.parity import Parity
from editorial.models import Assignment, Edition, Event, NoticeType, Task, Watch, Withdrawal
from editorial.notices import summary
from editorial.notices.notify import having, send_notices
from editorial.states import State, Verb
from editorial.workflow import outstanding_signatures, signatures
from editorial.workflow.attempt import contributors, writers


@dataclass(frozen=True)
class NoticeBatch:
    """Some people, by primary key, who are told one thing; `cause` where they could hear of it from several events."""

    sort: NoticeType
    to: Collection[int]
    cause: str = ""
    detail: dict[str, Any] = field(default_factory=dict)


def notify_audience(event: Event) -> int:
    """Tell everybody whom a step concerns, in the transaction of the caller; returns how many.

    Whoever has several reasons to hear of it hears of the first: what they are asked to do comes before what was done.
    """
    told, reached = 0, set[int]()
    for each in audience_of(event):
        told += send_notices(
            each.sort, to=set(each.to) - reached, by=event.by, now=event.at, about=event.edition,
            detail=each.detail, event=event, cause=each.cause,
        )  # fmt: skip
        reached |= set(each.to)
    return told


def audience_of(event: Event) -> list[NoticeBatch]:
    """Who is told of a step, what they are asked to do first. `event` comes with its edition and document."""
    edition = event.edition
    verb = Verb(event.verb)
    facts = {**_plan(event), **({"quote": event.reason} if event.reason else {})}
    about_text = {"changed": summary.summary_of(event)} if verb in summary.TOLD_WITH else {}
    match verb:
        case Verb.SUBMIT:
            return _to_review(event, {**facts, **about_text})
        case Verb.SIGN_OFF:
            asked = _to_review(event, {}) if event.to_state == State.IN_REVIEW else _to_publish(event, about_text)
            return [*asked, NoticeBatch(NoticeType.SIGNED, _concerned(edition), detail=facts)]
        case Verb.COMPLETE_REVIEW:
            return [*_to_publish(event, {}), NoticeBatch(NoticeType.SIGNED, _concerned(edition), detail=facts)]
        case Verb.REQUEST_CHANGES:
            return [NoticeBatch(NoticeType.CHANGES_REQUESTED, _concerned(edition), detail=facts)]
        case Verb.PUBLISH:
            return [NoticeBatch(NoticeType.PUBLISHED, _interested(edition), detail={**facts, **about_text})]
        case Verb.PUBLISH_URGENTLY:
            return [
                NoticeBatch(
                    NoticeType.TO_CONFIRM, _who_can_confirm(edition), f"urgent/{edition.pk}", {**facts, **about_text}
                ),
                NoticeBatch(NoticeType.PUBLISHED, _interested(edition), detail=facts),
            ]
        case Verb.CONFIRM:
            return [NoticeBatch(NoticeType.PUBLISHED, _known(edition.urgent_by_id) | _concerned(edition), detail=facts)]
        case Verb.SCHEDULE | Verb.RESCHEDULE | Verb.UNSCHEDULE:
            scheduled = NoticeBatch(NoticeType.SCHEDULED, _interested(edition), detail=facts)
            return [*_to_confirm_withdrawal(event, facts), scheduled]
        case Verb.ASSIGN | Verb.SET_OWNER if event.data.get("handed_over"):
            return []  # whoever takes over is told once of it all (`editorial.staff.offboarding`)
        case Verb.ASSIGN:
            return [NoticeBatch(NoticeType.ASSIGNED, _known(event.data.get("to")), detail={**facts, **_work(event)})]
        case Verb.SET_OWNER:
            return [NoticeBatch(NoticeType.ASSIGNED, _known(event.data["to"]), detail=facts)]
        case Verb.CONFIRM_WITHDRAWAL:
            decided = Withdrawal.objects.filter(edition=edition).values_list("decided_by_id", flat=True)
            return [NoticeBatch(NoticeType.WITHDRAWN, _known(*decided) | _concerned(edition), detail=facts)]
        case Verb.WITHDRAW:
            withdrawn = NoticeBatch(NoticeType.WITHDRAWN, _interested(edition), detail=facts)
            return [*_to_confirm_withdrawal(event, facts), withdrawn]
        case Verb.DISCARD:
            return [NoticeBatch(NoticeType.WITHDRAWN, _interested(edition), detail=facts)]
        case Verb.BRING_BACK:
            return [NoticeBatch(NoticeType.WITHDRAWN, _interested(edition) | writers(edition), detail=facts)]
    return []


def _plan(event: Event) -> dict[str, Any]:
    return {name: value for name, value in event.data.items() if name in ("begin", "end", "at", "party")}


def _work(event: Event) -> dict[str, Any]:
    """What somebody is asked to do, and by when."""
    return {name: event.data[name] for name in ("task", "languages", "due") if event.data.get(name)}


def _known(*people: int | None) -> set[int]:
    return {each for each in people if each is not None}


def _concerned(edition: Edition) -> set[int]:
    """Those whose text it is: who changed it, and who answers for the document."""
    return _known(*contributors(edition), edition.document.owner_id)


def _interested(edition: Edition) -> set[int]:
    """Those whose text it is, and those who watch the document."""
    watching = Watch.objects.filter(document_id=edition.document_id).values_list("person_id", flat=True)
    return _concerned(edition) | set(watching)


def _still_so(event: Event) -> bool:
    """Whether the edition is where the step left it: what is over by now is asked of nobody."""
    return event.edition.state == event.to_state and event.edition.digest == event.digest


def _to_review(event: Event, detail: dict[str, Any]) -> list[NoticeBatch]:
    """The reviewers whose party's turn it is and who had no hand in the text; each once for a round of review."""
    edition = event.edition
    if not _still_so(event) or edition.state != State.IN_REVIEW:
        return []
    given = signatures.signatures(edition)
    missing = [needed for needed in signatures.requirements_for(edition) if not needed.met_by(given)]
    asked = Q()
    for needed in outstanding_signatures.next_to_sign(missing):
        asked |= Q(party=needed.party) if needed.party else Q(party__isnull=False)
    if not asked:
        return []
    given_to = _reviews_given(edition)
    reviewers = having("sign_off_edition").filter(asked)
    asked_now = {pk for pk, party in reviewers.values_list("pk", "party_id") if given_to.get(party, pk) == pk}
    excluded = writers(edition) | {sign_off.by_id for sign_off in given}
    told = {**detail, "round": edition.round}
    return [NoticeBatch(NoticeType.TO_REVIEW, asked_now - excluded, f"review/{edition.pk}/{edition.round}", told)]


def _reviews_given(edition: Edition) -> dict[int | None, int]:
    """Who was asked to sign for each party, where somebody was: then it is nobody else's."""
    given = Assignment.objects.in_force().filter(edition=edition, task=Task.REVIEW)
    return dict(given.values_list("party_id", "person_id"))


def _to_publish(event: Event, detail: dict[str, Any]) -> list[NoticeBatch]:
    if not _still_so(event):
        return []
    if Assignment.objects.in_force().filter(edition=event.edition, task=Task.PUBLISH).exists():
        return []
    publishers = set(having("publish_edition").values_list("pk", flat=True))
    return [NoticeBatch(NoticeType.TO_PUBLISH, publishers - writers(event.edition), detail=detail)]


def _who_can_confirm(edition: Edition) -> set[int]:
    able = set(having("sign_off_edition").values_list("pk", flat=True))
    return able - writers(edition) - _known(edition.urgent_by_id) if edition.awaits_confirmation else set()


def _to_confirm_withdrawal(event: Event, detail: dict[str, Any]) -> list[NoticeBatch]:
    """Those who can confirm the withdrawal that a step decided on, while it waits for one of them."""
    edition = event.edition
    if not (event.data.get("needs_confirmation") and edition.withdrawal_awaits_confirmation):
        return []
    able = set(having("publish_edition").values_list("pk", flat=True))  # whoever did it is told of nothing they did
    withdrawal = edition.withdrawal.pk
    told = {**detail, "withdrawal": withdrawal}
    return [NoticeBatch(NoticeType.TO_CONFIRM, able - writers(edition), f"withdrawal/{withdrawal}", told)]


def tell_translators(event: Event, *, now: datetime) -> int:
    """Tell the translators of every language that was a translation and is outdated now, each of their own languages.

    A save after this one, of the source, is told of in its stead.
    """
    edition = event.edition
    if edition.state != State.DRAFT or _source_changed_since(event):
        return 0
    behind = [code for code, how in edition.language_status.items() if how == Parity.OUTDATED]
    given: dict[str, int] = dict(
        Assignment.objects.in_force().filter(edition=edition, task=Task.TRANSLATE).values_list("language", "person_id")
    )
    codes_of: dict[int, list[str]] = {}
    for code in languages.codes():
        if code in behind and code != edition.source_language:
            everybody = having(f"translate_{code}").values_list("pk", flat=True)
            for pk in [given[code]] if code in given else everybody:
                codes_of.setdefault(pk, []).append(code)
    groups: dict[tuple[str, ...], set[int]] = {}
    for pk, codes in codes_of.items():
        groups.setdefault(tuple(codes), set()).add(pk)
    changed = summary.of_source(event) if groups else {}
    return sum(
        send_notices(
            NoticeType.TO_TRANSLATE, to=people, by=event.by, now=now, about=edition, event=event,
            detail={"languages": list(codes), "changed": changed},
        )
        for codes, people in groups.items()
    )  # fmt: skip


def _source_changed_since(event: Event) -> bool:
    later = Event.objects.filter(edition_id=event.edition_id, pk__gt=event.pk, verb__in=(Verb.SAVE, Verb.RESTORE))
    return any(event.edition.source_language in each.data.get("languages", []) for each in later.only("detail"))
