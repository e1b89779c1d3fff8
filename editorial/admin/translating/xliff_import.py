"""XLIFF files that come back: looked at before anything is taken."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.admin.base import person
from editorial.admin.translating import sheets as sheets_module
from editorial.admin.translating import uploads as intakes
from editorial.admin.translating.xliff_page import MOST, XliffPage, file_response
from editorial.base import clock, languages
from editorial.base.files import filenames, store
from editorial.base.reasons import Reason
from editorial.content import canonical
from editorial.models import Edition, Intake
from editorial.translating import saving
from editorial.translating.xliff import assessing, reading, report, taking
from editorial.translating.xliff.assessing import Assessment, Verdict
from editorial.translating.xliff.reading import SentFile
from editorial.workflow import drafts
from editorial.workflow.rules import permissions

_CONFLICT = 409
_UNREADABLE = 422  # RFC 9110: understood, but its content cannot be used


class XliffUploadScreen(XliffPage):
    """Where files are sent back: one edition's, or those of many, with the languages in which they go out."""

    paths = {"xliff": "xliff/", "translate_import": "<int:pk>/translate/<slug:language>/import/"}

    def get(self, request: HttpRequest, pk: int | None = None, language: str = "") -> HttpResponse:
        """Ask for the file, and for the languages."""
        return self._show(request, self.into(request, pk, language), language)

    def post(self, request: HttpRequest, pk: int | None = None, language: str = "") -> HttpResponse:
        """Read the file, and on to what it would do; 422 where it cannot be read."""
        into = self.into(request, pk, language)
        upload = request.FILES.get("file")
        if upload is None:
            return self._show(request, into, language, _("Choose the file that came back."))
        name = filenames.sent(upload.name or "")[-filenames.MOST :] or "xliff"
        try:
            if (upload.size or 0) > reading.MOST_UNPACKED:
                most = reading.MOST_UNPACKED // 1024**2
                raise reading.Unreadable(_("It is too large: at most %(most)s MB are read.") % {"most": most})
            with store.storing():
                sent = upload.read()
            kept = intakes.keep_upload(name, sent, by=person(request), now=clock.now(), into=into, language=language)
        except store.NotStored as error:
            return self._show(request, into, language, str(error))
        except reading.Unreadable as error:
            problem = _("“%(name)s” cannot be read. %(problem)s") % {"name": name, "problem": error}
            return self._show(request, into, language, problem)
        if into is None:
            return HttpResponseRedirect(self.kind_address("xliff_preview", kept.pk))
        return HttpResponseRedirect(self.address(into, "translate_preview", language, kept.pk))

    def _show(self, request: HttpRequest, into: Edition | None, language: str, problem: str = "") -> HttpResponse:
        writable = permissions.writable_languages(person(request))
        context = {
            "title": _("Translate outside (XLIFF)"),
            "problem": problem,
            "chosen": [] if into is not None else self.chosen_editions(request),
            "asked": request.GET.getlist("language"),
            "choices": [(code, languages.name(code)) for code in languages.codes()],
            "own": writable,
            "may_take": bool(writable),
            "export_url": self.kind_address("xliff_export"),
        }
        return self.xliff_page(request, "back", into, language, context, status=_UNREADABLE if problem else 200)


