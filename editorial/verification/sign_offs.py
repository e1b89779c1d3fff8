"""Every sign-off against the record, and every published edition against the rules of signature of its day."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from editorial.content import kinds
from editorial.models import Act, AdministrationEvent, Decision, Edition, Event, SignOff, SignOffRule, Snapshot
from editorial.states import State, Verb
from editorial.verification.difference import Batch, Difference, batch
from editorial.workflow import bound_parties

_DECISIONS = {Verb.SIGN_OFF: Decision.SIGNED, Verb.REQUEST_CHANGES: Decision.CHANGES_REQUESTED}


class Rule(NamedTuple):
    """A rule of signature as the record of administration writes it. No party: any one, or every bound one."""

    kind: str
    party: str
    every_bound_party: bool = False


def check(after: Any, limit: int) -> Batch:
    """The decisions on editions: see `Check`."""
    rows = list(
        Edition.objects.filter(pk__gt=after or 0)
        .order_by("pk")
        .values("pk", "document__kind", "state", "round", "signed_digest", "urgent_at", "approved_at")[:limit]
    )
    keys = [row["pk"] for row in rows]
    given: dict[int, list[SignOff]] = defaultdict(list)
    for sign_off in SignOff.objects.filter(edition__in=keys).select_related("party", "by").order_by("pk"):
        given[sign_off.edition_id].append(sign_off)
    events: dict[int, list[Event]] = defaultdict(list)
    for event in Event.objects.filter(edition__in=keys, verb__in=_DECISIONS).order_by("id"):
        events[event.edition_id].append(event)
    signed = dict(Snapshot.objects.filter(pk__in={row["signed_digest"] for row in rows}).values_list("pk", "content"))
    history = RuleHistory()
    found = [
        difference
        for row in rows
        for difference in (
            *_unrecorded(row["pk"], given[row["pk"]], events[row["pk"]]),
            *_missing(row, given[row["pk"]], history, signed.get(row["signed_digest"]) or {"fields": {}}),
        )
    ]
    return batch(rows, limit, "pk", found)


class RuleHistory:
    """The rules of signature as they were: the present ones, with what the record of administration says undone."""

    _ACTS = (Act.RULE_ADDED, Act.RULE_CHANGED, Act.RULE_REMOVED)

    def __init__(self) -> None:
        self._present = {
            Rule(rule.kind, rule.party.code if rule.party else "", rule.every_bound_party)
            for rule in SignOffRule.objects.select_related("party")
        }
        self._lines = [
            (line.at, line.verb, line.data)
            for line in AdministrationEvent.objects.filter(verb__in=self._ACTS).order_by("-id")
        ]

    def at(self, moment: datetime) -> set[Rule]:
        """The rules in force at an instant."""
        rules = set(self._present)
        for at, act, detail in self._lines:
            if at <= moment:
                break
            before = detail if act == Act.RULE_REMOVED else detail.get("before")
            after = detail if act == Act.RULE_ADDED else detail.get("after")
            rules -= {_rule(after)} if after else set()
            rules |= {_rule(before)} if before else set()
        return rules


def _rule(detail: dict[str, Any]) -> Rule:
    return Rule(detail["kind"], detail["party"], detail.get("every_bound_party", False))


def _unrecorded(edition: int, given: list[SignOff], events: list[Event]) -> Iterator[Difference]:
    recorded = {
        (event.at, event.by_id, event.digest, _DECISIONS[Verb(event.verb)], json.loads(event.detail)["party"]): event
        for event in events
    }
    for sign_off in given:
        key = (sign_off.at, sign_off.by_id, sign_off.digest, Decision(sign_off.decision), sign_off.party.code)
        if recorded.pop(key, None) is None:
            values = {"party": str(sign_off.party), "person": str(sign_off.by)}
            yield Difference("sign_off_without_event", edition, values)
    for (_at, _by, _digest, _decision, party), event in recorded.items():
        yield Difference("event_without_sign_off", edition, {"party": party, "line": event.pk})


def _missing(
    row: Mapping[str, Any], given: list[SignOff], history: RuleHistory, content: Mapping[str, Any]
) -> Iterator[Difference]:
    """Sign-offs that the edition had to have when the last of them approved it."""
    if row["state"] != State.PUBLISHED or row["urgent_at"] is not None or row["approved_at"] is None:
        return
    wanted = (row["document__kind"], kinds.signing_key(row["document__kind"], content["fields"].get("type") or ""))
    rules = [rule for rule in history.at(row["approved_at"]) if rule.kind in wanted]
    needed = {rule.party for rule in rules if not rule.every_bound_party}
    if content.get("all_must_sign") or any(rule.every_bound_party for rule in rules):
        needed |= set(bound_parties.codes(content.get("bound_parties") or {}))
    needed = needed or {""}
    signed = {
        sign_off.party.code
        for sign_off in given
        if sign_off.decision == Decision.SIGNED
        and sign_off.round == row["round"]
        and sign_off.digest == row["signed_digest"]
    }
    for party in sorted(needed):
        if party not in signed and (party or not signed):
            yield Difference("unsigned", row["pk"], {"party": party or "—"})
