"""How good a timeline is, in figures that a random one does not reach."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ai_services.vocabulary import Difficulty
from choreography.planning.beam import MEMORY
from choreography.planning.coherence import Feet, coherence
from choreography.planning.inputs import FloatArray, IntArray, PlannableMove
from choreography.planning.library import Library, library_of
from choreography.planning.seams import seam_distances
from choreography.planning.slots import FIVE
from choreography.planning.timelines import Shown
from video_processing.music.grid import SongAnalysis

ON_THE_BEAT_S = 0.050
FEWEST_PHRASES = 4
"""Below these a correlation says nothing."""


@dataclass(frozen=True)
class Quality:
    """The figures of one timeline. NaN where the clips do not tell."""

    cuts_on_one: float
    """Share of clips, 0..1, that begin within 50 ms of a count 1 of the song."""
    cuts_on_count: float
    """Share of clips that begin within 50 ms of a count 1 or 5."""
    cuts_on_beat: float
    """Share of clips that begin within 50 ms of any beat."""
    beat_error_ms: float
    """Mean distance of the clips' beats from the song's nearest beats."""
    seam_distance: float
    """Mean distance of the couple across the cuts, torso lengths."""
    energy_correlation: float
    """Between the loudness of the song's phrases and the motion danced on them, -1..1."""
    moves: int
    distinct: int
    repeats_within_4: int
    within_difficulty: float
    """Share of clips at or below the wished difficulty."""
    mean_stretch: float
    max_stretch: float
    """Farthest any clip is from its own tempo, as a share."""
    coherence: float
    """Of the follow's feet with the song's beat, 0..1; see `coherence.Coherence`."""
    coherence_chance: float


def evaluate(
    song: SongAnalysis,
    timeline: Sequence[Shown],
    moves: Sequence[PlannableMove],
    difficulty: Difficulty,
    feet: Feet | None = None,
) -> Quality:
    """Return the figures of a timeline made of the library's moves; `feet` is what is known of theirs."""
    library = library_of(moves)
    starts_s = np.array([shown.song_s[0] for shown in timeline])
    beats_s = song.grid.beat_times_s
    counts = song.grid.counts()
    stepping = coherence(beats_s, timeline, feet or {})
    order = [shown.move.move_id for shown in timeline]
    stretch = [abs(float(np.ptp(shown.clip_s) / np.ptp(shown.song_s)) - 1.0) for shown in timeline]
    return Quality(
        cuts_on_one=float(np.mean(_to_nearest(starts_s, beats_s[counts == 1]) <= ON_THE_BEAT_S)),
        cuts_on_count=float(np.mean(_to_nearest(starts_s, beats_s[np.isin(counts, (1, FIVE))]) <= ON_THE_BEAT_S)),
        cuts_on_beat=float(np.mean(_to_nearest(starts_s, beats_s) <= ON_THE_BEAT_S)),
        beat_error_ms=1000 * float(np.mean(_beat_errors_s(timeline, beats_s))),
        seam_distance=_seam_distance(library, timeline),
        energy_correlation=_energy_correlation(song, library, timeline),
        moves=len(order),
        distinct=len(set(order)),
        repeats_within_4=sum(order[i] in order[max(0, i - MEMORY) : i] for i in range(len(order))),
        within_difficulty=float(np.mean([shown.move.difficulty.level <= difficulty.level for shown in timeline])),
        mean_stretch=float(np.mean(stretch)),
        max_stretch=max(stretch),
        coherence=stepping.value,
        coherence_chance=stepping.chance,
    )


def _to_nearest(times_s: FloatArray, marks_s: FloatArray) -> FloatArray:
    """Return the distance from each time to the nearest mark."""
    walls_s = np.concatenate([[-np.inf], marks_s, [np.inf]])
    after = np.searchsorted(walls_s, times_s)
    nearest: FloatArray = np.minimum(times_s - walls_s[after - 1], walls_s[after] - times_s)
    return nearest


def _beat_errors_s(timeline: Sequence[Shown], beats_s: FloatArray) -> FloatArray:
    """Return how far each clip beat shown between the song's first and last beat is from the nearest of them."""
    shown_s = np.concatenate([_song_times(shown)[1] for shown in timeline])
    inside = (shown_s >= beats_s[0]) & (shown_s <= beats_s[-1])
    return _to_nearest(shown_s[inside], beats_s)


def _song_times(shown: Shown) -> tuple[IntArray, FloatArray]:
    """Return the clip's beats that are shown, and the song's seconds at which they are; the last is the next clip's."""
    beats_s = shown.move.beat_times_s
    beats = np.flatnonzero((beats_s >= shown.clip_s[0] - 1e-6) & (beats_s < shown.clip_s[-1] - 1e-6))
    return beats, np.interp(beats_s[beats], shown.clip_s, shown.song_s)


def _seam_distance(library: Library, timeline: Sequence[Shown]) -> float:
    exits = np.array([_row_near(library, shown, shown.clip_s[-1]) for shown in timeline[:-1]], dtype=np.int64)
    entries = np.array([_row_near(library, shown, shown.clip_s[0]) for shown in timeline[1:]], dtype=np.int64)
    if len(exits) == 0:
        return float("nan")
    return float(np.mean(np.diag(seam_distances(library, exits, entries))))


def _row_near(library: Library, shown: Shown, clip_s: float) -> int:
    index = library.index_of(shown.move.move_id)
    return int(library.first_row[index] + np.argmin(np.abs(shown.move.beat_times_s - clip_s)))


def _energy_correlation(song: SongAnalysis, library: Library, timeline: Sequence[Shown]) -> float:
    """Return the correlation of loudness and danced motion over the phrases that know both."""
    edges_s = np.append(song.grid.beat_times_s[song.grid.count1_beats], song.duration_s)
    times_s, motion = [], []
    for shown in timeline:
        beats, at_s = _song_times(shown)
        times_s.append(at_s)
        motion.append(library.motion[library.first_row[library.index_of(shown.move.move_id)] + beats])
    phrase = np.searchsorted(edges_s, np.concatenate(times_s) + 1e-6, side="right") - 1
    moved = np.concatenate(motion)
    known = np.isfinite(moved) & (phrase >= 0) & (phrase < len(song.phrase_energy_db))
    count = np.bincount(phrase[known], minlength=len(song.phrase_energy_db))
    total = np.bincount(phrase[known], weights=moved[known], minlength=len(song.phrase_energy_db))
    danced = (count > 0) & np.isfinite(song.phrase_energy_db)
    if np.count_nonzero(danced) < FEWEST_PHRASES:
        return float("nan")
    loudness, mean = song.phrase_energy_db[danced], total[danced] / count[danced]
    flat = np.ptp(loudness) == 0 or np.ptp(mean) == 0
    return float("nan") if flat else float(np.corrcoef(loudness, mean)[0, 1])
