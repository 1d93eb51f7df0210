"""The search in the database: exact, of any size, and in every process."""

from collections.abc import Mapping
from functools import reduce
from operator import add

import numpy as np
from django.db.models import F, FloatField, Q, QuerySet, Value
from django.db.models.functions import Abs
from pgvector.django import MaxInnerProduct

from ai_services.search.fusion import FloatArray, Part, unit
from ai_services.search.index import Match
from ai_services.vocabulary import Difficulty, Role
from choreography import selectors
from choreography.models import Move
from choreography.planning.styles import FOLLOW_CATEGORIES, NEUTRAL_CATEGORIES, STYLE_CATEGORIES
from choreography.search.filters import MoveFilter
from choreography.search.scales import scales_of
from choreography.search.state import library_state


def search_database(query: Mapping[Part, FloatArray], k: int, where: MoveFilter) -> tuple[Match, ...]:
    """Return the k best moves for the parts of the query, each of shape (size,), best first.

    The score is the sum that an index in memory gives: each part's inner product, z-scored and weighted. Raises
    UnusableVectorError.
    """
    if not query:
        return ()
    fusion = scales_of(library_state())
    terms = [
        # The operator gives the negative inner product.
        Value(-fusion.weights[part] / fusion.sds[part])
        * MaxInnerProduct(f"embedding__{part}", unit(np.asarray(vector)[None], part)[0].astype(np.float32))
        for part, vector in query.items()
    ]
    offset = sum(fusion.weights[part] * fusion.means[part] / fusion.sds[part] for part in query)
    found = allowed_moves(where).annotate(score=reduce(add, terms)).order_by("-score", "id")[:k]
    return tuple(Match(str(move_id), score - offset) for move_id, score in found.values_list("id", "score"))


def allowed_moves(where: MoveFilter) -> QuerySet[Move]:
    """Return the moves that the filter lets through: the same as `Labels.rows`."""
    neutral = Q(category__in=NEUTRAL_CATEGORIES)
    moves = selectors.danceable_moves(where.owner_id)
    if where.difficulty is not None:
        highest = where.difficulty.level
        moves = moves.filter(difficulty__in=[level for level in Difficulty if level.level <= highest])
    if where.energy is not None:
        moves = moves.filter(neutral | Q(energy=where.energy))
    if where.style is not None:
        unnamed = Q(style="", category__in=STYLE_CATEGORIES[where.style])
        moves = moves.filter(neutral | Q(style=where.style) | unnamed)
    if where.role is not None:
        by_kind = Q(role_focus="", category__in=FOLLOW_CATEGORIES) if where.role is Role.FOLLOW else Q(pk__in=())
        moves = moves.filter(Q(role_focus=where.role) | by_kind)
    if where.categories is not None:
        moves = moves.filter(category__in=where.categories)
    if where.tempo_bpm is not None:
        off = Abs(Value(where.tempo_bpm, output_field=FloatField()) / F("tempo_bpm") - 1.0)
        moves = moves.annotate(off_tempo=off).filter(off_tempo__lte=where.stretch)
    return moves.exclude(category__in=where.without).exclude(id__in=where.left_out)
