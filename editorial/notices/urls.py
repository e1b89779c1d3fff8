"""Where notices lead: addresses of the admin, on this site or whole."""

from urllib.parse import urlsplit

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from editorial.content import kinds
from editorial.models import Notice, NoticeType

#: The screens that suit a sort, the best first; a screen that the site does not have is passed by.
_SCREENS = {
    NoticeType.TO_REVIEW: ("review",),
    NoticeType.TO_CONFIRM: ("review",),
    NoticeType.TO_TRANSLATE: ("translate",),
    NoticeType.SIGNED: ("history",),
}


def notice_url(notice: Notice) -> str:
    """Where a notice leads on this site: what it names itself, the screen of its edition, or the list of notices."""
    if notice.detail.get("path"):
        return str(notice.detail["path"])
    if notice.edition is not None:
        meta = kinds.get_kind(notice.edition.document.kind).model._meta
        # A withdrawal is confirmed where the edition is; there is no text to read anew.
        screens = () if "withdrawal" in notice.detail else _SCREENS.get(NoticeType(notice.sort), ())
        for screen in (*screens, "change"):
            try:
                return reverse(f"admin:{meta.app_label}_{meta.model_name}_{screen}", args=(notice.edition_id,))
            except NoReverseMatch:
                continue
    return notices_url()


def opening_url(notice: Notice) -> str:
    """The address that marks a notice as read and goes on to where it leads."""
    return reverse("admin:notices_open", args=(notice.pk,))


def notices_url() -> str:
    """The address of the list of notices."""
    return reverse("admin:notices")


def preferences_url() -> str:
    """The address where people say how they want to be told."""
    return reverse("admin:notices_preferences")


def absolute_url(path: str) -> str:
    """A path of this site as a whole address, for letters."""
    return f"{settings.SITE_URL.rstrip('/')}{path}"


def host() -> str:
    """The site's host, for the identity of letters."""
    return urlsplit(settings.SITE_URL).hostname or "localhost"
