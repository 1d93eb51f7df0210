"""A made library and made songs that the real planner can dance, without media; workers' jobs run in the test."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from ai_services.vocabulary import Category, Difficulty, Role
from choreography.chat import bench, tools
from choreography.chat.requests import describe
from choreography.generation import editing, planning
from choreography.generation import library as library_module
from choreography.jobs.planning import plan
from choreography.models import ChoreographyTask, Move, Song, Turn
from choreography.planning.inputs import PlannableMove
from tests.factories import make_move as make_move_row
from tests.factories import make_song
from tests.unit.planning.conftest import made_move, made_song
from users.models import User

NAMES = {Category.BOLERO: "Bolero dip", Category.LADYTURN: "Right turn", Category.SHADOW: "Shadow walk"}
TEMPOS_BPM = {"Luna sobre el malecón": 118.0, "Café con canela": 128.0, "Fuego en la pista": 136.0}


@pytest.fixture
def songs(db: None) -> dict[str, Song]:
    return {
        title: make_song(
            None, title, artist="Bachata Buddy", tempo_bpm=tempo, duration_s=made_song(tempo_bpm=tempo).duration_s
        )
        for title, tempo in TEMPOS_BPM.items()
    }


@pytest.fixture
def library(db: None) -> list[PlannableMove]:
    """Five moves of each kind at every level, as rows and as the choreographer has them."""
    moves = []
    for number in range(144):
        category = list(Category)[number % 16]
        move = made_move(
            number,
            bare=True,
            difficulty=["beginner", "intermediate", "advanced"][number // 48],
            role_focus=Role.FOLLOW if number % 5 == 0 else None,
            name=f"{NAMES.get(category, category.spoken.capitalize())} {number}",
        )
        moves.append(_graded(move))
        make_move_row(
            id=UUID(move.move_id),
            name=move.name,
            category=move.category,
            difficulty=moves[-1].difficulty,
            energy=move.energy,
            style="",
            role_focus="follow" if number % 5 == 0 else "",
            notes="Keep it small.",
            clip_sha256=move.clip_sha256,
            library_path=f"{category}/{number}.mp4",
        )
    return moves


def _graded(move: PlannableMove) -> PlannableMove:
    return replace(move, difficulty=Difficulty(move.difficulty))


@pytest.fixture(autouse=True)
def made_world(songs: dict[str, Song], library: list[PlannableMove], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the planner find made moves and made counts where it would read media."""

    def moves(*_: object) -> tuple[PlannableMove, ...]:
        return tuple(library)

    def counts(song: Song) -> Any:
        return made_song(tempo_bpm=song.tempo_bpm or 128.0)

    monkeypatch.setattr(library_module, "plannable_moves", moves)
    for module in (planning, editing, bench, tools):
        monkeypatch.setattr(module, "analysis_of", counts)
    monkeypatch.setattr(planning, "sentence_vectors", lambda sentences: [None] * len(sentences))


Say = Callable[..., Turn]


@pytest.fixture
def say(owner: User) -> Say:
    """Return a function that says something and lets a worker answer; the assembly of what it plans is skipped."""

    def said(sentence: str, after: Turn | None = None, user: User | None = None) -> Turn:
        turn = describe(user=user or owner, sentence=sentence, conversation_id=after.conversation_id if after else None)
        plan(str(turn.task_id))
        ChoreographyTask.objects.filter(id=turn.task_id, phase="assembly").update(status="completed")
        return Turn.objects.select_related("task__blueprint", "task__choreography", "conversation").get(pk=turn.pk)

    return said


def danced(turn: Turn) -> list[dict[str, Any]]:
    """Return the segments of the plan that a turn made."""
    assert turn.task is not None and turn.task.blueprint is not None, turn.reply
    return list(turn.task.blueprint.data["segments"])


def names_of(turn: Turn) -> list[str]:
    return [segment["name"] for segment in danced(turn)]


def all_moves() -> list[Move]:
    return list(Move.objects.all())
