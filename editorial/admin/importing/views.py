"""Moving in, in the admin: choose files, look at what becomes of them, make the draft."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.admin.base import person
from editorial.admin.importing import report
from editorial.admin.importing.forms import FilesForm, kept_places
from editorial.admin.screen import EditionScreen
from editorial.base import clock, languages
from editorial.content import canonical
from editorial.content.kinds import Kind
from editorial.importing import draft_creation
from editorial.importing.blocks import Reading
from editorial.importing.draft_creation import Plan
from editorial.models import Edition, Intake
from editorial.states import Verb
from editorial.workflow import drafts
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed, Reason

_CONFLICT = 409
_UNREADABLE = 422  # RFC 9110: understood, but its content cannot be used


class ImportPage(EditionScreen):
    """What the two screens of an import have in common."""

    def import_kind(self) -> Kind:
        """The kind of content that files become here. Raises Http404 where they cannot."""
        kind = self.admin.kind
        if not draft_creation.offers(kind):
            raise Http404(_("Files cannot be imported here."))
        return kind

    def import_page(
        self, request: HttpRequest, template: str, intake: Intake, context: Mapping[str, Any], *, status: int
    ) -> HttpResponse:
        """A page about what was sent, or will be: its title and the way back are those of the place of the draft."""
        into = intake.into
        title = (
            _("Import into: %(title)s") % {"title": into}
            if into is not None
            else _("Import: %(kind)s") % {"kind": self.admin.opts.verbose_name}
        )
        back = self.address(into, "change") if into is not None else self.kind_address("changelist")
        shared = {"title": title, "into": into, "back_url": back}
        return self.page(request, template, {**shared, **context}, status=status)


class ImportScreen(ImportPage):
    """Choosing files, for a new draft or into one.

    An import has two screens and not one, because people should see what is left out before there is a draft, and put
    back with a tick what should not have been. What was read waits in an `Intake`; the draft is made from that and
    nothing from the browser.
    """

    paths = {"import": "import/", "import_into": "<int:pk>/import/"}

    def get(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """Ask for files; 409 where nothing can be imported there."""
        intake, reasons = self._asked(request, pk, request.GET.get("intake", ""))
        return self._show(request, intake, FilesForm(intake=intake), reasons, status=_CONFLICT if reasons else 200)

    def post(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """Read the files that were sent. Those that are sound are kept while another is sent again (422)."""
        intake, reasons = self._asked(request, pk, request.POST.get("intake", ""))
        if reasons:
            return self._show(request, intake, FilesForm(intake=intake), reasons, status=_CONFLICT)
        form = FilesForm(request.POST, request.FILES, intake=intake)
        sound = form.is_valid()
        intake.readings = {code: reading.as_json() for code, reading in form.readings.items()}
        intake.source_language = form.source_language
        intake.at = clock.now()
        draft_creation.sweep(intake.at)
        if intake.readings or not intake._state.adding:
            intake.save()
        if not sound:
            # Bound again, because what was read meanwhile stands beside its field now; not validated again.
            again = FilesForm(request.POST, intake=intake, said=form.errors)
            return self._show(request, intake, again, [], status=_UNREADABLE)
        return HttpResponseRedirect(self.kind_address("import_preview", intake.pk))

    def _asked(self, request: HttpRequest, pk: int | None, given: str) -> tuple[Intake, list[Reason]]:
        """What this person has sent so far for this place, or nothing yet; and why nothing can be imported there.

        :param given: the key of an intake, from the address or the form.
        """
        kind, by, now = self.import_kind(), person(request), clock.now()
        if not self.admin.has_view_permission(request):
            raise PermissionDenied
        into = self.edition(request, pk) if pk is not None else None
        _require_writer(request)
        reasons = permissions.problems(Verb.SAVE, Attempt(into, by, now)) if into is not None else []
        intake = _waiting(request, kind, given, into) or Intake(
            kind=kind.key, by=by, into=into, source_language=_source_language(request, into), at=now
        )
        return intake, reasons

    def _show(
        self, request: HttpRequest, intake: Intake, form: FilesForm, reasons: list[Reason], *, status: int
    ) -> HttpResponse:
        context = {"form": form, "intake": None if intake._state.adding else intake, "reasons": reasons}
        return self.import_page(request, "editorial/admin/import_files.html", intake, context, status=status)


class ImportPreviewScreen(ImportPage):
    """What the files become: `get` shows it, `post` makes the draft, or with `_show` shows it with what was ticked."""

    paths = {"import_preview": "import/<uuid:uuid>/"}

    def get(self, request: HttpRequest, uuid: UUID) -> HttpResponse:
        """Show it; where the draft is made already, on to the draft."""
        intake = self._intake(request, uuid)
        if intake is None:
            return self._gone(request)
        return self._to_draft(intake.made) if intake.made is not None else self._show(request, intake)

    def post(self, request: HttpRequest, uuid: UUID) -> HttpResponse:
        """Make the draft, once; 409 where that is refused."""
        if "_show" in request.POST:
            return self.get(request, uuid)
        intake = self._intake(request, uuid)
        if intake is None:
            return self._gone(request)
        if intake.made is not None:
            return self._to_draft(intake.made)
        try:
            return self._make(request, intake)
        except Intake.DoesNotExist:
            # Its day ended between the two looks at it.
            return self._gone(request)

    def _intake(self, request: HttpRequest, uuid: UUID) -> Intake | None:
        kind = self.import_kind()
        _require_writer(request)
        mine = Intake.objects.filter(by=person(request), kind=kind.key)
        return mine.select_related("into__document", "made__document").filter(pk=uuid).first()

    def _gone(self, request: HttpRequest) -> HttpResponse:
        messages.error(request, _("These files are no longer kept. Choose them again."))
        return HttpResponseRedirect(self.kind_address("import"))

    def _plan(self, request: HttpRequest, intake: Intake) -> Plan:
        """What the files become, with what was ticked put back."""
        readings = {code: Reading.from_json(reading) for code, reading in intake.readings.items()}
        return draft_creation.plan(
            self.import_kind(),
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
                    row = draft_creation.make(
                        made,
                        kind=self.import_kind(),
                        by=person(request),
                        now=clock.now(),
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
            return self._show(request, _present(intake), reasons=reasons)
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

    def _to_draft(self, edition: Any) -> HttpResponse:
        return HttpResponseRedirect(self.address(edition, "change") + "?imported=1")

    def _show(self, request: HttpRequest, intake: Intake, reasons: list[Reason] | None = None) -> HttpResponse:
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
        return self.import_page(request, "editorial/admin/import_preview.html", intake, context, status=status)

    def _files_address(self, intake: Intake) -> str:
        return self.kind_address("import_into", intake.into_id) if intake.into_id else self.kind_address("import")


def _require_writer(request: HttpRequest) -> None:
    """Raises PermissionDenied for whoever may not write at all."""
    if not permissions.may_write(person(request)):
        raise PermissionDenied


def _waiting(request: HttpRequest, kind: Kind, uuid: str, into: Edition | None) -> Intake | None:
    """What this person sent for this place and has not yet made a draft of."""
    try:
        wanted = UUID(uuid)
    except ValueError:
        return None
    mine = Intake.objects.filter(by=person(request), kind=kind.key, into=into, made=None)
    return mine.select_related("into__document").filter(pk=wanted).first()


def _present(intake: Intake) -> Intake:
    """The intake as it is now."""
    return Intake.objects.select_related("into__document").get(pk=intake.pk)


def _source_language(request: HttpRequest, into: Edition | None) -> str:
    wanted = into.source_language if into is not None else person(request).language
    return wanted if wanted in languages.codes() else languages.codes()[0]


def _version(request: HttpRequest) -> int:
    """The version of the draft that was shown; one that was not sent is older than any."""
    try:
        return int(request.POST.get("version", ""))
    except ValueError:
        return -1
