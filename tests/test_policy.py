"""Every page carries the same strict policy, whatever page came first."""

from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from config.policy import PolicyMiddleware

HEADER = "Content-Security-Policy"


def answer(middleware: PolicyMiddleware, *, nonce: bool = False, exempt: bool = False) -> str:
    """The policy of one response."""
    request = RequestFactory().get("/")
    response = HttpResponse()
    middleware.process_request(request)
    if nonce:
        str(request.csp_nonce)  # type: ignore[attr-defined]
    if exempt:
        response._csp_exempt = True  # type: ignore[attr-defined]
    return str(middleware.process_response(request, response).headers.get(HEADER, ""))


def test_common_pages_share_a_policy_and_others_have_their_own() -> None:
    middleware = PolicyMiddleware(lambda request: HttpResponse())
    first = answer(middleware)
    assert "default-src 'none'" in first
    assert "nonce" not in first
    nonces = {answer(middleware, nonce=True) for _ in range(3)}
    assert len(nonces) == 3
    assert all("'nonce-" in policy for policy in nonces)
    assert answer(middleware, exempt=True) == ""
    assert answer(middleware) == first


def test_a_nonce_that_comes_first_is_nobody_elses() -> None:
    middleware = PolicyMiddleware(lambda request: HttpResponse())
    assert "nonce" in answer(middleware, nonce=True)
    assert "nonce" not in answer(middleware)


def test_what_a_view_sets_itself_stays() -> None:
    middleware = PolicyMiddleware(lambda request: HttpResponse())
    request: HttpRequest = RequestFactory().get("/")
    middleware.process_request(request)
    response = HttpResponse(headers={HEADER: "default-src 'self'"})
    assert middleware.process_response(request, response).headers[HEADER] == "default-src 'self'"
