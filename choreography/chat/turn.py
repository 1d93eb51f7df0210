"""One turn of a conversation, in the worker: a model plans, or the built-in planner, and the task goes on."""

import logging
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.conf import settings

from ai_services.agent.errors import ModelError, ModelGarbledError
from ai_services.agent.loop import Limits, run_agent
from ai_services.agent.messages import Message, ModelMessage, UserMessage
from choreography.blueprint.loading import load_blueprint
from choreography.blueprint.wishes import DanceWish
from choreography.chat.desk import Decision, Desk
from choreography.chat.drafts import Draft, diff_rows
from choreography.chat.ledger import DayLedger
from choreography.chat.planner import BuiltInPlanner
from choreography.chat.prompt import earlier_turns, system_prompt
from choreography.chat.providers import provider_by_settings
from choreography.chat.replies import edited, undone
from choreography.chat.steps import Steps
from choreography.chat.toolbox import ChatToolbox
from choreography.chat.tools import TOOLS
from choreography.chat.understanding.move_words import MOVE_WORDS
from choreography.edits.clips import clips_are_there
from choreography.edits.edit import RENEWAL, Renew
from choreography.edits.errors import StaleVersionError
from choreography.edits.versions import add_version, start_choreography
from choreography.generation.editing import PlannedEdit, planned_edit, store_edit
from choreography.models import Blueprint as StoredBlueprint
from choreography.models import Choreography, ChoreographyTask, Conversation, TaskStage, Turn
from choreography.models.conversations import REPLY_MAX
from choreography.queue.deferring import defer_assembly
from choreography.queue.fence import Claim
from choreography.search.sentences import sentence_vectors
from choreography.selectors import finished_task_for
from common.errors import InternalError
from common.faults import inject
from common.language import LANGUAGES, Language
from common.text import one_line

logger = logging.getLogger(__name__)


def warm_up() -> None:
    """Make what the first sentence would otherwise wait for: the vectors of words for movements."""
    sentence_vectors(sorted(set(MOVE_WORDS.values())))


FALLBACK = {
    "en": ("The language model is not available", "The built-in planner takes over."),
    "es": ("El modelo de lenguaje no está disponible", "Sigue el planificador incluido."),
}


def answer_task(claim: Claim) -> None:
    """Answer the sentence of a claimed task: with a plan for the assembly, or in words.

    Raises StaleVersionError where the dance was changed meanwhile, and what planning raises.
    """
    claim.report(TaskStage.SEARCHING, 5, "Thinking about your words")
    task = ChoreographyTask.objects.select_related("owner__preferences").get(id=claim.task_id)
    turn = (
        Turn.objects.select_related("conversation__choreography__current__song", "conversation__choreography__song")
        .filter(task=task)
        .first()
    )
    if turn is None or task.owner is None:
        raise InternalError("This conversation is gone.")
    steps = Steps(claim, turn)
    steps.clear()
    inject("describing")
    decision, by_model = _decided(claim, task, turn, steps)
    inject("deciding")
    _finish(claim, turn, decision, by_model)


def _decided(claim: Claim, task: ChoreographyTask, turn: Turn, steps: Steps) -> tuple[Decision, str]:
    earlier = earlier_turns(turn)
    provider = provider_by_settings()
    if provider is not None:
        desk = _desk(claim, task, turn)
        try:
            return _asked_model(desk, provider, steps, earlier, turn), provider.model
        except ModelError as error:
            logger.warning("task %s: %s; the built-in planner takes over", claim.task_id, error.code, exc_info=error)
            if desk.decision is not None:  # it had decided before it fell silent
                return _worded(desk, desk.decision), provider.model
            steps.note(*FALLBACK[desk.language])
    desk = _desk(claim, task, turn)
    pending = earlier[-1].pending if earlier and earlier[-1].is_question else {}
    planner = BuiltInPlanner(desk, ChatToolbox(desk, steps, TOOLS), steps)
    decision = planner.answer(pending)
    _remember_language(turn, desk.language)
    return decision, ""


def _asked_model(desk: Desk, provider: Any, steps: Steps, earlier: list[Turn], turn: Turn) -> Decision:
    messages: list[Message] = []
    for said in earlier:
        messages += [UserMessage(said.request), ModelMessage(said.reply)]
    run = run_agent(
        provider,
        system_prompt(desk),
        [*messages, UserMessage(turn.request)],
        ChatToolbox(desk, steps, TOOLS),
        DayLedger(desk.user.id),
        Limits(seconds=settings.AGENT_TIMEOUT),
    )
    _remember_language(turn, desk.language)
    if desk.decision is not None:
        return _worded(desk, desk.decision)
    words = one_line(run.text, REPLY_MAX)
    if not words:
        raise ModelGarbledError("The model said nothing that can be written down.")
    return Decision(words, is_question=words.endswith("?"))


