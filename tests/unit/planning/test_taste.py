"""What a teacher would notice in a plan: openings, endings, levels that rise, strong moves on strong music."""

from dataclasses import replace

import numpy as np
import pytest

from ai_services.vocabulary import Category, Difficulty, Energy, SectionLabel, Style
from choreography.planning.inputs import Wish
from choreography.planning.plan import explained_plan, plan_choreography
from choreography.planning.styles import STYLE_CATEGORIES, fits_style
from choreography.planning.suitability import suitability


@pytest.fixture(scope="module")
def plain(make_move):
    """A library of one level and tempo, of which only categories, motion and names differ."""
    return tuple(make_move(n, difficulty=Difficulty.BEGINNER, style=None) for n in range(80))


def test_an_intro_opens_and_an_outro_closes(song, library, reference):
    segments = plan_choreography(song, reference(song), library, Wish(Difficulty.ADVANCED)).segments

    assert segments[0].category is Category.INTROS
    assert segments[-1].category is Category.OUTRO
    assert Category.OUTRO not in {segment.category for segment in segments[:-1]}


def test_an_intro_begins_at_its_start_and_an_outro_reaches_its_end(song, library, reference):
    for seed in range(4):
        segments = plan_choreography(song, reference(song), library, Wish(Difficulty.ADVANCED, seed=seed)).segments

        opening = next(move for move in library if move.move_id == segments[0].move_id)
        closing = next(move for move in library if move.move_id == segments[-1].move_id)
        assert segments[0].source.first_beat == opening.count1_beats[0]
        end = segments[-1].source
        assert len(closing.beat_times_s) - 1 - (end.first_beat + end.beats) < 4


def test_the_level_rises_through_the_song(make_song, library, reference):
    song = make_song((8,) * 46)

    segments = plan_choreography(song, reference(song), library, Wish(Difficulty.ADVANCED)).segments

    third = len(segments) // 3
    levels = [segment.difficulty.level for segment in segments]
    assert np.mean(levels[-third:]) > np.mean(levels[:third])


def test_strong_music_gets_strong_moves(make_song, plain, reference):
    song = make_song((8,) * 40)
    loud = np.tile(np.repeat([-12.0, -24.0], 4), 6)[: len(song.phrase_energy_db)]
    song = replace(song, phrase_energy_db=loud, sections=(), section_embeddings=np.empty((0, 128)))
    strength = {move.move_id: np.nanmean(move.states.motion_energy) for move in plain}

    segments = plan_choreography(song, reference(song), plain, Wish(Difficulty.BEGINNER)).segments

    danced = [strength[segment.move_id] for segment in segments]
    music = [
        loud[np.searchsorted(song.grid.count1_beats, segment.target.first_beat, side="right") - 1]
        for segment in segments
    ]
    assert np.corrcoef(danced, music)[0, 1] > 0.4


def test_a_wish_for_high_energy_is_danced_more_strongly_than_one_for_low(song, make_move, reference):
    moves = [make_move(n, energy=Energy.MEDIUM, difficulty=Difficulty.BEGINNER) for n in range(80)]
    strength = {move.move_id: np.nanmean(move.states.motion_energy) for move in moves}

    def danced(energy: Energy) -> float:
        blueprint = plan_choreography(song, reference(song), moves, Wish(Difficulty.BEGINNER, energy))
        return float(np.mean([strength[segment.move_id] for segment in blueprint.segments]))

    assert danced(Energy.HIGH) > 1.05 * danced(Energy.LOW)


def test_words_draw_moves_that_read_like_them(song, library, reference):
    favourite = next(move for move in library if move.category is Category.SHADOW)
    wish = Wish(Difficulty.ADVANCED, words=50 * favourite.text)

    plan = explained_plan(song, reference(song), library, wish)

    with_words = sum(parts["words"] for parts in plan.parts)
    without = explained_plan(song, reference(song), library, Wish(Difficulty.ADVANCED))
    assert all(parts["words"] == 0 for parts in without.parts)
    assert with_words > 0


def test_every_segment_says_why(song, library, reference):
    plan = explained_plan(song, reference(song), library, Wish(Difficulty.INTERMEDIATE))

    whys = [segment.why for segment in plan.blueprint.segments]
    assert whys[0].endswith("It opens the dance.")
    for before, segment, why in zip(plan.blueprint.segments, plan.blueprint.segments[1:], whys[1:], strict=False):
        assert before.name in why
        assert segment.difficulty.label in why
        assert ("flows from" in why) == (segment.seam.kind == "flow")


def test_a_break_calls_for_hits_and_poses_rather_than_turns():
    in_break = dict(zip(Category, suitability(SectionLabel.CHORUS, in_break=True), strict=True))

    assert in_break[Category.GOLPES] > in_break[Category.STYLE] > in_break[Category.SPIN]


def test_a_move_of_its_own_style_is_judged_by_that_and_another_by_its_kind():
    assert fits_style(Category.SPIN, Style.ROMANTIC, Style.ROMANTIC)
    assert not fits_style(Category.BOLERO, Style.PLAYFUL, Style.ROMANTIC)
    assert fits_style(Category.BOLERO, None, Style.ROMANTIC)
    assert not fits_style(Category.SPIN, None, Style.SENSUAL)
    assert all(fits_style(Category.BASIC, None, style) for style in Style)


def test_each_style_is_carried_by_several_kinds():
    assert all(len(kinds) >= 5 for kinds in STYLE_CATEGORIES.values())
