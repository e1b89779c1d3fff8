"""What the demo's people say about texts not yet public, and a draft shown outside (`content/remarks.toml`)."""

from datetime import datetime, timedelta
from uuid import uuid4

from cooperation.demo.diary import Diary, Story
from cooperation.demo.files import CONTENT, Table, read
from cooperation.demo.writing import Office
from editorial.base import languages
from editorial.collaboration.remarks import threads
from editorial.collaboration.remarks.guest import remark_by_guest
from editorial.collaboration.remarks.threads import Where
from editorial.previews import links

_MINUTES = timedelta(minutes=1)


def plan(office: Office, diary: Diary, now: datetime) -> None:
    """Have every thread told, and the link made and used."""
    table = read(CONTENT / "remarks.toml")
    for row in table.tables("threads"):
        diary.add(_thread(office, row, now))
    for row in table.tables("preview_links"):
        diary.add(_preview_link(office, row, now))
    table.finish()


def _thread(office: Office, row: Table, now: datetime) -> Story:
    """Somebody remarks on words of an edition; others answer, and one of them may settle it."""
    people = office.people.users
    moment = yield now - row.require("minutes_ago", int) * _MINUTES
    edition = office.newest(row.choice("document", office.documents))
    posted = threads.open_thread(
        edition,
        by=people[row.choice("by", people)],
        now=moment,
        text=row.text("text"),
        where=_where(row),
        must_fix=row.get("must_fix", bool, False),
    )
    replies = row.tables("replies")
    row.finish()
    for reply in replies:
        moment = yield moment + reply.require("minutes_later", int) * _MINUTES
        by, text = people[reply.choice("by", people)], reply.text("text")
        answer = threads.resolve if reply.get("settles", bool, False) else threads.reply
        reply.finish()
        answer(posted.entry.remark, by=by, now=moment, text=text, edition=edition)


def _preview_link(office: Office, row: Table, now: datetime) -> Story:
    """An author shows a draft to an office without accounts; people there open it, agree to it or remark on it."""
    people = office.people.users
    moment = yield now - row.require("minutes_ago", int) * _MINUTES
    edition = office.newest(row.choice("document", office.documents))
    made = links.make(
        edition,
        by=people[row.choice("by", people)],
        now=moment,
        digest=edition.digest,
        shown=row.choices("languages", languages.codes()),
        label=row.text("label"),
        days=row.require("days", int),
        once=uuid4(),
    )
    visits = row.tables("visits")
    row.finish()
    for visit in visits:
        moment = yield moment + visit.require("minutes_later", int) * _MINUTES
        language, name = visit.choice("language", languages.codes()), visit.text("name")
        links.open_link(made.token, language=language, now=moment)
        if visit.get("agrees", bool, False):
            links.agree(made.token, language=language, name=name, now=moment)
        if "text" in visit:
            text, where = visit.text("text"), _where(visit, language)
            remark_by_guest(made.token, language=language, name=name, now=moment, text=text, where=where)
        visit.finish()


def _where(row: Table, language: str = "") -> Where:
    """The words that a remark is about; where no field is named, they are found in the text."""
    return Where(row.text("field"), language or row.choice("language", languages.codes()), row.text("words"))
