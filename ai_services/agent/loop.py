"""The agent: a model calls tools until the request is done, within rounds, calls, time and budget."""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ai_services.agent.errors import ModelError, ModelGarbledError, ModelWentAstrayError
from ai_services.agent.messages import Answer, Message, Provider, ToolMessage, ToolSpec, Usage

BYTES_A_TOKEN = 3
"""Fewer than any model needs on average, so that what is reserved is enough."""

MOST_TOKENS = 100_000_000
"""Of one call: a server that counts more has lost count."""


@dataclass(frozen=True)
class ToolResult:
    """What a call gave: for the model to read."""

    text: str
    ends: bool = False
    """The request is done: the model is not asked again."""


class Toolbox(Protocol):
    """The tools of one request. Whatever a model asks for, a call answers with a result and raises no input error."""

    @property
    def specs(self) -> Sequence[ToolSpec]:
        """Return what the model may call."""

    def call(self, name: str, arguments: str) -> ToolResult:
        """Do what the model asks, or say why not."""


class Meter(Protocol):
    """Counts what models cost."""

    def reserve(self, expected: Usage) -> object:
        """Set tokens aside for a call. Raises BudgetSpentError."""

    def settle(self, reserved: object, used: Usage | None) -> None:
        """Count what the call used in place of what was set aside; None: nobody knows, so all that was."""


@dataclass(frozen=True)
class Limits:
    """What one request may use."""

    rounds: int = 8
    calls: int = 12
    seconds: float = 120.0
    output_tokens: int = 1_500
    """Of one answer."""


@dataclass
class Run:
    """How a request went."""

    text: str = ""
    """The model's last words; empty where a call ended it."""
    rounds: int = 0
    calls: int = 0
    messages: list[Message] = field(default_factory=list)


def run_agent(
    provider: Provider, system: str, messages: Sequence[Message], toolbox: Toolbox, meter: Meter, limits: Limits
) -> Run:
    """Let the model work on a request until it says something without a call, or a call ends it.

    Raises ModelError where it does not come to an end within the limits, and what the tools raise.
    """
    run = Run(messages=list(messages))
    deadline = time.monotonic() + limits.seconds
    while run.rounds < limits.rounds:
        run.rounds += 1
        left_s = deadline - time.monotonic()
        if left_s <= 0:
            raise ModelWentAstrayError("The model took too long.")
        said = _asked(provider, system, run.messages, toolbox.specs, meter, limits, left_s).message
        run.messages.append(said)
        if not said.calls:
            if not said.text.strip():
                raise ModelGarbledError("The model said nothing.")
            run.text = said.text.strip()
            return run
        for call in said.calls:
            run.calls += 1
            if run.calls > limits.calls:
                raise ModelWentAstrayError("The model asked for too many calls.")
            result = toolbox.call(call.name, call.arguments)
            run.messages.append(ToolMessage(call.id, call.name, result.text))
            if result.ends:
                return run
    raise ModelWentAstrayError("The model used up its rounds.")


def _asked(
    provider: Provider,
    system: str,
    messages: Sequence[Message],
    specs: Sequence[ToolSpec],
    meter: Meter,
    limits: Limits,
    within_s: float,
) -> Answer:
    reserved = meter.reserve(Usage(_tokens_at_most(system, messages, specs), limits.output_tokens))
    used: Usage | None = None
    try:
        answer = provider.complete(system, messages, specs, max_output_tokens=limits.output_tokens, within_s=within_s)
        used = answer.usage if _is_plausible(answer.usage) else None
        return answer
    except ModelError as error:
        used = None if error.charged else Usage(0, 0)
        raise
    finally:
        meter.settle(reserved, used)


def _is_plausible(usage: Usage | None) -> bool:
    return usage is None or all(0 <= tokens <= MOST_TOKENS for tokens in (usage.input_tokens, usage.output_tokens))


def _tokens_at_most(system: str, messages: Sequence[Message], specs: Sequence[ToolSpec]) -> int:
    size = len(system.encode()) + sum(len(json.dumps(spec.parameters)) + len(spec.description) for spec in specs)
    return (size + sum(len(repr(message).encode()) for message in messages)) // BYTES_A_TOKEN + 1
