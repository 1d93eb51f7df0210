"""What a teacher knows of the moves: which kinds suit which part of a song."""

import numpy as np

from ai_services.vocabulary import Category, SectionLabel
from choreography.planning.inputs import FloatArray
from choreography.planning.library import CATEGORIES

C = Category

NEUTRAL = 0.5
"""Suitability where the part of the song is not known."""

_INTRO = {
    C.INTROS: 1.0,
    C.BASIC: 0.7,
    C.BOLERO: 0.4,
    C.STYLE: 0.4,
    C.HIPROLLS: 0.4,
    C.BODYWAVES: 0.4,
    C.CROSS_BODY_LEAD: 0.3,
}
_VERSE = {
    C.BASIC: 0.9, C.LADYTURN: 0.8, C.BOLERO: 0.8, C.CROSS_BODY_LEAD: 0.8, C.HIPROLLS: 0.7, C.BODYWAVES: 0.7,
    C.HAMMERLOCK: 0.6, C.STYLE: 0.6, C.ARM_STYLING: 0.5, C.HEADROLLS: 0.5, C.SHADOW: 0.5, C.FOOTWORK: 0.4,
    C.SPIN: 0.4, C.GOLPES: 0.3,
}  # fmt: skip
_CHORUS = {
    C.SPIN: 1.0, C.SHADOW: 0.9, C.GOLPES: 0.9, C.FOOTWORK: 0.9, C.LADYTURN: 0.8, C.HAMMERLOCK: 0.8,
    C.ARM_STYLING: 0.8, C.STYLE: 0.8, C.HEADROLLS: 0.7, C.CROSS_BODY_LEAD: 0.6, C.HIPROLLS: 0.6, C.BODYWAVES: 0.6,
    C.BASIC: 0.4, C.BOLERO: 0.3,
}  # fmt: skip
_OUTRO = {C.OUTRO: 1.0, C.STYLE: 0.5, C.BASIC: 0.5, C.BOLERO: 0.5, C.BODYWAVES: 0.5, C.HIPROLLS: 0.4, C.LADYTURN: 0.3}
_BREAK = {
    C.GOLPES: 1.0, C.STYLE: 0.9, C.BODYWAVES: 0.8, C.HEADROLLS: 0.8, C.ARM_STYLING: 0.8, C.HIPROLLS: 0.7,
    C.BOLERO: 0.6, C.OUTRO: 0.5, C.BASIC: 0.4,
}  # fmt: skip
_SUITS = {
    SectionLabel.INTRO: _INTRO,
    SectionLabel.VERSE: _VERSE,
    SectionLabel.CHORUS: _CHORUS,
    SectionLabel.MAMBO: {**_CHORUS, C.FOOTWORK: 1.0, C.GOLPES: 1.0, C.SPIN: 0.9},
    SectionLabel.OUTRO: _OUTRO,
}
_OTHERWISE = 0.2


def suitability(label: SectionLabel | None, in_break: bool) -> FloatArray:
    """Return how well each category suits a phrase, 0..1, shape (n_categories,) in the order of `CATEGORIES`."""
    if label is None and not in_break:
        return np.full(len(CATEGORIES), NEUTRAL)
    row = _BREAK if in_break or label is None else _SUITS[label]
    return np.array([row.get(category, _OTHERWISE) for category in CATEGORIES])
