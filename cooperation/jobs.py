"""What the subject has done by a worker."""

from django.utils.translation import gettext_lazy as _

from cooperation.pdf import store
from editorial.base import clock, languages
from editorial.base.jobs import job
from editorial.models import Edition
from editorial.states import State


@job("cooperation.report_pdf", label=_("annual report as PDF"))
def report_pdf(*, edition: int) -> None:
    """Make the PDF of an annual report in every language that it is shown in; what is there already is left alone.

    :param edition: the primary key of the edition.

    An edition whose publication was taken back meanwhile needs none. Raises `NotMade`, so that it is tried again.
    """
    row = Edition.objects.select_related("document").get(pk=edition)
    if row.state != State.PUBLISHED:
        return
    now = clock.now()
    for language in languages.codes():
        if language not in row.excepted_languages:
            store.file_of(row, language, moment=max(now, row.live_during.lower), now=now)
