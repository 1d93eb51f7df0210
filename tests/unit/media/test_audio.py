from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest

from video_processing.media.audio import NoSoundError, decode_mono
from video_processing.media.container import UnreadableMediaError
from video_processing.media.probe import MediaLimitError

ToneFile = Callable[..., Path]


@pytest.mark.parametrize(
    ("name", "codec"),
    [("a.wav", "pcm_s16le"), ("a.flac", "flac"), ("a.mp3", "libmp3lame"), ("a.m4a", "aac"), ("a.ogg", "libopus")],
)
def test_a_click_at_one_second_is_decoded_at_one_second(tone_file: ToneFile, name: str, codec: str) -> None:
    samples = decode_mono(tone_file(name, codec, duration_s=3.0, rate_hz=48_000))

    onset = np.flatnonzero(np.abs(samples) > 0.4)[0] / 22_050
    assert samples.dtype == np.float32
    assert onset == pytest.approx(1.0, abs=0.002)
    assert len(samples) / 22_050 == pytest.approx(3.0, abs=0.06)


def test_a_clip_without_sound_says_so(clip_file: Callable[..., Path]) -> None:
    with pytest.raises(NoSoundError):
        decode_mono(clip_file())


def test_sound_longer_than_the_limit_is_refused(tone_file: ToneFile) -> None:
    with pytest.raises(MediaLimitError, match="2 seconds"):
        decode_mono(tone_file("a.wav", "pcm_s16le", duration_s=3.0), max_s=2.0)


def test_samples_that_are_not_numbers_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "nan.wav"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_f32le", rate=22_050, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.full((1, 22_050), np.nan, dtype=np.float32), format="flt", layout="mono")
        frame.sample_rate = 22_050
        container.mux(stream.encode(frame))

    with pytest.raises(UnreadableMediaError, match="not numbers"):
        decode_mono(path)
