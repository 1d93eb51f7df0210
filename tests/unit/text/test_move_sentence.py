import pytest

from ai_services.text_embedding import move_sentence
from ai_services.vocabulary import Category, Difficulty, Energy, Role, Style


def test_a_sentence_tells_everything_the_annotation_says():
    sentence = move_sentence(
        "spin_double_caricia",
        Category.SPIN,
        Difficulty.ADVANCED,
        Energy.HIGH,
        Style.PLAYFUL,
        Role.FOLLOW,
        "two turns,\n then a  caress",
    )

    assert sentence == (
        "spin double caricia: a bachata spin move, advanced difficulty, high energy, playful style, "
        "focus on the follow. two turns, then a caress"
    )


def test_what_the_annotation_leaves_open_is_left_out():
    sentence = move_sentence("basic", Category.BASIC, Difficulty.BEGINNER, Energy.LOW)

    assert sentence == "basic: a bachata basic move, beginner difficulty, low energy."


@pytest.mark.parametrize("category", Category)
def test_no_sentence_shows_an_underscore(category):
    assert "_" not in move_sentence("a_move_2", category, Difficulty.BEGINNER, Energy.LOW)
