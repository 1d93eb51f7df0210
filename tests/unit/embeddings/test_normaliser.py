import numpy as np
import pytest

from video_processing.embeddings.layout import EMBEDDING_VERSION
from video_processing.embeddings.normaliser import Normaliser
from video_processing.embeddings.pose_vectors import N_POSE_FEATURES, NormaliserFormatError, PoseNormaliser

BLOCKS = {"wide": 4, "narrow": 1}


@pytest.fixture
def raws() -> np.ndarray:
    return np.random.default_rng(0).normal([10.0, 20.0, 30.0, 40.0, 50.0], [1.0, 2.0, 3.0, 4.0, 5.0], (200, 5))


def test_what_is_usual_becomes_zero_and_the_vector_has_unit_norm(raws):
    normaliser = Normaliser.fit(raws, BLOCKS)

    vectors = np.stack([normaliser.apply(raw) for raw in raws])

    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0)
    np.testing.assert_allclose(vectors.mean(axis=0), 0.0, atol=0.12)


def test_each_block_weighs_the_same_whatever_its_size(raws):
    normaliser = Normaliser.fit(raws, BLOCKS)
    one_sd_off = normaliser.mean + normaliser.sd

    vector = normaliser.apply(one_sd_off)

    np.testing.assert_allclose((vector[:4] ** 2).sum(), (vector[4:] ** 2).sum())


def test_an_outlier_counts_as_three_deviations(raws):
    normaliser = Normaliser.fit(raws, BLOCKS)
    far, further = normaliser.mean.copy(), normaliser.mean.copy()
    far[0] += 3 * normaliser.sd[0]
    further[0] += 300 * normaliser.sd[0]
    far[4] += normaliser.sd[4]
    further[4] += normaliser.sd[4]

    np.testing.assert_allclose(normaliser.apply(further), normaliser.apply(far))


def test_what_was_not_seen_counts_as_usual(raws):
    normaliser = Normaliser.fit(raws, BLOCKS)
    unseen = normaliser.mean + normaliser.sd
    unseen[1] = np.nan

    assert normaliser.apply(unseen)[1] == 0.0


def test_a_feature_without_variation_tells_nothing(raws):
    raws[:, 2] = 7.0

    assert Normaliser.fit(raws, BLOCKS).apply(raws[0] + 1.0)[2] == 0.0


def test_a_clip_of_which_nothing_is_known_stays_zero(raws):
    assert not Normaliser.fit(raws, BLOCKS).apply(np.full(5, np.nan)).any()


def test_a_library_of_one_clip_or_of_unseen_features_can_be_learned():
    raws = np.full((1, 5), np.nan)

    assert not Normaliser.fit(raws, BLOCKS).apply(np.ones(5)).any()


@pytest.fixture
def pose_normaliser() -> PoseNormaliser:
    return PoseNormaliser.fit(np.random.default_rng(1).normal(size=(9, N_POSE_FEATURES)))


def test_a_stored_normaliser_makes_the_same_vectors(pose_normaliser):
    raw = np.random.default_rng(2).normal(size=N_POSE_FEATURES)

    again = PoseNormaliser.from_bytes(pose_normaliser.to_bytes())

    assert again.version == EMBEDDING_VERSION
    for name, vector in pose_normaliser.apply(raw).items():
        np.testing.assert_array_equal(again.apply(raw)[name], vector)


@pytest.mark.parametrize("damage", [lambda content: content[:-40], lambda _: b"", lambda _: b"not an archive"])
def test_a_damaged_normaliser_is_refused(pose_normaliser, damage):
    with pytest.raises(NormaliserFormatError, match="damaged"):
        PoseNormaliser.from_bytes(damage(pose_normaliser.to_bytes()))


def test_a_normaliser_of_another_version_is_refused(pose_normaliser):
    older = PoseNormaliser(pose_normaliser.parts, version=EMBEDDING_VERSION + 1)

    with pytest.raises(NormaliserFormatError, match="version"):
        PoseNormaliser.from_bytes(older.to_bytes())
