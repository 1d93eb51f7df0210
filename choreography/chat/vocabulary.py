"""The words of the dance in the languages of the chat."""

from ai_services.vocabulary import Category, Difficulty, Energy, Role, SectionLabel, Style
from common.language import Language

DIFFICULTIES = {
    "en": {level: level.value for level in Difficulty},
    "es": {
        Difficulty.BEGINNER: "principiante",
        Difficulty.INTERMEDIATE: "intermedio",
        Difficulty.ADVANCED: "avanzado",
    },
}
ENERGIES = {
    "en": {energy: energy.value for energy in Energy},
    "es": {Energy.LOW: "baja", Energy.MEDIUM: "media", Energy.HIGH: "alta"},
}
STYLES = {
    "en": {style: style.value for style in Style},
    "es": {
        Style.ROMANTIC: "romántico",
        Style.ENERGETIC: "enérgico",
        Style.SENSUAL: "sensual",
        Style.PLAYFUL: "juguetón",
    },
}
CATEGORIES_ES = {
    Category.ARM_STYLING: "estilo de brazos",
    Category.BASIC: "básicos",
    Category.BODYWAVES: "ondas",
    Category.BOLERO: "bolero",
    Category.CROSS_BODY_LEAD: "cruces de lugar",
    Category.FOOTWORK: "juego de pies",
    Category.GOLPES: "golpes",
    Category.HAMMERLOCK: "candado",
    Category.HEADROLLS: "giros de cabeza",
    Category.HIPROLLS: "círculos de cadera",
    Category.INTROS: "entrada",
    Category.LADYTURN: "giros",
    Category.OUTRO: "cierre",
    Category.SHADOW: "sombra",
    Category.SPIN: "piruetas",
    Category.STYLE: "estilismo",
}
CATEGORIES_EN = {
    Category.BASIC: "basics",
    Category.FOOTWORK: "footwork",
    Category.HAMMERLOCK: "hammerlock",
    Category.LADYTURN: "turns",
    Category.SPIN: "spins",
    Category.CROSS_BODY_LEAD: "cross body leads",
}
ROLES = {
    "en": {Role.LEAD: "lead", Role.FOLLOW: "follow"},
    "es": {Role.LEAD: "líder", Role.FOLLOW: "follower"},
}
SECTIONS_ES = {
    SectionLabel.INTRO: "la intro",
    SectionLabel.VERSE: "la estrofa",
    SectionLabel.CHORUS: "el coro",
    SectionLabel.MAMBO: "el mambo",
    SectionLabel.OUTRO: "el final",
}


def category_word(category: Category, language: Language) -> str:
    """Return how a dancer says a kind of move."""
    if language == "es":
        return CATEGORIES_ES[category]
    return CATEGORIES_EN.get(category, category.spoken)


def listed(words: list[str], language: Language) -> str:
    """Return words as a list in a sentence."""
    if len(words) < 2:
        return "".join(words)
    last = words[-1]
    joint = " and " if language == "en" else " e " if last.startswith(("i", "hi")) else " y "
    return ", ".join(words[:-1]) + joint + last


def clock(seconds: float) -> str:
    """Return a time of the song as minutes and seconds."""
    return f"{int(seconds // 60)}:{int(seconds % 60):02d}"


def length_words(seconds: float, language: Language) -> str:
    """Return a length in words."""
    if seconds < 60:
        return f"{seconds:.0f} {'seconds' if language == 'en' else 'segundos'}"
    return f"{clock(seconds)} {'minutes' if language == 'en' else 'minutos'}"
