"""The database's own guards: triggers that hold what Python promises, for raw SQL and `QuerySet.update()` alike.

They are declared on the models and travel in migrations through django-pgtrigger. The library lets a session
switch its triggers off (`pgtrigger.ignore`); ours leave that door out, since a rule with a door is not a rule.
"""

import pgtrigger
from django.db import models
from pgtrigger import compiler

from editorial.states import CONTRIBUTING, State


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


_CONTRIBUTED = ", ".join(f"'{verb.value}'" for verb in CONTRIBUTING)


def contributor(person: str) -> str:
    """SQL with a place for `document` that is true where this person wrote in any of its editions."""
    return (
        "EXISTS (SELECT 1 FROM public.editorial_event e WHERE e.document_id = {document}"
        f" AND e.by_id = {person} AND e.verb IN ({_CONTRIBUTED}))"
    )


def holds(person: str, codename: str) -> str:
    """SQL that is true where the person with this primary key holds a permission, themself or through a group.

    :param person: SQL for the primary key, such as "NEW.by_id".
    :param codename: a permission of the app `editorial`, such as "sign_off_edition".
    """
    return f"""EXISTS (
                    SELECT 1 FROM public.auth_permission p JOIN public.django_content_type t ON t.id = p.content_type_id
                    WHERE p.codename = '{codename}' AND t.app_label = 'editorial' AND (
                        EXISTS (
                            SELECT 1 FROM public.editorial_user_user_permissions given
                            WHERE given.user_id = {person} AND given.permission_id = p.id
                        ) OR EXISTS (
                            SELECT 1 FROM public.editorial_user_groups held
                            JOIN public.auth_group_permissions given ON given.group_id = held.group_id
                            WHERE held.user_id = {person} AND given.permission_id = p.id
                        )
                    )
                )"""


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
