import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0010_notices'),
    ]

    operations = [
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
        migrations.RunSQL(
            sql='ALTER TABLE editorial_presence SET UNLOGGED',
            reverse_sql='ALTER TABLE editorial_presence SET LOGGED',
        ),
    ]
