import django.db.models.deletion
import editorial.guards.operations
import editorial.guards.common
import editorial.base.text
import pgtrigger.compiler
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('editorial', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Country',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(help_text='ISO 3166-1, two letters.', max_length=2, unique=True, verbose_name='code')),
                ('name', editorial.base.text.LineField(max_length=80, verbose_name='name')),
                ('name_en', editorial.base.text.LineField(max_length=80, null=True, verbose_name='name')),
                ('name_fr', editorial.base.text.LineField(max_length=80, null=True, verbose_name='name')),
                ('name_es', editorial.base.text.LineField(max_length=80, null=True, verbose_name='name')),
            ],
            options={
                'verbose_name': 'country',
                'verbose_name_plural': 'countries',
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='Mechanism',
            fields=[
                ('edition_ptr', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, related_name='as_mechanism', serialize=False, to='editorial.edition')),
                ('acronym', editorial.base.text.LineField(blank=True, max_length=30, verbose_name='acronym')),
                ('acronym_en', editorial.base.text.LineField(blank=True, max_length=30, null=True, verbose_name='acronym')),
                ('acronym_fr', editorial.base.text.LineField(blank=True, max_length=30, null=True, verbose_name='acronym')),
                ('acronym_es', editorial.base.text.LineField(blank=True, max_length=30, null=True, verbose_name='acronym')),
                ('launched', editorial.base.text.LineField(blank=True, help_text='As precisely as it is known, such as “October 2004”.', max_length=60, verbose_name='launched')),
                ('launched_en', editorial.base.text.LineField(blank=True, help_text='As precisely as it is known, such as “October 2004”.', max_length=60, null=True, verbose_name='launched')),
                ('launched_fr', editorial.base.text.LineField(blank=True, help_text='As precisely as it is known, such as “October 2004”.', max_length=60, null=True, verbose_name='launched')),
                ('launched_es', editorial.base.text.LineField(blank=True, help_text='As precisely as it is known, such as “October 2004”.', max_length=60, null=True, verbose_name='launched')),
                ('launched_on', models.DateField(blank=True, help_text='Where the exact day is known.', null=True, verbose_name='launched on')),
            ],
            options={
                'verbose_name': 'mechanism',
                'verbose_name_plural': 'mechanisms',
            },
            bases=('editorial.edition',),
        ),
        migrations.CreateModel(
            name='Objective',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('text', editorial.base.text.LineField(max_length=500, verbose_name='objective')),
                ('text_en', editorial.base.text.LineField(max_length=500, null=True, verbose_name='objective')),
                ('text_fr', editorial.base.text.LineField(max_length=500, null=True, verbose_name='objective')),
                ('text_es', editorial.base.text.LineField(max_length=500, null=True, verbose_name='objective')),
                ('status', models.CharField(choices=[('planned', 'Planned'), ('under_way', 'Under way'), ('done', 'Done'), ('dropped', 'Dropped')], default='planned', max_length=20, verbose_name='status')),
                ('continues', models.UUIDField(blank=True, null=True, verbose_name='continues')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
                ('group', models.ForeignKey(limit_choices_to={'kind': 'working_group'}, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editorial.document', verbose_name='working group')),
            ],
            options={
                'verbose_name': 'objective',
                'verbose_name_plural': 'objectives',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='cooperation_objective_key')],
            },
        ),
        migrations.CreateModel(
            name='Organization',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40, unique=True, verbose_name='code')),
                ('name', editorial.base.text.LineField(max_length=160, verbose_name='name')),
                ('name_en', editorial.base.text.LineField(max_length=160, null=True, verbose_name='name')),
                ('name_fr', editorial.base.text.LineField(max_length=160, null=True, verbose_name='name')),
                ('name_es', editorial.base.text.LineField(max_length=160, null=True, verbose_name='name')),
                ('acronym', editorial.base.text.LineField(blank=True, max_length=30, verbose_name='acronym')),
                ('acronym_en', editorial.base.text.LineField(blank=True, max_length=30, null=True, verbose_name='acronym')),
                ('acronym_fr', editorial.base.text.LineField(blank=True, max_length=30, null=True, verbose_name='acronym')),
                ('acronym_es', editorial.base.text.LineField(blank=True, max_length=30, null=True, verbose_name='acronym')),
                ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='organizations', to='cooperation.country', verbose_name='country')),
            ],
            options={
                'verbose_name': 'organization',
                'verbose_name_plural': 'organizations',
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='Page',
            fields=[
                ('edition_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='editorial.edition')),
                ('parent', models.ForeignKey(blank=True, limit_choices_to={'kind': 'page'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editorial.document', verbose_name='parent page')),
            ],
            options={
                'verbose_name': 'page',
                'verbose_name_plural': 'pages',
            },
            bases=('editorial.edition',),
        ),
        migrations.CreateModel(
            name='Theme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40, unique=True, verbose_name='code')),
                ('name', editorial.base.text.LineField(max_length=80, verbose_name='name')),
                ('name_en', editorial.base.text.LineField(max_length=80, null=True, verbose_name='name')),
                ('name_fr', editorial.base.text.LineField(max_length=80, null=True, verbose_name='name')),
                ('name_es', editorial.base.text.LineField(max_length=80, null=True, verbose_name='name')),
            ],
            options={
                'verbose_name': 'theme',
                'verbose_name_plural': 'themes',
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='ThemeTag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tags', to='cooperation.theme', verbose_name='theme')),
            ],
            options={
                'verbose_name': 'theme',
                'verbose_name_plural': 'themes',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='cooperation_themetag_key'), models.UniqueConstraint(fields=('edition', 'theme'), name='cooperation_themetag_once')],
            },
        ),
        migrations.CreateModel(
            name='WorkingGroup',
            fields=[
                ('edition_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='editorial.edition')),
                ('active_from', models.PositiveSmallIntegerField(blank=True, help_text='A year.', null=True, verbose_name='active from')),
                ('active_to', models.PositiveSmallIntegerField(blank=True, help_text='A year.', null=True, verbose_name='active to')),
                ('mechanism', models.ForeignKey(blank=True, limit_choices_to={'kind': 'mechanism'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editorial.document', verbose_name='mechanism')),
            ],
            options={
                'verbose_name': 'working group',
                'verbose_name_plural': 'working groups',
            },
            bases=('editorial.edition',),
        ),
        migrations.CreateModel(
            name='AnnualReport',
            fields=[
                ('edition_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='editorial.edition')),
                ('year', models.PositiveSmallIntegerField(help_text='The year that is reported on.', null=True, verbose_name='year')),
                ('message', models.TextField(blank=True, verbose_name='message of the co-chairs')),
                ('message_en', models.TextField(blank=True, null=True, verbose_name='message of the co-chairs')),
                ('message_fr', models.TextField(blank=True, null=True, verbose_name='message of the co-chairs')),
                ('message_es', models.TextField(blank=True, null=True, verbose_name='message of the co-chairs')),
                ('mechanism', models.ForeignKey(limit_choices_to={'kind': 'mechanism'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editorial.document', verbose_name='mechanism')),
            ],
            options={
                'verbose_name': 'annual report',
                'verbose_name_plural': 'annual reports',
                'indexes': [models.Index(fields=['year'], name='cooperation_annualreport_year')],
            },
            bases=('editorial.edition',),
        ),
        migrations.CreateModel(
            name='Chapter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('results', models.TextField(blank=True, verbose_name='results')),
                ('results_en', models.TextField(blank=True, null=True, verbose_name='results')),
                ('results_fr', models.TextField(blank=True, null=True, verbose_name='results')),
                ('results_es', models.TextField(blank=True, null=True, verbose_name='results')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
                ('group', models.ForeignKey(limit_choices_to={'kind': 'working_group'}, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editorial.document', verbose_name='working group')),
            ],
            options={
                'verbose_name': 'chapter',
                'verbose_name_plural': 'chapters',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='cooperation_chapter_key'), models.UniqueConstraint(fields=('edition', 'group'), name='cooperation_chapter_once_per_group')],
            },
        ),
        migrations.CreateModel(
            name='CountryTag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('position', models.PositiveIntegerField(default=0, verbose_name='position')),
                ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tags', to='cooperation.country', verbose_name='country')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='editorial.edition')),
            ],
            options={
                'verbose_name': 'country',
                'verbose_name_plural': 'countries',
                'ordering': ['position', 'id'],
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('edition', 'key'), name='cooperation_countrytag_key'), models.UniqueConstraint(fields=('edition', 'country'), name='cooperation_countrytag_once')],
            },
        ),
        editorial.guards.operations.AddGuard(
            model_name='mechanism',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_ptr_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_ptr_id <> OLD.edition_ptr_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_ptr_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='43c640f5ed79da7ce4c7adb1b321517ac031afa3', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_33b29', table='cooperation_mechanism', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='mechanism',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='c3c8498c4b438f6e3b396bb9f708e5c1a55e0798', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_63ed9', table='cooperation_mechanism', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='annualreport',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_ptr_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_ptr_id <> OLD.edition_ptr_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_ptr_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='40d8b7b591fe899e87452e7bb051a231bbfb145f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_cc3ba', table='cooperation_annualreport', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='annualreport',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='7ace8d7b685a916659086fa718acdce4e184fbc7', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_bcf94', table='cooperation_annualreport', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='chapter',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='d05ef046a25edf40fb85befbe830a0808f1428a7', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_92e75', table='cooperation_chapter', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='chapter',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='efbf84d56121285a07223d855c0d413baa1baf29', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_d9c4d', table='cooperation_chapter', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='countrytag',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='df589ee734e6daa48f42566e264b3b097d724465', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_08ba9', table='cooperation_countrytag', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='countrytag',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='7d2eb34a94661c611c00460c4d26f9298027f540', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_eaa85', table='cooperation_countrytag', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='objective',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='8a9caf2a349b17549ea4e4e8b37e859cfc046775', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_edbf8', table='cooperation_objective', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='objective',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='3aa04dd0855bbb04f9b263a00c23f03588520a16', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_acc6e', table='cooperation_objective', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='page',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_ptr_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_ptr_id <> OLD.edition_ptr_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_ptr_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='5afee96343a010bf567cdebb7492af45be5b87ca', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_f234b', table='cooperation_page', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='page',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='09eb5e06e03b8897c91c1b56b3dab339d3cdf57c', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_94de9', table='cooperation_page', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='themetag',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_id <> OLD.edition_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='f72d0fde53fc4e205d6dce23ccd764ed61f2ced2', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_8f288', table='cooperation_themetag', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='themetag',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='8eca814b98ee224287b28b4c69f7738f82227ea9', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_4f121', table='cooperation_themetag', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='workinggroup',
            trigger=pgtrigger.compiler.Trigger(name='content_of_draft', sql=editorial.guards.common.GuardSql(declare='DECLARE found text;', func="\n                IF TG_OP <> 'INSERT' THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = OLD.edition_ptr_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.edition_ptr_id <> OLD.edition_ptr_id) THEN\n                    SELECT state INTO found FROM editorial_edition WHERE id = NEW.edition_ptr_id FOR SHARE;\n                    IF found IS NOT NULL AND found <> 'draft' THEN\n                        RAISE EXCEPTION 'the content of an edition that is not a draft cannot change' USING ERRCODE = 'check_violation';\n                    END IF;\n                END IF;\n                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                RETURN NEW;\n            ", hash='7fde4c979463811dc8859784bb846443dbbeb56f', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_content_of_draft_f1ec7', table='cooperation_workinggroup', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='workinggroup',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='b5ae733d455387ba880994ce644fe64c06c3a79e', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_6bc70', table='cooperation_workinggroup', when='BEFORE')),
        ),
    ]
