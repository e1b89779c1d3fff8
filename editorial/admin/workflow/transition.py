"""The page that asks before a transition: what will happen, what it needs, and what stands against it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, re_path
from django.utils.translation import gettext as _

from editorial.admin.base import person
from editorial.admin.kind_admin import KindAdmin
from editorial.admin.review import comparison
from editorial.admin.review.decisions import DECISIONS
from editorial.admin.screen import EditionScreen
from editorial.admin.workflow import consequences
from editorial.admin.workflow import transition_forms as forms
from editorial.admin.workflow.actionbar import GRAVE
from editorial.admin.workflow.consequence_context import Outlook
from editorial.admin.workflow.done_message import done_message
from editorial.base import clock, languages
from editorial.content import canonical
from editorial.models import Edition
from editorial.states import TALKING, Verb
from editorial.workflow import drafts, live_periods, outstanding_signatures, transitions
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed, Reason


@dataclass(frozen=True)
class Action:
    """The engine's function of a verb and the form that asks for what it takes."""

    function: Callable[..., Any]
    form: type[forms.TransitionForm] = forms.TransitionForm


ACTIONS: dict[Verb, Action] = {
    Verb.SUBMIT: Action(transitions.submit, forms.SubmitForm),
    Verb.RECALL: Action(transitions.recall),
    Verb.REQUEST_CHANGES: Action(transitions.request_changes, forms.RemarkForm),
    Verb.SIGN_OFF: Action(transitions.sign_off, forms.SignOffForm),
    Verb.PUBLISH: Action(transitions.publish, forms.PublishForm),
    Verb.SCHEDULE: Action(transitions.schedule, forms.ScheduleForm),
    Verb.RESCHEDULE: Action(transitions.reschedule, forms.RescheduleForm),
    Verb.UNSCHEDULE: Action(transitions.unschedule),
    Verb.WITHDRAW: Action(transitions.withdraw, forms.WithdrawForm),
    Verb.REVISE: Action(transitions.revise),
    Verb.DISCARD: Action(transitions.discard, forms.DiscardForm),
    Verb.BRING_BACK: Action(transitions.bring_back, forms.BringBackForm),
    Verb.PUBLISH_URGENTLY: Action(transitions.publish_urgently, forms.UrgencyForm),
    Verb.CONFIRM: Action(transitions.confirm),
    Verb.CONFIRM_WITHDRAWAL: Action(transitions.confirm_withdrawal),
    Verb.GRANT_EXCEPTION: Action(drafts.grant_exception, forms.GrantForm),
    Verb.END_EXCEPTION: Action(drafts.end_exception, forms.LanguageForm),
}
#: Verbs whose reviewer is shown what the text changes against what is public.
COMPARING = (Verb.CONFIRM,)
#: Verbs before which the whole text should be read once more as the public will see it.
READING = (*COMPARING, Verb.SUBMIT, Verb.PUBLISH, Verb.SCHEDULE, Verb.PUBLISH_URGENTLY)
#: Verbs before which what somebody asked for must be known, whether the text changed since or not.
DECIDING = (Verb.SUBMIT, Verb.SIGN_OFF, Verb.PUBLISH, Verb.SCHEDULE, Verb.PUBLISH_URGENTLY)
_CONFLICT = 409


