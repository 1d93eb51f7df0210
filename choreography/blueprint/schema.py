"""The blueprint, version 1: a whole choreography as data. Seconds are of song or clip, beats index their grids."""

from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ai_services.vocabulary import Category, Difficulty, SectionLabel

VERSION: Literal[1] = 1
MAX_SEGMENTS = 500
MAX_SONG_S = 600.0
"""Ten minutes, the longest song we take."""
MAX_BEATS = 5_000
"""Ten minutes at 500 beats a minute: far above any song we take."""
MAX_SEGMENT_BEATS = 256
"""A clip lasts at most 60 s: 256 beats a minute."""

Id = Annotated[str, Field(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", description="A UUID, never a path.")]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Name = Annotated[str, Field(min_length=1, max_length=500)]
Sentence = Annotated[str, Field(min_length=1, max_length=2_000)]
Seconds = Annotated[float, Field(ge=0, le=MAX_SONG_S + 60)]
BeatIndex = Annotated[int, Field(ge=0, le=MAX_BEATS)]
Quality = Literal["fast", "balanced", "high_quality"]
"""How a video is made: copied, copied with blended seams, or encoded at 1080 lines."""

QUALITIES: tuple[Quality, ...] = get_args(Quality)

Share = Annotated[float, Field(ge=0, le=1)]
Pixels = Annotated[int, Field(ge=16, le=4096, multiple_of=2)]


def quality_of(name: str) -> Quality:
    """Return the quality of a name. Raises ValueError for a name that is none."""
    for quality in QUALITIES:
        if quality == name:
            return quality
    raise ValueError(f"There is no quality {name!r}.")


class Strict(BaseModel):
    """No unknown keys, no conversions, no NaN or infinity, no change after it is made."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, allow_inf_nan=False)


class SongRef(Strict):
    """The song that is danced."""

    id: Id
    title: Name
    duration_s: Annotated[float, Field(gt=0, le=MAX_SONG_S + 1)]
    sha256: Sha256


class Grid(Strict):
    """The counts of the song, as they were when the plan was made."""

    tempo_bpm: Annotated[float, Field(gt=20, lt=400)]
    beat_times_s: Annotated[tuple[Seconds, ...], Field(min_length=2, max_length=MAX_BEATS)]
    count1_beats: Annotated[tuple[BeatIndex, ...], Field(min_length=1, max_length=MAX_BEATS)]


class SectionSpan(Strict):
    """A part of the song."""

    label: SectionLabel
    start_s: Seconds
    end_s: Seconds
    energy: Share

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.end_s <= self.start_s:
            raise ValueError("it ends before it starts")
        return self


class BeatSpan(Strict):
    """A run of whole beats, of a clip or of the song: `beats` beats from `first_beat` on."""

    start_s: Seconds
    end_s: Seconds
    first_beat: BeatIndex
    beats: Annotated[int, Field(ge=1, le=MAX_SEGMENT_BEATS)]

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.end_s <= self.start_s:
            raise ValueError("it ends before it starts")
        return self


class Seam(Strict):
    """How a segment joins the one before."""

    kind: Literal["start", "flow", "cut"]
    """`start`: nothing before; `flow`: both dancers arrive as the next clip finds them; `cut`: they do not."""
    score: Share
    """1 for poses that meet exactly (and for `start`), toward 0 the farther they are apart."""


class Segment(Strict):
    """One move on the counts of the song."""

    index: Annotated[int, Field(ge=0, lt=MAX_SEGMENTS)]
    move_id: Id
    name: Name
    category: Category
    difficulty: Difficulty
    clip_sha256: Sha256
    source: BeatSpan
    target: BeatSpan
    warp: Annotated[tuple[tuple[Seconds, Seconds], ...], Field(min_length=2, max_length=MAX_SEGMENT_BEATS + 1)]
    """Pairs (clip second, song second), one a beat and one for the end: beats + 1 pairs."""
    seam: Seam
    why: Sentence


class Output(Strict):
    """The video to make."""

    width: Pixels
    height: Pixels
    quality: Quality


SIZES_PX: dict[Quality, tuple[int, int]] = {
    "fast": (1280, 720),
    "balanced": (1280, 720),
    "high_quality": (1920, 1080),
}


def output_of(quality: Quality) -> Output:
    """Return the video that is made at a quality."""
    width, height = SIZES_PX[quality]
    return Output(width=width, height=height, quality=quality)


class Blueprint(Strict):
    """A plan: enough for the assembly, and nothing of how it was found."""

    version: Literal[1]
    song: SongRef
    grid: Grid
    sections: Annotated[tuple[SectionSpan, ...], Field(max_length=500)]
    segments: Annotated[tuple[Segment, ...], Field(min_length=1, max_length=MAX_SEGMENTS)]
    output: Output
    compromises: Annotated[tuple[Sentence, ...], Field(max_length=100)]
