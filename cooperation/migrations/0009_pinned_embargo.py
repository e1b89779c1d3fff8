"""The embargo's guard finds its table by name and schema, whatever temporary tables a session has (see 0002)."""

from django.db import migrations

PINNED = """
    CREATE OR REPLACE FUNCTION public.cooperation_embargo() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
    BEGIN
        IF EXISTS (
            SELECT 1 FROM public.cooperation_statement s
            WHERE s.edition_ptr_id = NEW.id AND s.embargo_until > lower(NEW.live_during)
        ) THEN
            RAISE EXCEPTION 'a statement cannot go public before its embargo ends' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END;
    $$
"""


class Migration(migrations.Migration):

    dependencies = [
        ('cooperation', '0008_pinned_guards'),
    ]

    operations = [
        migrations.RunSQL(PINNED, migrations.RunSQL.noop),
    ]
