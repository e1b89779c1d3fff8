import django.contrib.auth.models
import django.contrib.auth.validators
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.utils.timezone
import editorial.guards.operations
import editorial.guards.common
import editorial.base.text
import editorial.models.querysets
import pgtrigger.compiler
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='Party',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(help_text='Short and lasting, such as CA.', max_length=20, unique=True, verbose_name='code')),
                ('name', editorial.base.text.LineField(max_length=120, verbose_name='name')),
                ('name_en', editorial.base.text.LineField(max_length=120, null=True, verbose_name='name')),
                ('name_fr', editorial.base.text.LineField(max_length=120, null=True, verbose_name='name')),
                ('name_es', editorial.base.text.LineField(max_length=120, null=True, verbose_name='name')),
                ('time_zone', models.CharField(default='UTC', help_text='Such as America/Toronto.', max_length=60, verbose_name='time zone')),
            ],
            options={
                'verbose_name': 'party',
                'verbose_name_plural': 'parties',
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='Snapshot',
            fields=[
                ('digest', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('content', models.JSONField()),
                ('stored_at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'snapshot',
                'verbose_name_plural': 'snapshots',
                'ordering': ['stored_at', 'digest'],
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], help_text='The language in which this person reads the desks. Empty: as the browser asks.', max_length=7, verbose_name='language')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
                ('party', models.ForeignKey(blank=True, help_text='The government or body for which this person signs off.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='people', to='editorial.party', verbose_name='party')),
            ],
            options={
                'verbose_name': 'person',
                'verbose_name_plural': 'people',
                'ordering': ['last_name', 'first_name', 'username'],
                'abstract': False,
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(editable=False, max_length=40, verbose_name='kind')),
                ('review_by', models.DateField(blank=True, help_text='The day by which somebody should read it again.', null=True, verbose_name='review by')),
                ('owner', models.ForeignKey(help_text='Who answers for this document.', on_delete=django.db.models.deletion.PROTECT, related_name='documents', to=settings.AUTH_USER_MODEL, verbose_name='owner')),
            ],
            options={
                'verbose_name': 'document',
                'verbose_name_plural': 'documents',
                'ordering': ['id'],
                'indexes': [models.Index(fields=['kind'], name='editorial_document_kind')],
            },
        ),
        migrations.CreateModel(
            name='Address',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=7, verbose_name='language')),
                ('path', models.CharField(max_length=200, verbose_name='path')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='addresses', to='editorial.document')),
            ],
            options={
                'verbose_name': 'address',
                'verbose_name_plural': 'addresses',
                'ordering': ['language', 'path'],
                'constraints': [models.UniqueConstraint(fields=('language', 'path'), name='editorial_address_never_reused')],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(editable=False, verbose_name='edition')),
                ('title', editorial.base.text.LineField(blank=True, max_length=200, verbose_name='title')),
                ('title_en', editorial.base.text.LineField(blank=True, max_length=200, null=True, verbose_name='title')),
                ('title_fr', editorial.base.text.LineField(blank=True, max_length=200, null=True, verbose_name='title')),
                ('title_es', editorial.base.text.LineField(blank=True, max_length=200, null=True, verbose_name='title')),
                ('slug', models.SlugField(blank=True, db_index=False, help_text='The last part of the public address.', max_length=100, verbose_name='slug')),
                ('slug_en', models.SlugField(blank=True, db_index=False, help_text='The last part of the public address.', max_length=100, null=True, verbose_name='slug')),
                ('slug_fr', models.SlugField(blank=True, db_index=False, help_text='The last part of the public address.', max_length=100, null=True, verbose_name='slug')),
                ('slug_es', models.SlugField(blank=True, db_index=False, help_text='The last part of the public address.', max_length=100, null=True, verbose_name='slug')),
                ('summary', editorial.base.text.LineField(blank=True, help_text='One or two sentences for lists and search.', max_length=500, verbose_name='summary')),
                ('summary_en', editorial.base.text.LineField(blank=True, help_text='One or two sentences for lists and search.', max_length=500, null=True, verbose_name='summary')),
                ('summary_fr', editorial.base.text.LineField(blank=True, help_text='One or two sentences for lists and search.', max_length=500, null=True, verbose_name='summary')),
                ('summary_es', editorial.base.text.LineField(blank=True, help_text='One or two sentences for lists and search.', max_length=500, null=True, verbose_name='summary')),
                ('change_note', editorial.base.text.LineField(blank=True, help_text='What changed, for the public change history.', max_length=500, verbose_name='change note')),
                ('change_note_en', editorial.base.text.LineField(blank=True, help_text='What changed, for the public change history.', max_length=500, null=True, verbose_name='change note')),
                ('change_note_fr', editorial.base.text.LineField(blank=True, help_text='What changed, for the public change history.', max_length=500, null=True, verbose_name='change note')),
                ('change_note_es', editorial.base.text.LineField(blank=True, help_text='What changed, for the public change history.', max_length=500, null=True, verbose_name='change note')),
                ('minor', models.BooleanField(default=False, help_text='A correction that leaves the date modified as it was.', verbose_name='minor change')),
                ('source_language', models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish')], help_text='The language in which this edition is written; the others are translated from it.', max_length=7, verbose_name='source language')),
                ('excepted_languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=7), blank=True, default=list, editable=False, size=None, verbose_name='languages to follow')),
                ('digest', models.CharField(blank=True, editable=False, max_length=64)),
                ('language_status', models.JSONField(default=dict, editable=False)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('in_review', 'In review'), ('changes_requested', 'Changes requested'), ('approved', 'Approved'), ('published', 'Published'), ('discarded', 'Discarded')], default='draft', editable=False, max_length=20, verbose_name='state')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('round', models.PositiveIntegerField(default=0, editable=False)),
                ('signed_digest', models.CharField(blank=True, editable=False, max_length=64)),
                ('live_during', django.contrib.postgres.fields.ranges.DateTimeRangeField(editable=False, null=True, verbose_name='live period')),
                ('urgent_reason', models.TextField(blank=True, editable=False, verbose_name='reason for urgency')),
                ('created_at', models.DateTimeField(editable=False)),
                ('changed_at', models.DateTimeField(editable=False)),
                ('submitted_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('approved_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('published_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('urgent_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('confirmed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('discarded_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('approved_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='editions_approved', to=settings.AUTH_USER_MODEL)),
                ('based_on', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='revisions', to='editorial.edition')),
                ('changed_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='editions_changed', to=settings.AUTH_USER_MODEL)),
                ('confirmed_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='editions_confirmed', to=settings.AUTH_USER_MODEL)),
                ('created_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='editions_created', to=settings.AUTH_USER_MODEL)),
                ('discarded_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='editions_discarded', to=settings.AUTH_USER_MODEL)),
                ('document', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='editorial.document')),
                ('published_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='editions_published', to=settings.AUTH_USER_MODEL)),
                ('submitted_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='editions_submitted', to=settings.AUTH_USER_MODEL)),
                ('urgent_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='editions_published_urgently', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'edition',
                'verbose_name_plural': 'editions',
                'ordering': ['-id'],
                'permissions': [('write_edition', 'Can create, edit, submit, recall, revise and discard editions'), ('sign_off_edition', 'Can sign off editions and request changes'), ('publish_edition', 'Can publish, schedule and withdraw editions'), ('publish_urgently_edition', 'Can publish an edition before it is signed off'), ('grant_exception_edition', 'Can let an edition be published before a language is ready'), ('translate_en', 'Can translate into en'), ('translate_fr', 'Can translate into fr'), ('translate_es', 'Can translate into es')],
                'default_permissions': ('view',),
                'constraints': [models.UniqueConstraint(fields=('document', 'number'), name='editorial_edition_number'), models.UniqueConstraint(condition=models.Q(('state__in', ('draft', 'in_review', 'changes_requested', 'approved'))), fields=('document',), name='editorial_edition_one_open'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('live_during__isnull', False)), expressions=[(models.Func(models.F('document_id'), models.F('document_id'), models.Value('[]'), function='int8range'), '&&'), ('live_during', '&&')], name='editorial_edition_live_once'), models.CheckConstraint(condition=models.Q(models.Q(('live_during__isnull', False), ('state', 'published')), models.Q(models.Q(('state', 'published'), _negated=True), ('live_during__isnull', True)), _connector='OR'), name='editorial_edition_published_is_timed'), models.CheckConstraint(condition=models.Q(('live_during__isnull', True), models.Q(('live_during__isempty', False), ('live_during__lower_inc', True), ('live_during__lower_inf', False)), _connector='OR'), name='editorial_edition_live_period_sound'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['approved', 'published']), _negated=True), models.Q(('signed_digest', models.F('digest')), models.Q(('digest', ''), _negated=True)), models.Q(('state', 'published'), ('urgent_at__isnull', False)), _connector='OR'), name='editorial_edition_shown_is_signed'), models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'in_review', 'changes_requested', 'approved', 'published', 'discarded'])), name='editorial_edition_state_known'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('in_review', 'changes_requested', 'approved')), _negated=True), ('submitted_by__isnull', False), _connector='OR'), name='editorial_edition_submitted_by_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('approved',)), _negated=True), ('approved_by__isnull', False), _connector='OR'), name='editorial_edition_approved_by_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('published',)), _negated=True), ('published_by__isnull', False), _connector='OR'), name='editorial_edition_published_by_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('discarded',)), _negated=True), ('discarded_by__isnull', False), _connector='OR'), name='editorial_edition_discarded_by_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('created_at__isnull', True), ('created_by__isnull', True)), models.Q(('created_at__isnull', False), ('created_by__isnull', False)), _connector='OR'), name='editorial_edition_created_at_by'), models.CheckConstraint(condition=models.Q(models.Q(('changed_at__isnull', True), ('changed_by__isnull', True)), models.Q(('changed_at__isnull', False), ('changed_by__isnull', False)), _connector='OR'), name='editorial_edition_changed_at_by'), models.CheckConstraint(condition=models.Q(models.Q(('submitted_at__isnull', True), ('submitted_by__isnull', True)), models.Q(('submitted_at__isnull', False), ('submitted_by__isnull', False)), _connector='OR'), name='editorial_edition_submitted_at_by'), models.CheckConstraint(condition=models.Q(models.Q(('approved_at__isnull', True), ('approved_by__isnull', True)), models.Q(('approved_at__isnull', False), ('approved_by__isnull', False)), _connector='OR'), name='editorial_edition_approved_at_by'), models.CheckConstraint(condition=models.Q(models.Q(('published_at__isnull', True), ('published_by__isnull', True)), models.Q(('published_at__isnull', False), ('published_by__isnull', False)), _connector='OR'), name='editorial_edition_published_at_by'), models.CheckConstraint(condition=models.Q(models.Q(('urgent_at__isnull', True), ('urgent_by__isnull', True)), models.Q(('urgent_at__isnull', False), ('urgent_by__isnull', False)), _connector='OR'), name='editorial_edition_urgent_at_by'), models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at__isnull', True), ('confirmed_by__isnull', True)), models.Q(('confirmed_at__isnull', False), ('confirmed_by__isnull', False)), _connector='OR'), name='editorial_edition_confirmed_at_by'), models.CheckConstraint(condition=models.Q(models.Q(('discarded_at__isnull', True), ('discarded_by__isnull', True)), models.Q(('discarded_at__isnull', False), ('discarded_by__isnull', False)), _connector='OR'), name='editorial_edition_discarded_at_by'), models.CheckConstraint(condition=models.Q(('urgent_at__isnull', True), models.Q(('urgent_reason', ''), _negated=True), _connector='OR'), name='editorial_edition_urgency_has_a_reason'), models.CheckConstraint(condition=models.Q(('confirmed_by__isnull', True), models.Q(('confirmed_by', models.F('urgent_by')), _negated=True), _connector='OR'), name='editorial_edition_confirmed_by_a_second')],
                'indexes': [models.Index(models.OrderBy(editorial.models.querysets.Begins('live_during'), descending=True), condition=models.Q(('state', 'published')), name='editorial_edition_begins'), models.Index(fields=['slug_en'], name='editorial_edition_slug_en'), models.Index(fields=['slug_fr'], name='editorial_edition_slug_fr'), models.Index(fields=['slug_es'], name='editorial_edition_slug_es')],
            },
        ),
        migrations.CreateModel(
            name='Withdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('explanation', models.TextField(help_text='Shown to the public in the place of the page.', verbose_name='explanation')),
                ('explanation_en', models.TextField(help_text='Shown to the public in the place of the page.', null=True, verbose_name='explanation')),
                ('explanation_fr', models.TextField(help_text='Shown to the public in the place of the page.', null=True, verbose_name='explanation')),
                ('explanation_es', models.TextField(help_text='Shown to the public in the place of the page.', null=True, verbose_name='explanation')),
                ('decided_at', models.DateTimeField()),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawals', to=settings.AUTH_USER_MODEL)),
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='withdrawal', to='editorial.edition')),
                ('redirect_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editorial.document', verbose_name='see instead')),
            ],
            options={
                'verbose_name': 'withdrawal',
                'verbose_name_plural': 'withdrawals',
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='Attestation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=7, verbose_name='language')),
                ('source_digest', models.CharField(max_length=64)),
                ('still_valid', models.BooleanField(default=False, verbose_name='still valid')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attestations', to=settings.AUTH_USER_MODEL)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attestations', to='editorial.edition')),
            ],
            options={
                'verbose_name': 'attestation',
                'verbose_name_plural': 'attestations',
                'ordering': ['edition', 'language'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'language'), name='editorial_attestation_one_per_language')],
            },
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('title', editorial.base.text.LineField(max_length=200, verbose_name='title')),
                ('title_en', editorial.base.text.LineField(max_length=200, null=True, verbose_name='title')),
                ('title_fr', editorial.base.text.LineField(max_length=200, null=True, verbose_name='title')),
                ('title_es', editorial.base.text.LineField(max_length=200, null=True, verbose_name='title')),
                ('file', models.CharField(help_text='The name under which it is offered.', max_length=150, verbose_name='file name')),
                ('sha256', models.CharField(editable=False, max_length=64)),
                ('size', models.PositiveBigIntegerField(editable=False, verbose_name='size')),
                ('media_type', models.CharField(editable=False, max_length=100, verbose_name='media type')),
                ('language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish')], max_length=7, verbose_name='language')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
            ],
            options={
                'verbose_name': 'attachment',
                'verbose_name_plural': 'attachments',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='editorial_attachment_key')],
            },
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField(verbose_name='at')),
                ('by_name', models.CharField(max_length=300)),
                ('verb', models.CharField(choices=[('create', 'Create'), ('save', 'Save'), ('restore', 'Restore'), ('attest', 'Attest translation'), ('grant_exception', 'Grant language exception'), ('end_exception', 'End language exception'), ('submit', 'Submit for review'), ('recall', 'Recall to draft'), ('request_changes', 'Request changes'), ('sign_off', 'Sign off'), ('publish', 'Publish now'), ('schedule', 'Schedule'), ('unschedule', 'Unschedule'), ('withdraw', 'Withdraw'), ('revise', 'Revise'), ('discard', 'Discard'), ('publish_urgently', 'Publish urgently'), ('confirm', 'Confirm urgent publication')], max_length=30, verbose_name='verb')),
                ('digest', models.CharField(max_length=64)),
                ('from_state', models.CharField(blank=True, choices=[('draft', 'Draft'), ('in_review', 'In review'), ('changes_requested', 'Changes requested'), ('approved', 'Approved'), ('published', 'Published'), ('discarded', 'Discarded')], max_length=20)),
                ('to_state', models.CharField(choices=[('draft', 'Draft'), ('in_review', 'In review'), ('changes_requested', 'Changes requested'), ('approved', 'Approved'), ('published', 'Published'), ('discarded', 'Discarded')], max_length=20)),
                ('reason', models.TextField(blank=True, verbose_name='reason')),
                ('detail', models.TextField(default='{}')),
                ('previous_hash', models.CharField(editable=False, max_length=64, unique=True)),
                ('hash', models.CharField(editable=False, max_length=64, unique=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='events', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='editorial.document')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='editorial.edition')),
            ],
            options={
                'verbose_name': 'event',
                'verbose_name_plural': 'events',
                'ordering': ['id'],
                'indexes': [models.Index(fields=['edition', 'verb', 'by'], name='editorial_event_contributors')],
            },
        ),
        migrations.CreateModel(
            name='Figure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('label', editorial.base.text.LineField(help_text='What is counted or stated, such as “Projects”.', max_length=200, verbose_name='label')),
                ('label_en', editorial.base.text.LineField(help_text='What is counted or stated, such as “Projects”.', max_length=200, null=True, verbose_name='label')),
                ('label_fr', editorial.base.text.LineField(help_text='What is counted or stated, such as “Projects”.', max_length=200, null=True, verbose_name='label')),
                ('label_es', editorial.base.text.LineField(help_text='What is counted or stated, such as “Projects”.', max_length=200, null=True, verbose_name='label')),
                ('value', models.DecimalField(blank=True, decimal_places=4, max_digits=18, null=True, verbose_name='value')),
                ('wording', editorial.base.text.LineField(blank=True, help_text='Instead of a value where it is not a bare number, such as “more than 20%”.', max_length=120, verbose_name='wording')),
                ('wording_en', editorial.base.text.LineField(blank=True, help_text='Instead of a value where it is not a bare number, such as “more than 20%”.', max_length=120, null=True, verbose_name='wording')),
                ('wording_fr', editorial.base.text.LineField(blank=True, help_text='Instead of a value where it is not a bare number, such as “more than 20%”.', max_length=120, null=True, verbose_name='wording')),
                ('wording_es', editorial.base.text.LineField(blank=True, help_text='Instead of a value where it is not a bare number, such as “more than 20%”.', max_length=120, null=True, verbose_name='wording')),
                ('unit', editorial.base.text.LineField(blank=True, max_length=60, verbose_name='unit')),
                ('unit_en', editorial.base.text.LineField(blank=True, max_length=60, null=True, verbose_name='unit')),
                ('unit_fr', editorial.base.text.LineField(blank=True, max_length=60, null=True, verbose_name='unit')),
                ('unit_es', editorial.base.text.LineField(blank=True, max_length=60, null=True, verbose_name='unit')),
                ('as_of', models.DateField(blank=True, null=True, verbose_name='as of')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='valid until')),
                ('source', editorial.base.text.LineField(blank=True, help_text='Where this comes from. Shown to the public.', max_length=300, verbose_name='source')),
                ('source_en', editorial.base.text.LineField(blank=True, help_text='Where this comes from. Shown to the public.', max_length=300, null=True, verbose_name='source')),
                ('source_fr', editorial.base.text.LineField(blank=True, help_text='Where this comes from. Shown to the public.', max_length=300, null=True, verbose_name='source')),
                ('source_es', editorial.base.text.LineField(blank=True, help_text='Where this comes from. Shown to the public.', max_length=300, null=True, verbose_name='source')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
            ],
            options={
                'verbose_name': 'figure',
                'verbose_name_plural': 'figures',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='editorial_figure_key')],
            },
        ),
        migrations.CreateModel(
            name='Section',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('heading', editorial.base.text.LineField(blank=True, max_length=200, verbose_name='heading')),
                ('heading_en', editorial.base.text.LineField(blank=True, max_length=200, null=True, verbose_name='heading')),
                ('heading_fr', editorial.base.text.LineField(blank=True, max_length=200, null=True, verbose_name='heading')),
                ('heading_es', editorial.base.text.LineField(blank=True, max_length=200, null=True, verbose_name='heading')),
                ('body', models.TextField(blank=True, verbose_name='text')),
                ('body_en', models.TextField(blank=True, null=True, verbose_name='text')),
                ('body_fr', models.TextField(blank=True, null=True, verbose_name='text')),
                ('body_es', models.TextField(blank=True, null=True, verbose_name='text')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
            ],
            options={
                'verbose_name': 'section',
                'verbose_name_plural': 'sections',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='editorial_section_key')],
            },
        ),
        migrations.CreateModel(
            name='SignOff',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.PositiveIntegerField(verbose_name='round')),
                ('digest', models.CharField(max_length=64)),
                ('decision', models.CharField(choices=[('signed', 'Signed off'), ('changes_requested', 'Changes requested')], max_length=20, verbose_name='decision')),
                ('remark', models.TextField(blank=True, verbose_name='remark')),
                ('at', models.DateTimeField(verbose_name='at')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signoffs', to=settings.AUTH_USER_MODEL)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signoffs', to='editorial.edition')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signoffs', to='editorial.party', verbose_name='party')),
            ],
            options={
                'verbose_name': 'sign-off',
                'verbose_name_plural': 'sign-offs',
                'ordering': ['edition', 'at'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('decision', 'signed')), fields=('edition', 'round', 'party'), name='editorial_signoff_once_per_party'), models.UniqueConstraint(condition=models.Q(('decision', 'signed')), fields=('edition', 'round', 'by'), name='editorial_signoff_once_per_person'), models.CheckConstraint(condition=models.Q(('decision', 'signed'), models.Q(('remark', ''), _negated=True), _connector='OR'), name='editorial_signoff_changes_have_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='SignOffRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=40, verbose_name='kind')),
                ('stage', models.PositiveSmallIntegerField(default=1, verbose_name='stage')),
                ('party', models.ForeignKey(blank=True, help_text='Empty: any one party.', null=True, on_delete=django.db.models.deletion.PROTECT, to='editorial.party', verbose_name='party')),
            ],
            options={
                'verbose_name': 'sign-off rule',
                'verbose_name_plural': 'sign-off rules',
                'ordering': ['kind', 'stage', 'party'],
                'constraints': [models.UniqueConstraint(fields=('kind', 'party'), name='editorial_signoffrule_once', nulls_distinct=False), models.CheckConstraint(condition=models.Q(('stage__gte', 1)), name='editorial_signoffrule_stage')],
            },
        ),
        editorial.guards.operations.AddGuard(
            model_name='snapshot',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table is append-only: its rows cannot be changed or deleted' USING ERRCODE = 'check_violation';", hash='09ce926db6e1061132761cd24be2b31ae335403c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_109b5', table='editorial_snapshot', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='snapshot',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='fa88a77ceea97923a228797c61bc4cd3d2311418', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_f3efc', table='editorial_snapshot', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='same_identity', sql=editorial.guards.common.GuardSql(condition='WHEN (OLD.uuid <> NEW.uuid OR OLD.kind <> NEW.kind)', func="RAISE EXCEPTION 'a document keeps its uuid and its kind' USING ERRCODE = 'check_violation';", hash='fe2be69a0d44c3797aad61fc9a904104420a98ab', operation='UPDATE', pgid='pgtrigger_same_identity_308bc', table='editorial_document', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='document',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='19178504418aff4ac625f0c1e9d80905efe7b8dd', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_1a59c', table='editorial_document', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='address',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table is append-only: its rows cannot be changed or deleted' USING ERRCODE = 'check_violation';", hash='2386e48733c350a8973a3a061a23870f75fc945c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_fc4e7', table='editorial_address', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='address',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='cdb43f8f86bd26e0b2fee2595628854ac583977a', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_2c3ca', table='editorial_address', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='born_a_draft', sql=editorial.guards.common.GuardSql(condition="WHEN (NEW.state <> 'draft')", func="RAISE EXCEPTION 'an edition begins as a draft' USING ERRCODE = 'check_violation';", hash='d44666d150f2d906b1b5663b0242ff44b9dc805e', operation='INSERT', pgid='pgtrigger_born_a_draft_8aee1', table='editorial_edition', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='state_machine', sql=editorial.guards.common.GuardSql(condition='WHEN (OLD.state <> NEW.state)', func="\n                IF (OLD.state || '>' || NEW.state) NOT IN ('approved>changes_requested', 'approved>draft', 'approved>published', 'changes_requested>discarded', 'changes_requested>draft', 'draft>discarded', 'draft>in_review', 'draft>published', 'in_review>approved', 'in_review>changes_requested', 'in_review>draft', 'in_review>published', 'published>approved') THEN\n                    RAISE EXCEPTION 'an edition cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='e50e0989f061b24d9e5367e47aaf10017e29ba33', operation='UPDATE', pgid='pgtrigger_state_machine_53455', table='editorial_edition', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(condition="WHEN (OLD.state <> 'draft')", func="\n                IF (to_jsonb(NEW) - ARRAY['state', 'version', 'round', 'signed_digest', 'live_during', 'submitted_at', 'submitted_by_id', 'approved_at', 'approved_by_id', 'published_at', 'published_by_id', 'urgent_at', 'urgent_by_id', 'urgent_reason', 'confirmed_at', 'confirmed_by_id', 'discarded_at', 'discarded_by_id']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['state', 'version', 'round', 'signed_digest', 'live_during', 'submitted_at', 'submitted_by_id', 'approved_at', 'approved_by_id', 'published_at', 'published_by_id', 'urgent_at', 'urgent_by_id', 'urgent_reason', 'confirmed_at', 'confirmed_by_id', 'discarded_at', 'discarded_by_id']) THEN\n                    RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='dcd3a7d6017fd81481387c8bd4448107098f3f31', operation='UPDATE', pgid='pgtrigger_content_of_draft_53a1c', table='editorial_edition', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='same_identity', sql=editorial.guards.common.GuardSql(condition='WHEN (OLD.document_id <> NEW.document_id OR OLD.number <> NEW.number OR OLD.created_at <> NEW.created_at OR OLD.created_by_id <> NEW.created_by_id)', func="RAISE EXCEPTION 'an edition keeps its document, its number and who made it' USING ERRCODE = 'check_violation';", hash='724436da68b7c36ba2b4c94c85046da65ebcd70c', operation='UPDATE', pgid='pgtrigger_same_identity_a795d', table='editorial_edition', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='signed_by_all', sql=editorial.guards.common.GuardSql(condition="WHEN (OLD.state <> NEW.state AND OLD.state <> 'published' AND (NEW.state = 'approved' OR (NEW.state = 'published' AND NEW.urgent_at IS NULL)))", func="\n                IF NOT EXISTS (\n                    SELECT 1 FROM editorial_signoff s WHERE s.edition_id = NEW.id AND s.round = NEW.round\n                        AND s.digest = NEW.digest AND s.decision = 'signed'\n                ) OR EXISTS (\n                    SELECT 1 FROM editorial_signoffrule r JOIN editorial_document d ON d.id = NEW.document_id\n                    WHERE r.kind = d.kind AND NOT EXISTS (\n                        SELECT 1 FROM editorial_signoff s WHERE s.edition_id = NEW.id AND s.round = NEW.round\n                            AND s.digest = NEW.digest AND s.decision = 'signed'\n                            AND (r.party_id IS NULL OR s.party_id = r.party_id)\n                    )\n                ) THEN\n                    RAISE EXCEPTION 'this exact content lacks a required sign-off' USING ERRCODE = 'check_violation';\n                END IF;\n                IF NEW.state = 'published' AND EXISTS (SELECT 1 FROM editorial_event e WHERE e.edition_id = NEW.id AND e.by_id = NEW.published_by_id AND e.verb IN ('create', 'save', 'restore')) THEN\n                    RAISE EXCEPTION 'whoever changed an edition may not publish it alone' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='dac836ea9b995ea34c656ae8f426c3c41818c11d', operation='UPDATE', pgid='pgtrigger_signed_by_all_74ebe', table='editorial_edition', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='rounds_go_on', sql=editorial.guards.common.GuardSql(condition='WHEN (NEW.round < OLD.round)', func="RAISE EXCEPTION 'a round of review is never opened again' USING ERRCODE = 'check_violation';", hash='66e982130af5b9fa40505572dc5d258048b678ae', operation='UPDATE', pgid='pgtrigger_rounds_go_on_6b966', table='editorial_edition', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='record_of_decisions', sql=editorial.guards.common.GuardSql(condition="WHEN (OLD.state = 'published' AND NEW.state = 'published')", func="\n                IF ((OLD.round, OLD.signed_digest, OLD.submitted_at, OLD.submitted_by_id, OLD.approved_at, OLD.approved_by_id, OLD.published_at, OLD.published_by_id, OLD.urgent_at, OLD.urgent_by_id, OLD.urgent_reason) IS DISTINCT FROM (NEW.round, NEW.signed_digest, NEW.submitted_at, NEW.submitted_by_id, NEW.approved_at, NEW.approved_by_id, NEW.published_at, NEW.published_by_id, NEW.urgent_at, NEW.urgent_by_id, NEW.urgent_reason)) OR (OLD.confirmed_at IS NOT NULL AND ((OLD.confirmed_at, OLD.confirmed_by_id) IS DISTINCT FROM (NEW.confirmed_at, NEW.confirmed_by_id))) THEN\n                    RAISE EXCEPTION 'what was decided about a published edition stays on record' USING ERRCODE = 'check_violation';\n                END IF;\n                IF ((OLD.confirmed_at, OLD.confirmed_by_id) IS DISTINCT FROM (NEW.confirmed_at, NEW.confirmed_by_id)) AND (\n                    NEW.urgent_at IS NULL OR EXISTS (SELECT 1 FROM editorial_event e WHERE e.edition_id = NEW.id AND e.by_id = NEW.confirmed_by_id AND e.verb IN ('create', 'save', 'restore'))\n                ) THEN\n                    RAISE EXCEPTION 'an urgent publication is confirmed by somebody who did not change the edition' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='0dd6fdf2375d8c32b0570e5a102a634b749b6e49', operation='UPDATE', pgid='pgtrigger_record_of_decisions_44537', table='editorial_edition', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='record_of_time', sql=editorial.guards.common.GuardSql(condition='WHEN (OLD.live_during IS NOT NULL AND OLD.live_during IS DISTINCT FROM NEW.live_during)', func="\n                IF lower(OLD.live_during) <= clock_timestamp() AND (\n                    NEW.live_during IS NULL OR lower(NEW.live_during) <> lower(OLD.live_during)\n                ) THEN\n                    RAISE EXCEPTION 'a live period that has begun keeps its beginning' USING ERRCODE = 'check_violation';\n                END IF;\n                IF upper(OLD.live_during) <= clock_timestamp()\n                    AND upper(NEW.live_during) IS DISTINCT FROM upper(OLD.live_during) THEN\n                    RAISE EXCEPTION 'a live period that has ended keeps its end' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='9b0d0e117d8a5123459acd37e9f00393e9f79ad3', operation='UPDATE', pgid='pgtrigger_record_of_time_922ef', table='editorial_edition', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='published_stays', sql=editorial.guards.common.GuardSql(condition="WHEN (OLD.state = 'published')", func="RAISE EXCEPTION 'a published edition cannot be deleted' USING ERRCODE = 'check_violation';", hash='d73c67e2dba691ead28f39238e05c1f7e2bbdf20', operation='DELETE', pgid='pgtrigger_published_stays_9905f', table='editorial_edition', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='fc8032109d0e7746d99a1abf1606a4976343df02', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_e4532', table='editorial_edition', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='attestation',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='bd714896f8c019aca23de98fe2a71952398e8ddf', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_12aee', table='editorial_attestation', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='attestation',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='80534170622a067d5d279e3a517913fa8b6a9648', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_97785', table='editorial_attestation', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='attachment',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='e6adbfe7356076dada68d381d5fe03434b48bad7', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_2ce79', table='editorial_attachment', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='attachment',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='ba8c47a464d049486d771443969bbd30d002e434', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_fda6c', table='editorial_attachment', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='event',
            trigger=pgtrigger.compiler.Trigger(name='chain', sql=editorial.guards.common.GuardSql(declare='DECLARE last record;', func='\n            PERFORM pg_advisory_xact_lock(hashtext(\'editorial_event\'));\n            SELECT id, hash INTO last FROM editorial_event ORDER BY id DESC LIMIT 1;\n            NEW.id := coalesce(last.id, 0) + 1;\n            NEW.previous_hash := coalesce(last.hash, repeat(\'0\', 64));\n            NEW.hash := encode(sha256(convert_to(jsonb_build_array(\n                NEW.id, NEW.previous_hash,\n                to_char(NEW.at AT TIME ZONE \'UTC\', \'YYYY-MM-DD"T"HH24:MI:SS.US"Z"\'),\n                NEW.by_id, NEW.by_name, NEW.verb, NEW.document_id, NEW.edition_id,\n                NEW.digest, NEW.from_state, NEW.to_state, NEW.reason, NEW.detail\n            )::text, \'UTF8\')), \'hex\');\n            RETURN NEW;\n        ', hash='c8fe810b94912c9e6f1ea01530d05e8096534b0c', operation='INSERT', pgid='pgtrigger_chain_7523b', table='editorial_event', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='event',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table is append-only: its rows cannot be changed or deleted' USING ERRCODE = 'check_violation';", hash='ffdc4cebe3c3678a9d6a7e4f925a44f92a936e6a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3c0b4', table='editorial_event', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='event',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='bbc4e30aaae534d28843c647006994b50f1cddb6', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_73723', table='editorial_event', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='figure',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='e3a3d9dc40d2267233b73a593a9a2e763e3ddfd9', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_a2675', table='editorial_figure', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='figure',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='bd7de3f1225f91fcc617cf2ad6c5dd688da35071', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_64a7a', table='editorial_figure', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='section',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='7e3e6226d4607f08ac242d6dcfb791eef667a6c0', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_9de83', table='editorial_section', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='section',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='92cce8f12fc575690e30e167949122d5c1dc03ea', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_426f7', table='editorial_section', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='signoff',
            trigger=pgtrigger.compiler.Trigger(name='honest', sql=editorial.guards.common.GuardSql(declare='DECLARE edition editorial_edition;', func="\n                SELECT * INTO edition FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                IF edition.digest <> NEW.digest OR edition.round <> NEW.round THEN\n                    RAISE EXCEPTION 'a sign-off names the digest and the round of the edition as it is' USING ERRCODE = 'check_violation';\n                END IF;\n                IF edition.state NOT IN ('in_review', 'approved') THEN\n                    RAISE EXCEPTION 'only an edition under review can be decided on' USING ERRCODE = 'check_violation';\n                END IF;\n                IF NEW.decision = 'signed' AND EXISTS (SELECT 1 FROM editorial_event e WHERE e.edition_id = NEW.edition_id AND e.by_id = NEW.by_id AND e.verb IN ('create', 'save', 'restore')) THEN\n                    RAISE EXCEPTION 'whoever changed an edition may not sign it off' USING ERRCODE = 'check_violation';\n                END IF;\n                IF NOT EXISTS (SELECT 1 FROM editorial_user u WHERE u.id = NEW.by_id AND u.party_id = NEW.party_id) THEN\n                    RAISE EXCEPTION 'a reviewer decides for their own party only' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='2cc5723e936b79b3ce0aa2c49bc34164af9e943a', operation='INSERT', pgid='pgtrigger_honest_1dd3d', table='editorial_signoff', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='signoff',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table is append-only: its rows cannot be changed or deleted' USING ERRCODE = 'check_violation';", hash='d169daf3bc269f4a9d287fad2876b47cb6173f13', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6b033', table='editorial_signoff', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='signoff',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='b45248d2652ec33c3bd0b8212d65a99b83cb2032', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_87a2f', table='editorial_signoff', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='withdrawal',
            trigger=pgtrigger.compiler.Trigger(name='record_of_time', sql=editorial.guards.common.GuardSql(condition='WHEN (OLD.at <= clock_timestamp())', func="RAISE EXCEPTION 'a withdrawal that has taken effect stays on record' USING ERRCODE = 'check_violation';", hash='fb228b98a8b3a27f0a0724dfec79a5fca7424ec4', operation='UPDATE OR DELETE', pgid='pgtrigger_record_of_time_5d07c', table='editorial_withdrawal', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='withdrawal',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='dce914b99a33e967c14c4e276b4072baff74176d', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_8334e', table='editorial_withdrawal', when='BEFORE')),
        ),
    ]
