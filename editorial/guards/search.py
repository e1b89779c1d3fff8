"""The database's guards over the search: what can be found is what is published, exactly while it is."""

import pgtrigger

from editorial.guards.common import Guard, distinct, no_truncate, refuse


def search_in_step() -> Guard:
    """The search entries of an edition are public exactly while it is, and gone when it is no longer published."""
    return Guard(
        name="search_in_step",
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf("live_during"),
        condition=pgtrigger.Condition(
            "OLD.live_during IS NOT NULL AND OLD.live_during IS DISTINCT FROM NEW.live_during"
        ),
        func="""
            IF NEW.live_during IS NULL THEN
                DELETE FROM public.editorial_searchentry WHERE edition_id = NEW.id;
            ELSE
                UPDATE public.editorial_searchentry SET ends = upper(NEW.live_during) WHERE edition_id = NEW.id;
            END IF;
            RETURN NULL;
        """,
    )


def search_guards() -> list[Guard]:
    """Only what is published can be found, in the languages in which it is, and exactly while it is."""
    return [
        Guard(
            name="only_published",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert | pgtrigger.Update,
            declare=[("edition", "public.editorial_edition")],
            func=f"""
                SELECT * INTO edition FROM public.editorial_edition WHERE id = NEW.edition_id FOR SHARE;
                IF edition.live_during IS NULL OR NEW.language = ANY(edition.excepted_languages) THEN
                    {refuse("only what is published in a language can be found in it")}
                END IF;
                IF TG_OP = 'UPDATE' AND {distinct("edition_id", "language")} THEN
                    {refuse("a search entry keeps its edition and its language")}
                END IF;
                NEW.begins := lower(edition.live_during);
                NEW.ends := upper(edition.live_during);
                RETURN NEW;
            """,
        ),
        Guard(
            name="published_stays",
            when=pgtrigger.Before,
            operation=pgtrigger.Delete,
            func=f"""
                IF EXISTS (
                    SELECT 1 FROM public.editorial_edition e WHERE e.id = OLD.edition_id AND e.live_during IS NOT NULL
                ) THEN
                    {refuse("what is published can be found")}
                END IF;
                RETURN OLD;
            """,
        ),
        no_truncate(),
    ]
