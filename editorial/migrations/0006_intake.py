import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0005_visitors'),
    ]

    operations = [
        migrations.CreateModel(
            name='Intake',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=50)),
                ('source_language', models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish')], max_length=7)),
                ('readings', models.JSONField(default=dict)),
                ('at', models.DateTimeField(db_index=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('into', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='editorial.edition')),
                ('made', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='editorial.edition')),
            ],
            options={
                'verbose_name': 'files being imported',
                'verbose_name_plural': 'files being imported',
                'ordering': ['-at', 'id'],
                'default_permissions': (),
            },
        ),
    ]
