import django.contrib.postgres.fields
import django.db.models.deletion
import editorial.guards.operations
import editorial.guards.common
import editorial.base.text
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0014_checks'),
    ]

    operations = [
        migrations.CreateModel(
            name='Release',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', editorial.base.text.LineField(help_text='For staff only; the public never sees it.', max_length=200, verbose_name='working title')),
                ('note', models.TextField(blank=True, help_text='What it is about and what it waits for.', verbose_name='note')),
                ('planned_for', models.DateTimeField(blank=True, null=True, verbose_name='planned for')),
                ('phase', models.CharField(choices=[('assembling', 'Being assembled'), ('frozen', 'Frozen'), ('published', 'Published'), ('dissolved', 'Dissolved')], default='assembling', editable=False, max_length=20, verbose_name='state')),
                ('public_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('held', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None)),
                ('made_at', models.DateTimeField(editable=False)),
                ('frozen_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('published_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('dissolved_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('dissolved_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='releases_dissolved', to=settings.AUTH_USER_MODEL)),
                ('frozen_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='releases_frozen', to=settings.AUTH_USER_MODEL)),
                ('made_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='releases_made', to=settings.AUTH_USER_MODEL)),
                ('published_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='releases_published', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'release',
                'verbose_name_plural': 'releases',
                'ordering': ['-id'],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(('phase__in', ['assembling', 'frozen', 'published', 'dissolved'])), name='editorial_release_phase_known'), models.CheckConstraint(condition=models.Q(models.Q(('phase', 'published'), ('public_at__isnull', False), ('published_by__isnull', False)), models.Q(models.Q(('phase', 'published'), _negated=True), ('public_at__isnull', True)), _connector='OR'), name='editorial_release_published_is_timed'), models.CheckConstraint(condition=models.Q(models.Q(('phase__in', ['frozen', 'published']), _negated=True), ('frozen_by__isnull', False), _connector='OR'), name='editorial_release_frozen_by_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('phase', 'dissolved'), _negated=True), ('dissolved_by__isnull', False), _connector='OR'), name='editorial_release_dissolved_by_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('frozen_at__isnull', True), ('frozen_by__isnull', True)), models.Q(('frozen_at__isnull', False), ('frozen_by__isnull', False)), _connector='OR'), name='editorial_release_frozen_at_by'), models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', True), ('published_by__isnull', True)), models.Q(('published_at__isnull', False), ('published_by__isnull', False)), _connector='OR'), name='editorial_release_published_at_by'), models.CheckConstraint(condition=models.Q(models.Q(('dissolved_at__isnull', True), ('dissolved_by__isnull', True)), models.Q(('dissolved_at__isnull', False), ('dissolved_by__isnull', False)), _connector='OR'), name='editorial_release_dissolved_at_by')],
                'indexes': [models.Index(fields=['planned_for'], name='editorial_release_planned'), models.Index(fields=['public_at'], name='editorial_release_public')],
            },
        ),
        migrations.CreateModel(
            name='ReleaseItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(default=0)),
                ('added_at', models.DateTimeField()),
                ('added_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='release_items_added', to=settings.AUTH_USER_MODEL)),
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='release_item', to='editorial.edition')),
                ('release', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='editorial.release')),
            ],
            options={
                'verbose_name': 'item of a release',
                'verbose_name_plural': 'items of releases',
                'ordering': ['release', 'position', 'id'],
                'default_permissions': (),
            },
        ),
        migrations.AlterField(
            model_name='event',
            name='verb',
            field=models.CharField(choices=[('create', 'Create'), ('save', 'Save'), ('restore', 'Restore'), ('attest', 'Attest translation'), ('grant_exception', 'Grant language exception'), ('end_exception', 'End language exception'), ('submit', 'Submit for review'), ('recall', 'Recall to draft'), ('request_changes', 'Request changes'), ('sign_off', 'Sign off'), ('publish', 'Publish now'), ('schedule', 'Schedule'), ('unschedule', 'Unschedule'), ('withdraw', 'Withdraw'), ('revise', 'Revise'), ('discard', 'Discard'), ('publish_urgently', 'Publish urgently'), ('confirm', 'Confirm urgent publication'), ('add_to_release', 'Add to a release'), ('take_from_release', 'Take out of the release'), ('freeze', 'Freeze'), ('unfreeze', 'Unfreeze'), ('export', 'Export the record')], max_length=30, verbose_name='verb'),
        ),
        editorial.guards.operations.AddGuard(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='in_step_with_release', sql=editorial.guards.common.GuardSql(condition='WHEN ((OLD.state, OLD.live_during) IS DISTINCT FROM (NEW.state, NEW.live_during))', constraint='CONSTRAINT', func="\n                -- Whoever is about to freeze or publish the release waits for us, or we see that they did.\n                PERFORM 1 FROM editorial_release r WHERE r.id = (\n                    SELECT i.release_id FROM editorial_releaseitem i WHERE i.edition_id = NEW.id\n                ) FOR SHARE;\n                \n        IF EXISTS (\n            SELECT 1 FROM editorial_releaseitem i JOIN editorial_release r ON r.id = i.release_id\n            JOIN editorial_edition e ON e.id = i.edition_id\n            WHERE i.edition_id = NEW.id AND NOT CASE r.phase\n                WHEN 'assembling' THEN e.state IN ('draft', 'in_review', 'changes_requested', 'approved')\n                WHEN 'frozen' THEN e.state = 'approved'\n                WHEN 'published' THEN\n                    e.state = 'published' AND lower(e.live_during) = r.public_at\n                ELSE false\n            END\n        ) THEN\n            RAISE EXCEPTION 'the editions of a release appear together or not at all' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    \n            ", hash='7d6d9d40e1c79a78016c0a88433a0458ab4747ea', operation='UPDATE', pgid='pgtrigger_in_step_with_release_57ce8', table='editorial_edition', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='release',
            trigger=pgtrigger.compiler.Trigger(name='born_assembling', sql=editorial.guards.common.GuardSql(condition="WHEN (NEW.phase <> 'assembling')", func="RAISE EXCEPTION 'a release begins by being assembled' USING ERRCODE = 'check_violation';", hash='ed6c6f8b3ca78ad6ec9cba4a86284b07fb6d2320', operation='INSERT', pgid='pgtrigger_born_assembling_b7b96', table='editorial_release', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='release',
            trigger=pgtrigger.compiler.Trigger(name='phases', sql=editorial.guards.common.GuardSql(condition='WHEN ((OLD.phase, OLD.public_at) IS DISTINCT FROM (NEW.phase, NEW.public_at))', func="\n                IF OLD.phase = NEW.phase OR (OLD.phase || '>' || NEW.phase) NOT IN ('assembling>frozen', 'frozen>assembling', 'frozen>published', 'published>frozen', 'assembling>dissolved') THEN\n                    RAISE EXCEPTION 'a release cannot go from % to %', OLD.phase, NEW.phase USING ERRCODE = 'check_violation';\n                END IF;\n                IF OLD.public_at <= clock_timestamp() THEN\n                    RAISE EXCEPTION 'a release that went public stays on record' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='d028c101f0acaa3d92d70b61faec0e9c103ed179', operation='UPDATE', pgid='pgtrigger_phases_7deed', table='editorial_release', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='release',
            trigger=pgtrigger.compiler.Trigger(name='stays', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'a release is dissolved, never deleted' USING ERRCODE = 'check_violation';", hash='d2353908d26fbe470792815784168b11b069d594', operation='DELETE', pgid='pgtrigger_stays_3c723', table='editorial_release', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='release',
            trigger=pgtrigger.compiler.Trigger(name='in_step', sql=editorial.guards.common.GuardSql(condition='WHEN ((OLD.phase, OLD.public_at) IS DISTINCT FROM (NEW.phase, NEW.public_at))', constraint='CONSTRAINT', func="\n        IF EXISTS (\n            SELECT 1 FROM editorial_releaseitem i JOIN editorial_release r ON r.id = i.release_id\n            JOIN editorial_edition e ON e.id = i.edition_id\n            WHERE i.release_id = NEW.id AND NOT CASE r.phase\n                WHEN 'assembling' THEN e.state IN ('draft', 'in_review', 'changes_requested', 'approved')\n                WHEN 'frozen' THEN e.state = 'approved'\n                WHEN 'published' THEN\n                    e.state = 'published' AND lower(e.live_during) = r.public_at\n                ELSE false\n            END\n        ) THEN\n            RAISE EXCEPTION 'the editions of a release appear together or not at all' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ", hash='6ab318f83e0ec5cdbf514865540cbf3e919c8e38', operation='UPDATE', pgid='pgtrigger_in_step_7c90d', table='editorial_release', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='release',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='8707bb993b220170ab14f078538136f9597a9415', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_32401', table='editorial_release', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='releaseitem',
            trigger=pgtrigger.compiler.Trigger(name='while_assembling', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT phase INTO found FROM editorial_release WHERE id = OLD.release_id FOR SHARE;\n                    IF found <> 'assembling' THEN\n                        RAISE EXCEPTION 'what is in a release that is not being assembled cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                SELECT phase INTO found FROM editorial_release WHERE id = NEW.release_id FOR SHARE;\n                IF found <> 'assembling' THEN\n                    RAISE EXCEPTION 'what is in a release that is not being assembled cannot change' USING ERRCODE = 'check_violation';\n                END IF;\n                SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                IF found NOT IN ('draft', 'in_review', 'changes_requested', 'approved') THEN\n                    RAISE EXCEPTION 'only an edition that is being worked on can be put into a release' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='45597128cb1d300797158988af2275c32cff8e1d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_while_assembling_34313', table='editorial_releaseitem', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='releaseitem',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='1e04d78d171f187d3dc862c1e5e2738c81540281', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_a09ad', table='editorial_releaseitem', when='BEFORE')),
        ),
    ]
