import django.db.models.deletion
import editorial.guards.operations
import editorial.guards.common
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0009_assignment'),
    ]

    operations = [
        migrations.CreateModel(
            name='AdministrationEvent',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField(verbose_name='at')),
                ('by_name', models.CharField(max_length=300)),
                ('verb', models.CharField(choices=[('added', 'Account made'), ('changed', 'Account changed'), ('handed_over', 'Work handed over'), ('rule_added', 'Sign-off rule added'), ('rule_changed', 'Sign-off rule changed'), ('rule_removed', 'Sign-off rule removed'), ('party_added', 'Party added'), ('party_changed', 'Party changed')], max_length=30, verbose_name='what')),
                ('person_name', models.CharField(blank=True, max_length=300)),
                ('detail', models.TextField(default='{}')),
                ('previous_hash', models.CharField(editable=False, max_length=64, unique=True)),
                ('hash', models.CharField(editable=False, max_length=64, unique=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='administered', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='administration', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'act of administration',
                'verbose_name_plural': 'acts of administration',
                'ordering': ['-id'],
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort', models.CharField(choices=[('to_review', 'A text waits for my signature'), ('changes_requested', 'Changes were requested'), ('signed', 'A text of mine was signed or approved'), ('to_publish', 'A text is approved and can be published'), ('to_confirm', 'An urgent publication waits for confirmation'), ('to_translate', 'A source text changed and a translation is outdated'), ('assigned', 'Work was given to me'), ('mentioned', 'Somebody mentioned me in a remark'), ('remark', 'Somebody made or answered a remark on a text of mine'), ('release', 'A release that I have a part in moved on'), ('published', 'A text was published, urgently or as usual'), ('scheduled', 'A publication was scheduled or unscheduled'), ('withdrawn', 'A text was withdrawn or discarded'), ('reminder', 'Reminders of work that is due'), ('review_by', 'A page of mine is to be read again'), ('handed_over', 'Work was handed over to me'), ('roles', 'Roles were changed'), ('job_failed', 'Work in the background failed')], max_length=20, verbose_name='sort')),
                ('cause', models.CharField(max_length=80)),
                ('detail', models.JSONField(default=dict)),
                ('at', models.DateTimeField(verbose_name='at')),
                ('mail', models.CharField(blank=True, choices=[('at_once', 'By e-mail at once'), ('daily', 'By e-mail once a day')], max_length=10)),
                ('seen_at', models.DateTimeField(null=True, verbose_name='read at')),
                ('mailed_at', models.DateTimeField(null=True, verbose_name='mailed at')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notices_caused', to=settings.AUTH_USER_MODEL)),
                ('document', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='editorial.document')),
                ('edition', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='editorial.edition')),
                ('event', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='editorial.event')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'notice',
                'verbose_name_plural': 'notices',
                'ordering': ['-id'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('person', 'sort', 'cause'), name='editorial_notice_once'), models.CheckConstraint(condition=models.Q(('cause', ''), _negated=True), name='editorial_notice_has_a_cause'), models.CheckConstraint(condition=models.Q(('mailed_at__isnull', True), models.Q(('mail', ''), _negated=True), _connector='OR'), name='editorial_notice_mailed_as_wished')],
                'indexes': [models.Index(condition=models.Q(('seen_at__isnull', True)), fields=['person'], name='editorial_notice_unread'), models.Index(fields=['person', '-id'], name='editorial_notice_of_person'), models.Index(condition=models.Q(('mailed_at__isnull', True)), fields=['cause'], name='editorial_notice_to_mail'), models.Index(condition=models.Q(('mail', 'daily'), ('mailed_at__isnull', True), ('seen_at__isnull', True)), fields=['at'], name='editorial_notice_digest')],
            },
        ),
        migrations.CreateModel(
            name='NoticePreference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort', models.CharField(choices=[('to_review', 'A text waits for my signature'), ('changes_requested', 'Changes were requested'), ('signed', 'A text of mine was signed or approved'), ('to_publish', 'A text is approved and can be published'), ('to_confirm', 'An urgent publication waits for confirmation'), ('to_translate', 'A source text changed and a translation is outdated'), ('assigned', 'Work was given to me'), ('mentioned', 'Somebody mentioned me in a remark'), ('remark', 'Somebody made or answered a remark on a text of mine'), ('release', 'A release that I have a part in moved on'), ('published', 'A text was published, urgently or as usual'), ('scheduled', 'A publication was scheduled or unscheduled'), ('withdrawn', 'A text was withdrawn or discarded'), ('reminder', 'Reminders of work that is due'), ('review_by', 'A page of mine is to be read again'), ('handed_over', 'Work was handed over to me'), ('roles', 'Roles were changed'), ('job_failed', 'Work in the background failed')], max_length=20, verbose_name='sort')),
                ('cadence', models.CharField(choices=[('at_once', 'By e-mail at once'), ('daily', 'By e-mail once a day'), ('here', 'Only here'), ('off', 'Not at all')], max_length=10, verbose_name='how')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notice_preferences', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'preference',
                'verbose_name_plural': 'preferences',
                'ordering': ['person', 'sort'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('person', 'sort'), name='editorial_noticepreference_once')],
            },
        ),
        migrations.CreateModel(
            name='Watch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField(verbose_name='since')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='watches', to='editorial.document')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='watches', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'watched document',
                'verbose_name_plural': 'watched documents',
                'ordering': ['person', 'document'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('document', 'person'), name='editorial_watch_once')],
            },
        ),
        editorial.guards.operations.AddGuard(
            model_name='administrationevent',
            trigger=pgtrigger.compiler.Trigger(name='chain', sql=editorial.guards.common.GuardSql(declare='DECLARE last record;', func='\n                PERFORM pg_advisory_xact_lock(hashtext(\'editorial_administrationevent\'));\n                SELECT id, hash INTO last FROM editorial_administrationevent ORDER BY id DESC LIMIT 1;\n                NEW.id := coalesce(last.id, 0) + 1;\n                NEW.previous_hash := coalesce(last.hash, repeat(\'0\', 64));\n                NEW.hash := encode(sha256(convert_to(jsonb_build_array(\n                    NEW.id, NEW.previous_hash,\n                    to_char(NEW.at AT TIME ZONE \'UTC\', \'YYYY-MM-DD"T"HH24:MI:SS.US"Z"\'),\n                    NEW.by_id, NEW.by_name, NEW.verb, NEW.person_id, NEW.person_name, NEW.detail\n                )::text, \'UTF8\')), \'hex\');\n                RETURN NEW;\n            ', hash='a6b88fc0dbcead8dfe0dee7729977ccb5595564d', operation='INSERT', pgid='pgtrigger_chain_1567a', table='editorial_administrationevent', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='administrationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table is append-only: its rows cannot be changed or deleted' USING ERRCODE = 'check_violation';", hash='8e00150a88e3fd5bdf2fdb7bdeffb1b739fd659a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_40b2d', table='editorial_administrationevent', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='administrationevent',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='e9dd2dfbcf7061d910c5cbaca708e505a802ca0a', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_3c715', table='editorial_administrationevent', when='BEFORE')),
        ),
    ]
