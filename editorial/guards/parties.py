"""What a party must obey: a country has one party at most, and whom texts bind keeps its code."""

import pgtrigger

from editorial.guards.common import Guard, refuse


def party_guards() -> list[Guard]:
    """No two parties speak for one country; the code of a party that a text binds stays, and so does the party."""
    return [
        Guard(
            name="one_party_a_country",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert | pgtrigger.UpdateOf("speaks_for"),
            func=f"""
                -- Whoever is about to give the same country to another party waits for us, or we see that they did.
                PERFORM pg_advisory_xact_lock(hashtext('editorial_party.speaks_for'));
                IF EXISTS (SELECT 1 FROM unnest(NEW.speaks_for) AS country WHERE country !~ '^[A-Z]{{2}}$') THEN
                    {refuse("a country is named by two capital letters")}
                END IF;
                IF EXISTS (
                    SELECT 1 FROM public.editorial_party p WHERE p.id <> NEW.id AND p.speaks_for && NEW.speaks_for
                ) THEN
                    {refuse("another party speaks for this country")}
                END IF;
                RETURN NEW;
            """,
        ),
        Guard(
            name="code_that_binds",
            when=pgtrigger.Before,
            operation=pgtrigger.Update | pgtrigger.Delete,
            func=f"""
                IF (TG_OP = 'DELETE' OR OLD.code <> NEW.code) AND EXISTS (
                    SELECT 1 FROM public.editorial_edition e, jsonb_each_text(e.bound_parties) AS bound
                    WHERE bound.value = OLD.code
                ) THEN
                    {refuse("texts bind this party: it stays, and keeps its code")}
                END IF;
                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                RETURN NEW;
            """,
        ),
    ]
