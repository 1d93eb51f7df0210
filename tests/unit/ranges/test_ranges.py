import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.ranges import ByteRange, UnsatisfiableRangeError, parse_range

SIZE = 1000


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-1", ByteRange(0, 1)),
        ("bytes=0-0", ByteRange(0, 0)),
        ("bytes=999-999", ByteRange(999, 999)),
        ("bytes=500-", ByteRange(500, 999)),
        ("bytes=0-", ByteRange(0, 999)),
        ("bytes=-1", ByteRange(999, 999)),
        ("bytes=-5000", ByteRange(0, 999)),
        ("bytes=990-5000", ByteRange(990, 999)),
        ("BYTES=0-1", ByteRange(0, 1)),
        (f"bytes=0-{'9' * 30}", ByteRange(0, 999)),
        (f"bytes=-{'9' * 30}", ByteRange(0, 999)),
        (f"bytes={'0' * 30}7-8", ByteRange(7, 8)),
        (f"bytes=0-{'9' * 8000}", ByteRange(0, 999)),
    ],
)
def test_a_range_names_bytes_of_the_file(header: str, part: ByteRange) -> None:
    assert parse_range(header, SIZE) == part


@pytest.mark.parametrize(
    "header", ["bytes=1000-", "bytes=1000-1001", "bytes=-0", f"bytes={'9' * 30}-", f"bytes={'9' * 8000}-"]
)
def test_a_range_behind_the_end_cannot_be_satisfied(header: str) -> None:
    with pytest.raises(UnsatisfiableRangeError):
        parse_range(header, SIZE)


@pytest.mark.parametrize("header", ["bytes=0-", "bytes=0-1", "bytes=-1"])
def test_an_empty_file_has_no_ranges(header: str) -> None:
    with pytest.raises(UnsatisfiableRangeError):
        parse_range(header, 0)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=a-b",
        "bytes=5-2",
        "bytes=0-1,5-6",
        "lines=0-1",
        "bytes=1.5-2",
        "bytes=٣-٥",
    ],
)
def test_a_range_that_makes_no_sense_gets_the_whole_file(header: str) -> None:
    assert parse_range(header, SIZE) is None


@given(st.text("bytes=-0123456789 ,", max_size=40), st.integers(0, 10**7))
def test_whatever_is_asked_the_answer_lies_inside_the_file(header: str, size: int) -> None:
    try:
        part = parse_range(header, size)
    except UnsatisfiableRangeError:
        return

    assert part is None or 0 <= part.first <= part.last < size
