"""What a dancer wears and how hair and skin look. Colours are screen red, green, blue 0..255."""

from dataclasses import dataclass
from enum import StrEnum

from video_processing.demo.couple.mesh import Colour


class Top(StrEnum):
    """The garment of the upper body."""

    SHIRT = "shirt"
    """Long sleeves rolled to the elbow, open collar."""
    T_SHIRT = "t_shirt"
    STRAPS = "straps"
    """Bare arms and shoulders."""


class Lower(StrEnum):
    """The garment of the lower body."""

    TROUSERS = "trousers"
    SKIRT = "skirt"
    """From the waist to the middle of the thigh, flares in turns."""


class HairCut(StrEnum):
    """How the hair falls."""

    SHORT = "short"
    PONYTAIL = "ponytail"
    LONG = "long"
    BUN = "bun"


@dataclass(frozen=True)
class Outfit:
    """One dancer's looks on one filming day."""

    top: Top
    top_colour: Colour
    lower: Lower
    lower_colour: Colour
    shoe_colour: Colour
    skin: Colour
    hair: HairCut
    hair_colour: Colour
    belt_colour: Colour
    lip_colour: Colour = (168, 84, 78)
    iris_colour: Colour = (70, 46, 30)
    beard: bool = False
    skirt_length: float = 0.62
    """Of the thigh's length."""
