"""The moves of the demo library: all categories, difficulties, energies and styles, at four tempos.

Songs reach clips within 12 % of their tempo, so 112, 122, 134 and 144 BPM serve songs from 100 to 159 BPM, each from at
least two groups between 108 and 150; every group has beginner intros, outros and basics of its own.
"""

from collections.abc import Callable
from functools import partial

from ai_services.vocabulary import Category, Difficulty, Energy, Style
from video_processing.demo.couple.couple_line import open_hold
from video_processing.demo.couple.moves import basics, body, openings, positions_moves, rhythm, styling, turns
from video_processing.demo.couple.score import CoupleScore
from video_processing.demo.couple.spec import MoveSpec

_DIFFICULTY = {"B": Difficulty.BEGINNER, "I": Difficulty.INTERMEDIATE, "A": Difficulty.ADVANCED}
_ENERGY = {"l": Energy.LOW, "m": Energy.MEDIUM, "h": Energy.HIGH}
_STYLE = {"rom": Style.ROMANTIC, "ene": Style.ENERGETIC, "sen": Style.SENSUAL, "pla": Style.PLAYFUL}


def _move(
    slug: str,
    category: Category,
    grades: str,
    tempo_bpm: float,
    day: int,
    choreograph: Callable[[], CoupleScore],
    notes: str,
    *,
    view_deg: float = 0.0,
    focus: str = "both",
) -> MoveSpec:
    """Return a move; `grades` is difficulty, energy and style in short, such as "B l rom"."""
    difficulty, energy, style = grades.split()
    name = slug.replace("_", " ").capitalize()
    return MoveSpec(
        slug,
        name,
        category,
        _DIFFICULTY[difficulty],
        _ENERGY[energy],
        _STYLE[style],
        tempo_bpm,
        day,
        choreograph,
        notes,
        focus,
        view_deg,
    )


_BASICS = (
    _move(
        "side_basic",
        Category.BASIC,
        "B l rom",
        112,
        0,
        basics.side_basic,
        "Three small steps and a tap; the hip answers the tap.",
    ),
    _move(
        "open_basic",
        Category.BASIC,
        "B m pla",
        122,
        4,
        partial(basics.side_basic, hold=open_hold),
        "Arms relaxed, elbows low.",
    ),
    _move(
        "forward_and_back",
        Category.BASIC,
        "B m ene",
        134,
        1,
        basics.forward_and_back,
        "Keep the frame while you travel.",
    ),
    _move(
        "quick_basic",
        Category.BASIC,
        "B h ene",
        144,
        2,
        partial(basics.side_basic, step_m=0.16, hips=1.3),
        "Fast songs want small steps.",
    ),
    _move(
        "turning_basic",
        Category.BASIC,
        "I m rom",
        122,
        3,
        basics.turning_basic,
        "Turn about the middle between you, half a turn a bar.",
    ),
    _move(
        "box_basic",
        Category.BASIC,
        "B l pla",
        134,
        5,
        basics.box_basic,
        "Draw a box on the floor: side, then forward or back.",
    ),
    _move("slow_bolero", Category.BOLERO, "B l rom", 112, 5, basics.bolero, "Two counts a step: melt into each one."),
    _move(
        "bolero_dip",
        Category.BOLERO,
        "A l sen",
        122,
        0,
        partial(basics.bolero, with_dip=True),
        "The dip is hers to give: he only offers the arm.",
    ),
)

