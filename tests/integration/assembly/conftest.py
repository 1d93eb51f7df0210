"""A library of clips that flash white on every beat, at every frame rate, and a song that clicks on every beat."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from video_processing.assembly.timeline import Cut, Timeline
from video_processing.media.rendition import make_song_aac
from video_processing.mezzanine.keyframes import nearest_frames
from video_processing.mezzanine.making import make_mezzanine
from video_processing.mezzanine.parameters import MezzanineParameters

TICKS_HZ = 90_000
SONG_RATE_HZ = 44_100
RATES = [Fraction(24_000, 1001), Fraction(24), Fraction(25), Fraction(30_000, 1001), Fraction(30), Fraction(50)]
RATES += [Fraction(60_000, 1001)]
SMALL = MezzanineParameters(width_px=320, height_px=180)
"""Small pictures keep these tests quick; times do not depend on the size."""
CLIP_BEATS = 12
CUT_BEATS = 8


@dataclass(frozen=True)
class Move:
    """A clip with its mezzanine; its beats 2 to 10 are danced, so that there are frames before and after."""

    rate: Fraction
    clip: Path
    mezzanine: Path
    beats_s: tuple[float, ...]

    def cut(self, target_beats_s: np.ndarray) -> Cut:
        count = len(target_beats_s)
        return Cut(self.mezzanine, self.beats_s[2 : 2 + count], tuple(target_beats_s.tolist()), clip=self.clip)


@dataclass(frozen=True)
class Song:
    aac: Path
    duration_s: float
    beats_s: np.ndarray

    def timeline(self, moves: list[Move], first_beat: int = 4, **more: object) -> Timeline:
        cuts = []
        for i, move in enumerate(moves):
            start = first_beat + i * CUT_BEATS
            cuts.append(move.cut(self.beats_s[start : start + CUT_BEATS + 1]))
        return Timeline(self.duration_s, tuple(cuts), self.aac, **more)


def write_flashes(path: Path, rate: Fraction, beats_s: np.ndarray, duration_s: float) -> Path:
    times = np.arange(int(duration_s * rate)) / float(rate)
    white = set(nearest_frames(times, beats_s.tolist()))
    noise = np.random.default_rng(0).integers(0, 60, (180, 320, 3), dtype=np.uint8)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=rate, options={"preset": "ultrafast", "crf": "10"})
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        stream.codec_context.time_base = Fraction(1, TICKS_HZ)
        for i, time_s in enumerate(times):
            picture = np.full_like(noise, 255) if i in white else np.roll(noise, i, axis=1)
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.time_base, frame.pts = Fraction(1, TICKS_HZ), round(time_s * TICKS_HZ)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


@pytest.fixture(scope="session")
def moves(tmp_path_factory: pytest.TempPathFactory) -> dict[Fraction, Move]:
    folder = tmp_path_factory.mktemp("library")
    made = {}
    for i, rate in enumerate(RATES):
        rng = np.random.default_rng(i)
        beats = 0.137 + np.cumsum(60 / (108 + 4 * i) + rng.normal(0, 0.006, CLIP_BEATS))
        clip = write_flashes(folder / f"{i}.mp4", rate, beats, float(beats[-1]) + 0.4)
        make_mezzanine(clip, folder / f"{i}m.mp4", beat_times_s=beats.tolist(), parameters=SMALL)
        made[rate] = Move(rate, clip, folder / f"{i}m.mp4", tuple(beats.tolist()))
    return made


@pytest.fixture(scope="session")
def song(tmp_path_factory: pytest.TempPathFactory) -> Song:
    folder = tmp_path_factory.mktemp("song")
    rng = np.random.default_rng(9)
    beats = 0.35 + np.cumsum(60 / np.linspace(121, 134, 70) + rng.normal(0, 0.004, 70))
    duration_s = 37.123
    samples = np.zeros(round(duration_s * SONG_RATE_HZ), dtype=np.int16)
    for beat in beats[beats < duration_s - 0.02]:
        samples[round(beat * SONG_RATE_HZ) :][:300] = 20_000
    with av.open(str(folder / "song.wav"), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=SONG_RATE_HZ, layout="mono")
        frame = av.AudioFrame.from_ndarray(samples[None], format="s16", layout="mono")
        frame.sample_rate, frame.time_base, frame.pts = SONG_RATE_HZ, Fraction(1, SONG_RATE_HZ), 0
        container.mux(stream.encode(frame))
    make_song_aac(folder / "song.wav", folder / "song.m4a")
    return Song(folder / "song.m4a", duration_s, beats[beats < duration_s])


@dataclass(frozen=True)
class Watched:
    """A video as a viewer meets it: when each frame is shown and how bright it is, and the sound."""

    times_s: np.ndarray
    brightness: np.ndarray
    end_s: float

    def flashes_s(self, level: float = 150) -> np.ndarray:
        return self.times_s[self.brightness > level]


@pytest.fixture(scope="session")
def watch():
    def play(path: Path) -> Watched:
        with av.open(str(path)) as container:
            stream = container.streams.video[0]
            stream.codec_context.options = {"err_detect": "explode"}
            stream.thread_type = "AUTO"
            shown = [
                (float(frame.pts * frame.time_base), frame.to_ndarray(format="gray").mean())
                for frame in container.decode(stream)
            ]
            end_s = float(stream.duration * stream.time_base)
        return Watched(np.array([time for time, _ in shown]), np.array([level for _, level in shown]), end_s)

    return play
