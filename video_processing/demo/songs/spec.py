"""What a made song is, before a sample of it exists. Positions are in beats; the first beat of a song is count 1."""

from dataclasses import dataclass, field
from enum import StrEnum

from ai_services.vocabulary import COUNTS_PER_BAR, COUNTS_PER_PHRASE, SectionLabel, Style
from video_processing.demo.songs.harmony import Key


class Part(StrEnum):
    """A player of the band: requinto is the guitar's arpeggio, segunda its rhythm, lead its melodies."""

    BONGO = "bongo"
    GUIRA = "guira"
    BASS = "bass"
    SEGUNDA = "segunda"
    REQUINTO = "requinto"
    LEAD = "lead"
    VOICE = "voice"
    CORO = "coro"
    """The second voice, in thirds, of the choruses."""


PERCUSSION = frozenset({Part.BONGO, Part.GUIRA})
GUITARS = frozenset({Part.SEGUNDA, Part.REQUINTO, Part.LEAD})


class Ending(StrEnum):
    """What the band does in the last bar of a section."""

    PLAIN = "plain"
    FILL = "fill"
    """A roll of the bongo over the last two beats."""
    BREAK = "break"
    """A stroke on the first beat, two beats of silence, a pick-up on the last."""
    FINAL = "final"
    """A fill, and one more beat on which the whole band strikes the last chord."""


@dataclass(frozen=True)
class SectionPlan:
    """One section of the form, a whole number of phrases long."""

    label: SectionLabel
    phrases: int
    ending: Ending = Ending.FILL
    half_phrase: bool = False
    """Whether one more bar of 4 beats follows the phrases, so that the next count 1 comes 4 beats late."""

    @property
    def n_bars(self) -> int:
        """Return the bars of the section."""
        return self.phrases * (COUNTS_PER_PHRASE // COUNTS_PER_BAR) + int(self.half_phrase)

    @property
    def n_beats(self) -> int:
        """Return the beats of the section, without the stroke that a final ending adds after it."""
        return self.n_bars * COUNTS_PER_BAR


@dataclass(frozen=True)
class Mix:
    """Levels as factors on the band's own balance; 1 everywhere is the balance that a listener wants."""

    percussion: float = 1.0
    bass: float = 1.0
    guitars: float = 1.0
    guitars_on_beat: float = 1.0
    guitars_off_beat: float = 1.0
    voice: float = 1.0
    room: float = 1.0
    """Reverberation of everything but the percussion."""
    percussion_room: float = 1.0
    parts: frozenset[Part] = frozenset(Part)
    """Who plays: one part alone gives its stem."""


@dataclass(frozen=True)
class Harmony:
    """Roman numerals, one a bar, repeated through the section; lower case is minor, a trailing 7 adds the seventh."""

    verse: str
    chorus: str
    mambo: str

    def of(self, label: SectionLabel) -> str:
        """Return the numerals of a section: the intro and the outro share the chorus's."""
        return {SectionLabel.VERSE: self.verse, SectionLabel.MAMBO: self.mambo}.get(label, self.chorus)


@dataclass(frozen=True)
class SongSpec:
    """A song in one line of a catalogue: the same spec always gives the same samples."""

    title: str
    slug: str
    tempo_bpm: float
    key: Key
    harmony: Harmony
    form: tuple[SectionPlan, ...]
    seed: int
    drift: float = 0.0
    """Share by which the tempo has risen at the end."""
    rubato: float = 0.0
    """Share by which the tempo sways six times over the song."""
    jitter_s: float = 0.003
    """Standard deviation of each stroke about its true place."""
    lead_in_s: float = 0.35
    mix: Mix = field(default_factory=Mix)
    artist: str = "Bachata Buddy Studio"
    mood: Style | None = None

    @property
    def n_beats(self) -> int:
        """Return the beats of the whole form, the last stroke of a final ending included."""
        return sum(plan.n_beats for plan in self.form) + int(self.form[-1].ending is Ending.FINAL)
