"""Beam search over the slots of a song: the best sequence of pieces, each leading into the next."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from ai_services.vocabulary import Category
from choreography.planning.inputs import BoolArray, FloatArray, IntArray
from choreography.planning.library import CATEGORY_INDEX, Library
from choreography.planning.offers import Offers
from choreography.planning.seams import seam_distances

WIDTH = 40
"""States kept a slot. On the same songs 100 changes no figure by more than .01 and takes a third longer."""

EXPANSIONS = 25
"""Best continuations kept of one state, so that one lucky opening does not fill the beam."""

MEMORY = 4
"""Moves looked back on."""

SEAM_WEIGHT, SEAM_LIMIT = 3.5, 4.0
"""On 35 real clips, five songs and the 24 wishes above beginner a weight of 2.5 / 3.5 gives seams of .59 / .55 of
random ones and a correlation of music and motion of .61 / .57."""
KINSHIP_WEIGHT = 0.3
REUSE_COST = 2.5
SOON_COST = 6.0
"""For a move of the dancer's own choice that comes back too soon."""
SAME_KIND_COST = 0.4
BASIC_BETWEEN_BONUS = 0.5
"""For a basic after two figures: the couple and the audience breathe."""
WANTED_BONUS = 4.0
"""For the first move of a kind the dancer asked to include."""

ASKED_BONUS = 25.0
"""For the first use of a move the dancer asked for by name: more than any piece scores, so that it is left out only
where it fits nowhere."""

ECHO_BONUS = 2.0
"""For a move that comes back where the music does, in a library so small that moves must come back."""

BASIC = CATEGORY_INDEX[Category.BASIC]
NOTHING = -1


@dataclass(frozen=True)
class Rules:
    """What a sequence may not do, and what it must try to include."""

    distance: IntArray
    """Shape (n_moves,): how many moves must lie between two uses of a move, plus one; 1 is never twice in a row."""
    own_choice: BoolArray
    """Shape (n_moves,): moves the dancer chose; they may come back sooner, at a cost, but never twice in a row."""
    wanted: frozenset[int]
    """Categories (indices) to dance at least once."""
    asked: BoolArray | None = None
    """Shape (n_moves,): moves to dance at least once."""
    twins: IntArray | None = None
    """Shape (n_slots,): the slot in which the music was last at the same place, `NOTHING` where it was not."""


@dataclass(frozen=True)
class Step:
    """A piece chosen: offer `offer` of slot `slot`."""

    slot: int
    offer: int


@dataclass(frozen=True)
class _States:
    """Partial sequences that end at one slot; the first axis of every array is the state."""

    score: FloatArray
    exit_row: IntArray
    recent: IntArray
    """Shape (n, MEMORY): the last moves, latest first; `NOTHING` ahead of the first."""
    uses: IntArray
    """Shape (n, n_moves)."""
    wants: BoolArray
    """Shape (n, n_categories): kinds still to be danced."""
    begun: IntArray
    """Shape (n, n_slots): the move that begins at each slot; `NOTHING` where one goes on."""
    from_slot: IntArray
    parent: IntArray
    offer: IntArray


@dataclass(frozen=True)
class _Kinship:
    """How alike the moves that are offered move."""

    cosines: FloatArray
    """Shape (n_offered, n_offered), of the pose vectors; 0 where unknown."""
    place: IntArray
    """Shape (n_moves,): each move's place in the table."""

    def between(self, lasts: IntArray, moves: IntArray) -> FloatArray:
        """Return shape (n_lasts, n_moves)."""
        return self.cosines[self.place[lasts][:, None], self.place[moves]]


def best_sequence(offers: Sequence[Offers], library: Library, rules: Rules, width: int = WIDTH) -> list[Step] | None:
    """Return the best sequence found that fills every slot, or `None` where there is none.

    `offers[k]` holds the pieces that may begin at slot k; a piece ends where slot `end_slot` begins.
    """
    kinship = _kinship_of(offers, library)
    arriving: list[list[_States]] = [[] for _ in range(len(offers) + 1)]
    arriving[0].append(_opening(library, rules, len(offers)))
    kept: list[_States | None] = []
    for slot, table in enumerate(offers):
        states = _fittest(arriving[slot], width)
        kept.append(states)
        if states is None or len(table) == 0:
            continue
        gain = states.score[:, None] + table.score[None] + _transitions(states, table, library, rules, kinship)
        gain += _echoes(states, table, rules, slot)
        gain = _prune(gain)
        for end in np.unique(table.end_slot):
            children = _children(states, table, np.where(table.end_slot == end, gain, -np.inf), library, slot, width)
            arriving[int(end)].append(children)
    final = _fittest(arriving[-1], 1)
    return None if final is None else _traced(final, kept)


def _kinship_of(offers: Sequence[Offers], library: Library) -> _Kinship:
    """Return the table of all moves offered: one product of matrices, not one a slot, whose threads would only spin."""
    offered = np.unique(np.concatenate([table.move for table in offers]))
    place = np.zeros(len(library.moves), dtype=np.int64)
    place[offered] = np.arange(len(offered))
    return _Kinship(library.pose[offered] @ library.pose[offered].T, place)


