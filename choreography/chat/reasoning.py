"""What was done for a task, told in order: what its conversation decided, then what the jobs did."""

from typing import Any

from choreography.models import ChoreographyTask, ReasoningStep, StepStatus, TaskStage
from common.sentences import as_spoken

TITLES = {
    TaskStage.ANALYSING: "Listened to the song",
    TaskStage.SEARCHING: "Searched the library",
    TaskStage.SEQUENCING: "Chose the moves",
    TaskStage.ASSEMBLING: "Put the moves on the music",
    TaskStage.PUBLISHING: "Published the video",
}


def reasoning_of(task: ChoreographyTask) -> list[dict[str, Any]]:
    """Return the steps of a task; the last one may still be going on."""
    turn = getattr(task, "turn", None)
    said = ReasoningStep.objects.filter(turn=turn).order_by("index") if turn is not None else ()
    steps = [
        {
            "tool": step.tool,
            "title": step.title,
            "arguments": step.arguments,
            "result": step.result,
            "status": step.status,
            "duration_ms": step.duration_ms,
        }
        for step in said
    ]
    finished = task.status in ChoreographyTask.FINISHED
    steps += [_stage(step, finished) for step in task.steps]
    return [{"index": index, **step} for index, step in enumerate(steps)]


def _stage(step: dict[str, Any], finished: bool) -> dict[str, Any]:
    done = step["duration_ms"] is not None
    broken_off = StepStatus.REFUSED if finished else StepStatus.RUNNING
    return {
        "tool": step["stage"],
        "title": as_spoken(TITLES.get(step["stage"], step["stage"])),
        "arguments": {},
        "result": as_spoken(step["result"]),
        "status": StepStatus.DONE if done else broken_off,
        "duration_ms": step["duration_ms"],
    }
