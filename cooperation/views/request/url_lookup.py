"""Which page of the site an address names: what a visitor's report is about."""

from dataclasses import dataclass
from urllib.parse import quote

from django.db.models import F
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from cooperation.public_kind import PublicKind
from cooperation.views.page import queries
from cooperation.views.request.page_request import PageRequest
from editorial.base import languages
from editorial.base.languages import column
from editorial.base.network import hrefs
from editorial.base.text import clean_line
from editorial.content import kinds
from editorial.models import Edition
from editorial.visitors.problems import ADDRESS, About

_MOST = 5 * ADDRESS
#: Addresses that lead somewhere only if the database says so.
_OF_CONTENT = {"list", "detail"}


@dataclass(frozen=True)
class Place:
    """A page that was named: what is stored of it, its title and its address where there is a page to go back to."""

    about: About
    title: str = ""
    url: str = ""

    @property
    def bucket(self) -> str:
        """The name under which reports about the page are counted; all addresses that lead nowhere count as one."""
        if self.about.document_id:
            return f"document {self.about.document_id}"
        return self.about.address if self.url else ""


def place_at(named: str, asked: PageRequest) -> Place:
    """The place at the path `named`, whatever a visitor's browser says it is; parameters and anchors are left out."""
    path = clean_line(named[:_MOST]).partition("?")[0].partition("#")[0]
    if not hrefs.is_path(path):
        return Place(About(path))
    segments = path.strip("/").split("/")
    code, *rest = segments
    if code not in languages.codes():
        return Place(About(path))
    there = asked.at_present().in_language(code)
    if not rest:
        return Place(About(path), _("Home"), there.home())
    kind = kinds.by_segment(code, rest[0])
    if isinstance(kind, PublicKind) and len(rest) == 1:
        return Place(About(path), kind.plural, there.list_of(kind.key))
    if kind is not None and len(rest) == 2:
        return _page(path, kind, rest[1], there)
    try:
        known = resolve(path).url_name not in _OF_CONTENT
    except Resolver404:
        known = False
    return Place(About(path), url=quote(path) if known else "")


def _page(path: str, kind: kinds.Kind, slug: str, there: PageRequest) -> Place:
    code = there.language
    found = (
        Edition.objects.live(there.moment)
        .in_language(code)
        .filter(
            document__addresses__language=code,
            document__addresses__path__lower=kind.path(code, slug).lower(),
            document__kind=kind.key,
            **{column("slug", code): slug},
        )
        .order_by()
        .values("pk", "document_id", title_=F(column("title", code)))
        .first()
    )
    if found is not None:
        return Place(About(path, found["document_id"], found["pk"]), found["title_"], there.page(kind.key, slug))
    # Withdrawn, perhaps; what was never public is not told of.
    return Place(About(path, queries.ever_there(kind, slug, there)))
