"""The words of the dance in the languages of the chat."""

from ai_services.vocabulary import Category, Difficulty, Energy, Role, Style
from choreography.planning.wording import terms
from common.language import Language
from common.text import clock

DIFFICULTIES = {"en": {level: level.value for level in Difficulty}, "es": terms.LEVELS}
ENERGIES = {"en": {energy: energy.value for energy in Energy}, "es": terms.ENERGIES}
STYLES = {"en": {style: style.value for style in Style}, "es": terms.STYLES}
ROLES = {"en": {role: role.value for role in Role}, "es": terms.ROLES}
MANY_EN = {
    Category.BASIC: "basics",
    Category.FOOTWORK: "footwork",
    Category.HAMMERLOCK: "hammerlock",
    Category.LADYTURN: "lady turns",
    Category.SPIN: "spins",
    Category.CROSS_BODY_LEAD: "cross body leads",
}


def category_word(category: Category, language: Language) -> str:
    """Return how a dancer says moves of a kind."""
    if language == "es":
        return terms.MANY[category]
    return MANY_EN.get(category, category.spoken)


def listed(words: list[str], language: Language, *, none_of: bool = False) -> str:
    """Return words as a list in a sentence; `none_of`: in one that denies each of them."""
    if len(words) < 2:
        return "".join(words)
    last = words[-1]
    if none_of:
        joint = " or " if language == "en" else " ni "
    else:
        joint = " and " if language == "en" else " e " if last.startswith(("i", "hi")) else " y "
    return ", ".join(words[:-1]) + joint + last


def length_words(seconds: float, language: Language) -> str:
    """Return a length in words."""
    if seconds < 60:
        return f"{seconds:.0f} {'seconds' if language == 'en' else 'segundos'}"
    return f"{clock(seconds)} {'minutes' if language == 'en' else 'minutos'}"
