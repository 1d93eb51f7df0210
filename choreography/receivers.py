"""Files follow their rows: whoever removes a song, a move or a task, and however, its media go after the commit.

And accounts have no queue of their own: what they want done behind a request is deferred here.
"""

from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone

from choreography.library.touching import touch_library
from choreography.models import ChoreographyTask, Move, Song, SongImport, TaskStatus
from choreography.queue.deferring import defer_reset_link
from common import storage
from users.models import User
from users.signals import account_closing, reset_link_asked


@receiver(reset_link_asked)
def send_reset_link(user_id: UUID | None, site: str, **_: Any) -> None:
    """Have a worker send the link to a new password, or find out that there is nobody to send it to."""
    defer_reset_link(user_id, site)


@receiver(account_closing)
def stop_tasks(user: User, **_: Any) -> None:
    """End what runs for an account: a job that is about to publish finds out, and removes its own files."""
    ChoreographyTask.objects.filter(owner=user).exclude(status__in=ChoreographyTask.FINISHED).update(
        status=TaskStatus.CANCELLED, cancel_requested=True, finished_at=timezone.now()
    )


@receiver(post_delete, sender=ChoreographyTask)
def remove_output(instance: ChoreographyTask, **_: Any) -> None:
    """Remove the published files of a task, and the renditions beside them."""
    if prefix := instance.output_prefix:
        transaction.on_commit(partial(storage.delete_folder, prefix), robust=True)


@receiver(post_delete, sender=Song)
def remove_song_files(instance: Song, **_: Any) -> None:
    """Remove the files of a song."""
    transaction.on_commit(partial(storage.delete, instance.audio_key, instance.source_key), robust=True)


@receiver(post_delete, sender=Move)
def remove_move_files(instance: Move, **_: Any) -> None:
    """Remove the files of a move; plans are made without it from now on."""
    touch_library(instance.library, vectors_stay=True)
    keys = (instance.clip_key, instance.mezzanine_key, instance.poster_key, instance.keypoints_key)
    transaction.on_commit(partial(storage.delete, *keys), robust=True)


@receiver(post_delete, sender=SongImport)
def remove_upload(instance: SongImport, **_: Any) -> None:
    """Remove the file that waited to become a song."""
    if instance.upload_key:
        transaction.on_commit(partial(storage.delete, instance.upload_key), robust=True)
