"""Reads JSON that strangers send: bounded size and depth, finite numbers, no duplicate keys, storable text."""

import json
import math
from collections.abc import Mapping
from typing import IO, Any, NoReturn

from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20
MAX_WHOLE = 2**63 - 1
"""The largest whole number a column can hold."""


class SafeJSONParser(BaseParser):
    """Django REST framework's parser with limits; every refusal is a 400 with a sentence."""

    media_type = "application/json"

    def parse(
        self, stream: IO[bytes], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        """Return the parsed value. Raises ParseError."""
        raw = stream.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            raise ParseError(f"The request is larger than {MAX_BYTES // 1024} KiB.")
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            raise ParseError("The request is not UTF-8 text.") from None
        _check_depth(text)
        try:
            value = json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_unique)
        except ValueError:
            raise ParseError("The request is not valid JSON.") from None
        _check_values(value)
        return value


def _check_depth(text: str) -> None:
    """Refuse deep nesting before the recursive parser sees it; brackets inside strings do not count."""
    depth, in_string, escaped = 0, False, False
    for character in text:
        if in_string:
            in_string = escaped or character != '"'
            escaped = character == "\\" and not escaped
        elif character == '"':
            in_string = True
        elif character in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise ParseError(f"The request is nested more than {MAX_DEPTH} levels deep.")
        elif character in "]}":
            depth -= 1


def _refuse_constant(name: str) -> NoReturn:
    raise ParseError(f"{name} is not a number that can be used.")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ParseError("The request names the same key twice.")
    return value


def _check_values(value: Any) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _check_text(key)
            _check_values(inner)
    elif isinstance(value, list):
        for inner in value:
            _check_values(inner)
    elif isinstance(value, str):
        _check_text(value)
    elif (isinstance(value, int) and abs(value) > MAX_WHOLE) or value in (math.inf, -math.inf):
        raise ParseError("A number is too large.")


def _check_text(text: str) -> None:
    if "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise ParseError("A text holds characters that cannot be stored.")
