"""Intros and outros: each ends or begins in a hold that a basic can take over."""

from functools import partial

from ai_services.vocabulary import Category
from video_processing.demo.couple.catalogue.entry import entries
from video_processing.demo.couple.couple_line import closed_hold
from video_processing.demo.couple.moves import openings

_intro, _outro = entries(Category.INTROS), entries(Category.OUTRO)

OPENINGS = (
    _intro("walk_in", "B l rom", 112, 0, openings.walking_in, "Eight counts to meet; look at each other."),
    _intro(
        "bow_and_walk_in",
        "B l rom",
        122,
        3,
        partial(openings.walking_in, bowing=True),
        "A nod of the head is an invitation.",
    ),
    _intro(
        "meet_in_open_hold",
        "B m pla",
        134,
        1,
        partial(openings.walking_in, closed=False),
        "Offer the hand, do not grab.",
    ),
    _intro("dance_in", "B h ene", 144, 4, openings.dancing_in, "Dance apart first: the music is already there."),
    _intro("spin_in", "A m ene", 134, 2, openings.spinning_in, "She arrives with a spin, he catches the hand."),
    _intro(
        "from_afar",
        "I l sen",
        134,
        0,
        openings.waiting_and_walking_in,
        "The longer the way, the slower the first step.",
    ),
    _intro(
        "bow_and_take_hands",
        "I m sen",
        122,
        5,
        partial(openings.walking_in, closed=False, bowing=True),
        "First the eyes, then the hands.",
    ),
    _outro("bow_out", "B l rom", 112, 5, openings.bowing_out, "Thank your partner."),
    _outro("turn_and_bow", "B m rom", 122, 3, partial(openings.bowing_out, turn=True), "One last turn, then the bow."),
    _outro("last_pose", "B m pla", 134, 0, openings.last_pose, "Hold the pose until the sound is gone."),
    _outro("wave_goodbye", "B h ene", 144, 2, openings.waving_goodbye, "Leave with a smile."),
    _outro(
        "bow_out_of_the_embrace",
        "I l sen",
        134,
        4,
        partial(openings.bowing_out, hold=closed_hold),
        "Let go last with the eyes.",
    ),
    _outro("circle_out", "I m ene", 122, 2, openings.circling_out, "An eighth more of the circle, and thank you."),
    _outro("last_dip", "A m sen", 122, 1, openings.last_dip, "The music ends, the dip stays."),
)
