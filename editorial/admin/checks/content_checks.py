"""The checks of content on an edition's screens: the list beside the form, waivers, and the list again while typing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.admin import addresses, request_cache
from editorial.admin.base import is_key, person
from editorial.admin.form.fields import Scope
from editorial.admin.panels import Link, Screen, aside, link
from editorial.admin.screen import EditionScreen
from editorial.base import clock, languages
from editorial.checks.advice import places, run
from editorial.checks.advice import reading as readings
from editorial.checks.advice.registry import all_checks
from editorial.content import canonical, kept
from editorial.content.canonical import Content
from editorial.content.wording import Words
from editorial.models import Edition
from editorial.states import OPEN, State, Verb
from editorial.workflow import waivers
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from editorial.workflow.waivers import FindingWithWaiver

_CONFLICT = 409
#: So many pieces of advice are shown at once; more of them stand folded away.
_SHOWN = 5


@dataclass(frozen=True)
class Place:
    """A field, and what was found in it."""

    label: str
    found: Sequence["Item"]


@dataclass(frozen=True)
class Item:
    """A finding as the list shows it: `anchor` is the field's id on the form, `may_judge` says who may waive it."""

    judged: FindingWithWaiver
    anchor: str
    may_judge: bool


@dataclass(frozen=True)
class Listed:
    """All findings of an edition as one list of two levels."""

    required: Sequence[Place]
    advice: Sequence[Place]
    waived: Sequence[Place]
    by_language: Sequence[tuple[str, int]]
    required_count: int
    advice_count: int
    waived_count: int

    @property
    def summary(self) -> str:
        """The list in one sentence."""
        if not (self.required_count or self.advice_count):
            return _("The checks found nothing to mend.")
        required = ngettext("%(count)s thing to be mended", "%(count)s things to be mended", self.required_count)
        advice = ngettext("%(count)s piece of advice", "%(count)s pieces of advice", self.advice_count)
        return f"{required % {'count': self.required_count}} · {advice % {'count': self.advice_count}}"

    @property
    def is_long(self) -> bool:
        """Whether advice is folded away at first."""
        return self.advice_count > _SHOWN


def list_findings(
    judged: Sequence[FindingWithWaiver],
    value: Mapping[str, Any],
    *,
    by: Any,
    may_waive: bool,
    words: Words | None = None,
) -> Listed:
    """The findings grouped by level and place.

    :param may_waive: whether the text can be judged now: it is a draft, and saved.
    :param words: those of `value`, where the caller has them.
    """
    labels = places.labels(value, [each.finding.spot.path for each in judged], words)
    order = {path: place for place, path in enumerate(canonical.prose(value, languages.codes()[0]))}
    writable = set(permissions.writable_languages(by)) if may_waive else set()
    shared = may_waive and permissions.may_write(by)

    def grouped(chosen: Iterable[FindingWithWaiver]) -> list[Place]:
        found: dict[str, list[Item]] = {}
        for each in chosen:
            spot = each.finding.spot
            may = spot.language in writable if spot.language else shared
            found.setdefault(spot.path, []).append(Item(each, places.field_id(value, spot), may))
        return [Place(labels[where], found[where]) for where in sorted(found, key=lambda path: order.get(path, -1))]

    required = [each for each in judged if each.finding.is_required]
    advice = [each for each in judged if not each.finding.is_required and each.is_open]
    waived = [each for each in judged if not each.is_open]
    counts = Counter(each.finding.spot.language for each in [*required, *advice])
    return Listed(
        grouped(required), grouped(advice), grouped(waived),
        [(code, counts[code]) for code in languages.codes()],
        len(required), len(advice), len(waived),
    )  # fmt: skip


def _judged(request: HttpRequest, edition: Edition) -> tuple[Content, list[FindingWithWaiver]]:
    """What the checks say about an edition as it is saved; run once for each request."""
    kept: dict[int, tuple[Content, list[FindingWithWaiver]]] = request.__dict__.setdefault("_content_checks", {})
    if edition.pk not in kept:
        attempt = request_cache.attempt(request, edition)
        found = run.findings(edition, attempt.content, now=clock.now(), issues=attempt.issues)
        kept[edition.pk] = attempt.content, waivers.with_waivers(edition, found)
    return kept[edition.pk]


