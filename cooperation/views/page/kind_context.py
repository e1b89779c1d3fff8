"""What the page of a kind shows beside what all pages show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

#: An entry of “on this page”: the anchor, its label, and what there is; it is left out where there is nothing.
Entry = tuple[str, str, Any]


@dataclass(frozen=True)
class KindContext:
    """What is special to the page of one document.

    `context` is for the kind's own template. `facts` (see `wording.fact`) come before the subjects and countries.
    `before`, `after` and `last` are entries of “on this page”, for what the template puts into its blocks of these
    names: before the sections, after them, and after the figures. `trail` are (label, address) of the breadcrumbs
    between the list and the page. `files` come before the document's own files (see `Rendition.attachments`).
    """

    context: Mapping[str, Any] = field(default_factory=dict)
    facts: Sequence[Mapping[str, Any]] = ()
    before: Sequence[Entry] = ()
    after: Sequence[Entry] = ()
    last: Sequence[Entry] = ()
    trail: Sequence[tuple[str, str | None]] = ()
    files: Sequence[Mapping[str, Any]] = ()
