"""The site on which staff work: its name, its first page, and its language switch.

It stands outside `editorial.admin`, whose import registers models with the site and so needs it to exist already.
"""

from http import HTTPStatus
from typing import Any, cast

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth import REDIRECT_FIELD_NAME, get_user_model
from django.db import transaction
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.translation import check_for_language, get_language
from django.utils.translation import gettext_lazy as _

from editorial.base import clock, languages
from editorial.content import kinds
from editorial.states import OPEN, State
from editorial.web import login
from editorial.web.redirects import safe_target

#: How long a browser remembers the language chosen by somebody who has no account, in seconds: a year.
_YEAR = 365 * 24 * 60 * 60
#: Apps whose tables the first page lists first.
_APPS = ("editorial",)
#: Tables that the desks themselves lead to: planned releases, and what needs mending.
_ON_THE_DESKS = {"Release", "LinkUse"}


class Autocomplete(AutocompleteJsonView):
    """Autocompletion that names a document by its title."""

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        found = super().serialize_result(obj, to_field_name)
        label = getattr(obj, "label", None)
        return {**found, "text": str(label)} if label else found


class Site(AdminSite):
    """Entente's admin."""

    site_header = "Entente"
    site_title = "Entente"
    index_title = _("My desk")
    index_template = "editorial/admin/index.html"
    empty_value_display = "—"
    login_form = login.LoginForm
    # The screens are wide, and the first page is one step away in the breadcrumbs.
    enable_nav_sidebar = False

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Django's addresses, the desks', notices', and the language switch, which works before logging in."""
        # Here, since its import needs the site to exist.
        from editorial.admin import notices
        from editorial.admin.desk import desk
        from editorial.admin.names import former, screen
        from editorial.admin.people import staff

        own = [*desk.urls(self), *notices.urls(self), *staff.urls(self), *former.urls(self), *screen.urls(self)]
        return [path("language/", self.language_view, name="language"), *own, *super().get_urls()]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """The languages of the switch, for every page."""
        return {
            **super().each_context(request),
            "staff_languages": [(code, languages.autonym(code)) for code in languages.codes()],
            "staff_language": (get_language() or settings.LANGUAGE_CODE).split("-")[0],
        }

    def language_view(self, request: HttpRequest) -> HttpResponse:
        """Show the desks in another language from now on: kept with the account, and in a cookie before login."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        desk = reverse("admin:index", current_app=self.name)
        response = HttpResponseRedirect(safe_target(request, request.POST.get("next", ""), otherwise=desk))
        code = request.POST.get("language", "")
        if code in languages.codes() and check_for_language(code):
            _remember(request, response, code)
        return response

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Django's, but that a `next` that is refused leads to the desk, and that the browser is known from then on."""
        self._refuse_next(request)
        response = super().login(request, extra_context)
        if request.method == "POST" and request.user.is_authenticated:
            login.remember(response, request.user.get_username())
        return response

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """Django's; that somebody changed their own password goes on record."""
        from editorial.staff import accounts

        with transaction.atomic():
            response = super().password_change(request, extra_context)
            if request.method == "POST" and response.status_code == HTTPStatus.FOUND:
                accounts.password_changed(cast(Any, request.user), now=clock.now())
        return response

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """Django's, but that a `next` that is refused leads to the desk, which asks to log in again."""
        self._refuse_next(request)
        return super().logout(request, extra_context)

    def _refuse_next(self, request: HttpRequest) -> None:
        """Put the desk in the place of every `next` that leads elsewhere."""
        desk = reverse("admin:index", current_app=self.name)
        for name in ("GET", "POST"):
            given = getattr(request, name)
            if REDIRECT_FIELD_NAME in given:
                mended = given.copy()
                mended[REDIRECT_FIELD_NAME] = safe_target(request, given[REDIRECT_FIELD_NAME], otherwise=desk)
                setattr(request, name, mended)

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        """See `Autocomplete`."""
        return cast(HttpResponse, Autocomplete.as_view(admin_site=self)(request))

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """This person's desk; the kinds of content, what visitors say, and all else that they keep."""
        from editorial.admin.desk import desk

        desks = [each for each in self._registry.values() if hasattr(each, "desk_entry")]
        content = {kind.model._meta.object_name for kind in kinds.all_kinds()} | {
            each.opts.object_name for each in desks
        }
        content |= _ON_THE_DESKS
        others = [
            {**app, "models": [model for model in app["models"] if model["object_name"] not in content]}
            for app in self.get_app_list(request)
        ]
        context = {
            **desk.first_page(request),
            "kinds_of_content": self._kinds(request),
            "visitor_desks": [each.desk_entry(request) for each in desks if each.has_view_permission(request)],
            "other_apps": [app for app in others if app["models"]],
            **(extra_context or {}),
        }
        return super().index(request, context)

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The apps with their models; kinds of content come in the order in which they were registered."""
        order = {kind.model._meta.object_name: place for place, kind in enumerate(kinds.all_kinds())}
        apps = super().get_app_list(request, app_label)
        roles = [app for app in apps if app["app_label"] == "auth"]
        home = next((app for app in apps if app["app_label"] == "editorial"), None)
        if home is not None and roles and app_label is None:
            # Roles are Django's groups; they belong beside the people who have them.
            home["models"] += [{**model, "name": _("Roles")} for model in roles[0]["models"]]
            apps.remove(roles[0])
        for app in apps:
            app["models"].sort(key=lambda model: order.get(model["object_name"], len(order)))
        return sorted(apps, key=lambda app: _APPS.index(app["app_label"]) if app["app_label"] in _APPS else len(_APPS))

    def _kinds(self, request: HttpRequest) -> list[dict[str, Any]]:
        from editorial.models import Edition

        counts: dict[tuple[str, str], int] = {
            (row["document__kind"], row["state"]): row["count"]
            for row in Edition.objects.open().order_by().values("document__kind", "state").annotate(count=Count("pk"))
        }
        found = []
        for kind in kinds.all_kinds():
            model_admin = self._registry.get(kind.model)
            if model_admin is None or not model_admin.has_view_permission(request):
                continue
            meta = kind.model._meta
            url = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist", current_app=self.name)
            add = reverse(f"admin:{meta.app_label}_{meta.model_name}_add", current_app=self.name)
            found.append(
                {
                    "name": meta.verbose_name_plural,
                    "url": url,
                    "add_url": add if model_admin.has_add_permission(request) else None,
                    "counts": [
                        (state, counts.get((kind.key, state.value), 0), f"{url}?standing={state.value}")
                        for state in map(State, OPEN)
                    ],
                }
            )
        return found


def _remember(request: HttpRequest, response: HttpResponse, code: str) -> None:
    if request.user.is_authenticated:
        get_user_model()._default_manager.filter(pk=request.user.pk).update(language=code)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=_YEAR,
        path=settings.LANGUAGE_COOKIE_PATH,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
