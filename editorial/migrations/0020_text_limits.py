import django.contrib.postgres.operations
from django.db import migrations, models
from django.db.models.functions import Cast, Length
from django.db.models.lookups import LessThanOrEqual

from editorial.base import text_limits


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0019_file_names'),
    ]

    operations = [
        text_limits.hold_rich('editorial_section', 'body', 'body_en', 'body_fr', 'body_es'),
        django.contrib.postgres.operations.AddConstraintNotValid(
            model_name='snapshot',
            constraint=models.CheckConstraint(condition=LessThanOrEqual(Length(Cast('content', models.TextField())), 3000000), name='editorial_snapshot_bounded'),
        ),
    ]
