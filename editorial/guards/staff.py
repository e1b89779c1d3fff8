"""The database's guards over administration: its record is a chain, and nothing that it is about changes beside it."""

import pgtrigger
from django.conf import settings

from editorial.base import languages
from editorial.guards.common import Guard, append_only, no_truncate, refuse


def staff_chain() -> list[Guard]:
    """Number and hash each line after the one before it, one writer at a time; nothing is changed or taken away.

    A line also bears the number of its transaction, by which the guards of what it is about find it. That is no part of
    the hash: in a restored database it says nothing.
    """
    return [
        Guard(
            name="chain",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            declare=[("last", "record")],
            func="""
                PERFORM pg_advisory_xact_lock(hashtext('editorial_administrationevent'));
                SELECT id, hash INTO last FROM public.editorial_administrationevent ORDER BY id DESC LIMIT 1;
                NEW.id := coalesce(last.id, 0) + 1;
                NEW.transaction_id := pg_current_xact_id()::text::bigint;
                NEW.previous_hash := coalesce(last.hash, repeat('0', 64));
                NEW.hash := encode(sha256(convert_to(jsonb_build_array(
                    NEW.id, NEW.previous_hash,
                    to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                    NEW.by_id, NEW.by_name, NEW.verb, NEW.person_id, NEW.person_name, NEW.detail
                )::text, 'UTF8')), 'hex');
                RETURN NEW;
            """,
        ),
        *append_only(),
    ]


#: Lines (`l`) that were written in this transaction. Restored databases count transactions anew, hence the date.
LINES = (
    "SELECT 1 FROM public.editorial_administrationevent l"
    " WHERE l.transaction_id = pg_current_xact_id()::text::bigint AND l.by_id IS NOT NULL"
    " AND l.at > public.editorial_now() - interval '1 day'"
)
#: PL/pgSQL that asks nothing of the owner of the tables, who migrates and makes the first people, and can lift every
#: guard.
UNLESS_OWNER = """
    IF pg_has_role(current_user, (SELECT c.relowner FROM pg_class c WHERE c.oid = TG_RELID), 'USAGE') THEN
        RETURN NULL;
    END IF;
"""


def _on_record(func: str, *, declare: list[tuple[str, str]]) -> list[Guard]:
    """When a transaction ends that touched rows of a table, `func` finds the lines about them, or refuses."""
    return [
        Guard(
            name="on_record",
            when=pgtrigger.After,
            operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
            timing=pgtrigger.Deferred,
            declare=declare,
            func=f"{UNLESS_OWNER}{func} RETURN NULL;",
        ),
        no_truncate(),
    ]


def _changed(*, rename: str = "key", without: str = "false") -> str:
    """SQL for the names of the columns that differ between OLD and NEW; nothing and the empty text are the same.

    :param rename: SQL for the name under which the record tells of the column `key`.
    :param without: SQL that is true for what needs no record.
    """
    return f"""
        SELECT coalesce(array_agg(DISTINCT {rename}), '{{}}') FROM jsonb_each(to_jsonb(NEW)) n
        JOIN jsonb_each(to_jsonb(OLD)) o USING (key)
        WHERE nullif(n.value #>> '{{}}', '') IS DISTINCT FROM nullif(o.value #>> '{{}}', '') AND NOT ({without})
    """


def rules_on_record() -> list[Guard]:
    """A rule of signature comes, changes and goes with a line that says just that."""
    facts = (
        "jsonb_build_object('kind', {row}.kind, 'stage', {row}.stage, 'party', coalesce("
        "(SELECT p.code FROM public.editorial_party p WHERE p.id = {row}.party_id), ''),"
        " 'every_bound_party', {row}.every_bound_party)"
    )
    return _on_record(
        f"""
            IF TG_OP <> 'INSERT' THEN before := {facts.format(row="OLD")}; END IF;
            IF TG_OP <> 'DELETE' THEN after := {facts.format(row="NEW")}; END IF;
            IF before IS DISTINCT FROM after AND NOT EXISTS (
                {LINES} AND l.detail::jsonb = CASE TG_OP
                    WHEN 'UPDATE' THEN jsonb_build_object('before', before, 'after', after)
                    ELSE coalesce(after, before)
                END AND l.verb = CASE TG_OP
                    WHEN 'INSERT' THEN 'rule_added' WHEN 'UPDATE' THEN 'rule_changed' ELSE 'rule_removed'
                END
            ) THEN
                {refuse("a rule of signature changes with a line of the record of administration")}
            END IF;
        """,
        declare=[("before", "jsonb"), ("after", "jsonb")],
    )


