"""A limit for each account that is tried, wherever the tries come from."""

from rest_framework.request import Request
from rest_framework.views import APIView

from common.api.throttling import SharedThrottle


class AccountThrottle(SharedThrottle):
    """Slows guessing from many addresses: one count for each e-mail address, there or not."""

    def scope_of(self, view: APIView) -> str:
        """Return the scope of sign-ins to one account."""
        return "sign_in_account"

    def who(self, request: Request) -> str:
        """Return the address that is tried; a request without one is refused anyway."""
        email = request.data.get("email") if isinstance(request.data, dict) else None
        return email.strip().lower() if isinstance(email, str) else ""
