import cooperation.models.meeting
import django.db.models.deletion
import editorial.guards.operations
import editorial.guards.common
import editorial.base.dates.partial
import editorial.base.text
import pgtrigger.compiler
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cooperation', '0001_initial'),
        ('editorial', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('edition_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='editorial.edition')),
                ('type', models.CharField(blank=True, choices=[('mou', 'Memorandum of understanding'), ('declaration', 'Declaration'), ('arrangement', 'Arrangement'), ('treaty', 'Treaty')], max_length=20, verbose_name='type')),
                ('binding', models.BooleanField(blank=True, null=True, verbose_name='legally binding')),
                ('mechanism', models.ForeignKey(blank=True, limit_choices_to={'kind': 'mechanism'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editorial.document', verbose_name='mechanism')),
                ('supersedes', models.ForeignKey(blank=True, limit_choices_to={'kind': 'agreement'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editorial.document', verbose_name='supersedes')),
            ],
            options={
                'verbose_name': 'agreement',
                'verbose_name_plural': 'agreements',
            },
            bases=('editorial.edition',),
        ),
        migrations.CreateModel(
            name='AgreementParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('signed_by', editorial.base.text.LineField(blank=True, help_text='The office that signed, with its article, such as “the Minister”.', max_length=200, verbose_name='signed by')),
                ('signed_by_en', editorial.base.text.LineField(blank=True, help_text='The office that signed, with its article, such as “the Minister”.', max_length=200, null=True, verbose_name='signed by')),
                ('signed_by_fr', editorial.base.text.LineField(blank=True, help_text='The office that signed, with its article, such as “the Minister”.', max_length=200, null=True, verbose_name='signed by')),
                ('signed_by_es', editorial.base.text.LineField(blank=True, help_text='The office that signed, with its article, such as “the Minister”.', max_length=200, null=True, verbose_name='signed by')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cooperation.organization', verbose_name='organization')),
            ],
            options={
                'verbose_name': 'party',
                'verbose_name_plural': 'parties',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='cooperation_agreementparty_key'), models.UniqueConstraint(fields=('edition', 'organization'), name='cooperation_agreementparty_once')],
            },
        ),
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('desk', editorial.base.text.LineField(help_text='Such as “Media Relations Office”.', max_length=200, verbose_name='desk')),
                ('desk_en', editorial.base.text.LineField(help_text='Such as “Media Relations Office”.', max_length=200, null=True, verbose_name='desk')),
                ('desk_fr', editorial.base.text.LineField(help_text='Such as “Media Relations Office”.', max_length=200, null=True, verbose_name='desk')),
                ('desk_es', editorial.base.text.LineField(help_text='Such as “Media Relations Office”.', max_length=200, null=True, verbose_name='desk')),
                ('email', models.EmailField(blank=True, help_text='Of the desk, not of a person.', max_length=254, verbose_name='e-mail address')),
                ('phone', editorial.base.text.LineField(blank=True, max_length=40, verbose_name='telephone')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
                ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cooperation.organization', verbose_name='organization')),
            ],
            options={
                'verbose_name': 'contact',
                'verbose_name_plural': 'contacts',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='cooperation_contact_key')],
            },
        ),
        migrations.CreateModel(
            name='CoordinatingBody',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('role', editorial.base.text.LineField(blank=True, help_text='Such as “secretariat”.', max_length=120, verbose_name='role')),
                ('role_en', editorial.base.text.LineField(blank=True, help_text='Such as “secretariat”.', max_length=120, null=True, verbose_name='role')),
                ('role_fr', editorial.base.text.LineField(blank=True, help_text='Such as “secretariat”.', max_length=120, null=True, verbose_name='role')),
                ('role_es', editorial.base.text.LineField(blank=True, help_text='Such as “secretariat”.', max_length=120, null=True, verbose_name='role')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cooperation.organization', verbose_name='organization')),
            ],
            options={
                'verbose_name': 'coordinating body',
                'verbose_name_plural': 'coordinating bodies',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='cooperation_coordinatingbody_key')],
            },
        ),
        migrations.CreateModel(
            name='MechanismParty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cooperation.country', verbose_name='country')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
            ],
            options={
                'verbose_name': 'party',
                'verbose_name_plural': 'parties',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='cooperation_mechanismparty_key'), models.UniqueConstraint(fields=('edition', 'country'), name='cooperation_mechanismparty_once')],
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('edition_ptr', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name='as_meeting', serialize=False, to='editorial.edition')),
                ('ordinal', models.PositiveSmallIntegerField(blank=True, help_text='17 for the seventeenth meeting.', null=True, verbose_name='ordinal')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='first day')),
                ('starts_at', models.TimeField(blank=True, null=True, verbose_name='start time')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='last day')),
                ('ends_at', models.TimeField(blank=True, null=True, verbose_name='ends at')),
                ('time_zone', models.CharField(blank=True, help_text='Of the times above, by its IANA name, such as America/Mexico_City.', max_length=60, validators=[cooperation.models.meeting.known_zone], verbose_name='time zone')),
                ('city', editorial.base.text.LineField(blank=True, max_length=120, verbose_name='city')),
                ('city_en', editorial.base.text.LineField(blank=True, max_length=120, null=True, verbose_name='city')),
                ('city_fr', editorial.base.text.LineField(blank=True, max_length=120, null=True, verbose_name='city')),
                ('city_es', editorial.base.text.LineField(blank=True, max_length=120, null=True, verbose_name='city')),
                ('format', models.CharField(blank=True, choices=[('in_person', 'In person'), ('virtual', 'Virtual'), ('hybrid', 'Hybrid')], max_length=20, verbose_name='format')),
                ('outcomes', models.TextField(blank=True, verbose_name='outcomes')),
                ('outcomes_en', models.TextField(blank=True, null=True, verbose_name='outcomes')),
                ('outcomes_fr', models.TextField(blank=True, null=True, verbose_name='outcomes')),
                ('outcomes_es', models.TextField(blank=True, null=True, verbose_name='outcomes')),
                ('host_country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cooperation.country', verbose_name='host country')),
                ('mechanism', models.ForeignKey(blank=True, limit_choices_to={'kind': 'mechanism'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editorial.document', verbose_name='mechanism')),
            ],
            options={
                'verbose_name': 'meeting',
                'verbose_name_plural': 'meetings',
                'indexes': [models.Index(fields=['starts_on'], name='cooperation_meeting_starts'), models.Index(fields=['format'], name='cooperation_meeting_format')],
            },
            bases=('editorial.edition',),
        ),
        migrations.CreateModel(
            name='MeetingSession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('type', models.CharField(choices=[('plenary', 'Plenary'), ('group', 'Group session'), ('bilateral', 'Bilateral talks'), ('side_event', 'Side event')], default='plenary', max_length=20, verbose_name='type')),
                ('title', editorial.base.text.LineField(blank=True, max_length=200, verbose_name='title')),
                ('title_en', editorial.base.text.LineField(blank=True, max_length=200, null=True, verbose_name='title')),
                ('title_fr', editorial.base.text.LineField(blank=True, max_length=200, null=True, verbose_name='title')),
                ('title_es', editorial.base.text.LineField(blank=True, max_length=200, null=True, verbose_name='title')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
                ('group', models.ForeignKey(blank=True, limit_choices_to={'kind': 'working_group'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editorial.document', verbose_name='working group')),
            ],
            options={
                'verbose_name': 'session',
                'verbose_name_plural': 'sessions',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='cooperation_meetingsession_key')],
            },
        ),
        migrations.CreateModel(
            name='Member',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('role', models.CharField(choices=[('co_chair', 'Co-chair'), ('chair', 'Chair'), ('member', 'Member'), ('secretary', 'Secretary'), ('observer', 'Observer')], default='member', max_length=20, verbose_name='role')),
                ('name', editorial.base.text.LineField(blank=True, help_text='Of a person; only where it is public.', max_length=120, verbose_name='name')),
                ('title', editorial.base.text.LineField(blank=True, help_text='The office held.', max_length=200, verbose_name='title')),
                ('title_en', editorial.base.text.LineField(blank=True, help_text='The office held.', max_length=200, null=True, verbose_name='title')),
                ('title_fr', editorial.base.text.LineField(blank=True, help_text='The office held.', max_length=200, null=True, verbose_name='title')),
                ('title_es', editorial.base.text.LineField(blank=True, help_text='The office held.', max_length=200, null=True, verbose_name='title')),
                ('sector', models.CharField(blank=True, choices=[('public', 'Public sector'), ('private', 'Private sector'), ('academic', 'Academia')], max_length=20, verbose_name='sector')),
                ('level', models.CharField(blank=True, choices=[('federal', 'Federal'), ('provincial', 'Provincial'), ('state', 'State'), ('municipal', 'Municipal')], max_length=20, verbose_name='level of government')),
                ('since', editorial.base.dates.partial.PartialDateField(help_text='A year, a month or a day: 2004, 2004-10 or 2004-10-05.', verbose_name='from')),
                ('until', editorial.base.dates.partial.PartialDateField(help_text='A year, a month or a day: 2004, 2004-10 or 2004-10-05.', verbose_name='until')),
                ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cooperation.country', verbose_name='country')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
                ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cooperation.organization', verbose_name='organization')),
            ],
            options={
                'verbose_name': 'member',
                'verbose_name_plural': 'members',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='cooperation_member_key')],
                'indexes': [models.Index(fields=['sector'], name='cooperation_member_sector')],
            },
        ),
        migrations.CreateModel(
            name='OtherName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('name', editorial.base.text.LineField(max_length=200, verbose_name='name')),
                ('name_en', editorial.base.text.LineField(max_length=200, null=True, verbose_name='name')),
                ('name_fr', editorial.base.text.LineField(max_length=200, null=True, verbose_name='name')),
                ('name_es', editorial.base.text.LineField(max_length=200, null=True, verbose_name='name')),
                ('note', editorial.base.text.LineField(blank=True, help_text='Where or why it is called so, such as “in Mexico”.', max_length=200, verbose_name='note')),
                ('note_en', editorial.base.text.LineField(blank=True, help_text='Where or why it is called so, such as “in Mexico”.', max_length=200, null=True, verbose_name='note')),
                ('note_fr', editorial.base.text.LineField(blank=True, help_text='Where or why it is called so, such as “in Mexico”.', max_length=200, null=True, verbose_name='note')),
                ('note_es', editorial.base.text.LineField(blank=True, help_text='Where or why it is called so, such as “in Mexico”.', max_length=200, null=True, verbose_name='note')),
                ('from_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='from year')),
                ('to_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='to year')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
            ],
            options={
                'verbose_name': 'other name',
                'verbose_name_plural': 'other names',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='cooperation_othername_key')],
            },
        ),
        migrations.CreateModel(
            name='Participant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('delegation', editorial.base.text.LineField(blank=True, help_text='Where it is no organization of the list.', max_length=200, verbose_name='delegation')),
                ('delegation_en', editorial.base.text.LineField(blank=True, help_text='Where it is no organization of the list.', max_length=200, null=True, verbose_name='delegation')),
                ('delegation_fr', editorial.base.text.LineField(blank=True, help_text='Where it is no organization of the list.', max_length=200, null=True, verbose_name='delegation')),
                ('delegation_es', editorial.base.text.LineField(blank=True, help_text='Where it is no organization of the list.', max_length=200, null=True, verbose_name='delegation')),
                ('number', models.PositiveIntegerField(blank=True, null=True, verbose_name='number of people')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
                ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cooperation.organization', verbose_name='organization')),
            ],
            options={
                'verbose_name': 'participant',
                'verbose_name_plural': 'participants',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='cooperation_participant_key')],
            },
        ),
        migrations.CreateModel(
            name='Programme',
            fields=[
                ('edition_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='editorial.edition')),
                ('acronym', editorial.base.text.LineField(blank=True, max_length=30, verbose_name='acronym')),
                ('acronym_en', editorial.base.text.LineField(blank=True, max_length=30, null=True, verbose_name='acronym')),
                ('acronym_fr', editorial.base.text.LineField(blank=True, max_length=30, null=True, verbose_name='acronym')),
                ('acronym_es', editorial.base.text.LineField(blank=True, max_length=30, null=True, verbose_name='acronym')),
                ('starts_on', editorial.base.dates.partial.PartialDateField(help_text='A year, a month or a day: 2004, 2004-10 or 2004-10-05.', verbose_name='starts')),
                ('ends_on', editorial.base.dates.partial.PartialDateField(help_text='A year, a month or a day: 2004, 2004-10 or 2004-10-05.', verbose_name='ends')),
                ('parent', models.ForeignKey(blank=True, limit_choices_to={'kind': 'programme'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editorial.document', verbose_name='parent programme')),
            ],
            options={
                'verbose_name': 'programme',
                'verbose_name_plural': 'programmes',
                'indexes': [models.Index(fields=['starts_on', 'ends_on'], name='cooperation_programme_period')],
            },
            bases=('editorial.edition',),
        ),
        migrations.CreateModel(
            name='ProgrammePartner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('role', models.CharField(choices=[('implementer', 'Implementer'), ('partner', 'Partner'), ('funder', 'Funder')], default='partner', max_length=20, verbose_name='role')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cooperation.organization', verbose_name='organization')),
            ],
            options={
                'verbose_name': 'partner',
                'verbose_name_plural': 'implementers and partners',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='cooperation_programmepartner_key'), models.UniqueConstraint(fields=('edition', 'role', 'organization'), name='cooperation_partner_once')],
            },
        ),
        migrations.CreateModel(
            name='Project',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('title', editorial.base.text.LineField(max_length=200, verbose_name='title')),
                ('title_en', editorial.base.text.LineField(max_length=200, null=True, verbose_name='title')),
                ('title_fr', editorial.base.text.LineField(max_length=200, null=True, verbose_name='title')),
                ('title_es', editorial.base.text.LineField(max_length=200, null=True, verbose_name='title')),
                ('description', models.TextField(blank=True, verbose_name='description')),
                ('description_en', models.TextField(blank=True, null=True, verbose_name='description')),
                ('description_fr', models.TextField(blank=True, null=True, verbose_name='description')),
                ('description_es', models.TextField(blank=True, null=True, verbose_name='description')),
                ('since', editorial.base.dates.partial.PartialDateField(help_text='A year, a month or a day: 2004, 2004-10 or 2004-10-05.', verbose_name='from')),
                ('until', editorial.base.dates.partial.PartialDateField(help_text='A year, a month or a day: 2004, 2004-10 or 2004-10-05.', verbose_name='until')),
                ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cooperation.country', verbose_name='country')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
            ],
            options={
                'verbose_name': 'project',
                'verbose_name_plural': 'initiatives and projects',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='cooperation_project_key')],
            },
        ),
        migrations.CreateModel(
            name='Quote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('speaker', editorial.base.text.LineField(blank=True, max_length=120, verbose_name='speaker')),
                ('title', editorial.base.text.LineField(blank=True, help_text='The office held.', max_length=200, verbose_name='title')),
                ('title_en', editorial.base.text.LineField(blank=True, help_text='The office held.', max_length=200, null=True, verbose_name='title')),
                ('title_fr', editorial.base.text.LineField(blank=True, help_text='The office held.', max_length=200, null=True, verbose_name='title')),
                ('title_es', editorial.base.text.LineField(blank=True, help_text='The office held.', max_length=200, null=True, verbose_name='title')),
                ('text', editorial.base.text.LineField(max_length=2000, verbose_name='words')),
                ('text_en', editorial.base.text.LineField(max_length=2000, null=True, verbose_name='words')),
                ('text_fr', editorial.base.text.LineField(max_length=2000, null=True, verbose_name='words')),
                ('text_es', editorial.base.text.LineField(max_length=2000, null=True, verbose_name='words')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
            ],
            options={
                'verbose_name': 'quote',
                'verbose_name_plural': 'quotes',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='cooperation_quote_key')],
            },
        ),
        migrations.CreateModel(
            name='RelatedDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editorial.document', verbose_name='document')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
            ],
            options={
                'verbose_name': 'related document',
                'verbose_name_plural': 'related documents',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='cooperation_relateddocument_key'), models.UniqueConstraint(fields=('edition', 'document'), name='cooperation_relateddocument_once')],
            },
        ),
        migrations.CreateModel(
            name='Signatory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('name', editorial.base.text.LineField(blank=True, help_text='Of a person; only where it is public.', max_length=120, verbose_name='name')),
                ('title', editorial.base.text.LineField(blank=True, help_text='The office held.', max_length=200, verbose_name='title')),
                ('title_en', editorial.base.text.LineField(blank=True, help_text='The office held.', max_length=200, null=True, verbose_name='title')),
                ('title_fr', editorial.base.text.LineField(blank=True, help_text='The office held.', max_length=200, null=True, verbose_name='title')),
                ('title_es', editorial.base.text.LineField(blank=True, help_text='The office held.', max_length=200, null=True, verbose_name='title')),
                ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cooperation.country', verbose_name='country')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
                ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cooperation.organization', verbose_name='organization')),
            ],
            options={
                'verbose_name': 'signatory',
                'verbose_name_plural': 'signatories',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='cooperation_signatory_key')],
            },
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('edition_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='editorial.edition')),
                ('type', models.CharField(blank=True, choices=[('release', 'News release'), ('joint_statement', 'Joint statement'), ('speech', 'Speech'), ('backgrounder', 'Backgrounder')], max_length=20, verbose_name='type')),
                ('place', editorial.base.text.LineField(blank=True, help_text='The place in the dateline, such as “Ottawa”.', max_length=120, verbose_name='place')),
                ('place_en', editorial.base.text.LineField(blank=True, help_text='The place in the dateline, such as “Ottawa”.', max_length=120, null=True, verbose_name='place')),
                ('place_fr', editorial.base.text.LineField(blank=True, help_text='The place in the dateline, such as “Ottawa”.', max_length=120, null=True, verbose_name='place')),
                ('place_es', editorial.base.text.LineField(blank=True, help_text='The place in the dateline, such as “Ottawa”.', max_length=120, null=True, verbose_name='place')),
                ('dated_on', models.DateField(blank=True, help_text='The date in the dateline.', null=True, verbose_name='date')),
                ('source', editorial.base.text.LineField(blank=True, help_text='Who issued it.', max_length=200, verbose_name='source')),
                ('source_en', editorial.base.text.LineField(blank=True, help_text='Who issued it.', max_length=200, null=True, verbose_name='source')),
                ('source_fr', editorial.base.text.LineField(blank=True, help_text='Who issued it.', max_length=200, null=True, verbose_name='source')),
                ('source_es', editorial.base.text.LineField(blank=True, help_text='Who issued it.', max_length=200, null=True, verbose_name='source')),
                ('source_url', models.URLField(blank=True, max_length=500, verbose_name='address of the source')),
                ('embargo_until', models.DateTimeField(blank=True, help_text='The moment before which it may not go public.', null=True, verbose_name='embargo')),
                ('meeting', models.ForeignKey(blank=True, limit_choices_to={'kind': 'meeting'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editorial.document', verbose_name='meeting')),
            ],
            options={
                'verbose_name': 'statement',
                'verbose_name_plural': 'statements',
                'indexes': [models.Index(fields=['dated_on'], name='cooperation_statement_dated')],
            },
            bases=('editorial.edition',),
        ),
        migrations.CreateModel(
            name='StatusStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('status', models.CharField(choices=[('negotiating', 'Under negotiation'), ('signed', 'Signed'), ('in_force', 'In force'), ('amended', 'Amended'), ('ended', 'Ended')], max_length=20, verbose_name='status')),
                ('expected_on', editorial.base.dates.partial.PartialDateField(help_text='A year, a month or a day: 2004, 2004-10 or 2004-10-05.', verbose_name='expected on')),
                ('actual_on', editorial.base.dates.partial.PartialDateField(help_text='A year, a month or a day: 2004, 2004-10 or 2004-10-05.', verbose_name='actual date')),
                ('note', editorial.base.text.LineField(blank=True, max_length=300, verbose_name='note')),
                ('note_en', editorial.base.text.LineField(blank=True, max_length=300, null=True, verbose_name='note')),
                ('note_fr', editorial.base.text.LineField(blank=True, max_length=300, null=True, verbose_name='note')),
                ('note_es', editorial.base.text.LineField(blank=True, max_length=300, null=True, verbose_name='note')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
            ],
            options={
                'verbose_name': 'status step',
                'verbose_name_plural': 'status history',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='cooperation_statusstep_key')],
                'indexes': [models.Index(fields=['edition', 'actual_on'], name='cooperation_statusstep_actual')],
            },
        ),
        migrations.AddField(
            model_name='mechanism',
            name='cadence',
            field=editorial.base.text.LineField(blank=True, help_text='How often it meets.', max_length=120, verbose_name='cadence'),
        ),
        migrations.AddField(
            model_name='mechanism',
            name='cadence_en',
            field=editorial.base.text.LineField(blank=True, help_text='How often it meets.', max_length=120, null=True, verbose_name='cadence'),
        ),
        migrations.AddField(
            model_name='mechanism',
            name='cadence_es',
            field=editorial.base.text.LineField(blank=True, help_text='How often it meets.', max_length=120, null=True, verbose_name='cadence'),
        ),
        migrations.AddField(
            model_name='mechanism',
            name='cadence_fr',
            field=editorial.base.text.LineField(blank=True, help_text='How often it meets.', max_length=120, null=True, verbose_name='cadence'),
        ),
        migrations.AddField(
            model_name='mechanism',
            name='hosting',
            field=editorial.base.text.LineField(blank=True, help_text='Such as “Canada and Mexico by turns”.', max_length=200, verbose_name='who hosts'),
        ),
        migrations.AddField(
            model_name='mechanism',
            name='hosting_en',
            field=editorial.base.text.LineField(blank=True, help_text='Such as “Canada and Mexico by turns”.', max_length=200, null=True, verbose_name='who hosts'),
        ),
        migrations.AddField(
            model_name='mechanism',
            name='hosting_es',
            field=editorial.base.text.LineField(blank=True, help_text='Such as “Canada and Mexico by turns”.', max_length=200, null=True, verbose_name='who hosts'),
        ),
        migrations.AddField(
            model_name='mechanism',
            name='hosting_fr',
            field=editorial.base.text.LineField(blank=True, help_text='Such as “Canada and Mexico by turns”.', max_length=200, null=True, verbose_name='who hosts'),
        ),
        migrations.AddField(
            model_name='mechanism',
            name='launched_at',
            field=editorial.base.text.LineField(blank=True, help_text='The place.', max_length=120, verbose_name='place of launch'),
        ),
        migrations.AddField(
            model_name='mechanism',
            name='launched_at_en',
            field=editorial.base.text.LineField(blank=True, help_text='The place.', max_length=120, null=True, verbose_name='place of launch'),
        ),
        migrations.AddField(
            model_name='mechanism',
            name='launched_at_es',
            field=editorial.base.text.LineField(blank=True, help_text='The place.', max_length=120, null=True, verbose_name='place of launch'),
        ),
        migrations.AddField(
            model_name='mechanism',
            name='launched_at_fr',
            field=editorial.base.text.LineField(blank=True, help_text='The place.', max_length=120, null=True, verbose_name='place of launch'),
        ),
        migrations.AddField(
            model_name='mechanism',
            name='level',
            field=models.CharField(blank=True, choices=[('bilateral', 'Bilateral'), ('trilateral', 'Trilateral'), ('multilateral', 'Multilateral')], max_length=20, verbose_name='level'),
        ),
        migrations.AddField(
            model_name='mechanism',
            name='relaunched_on',
            field=editorial.base.dates.partial.PartialDateField(help_text='A year, a month or a day: 2004, 2004-10 or 2004-10-05.', verbose_name='relaunched on'),
        ),
        migrations.AddField(
            model_name='mechanism',
            name='status',
            field=models.CharField(blank=True, choices=[('active', 'Active'), ('dormant', 'Dormant'), ('ended', 'Ended')], max_length=20, verbose_name='status'),
        ),
        migrations.AddField(
            model_name='mechanism',
            name='type',
            field=models.CharField(blank=True, choices=[('partnership', 'Partnership'), ('dialogue', 'Dialogue'), ('forum', 'Forum'), ('initiative', 'Initiative'), ('treaty_body', 'Treaty body')], max_length=20, verbose_name='type'),
        ),
        migrations.AddField(
            model_name='workinggroup',
            name='mandate',
            field=models.TextField(blank=True, verbose_name='mandate'),
        ),
        migrations.AddField(
            model_name='workinggroup',
            name='mandate_en',
            field=models.TextField(blank=True, null=True, verbose_name='mandate'),
        ),
        migrations.AddField(
            model_name='workinggroup',
            name='mandate_es',
            field=models.TextField(blank=True, null=True, verbose_name='mandate'),
        ),
        migrations.AddField(
            model_name='workinggroup',
            name='mandate_fr',
            field=models.TextField(blank=True, null=True, verbose_name='mandate'),
        ),
        migrations.AddField(
            model_name='workinggroup',
            name='predecessor',
            field=models.ForeignKey(blank=True, limit_choices_to={'kind': 'working_group'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editorial.document', verbose_name='predecessor'),
        ),
        migrations.AlterField(
            model_name='mechanism',
            name='launched',
            field=editorial.base.text.LineField(blank=True, help_text='Only where no date says it, such as “in the autumn of 2004”.', max_length=60, verbose_name='launched, in words'),
        ),
        migrations.AlterField(
            model_name='mechanism',
            name='launched_en',
            field=editorial.base.text.LineField(blank=True, help_text='Only where no date says it, such as “in the autumn of 2004”.', max_length=60, null=True, verbose_name='launched, in words'),
        ),
        migrations.AlterField(
            model_name='mechanism',
            name='launched_es',
            field=editorial.base.text.LineField(blank=True, help_text='Only where no date says it, such as “in the autumn of 2004”.', max_length=60, null=True, verbose_name='launched, in words'),
        ),
        migrations.AlterField(
            model_name='mechanism',
            name='launched_fr',
            field=editorial.base.text.LineField(blank=True, help_text='Only where no date says it, such as “in the autumn of 2004”.', max_length=60, null=True, verbose_name='launched, in words'),
        ),
        migrations.AlterField(
            model_name='mechanism',
            name='launched_on',
            field=editorial.base.dates.partial.PartialDateField(help_text='A year, a month or a day: 2004, 2004-10 or 2004-10-05.', verbose_name='launched on'),
        ),
        # Django gives a column its own check when it makes one, not when it turns another into one.
        migrations.RunSQL(
            """ALTER TABLE cooperation_mechanism ADD CONSTRAINT cooperation_mechanism_launched_on_check
               CHECK (launched_on ~ '^[0-9]{4}(-[0-9]{2}){0,2}$')""",
            "ALTER TABLE cooperation_mechanism DROP CONSTRAINT cooperation_mechanism_launched_on_check",
        ),
        migrations.AddIndex(
            model_name='mechanism',
            index=models.Index(fields=['level', 'status'], name='cooperation_mechanism_level'),
        ),
        migrations.AddIndex(
            model_name='workinggroup',
            index=models.Index(fields=['active_from', 'active_to'], name='cooperation_workinggroup_years'),
        ),
        # The embargo of a statement holds in SQL too. It is a guard on the engine's table, which knows no statements;
        # hence not one of its own guards (editorial.guards).
        migrations.RunSQL(
            """
            CREATE FUNCTION cooperation_embargo() RETURNS TRIGGER AS $$
                BEGIN
                    IF EXISTS (
                        SELECT 1 FROM cooperation_statement s
                        WHERE s.edition_ptr_id = NEW.id AND s.embargo_until > lower(NEW.live_during)
                    ) THEN
                        RAISE EXCEPTION 'a statement cannot go public before its embargo ends'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                END;
            $$ LANGUAGE plpgsql;
            CREATE TRIGGER cooperation_embargo BEFORE UPDATE ON editorial_edition FOR EACH ROW
                WHEN (NEW.live_during IS NOT NULL AND OLD.live_during IS DISTINCT FROM NEW.live_during)
                EXECUTE FUNCTION cooperation_embargo();
            """,
            "DROP TRIGGER cooperation_embargo ON editorial_edition; DROP FUNCTION cooperation_embargo()",
        ),
        editorial.guards.operations.AddGuard(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_ptr_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_ptr_id <> OLD.edition_ptr_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_ptr_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='65d2faa1007f7d408e12d430c70b201de81519d3', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_1b7e3', table='cooperation_agreement', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='agreement',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='615de8f9e5c7821ed65e25d7d3cebb04527cff02', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_115a6', table='cooperation_agreement', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='agreementparty',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='b29070df1dff2bb80277053bd9ffe0bafa4279a4', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_dc0f5', table='cooperation_agreementparty', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='agreementparty',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='73fc07db87f3f532781d0b06baa846d820ae488d', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_4268b', table='cooperation_agreementparty', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='contact',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='85f62eb6efed455c2727345078f6a329e7046a42', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_5c564', table='cooperation_contact', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='contact',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='93087ae6dd3f07984f693214f4c913918fd9d04f', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_ec707', table='cooperation_contact', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='coordinatingbody',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='1e8a4d68af31fd1500ea73ea4607200a61f74ac1', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_4870d', table='cooperation_coordinatingbody', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='coordinatingbody',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='4c1552c73ccf4040579c1105979883f4207560a3', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_7ed50', table='cooperation_coordinatingbody', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='mechanismparty',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='67ab4102e1c3ddc757a449a78c8cb050be128e37', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_a7735', table='cooperation_mechanismparty', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='mechanismparty',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='bb0de2eb78846ce393b7655bf29ea735d39fa3a0', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_5f08e', table='cooperation_mechanismparty', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='meeting',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_ptr_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_ptr_id <> OLD.edition_ptr_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_ptr_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='81cf34c6e563a01bef87d5e326ac59d00d66620d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_433c9', table='cooperation_meeting', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='meeting',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='fe3aaf87a001b28614fe00bab42fef27ed2826d9', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_596bc', table='cooperation_meeting', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='meetingsession',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='2ee3f0399c82be9c680b6c4f760f8ecec0f1744e', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_4679f', table='cooperation_meetingsession', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='meetingsession',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='366426576dc4a1f2057a6a4b410a8f0a55a96efc', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_26c19', table='cooperation_meetingsession', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='member',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='d147f814c931a68cee5081dda67c05cf4fbe0a9d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_a65b1', table='cooperation_member', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='member',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='641aaa192afc5d74efd5bff6c23508a2a0b2a405', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_78494', table='cooperation_member', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='othername',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='26aada810cf6005035cad6da776eefdf2c8379d8', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_9d6f5', table='cooperation_othername', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='othername',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='87491ba1228e806a53099ec6eaceb6a1b13cce14', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_0bcd9', table='cooperation_othername', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='participant',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='7553f8c764114417f2dfa00fa83a6426e45462ce', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_cd530', table='cooperation_participant', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='participant',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='de8e70673338371e96d7fc0d857262d8d5bdf9f4', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_d3bac', table='cooperation_participant', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='programme',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_ptr_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_ptr_id <> OLD.edition_ptr_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_ptr_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='d47a8521fe527c88e5a418dd4d8293dcfb7515e6', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_27fc5', table='cooperation_programme', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='programme',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='f7c228122f2d6ab5565f367b2ca5c392a94db1c5', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_84887', table='cooperation_programme', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='programmepartner',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='de952b34c8cc2f1d566a342467fd4df6c88423d1', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_89d73', table='cooperation_programmepartner', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='programmepartner',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='1760bdfa4b5a5f0c31c249e97fde73fe8001e118', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_76131', table='cooperation_programmepartner', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='project',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='3306c5ba5903e0973438d7a148bdb69b905ca385', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_ffcb3', table='cooperation_project', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='project',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='5d686a7d245c2584a8905ad7a18bd017251d333d', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_9bc32', table='cooperation_project', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='quote',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='758d7d14ab9129b58b2cd10fa412da5d571f56f9', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_0a384', table='cooperation_quote', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='quote',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='132423768fc6a62ff0c3cbeed4a668907e614c32', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_20060', table='cooperation_quote', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='relateddocument',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='c56363ece6fc402931f14bb1a9dcc9c51562fe2e', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_b16b4', table='cooperation_relateddocument', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='relateddocument',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='ba8dc34fb40fa33f94bcda7ec20c902555aa9c39', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_c1148', table='cooperation_relateddocument', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='signatory',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='f9ca75630510f080b9b6c28d39dd6d150f1a837d', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_37567', table='cooperation_signatory', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='signatory',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='8b441b306d4043d88d90a2068061301a32d19f80', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_b4366', table='cooperation_signatory', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_ptr_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_ptr_id <> OLD.edition_ptr_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_ptr_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='335fbfa01e74578b57f54a7c31180e44ecd6c79a', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_a5db2', table='cooperation_statement', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='statement',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='78369d243daed26a9574a00f59cc30bf00cfa1b3', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_9b800', table='cooperation_statement', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='statusstep',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='8dda6c3084677aebdd703930c73d054cf6ffc43e', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_93679', table='cooperation_statusstep', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='statusstep',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='ed4e4c9dfd669689192013b40a9ffd84584c773b', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_375ec', table='cooperation_statusstep', when='BEFORE')),
        ),
    ]
