"""The database's guards over names: they change by a rename alone, from now on, and what was shown stays."""

import pgtrigger
from django.conf import settings

from editorial.base import languages
from editorial.guards.common import Guard, append_only, distinct, holds, no_truncate, refuse
from editorial.guards.staff import LINES, UNLESS_OWNER

_CODES = [code for code, _name in settings.LANGUAGES]
#: What becomes of a proposal, once.
_FATE = ("confirmed_at", "confirmed_by_id", "dropped_at", "dropped_by_id")


def row_guards() -> list[Guard]:
    """A row's key is for good."""
    return append_only()


def named_by(table: str, *fields: str) -> list[Guard]:
    """What a reference table of a subject declares in its `Meta.triggers`: its rows get their first period of names,
    and then are called what the period of the instant says.

    :param table: the name of its model, such as "organization".
    :param fields: the translated fields that hold names, the one that may not be empty first.
    """
    names = ", ".join(
        f"'{field}', jsonb_build_object("
        + ", ".join(f"'{code}', coalesce(NEW.{languages.column(field, code)}, '')" for code in _CODES)
        + ")"
        for field in fields
    )
    columns = [languages.column(field, code) for field in fields for code in _CODES]
    periods = "SELECT p.names FROM public.editorial_nameperiod p WHERE p.row_id = found"
    return [
        Guard(
            name="first_name",
            when=pgtrigger.After,
            operation=pgtrigger.Insert,
            declare=[("found", "bigint"), ("known", "jsonb")],
            func=f"""
                INSERT INTO public.editorial_referencerow (key) VALUES ('{table}:' || NEW.code) ON CONFLICT DO NOTHING;
                SELECT r.id INTO found FROM public.editorial_referencerow r WHERE r.key = '{table}:' || NEW.code;
                {periods.replace("p.names", "p.names INTO known")} ORDER BY lower(p.during) DESC NULLS LAST LIMIT 1;
                IF known IS NULL THEN
                    INSERT INTO public.editorial_nameperiod (row_id, names, during)
                    VALUES (found, jsonb_build_object({names}), '(,)');
                ELSIF known <> jsonb_build_object({names}) THEN
                    {refuse("a code that was used before keeps the names that it had")}
                END IF;
                RETURN NULL;
            """,
        ),
        Guard(
            name="named_by_period",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition(distinct("code", *columns)),
            declare=[("found", "bigint")],
            func=f"""
                IF NEW.code <> OLD.code THEN
                    {refuse("a code is for good")}
                END IF;
                SELECT r.id INTO found FROM public.editorial_referencerow r WHERE r.key = '{table}:' || NEW.code;
                IF NOT EXISTS (
                    {periods} AND p.names = jsonb_build_object({names}) AND p.during @> public.editorial_now()
                ) THEN
                    {refuse("a name changes by a rename that a second person confirms")}
                END IF;
                RETURN NEW;
            """,
        ),
        no_truncate(),
    ]


