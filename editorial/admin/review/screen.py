"""The review screen: the change as a reader sees it, what speaks for and against it, and the decision, in one place."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from editorial.admin import request_cache
from editorial.admin.base import person
from editorial.admin.review import assign as assign_module
from editorial.admin.review import reading
from editorial.admin.review import sides as sides_module
from editorial.admin.review.assign import AssignForm
from editorial.admin.review.decisions import DECISIONS, Choice, Review
from editorial.admin.review.reading import File
from editorial.admin.screen import EditionScreen
from editorial.admin.workflow import consequences
from editorial.admin.workflow import transition_forms as forms
from editorial.admin.workflow.transition import ACTIONS, TransitionScreen
from editorial.base import clock, languages
from editorial.base.files import store
from editorial.base.reasons import NotAllowed, Reason
from editorial.content import canonical, kinds
from editorial.models import Edition
from editorial.states import Verb
from editorial.workflow import assignment


class ReviewPage(EditionScreen):
    """The page itself, which several addresses show; it has none."""

    def show(
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
        """The review page.

        :param posted: the decision that was sent and not carried out, with its form.
        :param refused: why.
        :param assign: the form for giving the work to somebody, where it was sent and not carried out.
        """
        by = person(request)
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
            "title": pgettext("screen", "Review"),
            "edition": edition,
            "now": now,
            "change_url": self.address(edition, "change"),
            "review_url": self.address(edition, "review"),
            "history_url": self.address(edition, "history"),
            "review": review,
            "choices": self._choices(review, sides.live, posted=posted, refused=bool(refused)),
            "assign": assign,
            "may_assign": may_assign,
            "assign_url": self.address(edition, "assign"),
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
        return self.page(request, "editorial/admin/review/review.html", context, status=status)

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
            form = posted[1] if posted and mine else ACTIONS[verb].form(edition=edition, now=review.now)
            # Both forms are on one page, and ask for a field of the same name.
            form.auto_id = f"{verb.value}_%s"
            reasons = review.reasons_against(verb)
            will = () if reasons else tuple(consequences.consequences(verb, outlook))
            url = self.address(edition, "transition", verb.value)
            found.append(Choice(verb, url, form, will, reasons, mine and refused))
        return found

    def _files_of(
        self, edition: Edition, text: canonical.Content, before: canonical.Content | None, base: str
    ) -> Callable[[str], tuple[File, ...]]:
        """The files of a part: what it has now, and what it had before where that is another."""
        code = edition.source_language

        def found(key: str) -> tuple[File, ...]:
            part_name, _slash, part = key.partition("/")
            here = {}
            for digest, value in ((base, before), (edition.digest, text)):
                for row in (value or {"parts": {}})["parts"].get(part_name, ()):
                    if row.get("sha256") and str(row["key"]) == part:
                        name = store.offered_name(row)
                        url = self.address(edition, "preview_file", code, row["sha256"], name)
                        picture = row["media_type"].startswith("image/")
                        went = digest != edition.digest
                        here[row["sha256"]] = File(name, f"{url}?digest={digest}", picture, went)
            return tuple(here.values())

        return found

    def _preview_of(self, edition: Edition, language: str) -> dict[str, Any]:
        """Where the page can be seen as the public would see it, and in which language it is shown beside the text."""
        if kinds.get_kind(edition.document.kind).render is None:
            return {"previews": [], "previewed": ""}
        previews = [
            (code, f"{self.address(edition, 'preview', code)}?digest={edition.digest}") for code in languages.codes()
        ]
        return {"previews": previews, "previewed": language, "preview_url": dict(previews).get(language, "")}


class ReviewScreen(ReviewPage):
    """The review page, for reading."""

    paths = {"review": "<int:pk>/review/"}

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page.

        `?against=` a digest or “nothing”; `?language=` once for each language to show; `?whole=1` shows what did not
        change too; `?preview=` shows the page that the public would see in that language.
        """
        return self.show(request, self.edition(request, pk), now=clock.now())


class DecisionScreen(ReviewPage, TransitionScreen):
    """The two verbs that are decided on the review page: their own addresses lead there, their POST comes back here."""

    verbs = DECISIONS

    def get(self, request: HttpRequest, pk: str, word: str) -> HttpResponse:
        """Whoever wants to decide is shown what they decide on."""
        return HttpResponseRedirect(f"{self.address(self.edition(request, pk), 'review')}#{word}")

    def ask(
        self,
        request: HttpRequest,
        edition: Any,
        verb: Verb,
        form: forms.TransitionForm,
        *,
        now: datetime,
        reasons: Sequence[Reason] = (),
        possible: bool = True,
        status: int = 200,
    ) -> HttpResponse:
        """A decision that was refused is shown on the review page, with all that was typed."""
        return self.show(request, edition, now=now, posted=(verb, form), refused=reasons, status=status)


class AssignScreen(ReviewPage):
    """Giving the work to somebody; the form for it is on the review page."""

    paths = {"assign": "<int:pk>/assign/"}

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """On to the form."""
        return HttpResponseRedirect(f"{self.address(self.edition(request, pk), 'review')}?assign=1#assign")

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Give it; 409 where the rules refuse."""
        edition, now = self.edition(request, pk), clock.now()
        form = assign_module.form_for(edition, request.POST, by=person(request), now=now)
        if not form.is_valid():
            return self.show(request, edition, now=now, assign=form)
        given = form.arguments()
        try:
            assignment.assign(edition, by=person(request), now=now, **given)
        except NotAllowed as refused:
            return self.show(request, edition, now=now, assign=form, refused=refused.reasons, status=409)
        messages.success(request, assign_module.assigned_message(edition, given["to"]))
        return HttpResponseRedirect(self.address(edition, "review"))


def _seen_before(request: HttpRequest, edition: Edition) -> str:
    """The digest of the text that was on the screen when the form was sent, where it is another than now."""
    digest = request.POST.get("digest", "")
    if not digest or digest == edition.digest or not sides_module.said_before(edition, digest):
        return ""
    return digest


def _since(seen: canonical.Content | None, text: canonical.Content) -> reading.Reading | None:
    """What changed since the person opened the screen, in all languages."""
    return reading.reading_of(seen, text, shown=languages.codes(), whole=False) if seen is not None else None
