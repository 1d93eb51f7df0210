"""Bearer tokens: good as long as the session they were issued in."""

from drf_spectacular.contrib.rest_framework_simplejwt import SimpleJWTScheme
from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.tokens import Token

from users import sessions
from users.models import User


class SessionTokenAuthentication(JWTAuthentication):
    """Ends access tokens at once with their session, not at their own time."""

    def get_user(self, validated_token: Token) -> User:  # type: ignore[override]  # the stubs say a type variable
        """Return whose token this is. Raises InvalidToken."""
        return sessions.user_of(validated_token)


class SessionTokenScheme(SimpleJWTScheme):  # type: ignore[no-untyped-call]  # registers itself
    """The same bearer token in the OpenAPI document."""

    target_class = "users.api.authentication.SessionTokenAuthentication"
