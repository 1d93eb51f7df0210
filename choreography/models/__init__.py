"""Songs, moves, choreographies, tasks. Media lives in storage: tables hold keys, never paths."""

from choreography.models.conversations import Conversation, ModelUse, ReasoningStep, StepStatus, Turn
from choreography.models.dances import (
    LOST_SOMETHING,
    Blueprint,
    Choreography,
    ChoreographyTask,
    TaskKind,
    TaskPhase,
    TaskStage,
    TaskStatus,
)
from choreography.models.library_work import (
    LIBRARY_TASK_LOST_SOMETHING,
    AnalysisQuality,
    LibraryRun,
    LibraryTask,
    LibraryTaskKind,
)
from choreography.models.moves import (
    DEMO_LIBRARY,
    KEY_FIELDS,
    MAIN_LIBRARY,
    MOVES_ROOT,
    LibraryState,
    Move,
    MoveEmbedding,
    MoveStatus,
    SentenceVector,
)
from choreography.models.renditions import RENDITION_LOST_SOMETHING, Rendition, RenditionKind, RenditionStatus
from choreography.models.songs import Song, SongImport, SongImportStatus
from choreography.models.upkeep import StorageRound
from choreography.models.workers import WorkerQueues

__all__ = [
    "DEMO_LIBRARY",
    "KEY_FIELDS",
    "LIBRARY_TASK_LOST_SOMETHING",
    "LOST_SOMETHING",
    "MAIN_LIBRARY",
    "MOVES_ROOT",
    "RENDITION_LOST_SOMETHING",
    "AnalysisQuality",
    "Blueprint",
    "Choreography",
    "ChoreographyTask",
    "Conversation",
    "LibraryRun",
    "LibraryState",
    "LibraryTask",
    "LibraryTaskKind",
    "ModelUse",
    "Move",
    "MoveEmbedding",
    "MoveStatus",
    "ReasoningStep",
    "Rendition",
    "RenditionKind",
    "RenditionStatus",
    "SentenceVector",
    "Song",
    "SongImport",
    "SongImportStatus",
    "StepStatus",
    "StorageRound",
    "TaskKind",
    "TaskPhase",
    "TaskStage",
    "TaskStatus",
    "Turn",
    "WorkerQueues",
]
