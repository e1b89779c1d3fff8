"""What visitors of the demo say: a page under which they may comment, and reports that wait for somebody."""

from datetime import datetime, timedelta

from cooperation.demo.stories import Office
from editorial import kinds, languages, live_periods
from editorial.models import Document, Edition, Trouble
from editorial.visitors import comments, problems

#: The document under which visitors comment; its key in the demo.
OPEN = "migration"

_SAID = (
    ("en", "Grace", "Which of these visas can be renewed from inside the country? The page does not say.", True),
    ("en", "", "A table with the numbers of each year beside the text would help teachers a lot.", True),
    ("fr", "Étienne", "Merci pour cette page. Serait-il possible d’indiquer les délais moyens ?\n\nIls changent souvent.", True),
    ("es", "Maricarmen", "Muy útil. Faltaría explicar qué pasa cuando cambia el empleador.", True),
    ("es", "", "¿Hay una versión de esta página que se pueda imprimir?", False),
    ("en", "Best Deals", "Cheap flights every day, only this week, see our site!", False),
)  # fmt: skip
_REPORTED = (
    ("migration", "en", (Trouble.WRONG,), "The figure for 2023 is older than the one in the annual report.", 3),
    ("migration", "fr", (Trouble.SPELLING, Trouble.OTHER), "« acceuil » au lieu de « accueil » dans la deuxième section.", 1),
    ("security", "es", (Trouble.LINK,), "El segundo enlace de la sección de capacitación lleva a una página vacía.", 1),
    ("border", "en", (Trouble.SEARCH, Trouble.MISSING), "Opening hours of the crossings? You can call me at 613-555-0142.", 1),
)  # fmt: skip


def speak(office: Office, *, now: datetime) -> None:
    """Open one page for comments, write and approve a few, and report what could be better elsewhere."""
    document, by = office.documents[OPEN], office.people.publisher
    closes = (now + timedelta(days=60)).replace(hour=21, minute=0, second=0)
    comments.switch(document.pk, is_on=True, closes_at=closes, by=by, now=now - timedelta(days=6))
    edition = _live(document, now)
    for number, (language, name, text, approved) in enumerate(_SAID):
        written = now - timedelta(days=5, hours=-number)
        row = comments.receive(document.pk, edition.pk, language=language, name=name, text=text, now=written)
        if row is not None and approved:
            comments.decide({row.pk: row.version}, status="approved", by=by, now=written + timedelta(hours=3))
    for key, language, reasons, text, times in _REPORTED:
        live = _live(office.documents[key], now)
        slug = languages.value(live, "slug", language)
        path = f"/{language}/{kinds.get(office.documents[key].kind).path(language, slug)}/"
        about = problems.About(path, live.document_id, live.pk)
        for number in range(times):
            sent = now - timedelta(days=3 - number)
            problems.receive(about, language=language, reasons=reasons, text=text, now=sent)


def _live(document: Document, now: datetime) -> Edition:
    edition = live_periods.live_edition(document, now)
    if edition is None:
        raise ValueError(f"{document} is not public.")
    return edition