class XliffPreviewScreen(XliffPage):
    """What the files that were sent back would do: `get` shows it, `post` takes what is ticked."""

    paths = {
        "xliff_preview": "xliff/<uuid:uuid>/",
        "translate_preview": "<int:pk>/translate/<slug:language>/import/<uuid:uuid>/",
    }

    def get(self, request: HttpRequest, uuid: UUID, pk: int | None = None, language: str = "") -> HttpResponse:
        """What they would do, or what came of them; `?report=csv` as a table."""
        into = self.into(request, pk, language)
        kept = intakes.waiting(uuid, by=person(request), into=into, language=language)
        if kept is None:
            return self._gone(request, into, language)
        as_table = request.GET.get("report") == "csv"
        if intakes.outcome(kept) is not None:
            if as_table:
                return file_response(intakes.report(kept).encode(), "text/csv; charset=utf-8", "xliff-report.csv")
            return self._done(request, kept, into, language)
        found = _assessed(request, kept, into, language)
        if as_table:
            data = report.as_csv([taking.Taken(each) for each in found]).encode()
            return file_response(data, "text/csv; charset=utf-8", "xliff-report.csv")
        return self._show(request, kept, into, language, found)

    def post(self, request: HttpRequest, uuid: UUID, pk: int | None = None, language: str = "") -> HttpResponse:
        """Take what is ticked, once; 409 where somebody saved since the page was opened."""
        into = self.into(request, pk, language)
        kept = intakes.waiting(uuid, by=person(request), into=into, language=language)
        if kept is None:
            return self._gone(request, into, language)
        if intakes.outcome(kept) is not None:
            return self._done(request, kept, into, language)
        reasons = self._take(request, kept, _only(into, language))
        if not reasons:
            return HttpResponseRedirect(request.path)
        return self._show(request, kept, into, language, _assessed(request, kept, into, language), reasons=reasons)

    def _gone(self, request: HttpRequest, into: Edition | None, language: str) -> HttpResponse:
        messages.error(request, _("These files are no longer kept. Choose them again."))
        return HttpResponseRedirect(self.back_address(into, language))

    def _done(self, request: HttpRequest, kept: Intake, into: Edition | None, language: str) -> HttpResponse:
        context = {"title": _("What was taken"), "outcome": intakes.outcome(kept), "kept": kept}
        return self.xliff_page(request, "done", into, language, context)

    def _take(self, request: HttpRequest, kept: Intake, only: tuple[int, str] | None) -> list[Reason]:
        """Take what is ticked, each file in a transaction of its own; why nothing is, where somebody saved meanwhile.

        One transaction for all would hold many documents at once, and wait for people who wait for it.
        """
        by, now = person(request), clock.now()
        ticked = set(request.POST.getlist("take"))
        files = list(intakes.files(kept))
        opened = [request.POST.get(f"opened-{place}", "") for place in range(len(files))]
        reasons = [reason for sent, seen in zip(files, opened, strict=True) for reason in _moved(sent, seen)]
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
        refused = [
            [called.get(one.path, one.path), one.reason, one.text] for one in found.with_verdict(Verdict.REFUSED)
        ]
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
            "url": self.address(edition, "translate", language)
            if known and edition is not None and language != edition.source_language
            else "",
        }

    def _show(
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
        site = self.admin.admin_site.name
        sheets = [sheets_module.sheet(each, place, ticked, site=site) for place, each in enumerate(found)]
        context = {
            "title": _("What comes back"),
            "name": intakes.name_of(kept),
            "sheets": sheets,
            "reasons": list(reasons),
            "can_be_taken": any(sheet.can_be_taken for sheet in sheets),
            "back_url": self.back_address(into, language),
        }
        status = _CONFLICT if reasons else 200
        return self.xliff_page(request, "preview", into, language, context, status=status)


def _only(into: Edition | None, language: str) -> tuple[int, str] | None:
    """The edition and the language that files may be for; none for any."""
    return (into.pk, language) if into is not None else None


def _assessed(request: HttpRequest, kept: Intake, into: Edition | None, language: str) -> list[Assessment]:
    """What each file would do now."""
    by, now, only = person(request), clock.now(), _only(into, language)
    return [assessing.assess(sent, by=by, now=now, only=only) for sent in intakes.files(kept)]


def _moved(sent: SentFile, opened: str) -> list[Reason]:
    """That source or translation changed since the person compared the file with them."""
    edition = assessing.named_edition(sent) if opened else None
    if edition is None or edition.digest == opened:
        return []
    if not saving.has_moved(opened, canonical.content_of(edition), sent.target_language):
        return []
    message = _("Somebody saved “%(title)s” since you opened this page. Look at it again below.")
    return [Reason("moved", message % {"title": edition})]


@admin.action(description=gettext_lazy("Translate outside (XLIFF)"))
def xliff(modeladmin: Any, request: HttpRequest, queryset: Any) -> HttpResponse:
    """The list's action: on to the page where the languages are chosen."""
    keys = list(queryset.order_by("pk").values_list("pk", flat=True)[:MOST])
    url = reverse(f"{modeladmin.admin_site.name}:{XliffUploadScreen.url_name(modeladmin, 'xliff')}")
    return HttpResponseRedirect(f"{url}?{urlencode({'edition': keys}, doseq=True)}")
