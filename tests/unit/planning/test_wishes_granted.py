"""Moves asked for by name, half time, a wide stretch: granted, or the plan says why not."""

import numpy as np
import pytest

from ai_services.vocabulary import Category, Difficulty
from choreography.planning.errors import SongOutOfReachError
from choreography.planning.inputs import Wish
from choreography.planning.plan import plan_choreography
from choreography.planning.tempo import ASKED_STRETCH


def ids(*moves) -> frozenset[str]:
    return frozenset(move.move_id for move in moves)


def danced(blueprint) -> list[str]:
    return [segment.move_id for segment in blueprint.segments]


def test_every_move_asked_for_by_name_is_danced(song, library, reference):
    plain = danced(plan_choreography(song, reference(song), library, Wish(Difficulty.ADVANCED)))
    others = [move for move in library if move.move_id not in plain and abs(tempo(move) / 128 - 1) < 0.12]

    for first in range(0, len(others) - 3, 3):
        asked = ids(*others[first : first + 3])
        blueprint = plan_choreography(song, reference(song), library, Wish(Difficulty.ADVANCED, include_moves=asked))
        told = " ".join(blueprint.compromises)
        missing = asked - set(danced(blueprint))
        assert told.count("could not be included") == len(missing)
        assert all("intros" in next(m.category for m in library if m.move_id == one) for one in missing)


def tempo(move) -> float:
    return float(60 / np.diff(move.beat_times_s).mean())


def test_a_move_of_an_avoided_kind_is_danced_where_it_is_asked_for_by_name(song, library, reference):
    spin = next(m for m in library if m.category is Category.SPIN and abs(tempo(m) / 128 - 1) < 0.1)
    wish = Wish(Difficulty.ADVANCED, avoid_categories=frozenset({Category.SPIN}), include_moves=ids(spin))

    blueprint = plan_choreography(song, reference(song), library, wish)

    assert spin.move_id in danced(blueprint)
    assert {s.move_id for s in blueprint.segments if s.category is Category.SPIN} == {spin.move_id}


def test_why_a_move_asked_for_is_not_danced_is_said(song, library, make_move, reference):
    hard = next(move for move in library if move.difficulty is Difficulty.ADVANCED)
    easy = next(move for move in library if move.difficulty is Difficulty.BEGINNER)
    slow = make_move(900, difficulty=Difficulty.BEGINNER, name="Slow one", beat_times_s=np.arange(24.0), states=None)
    wish = Wish(
        Difficulty.BEGINNER,
        include_moves=ids(hard, easy, slow) | {"00000000-0000-4000-8000-00000000dead"},
        banned_moves=ids(easy),
    )

    compromises = plan_choreography(song, reference(song), [*library, slow], wish).compromises

    assert f"{hard.name} could not be included: it is above the wished level." in compromises
    assert f"{easy.name} could not be included: the wish bans it too." in compromises
    assert "Slow one could not be included: it cannot follow the tempo of the song." in compromises
    assert "A move that was asked for could not be included: it is not in the library." in compromises


def test_a_song_twice_too_fast_is_danced_in_half_time_where_it_is_asked_for(make_song, library, reference):
    fast = make_song((8,) * 24, 250.0)

    with pytest.raises(SongOutOfReachError, match="Half time would bring it into reach"):
        plan_choreography(fast, reference(fast), library, Wish(Difficulty.ADVANCED))
    blueprint = plan_choreography(fast, reference(fast), library, Wish(Difficulty.ADVANCED, half_time=True))

    assert blueprint.grid.tempo_bpm == pytest.approx(125.0)
    assert {segment.target.beats % 4 for segment in blueprint.segments} == {0}
    assert blueprint.segments[-1].target.end_s > 0.9 * fast.duration_s


def test_a_song_a_little_too_fast_is_danced_with_a_wide_stretch_where_it_is_asked_for(make_song, library, reference):
    fast = make_song((8,) * 24, 168.0)

    with pytest.raises(SongOutOfReachError, match="A wide stretch would bring it into reach"):
        plan_choreography(fast, reference(fast), library, Wish(Difficulty.ADVANCED))
    blueprint = plan_choreography(fast, reference(fast), library, Wish(Difficulty.ADVANCED, wide_stretch=True))

    assert any("off the tempo filmed" in sentence for sentence in blueprint.compromises)
    for segment in blueprint.segments:
        song_s = segment.target.end_s - segment.target.start_s
        assert abs((segment.source.end_s - segment.source.start_s) / song_s - 1) <= ASKED_STRETCH + 1e-6


def test_what_would_not_help_is_not_offered(make_song, library, reference):
    hopeless = make_song((8,) * 24, 400.0)

    with pytest.raises(SongOutOfReachError) as refused:
        plan_choreography(hopeless, reference(hopeless), library, Wish(Difficulty.ADVANCED))

    assert "would bring" not in str(refused.value)


def test_a_wide_stretch_is_not_used_where_the_library_comes_near(song, library, reference):
    plain = plan_choreography(song, reference(song), library, Wish(Difficulty.ADVANCED))

    assert plan_choreography(song, reference(song), library, Wish(Difficulty.ADVANCED, wide_stretch=True)) == plain


def test_a_clip_whose_count_one_is_certain_is_danced_on_its_own_counts(make_song, make_move, reference):
    song = make_song((8,) * 20)
    moves = [make_move(n, count1_beats=np.arange(2, 40, 8)[np.arange(2, 40, 8) < 18]) for n in range(40)]

    blueprint = plan_choreography(song, reference(song), moves, Wish(Difficulty.ADVANCED))

    counts = song.grid.counts()
    for segment in blueprint.segments:
        clip_count = (segment.source.first_beat - 2) % 8 + 1
        assert clip_count == counts[segment.target.first_beat]
