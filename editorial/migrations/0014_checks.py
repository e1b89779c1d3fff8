import django.db.models.deletion
import editorial.guards.operations
import editorial.guards.common
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0013_remarks'),
    ]

    operations = [
        migrations.CreateModel(
            name='LinkCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('url_hash', models.CharField(max_length=64, unique=True)),
                ('url', models.TextField(verbose_name='address')),
                ('host', models.CharField(max_length=255)),
                ('outcome', models.CharField(choices=[('unseen', 'Not looked at yet'), ('found', 'Found'), ('missing', 'The server says that nothing is there'), ('failed', 'No answer, or an error'), ('unsure', 'The server does not let programs look'), ('refused', 'An address that a server must not be asked for')], default='unseen', max_length=10, verbose_name='found')),
                ('status', models.PositiveSmallIntegerField(null=True, verbose_name='HTTP status')),
                ('checked_at', models.DateTimeField(null=True, verbose_name='looked at')),
                ('fails', models.PositiveIntegerField(default=0, verbose_name='failures in a row')),
                ('failing_since', models.DateTimeField(null=True, verbose_name='failing since')),
            ],
            options={
                'verbose_name': 'address outside',
                'verbose_name_plural': 'addresses outside',
                'ordering': ['id'],
                'default_permissions': (),
                'indexes': [models.Index(fields=['checked_at'], name='editorial_linkcheck_due')],
                'constraints': [models.CheckConstraint(condition=models.Q(('outcome__in', ['unseen', 'found', 'missing', 'failed', 'unsure', 'refused'])), name='editorial_linkcheck_outcome'), models.CheckConstraint(condition=models.Q(models.Q(('checked_at__isnull', True), ('outcome', 'unseen')), models.Q(models.Q(('outcome', 'unseen'), _negated=True), ('checked_at__isnull', False)), _connector='OR'), name='editorial_linkcheck_seen'), models.CheckConstraint(condition=models.Q(models.Q(('failing_since__isnull', True), ('fails', 0)), models.Q(('failing_since__isnull', False), ('fails__gt', 0)), _connector='OR'), name='editorial_linkcheck_failing')],
            },
        ),
        migrations.CreateModel(
            name='LinkUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(max_length=120)),
                ('language', models.CharField(blank=True, max_length=7)),
                ('url', models.TextField(verbose_name='address')),
                ('text', models.CharField(blank=True, max_length=200)),
                ('target_language', models.CharField(blank=True, max_length=7)),
                ('target_path', models.CharField(blank=True, max_length=200)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='editorial.edition')),
                ('outside', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='editorial.linkcheck')),
            ],
            options={
                'verbose_name': 'link',
                'verbose_name_plural': 'broken links',
                'ordering': ['id'],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('outside__isnull', False), ('target_path', '')), models.Q(('outside__isnull', True), models.Q(('target_path', ''), _negated=True)), _connector='OR'), name='editorial_linkuse_one_target')],
                'indexes': [models.Index(fields=['target_language', 'target_path'], name='editorial_linkuse_target')],
            },
        ),
        migrations.CreateModel(
            name='CheckWaiver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('check_name', models.CharField(max_length=60, verbose_name='check')),
                ('path', models.CharField(max_length=120)),
                ('language', models.CharField(blank=True, max_length=7, verbose_name='language')),
                ('digest', models.CharField(max_length=64)),
                ('excerpt', models.TextField(verbose_name='excerpt')),
                ('reason', models.TextField(verbose_name='reason')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('ended_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waivers', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waivers', to='editorial.document', verbose_name='document')),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'waiver',
                'verbose_name_plural': 'waivers',
                'ordering': ['id'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('document', 'check_name', 'path', 'language', 'digest'), name='editorial_checkwaiver_once'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='editorial_checkwaiver_reason'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('ended_by__isnull', True)), models.Q(('ended_at__isnull', False), ('ended_by__isnull', False)), _connector='OR'), name='editorial_checkwaiver_ended_by_somebody')],
            },
        ),
        migrations.AlterField(
            model_name='event',
            name='verb',
            field=models.CharField(choices=[('create', 'Create'), ('save', 'Save'), ('restore', 'Restore'), ('attest', 'Attest translation'), ('grant_exception', 'Grant language exception'), ('end_exception', 'End language exception'), ('waive', 'Waive advice'), ('unwaive', 'Take advice up again'), ('submit', 'Submit for review'), ('recall', 'Recall to draft'), ('request_changes', 'Request changes'), ('sign_off', 'Sign off'), ('publish', 'Publish now'), ('schedule', 'Schedule'), ('unschedule', 'Unschedule'), ('withdraw', 'Withdraw'), ('revise', 'Revise'), ('discard', 'Discard'), ('publish_urgently', 'Publish urgently'), ('confirm', 'Confirm urgent publication')], max_length=30, verbose_name='verb'),
        ),
        editorial.guards.operations.AddGuard(
            model_name='checkwaiver',
            trigger=pgtrigger.compiler.Trigger(name='waiver_stays', sql=editorial.guards.common.GuardSql(condition='WHEN (OLD.ended_at IS NOT NULL OR ((OLD.id, OLD.document_id, OLD.check_name, OLD.path, OLD.language, OLD.digest, OLD.excerpt, OLD.reason, OLD.at, OLD.by_id) IS DISTINCT FROM (NEW.id, NEW.document_id, NEW.check_name, NEW.path, NEW.language, NEW.digest, NEW.excerpt, NEW.reason, NEW.at, NEW.by_id)))', func="RAISE EXCEPTION 'a waiver can be ended once, never changed' USING ERRCODE = 'check_violation';", hash='6ff1ee7a5206d0e9a855d98fafa7255792064a0f', operation='UPDATE', pgid='pgtrigger_waiver_stays_2220c', table='editorial_checkwaiver', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='checkwaiver',
            trigger=pgtrigger.compiler.Trigger(name='waiver_on_record', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'a waiver stays on record' USING ERRCODE = 'check_violation';", hash='8847ae761393fa6a926597a586e7897a96dc36c3', operation='DELETE', pgid='pgtrigger_waiver_on_record_9d43a', table='editorial_checkwaiver', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='checkwaiver',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='bf1a760ab70b87593d82d3f4794162e107346096', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_39002', table='editorial_checkwaiver', when='BEFORE')),
        ),
    ]
