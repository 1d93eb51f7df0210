"""The songs that the project ships as a generator, and the sets that analyses are measured on."""

from dataclasses import replace

import numpy as np

from ai_services.vocabulary import COUNTS_PER_PHRASE, SectionLabel, Style
from video_processing.demo.songs.harmony import Key, Mode
from video_processing.demo.songs.progressions import drawn_harmony
from video_processing.demo.songs.spec import Ending, Harmony, Mix, SectionPlan, SongSpec

INTRO, VERSE, CHORUS, MAMBO, OUTRO = (
    SectionLabel.INTRO,
    SectionLabel.VERSE,
    SectionLabel.CHORUS,
    SectionLabel.MAMBO,
    SectionLabel.OUTRO,
)

DEMO_SONGS: tuple[SongSpec, ...] = (
    SongSpec(
        title="Luna sobre el malecón",
        slug="luna-sobre-el-malecon",
        mood=Style.ROMANTIC,
        tempo_bpm=118.0,
        key=Key("A", Mode.MINOR),
        harmony=Harmony(verse="i VII VI V7", chorus="i VI III VII", mambo="i iv V7 i"),
        form=(
            SectionPlan(INTRO, 4),
            SectionPlan(VERSE, 8),
            SectionPlan(CHORUS, 8, Ending.BREAK),
            SectionPlan(MAMBO, 4),
            SectionPlan(VERSE, 4),
            SectionPlan(CHORUS, 4),
            SectionPlan(OUTRO, 4, Ending.FINAL),
        ),
        seed=11,
    ),
    SongSpec(
        title="Café con canela",
        slug="cafe-con-canela",
        mood=Style.PLAYFUL,
        tempo_bpm=127.0,
        key=Key("G", Mode.MAJOR),
        harmony=Harmony(verse="I vi IV V7", chorus="IV V7 I vi", mambo="I V7 I V7"),
        form=(
            SectionPlan(INTRO, 4),
            SectionPlan(VERSE, 8, Ending.BREAK),
            SectionPlan(CHORUS, 4),
            SectionPlan(MAMBO, 4, Ending.BREAK),
            SectionPlan(VERSE, 4),
            SectionPlan(CHORUS, 8),
            SectionPlan(OUTRO, 2, Ending.FINAL),
        ),
        seed=22,
    ),
    SongSpec(
        title="Fuego en la pista",
        slug="fuego-en-la-pista",
        mood=Style.ENERGETIC,
        tempo_bpm=138.0,
        key=Key("E", Mode.MINOR),
        harmony=Harmony(verse="i i iv V7", chorus="VI VII i V7", mambo="i V7 i V7"),
        form=(
            SectionPlan(INTRO, 4, Ending.BREAK),
            SectionPlan(VERSE, 4),
            SectionPlan(CHORUS, 8),
            SectionPlan(MAMBO, 8, Ending.BREAK),
            SectionPlan(VERSE, 4),
            SectionPlan(CHORUS, 4),
            SectionPlan(MAMBO, 4),
            SectionPlan(OUTRO, 4, Ending.FINAL),
        ),
        seed=33,
    ),
    SongSpec(
        title="Susurros de medianoche",
        slug="susurros-de-medianoche",
        mood=Style.SENSUAL,
        tempo_bpm=110.0,
        key=Key("D", Mode.MINOR),
        harmony=Harmony(verse="i VI III VII", chorus="iv i V7 i", mambo="i VII VI V7"),
        form=(
            SectionPlan(INTRO, 2),
            SectionPlan(VERSE, 8),
            SectionPlan(CHORUS, 4, Ending.BREAK),
            SectionPlan(VERSE, 4),
            SectionPlan(MAMBO, 4),
            SectionPlan(CHORUS, 4),
            SectionPlan(OUTRO, 2, Ending.FINAL),
        ),
        seed=44,
    ),
    SongSpec(
        title="Island Weekend",
        slug="island-weekend",
        mood=Style.ENERGETIC,
        tempo_bpm=147.0,
        key=Key("D", Mode.MAJOR),
        harmony=Harmony(verse="I V vi IV", chorus="vi IV I V7", mambo="I IV V7 IV"),
        form=(
            SectionPlan(INTRO, 4),
            SectionPlan(VERSE, 4),
            SectionPlan(CHORUS, 8, Ending.BREAK),
            SectionPlan(MAMBO, 4),
            SectionPlan(VERSE, 4),
            SectionPlan(CHORUS, 4),
            SectionPlan(MAMBO, 4, Ending.BREAK),
            SectionPlan(OUTRO, 2, Ending.FINAL),
        ),
        seed=55,
    ),
)

