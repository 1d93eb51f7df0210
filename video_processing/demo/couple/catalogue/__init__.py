"""The moves of the demo library: six or more of each category, at four tempos, over all difficulties, energies, styles.

Songs reach clips within 12 % of their tempo, so 112, 122, 134 and 144 BPM serve songs from 100 to 159 BPM, each from at
least two groups between 108 and 150; every group has beginner intros, outros and basics of its own. Moves of a category
differ in figure, hold, direction or length and share what defines the category.
"""

from video_processing.demo.couple.catalogue.body import BODY
from video_processing.demo.couple.catalogue.openings import OPENINGS
from video_processing.demo.couple.catalogue.places import PLACES
from video_processing.demo.couple.catalogue.steps import STEPS
from video_processing.demo.couple.catalogue.styles import STYLES
from video_processing.demo.couple.catalogue.turns import TURNS
from video_processing.demo.couple.spec import MoveSpec

DEMO_MOVES: tuple[MoveSpec, ...] = (*STEPS, *TURNS, *PLACES, *BODY, *STYLES, *OPENINGS)
