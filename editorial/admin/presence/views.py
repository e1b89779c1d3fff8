"""Working side by side: who else has an edition open, what was saved meanwhile, and what somebody has not saved yet.

Three small addresses beside an edition's form: the window tells that it is there (`here/`), has what was typed kept
(`autosave/`), and shows what is kept (`unsaved/`). Everything that the first two answer is made by the templates that show it
when the form is opened, so that a page without scripts says the same.
"""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.admin import addresses, panels
from editorial.admin.base import ModelAdmin, person
from editorial.admin.conflicts import choices
from editorial.admin.form.entry import Sent
from editorial.admin.form.fields import Scope
from editorial.admin.presence import words
from editorial.admin.review import comparison
from editorial.base import languages
from editorial.collaboration import autosave, presence
from editorial.content import canonical
from editorial.models import Edition
from editorial.states import State, Verb
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed

_SALT = "editorial.together"
#: By this cookie a browser learns that what it keeps of a window was saved, wherever the save leads.
SAVED_COOKIE = "entente_saved"
_CONFLICT = 409


def tab_of(request: HttpRequest) -> UUID:
    """The window's token: the one that it sent, else a new one."""
    try:
        return UUID(request.POST.get("tab", ""))
    except ValueError:
        return uuid4()


def saved(request: HttpRequest, response: HttpResponse, tab: UUID | None = None) -> HttpResponse:
    """The answer to a save, which tells the browser that it need keep the words of this window no longer.

    :param tab: the window, if it is not the one that sent the request.
    """
    if tab is None and request.POST.get("tab"):
        tab = tab_of(request)
    if tab is not None:
        response.set_cookie(
            SAVED_COOKIE, str(tab), max_age=600, path=reverse("admin:index"), secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )  # fmt: skip
    return response


def token(edition: Edition, *, by: Any, tab: UUID, screen: str) -> str:
    """What a window shows to tell of itself: that this person could open this screen of this edition."""
    return signing.dumps([edition.pk, by.pk, str(tab), screen], salt=_SALT)


def _window(request: HttpRequest, pk: int) -> tuple[UUID, str] | None:
    """The window and its screen, if it was opened by this very person and is not older than a session can be."""
    try:
        given = signing.loads(request.POST.get("token", ""), salt=_SALT, max_age=settings.SESSION_COOKIE_AGE)
    except signing.BadSignature:
        return None
    if given[:2] != [pk, person(request).pk]:
        return None
    return UUID(given[2]), given[3]


def opened(request: HttpRequest, edition: Edition, screen: str, *, tab: UUID | None = None) -> dict[str, Any]:
    """Note that this person has opened a screen; the context of `editorial/admin/together/_notice.html`. Two queries."""
    by, now = person(request), timezone.now()
    tab = tab or tab_of(request)
    presence.note_window(edition.pk, by=by, tab=tab, screen=screen, now=now, beating=False)
    look = presence.look_for_window(edition.pk, by=by, tab=tab, now=now)
    return {
        "tab": tab,
        "token": token(edition, by=by, tab=tab, screen=screen),
        "here_url": addresses.screen_url(edition, "here"),
        "seconds": presence.BEAT_SECONDS,
        "others": words.sentences_about_others(look, screen=screen) if look else [],
    }


