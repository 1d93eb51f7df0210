"""What is known of a song, for programs and for people."""

from typing import Any

import numpy as np

from ai_services.vocabulary import COUNTS_PER_PHRASE
from video_processing.music.grid import Section, SongAnalysis

BAR_LETTERS = 20
CONFIDENCE_WORDS = {"beat": "beats", "downbeat": "bars", "count1": "count 1"}
UNSURE = 0.3


def song_document(song: SongAnalysis) -> dict[str, Any]:
    """Return the analysis as plain JSON values: times in seconds, downbeats and count 1s as indices into the beats."""
    return {
        "tempo_bpm": round(song.grid.tempo_bpm, 3),
        "beat_times_s": song.grid.beat_times_s.round(4).tolist(),
        "downbeat_beats": song.grid.downbeat_beats.tolist(),
        "count1_beats": song.grid.count1_beats.tolist(),
        "sections": [
            {"label": part.label.value, "start_s": part.start_s, "end_s": part.end_s, "energy": round(part.energy, 4)}
            for part in song.sections
        ],
        "confidence": dict(song.grid.confidence),
    }


def song_table(title: str, song: SongAnalysis) -> str:
    """Return the analysis for people."""
    grid = song.grid
    lines = [
        title,
        f"  {grid.tempo_bpm:.1f} BPM{_drift(song)}, {clock(song.duration_s)}, {len(grid.beat_times_s)} beats",
        f"  First count 1 at {clock(float(grid.beat_times_s[grid.count1_beats[0]]))}, {_phrases(song)}",
        *(f"  Break at {clock(time_s)}" for time_s in _break_times_s(song)),
        *(_section_line(section) for section in song.sections),
        "  Sure of " + ", ".join(f"{CONFIDENCE_WORDS[name]} {share:.0%}" for name, share in grid.confidence.items()),
    ]
    if grid.confidence.get("beat", 1.0) < UNSURE:
        lines.append("  The beat of this song is hard to hear: the counts may be off.")
    return "\n".join(lines)


def clock(time_s: float) -> str:
    """Return a time as 1:04.5."""
    tenths = round(time_s * 10)
    return f"{tenths // 600}:{tenths % 600 // 10:02d}.{tenths % 10}"


def _drift(song: SongAnalysis) -> str:
    slowest, fastest = np.percentile(song.grid.tempo_curve_bpm(), (2, 98))
    return f" ({slowest:.0f} to {fastest:.0f})" if fastest - slowest > 0.02 * song.grid.tempo_bpm else ""


def _phrases(song: SongAnalysis) -> str:
    lengths = np.diff(song.grid.count1_beats)
    halves = song.grid.count1_beats[:-1][lengths < COUNTS_PER_PHRASE]
    told = f"{len(song.grid.count1_beats)} phrases"
    places = ", ".join(clock(float(song.grid.beat_times_s[beat])) for beat in halves)
    return f"{told}, short ones at {places}" if len(halves) else told


def _break_times_s(song: SongAnalysis) -> list[float]:
    """Return where each run of silent beats begins."""
    beats = song.break_beats
    opening = beats[np.diff(beats, prepend=-2) > 1]
    return [float(time_s) for time_s in song.grid.beat_times_s[opening]]


def _section_line(section: Section) -> str:
    bar = "#" * round(section.energy * BAR_LETTERS)
    return f"  {clock(section.start_s):>8} to {clock(section.end_s):>7}  {section.label.label:<7} {bar}"
