"""How a kind of content stands on the public site: one declaration a kind (see `cooperation.kinds`)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.text import capfirst

from cooperation.lists.filterset import PublicFilter
from cooperation.lists.search_facets import facets
from cooperation.lists.sorting import BY_TITLE, RECENT, Sort
from cooperation.models import CountryTag, OtherName, ThemeTag
from cooperation.views.page.kind_context import KindContext
from editorial.base.prepared_queries import Compiled
from editorial.content import kinds
from editorial.content.kinds import Facet, Kind
from editorial.models import Attachment, Figure, Part, Section

if TYPE_CHECKING:
    from cooperation.views.page.rendition import Rendition
    from cooperation.views.request.page_request import PageRequest

#: The parts that every kind has: before those of its own, and after them.
FIRST: tuple[type[Part], ...] = (OtherName, ThemeTag, CountryTag, Section)
LAST: tuple[type[Part], ...] = (Figure, Attachment)
#: The parts that a kind has unless it names its own.
PARTS: tuple[type[Part], ...] = (*FIRST, *LAST)


def _nothing(shown: "Rendition") -> KindContext:
    return KindContext()


def _no_more(asked: "PageRequest") -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, kw_only=True)
class PublicKind(Kind):
    """A kind with a page for each document and a list of them all. All but key, model and segments can be left out.

    `label` is what the list is called, in the navigation too; without it, the model's plural. `description` stands
    under it. `in_navigation` puts the list into the main navigation, `is_news` its documents among the home page's
    latest.

    `own` gives what the page of one document shows beside what all pages show (see `Own`). `along` is a question that
    is asked along with the page, in its statement: for a language, rows about the `document` at the `moment`; `own`
    finds them in `Rendition.along`, but in a preview. `row` gives what each row of the list says beside title, summary
    and date: for a visit, expressions by the name they have in the template. The statement is compiled once, so the
    visit's moment is a stand-in there, for use in expressions only.

    `beside` gives what the template of the list shows beside the rows, whatever they are narrowed to: for a visit, its
    context. `filters` narrows the list; `sorts` are the orders it can be read in, the first unless the reader chooses.

    Templates are named after the model: `cooperation/notice_detail.html`, which extends `document_detail.html`, and
    `cooperation/notice_list.html`, which extends `document_list.html`; where there is none, those themselves serve.
    """

    parts: Sequence[type[Part]] = PARTS
    facets: Mapping[str, Facet] = field(default_factory=facets)
    label: str | Promise = ""
    description: str | Promise = ""
    in_navigation: bool = True
    is_news: bool = False
    own: "Callable[[Rendition], KindContext]" = _nothing
    along: "Callable[[str], Compiled] | None" = None
    row: "Callable[[PageRequest], Mapping[str, Any]]" = _no_more
    beside: "Callable[[PageRequest], Mapping[str, Any]]" = _no_more
    filters: type[PublicFilter] = PublicFilter
    sorts: Sequence[Sort] = (BY_TITLE, RECENT)

    @property
    def name(self) -> str:
        """What one document of this kind is called, over its title, in the reader's language."""
        return capfirst(str(self.model._meta.verbose_name))

    @property
    def plural(self) -> str:
        """What the list of this kind is called, in the reader's language."""
        return str(self.label) or capfirst(str(self.model._meta.verbose_name_plural))

    @cached_property
    def page_templates(self) -> list[str]:
        """The templates of a document's page, the best first."""
        return self._templates("detail")

    @cached_property
    def list_templates(self) -> list[str]:
        """The templates of the list, the best first."""
        return self._templates("list")

    def _templates(self, what: str) -> list[str]:
        return [f"cooperation/{self.model._meta.model_name}_{what}.html", f"cooperation/document_{what}.html"]


def all_kinds() -> list[PublicKind]:
    """All public kinds, in the order of their registration, which is that of the navigation."""
    return [kind for kind in kinds.all_kinds() if isinstance(kind, PublicKind)]


def get_kind(key: str) -> PublicKind:
    """The public kind stored on documents as `key`. Raises KeyError for any other."""
    kind = kinds.get_kind(key)
    if not isinstance(kind, PublicKind):
        raise KeyError(key)
    return kind


def kind_by_segment(language: str, segment: str) -> PublicKind | None:
    """The public kind whose address segment in `language` is `segment`."""
    kind = kinds.by_segment(language, segment)
    return kind if isinstance(kind, PublicKind) else None
