"""The database's own guards: triggers that hold what Python promises, for raw SQL and `QuerySet.update()` alike.

They are declared on the models and travel in migrations through django-pgtrigger. The library lets a session
switch its triggers off (`pgtrigger.ignore`); ours leave that door out, since a rule with a door is not a rule.
"""

import pgtrigger
from django.db import models
from pgtrigger import compiler

from editorial.states import CONTRIBUTING, State, moves


class GuardSql(compiler.UpsertTriggerSql):
    """Installs a trigger whose function has no bypass."""

    def get_template(self) -> str:
        """Version 1, never to be edited once a migration names it."""
        return """
            CREATE OR REPLACE FUNCTION {pgid}()
            RETURNS TRIGGER AS $$
                {declare}
                BEGIN
                    {func}
                END;
            $$ LANGUAGE plpgsql;

            DROP TRIGGER IF EXISTS {pgid} ON {table};
            CREATE {constraint} TRIGGER {pgid}
                {when} {operation} ON {table}
                {timing}
                {referencing}
                FOR EACH {level} {condition}
                EXECUTE PROCEDURE {execute};

            COMMENT ON TRIGGER {pgid} ON {table} IS '{hash}';
        """


class PinnedGuardSql(GuardSql):
    """The same with a search path of its own: no temporary table or function of a session can take the place of ours.

    So whatever a guard names that is not PostgreSQL's own, it names with its schema.
    """

    def get_template(self) -> str:
        """Version 2, never to be edited once a migration names it."""
        return (
            super()
            .get_template()
            .replace("LANGUAGE plpgsql;", "LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp;")
        )


class Guard(pgtrigger.Trigger):
    """A trigger that nothing but an owner of the tables can switch off."""

    def compile(self, model: type[models.Model]) -> compiler.Trigger:
        compiled = super().compile(model)
        given = compiled.sql.kwargs
        wanted = {key: value for key, value in given.items() if key != "ignore_func_name"}
        return compiler.Trigger(name=self.name, sql=PinnedGuardSql(**wanted))


_BEFORE_WRITE = {"when": pgtrigger.Before, "operation": pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete}


def refuse(message: str, *, code: str = "check_violation") -> str:
    """PL/pgSQL that raises `message` as an integrity error."""
    return f"RAISE EXCEPTION '{message}' USING ERRCODE = '{code}';"


def no_truncate() -> Guard:
    """Refuse TRUNCATE, which row triggers never see."""
    return Guard(
        name="no_truncate",
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func=refuse("this table keeps the public record: it cannot be truncated"),
    )


def append_only() -> list[Guard]:
    """Rows may be added, never changed or taken away."""
    return [
        Guard(
            name="append_only",
            when=pgtrigger.Before,
            operation=pgtrigger.Update | pgtrigger.Delete,
            func=refuse("this table is append-only: its rows cannot be changed or deleted"),
        ),
        no_truncate(),
    ]


def content_of_draft(column: str) -> list[Guard]:
    """Rows belong to the content of the edition named by `column`, and change only while it is a draft.

    The edition's row is locked for share: whoever is about to submit it waits for us, or we see that it was.
    """
    message = "the content of an edition that is not a draft cannot change"
    return [
        Guard(
            name="content_of_draft",
            declare=[("found", "text")],
            func=f"""
                IF TG_OP <> 'INSERT' THEN
                    SELECT state INTO found FROM public.editorial_edition WHERE id = OLD.{column} FOR SHARE;
                    IF found IS NOT NULL AND found <> '{State.DRAFT.value}' THEN
                        {refuse(message)}
                    END IF;
                END IF;
                IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.{column} <> OLD.{column}) THEN
                    SELECT state INTO found FROM public.editorial_edition WHERE id = NEW.{column} FOR SHARE;
                    IF found IS NOT NULL AND found <> '{State.DRAFT.value}' THEN
                        {refuse(message)}
                    END IF;
                END IF;
                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                RETURN NEW;
            """,
            **_BEFORE_WRITE,
        ),
        no_truncate(),
    ]


