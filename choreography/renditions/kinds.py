"""What may be made of a finished video, as data: the same for a request, a row, the shell and the schema."""

import json
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError

from ai_services.vocabulary import COUNTS_PER_PHRASE
from choreography.blueprint.schema import MAX_SEGMENTS, Blueprint, Strict
from choreography.generation import outputs
from choreography.models import Rendition, RenditionKind
from choreography.planning.errors import NotAPhraseError
from common.errors import InputError

SLOWEST, FASTEST = 0.5, 0.95
PREVIEW_S = 4.0


class InvalidRenditionError(InputError):
    """This is no rendition that we make. `problems`: sentences by field."""

    code = "validation_error"

    def __init__(self, problems: dict[str, list[str]]) -> None:
        super().__init__(next(iter(problems.values()))[0])
        self.problems = problems


def _hundredths(rate: float) -> float:
    return round(rate, 2)


Rate = Annotated[float, Field(ge=SLOWEST, le=1.0), AfterValidator(_hundredths)]
"""Share of the speed, in hundredths; the pitch stays."""


class Slower(Strict):
    """All of it more slowly, the sound at its pitch."""

    kind: Literal["slower"]
    rate: Annotated[float, Field(ge=SLOWEST, le=FASTEST), AfterValidator(_hundredths)]


class PhraseOf(Strict):
    """Eight counts of it."""

    kind: Literal["phrase"]
    phrase: Annotated[int, Field(ge=0, lt=1000, description="Which phrase of the dance, from 0.")]
    rate: Rate = 1.0


class MoveOf(Strict):
    """One move of it."""

    kind: Literal["move"]
    segment: Annotated[int, Field(ge=0, lt=MAX_SEGMENTS, description="Which move of the plan, from 0.")]
    rate: Rate = 1.0


class Share(Strict):
    """A small copy to send: 480 lines, about 8 MB a minute."""

    kind: Literal["share"]


class Preview(Strict):
    """A moving picture of a few seconds without sound, 320 px wide (WebP)."""

    kind: Literal["preview"]


class Counts(Strict):
    """All of it with the counts in the picture, from the count-in on, and the names of the moves."""

    kind: Literal["counts"]
    names: bool = True


Wanted = Annotated[Slower | PhraseOf | MoveOf | Share | Preview | Counts, Field(discriminator="kind")]
WANTED: TypeAdapter[Wanted] = TypeAdapter(Wanted)


def wanted_from_json(told: object) -> Wanted:
    """Return the rendition in what a JSON parser made of it. Raises InvalidRenditionError."""
    try:
        return WANTED.validate_json(json.dumps(told))
    except ValidationError as error:
        problems: dict[str, list[str]] = {}
        for problem in error.errors(include_url=False, include_context=False, include_input=False):
            field = ".".join(str(part) for part in problem["loc"][1:]) or "kind"
            problems.setdefault(field, []).append(f"{problem['msg']}.")
        raise InvalidRenditionError(problems) from error


def wanted_from_text(text: str) -> Wanted:
    """Return the rendition of a shell's word: `slower:0.75`, `phrase:3`, `move:2:0.5`, `share`, `preview`.

    Raises InvalidRenditionError.
    """
    kind, *numbers = text.strip().split(":")
    names = {"slower": ("rate",), "phrase": ("phrase", "rate"), "move": ("segment", "rate")}.get(kind, ())
    if len(numbers) > len(names):
        raise InvalidRenditionError({"kind": [f"“{text}” says more than a rendition takes."]})
    try:
        told = {name: float(each) if name == "rate" else int(each) for name, each in zip(names, numbers, strict=False)}
    except ValueError as error:
        raise InvalidRenditionError({"kind": [f"“{text}” holds what is no number."]}) from error
    return wanted_from_json({"kind": kind, **told})


def parameters_of(wanted: Wanted) -> dict[str, Any]:
    """Return what a rendition says beside its kind."""
    told: dict[str, Any] = wanted.model_dump(mode="json", exclude={"kind"})
    return told


def kind_of(wanted: Wanted) -> RenditionKind:
    """Return the kind as rows keep it."""
    return RenditionKind(wanted.kind)


def name_of(wanted: Wanted) -> str:
    """Return the name of a rendition, such as `move-03-075`: the same for the same request."""
    match wanted:
        case Slower(rate=rate):
            parts = ["slower", _percent(rate)]
        case PhraseOf(phrase=number, rate=rate) | MoveOf(segment=number, rate=rate):
            parts = [wanted.kind, f"{number + 1:02d}", *([_percent(rate)] if rate < 1 else [])]
        case Counts(names=False):
            parts = ["counts", "alone"]
        case _:
            parts = [wanted.kind]
    return "-".join(parts)


def suffix_of(wanted: Wanted) -> str:
    """Return the ending of the file's name."""
    return ".webp" if isinstance(wanted, Preview) else ".mp4"


def key_of(rendition: Rendition, attempt: int) -> str:
    """Return the storage key of one attempt's file, beside the files of the task.

    It names the row, too: one that was removed and one asked for after it share no file.
    """
    suffix = ".webp" if rendition.kind == RenditionKind.PREVIEW else ".mp4"
    return outputs.key(rendition.task.output_prefix, f"{rendition.name}-{rendition.id.hex[:12]}-{attempt}{suffix}")


def rate_of(wanted: Wanted) -> float:
    """Return the share of the speed at which a rendition plays."""
    return wanted.rate if isinstance(wanted, Slower | PhraseOf | MoveOf) else 1.0


def span_s(wanted: Wanted, plan: Blueprint) -> tuple[float, float] | None:
    """Return start and end of the part of the video that is shown, or None for all of it. Raises NotAPhraseError."""
    match wanted:
        case PhraseOf(phrase=number):
            phrases = phrases_s(plan)
            if number >= len(phrases):
                raise NotAPhraseError(f"The dance has no phrase number {number + 1}: it has {len(phrases)}.")
            return phrases[number]
        case MoveOf(segment=number):
            if number >= len(plan.segments):
                raise NotAPhraseError(f"The plan has no move number {number + 1}.")
            target = plan.segments[number].target
            return target.start_s, target.end_s
        case Preview():
            return _liveliest_s(plan)
        case _:
            return None


def phrases_s(plan: Blueprint) -> list[tuple[float, float]]:
    """Return start and end of every phrase that is danced."""
    first, last = plan.segments[0].target, plan.segments[-1].target
    end_beat = last.first_beat + last.beats
    bounds: list[int] = []
    ones = [beat for beat in plan.grid.count1_beats if first.first_beat <= beat < end_beat]
    for one, after in pairwise([*ones, end_beat]):
        bounds += range(one, after, COUNTS_PER_PHRASE)
    beats_s = plan.grid.beat_times_s
    return [(beats_s[start], beats_s[end]) for start, end in pairwise([*bounds, end_beat])]


def _percent(rate: float) -> str:
    return f"{round(100 * rate):03d}"


def _liveliest_s(plan: Blueprint) -> tuple[float, float]:
    """Return a few seconds from the first move of the section with the most energy."""
    sections = sorted(plan.sections, key=lambda section: -section.energy)
    starts = [
        segment.target.start_s
        for section in sections
        for segment in plan.segments
        if section.start_s <= segment.target.start_s < section.end_s
    ]
    start_s = (starts or [plan.segments[0].target.start_s])[0]
    return start_s, min(start_s + PREVIEW_S, plan.segments[-1].target.end_s)
