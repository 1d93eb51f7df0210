"""Small clips made for tests: a test picture of any rate and shape, music of known counts, and a couple beside them."""

import json
import wave
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import numpy as np

from video_processing.demo.songs.clip_sound import render_clip_sound
from video_processing.media.ffmpeg import run_ffmpeg
from video_processing.pose.keypoints import CoupleTrack
from video_processing.pose.sidecar import sidecar_path, write_sidecar

TEMPO_BPM, LEAD_IN_S, TAIL_S, COUNTS = 120.0, 0.5, 1.0, 16
DURATION_S = LEAD_IN_S + COUNTS * 60 / TEMPO_BPM + TAIL_S
RATE_HZ = 22_050
POSE_RATE_HZ = 15.0
STANDING = np.array([
    (0, -1.75), (0.06, -1.8), (-0.06, -1.8), (0.12, -1.75), (-0.12, -1.75),
    (0.35, -1.45), (-0.35, -1.45), (0.45, -1.0), (-0.45, -1.0), (0.5, -0.6), (-0.5, -0.6),
    (0.22, -0.45), (-0.22, -0.45), (0.22, 0.35), (-0.22, 0.35), (0.22, 1.15), (-0.22, 1.15),
])  # fmt: skip
"""17 joints in torso lengths from the middle of the body, seen from the front; y down."""


@dataclass(frozen=True)
class Dance:
    """How a stick couple moves, so that clips differ: sway of each in torso lengths, a lift of the follow's arm."""

    lead_sway: float = 0.2
    follow_sway: float = 0.5
    arm: float = 0.0
    beats: float = 2.0
    unseen: tuple[int, ...] = field(default=())
    """Dancers whom nobody sees: 0 the lead, 1 the follow."""


@cache
def sound_file() -> Path:
    """Return a WAV of 16 counts at 120 BPM, count 1 half a second after its start."""
    samples, _ = render_clip_sound(TEMPO_BPM, COUNTS, 7, LEAD_IN_S, TAIL_S, RATE_HZ)
    path = Path(mkdtemp(prefix="bb-test-sound-")) / "sound.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes((np.clip(samples, -1, 1) * 32_767).astype("<i2").tobytes())
    return path


def write_clip(
    path: Path, *, fps: str = "10", size: str = "160x90", sound: bool = True, picture: bool = True, filters: str = ""
) -> Path:
    """Write a clip with ffmpeg; `filters` may drop frames."""
    path.parent.mkdir(parents=True, exist_ok=True)
    inputs = ["-f", "lavfi", "-i", f"testsrc2=size={size}:rate={fps}:duration={DURATION_S}"] if picture else []
    inputs += ["-i", f"file:{sound_file()}"] if sound else []
    codecs = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"] if picture else []
    if picture and filters:
        codecs += ["-vf", filters, "-fps_mode", "vfr"]
    run_ffmpeg([*inputs, *codecs, "-c:a", "aac", f"file:{path}"], timeout_s=60)
    return path


def rotate(path: Path, degrees: int) -> None:
    """Mark a clip as to be turned for display, as phones do."""
    upright = path.with_suffix(".upright.mp4")
    path.rename(upright)
    run_ffmpeg(["-display_rotation", str(degrees), "-i", f"file:{upright}", "-c", "copy", f"file:{path}"], timeout_s=60)
    upright.unlink()


def couple(dance: Dance, size_px: tuple[int, int] = (160, 90)) -> CoupleTrack:
    """Return the keypoints of a stick couple."""
    times_s = np.arange(0, DURATION_S, 1 / POSE_RATE_HZ)
    beats = (times_s - LEAD_IN_S) * TEMPO_BPM / 60
    torso_px = size_px[1] / 7
    keypoints = np.empty((2, len(times_s), 17, 3))
    for dancer, (place, sway) in enumerate(((0.35, dance.lead_sway), (0.65, dance.follow_sway))):
        joints = np.repeat(STANDING[None] * torso_px, len(times_s), axis=0)
        joints[..., 0] += place * size_px[0] + torso_px * sway * np.sin(2 * np.pi * beats / dance.beats)[:, None]
        joints[..., 1] += size_px[1] / 2 + 0.05 * torso_px * np.cos(2 * np.pi * beats)[:, None]
        if dancer == 1:
            joints[:, [7, 9], 1] -= dance.arm * torso_px * (1 + np.sin(2 * np.pi * beats / 8))[:, None]
        keypoints[dancer, ..., :2], keypoints[dancer, ..., 2] = joints, 0.9
    keypoints[list(dance.unseen)] = np.nan
    return CoupleTrack(times_s, keypoints, *size_px)


def write_couple(clip: Path, dance: Dance, size_px: tuple[int, int] = (160, 90)) -> None:
    """Write the sidecar of a clip."""
    write_sidecar(sidecar_path(clip), couple(dance, size_px))


def annotation(video_path: str, **fields: Any) -> dict[str, Any]:
    """Return the row of a clip."""
    told = {"video_path": video_path, "move_label": "basic", "difficulty": "low", "energy_level": "medium"}
    return told | fields


def write_annotations(folder: Path, rows: list[dict[str, Any]]) -> Path:
    """Write the annotations of a folder of clips."""
    path = folder / "annotations.json"
    path.write_text(json.dumps({"clips": rows}))
    return path
