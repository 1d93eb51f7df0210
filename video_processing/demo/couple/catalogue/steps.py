"""Basics, bolero and footwork."""

from functools import partial

from ai_services.vocabulary import Category
from video_processing.demo.couple.catalogue.entry import entries
from video_processing.demo.couple.couple_line import open_hold
from video_processing.demo.couple.moves import basics, boleros, rhythm

_basic, _bolero, _footwork = entries(Category.BASIC), entries(Category.BOLERO), entries(Category.FOOTWORK)

STEPS = (
    _basic("side_basic", "B l rom", 112, 0, basics.side_basic, "Three small steps and a tap; the hip answers the tap."),
    _basic("open_basic", "B m pla", 122, 4, partial(basics.side_basic, hold=open_hold), "Arms relaxed, elbows low."),
    _basic(
        "quick_basic",
        "B h ene",
        144,
        2,
        partial(basics.side_basic, step_m=0.16, hips=1.3, n_counts=8),
        "Fast songs want small steps.",
    ),
    _basic("box_basic", "B l pla", 134, 5, basics.box_basic, "Draw a box on the floor: side, then forward or back."),
    _basic("turning_basic", "I m rom", 122, 3, basics.turning_basic, "Turn about the middle, a sixth a bar."),
    _basic("forward_and_back", "B l ene", 134, 1, basics.forward_and_back, "Keep the frame while you travel."),
    _basic(
        "wide_basic",
        "A h ene",
        134,
        2,
        partial(basics.side_basic, step_m=0.27, hips=1.2, n_counts=8),
        "Long steps, quiet shoulders.",
    ),
    _basic(
        "small_open_basic",
        "I h pla",
        144,
        4,
        partial(basics.side_basic, hold=open_hold, step_m=0.15, n_counts=8),
        "Close feet, loose wrists.",
    ),
    _basic(
        "soft_basic",
        "I l sen",
        112,
        5,
        partial(basics.side_basic, step_m=0.18, hips=1.25, n_counts=8),
        "Late hips: they arrive after the foot.",
    ),
    _bolero("slow_bolero", "B l rom", 112, 5, boleros.bolero, "Two counts a step: melt into each one."),
    _bolero("bolero_dip", "A l sen", 122, 0, boleros.bolero_dip, "The dip is hers to give: he only offers the arm."),
    _bolero(
        "small_bolero",
        "B l sen",
        122,
        3,
        partial(boleros.bolero, n_counts=8, step_m=0.17, amount=1.0),
        "The smaller the step, the larger the breath.",
    ),
    _bolero(
        "wide_bolero",
        "I m rom",
        134,
        1,
        partial(boleros.bolero, n_counts=8, step_m=0.32),
        "Reach with the toes, arrive with the hip.",
    ),
    _bolero("bolero_round", "I l rom", 112, 2, boleros.bolero_round, "Turn only as far as the slow count lets you."),
    _bolero("bolero_walk", "A m rom", 122, 4, boleros.bolero_walk, "He walks through her place, not at it."),
    _footwork("heel_and_toe", "B m pla", 122, 1, rhythm.points, "Point, point, together, tap."),
    _footwork("kicks_and_crosses", "I h ene", 134, 4, rhythm.kicks, "Kick from the knee, low."),
    _footwork("triple_steps", "A h ene", 144, 2, rhythm.triples, "Quick steps stay under the hips."),
    _footwork("points_and_triples", "I m pla", 112, 5, rhythm.points_and_triples, "Slow points, quick feet."),
    _footwork("quick_kicks", "A h pla", 134, 0, rhythm.quick_kicks, "Low, sharp, and back under the body."),
    _footwork("kicks_and_points", "I h pla", 122, 3, rhythm.kicks_and_points, "One bar each: change on the tap."),
    _footwork("crossed_steps", "B h pla", 112, 2, rhythm.crosses, "Cross in front, never step on your own foot."),
)
