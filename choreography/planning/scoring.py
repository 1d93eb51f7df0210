"""How well a piece of a clip suits a run of phrases by itself in named parts."""

from dataclasses import dataclass

import numpy as np

from ai_services.vocabulary import COUNTS_PER_BAR, Category, Energy, Role
from choreography.planning.inputs import BoolArray, FloatArray, Wish
from choreography.planning.library import CATEGORY_INDEX, Library
from choreography.planning.segments import Windows
from choreography.planning.similarity import section_likeness, word_likeness
from choreography.planning.slots import Run, Slot
from choreography.planning.styles import fits_style, focus_of
from choreography.planning.suitability import suitability
from video_processing.music.grid import SongAnalysis

PART_WEIGHT = 1.4
LIKENESS_WEIGHT = 0.175
ENERGY_WEIGHT = 1.6
"""Against seams: on 35 real clips, five songs and the 24 wishes above beginner 1.2 / 1.6 / 2 gives a correlation of
music and motion of .56 / .60 / .62 and seams of .54 / .56 / .58 of random ones."""
TEMPO_WEIGHT = 0.6 / np.log(1.12) ** 2
"""A stretch of 12 % costs 0.6 a phrase."""
LEVEL_WEIGHT = 0.4
STYLE_WEIGHT = 0.5
LABEL_WEIGHT = 0.3
ROLE_WEIGHT = 1.0
FEET_WEIGHT = 0.4
"""On 35 real clips and five songs .2 / .5 gives seams of .55 / .53 of random ones and a coherence of the feet with the
beat of .077 / .083, with as many different moves."""
MISSING_WEIGHT = 2.0
SECTION_CHANGE_COST = 1.0
SHORT_COST = 1.0
LONG_COST = 0.5
"""For each phrase beyond two: a figure is shown in eight or sixteen counts."""
PLACE_WEIGHT = 1.5
OPENING_BONUS = CLOSING_BONUS = 5.0

CUT_OFF_COST = 2.0
"""For an intro that is entered late, or an outro that is left before its final pose."""

OPENING_LEVEL = 0.35
"""Share of the wished level at which the dance opens; it rises to all of it at the end."""

ENERGY_SHIFT = 0.5
"""Standard deviations by which a wish for low or high energy shifts the song's curve."""

SEED_SPREAD = 1.0
"""Taste of a seed, in points a phrase: enough to choose among good moves, too little for a bad one."""

INTRO_SLOTS = 5
"""Slots of half a phrase behind which an intro is out of place."""

OFF_ONE_COST = 0.3
"""For a move that begins on count 5: a phrase opens on its 1, unless the couple arrives better in its middle."""

INTROS, OUTRO = CATEGORY_INDEX[Category.INTROS], CATEGORY_INDEX[Category.OUTRO]


@dataclass(frozen=True)
class Occasion:
    """The song, the wish and what both ask of every move."""

    song: SongAnalysis
    wish: Wish
    slots: tuple[Slot, ...]
    library: Library
    part_suits: FloatArray
    """Shape (n_slots, n_categories), 0..1."""
    sounds_like: FloatArray
    """Shape (n_slots, n_moves), z-scores."""
    reads_like: FloatArray
    """Shape (n_moves,), z-scores."""
    in_style: BoolArray
    """Shape (n_moves,)."""
    for_role: FloatArray
    """Shape (n_moves,): 1 for moves about the role wished for, -1 for those about the other, else 0."""
    taste: FloatArray
    """Shape (n_moves,): the seed's own preference in points a phrase."""


def occasion_of(song: SongAnalysis, slots: tuple[Slot, ...], library: Library, wish: Wish) -> Occasion:
    """Return what the song and the wish ask of the library's moves."""
    likeness = section_likeness(library, song.section_embeddings)
    unknown = np.zeros(len(library.moves))
    taste = np.random.default_rng(wish.seed).normal(0.0, SEED_SPREAD, len(library.moves)) if wish.seed else unknown
    return Occasion(
        song=song,
        wish=wish,
        slots=slots,
        library=library,
        part_suits=np.array([suitability(slot.label, slot.in_break) for slot in slots]),
        sounds_like=np.array([unknown if slot.section is None else likeness[slot.section] for slot in slots]),
        reads_like=word_likeness(library, wish.words),
        in_style=np.array(
            [wish.style is None or fits_style(move.category, move.style, wish.style) for move in library.moves]
        ),
        for_role=_for_role(library, wish),
        taste=taste,
    )


def _for_role(library: Library, wish: Wish) -> FloatArray:
    def fits(role: Role | None) -> float:
        return 0.0 if role is None or wish.role is None else 1.0 if role is wish.role else -1.0

    return np.array([fits(focus_of(move.category, move.role_focus)) for move in library.moves])


def run_duration_s(occasion: Occasion, run: Run) -> float:
    """Return how long the song takes for the run."""
    beats_s = occasion.song.grid.beat_times_s
    return float(beats_s[run.first_beat + run.beats] - beats_s[run.first_beat])


