"""Who sends a request."""

from rest_framework.request import Request

from users.models import User


def caller(request: Request) -> User:
    """Return the signed-in account; only for views that let nobody else in."""
    assert isinstance(request.user, User)
    return request.user
