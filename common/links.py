"""Links that open one thing to whoever has them: a random token, of which only a hash is kept, until it expires."""

import hashlib
import secrets
import uuid
from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone

TOKEN_BYTES = 24
"""192 random bits: nobody guesses one."""
LONGEST_DAYS = 365


def new_token() -> str:
    """Return a token for an address; it is told once and kept nowhere."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_of(token: str) -> str:
    """Return what is kept of a token. It is random, so a plain hash tells nothing of it."""
    return hashlib.sha256(token.encode()).hexdigest()


class Link(models.Model):
    """The row of a link: it opens as long as the row is there and has not expired."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()

    class Meta:
        abstract = True
        ordering: ClassVar[tuple[str, ...]] = ("-created_at",)


def expiry(days: int) -> datetime:
    """Return when a link of so many days expires."""
    return timezone.now() + timedelta(days=days)
