"""Steps up and down the ordered sets, and what a name of a kind of move is in the names of moves."""

from ai_services.vocabulary import Category, Difficulty, Energy

STEMS: dict[Category, tuple[str, ...]] = {
    Category.ARM_STYLING: ("arm",),
    Category.BASIC: ("basic",),
    Category.BODYWAVES: ("body wave", "body roll", "bodywave", "bodyroll", "wave"),
    Category.BOLERO: ("bolero",),
    Category.CROSS_BODY_LEAD: ("cross body", "crossbody"),
    Category.FOOTWORK: ("footwork",),
    Category.GOLPES: ("golpe",),
    Category.HAMMERLOCK: ("hammerlock", "hammer lock"),
    Category.HEADROLLS: ("head roll", "headroll"),
    Category.HIPROLLS: ("hip roll", "hiproll"),
    Category.LADYTURN: ("turn",),
    Category.SHADOW: ("shadow",),
    Category.SPIN: ("spin",),
    Category.STYLE: ("styling",),
}
"""A move of another kind may have it in its name: who refuses the kind does not want to see that either."""


def stepped_difficulty(level: Difficulty, step: int) -> Difficulty:
    """Return the level so many steps up or down, at most the ends."""
    return list(Difficulty)[min(max(level.level + step, 0), len(Difficulty) - 1)]


def stepped_energy(energy: Energy, step: int) -> Energy:
    """Return the energy so many steps up or down, at most the ends."""
    return list(Energy)[min(max(energy.level + step, 0), len(Energy) - 1)]
