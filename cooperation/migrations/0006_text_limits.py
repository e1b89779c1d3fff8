from django.db import migrations

from editorial.base import text_limits


class Migration(migrations.Migration):

    dependencies = [
        ('cooperation', '0005_date_bounds'),
        ('editorial', '0020_text_limits'),
    ]

    operations = [
        text_limits.hold_rich(table, column, f'{column}_en', f'{column}_fr', f'{column}_es')
        for table, column in [
            ('cooperation_workinggroup', 'mandate'),
            ('cooperation_meeting', 'outcomes'),
            ('cooperation_project', 'description'),
            ('cooperation_annualreport', 'message'),
            ('cooperation_chapter', 'results'),
        ]
    ]
