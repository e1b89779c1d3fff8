"""The database's guards over what visitors say."""

import pgtrigger

from editorial.guards.common import Guard, distinct, no_truncate, refuse


def word_guards(*kept: str, erasable: tuple[str, ...] = ()) -> list[Guard]:
    """What a visitor said stays as it was said: staff judge words, they never put any into somebody's mouth.

    :param kept: columns that never change. `text` and those in `erasable` may be emptied, with their day in
        `erased_on`.
    """
    fixed = distinct(*(column for column in kept if column not in erasable))
    rewritten = " OR ".join(f"(NEW.{column} <> OLD.{column} AND NEW.{column} <> '')" for column in ("text", *erasable))
    emptied = " OR ".join(f"(NEW.{column} <> OLD.{column})" for column in ("text", *erasable))
    return [
        Guard(
            name="words_stay",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition(f"({fixed} OR {rewritten} OR (({emptied}) AND NEW.erased_on IS NULL))"),
            func=refuse("what a visitor said can be erased, never changed"),
        ),
        Guard(
            name="fact_stays",
            when=pgtrigger.Before,
            operation=pgtrigger.Delete,
            func=refuse("that a visitor said something stays on record"),
        ),
        no_truncate(),
    ]
