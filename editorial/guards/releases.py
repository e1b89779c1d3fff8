"""The database's guards over releases: what is in one appears with all the rest of it, or does not appear.

That the editions stand as their release stands is looked at when a transaction ends, since none of them can move first.
"""

import pgtrigger

from editorial.guards.common import Guard, distinct, no_truncate, refuse
from editorial.states import OPEN, Phase, State

_OPEN = ", ".join(f"'{state.value}'" for state in OPEN)
_MOVES = (
    (Phase.ASSEMBLING, Phase.FROZEN),
    (Phase.FROZEN, Phase.ASSEMBLING),
    (Phase.FROZEN, Phase.PUBLISHED),
    (Phase.PUBLISHED, Phase.FROZEN),
    (Phase.ASSEMBLING, Phase.DISSOLVED),
)


def _in_step(condition: str) -> str:
    """PL/pgSQL that refuses an item (`i`) of a release (`r`) whose edition (`e`) does not stand as its release does."""
    return f"""
        IF EXISTS (
            SELECT 1 FROM public.editorial_releaseitem i JOIN public.editorial_release r ON r.id = i.release_id
            JOIN public.editorial_edition e ON e.id = i.edition_id
            WHERE {condition} AND NOT CASE r.phase
                WHEN '{Phase.ASSEMBLING.value}' THEN e.state IN ({_OPEN})
                WHEN '{Phase.FROZEN.value}' THEN e.state = '{State.APPROVED.value}'
                WHEN '{Phase.PUBLISHED.value}' THEN
                    e.state = '{State.PUBLISHED.value}' AND lower(e.live_during) = r.public_at
                ELSE false
            END
        ) THEN
            {refuse("the editions of a release appear together or not at all")}
        END IF;
        RETURN NULL;
    """


def edition_guards() -> list[Guard]:
    """An edition in a release moves with it alone."""
    return [
        Guard(
            name="in_step_with_release",
            when=pgtrigger.After,
            operation=pgtrigger.Update,
            timing=pgtrigger.Deferred,
            condition=pgtrigger.Condition(distinct("state", "live_during")),
            func=f"""
                -- Whoever is about to freeze or publish the release waits for us, or we see that they did.
                PERFORM 1 FROM public.editorial_release r WHERE r.id = (
                    SELECT i.release_id FROM public.editorial_releaseitem i WHERE i.edition_id = NEW.id
                ) FOR SHARE;
                {_in_step("i.edition_id = NEW.id")}
            """,
        ),
    ]


def release_guards() -> list[Guard]:
    """A release goes its way step by step, and what went public stays on record."""
    allowed = ", ".join(f"'{source.value}>{target.value}'" for source, target in _MOVES)
    return [
        Guard(
            name="born_assembling",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            condition=pgtrigger.Condition(f"NEW.phase <> '{Phase.ASSEMBLING.value}'"),
            func=refuse("a release begins by being assembled"),
        ),
        Guard(
            name="phases",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition(distinct("phase", "public_at")),
            func=f"""
                IF OLD.phase = NEW.phase OR (OLD.phase || '>' || NEW.phase) NOT IN ({allowed}) THEN
                    {refuse("a release cannot go from % to %").replace("' USING", "', OLD.phase, NEW.phase USING")}
                END IF;
                IF OLD.public_at <= public.editorial_now() THEN
                    {refuse("a release that went public stays on record")}
                END IF;
                RETURN NEW;
            """,
        ),
        Guard(
            name="stays",
            when=pgtrigger.Before,
            operation=pgtrigger.Delete,
            func=refuse("a release is dissolved, never deleted"),
        ),
        Guard(
            name="in_step",
            when=pgtrigger.After,
            operation=pgtrigger.Update,
            timing=pgtrigger.Deferred,
            condition=pgtrigger.Condition(distinct("phase", "public_at")),
            func=_in_step("i.release_id = NEW.id"),
        ),
        no_truncate(),
    ]


def item_guards() -> list[Guard]:
    """Editions come and go only while their release is being assembled."""
    return [
        Guard(
            name="while_assembling",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
            declare=[("found", "text")],
            func=f"""
                IF TG_OP <> 'INSERT' THEN
                    SELECT phase INTO found FROM public.editorial_release WHERE id = OLD.release_id FOR SHARE;
                    IF found <> '{Phase.ASSEMBLING.value}' THEN
                        {refuse("what is in a release that is not being assembled cannot change")}
                    END IF;
                END IF;
                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                SELECT phase INTO found FROM public.editorial_release WHERE id = NEW.release_id FOR SHARE;
                IF found <> '{Phase.ASSEMBLING.value}' THEN
                    {refuse("what is in a release that is not being assembled cannot change")}
                END IF;
                SELECT state INTO found FROM public.editorial_edition WHERE id = NEW.edition_id FOR SHARE;
                IF found NOT IN ({_OPEN}) THEN
                    {refuse("only an edition that is being worked on can be put into a release")}
                END IF;
                RETURN NEW;
            """,
        ),
        no_truncate(),
    ]
