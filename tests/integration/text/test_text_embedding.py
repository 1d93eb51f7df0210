import subprocess
import sys

import numpy as np
import pytest

from ai_services.text_embedding import TEXT_DIMENSION, embed_texts, move_sentence
from ai_services.vocabulary import Category, Difficulty, Energy

pytestmark = pytest.mark.slow


def test_texts_become_unit_vectors():
    vectors = embed_texts(["lady turn", "slow romantic hip rolls"])

    assert vectors.shape == (2, TEXT_DIMENSION)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_no_texts_make_no_vectors():
    assert embed_texts([]).shape == (0, TEXT_DIMENSION)


def test_a_wish_is_nearest_to_the_move_it_asks_for():
    moves = [
        move_sentence("ladyturn_left", Category.LADYTURN, Difficulty.BEGINNER, Energy.LOW),
        move_sentence("double_hiproll", Category.HIPROLLS, Difficulty.INTERMEDIATE, Energy.MEDIUM),
        move_sentence("basic_madrid", Category.FOOTWORK, Difficulty.ADVANCED, Energy.HIGH),
    ]
    wishes = ["an easy turn for the lady", "rolling the hips", "difficult fast footwork"]

    likeness = embed_texts(wishes) @ embed_texts(moves).T

    assert likeness.argmax(axis=1).tolist() == [0, 1, 2]


def test_a_process_that_embeds_no_text_never_loads_torch():
    code = "import sys, ai_services.text_embedding; sys.exit('torch' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
