"""What a library holds, in numbers: a read for every process, whatever it has installed."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Avg, Max, Min, Q

from ai_services.vocabulary import Category, Difficulty, Energy, Style
from choreography.models import LibraryState, Move, MoveStatus

COUNTED = {
    "category": Category.values,
    "difficulty": Difficulty.values,
    "energy": Energy.values,
    "style": [*Style.values, ""],
}
"""What moves are counted by, and the values in order; the empty style is that of moves of any style."""
OTHER_COLUMNS = ("filming_day", "status", "duration_s", "roles_given", "count1_beat", "flag_reason")


@dataclass(frozen=True)
class LibraryStatistics:
    """A library in numbers. Means are over the moves in which a couple is seen; None where there is none."""

    library: str
    moves: int
    published: int
    flagged: int
    with_embeddings: int
    by_category: dict[str, int]
    by_difficulty: dict[str, int]
    by_energy: dict[str, int]
    by_style: dict[str, int]
    """The key "" counts moves whose annotation names no style."""
    by_filming_day: dict[str, int]
    """The key "" counts moves of an unknown day."""
    by_embedding_version: dict[str, int]
    total_duration_s: float
    tempo_min_bpm: float | None
    tempo_max_bpm: float | None
    quality_mean: float | None
    quality_min: float | None
    detection_mean: float | None
    """Share of pictures in which both dancers are seen."""
    identity_confidence_mean: float | None
    role_confidence_mean: float | None
    roles_given: int
    """Moves whose roles a person or a sidecar said."""
    count1_given: int
    """Moves whose count 1 a person said."""
    version: int
    is_normalised: bool
    """All vectors are comparable; False while an import runs, or after it was broken off."""
    flag_reasons: dict[str, int]
    """Why moves may not be danced, and how many; the commonest first."""


def library_statistics(name: str) -> LibraryStatistics:
    """Return a library in numbers; of an unknown library all are 0."""
    moves = Move.objects.filter(library=name)
    seen = Q(import_fault="")
    totals = moves.aggregate(
        tempo_min_bpm=Min("tempo_bpm"),
        tempo_max_bpm=Max("tempo_bpm"),
        quality_mean=Avg("quality", filter=seen),
        quality_min=Min("quality", filter=seen),
        detection_mean=Avg("detection_rate", filter=seen),
        identity_confidence_mean=Avg("identity_confidence", filter=seen),
        role_confidence_mean=Avg("role_confidence", filter=seen),
    )
    names = (*COUNTED, *OTHER_COLUMNS)
    rows = list(moves.values_list(*names))
    columns: dict[str, list[Any]] = {column: [row[place] for row in rows] for place, column in enumerate(names)}
    state = LibraryState.objects.filter(name=name).first()
    versions = moves.filter(embedding__isnull=False).values_list("embedding__version", flat=True)
    return LibraryStatistics(
        library=name,
        moves=len(rows),
        published=columns["status"].count(MoveStatus.PUBLISHED),
        flagged=columns["status"].count(MoveStatus.FLAGGED),
        with_embeddings=len(versions),
        by_category=_counted(columns["category"], COUNTED["category"]),
        by_difficulty=_counted(columns["difficulty"], COUNTED["difficulty"]),
        by_energy=_counted(columns["energy"], COUNTED["energy"]),
        by_style=_counted(columns["style"], COUNTED["style"]),
        by_filming_day=dict(sorted(Counter(columns["filming_day"]).items())),
        by_embedding_version={str(version): n for version, n in sorted(Counter(versions).items())},
        total_duration_s=round(sum(columns["duration_s"]), 3),
        roles_given=sum(columns["roles_given"]),
        count1_given=sum(beat is not None for beat in columns["count1_beat"]),
        version=state.version if state else 0,
        is_normalised=not rows or (state is not None and state.version == state.normalised_version),
        flag_reasons=dict(Counter(filter(None, columns["flag_reason"])).most_common()),
        **{key: None if value is None else round(float(value), 4) for key, value in totals.items()},
    )


def _counted(found: list[str], values: list[str]) -> dict[str, int]:
    """Return how often each value occurs, those that do not included: a gap is what a curator looks for."""
    counts = Counter(found)
    return {value: counts[value] for value in values} | {key: n for key, n in counts.items() if key not in values}
