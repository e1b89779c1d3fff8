"""The names of files keep one rule (see `editorial.filenames`); rows that are older keep the names they were signed under."""

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

import editorial.text
from editorial import filenames


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0017_owner_verb'),
    ]

    operations = [
        migrations.AlterField(
            model_name='attachment',
            name='file',
            field=editorial.text.LineField(help_text='The name under which it is offered.', max_length=150, verbose_name='file name'),
        ),
        AddConstraintNotValid(
            model_name='attachment',
            constraint=models.CheckConstraint(condition=filenames.condition(), name='editorial_attachment_file_name'),
        ),
    ]
