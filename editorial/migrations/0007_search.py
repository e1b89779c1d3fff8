import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import editorial.guards.operations
import editorial.guards.common
import pgtrigger.compiler
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0006_intake'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=7)),
                ('begins', models.DateTimeField()),
                ('ends', models.DateTimeField(null=True)),
                ('facets', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('lead', django.contrib.postgres.search.SearchVectorField()),
                ('vector', django.contrib.postgres.search.SearchVectorField()),
                ('passages', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('starts', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), size=None)),
                ('version', models.PositiveSmallIntegerField()),
                ('edition', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='search_entries', to='editorial.edition')),
            ],
            options={
                'ordering': ['-id'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('edition', 'language'), name='editorial_searchentry_once')],
                'indexes': [django.contrib.postgres.indexes.GinIndex(condition=models.Q(('language', 'en')), fields=['lead'], gin_pending_list_limit=256, name='editorial_search_lead_en'), django.contrib.postgres.indexes.GinIndex(condition=models.Q(('language', 'en')), fields=['vector'], gin_pending_list_limit=256, name='editorial_search_vector_en'), django.contrib.postgres.indexes.GinIndex(condition=models.Q(('language', 'fr')), fields=['lead'], gin_pending_list_limit=256, name='editorial_search_lead_fr'), django.contrib.postgres.indexes.GinIndex(condition=models.Q(('language', 'fr')), fields=['vector'], gin_pending_list_limit=256, name='editorial_search_vector_fr'), django.contrib.postgres.indexes.GinIndex(condition=models.Q(('language', 'es')), fields=['lead'], gin_pending_list_limit=256, name='editorial_search_lead_es'), django.contrib.postgres.indexes.GinIndex(condition=models.Q(('language', 'es')), fields=['vector'], gin_pending_list_limit=256, name='editorial_search_vector_es')],
            },
        ),
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=7)),
                ('word', models.CharField(max_length=40)),
                ('written', models.CharField(max_length=60)),
                ('near', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
            ],
            options={
                'ordering': ['language', 'word'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('language', 'word'), name='editorial_searchword_once')],
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['near'], gin_pending_list_limit=256, name='editorial_searchword_near')],
            },
        ),
        # Most of a row is text that only the ten results shown need. It is kept out of line, so that the rows that a
        # common word matches lie close together; what they are ranked by stays with them. Room is left for new live periods beside the old.
        migrations.RunSQL(
            sql='ALTER TABLE editorial_searchentry SET (toast_tuple_target = 128, fillfactor = 85)',
            reverse_sql='ALTER TABLE editorial_searchentry RESET (toast_tuple_target, fillfactor)',
        ),
        migrations.RunSQL(
            sql='ALTER TABLE editorial_searchentry ALTER COLUMN lead SET STORAGE MAIN, ALTER COLUMN facets SET STORAGE MAIN',
            reverse_sql='ALTER TABLE editorial_searchentry ALTER COLUMN lead SET STORAGE EXTENDED, ALTER COLUMN facets SET STORAGE EXTENDED',
        ),
        editorial.guards.operations.AddGuard(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='search_in_step', sql=editorial.guards.common.GuardSql(condition='WHEN (OLD.live_during IS NOT NULL AND OLD.live_during IS DISTINCT FROM NEW.live_during)', func='\n            IF NEW.live_during IS NULL THEN\n                DELETE FROM editorial_searchentry WHERE edition_id = NEW.id;\n            ELSE\n                UPDATE editorial_searchentry SET ends = upper(NEW.live_during) WHERE edition_id = NEW.id;\n            END IF;\n            RETURN NULL;\n        ', hash='1a01cdde6c707735adcfbeabbd393c5541f9e2d4', operation='UPDATE OF "live_during"', pgid='pgtrigger_search_in_step_fee70', table='editorial_edition', when='AFTER')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='searchword',
            trigger=pgtrigger.compiler.Trigger(name='words_stay', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'a word is added or taken away, never changed' USING ERRCODE = 'check_violation';", hash='4a313adbbefcbd3a904f373bdfc34574f0402fcb', operation='UPDATE', pgid='pgtrigger_words_stay_fad77', table='editorial_searchword', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='searchentry',
            trigger=pgtrigger.compiler.Trigger(name='only_published', sql=editorial.guards.common.GuardSql(declare='DECLARE edition editorial_edition;', func="\n                SELECT * INTO edition FROM editorial_edition WHERE id = NEW.edition_id FOR SHARE;\n                IF edition.live_during IS NULL OR NEW.language = ANY(edition.excepted_languages) THEN\n                    RAISE EXCEPTION 'only what is published in a language can be found in it' USING ERRCODE = 'check_violation';\n                END IF;\n                IF TG_OP = 'UPDATE' AND ((OLD.edition_id, OLD.language) IS DISTINCT FROM (NEW.edition_id, NEW.language)) THEN\n                    RAISE EXCEPTION 'a search entry keeps its edition and its language' USING ERRCODE = 'check_violation';\n                END IF;\n                NEW.begins := lower(edition.live_during);\n                NEW.ends := upper(edition.live_during);\n                RETURN NEW;\n            ", hash='08a5b75051c681a01dff02d2936ac3fe198929b7', operation='INSERT OR UPDATE', pgid='pgtrigger_only_published_9dc72', table='editorial_searchentry', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='searchentry',
            trigger=pgtrigger.compiler.Trigger(name='published_stays', sql=editorial.guards.common.GuardSql(func="\n                IF EXISTS (SELECT 1 FROM editorial_edition e WHERE e.id = OLD.edition_id AND e.live_during IS NOT NULL) THEN\n                    RAISE EXCEPTION 'what is published can be found' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN OLD;\n            ", hash='90cc098930a9d9cc5e79e38f1a116b6268ea1014', operation='DELETE', pgid='pgtrigger_published_stays_4ae08', table='editorial_searchentry', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='searchentry',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='5b54f8aac968186fc92dcf6f6e9b30baf7367a76', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_b9b3c', table='editorial_searchentry', when='BEFORE')),
        ),
    ]