_TURNS = (
    _move(
        "right_turn",
        Category.LADYTURN,
        "B m rom",
        122,
        1,
        turns.lady_turn,
        "Raise the hand before count 1; she turns on 1-2-3.",
        focus="follow",
    ),
    _move(
        "left_turn",
        Category.LADYTURN,
        "B l rom",
        112,
        3,
        partial(turns.lady_turn, degrees=360.0),
        "Her eyes come round first.",
        focus="follow",
    ),
    _move(
        "turns_both_ways",
        Category.LADYTURN,
        "I m pla",
        134,
        0,
        turns.turns_both_ways,
        "The tap is the brake between both turns.",
    ),
    _move(
        "three_turns", Category.LADYTURN, "A h ene", 144, 4, turns.three_turns, "No rest: keep the hand over her crown."
    ),
    _move(
        "double_spin",
        Category.SPIN,
        "A h ene",
        134,
        2,
        turns.double_spin,
        "Two turns in three steps; feet under the body.",
        focus="follow",
    ),
    _move(
        "his_turn_then_hers",
        Category.SPIN,
        "I m pla",
        122,
        2,
        turns.his_turn_then_hers,
        "He turns under his own arm on 5-6-7.",
    ),
    _move("free_spins", Category.SPIN, "A h ene", 144, 1, turns.free_spins, "Let go on 1, meet again on 5."),
    _move(
        "open_cross_body",
        Category.CROSS_BODY_LEAD,
        "B m rom",
        112,
        4,
        turns.open_cross_body,
        "He opens the door on 1-2-3, she walks on 5-6-7.",
    ),
    _move("cross_body_lead", Category.CROSS_BODY_LEAD, "I m ene", 122, 2, turns.cross_body_lead, "Stay in your slot."),
    _move(
        "cross_body_inside_turn",
        Category.CROSS_BODY_LEAD,
        "A h ene",
        134,
        3,
        partial(turns.cross_body_lead, second_turn_deg=360.0),
        "The hand goes up on 5, not before.",
    ),
)

_POSITIONS = (
    _move(
        "shadow_basic",
        Category.SHADOW,
        "I m sen",
        122,
        5,
        positions_moves.shadow_basic,
        "She stands in front, both look the same way.",
        view_deg=60.0,
    ),
    _move(
        "shadow_hip_rolls",
        Category.SHADOW,
        "A m sen",
        112,
        0,
        positions_moves.shadow_hip_rolls,
        "He follows her hips, not the other way.",
        view_deg=30.0,
    ),
    _move(
        "shadow_arms",
        Category.SHADOW,
        "I h ene",
        144,
        1,
        partial(positions_moves.shadow_basic, arms_out=True, hips=1.2),
        "Long arms, low shoulders.",
        view_deg=75.0,
    ),
    _move(
        "hammerlock",
        Category.HAMMERLOCK,
        "I m rom",
        122,
        4,
        positions_moves.hammerlock,
        "Her arm stays low and loose behind her back.",
    ),
    _move(
        "hammerlock_hip_rolls",
        Category.HAMMERLOCK,
        "A m sen",
        134,
        2,
        partial(positions_moves.hammerlock, rolls=True),
        "First the position, then the hips.",
    ),
)

_BODY = (
    _move(
        "slow_hip_rolls",
        Category.HIPROLLS,
        "B l sen",
        122,
        0,
        partial(body.hip_rolls, each_bar=False, amount=0.8),
        "Knees soft, shoulders quiet.",
    ),
    _move(
        "hip_rolls",
        Category.HIPROLLS,
        "I m sen",
        112,
        5,
        body.hip_rolls,
        "A whole circle in four counts.",
        focus="follow",
    ),
    _move(
        "hip_rolls_apart",
        Category.HIPROLLS,
        "I h pla",
        134,
        4,
        partial(body.hip_rolls, hold=open_hold, amount=1.15),
        "The lower the knees, the larger the circle.",
    ),
    _move("body_wave", Category.BODYWAVES, "I m sen", 112, 2, body.waves, "Chest first, then belly, hips, knees."),
    _move(
        "turn_and_wave",
        Category.BODYWAVES,
        "A m sen",
        122,
        3,
        partial(body.waves, turn_first=True),
        "Arrive on both feet before the wave.",
    ),
    _move(
        "shadow_wave",
        Category.BODYWAVES,
        "A h sen",
        134,
        0,
        positions_moves.shadow_wave,
        "One wave through two bodies.",
        view_deg=35.0,
    ),
    _move(
        "head_roll",
        Category.HEADROLLS,
        "I l sen",
        112,
        1,
        body.head_rolls,
        "Only with a trained neck; the ribs lead.",
        focus="follow",
    ),
    _move(
        "head_roll_and_dip",
        Category.HEADROLLS,
        "A m sen",
        122,
        5,
        partial(body.head_rolls, with_dip=True),
        "His arm is the chair she leans on.",
    ),
    _move("first_golpes", Category.GOLPES, "B m pla", 122, 3, body.golpes, "One hit a count, both to opposite sides."),
    _move(
        "golpes",
        Category.GOLPES,
        "I h ene",
        134,
        1,
        partial(body.golpes, amount=1.3, hips=1.2),
        "Short and sharp, like the bongo.",
    ),
    _move(
        "quick_golpes",
        Category.GOLPES,
        "A h pla",
        144,
        5,
        partial(body.golpes, hits=body.SYNCOPATED, amount=1.2),
        "1 and, and 3 and: listen to the guira.",
    ),
)