def score_parts(occasion: Occasion, run: Run, windows: Windows) -> dict[str, FloatArray]:
    """Return the parts of each window's score on the run, each of shape (n_windows,); their sum is the score."""
    move, phrases = windows.move, run.phrases
    share = slice(run.first_slot, run.end_slot)
    speed = windows.duration_s / run_duration_s(occasion, run)
    category = occasion.library.category[move]
    return {
        "part": PART_WEIGHT * phrases * (occasion.part_suits[share].mean(axis=0)[category] - 0.5),
        "sound": LIKENESS_WEIGHT * phrases * occasion.sounds_like[share].mean(axis=0)[move],
        "words": LIKENESS_WEIGHT * phrases * occasion.reads_like[move],
        "energy": -ENERGY_WEIGHT * phrases * np.abs(wished_energy(occasion, run) - danced_energy(occasion, windows)),
        "tempo": -TEMPO_WEIGHT * phrases * np.log(speed) ** 2,
        "level": -LEVEL_WEIGHT * phrases * np.abs(occasion.library.level[move] - wished_level(occasion, run)),
        "style": STYLE_WEIGHT * phrases * occasion.in_style[move],
        "role": ROLE_WEIGHT * phrases * occasion.for_role[move],
        "label": -LABEL_WEIGHT * phrases * _label_distance(occasion, run, windows),
        "place": _place(occasion, run, windows),
        "seen": -MISSING_WEIGHT * phrases * windows.missing,
        "feet": FEET_WEIGHT * phrases * occasion.library.clarity[move],
        "shape": np.full(len(move), -_shape_cost(occasion, run)),
        "taste": phrases * occasion.taste[move],
    }


def wished_energy(occasion: Occasion, run: Run) -> float:
    """Return how strongly to move, as a z-score: the song's loudness, shifted by the wish."""
    return float(
        np.mean([slot.energy + _shift(occasion.wish, slot) for slot in occasion.slots[run.first_slot : run.end_slot]])
    )


def danced_energy(occasion: Occasion, windows: Windows) -> FloatArray:
    """Return how strongly the couple moves, as z-scores; the move's label stands in where no motion was measured."""
    label = occasion.library.energy[windows.move] - float(Energy.MEDIUM.level)
    return np.where(np.isfinite(windows.motion), windows.motion, label)


def wished_level(occasion: Occasion, run: Run) -> float:
    """Return the difficulty asked for here, 0..2: it rises from a third of the wish to all of it."""
    progress = run.first_slot / max(len(occasion.slots) - 1, 1)
    return occasion.wish.difficulty.level * (OPENING_LEVEL + (1 - OPENING_LEVEL) * progress)


def _shift(wish: Wish, slot: Slot) -> float:
    """Return the standard deviations by which the wish moves the song's energy; a section's own wish counts double."""
    own = None if slot.section is None else wish.section_energy.get(slot.section)
    if own is not None:
        return 2 * ENERGY_SHIFT * (own.level - Energy.MEDIUM.level)
    return 0.0 if wish.energy is None else ENERGY_SHIFT * (wish.energy.level - Energy.MEDIUM.level)


def _label_distance(occasion: Occasion, run: Run, windows: Windows) -> FloatArray:
    section = occasion.slots[run.first_slot].section
    own = None if section is None else occasion.wish.section_energy.get(section)
    wished = own or occasion.wish.energy
    if wished is None:
        return np.zeros(len(windows.move))
    return np.abs(occasion.library.energy[windows.move] - wished.level).astype(np.float64)


def _place(occasion: Occasion, run: Run, windows: Windows) -> FloatArray:
    """Return the points for intros and outros: first and last, an intro from its start and an outro to its end."""
    category = occasion.library.category[windows.move]
    opens, closes = run.first_slot == 0, run.end_slot == len(occasion.slots)
    intro = (
        PLACE_WEIGHT * 2.0 + OPENING_BONUS
        if opens
        else (-PLACE_WEIGHT * 2.0 * run.phrases if run.first_slot > INTRO_SLOTS else 0.0)
    )
    outro = PLACE_WEIGHT * 2.0 + CLOSING_BONUS if closes else -PLACE_WEIGHT * 2.5 * run.phrases
    begun = np.where(windows.beats_before > 0, -CUT_OFF_COST, 0.0)
    unfinished = np.where(windows.beats_after >= COUNTS_PER_BAR, -CUT_OFF_COST, 0.0)
    points: FloatArray = np.where(category == INTROS, intro + begun, 0.0) + np.where(
        category == OUTRO, outro + unfinished, 0.0
    )
    return points


def _shape_cost(occasion: Occasion, run: Run) -> float:
    sections = {slot.section for slot in occasion.slots[run.first_slot : run.end_slot]}
    length = SHORT_COST if run.phrases <= 1 else LONG_COST * max(run.phrases - 2, 0)
    off_one = OFF_ONE_COST * (occasion.slots[run.first_slot].count != 1)
    return SECTION_CHANGE_COST * (len(sections) > 1) + length + off_one
