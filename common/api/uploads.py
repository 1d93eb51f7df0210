"""Forms with one file, streamed to disk: a body that is too large is refused before it is read."""

from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from django.core.files.uploadedfile import TemporaryUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from rest_framework.parsers import MultiPartParser

from common.errors import InputError, TooLargeError

MIB = 1024 * 1024
FORM_BYTES = 64 * 1024
"""Room for the other fields and the form's own lines."""


class NoFileError(InputError):
    """The request has to be a form (multipart/form-data) with one file."""

    code = "file_missing"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class UploadParser(MultiPartParser):
    """Reads a form; subclasses say how large a file may be."""

    file_bytes_max = 0

    def parse(
        self, stream: IO[bytes], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        """Return fields and files, every file on disk. Raises TooLargeError, ParseError."""
        assert parser_context is not None
        request = parser_context["request"]
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) > self.file_bytes_max + FORM_BYTES:
            raise TooLargeError(f"This file is too large; the limit is {self.file_bytes_max // MIB} MiB.")
        request.upload_handlers = [TemporaryFileUploadHandler(request)]
        return super().parse(stream, media_type, parser_context)


def uploaded_path(file: object) -> Path:
    """Return where an uploaded file lies for the request's time. Raises NoFileError."""
    if not isinstance(file, TemporaryUploadedFile):
        raise NoFileError
    return Path(file.temporary_file_path())