def _opening(library: Library, rules: Rules, n_slots: int) -> _States:
    wants = np.zeros((1, len(CATEGORY_INDEX)), dtype=np.bool_)
    wants[:, sorted(rules.wanted)] = True
    none = np.full(1, NOTHING, dtype=np.int64)
    return _States(
        score=np.zeros(1),
        exit_row=none,
        recent=np.full((1, MEMORY), NOTHING, dtype=np.int64),
        uses=np.zeros((1, len(library.moves)), dtype=np.int64),
        wants=wants,
        begun=np.full((1, n_slots), NOTHING, dtype=np.int64),
        from_slot=none,
        parent=none,
        offer=none,
    )


def _fittest(groups: list[_States], width: int) -> _States | None:
    """Return the best `width` states of all groups, best first; the order of equals is that of their making."""
    if not any(len(group.score) for group in groups):
        return None
    names = [field.name for field in fields(_States)]
    score = np.concatenate([group.score for group in groups])
    best = np.argsort(-score, kind="stable")[:width]
    return _States(**{name: np.concatenate([getattr(group, name) for group in groups])[best] for name in names})


def _transitions(states: _States, table: Offers, library: Library, rules: Rules, kinship: "_Kinship") -> FloatArray:
    """Return what each piece gains or loses behind each state, shape (n_states, n_offers); -inf where forbidden."""
    category = library.category[table.move]
    recent_category = np.where(states.recent >= 0, library.category[states.recent], NOTHING)
    same_kind = (recent_category[:, :3, None] == category).sum(axis=1)
    after_figures = ((recent_category[:, :2] != BASIC) & (recent_category[:, :2] != NOTHING)).all(axis=1)
    gain = (
        -REUSE_COST * states.uses[:, table.move]
        - SAME_KIND_COST * same_kind
        + BASIC_BETWEEN_BONUS * (after_figures[:, None] & (category == BASIC))
        + WANTED_BONUS * states.wants[:, category]
    )
    if states.exit_row[0] != NOTHING:
        distance = seam_distances(library, states.exit_row, table.entry_row)
        gain = gain - SEAM_WEIGHT * np.minimum(distance, SEAM_LIMIT)
        gain = gain + KINSHIP_WEIGHT * kinship.between(states.recent[:, 0], table.move)
    if rules.asked is not None and rules.asked.any():
        gain = gain + ASKED_BONUS * (rules.asked[table.move] & (states.uses[:, table.move] == 0))
    soon = _too_soon(states, table, rules)
    forbidden = (soon & ~rules.own_choice[table.move]) | (states.recent[:, :1] == table.move)
    return np.where(forbidden, -np.inf, gain - SOON_COST * soon)


def _echoes(states: _States, table: Offers, rules: Rules, slot: int) -> FloatArray:
    """Return what each piece gains by coming back where the music does, shape (n_states, n_offers)."""
    if rules.twins is None or rules.twins[slot] == NOTHING:
        return np.zeros((len(states.score), len(table)))
    before = states.begun[:, rules.twins[slot], None]
    gained: FloatArray = (ECHO_BONUS + REUSE_COST) * (before == table.move)
    return gained


def _too_soon(states: _States, table: Offers, rules: Rules) -> BoolArray:
    distance = rules.distance[table.move]
    soon = np.zeros((len(states.score), len(table)), dtype=np.bool_)
    for back in range(MEMORY):
        soon |= (states.recent[:, back, None] == table.move) & (distance > back)
    return soon


def _prune(gain: FloatArray) -> FloatArray:
    """Return the gains with all but each state's best continuations ruled out."""
    if gain.shape[1] <= EXPANSIONS:
        return gain
    least = np.partition(gain, -EXPANSIONS, axis=1)[:, -EXPANSIONS, None]
    return np.where(gain >= least, gain, -np.inf)


def _children(states: _States, table: Offers, gain: FloatArray, library: Library, slot: int, width: int) -> _States:
    flat = gain.ravel()
    best = np.argsort(-flat, kind="stable")[:width]
    best = best[np.isfinite(flat[best])]
    parent, offer = np.divmod(best, gain.shape[1])
    move = table.move[offer]
    uses = states.uses[parent]
    uses[np.arange(len(best)), move] += 1
    wants = states.wants[parent]
    wants[np.arange(len(best)), library.category[move]] = False
    begun = states.begun[parent]
    begun[:, slot] = move
    return _States(
        score=flat[best],
        exit_row=table.exit_row[offer],
        recent=np.column_stack([move, states.recent[parent, : MEMORY - 1]]),
        uses=uses,
        wants=wants,
        begun=begun,
        from_slot=np.full(len(best), slot),
        parent=parent,
        offer=offer,
    )


def _traced(final: _States, kept: list[_States | None]) -> list[Step]:
    steps: list[Step] = []
    states, index = final, 0
    while states.from_slot[index] != NOTHING:
        slot = int(states.from_slot[index])
        steps.append(Step(slot, int(states.offer[index])))
        before = kept[slot]
        if before is None:
            break
        states, index = before, int(states.parent[index])
    return steps[::-1]
