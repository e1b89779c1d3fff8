import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import editorial.guards.operations
import editorial.guards.common
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0012_glossary'),
    ]

    operations = [
        migrations.CreateModel(
            name='PreviewLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=7), size=None)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('once', models.UUIDField(unique=True)),
                ('label', models.CharField(max_length=120, verbose_name='for whom')),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField(verbose_name='until')),
                ('revoked_at', models.DateTimeField(null=True)),
                ('opened_count', models.PositiveIntegerField(default=0)),
                ('opened_at', models.DateTimeField(null=True)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='preview_links', to='editorial.edition')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='preview_links_made', to=settings.AUTH_USER_MODEL)),
                ('revoked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='preview_links_revoked', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'preview link',
                'verbose_name_plural': 'preview links',
                'ordering': ['-id'],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('revoked_at__isnull', True), ('revoked_by__isnull', True)), models.Q(('revoked_at__isnull', False), ('revoked_by__isnull', False)), _connector='OR'), name='editorial_previewlink_revoked_at_by'), models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('made_at'))), name='editorial_previewlink_lasts'), models.CheckConstraint(condition=models.Q(models.Q(('opened_at__isnull', True), ('opened_count', 0)), models.Q(('opened_at__isnull', False), ('opened_count__gt', 0)), _connector='OR'), name='editorial_previewlink_opened'), models.CheckConstraint(condition=django.db.models.lookups.Regex(models.F('token_hash'), models.Value('^[0-9a-f]{64}$')), name='editorial_previewlink_token_hashed')],
            },
        ),
        migrations.CreateModel(
            name='GuestAgreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('language', models.CharField(max_length=7)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('at', models.DateTimeField()),
                ('link', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='editorial.previewlink')),
            ],
            options={
                'verbose_name': 'agreement by preview link',
                'verbose_name_plural': 'agreements by preview link',
                'ordering': ['id'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('link', 'name'), name='editorial_guestagreement_once'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='editorial_guestagreement_named')],
            },
        ),
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('path', models.CharField(blank=True, max_length=150)),
                ('place', models.JSONField(default=dict)),
                ('language', models.CharField(blank=True, max_length=7, verbose_name='language')),
                ('quotation', models.TextField(blank=True, verbose_name='passage')),
                ('must_fix', models.BooleanField(default=False, verbose_name='must be fixed')),
                ('opened_at', models.DateTimeField()),
                ('resolved_at', models.DateTimeField(null=True)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remarks', to='editorial.document')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remarks', to='editorial.edition')),
                ('link', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='remarks', to='editorial.previewlink')),
                ('opened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='remarks_opened', to=settings.AUTH_USER_MODEL)),
                ('resolved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='remarks_resolved', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'remark',
                'verbose_name_plural': 'remarks',
                'ordering': ['id'],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('resolved_at__isnull', True), ('resolved_by__isnull', True)), models.Q(('resolved_at__isnull', False), ('resolved_by__isnull', False)), _connector='OR'), name='editorial_remark_resolved_at_by'), models.CheckConstraint(condition=models.Q(models.Q(('link__isnull', True), ('opened_by__isnull', False)), models.Q(('link__isnull', False), ('must_fix', False), ('opened_by__isnull', True)), _connector='OR'), name='editorial_remark_of_staff_or_guest'), models.CheckConstraint(condition=django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('quotation'), 500), name='editorial_remark_quotation')],
                'indexes': [models.Index(condition=models.Q(('resolved_at__isnull', True)), fields=['document', 'must_fix'], name='editorial_remark_open')],
            },
        ),
        migrations.CreateModel(
            name='RemarkEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('said', 'Said'), ('resolved', 'Resolved'), ('reopened', 'Reopened')], default='said', max_length=10)),
                ('text', models.TextField(blank=True, verbose_name='remark')),
                ('at', models.DateTimeField()),
                ('guest_name', models.CharField(blank=True, max_length=120)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='remark_entries', to=settings.AUTH_USER_MODEL)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remark_entries', to='editorial.edition')),
                ('link', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='editorial.previewlink')),
                ('remark', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='editorial.remark')),
            ],
            options={
                'verbose_name': 'entry',
                'verbose_name_plural': 'entries',
                'ordering': ['id'],
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('by__isnull', False), ('guest_name', ''), ('link__isnull', True)), models.Q(('by__isnull', True), ('kind', 'said'), ('link__isnull', False), models.Q(('guest_name', ''), _negated=True)), _connector='OR'), name='editorial_remarkentry_of_staff_or_guest'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'said'), _negated=True), models.Q(('text', ''), _negated=True), _connector='OR'), name='editorial_remarkentry_says_something'), models.CheckConstraint(condition=models.Q(('kind__in', ['said', 'resolved', 'reopened'])), name='editorial_remarkentry_kind'), models.CheckConstraint(condition=django.db.models.lookups.LessThanOrEqual(django.db.models.functions.text.Length('text'), 4000), name='editorial_remarkentry_length')],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mentions', to=settings.AUTH_USER_MODEL)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mentions', to='editorial.remarkentry')),
            ],
            options={
                'verbose_name': 'mention',
                'verbose_name_plural': 'mentions',
                'ordering': ['id'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('entry', 'person'), name='editorial_mention_once')],
            },
        ),
        migrations.AlterField(
            model_name='event',
            name='verb',
            field=models.CharField(choices=[('create', 'Create'), ('save', 'Save'), ('restore', 'Restore'), ('attest', 'Attest translation'), ('grant_exception', 'Grant language exception'), ('end_exception', 'End language exception'), ('submit', 'Submit for review'), ('recall', 'Recall to draft'), ('request_changes', 'Request changes'), ('sign_off', 'Sign off'), ('publish', 'Publish now'), ('schedule', 'Schedule'), ('unschedule', 'Unschedule'), ('withdraw', 'Withdraw'), ('revise', 'Revise'), ('discard', 'Discard'), ('publish_urgently', 'Publish urgently'), ('confirm', 'Confirm urgent publication'), ('remark', 'Remark'), ('resolve_remark', 'Resolve remark'), ('reopen_remark', 'Reopen remark'), ('share_preview', 'Make preview link'), ('revoke_preview', 'Revoke preview link'), ('guest_agree', 'Agree by preview link')], max_length=30, verbose_name='verb'),
        ),
        editorial.guards.operations.AddGuard(
            model_name='signoff',
            trigger=pgtrigger.compiler.Trigger(name='first_must_fix', sql=editorial.guards.common.GuardSql(condition="WHEN (NEW.decision = 'signed')", declare='DECLARE about bigint;', func="\n                SELECT document_id INTO about FROM editorial_edition WHERE id = NEW.edition_id;\n                PERFORM 1 FROM editorial_document WHERE id = about FOR SHARE;\n                IF EXISTS (\n                    SELECT 1 FROM editorial_remark r\n                    WHERE r.document_id = about AND r.must_fix AND r.resolved_at IS NULL\n                ) THEN\n                    RAISE EXCEPTION 'a remark that must be fixed is not resolved' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='b973d061744484114171fec9365653a54790e6fe', operation='INSERT', pgid='pgtrigger_first_must_fix_8df9c', table='editorial_signoff', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='previewlink',
            trigger=pgtrigger.compiler.Trigger(name='same_link', sql=editorial.guards.common.GuardSql(condition='WHEN (((OLD.edition_id, OLD.digest, OLD.languages, OLD.token_hash, OLD.once, OLD.label, OLD.made_at, OLD.made_by_id, OLD.expires_at) IS DISTINCT FROM (NEW.edition_id, NEW.digest, NEW.languages, NEW.token_hash, NEW.once, NEW.label, NEW.made_at, NEW.made_by_id, NEW.expires_at)) OR NEW.opened_count < OLD.opened_count OR (OLD.revoked_at IS NOT NULL AND ((OLD.revoked_at, OLD.revoked_by_id, OLD.opened_count) IS DISTINCT FROM (NEW.revoked_at, NEW.revoked_by_id, NEW.opened_count))))', func="RAISE EXCEPTION 'a preview link keeps what it opens, and one that was revoked stays shut' USING ERRCODE = 'check_violation';", hash='5a632ae1e674e121a1dee202c60a265cc62d5b72', operation='UPDATE', pgid='pgtrigger_same_link_9cf1a', table='editorial_previewlink', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='previewlink',
            trigger=pgtrigger.compiler.Trigger(name='of_this_edition', sql=editorial.guards.common.GuardSql(func="\n                IF NOT EXISTS (\n                    SELECT 1 FROM editorial_event e WHERE e.edition_id = NEW.edition_id AND e.digest = NEW.digest\n                ) THEN\n                    RAISE EXCEPTION 'a preview link opens a text that its edition said' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='3974f118dffab33206e90c782f9bf949326ae598', operation='INSERT', pgid='pgtrigger_of_this_edition_251b6', table='editorial_previewlink', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='previewlink',
            trigger=pgtrigger.compiler.Trigger(name='stays', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'a preview link stays on record' USING ERRCODE = 'check_violation';", hash='10bd1848167b54a661e76e66b747a5f2cd496e13', operation='DELETE', pgid='pgtrigger_stays_6dabd', table='editorial_previewlink', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='previewlink',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='b12e4ec62bd0f5dc33a41d438ecba89385d2e864', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_58b7a', table='editorial_previewlink', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='guestagreement',
            trigger=pgtrigger.compiler.Trigger(name='of_this_link', sql=editorial.guards.common.GuardSql(func="\n                IF NOT EXISTS (\n                    SELECT 1 FROM editorial_previewlink l WHERE l.id = NEW.link_id AND l.digest = NEW.digest\n                        AND l.revoked_at IS NULL AND NEW.at < l.expires_at AND NEW.language = ANY(l.languages)\n                ) THEN\n                    RAISE EXCEPTION 'a guest agrees with what an open preview link shows' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='1bf0593c5df6d7c382dd923b4348d7ca7f2870d0', operation='INSERT', pgid='pgtrigger_of_this_link_20b90', table='editorial_guestagreement', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='guestagreement',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table is append-only: its rows cannot be changed or deleted' USING ERRCODE = 'check_violation';", hash='e82dffef10597f165c20711c3ad8f68091739547', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_546d7', table='editorial_guestagreement', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='guestagreement',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='8eff08f00a464ceb11141848bd6907ffb2e867c3', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_71b0a', table='editorial_guestagreement', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='remark',
            trigger=pgtrigger.compiler.Trigger(name='same_thread', sql=editorial.guards.common.GuardSql(condition='WHEN ((OLD.document_id, OLD.edition_id, OLD.digest, OLD.path, OLD.place, OLD.language, OLD.quotation, OLD.must_fix, OLD.link_id, OLD.opened_at, OLD.opened_by_id) IS DISTINCT FROM (NEW.document_id, NEW.edition_id, NEW.digest, NEW.path, NEW.place, NEW.language, NEW.quotation, NEW.must_fix, NEW.link_id, NEW.opened_at, NEW.opened_by_id))', func="RAISE EXCEPTION 'a remark keeps what it is about' USING ERRCODE = 'check_violation';", hash='5b7f9f0faafc89697d5b5c64b2ee1ce7b48baa28', operation='UPDATE', pgid='pgtrigger_same_thread_19971', table='editorial_remark', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='remark',
            trigger=pgtrigger.compiler.Trigger(name='waits_for_signatures', sql=editorial.guards.common.GuardSql(func="\n                PERFORM 1 FROM editorial_document WHERE id = NEW.document_id FOR NO KEY UPDATE;\n                IF NOT EXISTS (\n                    SELECT 1 FROM editorial_edition e WHERE e.id = NEW.edition_id AND e.document_id = NEW.document_id\n                ) THEN\n                    RAISE EXCEPTION 'a remark is about an edition of its document' USING ERRCODE = 'check_violation';\n                END IF;\n                IF TG_OP = 'INSERT' AND NEW.resolved_at IS NOT NULL THEN\n                    RAISE EXCEPTION 'a remark begins unresolved' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='7371e0a0772bbd3c25eb6bdfe2a12dcc5715aa83', operation='INSERT OR UPDATE', pgid='pgtrigger_waits_for_signatures_5b0c9', table='editorial_remark', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='remark',
            trigger=pgtrigger.compiler.Trigger(name='stays', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'a remark stays on record' USING ERRCODE = 'check_violation';", hash='1404b6e29e9155fdc0db3a8a54a826f0ccf0a8b9', operation='DELETE', pgid='pgtrigger_stays_67b0d', table='editorial_remark', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='remark',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='e5f72e0ae740119ff08ed980fc53041c5f7ddba5', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_87ae8', table='editorial_remark', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='remarkentry',
            trigger=pgtrigger.compiler.Trigger(name='of_one_document', sql=editorial.guards.common.GuardSql(func="\n                IF NOT EXISTS (\n                    SELECT 1 FROM editorial_remark r JOIN editorial_edition e ON e.document_id = r.document_id\n                    LEFT JOIN editorial_previewlink l ON l.id = NEW.link_id\n                    LEFT JOIN editorial_edition shown ON shown.id = l.edition_id\n                    WHERE r.id = NEW.remark_id AND e.id = NEW.edition_id\n                        AND (l.id IS NULL OR shown.document_id = r.document_id)\n                ) THEN\n                    RAISE EXCEPTION 'an entry, its edition and its link are of the same document as its thread' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='736180f02b77f136501f5b599e94bfeed47e14e8', operation='INSERT', pgid='pgtrigger_of_one_document_9d831', table='editorial_remarkentry', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='remarkentry',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table is append-only: its rows cannot be changed or deleted' USING ERRCODE = 'check_violation';", hash='6e8b4e929b3dc36e5875305b6947adc0e476037f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_af50a', table='editorial_remarkentry', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='remarkentry',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='d307d05a9abdd9dce46a64d235175c992d00cb2c', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_ecd73', table='editorial_remarkentry', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='mention',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table is append-only: its rows cannot be changed or deleted' USING ERRCODE = 'check_violation';", hash='cf56614a9cef02301cde3f4117a3898566c66dfc', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a922a', table='editorial_mention', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='mention',
            trigger=pgtrigger.compiler.Trigger(name='no_truncate', sql=editorial.guards.common.GuardSql(func="RAISE EXCEPTION 'this table keeps the public record: it cannot be truncated' USING ERRCODE = 'check_violation';", hash='2c80e98c3bbb03ee3f35309b0363cef418504c6a', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_no_truncate_6de81', table='editorial_mention', when='BEFORE')),
        ),
    ]