def kind_of_content() -> list[Guard]:
    """What every kind of content declares in its `Meta.triggers`: its own columns follow the edition's state."""
    return content_of_draft("edition_ptr_id")


#: Columns of an edition that tell of its way, not of what it says; everything else is content.
BOOKKEEPING = (
    "state", "version", "round", "signed_digest", "live_during",
    "submitted_at", "submitted_by_id", "approved_at", "approved_by_id", "published_at", "published_by_id",
    "urgent_at", "urgent_by_id", "urgent_reason", "confirmed_at", "confirmed_by_id", "discarded_at", "discarded_by_id",
)  # fmt: skip

_CONTRIBUTED = ", ".join(f"'{verb.value}'" for verb in CONTRIBUTING)


def _contributor(person: str) -> str:
    return (
        "EXISTS (SELECT 1 FROM public.editorial_event e WHERE e.document_id = {document}"
        f" AND e.by_id = {person} AND e.verb IN ({_CONTRIBUTED}))"
    )


#: Who decided what, up to publication; and what may come after it, once.
DECISIONS = (
    "round", "signed_digest", "submitted_at", "submitted_by_id", "approved_at", "approved_by_id",
    "published_at", "published_by_id", "urgent_at", "urgent_by_id", "urgent_reason",
)  # fmt: skip
CONFIRMATION = ("confirmed_at", "confirmed_by_id")


def distinct(*columns: str) -> str:
    """SQL that is true where one of these columns of a row changes."""
    old, new = (", ".join(f"{row}.{column}" for column in columns) for row in ("OLD", "NEW"))
    return f"(({old}) IS DISTINCT FROM ({new}))"


