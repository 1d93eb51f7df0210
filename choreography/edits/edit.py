"""What a dancer may change in a plan, as data: the same for a request, a task's row and the schema."""

import json
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, TypeAdapter, ValidationError, model_validator

from ai_services.vocabulary import Category, Energy
from choreography.blueprint.schema import MAX_SEGMENTS, Id, Quality, Strict
from common.errors import InputError

Index = Annotated[int, Field(ge=0, lt=MAX_SEGMENTS, description="Which move of the plan, from 0.")]
RENEWAL: Final = "renew"
SwapTo = Literal["harder", "easier", "same_kind", "category", "move", "any"]


class InvalidEditError(InputError):
    """The edit is not one that plans know. `problems`: sentences by field."""

    code = "validation_error"

    def __init__(self, problems: dict[str, list[str]]) -> None:
        super().__init__(next(iter(problems.values()))[0])
        self.problems = problems


class OnVersion(Strict):
    """What all edits say: which version of the plan was seen."""

    blueprint_id: Id = Field(description="The version that was seen; any but the current one answers 409.")


class Swap(OnVersion):
    """Another move on the same counts. Only `harder` and a named `move` may lie above the wished difficulty."""

    kind: Literal["swap"]
    segment: Index
    to: SwapTo
    category: Category | None = Field(default=None, description="With `to: category`.")
    move_id: Id | None = Field(default=None, description="With `to: move`.")

    @model_validator(mode="after")
    def _says_which(self) -> Self:
        if (self.to == "category") != (self.category is not None):
            raise ValueError("`category` goes with `to: category`")
        if (self.to == "move") != (self.move_id is not None):
            raise ValueError("`move_id` goes with `to: move`")
        return self


class Lock(OnVersion):
    """Moves that no edit may change."""

    kind: Literal["lock"]
    segments: Annotated[tuple[Index, ...], Field(min_length=1, max_length=MAX_SEGMENTS)]


class Unlock(OnVersion):
    """Moves that edits may change again."""

    kind: Literal["unlock"]
    segments: Annotated[tuple[Index, ...], Field(min_length=1, max_length=MAX_SEGMENTS)]


class Ban(OnVersion):
    """A move that is not to be danced in this choreography."""

    kind: Literal["ban"]
    move_id: Id


class Unban(OnVersion):
    """A move that may be danced again; the plan stays until it is planned anew."""

    kind: Literal["unban"]
    move_id: Id


class Reorder(OnVersion):
    """A move at another place; those between move up or down."""

    kind: Literal["reorder"]
    segment: Index
    to: Index


class SectionEnergy(OnVersion):
    """Another energy for one section of the song."""

    kind: Literal["section_energy"]
    section: Annotated[int, Field(ge=0, lt=500, description="Which section of the plan, from 0.")]
    energy: Energy


class ReplanFrom(OnVersion):
    """A new plan from one move on, with another seed; what is locked stays."""

    kind: Literal["replan_from"]
    segment: Index
    seed: Annotated[int | None, Field(ge=0, lt=2**31)] = Field(default=None, description="Null: the next seed.")


class Replan(OnVersion):
    """A new plan with another seed; what is locked stays. Also the way on after the song's counts were corrected."""

    kind: Literal["replan"]
    seed: Annotated[int | None, Field(ge=0, lt=2**31)] = Field(default=None, description="Null: the next seed.")


class Renew(OnVersion):
    """The same moves from today's clips, others on their counts where they are gone. Undo does it where it has to."""

    kind: Literal["renew"]


class ChangeQuality(OnVersion):
    """The same plan, its video made in another way."""

    kind: Literal["quality"]
    quality: Quality


Edit = Annotated[
    Swap | Lock | Unlock | Ban | Unban | Reorder | SectionEnergy | ReplanFrom | Replan | Renew | ChangeQuality,
    Field(discriminator="kind"),
]
EDITS: TypeAdapter[Edit] = TypeAdapter(Edit)


def edit_from_json(told: object) -> Edit:
    """Return the edit in what a JSON parser made of it. Raises InvalidEditError."""
    try:
        return EDITS.validate_json(json.dumps(told))
    except ValidationError as error:
        problems: dict[str, list[str]] = {}
        for problem in error.errors(include_url=False, include_context=False, include_input=False):
            field = ".".join(str(part) for part in problem["loc"][1:]) or "kind"
            problems.setdefault(field, []).append(f"{problem['msg'].removeprefix('Value error, ')}.")
        raise InvalidEditError(problems) from error


def edit_to_json(edit: Edit) -> dict[str, Any]:
    """Return the edit as rows keep it."""
    told: dict[str, Any] = edit.model_dump(mode="json", exclude_none=True)
    return told
