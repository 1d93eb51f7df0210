"""Sessions: one sign-in each, kept alive by refresh tokens that are good for one exchange."""

from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from rest_framework_simplejwt.exceptions import InvalidToken, TokenError
from rest_framework_simplejwt.settings import api_settings
from rest_framework_simplejwt.tokens import RefreshToken, Token
from rest_framework_simplejwt.utils import datetime_from_epoch, get_md5_hash_password

from common.errors import NotFoundError
from users.models import Session, User

SESSION_CLAIM = "session"


def open_session(user: User, device: str = "") -> RefreshToken:
    """Return the first refresh token of a new session; sessions of this user that have run out are forgotten."""
    Session.objects.filter(user=user, expires_at__lt=timezone.now()).delete()
    return _next_token(Session(user=user, device=device))


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


def user_of(token: Token) -> User:
    """Return whose token this is, as long as its session lives. Raises InvalidToken."""
    session = Session.objects.select_related("user__preferences").filter(id=token.get(SESSION_CLAIM)).first()
    if session is None or not _is_valid(session, token):
        raise InvalidToken
    return session.user


def sessions_of(user: User) -> QuerySet[Session]:
    """Return the sessions that are still good, the one used last first."""
    return Session.objects.filter(user=user, expires_at__gt=timezone.now()).order_by("-last_used_at", "id")


def close_session(text: str) -> None:
    """End the session of a refresh token; nothing happens where there is none."""
    try:
        token = _read(text)
    except InvalidToken:
        return
    Session.objects.filter(id=token.get(SESSION_CLAIM)).delete()


def end_session(*, user: User, session_id: UUID) -> None:
    """End one session of a user, its access tokens with it. Raises NotFoundError."""
    if not Session.objects.filter(user=user, id=session_id).delete()[0]:
        raise NotFoundError("There is no such session.")


def end_other_sessions(*, user: User, kept: Token) -> None:
    """End all sessions of a user but the one of a token."""
    Session.objects.filter(user=user).exclude(id=kept.get(SESSION_CLAIM)).delete()


def _read(text: str) -> RefreshToken:
    try:
        return RefreshToken(text)  # type: ignore[arg-type]  # the stubs know no text
    except TokenError as error:
        raise InvalidToken from error


def _is_valid(session: Session, token: Token) -> bool:
    user = session.user
    return (
        user.is_active
        and token.get(api_settings.USER_ID_CLAIM) == str(user.id)
        and token.get(api_settings.REVOKE_TOKEN_CLAIM) == get_md5_hash_password(user.password)
    )


def _next_token(session: Session) -> RefreshToken:
    token = RefreshToken.for_user(session.user)
    token[SESSION_CLAIM] = str(session.id)
    session.current_token = token[api_settings.JTI_CLAIM]
    session.expires_at = datetime_from_epoch(token["exp"])
    session.save()
    return token
