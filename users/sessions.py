"""Sessions: one sign-in each, kept alive by refresh tokens that are good for one exchange."""

from django.db import transaction
from django.utils import timezone
from rest_framework_simplejwt.exceptions import InvalidToken, TokenError
from rest_framework_simplejwt.settings import api_settings
from rest_framework_simplejwt.tokens import RefreshToken
from rest_framework_simplejwt.utils import datetime_from_epoch, get_md5_hash_password

from users.models import Session, User

SESSION_CLAIM = "session"


def open_session(user: User) -> RefreshToken:
    """Return the first refresh token of a new session; sessions of this user that have run out are forgotten."""
    Session.objects.filter(user=user, expires_at__lt=timezone.now()).delete()
    return _next_token(Session(user=user))


def exchange(text: str) -> RefreshToken:
    """Return the next refresh token of a session.

    A token that was exchanged before is in two hands, so its session ends. Raises InvalidToken.
    """
    token = _read(text)
    with transaction.atomic():
        # The lock makes exchanges of one session take turns: of two at once, one is the second.
        session = Session.objects.select_for_update().filter(id=token.get(SESSION_CLAIM)).first()
        if session is not None and session.current_token == token[api_settings.JTI_CLAIM] and _is_valid(session, token):
            return _next_token(session)
        if session is not None:
            session.delete()
    raise InvalidToken


def close_session(text: str) -> None:
    """End the session of a refresh token; nothing happens where there is none."""
    try:
        token = _read(text)
    except InvalidToken:
        return
    Session.objects.filter(id=token.get(SESSION_CLAIM)).delete()


def _read(text: str) -> RefreshToken:
    try:
        return RefreshToken(text)  # type: ignore[arg-type]  # the stubs know no text
    except TokenError as error:
        raise InvalidToken from error


def _is_valid(session: Session, token: RefreshToken) -> bool:
    user = session.user
    return user.is_active and token.get(api_settings.REVOKE_TOKEN_CLAIM) == get_md5_hash_password(user.password)


def _next_token(session: Session) -> RefreshToken:
    token = RefreshToken.for_user(session.user)
    token[SESSION_CLAIM] = str(session.id)
    session.current_token = token[api_settings.JTI_CLAIM]
    session.expires_at = datetime_from_epoch(token["exp"])
    session.save()
    return token
