"""Songs as files: FLAC, which keeps every sample where the truth says it is, and the truth as JSON beside it."""

import hashlib
import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from video_processing.demo.songs.catalogue import DEMO_SONGS
from video_processing.demo.songs.rendering import RenderedSong, render_song
from video_processing.demo.songs.sound import Sound
from video_processing.demo.songs.spec import SongSpec
from video_processing.demo.songs.truth import SongTruth
from video_processing.media.whole_file import whole_file

_FULL_SCALE = 32_767


@dataclass(frozen=True)
class SongFile:
    """A made song on disk."""

    spec: SongSpec
    sound_path: Path
    truth_path: Path

    def truth(self) -> SongTruth:
        """Return the truth beside the sound; raises FileNotFoundError before the song is made."""
        return SongTruth.from_json(self.truth_path.read_text(encoding="utf-8"))


def make_demo_songs(
    directory: Path,
    specs: Sequence[SongSpec] = DEMO_SONGS,
    progress: Callable[[int, int], None] | None = None,
    workers: int = 2,
) -> tuple[SongFile, ...]:
    """Return the songs as `<slug>.flac` and `<slug>.truth.json` in a directory, made where they are not there yet.

    A song whose spec and generator are unchanged is kept. Each file appears whole or not at all, the truth last, so a
    truth with the right fingerprint means that its sound is there. `progress` is told songs done and songs in all, from
    the calling thread.

    Raises:
        StorageFullError: there was no room.
    """
    files = tuple(
        SongFile(spec, directory / f"{spec.slug}.flac", directory / f"{spec.slug}.truth.json") for spec in specs
    )
    directory.mkdir(parents=True, exist_ok=True)
    missing = [file for file in files if not _is_made(file)]
    done = len(files) - len(missing)
    if progress:
        progress(done, len(files))
    with ThreadPoolExecutor(max_workers=workers) as pool:
        for finished in as_completed([pool.submit(_make, file) for file in missing]):
            finished.result()
            done += 1
            if progress:
                progress(done, len(files))
    return files


def _make(file: SongFile) -> None:
    song = render_song(file.spec)
    with whole_file(file.sound_path) as partial:
        write_flac(partial, song, describe_tags(file.spec))
    document = json.loads(song.truth.to_json()) | {"fingerprint": fingerprint_of(file.spec)}
    with whole_file(file.truth_path) as partial:
        partial.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _is_made(file: SongFile) -> bool:
    if not (file.sound_path.exists() and file.truth_path.exists()):
        return False
    try:
        document = json.loads(file.truth_path.read_text(encoding="utf-8"))
    except ValueError:
        return False
    return isinstance(document, dict) and document.get("fingerprint") == fingerprint_of(file.spec)


def fingerprint_of(spec: SongSpec) -> str:
    """Return the SHA-256 of a spec and of the generator's own source, as hex: another one means another song."""
    described = json.dumps(asdict(spec), default=sorted, sort_keys=True)
    return hashlib.sha256(f"{_generator_digest()}\n{described}".encode()).hexdigest()


@cache
def _generator_digest() -> str:
    """A version number would be forgotten; the source is not."""
    digest = hashlib.sha256()
    for source in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(source.read_bytes())
    return digest.hexdigest()


def describe_tags(spec: SongSpec) -> dict[str, str]:
    """Return the tags of a song's file."""
    tags = {"title": spec.title, "artist": spec.artist, "genre": "Bachata"}
    return tags | {"mood": spec.mood.value} if spec.mood else tags


def write_flac(path: Path, song: RenderedSong, tags: dict[str, str]) -> None:
    """Write a song as 16-bit FLAC."""
    layout = "stereo" if song.samples.ndim == 2 else "mono"
    with av.open(str(path), "w", format="flac") as container:
        container.metadata.update(tags)
        stream = container.add_stream("flac", rate=song.sample_rate_hz, layout=layout, format="s16")
        for start in range(0, len(song.samples), song.sample_rate_hz):
            pcm = _as_pcm(song.samples[start : start + song.sample_rate_hz])
            frame = av.AudioFrame.from_ndarray(pcm.reshape(1, -1), format="s16", layout=layout)
            frame.sample_rate = song.sample_rate_hz
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def _as_pcm(samples: Sound) -> NDArray[np.int16]:
    return np.asarray(np.rint(samples * np.float32(_FULL_SCALE)), dtype=np.int16)
