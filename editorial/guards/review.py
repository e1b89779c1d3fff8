"""What a reviewer's decision must obey, and what is asked of whom."""

import pgtrigger

from editorial.guards.common import Guard, append_only, contributor, holds, refuse
from editorial.states import CONTRIBUTING, OPEN, State

_OPEN = ", ".join(f"'{state.value}'" for state in OPEN)
_CONTRIBUTED = ", ".join(f"'{verb.value}'" for verb in CONTRIBUTING)


def sign_off_guards() -> list[Guard]:
    """A decision is on the exact content under review, by somebody of that party who had no hand in it."""
    return [
        Guard(
            name="honest",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            declare=[("edition", "public.editorial_edition"), ("person", "public.editorial_user")],
            func=f"""
                SELECT * INTO edition FROM public.editorial_edition WHERE id = NEW.edition_id FOR SHARE;
                IF edition.digest <> NEW.digest OR edition.round <> NEW.round THEN
                    {refuse("a sign-off names the digest and the round of the edition as it is")}
                END IF;
                IF edition.state NOT IN ('{State.IN_REVIEW.value}', '{State.APPROVED.value}') THEN
                    {refuse("only an edition under review can be decided on")}
                END IF;
                IF {contributor("NEW.by_id").format(document="edition.document_id")} THEN
                    {refuse("whoever wrote in a document may not decide on it")}
                END IF;
                -- Whoever is about to change their roles or party waits for us, or we see that they did.
                SELECT * INTO person FROM public.editorial_user WHERE id = NEW.by_id FOR SHARE;
                IF person.party_id IS DISTINCT FROM NEW.party_id THEN
                    {refuse("a reviewer decides for their own party only")}
                END IF;
                IF NOT person.is_active OR NOT (person.is_superuser OR {holds("NEW.by_id", "sign_off_edition")}) THEN
                    {refuse("only a reviewer decides")}
                END IF;
                RETURN NEW;
            """,
        ),
        *append_only(),
    ]


def assignment_guards() -> list[Guard]:
    """Work is given in the edition's own state and round, to somebody who can act in it.

    The edition's row is locked for share: whoever is about to move it waits for us, or we see that it moved.
    """
    return [
        Guard(
            name="honest",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert | pgtrigger.Update,
            declare=[("edition", "public.editorial_edition")],
            func=f"""
                SELECT * INTO edition FROM public.editorial_edition WHERE id = NEW.edition_id FOR SHARE;
                IF edition.state <> NEW.state OR edition.round <> NEW.round OR edition.state NOT IN ({_OPEN}) THEN
                    {refuse("work is assigned in the present state and round of an open edition")}
                END IF;
                IF NOT EXISTS (SELECT 1 FROM public.editorial_user u WHERE u.id = NEW.person_id AND u.is_active
                    AND (NEW.party_id IS NULL OR u.party_id = NEW.party_id)) THEN
                    {refuse("work is assigned to somebody who is active and acts for that party")}
                END IF;
                IF NEW.task IN ('review', 'publish') AND EXISTS (
                    SELECT 1 FROM public.editorial_event e WHERE e.document_id = edition.document_id
                        AND e.by_id = NEW.person_id AND e.verb IN ({_CONTRIBUTED})
                ) THEN
                    {refuse("whoever wrote in a document may neither review nor publish it")}
                END IF;
                RETURN NEW;
            """,
        ),
    ]
