"""The chat in the shell: what sentences mean, and the dance they give, without a video."""

import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from choreography.chat.requests import describe
from choreography.jobs.planning import plan
from choreography.models import ChoreographyTask, TaskStatus, Turn
from users.models import User

LOOK_EVERY_S = 0.2
PATIENCE_S = 60.0
"""Beyond the time a model may take: a worker that dies on a sentence is missed after WORKER_STALLED_AFTER_S."""


class Command(BaseCommand):
    help = "Say sentences to the choreographer, one after the other; print its steps, its answers and the moves."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("sentences", metavar="SENTENCE", nargs="+")
        parser.add_argument("--email", default="dancer@example.com", help="whose songs and preferences")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(email=options["email"].lower()).first()
        if user is None:
            raise CommandError("There is no account of that address.")
        conversation_id = None
        for sentence in options["sentences"]:
            turn = describe(user=user, sentence=sentence, conversation_id=conversation_id)
            conversation_id = turn.conversation_id
            plan(str(turn.task_id))
            self._print(_answered(turn.pk))
            self._end(turn.task_id)

    def _print(self, turn: Turn) -> None:
        self.stdout.write(f"> {turn.request}")
        for step in turn.steps.all():
            self.stdout.write(f"  {step.title}: {step.result} ({step.duration_ms} ms)")
        task = turn.task
        if task is not None and task.error_detail:
            self.stdout.write(f"  {task.error_detail}")
        self.stdout.write(turn.reply)
        for segment in task.blueprint.data["segments"] if task is not None and task.blueprint is not None else ():
            start_s = segment["target"]["start_s"]
            self.stdout.write(f"  {int(start_s // 60)}:{start_s % 60:04.1f}  {segment['name']} ({segment['category']})")

    def _end(self, task_id: Any) -> None:
        """End a task whose video nobody waits for; the worker finds nothing left to do."""
        unfinished = ChoreographyTask.objects.filter(id=task_id).exclude(status__in=ChoreographyTask.FINISHED)
        unfinished.update(status=TaskStatus.CANCELLED, cancel_requested=True, message="Planned in the shell")


def _answered(turn_id: int) -> Turn:
    """Return a turn with its answer: ours, or that of a worker which took the sentence over from us."""
    deadline = time.monotonic() + settings.AGENT_TIMEOUT + PATIENCE_S
    while True:
        turn = Turn.objects.select_related("task__blueprint").get(pk=turn_id)
        if turn.reply or turn.task is None or turn.task.status in ChoreographyTask.FINISHED:
            return turn
        if time.monotonic() > deadline:
            raise CommandError("A worker took this sentence over and does not answer.")
        time.sleep(LOOK_EVERY_S)
