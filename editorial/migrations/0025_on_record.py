"""Roles and who has them change with a line of the record of administration, as accounts do (`editorial.guards.staff`).

These tables are Django's own, so their guards are written out here. The owner of the tables is asked nothing.
"""

from django.db import migrations

_LINES = """
    SELECT 1 FROM public.editorial_administrationevent l
    WHERE l.transaction_id = pg_current_xact_id()::text::bigint AND l.by_id IS NOT NULL
        AND l.at > public.editorial_now() - interval '1 day'
"""
_FUNCTION = """
    CREATE OR REPLACE FUNCTION public.{name}() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
    {declare}
    BEGIN
        IF pg_has_role(current_user, (SELECT c.relowner FROM pg_class c WHERE c.oid = TG_RELID), 'USAGE') THEN
            RETURN NULL;
        END IF;
        {body}
        RETURN NULL;
    END;
    $$
"""
_REFUSE = "RAISE EXCEPTION '%s' USING ERRCODE = 'check_violation';"

#: Whom a row is about, and under which name the line tells of it.
_HELD = """
        IF TG_OP <> 'INSERT' THEN people := ARRAY[OLD.user_id]; roles := ARRAY[OLD.{role}]; END IF;
        IF TG_OP <> 'DELETE' THEN people := people || NEW.user_id; roles := roles || NEW.{role}; END IF;
        IF EXISTS (
            SELECT 1 FROM unnest(people) AS one WHERE NOT EXISTS (
                {lines} AND l.person_id = one AND (
                    (l.verb = 'added' AND l.detail::jsonb -> 'made' ? '{named}')
                    OR (l.verb = 'changed' AND l.detail::jsonb -> 'changed' ? '{named}')
                )
            )
        ){unless} THEN
            {refuse}
        END IF;
"""
# Whoever removes a role takes it away from all who have it.
_ROLE_GONE = """ AND NOT (TG_OP = 'DELETE' AND EXISTS (
            {lines} AND l.verb = 'role_removed' AND (l.detail::jsonb ->> 'id')::bigint = ANY(roles)
        ))"""
_ROLE = """
        IF TG_OP <> 'INSERT' THEN roles := ARRAY[OLD.{role}]; END IF;
        IF TG_OP <> 'DELETE' THEN roles := roles || NEW.{role}; END IF;
        IF EXISTS (
            SELECT 1 FROM unnest(roles) AS one WHERE NOT EXISTS (
                {lines} AND (l.detail::jsonb ->> 'id')::bigint = one AND (
                    (l.verb = 'role_removed' AND TG_OP = 'DELETE')
                    OR (l.verb = 'role_added' AND TG_OP <> 'DELETE')
                    OR (l.verb = 'role_changed' AND l.detail::jsonb -> 'changed' ? '{named}')
                )
            )
        ) THEN
            {refuse}
        END IF;
"""
_DECLARE = "DECLARE people bigint[] := '{}'; roles bigint[] := '{}';"


def _held(role: str, named: str, *, unless: str = "") -> str:
    return _HELD.format(
        role=role, named=named, lines=_LINES, unless=unless.format(lines=_LINES) if unless else "",
        refuse=_REFUSE % "what somebody may do changes with a line of the record of administration",
    )


def _role(role: str, named: str) -> str:
    return _ROLE.format(
        role=role, named=named, lines=_LINES,
        refuse=_REFUSE % "a role changes with a line of the record of administration",
    )


#: Each table with the body of its guard.
_GUARDED = {
    "editorial_user_groups": _held("group_id", "roles", unless=_ROLE_GONE),
    "editorial_user_user_permissions": _held("permission_id", "permissions"),
    "auth_group": _role("id", "name"),
    "auth_group_permissions": _role("group_id", "permissions"),
}


def _guard(table: str) -> migrations.RunSQL:
    function = _FUNCTION.format(name=f"{table}_on_record", declare=_DECLARE, body=_GUARDED[table])
    return migrations.RunSQL(
        f"""{function};
        CREATE CONSTRAINT TRIGGER on_record AFTER INSERT OR UPDATE OR DELETE ON public.{table}
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.{table}_on_record();
        CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.{table}
            FOR EACH STATEMENT EXECUTE FUNCTION public.editorial_no_truncate();
        """,
        f"""DROP TRIGGER no_truncate ON public.{table}; DROP TRIGGER on_record ON public.{table};
        DROP FUNCTION public.{table}_on_record()""",
    )


class Migration(migrations.Migration):

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('editorial', '0024_pinned_guards'),
    ]

    operations = [
        migrations.RunSQL(
            """
            CREATE FUNCTION public.editorial_no_truncate() RETURNS trigger LANGUAGE plpgsql
            SET search_path = pg_catalog, pg_temp AS $$
            BEGIN
                RAISE EXCEPTION 'what people may do is on record: this table cannot be truncated'
                    USING ERRCODE = 'check_violation';
            END;
            $$
            """,
            "DROP FUNCTION public.editorial_no_truncate()",
        ),
        *(_guard(table) for table in _GUARDED),
    ]
