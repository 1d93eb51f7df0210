"""A conversation with a language model, whoever serves it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True)
class ToolSpec:
    """A tool that the model may call."""

    name: str
    description: str
    parameters: dict[str, Any]
    """JSON schema of the arguments."""


@dataclass(frozen=True)
class ToolCall:
    """A call that the model asks for. Nothing of it can be trusted."""

    id: str
    name: str
    arguments: str
    """JSON, as the model wrote it."""


@dataclass(frozen=True)
class UserMessage:
    """What a person said."""

    text: str


@dataclass(frozen=True)
class ModelMessage:
    """What the model said, and what it wants called."""

    text: str
    calls: tuple[ToolCall, ...] = ()
    raw: object = field(default=None, compare=False, repr=False)
    """The provider's own form, where it must be given back as it came."""


@dataclass(frozen=True)
class ToolMessage:
    """What a call gave."""

    call_id: str
    name: str
    result: str


Message = UserMessage | ModelMessage | ToolMessage


@dataclass(frozen=True)
class Usage:
    """Tokens of one call."""

    input_tokens: int
    output_tokens: int


@dataclass(frozen=True)
class Answer:
    """What one call of a provider gave."""

    message: ModelMessage
    usage: Usage | None
    """None where the provider does not count."""


class Provider(Protocol):
    """Somebody who serves a language model."""

    @property
    def model(self) -> str:
        """Return the name of the model."""

    def complete(
        self,
        system: str,
        messages: Sequence[Message],
        tools: Sequence[ToolSpec],
        *,
        max_output_tokens: int,
        within_s: float,
    ) -> Answer:
        """Return the model's next message. Raises the errors of `ai_services.agent.errors`."""
