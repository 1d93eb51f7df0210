"""Media files over HTTP: addresses that are signed and expire, answered with ranges. On S3 the store answers itself."""

import mimetypes
import os
import time
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISREG
from urllib.parse import quote, urlencode

from django.conf import settings
from django.core import signing
from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified, StreamingHttpResponse
from django.utils.crypto import constant_time_compare
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

from common.api.errors import not_found
from common.ranges import ByteRange, UnsatisfiableRangeError, parse_range
from common.storage import local_path

CHUNK_BYTES = 256 * 1024
_signer = signing.Signer(salt="common.media")
CONTENT_TYPES = {".vtt": "text/vtt; charset=utf-8", ".m4a": "audio/mp4", ".webp": "image/webp"}


def media_url(key: str, *, now_s: float | None = None) -> str:
    """Return an address under which anyone may read `key` until it expires; the same for a whole hour's caching."""
    if local_path(key) is None:
        return default_storage.url(key)
    lifetime = settings.MEDIA_URL_LIFETIME.total_seconds()
    now = time.time() if now_s is None else now_s
    expires = int((now // lifetime + 2) * lifetime)  # stable within the hour, so that browsers keep their cache
    return f"{settings.MEDIA_URL}{quote(key)}?{urlencode({'expires': expires, 'signature': _signature(key, expires)})}"


def _signature(key: str, expires: int) -> str:
    return _signer.signature(f"{expires}:{key}")


@require_safe
def serve(request: HttpRequest, key: str) -> HttpResponseBase:
    """Answer with a media file or the part of it that is asked for. A bad or expired signature reads as 404."""
    path = _allowed_path(request, key)
    stat = _stat(path)
    if path is None or stat is None:
        return not_found(request)
    etag = quote_etag(f"{stat.st_mtime_ns:x}-{stat.st_size:x}")
    headers = {
        "Accept-Ranges": "bytes",
        "ETag": etag,
        "Last-Modified": http_date(stat.st_mtime),
        "Cache-Control": "private, max-age=3600",
        "Content-Type": CONTENT_TYPES.get(path.suffix)
        or mimetypes.guess_type(path.name)[0]
        or "application/octet-stream",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    known = request.headers.get("If-None-Match", "")
    if known.strip() == "*" or etag in known:
        return HttpResponseNotModified(headers=headers)
    try:
        part = _wanted_part(request, etag, stat.st_size)
    except UnsatisfiableRangeError:
        return HttpResponse(status=416, headers=headers | {"Content-Range": f"bytes */{stat.st_size}"})
    if part is None:
        return _answer(request, path, ByteRange(0, stat.st_size - 1), headers, status=200)
    headers["Content-Range"] = f"bytes {part.first}-{part.last}/{stat.st_size}"
    return _answer(request, path, part, headers, status=206)


def _allowed_path(request: HttpRequest, key: str) -> Path | None:
    expires, signature = request.GET.get("expires", ""), request.GET.get("signature", "")
    if not (expires.isascii() and expires.isdigit() and len(expires) < 13) or int(expires) < time.time():
        return None
    if not constant_time_compare(signature, _signature(key, int(expires))):
        return None
    return local_path(key)


def _stat(path: Path | None) -> os.stat_result | None:
    try:
        stat = path.stat() if path is not None else None
    except OSError:  # not there, or removed this moment
        return None
    return stat if stat is not None and S_ISREG(stat.st_mode) else None


def _wanted_part(request: HttpRequest, etag: str, size: int) -> ByteRange | None:
    header = request.headers.get("Range")
    if_range = request.headers.get("If-Range")
    if header is None or request.method != "GET" or (if_range is not None and if_range != etag):
        return None
    return parse_range(header, size)


def _answer(
    request: HttpRequest, path: Path, part: ByteRange, headers: dict[str, str], status: int
) -> HttpResponseBase:
    headers = headers | {"Content-Length": str(part.length)}
    if request.method == "HEAD":
        return HttpResponse(status=status, headers=headers)
    return StreamingHttpResponse(_chunks(path, part), status=status, headers=headers)


def _chunks(path: Path, part: ByteRange) -> Iterator[bytes]:
    with path.open("rb") as stream:
        stream.seek(part.first)
        left = part.length
        while left > 0 and (chunk := stream.read(min(CHUNK_BYTES, left))):
            left -= len(chunk)
            yield chunk
