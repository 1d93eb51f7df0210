"""Which queues a worker serves: the queue's own tables only know that it lives."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class WorkerQueues(models.Model):
    """The queues of one worker, written when it starts; its heartbeat stands in the queue's own table."""

    worker_id = models.BigIntegerField(primary_key=True)
    queues = ArrayField(models.CharField(max_length=40))

    class Meta:
        verbose_name_plural = "worker queues"

    def __str__(self) -> str:
        return f"worker {self.worker_id}: {', '.join(self.queues)}"
