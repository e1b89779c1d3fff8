"""The database's guard over the record of administration: a chain like that of the events (`editorial.guards.common.chain`)."""

import pgtrigger

from editorial.guards.common import Guard, append_only


def staff_chain() -> list[Guard]:
    """Number and hash each line after the one before it, one writer at a time; nothing is changed or taken away."""
    return [
        Guard(
            name="chain",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert,
            declare=[("last", "record")],
            func="""
                PERFORM pg_advisory_xact_lock(hashtext('editorial_administrationevent'));
                SELECT id, hash INTO last FROM editorial_administrationevent ORDER BY id DESC LIMIT 1;
                NEW.id := coalesce(last.id, 0) + 1;
                NEW.previous_hash := coalesce(last.hash, repeat('0', 64));
                NEW.hash := encode(sha256(convert_to(jsonb_build_array(
                    NEW.id, NEW.previous_hash,
                    to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                    NEW.by_id, NEW.by_name, NEW.verb, NEW.person_id, NEW.person_name, NEW.detail
                )::text, 'UTF8')), 'hex');
                RETURN NEW;
            """,
        ),
        *append_only(),
    ]
