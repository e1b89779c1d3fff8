"""What a withdrawal must obey: what took effect stays, and it is confirmed by a second person or not at all."""

import pgtrigger

from editorial.guards.common import Guard, contributor, distinct, holds, refuse
from editorial.states import State

#: What a second person adds to a withdrawal, once.
_CONFIRMATION = ("confirmed_at", "confirmed_by_id")
#: Who withdrew what and when, and whether a second person is asked; nothing of it changes, even before its moment.
_DECISION = ("edition_id", "needs_confirmation", "decided_at", "decided_by_id")


def withdrawal_guards() -> list[Guard]:
    """A withdrawal keeps who decided it; its confirmation is somebody else's, dated now, and stays."""
    return [
        Guard(
            name="record_of_time",
            when=pgtrigger.Before,
            operation=pgtrigger.Update | pgtrigger.Delete,
            condition=pgtrigger.Condition("OLD.at <= public.editorial_now()"),
            func=f"""
                IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - ARRAY[{_quoted(_CONFIRMATION)}])
                    IS DISTINCT FROM (to_jsonb(OLD) - ARRAY[{_quoted(_CONFIRMATION)}]) THEN
                    {refuse("a withdrawal that has taken effect stays on record")}
                END IF;
                RETURN NEW;
            """,
        ),
        Guard(
            name="born_unconfirmed",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            condition=pgtrigger.Condition("NEW.confirmed_at IS NOT NULL OR NEW.confirmed_by_id IS NOT NULL"),
            func=refuse("a withdrawal is confirmed after it was decided, not with it"),
        ),
        Guard(
            name="record_of_decision",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            func=f"""
                IF {distinct(*_DECISION)} OR (OLD.confirmed_at IS NOT NULL AND to_jsonb(NEW) <> to_jsonb(OLD)) THEN
                    {refuse("who withdrew an edition and who confirmed it stays on record")}
                END IF;
                RETURN NEW;
            """,
        ),
        Guard(
            name="confirmed_by_a_second",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition(distinct(*_CONFIRMATION)),
            declare=[("document", "bigint"), ("person", "public.editorial_user")],
            func=f"""
                IF NOT NEW.needs_confirmation THEN
                    {refuse("only a withdrawal that needs a second person is confirmed")}
                END IF;
                IF NOT NEW.confirmed_at <@ public.editorial_present() THEN
                    {refuse("a decision is dated within a minute of the clock of the database")}
                END IF;
                SELECT document_id INTO document FROM public.editorial_edition WHERE id = NEW.edition_id;
                IF NEW.confirmed_by_id = NEW.decided_by_id
                    OR {contributor("NEW.confirmed_by_id").format(document="document")} THEN
                    {refuse("a withdrawal is confirmed by a second person, who did not write in the document")}
                END IF;
                -- Whoever is about to change their roles waits for us, or we see that they did.
                SELECT * INTO person FROM public.editorial_user WHERE id = NEW.confirmed_by_id FOR SHARE;
                IF NOT person.is_active OR NOT (person.is_superuser OR {holds("person.id", "publish_edition")}) THEN
                    {refuse("only a publisher confirms a withdrawal")}
                END IF;
                RETURN NEW;
            """,
        ),
        see_instead(),
    ]


def see_instead() -> Guard:
    """Visitors of a withdrawn page are led to another document, which is public when the withdrawal takes effect."""
    return Guard(
        name="see_instead",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("redirect_to_id"),
        condition=pgtrigger.Condition("NEW.redirect_to_id IS NOT NULL"),
        func=f"""
            IF NOT EXISTS (
                SELECT 1 FROM public.editorial_edition e WHERE e.document_id = NEW.redirect_to_id
                    AND e.state = '{State.PUBLISHED.value}' AND e.live_during @> NEW.at
                    AND e.document_id <> (
                        SELECT o.document_id FROM public.editorial_edition o WHERE o.id = NEW.edition_id
                    )
            ) THEN
                {refuse("a withdrawn page leads to another page that is public")}
            END IF;
            RETURN NEW;
        """,
    )


def _quoted(columns: tuple[str, ...]) -> str:
    return ", ".join(f"'{column}'" for column in columns)
