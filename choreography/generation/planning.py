"""From a song and a wish to a stored blueprint."""

from collections.abc import Callable

from django.db import transaction

from ai_services.vocabulary import Difficulty, Energy, Style
from choreography.blueprint.loading import dump_blueprint
from choreography.blueprint.schema import Blueprint, Output, Quality, SongRef, quality_of
from choreography.fence import Claim
from choreography.generation.library import plannable_moves
from choreography.models import Blueprint as StoredBlueprint
from choreography.models import ChoreographyTask, Song, TaskStage
from choreography.planning.inputs import Wish
from choreography.planning.plan import plan_choreography
from choreography.queue import defer_assembly
from choreography.songs.analysis import analysis_of
from choreography.wishes import DanceWish
from choreography.words import learn_wishes, sentence_vectors, wish_sentence
from common.faults import inject
from video_processing.music.grid import SongAnalysis

Report = Callable[[TaskStage, int, str], None]
SIZES_PX: dict[Quality, tuple[int, int]] = {
    "fast": (1280, 720),
    "balanced": (1280, 720),
    "high_quality": (1920, 1080),
}
CLEAR_BEAT = 0.3
UNCLEAR_BEAT = "The beat of this song is hard to hear: the counts may be off."


def plan_song(song: Song, asked: DanceWish, report: Report) -> Blueprint:
    """Return the plan of a song, analysing it first where needed.

    Raises the input errors of `choreography.songs.analysis` and `choreography.planning.errors`.
    """
    report(TaskStage.ANALYSING, 5, "Listening for the counts")
    analysis = analysis_of(song)
    inject("analysing")
    report(TaskStage.SEARCHING, 25, "Looking through the library")
    moves = plannable_moves()
    words = sentence_vectors([wish_sentence(asked.difficulty, asked.energy, asked.style)])[0]
    inject("searching")
    report(TaskStage.SEQUENCING, 40, "Choosing moves for every phrase")
    reference = SongRef(id=str(song.id), title=song.title, duration_s=song.duration_s, sha256=song.sha256)
    wish = Wish(
        difficulty=asked.difficulty,
        energy=asked.energy,
        style=asked.style,
        duration_s=asked.duration_s,
        seed=asked.seed,
        words=words,
    )
    width, height = SIZES_PX[asked.quality]
    output = Output(width=width, height=height, quality=asked.quality)
    plan = plan_choreography(analysis, reference, moves, wish, output)
    inject("sequencing")
    return _with_doubt(plan, analysis)


def plan_task(claim: Claim) -> None:
    """Plan the choreography of a claimed task and hand it to the assembly."""
    task = ChoreographyTask.objects.select_related("song").get(id=claim.task_id)
    asked = DanceWish(
        Difficulty(task.difficulty),
        Energy(task.energy),
        Style(task.style),
        task.duration_s,
        task.seed,
        quality_of(task.quality),
    )
    plan = plan_song(task.song, asked, claim.report)
    with transaction.atomic():  # a plan that cannot be handed over leaves no blueprint behind
        stored = StoredBlueprint.objects.create(owner_id=task.owner_id, song=task.song, data=dump_blueprint(plan))
        claim.hand_over(stored.id, defer_assembly)


def warm_up() -> None:
    """Load what the first plan would otherwise wait for: the library, and the words of every wish."""
    plannable_moves()
    learn_wishes()


def _with_doubt(plan: Blueprint, analysis: SongAnalysis) -> Blueprint:
    """Return the plan with a word on a beat that is hard to hear."""
    if analysis.grid.confidence.get("beat", 1.0) >= CLEAR_BEAT:
        return plan
    return plan.model_copy(update={"compromises": (UNCLEAR_BEAT, *plan.compromises)})
