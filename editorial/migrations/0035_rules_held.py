"""Whoever approves or publishes holds the rules of signature: none can be made while nobody sees it."""

import editorial.guards.common
import editorial.guards.operations
import pgtrigger.compiler
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('editorial', '0034_verbs'),
    ]

    operations = [
        editorial.guards.operations.ReplaceGuard(
            model_name='edition',
            trigger=pgtrigger.compiler.Trigger(name='signed_by_all', sql=editorial.guards.common.PinnedGuardSql(condition="WHEN (OLD.state <> NEW.state AND OLD.state <> 'published' AND (NEW.state = 'approved' OR (NEW.state = 'published' AND NEW.urgent_at IS NULL)))", func="\n                -- A rule that somebody is about to make waits for us, or we see it. The engine holds them already, and\n                -- before the edition's row (`signatures.hold_rules`).\n                LOCK TABLE public.editorial_signoffrule IN SHARE MODE;\n                IF NOT EXISTS (\n                    SELECT 1 FROM public.editorial_signoff s WHERE s.edition_id = NEW.id AND s.round = NEW.round\n                        AND s.digest = NEW.digest AND s.decision = 'signed'\n                ) OR EXISTS (\n                    SELECT 1 FROM public.editorial_signoffrule r JOIN public.editorial_document d ON d.id = NEW.document_id\n                    LEFT JOIN public.editorial_snapshot c ON c.digest = NEW.digest\n                    WHERE r.kind IN (d.kind, d.kind || ':' || (c.content #>> '{fields,type}')) AND NOT EXISTS (\n                        SELECT 1 FROM public.editorial_signoff s WHERE s.edition_id = NEW.id AND s.round = NEW.round\n                            AND s.digest = NEW.digest AND s.decision = 'signed'\n                            AND (r.party_id IS NULL OR s.party_id = r.party_id)\n                    )\n                ) THEN\n                    RAISE EXCEPTION 'this exact content lacks a required sign-off' USING ERRCODE = 'check_violation';\n                END IF;\n                IF NEW.state = 'published' AND EXISTS (SELECT 1 FROM public.editorial_event e WHERE e.document_id = NEW.document_id AND e.by_id = NEW.published_by_id AND e.verb IN ('create', 'save', 'restore')) THEN\n                    RAISE EXCEPTION 'whoever wrote in a document may not publish it alone' USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NEW;\n            ", hash='3b9624d0da173adb76925775b29a5d82fab20718', operation='UPDATE', pgid='pgtrigger_signed_by_all_74ebe', table='editorial_edition', when='BEFORE')),
        ),
    ]
