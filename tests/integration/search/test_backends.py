"""FAISS and pgvector give the same answers to the same questions."""

import numpy as np
import pytest

from ai_services.search.fusion import SIZES, Part, UnusableVectorError
from ai_services.vocabulary import Category, Difficulty, Energy, Role, Style
from choreography.search.filters import MoveFilter
from choreography.search.finding import find_moves
from choreography.search.memory import search_memory
from choreography.search.pgvector import search_database

FILTERS = {
    "none": MoveFilter(),
    "difficulty": MoveFilter(difficulty=Difficulty.INTERMEDIATE),
    "energy": MoveFilter(energy=Energy.HIGH),
    "style": MoveFilter(style=Style.SENSUAL),
    "lead": MoveFilter(role=Role.LEAD),
    "follow": MoveFilter(role=Role.FOLLOW),
    "category": MoveFilter(categories=frozenset({Category.SPIN, Category.BASIC})),
    "without": MoveFilter(without=frozenset({Category.SPIN, Category.BASIC})),
    "tempo": MoveFilter(tempo_bpm=140.0),
    "stretch": MoveFilter(tempo_bpm=140.0, stretch=0.05),
    "everything": MoveFilter(
        difficulty=Difficulty.INTERMEDIATE, energy=Energy.LOW, style=Style.ROMANTIC, tempo_bpm=125.0
    ),
    "nothing fits": MoveFilter(tempo_bpm=300.0),
}
PARTS = {
    "all": tuple(Part),
    "pose": (Part.LEAD, Part.FOLLOW, Part.INTERACTION),
    "sound": (Part.AUDIO,),
    "sound and words": (Part.AUDIO, Part.TEXT),
    "nothing": (),
}


def question(parts: tuple[Part, ...], seed: int = 500) -> dict[Part, np.ndarray]:
    rng = np.random.default_rng(seed)
    return {part: rng.normal(size=SIZES[part]) for part in parts}


@pytest.mark.parametrize("parts", PARTS)
@pytest.mark.parametrize("filtered", FILTERS)
def test_both_backends_find_the_same_moves_with_the_same_scores(library, parts, filtered):
    asked, where = question(PARTS[parts]), FILTERS[filtered]

    memory = search_memory(asked, 12, where)
    database = search_database(asked, 12, where)

    assert [match.move_id for match in memory] == [match.move_id for match in database]
    np.testing.assert_allclose([match.score for match in memory], [match.score for match in database], atol=1e-4)


def test_the_filters_keep_what_they_say(library):
    asked = question(PARTS["all"])
    moves = {str(move.id): move for move in library}

    def found(name: str) -> list:
        return [moves[match.move_id] for match in search_memory(asked, 40, FILTERS[name])]

    neutral = {"basic", "intros", "outro"}
    assert len(found("none")) == 40
    assert {move.difficulty for move in found("difficulty")} == {"beginner", "intermediate"}
    assert all(move.energy == "high" or move.category in neutral for move in found("energy"))
    assert {move.category for move in found("category")} == {"spin", "basic"}
    assert not {move.category for move in found("without")} & {"spin", "basic"}
    assert 0 < len(found("tempo")) < 40
    assert all(abs(140 / move.tempo_bpm - 1) <= 0.12 for move in found("tempo"))
    assert found("nothing fits") == []


def test_a_private_move_is_found_by_its_owner_alone(library, searchable, owner, stranger):
    private = searchable(77, owner)
    asked = question(PARTS["all"])

    for search in (search_memory, search_database):
        by_owner = {match.move_id for match in search(asked, 50, MoveFilter(owner_id=owner.pk))}
        by_stranger = {match.move_id for match in search(asked, 50, MoveFilter(owner_id=stranger.pk))}
        by_nobody = {match.move_id for match in search(asked, 50, MoveFilter())}
        assert by_owner - by_stranger == {str(private.id)}
        assert by_stranger == by_nobody


def test_the_setting_chooses_the_backend(library, settings, monkeypatch):
    asked = question(PARTS["all"])
    settings.VECTOR_SEARCH_TOP_K = 3

    settings.VECTOR_SEARCH_BACKEND = "faiss"
    faiss = find_moves(asked)
    settings.VECTOR_SEARCH_BACKEND = "pgvector"
    monkeypatch.setattr("choreography.search.finding.search_memory", None)
    pgvector = find_moves(asked)

    assert [match.move_id for match in faiss] == [match.move_id for match in pgvector]
    assert len(faiss) == 3


def test_a_query_that_is_no_vector_is_refused(library):
    for search in (search_memory, search_database):
        with pytest.raises(UnusableVectorError):
            search({Part.AUDIO: np.zeros(128)}, 5, MoveFilter())
        with pytest.raises(UnusableVectorError):
            search({Part.AUDIO: np.ones(127)}, 5, MoveFilter())


def test_an_empty_library_has_nothing_to_find(db):
    for search in (search_memory, search_database):
        assert search(question(PARTS["all"]), 5, MoveFilter()) == ()
