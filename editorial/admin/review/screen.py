"""The review screen: the change as a reader sees it, what speaks for and against it, and the decision, in one place."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from editorial.admin import addresses, request_cache
from editorial.admin.base import person
from editorial.admin.review import assign as assign_module
from editorial.admin.review import reading
from editorial.admin.review import sides as sides_module
from editorial.admin.review.assign import AssignForm
from editorial.admin.review.decisions import DECISIONS, Choice, Review
from editorial.admin.review.reading import File
from editorial.admin.workflow import consequences
from editorial.admin.workflow import transition_forms as forms
from editorial.admin.workflow.transition import ACTIONS, TransitionMixin
from editorial.base import languages
from editorial.base.files import store
from editorial.base.reasons import NotAllowed, Reason
from editorial.content import canonical, kinds
from editorial.models import Edition
from editorial.states import Verb
from editorial.workflow import assignment


class ReviewMixin(TransitionMixin):
    """The review screen, and the two verbs that are decided on it: their own addresses lead here, their POST comes back here."""

    def review_urls(self) -> list[URLPattern]:
        """The screen's address, named `<app>_<model>_review`, and that of giving the work to somebody, `…_assign`."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_review"
        view, assign = self.admin_site.admin_view(self.review_view), self.admin_site.admin_view(self.assign_view)
        return [
            path("<int:pk>/review/", view, name=name),
            path("<int:pk>/assign/", assign, name=f"{self.opts.app_label}_{self.opts.model_name}_assign"),
        ]

    def review_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The screen.

        `?against=` a digest or “nothing”; `?language=` once for each language to show; `?whole=1` shows what did not change
        too; `?preview=` shows the page that the public would see in that language.
        """
        return self._review_screen(request, self._reviewed(request, str(pk)), now=timezone.now())

    def transition_view(self, request: HttpRequest, pk: str, word: str) -> HttpResponse:
        """See the base class; whoever wants to decide is shown what they decide on."""
        if Verb(word) in DECISIONS and request.method != "POST":
            edition = self._reviewed(request, pk)
            return HttpResponseRedirect(addresses.screen_url(edition, "review", site=self.admin_site.name) + f"#{word}")
        return super().transition_view(request, pk, word)

    def assign_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Give the work to somebody (POST); the form for it is on the review screen."""
        edition, now = self._reviewed(request, str(pk)), timezone.now()
        review = addresses.screen_url(edition, "review", site=self.admin_site.name)
        if request.method != "POST":
            return HttpResponseRedirect(f"{review}?assign=1#assign")
        form = assign_module.form_for(edition, request.POST, by=person(request), now=now)
        if not form.is_valid():
            return self._review_screen(request, edition, now=now, assign=form)
        given = form.arguments()
        try:
            assignment.assign(edition, by=person(request), now=now, **given)
        except NotAllowed as refused:
            return self._review_screen(request, edition, now=now, assign=form, refused=refused.reasons, status=409)
        messages.success(request, assign_module.assigned_message(edition, given["to"]))
        return HttpResponseRedirect(review)

    def _reviewed(self, request: HttpRequest, pk: str) -> Edition:
        edition: Edition | None = self.get_object(request, pk)
        if not self.has_view_permission(request, edition):
            raise PermissionDenied
        if edition is None:
            raise Http404(_("There is no such edition."))
        return edition

    def _ask_transition(
        self,
        request: HttpRequest,
        edition: Any,
        verb: Verb,
        form: forms.TransitionForm,
        *,
        now: datetime,
        reasons: list[Reason] | None = None,
        possible: bool = True,
        status: int = 200,
    ) -> HttpResponse:
        """See the base class: a decision that was refused is shown on the review screen, with all that was typed."""
        if verb not in DECISIONS:
            return super()._ask_transition(
                request, edition, verb, form, now=now, reasons=reasons, possible=possible, status=status
            )
        return self._review_screen(request, edition, now=now, posted=(verb, form), refused=reasons or [], status=status)

    def _review_screen(
        self,
        request: HttpRequest,
        edition: Edition,
        *,
        now: datetime,
        posted: tuple[Verb, forms.TransitionForm] | None = None,
        refused: Sequence[Reason] = (),
        assign: AssignForm | None = None,
        status: int = 200,
    ) -> HttpResponse:
        site, by = self.admin_site, person(request)
        asked = request.GET
        sides = sides_module.sides_of(edition, asked.get("against", ""), now=now)
        if sides is None:
            raise Http404(_("No edition of this document ever said this."))
        shown = reading.languages_asked(asked.getlist("language"))
        seen = _seen_before(request, edition)
        base = sides.chosen.digest if sides.chosen is not None else ""
        texts = sides_module.contents([edition.digest, base, seen])
        # What is signed is the text with the edition's digest, so that is what is shown.
        text = texts.get(edition.digest) or request_cache.content_of_edition(request, edition)
        request_cache.know(request, edition, text)
        before = texts.get(base)
        whole = asked.get("whole") == "1" or before is None
        review = Review(edition, by=by, now=now)
        may_assign = assign_module.offered(edition, by=by, now=now)
        if may_assign and assign is None and asked.get("assign") == "1":
            assign = assign_module.form_for(edition, by=by, now=now)
        context = {
            **site.each_context(request),
            "title": pgettext("screen", "Review"),
            "opts": self.opts,
            "edition": edition,
            "now": now,
            "change_url": addresses.screen_url(edition, "change", site=site.name),
            "review_url": addresses.screen_url(edition, "review", site=site.name),
            "history_url": addresses.screen_url(edition, "history", site=site.name),
            "review": review,
            "choices": self._choices(review, sides.live, posted=posted, refused=bool(refused)),
            "assign": assign,
            "may_assign": may_assign,
            "assign_url": addresses.screen_url(edition, "assign", site=site.name),
            "reasons": list(refused),
            "form": posted[1] if posted else assign,
            "sides": sides,
            "nothing": sides_module.NOTHING,
            "reading": reading.reading_of(
                before, text, shown=shown, whole=whole, files=self._files_of(edition, text, before, base)
            ),
            "since": _since(texts.get(seen), text),
            "whole": whole,
            "language_choices": [(code, code in shown) for code in languages.codes()],
            "columns": len(shown),
            **self._preview_of(edition, asked.get("preview", "")),
        }
        request.current_app = site.name
        return TemplateResponse(request, "editorial/admin/review/review.html", context, status=status)

    def _choices(
        self,
        review: Review,
        live: Edition | None,
        *,
        posted: tuple[Verb, forms.TransitionForm] | None,
        refused: bool,
    ) -> list[Choice]:
        edition, outlook = review.edition, review.outlook(live)
        found = []
        for verb in DECISIONS:
            mine = posted is not None and posted[0] == verb
            form = posted[1] if posted and mine else ACTIONS[verb].form(edition=edition)
            # Both forms are on one page, and ask for a field of the same name.
            form.auto_id = f"{verb.value}_%s"
            reasons = review.reasons_against(verb)
            will = () if reasons else tuple(consequences.consequences(verb, outlook))
            url = addresses.screen_url(edition, "transition", verb.value, site=self.admin_site.name)
            found.append(Choice(verb, url, form, will, reasons, mine and refused))
        return found

    def _files_of(
        self, edition: Edition, text: canonical.Content, before: canonical.Content | None, base: str
    ) -> Callable[[str], tuple[File, ...]]:
        """The files of a part: what it has now, and what it had before where that is another."""
        code, site = edition.source_language, self.admin_site.name

        def found(key: str) -> tuple[File, ...]:
            part_name, _slash, part = key.partition("/")
            here = {}
            for digest, value in ((base, before), (edition.digest, text)):
                for row in (value or {"parts": {}})["parts"].get(part_name, ()):
                    if row.get("sha256") and str(row["key"]) == part:
                        name = store.offered_name(row)
                        url = addresses.screen_url(edition, "preview_file", code, row["sha256"], name, site=site)
                        picture = row["media_type"].startswith("image/")
                        went = digest != edition.digest
                        here[row["sha256"]] = File(name, f"{url}?digest={digest}", picture, went)
            return tuple(here.values())

        return found

    def _preview_of(self, edition: Edition, language: str) -> dict[str, Any]:
        """Where the page can be seen as the public would see it, and in which language it is shown beside the text."""
        if kinds.get_kind(edition.document.kind).render is None:
            return {"previews": [], "previewed": ""}
        site = self.admin_site.name
        previews = [
            (code, f"{addresses.screen_url(edition, 'preview', code, site=site)}?digest={edition.digest}")
            for code in languages.codes()
        ]
        return {"previews": previews, "previewed": language, "preview_url": dict(previews).get(language, "")}


def _seen_before(request: HttpRequest, edition: Edition) -> str:
    """The digest of the text that was on the screen when the form was sent, where it is another than now."""
    digest = request.POST.get("digest", "")
    if not digest or digest == edition.digest or not sides_module.said_before(edition, digest):
        return ""
    return digest


def _since(seen: canonical.Content | None, text: canonical.Content) -> reading.Reading | None:
    """What changed since the person opened the screen, in all languages."""
    return reading.reading_of(seen, text, shown=languages.codes(), whole=False) if seen is not None else None
