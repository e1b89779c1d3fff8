"""The bar over every list of the desks: what it offers, and how the address keeps what was chosen."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import get_language

from editorial.base import languages
from editorial.content import kinds

Options = Sequence[tuple[str, str | Promise]]


def reader() -> str:
    """The content language in which this person reads."""
    code = (get_language() or "").split("-")[0]
    return code if code in languages.codes() else languages.codes()[0]


def query(request: HttpRequest) -> str:
    """The address's own query without the page, for links that keep the choice."""
    kept = request.GET.copy()
    kept.pop("page", None)
    return kept.urlencode()


def choose(name: str, label: str, options: Options, chosen: str, *, any_: str = "") -> dict[str, Any]:
    """A select of the bar over a list; without `any_` one of the options is always chosen."""
    return {"name": name, "label": label, "any": any_, "choices": options, "chosen": chosen}


def kind_options() -> Options:
    """Every kind of content."""
    return [(kind.key, capfirst(str(kind.model._meta.verbose_name_plural))) for kind in kinds.all_kinds()]


def language_options() -> Options:
    """Every content language."""
    return [(code, capfirst(languages.name(code))) for code in languages.codes()]
