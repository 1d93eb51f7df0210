"""Filming days: who dances in which clothes, before which wall, seen from where."""

from dataclasses import dataclass

import numpy as np

from video_processing.demo.couple.anatomy import Physique, man, woman
from video_processing.demo.couple.camera import Camera
from video_processing.demo.couple.mesh import Colour
from video_processing.demo.couple.outfit import HairCut, Lower, Outfit, Top
from video_processing.demo.couple.studio import Scene, Set


@dataclass(frozen=True)
class FilmingDay:
    """All that stays the same on one day."""

    name: str
    bodies: tuple[Physique, Physique]
    """Lead, follow."""
    outfits: tuple[Outfit, Outfit]
    stage: Set
    azimuth_deg: float
    """How far the camera stands round the couple; 0 sees both in profile, the lead on the left."""
    eye_height_m: float
    distance_m: float
    fps: int = 25

    def camera(self, extra_azimuth_deg: float = 0.0) -> Camera:
        """Return the day's camera, walked further round the couple by a move's own wish."""
        azimuth = np.radians(self.azimuth_deg + extra_azimuth_deg)
        eye = (float(self.distance_m * np.sin(azimuth)), self.eye_height_m, float(self.distance_m * np.cos(azimuth)))
        return Camera(eye, (0.0, 0.90, 0.0), focal_px=self.distance_m * 340.0)


FAIR, OLIVE, BROWN, DEEP = (228, 182, 152), (205, 154, 120), (158, 108, 78), (110, 72, 52)
BLACK_HAIR, DARK_BROWN, CHESTNUT, BLOND = (34, 28, 28), (56, 38, 28), (92, 54, 32), (176, 132, 78)
NO_BELT: Colour = (40, 26, 22)


def _lead(top: Top, top_colour: Colour, trousers: Colour, skin: Colour, hair: Colour, *, beard: bool = False) -> Outfit:
    return Outfit(
        top, top_colour, Lower.TROUSERS, trousers, (44, 34, 30), skin, HairCut.SHORT, hair, NO_BELT,
        lip_colour=(0.82 * skin[0], 0.62 * skin[1], 0.62 * skin[2]), beard=beard,
    )  # fmt: skip


def _follow(
    top: Top,
    top_colour: Colour,
    lower: Lower,
    lower_colour: Colour,
    shoes: Colour,
    skin: Colour,
    hair: HairCut,
    hair_colour: Colour,
) -> Outfit:
    belt = (0.72 * lower_colour[0], 0.72 * lower_colour[1], 0.72 * lower_colour[2])
    return Outfit(top, top_colour, lower, lower_colour, shoes, skin, hair, hair_colour, belt, lip_colour=(184, 54, 60))


RED, TEAL, MUSTARD, PLUM, EMERALD, CORAL = (
    (186, 30, 50),
    (22, 138, 136),
    (222, 164, 44),
    (128, 52, 118),
    (20, 124, 86),
    (236, 96, 78),
)
WHITE, CHARCOAL, NAVY, SAND, BLACK = (232, 230, 226), (58, 58, 66), (40, 50, 84), (196, 176, 146), (34, 32, 36)

DAYS: tuple[FilmingDay, ...] = (
    FilmingDay(
        "window studio", (man(1.0), woman(1.0)),
        (_lead(Top.SHIRT, WHITE, CHARCOAL, OLIVE, DARK_BROWN, beard=True),
         _follow(Top.STRAPS, RED, Lower.SKIRT, RED, (196, 50, 60), FAIR, HairCut.LONG, CHESTNUT)),
        Set(Scene.WINDOWS, (142, 112, 96), (150, 98, 62), (255, 206, 140), 1), 24.0, 1.25, 5.4,
    ),
    FilmingDay(
        "brick loft", (man(1.04, girth=1.04), woman(0.98)),
        (_lead(Top.T_SHIRT, NAVY, SAND, BROWN, BLACK_HAIR),
         _follow(Top.STRAPS, MUSTARD, Lower.SKIRT, MUSTARD, (208, 160, 90), BROWN, HairCut.PONYTAIL, BLACK_HAIR)),
        Set(Scene.BRICK, (150, 92, 72), (116, 80, 56), (255, 190, 110), 2), -26.0, 1.35, 5.8,
    ),
    FilmingDay(
        "velvet stage", (man(0.98), woman(1.03, girth=0.97)),
        (_lead(Top.SHIRT, (96, 150, 196), BLACK, FAIR, BLOND),
         _follow(Top.STRAPS, EMERALD, Lower.TROUSERS, BLACK, (60, 60, 66), OLIVE, HairCut.BUN, DARK_BROWN)),
        Set(Scene.CURTAIN, (112, 38, 54), (96, 64, 50), (255, 150, 120), 3), 32.0, 1.2, 5.2, fps=30,
    ),
    FilmingDay(
        "roof terrace", (man(1.01, girth=0.97), woman(1.01, girth=1.04)),
        (_lead(Top.SHIRT, CHARCOAL, (150, 140, 128), DEEP, BLACK_HAIR, beard=True),
         _follow(Top.STRAPS, WHITE, Lower.SKIRT, CORAL, (232, 226, 220), DEEP, HairCut.LONG, BLACK_HAIR)),
        Set(Scene.TERRACE, (96, 88, 96), (120, 96, 82), (255, 214, 150), 4), -34.0, 1.4, 5.9, fps=24,
    ),
    FilmingDay(
        "teal studio", (man(1.02), woman(0.97)),
        (_lead(Top.T_SHIRT, (206, 76, 58), (52, 62, 92), FAIR, CHESTNUT),
         _follow(Top.T_SHIRT, (238, 214, 120), Lower.SKIRT, TEAL, (238, 232, 226), FAIR, HairCut.PONYTAIL, BLOND)),
        Set(Scene.WINDOWS, (70, 104, 108), (156, 112, 76), (255, 222, 170), 5), 18.0, 1.3, 5.5, fps=25,
    ),
    FilmingDay(
        "plum lounge", (man(0.99, girth=1.03), woman(1.0)),
        (_lead(Top.SHIRT, (92, 128, 96), (64, 52, 48), OLIVE, BLACK_HAIR),
         _follow(Top.STRAPS, PLUM, Lower.SKIRT, PLUM, (150, 70, 130), OLIVE, HairCut.LONG, DARK_BROWN)),
        Set(Scene.CURTAIN, (58, 52, 92), (110, 78, 66), (255, 170, 190), 6), -20.0, 1.3, 5.3, fps=24,
    ),
)  # fmt: skip
