"""Fields for words that people type, and for words that we say."""

from typing import Any

from rest_framework import serializers

from common.sentences import as_spoken
from common.text import one_line


class LineField(serializers.CharField):
    """One line of plain text, without control and direction characters; blank only where that is allowed."""

    def to_internal_value(self, data: Any) -> str:
        """Return the line. Raises ValidationError where nothing is left of it."""
        given = super().to_internal_value(data)
        line = one_line(given, len(given))
        if not line and not self.allow_blank:
            self.fail("blank")
        return line


class SpokenField(serializers.CharField):
    """A sentence of ours, kept in English and told in the language of the request."""

    def __init__(self, **options: Any) -> None:
        super().__init__(read_only=True, **options)

    def to_representation(self, value: Any) -> str:
        """Return the sentence in the language of the request."""
        return as_spoken(super().to_representation(value))
