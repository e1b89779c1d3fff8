import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import editorial.guards.operations
import editorial.guards.common
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0004_job'),
    ]

    operations = [
        migrations.CreateModel(
            name='QuotaKey',
            fields=[
                ('day', models.DateField(primary_key=True, serialize=False)),
                ('secret', models.BinaryField(max_length=32)),
            ],
            options={
                'ordering': ['day'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=7, verbose_name='language')),
                ('name', models.CharField(blank=True, max_length=180, verbose_name='name')),
                ('text', models.TextField(blank=True, verbose_name='text')),
                ('written_on', models.DateField(verbose_name='written on')),
                ('status', models.CharField(choices=[('waiting', 'Waiting'), ('approved', 'Approved'), ('refused', 'Refused'), ('deleted', 'Deleted')], default='waiting', max_length=12, verbose_name='state')),
                ('version', models.PositiveIntegerField(default=1)),
                ('reason', models.CharField(blank=True, choices=[('off_topic', 'It is not about this page'), ('abuse', 'It insults, threatens or discriminates'), ('personal', 'It tells something personal about somebody'), ('advert', 'It advertises something'), ('repeated', 'It says the same as another comment'), ('unlawful', 'It may break the law'), ('request', 'Its author asks for it')], max_length=12, verbose_name='reason')),
                ('decided_at', models.DateTimeField(null=True, verbose_name='decided at')),
                ('erased_on', models.DateField(null=True, verbose_name='text erased on')),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='editorial.document', verbose_name='document')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='editorial.edition', verbose_name='edition')),
            ],
            options={
                'verbose_name': 'comment',
                'verbose_name_plural': 'comments',
                'ordering': ['-id'],
                'permissions': [('moderate_comment', 'Can decide which comments are shown')],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['waiting', 'approved', 'refused', 'deleted'])), name='editorial_comment_status'), models.CheckConstraint(condition=models.Q(('reason__in', ['', 'off_topic', 'abuse', 'personal', 'advert', 'repeated', 'unlawful', 'request'])), name='editorial_comment_reason'), models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), ('status__in', ['waiting', 'approved'])), models.Q(('status__in', ['refused', 'deleted']), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='editorial_comment_no_has_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True), ('status', 'waiting')), models.Q(models.Q(('status', 'waiting'), _negated=True), ('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='editorial_comment_decided_by_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('erased_on__isnull', True), models.Q(('text', ''), _negated=True), models.Q(('status', 'deleted'), _negated=True)), models.Q(('erased_on__isnull', False), ('name', ''), ('status__in', ['refused', 'deleted']), ('text', '')), _connector='OR'), name='editorial_comment_erased'), models.CheckConstraint(condition=django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('text'), 6000), name='editorial_comment_length')],
                'indexes': [models.Index(condition=models.Q(('status', 'approved')), fields=['document', 'language', '-id'], name='editorial_comment_shown'), models.Index(fields=['status', '-id'], name='editorial_comment_desk')],
            },
        ),
        migrations.CreateModel(
            name='Discussion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_on', models.BooleanField(default=True, help_text='Off: the page shows no comments and takes none. Nothing is lost: on again, they are back.', verbose_name='comments are shown')),
                ('closes_at', models.DateTimeField(verbose_name='closes at')),
                ('changed_at', models.DateTimeField(editable=False, verbose_name='last change')),
                ('changed_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('document', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='discussion', to='editorial.document', verbose_name='document')),
            ],
            options={
                'verbose_name': 'page with comments',
                'verbose_name_plural': 'pages with comments',
                'ordering': ['-closes_at', 'id'],
                'permissions': [('open_discussion', 'Can let visitors comment on a page')],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Problem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.CharField(max_length=200, verbose_name='address')),
                ('language', models.CharField(max_length=7, verbose_name='language')),
                ('reasons', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('link', 'A link, a picture or a file does not work'), ('spelling', 'There is a spelling mistake'), ('missing', 'Information is missing'), ('wrong', 'Information is outdated or wrong'), ('search', 'I cannot find what I am looking for'), ('other', 'Something else')], max_length=12), size=None, verbose_name='reasons')),
                ('text', models.TextField(blank=True, verbose_name='text')),
                ('reported_on', models.DateField(verbose_name='reported on')),
                ('count', models.PositiveIntegerField(default=1, verbose_name='times reported')),
                ('status', models.CharField(choices=[('new', 'New'), ('seen', 'Looked at'), ('fixed', 'Fixed'), ('set_aside', 'Set aside')], default='new', max_length=12, verbose_name='state')),
                ('version', models.PositiveIntegerField(default=1)),
                ('handled_at', models.DateTimeField(null=True, verbose_name='handled at')),
                ('erased_on', models.DateField(null=True, verbose_name='text erased on')),
                ('document', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='problems', to='editorial.document', verbose_name='document')),
                ('edition', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='problems', to='editorial.edition', verbose_name='edition')),
                ('handled_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='handled by')),
            ],
            options={
                'verbose_name': 'report of a problem',
                'verbose_name_plural': 'reports of problems',
                'ordering': ['-id'],
                'permissions': [('triage_problem', 'Can look after what visitors report')],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(('reasons__contained_by', ['link', 'spelling', 'missing', 'wrong', 'search', 'other']), ('reasons__len__gt', 0)), name='editorial_problem_reasons'), models.CheckConstraint(condition=models.Q(('status__in', ['new', 'seen', 'fixed', 'set_aside'])), name='editorial_problem_status'), models.CheckConstraint(condition=models.Q(models.Q(('handled_at__isnull', True), ('handled_by__isnull', True), ('status', 'new')), models.Q(models.Q(('status', 'new'), _negated=True), ('handled_at__isnull', False), ('handled_by__isnull', False)), _connector='OR'), name='editorial_problem_handled_by_somebody'), models.CheckConstraint(condition=models.Q(('edition__isnull', True), ('document__isnull', False), _connector='OR'), name='editorial_problem_edition_of'), models.CheckConstraint(condition=django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('text'), 6000), name='editorial_problem_length'), models.CheckConstraint(condition=models.Q(('erased_on__isnull', True), models.Q(('text', ''), models.Q(('status', 'new'), _negated=True)), _connector='OR'), name='editorial_problem_erased'), models.CheckConstraint(condition=models.Q(('count__gte', 1)), name='editorial_problem_count'), models.UniqueConstraint(models.F('address'), models.F('language'), models.F('reasons'), django.db.models.functions.text.MD5('text'), condition=models.Q(('status', 'new')), name='editorial_problem_folded')],
                'indexes': [models.Index(fields=['status', 'document'], name='editorial_problem_desk')],
            },
        ),
        migrations.CreateModel(
            name='Handling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_status', models.CharField(blank=True, max_length=40)),
                ('to_status', models.CharField(max_length=40)),
                ('reason', models.CharField(blank=True, max_length=12)),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('by_name', models.CharField(max_length=300)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('comment', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handlings', to='editorial.comment')),
                ('discussion', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handlings', to='editorial.discussion')),
                ('problem', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handlings', to='editorial.problem')),
            ],
            options={
                'verbose_name': 'step',
                'verbose_name_plural': 'steps',
                'ordering': ['id'],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('comment__isnull', True), ('discussion__isnull', True), ('problem__isnull', False)), models.Q(('comment__isnull', False), ('discussion__isnull', True), ('problem__isnull', True)), models.Q(('comment__isnull', True), ('discussion__isnull', False), ('problem__isnull', True)), _connector='OR'), name='editorial_handling_of_one_thing')],
            },
        ),
        migrations.CreateModel(
            name='Quota',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('bucket', models.CharField(max_length=64)),
                ('hour', models.DateTimeField()),
                ('count', models.PositiveIntegerField()),
            ],
            options={
                'ordering': ['hour', 'bucket'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('hour', 'bucket'), name='editorial_quota_once')],
            },
        ),
        editorial.guards.operations.AddGuard(
            model_name='comment',
            trigger=pgtrigger.compiler.Trigger(name='words_stay', sql=editorial.guards.common.GuardSql(condition="WHEN (((OLD.language, OLD.written_on, OLD.document_id, OLD.edition_id) IS DISTINCT FROM (NEW.language, NEW.written_on, NEW.document_id, NEW.edition_id)) OR (NEW.text <> OLD.text AND NEW.text <> '') OR (NEW.name <> OLD.name AND NEW.name <> '') OR (((NEW.text <> OLD.text) OR (NEW.name <> OLD.name)) AND NEW.erased_on IS NULL))", func="RAISE EXCEPTION 'what a visitor said can be erased, never changed' USING ERRCODE = 'check_violation';", hash='e5f7f1307581ddfb32aedb0be2eefdae08b2c04d', operation='UPDATE', pgid='pgtrigger_words_stay_8e765', table='editorial_comment', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='comment',
            trigger=pgtrigger.compiler.Trigger(name='fact_stays', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'that a visitor said something stays on record' USING ERRCODE = 'check_violation';", hash='dc63ad0ac55bc79adf20c184898b525a26042d58', operation='DELETE', pgid='pgtrigger_fact_stays_f0322', table='editorial_comment', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='comment',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='5c0cdbde805d38e68fa262bf9202a882e3c1b373', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_ab5c0', table='editorial_comment', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='problem',
            trigger=pgtrigger.compiler.Trigger(name='words_stay', sql=editorial.guards.common.GuardSql(condition="WHEN (((OLD.address, OLD.language, OLD.reasons, OLD.reported_on, OLD.document_id, OLD.edition_id) IS DISTINCT FROM (NEW.address, NEW.language, NEW.reasons, NEW.reported_on, NEW.document_id, NEW.edition_id)) OR (NEW.text <> OLD.text AND NEW.text <> '') OR (((NEW.text <> OLD.text)) AND NEW.erased_on IS NULL))", func="RAISE EXCEPTION 'what a visitor said can be erased, never changed' USING ERRCODE = 'check_violation';", hash='3eb4bfe43e789a2a9c0c9ab2f2a97be582a3e0db', operation='UPDATE', pgid='pgtrigger_words_stay_4f62c', table='editorial_problem', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='problem',
            trigger=pgtrigger.compiler.Trigger(name='fact_stays', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'that a visitor said something stays on record' USING ERRCODE = 'check_violation';", hash='9e66f16b8cc5623c68596d5209cd8e1d1b476da0', operation='DELETE', pgid='pgtrigger_fact_stays_d1f1a', table='editorial_problem', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='problem',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='40ce40b7a6a70776b8afd4d9b7483b49f8a5bb63', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_3dfc9', table='editorial_problem', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='handling',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table is append-only: its rows cannot be changed or deleted' USING ERRCODE = 'check_violation';", hash='07ebec481c9d77d43e05559c15b689757aa8569f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_da638', table='editorial_handling', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='handling',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='d67e632ce43a608bfc52c88ec8dd92b7159928fb', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_4cfef', table='editorial_handling', when='BEFORE')),
        ),
    ]
