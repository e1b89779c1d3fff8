"""Errors of the API as “problem details” (RFC 9457)."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MEDIA_TYPE = "application/problem+json"


class ProblemError(Exception):
    """Why a question to the API has no answer.

    :param detail: what is wrong and what to do, in the language asked for.
    :param more: further members of the problem.
    """

    def __init__(self, status: int, detail: str, **more: Any) -> None:
        super().__init__(detail)
        self.status, self.detail, self.more = status, detail, more


def answer(status: int, detail: str, **more: Any) -> HttpResponse:
    """The problem as a response. Its type is “about:blank”, so that the status says what sort of problem it is."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    return JsonResponse(told, status=status, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False})


def sentence(error: Mapping[str, Any]) -> str:
    """What is wrong with one parameter, in the active language, where pydantic tells it by a code and in English."""
    limits = error.get("ctx", {})
    match error["type"]:
        case "literal_error":
            return _("It must be one of: %(choices)s.") % {"choices": limits["expected"].replace(" or ", ", ")}
        case "greater_than_equal":
            return _("It must be %(number)s or more.") % {"number": limits["ge"]}
        case "less_than_equal":
            return _("It must be %(number)s or less.") % {"number": limits["le"]}
        case "string_too_long":
            return ngettext(
                "It must have %(number)s character at most.",
                "It must have %(number)s characters at most.",
                limits["max_length"],
            ) % {"number": limits["max_length"]}
        case kind if kind.startswith("int_"):
            return _("It must be a whole number.")
    return _("It has a form that is not understood here.")
