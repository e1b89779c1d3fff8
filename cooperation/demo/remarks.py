"""What the demo's people say about texts that are not public yet, and a draft that was shown to somebody outside."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from cooperation.demo.diary import Story
from cooperation.demo.stories import Office
from editorial import previewlinks
from editorial.models import Edition, Remark
from editorial.remarks import threads
from editorial.remarks.threads import Where

_MINUTES = timedelta(minutes=1)


def talk(office: Office, now: datetime) -> Story:
    """Remarks on two pages in review and on one that was sent back, in three languages; a link with what came of it."""
    reviewed = (yield from _terms(office, now - timedelta(hours=60))) + 30 * _MINUTES
    yield from _shown(office, now - timedelta(hours=40))
    yield from _settled(office, max(reviewed, now - timedelta(hours=30)))
    yield from _must_be_fixed(office, now - timedelta(hours=20))


def _terms(office: Office, begin: datetime) -> Story:
    """A reviewer doubts a term in Spanish; the translator answers."""
    people = office.people
    now = yield begin
    edition = _newest(office, "correctional-services")
    posted = threads.open_(
        edition, by=people.reviewer("MX"), now=now,
        text=(
            "¿Seguro que es «penitenciarias»? El comunicado de 2016 habla de «política correccional»."
            " @translator.es, ¿lo puede verificar?"
        ),
        where=Where("", "es", "las políticas penitenciarias"),
    )  # fmt: skip
    now = yield now + 95 * _MINUTES
    answer = (
        "Sí: «correccional» es calco del inglés. La Secretaría usa «penitenciario» en su propio sitio, y así quedó en"
        " el resumen."
    )
    threads.reply(_of(posted), by=people.translator("es"), now=now, text=answer, edition=edition)
    now = yield now + 20 * _MINUTES
    threads.open_(
        edition, by=people.translator("fr"), now=now,
        text="Le titre anglais parle de « services » ; ne faudrait-il pas nommer les deux organismes dans le résumé ?",
        where=Where("summary", "fr", "la réadaptation des délinquants"),
    )  # fmt: skip
    return now


def _shown(office: Office, begin: datetime) -> Story:
    """The author shows the draft to an office without accounts; two people there open it."""
    people = office.people
    now = yield begin
    edition = _newest(office, "correctional-services")
    made = previewlinks.make(
        edition, by=people.author("en"), now=now, digest=edition.digest, shown=["en", "es"],
        label="Legal services of both ministries, to check the facts", days=14, once=uuid4(),
    )  # fmt: skip
    for _time in range(3):
        now = yield now + 75 * _MINUTES
        previewlinks.open_(made.token, language="en", now=now)
    previewlinks.agree(made.token, language="en", name="Ellen Hart, legal services", now=now)
    now = yield now + 50 * _MINUTES
    previewlinks.open_(made.token, language="es", now=now)
    previewlinks.remark(
        made.token, language="es", name="Marisol Cano, Consultoría Jurídica", now=now,
        text="Falta decir que el primer memorando sigue vigente.", where=Where("", "es", "un memorando de entendimiento"),
    )  # fmt: skip


def _settled(office: Office, begin: datetime) -> Story:
    """A question in English about a Spanish text, answered and settled."""
    people = office.people
    now = yield begin
    edition = _newest(office, "youth-lab")
    posted = threads.open_(
        edition, by=people.author("en"), now=now,
        text="Was the first group really 24 people? The embassy’s page says “about two dozen”.",
        where=Where("", "en", "The first group had 24 members"),
    )  # fmt: skip
    now = yield now + 130 * _MINUTES
    threads.resolve(
        _of(posted), by=people.author("es"), now=now, edition=edition,
        text="Veinticuatro, según la lista de participantes que publicó la Embajada en marzo de 2022.",
    )  # fmt: skip


def _must_be_fixed(office: Office, begin: datetime) -> Story:
    """What bars the next signature of a page that was sent back."""
    people = office.people
    now = yield begin
    edition = _newest(office, "cybercrime")
    posted = threads.open_(
        edition, by=people.reviewer("MX", second=True), now=now, must_fix=True,
        text="El año del programa debe coincidir con el del informe anual. Mientras no coincida, no podemos firmar.",
        where=Where("", "en", "since the program began in 2009"),
    )  # fmt: skip
    now = yield now + 45 * _MINUTES
    answer = "Je vérifie auprès du programme et je corrige dans les trois langues. @reviewer2.mx, merci de l’avoir vu."
    threads.reply(_of(posted), by=people.author("fr"), now=now, text=answer, edition=edition)


def _newest(office: Office, key: str) -> Edition:
    return Edition.objects.filter(document=office.documents[key]).select_related("document").latest("number")


def _of(posted: Any) -> Remark:
    found: Remark = posted.entry.remark
    return found
