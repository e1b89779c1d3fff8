"""The kinds of content that the subject registers with the engine."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.http import HttpResponse

    from editorial.checks_content import Issue
    from editorial.models import Edition, Part

#: Given an edition's content, the values by which search results can be narrowed, such as codes of themes.
Facet = Callable[[Mapping[str, Any]], Iterable[Any]]
#: A publication requirement: given the edition's content (see `editorial.content`), what is wrong with it.
Checker = Callable[["CheckedEdition"], "list[Issue]"]


@dataclass(frozen=True)
class CheckedEdition:
    """What a publication requirement looks at: an edition's row and its canonical content."""

    edition: "Edition"
    content: Mapping[str, Any]


@dataclass(frozen=True)
class Kind:
    """A kind of content: its model, its parts, and its address segment in each language.

    `key` is stored on documents; `segments` maps language codes to the first part of the public address, such as
    "rapports-annuels"; `parts` are the part models in the order in which they are shown and compared; `checkers`
    are publication requirements of this kind beside those of every kind. `render` makes the public page of an edition
    from its content, for the public and for previews: ``render(request, *, edition, content, language, moment, preview)``.

    For the search, `names` are the fields that count as much as a title ("acronym", or "part.field"), and `facets` say
    by what results can be narrowed beside the kind: name of the facet → its values in a content.
    """

    key: str
    model: "type[Edition]"
    segments: Mapping[str, str]
    parts: "Sequence[type[Part]]" = ()
    checkers: Sequence[Checker] = field(default=())
    render: "Callable[..., HttpResponse] | None" = None
    names: Sequence[str] = ("acronym", "othername.name")
    facets: Mapping[str, Facet] = field(default_factory=dict)

    def path(self, language: str, slug: str) -> str:
        """The path of an address: the segment and the slug."""
        return f"{self.segments[language]}/{slug}"


_KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    """Make `kind` known to the engine; called from the subject's `AppConfig.ready`. A key can be taken only once."""
    known = _KINDS.get(kind.key)
    if known is not None and known.model is not kind.model:
        raise ValueError(f"The kind “{kind.key}” is registered already, for {known.model.__name__}.")
    _KINDS[kind.key] = kind
    return kind


def every() -> list[Kind]:
    """All kinds, in the order of their registration."""
    return list(_KINDS.values())


def get(key: str) -> Kind:
    """The kind stored on documents as `key`. Raises KeyError for one that nobody registered."""
    return _KINDS[key]


def of(model: "type[Edition]") -> Kind:
    """The kind of content that `model` (or a proxy of it) holds. Raises KeyError for a model of no kind."""
    for kind in _KINDS.values():
        if model._meta.concrete_model is kind.model:
            return kind
    raise KeyError(model.__name__)


def by_segment(language: str, segment: str) -> Kind | None:
    """The kind whose address segment in `language` is `segment`."""
    for kind in _KINDS.values():
        if kind.segments.get(language) == segment:
            return kind
    return None
