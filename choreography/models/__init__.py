"""Songs, moves, choreographies, tasks. Media lives in storage: tables hold keys, never paths."""

from choreography.models.dances import (
    Blueprint,
    Choreography,
    ChoreographyTask,
    TaskKind,
    TaskPhase,
    TaskStage,
    TaskStatus,
)
from choreography.models.moves import (
    DEMO_LIBRARY,
    MAIN_LIBRARY,
    LibraryState,
    Move,
    MoveEmbedding,
    MoveStatus,
    SentenceVector,
)
from choreography.models.songs import Song, SongImport, SongImportStatus
from choreography.models.workers import WorkerQueues

__all__ = [
    "DEMO_LIBRARY",
    "MAIN_LIBRARY",
    "Blueprint",
    "Choreography",
    "ChoreographyTask",
    "LibraryState",
    "Move",
    "MoveEmbedding",
    "MoveStatus",
    "SentenceVector",
    "Song",
    "SongImport",
    "SongImportStatus",
    "TaskKind",
    "TaskPhase",
    "TaskStage",
    "TaskStatus",
    "WorkerQueues",
]
