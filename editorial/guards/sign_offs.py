"""What a reviewer's decision must obey."""

import pgtrigger

from editorial.guards.common import Guard, append_only, contributor, holds, refuse
from editorial.states import State


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
