"""Accounts over HTTP."""

from uuid import UUID

from django.conf import settings
from django.http import StreamingHttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView
from rest_framework_simplejwt.tokens import Token

from common.api.schema import ERRORS
from common.api.throttling import SharedThrottle
from users import resetting, services
from users import sessions as open_sessions
from users.api import sessions
from users.api.caller import caller
from users.api.serializers import (
    DeliverySerializer,
    DeviceSerializer,
    LoginSerializer,
    MeChangeSerializer,
    NewPasswordSerializer,
    PasswordChangeSerializer,
    PasswordConfirmationSerializer,
    PreferencesSerializer,
    RefreshedSerializer,
    RefreshSerializer,
    RegisterSerializer,
    ResetLinkSerializer,
    SessionSerializer,
    UserSerializer,
)
from users.api.throttling import AccountThrottle
from users.exporting import export


class RegisterView(APIView):
    """A new account."""

    permission_classes = (AllowAny,)
    authentication_classes = ()
    throttle_classes = (SharedThrottle,)
    throttle_scope = "register"

    @extend_schema(request=RegisterSerializer, responses={201: SessionSerializer, **ERRORS}, operation_id="register")
    def post(self, request: Request) -> Response:
        """Make an account and sign in."""
        wanted = RegisterSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        kind = wanted.validated_data.pop("session")
        user = services.register(**wanted.validated_data)
        return sessions.start_session(request, user, kind, UserSerializer(user).data, status=201)


class LoginView(APIView):
    """Signing in."""

    permission_classes = (AllowAny,)
    authentication_classes = ()
    throttle_classes = (SharedThrottle, AccountThrottle)
    throttle_scope = "sign_in"

    @extend_schema(request=LoginSerializer, responses={200: SessionSerializer, **ERRORS}, operation_id="login")
    def post(self, request: Request) -> Response:
        """Sign in with address and password."""
        given = LoginSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        kind = given.validated_data.pop("session")
        user = services.sign_in(request=request._request, **given.validated_data)
        if user is None:
            raise AuthenticationFailed("The e-mail address or the password is wrong.", code="invalid_credentials")
        return sessions.start_session(request, user, kind, UserSerializer(user).data, status=200)

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
        open_sessions.close_session(given.validated_data.get("refresh") or sessions.refresh_cookie(request))
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
        user = caller(request)
        wanted = MeChangeSerializer(user, data=request.data, partial=True)
        wanted.is_valid(raise_exception=True)
        services.rename(user=user, display_name=wanted.validated_data.get("display_name", user.display_name))
        return Response(UserSerializer(user).data)


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


class PasswordView(APIView):
    """One's own password."""

    throttle_classes = (SharedThrottle,)
    throttle_scope = "password"

    @extend_schema(
        request=PasswordChangeSerializer, responses={200: SessionSerializer, **ERRORS}, operation_id="change_password"
    )
    def post(self, request: Request) -> Response:
        """Change the password: every session ends at once, and the answer opens a new one for the one who asks."""
        given = PasswordChangeSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        user, told = caller(request), given.validated_data
        services.change_password(
            request=request._request, user=user, current=told["current_password"], new=told["new_password"]
        )
        return sessions.start_session(request, user, told["session"], UserSerializer(user).data, status=200)


class ResetLinkView(APIView):
    """A forgotten password."""

    permission_classes = (AllowAny,)
    authentication_classes = ()
    throttle_classes = (SharedThrottle, AccountThrottle)
    throttle_scope = "reset_link"

    def get_throttles(self) -> list[BaseThrottle]:
        """Limit what sends mail; whether there is any may always be asked."""
        return super().get_throttles() if self.request.method == "POST" else []

    @extend_schema(responses={200: DeliverySerializer, **ERRORS}, operation_id="reset_delivery")
    def get(self, request: Request) -> Response:
        """Return how a link to a new password would be delivered."""
        return Response({"delivery": settings.MAIL_DELIVERY})

    @extend_schema(
        request=ResetLinkSerializer, responses={202: DeliverySerializer, **ERRORS}, operation_id="ask_for_reset_link"
    )
    def post(self, request: Request) -> Response:
        """Send a link to a new password, if there is such an account: the answer is the same where there is none."""
        given = ResetLinkSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        # Without mail to others, where the request came to is good enough.
        site = settings.SITE_URL or f"{request.scheme}://{request.get_host()}"
        resetting.ask_for_link(site=site, **given.validated_data)
        return Response({"delivery": settings.MAIL_DELIVERY}, status=202)


class NewPasswordView(APIView):
    """What the link opens."""

    permission_classes = (AllowAny,)
    authentication_classes = ()
    throttle_classes = (SharedThrottle,)
    throttle_scope = "password"

    @extend_schema(
        request=NewPasswordSerializer,
        responses={204: OpenApiResponse(description="It is set"), **ERRORS},
        operation_id="set_new_password",
    )
    def post(self, request: Request) -> Response:
        """Set the password of an account by its link, once: every session ends at once."""
        given = NewPasswordSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        told = given.validated_data
        resetting.set_new_password(user_id=told["uid"], token=told["token"], password=told["new_password"])
        return Response(status=204)


class CloseView(APIView):
    """The end of an account."""

    throttle_classes = (SharedThrottle,)
    throttle_scope = "password"

    @extend_schema(
        request=PasswordConfirmationSerializer,
        responses={204: OpenApiResponse(description="Removed"), **ERRORS},
        operation_id="close_account",
    )
    def post(self, request: Request) -> Response:
        """Remove the account with all its songs, choreographies and files. This cannot be undone."""
        given = PasswordConfirmationSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        services.close_account(request=request._request, user=caller(request), **given.validated_data)
        return sessions.forget_cookie(Response(status=204))


class ExportView(APIView):
    """Everything that is kept of one's account."""

    throttle_classes = (SharedThrottle,)
    throttle_scope = "export"

    @extend_schema(responses={200: OpenApiTypes.OBJECT, **ERRORS}, operation_id="export_account")
    def get(self, request: Request) -> StreamingHttpResponse:
        """Return all of it as one JSON file: account, preferences, sessions, and a list for each kind of thing."""
        return StreamingHttpResponse(
            export(caller(request)),
            content_type="application/json",
            headers={
                "Content-Disposition": 'attachment; filename="bachata-buddy-export.json"',
                "Cache-Control": "no-store",
            },
        )


class DeviceListView(APIView):
    """Where one is signed in."""

    @extend_schema(responses={200: DeviceSerializer(many=True), **ERRORS}, operation_id="list_sessions")
    def get(self, request: Request) -> Response:
        """List the sessions that are still good, the one used last first."""
        rows = open_sessions.sessions_of(caller(request))
        return Response(DeviceSerializer(rows, many=True, context={"request": request}).data)

    @extend_schema(responses={204: OpenApiResponse(description="Ended"), **ERRORS}, operation_id="end_other_sessions")
    def delete(self, request: Request) -> Response:
        """End all sessions but the one that asks."""
        assert isinstance(request.auth, Token)
        open_sessions.end_other_sessions(user=caller(request), kept=request.auth)
        return Response(status=204)


class DeviceView(APIView):
    """One session."""

    @extend_schema(responses={204: OpenApiResponse(description="Ended"), **ERRORS}, operation_id="end_session")
    def delete(self, request: Request, session_id: UUID) -> Response:
        """End a session at once; it may be the one that asks."""
        open_sessions.end_session(user=caller(request), session_id=session_id)
        return Response(status=204)
