"""A song of three minutes, longer than those of the demo; it is there for the benchmark only."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from django.conf import settings

from ai_services.vocabulary import SectionLabel
from choreography.models import Song
from choreography.songs.importing import import_song
from common import storage
from video_processing.demo.songs.catalogue import DEMO_SONGS
from video_processing.demo.songs.files import make_demo_songs
from video_processing.demo.songs.spec import Ending, SectionPlan

FORM = (
    SectionPlan(SectionLabel.INTRO, 4),
    SectionPlan(SectionLabel.VERSE, 8),
    SectionPlan(SectionLabel.CHORUS, 8, Ending.BREAK),
    SectionPlan(SectionLabel.MAMBO, 4),
    SectionPlan(SectionLabel.VERSE, 8),
    SectionPlan(SectionLabel.CHORUS, 8),
    SectionPlan(SectionLabel.OUTRO, 4, Ending.FINAL),
)
"""44 phrases: at 118 beats a minute 179 s, and the last chord."""
SPEC = replace(DEMO_SONGS[0], title="Luna larga", slug="luna-larga", tempo_bpm=118.0, form=FORM)


@contextmanager
def long_song() -> Iterator[Song]:
    """Give the song for the block's time; only its sound file is kept, for the next benchmark."""
    file = make_demo_songs(Path(settings.MEDIA_ROOT) / "demo" / "bench", [SPEC])[0]
    song = import_song(file.sound_path)
    try:
        yield song
    finally:
        song.delete()
        storage.delete(song.audio_key, song.source_key)