def document_guards() -> list[Guard]:
    """A document keeps its uuid, by which others refer to it, and its kind, which says who must sign it."""
    return [
        Guard(
            name="same_identity",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition("OLD.uuid <> NEW.uuid OR OLD.kind <> NEW.kind"),
            func=refuse("a document keeps its uuid and its kind"),
        ),
        no_truncate(),
    ]


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
                f"OLD.state <> NEW.state AND OLD.state <> '{State.PUBLISHED.value}' AND (NEW.state = '{State.APPROVED.value}'"
                f" OR (NEW.state = '{State.PUBLISHED.value}' AND NEW.urgent_at IS NULL))"
            ),
            func=f"""
                IF NOT EXISTS (
                    SELECT 1 FROM public.editorial_signoff s WHERE s.edition_id = NEW.id AND s.round = NEW.round
                        AND s.digest = NEW.digest AND s.decision = 'signed'
                ) OR EXISTS (
                    SELECT 1 FROM public.editorial_signoffrule r JOIN public.editorial_document d ON d.id = NEW.document_id
                    LEFT JOIN public.editorial_snapshot c ON c.digest = NEW.digest
                    WHERE r.kind IN (d.kind, d.kind || ':' || (c.content #>> '{{fields,type}}')) AND NOT EXISTS (
                        SELECT 1 FROM public.editorial_signoff s WHERE s.edition_id = NEW.id AND s.round = NEW.round
                            AND s.digest = NEW.digest AND s.decision = 'signed'
                            AND (r.party_id IS NULL OR s.party_id = r.party_id)
                    )
                ) THEN
                    {refuse("this exact content lacks a required sign-off")}
                END IF;
                IF NEW.state = '{State.PUBLISHED.value}' AND {_contributor("NEW.published_by_id").format(document="NEW.document_id")} THEN
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
                f"OLD.state = '{State.APPROVED.value}' AND NEW.state = '{State.PUBLISHED.value}' AND NEW.urgent_at IS NOT NULL"
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
                    NEW.urgent_at IS NULL OR {_contributor("NEW.confirmed_by_id").format(document="NEW.document_id")}
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


def see_instead() -> Guard:
    """Visitors of a withdrawn page are led to another document, which is public when the withdrawal takes effect."""
    return Guard(
        name="see_instead",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("redirect_to_id"),
        condition=pgtrigger.Condition("NEW.redirect_to_id IS NOT NULL"),
        func=f"""
            IF NOT EXISTS (
                SELECT 1 FROM public.editorial_edition e WHERE e.document_id = NEW.redirect_to_id
                    AND e.state = '{State.PUBLISHED.value}' AND e.live_during @> NEW.at
                    AND e.document_id <> (SELECT o.document_id FROM public.editorial_edition o WHERE o.id = NEW.edition_id)
            ) THEN
                {refuse("a withdrawn page leads to another page that is public")}
            END IF;
            RETURN NEW;
        """,
    )


def sign_off_guards() -> list[Guard]:
    """A decision is on the exact content under review, by somebody of that party who had no hand in it."""
    return [
        Guard(
            name="honest",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            declare=[("edition", "public.editorial_edition"), ("person", "public.editorial_user")],
            func=f"""
                SELECT * INTO edition FROM public.editorial_edition WHERE id = NEW.edition_id FOR SHARE;
                IF edition.digest <> NEW.digest OR edition.round <> NEW.round THEN
                    {refuse("a sign-off names the digest and the round of the edition as it is")}
                END IF;
                IF edition.state NOT IN ('{State.IN_REVIEW.value}', '{State.APPROVED.value}') THEN
                    {refuse("only an edition under review can be decided on")}
                END IF;
                IF {_contributor("NEW.by_id").format(document="edition.document_id")} THEN
                    {refuse("whoever wrote in a document may not decide on it")}
                END IF;
                -- Whoever is about to change their roles or party waits for us, or we see that they did.
                SELECT * INTO person FROM public.editorial_user WHERE id = NEW.by_id FOR SHARE;
                IF person.party_id IS DISTINCT FROM NEW.party_id THEN
                    {refuse("a reviewer decides for their own party only")}
                END IF;
                IF NOT person.is_active OR NOT (person.is_superuser OR EXISTS (
                    SELECT 1 FROM public.auth_permission p JOIN public.django_content_type t ON t.id = p.content_type_id
                    WHERE p.codename = 'sign_off_edition' AND t.app_label = 'editorial' AND (
                        EXISTS (
                            SELECT 1 FROM public.editorial_user_user_permissions given
                            WHERE given.user_id = NEW.by_id AND given.permission_id = p.id
                        ) OR EXISTS (
                            SELECT 1 FROM public.editorial_user_groups held
                            JOIN public.auth_group_permissions given ON given.group_id = held.group_id
                            WHERE held.user_id = NEW.by_id AND given.permission_id = p.id
                        )
                    )
                )) THEN
                    {refuse("only a reviewer decides")}
                END IF;
                RETURN NEW;
            """,
        ),
        *append_only(),
    ]


def chain() -> Guard:
    """Give each event the number and the hash that follow from the line before it, one writer at a time.

    The hash is SHA-256 over a JSON array of the line's own values and the hash before it; `editorial.workflow.audit`
    computes the same in Python, so that neither vouches for itself.
    """
    return Guard(
        name="chain",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=[("last", "record")],
        func="""
            PERFORM pg_advisory_xact_lock(hashtext('editorial_event'));
            SELECT id, hash INTO last FROM public.editorial_event ORDER BY id DESC LIMIT 1;
            NEW.id := coalesce(last.id, 0) + 1;
            NEW.previous_hash := coalesce(last.hash, repeat('0', 64));
            NEW.hash := encode(sha256(convert_to(jsonb_build_array(
                NEW.id, NEW.previous_hash,
                to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                NEW.by_id, NEW.by_name, NEW.verb, NEW.document_id, NEW.edition_id,
                NEW.digest, NEW.from_state, NEW.to_state, NEW.reason, NEW.detail
            )::text, 'UTF8')), 'hex');
            RETURN NEW;
        """,
    )
