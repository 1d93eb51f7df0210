"""Songs, moves, choreographies, tasks. Media lives in storage: tables hold keys, never paths."""

from choreography.models.conversations import Conversation, ModelUse, ReasoningStep, StepStatus, Turn
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
    "Conversation",
    "LibraryState",
    "ModelUse",
    "Move",
    "MoveEmbedding",
    "MoveStatus",
    "ReasoningStep",
    "SentenceVector",
    "Song",
    "SongImport",
    "SongImportStatus",
    "StepStatus",
    "TaskKind",
    "TaskPhase",
    "TaskStage",
    "TaskStatus",
    "Turn",
    "WorkerQueues",
]
