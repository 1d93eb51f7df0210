"""Parts of files over HTTP (RFC 9110 section 14): one range a request; several get the whole file."""

import re
from dataclasses import dataclass

_SINGLE = re.compile(r"bytes=\s*(\d*)-(\d*)\s*", re.IGNORECASE)


class UnsatisfiableRangeError(ValueError):
    """The range starts behind the end of the file: 416."""


@dataclass(frozen=True)
class ByteRange:
    """Bytes `first` to `last` of a file, both included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """Return how many bytes that is."""
        return self.last - self.first + 1


def parse_range(header: str, size: int) -> ByteRange | None:
    """Return the part of a file of `size` bytes that a Range header asks for, or None for the whole.

    A header that is malformed or in another unit is ignored, as the RFC says. Raises UnsatisfiableRangeError.
    """
    match = _SINGLE.fullmatch(header)
    if match is None or match.groups() == ("", ""):
        return None
    first_text, last_text = match.groups()
    if len(first_text) > 18 or len(last_text) > 18:
        raise UnsatisfiableRangeError
    if not first_text:
        suffix = int(last_text)
        if suffix == 0 or size == 0:
            raise UnsatisfiableRangeError
        return ByteRange(max(0, size - suffix), size - 1)
    first = int(first_text)
    last = min(int(last_text), size - 1) if last_text else size - 1
    if last_text and int(last_text) < first:
        return None
    if first >= size:
        raise UnsatisfiableRangeError
    return ByteRange(first, last)
