import django.db.models.deletion
import editorial.models.glossaryterm
import editorial.base.text
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0011_together'),
    ]

    operations = [
        migrations.CreateModel(
            name='GlossaryTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('term', editorial.base.text.LineField(blank=True, max_length=150, verbose_name='term')),
                ('term_en', editorial.base.text.LineField(blank=True, max_length=150, null=True, verbose_name='term')),
                ('term_fr', editorial.base.text.LineField(blank=True, max_length=150, null=True, verbose_name='term')),
                ('term_es', editorial.base.text.LineField(blank=True, max_length=150, null=True, verbose_name='term')),
                ('acronym', editorial.base.text.LineField(blank=True, max_length=30, verbose_name='acronym')),
                ('acronym_en', editorial.base.text.LineField(blank=True, max_length=30, null=True, verbose_name='acronym')),
                ('acronym_fr', editorial.base.text.LineField(blank=True, max_length=30, null=True, verbose_name='acronym')),
                ('acronym_es', editorial.base.text.LineField(blank=True, max_length=30, null=True, verbose_name='acronym')),
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
    ]
