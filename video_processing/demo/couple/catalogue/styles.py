"""Arm styling, shimmies, promenade and mixes."""

from functools import partial

from ai_services.vocabulary import Category
from video_processing.demo.couple.catalogue.entry import entries
from video_processing.demo.couple.moves import shows, styling

_arms, _style = entries(Category.ARM_STYLING), entries(Category.STYLE)

STYLES = (
    _arms(
        "arm_sweeps",
        "I l sen",
        112,
        3,
        styling.arm_sweeps,
        "From the shoulder blade to the fingertips.",
        focus="follow",
    ),
    _arms(
        "arms_together", "B m rom", 122, 2, partial(styling.arm_sweeps, times=1, both=True), "She first, he answers."
    ),
    _arms("turn_with_arms", "I m pla", 134, 5, styling.turn_with_arms, "The turn throws the arm: let it fly."),
    _arms("his_arm", "I l pla", 134, 1, styling.his_arm, "He may shine too.", focus="lead"),
    _arms("wings", "A h rom", 144, 0, styling.arms_like_wings, "Elbows rise first, hands float after."),
    _arms("break_and_reach", "A h ene", 112, 5, styling.break_and_reach, "The break throws the arm up."),
    _style(
        "shimmies",
        "I h pla",
        144,
        4,
        partial(shows.shimmies, shows.to_the_side),
        "Shoulders only; the feet keep the basic.",
    ),
    _style(
        "shimmy_closer", "B h pla", 122, 0, partial(shows.shimmies, shows.closing_in), "Shake nearer, laugh, and go."
    ),
    _style(
        "shimmy_low",
        "I h ene",
        134,
        3,
        partial(shows.shimmies, shows.low),
        "Down with the knees, up with the shoulders.",
    ),
    _style(
        "shimmy_chase",
        "A h pla",
        112,
        1,
        partial(shows.shimmies, shows.chasing),
        "He comes, she goes, and the other way.",
    ),
    _style(
        "shimmy_breaks",
        "I m pla",
        122,
        5,
        partial(shows.shimmies, shows.breaking, amount=0.9),
        "Break back, shake forward.",
    ),
    _style(
        "shimmy_in_place",
        "I m rom",
        122,
        0,
        partial(shows.shimmies, shows.in_place, amount=0.8),
        "Small, and with a smile.",
    ),
    _style("sensual_mix", "A m sen", 112, 5, shows.sensual_mix, "Four phrases without a hurry."),
    _style("fiesta_mix", "A h ene", 134, 1, shows.fiesta_mix, "Four phrases without a rest."),
)
