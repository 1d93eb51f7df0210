"""A limit for each account that is tried, wherever the tries come from."""

from rest_framework.request import Request
from rest_framework.views import APIView

from common.api.throttling import SharedThrottle


class AccountThrottle(SharedThrottle):
    """Slows what comes from many addresses at one account: a count for each e-mail address, there or not."""

    def scope_of(self, view: APIView) -> str:
        """Return the scope of one account at this view."""
        return f"{super().scope_of(view)}_account"

    def who(self, request: Request) -> str:
        """Return the address that is tried; a request without one is refused anyway."""
        email = request.data.get("email") if isinstance(request.data, dict) else None
        return email.strip().lower() if isinstance(email, str) else ""
