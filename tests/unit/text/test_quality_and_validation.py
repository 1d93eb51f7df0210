import numpy as np
import pytest

from ai_services.quality import quality_score
from ai_services.validation import (
    EMBEDDING_DIMENSIONS,
    FUSED_DIMENSION,
    InvalidEmbeddingError,
    check_embeddings,
    embedding_faults,
)


@pytest.mark.parametrize(
    ("detection_rate", "mean_confidence", "score"),
    [(1.0, 1.0, 1.0), (0.0, 0.0, 0.0), (1.0, 0.0, 0.6), (0.5, 0.8, 0.62)],
)
def test_quality_is_six_parts_detection_and_four_parts_confidence(detection_rate, mean_confidence, score):
    assert quality_score(detection_rate, mean_confidence) == pytest.approx(score)


@pytest.mark.parametrize("values", [(1.1, 0.5), (0.5, -0.1), (float("nan"), 0.5)])
def test_shares_beyond_their_range_are_a_bug_of_the_caller(values):
    with pytest.raises(ValueError, match="share from 0 to 1"):
        quality_score(*values)


@pytest.fixture
def vectors() -> dict[str, np.ndarray]:
    chance = np.random.default_rng(0)
    made = {name: chance.normal(size=size) for name, size in EMBEDDING_DIMENSIONS.items()}
    return {name: vector / np.linalg.norm(vector) for name, vector in made.items()}


def test_five_modalities_make_1792_dimensions():
    assert FUSED_DIMENSION == 1792


def test_five_sound_vectors_have_no_faults(vectors):
    assert embedding_faults(vectors) == []
    check_embeddings({name: vector.astype(np.float32).tolist() for name, vector in vectors.items()})


def with_value(value):
    def change(vector):
        vector[3] = value
        return vector

    return change


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda vector: vector[:-1], r"shape \(127,\) instead of \(128,\)"),
        (lambda vector: vector[None], r"shape \(1, 128\)"),
        (with_value(np.nan), "1 values that are not finite"),
        (with_value(np.inf), "1 values that are not finite"),
        (np.zeros_like, "all zero"),
        (lambda vector: vector * 2, "norm 2.000"),
        (lambda vector: np.full_like(vector, 128**-0.5), "degenerate"),
        (lambda vector: np.eye(128)[3], "degenerate"),
        (lambda _: "words", "not a list of numbers"),
        (lambda _: [0.1, [0.2]], "not a list of numbers"),
        (lambda _: None, r"shape \(\)"),
    ],
)
def test_each_fault_of_a_vector_is_named(vectors, change, fault):
    vectors["audio"] = change(vectors["audio"].copy())

    with pytest.raises(InvalidEmbeddingError, match=f"audio: .*{fault}"):
        check_embeddings(vectors)


def test_all_faults_are_named_at_once(vectors):
    del vectors["lead"]
    vectors["text"] = np.zeros(384)
    vectors["smell"] = np.ones(3)

    faults = embedding_faults(vectors)

    assert faults == ["lead: is missing", "smell: is no modality", "text: is all zero"]
