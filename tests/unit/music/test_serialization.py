"""Analyses survive the database; anything else in their place is refused."""

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from video_processing.music.analysis import analyse_song
from video_processing.music.grid import SongAnalysis
from video_processing.music.serialization import (
    StoredAnalysisError,
    analysis_from_dict,
    analysis_to_dict,
    grid_from_dict,
    grid_to_dict,
)


@pytest.fixture(scope="module")
def analysis(bachata_loop: Callable[..., np.ndarray]) -> SongAnalysis:
    return analyse_song(bachata_loop(125, 30))


@pytest.fixture
def document(analysis: SongAnalysis) -> dict[str, Any]:
    return json.loads(json.dumps(analysis_to_dict(analysis), allow_nan=False))


def test_an_analysis_survives_json(analysis: SongAnalysis, document: dict[str, Any]) -> None:
    read = analysis_from_dict(document)
    assert read.grid.beat_times_s == pytest.approx(analysis.grid.beat_times_s, abs=1e-6)
    assert read.grid.count1_beats.tolist() == analysis.grid.count1_beats.tolist()
    assert read.grid.confidence == analysis.grid.confidence
    assert read.sections == analysis.sections
    assert read.break_beats.dtype == np.int64
    assert read.audio_embedding.tolist() == analysis.audio_embedding.tolist()
    assert read.section_embeddings.shape == analysis.section_embeddings.shape
    assert analysis_to_dict(read) == document


def test_a_grid_survives_json(analysis: SongAnalysis) -> None:
    read = grid_from_dict(json.loads(json.dumps(grid_to_dict(analysis.grid))))
    assert read.counts().tolist() == analysis.grid.counts().tolist()


def _without_duration(document: dict[str, Any]) -> None:
    del document["duration_s"]


def _with_a_stranger(document: dict[str, Any]) -> None:
    document["lyrics"] = ""


def _with_a_short_embedding(document: dict[str, Any]) -> None:
    document["audio_embedding"].pop()


def _with_a_beat_too_many(document: dict[str, Any]) -> None:
    document["grid"]["downbeat_beats"].append(10_000)


def _with_beats_that_fall(document: dict[str, Any]) -> None:
    document["grid"]["beat_times_s"][3] = 0.0


def _with_a_count1_off_the_bar(document: dict[str, Any]) -> None:
    document["grid"]["count1_beats"][0] += 1


def _with_infinite_level(document: dict[str, Any]) -> None:
    document["phrase_energy_db"][0] = float("inf")


def _with_an_unknown_label(document: dict[str, Any]) -> None:
    document["sections"][0]["label"] = "polka"


def _with_a_section_too_few(document: dict[str, Any]) -> None:
    document["sections"].pop()


@pytest.mark.parametrize(
    "damage",
    [
        _without_duration,
        _with_a_stranger,
        _with_a_short_embedding,
        _with_a_beat_too_many,
        _with_beats_that_fall,
        _with_a_count1_off_the_bar,
        _with_infinite_level,
        _with_an_unknown_label,
        _with_a_section_too_few,
    ],
)
def test_a_damaged_document_is_refused(document: dict[str, Any], damage: Callable[[dict[str, Any]], None]) -> None:
    damage(document)
    with pytest.raises(StoredAnalysisError, match="analyse the song again"):
        analysis_from_dict(document)


@pytest.mark.parametrize("document", [None, [], "", 3, {}])
def test_no_document_is_refused(document: object) -> None:
    with pytest.raises(StoredAnalysisError):
        analysis_from_dict(document)
    with pytest.raises(StoredAnalysisError):
        grid_from_dict(document)
