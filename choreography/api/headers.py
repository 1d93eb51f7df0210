"""Headers that requests may carry."""

from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request

from common.errors import InputError

IDEMPOTENCY_HEADER = "Idempotency-Key"
KEY_MAX = 120


def idempotency_parameter() -> OpenApiParameter:
    """Return how the header stands in the API's document."""
    return OpenApiParameter(IDEMPOTENCY_HEADER, str, OpenApiParameter.HEADER)


def read_idempotency_key(request: Request) -> str | None:
    """Return the key under which a request may be repeated, None without. Raises InputError."""
    key = request.headers.get(IDEMPOTENCY_HEADER)
    if key is not None and not (0 < len(key) <= KEY_MAX and key.isprintable()):
        raise InputError("The Idempotency-Key must be 1 to 120 printable characters.")
    return key
