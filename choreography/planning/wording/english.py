"""The sentences of a plan in English."""

from collections.abc import Mapping

from ai_services.vocabulary import Category, Difficulty, Energy, Role, SectionLabel, Style
from choreography.planning.wording.sentences import Loudness, Place, Way, WhyNot
from common.text import clock

OWN_TEMPO = 0.005
"""A share of the tempo that nobody sees."""

_LOUDNESS: dict[Loudness, str] = {"strong": "is strong", "even": "flows evenly", "gentle": "is gentle"}
_ONE: dict[Category, str] = {category: category.spoken for category in Category} | {
    Category.BASIC: "a basic step",
    Category.CROSS_BODY_LEAD: "a cross body lead",
    Category.HAMMERLOCK: "a hammerlock",
    Category.INTROS: "an intro move",
    Category.LADYTURN: "a lady turn",
    Category.OUTRO: "an outro move",
    Category.SPIN: "a spin",
}
_WHY_NOT: dict[WhyNot, str] = {
    "unknown": "it is not in the library",
    "banned": "the wish bans it too",
    "too_hard": "it is above the wished level",
    "out_of_tempo": "it cannot follow the tempo of the song",
    "no_place": "it fits no place in the song",
}
_WAYS: dict[Way, str] = {
    "wide": "A wide stretch",
    "half": "Half time",
    "half_wide": "Half time with a wide stretch",
    "double": "Doubling the song's counts",
    "double_wide": "Doubling the song's counts with a wide stretch",
}


