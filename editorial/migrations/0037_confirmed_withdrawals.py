"""A withdrawal of what binds is confirmed by a second person; those that were there before ask for nobody."""

import django.db.models.deletion
import editorial.guards.common
import editorial.guards.operations
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0036_rules_held'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='event',
            name='editorial_event_showing',
        ),
        migrations.AddField(
            model_name='withdrawal',
            name='confirmed_at',
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='withdrawal',
            name='confirmed_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='withdrawals_confirmed', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='withdrawal',
            name='needs_confirmation',
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AlterField(
            model_name='event',
            name='verb',
            field=models.CharField(choices=[('create', 'Create'), ('save', 'Save'), ('restore', 'Restore'), ('attest', 'Attest translation'), ('grant_exception', 'Grant language exception'), ('end_exception', 'End language exception'), ('assign', 'Assign'), ('set_review_by', 'Set review-by date'), ('set_owner', 'Set owner'), ('waive', 'Waive advice'), ('unwaive', 'Take advice up again'), ('submit', 'Submit for review'), ('recall', 'Recall to draft'), ('request_changes', 'Request changes'), ('sign_off', 'Sign off'), ('publish', 'Publish now'), ('schedule', 'Schedule'), ('reschedule', 'Reschedule'), ('unschedule', 'Unschedule'), ('withdraw', 'Withdraw'), ('revise', 'Revise'), ('discard', 'Discard'), ('bring_back', 'Bring back'), ('publish_urgently', 'Publish urgently'), ('confirm', 'Confirm urgent publication'), ('confirm_withdrawal', 'Confirm withdrawal'), ('complete_review', 'Complete the review'), ('remark', 'Remark'), ('resolve_remark', 'Resolve remark'), ('reopen_remark', 'Reopen remark'), ('share_preview', 'Make preview link'), ('revoke_preview', 'Revoke preview link'), ('guest_agree', 'Agree by preview link'), ('add_to_release', 'Add to a release'), ('take_from_release', 'Take out of the release'), ('freeze', 'Freeze'), ('unfreeze', 'Unfreeze'), ('export', 'Export the record')], max_length=30, verbose_name='verb'),
        ),
        migrations.AlterField(
            model_name='refusedattempt',
            name='verb',
            field=models.CharField(choices=[('create', 'Create'), ('save', 'Save'), ('restore', 'Restore'), ('attest', 'Attest translation'), ('grant_exception', 'Grant language exception'), ('end_exception', 'End language exception'), ('assign', 'Assign'), ('set_review_by', 'Set review-by date'), ('set_owner', 'Set owner'), ('waive', 'Waive advice'), ('unwaive', 'Take advice up again'), ('submit', 'Submit for review'), ('recall', 'Recall to draft'), ('request_changes', 'Request changes'), ('sign_off', 'Sign off'), ('publish', 'Publish now'), ('schedule', 'Schedule'), ('reschedule', 'Reschedule'), ('unschedule', 'Unschedule'), ('withdraw', 'Withdraw'), ('revise', 'Revise'), ('discard', 'Discard'), ('bring_back', 'Bring back'), ('publish_urgently', 'Publish urgently'), ('confirm', 'Confirm urgent publication'), ('confirm_withdrawal', 'Confirm withdrawal'), ('complete_review', 'Complete the review'), ('remark', 'Remark'), ('resolve_remark', 'Resolve remark'), ('reopen_remark', 'Reopen remark'), ('share_preview', 'Make preview link'), ('revoke_preview', 'Revoke preview link'), ('guest_agree', 'Agree by preview link'), ('add_to_release', 'Add to a release'), ('take_from_release', 'Take out of the release'), ('freeze', 'Freeze'), ('unfreeze', 'Unfreeze'), ('export', 'Export the record')], max_length=30, verbose_name='what was tried'),
        ),
        migrations.AlterField(
            model_name='notice',
            name='sort',
            field=models.CharField(choices=[('to_review', 'A text waits for my signature'), ('changes_requested', 'Changes were requested'), ('signed', 'A text of mine was signed or approved'), ('to_publish', 'A text is approved and can be published'), ('to_confirm', 'An urgent publication or a withdrawal waits for confirmation'), ('to_translate', 'A source text changed and a translation is outdated'), ('assigned', 'Work was given to me'), ('mentioned', 'Somebody mentioned me in a remark'), ('remark', 'Somebody made or answered a remark on a text of mine'), ('release', 'A release that I have a part in moved on'), ('published', 'A text was published, urgently or as usual'), ('scheduled', 'A publication was scheduled or unscheduled'), ('withdrawn', 'A text was withdrawn or discarded'), ('reminder', 'Reminders of work that is due'), ('review_by', 'A page of mine is to be read again'), ('handed_over', 'Work was handed over to me'), ('roles', 'Roles were changed'), ('job_failed', 'Work in the background failed')], max_length=20, verbose_name='sort'),
        ),
        migrations.AlterField(
            model_name='noticepreference',
            name='sort',
            field=models.CharField(choices=[('to_review', 'A text waits for my signature'), ('changes_requested', 'Changes were requested'), ('signed', 'A text of mine was signed or approved'), ('to_publish', 'A text is approved and can be published'), ('to_confirm', 'An urgent publication or a withdrawal waits for confirmation'), ('to_translate', 'A source text changed and a translation is outdated'), ('assigned', 'Work was given to me'), ('mentioned', 'Somebody mentioned me in a remark'), ('remark', 'Somebody made or answered a remark on a text of mine'), ('release', 'A release that I have a part in moved on'), ('published', 'A text was published, urgently or as usual'), ('scheduled', 'A publication was scheduled or unscheduled'), ('withdrawn', 'A text was withdrawn or discarded'), ('reminder', 'Reminders of work that is due'), ('review_by', 'A page of mine is to be read again'), ('handed_over', 'Work was handed over to me'), ('roles', 'Roles were changed'), ('job_failed', 'Work in the background failed')], max_length=20, verbose_name='sort'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(condition=models.Q(('verb__in', ('publish', 'schedule', 'reschedule', 'unschedule', 'withdraw', 'publish_urgently', 'confirm', 'confirm_withdrawal'))), fields=['id'], name='editorial_event_showing'),
        ),
        migrations.AddIndex(
            model_name='withdrawal',
            index=models.Index(condition=models.Q(('confirmed_at__isnull', True), ('needs_confirmation', True)), fields=['edition'], name='editorial_withdrawal_waiting'),
        ),
        editorial.guards.operations.ReplaceGuard(
            model_name='withdrawal',
            trigger=pgtrigger.compiler.Trigger(name='record_of_time', sql=editorial.guards.common.PinnedGuardSql(condition='WHEN (OLD.at <= public.editorial_now())', func="\n                IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - ARRAY['confirmed_at', 'confirmed_by_id'])\n                    IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['confirmed_at', 'confirmed_by_id']) THEN\n                    RAISE EXCEPTION 'a withdrawal that has taken effect stays on record' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='9ca00cbd1d2664aa93db4b5c16a6b98171eaedc3', operation='UPDATE OR DELETE', pgid='pgtrigger_record_of_time_5d07c', table='editorial_withdrawal', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='withdrawal',
            trigger=pgtrigger.compiler.Trigger(name='happens_now', sql=editorial.guards.common.PinnedGuardSql(func="\n            IF NOT NEW.decided_at <@ public.editorial_present() THEN\n                RAISE EXCEPTION 'what happens now is dated within a minute of the clock of the database' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='a0397d6059233cb0bc286ac48c0580c439e4f7c4', operation='INSERT', pgid='pgtrigger_happens_now_86796', table='editorial_withdrawal', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='withdrawal',
            trigger=pgtrigger.compiler.Trigger(name='born_unconfirmed', sql=editorial.guards.common.PinnedGuardSql(condition='WHEN (NEW.confirmed_at IS NOT NULL OR NEW.confirmed_by_id IS NOT NULL)', func="RAISE EXCEPTION 'a withdrawal is confirmed after it was decided, not with it' USING ERRCODE = 'check_violation';", hash='308433dcaaa08b0bb78e0a84935818180c927952', operation='INSERT', pgid='pgtrigger_born_unconfirmed_677b8', table='editorial_withdrawal', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='withdrawal',
            trigger=pgtrigger.compiler.Trigger(name='record_of_decision', sql=editorial.guards.common.PinnedGuardSql(func="\n                IF ((OLD.edition_id, OLD.needs_confirmation, OLD.decided_at, OLD.decided_by_id) IS DISTINCT FROM (NEW.edition_id, NEW.needs_confirmation, NEW.decided_at, NEW.decided_by_id)) OR (OLD.confirmed_at IS NOT NULL AND to_jsonb(NEW) <> to_jsonb(OLD)) THEN\n                    RAISE EXCEPTION 'who withdrew an edition and who confirmed it stays on record' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='f0f1bd3fa17929b999d62c89dd4b46d3fe09c123', operation='UPDATE', pgid='pgtrigger_record_of_decision_f6a0e', table='editorial_withdrawal', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='withdrawal',
            trigger=pgtrigger.compiler.Trigger(name='confirmed_by_a_second', sql=editorial.guards.common.PinnedGuardSql(condition='WHEN ((OLD.confirmed_at, OLD.confirmed_by_id) IS DISTINCT FROM (NEW.confirmed_at, NEW.confirmed_by_id))', declare='DECLARE document bigint; person public.editorial_user;', func="\n                IF NOT NEW.needs_confirmation THEN\n                    RAISE EXCEPTION 'only a withdrawal that needs a second person is confirmed' USING ERRCODE = 'check_violation';\n                END IF;\n                IF NOT NEW.confirmed_at <@ public.editorial_present() THEN\n                    RAISE EXCEPTION 'a decision is dated within a minute of the clock of the database' USING ERRCODE = 'check_violation';\n                END IF;\n                SELECT document_id INTO document FROM public.editorial_edition WHERE id = NEW.edition_id;\n                IF NEW.confirmed_by_id = NEW.decided_by_id\n                    OR EXISTS (SELECT 1 FROM public.editorial_event e WHERE e.document_id = document AND e.by_id = NEW.confirmed_by_id AND e.verb IN ('create', 'save', 'restore')) THEN\n                    RAISE EXCEPTION 'a withdrawal is confirmed by a second person, who did not write in the document' USING ERRCODE = 'check_violation';\n                END IF;\n                -- Whoever is about to change their roles waits for us, or we see that they did.\n                SELECT * INTO person FROM public.editorial_user WHERE id = NEW.confirmed_by_id FOR SHARE;\n                IF NOT person.is_active OR NOT (person.is_superuser OR EXISTS (\n                    SELECT 1 FROM public.auth_permission p JOIN public.django_content_type t ON t.id = p.content_type_id\n                    WHERE p.codename = 'publish_edition' AND t.app_label = 'editorial' AND (\n                        EXISTS (\n                            SELECT 1 FROM public.editorial_user_user_permissions given\n                            WHERE given.user_id = person.id AND given.permission_id = p.id\n                        ) OR EXISTS (\n                            SELECT 1 FROM public.editorial_user_groups held\n                            JOIN public.auth_group_permissions given ON given.group_id = held.group_id\n                            WHERE held.user_id = person.id AND given.permission_id = p.id\n                        )\n                    )\n                )) THEN\n                    RAISE EXCEPTION 'only a publisher confirms a withdrawal' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='31936d46942c2f64ce43a34049f62f59cda1861e', operation='UPDATE', pgid='pgtrigger_confirmed_by_a_second_3b9a7', table='editorial_withdrawal', when='BEFORE')),
        ),
        migrations.AddConstraint(
            model_name='withdrawal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at__isnull', True), ('confirmed_by__isnull', True)), models.Q(('confirmed_at__isnull', False), ('confirmed_by__isnull', False)), _connector='OR'), name='editorial_withdrawal_confirmed_at_by'),
        ),
        migrations.AddConstraint(
            model_name='withdrawal',
            constraint=models.CheckConstraint(condition=models.Q(('confirmed_by__isnull', True), models.Q(('confirmed_by', models.F('decided_by')), _negated=True), _connector='OR'), name='editorial_withdrawal_confirmed_by_a_second'),
        ),
    ]
