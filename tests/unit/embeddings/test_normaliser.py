import numpy as np
import pytest

from video_processing.embeddings.layout import EMBEDDING_VERSION
from video_processing.embeddings.normaliser import Normaliser
from video_processing.embeddings.pose_vectors import N_POSE_FEATURES, NormaliserFormatError, PoseNormaliser

WEIGHTS = np.array([0.5, 0.5, 0.5, 0.5, 1.0])
"""A block of four features and one of a single feature that counts as much."""


@pytest.fixture
def raws() -> np.ndarray:
    return np.random.default_rng(0).normal([10.0, 20.0, 30.0, 40.0, 50.0], [1.0, 2.0, 3.0, 4.0, 5.0], (200, 5))


def test_what_is_usual_becomes_zero_and_the_vector_has_unit_norm(raws):
    normaliser = Normaliser.fit(raws, WEIGHTS)

    vectors = np.stack([normaliser.apply(raw) for raw in raws])

    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0)
    np.testing.assert_allclose(vectors.mean(axis=0), 0.0, atol=0.12)


def test_each_block_weighs_the_same_whatever_its_size(raws):
    normaliser = Normaliser.fit(raws, WEIGHTS)

    scores = normaliser.scores(normaliser.mean + normaliser.sd)

    np.testing.assert_allclose((scores[:4] ** 2).sum(), (scores[4:] ** 2).sum())


def test_an_outlier_counts_as_three_deviations(raws):
    normaliser = Normaliser.fit(raws, WEIGHTS)
    far, further = normaliser.mean.copy(), normaliser.mean.copy()
    far[0] += 3 * normaliser.sd[0]
    further[0] += 300 * normaliser.sd[0]

    np.testing.assert_allclose(normaliser.scores(further), normaliser.scores(far))


def test_what_was_not_seen_counts_as_usual(raws):
    normaliser = Normaliser.fit(raws, WEIGHTS)
    unseen = normaliser.mean + normaliser.sd
    unseen[1] = np.nan

    assert normaliser.scores(unseen)[1] == 0.0


def test_a_feature_without_variation_tells_nothing(raws):
    raws[:, 2] = 7.0

    assert Normaliser.fit(raws, WEIGHTS).apply(raws[0] + 1.0)[2] == pytest.approx(0.0)


def test_a_way_to_differ_that_drowns_the_rest_is_turned_down(raws):
    shared = np.random.default_rng(5).normal(0, 30, (200, 1))
    raws[:, :4] += shared  # four features that nearly repeat each other
    normaliser = Normaliser.fit(raws, WEIGHTS)

    plain = np.stack([normaliser.scores(raw) for raw in raws])
    turned_down = np.stack([normaliser.directions.T @ normaliser.apply(raw) for raw in raws])

    def share(values):
        spread = np.sort(np.linalg.svd(values - values.mean(axis=0), compute_uv=False))[::-1]
        return spread[0] / spread.sum()

    assert share(turned_down) < share(plain) - 0.05


def test_a_clip_of_which_nothing_is_known_stays_zero(raws):
    assert not Normaliser.fit(raws, WEIGHTS).apply(np.full(5, np.nan)).any()


def test_the_first_move_of_a_library_has_a_vector(raws):
    vector = Normaliser.fit(raws[:1], WEIGHTS).apply(raws[0])

    assert np.linalg.norm(vector) == pytest.approx(1.0)


def test_a_library_of_unseen_features_can_be_learned():
    raws = np.full((3, 5), np.nan)

    assert not Normaliser.fit(raws, WEIGHTS).apply(raws[0]).any()


@pytest.fixture
def pose_normaliser() -> PoseNormaliser:
    return PoseNormaliser.fit(np.random.default_rng(1).normal(size=(9, N_POSE_FEATURES)))


def test_a_stored_normaliser_makes_the_same_vectors(pose_normaliser):
    raw = np.random.default_rng(2).normal(size=N_POSE_FEATURES)

    again = PoseNormaliser.from_bytes(pose_normaliser.to_bytes())

    assert again.version == EMBEDDING_VERSION
    for name, vector in pose_normaliser.apply(raw).items():
        np.testing.assert_allclose(again.apply(raw)[name], vector, atol=1e-5)


@pytest.mark.parametrize("damage", [lambda content: content[:-40], lambda _: b"", lambda _: b"not an archive"])
def test_a_damaged_normaliser_is_refused(pose_normaliser, damage):
    with pytest.raises(NormaliserFormatError, match="damaged"):
        PoseNormaliser.from_bytes(damage(pose_normaliser.to_bytes()))


def test_a_normaliser_of_another_version_is_refused(pose_normaliser):
    older = PoseNormaliser(pose_normaliser.parts, version=EMBEDDING_VERSION + 1)

    with pytest.raises(NormaliserFormatError, match="version"):
        PoseNormaliser.from_bytes(older.to_bytes())
