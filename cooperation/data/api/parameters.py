"""The parameters of the API as OpenAPI describes them. What is sent is checked against the same JSON Schema."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cooperation.data.api.problems import ProblemError
from cooperation.data.api.schemas import Shape
from cooperation.public_kind import PublicKind
from cooperation.views.request import page_request
from cooperation.views.request.page_request import NotFound, PageRequest
from editorial.base import languages

#: Ten thousand times what the secretariat will ever publish; further pages are not worth asking the database for.
MOST_PAGES = 1_000_000
#: Unknown parameters named in an answer, and characters of such a name, at most.
_MOST_UNKNOWN, _MOST_OF_NAME = 10, 60


def _parameter(name: str, description: str | Promise = "", /, **schema: object) -> Shape:
    about = {"description": str(description)} if description else {}
    return {"in": "query", "name": name, "required": False, "schema": schema, **about}


def of_kinds() -> Sequence[Shape]:
    """The parameters of the list of all kinds, which has no past."""
    codes = languages.codes()
    return [_parameter("language", "The language of the answer.", type="string", enum=codes, default="en")]


def of_document() -> Sequence[Shape]:
    """The parameters of one document."""
    about = "A past date or instant (ISO 8601): the answer as it was then."
    return [*of_kinds(), _parameter("at", about, type="string", maxLength=40, default="")]


def of_list(kind: PublicKind) -> Sequence[Shape]:
    """The parameters of the list of a kind."""
    page = _parameter("page", type="integer", minimum=1, maximum=MOST_PAGES, default=1)
    size = _parameter("page_size", type="integer", minimum=1, maximum=100, default=20)
    return [*of_document(), page, size, *narrowing(kind)]


def narrowing(kind: PublicKind) -> Sequence[Shape]:
    """Which documents of a kind, and in which order: its sorts and its filters, described in the active language."""
    keys = [sort.key for sort in kind.sorts]
    about = ", ".join(f"{sort.key}: {sort.label}" for sort in kind.sorts)
    texts = [_parameter(name, label, type="string", maxLength=200, default="") for name, label in filters(kind).items()]
    return [_parameter("sort", about, type="string", enum=keys, default=keys[0]), *texts]


def filters(kind: PublicKind) -> dict[str, str | Promise]:
    """The label of each filter of a kind's list, by its name in the address."""
    return {name: each.label or name for name, each in kind.filters.base_filters.items()}


def default(parameter: Shape) -> str:
    """What a parameter means where it is left out, as it would stand in an address."""
    return str(parameter["schema"]["default"])


def read(request: HttpRequest, parameters: Sequence[Shape]) -> tuple[PageRequest, Mapping[str, str]]:
    """The language and moment asked for, and what every parameter says.

    Raises ProblemError (422) with all that is wrong. So does a parameter that there is not: it is most likely one
    misspelt, and without it the answer would be to another question.
    """
    given = {each["name"]: request.GET.get(each["name"], default(each)) for each in parameters}
    faults = {each["name"]: fault for each in parameters if (fault := _fault(given[each["name"]], each["schema"]))}
    for name in sorted(set(request.GET) - set(given))[:_MOST_UNKNOWN]:
        faults[name] = _("There is no parameter of this name here.")
    if "at" not in faults:
        try:
            asked = page_request.page_request(request, given["language"])
        except NotFound as reason:
            faults["at"] = str(reason)
    if faults:
        names = ", ".join(sorted(name[:_MOST_OF_NAME] for name in faults))
        raise ProblemError(
            422,
            _("These parameters cannot be understood: %(names)s.") % {"names": names},
            errors=[{"parameter": name[:_MOST_OF_NAME], "detail": detail} for name, detail in faults.items()],
        )
    return asked, given


def _fault(raw: str, schema: Shape) -> str:
    """What is wrong with a value, as a sentence in the active language; empty where nothing is."""
    if "enum" in schema and raw not in schema["enum"]:
        return _("It must be one of: %(choices)s.") % {"choices": ", ".join(schema["enum"])}
    if schema["type"] == "integer":
        return _fault_of_number(raw, schema["minimum"], schema["maximum"])
    most = schema.get("maxLength", len(raw))
    if len(raw) <= most:
        return ""
    text = ngettext("It must have %(number)s character at most.", "It must have %(number)s characters at most.", most)
    return text % {"number": most}


def _fault_of_number(raw: str, least: int, most: int) -> str:
    try:
        number = int(raw)
    except ValueError:
        return _("It must be a whole number.")
    if number < least:
        return _("It must be %(number)s or more.") % {"number": least}
    return "" if number <= most else _("It must be %(number)s or less.") % {"number": most}
