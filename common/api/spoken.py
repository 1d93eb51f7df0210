"""Which language a request is answered in: the best of its Accept-Language that we speak."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request, override

API = "/api/"


class SpokenLanguageMiddleware:
    """Speaks the caller's language in the API; pages of the site choose theirs in the browser."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer in the language of the request."""
        if not request.path.startswith(API):
            return self._get_response(request)
        with override(get_language_from_request(request)):
            response = self._get_response(request)
        patch_vary_headers(response, ("Accept-Language",))
        return response
