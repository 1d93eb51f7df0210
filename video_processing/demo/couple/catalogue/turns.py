"""Her turns, spins and changes of place."""

from functools import partial

from ai_services.vocabulary import Category
from video_processing.demo.couple.catalogue.entry import entries
from video_processing.demo.couple.moves import crossings, spins, turns

_turn = entries(Category.LADYTURN, focus="follow")
_spin = entries(Category.SPIN, focus="follow")
_cross = entries(Category.CROSS_BODY_LEAD)

TURNS = (
    _turn("right_turn", "B m rom", 122, 1, turns.right_turn, "Raise the hand before count 1; she turns on 1-2-3."),
    _turn("left_turn", "B l rom", 112, 3, turns.left_turn, "Her eyes come round first."),
    _turn("turns_both_ways", "I m pla", 134, 0, turns.turns_both_ways, "The tap is the brake between both turns."),
    _turn("three_turns", "A h ene", 144, 4, turns.three_turns, "No rest: keep the hand over her crown."),
    _turn(
        "walking_turn",
        "B h rom",
        134,
        2,
        turns.turn_in_the_middle,
        "The couple turns a little, then she turns a lot.",
    ),
    _turn("turn_at_once", "B m sen", 112, 0, turns.turn_at_once, "Open the embrace on 8, turn on 1."),
    _spin("double_spin", "A h ene", 134, 2, spins.double_spin, "Two turns in three steps; feet under the body."),
    _spin("free_spins", "A h ene", 144, 1, spins.free_spins, "Let go on 1, meet again on 5."),
    _spin("spins_both_ways", "A m ene", 122, 5, spins.spins_both_ways, "The tap is all the time there is to stop."),
    _spin("basic_and_spin", "I h sen", 144, 0, spins.basic_and_spin, "Gather on the tap, turn on 5."),
    _spin("spin_and_rest", "I m ene", 134, 4, spins.spin_and_rest, "After the spin the hip says: here I am."),
    _spin(
        "his_turn_then_her_spin",
        "I h pla",
        122,
        2,
        spins.his_turn_then_her_spin,
        "He turns under his own arm, she twice under his.",
        focus="both",
    ),
    _cross("cross_body_lead", "B m ene", 122, 2, crossings.cross_body_lead, "Stay in your slot."),
    _cross(
        "open_cross_body",
        "B m rom",
        112,
        4,
        crossings.open_cross_body,
        "He opens the door on 1-2-3, she walks on 5-6-7.",
    ),
    _cross(
        "cross_body_inside_turn",
        "A h ene",
        134,
        3,
        partial(crossings.cross_body_lead, turns_deg=(0.0, 360.0)),
        "The hand goes up on 5, not before.",
    ),
    _cross(
        "quick_inside_turn",
        "I h rom",
        122,
        0,
        partial(crossings.cross_body_lead, turns_deg=(360.0,)),
        "One hand, one line, one turn.",
    ),
    _cross(
        "double_inside_turn",
        "A h rom",
        112,
        5,
        partial(crossings.cross_body_lead, turns_deg=(720.0,)),
        "Twice round on one way across.",
    ),
    _cross(
        "cross_body_from_embrace",
        "I l rom",
        134,
        0,
        crossings.cross_body_from_embrace,
        "The embrace is a door as well.",
    ),
)
