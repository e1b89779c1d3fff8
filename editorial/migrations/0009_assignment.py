import django.db.models.deletion
import editorial.guards.operations
import editorial.guards.common
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0008_showing'),
    ]

    operations = [
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('task', models.CharField(choices=[('write', 'Write'), ('translate', 'Translate'), ('review', 'Review'), ('publish', 'Publish')], max_length=10, verbose_name='task')),
                ('language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish')], max_length=7, verbose_name='language')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='due on')),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('in_review', 'In review'), ('changes_requested', 'Changes requested'), ('approved', 'Approved'), ('published', 'Published'), ('discarded', 'Discarded')], max_length=20)),
                ('round', models.PositiveIntegerField()),
                ('assigned_at', models.DateTimeField(verbose_name='assigned at')),
                ('assigned_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='assigned by')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assignments', to='editorial.edition')),
                ('party', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editorial.party', verbose_name='party')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'assignment',
                'verbose_name_plural': 'assignments',
                'ordering': [models.OrderBy(models.F('due_on'), nulls_last=True), 'assigned_at', 'id'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('edition', 'task', 'language', 'party'), name='editorial_assignment_once', nulls_distinct=False), models.CheckConstraint(condition=models.Q(models.Q(('task', 'translate'), models.Q(('language', ''), _negated=True)), models.Q(models.Q(('task', 'translate'), _negated=True), ('language', '')), _connector='OR'), name='editorial_assignment_language'), models.CheckConstraint(condition=models.Q(models.Q(('party__isnull', False), ('task', 'review')), models.Q(models.Q(('task', 'review'), _negated=True), ('party__isnull', True)), _connector='OR'), name='editorial_assignment_party'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['draft', 'changes_requested']), ('task', 'write')), models.Q(('state', 'draft'), ('task', 'translate')), models.Q(('state', 'in_review'), ('task', 'review')), models.Q(('state', 'approved'), ('task', 'publish')), _connector='OR'), name='editorial_assignment_task_of_state')],
                'indexes': [models.Index(fields=['person', 'state'], name='editorial_assignment_person')],
            },
        ),
        migrations.CreateModel(
            name='BulkRun',
            fields=[
                ('id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('work', models.CharField(choices=[('assign', 'Assign'), ('set_review_by', 'Set review-by date'), ('remind', 'Send reminders')], max_length=20)),
                ('kind', models.CharField(max_length=40)),
                ('at', models.DateTimeField(db_index=True)),
                ('said', models.TextField(blank=True)),
                ('outcome', models.JSONField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'bulk work',
                'verbose_name_plural': 'bulk work',
                'ordering': ['-at', 'id'],
                'default_permissions': (),
            },
        ),
        migrations.AlterModelOptions(
            name='edition',
            options={'default_permissions': ('view',), 'ordering': ['-id'], 'permissions': [('write_edition', 'Can create, edit, submit, recall, revise and discard editions'), ('sign_off_edition', 'Can sign off editions and request changes'), ('publish_edition', 'Can publish, schedule and withdraw editions'), ('publish_urgently_edition', 'Can publish an edition before it is signed off'), ('grant_exception_edition', 'Can let an edition be published before a language is ready'), ('assign_edition', 'Can give the work on an edition to somebody'), ('translate_en', 'Can translate into en'), ('translate_fr', 'Can translate into fr'), ('translate_es', 'Can translate into es')], 'verbose_name': 'edition', 'verbose_name_plural': 'editions'},
        ),
        migrations.AlterField(
            model_name='event',
            name='verb',
            field=models.CharField(choices=[('create', 'Create'), ('save', 'Save'), ('restore', 'Restore'), ('attest', 'Attest translation'), ('grant_exception', 'Grant language exception'), ('end_exception', 'End language exception'), ('assign', 'Assign'), ('set_review_by', 'Set review-by date'), ('submit', 'Submit for review'), ('recall', 'Recall to draft'), ('request_changes', 'Request changes'), ('sign_off', 'Sign off'), ('publish', 'Publish now'), ('schedule', 'Schedule'), ('unschedule', 'Unschedule'), ('withdraw', 'Withdraw'), ('revise', 'Revise'), ('discard', 'Discard'), ('publish_urgently', 'Publish urgently'), ('confirm', 'Confirm urgent publication')], max_length=30, verbose_name='verb'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(condition=models.Q(('review_by__isnull', False)), fields=['review_by'], name='editorial_document_review_by'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(condition=models.Q(('confirmed_at__isnull', True), ('urgent_at__isnull', False)), fields=['id'], name='editorial_edition_unconfirmed'),
        ),
        migrations.AddIndex(
            model_name='figure',
            index=models.Index(condition=models.Q(('valid_until__isnull', False)), fields=['valid_until'], name='editorial_figure_valid_until'),
        ),
        migrations.AddIndex(
            model_name='withdrawal',
            index=models.Index(fields=['at'], name='editorial_withdrawal_at'),
        ),
        editorial.guards.operations.AddGuard(
            model_name='assignment',
            trigger=pgtrigger.compiler.Trigger(name='honest', sql=editorial.guards.common.GuardSql(declare='DECLARE edition editorial_edition;', func="\n                SELECT * INTO edition FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                IF edition.state <> NEW.state OR edition.round <> NEW.round OR edition.state NOT IN ('draft', 'in_review', 'changes_requested', 'approved') THEN\n                    RAISE EXCEPTION 'work is assigned in the present state and round of an open edition' USING ERRCODE = 'check_violation';\n                END IF;\n                IF NOT EXISTS (SELECT 1 FROM editorial_user u WHERE u.id = NEW.person_id AND u.is_active\n                    AND (NEW.party_id IS NULL OR u.party_id = NEW.party_id)) THEN\n                    RAISE EXCEPTION 'work is assigned to somebody who is active and acts for that party' USING ERRCODE = 'check_violation';\n                END IF;\n                IF NEW.task IN ('review', 'publish') AND EXISTS (\n                    SELECT 1 FROM editorial_event e WHERE e.edition_id = NEW.edition_id\n                        AND e.by_id = NEW.person_id AND e.verb IN ('create', 'save', 'restore')\n                ) THEN\n                    RAISE EXCEPTION 'whoever changed an edition may neither review nor publish it' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='480a9c3ead2ce72a2e37b7c8cd6658e7175a2346', operation='INSERT OR UPDATE', pgid='pgtrigger_honest_1bf09', table='editorial_assignment', when='BEFORE')),
        ),
    ]