def _context(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    value, judged = _judged(request, edition)
    by = person(request)
    is_draft = edition.state == State.DRAFT
    return {
        "edition": edition,
        "checks": list_findings(
            judged, value, by=by, may_waive=is_draft, words=request_cache.words_for(request, edition, value)
        ),
        "change_url": addresses.screen_url(edition, "change"),
        "checks_url": addresses.screen_url(edition, "checks"),
        "waive_url": addresses.screen_url(edition, "waive"),
        "is_live": is_draft and bool(Scope.for_user(by)),
        "is_saved": True,
    }


@aside(Screen.FORM, template="editorial/admin/checks/_form.html", order=30, scripts=("editorial/checks.js",))
def beside_the_form(request: HttpRequest, edition: Edition) -> dict[str, Any] | None:
    """All findings, each with the way to its field; waivers where this person may give them."""
    if edition.state not in OPEN:
        return None
    return _context(request, edition)


@aside(Screen.REVIEW, template="editorial/admin/checks/_review.html", order=30)
def beside_the_review(request: HttpRequest, edition: Edition) -> dict[str, Any] | None:
    """What reviewers should know: advice that was neither followed nor waived, and the reasons for what was waived."""
    return _context(request, edition)


@link(order=30)
def to_the_checks(request: HttpRequest, edition: Edition) -> Link | None:
    """The list on the form, with the number of findings that are open."""
    if edition.state != State.DRAFT:
        return None
    _value, judged = _judged(request, edition)
    return Link(_("Checks"), f"{addresses.screen_url(edition, 'change')}#checks", sum(each.is_open for each in judged))


class ChecksPage(EditionScreen):
    """The list of what the checks found in the saved text, as an answer of its own."""

    def checks_list(
        self, request: HttpRequest, edition: Edition, *, status: int = 200, reasons: Sequence[Any] = (), told: str = ""
    ) -> HttpResponse:
        """The list of the saved text: a fragment for the script that asked, else a page that loses nothing typed."""
        present = self.admin.get_object(request, str(edition.pk)) or edition
        context = {
            **_context(request, present), "reasons": reasons, "told": told,
            "given": request.POST if status != 200 else {},
        }  # fmt: skip
        if "fragment" in request.POST:
            return render(request, "editorial/admin/checks/_list.html", context, status=status)
        page = {"title": _("Checks"), **context}
        return self.page(request, "editorial/admin/checks/refused.html", page, status=status)


class ChecksScreen(ChecksPage):
    """The checks of what is being typed."""

    paths = {"checks": "<int:pk>/checks/"}

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The list for what the form holds now (the form's own fields); nothing is saved, nothing recorded."""
        edition, by, now = self.edition(request, pk), person(request), clock.now()
        if permissions.problems(Verb.SAVE, Attempt(edition, by, now)):
            return self.checks_list(request, edition, status=_CONFLICT)
        entry = self.admin.entry(canonical.content_of(edition), scope=Scope.for_user(by), edition=edition, sent=request)
        sound = entry.is_valid()
        typed = entry.typed() if sound else _only_texts(entry.typed(), entry.content)
        findings = (
            run.findings(edition, typed, now=now)
            if sound
            else run.run_checks(readings.read_for_checks(typed, now=now, document=edition.document_id), all_checks())
        )
        is_saved = kept.says(edition, typed)
        context = {
            **_context_of(edition),
            "checks": list_findings(waivers.with_waivers(edition, findings), typed, by=by, may_waive=is_saved),
            "is_saved": is_saved,
        }
        return render(request, "editorial/admin/checks/_list.html", context)


class WaiveScreen(ChecksPage):
    """Waiving advice with a reason, or taking a waiver back."""

    paths = {"waive": "<int:pk>/checks/waive/"}

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Do it; then the form again, at the list. 409 where the rules refuse."""
        edition = self.edition(request, pk)
        given, by, now = request.POST, person(request), clock.now()
        try:
            if "unwaive" in given:
                number = given["unwaive"]
                waiver = int(number) if is_key(number) else 0
                waivers.reinstate(edition, waiver, by=by, now=now)
                done = _("The advice is given again.")
            else:
                check, where, language, digest = (
                    given.get(name, "") for name in ("check", "path", "language", "digest")
                )
                identity = (check, where, language, digest)
                waivers.waive(edition, identity, by=by, now=now, reason=given.get("reason", ""))
                done = _("Waived. The reason stays beside the text until it changes.")
        except NotAllowed as refused:
            return self.checks_list(request, edition, status=_CONFLICT, reasons=refused.reasons)
        if "fragment" in given:
            return self.checks_list(request, edition, told=done)
        messages.success(request, done)
        return HttpResponseRedirect(f"{self.address(edition, 'change')}#checks")


def _context_of(edition: Edition) -> dict[str, Any]:
    return {
        "edition": edition,
        "change_url": addresses.screen_url(edition, "change"),
        "waive_url": addresses.screen_url(edition, "waive"),
    }


def _only_texts(typed: Content, stored: Content) -> Content:
    """`typed` with what all languages share as stored, so that a wrong date does not keep texts from being checked."""

    def row(new: Mapping[str, Any], old: Mapping[str, Any]) -> dict[str, Any]:
        return {name: value if isinstance(value, dict) else old.get(name, value) for name, value in new.items()}

    parts = {}
    for name, rows in typed["parts"].items():
        before = {str(each["key"]): each for each in stored["parts"].get(name, [])}
        parts[name] = [row(each, before[str(each["key"])]) for each in rows if str(each["key"]) in before]
    return {"kind": typed["kind"], "fields": row(typed["fields"], stored["fields"]), "parts": parts}


def open_advice(edition: Edition, *, by: Any, now: datetime) -> Listed:
    """For the page that asks before an edition is submitted or signed off: what is open, and what was waived."""
    value = canonical.content_of(edition)
    judged = waivers.with_waivers(edition, run.findings(edition, value, now=now))
    return list_findings(judged, value, by=by, may_waive=False)
