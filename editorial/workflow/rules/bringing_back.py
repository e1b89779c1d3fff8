"""Rules about drafts that are given up before anything of their document was public, and about bringing them back."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.utils.translation import gettext as _

from editorial.base import languages, text
from editorial.base.reasons import Reason
from editorial.checks import requirements
from editorial.models import Edition
from editorial.states import State
from editorial.workflow.attempt import Attempt, writers


def was_published(edition: Edition) -> bool:
    """Whether an edition of this document is or was public, or is scheduled: then there is one to revise."""
    return Edition.objects.filter(document_id=edition.document_id, state=State.PUBLISHED).exists()


def colleagues_told_why(attempt: Attempt) -> Iterable[Reason]:
    """Whoever gives up what others wrote and the public never saw says why: nothing else of it is left to them."""
    if attempt.reason is None or text.clean(attempt.reason).strip() or was_published(attempt.edition):
        return
    if writers(attempt.edition) - {attempt.by.pk}:
        yield Reason(
            "reason", _("Others wrote this draft, and it was never public. Say why you discard it: they are told.")
        )


def never_published(attempt: Attempt) -> Iterable[Reason]:
    """What has a published edition is revised; the texts of its discarded drafts are in its history."""
    if was_published(attempt.edition):
        yield Reason(
            "published",
            _(
                "An edition of this document was published. Revise that one; its history can put the draft back "
                "to this text."
            ),
        )


def newest_discarded(attempt: Attempt) -> Iterable[Reason]:
    """Only the last draft comes back, and once."""
    later = Edition.objects.filter(document_id=attempt.edition.document_id, number__gt=attempt.edition.number)
    newest = later.order_by("-number").first()
    if newest is None:
        return
    message = (
        _("Edition %(number)s came after it. Bring that one back.")
        if newest.state == State.DISCARDED
        else _("It was brought back already, as edition %(number)s.")
    )
    yield Reason("newer", message % {"number": newest.number})


def slugs_taken(edition: Edition) -> dict[str, str]:
    """Per language in which another document has taken the draft's slug meanwhile, the title of that document."""
    slugs = {code: slug for code, slug in languages.values(edition, "slug").items() if slug}
    return requirements.slug_holders(edition.document.kind, slugs, besides=edition.document_id)


def slugs_given(attempt: Attempt) -> Iterable[Reason]:
    """Where the slug belongs to another document by now, a free one is given."""
    if attempt.slugs is None:
        return
    holders = slugs_taken(attempt.edition)
    given = {code: attempt.slugs.get(code, "").strip() for code in holders}
    wanted = {code: slug for code, slug in given.items() if slug}
    held = requirements.slug_holders(attempt.edition.document.kind, wanted, besides=attempt.edition.document_id)
    for code, holder in holders.items():
        values = {"language": languages.name(code), "title": held.get(code, holder), "slug": given[code]}
        if not given[code]:
            yield Reason(
                "slug_taken",
                _("Its slug in %(language)s belongs to “%(title)s” by now. Give it another.") % values,
            )
        elif not _is_slug(given[code]):
            yield Reason(
                "slug",
                _("A slug is made of letters, digits, hyphens and underscores, at most 100: “%(slug)s”.") % values,
            )
        elif code in held:
            yield Reason(
                "slug_taken",
                _("The slug “%(slug)s” in %(language)s belongs to “%(title)s”. Give it another.") % values,
            )


def _is_slug(value: str) -> bool:
    try:
        validate_slug(value)
    except ValidationError:
        return False
    return len(value) <= (Edition._meta.get_field("slug").max_length or 0)
