"""The names of files keep one rule (see `editorial.base.files.filenames`); rows that are older keep the names they were signed under."""

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

import editorial.base.text


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0018_date_bounds'),
    ]

    operations = [
        migrations.AlterField(
            model_name='attachment',
            name='file',
            field=editorial.base.text.LineField(help_text='The name under which it is offered.', max_length=150, verbose_name='file name'),
        ),
        AddConstraintNotValid(
            model_name='attachment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('file__iregex', '[^ .]\\.(pdf)$'), ('media_type', 'application/pdf')), models.Q(('file__iregex', '[^ .]\\.(docx)$'), ('media_type', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')), models.Q(('file__iregex', '[^ .]\\.(xlsx)$'), ('media_type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')), models.Q(('file__iregex', '[^ .]\\.(odt)$'), ('media_type', 'application/vnd.oasis.opendocument.text')), models.Q(('file__iregex', '[^ .]\\.(ods)$'), ('media_type', 'application/vnd.oasis.opendocument.spreadsheet')), models.Q(('file__iregex', '[^ .]\\.(csv)$'), ('media_type', 'text/csv')), models.Q(('file__iregex', '[^ .]\\.(txt)$'), ('media_type', 'text/plain')), models.Q(('file__iregex', '[^ .]\\.(png)$'), ('media_type', 'image/png')), models.Q(('file__iregex', '[^ .]\\.(jpg|jpeg)$'), ('media_type', 'image/jpeg')), models.Q(('file__iregex', '[^ .]\\.(webp)$'), ('media_type', 'image/webp')), _connector='OR'), ('file__regex', '^[^ .](.*[^ .])?$'), models.Q(('file__regex', '[\\u0001-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\U000e0000-\\U000e0fff\\\\/:*?"<>|]'), _negated=True), models.Q(('file__iregex', '^(con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\\.|$)'), _negated=True), ('file', models.Func(models.F('file'), output_field=models.CharField(), template='normalize(%(expressions)s, NFC)'))), name='editorial_attachment_file_name'),
        ),
    ]