def parties_on_record() -> list[Guard]:
    """A party comes, changes and goes with a line that names it and what changed."""
    # The column without a language is modeltranslation's copy of the default language's.
    rename = f"CASE key WHEN 'name' THEN '{languages.column('name', settings.LANGUAGE_CODE)}' ELSE key END"
    return _on_record(
        f"""
            IF TG_OP = 'UPDATE' THEN changed := ({_changed(rename=rename)}); END IF;
            IF (TG_OP <> 'UPDATE' OR changed <> '{{}}') AND NOT EXISTS (
                {LINES} AND l.detail::jsonb ->> 'party' = CASE TG_OP WHEN 'DELETE' THEN OLD.code ELSE NEW.code END
                AND CASE TG_OP
                    WHEN 'INSERT' THEN l.verb = 'party_added'
                    WHEN 'UPDATE' THEN l.verb IN ('party_added', 'party_changed')
                        AND l.detail::jsonb -> 'changed' ?& changed
                    ELSE l.verb = 'party_removed'
                END
            ) THEN
                {refuse("a party changes with a line of the record of administration")}
            END IF;
        """,
        declare=[("changed", "text[]")],
    )


def party_guards() -> list[Guard]:
    """No two parties speak for one country; a party that texts bind or that signed one stays, and keeps its code."""
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
                IF (TG_OP = 'DELETE' OR OLD.code <> NEW.code) AND (
                    EXISTS (SELECT 1 FROM public.editorial_signoff s WHERE s.party_id = OLD.id) OR EXISTS (
                        SELECT 1 FROM public.editorial_edition e, jsonb_each_text(e.bound_parties) AS bound
                        WHERE bound.value = OLD.code
                    )
                ) THEN
                    {refuse("texts name this party or it signed them: it stays, and keeps its code")}
                END IF;
                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                RETURN NEW;
            """,
        ),
    ]


def sessions_end_with_the_account() -> Guard:
    """Deactivating an account ends its sessions for good, whoever does it and however; the count is written by nothing
    else.
    """
    return Guard(
        name="session_epoch",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func="""
            NEW.session_epoch := OLD.session_epoch + (OLD.is_active AND NOT NEW.is_active)::integer;
            RETURN NEW;
        """,
    )


def accounts_on_record() -> list[Guard]:
    """An account is made and changed with a line about the person that names what changed; it is never deleted.

    When somebody last logged in, and in which language they read, are no matter of administration; the count of
    deactivations goes with `is_active`.
    """
    rename = "CASE key WHEN 'party_id' THEN 'party' ELSE key END"
    without = "key IN ('last_login', 'language', 'session_epoch') OR (key = 'is_staff' AND n.value = 'true')"
    return _on_record(
        f"""
            IF TG_OP = 'DELETE' THEN
                {refuse("an account is deactivated, never deleted")}
            END IF;
            IF TG_OP = 'UPDATE' THEN changed := ({_changed(rename=rename, without=without)}); END IF;
            IF TG_OP = 'INSERT' AND NOT EXISTS ({LINES} AND l.person_id = NEW.id AND l.verb = 'added')
                OR EXISTS (
                    SELECT 1 FROM unnest(changed) AS one WHERE NOT EXISTS (
                        {LINES} AND l.person_id = NEW.id AND (
                            l.verb = 'added'
                            OR (l.verb = 'changed' AND l.detail::jsonb -> 'changed' ? one)
                            OR (l.verb = 'handed_over' AND one IN ('is_active', 'password'))
                        )
                    )
                )
            THEN
                {refuse("an account changes with a line of the record of administration")}
            END IF;
        """,
        declare=[("changed", "text[]")],
    )
