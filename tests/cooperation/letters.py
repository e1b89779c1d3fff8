"""Short ways to send what a visitor writes, as a browser sends it."""

from collections.abc import Mapping, Sequence
from typing import Any, cast
from urllib.parse import urlencode

from django.http import HttpResponse
from django.test import Client

FORM = "application/x-www-form-urlencoded"
#: What a browser says of a form on one of our own pages.
OWN = {"Sec-Fetch-Site": "same-origin"}


def send(
    client: Client,
    address: str,
    fields: Mapping[str, Any] | Sequence[tuple[str, Any]],
    *,
    headers: Mapping[str, str] = OWN,
    **extra: Any,
) -> HttpResponse:
    """POST a form; several values of one name come as a list."""
    body = urlencode(fields, doseq=True)
    return cast(HttpResponse, client.post(address, body, content_type=FORM, headers=dict(headers), **extra))
