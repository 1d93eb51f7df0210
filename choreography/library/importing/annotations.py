"""What people wrote about the clips of a library, read row by row: one bad row spoils no other."""

import json
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, ValidationError

from ai_services.vocabulary import Category, Difficulty, Energy, Role, Style
from common.errors import InputError

MAX_BYTES = 20 * 1024 * 1024
LEVEL_NAMES = {"low": Difficulty.BEGINNER, "medium": Difficulty.INTERMEDIATE, "high": Difficulty.ADVANCED}
"""Annotations may grade difficulty in the words of energy."""


class AnnotationsError(InputError):
    """The annotations file cannot be used."""

    code = "annotations_unreadable"


def _difficulty(value: object) -> object:
    return LEVEL_NAMES.get(value, value) if isinstance(value, str) else value


def _inside_library(value: str) -> str:
    path = PurePosixPath(value.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or not path.name:
        raise ValueError("the path must lie inside the library")
    return str(path)


Text = Annotated[str, Field(max_length=2000), AfterValidator(lambda text: " ".join(text.replace("\x00", " ").split()))]


class ClipAnnotation(BaseModel):
    """One clip, as its annotation describes it. A tempo given there is not read: it is the music that tells."""

    video_path: Annotated[str, Field(min_length=1, max_length=255), AfterValidator(_inside_library)]
    """Relative to the library: the key of a move, since names repeat."""
    category: Category = Field(alias="move_label")
    difficulty: Annotated[Difficulty, BeforeValidator(_difficulty)]
    energy: Energy = Field(alias="energy_level")
    clip_id: Annotated[str, Field(max_length=120)] = ""
    name: Annotated[str, Field(max_length=120)] = ""
    style: Style | Literal[""] = ""
    role_focus: Role | Literal["", "both"] = ""
    notes: Text = ""
    filming_day: Annotated[str, Field(max_length=40)] = ""

    @property
    def readable_name(self) -> str:
        """Return the name as given, else made from the clip's id or file name."""
        return self.name or (self.clip_id or PurePosixPath(self.video_path).stem).replace("_", " ").strip()


@dataclass(frozen=True)
class BadRow:
    """A row of the annotations that cannot be used."""

    video_path: str
    reason: str


def read_annotations(path: Path) -> tuple[tuple[ClipAnnotation, ...], tuple[BadRow, ...]]:
    """Return the usable rows and the bad ones of an annotations file. Raises AnnotationsError when it is none."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise AnnotationsError("The annotations file is larger than 20 MiB.")
        content = json.loads(path.read_text(encoding="utf-8"))
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
    problems = error.errors(include_input=False, include_url=False, include_context=False)
    return "; ".join(f"{'.'.join(map(str, problem['loc'])) or 'row'}: {problem['msg']}" for problem in problems)[:500]
