"""A song becomes slots that begin on its counts 1, whatever its phrases are."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_services.vocabulary import SectionLabel
from choreography.planning.errors import SongTooShortError
from choreography.planning.slots import MAX_RUN_BEATS, heard, runs_of, slots_of, twins_of


def lengths(song, duration_s=None) -> list[int]:
    return [slot.beats for slot in slots_of(song, duration_s)]


def test_a_whole_phrase_makes_two_slots_of_four(make_song):
    slots = slots_of(make_song((8, 8), tail_beats=0))

    assert [slot.beats for slot in slots] == [4, 4, 4, 4]
    assert [slot.count for slot in slots] == [1, 5, 1, 5]
    assert [slot.last for slot in slots] == [False, True, False, True]


def test_a_half_phrase_is_a_slot_of_its_own(make_song):
    assert lengths(make_song((8, 4, 8), tail_beats=0)) == [4, 4, 4, 4, 4]


def test_a_slot_has_its_twin_where_a_part_of_the_same_name_was_as_far_on(make_song):
    slots = slots_of(make_song((8,) * 40))
    twins = twins_of(slots)

    verses = [number for number, slot in enumerate(slots) if slot.label is SectionLabel.VERSE]
    earlier, later = verses[:10], verses[10:]
    assert twins[earlier].tolist() == [-1] * 10
    assert twins[later].tolist() == verses[:-10]
    assert all(twin < number for number, twin in enumerate(twins))


def test_twelve_counts_are_a_phrase_and_a_half(make_song):
    slots = slots_of(make_song((8, 12, 8), tail_beats=0))

    assert [slot.count for slot in slots] == [1, 5, 1, 5, 1, 1, 5]


def test_a_remainder_too_short_for_a_move_joins_the_slot_before(make_song):
    assert lengths(make_song((8, 10, 3, 8), tail_beats=0)) == [4, 4, 13, 4, 4]


def test_a_tail_of_half_a_phrase_is_danced_and_a_shorter_one_is_not(make_song):
    assert lengths(make_song((8, 8), tail_beats=5)) == [4, 4, 4, 4, 5]
    assert lengths(make_song((8, 8), tail_beats=3)) == [4, 4, 4, 4]


def test_a_song_without_a_count_one_or_a_phrase_is_refused(make_song):
    with pytest.raises(SongTooShortError):
        slots_of(make_song((), lead_in_beats=2, tail_beats=3))


@given(st.lists(st.integers(1, 30), min_size=1, max_size=20), st.integers(0, 12), st.integers(0, 12))
def test_slots_join_without_gaps_and_begin_where_the_dancer_counts_one_or_five(make_song, phrases, lead_in, tail):
    song = make_song(phrases, lead_in_beats=lead_in, tail_beats=tail)
    try:
        slots = slots_of(song)
    except SongTooShortError:
        assert max(phrases) < 4 and tail < 4
        return

    counts = song.grid.counts()
    assert all(earlier.end_beat == later.first_beat for earlier, later in pairwise(slots))
    assert all(counts[slot.first_beat] == slot.count in (1, 5) for slot in slots)
    assert all(slot.beats >= 4 for slot in slots)
    assert len(song.grid.beat_times_s) - 1 - slots[-1].end_beat < 4
    assert slots[-1].end_beat < len(song.grid.beat_times_s)


@given(st.floats(5, 200))
def test_a_wished_length_ends_on_the_nearest_phrase_end(make_song, duration_s):
    song = make_song((8,) * 20, 120.0)

    ends_s = [song.grid.beat_times_s[slot.end_beat] for slot in slots_of(song) if slot.last]
    end_s = song.grid.beat_times_s[slots_of(song, duration_s)[-1].end_beat]

    assert abs(end_s - duration_s) == min(abs(other - duration_s) for other in ends_s)


@given(st.lists(st.sampled_from([8, 8, 8, 4, 12]), min_size=1, max_size=12))
def test_the_counts_of_clip_and_song_agree_all_through_a_run(make_song, phrases):
    song = make_song(phrases)
    counts = song.grid.counts()

    slots = slots_of(song)
    for slot, slot_runs in zip(slots, runs_of(slots), strict=True):
        assert slot_runs or slot.count == 5
        for run in slot_runs:
            danced = (slot.count - 1 + np.arange(run.beats)) % 8 + 1
            assert run.beats >= 8 or (slot.count == 1 and slot.last)
            assert (counts[run.first_beat : run.first_beat + run.beats] == danced).all()
            assert run.beats <= MAX_RUN_BEATS


def test_a_slot_knows_its_section_its_loudness_and_its_break(make_song):
    song = make_song((8,) * 12)
    silent = type(song)(**{**song.__dict__, "break_beats": np.arange(3 + 16, 3 + 19)})

    slots = slots_of(silent)

    assert slots[0].label is SectionLabel.INTRO
    assert [slot.in_break for slot in slots[:8]] == [False] * 4 + [True] + [False] * 3
    loudest = int(np.argmax(song.phrase_energy_db[:12]))
    assert max(slots, key=lambda slot: slot.energy) is slots[2 * loudest]
    assert all(-2.5 <= slot.energy <= 2.0 for slot in slots)


def test_silent_phrases_do_not_break_the_energy_scale(make_song):
    song = make_song((8,) * 12)
    levels = song.phrase_energy_db.copy()
    levels[4] = -np.inf

    slots = slots_of(type(song)(**{**song.__dict__, "phrase_energy_db": levels}))

    assert all(np.isfinite(slot.energy) for slot in slots)
    assert slots[8].energy == min(slot.energy for slot in slots)


def test_beats_behind_the_end_of_the_file_are_not_danced(make_song):
    song = make_song((8,) * 6, 120.0, tail_beats=1)

    cut = heard(song, float(song.grid.beat_times_s[-1]) - 0.1)

    assert len(cut.grid.beat_times_s) == len(song.grid.beat_times_s) - 1
    assert lengths(cut) == [4] * 12
    assert heard(song, song.duration_s) is song


def test_in_half_time_two_beats_are_one_count_and_two_phrases_one(make_song):
    song = make_song((8,) * 8, 128.0, tail_beats=0)

    half = heard(song, song.duration_s, half_time=True)

    assert half.grid.tempo_bpm == 64.0
    assert set(half.grid.beat_times_s) <= set(song.grid.beat_times_s)
    assert set(half.grid.beat_times_s[half.grid.count1_beats]) <= set(song.grid.beat_times_s[song.grid.count1_beats])
    assert len([slot for slot in slots_of(half) if slot.last]) == 4
    assert len(half.phrase_energy_db) == len(half.grid.count1_beats)
