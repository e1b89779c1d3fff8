"""What an edition's row must obey over time."""

import pgtrigger

from editorial.guards.common import Guard, contributor, distinct, no_truncate, refuse
from editorial.states import State, moves

#: Columns of an edition that tell of its way, not of what it says; everything else is content.
BOOKKEEPING = (
    "state", "version", "round", "signed_digest", "live_during",
    "submitted_at", "submitted_by_id", "approved_at", "approved_by_id", "published_at", "published_by_id",
    "urgent_at", "urgent_by_id", "urgent_reason", "confirmed_at", "confirmed_by_id", "discarded_at", "discarded_by_id",
)  # fmt: skip

#: Who decided what, up to publication; and what may come after it, once.
DECISIONS = (
    "round", "signed_digest", "submitted_at", "submitted_by_id", "approved_at", "approved_by_id",
    "published_at", "published_by_id", "urgent_at", "urgent_by_id", "urgent_reason",
)  # fmt: skip
CONFIRMATION = ("confirmed_at", "confirmed_by_id")


def edition_guards() -> list[Guard]:
    """All that an edition's row must obey over time: its states, its content, its signatures and its live period."""
    allowed = ", ".join(f"'{source.value}>{target.value}'" for source, target in moves())
    kept = ", ".join(f"'{column}'" for column in BOOKKEEPING)
    return [
        Guard(
            name="born_a_draft",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            condition=pgtrigger.Condition(f"NEW.state <> '{State.DRAFT.value}'"),
            func=refuse("an edition begins as a draft"),
        ),
        Guard(
            name="state_machine",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition("OLD.state <> NEW.state"),
            func=f"""
                IF (OLD.state || '>' || NEW.state) NOT IN ({allowed}) THEN
                    {refuse("an edition cannot go from % to %").replace("' USING", "', OLD.state, NEW.state USING")}
                END IF;
                RETURN NEW;
            """,
        ),
        Guard(
            name="content_of_draft",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition(f"OLD.state <> '{State.DRAFT.value}'"),
            func=f"""
                IF (to_jsonb(NEW) - ARRAY[{kept}]) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY[{kept}]) THEN
                    {refuse("the content of an edition that is not a draft cannot change")}
                END IF;
                RETURN NEW;
            """,
        ),
        Guard(
            name="same_identity",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition(
                "OLD.document_id <> NEW.document_id OR OLD.number <> NEW.number"
                " OR OLD.created_at <> NEW.created_at OR OLD.created_by_id <> NEW.created_by_id"
            ),
            func=refuse("an edition keeps its document, its number and who made it"),
        ),
        Guard(
            name="signed_by_all",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition(
                # Back from a schedule to approved: it was signed by all whom the rules named when they approved it.
                f"OLD.state <> NEW.state AND OLD.state <> '{State.PUBLISHED.value}'"
                f" AND (NEW.state = '{State.APPROVED.value}'"
                f" OR (NEW.state = '{State.PUBLISHED.value}' AND NEW.urgent_at IS NULL))"
            ),
            func=f"""
                -- A rule that somebody is about to make waits for us, or we see it. The engine holds them already, and
                -- before the edition's row (`signatures.hold_rules`).
                LOCK TABLE public.editorial_signoffrule IN SHARE MODE;
                IF NOT EXISTS (
                    SELECT 1 FROM public.editorial_signoff s WHERE s.edition_id = NEW.id AND s.round = NEW.round
                        AND s.digest = NEW.digest AND s.decision = 'signed'
                ) OR EXISTS (
                    SELECT 1 FROM public.editorial_signoffrule r
                    JOIN public.editorial_document d ON d.id = NEW.document_id
                    LEFT JOIN public.editorial_snapshot c ON c.digest = NEW.digest
                    WHERE r.kind IN (d.kind, d.kind || ':' || (c.content #>> '{{fields,type}}'))
                        AND NOT r.every_bound_party AND NOT EXISTS (
                            SELECT 1 FROM public.editorial_signoff s WHERE s.edition_id = NEW.id
                                AND s.round = NEW.round AND s.digest = NEW.digest AND s.decision = 'signed'
                                AND (r.party_id IS NULL OR s.party_id = r.party_id)
                        )
                ) OR EXISTS (
                    -- A party that the text binds, as the content that was signed says itself.
                    SELECT 1 FROM public.editorial_snapshot c, jsonb_each_text(c.content -> 'bound_parties') AS bound
                    WHERE c.digest = NEW.digest AND bound.value <> '' AND (
                        (c.content -> 'all_must_sign') = 'true' OR EXISTS (
                            SELECT 1 FROM public.editorial_signoffrule r
                            JOIN public.editorial_document d ON d.id = NEW.document_id
                            WHERE r.every_bound_party
                                AND r.kind IN (d.kind, d.kind || ':' || (c.content #>> '{{fields,type}}'))
                        )
                    ) AND NOT EXISTS (
                        SELECT 1 FROM public.editorial_signoff s JOIN public.editorial_party p ON p.id = s.party_id
                        WHERE s.edition_id = NEW.id AND s.round = NEW.round AND s.digest = NEW.digest
                            AND s.decision = 'signed' AND p.code = bound.value
                    )
                ) THEN
                    {refuse("this exact content lacks a required sign-off")}
                END IF;
                IF NEW.state = '{State.PUBLISHED.value}'
                    AND {contributor("NEW.published_by_id").format(document="NEW.document_id")}
                THEN
                    {refuse("whoever wrote in a document may not publish it alone")}
                END IF;
                RETURN NEW;
            """,
        ),
        Guard(
            name="urgent_before_approval",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition(
                f"OLD.state = '{State.APPROVED.value}' AND NEW.state = '{State.PUBLISHED.value}'"
                " AND NEW.urgent_at IS NOT NULL"
            ),
            func=refuse("an edition that was signed off is published as such, not urgently"),
        ),
        Guard(
            name="rounds_go_on",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition("NEW.round < OLD.round"),
            func=refuse("a round of review is never opened again"),
        ),
        Guard(
            name="record_of_decisions",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition(
                f"OLD.state = '{State.PUBLISHED.value}' AND NEW.state = '{State.PUBLISHED.value}'"
            ),
            func=f"""
                IF {distinct(*DECISIONS)} OR (OLD.confirmed_at IS NOT NULL AND {distinct(*CONFIRMATION)}) THEN
                    {refuse("what was decided about a published edition stays on record")}
                END IF;
                IF {distinct(*CONFIRMATION)} AND (
                    NEW.urgent_at IS NULL OR {contributor("NEW.confirmed_by_id").format(document="NEW.document_id")}
                ) THEN
                    {refuse("an urgent publication is confirmed by somebody who did not write in the document")}
                END IF;
                RETURN NEW;
            """,
        ),
        Guard(
            name="record_of_time",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition(
                "OLD.live_during IS NOT NULL AND OLD.live_during IS DISTINCT FROM NEW.live_during"
            ),
            func=f"""
                IF lower(OLD.live_during) <= public.editorial_now() AND (
                    NEW.live_during IS NULL OR lower(NEW.live_during) <> lower(OLD.live_during)
                ) THEN
                    {refuse("a live period that has begun keeps its beginning")}
                END IF;
                IF upper(OLD.live_during) <= public.editorial_now()
                    AND upper(NEW.live_during) IS DISTINCT FROM upper(OLD.live_during) THEN
                    {refuse("a live period that has ended keeps its end")}
                END IF;
                RETURN NEW;
            """,
        ),
        Guard(
            name="published_stays",
            when=pgtrigger.Before,
            operation=pgtrigger.Delete,
            condition=pgtrigger.Condition(f"OLD.state = '{State.PUBLISHED.value}'"),
            func=refuse("a published edition cannot be deleted"),
        ),
        no_truncate(),
    ]
