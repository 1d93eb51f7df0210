"""The outline of a sound is where its samples are, and survives storage to 1/254."""

import numpy as np
import pytest

from video_processing.music.waveform import POINTS, StoredWaveformError, outline, pack_outline, unpack_outline


def test_the_outline_holds_the_lowest_and_highest_sample_of_each_stretch() -> None:
    samples = np.zeros(8000, dtype=np.float32)
    samples[4005], samples[4006], samples[7999] = 0.75, -0.5, 1.5

    rows = outline(samples)

    assert rows.shape == (POINTS, 2)
    assert rows[400].tolist() == [-0.5, 0.75]
    assert rows[799].tolist() == [0.0, 1.0]
    assert np.count_nonzero(rows) == 3


@pytest.mark.parametrize("length", [1, 3, 799, 801, 22_050])
def test_every_sample_lies_within_the_outline(length: int) -> None:
    samples = np.random.default_rng(length).uniform(-1, 1, length).astype(np.float32)

    rows = outline(samples)

    assert rows[:, 0].min() == samples.min()
    assert rows[:, 1].max() == samples.max()
    assert (rows[:, 0] <= rows[:, 1]).all()


def test_an_outline_survives_storage_in_1600_bytes() -> None:
    rows = outline(np.sin(np.arange(22_050) / 50).astype(np.float32))

    content = pack_outline(rows)

    assert len(content) == 1600
    assert unpack_outline(content) == pytest.approx(rows, abs=0.5 / 127 + 1e-6)


@pytest.mark.parametrize("content", [b"", b"abc"])
def test_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(StoredWaveformError, match="damaged"):
        unpack_outline(content)
