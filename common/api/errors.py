"""The one error envelope: `{"code", "detail", "errors"?, "request_id"}`; no stack, no SQL, no path."""

import logging
import math
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import IntegrityError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, JsonResponse
from psycopg.errors import ForeignKeyViolation
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.views import set_rollback

from common.api.request_id import current_request_id
from common.errors import (
    BuddyError,
    CancelledError,
    ConflictError,
    ContradictionError,
    InputError,
    InternalError,
    NotAllowedError,
    NotFoundError,
    TooLargeError,
    TooManyError,
    UnavailableError,
)
from common.sentences import as_spoken

logger = logging.getLogger(__name__)


STATUS_OF: tuple[tuple[type[BuddyError], int], ...] = (
    (NotFoundError, status.HTTP_404_NOT_FOUND),
    (ConflictError, status.HTTP_409_CONFLICT),
    (NotAllowedError, status.HTTP_403_FORBIDDEN),
    (TooLargeError, status.HTTP_413_REQUEST_ENTITY_TOO_LARGE),
    (TooManyError, status.HTTP_429_TOO_MANY_REQUESTS),
    (ContradictionError, status.HTTP_422_UNPROCESSABLE_ENTITY),
    (InputError, status.HTTP_400_BAD_REQUEST),
    (CancelledError, status.HTTP_409_CONFLICT),
    (UnavailableError, status.HTTP_503_SERVICE_UNAVAILABLE),
    (InternalError, status.HTTP_500_INTERNAL_SERVER_ERROR),
)


RETRY_AFTER_S = 5
"""Told with what may go later."""


def envelope(code: str, detail: str, errors: dict[str, list[str]] | None = None) -> dict[str, Any]:
    """Return the body of an error response, in the language of the request."""
    body: dict[str, Any] = {"code": code, "detail": as_spoken(detail), "request_id": current_request_id.get()}
    if not errors:
        return body
    return body | {"errors": {name: [as_spoken(text) for text in texts] for name, texts in errors.items()}}


def handle_exception(error: Exception, context: dict[str, Any]) -> Response:
    """Turn any exception of an API view into the envelope (Django REST framework's EXCEPTION_HANDLER)."""
    set_rollback()
    if isinstance(error, OperationalError | InterfaceError):
        logger.error("the database does not answer", exc_info=error)
        error = UnavailableError("Our database does not answer right now. Please try again in a moment.")
    if isinstance(error, IntegrityError) and isinstance(error.__cause__, ForeignKeyViolation):
        error = ConflictError("What this refers to was removed at the same moment.")
    if isinstance(error, BuddyError):
        code = next(number for family, number in STATUS_OF if isinstance(error, family))
        return Response(envelope(error.code, str(error)), status=code, headers=_retry_headers(error))
    if isinstance(error, SuspiciousOperation):  # too many fields, parts or files in a form
        error = exceptions.ParseError("The request cannot be read: it has too many parts or parts that are too large.")
    if isinstance(error, Http404):
        error = exceptions.NotFound(str(NotFoundError()))
    elif isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied()
    if isinstance(error, exceptions.APIException):
        return _from_rest_framework(error)
    logger.error("unexpected error in %s", type(context.get("view")).__name__, exc_info=error)
    return Response(envelope("internal_error", "Something went wrong on our side. Nothing was lost."), status=500)


def _retry_headers(error: BuddyError) -> dict[str, str]:
    return {"Retry-After": str(RETRY_AFTER_S)} if isinstance(error, TooManyError | UnavailableError) else {}


def _from_rest_framework(error: exceptions.APIException) -> Response:
    headers = {}
    if authenticate := getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = authenticate
    if wait := getattr(error, "wait", None):
        headers["Retry-After"] = str(math.ceil(wait))
    if isinstance(error, exceptions.ValidationError):
        errors = _field_errors(error.detail)
        first = next(iter(errors.values()), ["The request is not valid."])[0]
        return Response(envelope("validation_error", first, errors), status=error.status_code, headers=headers)
    detail = error.detail
    if isinstance(detail, dict):  # simplejwt nests its code
        code, text = str(detail.get("code", error.default_code)), str(detail.get("detail", error.default_detail))
    else:
        code, text = str(getattr(detail, "code", error.default_code)), str(detail)
    return Response(envelope(code, text), status=error.status_code, headers=headers)


def _field_errors(detail: Any, name: str = "request") -> dict[str, list[str]]:
    if isinstance(detail, dict):
        flat: dict[str, list[str]] = {}
        for key, value in detail.items():
            inner = "request" if key == "non_field_errors" else str(key)
            flat |= _field_errors(value, inner if name == "request" else f"{name}.{inner}")
        return flat
    if isinstance(detail, list):
        if any(isinstance(item, dict) for item in detail):
            flat = {}
            for index, item in enumerate(detail):
                flat |= _field_errors(item, f"{name}[{index}]") if item else {}
            return flat
        return {name: [str(item) for item in detail]}
    return {name: [str(detail)]}


def server_error(request: HttpRequest) -> JsonResponse:
    """Answer for errors outside the API views (Django's handler500)."""
    return JsonResponse(envelope("internal_error", "Something went wrong on our side. Nothing was lost."), status=500)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> JsonResponse:
    """Answer for requests that Django refuses to look at, such as one for a foreign host (Django's handler400)."""
    return JsonResponse(envelope("bad_request", "This request cannot be understood."), status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> JsonResponse:
    """Answer for what is not allowed (Django's handler403)."""
    return JsonResponse(envelope("permission_denied", "You may not do this."), status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> JsonResponse:
    """Answer for addresses that do not exist (Django's handler404)."""
    return JsonResponse(envelope(NotFoundError.code, str(NotFoundError())), status=404)
