"""The database's guards over time: what is said to happen now happens now, by the database's own clock.

The clock is `editorial_now()`, and what counts as now is `editorial_present()` (`editorial.guards.clock_functions`).
"""

import pgtrigger

from editorial.guards.common import Guard, distinct, refuse

#: When an edition was decided on: each is the instant of a transition.
_DECIDED = ("submitted_at", "approved_at", "published_at", "urgent_at", "confirmed_at", "discarded_at")

#: What these guards say of an instant that is no longer now. Whoever acts hears it in words of their own
#: (`editorial.workflow.dated_now`).
_NOT_NOW = "what happens now is dated within a minute of the clock of the database"
_PLANNED_BEFORE = "what is planned takes effect now or later"
_BEGINS_BEFORE = "a live period begins now or later"
_ENDS_BEFORE = "a live period ends now or later"
_NOT_DECIDED_NOW = "a decision is dated within a minute of the clock of the database"
REFUSALS = frozenset({_NOT_NOW, _PLANNED_BEFORE, _BEGINS_BEFORE, _ENDS_BEFORE, _NOT_DECIDED_NOW})


def happens_now(column: str) -> Guard:
    """A row that tells of something that happens now is dated now."""
    return Guard(
        name="happens_now",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"""
            IF NOT NEW.{column} <@ public.editorial_present() THEN
                {refuse(_NOT_NOW)}
            END IF;
            RETURN NEW;
        """,
    )


def takes_effect_from_now_on(column: str) -> Guard:
    """A row that tells of something planned is not dated in the past."""
    return Guard(
        name="from_now_on",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf(column),
        func=f"""
            IF NEW.{column} IS DISTINCT FROM OLD.{column} AND NEW.{column} < lower(public.editorial_present()) THEN
                {refuse(_PLANNED_BEFORE)}
            END IF;
            RETURN NEW;
        """,
    )


def edition_guards() -> list[Guard]:
    """Live periods begin and end now or later, and decisions are dated when they are taken."""
    decided = " OR ".join(
        f"(NEW.{column} IS DISTINCT FROM OLD.{column} AND NOT NEW.{column} <@ present)" for column in _DECIDED
    )
    return [
        Guard(
            name="live_from_now_on",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition(
                "NEW.live_during IS NOT NULL AND OLD.live_during IS DISTINCT FROM NEW.live_during"
            ),
            declare=[("present", "tstzrange")],
            func=f"""
                present := public.editorial_present();
                IF lower(NEW.live_during) IS DISTINCT FROM lower(OLD.live_during)
                    AND lower(NEW.live_during) < lower(present) THEN
                    {refuse(_BEGINS_BEFORE)}
                END IF;
                IF upper(NEW.live_during) IS DISTINCT FROM upper(OLD.live_during)
                    AND upper(NEW.live_during) < lower(present) THEN
                    {refuse(_ENDS_BEFORE)}
                END IF;
                RETURN NEW;
            """,
        ),
        Guard(
            name="decided_now",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition(distinct(*_DECIDED)),
            declare=[("present", "tstzrange")],
            func=f"""
                present := public.editorial_present();
                IF {decided} THEN
                    {refuse(_NOT_DECIDED_NOW)}
                END IF;
                RETURN NEW;
            """,
        ),
    ]
