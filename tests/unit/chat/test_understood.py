"""The line that says what was understood, in the language of who said it."""

import re

from choreography.chat.understanding.edit import EditKind
from choreography.chat.understanding.request import understand
from choreography.chat.understood import CHANGES, understood_words
from tests.unit.chat.reading import NAMES, SONGS, lines_of

CODES = re.compile(r"_|\b(?:beginner|intermediate|advanced|romantic|playful|slow|fast|low|high|swap|undo|energy)\b")


def test_it_names_what_was_heard_in_either_language() -> None:
    english = understand("romantic, easy, for the follow, no head rolls, 1 min", songs=SONGS, names=NAMES)
    spanish = understand("romántico, fácil, para la chica, sin giros de cabeza, 1 min", songs=SONGS, names=NAMES)

    assert understood_words(english, "en") == "beginner, romantic, 60 s, follow, −head rolls"
    assert understood_words(spanish, "es") == "principiante, romántico, 60 s, quien sigue, −giros de cabeza"


def test_no_code_of_ours_stands_in_the_spanish() -> None:
    for line in lines_of("fourth_mixed"):
        words = understood_words(understand(line.said, names=NAMES), "es")
        assert not CODES.search(words), words


def test_every_change_has_a_name() -> None:
    assert all(CHANGES[language].keys() == set(EditKind) for language in ("en", "es"))
