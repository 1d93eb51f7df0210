"""An answer refers to the account of who asked: it takes that row before any other."""

import pytest

from choreography.chat import turn as turn_module
from choreography.chat.requests import describe
from choreography.jobs.planning import plan
from choreography.models import TaskPhase
from tests.integration.chat.conftest import Say
from tests.waiting import let_owner_go_first
from users.models import User

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("sentence", ["slow romantic for beginners", "slower ending"])
def test_an_answer_waits_for_its_owner(owner: User, say: Say, monkeypatch: pytest.MonkeyPatch, sentence: str) -> None:
    before = say("romantic for beginners")
    turn = describe(user=owner, sentence=sentence, conversation_id=before.conversation_id)
    assert turn.task is not None

    let_owner_go_first(
        owner, lambda: plan(str(turn.task_id)), stage="deciding", module=turn_module, monkeypatch=monkeypatch
    )

    turn.task.refresh_from_db()
    assert (turn.task.phase, turn.task.error_code) == (TaskPhase.ASSEMBLY, "")
