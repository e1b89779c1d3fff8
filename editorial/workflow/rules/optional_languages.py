"""Languages that the site does not require: an edition in which one is not ready is published without it.

So every edition that is public is, in each language, either at parity or said to follow. A language that is required is
left out by an exception alone, which somebody grants with a reason (`editorial.workflow.drafts.grant_exception`). What
was left out because it was not required is named by the event of the submission, and comes back with the recall: should
the site require the language by then, the text is judged by that.
"""

from typing import Any

from editorial.base import languages
from editorial.content import parity
from editorial.models import Edition, Event
from editorial.states import Verb
from editorial.workflow.attempt import Attempt

#: Under this name an event's detail lists what was left out.
DETAIL = "left_out"


def at_submission(edition: Edition) -> list[str]:
    """What was left out, as not required, when the edition was submitted last."""
    event = Event.objects.filter(edition_id=edition.pk, verb=Verb.SUBMIT).order_by("-id").first()
    return list(event.data.get(DETAIL, [])) if event is not None else []


def unsettled(attempt: Attempt) -> list[str]:
    """The languages of a frozen text that are not as the site wants them now: neither at parity nor left out as they
    may be.

    Empty but where the site has changed which languages it requires since the submission.
    """
    excepted = attempt.content["fields"]["excepted_languages"]
    status = parity.status(attempt.content, attempt.attested)
    found = {*parity.behind(status, excepted), *parity.not_ready(status, excepted)}
    required = languages.required()
    if any(code in required for code in excepted):
        found.update(code for code in at_submission(attempt.edition) if code in required)
    return [code for code in languages.codes() if code in found]


def detail(codes: list[str]) -> dict[str, Any]:
    """What an event says of it."""
    return {DETAIL: codes} if codes else {}
