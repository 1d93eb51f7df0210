"""The choreographer beside random clips and beside the earlier program's loop, on songs whose counts are known."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields

import numpy as np

from ai_services.vocabulary import Difficulty, Energy, Style
from choreography.blueprint.schema import SongRef
from choreography.models import Move
from choreography.planning.coherence import Feet
from choreography.planning.evaluation import Quality, evaluate
from choreography.planning.inputs import PlannableMove, Wish
from choreography.planning.plan import plan_choreography
from choreography.planning.timelines import Shown, greedy_timeline, random_timeline, timeline_of
from choreography.search.sentences import sentence_vectors, wish_sentence
from common import storage
from common.errors import InputError
from video_processing.couple.feet import follow_feet
from video_processing.music.grid import SongAnalysis
from video_processing.pose.storage import unpack_track

OURS, GREEDY, RANDOM = "ours", "greedy", "random"
Figures = dict[str, float]


@dataclass(frozen=True)
class Trial:
    """One song danced to one wish."""

    song: str
    wish: str
    figures: Mapping[str, Figures]
    """By `ours`, `greedy` and `random` (a mean of several); without ours where the wish was refused."""
    refusal: str
    compromises: tuple[str, ...]


def feet_of(moves: Iterable[PlannableMove]) -> Feet:
    """Return the speed of the follow's feet in each move's clip, from its keypoints. Raises MissingMediaError."""
    rows = Move.objects.filter(id__in=[move.move_id for move in moves]).exclude(keypoints_key="")
    keys = rows.values_list("id", "keypoints_key")
    return {str(move_id): follow_feet(unpack_track(storage.read_bytes(key))) for move_id, key in keys.iterator()}


def trial(
    analysis: SongAnalysis, reference: SongRef, moves: tuple[PlannableMove, ...], feet: Feet, wish: Wish, draws: int
) -> Trial:
    """Return how a song is danced to a wish: by the choreographer, by the loop, and by `draws` random orders."""

    def figures(timeline: Sequence[Shown]) -> Quality:
        return evaluate(analysis, timeline, moves, wish.difficulty, feet)

    told: dict[str, Figures] = {}
    refusal = ""
    compromises: tuple[str, ...] = ()
    try:
        blueprint = plan_choreography(analysis, reference, moves, wish)
    except InputError as error:
        refusal = str(error)
    else:
        told[OURS] = asdict(figures(timeline_of(blueprint, moves)))
        compromises = blueprint.compromises
    told[GREEDY] = asdict(figures(greedy_timeline(analysis, moves)))
    told[RANDOM] = means([asdict(figures(random_timeline(analysis, moves, seed))) for seed in range(1, draws + 1)])
    return Trial(reference.title, _named(wish), told, refusal, compromises)


def wishes(
    difficulties: Iterable[Difficulty], energies: Iterable[Energy], styles: Iterable[Style], seed: int = 0
) -> list[Wish]:
    """Return a wish for each cell asked for, with its words as a vector."""
    cells = [(d, e, s) for d in difficulties for e in energies for s in styles]
    words = sentence_vectors([wish_sentence(*cell) for cell in cells])
    return [Wish(*cell, seed=seed, words=vector) for cell, vector in zip(cells, words, strict=True)]


def means(rows: Sequence[Figures]) -> Figures:
    """Return the mean of each figure over the rows that know it; NaN where none does."""
    names = [field.name for field in fields(Quality)]
    return {name: _mean([row[name] for row in rows]) for name in names}


def means_of(trials: Sequence[Trial], method: str) -> Figures:
    """Return the mean figures of a method over the trials that were not refused."""
    return means([trial.figures[method] for trial in trials if OURS in trial.figures])


GOALS: dict[str, Callable[[Figures, Figures], bool]] = {
    "cuts on 1 or 5: all": lambda ours, _: ours["cuts_on_count"] > 0.999,
    "seam distance: at most .60 of random": lambda ours, random: (
        ours["seam_distance"] <= 0.60 * random["seam_distance"]
    ),
    "energy correlation: at least .5": lambda ours, _: ours["energy_correlation"] >= 0.5,
    "repeats within 4: none": lambda ours, _: ours["repeats_within_4"] == 0,
    "difficulty: all within": lambda ours, _: ours["within_difficulty"] == 1.0,
    "coherence: at least 3 x random": lambda ours, random: ours["coherence"] >= 3 * random["coherence"],
}
"""Each asks the mean figures of our plans and of random ones; what is not known meets no goal."""


def _mean(values: Sequence[float]) -> float:
    known = [value for value in values if np.isfinite(value)]
    return float(np.mean(known)) if known else float("nan")


def _named(wish: Wish) -> str:
    return " ".join(part.value for part in (wish.difficulty, wish.energy, wish.style) if part is not None)
