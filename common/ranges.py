"""Parts of files over HTTP (RFC 9110 section 14): one range a request; several get the whole file."""

import re
from dataclasses import dataclass

_SINGLE = re.compile(r"bytes=\s*(\d*)-(\d*)\s*", re.IGNORECASE | re.ASCII)


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
    first, last = (_number(text) for text in match.groups())
    if first is None:
        assert last is not None
        if last == 0 or size == 0:
            raise UnsatisfiableRangeError
        return ByteRange(max(0, size - last), size - 1)
    if last is not None and last < first:
        return None
    if first >= size:
        raise UnsatisfiableRangeError
    return ByteRange(first, size - 1 if last is None else min(last, size - 1))


def _number(digits: str) -> int | None:
    # Nineteen digits are more than any file has bytes, and Python refuses to read more than 4,300.
    return int(digits.lstrip("0")[:19] or "0") if digits else None
