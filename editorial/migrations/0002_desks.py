"""The desks: assignments, remarks, preview links, notices, releases, and what keeps people from overwriting each other."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.db.models.lookups
import editorial.guard_operations
import editorial.guards
import editorial.models.glossaryterm
import editorial.text
import editorial.timeline
import pgtrigger.compiler
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [
        ('editorial', '0008_showing'),
        ('editorial', '0009_assignment'),
        ('editorial', '0010_notices'),
        ('editorial', '0011_together'),
        ('editorial', '0012_glossary'),
        ('editorial', '0013_remarks'),
        ('editorial', '0014_checks'),
        ('editorial', '0015_releases'),
        ('editorial', '0016_verbs'),
    ]

    dependencies = [
        ('editorial', '0001_engine'),
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
            name='Autosave',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tab', models.UUIDField()),
                ('version', models.PositiveIntegerField()),
                ('based_on', models.CharField(max_length=64)),
                ('content', models.JSONField()),
                ('at', models.DateTimeField(db_index=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='editorial.edition')),
            ],
            options={
                'verbose_name': 'unsaved work',
                'verbose_name_plural': 'unsaved work',
                'ordering': ['-at', 'id'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('edition', 'by'), name='editorial_autosave_one_a_person'), models.CheckConstraint(condition=django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length(django.db.models.functions.comparison.Cast('content', models.TextField())), 8000000), name='editorial_autosave_bounded')],
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
        migrations.CreateModel(
            name='GlossaryTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('term', editorial.text.LineField(blank=True, max_length=150, verbose_name='term')),
                ('term_en', editorial.text.LineField(blank=True, max_length=150, null=True, verbose_name='term')),
                ('term_fr', editorial.text.LineField(blank=True, max_length=150, null=True, verbose_name='term')),
                ('term_es', editorial.text.LineField(blank=True, max_length=150, null=True, verbose_name='term')),
                ('acronym', editorial.text.LineField(blank=True, max_length=30, verbose_name='acronym')),
                ('acronym_en', editorial.text.LineField(blank=True, max_length=30, null=True, verbose_name='acronym')),
                ('acronym_fr', editorial.text.LineField(blank=True, max_length=30, null=True, verbose_name='acronym')),
                ('acronym_es', editorial.text.LineField(blank=True, max_length=30, null=True, verbose_name='acronym')),
                ('variants', editorial.models.glossaryterm.LinesField(blank=True, help_text='What may be said as well, one a line. Plurals need no line of their own.', verbose_name='other forms')),
                ('variants_en', editorial.models.glossaryterm.LinesField(blank=True, help_text='What may be said as well, one a line. Plurals need no line of their own.', null=True, verbose_name='other forms')),
                ('variants_fr', editorial.models.glossaryterm.LinesField(blank=True, help_text='What may be said as well, one a line. Plurals need no line of their own.', null=True, verbose_name='other forms')),
                ('variants_es', editorial.models.glossaryterm.LinesField(blank=True, help_text='What may be said as well, one a line. Plurals need no line of their own.', null=True, verbose_name='other forms')),
                ('forbidden', editorial.models.glossaryterm.LinesField(blank=True, help_text='What must not be said instead, one a line.', verbose_name='do not use')),
                ('forbidden_en', editorial.models.glossaryterm.LinesField(blank=True, help_text='What must not be said instead, one a line.', null=True, verbose_name='do not use')),
                ('forbidden_fr', editorial.models.glossaryterm.LinesField(blank=True, help_text='What must not be said instead, one a line.', null=True, verbose_name='do not use')),
                ('forbidden_es', editorial.models.glossaryterm.LinesField(blank=True, help_text='What must not be said instead, one a line.', null=True, verbose_name='do not use')),
                ('note', models.TextField(blank=True, help_text='For translators: when it is used, and where it comes from.', max_length=1000, verbose_name='note')),
                ('changed_at', models.DateTimeField(editable=False, verbose_name='last change')),
                ('changed_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
            ],
            options={
                'verbose_name': 'glossary term',
                'verbose_name_plural': 'glossary',
                'ordering': ['term_en', 'id'],
            },
        ),
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
                'constraints': [models.CheckConstraint(condition=models.Q(('outcome__in', ['unseen', 'found', 'missing', 'failed', 'unsure', 'refused'])), name='editorial_linkcheck_outcome'), models.CheckConstraint(condition=models.Q(models.Q(('checked_at__isnull', True), ('outcome', 'unseen')), models.Q(models.Q(('outcome', 'unseen'), _negated=True), ('checked_at__isnull', False)), _connector='OR'), name='editorial_linkcheck_seen'), models.CheckConstraint(condition=models.Q(models.Q(('failing_since__isnull', True), ('fails', 0)), models.Q(('failing_since__isnull', False), ('fails__gt', 0)), _connector='OR'), name='editorial_linkcheck_failing')],
                'indexes': [models.Index(fields=['checked_at'], name='editorial_linkcheck_due')],
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
            name='Presence',
            fields=[
                ('tab', models.UUIDField(primary_key=True, serialize=False)),
                ('screen', models.CharField(max_length=12)),
                ('language', models.CharField(blank=True, max_length=7)),
                ('editing', models.BooleanField(default=False)),
                ('beating', models.BooleanField(default=False)),
                ('opened_at', models.DateTimeField()),
                ('seen_at', models.DateTimeField(db_index=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='editorial.edition')),
            ],
            options={
                'verbose_name': 'open window',
                'verbose_name_plural': 'open windows',
                'ordering': ['opened_at', 'tab'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='PreviewLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=7), size=None)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('once', models.UUIDField(unique=True)),
                ('label', models.CharField(max_length=120, verbose_name='for whom')),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField(verbose_name='until')),
                ('revoked_at', models.DateTimeField(null=True)),
                ('opened_count', models.PositiveIntegerField(default=0)),
                ('opened_at', models.DateTimeField(null=True)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='preview_links', to='editorial.edition')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='preview_links_made', to=settings.AUTH_USER_MODEL)),
                ('revoked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='preview_links_revoked', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'preview link',
                'verbose_name_plural': 'preview links',
                'ordering': ['-id'],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('revoked_at__isnull', True), ('revoked_by__isnull', True)), models.Q(('revoked_at__isnull', False), ('revoked_by__isnull', False)), _connector='OR'), name='editorial_previewlink_revoked_at_by'), models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('made_at'))), name='editorial_previewlink_lasts'), models.CheckConstraint(condition=models.Q(models.Q(('opened_at__isnull', True), ('opened_count', 0)), models.Q(('opened_at__isnull', False), ('opened_count__gt', 0)), _connector='OR'), name='editorial_previewlink_opened'), models.CheckConstraint(condition=django.db.models.lookups.Regex(models.F('token_hash'), models.Value('^[0-9a-f]{64}$')), name='editorial_previewlink_token_hashed')],
            },
        ),
        migrations.CreateModel(
            name='GuestAgreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('language', models.CharField(max_length=7)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('at', models.DateTimeField()),
                ('link', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='editorial.previewlink')),
            ],
            options={
                'verbose_name': 'agreement by preview link',
                'verbose_name_plural': 'agreements by preview link',
                'ordering': ['id'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('link', 'name'), name='editorial_guestagreement_once'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='editorial_guestagreement_named')],
            },
        ),
        migrations.CreateModel(
            name='Release',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', editorial.text.LineField(help_text='For staff only; the public never sees it.', max_length=200, verbose_name='working title')),
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
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('path', models.CharField(blank=True, max_length=150)),
                ('place', models.JSONField(default=dict)),
                ('language', models.CharField(blank=True, max_length=7, verbose_name='language')),
                ('quotation', models.TextField(blank=True, verbose_name='passage')),
                ('must_fix', models.BooleanField(default=False, verbose_name='must be fixed')),
                ('opened_at', models.DateTimeField()),
                ('resolved_at', models.DateTimeField(null=True)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remarks', to='editorial.document')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remarks', to='editorial.edition')),
                ('link', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='remarks', to='editorial.previewlink')),
                ('opened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='remarks_opened', to=settings.AUTH_USER_MODEL)),
                ('resolved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='remarks_resolved', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'remark',
                'verbose_name_plural': 'remarks',
                'ordering': ['id'],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('resolved_at__isnull', True), ('resolved_by__isnull', True)), models.Q(('resolved_at__isnull', False), ('resolved_by__isnull', False)), _connector='OR'), name='editorial_remark_resolved_at_by'), models.CheckConstraint(condition=models.Q(models.Q(('link__isnull', True), ('opened_by__isnull', False)), models.Q(('link__isnull', False), ('must_fix', False), ('opened_by__isnull', True)), _connector='OR'), name='editorial_remark_of_staff_or_guest'), models.CheckConstraint(condition=django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('quotation'), 500), name='editorial_remark_quotation')],
                'indexes': [models.Index(condition=models.Q(('resolved_at__isnull', True)), fields=['document', 'must_fix'], name='editorial_remark_open')],
            },
        ),
        migrations.CreateModel(
            name='RemarkEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('said', 'Said'), ('resolved', 'Resolved'), ('reopened', 'Reopened')], default='said', max_length=10)),
                ('text', models.TextField(blank=True, verbose_name='remark')),
                ('at', models.DateTimeField()),
                ('guest_name', models.CharField(blank=True, max_length=120)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='remark_entries', to=settings.AUTH_USER_MODEL)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remark_entries', to='editorial.edition')),
                ('link', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='editorial.previewlink')),
                ('remark', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='editorial.remark')),
            ],
            options={
                'verbose_name': 'entry',
                'verbose_name_plural': 'entries',
                'ordering': ['id'],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('by__isnull', False), ('guest_name', ''), ('link__isnull', True)), models.Q(('by__isnull', True), ('kind', 'said'), ('link__isnull', False), models.Q(('guest_name', ''), _negated=True)), _connector='OR'), name='editorial_remarkentry_of_staff_or_guest'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'said'), _negated=True), models.Q(('text', ''), _negated=True), _connector='OR'), name='editorial_remarkentry_says_something'), models.CheckConstraint(condition=models.Q(('kind__in', ['said', 'resolved', 'reopened'])), name='editorial_remarkentry_kind'), models.CheckConstraint(condition=django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('text'), 4000), name='editorial_remarkentry_length')],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mentions', to=settings.AUTH_USER_MODEL)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mentions', to='editorial.remarkentry')),
            ],
            options={
                'verbose_name': 'mention',
                'verbose_name_plural': 'mentions',
                'ordering': ['id'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('entry', 'person'), name='editorial_mention_once')],
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
        migrations.AlterModelOptions(
            name='edition',
            options={'default_permissions': ('view',), 'ordering': ['-id'], 'permissions': [('write_edition', 'Can create, edit, submit, recall, revise and discard editions'), ('sign_off_edition', 'Can sign off editions and request changes'), ('publish_edition', 'Can publish, schedule and withdraw editions'), ('publish_urgently_edition', 'Can publish an edition before it is signed off'), ('grant_exception_edition', 'Can let an edition be published before a language is ready'), ('assign_edition', 'Can give the work on an edition to somebody'), ('translate_en', 'Can translate into en'), ('translate_fr', 'Can translate into fr'), ('translate_es', 'Can translate into es')], 'verbose_name': 'edition', 'verbose_name_plural': 'editions'},
        ),
        migrations.RemoveIndex(
            model_name='edition',
            name='editorial_edition_begins',
        ),
        migrations.AlterField(
            model_name='event',
            name='verb',
            field=models.CharField(choices=[('create', 'Create'), ('save', 'Save'), ('restore', 'Restore'), ('attest', 'Attest translation'), ('grant_exception', 'Grant language exception'), ('end_exception', 'End language exception'), ('assign', 'Assign'), ('set_review_by', 'Set review-by date'), ('waive', 'Waive advice'), ('unwaive', 'Take advice up again'), ('submit', 'Submit for review'), ('recall', 'Recall to draft'), ('request_changes', 'Request changes'), ('sign_off', 'Sign off'), ('publish', 'Publish now'), ('schedule', 'Schedule'), ('unschedule', 'Unschedule'), ('withdraw', 'Withdraw'), ('revise', 'Revise'), ('discard', 'Discard'), ('publish_urgently', 'Publish urgently'), ('confirm', 'Confirm urgent publication'), ('remark', 'Remark'), ('resolve_remark', 'Resolve remark'), ('reopen_remark', 'Reopen remark'), ('share_preview', 'Make preview link'), ('revoke_preview', 'Revoke preview link'), ('guest_agree', 'Agree by preview link'), ('add_to_release', 'Add to a release'), ('take_from_release', 'Take out of the release'), ('freeze', 'Freeze'), ('unfreeze', 'Unfreeze'), ('export', 'Export the record')], max_length=30, verbose_name='verb'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(condition=models.Q(('review_by__isnull', False)), fields=['review_by'], name='editorial_document_review_by'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(models.OrderBy(editorial.timeline.Begins('live_during'), descending=True), models.OrderBy(models.F('id'), descending=True), condition=models.Q(('state', 'published')), name='editorial_edition_begins'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(condition=models.Q(('confirmed_at__isnull', True), ('urgent_at__isnull', False)), fields=['id'], name='editorial_edition_unconfirmed'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(condition=models.Q(('verb__in', ('publish', 'schedule', 'unschedule', 'withdraw', 'publish_urgently', 'confirm'))), fields=['id'], name='editorial_event_showing'),
        ),
        migrations.AddIndex(
            model_name='figure',
            index=models.Index(condition=models.Q(('valid_until__isnull', False)), fields=['valid_until'], name='editorial_figure_valid_until'),
        ),
        migrations.AddIndex(
            model_name='withdrawal',
            index=models.Index(fields=['at'], name='editorial_withdrawal_at'),
        ),
        editorial.guard_operations.AddGuard(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='in_step_with_release', sql=editorial.guards.GuardSql(condition='WHEN ((OLD.state, OLD.live_during) IS DISTINCT FROM (NEW.state, NEW.live_during))', constraint='CONSTRAINT', func="\n                -- Whoever is about to freeze or publish the release waits for us, or we see that they did.\n                PERFORM 1 FROM editorial_release r WHERE r.id = (\n                    SELECT i.release_id FROM editorial_releaseitem i WHERE i.edition_id = NEW.id\n                ) FOR SHARE;\n                \n        IF EXISTS (\n            SELECT 1 FROM editorial_releaseitem i JOIN editorial_release r ON r.id = i.release_id\n            JOIN editorial_edition e ON e.id = i.edition_id\n            WHERE i.edition_id = NEW.id AND NOT CASE r.phase\n                WHEN 'assembling' THEN e.state IN ('draft', 'in_review', 'changes_requested', 'approved')\n                WHEN 'frozen' THEN e.state = 'approved'\n                WHEN 'published' THEN\n                    e.state = 'published' AND lower(e.live_during) = r.public_at\n                ELSE false\n            END\n        ) THEN\n            RAISE EXCEPTION 'the editions of a release appear together or not at all' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    \n            ", hash='7d6d9d40e1c79a78016c0a88433a0458ab4747ea', operation='UPDATE', pgid='pgtrigger_in_step_with_release_57ce8', table='editorial_edition', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='signoff',
            trigger=pgtrigger.compiler.Trigger(name='first_must_fix', sql=editorial.guards.GuardSql(condition="WHEN (NEW.decision = 'signed')", declare='DECLARE about bigint;', func="\n                SELECT document_id INTO about FROM editorial_edition WHERE id = NEW.edition_id;\n                PERFORM 1 FROM editorial_document WHERE id = about FOR SHARE;\n                IF EXISTS (\n                    SELECT 1 FROM editorial_remark r\n                    WHERE r.document_id = about AND r.must_fix AND r.resolved_at IS NULL\n                ) THEN\n                    RAISE EXCEPTION 'a remark that must be fixed is not resolved' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='b973d061744484114171fec9365653a54790e6fe', operation='INSERT', pgid='pgtrigger_first_must_fix_8df9c', table='editorial_signoff', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='administrationevent',
            trigger=pgtrigger.compiler.Trigger(name='chain', sql=editorial.guards.GuardSql(declare='DECLARE last record;', func='\n                PERFORM pg_advisory_xact_lock(hashtext(\'editorial_administrationevent\'));\n                SELECT id, hash INTO last FROM editorial_administrationevent ORDER BY id DESC LIMIT 1;\n                NEW.id := coalesce(last.id, 0) + 1;\n                NEW.previous_hash := coalesce(last.hash, repeat(\'0\', 64));\n                NEW.hash := encode(sha256(convert_to(jsonb_build_array(\n                    NEW.id, NEW.previous_hash,\n                    to_char(NEW.at AT TIME ZONE \'UTC\', \'YYYY-MM-DD"T"HH24:MI:SS.US"Z"\'),\n                    NEW.by_id, NEW.by_name, NEW.verb, NEW.person_id, NEW.person_name, NEW.detail\n                )::text, \'UTF8\')), \'hex\');\n                RETURN NEW;\n            ', hash='a6b88fc0dbcead8dfe0dee7729977ccb5595564d', operation='INSERT', pgid='pgtrigger_chain_1567a', table='editorial_administrationevent', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='administrationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=editorial.guards.GuardSql(func="RAISE EXCEPTION 'this table is append-only: its rows cannot be changed or deleted' USING ERRCODE = 'check_violation';", hash='8e00150a88e3fd5bdf2fdb7bdeffb1b739fd659a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_40b2d', table='editorial_administrationevent', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='administrationevent',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='e9dd2dfbcf7061d910c5cbaca708e505a802ca0a', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_3c715', table='editorial_administrationevent', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='assignment',
            trigger=pgtrigger.compiler.Trigger(name='honest', sql=editorial.guards.GuardSql(declare='DECLARE edition editorial_edition;', func="\n                SELECT * INTO edition FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                IF edition.state <> NEW.state OR edition.round <> NEW.round OR edition.state NOT IN ('draft', 'in_review', 'changes_requested', 'approved') THEN\n                    RAISE EXCEPTION 'work is assigned in the present state and round of an open edition' USING ERRCODE = 'check_violation';\n                END IF;\n                IF NOT EXISTS (SELECT 1 FROM editorial_user u WHERE u.id = NEW.person_id AND u.is_active\n                    AND (NEW.party_id IS NULL OR u.party_id = NEW.party_id)) THEN\n                    RAISE EXCEPTION 'work is assigned to somebody who is active and acts for that party' USING ERRCODE = 'check_violation';\n                END IF;\n                IF NEW.task IN ('review', 'publish') AND EXISTS (\n                    SELECT 1 FROM editorial_event e WHERE e.edition_id = NEW.edition_id\n                        AND e.by_id = NEW.person_id AND e.verb IN ('create', 'save', 'restore')\n                ) THEN\n                    RAISE EXCEPTION 'whoever changed an edition may neither review nor publish it' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='480a9c3ead2ce72a2e37b7c8cd6658e7175a2346', operation='INSERT OR UPDATE', pgid='pgtrigger_honest_1bf09', table='editorial_assignment', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='checkwaiver',
            trigger=pgtrigger.compiler.Trigger(name='waiver_stays', sql=editorial.guards.GuardSql(condition='WHEN (OLD.ended_at IS NOT NULL OR ((OLD.id, OLD.document_id, OLD.check_name, OLD.path, OLD.language, OLD.digest, OLD.excerpt, OLD.reason, OLD.at, OLD.by_id) IS DISTINCT FROM (NEW.id, NEW.document_id, NEW.check_name, NEW.path, NEW.language, NEW.digest, NEW.excerpt, NEW.reason, NEW.at, NEW.by_id)))', func="RAISE EXCEPTION 'a waiver can be ended once, never changed' USING ERRCODE = 'check_violation';", hash='6ff1ee7a5206d0e9a855d98fafa7255792064a0f', operation='UPDATE', pgid='pgtrigger_waiver_stays_2220c', table='editorial_checkwaiver', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='checkwaiver',
            trigger=pgtrigger.compiler.Trigger(name='waiver_on_record', sql=editorial.guards.GuardSql(func="RAISE EXCEPTION 'a waiver stays on record' USING ERRCODE = 'check_violation';", hash='8847ae761393fa6a926597a586e7897a96dc36c3', operation='DELETE', pgid='pgtrigger_waiver_on_record_9d43a', table='editorial_checkwaiver', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='checkwaiver',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='bf1a760ab70b87593d82d3f4794162e107346096', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_39002', table='editorial_checkwaiver', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='previewlink',
            trigger=pgtrigger.compiler.Trigger(name='same_link', sql=editorial.guards.GuardSql(condition='WHEN (((OLD.edition_id, OLD.digest, OLD.languages, OLD.token_hash, OLD.once, OLD.label, OLD.made_at, OLD.made_by_id, OLD.expires_at) IS DISTINCT FROM (NEW.edition_id, NEW.digest, NEW.languages, NEW.token_hash, NEW.once, NEW.label, NEW.made_at, NEW.made_by_id, NEW.expires_at)) OR NEW.opened_count < OLD.opened_count OR (OLD.revoked_at IS NOT NULL AND ((OLD.revoked_at, OLD.revoked_by_id, OLD.opened_count) IS DISTINCT FROM (NEW.revoked_at, NEW.revoked_by_id, NEW.opened_count))))', func="RAISE EXCEPTION 'a preview link keeps what it opens, and one that was revoked stays shut' USING ERRCODE = 'check_violation';", hash='5a632ae1e674e121a1dee202c60a265cc62d5b72', operation='UPDATE', pgid='pgtrigger_same_link_9cf1a', table='editorial_previewlink', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='previewlink',
            trigger=pgtrigger.compiler.Trigger(name='of_this_edition', sql=editorial.guards.GuardSql(func="\n                IF NOT EXISTS (\n                    SELECT 1 FROM editorial_event e WHERE e.edition_id = NEW.edition_id AND e.digest = NEW.digest\n                ) THEN\n                    RAISE EXCEPTION 'a preview link opens a text that its edition said' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='3974f118dffab33206e90c782f9bf949326ae598', operation='INSERT', pgid='pgtrigger_of_this_edition_251b6', table='editorial_previewlink', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='previewlink',
            trigger=pgtrigger.compiler.Trigger(name='stays', sql=editorial.guards.GuardSql(func="RAISE EXCEPTION 'a preview link stays on record' USING ERRCODE = 'check_violation';", hash='10bd1848167b54a661e76e66b747a5f2cd496e13', operation='DELETE', pgid='pgtrigger_stays_6dabd', table='editorial_previewlink', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='previewlink',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='b12e4ec62bd0f5dc33a41d438ecba89385d2e864', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_58b7a', table='editorial_previewlink', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='guestagreement',
            trigger=pgtrigger.compiler.Trigger(name='of_this_link', sql=editorial.guards.GuardSql(func="\n                IF NOT EXISTS (\n                    SELECT 1 FROM editorial_previewlink l WHERE l.id = NEW.link_id AND l.digest = NEW.digest\n                        AND l.revoked_at IS NULL AND NEW.at < l.expires_at AND NEW.language = ANY(l.languages)\n                ) THEN\n                    RAISE EXCEPTION 'a guest agrees with what an open preview link shows' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='1bf0593c5df6d7c382dd923b4348d7ca7f2870d0', operation='INSERT', pgid='pgtrigger_of_this_link_20b90', table='editorial_guestagreement', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='guestagreement',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=editorial.guards.GuardSql(func="RAISE EXCEPTION 'this table is append-only: its rows cannot be changed or deleted' USING ERRCODE = 'check_violation';", hash='e82dffef10597f165c20711c3ad8f68091739547', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_546d7', table='editorial_guestagreement', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='guestagreement',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='8eff08f00a464ceb11141848bd6907ffb2e867c3', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_71b0a', table='editorial_guestagreement', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='release',
            trigger=pgtrigger.compiler.Trigger(name='born_assembling', sql=editorial.guards.GuardSql(condition="WHEN (NEW.phase <> 'assembling')", func="RAISE EXCEPTION 'a release begins by being assembled' USING ERRCODE = 'check_violation';", hash='ed6c6f8b3ca78ad6ec9cba4a86284b07fb6d2320', operation='INSERT', pgid='pgtrigger_born_assembling_b7b96', table='editorial_release', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='release',
            trigger=pgtrigger.compiler.Trigger(name='phases', sql=editorial.guards.GuardSql(condition='WHEN ((OLD.phase, OLD.public_at) IS DISTINCT FROM (NEW.phase, NEW.public_at))', func="\n                IF OLD.phase = NEW.phase OR (OLD.phase || '>' || NEW.phase) NOT IN ('assembling>frozen', 'frozen>assembling', 'frozen>published', 'published>frozen', 'assembling>dissolved') THEN\n                    RAISE EXCEPTION 'a release cannot go from % to %', OLD.phase, NEW.phase USING ERRCODE = 'check_violation';\n                END IF;\n                IF OLD.public_at <= clock_timestamp() THEN\n                    RAISE EXCEPTION 'a release that went public stays on record' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='d028c101f0acaa3d92d70b61faec0e9c103ed179', operation='UPDATE', pgid='pgtrigger_phases_7deed', table='editorial_release', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='release',
            trigger=pgtrigger.compiler.Trigger(name='stays', sql=editorial.guards.GuardSql(func="RAISE EXCEPTION 'a release is dissolved, never deleted' USING ERRCODE = 'check_violation';", hash='d2353908d26fbe470792815784168b11b069d594', operation='DELETE', pgid='pgtrigger_stays_3c723', table='editorial_release', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='release',
            trigger=pgtrigger.compiler.Trigger(name='in_step', sql=editorial.guards.GuardSql(condition='WHEN ((OLD.phase, OLD.public_at) IS DISTINCT FROM (NEW.phase, NEW.public_at))', constraint='CONSTRAINT', func="\n        IF EXISTS (\n            SELECT 1 FROM editorial_releaseitem i JOIN editorial_release r ON r.id = i.release_id\n            JOIN editorial_edition e ON e.id = i.edition_id\n            WHERE i.release_id = NEW.id AND NOT CASE r.phase\n                WHEN 'assembling' THEN e.state IN ('draft', 'in_review', 'changes_requested', 'approved')\n                WHEN 'frozen' THEN e.state = 'approved'\n                WHEN 'published' THEN\n                    e.state = 'published' AND lower(e.live_during) = r.public_at\n                ELSE false\n            END\n        ) THEN\n            RAISE EXCEPTION 'the editions of a release appear together or not at all' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ", hash='6ab318f83e0ec5cdbf514865540cbf3e919c8e38', operation='UPDATE', pgid='pgtrigger_in_step_7c90d', table='editorial_release', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='release',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='8707bb993b220170ab14f078538136f9597a9415', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_32401', table='editorial_release', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='releaseitem',
            trigger=pgtrigger.compiler.Trigger(name='while_assembling', sql=editorial.guards.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT phase INTO found FROM editorial_release WHERE id = OLD.release_id FOR SHARE;\n                    IF found <> 'assembling' THEN\n                        RAISE EXCEPTION 'what is in a release that is not being assembled cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                SELECT phase INTO found FROM editorial_release WHERE id = NEW.release_id FOR SHARE;\n                IF found <> 'assembling' THEN\n                    RAISE EXCEPTION 'what is in a release that is not being assembled cannot change' USING ERRCODE = 'check_violation';\n                END IF;\n                SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                IF found NOT IN ('draft', 'in_review', 'changes_requested', 'approved') THEN\n                    RAISE EXCEPTION 'only an edition that is being worked on can be put into a release' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='45597128cb1d300797158988af2275c32cff8e1d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_while_assembling_34313', table='editorial_releaseitem', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='releaseitem',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='1e04d78d171f187d3dc862c1e5e2738c81540281', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_a09ad', table='editorial_releaseitem', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='remark',
            trigger=pgtrigger.compiler.Trigger(name='same_thread', sql=editorial.guards.GuardSql(condition='WHEN ((OLD.document_id, OLD.edition_id, OLD.digest, OLD.path, OLD.place, OLD.language, OLD.quotation, OLD.must_fix, OLD.link_id, OLD.opened_at, OLD.opened_by_id) IS DISTINCT FROM (NEW.document_id, NEW.edition_id, NEW.digest, NEW.path, NEW.place, NEW.language, NEW.quotation, NEW.must_fix, NEW.link_id, NEW.opened_at, NEW.opened_by_id))', func="RAISE EXCEPTION 'a remark keeps what it is about' USING ERRCODE = 'check_violation';", hash='5b7f9f0faafc89697d5b5c64b2ee1ce7b48baa28', operation='UPDATE', pgid='pgtrigger_same_thread_19971', table='editorial_remark', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='remark',
            trigger=pgtrigger.compiler.Trigger(name='waits_for_signatures', sql=editorial.guards.GuardSql(func="\n                PERFORM 1 FROM editorial_document WHERE id = NEW.document_id FOR NO KEY UPDATE;\n                IF NOT EXISTS (\n                    SELECT 1 FROM editorial_edition e WHERE e.id = NEW.edition_id AND e.document_id = NEW.document_id\n                ) THEN\n                    RAISE EXCEPTION 'a remark is about an edition of its document' USING ERRCODE = 'check_violation';\n                END IF;\n                IF TG_OP = 'INSERT' AND NEW.resolved_at IS NOT NULL THEN\n                    RAISE EXCEPTION 'a remark begins unresolved' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='7371e0a0772bbd3c25eb6bdfe2a12dcc5715aa83', operation='INSERT OR UPDATE', pgid='pgtrigger_waits_for_signatures_5b0c9', table='editorial_remark', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='remark',
            trigger=pgtrigger.compiler.Trigger(name='stays', sql=editorial.guards.GuardSql(func="RAISE EXCEPTION 'a remark stays on record' USING ERRCODE = 'check_violation';", hash='1404b6e29e9155fdc0db3a8a54a826f0ccf0a8b9', operation='DELETE', pgid='pgtrigger_stays_67b0d', table='editorial_remark', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='remark',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='e5f72e0ae740119ff08ed980fc53041c5f7ddba5', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_87ae8', table='editorial_remark', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='remarkentry',
            trigger=pgtrigger.compiler.Trigger(name='of_one_document', sql=editorial.guards.GuardSql(func="\n                IF NOT EXISTS (\n                    SELECT 1 FROM editorial_remark r JOIN editorial_edition e ON e.document_id = r.document_id\n                    LEFT JOIN editorial_previewlink l ON l.id = NEW.link_id\n                    LEFT JOIN editorial_edition shown ON shown.id = l.edition_id\n                    WHERE r.id = NEW.remark_id AND e.id = NEW.edition_id\n                        AND (l.id IS NULL OR shown.document_id = r.document_id)\n                ) THEN\n                    RAISE EXCEPTION 'an entry, its edition and its link are of the same document as its thread' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='736180f02b77f136501f5b599e94bfeed47e14e8', operation='INSERT', pgid='pgtrigger_of_one_document_9d831', table='editorial_remarkentry', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='remarkentry',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=editorial.guards.GuardSql(func="RAISE EXCEPTION 'this table is append-only: its rows cannot be changed or deleted' USING ERRCODE = 'check_violation';", hash='6e8b4e929b3dc36e5875305b6947adc0e476037f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_af50a', table='editorial_remarkentry', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='remarkentry',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='d307d05a9abdd9dce46a64d235175c992d00cb2c', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_ecd73', table='editorial_remarkentry', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='mention',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=editorial.guards.GuardSql(func="RAISE EXCEPTION 'this table is append-only: its rows cannot be changed or deleted' USING ERRCODE = 'check_violation';", hash='cf56614a9cef02301cde3f4117a3898566c66dfc', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a922a', table='editorial_mention', when='BEFORE')),
        ),
        editorial.guard_operations.AddGuard(
            model_name='mention',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='2c80e98c3bbb03ee3f35309b0363cef418504c6a', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_6de81', table='editorial_mention', when='BEFORE')),
        ),
        # Who is where now need not outlive a crash of the database.
        migrations.RunSQL('ALTER TABLE editorial_presence SET UNLOGGED', 'ALTER TABLE editorial_presence SET LOGGED'),
    ]
