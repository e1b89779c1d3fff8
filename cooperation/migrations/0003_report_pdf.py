import django.db.models.deletion
import editorial.guards.operations
import editorial.guards.common
import pgtrigger.compiler
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cooperation', '0002_kinds'),
        ('editorial', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ReportFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('en', 'English'), ('fr', 'French'), ('es', 'Spanish')], max_length=7, verbose_name='language')),
                ('source', models.CharField(max_length=64)),
                ('sha256', models.CharField(max_length=64)),
                ('size', models.PositiveBigIntegerField(verbose_name='size')),
                ('made_at', models.DateTimeField(verbose_name='made at')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='report_files', to='editorial.edition', verbose_name='edition')),
            ],
            options={
                'verbose_name': 'report as PDF',
                'verbose_name_plural': 'reports as PDF',
                'ordering': ['-made_at', '-id'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('edition', 'language', 'source'), name='cooperation_reportfile_once'), models.CheckConstraint(condition=models.Q(('size__gt', 0)), name='cooperation_reportfile_not_empty')],
            },
        ),
        editorial.guards.operations.AddGuard(
            model_name='reportfile',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table is append-only: its rows cannot be changed or deleted' USING ERRCODE = 'check_violation';", hash='7dfe7e1d77236e6a2eda0cd9b36132c53fcb228d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c095f', table='cooperation_reportfile', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='reportfile',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='055f3beaffee3a40a312bf2aaf902f2246bfb7fa', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_24e04', table='cooperation_reportfile', when='BEFORE')),
        ),
    ]
