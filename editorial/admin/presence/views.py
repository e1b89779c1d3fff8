"""Working side by side: who else has an edition open, what was saved meanwhile, and what somebody has not saved yet.

Three small addresses beside an edition's form: the window tells that it is there (`here/`), has what was typed kept
(`autosave/`), and shows what is kept (`unsaved/`). Everything that the first two answer is made by the templates that
show it when the form is opened, so that a page without scripts says the same.
"""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from editorial.admin import addresses, panels
from editorial.admin.base import person
from editorial.admin.conflicts import edit_form
from editorial.admin.form.entry import Sent
from editorial.admin.form.fields import Scope
from editorial.admin.form.state import FormState
from editorial.admin.presence import words
from editorial.admin.review import comparison
from editorial.admin.screen import EditionScreen
from editorial.base import clock, languages
from editorial.collaboration import autosave, presence
from editorial.content import canonical, kept
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
    """Note that this person has opened a screen; the context of `together/_notice.html`. Two queries."""
    by, now = person(request), clock.now()
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


class PresenceScreen(EditionScreen):
    """A window tells that it is there."""

    paths = {"here": "<int:pk>/here/"}

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A new token against forged requests."""
        return JsonResponse({"csrf": get_token(request)})

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The window is still there, or, with `leaving`, no longer.

        Answers what has changed for this window. Four queries; no permission is asked anew, since the window shows the
        token that it got when it was.
        """
        window = _window(request, pk)
        if window is None:
            return JsonResponse({"closed": True}, status=_CONFLICT)
        (tab, screen), by, now = window, person(request), clock.now()
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
        compare = self.kind_address("compare", pk)
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


class _UnsavedPage(EditionScreen):
    """Work of one's own that is not saved yet: for those who may write or translate."""

    def edition(self, request: HttpRequest, pk: str | int, language: str | None = None) -> Any:
        """As for every screen, but raises PermissionDenied to whoever may only read too."""
        if not self.admin.has_change_permission(request):
            raise PermissionDenied
        return super().edition(request, pk, language)


class AutosaveScreen(_UnsavedPage):
    """What is typed is kept for its author."""

    paths = {"autosave": "<int:pk>/autosave/"}

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep what the form says; with `offer`, say how it is offered. Files are not kept."""
        edition = self.edition(request, pk)
        by, now = person(request), clock.now()
        present = canonical.load(self.admin.kind, edition.pk)
        opened_on = request.POST.get("opened", "")
        base = kept.content(opened_on, kind=self.admin.kind.key)
        scope = Scope.for_user(by)
        given = edit_form.decided(self.admin, request, edition, scope, base or present)
        entry = self.admin.entry(base or present, scope=scope, edition=edition, sent=Sent(given.POST))
        typed = json.loads(json.dumps(entry.read(), default=str))
        try:
            unsaved = autosave.keep_unsaved(
                edition.pk, by=by, tab=tab_of(request), version=_number(request.POST.get("version")) or edition.version,
                based_on=opened_on if base else edition.digest, typed=typed, now=now, at=_at(request),
            )  # fmt: skip
        except NotAllowed as refused:
            return JsonResponse({"reasons": [reason.message for reason in refused.reasons]}, status=_CONFLICT)
        answer: dict[str, Any] = {
            "kept": unsaved.at.isoformat() if unsaved else None,
            "mine": unsaved is None or unsaved.tab == tab_of(request),
        }
        if "offer" in request.POST:
            context = {"together": _offer(self, edition, by=by), "edition": edition}
            answer["offer"] = render_to_string("editorial/admin/together/_unsaved.html", context, request=request)
        return JsonResponse(answer)


class UnsavedScreen(_UnsavedPage):
    """What this person typed and has not saved: `get` shows it, `post` throws it away."""

    paths = {"unsaved": "<int:pk>/unsaved/"}

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """It against the draft as it is now."""
        edition, by = self.edition(request, pk), person(request)
        unsaved = autosave.offered(edition, by=by)
        context = {
            "title": _("Your unsaved work"),
            "edition": edition,
            "change_url": self.address(edition, "change"),
            "together": _offer(self, edition, by=by, unsaved=unsaved) if unsaved else {},
            "comparison": comparison.compared(unsaved.present, unsaved.merged) if unsaved else None,
        }
        return self.page(request, "editorial/admin/together/unsaved.html", context)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Throw it away; with `quietly`, without a page after it."""
        edition, by = self.edition(request, pk), person(request)
        tab = autosave.tab_of(edition, by=by)
        autosave.drop(edition, by=by)
        if "quietly" in request.POST:
            return saved(request, HttpResponse(status=204), tab)
        messages.info(request, _("Your unsaved work was thrown away. The draft is as it was last saved."))
        return saved(request, HttpResponseRedirect(self.address(edition, "change")), tab)


def _offer(
    screen: EditionScreen, edition: Edition, *, by: Any, unsaved: autosave.Unsaved | None = None
) -> dict[str, Any]:
    """What `_unsaved.html` shows; an empty offer where nothing is unsaved."""
    unsaved = unsaved or autosave.offered(edition, by=by)
    if unsaved is None:
        return {}
    reasons = permissions.problems(Verb.SAVE, Attempt(edition, by, clock.now()))
    return {
        "unsaved": unsaved,
        "unsaved_languages": languages.names(autosave.languages_of(unsaved)),
        "restorable": not reasons,
        "moved_on": unsaved.row.based_on != edition.digest,
        "unsaved_url": screen.address(edition, "unsaved"),
        "resume_url": screen.address(edition, "change") + "?unsaved=1",
    }


def on_form(screen: EditionScreen, request: HttpRequest, edition: Edition | None, state: FormState) -> dict[str, Any]:
    """What the edit form needs for working side by side: who else has it open, and what this person has not saved."""
    by, label = person(request), screen.admin.opts.label_lower
    shared = {"keeps": settings.KEEP_UNSAVED_IN_BROWSER, "person": by.pk}
    if edition is None:
        return {**shared, "tab": tab_of(request), "keep_key": f"{label}:new"}
    offer = _offer(screen, edition, by=by) if state.conflict is None else {}
    took = state.conflict.kept_at if state.conflict is not None else None
    tab = autosave.tab_of(edition, by=by) if took else None
    return {
        **shared,
        **opened(request, edition, panels.Screen.FORM, tab=tab),
        **offer,
        "keep_key": f"{label}:{edition.pk}",
        "autosave_url": screen.address(edition, "autosave"),
    }


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


def _at(request: HttpRequest) -> datetime | None:
    """When it was typed by the browser's clock, in milliseconds since 1970 (UTC); none where it does not say."""
    text = request.POST.get("typed_at", "")
    if not (text.isascii() and text.isdigit() and len(text) < 15):
        return None
    return datetime.fromtimestamp(int(text) / 1000, tz=UTC)