@panels.aside(
    panels.Screen.REVIEW,
    panels.Screen.TRANSLATE,
    template="editorial/admin/together/_notice.html",
    order=5,
    scripts=("editorial/together.js",),
)
def others_beside(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    """Who else has this edition open, on the screens beside the form."""
    match = request.resolver_match
    translating = match is not None and "translat" in (match.url_name or "")
    screen = panels.Screen.TRANSLATE if translating else panels.Screen.REVIEW
    return {"together": {**opened(request, edition, screen), "form_version": edition.version}, "aside": True}


class TogetherMixin(ModelAdmin):
    """The addresses and the notices of the form."""

    def together_urls(self) -> list[URLPattern]:
        """The addresses, named `<app>_<model>_here` and so on."""
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/here/", wrap(self.here_view), name=f"{name}_here"),
            path("<int:pk>/autosave/", wrap(self.autosave_view), name=f"{name}_autosave"),
            path("<int:pk>/unsaved/", wrap(self.unsaved_view), name=f"{name}_unsaved"),
        ]

    # A window tells of itself

    def here_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """POST: the window is still there (or, with `leaving`, no longer); GET: a new token against forged requests.

        Answers what has changed for this window. Four queries; no permission is asked anew, since the window shows the
        token that it got when it was.
        """
        if request.method != "POST":
            return JsonResponse({"csrf": get_token(request)})
        window = _window(request, pk)
        if window is None:
            return JsonResponse({"closed": True}, status=_CONFLICT)
        (tab, screen), by, now = window, person(request), timezone.now()
        if "leaving" in request.POST:
            presence.forget_window(tab, by=by)
            return HttpResponse(status=204)
        language = request.POST.get("language", "")
        presence.note_window(
            pk, by=by, tab=tab, screen=screen, now=now, editing="editing" in request.POST,
            language=language if language in languages.codes() else "",
        )  # fmt: skip
        look = presence.look_for_window(pk, by=by, tab=tab, now=now)
        if look is None:
            return JsonResponse({"closed": True}, status=_CONFLICT)
        sent = request.POST
        news = words.news(look, by=by, opened=sent.get("opened", ""), state=sent.get("state", ""))
        compare = reverse(f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_compare", args=(pk,))
        context = {
            "others": words.sentences_about_others(look, screen=screen),
            "news": news,
            "is_form": screen == panels.Screen.FORM,
            "compare_url": f"{compare}?before={sent.get('opened', '')}&after={look.edition.digest}",
            "differs": look.edition.digest != sent.get("opened", ""),
            "is_draft": look.edition.state == State.DRAFT,
        }
        return JsonResponse(
            {
                "others": render_to_string("editorial/admin/together/_others.html", context),
                "news": render_to_string("editorial/admin/together/_news.html", context) if news else "",
            }
        )

    # What is not saved yet

    def autosave_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """POST: keep what the form says for its author; with `offer`, say how it is offered. Files are not kept."""
        edition = self._own_edition(request, pk)
        if request.method != "POST":
            return HttpResponse(status=405, headers={"Allow": "POST"})
        by, now = person(request), timezone.now()
        present = canonical.load(self.kind, edition.pk)  # type: ignore[attr-defined]  # of ContentMixin
        opened_on = request.POST.get("opened", "")
        base = choices.opened_on(self.kind, opened_on)  # type: ignore[attr-defined]
        scope = Scope.of(by)
        given = self._decided(request, edition, scope, base or present)  # type: ignore[attr-defined]
        entry = self._entry(  # type: ignore[attr-defined]
            base or present, scope=scope, edition=edition, sent=Sent(given.POST)
        )
        typed = json.loads(json.dumps(entry.read(), default=str))
        try:
            kept = autosave.keep_unsaved(
                edition.pk, by=by, tab=tab_of(request), version=_number(request.POST.get("version")) or edition.version,
                based_on=opened_on if base else edition.digest, typed=typed, now=now, at=_at(request),
            )  # fmt: skip
        except NotAllowed as refused:
            return JsonResponse({"reasons": [reason.message for reason in refused.reasons]}, status=_CONFLICT)
        answer: dict[str, Any] = {
            "kept": kept.at.isoformat() if kept else None,
            "mine": kept is None or kept.tab == tab_of(request),
        }
        if "offer" in request.POST:
            context = {"together": self._offer(edition, by=by), "edition": edition}
            answer["offer"] = render_to_string("editorial/admin/together/_unsaved.html", context, request=request)
        return JsonResponse(answer)

    def unsaved_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What this person typed and has not saved, against the draft as it is now; POST throws it away."""
        edition = self._own_edition(request, pk)
        by, site = person(request), self.admin_site
        if request.method == "POST":
            tab = autosave.tab_of(edition, by=by)
            autosave.drop(edition, by=by)
            if "quietly" in request.POST:
                return saved(request, HttpResponse(status=204), tab)
            messages.info(request, _("Your unsaved work was thrown away. The draft is as it was last saved."))
            return saved(request, HttpResponseRedirect(addresses.screen_url(edition, "change", site=site.name)), tab)
        unsaved = autosave.offered(edition, by=by)
        request.current_app = site.name
        context = {
            **site.each_context(request),
            "title": _("Your unsaved work"),
            "opts": self.opts,
            "edition": edition,
            "change_url": addresses.screen_url(edition, "change", site=site.name),
            "together": self._offer(edition, by=by, unsaved=unsaved) if unsaved else {},
            "comparison": comparison.compared(unsaved.present, unsaved.merged) if unsaved else None,
        }
        return TemplateResponse(request, "editorial/admin/together/unsaved.html", context)

    def _own_edition(self, request: HttpRequest, pk: int) -> Edition:
        if not (self.has_view_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied
        edition: Edition | None = self.get_object(request, str(pk))
        if edition is None:
            raise Http404(_("There is no such edition."))
        return edition

    def _offer(self, edition: Edition, *, by: Any, unsaved: autosave.Unsaved | None = None) -> dict[str, Any]:
        """What `_unsaved.html` shows; an empty offer where nothing is unsaved."""
        unsaved = unsaved or autosave.offered(edition, by=by)
        if unsaved is None:
            return {}
        site = self.admin_site.name
        reasons = permissions.problems(Verb.SAVE, Attempt(edition, by, timezone.now()))
        return {
            "unsaved": unsaved,
            "unsaved_languages": languages.names(autosave.languages_of(unsaved)),
            "restorable": not reasons,
            "moved_on": unsaved.row.based_on != edition.digest,
            "unsaved_url": addresses.screen_url(edition, "unsaved", site=site),
            "resume_url": addresses.screen_url(edition, "change", site=site) + "?unsaved=1",
        }

    # The form

    def render_change_form(
        self, request: HttpRequest, context: Any, add: bool = False, change: bool = False, form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:  # fmt: skip
        """The form, with who else has it open and what this person has not saved."""
        context = {**context, "together": self._together(request, obj, context.get("screen"))}
        return super().render_change_form(request, context, add=add, change=change, form_url=form_url, obj=obj)

    def _together(self, request: HttpRequest, edition: Edition | None, screen: Any) -> dict[str, Any]:
        by = person(request)
        shared = {"keeps": settings.KEEP_UNSAVED_IN_BROWSER, "person": by.pk}
        if edition is None:
            key = f"{self.opts.label_lower}:new"
            return {**shared, "tab": tab_of(request), "keep_key": key}
        offer = self._offer(edition, by=by) if screen is not None and screen.meeting is None else {}
        took = screen.meeting.kept_at if screen is not None and screen.meeting is not None else None
        tab = autosave.tab_of(edition, by=by) if took else None
        return {
            **shared,
            **opened(request, edition, panels.Screen.FORM, tab=tab),
            **offer,
            "keep_key": f"{self.opts.label_lower}:{edition.pk}",
            "autosave_url": addresses.screen_url(edition, "autosave", site=self.admin_site.name),
        }


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


def _at(request: HttpRequest) -> datetime | None:
    """When it was typed by the browser's clock, in milliseconds since 1970 (UTC); none where it does not say."""
    text = request.POST.get("typed_at", "")
    if not (text.isascii() and text.isdigit() and len(text) < 15):
        return None
    return datetime.fromtimestamp(int(text) / 1000, tz=UTC)
