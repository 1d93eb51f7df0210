from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from video_processing.media.container import UnreadableMediaError, sniff_format
from video_processing.media.ffmpeg import run_ffmpeg
from video_processing.media.probe import MediaLimitError, Turn, probe_clip, probe_song, shown_turn

ToneFile = Callable[..., Path]
ClipFile = Callable[..., Path]
ORIENTATION, MAKER = 0x0112, 0x010F


@pytest.mark.parametrize(
    ("name", "codec", "container"),
    [
        ("a.mp3", "libmp3lame", "mp3"),
        ("a.wav", "pcm_s16le", "wav"),
        ("a.flac", "flac", "flac"),
        ("a.m4a", "aac", "mov"),
        ("a.ogg", "libopus", "ogg"),
        ("a.mka", "libopus", "matroska"),
    ],
)
def test_every_kind_of_song_is_measured(tone_file: ToneFile, name: str, codec: str, container: str) -> None:
    rate_hz = 48_000 if codec == "libopus" else 44_100

    song = probe_song(tone_file(name, codec, rate_hz=rate_hz))

    assert song.duration_s == pytest.approx(21.0, abs=0.1)
    assert (song.sample_rate_hz, song.channels) == (rate_hz, 2)
    assert container in song.container


def test_title_and_artist_are_read_as_one_printable_line(tone_file: ToneFile) -> None:
    song = probe_song(tone_file("a.mp3", "libmp3lame", title="Luna\n\x07 Llena", artist="  Los Suaves "))

    assert (song.title, song.artist) == ("Luna Llena", "Los Suaves")


def test_the_name_of_a_song_plays_no_part(tone_file: ToneFile, tmp_path: Path) -> None:
    odd = tmp_path / "-i.exe"
    tone_file("a.flac", "flac").rename(odd)

    assert probe_song(odd).audio_codec == "flac"


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\x00" + bytes(500),
        b"<!doctype html><title>song</title>",
        b"#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n",
        b"ffconcat version 1.0\nfile /etc/passwd\n",
        b"ID3\x04\x00\x00\x00\x00\x00\x0a" + bytes(10),
        b"",
        b"\xff\xfb\x90\x00" + b"not mpeg audio at all" * 200,
        b"RIFF\xff\xff\xff\xffWAVEfmt ",
    ],
    ids=["executable", "html", "playlist", "ffconcat", "tag only", "empty", "only a sync word", "cut header"],
)
def test_what_is_not_a_song_is_refused_whatever_its_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "song.mp3"
    path.write_bytes(content)

    with pytest.raises(UnreadableMediaError):
        probe_song(path)


def test_a_wav_that_claims_four_gigabytes_is_measured_by_what_it_holds(tone_file: ToneFile) -> None:
    path = tone_file("a.wav", "pcm_s16le")
    data = bytearray(path.read_bytes())
    place = data.index(b"data") + 4
    data[place : place + 4] = b"\xf0\xff\xff\xff"
    path.write_bytes(data)

    assert probe_song(path).duration_s == pytest.approx(21.0, abs=0.1)


def test_a_song_of_three_seconds_is_too_short(tone_file: ToneFile) -> None:
    with pytest.raises(MediaLimitError, match="20 to 600 seconds"):
        probe_song(tone_file("a.mp3", "libmp3lame", duration_s=3.0))


def test_a_song_of_eleven_minutes_is_too_long(tone_file: ToneFile) -> None:
    with pytest.raises(MediaLimitError, match="20 to 600 seconds"):
        probe_song(tone_file("a.flac", "flac", duration_s=660.0, rate_hz=8_000, channels=1))


@pytest.mark.parametrize("fps", [Fraction(24_000, 1001), Fraction(25), Fraction(30_000, 1001), Fraction(60_000, 1001)])
def test_clips_of_every_frame_rate_are_measured(clip_file: ClipFile, fps: Fraction) -> None:
    clip = probe_clip(clip_file(fps=fps, frames=90))

    assert clip.frame_count == 90
    assert clip.fps == pytest.approx(float(fps), rel=0.01)
    assert clip.duration_s == pytest.approx(90 / float(fps), abs=0.02)
    assert (clip.width_px, clip.height_px, clip.rotation_deg, clip.has_audio) == (320, 180, 0, False)


def test_a_rotated_clip_has_the_size_that_is_shown(clip_file: ClipFile) -> None:
    clip = probe_clip(clip_file(rotation_deg=90))

    assert (clip.width_px, clip.height_px, clip.rotation_deg) == (180, 320, 90)


def test_a_picture_that_carries_what_the_decoder_has_no_name_for_is_turned_all_the_same(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = 6, "a phone"
    Image.new("RGB", (64, 48)).save(tmp_path / "a.jpg", exif=exif)
    with av.open(str(tmp_path / "a.jpg")) as container:
        picture = next(container.decode(video=0))
    with pytest.raises(ValueError, match="is not a valid Type"):
        picture.side_data.get("DISPLAYMATRIX")

    assert shown_turn(picture) == Turn(270)


def test_a_clip_of_half_a_second_is_too_short(clip_file: ClipFile) -> None:
    with pytest.raises(MediaLimitError, match="1 to 60 seconds"):
        probe_clip(clip_file(frames=15))


def test_a_picture_wider_than_full_hd_is_refused(clip_file: ClipFile) -> None:
    with pytest.raises(MediaLimitError, match="2048 x 64"):
        probe_clip(clip_file(size_px=(2048, 64)))


def test_too_many_frames_a_second_are_refused(clip_file: ClipFile) -> None:
    with pytest.raises(MediaLimitError, match="120 frames a second"):
        probe_clip(clip_file(fps=Fraction(120), frames=240))


def test_sound_alone_is_not_a_clip(tone_file: ToneFile) -> None:
    with pytest.raises(UnreadableMediaError, match="no video"):
        probe_clip(tone_file("a.m4a", "aac"))


def test_a_clip_whose_pictures_begin_before_its_start_is_told_how_to_mend_it(clip_file: ClipFile) -> None:
    path = clip_file()
    early = path.with_suffix(".mkv")
    shifted = ["-output_ts_offset", "-0.5", "-avoid_negative_ts", "disabled"]
    run_ffmpeg(["-i", f"file:{path}", "-c", "copy", *shifted, f"file:{early}"], timeout_s=60)

    with pytest.raises(UnreadableMediaError, match="export it to start at 0:00"):
        probe_clip(early)


def test_text_named_mp4_is_not_a_clip(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    path.write_text("not a video")

    with pytest.raises(UnreadableMediaError):
        probe_clip(path)


def test_a_clip_cut_in_the_middle_of_its_index_is_refused(clip_file: ClipFile) -> None:
    path = clip_file()
    path.write_bytes(path.read_bytes()[:-200])

    with pytest.raises(UnreadableMediaError):
        probe_clip(path)


def test_random_bytes_are_never_taken_for_media() -> None:
    rng = np.random.default_rng(0)

    assert [sniff_format(b"#" + rng.bytes(200)) for _ in range(200)] == [None] * 200
