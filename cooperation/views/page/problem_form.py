"""The form at the foot of every page: “Report a problem on this page”."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.template import loader
from django.utils import translation
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from cooperation.views.request.segments import PROBLEM
from editorial.models import ProblemReason
from editorial.visitors import problems

#: Stands for the page's own path in the form that is made once a language.
_PATH = "‹path›"
#: Most of a path that travels with the form.
_MOST_PATH = 1000


def foot(language: str, path: str) -> SafeString:
    """The form for the page at `path`, in `language`. It is the same for everybody, so that pages can be cached."""
    return mark_safe(_foot(language).replace(_PATH, escape(path[:_MOST_PATH])))  # noqa: S308  # escaped here


@cache
def _foot(language: str) -> str:
    with translation.override(language):
        context = {"form": form_context(None), "action": action(language), "page": _PATH, "most": problems.MOST}
        return str(loader.render_to_string("cooperation/_problem.html", context))


def action(language: str) -> str:
    """Where reports in a language are sent to."""
    return f"/{language}/{PROBLEM[language]}/"


def form_context(form: Any) -> dict[str, Any]:
    """What the template shows of a bound form, or of none: what was typed and ticked, and what is wrong with it."""
    errors: Mapping[str, Any] = form.errors if form is not None else {}
    ticked = form.data.getlist("reasons") if form is not None else []
    return {
        "reasons": [(each.value, each.label, each.value in ticked) for each in ProblemReason],
        "text": form.data.get("text", "") if form is not None else "",
        "errors": {name: list(found) for name, found in errors.items()},
    }
