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
from choreography.models.library_work import AnalysisQuality, LibraryRun, LibraryTask, LibraryTaskKind
from choreography.models.moves import (
    DEMO_LIBRARY,
    MAIN_LIBRARY,
    LibraryState,
    Move,
    MoveEmbedding,
    MoveStatus,
    SentenceVector,
)
from choreography.models.renditions import Rendition, RenditionKind, RenditionStatus
from choreography.models.songs import Song, SongImport, SongImportStatus
from choreography.models.workers import WorkerQueues

__all__ = [
    "DEMO_LIBRARY",
    "MAIN_LIBRARY",
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
    "TaskKind",
    "TaskPhase",
    "TaskStage",
    "TaskStatus",
    "Turn",
    "WorkerQueues",
]