_RHYTHM = (
    _move("heel_and_toe", Category.FOOTWORK, "B m pla", 122, 1, rhythm.points, "Point, point, together, tap."),
    _move("kicks_and_crosses", Category.FOOTWORK, "I h ene", 134, 4, rhythm.kicks, "Kick from the knee, low."),
    _move("triple_steps", Category.FOOTWORK, "A h ene", 144, 2, rhythm.triples, "Quick steps stay under the hips."),
    _move("syncopated_basic", Category.FOOTWORK, "I m pla", 112, 5, basics.syncopated_basic, "1 and 2, 3 and tap."),
    _move(
        "arm_sweeps",
        Category.ARM_STYLING,
        "I l sen",
        112,
        3,
        styling.arm_sweeps,
        "From the shoulder blade to the fingertips.",
        focus="follow",
    ),
    _move(
        "arms_together",
        Category.ARM_STYLING,
        "B m rom",
        122,
        2,
        partial(styling.arm_sweeps, both=True),
        "She first, he answers.",
    ),
    _move(
        "turn_with_arms",
        Category.ARM_STYLING,
        "I m pla",
        134,
        5,
        styling.turn_with_arms,
        "The turn throws the arm: let it fly.",
    ),
    _move("promenade", Category.STYLE, "I m rom", 122, 0, basics.promenade, "Rock back, then walk as one."),
    _move("shimmies", Category.STYLE, "I h pla", 144, 4, body.shimmies, "Shoulders only; the feet keep the basic."),
    _move("sensual_mix", Category.STYLE, "A m sen", 112, 5, styling.sensual_mix, "Four phrases without a hurry."),
    _move("fiesta_mix", Category.STYLE, "A h ene", 134, 1, styling.fiesta_mix, "Four phrases without a rest."),
)

_OPENINGS = (
    _move(
        "walk_in", Category.INTROS, "B l rom", 112, 0, openings.walking_in, "Eight counts to meet; look at each other."
    ),
    _move(
        "bow_and_walk_in",
        Category.INTROS,
        "B l rom",
        122,
        3,
        partial(openings.walking_in, bowing=True),
        "A nod of the head is an invitation.",
    ),
    _move(
        "meet_in_open_hold",
        Category.INTROS,
        "B m pla",
        134,
        1,
        partial(openings.walking_in, closed=False),
        "Offer the hand, do not grab.",
    ),
    _move(
        "dance_in",
        Category.INTROS,
        "B h ene",
        144,
        4,
        openings.dancing_in,
        "Dance apart first: the music is already there.",
    ),
    _move(
        "spin_in",
        Category.INTROS,
        "A m ene",
        134,
        2,
        openings.spinning_in,
        "She arrives with a spin, he catches the hand.",
    ),
    _move("bow_out", Category.OUTRO, "B l rom", 112, 5, openings.bowing_out, "Thank your partner."),
    _move(
        "turn_and_bow",
        Category.OUTRO,
        "B m rom",
        122,
        3,
        partial(openings.bowing_out, turn=True),
        "One last turn, then the bow.",
    ),
    _move("last_pose", Category.OUTRO, "B m pla", 134, 0, openings.last_pose, "Hold the pose until the sound is gone."),
    _move("wave_goodbye", Category.OUTRO, "B h ene", 144, 2, openings.waving_goodbye, "Leave with a smile."),
    _move("last_dip", Category.OUTRO, "A m sen", 122, 1, openings.last_dip, "The music ends, the dip stays."),
)

DEMO_MOVES: tuple[MoveSpec, ...] = (*_BASICS, *_TURNS, *_POSITIONS, *_BODY, *_RHYTHM, *_OPENINGS)
