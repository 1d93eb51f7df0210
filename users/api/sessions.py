"""Tokens: access in the answer, refresh in a cookie (browser) or beside it (program)."""

from typing import Any

from django.conf import settings
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework_simplejwt.settings import api_settings
from rest_framework_simplejwt.tokens import RefreshToken

from users import sessions
from users.models import User

COOKIE_PATH = "/api/auth/"
OWN_REQUEST_HEADER = "X-Requested-With"
OWN_REQUEST_VALUE = "bachata-buddy"
"""A page of another site cannot set this header: with SameSite=Strict the second lock against forged requests."""


DEVICE_MAX = 200


def start_session(request: Request, user: User, kind: str, user_data: dict[str, Any], status: int) -> Response:
    """Return the answer to a sign-in."""
    named = "".join(sign for sign in request.headers.get("User-Agent", "") if sign.isprintable())
    return _answer(sessions.open_session(user, named[:DEVICE_MAX]), kind, {"user": user_data}, status)


def renew_session(request: Request, given: str | None) -> Response:
    """Return a new access token; the refresh token is rotated and goes back the way it came. Raises InvalidToken."""
    kind = "token" if given else "cookie"
    return _answer(sessions.exchange(given or refresh_cookie(request)), kind, {}, 200)


def refresh_cookie(request: Request) -> str:
    """Return the refresh token of the browser's cookie. Raises NotAuthenticated without it or from another site."""
    token = request.COOKIES.get(settings.REFRESH_COOKIE_NAME)
    if not token or request.headers.get(OWN_REQUEST_HEADER) != OWN_REQUEST_VALUE:
        raise NotAuthenticated("You are not signed in.")
    return token


def forget_cookie(response: Response) -> Response:
    """Remove the refresh cookie from the browser."""
    response.delete_cookie(settings.REFRESH_COOKIE_NAME, path=COOKIE_PATH, samesite="Strict")
    return response


def _answer(refresh: RefreshToken, kind: str, more: dict[str, Any], status: int) -> Response:
    body = {
        "access": str(refresh.access_token),
        "access_expires_in_s": int(api_settings.ACCESS_TOKEN_LIFETIME.total_seconds()),
        "refresh": None if kind == "cookie" else str(refresh),
    }
    response = Response(body | more, status=status)
    response["Cache-Control"] = "no-store"
    if kind == "cookie":
        response.set_cookie(
            settings.REFRESH_COOKIE_NAME,
            str(refresh),
            max_age=int(api_settings.REFRESH_TOKEN_LIFETIME.total_seconds()),
            path=COOKIE_PATH,
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Strict",
        )
    return response
