"""What a plan says of itself, in each of its languages: every sentence is written in the language, none translated."""

from choreography.planning.wording.english import English
from choreography.planning.wording.sentences import Wording
from choreography.planning.wording.spanish import Spanish
from common.language import Language

_SPOKEN: dict[Language, Wording] = {"en": English(), "es": Spanish()}


def wording(language: Language) -> Wording:
    """Return the sentences of a language."""
    return _SPOKEN[language]
