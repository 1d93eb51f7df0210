import numpy as np
import pytest

from video_processing.demo.songs.composing import composed
from video_processing.demo.songs.harmony import Key, Mode, chord_of, frequency_hz, scale_over, tonic_chord
from video_processing.demo.songs.notes import Note, Stroke, with_silence
from video_processing.demo.songs.plucked import LEAD_STRING, REQUINTO_STRING, SEGUNDA_STRING, String, plucked_string
from video_processing.demo.songs.spec import Part, SongSpec
from video_processing.demo.songs.timeline import Bar, bars_of


def notes_of(spec: SongSpec, part: Part) -> list[Note]:
    return sorted((note for note in composed(spec) if note.part is part), key=lambda note: note.beat)


def bar_at(bars: tuple[Bar, ...], beat: float) -> Bar:
    return bars[min(int(beat) // 4, len(bars) - 1)]


@pytest.mark.parametrize(
    ("numeral", "key", "classes"),
    [
        ("i", Key("A", Mode.MINOR), {9, 0, 4}),
        ("V7", Key("A", Mode.MINOR), {4, 8, 11, 2}),
        ("VI", Key("E", Mode.MINOR), {0, 4, 7}),
        ("vi", Key("G", Mode.MAJOR), {4, 7, 11}),
        ("IV", Key("D", Mode.MAJOR), {7, 11, 2}),
    ],
)
def test_numerals_name_chords(numeral: str, key: Key, classes: set[int]) -> None:
    assert set(chord_of(numeral, key).classes) == classes


def test_the_scale_over_the_dominant_of_a_minor_key_has_the_raised_seventh() -> None:
    key = Key("A", Mode.MINOR)

    scale = scale_over(chord_of("V7", key), key)

    assert 8 in scale
    assert 7 not in scale
    assert len(scale) == 7


def test_the_bass_plays_on_one_two_and_three_four(short_song: SongSpec) -> None:
    verse = next(bar for bar in bars_of(short_song) if bar.label == "verse")

    places = [note.beat - verse.first_beat for note in notes_of(short_song, Part.BASS)]

    assert [place for place in places if 0 <= place < 4] == [0.0, 1.5, 2.0, 3.0]


def test_the_bass_opens_every_bar_with_the_root(short_song: SongSpec) -> None:
    bars = bars_of(short_song)

    opening = [note for note in notes_of(short_song, Part.BASS) if note.beat % 4 == 0 and note.beat < 4 * len(bars)]

    assert len(opening) == len(bars) - 2, "the guitars open the song: bass enters with the second phrase"
    assert all(note.tone % 12 == bar_at(bars, note.beat).chord.root_class for note in opening)


def test_the_bass_walks_in_the_scale_of_its_chord_or_of_the_next(short_song: SongSpec) -> None:
    bars = bars_of(short_song)
    nearby = [bar_at(bars, note.beat) for note in notes_of(short_song, Part.BASS)]

    fitting = [
        note.tone % 12
        in scale_over(bar.chord, short_song.key) | scale_over(bar_at(bars, bar.first_beat + 4).chord, short_song.key)
        for note, bar in zip(notes_of(short_song, Part.BASS), nearby, strict=True)
    ]

    assert all(fitting)


def test_the_hembra_answers_on_four(short_song: SongSpec) -> None:
    plain = [bar for bar in bars_of(short_song) if bar.ending == "plain"]

    hembra = {note.beat for note in notes_of(short_song, Part.BONGO) if note.tone == Stroke.HEMBRA}

    assert all(bar.first_beat + 3 in hembra and bar.first_beat not in hembra for bar in plain)


@pytest.mark.parametrize("part", [Part.VOICE, Part.CORO, Part.LEAD, Part.REQUINTO, Part.SEGUNDA])
def test_every_pitch_belongs_to_the_scale_of_its_chord(part: Part, short_song: SongSpec) -> None:
    bars = bars_of(short_song)

    foreign = [
        note
        for note in notes_of(short_song, part)
        if note.beat < 4 * len(bars) and note.tone % 12 not in scale_over(bar_at(bars, note.beat).chord, short_song.key)
    ]

    assert foreign == []


def test_a_theme_returns_with_its_kind_of_section(short_song: SongSpec) -> None:
    def theme(first_beat: int) -> list[tuple[float, int]]:
        voice = notes_of(short_song, Part.LEAD)
        return [(note.beat - first_beat, note.tone) for note in voice if first_beat <= note.beat < first_beat + 16]

    intro, outro = theme(0), theme(8 * 8)

    assert intro == outro


def test_the_last_stroke_is_the_chord_of_the_key(short_song: SongSpec) -> None:
    last = [note for note in composed(short_song) if note.beat == short_song.n_beats - 1]

    pitched = {note.tone % 12 for note in last if note.part in (Part.BASS, Part.REQUINTO)}

    assert pitched == set(tonic_chord(short_song.key).classes)


def test_silence_drops_the_notes_inside_and_damps_those_that_ring_into_it() -> None:
    ringing, inside, after = (Note(Part.BASS, beat, 40, 1.0, 2.0) for beat in (0.0, 1.5, 3.0))

    kept = with_silence([ringing, inside, after], 1.0, 2.9)

    assert [(note.beat, note.length_beats) for note in kept] == [(0.0, 1.0), (3.0, 2.0)]


@pytest.mark.parametrize("string", [REQUINTO_STRING, SEGUNDA_STRING, LEAD_STRING])
@pytest.mark.parametrize("pitch", [48, 57, 64, 71, 79])
def test_a_string_is_in_tune_to_three_cents(string: String, pitch: int) -> None:
    sound = plucked_string(string, pitch, 44_100)[4_410:].astype(np.float64)

    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound)), 1 << 20))
    hz = np.fft.rfftfreq(1 << 20, 1 / 44_100)
    near = np.flatnonzero(np.abs(1200 * np.log2(np.maximum(hz, 1) / frequency_hz(pitch))) < 60)
    heard_hz = hz[near[spectrum[near].argmax()]]

    assert abs(1200 * np.log2(heard_hz / frequency_hz(pitch))) < 3
