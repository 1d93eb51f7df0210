"""Analyses as JSON documents: what the database stores, checked when it is read."""

import itertools
from typing import Annotated, Any, Self

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from ai_services.validation import EMBEDDING_DIMENSIONS
from ai_services.vocabulary import SectionLabel
from common.errors import InternalError
from video_processing.music.grid import BeatGrid, Section, SongAnalysis

DIMENSIONS = EMBEDDING_DIMENSIONS["audio"]
Index = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]
Vector = Annotated[list[float], Field(min_length=DIMENSIONS, max_length=DIMENSIONS)]
TIME_DIGITS = 6


class StoredAnalysisError(InternalError):
    """A stored analysis does not have the form it was written in; it must be made again."""

    code = "stored_analysis_unreadable"


class _Document(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class GridDocument(_Document):
    """A BeatGrid."""

    tempo_bpm: Annotated[float, Field(gt=0)]
    beat_times_s: list[Annotated[float, Field(ge=0)]]
    downbeat_beats: list[Index]
    count1_beats: list[Index]
    confidence: dict[str, Share]

    @model_validator(mode="after")
    def _indices_name_beats(self) -> Self:
        for name in ("beat_times_s", "downbeat_beats", "count1_beats"):
            if not _rises(getattr(self, name)):
                raise ValueError(f"{name} must rise")
        if not set(self.count1_beats) <= set(self.downbeat_beats) <= set(range(len(self.beat_times_s))):
            raise ValueError("count 1s must be downbeats, and downbeats must be beats")
        return self

    def to_grid(self) -> BeatGrid:
        """Return the grid."""
        return BeatGrid(
            self.tempo_bpm,
            np.array(self.beat_times_s, dtype=np.float64),
            np.array(self.downbeat_beats, dtype=np.int64),
            np.array(self.count1_beats, dtype=np.int64),
            dict(self.confidence),
        )


class SectionDocument(_Document):
    """A Section."""

    label: SectionLabel
    start_s: Annotated[float, Field(ge=0)]
    end_s: Annotated[float, Field(ge=0)]
    energy: Share


class AnalysisDocument(_Document):
    """A SongAnalysis."""

    duration_s: Annotated[float, Field(gt=0)]
    grid: GridDocument
    sections: list[SectionDocument]
    phrase_energy_db: list[float]
    beat_level_db: list[float]
    break_beats: list[Index]
    audio_embedding: Vector
    section_embeddings: list[Vector]

    @model_validator(mode="after")
    def _lengths_agree(self) -> Self:
        if len(self.sections) != len(self.section_embeddings):
            raise ValueError("each section needs one embedding")
        if len(self.phrase_energy_db) != len(self.grid.count1_beats):
            raise ValueError("each count 1 needs the level of its phrase")
        if len(self.beat_level_db) != len(self.grid.beat_times_s):
            raise ValueError("each beat needs its level")
        return self


def grid_to_dict(grid: BeatGrid) -> dict[str, Any]:
    """Return the grid as plain JSON values, times to the microsecond."""
    return {
        "tempo_bpm": grid.tempo_bpm,
        "beat_times_s": grid.beat_times_s.round(TIME_DIGITS).tolist(),
        "downbeat_beats": grid.downbeat_beats.tolist(),
        "count1_beats": grid.count1_beats.tolist(),
        "confidence": dict(grid.confidence),
    }


def grid_from_dict(document: object) -> BeatGrid:
    """Return the grid that `grid_to_dict` wrote; raise StoredAnalysisError for anything else."""
    try:
        return GridDocument.model_validate(document).to_grid()
    except ValidationError as error:
        raise StoredAnalysisError("The stored counts cannot be read; analyse the song again.") from error


def analysis_to_dict(analysis: SongAnalysis) -> dict[str, Any]:
    """Return the analysis as plain JSON values."""
    return {
        "duration_s": analysis.duration_s,
        "grid": grid_to_dict(analysis.grid),
        "sections": [
            {"label": part.label.value, "start_s": part.start_s, "end_s": part.end_s, "energy": part.energy}
            for part in analysis.sections
        ],
        "phrase_energy_db": analysis.phrase_energy_db.round(3).tolist(),
        "beat_level_db": analysis.beat_level_db.round(3).tolist(),
        "break_beats": analysis.break_beats.tolist(),
        "audio_embedding": analysis.audio_embedding.tolist(),
        "section_embeddings": analysis.section_embeddings.tolist(),
    }


def analysis_from_dict(document: object) -> SongAnalysis:
    """Return the analysis that `analysis_to_dict` wrote; raise StoredAnalysisError for anything else."""
    try:
        read = AnalysisDocument.model_validate(document)
    except ValidationError as error:
        raise StoredAnalysisError("The stored analysis cannot be read; analyse the song again.") from error
    return SongAnalysis(
        duration_s=read.duration_s,
        grid=read.grid.to_grid(),
        sections=tuple(Section(part.label, part.start_s, part.end_s, part.energy) for part in read.sections),
        phrase_energy_db=np.array(read.phrase_energy_db, dtype=np.float64),
        beat_level_db=np.array(read.beat_level_db, dtype=np.float64),
        break_beats=np.array(read.break_beats, dtype=np.int64),
        audio_embedding=np.array(read.audio_embedding, dtype=np.float64),
        section_embeddings=np.array(read.section_embeddings, dtype=np.float64).reshape(-1, DIMENSIONS),
    )


def _rises(values: list[float]) -> bool:
    return all(a < b for a, b in itertools.pairwise(values))
