"""The sentences that every language has."""

from collections.abc import Mapping
from typing import Literal, Protocol

from ai_services.vocabulary import Category, Difficulty, Energy, Role, SectionLabel, Style

Loudness = Literal["strong", "even", "gentle"]
Place = SectionLabel | Literal["break", "phrase"]
"""A part of the song, a silence in it, or a phrase of which no more is known."""

WhyNot = Literal["unknown", "banned", "too_hard", "out_of_tempo", "no_place"]
"""Why a move that was asked for by name is not danced."""


Way = Literal["wide", "half", "half_wide", "double", "double_wide"]
"""What brings a song into reach: a wide stretch, half time, doubling its counts; one of these with a wide stretch."""


class Wording(Protocol):
    """One method a sentence; each returns it whole, with its full stop."""

    def music(self, place: Place, loudness: Loudness, category: Category, *, suits_well: bool) -> str:
        """Return what the music is there, and whether this kind of move suits it."""

    def level(self, difficulty: Difficulty, speed: float) -> str:
        """Return the level of a move and its speed, in seconds of the clip a second of the song."""

    def about(self, role: Role) -> str:
        """Return that a move is about one of the two, as was wished."""

    def returns(self, label: SectionLabel) -> str:
        """Return that a move comes back at the same place of a part of the same name."""

    def opens(self) -> str:
        """Return that a move is the first."""

    def flows(self, before: str) -> str:
        """Return that a move flows from the one before."""

    def cuts(self, before: str) -> str:
        """Return that there is a cut behind the move before."""

    def off_style(self, count: int, total: int, style: Style, fitting: int, also: Energy | None) -> str:
        """Return that `count` of `total` moves are of another style: `fitting` moves have it, and the energy `also`."""

    def off_energy(self, count: int, total: int, energy: Energy, fitting: int, also: Style | None) -> str:
        """Return that `count` of `total` moves are of another energy: `fitting` moves have it, and the style `also`."""

    def off_role(self, count: int, total: int, role: Role, fitting: int) -> str:
        """Return that only `count` of `total` moves are about the role wished for: `fitting` moves could be."""

    def stretched(self, count: int, most: float, usual: float, tempo_bpm: float) -> str:
        """Return that `count` moves are stretched beyond the usual share, at most by `most`."""

    def soon_again(self, *, basics: bool, within: int) -> str:
        """Return that moves come back too soon."""

    def often(self, total: int, distinct: int, name: str, uses: int) -> str:
        """Return that the song asks for more moves than there are."""

    def more_variety(self, here: int, tempo: tuple[int, int] | None, level: tuple[Difficulty, int] | None) -> str:
        """Return what would bring variety where `here` moves can follow the song.

        `tempo`: beats a minute at which more of them could, and how many; `level`: the next level, and how many moves
        it adds. Without either only new clips would help.
        """

    def below(self, wished: Difficulty) -> str:
        """Return that no move of the wished difficulty is danced."""

    def without_kind(self, category: Category) -> str:
        """Return that a kind asked for is not danced."""

    def without_move(self, name: str, reason: WhyNot) -> str:
        """Return that a move asked for is not danced, and why; without a name it is not in the library."""

    def shorter(self, song_s: float, wished_s: float) -> str:
        """Return that the song is shorter than the wish."""

    def many_cuts(self, cuts: int, seams: int) -> str:
        """Return that most moves do not lead into the next."""

    def unclear_beat(self) -> str:
        """Return that the counts may be off."""

    def empty_library(self) -> str:
        """Return that there is nothing to dance."""

    def no_such_level(self, wished: Difficulty, held: Mapping[Difficulty, int]) -> str:
        """Return that no move has the wished difficulty, and how many there are of others."""

    def no_counts(self) -> str:
        """Return that no clip can be entered."""

    def all_left_out(self) -> str:
        """Return that the wish leaves out every move."""

    def one_left(self, name: str) -> str:
        """Return that only one move is left."""

    def one_follows(self, tempo_bpm: float) -> str:
        """Return that only one move can follow the song."""

    def out_of_reach(self, tempo_bpm: float, reach_bpm: tuple[float, float] | None, way: Way | None) -> str:
        """Return that the song is too slow or too fast, what can be followed (None: all clips too short), a way."""

    def no_sequence(self, at_s: float) -> str:
        """Return that a place in the song stays empty."""
