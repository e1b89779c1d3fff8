"""The Content-Security-Policy, put together once for all pages that ask for nothing of their own."""

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

#: What a view may set on its response to have another policy, or what a nonce would change.
_OWN = ("_csp_config", "_csp_update", "_csp_replace", "_csp_exempt")


class PolicyMiddleware(CSPMiddleware):
    """django-csp's middleware, which builds the same policy again for every response.

    A public page has no nonce and no policy of its own: it gets the header that the first such page got.
    """

    _common = ""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if settings.DEBUG or HEADER in response or not self._is_common(request, response):
            found: HttpResponseBase = super().process_response(request, response)
            return found
        if self._common:
            response[HEADER] = self._common
            return response
        response = super().process_response(request, response)
        self._common = response.headers.get(HEADER, "")
        return response

    @staticmethod
    def _is_common(request: HttpRequest, response: HttpResponseBase) -> bool:
        return not hasattr(request, "_csp_nonce") and not any(hasattr(response, name) for name in _OWN)