class TransitionScreen(EditionScreen):
    """The page of a verb: `get` asks, `post` acts; 409 where the rules refuse or the edition moved meanwhile."""

    #: The verbs whose addresses these are; of an edition's verbs some are decided on a screen of their own.
    verbs: ClassVar[Sequence[Verb]] = [verb for verb in ACTIONS if verb not in DECISIONS]

    @classmethod
    def urls(cls, admin: KindAdmin) -> list[URLPattern]:
        """One address a verb, all named `<app>_<model>_transition`, with the verb as their last word."""
        words = "|".join(verb.value for verb in cls.verbs)
        view = admin.admin_site.admin_view(cls.as_view(admin=admin))
        return [re_path(rf"^(?P<pk>\d+)/(?P<word>{words})/$", view, name=cls.url_name(admin, "transition"))]

    def get(self, request: HttpRequest, pk: str, word: str) -> HttpResponse:
        """What the verb would do, what it needs, and what stands against it."""
        verb, edition, now = Verb(word), self.edition(request, pk), clock.now()
        reasons = permissions.problems(verb, Attempt(edition, person(request), now))
        form = ACTIONS[verb].form(edition=edition, now=now)
        return self.ask(request, edition, verb, form, now=now, reasons=reasons, possible=not reasons)

    def post(self, request: HttpRequest, pk: str, word: str) -> HttpResponse:
        """Do it; where that is refused, ask again with everything that was typed."""
        verb, edition, now = Verb(word), self.edition(request, pk), clock.now()
        action = ACTIONS[verb]
        form = action.form(request.POST, edition=edition, now=now)
        if not form.is_valid():
            return self.ask(request, edition, verb, form, now=now)
        try:
            # A form without a version was not made here; no edition has that one.
            edition.seen_version = form.cleaned_data["version"] or 0
            moved = action.function(edition, by=person(request), now=now, **form.arguments()) or edition
        except NotAllowed as refused:
            reasons = [_moved(edition) if reason.code == "moved" else reason for reason in refused.reasons]
            return self._refuse(request, edition, verb, reasons, now=now)
        messages.success(request, done_message(verb, moved, now=now))
        return HttpResponseRedirect(self.address(moved, "change"))

    def _refuse(
        self, request: HttpRequest, edition: Edition, verb: Verb, reasons: list[Reason], *, now: datetime
    ) -> HttpResponse:
        """The page again, with the edition as it is now, the reasons, and everything that was typed."""
        present = self.admin.get_object(request, str(edition.pk)) or edition
        form_class = ACTIONS[verb].form
        data = request.POST.copy()
        for name, value in form_class.on_screen(present).items():
            data[name] = str(value)
        form = form_class(data, edition=present, now=now)
        lasting = permissions.problems(verb, Attempt(present, person(request), now))
        return self.ask(request, present, verb, form, now=now, reasons=reasons, possible=not lasting, status=_CONFLICT)

    def ask(
        self,
        request: HttpRequest,
        edition: Any,
        verb: Verb,
        form: forms.TransitionForm,
        *,
        now: datetime,
        reasons: Sequence[Reason] = (),
        possible: bool = True,
        status: int = 200,
    ) -> HttpResponse:
        """The page that asks.

        :param reasons: what stands against it, or why it was refused just now.
        :param possible: whether the form is shown, because it can be sent now or once more.
        """
        outlook = Outlook(edition, person(request), now)
        context = {
            "title": verb.label,
            "edition": edition,
            "verb": verb,
            "form": form,
            "reasons": list(reasons),
            "possible": possible,
            "consequences": consequences.consequences(verb, outlook) if possible else [],
            "open_requests": outstanding_signatures.open_requests(edition) if verb in DECIDING else [],
            "grave": verb in GRAVE,
            "reads": verb in READING,
            "compares": verb in COMPARING,
            "now": now,
            "change_url": self.address(edition, "change"),
            "previews": [(code, self.address(edition, "preview", code), edition.digest) for code in languages.codes()],
        }
        if verb in COMPARING and possible:
            base = _compared_with(edition, now)
            context["base"] = base
            context["comparison"] = (
                comparison.compared(canonical.content_of(base), canonical.content_of(edition)) if base else None
            )
        return self.page(request, "editorial/admin/transition.html", context, status=status)


def _compared_with(edition: Edition, now: datetime) -> Edition | None:
    """What the reader of a comparison knows already: the live edition, or the one that this edition was made from."""
    live = live_periods.live_edition(edition.document, now)
    if live is not None and live.pk != edition.pk:
        return live
    based_on: Edition | None = edition.based_on
    return based_on


def _moved(edition: Edition) -> Reason:
    """Who was quicker, and what they did."""
    last = edition.events.exclude(verb__in=TALKING).order_by("-id").first()
    if last is None:
        return Reason("moved", _("This edition changed since you opened the page. Look at it again, then decide."))
    return Reason(
        "moved",
        _("Meanwhile %(person)s did this: %(verb)s. Look at the edition as it is now, then decide again.")
        % {"person": last.by_name, "verb": last.get_verb_display()},
    )
