"""The one door to the network for language models: an answer has a deadline and a largest size, however it drips."""

import time
from collections.abc import Iterator

import httpx2

CONNECT_S = 5.0
LONGEST_SILENCE_S = 30.0
LARGEST_ANSWER_BYTES = 1024 * 1024


UNREADABLE = httpx2.DecodingError
"""The answer came and cannot be read."""
CUT_OFF = (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, OSError)
"""How the network fails where a provider's client lets its errors through, as it does while it reads a refusal."""


class AnswerTooLateError(httpx2.ReadTimeout):
    """The answer was not complete at its deadline."""


class AnswerTooLargeError(httpx2.DecodingError):
    """The answer is larger than any that makes sense."""


def limited_client(within_s: float) -> httpx2.Client:
    """Return an HTTP client whose answers must be complete within so many seconds; it follows no redirects."""
    deadline = time.monotonic() + within_s
    silence_s = max(0.05, min(LONGEST_SILENCE_S, within_s))
    timeout = httpx2.Timeout(silence_s, connect=min(CONNECT_S, silence_s))
    return httpx2.Client(transport=_Limited(deadline), timeout=timeout, follow_redirects=False, trust_env=False)


class _Limited(httpx2.BaseTransport):
    """Passes requests on and watches over the answers."""

    def __init__(self, deadline: float) -> None:
        self._inner = httpx2.HTTPTransport(retries=0)
        self._deadline = deadline

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        if time.monotonic() > self._deadline:
            raise AnswerTooLateError("the deadline has passed", request=request)
        response = self._inner.handle_request(request)
        response.stream = _Watched(response, request, self._deadline)
        return response

    def close(self) -> None:
        self._inner.close()


class _Watched(httpx2.SyncByteStream):
    def __init__(self, response: httpx2.Response, request: httpx2.Request, deadline: float) -> None:
        self._stream = response.stream
        self._request, self._deadline = request, deadline

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        assert isinstance(self._stream, httpx2.SyncByteStream)
        for chunk in self._stream:
            size += len(chunk)
            if size > LARGEST_ANSWER_BYTES:
                raise AnswerTooLargeError("the answer is too large", request=self._request)
            if time.monotonic() > self._deadline:
                raise AnswerTooLateError("the answer is too slow", request=self._request)
            yield chunk

    def close(self) -> None:
        assert isinstance(self._stream, httpx2.SyncByteStream)
        self._stream.close()
