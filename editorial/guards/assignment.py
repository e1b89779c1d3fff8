"""The database's guards over who was asked to do what."""

import pgtrigger

from editorial.guards.common import Guard, refuse
from editorial.states import CONTRIBUTING, OPEN

_OPEN = ", ".join(f"'{state.value}'" for state in OPEN)
_CONTRIBUTED = ", ".join(f"'{verb.value}'" for verb in CONTRIBUTING)


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
