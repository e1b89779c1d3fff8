"""A browser without a network: it calls the site as a WSGI server would, keeps cookies, and fills in forms."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from urllib.parse import urlencode
from wsgiref.util import setup_testing_defaults

import lxml.html
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection

from editorial.models import User


@dataclass(frozen=True)
class Answer:
    """One response, the CPU time of this process and the wall time that it took (seconds), and its SQL statements."""

    status: int
    body: bytes
    location: str
    cpu: float
    wall: float
    queries: list[str]


@dataclass
class Browser:
    """One visitor. `site` is a WSGI application."""

    site: Callable[..., Iterable[bytes]]
    cookies: dict[str, str] = field(default_factory=dict)

    @classmethod
    def logged_in_as(cls, site: Callable[..., Iterable[bytes]], user: User) -> "Browser":
        """A browser in which `user` has logged in."""
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = "editorial.web.backends.StaffBackend"
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.save()
        return cls(site, {settings.SESSION_COOKIE_NAME: str(session.session_key)})

    def get(self, path: str) -> Answer:
        """The page at `path`."""
        return self._ask("GET", path, b"")

    def post(self, path: str, fields: list[tuple[str, str]]) -> Answer:
        """What comes back from a form."""
        return self._ask("POST", path, urlencode(fields).encode())

    def _ask(self, method: str, path: str, body: bytes) -> Answer:
        path, _mark, query = path.partition("?")
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "HTTP_HOST": "localhost",
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "CONTENT_LENGTH": str(len(body)),
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "wsgi.input": BytesIO(body),
        }
        setup_testing_defaults(environ)
        got: dict[str, Any] = {}

        def start_response(status: str, headers: list[tuple[str, str]]) -> None:
            got.update(status=int(status.split()[0]), headers=headers)

        queries: list[str] = []

        def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            queries.append(sql)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(note):
            wall, cpu = time.perf_counter(), time.process_time()
            response = self.site(environ, start_response)
            answer = b"".join(response)
            response.close()  # type: ignore[attr-defined]  # Django's responses have it
            cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        headers = got["headers"]
        for name, value in headers:
            if name.lower() == "set-cookie":
                cookie, _, rest = value.partition("=")
                self.cookies[cookie] = rest.split(";")[0]
        location = next((value for name, value in headers if name.lower() == "location"), "")
        return Answer(got["status"], answer, location, cpu, wall, queries)


def filled(answer: Answer, *, mark: str) -> list[tuple[str, str]]:
    """The fields of the form on a page that has a field whose name ends with `mark`, as they stand."""
    for form in lxml.html.document_fromstring(answer.body.decode()).forms:
        values = [(name, value or "") for name, value in form.form_values()]
        if any(name.endswith(mark) for name, _value in values):
            return values
    raise LookupError(f"No form with a field “…{mark}” on this page (status {answer.status}).")


def typed(fields: list[tuple[str, str]], mark: str, value: str) -> list[tuple[str, str]]:
    """The same fields with another value where the name ends with `mark`."""
    return [(name, value if name.endswith(mark) else old) for name, old in fields]
