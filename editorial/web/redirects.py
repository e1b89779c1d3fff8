"""Where a form leads back to that names its own target, such as `next` on the login page."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def safe_target(request: HttpRequest, given: str, *, otherwise: str) -> str:
    """`given` if it is a path of this site or an address on its host, else `otherwise`.

    Refused are other hosts however they are written (`//evil`, `/\\evil`, `https:evil`, with tabs or line ends within),
    other schemes, and what leads nowhere from here, such as a path without a slash.
    """
    allowed = url_has_allowed_host_and_scheme(given, {request.get_host()}, require_https=request.is_secure())
    return given if allowed and given.startswith(("/", "http://", "https://")) and given.isprintable() else otherwise
