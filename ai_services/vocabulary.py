"""The words of the dance that tables, URLs, plans and tests share. Each set is defined here and nowhere else."""

from django.db.models import TextChoices

COUNTS_PER_PHRASE = 8
"""Beats in a phrase: 1-2-3-tap, 5-6-7-tap."""

COUNTS_PER_BAR = 4
"""Beats in a musical bar: half a phrase."""


class Difficulty(TextChoices):
    """How much a move asks of the couple, in rising order."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"

    @property
    def level(self) -> int:
        """Return 0, 1 or 2."""
        return list(Difficulty).index(self)


class Energy(TextChoices):
    """How much movement there is, in rising order."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def level(self) -> int:
        """Return 0, 1 or 2."""
        return list(Energy).index(self)


class Style(TextChoices):
    """The mood of a dance."""

    ROMANTIC = "romantic"
    ENERGETIC = "energetic"
    SENSUAL = "sensual"
    PLAYFUL = "playful"


class Category(TextChoices):
    """The kind of a move."""

    ARM_STYLING = "arm_styling"
    BASIC = "basic"
    BODYWAVES = "bodywaves"
    BOLERO = "bolero"
    CROSS_BODY_LEAD = "cross_body_lead"
    FOOTWORK = "footwork"
    GOLPES = "golpes"
    HAMMERLOCK = "hammerlock"
    HEADROLLS = "headrolls"
    HIPROLLS = "hiprolls"
    INTROS = "intros"
    LADYTURN = "ladyturn"
    OUTRO = "outro"
    SHADOW = "shadow"
    SPIN = "spin"
    STYLE = "style"

    @property
    def spoken(self) -> str:
        """Return how a dancer says it."""
        return _SPOKEN.get(self.value, self.value)


_SPOKEN = {
    "arm_styling": "arm styling",
    "bodywaves": "body waves",
    "cross_body_lead": "cross body lead",
    "headrolls": "head rolls",
    "hiprolls": "hip rolls",
    "intros": "intro",
    "ladyturn": "lady turn",
    "shadow": "shadow position",
    "style": "styling",
}


class Role(TextChoices):
    """Who a dancer is in the couple."""

    LEAD = "lead"
    FOLLOW = "follow"


class SectionLabel(TextChoices):
    """The part a stretch of bars plays in a song; a soft label."""

    INTRO = "intro"
    VERSE = "verse"
    CHORUS = "chorus"
    MAMBO = "mambo"
    OUTRO = "outro"
