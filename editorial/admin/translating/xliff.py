"""XLIFF in the admin: out, for one edition or many; back, looked at before anything is taken."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect

from editorial.admin import addresses
from editorial.admin.base import person
from editorial.admin.translating import sheets as sheets_module
from editorial.admin.translating import uploads as intakes
from editorial.admin.translating.screen import TranslateMixin
from editorial.base import languages
from editorial.base.files import filenames, store
from editorial.base.reasons import Reason
from editorial.models import Edition, Intake
from editorial.states import State
from editorial.translating import saving
from editorial.translating.xliff import assessing, reading, report, taking, writing
from editorial.translating.xliff.assessing import Assessment, Verdict
from editorial.workflow import drafts
from editorial.workflow.rules import permissions

_CONFLICT = 409
_UNREADABLE = 422  # RFC 9110: understood, but its content cannot be used
#: The most editions that are written at once.
_MOST = 200


class XliffMixin(TranslateMixin):
    """`<pk>/translate/<language>/xliff/` and `…/import/` for one edition, `xliff/` under the list for many."""

    def xliff_urls(self) -> list[URLPattern]:
        """The addresses, named `…_translate_xliff`, `…_translate_import`, `…_xliff`, `…_xliff_export`, `…_xliff_preview`."""
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        wrap = self.admin_site.admin_view
        return [
            path(
                "<int:pk>/translate/<slug:language>/xliff/", wrap(self.xliff_one_view), name=f"{name}_translate_xliff"
            ),
            path(
                "<int:pk>/translate/<slug:language>/import/",
                wrap(self.xliff_back_view),
                name=f"{name}_translate_import",
            ),
            path(
                "<int:pk>/translate/<slug:language>/import/<uuid:uuid>/",
                wrap(self.xliff_preview_view),
                name=f"{name}_translate_preview",
            ),
            path("xliff/", wrap(self.xliff_view), name=f"{name}_xliff"),
            path("xliff/export/", wrap(self.xliff_export_view), name=f"{name}_xliff_export"),
            path("xliff/<uuid:uuid>/", wrap(self.xliff_preview_view), name=f"{name}_xliff_preview"),
        ]

    def get_actions(self, request: HttpRequest) -> Any:
        """The list's actions, and XLIFF."""
        found: dict[str, Any] = super().get_actions(request)
        found["xliff"] = (_to_xliff, "xliff", _("Translate outside (XLIFF)"))
        return found

    # Out

    def xliff_one_view(self, request: HttpRequest, pk: int, language: str) -> HttpResponse:
        """One edition in one language as a document; `?only=todo` leaves out what is done."""
        edition = self.to_translate(request, pk, language)
        if language == edition.source_language:
            return HttpResponseRedirect(addresses.screen_url(edition, "change", site=self.admin_site.name))
        pair = writing.Pair(edition, language)
        data = writing.write([pair], now=timezone.now(), only_to_do=request.GET.get("only") == "todo")
        return _file(data, "application/xliff+xml", writing.file_name(pair))

    def xliff_export_view(self, request: HttpRequest) -> HttpResponse:
        """Many editions (`?edition=`, repeated) in some languages (`?language=`) as a zip; `?only=todo` as above."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        codes = [code for code in languages.codes() if code in request.GET.getlist("language")]
        pairs = writing.pairs_of(self._chosen_editions(request), codes)
        if not pairs:
            messages.warning(request, _("Choose at least one edition, and a language that it is not written in."))
            return HttpResponseRedirect(f"{self._xliff_address('xliff')}?{request.GET.urlencode()}")
        data = writing.archive(pairs, now=timezone.now(), only_to_do=request.GET.get("only") == "todo")
        return _file(data, "application/zip", f"xliff-{timezone.now():%Y-%m-%d}.zip")

    def _chosen_editions(self, request: HttpRequest) -> list[Edition]:
        wanted = [int(pk) for pk in request.GET.getlist("edition") if pk.isascii() and pk.isdigit() and len(pk) < 19]
        found = self.model._default_manager.filter(pk__in=wanted[:_MOST]).select_related("document")
        return list(found.order_by("pk"))

    # The page for many

    @method_decorator(csrf_protect)
    def xliff_view(self, request: HttpRequest) -> HttpResponse:
        """Choose languages for the chosen editions (GET), or send files back (POST)."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return self._back(request, None, "")

    @method_decorator(csrf_protect)
    def xliff_back_view(self, request: HttpRequest, pk: int, language: str) -> HttpResponse:
        """Send the file of one edition and language back."""
        return self._back(request, self.to_translate(request, pk, language), language)

    def _back(self, request: HttpRequest, into: Edition | None, language: str) -> HttpResponse:
        problem = ""
        upload = request.FILES.get("file")
        if request.method == "POST" and upload is None:
            problem = _("Choose the file that came back.")
        elif request.method == "POST" and upload is not None:
            name = filenames.sent(upload.name or "")[-filenames.MOST :] or "xliff"
            try:
                if (upload.size or 0) > reading.MOST_UNPACKED:
                    most = reading.MOST_UNPACKED // 1024**2
                    raise reading.Unreadable(_("It is too large: at most %(most)s MB are read.") % {"most": most})
                with store.storing():
                    sent = upload.read()
                kept = intakes.keep_upload(
                    name, sent, by=person(request), now=timezone.now(), into=into, language=language
                )
            except store.NotStored as error:
                problem = str(error)
            except reading.Unreadable as error:
                problem = _("“%(name)s” cannot be read. %(problem)s") % {"name": name, "problem": error}
            else:
                return HttpResponseRedirect(self._preview_address(kept, into, language))
        context = {
            "title": _("Translate outside (XLIFF)"),
            "problem": problem,
            "chosen": [] if into is not None else self._chosen_editions(request),
            "asked": request.GET.getlist("language"),
            "choices": [(code, languages.name(code)) for code in languages.codes()],
            "own": permissions.writable_languages(person(request)),
            "may_take": bool(permissions.writable_languages(person(request))),
            "export_url": self._xliff_address("xliff_export"),
        }
        return self._xliff_screen(request, "back", into, language, context, status=_UNREADABLE if problem else 200)

    # Looking and taking

    @method_decorator(csrf_protect)
    def xliff_preview_view(self, request: HttpRequest, uuid: UUID, pk: int = 0, language: str = "") -> HttpResponse:
        """What the files would do (GET), `?report=csv` as a table; take what is ticked (POST)."""
        into = self.to_translate(request, pk, language) if pk else None
        if not self.has_view_permission(request):
            raise PermissionDenied
        kept = intakes.waiting(uuid, by=person(request), into=into, language=language)
        if kept is None:
            messages.error(request, _("These files are no longer kept. Choose them again."))
            return HttpResponseRedirect(self._back_address(into, language))
        only = (into.pk, language) if into is not None else None
        by, now = person(request), timezone.now()
        if intakes.outcome(kept) is None and request.method == "POST":
            reasons = self._take(request, kept, only)
            if not reasons:
                return HttpResponseRedirect(request.path)
            found = [assessing.assess(sent, by=by, now=now, only=only) for sent in intakes.files(kept)]
            return self._preview(request, kept, into, language, found, reasons=reasons)
        if intakes.outcome(kept) is not None:
            if request.GET.get("report") == "csv":
                return _file(intakes.report(kept).encode(), "text/csv; charset=utf-8", "xliff-report.csv")
            context = {"title": _("What was taken"), "outcome": intakes.outcome(kept), "kept": kept}
            return self._xliff_screen(request, "done", into, language, context)
        found = [assessing.assess(sent, by=by, now=now, only=only) for sent in intakes.files(kept)]
        if request.GET.get("report") == "csv":
            data = report.as_csv([taking.Taken(each) for each in found]).encode()
            return _file(data, "text/csv; charset=utf-8", "xliff-report.csv")
        return self._preview(request, kept, into, language, found)

    def _take(self, request: HttpRequest, kept: Intake, only: tuple[int, str] | None) -> list[Reason]:
        """Take what is ticked, each file in a transaction of its own; why nothing is, where somebody saved meanwhile.

        One transaction for all would hold many documents at once, and wait for people who wait for it.
        """
        by, now = person(request), timezone.now()
        ticked = set(request.POST.getlist("take"))
        files = list(intakes.files(kept))
        opened = [request.POST.get(f"opened-{place}", "") for place in range(len(files))]
        reasons = [
            reason
            for sent, seen in zip(files, opened, strict=True)
            for reason in _moved(assessing.assess(sent, by=by, now=now, only=only), seen)
        ]
        # Claimed first, so that a button pressed twice takes everything once.
        if reasons or not intakes.claim(kept):
            return reasons
        done = []
        for place, sent in enumerate(files):
            chosen = {value.partition(":")[2] for value in ticked if value.partition(":")[0] == str(place)}
            try:
                done.append(taking.take(sent, by=by, now=now, only=only, chosen=chosen, opened=opened[place] or None))
            except drafts.Stale:
                found = assessing.assess(sent, by=by, now=now, only=only)
                found.reasons.append(
                    Reason("moved", _("Somebody saved it at this very moment. Send the file once more."))
                )
                done.append(taking.Taken(found))
        intakes.finish(kept, [self._outcome(each) for each in done], report.as_csv(done))
        return []

    def _outcome(self, done: taking.Taken) -> dict[str, Any]:
        """What came of one file, as it is shown and kept."""
        found = done.assessment
        called = report.names(done)
        refused = [[called.get(one.path, one.path), one.reason, one.text] for one in found.of(Verdict.REFUSED)]
        counts = found.counts()
        edition, language = found.edition, found.language
        known = edition is not None and language in languages.codes()
        return {
            "file": found.sent.name,
            "title": str(edition) if edition is not None else "",
            "language": language,
            "reasons": [str(reason) for reason in found.reasons],
            "taken": [called.get(one, one) for one in done.paths],
            "unchanged": counts["unchanged"],
            "empty": counts["empty"],
            "left": counts["take"] + counts["conflict"] - len(done.paths),
            "refused": refused,
            "absent": found.absent,
            "url": addresses.screen_url(edition, "translate", language, site=self.admin_site.name)
            if known and edition is not None and language != edition.source_language
            else "",
        }

    def _preview(
        self,
        request: HttpRequest,
        kept: Intake,
        into: Edition | None,
        language: str,
        found: list[Assessment],
        *,
        reasons: Sequence[Reason] = (),
    ) -> HttpResponse:
        ticked = request.POST.getlist("take") if request.method == "POST" else None
        sheets = [
            sheets_module.sheet(each, place, ticked, site=self.admin_site.name) for place, each in enumerate(found)
        ]
        context = {
            "title": _("What comes back"),
            "name": intakes.name_of(kept),
            "sheets": sheets,
            "reasons": list(reasons),
            "can_be_taken": any(sheet.can_be_taken for sheet in sheets),
            "back_url": self._back_address(into, language),
        }
        status = _CONFLICT if reasons else 200
        return self._xliff_screen(request, "preview", into, language, context, status=status)

    # Both

    def _xliff_screen(
        self,
        request: HttpRequest,
        name: str,
        into: Edition | None,
        language: str,
        context: dict[str, Any],
        *,
        status: int = 200,
    ) -> HttpResponse:
        site = self.admin_site
        request.current_app = site.name
        shared = {
            **site.each_context(request),
            "opts": self.opts,
            "edition": into,
            "language": language,
            "State": State,
        }
        if into is not None:
            shared["change_url"] = addresses.screen_url(into, "change", site=site.name)
            shared["translate_url"] = addresses.screen_url(into, "translate", language, site=site.name)
        template = f"editorial/admin/translate/xliff_{name}.html"
        return TemplateResponse(request, template, {**shared, **context}, status=status)

    def _back_address(self, into: Edition | None, language: str) -> str:
        if into is None:
            return self._xliff_address("xliff")
        return addresses.screen_url(into, "translate_import", language, site=self.admin_site.name)

    def _preview_address(self, kept: Intake, into: Edition | None, language: str) -> str:
        if into is None:
            return self._xliff_address("xliff_preview", kept.pk)
        return addresses.screen_url(into, "translate_preview", language, kept.pk, site=self.admin_site.name)

    def _xliff_address(self, name: str, *args: Any) -> str:
        return reverse(f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_{name}", args=args)


def _moved(found: Assessment, opened: str) -> list[Reason]:
    """That source or translation changed since the person compared the file with them."""
    if found.content is None or not opened or not saving.has_moved(opened, found.content, found.language):
        return []
    message = _("Somebody saved “%(title)s” since you opened this page. Look at it again below.")
    return [Reason("moved", message % {"title": found.edition})]


def _to_xliff(modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse:
    """On to the page where the languages are chosen."""
    keys = list(queryset.order_by("pk").values_list("pk", flat=True)[:_MOST])
    url = reverse(f"{modeladmin.admin_site.name}:{modeladmin.opts.app_label}_{modeladmin.opts.model_name}_xliff")
    return HttpResponseRedirect(f"{url}?{urlencode({'edition': keys}, doseq=True)}")


def _file(data: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
