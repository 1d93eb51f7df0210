"""Damaged and hostile files are read or refused in plain words; nothing else happens."""

import random
import struct
import time
import zlib
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from common.errors import InputError
from video_processing.media.audio import decode_mono
from video_processing.media.container import UnreadableMediaError
from video_processing.media.ffmpeg import describe_input
from video_processing.media.frames import read_frames
from video_processing.media.probe import probe_clip, probe_song
from video_processing.mezzanine.making import make_mezzanine

RATE_HZ = 22_050


def write_media(path: Path, video: str | None, audio: str, duration_s: int) -> Path:
    with av.open(str(path), "w") as container:
        pictures = container.add_stream(video, rate=25) if video else None
        sound = container.add_stream(audio, rate=RATE_HZ, layout="mono")
        if pictures is not None:
            pictures.width, pictures.height, pictures.pix_fmt = 64, 48, "yuv420p"
            for i in range(25 * duration_s):
                noise = np.random.default_rng(i).integers(0, 255, (72, 64), dtype=np.uint8)
                container.mux(pictures.encode(av.VideoFrame.from_ndarray(noise, format="yuv420p")))
            container.mux(pictures.encode(None))
        tone = np.sin(np.arange(duration_s * RATE_HZ) / 20).astype(np.float32)[None]
        frame = av.AudioFrame.from_ndarray(tone, format="fltp", layout="mono")
        frame.sample_rate, frame.time_base, frame.pts = RATE_HZ, Fraction(1, RATE_HZ), 0
        resampler = av.AudioResampler(sound.format, "mono", RATE_HZ, frame_size=sound.frame_size or 1024)
        for part in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(sound.encode(part))
        container.mux(sound.encode(None))
    return path


def damage(content: bytes, rng: random.Random) -> bytes:
    damaged = bytearray(content)
    kind = rng.randrange(4)
    if kind == 0:
        for _ in range(rng.randrange(1, 40)):
            damaged[rng.randrange(min(len(damaged), 4096))] = rng.randrange(256)
    elif kind == 1:
        for _ in range(rng.randrange(1, 200)):
            damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    elif kind == 2:
        del damaged[rng.randrange(16, len(damaged)) :]
    else:
        at = rng.randrange(len(damaged))
        del damaged[at : at + rng.randrange(1, 500)]
    return bytes(damaged)


def read_all(path: Path) -> list[str]:
    """Read a file in every way that we have and return what was refused."""
    readers: list[Callable[[Path], object]] = [
        probe_clip,
        probe_song,
        decode_mono,
        lambda path: [frame.time_s for frame in read_frames(path, 2.0, size_px=(32, 24))],
    ]
    refused = []
    for reader in readers:
        try:
            reader(path)
        except InputError as error:
            refused.append(str(error))
    return refused


@pytest.mark.parametrize(
    ("name", "video", "audio"),
    [
        ("a.mp4", "libx264", "aac"),
        ("a.mkv", "libvpx", "flac"),
        ("a.wav", None, "pcm_s16le"),
        ("a.mp3", None, "libmp3lame"),
        ("a.flac", None, "flac"),
    ],
)
def test_damaged_files_are_read_or_refused(name: str, video: str | None, audio: str, tmp_path: Path) -> None:
    whole = write_media(tmp_path / name, video, audio, duration_s=2).read_bytes()
    rng = random.Random(name)
    refused = 0

    for _ in range(40):
        (tmp_path / "damaged").write_bytes(damage(whole, rng))
        sentences = read_all(tmp_path / "damaged")
        assert all(sentence.endswith(".") and str(tmp_path) not in sentence for sentence in sentences)
        refused += bool(sentences)

    assert refused > 0


def test_a_cover_of_900_megapixels_is_never_decoded(tmp_path: Path) -> None:
    rows = zlib.compressobj(9)
    picture = b"".join(rows.compress(bytes(3751)) for _ in range(30_000)) + rows.flush()
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)), (b"IDAT", picture), (b"IEND", b"")]
    png = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    frame = b"\x00image/png\x00\x03\x00" + png
    body = b"APIC" + struct.pack(">I", len(frame)) + b"\x00\x00" + frame
    size = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    song = write_media(tmp_path / "plain.mp3", None, "libmp3lame", duration_s=21).read_bytes()
    (tmp_path / "song.mp3").write_bytes(b"ID3\x03\x00\x00" + size + body + song)
    started = time.process_time()

    info = probe_song(tmp_path / "song.mp3")

    assert info.duration_s == pytest.approx(21, abs=0.2)
    assert time.process_time() - started < 1.0


@pytest.mark.parametrize(
    "content",
    [
        "ffconcat version 1.0\nfile 'secret.wav'\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nsecret.wav\n#EXT-X-ENDLIST\n",
        "<?xml version='1.0'?><MPD xmlns='urn:mpeg:dash:schema:mpd:2011'></MPD>",
        "v=0\no=- 0 0 IN IP4 127.0.0.1\nm=audio 9 RTP/AVP 0\n",
    ],
    ids=["ffconcat", "playlist", "dash", "session description"],
)
def test_files_that_point_to_others_are_refused_by_every_door(content: str, tmp_path: Path) -> None:
    write_media(tmp_path / "secret.wav", None, "pcm_s16le", duration_s=21)
    path = tmp_path / "song.mp3"
    path.write_text(content)

    assert len(read_all(path)) == 4
    with pytest.raises(UnreadableMediaError):
        describe_input(path)


def test_a_clip_that_breaks_off_in_its_pictures_never_becomes_a_partial_mezzanine(tmp_path: Path) -> None:
    whole = write_media(tmp_path / "clip.mkv", "libx264", "flac", duration_s=3).read_bytes()
    path = tmp_path / "cut.mkv"
    path.write_bytes(whole[: len(whole) // 2])

    try:
        info = make_mezzanine(path, tmp_path / "out" / "m.mp4", beat_times_s=[0.5, 1.0])
    except InputError:
        assert not list(tmp_path.glob("out/*"))
    else:
        assert info.duration_s == pytest.approx(probe_clip(path).duration_s, abs=0.1)
