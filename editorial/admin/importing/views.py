"""Moving in, in the admin: choose files, look at what becomes of them, make the draft."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.admin import addresses
from editorial.admin.base import ModelAdmin, person
from editorial.admin.importing import report
from editorial.admin.importing.forms import FilesForm, kept_places
from editorial.base import languages
from editorial.content import canonical, kinds
from editorial.content.kinds import Kind
from editorial.importing import making
from editorial.importing.blocks import Reading
from editorial.importing.making import Plan
from editorial.models import Edition, Intake
from editorial.states import Verb
from editorial.workflow import drafts
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed, Reason

_CONFLICT = 409
_UNREADABLE = 422  # RFC 9110: understood, but its content cannot be used


class ImportMixin(ModelAdmin):
    """Two screens under the kind's list: `import/` asks for files, `import/<uuid>/` shows what they become.

    Two and not one, because people should see what is left out before there is a draft, and put back with a tick what
    should not have been. What was read waits in an `Intake`; the draft is made from that and nothing from the browser.
    """

    def import_urls(self) -> list[URLPattern]:
        """The addresses, named `<app>_<model>_import`, `…_import_into` (a draft) and `…_import_preview`."""
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        wrap = self.admin_site.admin_view
        return [
            path("import/", wrap(self.import_view), name=f"{name}_import"),
            path("import/<uuid:uuid>/", wrap(self.import_preview_view), name=f"{name}_import_preview"),
            path("<int:pk>/import/", wrap(self.import_view), name=f"{name}_import_into"),
        ]

    @property
    def import_kind(self) -> Kind:
        """The kind of content that files become here. Raises Http404 where they cannot."""
        kind = kinds.kind_of_model(self.model)
        if not making.offers(kind):
            raise Http404(_("Files cannot be imported here."))
        return kind

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The list, with the button beside “Add” for those who may write."""
        offered = making.offers(kinds.kind_of_model(self.model)) and permissions.may_write(person(request))
        url = self._import_address("import") if offered else ""
        return super().changelist_view(request, {"import_url": url, **(extra_context or {})})

    def render_change_form(
        self, request: HttpRequest, context: Any, add: bool = False, change: bool = False, form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:  # fmt: skip
        """The edit form, with the report above it for whoever comes from an import."""
        if obj is not None and obj.pk and "imported" in request.GET:
            context = {**context, "import_reports": report.of_edition(obj, request.GET["imported"])}
        return super().render_change_form(request, context, add=add, change=change, form_url=form_url, obj=obj)

    # Choosing files

    def import_view(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """Ask for files, or read those that were sent. Files that are sound are kept while another is sent anew."""
        kind, by, now = self.import_kind, person(request), timezone.now()
        into = self._into(request, pk)
        reasons = self._import_reasons(request, into)
        given = request.POST.get("intake", "") if request.method == "POST" else request.GET.get("intake", "")
        intake = self._waiting(request, given, into) or Intake(
            kind=kind.key, by=by, into=into, source_language=self._source_language(request, into), at=now
        )
        if request.method != "POST" or reasons:
            form = FilesForm(intake=intake)
            return self._files_screen(request, intake, form, reasons, status=_CONFLICT if reasons else 200)
        form = FilesForm(request.POST, request.FILES, intake=intake)
        sound = form.is_valid()
        intake.readings = {code: reading.as_json() for code, reading in form.readings.items()}
        intake.source_language = form.source_language
        intake.at = now
        making.sweep(now)
        if intake.readings or not intake._state.adding:
            intake.save()
        if not sound:
            # Bound anew, because what was read meanwhile stands beside its field now; not validated anew.
            again = FilesForm(request.POST, intake=intake, said=form.errors)
            return self._files_screen(request, intake, again, [], status=_UNREADABLE)
        return HttpResponseRedirect(self._import_address("import_preview", intake.pk))

    def _into(self, request: HttpRequest, pk: int | None) -> Any:
        if not self.has_view_permission(request):
            raise PermissionDenied
        if pk is None:
            return None
        edition = self.get_object(request, str(pk))
        if edition is None:
            raise Http404(_("There is no such edition."))
        return edition

    def _import_reasons(self, request: HttpRequest, into: Edition | None) -> list[Reason]:
        """Why nothing can be imported there. Raises PermissionDenied for whoever may not write at all."""
        if not permissions.may_write(person(request)):
            raise PermissionDenied
        return (
            permissions.problems(Verb.SAVE, Attempt(into, person(request), timezone.now())) if into is not None else []
        )

    def _waiting(self, request: HttpRequest, uuid: str, into: Edition | None) -> Intake | None:
        """What this person sent for this place and has not yet made a draft of."""
        try:
            wanted = UUID(uuid)
        except ValueError:
            return None
        own = Intake.objects.filter(by=person(request), kind=self.import_kind.key, into=into, made=None)
        return own.select_related("into__document").filter(pk=wanted).first()

    def _source_language(self, request: HttpRequest, into: Edition | None) -> str:
        wanted = into.source_language if into is not None else person(request).language
        return wanted if wanted in languages.codes() else languages.codes()[0]

    def _files_screen(
        self, request: HttpRequest, intake: Intake, form: FilesForm, reasons: list[Reason], *, status: int
    ) -> HttpResponse:
        context = {"form": form, "intake": None if intake._state.adding else intake, "reasons": reasons}
        return self._import_screen(request, "editorial/admin/import_files.html", intake, context, status=status)

    # Looking and making

    def import_preview_view(self, request: HttpRequest, uuid: UUID) -> HttpResponse:
        """Show what the files become (GET, or POST with `_show`), or make the draft (POST)."""
        kind = self.import_kind
        self._import_reasons(request, None)
        own = Intake.objects.filter(by=person(request), kind=kind.key).select_related(
            "into__document", "made__document"
        )
        intake = own.filter(pk=uuid).first()
        if intake is None:
            return self._gone(request)
        if intake.made is not None:
            return self._to_draft(intake.made)
        if request.method == "POST" and "_show" not in request.POST:
            try:
                return self._make(request, intake)
            except Intake.DoesNotExist:
                # Its day ended between the two looks at it.
                return self._gone(request)
        return self._preview_screen(request, intake)

    def _gone(self, request: HttpRequest) -> HttpResponse:
        messages.error(request, _("These files are no longer kept. Choose them again."))
        return HttpResponseRedirect(self._import_address("import"))

    def _plan(self, request: HttpRequest, intake: Intake) -> Plan:
        """What the files become, with what was ticked put back."""
        readings = {code: Reading.from_json(reading) for code, reading in intake.readings.items()}
        return making.plan(
            self.import_kind,
            readings,
            source_language=intake.source_language,
            keep=kept_places(request.POST.getlist("keep"), readings),
            before=canonical.content_of(intake.into) if intake.into is not None else None,
            document_id=intake.into.document_id if intake.into is not None else None,
        )

    def _make(self, request: HttpRequest, intake: Intake) -> HttpResponse:
        reasons: list[Reason] = []
        try:
            with transaction.atomic():
                held = Intake.objects.select_for_update(of=("self",)).select_related("into__document").get(pk=intake.pk)
                if held.made_id is None:
                    made = self._plan(request, held)
                    version = _version(request) if held.into is not None else None
                    row = making.make(
                        made,
                        kind=self.import_kind,
                        by=person(request),
                        now=timezone.now(),
                        into=held.into,
                        version=version,
                    )
                    held.made_id, held.readings = row.pk, {}
                    held.save(update_fields=["made", "readings"])
        except NotAllowed as refused:
            reasons = list(refused.reasons)
        except drafts.Stale:
            message = _("Somebody saved the draft since you opened this page. Look at it again as it would be now.")
            reasons = [Reason("moved", message)]
        if reasons:
            return self._preview_screen(request, self._again(intake), reasons=reasons)
        done = Intake.objects.select_related("made__document").get(pk=intake.pk)
        count = len(intake.readings)
        if intake.into is not None:
            text = ngettext(
                "%(count)s file was taken into this draft.", "%(count)s files were taken into this draft.", count
            )
        else:
            text = ngettext(
                "The draft was made from %(count)s file.", "The draft was made from %(count)s files.", count
            )
        messages.success(request, text % {"count": count})
        return self._to_draft(done.made)

    @staticmethod
    def _again(intake: Intake) -> Intake:
        return Intake.objects.select_related("into__document").get(pk=intake.pk)

    def _to_draft(self, edition: Any) -> HttpResponse:
        return HttpResponseRedirect(addresses.screen_url(edition, "change", site=self.admin_site.name) + "?imported=1")

    def _preview_screen(
        self, request: HttpRequest, intake: Intake, reasons: list[Reason] | None = None
    ) -> HttpResponse:
        plan = self._plan(request, intake)
        source = plan.content["fields"]["source_language"]
        shown = [code for code in languages.codes() if code in plan.versions or code == source]
        context = {
            "intake": intake,
            "plan": plan,
            "fields": report.fields(plan, shown),
            "rows": report.rows(plan, shown),
            "shown": shown,
            "source_language": source,
            "reports": [report.of_version(plan.versions[code]) for code in plan.languages],
            "leaves_out": any(version.left_out() for version in plan.versions.values()),
            "kept": set(request.POST.getlist("keep")),
            "reasons": reasons or [],
            "files_url": f"{self._files_address(intake)}?intake={intake.pk}",
        }
        status = _CONFLICT if reasons else 200
        return self._import_screen(request, "editorial/admin/import_preview.html", intake, context, status=status)

    # Both

    def _import_screen(
        self, request: HttpRequest, template: str, intake: Intake, context: Mapping[str, Any], *, status: int
    ) -> HttpResponse:
        site = self.admin_site
        request.current_app = site.name
        into = intake.into
        title = (
            _("Import into: %(title)s") % {"title": into}
            if into is not None
            else _("Import: %(kind)s") % {"kind": self.opts.verbose_name}
        )
        back = (
            addresses.screen_url(into, "change", site=site.name)
            if into is not None
            else self._import_address("changelist")
        )
        shared = {**site.each_context(request), "opts": self.opts, "title": title, "into": into, "back_url": back}
        return TemplateResponse(request, template, {**shared, **context}, status=status)

    def _files_address(self, intake: Intake) -> str:
        return self._import_address("import_into", intake.into_id) if intake.into_id else self._import_address("import")

    def _import_address(self, name: str, *args: Any) -> str:
        return reverse(f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_{name}", args=args)


def _version(request: HttpRequest) -> int:
    """The version of the draft that was shown; one that was not sent is older than any."""
    try:
        return int(request.POST.get("version", ""))
    except ValueError:
        return -1
