"""Shadow and hammerlock."""

from functools import partial

from ai_services.vocabulary import Category
from video_processing.demo.couple.catalogue.entry import entries
from video_processing.demo.couple.moves import positions_moves as places
from video_processing.demo.couple.moves.positions_moves import Middle, hammerlock, shadow
from video_processing.demo.couple.spec import MoveSpec

_shadow, _hammerlock = entries(Category.SHADOW), entries(Category.HAMMERLOCK)


def _in_shadow(
    slug: str,
    grades: str,
    tempo_bpm: float,
    day: int,
    middle: Middle,
    notes: str,
    view_deg: float = 45.0,
    hips: float = 1.0,
) -> MoveSpec:
    return _shadow(slug, grades, tempo_bpm, day, partial(shadow, middle, hips=hips), notes, view_deg=view_deg)


def _locked(slug: str, grades: str, tempo_bpm: float, day: int, middle: Middle, notes: str) -> MoveSpec:
    return _hammerlock(slug, grades, tempo_bpm, day, partial(hammerlock, middle), notes)


PLACES = (
    _in_shadow(
        "shadow_basic", "I m sen", 122, 5, places.side_to_side, "She stands in front, both look the same way.", 60.0
    ),
    _in_shadow(
        "shadow_hip_rolls", "A m sen", 112, 0, places.rolling_hips, "He follows her hips, not the other way.", 30.0
    ),
    _in_shadow("shadow_arms", "I h ene", 144, 1, places.with_long_arms, "Long arms, low shoulders.", 75.0, 1.2),
    _in_shadow("shadow_wave", "A h sen", 134, 0, places.waving_bodies, "One wave through two bodies.", 35.0),
    _in_shadow("shadow_walk", "I l sen", 122, 3, places.walking, "One pair of feet with two owners.", 70.0),
    _in_shadow("shadow_breaks", "A m pla", 134, 2, places.rocking_back, "Both step back: leave each other the room."),
    _locked("hammerlock", "I m rom", 122, 4, places.two_basics, "Her arm stays low and loose behind her back."),
    _locked("hammerlock_hip_rolls", "A m sen", 134, 2, places.hips_in_hammerlock, "First the position, then the hips."),
    _locked("hammerlock_round", "I l rom", 112, 1, places.walking_round, "The locked arm is the hub of the wheel."),
    _locked("hammerlock_walk", "I l ene", 144, 5, places.walking_forth_and_back, "Short steps: the frame is closed."),
    _locked("hammerlock_golpes", "A l pla", 122, 0, places.hits_in_hammerlock, "Hits in the lock: nothing else moves."),
    _locked("hammerlock_breaks", "A l ene", 134, 3, places.breaks_in_hammerlock, "Break away from the joined hands."),
)
