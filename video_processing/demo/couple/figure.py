"""A dressed dancer as one mesh."""

from functools import cache

from video_processing.demo.couple.anatomy import Physique
from video_processing.demo.couple.arms import add_arm
from video_processing.demo.couple.head import add_head
from video_processing.demo.couple.mesh import Mesh, Sculpture
from video_processing.demo.couple.outfit import Lower, Outfit
from video_processing.demo.couple.trunk import add_leg, add_skirt, add_trunk


@cache
def dressed_figure(body: Physique, outfit: Outfit) -> Mesh:
    """Return the mesh of a dancer, about 4,000 points."""
    clay = Sculpture(body)
    add_trunk(clay, outfit)
    for side in (0, 1):
        add_leg(clay, outfit, side)
        add_arm(clay, outfit, side)
    if outfit.lower is Lower.SKIRT:
        add_skirt(clay, outfit)
    add_head(clay, outfit)
    return clay.cast()
