"""How long texts may be. Every limit stands here alone; docs/editors.md and docs/moving-in.md name them to people."""

from django.core.exceptions import ValidationError
from django.db.migrations.operations import RunSQL
from django.utils.formats import number_format
from django.utils.translation import gettext as _

#: Characters of one rich text in one language, marking included: some sixty printed pages.
MOST_RICH = 200_000
#: Characters of an edition's canonical content, in all its languages (`editorial.content.canonical.canonical`).
MOST_EDITION = 1_500_000


def check_rich(value: str) -> None:
    """Raise ValidationError for a rich text too long for one field; it names the limit and the way out."""
    if len(value) > MOST_RICH:
        raise ValidationError(
            _(
                "This text has %(length)s characters with its marking; at most %(most)s can be kept in one field. "
                "Move a "
                "part of it into another section."
            ),
            code="too_long",
            params={
                "length": number_format(len(value), force_grouping=True),
                "most": number_format(MOST_RICH, force_grouping=True),
            },
        )


def whole_too_long(length: int) -> str:
    """Why an edition of so many characters cannot be kept, and what to do; empty where it can."""
    if length <= MOST_EDITION:
        return ""
    text = _(
        "All texts of this edition together have %(length)s characters; at most %(most)s can be kept. Shorten some, or "
        "move a part of them into another page."
    )
    return text % {
        "length": number_format(length, force_grouping=True),
        "most": number_format(MOST_EDITION, force_grouping=True),
    }


def hold_rich(table: str, *columns: str) -> RunSQL:
    """A step of a migration: the database holds the limit of rich texts; what is there already stays as it is."""
    names = {column: f"{table}_{column}_bounded" for column in columns}
    return RunSQL(
        [
            f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" CHECK (char_length("{column}") <= {MOST_RICH}) NOT VALID'
            for column, name in names.items()
        ],
        [f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"' for name in names.values()],
    )
