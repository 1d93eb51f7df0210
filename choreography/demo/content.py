"""What the demo dances to and with: songs and an animated couple of the project's own, made once and kept."""

import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from choreography.library.importing.ingesting import Outcome
from choreography.library.importing.run import import_library
from choreography.library.importing.storing import touch_library
from choreography.models import DEMO_LIBRARY, Move, Song
from choreography.songs.importing import import_song
from common import storage
from users.models import AccountRole, User
from video_processing.demo.couple.library import make_demo_library
from video_processing.demo.songs.catalogue import DEMO_SONGS
from video_processing.demo.songs.files import make_demo_songs

DEMO_EMAIL, TEACHER_EMAIL = "dancer@example.com", "teacher@example.com"
Progress = Callable[[str, int, int], None]
"""Told what is being made, how many are done and how many there are."""


@dataclass(frozen=True)
class DemoLogin:
    """A dancer and a teacher for the demo; their password is made on this machine and kept in data/run."""

    email: str
    teacher_email: str
    password: str


def songs_dir() -> Path:
    """Return where the demo songs lie."""
    return Path(settings.MEDIA_ROOT) / "demo" / "songs"


def library_dir() -> Path:
    """Return where the demo clips lie."""
    return Path(settings.MEDIA_ROOT) / "demo" / "library"


def make_songs(progress: Progress) -> list[Song]:
    """Return the demo songs, rendered, imported and analysed where they are not yet."""
    files = make_demo_songs(songs_dir(), progress=lambda done, total: progress("Playing the songs", done, total))
    songs = []
    for number, file in enumerate(files, start=1):
        # A newer generator makes other bytes: the song that people have danced to stays until `--reset`.
        known = Song.objects.filter(owner=None, title=file.spec.title, artist=file.spec.artist).first()
        songs.append(known or import_song(file.sound_path))
        progress("Listening for the counts", number, len(files))
    return songs


def make_library(workers: int, progress: Progress) -> dict[str, object]:
    """Film the demo moves and import them where they are not yet; return the import's report."""
    made = make_demo_library(
        library_dir(), workers=workers, progress=lambda done, total, _: progress("Filming the couple", done, total)
    )

    def on_outcome(_: Outcome, done: int, total: int) -> None:
        progress("Learning the moves", done, total)

    return import_library(
        library_dir(), made.annotations_path, workers=workers, progress=on_outcome, library=DEMO_LIBRARY
    )


def forget_demo() -> None:
    """Remove songs, clips and moves of the demo, so that they are made anew."""
    for spec in DEMO_SONGS:
        for song in Song.objects.filter(owner=None, title=spec.title, artist=spec.artist):
            storage.delete(song.audio_key)
            storage.delete(song.source_key)
            song.delete()
    for move in Move.objects.filter(library=DEMO_LIBRARY):
        for key in (move.clip_key, move.mezzanine_key, move.poster_key, move.keypoints_key):
            storage.delete(key)
        move.delete()
    touch_library(DEMO_LIBRARY)
    for directory in (songs_dir(), library_dir()):
        shutil.rmtree(directory, ignore_errors=True)


def demo_login(directory: Path) -> DemoLogin:
    """Return the demo accounts, made when they are missing."""
    path = directory / "demo_password"
    if not path.is_file():
        directory.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(9))
    password = path.read_text()
    _account(DEMO_EMAIL, password, "Demo dancer", AccountRole.DANCER)
    _account(TEACHER_EMAIL, password, "Demo teacher", AccountRole.INSTRUCTOR)
    return DemoLogin(DEMO_EMAIL, TEACHER_EMAIL, password)


def _account(email: str, password: str, name: str, role: AccountRole) -> None:
    user = User.objects.filter(email=email).first()
    if user is None:
        User.objects.create_user(email, password, display_name=name, role=role)
    elif not user.check_password(password):
        user.set_password(password)
        user.save(update_fields=("password",))
