"""Answers that are asked for again and again: an ETag each, and a word on when to ask next (RFC 9110, section 13)."""

import hashlib
from typing import Any, TypeVar

from django.db.models import Model
from django.utils.http import parse_etags, quote_etag
from rest_framework import generics
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.encoders import JSONEncoder

M = TypeVar("M", bound=Model)
POLL_AFTER_S = 1
CACHE_CONTROL = "private, no-cache"
"""Browsers may keep it, and ask each time whether it is still good."""


def tag_of(*parts: object) -> str:
    """Return the ETag of what these parts determine."""
    encoder = JSONEncoder(sort_keys=True, separators=(",", ":"))
    digest = hashlib.blake2b(digest_size=12)
    for chunk in encoder.iterencode(parts):
        digest.update(chunk.encode())
    return quote_etag(digest.hexdigest())


def is_known(request: Request, tag: str) -> bool:
    """Return whether the caller has what an ETag stands for."""
    known = parse_etags(request.headers.get("If-None-Match", ""))
    return known == ["*"] or any(each.removeprefix("W/") == tag for each in known)


def _headers(tag: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": CACHE_CONTROL}


class Poll:
    """Answers with the state of something; while it is not finished the caller is told when to ask next."""

    def __init__(self, request: Request, finished: bool) -> None:
        self.request = request
        self.hint = {} if finished else {"Retry-After": str(POLL_AFTER_S)}

    def is_known(self, tag: str) -> bool:
        """Return whether the caller has what an ETag stands for."""
        return is_known(self.request, tag)

    def not_modified(self, tag: str) -> Response:
        """Return a 304 with the hint."""
        return Response(status=304, headers=_headers(tag) | self.hint)

    def answer(self, data: Any, *, status: int = 200, tag: str | None = None) -> Response:
        """Return `data`, or a 304 where the caller has it; `tag` where it is known without the data."""
        tag = tag or tag_of(data)
        if self.request.method == "GET" and is_known(self.request, tag):
            return self.not_modified(tag)
        return Response(data, status=status, headers=_headers(tag) | self.hint)


class ConditionalList(generics.ListAPIView[M]):
    """A list that answers 304 to who has this page of it."""

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Return the page, or a 304."""
        response = super().list(request, *args, **kwargs)
        tag = tag_of(response.data)
        if is_known(request, tag):
            return Response(status=304, headers=_headers(tag))
        for name, value in _headers(tag).items():
            response.headers[name] = value
        return response
