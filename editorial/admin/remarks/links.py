"""The preview links of an edition: who was sent what, until when, how often it was opened; making and revoking them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.admin.base import person
from editorial.admin.screen import EditionScreen
from editorial.base import clock, languages
from editorial.base.reasons import NotAllowed, Reason
from editorial.models import Edition, PreviewLink
from editorial.previews import links as previews_links
from editorial.previews.links import MOST_LABEL, Made

_CONFLICT = 409
_USUAL_DAYS = 7


class LinkForm(forms.Form):
    """For whom, in which languages, for how long; and what was on the screen. The rules are the engine's."""

    label = forms.CharField(
        label=gettext_lazy("For whom, and what for"), required=False, max_length=None,
        help_text=gettext_lazy("Colleagues see this, and so does whoever opens the link."),
        widget=forms.TextInput(attrs={"maxlength": MOST_LABEL, "autocomplete": "off"}),
    )  # fmt: skip
    shown = forms.MultipleChoiceField(
        label=gettext_lazy("Languages that it shows"), required=False, widget=forms.CheckboxSelectMultiple
    )
    days = forms.IntegerField(label=gettext_lazy("Days that it opens"), required=False)
    digest = forms.CharField(widget=forms.HiddenInput, required=False)
    once = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["shown"].choices = [(code, languages.name(code)) for code in languages.codes()]  # type: ignore[attr-defined]
        self.fields["shown"].initial = [code for code in languages.codes() if languages.value(edition, "title", code)]
        self.fields["days"].initial = min(_USUAL_DAYS, settings.PREVIEW_LINK_MAX_DAYS)
        self.fields["days"].widget.attrs = {"min": 1, "max": settings.PREVIEW_LINK_MAX_DAYS}
        self.fields["days"].help_text = _("At most %(most)s.") % {"most": settings.PREVIEW_LINK_MAX_DAYS}
        self.fields["digest"].initial = edition.digest
        self.fields["once"].initial = uuid4()

    def arguments(self) -> dict[str, Any]:
        """What the engine takes beside the edition, the person and the clock; what is unsound it refuses."""
        sent: Any = self.data
        self.full_clean()
        return {
            "label": sent.get("label", ""),
            "shown": sent.getlist("shown"),
            "days": self.cleaned_data.get("days") or 0,
            "digest": sent.get("digest", ""),
            "once": self.cleaned_data.get("once"),
        }


@dataclass(frozen=True)
class Row:
    """One link as the list shows it."""

    link: PreviewLink
    standing: str
    is_valid: bool
    is_newer: bool

    @property
    def language_names(self) -> str:
        """The languages that it shows."""
        return languages.names(self.link.languages)


class LinksPage(EditionScreen):
    """The links of an edition, and the form that makes one."""

    def links_page(
        self, request: HttpRequest, edition: Edition, form: LinkForm, *, made: Made | None = None,
        reasons: list[Reason] | None = None, status: int = 200,
    ) -> HttpResponse:  # fmt: skip
        """The page.

        :param made: the link that was made just now; its address is shown this once.
        :param reasons: why nothing was done.
        """
        now = clock.now()
        links = PreviewLink.objects.filter(edition=edition.pk).select_related("made_by", "revoked_by").order_by("-pk")
        counted = links.annotate(
            remark_count=Count("remarks", distinct=True), agreement_count=Count("agreements", distinct=True)
        )
        ended = previews_links.what_ended(edition, now=now) is not None
        context = {
            "title": _("Preview links"),
            "edition": edition,
            "change_url": self.address(edition, "change"),
            "rows": [_row(link, edition, now, ended=ended) for link in counted],
            "form": form,
            "made": made,
            "made_url": _address(request, made) if made else "",
            "reasons": reasons or [],
            "against": previews_links.against_sharing(edition, by=person(request)),
        }
        response = self.page(request, "editorial/admin/remarks/links.html", context, status=status)
        if made is not None:
            add_never_cache_headers(response)
        return response


class LinksScreen(LinksPage):
    """`get` lists the links, `post` makes one."""

    paths = {"links": "<int:pk>/links/"}

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The links and the form."""
        edition = self.edition(request, pk)
        return self.links_page(request, edition, LinkForm(edition=edition))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A new link; its address stands in the answer, this once and nowhere else. 409 where it is refused."""
        edition = self.edition(request, pk)
        given = LinkForm(request.POST, edition=edition).arguments()
        if not isinstance(given["once"], UUID):
            message = _("The form did not arrive in one piece. Please send it once more.")
            return self._refused(request, edition, [Reason("form", message)])
        try:
            made = previews_links.make(edition, by=person(request), now=clock.now(), **given)
        except NotAllowed as refused:
            return self._refused(request, edition, refused.reasons)
        return self.links_page(request, edition, LinkForm(edition=edition), made=made)

    def _refused(self, request: HttpRequest, edition: Edition, reasons: list[Reason]) -> HttpResponse:
        """The form with what was typed, for the text as it is now."""
        data = request.POST.copy()
        present = self.admin.get_object(request, str(edition.pk)) or edition
        data["digest"] = present.digest
        data["once"] = str(uuid4())
        form = LinkForm(data, edition=present)
        return self.links_page(request, present, form, reasons=reasons, status=_CONFLICT)


class LinkRevokeScreen(LinksPage):
    """`post` shuts a link for good."""

    paths = {"link_revoke": "<int:pk>/links/<int:link>/revoke/"}

    def get(self, request: HttpRequest, pk: int, link: int) -> HttpResponse:
        """As after a login: on to the links."""
        edition, _row = self._asked(request, pk, link)
        return HttpResponseRedirect(self.address(edition, "links"))

    def post(self, request: HttpRequest, pk: int, link: int) -> HttpResponse:
        """Shut it; 409 where the rules refuse."""
        edition, row = self._asked(request, pk, link)
        try:
            previews_links.revoke(row, by=person(request), now=clock.now())
        except NotAllowed as refused:
            form = LinkForm(edition=edition)
            return self.links_page(request, edition, form, reasons=refused.reasons, status=_CONFLICT)
        messages.success(request, _("Revoked: the link “%(label)s” opens nothing any more.") % {"label": row.label})
        return HttpResponseRedirect(self.address(edition, "links"))

    def _asked(self, request: HttpRequest, pk: int, link: int) -> tuple[Edition, PreviewLink]:
        edition = self.edition(request, pk)
        row = PreviewLink.objects.filter(pk=link, edition=edition.pk).first()
        if row is None:
            raise Http404(_("There is no such link of this edition."))
        return edition, row


def _address(request: HttpRequest, made: Made) -> str:
    return request.build_absolute_uri(reverse("guest-preview", args=(made.token,)))


def _row(link: PreviewLink, edition: Edition, now: datetime, *, ended: bool) -> Row:
    if link.revoked_at is not None:
        standing = _("revoked")
    elif link.expires_at <= now:
        standing = _("expired")
    elif ended:
        standing = _("ended with the edition")
    else:
        standing = _("valid")
    is_valid = link.revoked_at is None and link.expires_at > now and not ended
    return Row(link, standing, is_valid, link.digest != edition.digest)
