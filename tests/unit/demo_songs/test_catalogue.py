import numpy as np
import pytest

from video_processing.demo.songs.catalogue import DEMO_SONGS, easy_songs, hard_songs
from video_processing.demo.songs.composing import composed
from video_processing.demo.songs.rendering import RING_OUT_S, render_song
from video_processing.demo.songs.spec import GUITARS, PERCUSSION, Part, SongSpec
from video_processing.demo.songs.timeline import beat_times_s


def duration_s(spec: SongSpec) -> float:
    return float(beat_times_s(spec)[-1]) + RING_OUT_S


def has_half_phrase(spec: SongSpec) -> bool:
    return any(plan.half_phrase for plan in spec.form)


def test_demo_songs_are_at_least_four_that_differ() -> None:
    assert len(DEMO_SONGS) >= 4
    for values in (
        {spec.slug for spec in DEMO_SONGS},
        {spec.title for spec in DEMO_SONGS},
        {spec.seed for spec in DEMO_SONGS},
        {spec.tempo_bpm for spec in DEMO_SONGS},
        {spec.key for spec in DEMO_SONGS},
    ):
        assert len(values) == len(DEMO_SONGS)


@pytest.mark.parametrize("spec", DEMO_SONGS, ids=lambda spec: spec.slug)
def test_a_demo_song_is_as_long_and_as_fast_as_bachata_and_has_every_section(spec: SongSpec) -> None:
    assert 108 <= spec.tempo_bpm <= 150
    assert 90 <= duration_s(spec) <= 180
    assert {plan.label.value for plan in spec.form} == {"intro", "verse", "chorus", "mambo", "outro"}
    assert any(plan.ending == "break" for plan in spec.form)
    assert not has_half_phrase(spec)


@pytest.mark.parametrize("offset", [0, 1, 2])
def test_the_easy_set_has_the_variations_it_promises(offset: int) -> None:
    songs = easy_songs(offset)

    assert len(songs) == 12
    assert min(spec.tempo_bpm for spec in songs) == 108
    assert max(spec.tempo_bpm for spec in songs) == 150
    assert sorted(spec.drift for spec in songs if spec.drift) == [-0.08, 0.10]
    assert [spec.rubato for spec in songs if spec.rubato] == [0.02]
    assert sum(map(has_half_phrase, songs)) == 3
    assert max(spec.jitter_s for spec in songs) == pytest.approx(0.012)
    assert all(60 <= duration_s(spec) <= 92 for spec in songs)


@pytest.mark.parametrize("offset", [0, 1, 2])
def test_the_hard_set_has_the_variations_it_promises(offset: int) -> None:
    songs = hard_songs(offset)

    assert len(songs) == 6
    assert all(0.2 <= spec.mix.percussion <= 0.35 and spec.mix.percussion_room > 1 for spec in songs)
    assert all(spec.mix.guitars_off_beat == 1.5 and spec.mix.guitars_on_beat == 0.6 for spec in songs)
    assert all(spec.mix.voice == 2.2 for spec in songs)
    assert all(0.004 <= spec.jitter_s <= 0.015 for spec in songs)
    assert sum(map(has_half_phrase, songs)) == 2
    assert sum(bool(spec.drift) for spec in songs) == 2
    assert sum(bool(spec.rubato) for spec in songs) == 2
    assert all(60 <= duration_s(spec) <= 92 for spec in songs)


def test_in_a_hard_song_the_guitars_are_stronger_off_the_beat_and_the_percussion_is_faint() -> None:
    def gains(spec: SongSpec, parts: frozenset[Part], *, on_beat: bool) -> float:
        return float(np.mean([n.gain for n in composed(spec) if n.part in parts and (n.beat % 1 == 0) is on_beat]))

    easy, hard = easy_songs()[0], hard_songs()[0]

    assert gains(hard, GUITARS, on_beat=False) > 1.3 * gains(hard, GUITARS, on_beat=True)
    assert gains(easy, GUITARS, on_beat=False) < gains(easy, GUITARS, on_beat=True)
    assert gains(hard, PERCUSSION, on_beat=True) < 0.5 * gains(easy, PERCUSSION, on_beat=True)


def test_another_offset_gives_other_songs_and_the_same_offset_the_same() -> None:
    assert easy_songs(3) == easy_songs(3)
    assert {spec.seed for spec in easy_songs(0)}.isdisjoint(spec.seed for spec in easy_songs(1))
    assert easy_songs(0)[4].form != easy_songs(1)[4].form


def test_a_hard_song_stays_within_full_scale() -> None:
    rendered = render_song(hard_songs()[0], 22_050, stereo=False)

    assert 0.4 < np.abs(rendered.samples).max() < 1.0
