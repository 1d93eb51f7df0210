"""Why a move is where it is, and what the plan could not grant: in words for the dancer."""

from collections import Counter

import numpy as np

from ai_services.vocabulary import Category
from choreography.planning.beam import MEMORY
from choreography.planning.inputs import BoolArray
from choreography.planning.pieces import Piece
from choreography.planning.relaxation import in_energy, in_tempo
from choreography.planning.scoring import Occasion
from choreography.planning.suitability import suitability
from choreography.planning.tempo import USUAL_STRETCH

STRONG, GENTLE = 0.5, -0.5
"""Standard deviations from the song's average loudness above and below which a phrase is called strong or gentle."""

SUITS_WELL = 0.7
OFTEN = 3
"""Uses of one move from which on the plan says that the library is small for the song."""


def why(occasion: Occasion, piece: Piece, before: Piece | None) -> str:
    """Return the reason for the piece: the music there, the level, and how it follows the move before."""
    return " ".join([_music(occasion, piece), _level(piece), _link(piece, before)])


def compromises(occasion: Occasion, usable: BoolArray, pieces: tuple[Piece, ...]) -> tuple[str, ...]:
    """Return a sentence for each point on which the plan falls short of the wish."""
    sentences = [
        *_mood(occasion, usable, pieces),
        *_stretch(occasion, pieces),
        *_repeats(pieces),
        *_difficulty(occasion, pieces),
        *_wanted(occasion, pieces),
        *_length(occasion),
    ]
    return tuple(sentences)


def _music(occasion: Occasion, piece: Piece) -> str:
    slot = occasion.slots[piece.run.first_slot]
    name = piece.move.category.spoken
    place = "A break" if slot.in_break else slot.label.label if slot.label is not None else "This phrase"
    loudness = np.mean([slot.energy for slot in occasion.slots[piece.run.first_slot : piece.run.end_slot]])
    sound = "strong music" if loudness > STRONG else "gentle music" if loudness < GENTLE else "even music"
    suits = suitability(slot.label, slot.in_break)[occasion.library.category[piece.move_index]]
    fits = f"{name} suits it well" if suits >= SUITS_WELL else f"{name} was the best that fits"
    return f"{place}, {sound}: {fits}."


def _level(piece: Piece) -> str:
    tempo = abs(piece.speed - 1.0)
    speed = (
        "at its own tempo" if tempo < 0.005 else f"{tempo:.0%} {'faster' if piece.speed > 1 else 'slower'} than filmed"
    )
    return f"{piece.move.difficulty.label}, {speed}."


def _link(piece: Piece, before: Piece | None) -> str:
    if before is None or piece.seam_distance is None:
        return "It opens the dance."
    if piece.flows:
        return f"It flows from {before.move.name}: both dancers arrive as it begins."
    return f"After {before.move.name} there is a cut: the dancers stand differently."


def _mood(occasion: Occasion, usable: BoolArray, pieces: tuple[Piece, ...]) -> list[str]:
    """Return a sentence for style and one for energy, where moves of another had to be danced."""
    style, energy = occasion.wish.style, occasion.wish.energy
    energetic = in_energy(occasion.library, occasion.wish)
    danced = [piece.move_index for piece in pieces]
    off_style = int(np.count_nonzero(~occasion.in_style[danced]))
    off_energy = int(np.count_nonzero(~energetic[danced]))
    fitting = usable & in_tempo(occasion)
    in_style_only = fitting & occasion.in_style & (energetic if off_energy == 0 else True)
    in_energy_only = fitting & energetic & (occasion.in_style if off_style == 0 else True)
    sentences = []
    if style is not None and off_style:
        also = "" if energy is None or off_energy else f" and of {energy.value} energy"
        sentences.append(f"{_of(off_style, pieces)} not {style.value}: {_few(in_style_only)} {style.value}{also}.")
    if energy is not None and off_energy:
        also = "" if style is None or off_style else f" and {style.value}"
        held = f"{_few(in_energy_only)} of {energy.value} energy{also}"
        sentences.append(f"{_of(off_energy, pieces)} not of {energy.value} energy: {held}.")
    return sentences


def _few(moves: BoolArray) -> str:
    count = int(moves.sum())
    held = "none is" if count == 0 else "only 1 is" if count == 1 else f"only {count} are"
    return f"of those at this level that can follow the song {held}"


def _stretch(occasion: Occasion, pieces: tuple[Piece, ...]) -> list[str]:
    stretched = [abs(piece.speed - 1.0) for piece in pieces if abs(piece.speed - 1.0) > USUAL_STRETCH]
    if not stretched:
        return []
    verb = "is" if len(stretched) == 1 else "are"
    return [
        f"{_moves(len(stretched))} {verb} played up to {max(stretched):.0%} off the tempo filmed, where "
        f"{USUAL_STRETCH:.0%} is usual: few clips come near {occasion.song.grid.tempo_bpm:.0f} beats a minute."
    ]


def _repeats(pieces: tuple[Piece, ...]) -> list[str]:
    order = [piece.move.move_id for piece in pieces]
    soon = [index for index in range(len(order)) if order[index] in order[max(0, index - MEMORY) : index]]
    sentences = []
    if soon:
        kind = "basics" if all(pieces[index].move.category is Category.BASIC for index in soon) else "moves"
        sentences.append(f"Some {kind} come back within {MEMORY} moves: the library has too few for this song.")
    most, uses = Counter(order).most_common(1)[0]
    if uses >= OFTEN:
        name = next(piece.move.name for piece in pieces if piece.move.move_id == most)
        sentences.append(
            f"The song asks for {len(order)} moves and {len(set(order))} different ones serve it: {name} is danced "
            f"{uses} times."
        )
    return sentences


def _difficulty(occasion: Occasion, pieces: tuple[Piece, ...]) -> list[str]:
    wished = occasion.wish.difficulty
    if any(piece.move.difficulty is wished for piece in pieces):
        return []
    return [f"No {wished.value} move fits this song: the plan stays below the wished level."]


def _wanted(occasion: Occasion, pieces: tuple[Piece, ...]) -> list[str]:
    danced = {piece.move.category for piece in pieces}
    missing = sorted(occasion.wish.include_categories - danced)
    return [f"No {category.spoken} could be included: none fits this song and level." for category in missing]


def _length(occasion: Occasion) -> list[str]:
    wished_s, song_s = occasion.wish.duration_s, occasion.song.duration_s
    if wished_s is None or wished_s <= song_s:
        return []
    return [f"The dance lasts {song_s:.0f} s, not {wished_s:.0f} s: the song is no longer."]


def _moves(count: int) -> str:
    return f"{count or 'no'} move{'s' if count > 1 else ''}"


def _of(count: int, pieces: tuple[Piece, ...]) -> str:
    return f"{count} of {_moves(len(pieces))} {'is' if count == 1 else 'are'}"