def _worded(desk: Desk, decision: Decision) -> Decision:
    """Return a decision with words where the model gave none."""
    if decision.reply:
        return decision
    words = edited(decision.diff, (), desk.language)
    if decision.version is not None:
        words = undone(desk.language)
    ready = {"en": "Your dance is on its way.", "es": "Tu baile está en camino."}
    return replace(decision, reply=words or ready[desk.language])


def _desk(claim: Claim, task: ChoreographyTask, turn: Turn) -> Desk:
    assert task.owner is not None
    conversation = turn.conversation
    usual = conversation.language if turn.number > 1 else task.owner.preferences.language
    fallback: Language = "es" if usual == "es" else "en"
    return Desk(
        user=task.owner,
        choreography=conversation.choreography,
        sentence=turn.request,
        fallback=fallback,
        report=claim.report,
    )


def _remember_language(turn: Turn, language: Language) -> None:
    if turn.conversation.language != language:
        turn.conversation.language = language
        Conversation.objects.filter(id=turn.conversation_id).update(language=language)


def _finish(claim: Claim, turn: Turn, decision: Decision, by_model: str) -> None:
    """Store what was decided and let the task go on, all of it or nothing."""
    renewal = _renewal(claim, decision.version) if decision.version is not None else None
    if renewal is not None and decision.version is not None:
        decision = replace(
            decision,
            reply=f"{decision.reply} {renewal.change['words'][turn.conversation.language]}",
            diff=diff_rows(load_blueprint(decision.version.data), renewal.plan),
        )
    with claim.held():
        version = _version(claim, turn, decision, renewal)
        Turn.objects.filter(id=turn.id).update(
            reply=decision.reply[:REPLY_MAX],
            is_question=decision.is_question,
            pending=decision.pending,
            diff=decision.diff,
            by_model=by_model,
        )
        if version is None:
            claim.answer()
            return
        _describe(claim, version)
        Conversation.objects.filter(id=turn.conversation_id).update(choreography_id=version.choreography_id)
        if decision.version is not None and finished_task_for(version) is not None:
            claim.answer(version)
        else:
            claim.hand_over(version, defer_assembly)


def _renewal(claim: Claim, version: StoredBlueprint) -> PlannedEdit | None:
    """Return what a version to go back to is today, where it has no video and its clips are not as they were."""
    if finished_task_for(version) is not None or clips_are_there(load_blueprint(version.data)):
        return None
    return planned_edit(Renew(kind=RENEWAL, blueprint_id=str(version.id)), version, claim.report)


def _version(claim: Claim, turn: Turn, decision: Decision, renewal: PlannedEdit | None) -> StoredBlueprint | None:
    """Return the version that is danced from now on, made where it is new."""
    if decision.version is not None:
        choreography = _locked(decision.version.choreography_id, turn.conversation.choreography)
        choreography.current = decision.version
        choreography.save(update_fields=("current", "updated_at"))
        return store_edit(renewal, choreography, decision.version) if renewal is not None else decision.version
    draft = decision.draft
    if draft is None:
        return None
    if draft.base is None:
        return start_choreography(
            owner_id=ChoreographyTask.objects.values_list("owner_id", flat=True).get(id=claim.task_id),
            song=draft.song,
            plan=draft.blueprint,
            wish=draft.wish,
            scores=draft.scores,
        )
    choreography = _locked(draft.base.choreography_id, turn.conversation.choreography)
    return add_version(
        choreography,
        plan=draft.blueprint,
        wish=draft.wish,
        scores=draft.scores,
        change=_change(draft, turn, decision),
        locked=draft.locked,
    )


def _locked(choreography_id: UUID | None, seen: Choreography | None) -> Choreography:
    """Return a choreography, locked, if it is still as it was when the turn began. Raises StaleVersionError."""
    if choreography_id is None:
        raise StaleVersionError
    locked = Choreography.objects.select_for_update(of=("self",)).filter(id=choreography_id).first()
    if locked is None or seen is None or locked.current_id != seen.current_id:
        raise StaleVersionError
    return locked


def _change(draft: Draft, turn: Turn, decision: Decision) -> dict[str, Any]:
    words = {code: edited(draft.rows(), (), code) for code in LANGUAGES}
    return {"kind": "chat", "parameters": {"request": turn.request[:200]}, "words": words}


def _describe(claim: Claim, version: StoredBlueprint) -> None:
    """Write into the task what is danced: lists and filters read its columns."""
    wish = DanceWish.from_json(version.wish)
    claim.record(
        song_id=version.song_id,
        difficulty=wish.difficulty,
        energy=wish.energy,
        style=wish.style,
        duration_s=wish.duration_s,
        seed=wish.seed,
        quality=wish.quality,
        wish=version.wish,
    )
