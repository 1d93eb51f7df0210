"""Why a move is where it is, and what the plan could not grant: in words for the dancer."""

from collections import Counter

import numpy as np

from ai_services.vocabulary import Category, Difficulty, SectionLabel
from choreography.planning.beam import MEMORY
from choreography.planning.coverage import TEMPOS_BPM
from choreography.planning.inputs import BoolArray
from choreography.planning.library import Library
from choreography.planning.offers import Offers
from choreography.planning.pieces import Piece
from choreography.planning.relaxation import follows, in_energy, in_tempo
from choreography.planning.scoring import Occasion
from choreography.planning.slots import twins_of
from choreography.planning.suitability import suitability
from choreography.planning.tempo import USUAL_STRETCH
from choreography.planning.wording import wording
from choreography.planning.wording.sentences import Loudness, Place, WhyNot, Wording

STRONG, GENTLE = 0.5, -0.5
"""Standard deviations from the song's average loudness above and below which a phrase is called strong or gentle."""

SUITS_WELL = 0.7
OFTEN = 3
"""Uses of one move from which on the plan says that the library is small for the song."""

ROLE_SHARE = 1 / 3
"""Share of the moves about a role wished for below which the plan says that they are few."""

WORTH_A_SONG = 2
"""Moves that another song or level must add to be named as a way out of repeats."""

MANY_CUTS = 2 / 3
"""Share of the seams from which on the plan says that they are cuts."""


def whys(occasion: Occasion, pieces: tuple[Piece, ...]) -> tuple[str, ...]:
    """Return the reason for each piece of a plan."""
    returning = _returning(occasion, pieces)
    return tuple(
        _why(occasion, piece, before, returning[index])
        for index, (before, piece) in enumerate(zip((None, *pieces), pieces, strict=False))
    )


def _why(occasion: Occasion, piece: Piece, before: Piece | None, returning: SectionLabel | None) -> str:
    """Return the music there, whom the piece is about, where it was before, its level, how it joins the last one."""
    words = wording(occasion.wish.language)
    return " ".join(
        [
            _music(words, occasion, piece),
            *_about(words, occasion, piece),
            *([words.returns(returning)] if returning else []),
            words.level(piece.move.difficulty, piece.speed),
            _link(words, piece, before),
        ]
    )


def compromises(
    occasion: Occasion, usable: BoolArray, pieces: tuple[Piece, ...], offers: tuple[Offers, ...]
) -> tuple[str, ...]:
    """Return a sentence for each point on which the plan falls short of the wish.

    `offers` is all that could have been danced.
    """
    words = wording(occasion.wish.language)
    sentences = [
        *_mood(words, occasion, usable, pieces),
        *_role(words, occasion, usable, pieces),
        *_stretch(words, occasion, pieces),
        *_repeats(words, occasion, usable, pieces),
        *_difficulty(words, occasion, pieces),
        *_wanted(words, occasion, pieces),
        *_named(words, occasion, pieces, offers),
        *_cuts(words, pieces),
        *_length(words, occasion),
    ]
    return tuple(sentences)


def _music(words: Wording, occasion: Occasion, piece: Piece) -> str:
    slot = occasion.slots[piece.run.first_slot]
    place: Place = "break" if slot.in_break else slot.label if slot.label is not None else "phrase"
    loud = np.mean([slot.energy for slot in occasion.slots[piece.run.first_slot : piece.run.end_slot]])
    loudness: Loudness = "strong" if loud > STRONG else "gentle" if loud < GENTLE else "even"
    suits = suitability(slot.label, slot.in_break)[occasion.library.category[piece.move_index]]
    return words.music(place, loudness, piece.move.category, suits_well=bool(suits >= SUITS_WELL))


def _about(words: Wording, occasion: Occasion, piece: Piece) -> list[str]:
    role = occasion.wish.role
    return [words.about(role)] if role is not None and occasion.for_role[piece.move_index] > 0 else []


def _returning(occasion: Occasion, pieces: tuple[Piece, ...]) -> list[SectionLabel | None]:
    """Return the part in whose like each piece was danced at the same place before; `None` where it was not."""
    twins = twins_of(occasion.slots)
    begun = {piece.run.first_slot: piece.move_index for piece in pieces}
    again = [begun.get(int(twins[piece.run.first_slot])) == piece.move_index for piece in pieces]
    return [occasion.slots[p.run.first_slot].label if same else None for p, same in zip(pieces, again, strict=True)]


def _link(words: Wording, piece: Piece, before: Piece | None) -> str:
    if before is None or piece.seam_distance is None:
        return words.opens()
    return words.flows(before.move.name) if piece.flows else words.cuts(before.move.name)


def _mood(words: Wording, occasion: Occasion, usable: BoolArray, pieces: tuple[Piece, ...]) -> list[str]:
    """Return a sentence for style and one for energy, where moves of another had to be danced."""
    style, energy = occasion.wish.style, occasion.wish.energy
    energetic = in_energy(occasion.library, occasion.wish)
    danced = [piece.move_index for piece in pieces]
    off_style = int(np.count_nonzero(~occasion.in_style[danced]))
    off_energy = int(np.count_nonzero(~energetic[danced]))
    fitting = usable & in_tempo(occasion)
    sentences = []
    if style is not None and off_style:
        also = energy if off_energy == 0 else None
        held = fitting & occasion.in_style & (energetic if also else True)
        sentences.append(words.off_style(off_style, len(pieces), style, int(held.sum()), also))
    if energy is not None and off_energy:
        too = style if off_style == 0 else None
        held = fitting & energetic & (occasion.in_style if too else True)
        sentences.append(words.off_energy(off_energy, len(pieces), energy, int(held.sum()), too))
    return sentences


