"""Each part of a piece's score points the way a teacher would."""

from dataclasses import replace

import numpy as np
import pytest

from ai_services.vocabulary import Category, Difficulty, Energy, Style
from choreography.planning.inputs import Wish
from choreography.planning.library import library_of
from choreography.planning.offers import in_reach
from choreography.planning.scoring import occasion_of, score_parts
from choreography.planning.segments import windows_of
from choreography.planning.slots import Run, runs_of, slots_of

ANY_WISH = Wish(Difficulty.ADVANCED)
N_BEATS = 40


@pytest.fixture
def scores(make_song, make_move):
    """Return the parts of two moves' scores on a run of the song: the base move, and the base with changes."""

    def of(wish: Wish = ANY_WISH, slot: int = 16, phrases: int = 2, base: dict[str, object] | None = None, **changes):
        song = make_song(tempo_bpm=128.0)
        times_s = 60 / 128 * np.arange(N_BEATS)
        like = {"category": Category.SPIN, "count1_beats": np.array([0]), "beat_times_s": times_s, "states": None}
        first = make_move(1, **{**like, **(base or {})})
        other = make_move(1, **{**like, "move_id": "f" * 8 + first.move_id[8:], **changes})
        library = library_of([first, other])
        occasion = occasion_of(song, slots_of(song), library, wish)
        run = next(run for run in runs_of(occasion.slots)[slot] if run.phrases == phrases)
        parts = score_parts(occasion, run, windows_of(library, run.beats))
        return {name: (float(values[0]), float(values[-1])) for name, values in parts.items()}

    return of


def better(part: tuple[float, float]) -> bool:
    return part[1] > part[0]


def test_a_clip_at_the_tempo_of_the_song_scores_above_a_stretched_one(scores):
    base, stretched = scores(beat_times_s=60 / 120 * np.arange(N_BEATS))["tempo"]

    assert base == pytest.approx(0.0, abs=0.01)
    assert stretched == pytest.approx(-2 * 0.6 * (np.log(128 / 120) / np.log(1.12)) ** 2, rel=0.05)


def test_the_wished_style_scores(scores):
    parts = scores(Wish(Difficulty.ADVANCED, style=Style.SENSUAL), style=Style.SENSUAL)

    assert better(parts["style"])


def test_the_wished_energy_label_scores(scores):
    wish = Wish(Difficulty.ADVANCED, energy=Energy.HIGH)

    assert not better(scores(wish, energy=Energy.LOW)["label"])


def test_spins_suit_the_chorus_more_than_boleros(scores):
    assert not better(scores(slot=22, category=Category.BOLERO)["part"])


def test_a_dancer_out_of_sight_costs(scores, make_move):
    states = make_move(1).states
    n = N_BEATS
    seen = replace(
        states,
        poses_torsos=np.zeros((n, 2, 12, 2)),
        hips_torsos=np.zeros((n, 2, 2)),
        scale=np.full((n, 2), 0.2),
        hold=np.zeros(n, dtype=np.int64),
        relation=np.zeros(n, dtype=np.int64),
        weight_foot=np.zeros((n, 2), dtype=np.int64),
        motion_energy=np.ones(n),
    )
    hidden = replace(seen, poses_torsos=np.where(np.arange(2)[None, :, None, None] == 1, np.nan, seen.poses_torsos))

    assert scores(states=seen)["seen"] == (0.0, 0.0)
    assert scores(states=hidden)["seen"] == (0.0, -4.0)


def test_feet_that_mark_the_beat_score(scores, make_move):
    states = make_move(1, beat_times_s=np.arange(N_BEATS)).states

    vague, clear = (replace(states, foot_clarity=clarity) for clarity in (0.2, 0.9))
    library = library_of([make_move(n, beat_times_s=np.arange(N_BEATS), states=s) for n, s in ((1, vague), (2, clear))])

    assert library.clarity == pytest.approx([-1.0, 1.0])
    assert scores()["feet"] == (0.0, 0.0)
    assert better(scores(states=clear, base={"states": vague})["feet"])


def test_a_run_across_a_section_change_and_a_single_phrase_cost(scores):
    assert scores(slot=16, phrases=2)["shape"] == (0.0, 0.0)
    assert scores(slot=18, phrases=2)["shape"] == (-1.0, -1.0)
    assert scores(slot=16, phrases=1)["shape"] == (-1.0, -1.0)
    assert scores(slot=10, phrases=4)["shape"] == (-1.0, -1.0)


def test_a_move_that_begins_on_five_costs_a_little(scores):
    assert scores(slot=21, phrases=2, count1_beats=np.array([4]))["shape"] == pytest.approx((-0.3, -0.3))


def test_the_seed_s_taste_is_none_for_seed_0_and_small_otherwise(scores):
    assert scores()["taste"] == (0.0, 0.0)
    taste = scores(Wish(Difficulty.ADVANCED, seed=4))["taste"]
    assert taste[0] != taste[1]
    assert max(map(abs, taste)) < 4 * 0.35 * 2


def test_a_clip_with_a_beat_missing_is_out_of_reach(make_song, make_move):
    song = make_song(tempo_bpm=128.0)
    times_s = 60 / 128 * np.arange(N_BEATS)
    holed = np.delete(times_s, [5, 6])
    whole, broken = make_move(1, bare=True, beat_times_s=times_s), make_move(2, bare=True, beat_times_s=holed)
    library = library_of([whole, broken])
    occasion = occasion_of(song, slots_of(song), library, Wish(Difficulty.ADVANCED))
    windows = windows_of(library, 16)
    slot = occasion.slots[4]

    reached = in_reach(occasion, Run(4, 8, slot.first_beat, 16), windows)

    early = windows.first_beat < 5
    assert dict(zip(windows.move[early].tolist(), reached[early].tolist(), strict=True)) == {0: True, 1: False}


def test_states_of_another_grid_are_a_mistake_that_is_named(make_move):
    with pytest.raises(ValueError, match="states of 29 beats for a clip of 30"):
        make_move(1, beat_times_s=np.arange(30.0), states=make_move(1, beat_times_s=np.arange(29.0)).states)
