"""The note that tells the public what changed, as a text to translate.

It is no part of what a translator attests (`content.OPTIONAL`): a first edition needs none, and a new note makes no
translation outdated. An edition that takes the place of another cannot be submitted without it, though, in any language
in which it is public (`change_rules.change_noted`). So where the source has a note, the others wait for theirs.
"""

from django.db.models import Q

from editorial.base import languages
from editorial.models import Edition

FIELD = "change_note"


def is_note_wanted(edition: Edition) -> bool:
    """Whether the note of this edition has to be there in every language in which it is public."""
    return edition.number > 1 and not edition.minor


def is_note_lacking(edition: Edition, code: str) -> bool:
    """Whether the source has a note that this edition has to say in the language `code` too, and does not yet."""
    source = languages.value(edition, FIELD, edition.source_language)
    return is_note_wanted(edition) and bool(source) and not languages.value(edition, FIELD, code)


def unwritten(code: str) -> Q:
    """The same of rows of `Edition` in the database."""
    said = Q()
    for source in languages.codes():
        if source != code:
            said |= Q(source_language=source) & ~Q(**{languages.column(FIELD, source): ""})
    return said & Q(number__gt=1, minor=False, **{languages.column(FIELD, code): ""})
