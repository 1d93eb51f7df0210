"""The shell refuses in the language of the wish."""

import pytest

from ai_services.vocabulary import Difficulty, Energy, Style
from choreography.blueprint.wishes import DanceWish
from choreography.management.shell import Failure, dance_song


@pytest.mark.parametrize(
    ("language", "reason"), [("en", "There is no such song file."), ("es", "Ese archivo de canción no existe.")]
)
def test_a_song_that_is_not_there_is_refused_in_the_language_of_the_wish(tmp_path, language, reason):
    wish = DanceWish(Difficulty.BEGINNER, Energy.LOW, Style.ROMANTIC, language=language)

    refused = dance_song(str(tmp_path / "nothing.mp3"), wish, tmp_path / "out")

    assert isinstance(refused, Failure)
    assert refused.reason == reason
