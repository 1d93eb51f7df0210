"""A made library and a made song as rows, so that plans are made and changed as in life; no clip is encoded."""

import hashlib
import itertools
from collections.abc import Iterable
from functools import cache

import numpy as np

from ai_services.vocabulary import Difficulty, Energy, Style
from choreography.blueprint.schema import SongRef, output_of
from choreography.blueprint.wishes import DanceWish
from choreography.edits.versions import start_choreography
from choreography.generation.library import plannable_moves
from choreography.generation.planning import planner_wish
from choreography.models import MAIN_LIBRARY, Choreography, LibraryState, Move, MoveEmbedding, SentenceVector, Song
from choreography.planning.inputs import PlannableMove
from choreography.planning.plan import explained_plan
from choreography.search.sentences import MODEL, wish_sentence
from choreography.songs.corrections import counts_of
from common import storage
from tests.factories import make_song
from tests.unit.couple.conftest import SIZE_PX, figure_px
from tests.unit.planning.conftest import made_move, made_song, unit
from users.models import User
from video_processing.music.analysis import ANALYSER_VERSION
from video_processing.music.grid import BeatGrid, SongAnalysis
from video_processing.music.serialization import analysis_to_dict, grid_to_dict
from video_processing.pose.keypoints import CoupleTrack
from video_processing.pose.storage import pack_track

WISH = DanceWish(Difficulty.INTERMEDIATE, Energy.MEDIUM, Style.ROMANTIC)
_versions = itertools.count(1_000)
"""A process keeps the library of one version: each test's is its own."""


def store_song(analysis: SongAnalysis | None = None, owner: User | None = None) -> Song:
    """Return a song whose counts are known."""
    analysis = analysis or made_song((8,) * 10)
    return make_song(
        owner,
        duration_s=analysis.duration_s,
        analysis=analysis_to_dict(analysis),
        analyser_version=ANALYSER_VERSION,
        tempo_bpm=analysis.grid.tempo_bpm,
    )


def store_library(moves: Iterable[PlannableMove] | None = None) -> list[Move]:
    """Return a published library of rows; without `moves`, of 64 made ones."""
    made = list(moves) if moves is not None else list(_made_moves())
    rows = Move.objects.bulk_create([_row(move) for move in made])
    MoveEmbedding.objects.bulk_create(
        MoveEmbedding(move=row, raw_features=b"", sentence=move.name, version=1, **_vectors(move))
        for row, move in zip(rows, made, strict=True)
    )
    version = next(_versions)
    LibraryState.objects.update_or_create(
        name=MAIN_LIBRARY, defaults={"version": version, "normalised_version": version}
    )
    return rows


def store_dance(owner: User | None, song: Song | None = None, wish: DanceWish = WISH) -> Choreography:
    """Return a choreography with its first plan, made by the choreographer of the library that is stored."""
    song = song or store_song()
    learn_words(wish)
    reference = SongRef(id=str(song.id), title=song.title, duration_s=song.duration_s, sha256=song.sha256)
    plan = explained_plan(counts_of(song), reference, plannable_moves(), planner_wish(wish), output_of(wish.quality))
    version = start_choreography(
        owner_id=owner.id if owner else None, song=song, plan=plan.blueprint, wish=wish, scores=plan.parts
    )
    assert version.choreography is not None
    return version.choreography


def learn_words(wish: DanceWish) -> None:
    """Store a vector for the words of a wish, so that no test loads the sentence model."""
    sentence = wish_sentence(wish.difficulty, wish.energy, wish.style)
    key = hashlib.sha256(f"{MODEL}\n{sentence}".encode()).hexdigest()
    vector = unit(np.random.default_rng(len(sentence)).normal(size=384))
    SentenceVector.objects.get_or_create(sentence_sha256=key, defaults={"vector": vector})


@cache
def _made_moves() -> tuple[PlannableMove, ...]:
    return tuple(map(made_move, range(64)))


def _vectors(move: PlannableMove) -> dict[str, object]:
    return {name: getattr(move, name) for name in ("lead", "follow", "interaction", "audio", "text")}


def _row(move: PlannableMove) -> Move:
    number = int(move.clip_sha256, 16)
    beats = hashlib.sha256(move.beat_times_s.tobytes()).hexdigest()[:12]  # what is read of a file is kept by its key
    key = f"moves/{move.move_id}/{beats}/keypoints.npz"
    storage.publish_bytes(_track(number, float(move.beat_times_s[-1]) + 0.5), key)
    tempo_bpm = float(60 / np.median(np.diff(move.beat_times_s)))
    known = {"count1": 1.0, "beat": 1.0}
    grid = BeatGrid(tempo_bpm, move.beat_times_s, move.count1_beats, move.count1_beats, known)
    return Move(
        id=move.move_id,
        library_path=f"made/{number}.mp4",
        name=move.name,
        category=move.category,
        difficulty=move.difficulty,
        energy=move.energy,
        style=move.style or "",
        clip_sha256=move.clip_sha256,
        annotation_sha256="0" * 64,
        duration_s=float(move.beat_times_s[-1]) + 0.5,
        fps=30.0,
        grid=grid_to_dict(grid),
        tempo_bpm=tempo_bpm,
        keypoints_key=key,
        poster_key=f"moves/{move.move_id}/poster.jpg",
        mezzanine_key=f"moves/{move.move_id}/mezzanine.mp4",
        detection_rate=1.0,
        quality=1.0,
        identity_confidence=1.0,
        role_confidence=1.0,
        role_evidence=b"",
    )


@cache
def _track(number: int, duration_s: float) -> bytes:
    """Return the stored track of a couple that sways, each number in its own way."""
    rng = np.random.default_rng(number)
    times_s = np.arange(int(duration_s * 10) + 1) / 10
    keypoints = np.empty((2, len(times_s), 17, 3))
    for dancer, x_px in enumerate((500.0, 760.0)):
        width, hz = rng.uniform(5, 60), rng.uniform(0.5, 1.2)
        for frame, time_s in enumerate(times_s):
            keypoints[dancer, frame] = figure_px(x_px + width * np.sin(2 * np.pi * hz * time_s))
    return pack_track(CoupleTrack(times_s, keypoints, *SIZE_PX))
