"""The agent's loop, whatever model: rounds, calls, time, and what it reserves and settles."""

from collections.abc import Sequence

import pytest

from ai_services.agent.errors import (
    ModelAwayError,
    ModelError,
    ModelGarbledError,
    ModelRefusedError,
    ModelWentAstrayError,
)
from ai_services.agent.loop import Limits, Run, ToolResult, run_agent
from ai_services.agent.messages import Answer, Message, ModelMessage, ToolCall, ToolSpec, Usage, UserMessage

CALL = ToolCall("1", "look", "{}")


class Script:
    """A model that says one thing after the other, the last again and again."""

    model = "script"

    def __init__(self, *answers: ModelMessage | ModelError) -> None:
        self._answers = answers
        self.heard: list[Sequence[Message]] = []

    def complete(
        self,
        system: str,
        messages: Sequence[Message],
        tools: Sequence[ToolSpec],
        *,
        max_output_tokens: int,
        within_s: float,
    ) -> Answer:
        self.heard.append(list(messages))
        answer = self._answers[min(len(self.heard), len(self._answers)) - 1]
        if isinstance(answer, ModelError):
            raise answer
        return Answer(answer, Usage(10, 2))


class Tools:
    def __init__(self, *results: ToolResult) -> None:
        self._results, self.called = results, 0
        self.specs = [ToolSpec("look", "Look.", {})]

    def call(self, name: str, arguments: str) -> ToolResult:
        self.called += 1
        return self._results[min(self.called, len(self._results)) - 1] if self._results else ToolResult("{}")


class Purse:
    def __init__(self) -> None:
        self.settled: list[Usage | None] = []
        self.reserved = 0

    def reserve(self, expected: Usage) -> object:
        self.reserved += 1
        assert expected.input_tokens > 0
        return object()

    def settle(self, reserved: object, used: Usage | None) -> None:
        self.settled.append(used)


def run(script: Script, tools: Tools | None = None, purse: Purse | None = None, limits: Limits | None = None) -> Run:
    return run_agent(script, "Be kind.", [UserMessage("hi")], tools or Tools(), purse or Purse(), limits or Limits())


def test_words_without_a_call_end_it() -> None:
    assert run(Script(ModelMessage(" Hello. "))).text == "Hello."


def test_a_call_that_ends_the_request_ends_it_without_another_round() -> None:
    script = Script(ModelMessage("", (CALL,)))

    done = run(script, Tools(ToolResult("{}", ends=True)))

    assert (done.text, len(script.heard)) == ("", 1)


def test_the_model_reads_what_its_call_gave() -> None:
    script = Script(ModelMessage("", (CALL,)), ModelMessage("Seen."))

    run(script, Tools(ToolResult('{"found": 1}')))

    assert '{"found": 1}' in str(script.heard[1][-1])


def test_at_most_eight_rounds() -> None:
    script = Script(ModelMessage("", (CALL,)))

    with pytest.raises(ModelWentAstrayError):
        run(script)

    assert len(script.heard) == 8


def test_at_most_twelve_calls() -> None:
    tools = Tools()

    with pytest.raises(ModelWentAstrayError):
        run(Script(ModelMessage("", (CALL,) * 5)), tools)

    assert tools.called == 12


def test_no_round_begins_after_its_time() -> None:
    with pytest.raises(ModelWentAstrayError):
        run(Script(ModelMessage("x")), limits=Limits(seconds=0.0))


def test_silence_is_garbled() -> None:
    with pytest.raises(ModelGarbledError):
        run(Script(ModelMessage("  ")))


@pytest.mark.parametrize(
    ("answer", "settled"),
    [
        (ModelMessage("Hello."), Usage(10, 2)),
        (ModelAwayError("away"), None),
        (ModelRefusedError("no"), Usage(0, 0)),
    ],
)
def test_each_call_is_reserved_and_settled_by_what_it_may_have_cost(
    answer: ModelMessage | ModelError, settled: Usage | None
) -> None:
    purse = Purse()

    if isinstance(answer, ModelError):
        with pytest.raises(ModelError):
            run(Script(answer), purse=purse)
    else:
        run(Script(answer), purse=purse)

    assert purse.reserved == 1
    assert purse.settled == [settled]
