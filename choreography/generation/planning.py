"""From a song and a wish to a stored blueprint."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from choreography.blueprint.schema import Blueprint, SongRef, output_of
from choreography.blueprint.wishes import DanceWish
from choreography.edits.versions import start_choreography
from choreography.generation.library import moves_for, warm_up_library
from choreography.models import ChoreographyTask, Song, TaskStage
from choreography.planning.inputs import Wish
from choreography.planning.plan import Plan, explained_plan
from choreography.planning.wording import wording
from choreography.queue.deferring import defer_assembly
from choreography.queue.fence import Claim
from choreography.search.sentences import learn_wishes, sentence_vectors, wish_sentence
from choreography.songs.analysis import analysis_of
from common.errors import InternalError
from common.faults import inject
from common.language import Language
from video_processing.music.grid import SongAnalysis

Report = Callable[[TaskStage, int, str], None]
CLEAR_BEAT = 0.3


def plan_song(song: Song, asked: DanceWish, report: Report, owner_id: UUID | None = None) -> Plan:
    """Return the plan of a song with everybody's moves and the owner's, analysing the song first where needed.

    Raises the input errors of `choreography.songs.analysis` and `choreography.planning.errors`.
    """
    report(TaskStage.ANALYSING, 5, "Listening for the counts")
    analysis = analysis_of(song)
    inject("analysing")
    report(TaskStage.SEARCHING, 25, "Looking through the library")
    wish = planner_wish(asked)
    moves = moves_for(analysis, wish, owner_id)
    inject("searching")
    report(TaskStage.SEQUENCING, 40, "Choosing moves for every phrase")
    reference = SongRef(id=str(song.id), title=song.title, duration_s=song.duration_s, sha256=song.sha256)
    plan = explained_plan(analysis, reference, moves, wish, output_of(asked.quality))
    inject("sequencing")
    return replace(plan, blueprint=with_doubt(plan.blueprint, analysis, asked.language))


def planner_wish(asked: DanceWish) -> Wish:
    """Return a wish as the choreographer takes it, with its words as a vector."""
    return Wish(
        difficulty=asked.difficulty,
        energy=asked.energy,
        style=asked.style,
        duration_s=asked.duration_s,
        seed=asked.seed,
        include_categories=asked.include_categories,
        avoid_categories=asked.avoid_categories,
        banned_moves=asked.banned_moves,
        section_energy=asked.section_energy,
        include_moves=asked.include_moves,
        half_time=asked.half_time,
        wide_stretch=asked.wide_stretch,
        language=asked.language,
        role=asked.role,
        words=sentence_vectors([wish_sentence(asked.difficulty, asked.energy, asked.style)])[0],
    )


def plan_task(claim: Claim) -> None:
    """Plan the choreography of a claimed task and hand it to the assembly."""
    task = ChoreographyTask.objects.select_related("song").get(id=claim.task_id)
    if task.song is None:
        raise InternalError("The song of this task is not known.")
    asked = DanceWish.from_json(task.wish)
    plan = plan_song(task.song, asked, claim.report, task.owner_id)
    with claim.held():  # a plan that cannot be handed over leaves no blueprint behind
        version = start_choreography(
            owner_id=task.owner_id, song=task.song, plan=plan.blueprint, wish=asked, scores=plan.parts
        )
        claim.hand_over(version, defer_assembly)


def warm_up() -> None:
    """Load what the first plan would otherwise wait for: the library, and the words of every wish."""
    warm_up_library()
    learn_wishes()


def with_doubt(blueprint: Blueprint, analysis: SongAnalysis, language: Language = "en") -> Blueprint:
    """Return the plan with a word on a beat that is hard to hear."""
    if analysis.grid.confidence.get("beat", 1.0) >= CLEAR_BEAT:
        return blueprint
    return blueprint.model_copy(update={"compromises": (wording(language).unclear_beat(), *blueprint.compromises)})
