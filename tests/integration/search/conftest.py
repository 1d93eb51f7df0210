"""A small library in the database, each move with vectors of its own."""

from collections.abc import Callable

import numpy as np
import pytest

from ai_services.search.fusion import SIZES
from ai_services.vocabulary import Category, Difficulty, Energy, Style
from choreography.library.importing.storing import touch_library
from choreography.models import MAIN_LIBRARY, Move, MoveEmbedding
from choreography.search import memory, state
from tests.factories import make_move
from users.models import User


@pytest.fixture(autouse=True)
def forgetful() -> None:
    """Hold nothing from one test to the next: their databases count the same versions."""
    state.forget_state()
    memory.forget_library()


def make_searchable(number: int, owner: User | None = None, **fields: object) -> Move:
    rng = np.random.default_rng(number)
    told = {
        "category": list(Category)[number % len(Category)],
        "difficulty": list(Difficulty)[number % 3],
        "energy": list(Energy)[(number // 3) % 3],
        "style": [*Style, ""][number % 5],
        "role_focus": ["", "lead", "", "follow"][number % 4],
        "tempo_bpm": float(108 + number % 30),
        "owner": owner,
    }
    move = make_move(**(told | fields))
    vectors = {part.value: rng.normal(size=size) for part, size in SIZES.items()}
    unit = {name: vector / np.linalg.norm(vector) for name, vector in vectors.items()}
    MoveEmbedding.objects.filter(move=move).update(**unit)
    touch_library(MAIN_LIBRARY)
    return move


@pytest.fixture
def searchable(db: None) -> Callable[..., Move]:
    return make_searchable


@pytest.fixture
def library(db: None) -> list[Move]:
    return [make_searchable(number) for number in range(40)]
