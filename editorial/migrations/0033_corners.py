"""Nothing signed off is published urgently; a withdrawn page leads to a public one; a discarded draft comes back."""

import editorial.guards.common
import editorial.guards.operations
import pgtrigger.compiler
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0032_creation_key'),
    ]

    operations = [
        migrations.AlterField(
            model_name='event',
            name='verb',
            field=models.CharField(choices=[('create', 'Create'), ('save', 'Save'), ('restore', 'Restore'), ('attest', 'Attest translation'), ('grant_exception', 'Grant language exception'), ('end_exception', 'End language exception'), ('assign', 'Assign'), ('set_review_by', 'Set review-by date'), ('set_owner', 'Set owner'), ('waive', 'Waive advice'), ('unwaive', 'Take advice up again'), ('submit', 'Submit for review'), ('recall', 'Recall to draft'), ('request_changes', 'Request changes'), ('sign_off', 'Sign off'), ('publish', 'Publish now'), ('schedule', 'Schedule'), ('unschedule', 'Unschedule'), ('withdraw', 'Withdraw'), ('revise', 'Revise'), ('discard', 'Discard'), ('bring_back', 'Bring back'), ('publish_urgently', 'Publish urgently'), ('confirm', 'Confirm urgent publication'), ('complete_review', 'Complete the review'), ('remark', 'Remark'), ('resolve_remark', 'Resolve remark'), ('reopen_remark', 'Reopen remark'), ('share_preview', 'Make preview link'), ('revoke_preview', 'Revoke preview link'), ('guest_agree', 'Agree by preview link'), ('add_to_release', 'Add to a release'), ('take_from_release', 'Take out of the release'), ('freeze', 'Freeze'), ('unfreeze', 'Unfreeze'), ('export', 'Export the record')], max_length=30, verbose_name='verb'),
        ),
        editorial.guards.operations.AddGuard(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='urgent_before_approval', sql=editorial.guards.common.PinnedGuardSql(condition="WHEN (OLD.state = 'approved' AND NEW.state = 'published' AND NEW.urgent_at IS NOT NULL)", func="RAISE EXCEPTION 'an edition that was signed off is published as such, not urgently' USING ERRCODE = 'check_violation';", hash='b83df4c82b6672b0b4b756de61e495a550cdafdc', operation='UPDATE', pgid='pgtrigger_urgent_before_approval_ca70d', table='editorial_edition', when='BEFORE')),
        ),
        editorial.guards.operations.AddGuard(
            model_name='withdrawal',
            trigger=pgtrigger.compiler.Trigger(name='see_instead', sql=editorial.guards.common.PinnedGuardSql(condition='WHEN (NEW.redirect_to_id IS NOT NULL)', func="\n            IF NOT EXISTS (\n                SELECT 1 FROM public.editorial_edition e WHERE e.document_id = NEW.redirect_to_id\n                    AND e.state = 'published' AND e.live_during @> NEW.at\n                    AND e.document_id <> (SELECT o.document_id FROM public.editorial_edition o WHERE o.id = NEW.edition_id)\n            ) THEN\n                RAISE EXCEPTION 'a withdrawn page leads to another page that is public' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ", hash='9a48a737d0c051d9670bcd0db4afba2fea887caf', operation='INSERT OR UPDATE OF "redirect_to_id"', pgid='pgtrigger_see_instead_e55cb', table='editorial_withdrawal', when='BEFORE')),
        ),
    ]
