"""How log records are written: a line for people or JSON for programs, with no secret and no path of the machine."""

import json
import logging
import re
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from datetime import UTC, datetime

current_task_id: ContextVar[str] = ContextVar("current_task_id", default="")
"""What the job of this worker is about, for its log lines."""

SHORTEST_SECRET = 6
"""Anything shorter would blank out common words."""
_CREDENTIALS = re.compile(r"(?i)(bearer\s+|signature=|x-amz-[a-z-]+=|//[^/\s:@]+:)[^\s&\"'@]+")


class Line(logging.Formatter):
    """One line a record, an error's stack below it; secrets and places are replaced by names."""

    def __init__(self, fmt: str | None = None, *, secrets: Sequence[str] = (), places: Mapping[str, str] | None = None):
        """Take the values never to write, and the names of folders by their paths."""
        super().__init__(fmt)
        told = {secret: "[secret]" for secret in secrets if len(secret) >= SHORTEST_SECRET}
        told |= {path.rstrip("/"): f"[{name}]" for path, name in (places or {}).items() if len(path) > 1}
        self._names = told
        longest_first = sorted(told, key=len, reverse=True)
        self._known = re.compile("|".join(map(re.escape, longest_first)) if told else r"(?!)")

    def format(self, record: logging.LogRecord) -> str:
        """Return the text of a record."""
        return self.clean(super().format(record))

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the name is logging's
        """Return the line itself; text from outside cannot pretend to be further lines."""
        record.message = record.message.replace("\r", "\\r").replace("\n", "\\n")
        return super().formatMessage(record)

    def clean(self, text: str) -> str:
        """Return a text without what must not be written."""
        named = self._known.sub(lambda found: self._names[found[0]], text)
        return _CREDENTIALS.sub(lambda found: f"{found[1]}[secret]", named)


class JsonLine(Line):
    """One JSON object a record."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the object as one line."""
        told: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": self.clean(record.getMessage()),
            "request_id": getattr(record, "request_id", "-"),
            "task_id": getattr(record, "task_id", "-"),
            "process": record.process,
        }
        if record.exc_info:
            told["error"] = self.clean(self.formatException(record.exc_info))
        return json.dumps(told, ensure_ascii=False)
