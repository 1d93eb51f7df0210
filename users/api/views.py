"""Accounts over HTTP."""

from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import ScopedRateThrottle
from rest_framework.views import APIView

from common.api.schema import ERRORS
from users import services
from users.api import sessions
from users.api.caller import caller
from users.api.serializers import (
    LoginSerializer,
    MeChangeSerializer,
    PreferencesSerializer,
    RefreshedSerializer,
    RefreshSerializer,
    RegisterSerializer,
    SessionSerializer,
    UserSerializer,
)
from users.sessions import close_session


class RegisterView(APIView):
    """A new account."""

    permission_classes = (AllowAny,)
    authentication_classes = ()
    throttle_classes = (ScopedRateThrottle,)
    throttle_scope = "register"

    @extend_schema(request=RegisterSerializer, responses={201: SessionSerializer, **ERRORS}, operation_id="register")
    def post(self, request: Request) -> Response:
        """Make an account and sign in."""
        wanted = RegisterSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        kind = wanted.validated_data.pop("session")
        user = services.register(**wanted.validated_data)
        return sessions.start_session(user, kind, UserSerializer(user).data, status=201)


class LoginView(APIView):
    """Signing in."""

    permission_classes = (AllowAny,)
    authentication_classes = ()
    throttle_classes = (ScopedRateThrottle,)
    throttle_scope = "sign_in"

    @extend_schema(request=LoginSerializer, responses={200: SessionSerializer, **ERRORS}, operation_id="login")
    def post(self, request: Request) -> Response:
        """Sign in with address and password."""
        given = LoginSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        user = services.sign_in(email=given.validated_data["email"], password=given.validated_data["password"])
        if user is None:
            raise AuthenticationFailed("The e-mail address or the password is wrong.", code="invalid_credentials")
        return sessions.start_session(user, given.validated_data["session"], UserSerializer(user).data, status=200)

    def get_authenticate_header(self, request: Request) -> str:
        """Name the scheme, so that a wrong password is a 401."""
        return 'Bearer realm="api"'


class RefreshView(APIView):
    """New access tokens."""

    permission_classes = (AllowAny,)
    authentication_classes = ()

    @extend_schema(request=RefreshSerializer, responses={200: RefreshedSerializer, **ERRORS}, operation_id="refresh")
    def post(self, request: Request) -> Response:
        """Exchange the refresh token (cookie or body) for a new access token."""
        given = RefreshSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        return sessions.renew_session(request, given.validated_data.get("refresh"))

    def get_authenticate_header(self, request: Request) -> str:
        """Name the scheme, so that a missing token is a 401."""
        return 'Bearer realm="api"'


class LogoutView(RefreshView):
    """Signing out."""

    @extend_schema(
        request=RefreshSerializer, responses={204: OpenApiResponse(description="Signed out")}, operation_id="logout"
    )
    def post(self, request: Request) -> Response:
        """End the session: its refresh token is worth nothing from now on."""
        given = RefreshSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        close_session(given.validated_data.get("refresh") or sessions.refresh_cookie(request))
        return sessions.forget_cookie(Response(status=204))


class MeView(APIView):
    """One's own account."""

    @extend_schema(responses={200: UserSerializer, **ERRORS}, operation_id="me")
    def get(self, request: Request) -> Response:
        """Return who is signed in."""
        return Response(UserSerializer(caller(request)).data)

    @extend_schema(request=MeChangeSerializer, responses={200: UserSerializer, **ERRORS}, operation_id="change_me")
    def patch(self, request: Request) -> Response:
        """Change one's name; an empty one shows the address up to its @."""
        wanted = MeChangeSerializer(caller(request), data=request.data, partial=True)
        wanted.is_valid(raise_exception=True)
        return Response(UserSerializer(wanted.save()).data)


class PreferencesView(APIView):
    """One's own preferences."""

    @extend_schema(responses={200: PreferencesSerializer, **ERRORS}, operation_id="preferences")
    def get(self, request: Request) -> Response:
        """Return what the signed-in dancer wants unless they say otherwise."""
        return Response(PreferencesSerializer(caller(request).preferences).data)

    @extend_schema(
        request=PreferencesSerializer(partial=True),
        responses={200: PreferencesSerializer, **ERRORS},
        operation_id="change_preferences",
    )
    def patch(self, request: Request) -> Response:
        """Change some of them."""
        wanted = PreferencesSerializer(caller(request).preferences, data=request.data, partial=True)
        wanted.is_valid(raise_exception=True)
        wanted.save()
        return Response(wanted.data)
