"""The glossary of the demo: the Partnership's terms as its documents say them (`content/glossary.toml`)."""

from datetime import datetime
from typing import Any

from cooperation.demo.files import CONTENT, Table, read
from cooperation.demo.people import People
from editorial.base import languages
from editorial.models import GlossaryTerm, User


def make(people: People, *, now: datetime) -> None:
    """Fill an empty glossary, as its administrator."""
    if GlossaryTerm.objects.exists():
        return
    table = read(CONTENT / "glossary.toml")
    terms = [_term(row, people.users["administrator"], now) for row in table.tables("terms")]
    table.finish()
    GlossaryTerm.objects.bulk_create(terms)


def _term(row: Table, by: User, now: datetime) -> GlossaryTerm:
    values: dict[str, Any] = {"note": row.text("note"), "changed_at": now, "changed_by": by}
    texts = {
        "term": row.texts("term"),
        "acronym": row.texts("acronym", needed=row.get("acronym", dict, {})),
        "variants": row.lists("variants"),
        "forbidden": row.lists("forbidden"),
    }
    row.finish()
    for name, by_language in texts.items():
        for code, text in by_language.items():
            values[languages.column(name, code)] = text
        # The bare columns hold what the site's first language says, as modeltranslation keeps them.
        values[name] = by_language[languages.codes()[0]]
    return GlossaryTerm(**values)
