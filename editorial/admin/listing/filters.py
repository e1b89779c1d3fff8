"""By what the list of a kind's editions may be narrowed."""

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from editorial.admin.base import person
from editorial.base import clock, languages
from editorial.content import kinds, stale_facts
from editorial.content.parity import Parity
from editorial.models import Edition
from editorial.states import OPEN, Standing, State
from editorial.workflow import assignment, outstanding_signatures


class StandingFilter(admin.SimpleListFilter):
    """By state, or by how a published edition stands now; without a choice, all that still matters."""

    title = _("state")
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Everything, being worked on, then every state and standing."""
        states = [state for state in State if state not in (State.PUBLISHED, State.DISCARDED)]
        return [
            ("open", _("Being worked on")),
            *[(each.value, each.label) for each in (*states, *Standing, State.DISCARDED)],
            ("all", _("All editions")),
        ]

    def choices(self, changelist: Any) -> Any:
        """The choices, with the list that is shown first under its own name instead of “All”."""
        first, *others = super().choices(changelist)
        yield {**first, "display": _("Present editions")}
        yield from others

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """See the class."""
        now, value = clock.now(), self.value()
        if value is None:
            return present(queryset, now)
        if value == "open":
            return queryset.filter(state__in=OPEN)
        if value in Standing.values:
            return standing(queryset, Standing(value), now)
        return queryset.filter(state=value) if value in State.values else queryset


def present(queryset: Any, now: Any) -> Any:
    """Leave out what was discarded, and what has ended and was followed by another edition."""
    followers = Edition.objects.filter(document=OuterRef("document"), number__gt=OuterRef("number")).exclude(
        state=State.DISCARDED
    )
    return queryset.exclude(state=State.DISCARDED).exclude(Q(live_during__endswith__lte=now) & Exists(followers))


def standing(queryset: Any, wanted: Standing, now: Any) -> Any:
    """The editions that stand so at `now` (see `Edition.standing`)."""
    match wanted:
        case Standing.SCHEDULED:
            return queryset.scheduled(now)
        case Standing.LIVE:
            return queryset.live(now)
    return queryset.filter(
        state=State.PUBLISHED, live_during__endswith__lte=now, withdrawal__isnull=wanted == Standing.SUPERSEDED
    )


class LanguageFilter(admin.SimpleListFilter):
    """Editions in which a language is not at parity and no exception was granted for it."""

    title = _("language not at parity")
    parameter_name = "behind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Every content language."""
        return [(code, languages.name(code)) for code in languages.codes()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """See the class."""
        code = self.value()
        if code not in languages.codes():
            return queryset
        return queryset.exclude(language_status__contains={code: Parity.CURRENT}).exclude(
            excepted_languages__contains=[code]
        )


class MineFilter(admin.SimpleListFilter):
    """What concerns the reader: given to them, changed or owned by them, or waiting for their party's signature."""

    title = _("person")
    parameter_name = "mine"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Ways of being mine."""
        found = [("assigned", _("Assigned to me")), ("changed", _("Changed by me")), ("owned", _("Owned by me"))]
        if person(request).party_id and person(request).has_perm("editorial.sign_off_edition"):
            found.append(("sign", _("Not signed by my party")))
        return found

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """See the class."""
        match self.value():
            case "assigned":
                given = assignment.assigned_to(person(request)).order_by().values("edition")
                return queryset.filter(pk__in=given)
            case "changed":
                return queryset.filter(changed_by=request.user)
            case "owned":
                return queryset.filter(document__owner=request.user)
            case "sign":
                return outstanding_signatures.unsigned_by(queryset, person(request).party_id or 0)
        return queryset


class AgeingFilter(admin.SimpleListFilter):
    """Live editions that hold facts out of date."""

    title = _("facts out of date")
    parameter_name = "aged"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """There is one question."""
        return [("yes", _("Facts out of date"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """See the class."""
        if self.value() != "yes":
            return queryset
        return stale_facts.only_outdated(queryset, kinds.kind_of_model(queryset.model), clock.now())


class ReviewByFilter(admin.SimpleListFilter):
    """Editions of documents that somebody should have read again by today."""

    title = _("review-by date")
    parameter_name = "review_by"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Passed, soon, or none."""
        return [("passed", _("Passed")), ("soon", _("Within 30 days")), ("none", _("Without a date"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """See the class."""
        today = stale_facts.day_of(clock.now())
        match self.value():
            case "passed":
                return queryset.filter(document__review_by__lt=today)
            case "soon":
                return queryset.filter(document__review_by__range=(today, today + timedelta(days=30)))
            case "none":
                return queryset.filter(document__review_by__isnull=True)
        return queryset
