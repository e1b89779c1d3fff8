"""The kinds of content that the subject registers with the engine."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils.functional import Promise

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.utils.safestring import SafeString

    from editorial.base.jobs import Job
    from editorial.base.reasons import Issue
    from editorial.models import Edition, Part

#: Given an edition's content, the values by which search results can be narrowed, such as codes of themes.
Facet = Callable[[Mapping[str, Any]], Iterable[Any]]
#: A publication requirement: given the edition's content (see `editorial.content.canonical`), what is wrong with it.
Checker = Callable[["CheckedEdition"], "list[Issue]"]


class NotMade(Exception):
    """Raised by `Kind.paper` when the file could not be made; its text says why, for the log."""


@dataclass(frozen=True)
class CheckedEdition:
    """What a publication requirement looks at: an edition's row and its canonical content."""

    edition: "Edition"
    content: Mapping[str, Any]


@dataclass(frozen=True)
class PreviewFrame:
    """What `Kind.render` puts around a preview for somebody without an account.

    `notice` (HTML) stands in the place of the usual notice of a preview, `foot` (HTML) under the text; `addresses` are
    the same preview by language, none where the link does not show it.
    """

    notice: "SafeString"
    foot: "SafeString"
    addresses: Mapping[str, str | None]


@dataclass(frozen=True)
class Ageing:
    """One way in which content goes out of date.

    `key` names it; `label` says how many there are, such as “2 figures out of date” (lazy, with ``%(count)s``).
    `is_aged` decides of one part in the shape of content on a day; `aged` gives the parts, of all editions, that are
    aged at a moment.
    """

    key: str
    label: str | Promise
    is_aged: Callable[[Mapping[str, Any], date], bool]
    aged: Callable[[datetime], QuerySet[Any]]


@dataclass(frozen=True)
class Kind:
    """A kind of content: its model, its parts, and its address segment in each language.

    `key` is stored on documents; `segments` maps language codes to the first part of the public address, such as
    "rapports-annuels"; `parts` are the part models in the order in which they are shown and compared; `checkers`
    are publication requirements of this kind beside those of every kind; `ageing` are the ways in which its content
    goes out of date beside its figures; `withdrawal_confirmed` says that its withdrawal is marked until a second person
    has confirmed it: of all of the kind, or of the types (values of its field `type`) that are named; `not_before`
    gives, for canonical content, the moment before which it may not go public, if it names one; `embargo` is the
    model's column that holds it, for lists of what is to come; `speaks_on` gives the day as of which the content
    speaks, for a record of its time such as a report; without it, content speaks as of the day on which it is read.
    `render` makes the public page of an edition from its content, for the public and for previews: ``render(request, *,
    edition, content, language, moment, preview)``; for somebody who holds a preview link also with ``around`` (see
    `PreviewFrame`).

    `after_publication` are jobs about every edition that becomes public or is scheduled to; each is asked for in the
    transaction of the publication, with the edition's primary key as `edition`. `paper` makes the file of an edition
    for printing, for previews: ``paper(*, edition, content, language, moment)`` returns the bytes of a PDF or raises
    `NotMade`.

    For the search, `names` are the fields that count as much as a title ("acronym", or "part.field"), and `facets` say
    by what results can be narrowed beside the kind: name of the facet → its values in a content.
    """

    key: str
    model: "type[Edition]"
    segments: Mapping[str, str]
    parts: "Sequence[type[Part]]" = ()
    checkers: Sequence[Checker] = field(default=())
    ageing: Sequence[Ageing] = ()
    withdrawal_confirmed: bool | frozenset[str] = False
    not_before: "Callable[[Mapping[str, Any]], datetime | None] | None" = None
    embargo: str = ""
    speaks_on: "Callable[[Mapping[str, Any]], date | None] | None" = None
    render: "Callable[..., HttpResponse] | None" = None
    after_publication: "Sequence[Job]" = ()
    paper: "Callable[..., bytes] | None" = None
    names: Sequence[str] = ("acronym", "othername.name")
    facets: Mapping[str, Facet] = field(default_factory=dict)

    def path(self, language: str, slug: str) -> str:
        """The path of an address: the segment and the slug."""
        return f"{self.segments[language]}/{slug}"

    def confirms_withdrawal_of(self, content_type: str) -> bool:
        """Whether a second person confirms the withdrawal of content of this type (empty for kinds without types)."""
        if isinstance(self.withdrawal_confirmed, bool):
            return self.withdrawal_confirmed
        return content_type in self.withdrawal_confirmed


_KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    """Make `kind` known to the engine; called from the subject's `AppConfig.ready`. A key can be taken only once."""
    known = _KINDS.get(kind.key)
    if known is not None and known.model is not kind.model:
        raise ValueError(f"The kind “{kind.key}” is registered already, for {known.model.__name__}.")
    _KINDS[kind.key] = kind
    return kind


def all_kinds() -> list[Kind]:
    """All kinds, in the order of their registration."""
    return list(_KINDS.values())


def get_kind(key: str) -> Kind:
    """The kind stored on documents as `key`. Raises KeyError for one that nobody registered."""
    return _KINDS[key]


def kind_of_model(model: "type[Edition]") -> Kind:
    """The kind of content that `model` (or a proxy of it) holds. Raises KeyError for a model of no kind."""
    for kind in _KINDS.values():
        if model._meta.concrete_model is kind.model:
            return kind
    raise KeyError(model.__name__)


def signing_key(kind: str, content_type: str) -> str:
    """What rules of signature call the content of one type within a kind, such as "statement:joint_statement"."""
    return f"{kind}:{content_type}"


def signing_keys_of(kind: str) -> list[str]:
    """What rules of signature can be about within one kind: the kind itself, and every type within it."""
    model = get_kind(kind).model
    own = {one.name: one for one in model._meta.local_fields}
    types = [value for value, _label in own["type"].choices or ()] if "type" in own else []
    return [kind, *(signing_key(kind, str(value)) for value in types)]


def signing_keys() -> list[tuple[str, str]]:
    """What rules of signature can be about: every kind, and every type within a kind whose model has a field `type`."""
    found = []
    for kind in all_kinds():
        name = str(kind.model._meta.verbose_name)
        found.append((kind.key, name))
        own = {one.name: one for one in kind.model._meta.local_fields}
        for value, label in (own["type"].choices or ()) if "type" in own else ():
            found.append((signing_key(kind.key, str(value)), f"{name}: {label}"))
    return found


def by_segment(language: str, segment: str) -> Kind | None:
    """The kind whose address segment in `language` is `segment`."""
    for kind in _KINDS.values():
        if kind.segments.get(language) == segment:
            return kind
    return None
