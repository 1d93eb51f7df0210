"""What every address that a link opens has in common: no account, few requests, no trace in caches or searches."""

from typing import Any

from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from common.api.throttling import SharedThrottle

UNTRACED = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow", "Cache-Control": "private, no-store"}


class OpenLinkView(APIView):
    """A view that asks for nothing but the token in its address."""

    permission_classes = (AllowAny,)
    authentication_classes = ()
    throttle_classes = (SharedThrottle,)
    throttle_scope = "open_link"

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Response:
        """Return the response, untraced whether it shows something or not."""
        answer: Response = super().finalize_response(request, response, *args, **kwargs)
        for name, value in UNTRACED.items():
            answer.headers[name] = value
        return answer
