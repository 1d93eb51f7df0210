from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from common.errors import CancelledError
from video_processing.media.audio import decode_mono
from video_processing.media.rendition import make_song_aac

RATE_HZ = 48_000


def write_clicks(path: Path, duration_s: float) -> Path:
    samples = np.zeros(round(duration_s * RATE_HZ), dtype=np.float32)
    for second in range(1, int(duration_s)):
        samples[second * RATE_HZ : second * RATE_HZ + 200] = 0.8
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=RATE_HZ, layout="mono")
        frame = av.AudioFrame.from_ndarray((samples * 32767).astype(np.int16)[None], format="s16", layout="mono")
        frame.sample_rate, frame.time_base, frame.pts = RATE_HZ, Fraction(1, RATE_HZ), 0
        container.mux(stream.encode(frame))
    return path


def test_the_rendition_keeps_every_click_in_its_place_and_the_length(tmp_path: Path) -> None:
    source = write_clicks(tmp_path / "song.wav", 7.3)

    info = make_song_aac(source, tmp_path / "song.m4a")

    heard = np.abs(decode_mono(tmp_path / "song.m4a")) > 0.4
    assert info.duration_s == pytest.approx(7.3, abs=0.001)
    assert info.priming_samples == 1024
    for second in range(1, 7):
        near = heard[round((second - 0.1) * 22_050) : round((second + 0.1) * 22_050)]
        assert np.flatnonzero(near)[0] / 22_050 == pytest.approx(0.1, abs=0.003)


def test_cancelling_leaves_no_file(tmp_path: Path) -> None:
    source = write_clicks(tmp_path / "song.wav", 3.0)

    with pytest.raises(CancelledError):
        make_song_aac(source, tmp_path / "out" / "song.m4a", cancelled=lambda: True)

    assert not list(tmp_path.glob("out/*"))
