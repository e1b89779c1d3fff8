"""A screen of a kind's admin: an object with its addresses, what it shows (`get`) and what it does (`post`)."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views import View

from editorial.admin import addresses
from editorial.admin.kind_admin import KindAdmin
from editorial.base import languages
from editorial.models import Edition


class EditionScreen(View):
    """What every screen of a kind's admin can do; a screen defines `paths`, and `get` or `post` or both.

    A screen is made for each request and knows the admin of its kind, but no other screen: what two of them need
    is a function, or a class that both stand on. It is added in `EditionAdmin.screens`; a kind may put its own there::

        class CompareScreen(EditionScreen):
            paths = {"compare": "<int:pk>/compare/"}

            def get(self, request: HttpRequest, pk: int) -> HttpResponse: ...
    """

    #: The routes under the address of the kind, by the last part of their names: `<app>_<model>_compare`.
    paths: ClassVar[Mapping[str, str]] = {}
    #: The admin of the kind; given by `urls`.
    admin: KindAdmin = None  # type: ignore[assignment]  # as_view sets only what the class has

    @classmethod
    def urls(cls, admin: KindAdmin) -> list[URLPattern]:
        """The addresses of the screen in the admin of one kind."""
        view = admin.admin_site.admin_view(cls.as_view(admin=admin))
        return [path(route, view, name=cls.url_name(admin, name)) for name, route in cls.paths.items()]

    @staticmethod
    def url_name(admin: KindAdmin, name: str) -> str:
        """The name of an address as Django's own admin names it, without the site's."""
        return f"{admin.opts.app_label}_{admin.opts.model_name}_{name}"

    def edition(self, request: HttpRequest, pk: str | int, language: str | None = None) -> Any:
        """The edition of this kind, a row of the kind's model.

        :param language: the content language that the address names, for screens whose address names one.
        :raises PermissionDenied: to whoever may not read editions.
        :raises Http404: where there is no such edition, or no such language.
        """
        found = self.admin.get_object(request, str(pk))
        if not self.admin.has_view_permission(request, found):
            raise PermissionDenied
        if language is not None and (found is None or language not in languages.codes()):
            raise Http404(_("There is no such edition or language."))
        if found is None:
            raise Http404(_("There is no such edition."))
        return found

    def address(self, edition: Edition, name: str, *args: Any) -> str:
        """The address of a screen of an edition, on the site of this admin (see `addresses.of`)."""
        return addresses.screen_url(edition, name, *args, site=self.admin.admin_site.name)

    def kind_address(self, name: str, *args: Any) -> str:
        """The address of a screen of the kind, such as its list."""
        return reverse(f"{self.admin.admin_site.name}:{self.url_name(self.admin, name)}", args=args)

    def page(
        self, request: HttpRequest, template: str, context: Mapping[str, Any], *, status: int = 200
    ) -> HttpResponse:
        """A page of the admin.

        :param context: what the template needs beside the site's own context and `opts`.
        :param status: an HTTP status code.
        """
        site = self.admin.admin_site
        request.current_app = site.name
        shared = {**site.each_context(request), "opts": self.admin.opts}
        return TemplateResponse(request, template, {**shared, **context}, status=status)


def instead_of(
    screens: Sequence[type[EditionScreen]], usual: type[EditionScreen], other: type[EditionScreen]
) -> tuple[type[EditionScreen], ...]:
    """The screens with `other` in the place of `usual`, for a kind that needs more of one of them.

    :raises ValueError: where `usual` is none of them.
    """
    place = list(screens).index(usual)
    return (*screens[:place], other, *screens[place + 1 :])