_N_EASY = 12
_N_HARD = 6
_SHORTEST_S, _LONGEST_S = 66.0, 74.0
_EASY_DRIFTS = {3: 0.10, 7: -0.08}
_EASY_RUBATOS = {5: 0.02}
_EASY_HALF_PHRASES = (2, 6, 10)
_HARD_DRIFTS = {1: 0.06, 4: -0.06}
_HARD_RUBATOS = {2: 0.02, 5: 0.015}
_HARD_HALF_PHRASES = (0, 3)


def easy_songs(seed_offset: int = 0) -> tuple[SongSpec, ...]:
    """Return 12 songs of 60 to 90 s over 108-150 BPM in the band's own balance.

    Two drift (+10 %, -8 %), one sways by 2 %, three hold an inserted half phrase; jitter rises to 12 ms. Another
    `seed_offset` gives other songs with the same properties.
    """
    tempos_bpm = np.linspace(108.0, 150.0, _N_EASY)
    jitters_s = np.linspace(0.0, 0.012, _N_EASY)
    return tuple(
        _trial_song(
            f"Easy {index + 1}",
            seed=1000 + 100 * seed_offset + index,
            tempo_bpm=float(tempos_bpm[index]),
            has_half_phrase=index in _EASY_HALF_PHRASES,
            drift=_EASY_DRIFTS.get(index, 0.0),
            rubato=_EASY_RUBATOS.get(index, 0.0),
            jitter_s=float(jitters_s[index * 5 % _N_EASY]),
        )
        for index in range(_N_EASY)
    )


def hard_songs(seed_offset: int = 0) -> tuple[SongSpec, ...]:
    """Return 6 songs that mislead: faint percussion in a large room, guitars louder off the beat, a loud late voice.

    All have 8 to 15 ms of jitter; two drift, two sway, two hold an inserted half phrase.
    """
    tempos_bpm = np.linspace(112.0, 148.0, _N_HARD)
    jitters_s = np.linspace(0.008, 0.015, _N_HARD)
    percussion = np.linspace(0.35, 0.2, _N_HARD)
    return tuple(
        replace(
            _trial_song(
                f"Hard {index + 1}",
                seed=5000 + 100 * seed_offset + index,
                tempo_bpm=float(tempos_bpm[index]),
                has_half_phrase=index in _HARD_HALF_PHRASES,
                drift=_HARD_DRIFTS.get(index, 0.0),
                rubato=_HARD_RUBATOS.get(index, 0.0),
                jitter_s=float(jitters_s[index]),
            ),
            mix=Mix(
                percussion=float(percussion[index]),
                percussion_room=4.0,
                guitars_on_beat=0.6,
                guitars_off_beat=1.5,
                voice=2.2,
            ),
        )
        for index in range(_N_HARD)
    )


def _trial_song(
    title: str, seed: int, tempo_bpm: float, *, has_half_phrase: bool, drift: float, rubato: float, jitter_s: float
) -> SongSpec:
    rng = np.random.default_rng(seed)
    key = Key(str(rng.choice(["A", "C", "D", "E", "F", "G", "B", "Bb"])), list(Mode)[rng.integers(2)])
    return SongSpec(
        title=f"{title} ({seed})",
        slug=f"{title.lower().replace(' ', '-')}-{seed}",
        tempo_bpm=tempo_bpm,
        key=key,
        harmony=drawn_harmony(key.mode, rng),
        form=_drawn_form(COUNTS_PER_PHRASE * 60.0 / tempo_bpm, rng, has_half_phrase=has_half_phrase),
        seed=seed,
        drift=drift,
        rubato=rubato,
        jitter_s=jitter_s,
        lead_in_s=float(rng.uniform(0.1, 0.9)),
    )


def _drawn_form(phrase_s: float, rng: np.random.Generator, *, has_half_phrase: bool) -> tuple[SectionPlan, ...]:
    """Draw sections of 1 to 4 phrases until the song is long enough; the half phrase follows one in the middle."""
    wanted = rng.uniform(_SHORTEST_S, _LONGEST_S) / phrase_s
    middle: list[SectionPlan] = []
    while sum(plan.phrases for plan in middle) + 4 < wanted:
        label = (VERSE, CHORUS, MAMBO)[len(middle) % 3]
        ending = (Ending.PLAIN, Ending.FILL, Ending.FILL, Ending.BREAK)[rng.integers(4)]
        middle.append(SectionPlan(label, int(rng.integers(2, 5)), ending))
    if has_half_phrase:
        place = int(rng.integers(1, len(middle) - 1))
        middle[place] = replace(middle[place], half_phrase=True)
    return (SectionPlan(INTRO, int(rng.integers(1, 3))), *middle, SectionPlan(OUTRO, 2, Ending.PLAIN))
