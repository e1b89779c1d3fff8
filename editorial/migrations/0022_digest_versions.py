from django.db import migrations, models


class Migration(migrations.Migration):
    """What was saved before has digests of version 1, what is saved from now on those of version 2."""

    dependencies = [
        ('editorial', '0021_verification'),
    ]

    operations = [
        migrations.AddField(
            model_name='edition',
            name='digest_version',
            field=models.PositiveSmallIntegerField(default=1, editable=False),
        ),
        migrations.AlterField(
            model_name='edition',
            name='digest_version',
            field=models.PositiveSmallIntegerField(default=2, editable=False),
        ),
    ]
