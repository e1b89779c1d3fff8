"""What every public view is."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import OperationalError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from editorial.base.statement_timeout import was_too_slow

View = Callable[..., HttpResponseBase]


def public(view: View) -> View:
    """A view that answers GET and HEAD, and 405 to anything else.

    It changes nothing, so that a foreign form sent here is refused for its method and not for its token. Where the
    database takes longer than a reader's page may take (`editorial.base.statement_timeout`), it answers 503.
    """

    @csrf_exempt
    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except OperationalError as problem:
            if not was_too_slow(problem):
                raise
            from cooperation.views.request.unavailable import too_slow

            return too_slow(request)

    answer.is_public = True  # type: ignore[attr-defined]  # for the middleware
    return answer
