from dataclasses import replace

import pytest

from ai_services.vocabulary import SectionLabel, Style
from video_processing.demo.songs.harmony import Key, Mode
from video_processing.demo.songs.spec import Ending, Harmony, SectionPlan, SongSpec


@pytest.fixture
def short_song() -> SongSpec:
    """Ten phrases of every section at 125 BPM: 40 s."""
    return SongSpec(
        title="Prueba",
        slug="prueba",
        tempo_bpm=125.0,
        key=Key("A", Mode.MINOR),
        harmony=Harmony("i VII VI V7", "i VI III VII", "i iv V7 i"),
        form=(
            SectionPlan(SectionLabel.INTRO, 2),
            SectionPlan(SectionLabel.VERSE, 2, Ending.BREAK),
            SectionPlan(SectionLabel.CHORUS, 2, Ending.PLAIN),
            SectionPlan(SectionLabel.MAMBO, 2),
            SectionPlan(SectionLabel.OUTRO, 2, Ending.FINAL),
        ),
        seed=7,
        mood=Style.PLAYFUL,
    )


@pytest.fixture
def swaying_song(short_song: SongSpec) -> SongSpec:
    """The same with drift, rubato and a half phrase of four beats after the chorus."""
    form = tuple(replace(plan, half_phrase=plan.label is SectionLabel.CHORUS) for plan in short_song.form)
    return replace(short_song, form=form, drift=0.08, rubato=0.02)
