"""What visitors of the demo say: comments under one page, and reports of problems (`content/visitors.toml`)."""

from datetime import datetime, timedelta

from cooperation.demo.files import CONTENT, Table, read
from cooperation.demo.writing import Office
from editorial.base import languages
from editorial.content import kinds
from editorial.models import Document, Edition, ProblemReason
from editorial.visitors import comments, problems
from editorial.workflow import live_periods


def write(office: Office, *, now: datetime) -> None:
    """Open one page for comments, write and approve a few, and report what could be better elsewhere."""
    table = read(CONTENT / "visitors.toml")
    _comment(office, table, now)
    for row in table.tables("problems"):
        _report(office, row, now)
    table.finish()


def _comment(office: Office, table: Table, now: datetime) -> None:
    document, by = office.documents[table.choice("open_for_comments", office.documents)], office.people.publisher
    closes = (now + timedelta(days=60)).replace(hour=21, minute=0, second=0)
    comments.switch(document.pk, is_on=True, closes_at=closes, by=by, now=now - timedelta(days=6))
    edition = _live(document, now)
    for number, row in enumerate(table.tables("comments")):
        written = now - timedelta(days=5, hours=-number)
        language, name = row.choice("language", languages.codes()), row.text("name")
        text, is_approved = row.require("text", str), row.get("is_approved", bool, False)
        row.finish()
        comment = comments.receive(document.pk, edition.pk, language=language, name=name, text=text, now=written)
        if comment is not None and is_approved:
            comments.decide({comment.pk: comment.version}, status="approved", by=by, now=written + timedelta(hours=3))


def _report(office: Office, row: Table, now: datetime) -> None:
    document = office.documents[row.choice("document", office.documents)]
    language, text, times = row.choice("language", languages.codes()), row.text("text"), row.get("times", int, 1)
    reasons = [ProblemReason(reason) for reason in row.choices("reasons", ProblemReason.values)]
    row.finish()
    live = _live(document, now)
    path = f"/{language}/{kinds.get_kind(document.kind).path(language, languages.value(live, 'slug', language))}/"
    about = problems.About(path, live.document_id, live.pk)
    for number in range(times):
        problems.receive(about, language=language, reasons=reasons, text=text, now=now - timedelta(days=3 - number))


def _live(document: Document, now: datetime) -> Edition:
    edition = live_periods.live_edition(document, now)
    if edition is None:
        raise ValueError(f"{document} is not public.")
    return edition
