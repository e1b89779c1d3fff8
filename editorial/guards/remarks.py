"""The database's guards over remarks and preview links: what was said stays, and what must be fixed bars signatures."""

import pgtrigger

from editorial.guards.common import Guard, append_only, distinct, no_truncate, refuse


def _stays(what: str) -> Guard:
    return Guard(
        name="stays", when=pgtrigger.Before, operation=pgtrigger.Delete, func=refuse(f"{what} stays on record")
    )


def thread_guards() -> list[Guard]:
    """A thread keeps what it is about; resolving and reopening is all that happens to it.

    Whoever opens or reopens one that must be fixed waits for whoever is signing the document, and the other way round:
    both lock the document's row.
    """
    kept = (
        "document_id", "edition_id", "digest", "path", "place", "language", "quotation", "must_fix", "link_id",
        "opened_at", "opened_by_id",
    )  # fmt: skip
    return [
        Guard(
            name="same_thread",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition(distinct(*kept)),
            func=refuse("a remark keeps what it is about"),
        ),
        Guard(
            name="waits_for_signatures",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert | pgtrigger.Update,
            func=f"""
                PERFORM 1 FROM public.editorial_document WHERE id = NEW.document_id FOR NO KEY UPDATE;
                IF NOT EXISTS (
                    SELECT 1 FROM public.editorial_edition e
                    WHERE e.id = NEW.edition_id AND e.document_id = NEW.document_id
                ) THEN
                    {refuse("a remark is about an edition of its document")}
                END IF;
                IF TG_OP = 'INSERT' AND NEW.resolved_at IS NOT NULL THEN
                    {refuse("a remark begins unresolved")}
                END IF;
                RETURN NEW;
            """,
        ),
        _stays("a remark"),
        no_truncate(),
    ]


def entry_guards() -> list[Guard]:
    """What was said is never changed; a guest's word belongs to the thread's own document."""
    return [
        Guard(
            name="of_one_document",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            func=f"""
                IF NOT EXISTS (
                    SELECT 1 FROM public.editorial_remark r
                    JOIN public.editorial_edition e ON e.document_id = r.document_id
                    LEFT JOIN public.editorial_previewlink l ON l.id = NEW.link_id
                    LEFT JOIN public.editorial_edition shown ON shown.id = l.edition_id
                    WHERE r.id = NEW.remark_id AND e.id = NEW.edition_id
                        AND (l.id IS NULL OR shown.document_id = r.document_id)
                ) THEN
                    {refuse("an entry, its edition and its link are of the same document as its thread")}
                END IF;
                RETURN NEW;
            """,
        ),
        *append_only(),
    ]


def mention_guards() -> list[Guard]:
    """Who was mentioned stays on record."""
    return append_only()


def signing_guards() -> list[Guard]:
    """Nothing is signed off while its document has a remark that must be fixed and is not."""
    return [
        Guard(
            # By its name it runs before the other guard of the table, and so locks the document before the edition.
            name="first_must_fix",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            condition=pgtrigger.Condition("NEW.decision = 'signed'"),
            declare=[("about", "bigint")],
            func=f"""
                SELECT document_id INTO about FROM public.editorial_edition WHERE id = NEW.edition_id;
                PERFORM 1 FROM public.editorial_document WHERE id = about FOR SHARE;
                IF EXISTS (
                    SELECT 1 FROM public.editorial_remark r
                    WHERE r.document_id = about AND r.must_fix AND r.resolved_at IS NULL
                ) THEN
                    {refuse("a remark that must be fixed is not resolved")}
                END IF;
                RETURN NEW;
            """,
        ),
    ]


def link_guards() -> list[Guard]:
    """A link keeps what it opens and until when; revoked once, it stays revoked; what was counted stays counted."""
    kept = (
        "edition_id", "digest", "languages", "token_hash", "once", "label", "made_at", "made_by_id", "expires_at",
    )  # fmt: skip
    return [
        Guard(
            name="same_link",
            when=pgtrigger.Before,
            operation=pgtrigger.Update,
            condition=pgtrigger.Condition(
                f"({distinct(*kept)} OR NEW.opened_count < OLD.opened_count"
                f" OR (OLD.revoked_at IS NOT NULL AND {distinct('revoked_at', 'revoked_by_id', 'opened_count')}))"
            ),
            func=refuse("a preview link keeps what it opens, and one that was revoked stays shut"),
        ),
        Guard(
            name="of_this_edition",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            func=f"""
                IF NOT EXISTS (
                    SELECT 1 FROM public.editorial_event e WHERE e.edition_id = NEW.edition_id AND e.digest = NEW.digest
                ) THEN
                    {refuse("a preview link opens a text that its edition said")}
                END IF;
                RETURN NEW;
            """,
        ),
        _stays("a preview link"),
        no_truncate(),
    ]


def agreement_guards() -> list[Guard]:
    """A guest agrees with the text that the link opens, while it does; that they did is never changed."""
    return [
        Guard(
            name="of_this_link",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            func=f"""
                IF NOT EXISTS (
                    SELECT 1 FROM public.editorial_previewlink l WHERE l.id = NEW.link_id AND l.digest = NEW.digest
                        AND l.revoked_at IS NULL AND NEW.at < l.expires_at AND NEW.language = ANY(l.languages)
                ) THEN
                    {refuse("a guest agrees with what an open preview link shows")}
                END IF;
                RETURN NEW;
            """,
        ),
        *append_only(),
    ]
