"""The login form, which asks the limits on logging in (`editorial.web.login_limits`) before any password."""

import logging
from typing import Any

from axes.handlers.base import AxesHandler
from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from editorial.base import clock
from editorial.base.network.client_address import client_address
from editorial.web import login_limits
from editorial.web.login_limits import Attempt

#: The cookie that says in which browser somebody has logged in before; sent to the desks only.
COOKIE = "known_browser"

logger = logging.getLogger(__name__)


class Limits(AxesHandler):
    """What django-axes asks before a password is looked at, and tells afterwards (`AXES_HANDLER`)."""

    def is_allowed(self, request: Any, credentials: dict[str, Any] | None = None) -> bool:
        """Count the try; whether the password may be looked at."""
        attempt = login_limits.begin(
            str((credentials or {}).get("username") or ""),
            address=client_address(request),
            cookie=request.COOKIES.get(COOKIE, ""),
            now=clock.now(),
        )
        request.login_attempt = attempt
        return attempt.is_allowed

    def user_login_failed(self, sender: Any, credentials: Any, request: Any = None, **kwargs: Any) -> None:
        """Write a line for the operator, with the address and without the name, which may be a mistyped password."""
        attempt = attempt_of(request)
        if attempt is not None and not attempt.is_allowed:
            request.axes_locked_out = True
            logger.warning("A login from %s was refused: too many attempts.", client_address(request))
        elif attempt is not None:
            logger.warning("A login from %s failed.", client_address(request))

    def user_logged_in(self, sender: Any, request: Any, user: Any, **kwargs: Any) -> None:
        """Give the try back."""
        attempt = attempt_of(request)
        if attempt is not None:
            attempt.succeeded()


def attempt_of(request: Any) -> Attempt | None:
    """The try to log in that the request made, if it made one."""
    return getattr(request, "login_attempt", None)


def too_many(request: HttpRequest, response: HttpResponse, credentials: Any) -> HttpResponse:
    """The login page as it was answered, with status and header of a limit (`AXES_LOCKOUT_CALLABLE`; RFC 6585)."""
    attempt = attempt_of(request)
    response.status_code = 429
    if attempt is not None:
        response["Retry-After"] = str(attempt.seconds_to_wait())
    return response


class LoginForm(AdminAuthenticationForm):
    """Django's form, which says when to try again; the name that was typed stays in it."""

    def get_invalid_login_error(self) -> ValidationError:
        """Why nobody was logged in."""
        attempt = attempt_of(self.request)
        if attempt is not None and not attempt.is_allowed:
            return ValidationError(attempt.refusal(), code="too_many")
        return super().get_invalid_login_error()


def remember(response: HttpResponseBase, account: str) -> None:
    """Let the browser know from now on that this account logged in there."""
    response.set_cookie(
        COOKIE,
        login_limits.remember(account),
        max_age=login_limits.KNOWN_FOR,
        path=reverse("admin:index"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
