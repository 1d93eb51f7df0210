"""Fields for words that people type."""

from typing import Any

from rest_framework import serializers

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
