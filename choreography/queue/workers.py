"""Who works on which queue."""

from django.db.models import Exists, OuterRef
from procrastinate.contrib.django.models import ProcrastinateWorker

from choreography.models import WorkerQueues


def say_what_is_served(worker_id: int, queues: list[str]) -> None:
    """Write down which queues a worker serves."""
    WorkerQueues.objects.update_or_create(worker_id=worker_id, defaults={"queues": queues})


def forget_gone_workers() -> int:
    """Remove the notes of workers that the queue no longer knows; return how many."""
    known = ProcrastinateWorker.objects.filter(id=OuterRef("worker_id"))
    return WorkerQueues.objects.exclude(Exists(known)).delete()[0]
