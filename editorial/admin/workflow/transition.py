"""The page that asks before a transition: what will happen, what it needs, and what stands against it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, re_path
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.admin import addresses
from editorial.admin.base import ModelAdmin, person
from editorial.admin.review import comparison
from editorial.admin.workflow import consequences
from editorial.admin.workflow import transition_forms as forms
from editorial.admin.workflow.actionbar import GRAVE
from editorial.base import languages
from editorial.content import canonical
from editorial.models import Edition
from editorial.states import TALKING, Verb
from editorial.workflow import drafts, live_periods, transitions
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
    Verb.PUBLISH: Action(transitions.publish),
    Verb.SCHEDULE: Action(transitions.schedule, forms.ScheduleForm),
    Verb.UNSCHEDULE: Action(transitions.unschedule),
    Verb.WITHDRAW: Action(transitions.withdraw, forms.WithdrawForm),
    Verb.REVISE: Action(transitions.revise),
    Verb.DISCARD: Action(transitions.discard, forms.OptionalReasonForm),
    Verb.PUBLISH_URGENTLY: Action(transitions.publish_urgently, forms.UrgencyForm),
    Verb.CONFIRM: Action(transitions.confirm),
    Verb.GRANT_EXCEPTION: Action(drafts.grant_exception, forms.GrantForm),
    Verb.END_EXCEPTION: Action(drafts.end_exception, forms.LanguageForm),
}
#: Verbs whose reviewer is shown what the text changes against what is public.
COMPARING = (Verb.CONFIRM,)
#: Verbs before which the whole text should be read once more as the public will see it.
READING = (*COMPARING, Verb.SUBMIT, Verb.PUBLISH, Verb.SCHEDULE, Verb.PUBLISH_URGENTLY)
_CONFLICT = 409


class TransitionMixin(ModelAdmin):
    """One address per verb: GET asks, POST does."""

    def transition_urls(self) -> list[URLPattern]:
        """The addresses, named `<app>_<model>_transition`, with the verb as their last word."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_transition"
        words = "|".join(verb.value for verb in ACTIONS)
        view = self.admin_site.admin_view(self.transition_view)
        return [re_path(rf"^(?P<pk>\d+)/(?P<word>{words})/$", view, name=name)]

    def transition_view(self, request: HttpRequest, pk: str, word: str) -> HttpResponse:
        """See the class. Answers 409 where the rules refuse or the edition moved meanwhile, and keeps what was typed."""
        verb = Verb(word)
        edition = self.get_object(request, pk)
        if not self.has_view_permission(request, edition):
            raise PermissionDenied
        if edition is None:
            raise Http404(_("There is no such edition."))
        if request.method == "POST":
            return self._do_transition(request, edition, verb)
        now = timezone.now()
        reasons = permissions.problems(verb, Attempt(edition, person(request), now))
        form = ACTIONS[verb].form(edition=edition)
        return self._ask_transition(request, edition, verb, form, now=now, reasons=reasons, possible=not reasons)

    def _do_transition(self, request: HttpRequest, edition: Edition, verb: Verb) -> HttpResponse:
        action, now = ACTIONS[verb], timezone.now()
        form = action.form(request.POST, edition=edition)
        if not form.is_valid():
            return self._ask_transition(request, edition, verb, form, now=now)
        try:
            # A form without a version was not made here; no edition has that one.
            edition.seen_version = form.cleaned_data["version"] or 0
            moved = action.function(edition, by=person(request), now=now, **form.arguments()) or edition
        except NotAllowed as refused:
            reasons = [_moved(edition) if reason.code == "moved" else reason for reason in refused.reasons]
            return self._refuse_transition(request, edition, verb, reasons, now=now)
        messages.success(request, consequences.done_message(verb, moved, now=now))
        return HttpResponseRedirect(addresses.screen_url(moved, "change", site=self.admin_site.name))

    def _refuse_transition(
        self, request: HttpRequest, edition: Edition, verb: Verb, reasons: list[Reason], *, now: datetime
    ) -> HttpResponse:
        """The page again, with the edition as it is now, the reasons, and everything that was typed."""
        present = self.get_object(request, str(edition.pk)) or edition
        form_class = ACTIONS[verb].form
        data = request.POST.copy()
        for name, value in form_class.on_screen(present).items():
            data[name] = str(value)
        form = form_class(data, edition=present)
        lasting = permissions.problems(verb, Attempt(present, person(request), now))
        return self._ask_transition(
            request, present, verb, form, now=now, reasons=reasons, possible=not lasting, status=_CONFLICT
        )

    def _ask_transition(
        self,
        request: HttpRequest,
        edition: Any,
        verb: Verb,
        form: forms.TransitionForm,
        *,
        now: datetime,
        reasons: list[Reason] | None = None,
        possible: bool = True,
        status: int = 200,
    ) -> HttpResponse:
        site = self.admin_site
        outlook = consequences.Outlook(edition, person(request), now)
        context = {
            **site.each_context(request),
            "title": verb.label,
            "opts": self.opts,
            "edition": edition,
            "verb": verb,
            "form": form,
            "reasons": reasons or [],
            "possible": possible,
            "consequences": consequences.consequences(verb, outlook) if possible else [],
            "grave": verb in GRAVE,
            "reads": verb in READING,
            "compares": verb in COMPARING,
            "now": now,
            "change_url": addresses.screen_url(edition, "change", site=site.name),
            "previews": [
                (code, addresses.screen_url(edition, "preview", code, site=site.name), edition.digest)
                for code in languages.codes()
            ],
        }
        if verb in COMPARING and possible:
            base = _compared_with(edition, now)
            context["base"] = base
            context["comparison"] = (
                comparison.compared(canonical.content_of(base), canonical.content_of(edition)) if base else None
            )
        request.current_app = site.name
        return TemplateResponse(request, "editorial/admin/transition.html", context, status=status)


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
