"""The library serves every wish that a form can make."""

from collections import Counter
from itertools import product

import pytest

from ai_services.vocabulary import Category, Difficulty, Energy, Style
from video_processing.demo.couple.catalogue import DEMO_MOVES
from video_processing.demo.couple.days import DAYS

MAX_STRETCH = 0.12


def test_moves_have_names_of_their_own():
    assert len({move.slug for move in DEMO_MOVES}) == len(DEMO_MOVES)
    assert len({move.video_path for move in DEMO_MOVES}) == len(DEMO_MOVES)


@pytest.mark.parametrize("category", Category)
def test_every_category_has_at_least_six_moves(category):
    assert sum(move.category == category for move in DEMO_MOVES) >= 6


@pytest.mark.parametrize(("difficulty", "energy", "style"), list(product(Difficulty, Energy, Style)))
def test_every_wish_has_a_move_of_its_own(difficulty, energy, style):
    wish = (difficulty, energy, style)
    assert any((move.difficulty, move.energy, move.style) == wish for move in DEMO_MOVES)


def test_every_filming_day_is_used():
    assert {move.day for move in DEMO_MOVES} == set(range(len(DAYS)))


@pytest.mark.parametrize("category", [Category.INTROS, Category.OUTRO, Category.BASIC])
@pytest.mark.parametrize("difficulty", Difficulty)
def test_every_difficulty_opens_closes_and_rests(category, difficulty):
    assert any(move.category == category and move.difficulty == difficulty for move in DEMO_MOVES)


@pytest.mark.parametrize("category", [Category.INTROS, Category.OUTRO, Category.BASIC])
@pytest.mark.parametrize("tempo_bpm", sorted({move.tempo_bpm for move in DEMO_MOVES}))
def test_every_tempo_has_a_beginner_move_that_opens_closes_and_rests(category, tempo_bpm):
    assert any(
        move.category == category and move.difficulty == Difficulty.BEGINNER and move.tempo_bpm == tempo_bpm
        for move in DEMO_MOVES
    )


@pytest.mark.parametrize("song_bpm", range(108, 151, 3))
def test_songs_from_108_to_150_reach_many_clips_and_an_opening_and_a_close(song_bpm):
    reached = [move for move in DEMO_MOVES if abs(song_bpm / move.tempo_bpm - 1) <= MAX_STRETCH]
    assert len(reached) >= 20
    assert {Category.INTROS, Category.OUTRO, Category.BASIC} <= {move.category for move in reached}


def test_moves_last_whole_phrases():
    counts = Counter(move.choreograph().n_counts for move in DEMO_MOVES)
    assert set(counts) == {8, 16, 32}


def test_both_dancers_of_a_day_wear_different_colours():
    for day in DAYS:
        lead, follow = (outfit.top_colour for outfit in day.outfits)
        assert sum(abs(a - b) for a, b in zip(lead, follow, strict=True)) > 90


def test_a_choreography_is_the_same_each_time_it_is_written():
    for move in DEMO_MOVES:
        assert repr(move.choreograph()) == repr(move.choreograph())