def period_guards() -> list[Guard]:
    """A period begins by a confirmed rename, now or later; what has begun keeps its names and its beginning, what has
    ended its end. Each change has a line on the record of administration.
    """
    complete = " AND ".join(f"coalesce(NEW.names #>> '{{name,{code}}}', '') <> ''" for code in _CODES)
    return [
        Guard(
            name="by_a_rename",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            declare=[("act", "public.editorial_rename")],
            func=f"""
                IF NEW.rename_id IS NULL THEN
                    RETURN NEW;  -- the first of its row, as the constraints see to
                END IF;
                SELECT * INTO act FROM public.editorial_rename WHERE id = NEW.rename_id FOR SHARE;
                IF act.confirmed_at IS NULL OR act.row_id <> NEW.row_id OR act.names <> NEW.names THEN
                    {refuse("a name begins by a rename that a second person confirmed")}
                END IF;
                IF NOT ({complete}) THEN
                    {refuse("a name is given in every language")}
                END IF;
                IF lower(NEW.during) < lower(public.editorial_present()) THEN
                    {refuse("a name begins now or later")}
                END IF;
                RETURN NEW;
            """,
        ),
        Guard(
            name="record_of_names",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            func=f"""
                IF {distinct("row_id", "names", "rename_id")}
                    OR lower(NEW.during) IS DISTINCT FROM lower(OLD.during)
                    OR upper(OLD.during) <= public.editorial_now()
                    OR upper(NEW.during) < lower(public.editorial_present()) THEN
                    {refuse("what was called so stays on record")}
                END IF;
                RETURN NEW;
            """,
        ),
        Guard(
            name="begun_stays",
            when=pgtrigger.Before,
            operation=pgtrigger.Delete,
            condition=pgtrigger.Condition("lower_inf(OLD.during) OR lower(OLD.during) <= public.editorial_now()"),
            func=refuse("what was called so stays on record"),
        ),
        Guard(
            name="on_record",
            when=pgtrigger.After,
            operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
            timing=pgtrigger.Deferred,
            declare=[("found", "bigint")],
            func=f"""
                {UNLESS_OWNER}
                found := CASE TG_OP WHEN 'DELETE' THEN OLD.row_id ELSE NEW.row_id END;
                IF NOT (TG_OP = 'INSERT' AND NEW.rename_id IS NULL) AND NOT EXISTS (
                    {LINES} AND l.verb IN ('renamed', 'rename_dropped') AND l.detail::jsonb ->> 'row' = (
                        SELECT r.key FROM public.editorial_referencerow r WHERE r.id = found
                    )
                ) THEN
                    {refuse("a name changes with a line of the record of administration")}
                END IF;
                RETURN NULL;
            """,
        ),
        no_truncate(),
    ]


def rename_guards() -> list[Guard]:
    """Who proposed what stays; it is confirmed by a second person who may, of another party where there is one."""
    kept = ", ".join(f"'{column}'" for column in _FATE)
    return [
        Guard(
            name="record_of_acts",
            when=pgtrigger.Before,
            operation=pgtrigger.Update | pgtrigger.Delete,
            func=f"""
                IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - ARRAY[{kept}]) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY[{kept}])
                    OR OLD.dropped_at IS NOT NULL
                    OR (OLD.confirmed_at IS NOT NULL AND {distinct("confirmed_at", "confirmed_by_id")}) THEN
                    {refuse("who proposed and who confirmed a name stays on record")}
                END IF;
                RETURN NEW;
            """,
        ),
        Guard(
            name="born_unconfirmed",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            func=f"""
                IF NEW.confirmed_at IS NOT NULL OR NEW.dropped_at IS NOT NULL THEN
                    {refuse("a rename is confirmed after it was proposed, not with it")}
                END IF;
                IF NEW.at < lower(public.editorial_present()) THEN
                    {refuse("a name begins now or later")}
                END IF;
                RETURN NEW;
            """,
        ),
        Guard(
            name="confirmed_by_a_second",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition(distinct("confirmed_at", "confirmed_by_id")),
            declare=[("first", "public.editorial_user"), ("person", "public.editorial_user")],
            func=f"""
                IF NOT NEW.confirmed_at <@ public.editorial_present() THEN
                    {refuse("a decision is dated within a minute of the clock of the database")}
                END IF;
                SELECT * INTO first FROM public.editorial_user WHERE id = NEW.proposed_by_id FOR SHARE;
                SELECT * INTO person FROM public.editorial_user WHERE id = NEW.confirmed_by_id FOR SHARE;
                IF NOT person.is_active
                    OR NOT (person.is_superuser OR {holds("NEW.confirmed_by_id", "rename_referencerow")}) THEN
                    {refuse("only who may rename confirms a rename")}
                END IF;
                IF first.party_id IS NOT NULL AND coalesce(person.party_id, first.party_id) = first.party_id
                    AND EXISTS (
                        SELECT 1 FROM public.editorial_user u WHERE u.is_active AND u.party_id <> first.party_id
                            AND (u.is_superuser OR {holds("u.id", "rename_referencerow")})
                    ) THEN
                    {refuse("a rename is confirmed by somebody of another party")}
                END IF;
                RETURN NEW;
            """,
        ),
        no_truncate(),
    ]
