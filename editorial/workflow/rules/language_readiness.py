"""Rules about the languages of a text: which must be ready, who vouches for one, which may be left out."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.base.reasons import Reason
from editorial.content import parity
from editorial.states import State
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import optional_languages


def at_parity(attempt: Attempt) -> Iterable[Reason]:
    """Every language that is required is complete and attested, or an exception was granted for it."""
    excepted = attempt.content["fields"]["excepted_languages"]
    for language, how in parity.behind(parity.status(attempt.content, attempt.attested), excepted).items():
        name = languages.name(language)
        if how == parity.Parity.MISSING:
            yield Reason(
                "language_missing",
                _("%(language)s is not complete: a text or the slug is missing.") % {"language": name},
            )
        else:
            yield Reason(
                "language_outdated",
                _("%(language)s was not attested as a translation of the present source text.") % {"language": name},
            )


def languages_ready(attempt: Attempt) -> Iterable[Reason]:
    """What goes public from wherever it stands has its languages in order."""
    return at_parity(attempt) if attempt.edition.state == State.DRAFT else languages_settled(attempt)


def languages_settled(attempt: Attempt) -> Iterable[Reason]:
    """What was submitted when the site required other languages is judged by those that it requires now.

    Nothing is said of rows that are not what was submitted: another rule refuses these.
    """
    found = optional_languages.unsettled(attempt) if attempt.unaltered else []
    if found:
        yield Reason(
            "language_unsettled",
            _(
                "This site requires other languages than when it was submitted; what it has in these is not "
                "complete and "
                "attested: %(languages)s. Recall the edition, then complete them or have an exception granted."
            )
            % {"languages": languages.names(found)},
        )


def may_be_left_out(attempt: Attempt) -> Iterable[Reason]:
    """An exception is for a language of the site, and not for the source."""
    if attempt.language is not None and attempt.language == attempt.edition.source_language:
        yield Reason("source", _("The source language cannot be left out."))
    elif attempt.language is not None and attempt.language not in languages.codes():
        yield Reason(
            "language", _("Content is not written in this language: %(language)s.") % {"language": attempt.language}
        )
