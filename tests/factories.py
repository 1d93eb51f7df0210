"""People and rows for tests, in plain functions: each makes the least that is valid."""

import hashlib
import itertools
import uuid
from pathlib import Path
from typing import Any

from rest_framework.test import APIClient

from choreography.models import Blueprint, Choreography, ChoreographyTask, Move, MoveEmbedding, Song
from common.links import expiry, hash_of, new_token
from instructors.models import ClassPlan, PlanItem
from user_collections.models import SavedChoreography
from users.models import User
from users.sessions import open_session

PASSWORD = "correct-horse-battery"
_numbers = itertools.count(1)

CLIP_GRID: dict[str, Any] = {
    "tempo_bpm": 125.0,
    "beat_times_s": [round(0.2 + 0.48 * beat, 6) for beat in range(16)],
    "downbeat_beats": [0, 4, 8, 12],
    "count1_beats": [0, 8],
    "confidence": {},
}
"""Sixteen beats of a clip of eight seconds at 125 BPM."""


def local_storages(root: Path) -> dict[str, dict[str, Any]]:
    """Return the STORAGES setting of media below `root`."""
    options = {"location": str(root), "allow_overwrite": True}
    return {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


def make_user(name: str, **fields: Any) -> User:
    """Return the account name@example.com; its password is PASSWORD."""
    return User.objects.create_user(f"{name}@example.com", PASSWORD, display_name=name.title(), **fields)


def client_of(user: User | None) -> APIClient:
    """Return a program that is signed in as `user`, or as nobody."""
    client = APIClient(raise_request_exception=False)
    if user is not None:
        client.credentials(HTTP_AUTHORIZATION=f"Bearer {open_session(user).access_token}")
    return client


def make_song(owner: User | None = None, title: str = "Luna de Enero", **fields: Any) -> Song:
    number = next(_numbers)
    told = {
        "sha256": hashlib.sha256(str(number).encode()).hexdigest(),
        "duration_s": 64.0,
        "audio_key": f"songs/{number}/song.m4a",
        "source_key": f"songs/{number}/source.wav",
    }
    return Song.objects.create(owner=owner, title=title, **(told | fields))


def make_move(**fields: Any) -> Move:
    number = next(_numbers)
    told: dict[str, Any] = {
        "library_path": f"basic/move_{number}.mp4",
        "name": f"Move {number}",
        "category": "basic",
        "difficulty": "beginner",
        "energy": "medium",
        "style": "romantic",
        "clip_sha256": "0" * 64,
        "annotation_sha256": "0" * 64,
        "duration_s": 8.0,
        "fps": 30.0,
        "grid": CLIP_GRID,
        "tempo_bpm": 125.0,
        "detection_rate": 1.0,
        "quality": 1.0,
        "identity_confidence": 1.0,
        "role_confidence": 1.0,
        "role_evidence": b"",
    }
    move = Move.objects.create(**(told | fields))
    sizes = {"lead": 512, "follow": 512, "interaction": 256, "audio": 128, "text": 384}
    vectors = {name: [1.0] + [0.0] * (size - 1) for name, size in sizes.items()}
    MoveEmbedding.objects.create(move=move, raw_features=b"", sentence="A move.", version=1, **vectors)
    return move


def make_task(owner: User | None, song: Song | None = None, **fields: Any) -> ChoreographyTask:
    told = {"difficulty": "beginner", "energy": "medium", "style": "romantic"}
    return ChoreographyTask.objects.create(owner=owner, song=song or make_song(), wish=told, **(told | fields))


def make_choreography(owner: User | None, song: Song | None = None, data: dict[str, Any] | None = None) -> Choreography:
    """Return a choreography of one version; its plan is a bare number unless `data` is one."""
    song = song or make_song()
    choreography = Choreography.objects.create(owner=owner, song=song)
    choreography.current = Blueprint.objects.create(
        owner=owner,
        song=song,
        choreography=choreography,
        data=data or {"version": 1},
        wish={"difficulty": "beginner", "energy": "medium", "style": "romantic"},
    )
    choreography.save()
    return choreography


def make_finished_task(owner: User | None, choreography: Choreography | None = None) -> ChoreographyTask:
    """Return a completed task for the current version of a choreography; its files are not made."""
    choreography = choreography or make_choreography(owner)
    task_id = uuid.uuid4()
    return make_task(
        owner,
        choreography.song,
        id=task_id,
        status="completed",
        stage="done",
        progress=100,
        attempt=2,
        choreography=choreography,
        blueprint=choreography.current,
        output_prefix=f"choreographies/{task_id}/2",
        output_duration_s=64.0,
    )


def make_saved(owner: User, task: ChoreographyTask | None = None, **fields: Any) -> SavedChoreography:
    """Return an entry of a collection: a choreography with a finished video."""
    choreography = (task or make_finished_task(owner)).choreography
    assert choreography is not None
    return SavedChoreography.objects.create(
        owner=owner, choreography=choreography, **{"title": choreography.song.title, **fields}
    )


def make_plan(owner: User, *titles: str, **fields: Any) -> ClassPlan:
    """Return a class plan with an activity of ten minutes for each of `titles`."""
    plan = ClassPlan.objects.create(owner=owner, **{"title": "Tuesday", **fields})
    for position, title in enumerate(titles):
        PlanItem.objects.create(plan=plan, position=position, kind="activity", title=title, minutes=10)
    return plan


def make_link(links: Any) -> tuple[Any, str]:
    """Return an open link, made by the related manager of what it opens, and its token."""
    token = new_token()
    return links.create(token_sha256=hash_of(token), expires_at=expiry(1)), token


def wish_for(song_id: object, **fields: Any) -> dict[str, Any]:
    """Return the body of a request for a choreography."""
    return {"song_id": str(song_id), "difficulty": "beginner", "energy": "medium", "style": "romantic", **fields}
