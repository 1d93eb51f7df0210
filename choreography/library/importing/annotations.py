"""What people wrote about the clips of a library, read row by row: one bad row spoils no other."""

import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from ai_services.vocabulary import Category, Difficulty, Energy, Role, Style
from common.errors import InputError

MAX_BYTES = 20 * 1024 * 1024
LEVEL_NAMES = {"low": Difficulty.BEGINNER, "medium": Difficulty.INTERMEDIATE, "high": Difficulty.ADVANCED}
"""Annotations may grade difficulty in the words of energy."""


class AnnotationsError(InputError):
    """The annotations file cannot be used."""

    code = "annotations_unreadable"


def _word(value: object) -> object:
    """Return a word of the vocabulary however people write it: `Cross-body lead ` is `cross_body_lead`."""
    return "_".join(value.lower().replace("-", " ").replace("_", " ").split()) if isinstance(value, str) else value


def _difficulty(value: object) -> object:
    word = _word(value)
    return LEVEL_NAMES.get(word, word) if isinstance(word, str) else word


def _inside_library(value: str) -> str:
    path = PurePosixPath(composed(value.replace("\\", "/")))
    if path.is_absolute() or ".." in path.parts or not path.name:
        raise ValueError("the path must lie inside the library")
    return str(path)


Text = Annotated[str, Field(max_length=2000), AfterValidator(lambda text: " ".join(text.replace("\x00", " ").split()))]


class ClipAnnotation(BaseModel):
    """One clip, as its annotation describes it. A tempo given there is not read: it is the music that tells."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    video_path: Annotated[str, Field(min_length=1, max_length=255), AfterValidator(_inside_library)]
    """Relative to the library: the key of a move, since names repeat."""
    category: Annotated[Category, BeforeValidator(_word)] = Field(alias="move_label")
    difficulty: Annotated[Difficulty, BeforeValidator(_difficulty)]
    energy: Annotated[Energy, BeforeValidator(_word)] = Field(alias="energy_level")
    clip_id: Annotated[str, Field(max_length=120)] = ""
    name: Annotated[str, Field(max_length=120)] = ""
    style: Annotated[Style | Literal[""], BeforeValidator(_word)] = ""
    role_focus: Annotated[Role | Literal["", "both"], BeforeValidator(_word)] = ""
    notes: Text = ""
    filming_day: Annotated[str, Field(max_length=40)] = ""

    @model_validator(mode="before")
    @classmethod
    def _nothing_is_not_told(cls, row: Any) -> Any:
        return {key: value for key, value in row.items() if value is not None} if isinstance(row, dict) else row

    @property
    def readable_name(self) -> str:
        """Return the name as given, else made from the clip's id or file name."""
        return self.name or (self.clip_id or PurePosixPath(self.video_path).stem).replace("_", " ").strip()


@dataclass(frozen=True)
class BadRow:
    """A row of the annotations that cannot be used."""

    video_path: str
    reason: str


def composed(path: str) -> str:
    """Return a path as most systems write it: some take the accents of file names apart."""
    return unicodedata.normalize("NFC", path)


def read_annotations(path: Path) -> tuple[tuple[ClipAnnotation, ...], tuple[BadRow, ...]]:
    """Return the usable rows and the bad ones of an annotations file. Raises AnnotationsError when it is none."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise AnnotationsError("The annotations file is larger than 20 MiB.")
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise AnnotationsError("There is no annotations file of that name.") from error
    except (OSError, ValueError, RecursionError) as error:
        raise AnnotationsError("The annotations file is not readable JSON.") from error
    rows = content.get("clips") if isinstance(content, dict) else content
    if not isinstance(rows, list):
        raise AnnotationsError('The annotations file has no list "clips".')
    return _sort_rows(rows)


def _sort_rows(rows: list[Any]) -> tuple[tuple[ClipAnnotation, ...], tuple[BadRow, ...]]:
    good: dict[str, ClipAnnotation] = {}
    bad = []
    for number, row in enumerate(rows, start=1):
        where = str(row.get("video_path", f"row {number}")) if isinstance(row, dict) else f"row {number}"
        try:
            annotation = ClipAnnotation.model_validate(row)
        except ValidationError as error:
            bad.append(BadRow(where[:255], reason_of(error)))
            continue
        if annotation.video_path in good:
            bad.append(BadRow(where[:255], "this path is annotated twice; the first annotation is used"))
        else:
            good[annotation.video_path] = annotation
    return tuple(good.values()), tuple(bad)


def reason_of(error: ValidationError) -> str:
    """Return in one line what a row lacks; of the row itself nothing is repeated."""
    told: dict[str, str] = {}
    for problem in error.errors(include_input=False, include_url=False, include_context=False):
        field = ".".join(part for part in map(str, problem["loc"]) if "[" not in part)  # which names a kind of value
        told.setdefault(field or "row", "is not an object" if problem["type"] == "model_type" else problem["msg"])
    return "; ".join(f"{field}: {message}" for field, message in told.items())[:500]
