"""The releases: the list, one release's page, its steps, and the way of an edition into one."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, re_path
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from editorial import releases
from editorial.admin import addresses
from editorial.admin.base import Desk, is_key, person
from editorial.admin.releases import choosing, shown
from editorial.admin.releases.forms import FORMS, DescribeForm, StepForm
from editorial.base import clock, languages
from editorial.base.reasons import NotAllowed, Reason
from editorial.comparison import diff
from editorial.models import Edition, Release
from editorial.releases import GOING_PUBLIC, NotTogether, Refusal, Step
from editorial.states import Phase

PER_PAGE = 50
_CONFLICT = 409
#: The order of the buttons; the first that is possible and brings the release forward stands out.
_ORDER = (Step.FREEZE, Step.PUBLISH, Step.SCHEDULE, Step.UNSCHEDULE, Step.UNFREEZE, Step.DESCRIBE, Step.DISSOLVE)
_FORWARD = (Step.FREEZE, Step.PUBLISH)


@admin.register(Release)
class ReleaseDesk(Desk):
    """Screens of its own in the place of Django's list and form: a release is moved, never written field by field."""

    def get_urls(self) -> list[URLPattern]:
        """The steps and the ways in, then Django's own addresses."""
        wrap = self.admin_site.admin_view
        steps = "|".join(step.value for step in FORMS)
        return [
            re_path(rf"^(?P<pk>\d+)/(?P<word>{steps})/$", wrap(self.step_view), name="editorial_release_step"),
            path("<int:pk>/add/", wrap(self.add_edition_view), name="editorial_release_add_edition"),
            path("<int:pk>/remove/<int:edition>/", wrap(self.remove_view), name="editorial_release_remove"),
            path("join/<int:edition>/", wrap(self.join_view), name="editorial_release_join"),
            *super().get_urls(),
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Whoever may assemble."""
        found = releases.problems(Step.DESCRIBE, releases.Situation(Release(), ()), by=person(request), now=clock.now())
        return request.user.is_active and not found

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """All releases, those that are being assembled or frozen first, then the newest."""
        self.admit(request)
        chosen = request.GET.get("state", "")
        found = Release.objects.annotate(editions=Count("items")).select_related("made_by").order_by("-id")
        if chosen in Phase.values:
            found = found.filter(phase=chosen)
        page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
        context = {
            "title": capfirst(str(self.opts.verbose_name_plural)),
            "page": page,
            "page_range": page.paginator.get_elided_page_range(page.number),
            "phases": Phase.choices,
            "chosen": chosen if chosen in Phase.values else "",
            "now": clock.now(),
            "add_url": self.address("add") if self.has_add_permission(request) else "",
        }
        return self._screen(request, "list", {**context, **(extra_context or {})})

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """A new release."""
        self.admit(request)
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = DescribeForm(request.POST or None)
        reasons: list[Reason] = []
        if request.method == "POST" and form.is_valid():
            given = {name: value for name, value in form.arguments().items() if name != "version"}
            try:
                made = releases.create(by=person(request), now=clock.now(), **given)
            except NotAllowed as refused:
                reasons = refused.reasons
            else:
                messages.success(request, _("The release is there. Put its editions into it."))
                return HttpResponseRedirect(self.address("change", made.pk))
        context = {"title": _("New release"), "form": form, "reasons": reasons, "back_url": self.address("changelist")}
        return self._screen(request, "new", context, refused=bool(reasons))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """One release."""
        self.admit(request)
        return self._page(request, self._release(object_id))

    def step_view(self, request: HttpRequest, pk: str, word: str) -> HttpResponse:
        """Ask (GET), then (POST) take a step; answers 409 where it is refused, and keeps what was typed."""
        self.admit(request)
        release, step = self._release(pk), Step(word)
        if request.method != "POST":
            return self._ask(request, release, step, _form(step, release))
        form = _form(step, release, request.POST)
        if not form.is_valid():
            return self._ask(request, release, step, form)
        try:
            act = getattr(releases, step.value)
            act(release, by=person(request), now=clock.now(), **form.arguments())
        except NotAllowed as refused:
            return self._refuse(request, release.pk, step, refused)
        messages.success(request, shown.DONE[step])
        return HttpResponseRedirect(self.address("change", release.pk))

    def add_edition_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Put the edition that is being worked on, of the document that was chosen, into the release."""
        self.admit(request)
        release = self._release(str(pk))
        if request.method != "POST":
            return HttpResponseRedirect(self.address("change", release.pk))
        wanted = choosing.document_widget(self.admin_site.name).value_from_datadict(
            request.POST, request.FILES, "document"
        )
        try:
            edition = choosing.open_edition(wanted)
            releases.add(release, edition, by=person(request), now=clock.now())
        except NotAllowed as refused:
            return self._page(request, self._release(str(pk)), wanted=wanted, reasons=refused.reasons)
        messages.success(request, _("“%(title)s” is part of the release now.") % {"title": diff.title_of(edition)})
        return HttpResponseRedirect(self.address("change", release.pk))

    def remove_view(self, request: HttpRequest, pk: int, edition: int) -> HttpResponse:
        """Take one edition out."""
        self.admit(request)
        release = self._release(str(pk))
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        row: Edition = get_object_or_404(Edition, pk=edition)
        try:
            releases.remove(release, row, by=person(request), now=clock.now())
        except NotAllowed as refused:
            return self._page(request, self._release(str(pk)), reasons=refused.reasons)
        messages.success(request, _("“%(title)s” is no part of the release any more.") % {"title": diff.title_of(row)})
        return HttpResponseRedirect(self.address("change", release.pk))

    def join_view(self, request: HttpRequest, edition: int) -> HttpResponse:
        """Choose a release for an edition, or begin one with it."""
        self.admit(request)
        row: Edition = get_object_or_404(Edition.objects.select_related("document"), pk=edition)
        assembling = Release.objects.filter(phase=Phase.ASSEMBLING).annotate(editions=Count("items"))
        offered = list(assembling.order_by("planned_for", "-id")[:PER_PAGE])
        reasons: list[Reason] = []
        if request.method == "POST":
            try:
                release = choosing.join(
                    row,
                    chosen=request.POST.get("release", ""),
                    title=request.POST.get("title", ""),
                    by=person(request),
                    now=clock.now(),
                )
            except NotAllowed as refused:
                reasons = refused.reasons
            else:
                messages.success(request, _("“%(title)s” is part of the release now.") % {"title": diff.title_of(row)})
                return HttpResponseRedirect(self.address("change", release.pk))
        context = {
            "title": _("Add to a release"),
            "edition": row,
            "offered": offered,
            "chosen": request.POST.get("release", ""),
            "typed": request.POST.get("title", ""),
            "reasons": reasons,
            "back_url": addresses.screen_url(row, "change", site=self.admin_site.name),
        }
        return self._screen(request, "join", context, refused=bool(reasons))

    def _page(
        self, request: HttpRequest, release: Release, *, wanted: str = "", reasons: list[Reason] | None = None
    ) -> HttpResponse:
        now, by = clock.now(), person(request)
        editions = shown.editions_of(release)
        found = releases.Situation(release, editions)
        checked = (
            releases.outlook(found, now=now) if "check" in request.GET and release.phase != Phase.DISSOLVED else []
        )
        offered = releases.offered(found, by=by, now=now)
        steps = [step for step in _ORDER if step in offered]
        possible = [step for step in steps if not offered[step]]
        rows = shown.rows(editions, now=now, refusals=checked)
        context = {
            "title": release.title,
            "release": release,
            "scheduled": release.is_scheduled(now),
            "now": now,
            "rows": rows,
            "ready": sum(row.ready for row in rows),
            "checked": "check" in request.GET,
            "possible": [
                (step, self.address("step", release.pk, step.value), step == _main(possible)) for step in possible
            ],
            "impossible": [(step, offered[step]) for step in steps if offered[step]],
            "may_assemble": Step.ADD in offered and not offered[Step.ADD],
            "chooser": choosing.document_widget(self.admin_site.name).render("document", wanted, {"id": "id_document"}),
            "reasons": reasons or [],
            "may_grow": release.phase == Phase.ASSEMBLING,
        }
        return self._screen(request, "release", context, refused=bool(reasons))

    def _ask(
        self, request: HttpRequest, release: Release, step: Step, form: StepForm, *,
        reasons: list[Reason] | None = None, refusals: list[Refusal] | None = None, status: int = 200,
    ) -> HttpResponse:  # fmt: skip
        now, by = clock.now(), person(request)
        found = releases.Situation(release, shown.editions_of(release))
        against = releases.problems(step, found, by=by, now=now)
        if refusals is None and not against and step in (Step.FREEZE, Step.PUBLISH):
            refusals = releases.refusals(step, found, by=by, now=now)
        possible = not against and not (refusals and status == 200)
        context = {
            "title": step.label,
            "release": release,
            "step": step,
            "form": form,
            "possible": possible,
            "reasons": reasons or against,
            "refusals": refusals or [],
            "rows": shown.rows(found.editions, now=now),
            "consequences": shown.consequences(step, found, now=now),
            "grave": step == Step.DISSOLVE,
            "back_url": self.address("change", release.pk),
        }
        return self._screen(request, "ask", context, refused=status != 200)

    def _refuse(self, request: HttpRequest, pk: int, step: Step, refused: NotAllowed) -> HttpResponse:
        """The page again, with the release as it is now, the reasons, and everything that was typed."""
        present = self._release(str(pk))
        data = request.POST.copy()
        data["version"] = str(present.version)
        refusals = refused.refusals if isinstance(refused, NotTogether) else []
        return self._ask(
            request, present, step, _form(step, present, data), status=_CONFLICT,
            reasons=[] if refusals else refused.reasons, refusals=refusals,
        )  # fmt: skip

    def _release(self, pk: str) -> Release:
        related = ("made_by", "frozen_by", "published_by", "dissolved_by")
        found = Release.objects.select_related(*related).filter(pk=int(pk)).first() if is_key(pk) else None
        if found is None:
            raise Http404(_("There is no such release."))
        return found

    def _screen(
        self, request: HttpRequest, template: str, context: dict[str, Any], *, refused: bool = False
    ) -> HttpResponse:
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "list_url": self.address("changelist"),
            **context,
        }
        return TemplateResponse(
            request, f"editorial/admin/releases/{template}.html", context, status=_CONFLICT if refused else 200
        )


def _form(step: Step, release: Release, data: Any = None) -> StepForm:
    """The form of a step; as it is opened, or as it was sent."""
    lost = releases.languages_lost(releases.situation(release), now=clock.now()) if step in GOING_PUBLIC else {}
    named = [code for code in languages.codes() if any(code in codes for codes in lost.values())]
    form_class = FORMS[step]
    if data is None:
        return form_class(initial=form_class.on(release), languages_lost=named)
    return form_class(data, languages_lost=named)


def _main(possible: list[Step]) -> Step | None:
    return possible[0] if possible and possible[0] in _FORWARD else None
