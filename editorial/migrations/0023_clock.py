"""The functions by which the database says what time it is (`editorial.guards.clock_functions`), and what the guards after them need."""

from django.db import migrations, models

NOW = """
    CREATE OR REPLACE FUNCTION public.editorial_now() RETURNS timestamptz LANGUAGE sql VOLATILE
    SET search_path = pg_catalog, pg_temp AS $$ SELECT pg_catalog.clock_timestamp() $$
"""
PRESENT = """
    CREATE OR REPLACE FUNCTION public.editorial_present() RETURNS tstzrange LANGUAGE sql VOLATILE
    SET search_path = pg_catalog, pg_temp AS $$ SELECT pg_catalog.tstzrange(public.editorial_now() - interval '1 minute', public.editorial_now() + interval '1 minute', '[]') $$
"""


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0022_digest_versions'),
    ]

    operations = [
        migrations.RunSQL(NOW, 'DROP FUNCTION public.editorial_now()'),
        migrations.RunSQL(PRESENT, 'DROP FUNCTION public.editorial_present()'),
        migrations.AddField(
            model_name='administrationevent',
            name='transaction_id',
            field=models.BigIntegerField(db_index=True, editable=False, null=True),
        ),
        migrations.AlterField(
            model_name='administrationevent',
            name='verb',
            field=models.CharField(choices=[('added', 'Account made'), ('changed', 'Account changed'), ('handed_over', 'Work handed over'), ('rule_added', 'Sign-off rule added'), ('rule_changed', 'Sign-off rule changed'), ('rule_removed', 'Sign-off rule removed'), ('party_added', 'Party added'), ('party_changed', 'Party changed'), ('party_removed', 'Party removed'), ('role_added', 'Role added'), ('role_changed', 'Role changed'), ('role_removed', 'Role removed')], max_length=30, verbose_name='what'),
        ),
    ]
