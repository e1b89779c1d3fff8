"""The translation screen: source and target side by side, text by text, and the translator's word for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from js_asset import Media

from editorial.admin import request_cache
from editorial.admin.base import person
from editorial.admin.conflicts import decisions
from editorial.admin.conflicts.conflict import Conflict
from editorial.admin.conflicts.content import Merged
from editorial.admin.screen import EditionScreen
from editorial.admin.translating import rows as rows_module
from editorial.admin.translating.form import TranslationForm
from editorial.base import clock, languages
from editorial.base.reasons import NotAllowed, Reason
from editorial.checks.glossary import Terms
from editorial.content import canonical, change_note, kept, parity
from editorial.content.canonical import Content
from editorial.content.parity import Parity
from editorial.models import Edition
from editorial.richtext import field as richtext_field
from editorial.states import State
from editorial.translating import attested, progress, saving, units
from editorial.translating.progress import Progress
from editorial.translating.units import Unit
from editorial.workflow import drafts

#: The longest text about which hints are asked for while it is typed, in characters.
_LONGEST = 200_000


@dataclass
class Screen:
    """What is shown beside the texts."""

    form: TranslationForm | None
    opened: str
    readonly: Sequence[Reason] = ()
    reasons: Sequence[Reason] = ()
    conflict: Conflict | None = None
    lost: Mapping[str, str] = field(default_factory=dict)
    status: int = 200


@dataclass(frozen=True)
class LanguageTab:
    """One language of the edition on the screen: how it stands, how far it is, and where its screen is."""

    code: str
    name: str
    status: str
    status_label: str
    url: str
    progress: Progress | None
    shown: bool


class TranslateScreen(EditionScreen):
    """The texts of an edition in one language; for reading, where somebody may not translate."""

    paths = {"translate": "<int:pk>/translate/<slug:language>/"}

    def get(self, request: HttpRequest, pk: int, language: str) -> HttpResponse:
        """Show the texts."""
        edition = self.edition(request, pk, language)
        if language == edition.source_language:
            return self._to_form(request, edition)
        value = request_cache.content_of_edition(request, edition)
        readonly = saving.reasons(edition, language, by=person(request), now=clock.now())
        found = self._units(edition, language, value)
        form = None if readonly else TranslationForm(units=found, language=language, edition=edition)
        screen = Screen(form, opened=edition.digest, readonly=readonly)
        return self._show(request, edition, language, value, found, screen)

    def post(self, request: HttpRequest, pk: int, language: str) -> HttpResponse:
        """Save what was sent and record the translator's word."""
        edition = self.edition(request, pk, language)
        if language == edition.source_language:
            return self._to_form(request, edition)
        return self._save(request, edition, language, request_cache.content_of_edition(request, edition))

    def _to_form(self, request: HttpRequest, edition: Edition) -> HttpResponse:
        messages.info(request, _("This is the language that the edition is written in; it is edited on its form."))
        return HttpResponseRedirect(self.address(edition, "change"))

    # Saving

    def _save(self, request: HttpRequest, edition: Edition, language: str, value: Content) -> HttpResponse:
        by, now = person(request), clock.now()
        found = self._units(edition, language, value)
        opened = request.POST.get("opened", "")
        data = self._decided(request, edition, language, value)
        form = TranslationForm(data, units=found, language=language, edition=edition)
        attest = "_attest" in request.POST or "_valid" in request.POST
        sound = form.is_valid()
        lost = form.unknown()
        try:
            if sound:
                texts = {**form.texts(), **lost}
                outcome = saving.save(edition.pk, language, texts, by=by, now=now, opened=opened, attest=attest)
                return self._saved(request, form, language, outcome, attest)
            refused = saving.reasons(edition, language, by=by, now=now)
            screen = Screen(form, opened, reasons=refused, status=HTTPStatus.CONFLICT if refused else 200)
        except NotAllowed as refusal:
            screen = Screen(form, opened, reasons=refusal.reasons, status=HTTPStatus.CONFLICT)
        except drafts.Stale:
            edition = self.edition(request, edition.pk, language)
            value = canonical.content_of(edition)
            return self._in_conflict(request, edition, language, value, {**form.sent(), **lost})
        except Edition.DoesNotExist as error:
            raise Http404(_("There is no such edition or language.")) from error
        return self._show(request, edition, language, value, found, screen)

    def _saved(
        self, request: HttpRequest, form: TranslationForm, language: str, outcome: saving.Outcome, attest: bool
    ) -> HttpResponse:
        for sentence in form.removed:
            messages.warning(request, sentence)
        name = languages.name(language)
        if outcome.changed:
            messages.success(request, _("Saved."))
        elif not attest:
            messages.info(request, _("Nothing was changed."))
        if outcome.attested and outcome.still_valid:
            messages.success(
                request, _("Recorded: %(language)s is still valid, no change needed.") % {"language": name}
            )
        elif outcome.attested:
            text = _("Recorded: %(language)s is a translation of the present source text.")
            messages.success(request, text % {"language": name})
        for reason in outcome.refused:
            messages.warning(request, reason.message)
        return HttpResponseRedirect(request.get_full_path())

    def _decided(self, request: HttpRequest, edition: Edition, language: str, value: Content) -> QueryDict:
        """What was sent, with what was chosen where two had changed the same text (see `_in_conflict`)."""
        if not decisions.has_choices(request.POST):
            return request.POST
        base = _opened_on(request, value)
        opened = TranslationForm(units=self._units(edition, language, base), language=language, edition=edition)
        data = request.POST.copy()
        decisions.decide_values(data, opened.as_sent)
        return data

    def _in_conflict(
        self, request: HttpRequest, edition: Edition, language: str, value: Content, typed: dict[str, str]
    ) -> HttpResponse:
        """The screen again, with what was typed and what others saved put together; nothing was changed."""
        base = _opened_on(request, value)
        found = self._units(edition, language, value)
        rich = {unit.path for unit in found if unit.rich}
        clean = {
            path: richtext_field.clean(text) if path in rich else text.replace("\r", "") for path, text in typed.items()
        }
        mine, lost = saving.on_opened(base, value, language, clean)
        merged = Merged.merge(self.admin.kind, base=base, now=value, typed=mine)
        texts = {unit.path: saving.text_at(merged.content, language, unit.path) for unit in found}
        form = TranslationForm(units=found, language=language, edition=edition, typed=texts)
        conflict = merged.conflict(edition, form.on_form, within=(edition.source_language, language))
        readonly = saving.reasons(edition, language, by=person(request), now=clock.now())
        screen = Screen(
            form, edition.digest, reasons=readonly, conflict=conflict, lost=lost, status=HTTPStatus.CONFLICT
        )
        return self._show(request, edition, language, value, found, screen)

    # Showing

    def _units(self, edition: Edition, language: str, value: Content) -> list[Unit]:
        """The texts in the order of the form."""
        return units.units_of(
            value,
            language,
            base=attested.attested_base(edition, language),
            fields=[name for _title, names in self.admin.groups for name in names],
            parts=[(inline.model, inline.names) for inline in self.admin.parts],
            noted=change_note.is_note_wanted(edition),
        )

    def _show(
        self, request: HttpRequest, edition: Edition, language: str, value: Content, found: list[Unit], screen: Screen
    ) -> HttpResponse:
        all_rows = rows_module.rows(found, Terms.between(edition.source_language, language), screen.form)
        chosen = request.GET.get("show", "all")
        chosen = chosen if chosen in rows_module.FILTERS and screen.status == 200 else "all"
        shown = [row for row in all_rows if row.under(chosen) or (row.field is not None and row.field.errors)]
        media = Media.from_media(screen.form.media) if screen.form is not None else Media()
        errors = sum(bool(row.field.errors) for row in all_rows if row.field is not None) if screen.form else 0
        context = {
            "title": _("Translate into %(language)s") % {"language": languages.name(language)},
            "edition": edition,
            "language": language,
            "language_name": languages.name(language),
            "source_name": languages.name(edition.source_language),
            "screen": screen,
            "media": media.with_nonce(getattr(request, "csp_nonce", "")),
            "groups": rows_module.groups(shown, value),
            "filters": rows_module.filters(all_rows, chosen),
            "progress": progress.of_units(found),
            "tongues": self._tongues(edition, language),
            "status": Parity(edition.language_status.get(language, Parity.MISSING)),
            "complete": not parity.lacking_paths(value, language),
            "was_attested": any(unit.attested for unit in found),
            "error_total": errors,
            "change_url": self.address(edition, "change"),
            "hints_url": self.address(edition, "translate_hints", language),
            "xliff_url": self.address(edition, "translate_xliff", language),
            "import_url": self.address(edition, "translate_import", language),
            "is_draft": edition.state == State.DRAFT,
        }
        return self.page(request, "editorial/admin/translate/screen.html", context, status=screen.status)

    def _tongues(self, edition: Edition, shown: str) -> list[LanguageTab]:
        counted = progress.of_editions([edition]).get(edition.pk, {})
        found = []
        for code in languages.codes():
            if code == edition.source_language:
                continue
            how = Parity(edition.language_status.get(code, Parity.MISSING))
            url = self.address(edition, "translate", code)
            name = languages.name(code)
            found.append(LanguageTab(code, name, how.value, str(how.label), url, counted.get(code), code == shown))
        return found


def _opened_on(request: HttpRequest, value: Content) -> Content:
    """The content on which the screen was opened that was sent; the present one where nobody knows that."""
    return kept.content(request.POST.get("opened", ""), kind=value["kind"]) or value


class HintsScreen(EditionScreen):
    """The glossary's hints for a text that is being typed; nothing is saved."""

    paths = {"translate_hints": "<int:pk>/translate/<slug:language>/hints/"}

    def post(self, request: HttpRequest, pk: int, language: str) -> HttpResponse:
        """The hints, as {"html": …}."""
        edition = self.edition(request, pk, language)
        target = request.POST.get("text", "")
        source = saving.text_at(canonical.content_of(edition), edition.source_language, request.POST.get("path", ""))
        terms = Terms.between(edition.source_language, language)
        found = terms.hints(source, target[:_LONGEST])
        return JsonResponse(
            {"html": render_to_string("editorial/admin/translate/_hints.html", {"hints": found, "language": language})}
        )
