"""What somebody who leaves had open in conversations: questions put to them, and links that they made for outsiders."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial import notices
from editorial.base.reasons import Reason
from editorial.comparison.diff import title_of
from editorial.models import NoticeType, PreviewLink, Remark
from editorial.previews import links
from editorial.staff.offboarding import Handover, Outcome, step
from editorial.workflow.locking import lock


@step(gettext_lazy("Open remarks that mention them"))
def _mentions(handover: Handover) -> Iterator[Outcome]:
    """The remarks stay as they are, since they are on record; whoever takes over is told of each."""
    asked = Remark.objects.filter(resolved_at__isnull=True, entries__mentions__person=handover.person)
    for thread in asked.select_related("edition__document").order_by("pk").distinct():
        notices.send_notices(
            NoticeType.MENTIONED,
            to=[handover.documents_to],
            by=handover.by,
            now=handover.now,
            about=thread.edition,
            cause=f"handover/remark/{thread.pk}",
        )
        yield Outcome(title_of(thread.edition), handover.documents_to, thread.edition)


@step(gettext_lazy("Preview links that they made"))
def _links(handover: Handover) -> Iterator[Outcome]:
    """Shut: nobody who is still here knows to whom they were sent."""
    there = PreviewLink.objects.filter(
        made_by=handover.person, revoked_at__isnull=True, expires_at__gt=handover.now
    ).order_by("edition_id", "pk")
    for link in there:
        edition = lock(link.edition_id)
        links.revoke_for(link, edition, by=handover.by, now=handover.now)
        what = _("%(title)s: %(label)s") % {"title": title_of(edition), "label": link.label}
        reason = Reason("revoked", _("Shut. Whoever takes over can make a new link."))
        yield Outcome(what, None, edition, (reason,))