class English:
    """See `Wording`."""

    def music(self, place: Place, loudness: Loudness, category: Category, *, suits_well: bool) -> str:
        asks = " and calls for" if suits_well else "; the best fit:"
        if place == "break":
            return f"The music breaks off{asks} {_ONE[category]}."
        where = f"The {place.value}" if isinstance(place, SectionLabel) else "This phrase"
        return f"{where} {_LOUDNESS[loudness]}{asks} {_ONE[category]}."

    def level(self, difficulty: Difficulty, speed: float) -> str:
        off = abs(speed - 1.0)
        if off < OWN_TEMPO:
            return f"{difficulty.label}, at its own tempo."
        return f"{difficulty.label}, {off:.0%} {'faster' if speed > 1 else 'slower'} than filmed."

    def about(self, role: Role) -> str:
        return f"It is about the {role.value}."

    def returns(self, label: SectionLabel) -> str:
        return f"It comes back where the music does, as in the {label.value} before."

    def opens(self) -> str:
        return "It opens the dance."

    def flows(self, before: str) -> str:
        return f"It flows from {before}: both dancers arrive as it begins."

    def cuts(self, before: str) -> str:
        return f"After {before} there is a cut: the dancers stand differently."

    def off_style(self, count: int, total: int, style: Style, fitting: int, also: Energy | None) -> str:
        energy = f" and of {also.value} energy" if also else ""
        return f"{_of(count, total)} not {style.value}: {_few(fitting)} {style.value}{energy}."

    def off_energy(self, count: int, total: int, energy: Energy, fitting: int, also: Style | None) -> str:
        style = f" and {also.value}" if also else ""
        return f"{_of(count, total)} not of {energy.value} energy: {_few(fitting)} of {energy.value} energy{style}."

    def off_role(self, count: int, total: int, role: Role, fitting: int) -> str:
        few = _few(fitting)
        if count == 0:
            return f"No move is about the {role.value}: {few}."
        return f"Only {count} of {_moves(total)} {'is' if count == 1 else 'are'} about the {role.value}: {few}."

    def stretched(self, count: int, most: float, usual: float, tempo_bpm: float) -> str:
        return (
            f"{_moves(count)} {'is' if count == 1 else 'are'} played up to {most:.0%} off the tempo filmed, where "
            f"{usual:.0%} is usual: few clips come near {tempo_bpm:.0f} beats a minute."
        )

    def soon_again(self, *, basics: bool, within: int) -> str:
        kind = "basics" if basics else "moves"
        return f"Some {kind} come back within {within} moves: the library has too few for this song."

    def often(self, total: int, distinct: int, name: str, uses: int) -> str:
        return f"The song asks for {total} moves and {distinct} different ones serve it: {name} is danced {uses} times."

    def more_variety(self, here: int, tempo: tuple[int, int] | None, level: tuple[Difficulty, int] | None) -> str:
        follows = f"{_moves(here)} of this level can follow this song"
        if here == 0:
            follows = "No move of this level comes near the tempo of this song"
        ways = []
        if tempo:
            ways.append(f"a song near {tempo[0]} beats a minute, which {tempo[1]} can follow")
        if level:
            ways.append(f"{_an(level[0].value)} dance, which has {level[1]} more")
        if ways:
            return f"{follows}. For more variety choose {', or '.join(ways)}."
        return f"{'Only ' if here else ''}{follows}: it takes new clips."

    def below(self, wished: Difficulty) -> str:
        return f"No {wished.value} move fits this song: the plan stays below the wished level."

    def without_kind(self, category: Category) -> str:
        return f"No {category.spoken} could be included: none fits this song and level."

    def without_move(self, name: str, reason: WhyNot) -> str:
        return f"{name or 'A move that was asked for'} could not be included: {_WHY_NOT[reason]}."

    def shorter(self, song_s: float, wished_s: float) -> str:
        return f"The dance lasts {song_s:.0f} s, not {wished_s:.0f} s: the song is no longer."

    def many_cuts(self, cuts: int, seams: int) -> str:
        return f"{cuts} of {seams} times the picture cuts to the next move: few clips begin as another one ends."

    def unclear_beat(self) -> str:
        return "The beat of this song is hard to hear: the counts may be off."

    def empty_library(self) -> str:
        return "The library has no moves yet: import some clips first."

    def no_such_level(self, wished: Difficulty, held: Mapping[Difficulty, int]) -> str:
        told = ", ".join(f"{count} {level.value}" for level, count in held.items())
        return f"The library has no {wished.value} moves; it has {told}."

    def no_counts(self) -> str:
        return "No move in the library has a count 1 in its clip."

    def all_left_out(self) -> str:
        return "The wish leaves out every move of the library: avoid or ban fewer."

    def one_left(self, name: str) -> str:
        return (
            f"Only one move ({name}) is left at that difficulty, and no clip plays twice in a row: at least two are "
            "needed."
        )

    def one_follows(self, tempo_bpm: float) -> str:
        return (
            f"Only one move can follow the song at {tempo_bpm:.0f} beats a minute, and no clip plays twice in a row: "
            "at least two are needed."
        )

    def out_of_reach(self, tempo_bpm: float, reach_bpm: tuple[float, float] | None, way: Way | None) -> str:
        reach = (
            f"The moves can follow {reach_bpm[0]:.0f} to {reach_bpm[1]:.0f}."
            if reach_bpm
            else "No clip at that difficulty holds a whole phrase."
        )
        return (
            f"The song runs at {tempo_bpm:.0f} beats a minute, out of reach of the moves at that difficulty. {reach}"
            + (f" {_WAYS[way]} would bring it into reach." if way else "")
        )

    def no_sequence(self, at_s: float) -> str:
        return (
            f"No sequence of moves at that difficulty fits the song near {clock(at_s)}. More clips, or a correction of "
            "the song's counts there, would help."
        )


def _moves(count: int) -> str:
    return f"{count} move{'s' if count > 1 else ''}"


def _of(count: int, total: int) -> str:
    return f"{count} of {_moves(total)} {'is' if count == 1 else 'are'}"


def _an(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def _few(count: int) -> str:
    held = "none is" if count == 0 else "only 1 is" if count == 1 else f"only {count} are"
    return f"of those at this level that can follow the song {held}"
