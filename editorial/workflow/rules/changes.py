"""What the public is told of a change: rules about an edition that takes another's place."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from editorial.base import languages, text
from editorial.base.reasons import Reason
from editorial.comparison import substantive_changes
from editorial.comparison.diff import Change
from editorial.content import canonical
from editorial.models import Edition
from editorial.states import State, Verb
from editorial.workflow.attempt import Attempt

#: How many places a reason names; whoever wants all looks at the comparison.
_NAMED = 6


def change_noted(attempt: Attempt) -> Iterable[Reason]:
    """An edition that takes the place of another says what changed, in every language in which it is public."""
    fields = attempt.content["fields"]
    if attempt.edition.state != State.DRAFT or fields["minor"] or not _succeeds(attempt):
        return
    missing = [
        code
        for code in languages.required()
        if code not in fields["excepted_languages"] and not fields["change_note"].get(code, "").strip()
    ]
    if missing:
        yield Reason(
            "change_note",
            _("Say what changed, for the public change history; the note is missing in: %(languages)s.")
            % {"languages": languages.names(missing)},
        )


def loss_confirmed(attempt: Attempt) -> Iterable[Reason]:
    """An edition that takes a language away from the public does so because somebody said that they mean it."""
    if attempt.loss_confirmed is None or attempt.loss_confirmed:
        return
    if attempt.languages_lost:
        yield Reason(
            "language_lost",
            _(
                "The document would no longer be public in: %(languages)s. Confirm that you mean it; or recall "
                "the edition, "
                "end the exception and complete the translation."
            )
            % {"languages": languages.names(attempt.languages_lost)},
        )


def minor_is_minor(attempt: Attempt) -> Iterable[Reason]:
    """What says something new is no minor change, unless somebody answers for that with a reason."""
    if attempt.reason is None or text.clean(attempt.reason).strip():
        return
    found = passed_as_minor(attempt)
    if found:
        yield Reason(
            "minor",
            _(
                "This is more than a minor correction: %(places)s. Untick “minor change”, or give a reason why "
                "it is one."
            )
            % {"places": places_phrase(found)},
        )


def minor_without_review(attempt: Attempt) -> Iterable[Reason]:
    """What passes the review by cannot pass as minor as well: nobody would have agreed to it."""
    if attempt.edition.state != State.DRAFT:
        return
    found = passed_as_minor(attempt)
    if found:
        yield Reason(
            "minor",
            _("This is more than a minor correction: %(places)s. Untick “minor change”.")
            % {"places": places_phrase(found)},
        )


def passed_as_minor(attempt: Attempt) -> list[Change]:
    """What is substantive in an edition that calls itself minor; empty where it does not, or is the first."""
    if not attempt.content["fields"]["minor"] or not _succeeds(attempt) or attempt.successor_of is None:
        return []
    return substantive_changes.substantive_changes(canonical.content_of(attempt.successor_of), attempt.content)


def substantive(edition: Edition) -> list[Change]:
    """The same for an edition about which nothing is being decided yet, such as for the form that asks for a reason."""
    if not edition.minor or edition.number == 1:
        return []
    published = Edition.objects.filter(document_id=edition.document_id, state=State.PUBLISHED).exclude(pk=edition.pk)
    newest = published.order_by("-number").select_related("document").first()
    return (
        substantive_changes.substantive_changes(canonical.content_of(newest), canonical.content_of(edition))
        if newest is not None
        else []
    )


def places_phrase(found: list[Change]) -> str:
    """The first few places of changes as one phrase."""
    names = substantive_changes.places_named(found)
    shown = ", ".join(names[:_NAMED])
    more = len(names) - _NAMED
    return _("%(places)s and %(count)s more") % {"places": shown, "count": more} if more > 0 else shown


def minor_reason(edition: Edition) -> str:
    """Why the edition passes as minor, as its author said when it was submitted last; never public."""
    if not edition.minor:
        return ""
    found = edition.events.filter(verb=Verb.SUBMIT).order_by("-id").values_list("reason", flat=True).first()
    return found or ""


def _succeeds(attempt: Attempt) -> bool:
    return attempt.edition.number > 1 and attempt.successor_of is not None
