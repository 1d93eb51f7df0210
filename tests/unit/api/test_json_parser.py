import io
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rest_framework.exceptions import ParseError

from common.api.json_parser import MAX_BYTES, MAX_DEPTH, SafeJSONParser

REFUSED = {
    "3,000 arrays deep": b"[" * 3000 + b"]" * 3000,
    "3,000 objects deep": b'{"a":' * 3000 + b"1" + b"}" * 3000,
    "never closed": b"[" * 3000,
    "one level too deep": b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1),
    "closed before it opens": b"]" * 3000 + b"[" * 3000,
    "NaN": b'{"duration_s": NaN}',
    "infinity": b"[Infinity]",
    "minus infinity": b"[-Infinity]",
    "1e999": b'{"duration_s": 1e999}',
    "-1e999": b'{"duration_s": -1e999}',
    "a whole number no float can hold": b'{"seed": 1' + b"0" * 400 + b"}",
    "a whole number of 5,000 digits": b'{"seed": ' + b"9" * 5000 + b"}",
    "the same key twice": b'{"a": 1, "a": 2}',
    "the same key twice, inside": b'{"x": [{"a": 1, "a": 2}]}',
    "the same key, spelled with an escape": b'{"a": 1, "\\u0061": 2}',
    "NUL": b'{"a": "x\\u0000y"}',
    "NUL in a key": b'{"x\\u0000y": 1}',
    "raw NUL": b'{"a": "x\x00y"}',
    "a lone surrogate": b'{"a": "\\ud800"}',
    "the wrong half first": b'{"a": "\\udc00\\ud800"}',
    "too large": b'"' + b"x" * MAX_BYTES + b'"',
    "not UTF-8": b'{"a": "\xff"}',
    "UTF-16": '{"a": 1}'.encode("utf-16"),
    "a lone surrogate in the bytes": b'{"a": "\xed\xa0\x80"}',
    "nothing": b"",
    "not JSON": b"difficulty=beginner",
    "two values": b"{} {}",
    "a comma too many": b"[1,]",
}


def parse(raw: bytes) -> object:
    return SafeJSONParser().parse(io.BytesIO(raw))


@pytest.mark.parametrize("raw", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_used_is_refused_with_a_sentence(raw: bytes) -> None:
    with pytest.raises(ParseError) as refused:
        parse(raw)

    sentence = str(refused.value.detail)
    assert sentence.endswith(".")
    assert "(char" not in sentence, "the JSON module's own words are for programmers"


def test_brackets_inside_texts_are_no_depth() -> None:
    text = "[" * 100 + '"' + "{" * 100 + "\\"

    assert parse(json.dumps({"notes": text}).encode()) == {"notes": text}


def test_the_deepest_allowed_and_the_largest_allowed_pass() -> None:
    assert parse(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH) is not None
    assert parse(b'"' + b"x" * (MAX_BYTES - 2) + b'"') == "x" * (MAX_BYTES - 2)


def test_a_smile_written_as_two_escapes_is_one_character() -> None:
    assert parse(b'{"a": "\\ud83d\\ude00"}') == {"a": "😀"}


storable = st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cs",)))
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | storable,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(storable, inner, max_size=4),
    max_leaves=15,
)


@given(values)
def test_ordinary_json_comes_through_unchanged(value: object) -> None:
    assert parse(json.dumps(value).encode()) == value


@given(st.binary(max_size=200))
def test_no_bytes_at_all_break_the_parser(raw: bytes) -> None:
    with suppress(ParseError):
        parse(raw)
