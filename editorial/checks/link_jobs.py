"""What a worker does about links: it takes them down every night, and looks at addresses outside every hour."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from editorial.base import clock
from editorial.base.jobs import job, periodic
from editorial.checks import links
from editorial.content import canonical
from editorial.models import Edition

#: Addresses that one run looks at; with a second between two requests to one host, a run stays below an hour.
_PER_RUN = 300


@job("editorial.look_at_links", label=_("look at the links of an edition"))
def look_at_links(*, edition: int) -> None:
    """Take down the links of an edition that goes to review and look at those of its addresses whose turn it is.

    :param edition: its primary key.
    """
    row = Edition.objects.select_related("document").get(pk=edition)
    now = clock.now()
    links.gather(row, canonical.content_of(row), now=now)
    links.check(links.due(now=now).filter(uses__edition_id=edition).distinct(), limit=_PER_RUN)


@periodic("editorial.gather_links", cron="23 3 * * *")
def gather_links(now: datetime) -> None:
    """Take down the links of all content."""
    links.gather_all(now=now)


@periodic("editorial.check_links", cron="41 * * * *")
def check_links(now: datetime) -> None:
    """Look at the addresses outside whose turn it is."""
    links.check(links.due(now=now), limit=_PER_RUN)
