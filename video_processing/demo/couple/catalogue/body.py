"""Hip rolls, body waves, head rolls and golpes."""

from functools import partial

from ai_services.vocabulary import Category
from video_processing.demo.couple.catalogue.entry import entries
from video_processing.demo.couple.moves import body
from video_processing.demo.couple.score import LEFT, RIGHT
from video_processing.demo.couple.steps import side

_hips, _waves = entries(Category.HIPROLLS, focus="follow"), entries(Category.BODYWAVES)
_head, _golpes = entries(Category.HEADROLLS, focus="follow"), entries(Category.GOLPES)

BODY = (
    _hips(
        "slow_hip_rolls",
        "B l sen",
        122,
        0,
        partial(body.hip_rolls, amount=0.75, step_m=0.18),
        "Knees soft, shoulders quiet.",
    ),
    _hips("hip_rolls", "I m sen", 112, 5, body.hip_rolls, "A whole circle in four counts."),
    _hips(
        "deep_hip_rolls",
        "B h sen",
        134,
        4,
        partial(body.hip_rolls, amount=1.2),
        "The lower the knees, the larger the circle.",
    ),
    _hips(
        "quick_hip_rolls",
        "A h sen",
        122,
        2,
        partial(body.hip_rolls, beats=1.7),
        "Two circles a bar: smaller, not harder.",
    ),
    _hips("hip_rolls_round", "A m sen", 134, 1, body.rolling_round, "The circle turns with the couple."),
    _hips(
        "close_hip_rolls",
        "I l sen",
        112,
        3,
        partial(body.hip_rolls, half_m=0.22, amount=0.9),
        "Close enough to feel, far enough to roll.",
    ),
    _waves("body_wave", "I m sen", 112, 2, body.waves, "Chest first, then belly, hips, knees."),
    _waves("soft_waves", "B l sen", 134, 5, partial(body.waves, amount=0.85), "A small wave is a wave."),
    _waves("waves_together", "A m sen", 122, 3, partial(body.waves, his=1.0), "He answers as large as she asks."),
    _waves("four_waves", "I l sen", 112, 0, partial(body.waves, bars=4), "Each wave ends where the next begins."),
    _waves("wave_and_dip", "A l sen", 122, 4, body.wave_and_dip, "The last wave has no end but his arm."),
    _waves(
        "travelling_waves",
        "A h sen",
        134,
        1,
        partial(body.waves, step_m=0.2),
        "The feet travel, the wave does not wait.",
    ),
    _head("head_roll", "I l sen", 112, 1, body.head_rolls, "Only with a trained neck; the ribs lead."),
    _head("head_roll_and_dip", "A m sen", 122, 5, body.head_roll_and_dip, "His arm is the chair she leans on."),
    _head(
        "head_rolls_one_way",
        "I m sen",
        134,
        3,
        partial(body.head_rolls, towards=(RIGHT, RIGHT)),
        "Twice round the same way: breathe between.",
    ),
    _head(
        "small_head_rolls",
        "I m rom",
        122,
        0,
        partial(body.head_rolls, amount=0.7, step_m=0.07),
        "A look to the ceiling, no more.",
    ),
    _head(
        "wide_head_rolls",
        "A h sen",
        144,
        2,
        partial(body.head_rolls, towards=(LEFT, RIGHT), amount=1.25),
        "The larger the step, the longer the hair flies.",
    ),
    _head(
        "four_head_rolls",
        "A l rom",
        112,
        4,
        partial(body.head_rolls, towards=(RIGHT, LEFT, RIGHT, LEFT)),
        "Only slowly.",
    ),
    _golpes("first_golpes", "B m pla", 122, 3, body.golpes, "One hit a count, both to opposite sides."),
    _golpes(
        "golpes", "I h ene", 134, 1, partial(body.golpes, amount=1.3, hips=1.2), "Short and sharp, like the bongo."
    ),
    _golpes(
        "quick_golpes",
        "A h pla",
        144,
        5,
        partial(body.golpes, hits=body.SYNCOPATED, amount=1.2),
        "1 and, and 3 and: listen to the guira.",
    ),
    _golpes(
        "slow_golpes", "B l pla", 112, 0, partial(body.golpes, hits=body.SLOW, amount=1.1), "Hit on 1 and 3, wait on 2."
    ),
    _golpes(
        "golpes_to_one_side",
        "I m pla",
        134,
        4,
        partial(body.golpes, same_side=True, amount=1.1),
        "Both hips, one wall.",
    ),
    _golpes(
        "travelling_golpes",
        "I h pla",
        122,
        2,
        partial(body.golpes, footwork=partial(side, step_m=0.09)),
        "Hit and step: the step is the smaller.",
    ),
)