def _role(words: Wording, occasion: Occasion, usable: BoolArray, pieces: tuple[Piece, ...]) -> list[str]:
    """Return a sentence where the library has too few moves about the role wished for to carry the dance."""
    role, about = occasion.wish.role, occasion.for_role > 0
    danced = sum(bool(about[piece.move_index]) for piece in pieces)
    if role is None or danced >= ROLE_SHARE * len(pieces):
        return []
    return [words.off_role(danced, len(pieces), role, int((usable & in_tempo(occasion) & about).sum()))]


def _stretch(words: Wording, occasion: Occasion, pieces: tuple[Piece, ...]) -> list[str]:
    stretched = [abs(piece.speed - 1.0) for piece in pieces if abs(piece.speed - 1.0) > USUAL_STRETCH]
    if not stretched:
        return []
    return [words.stretched(len(stretched), max(stretched), USUAL_STRETCH, occasion.song.grid.tempo_bpm)]


def _repeats(words: Wording, occasion: Occasion, usable: BoolArray, pieces: tuple[Piece, ...]) -> list[str]:
    order = [piece.move.move_id for piece in pieces]
    soon = _soon(pieces)
    sentences = []
    if soon:
        basics = all(pieces[index].move.category is Category.BASIC for index in soon)
        sentences.append(words.soon_again(basics=basics, within=MEMORY))
    most, uses = Counter(order).most_common(1)[0]
    if uses >= OFTEN:
        name = next(piece.move.name for piece in pieces if piece.move.move_id == most)
        sentences.append(words.often(len(order), len(set(order)), name, uses))
    return [*sentences, _variety(words, occasion, usable)] if sentences else []


def _variety(words: Wording, occasion: Occasion, usable: BoolArray) -> str:
    """Return what would mend repeats: a song that more of the moves can follow, or a level with more of them."""
    library, wish, song_bpm = occasion.library, occasion.wish, occasion.song.grid.tempo_bpm
    here = int((usable & in_tempo(occasion)).sum())
    reach = {bpm: int((usable & follows(library, bpm)).sum()) for bpm in TEMPOS_BPM}
    bpm = max(TEMPOS_BPM, key=lambda bpm: (reach[bpm], -abs(bpm - song_bpm)))
    higher = list(Difficulty)[wish.difficulty.level + 1 : wish.difficulty.level + 2]
    harder = [
        move.difficulty in higher
        and move.category not in wish.avoid_categories
        and move.move_id not in wish.banned_moves
        for move in library.moves
    ]
    more = int((np.array(harder, dtype=np.bool_) & in_tempo(occasion)).sum())
    return words.more_variety(
        here,
        (bpm, reach[bpm]) if reach[bpm] >= here + WORTH_A_SONG else None,
        (higher[0], more) if more >= WORTH_A_SONG else None,
    )


def _soon(pieces: tuple[Piece, ...]) -> list[int]:
    """Return the places of moves that come back within four."""
    order = [piece.move.move_id for piece in pieces]
    return [index for index in range(len(order)) if order[index] in order[max(0, index - MEMORY) : index]]


def _difficulty(words: Wording, occasion: Occasion, pieces: tuple[Piece, ...]) -> list[str]:
    wished = occasion.wish.difficulty
    return [] if any(piece.move.difficulty is wished for piece in pieces) else [words.below(wished)]


def _wanted(words: Wording, occasion: Occasion, pieces: tuple[Piece, ...]) -> list[str]:
    danced = {piece.move.category for piece in pieces}
    return [words.without_kind(category) for category in sorted(occasion.wish.include_categories - danced)]


def _named(words: Wording, occasion: Occasion, pieces: tuple[Piece, ...], offers: tuple[Offers, ...]) -> list[str]:
    """Return a sentence for each move that was asked for by name and is not danced."""
    missing = occasion.wish.include_moves - {piece.move.move_id for piece in pieces}
    if not missing:
        return []
    indices = np.unique(np.concatenate([table.move for table in offers]))
    offered = {occasion.library.moves[int(index)].move_id for index in indices}
    return [_without(words, occasion, move_id, offered) for move_id in sorted(missing)]


def _without(words: Wording, occasion: Occasion, move_id: str, offered: set[str]) -> str:
    library: Library = occasion.library
    if not library.has(move_id):
        return words.without_move("", "unknown")
    move = library.moves[library.index_of(move_id)]
    reason: WhyNot = "no_place" if move_id in offered else "out_of_tempo"
    if move.difficulty.level > occasion.wish.difficulty.level:
        reason = "too_hard"
    elif move_id in occasion.wish.banned_moves:
        reason = "banned"
    return words.without_move(move.name, reason)


def _cuts(words: Wording, pieces: tuple[Piece, ...]) -> list[str]:
    """Return a sentence where few moves have to follow each other over and over, and most seams are cuts."""
    seams = pieces[1:]
    seen = any(piece.move.states is not None for piece in pieces)
    cuts = sum(not piece.flows for piece in seams)
    return [words.many_cuts(cuts, len(seams))] if seen and cuts > MANY_CUTS * len(seams) and _soon(pieces) else []


def _length(words: Wording, occasion: Occasion) -> list[str]:
    wished_s, song_s = occasion.wish.duration_s, occasion.song.duration_s
    return [] if wished_s is None or wished_s <= song_s else [words.shorter(song_s, wished_s)]
