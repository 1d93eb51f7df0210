"""The one door to openai: its models, and every server that speaks its wire protocol."""

from collections.abc import Sequence
from typing import Any

import openai

from ai_services.agent.connection import CUT_OFF, UNREADABLE, limited_client
from ai_services.agent.errors import ModelAwayError, ModelGarbledError, ModelRefusedError
from ai_services.agent.messages import (
    Answer,
    Message,
    ModelMessage,
    ToolCall,
    ToolMessage,
    ToolSpec,
    Usage,
    UserMessage,
)

OPENAI_URL = "https://api.openai.com/v1"
NO_KEY = "none"
"""Local servers ask for none, the client for something."""


class OpenAIChat:
    """A model behind the chat completions protocol."""

    def __init__(self, *, model: str, api_key: str = "", base_url: str = "") -> None:
        """Take the model's name, the key, and another server's address where it is not OpenAI's own."""
        self._model, self._api_key, self._base_url = model, api_key, base_url

    @property
    def model(self) -> str:
        """Return the name of the model."""
        return self._model

    def complete(
        self,
        system: str,
        messages: Sequence[Message],
        tools: Sequence[ToolSpec],
        *,
        max_output_tokens: int,
        within_s: float,
    ) -> Answer:
        """Return the model's next message. Raises ModelAwayError, ModelRefusedError, ModelGarbledError."""
        limit = "max_tokens" if self._base_url else "max_completion_tokens"  # older servers know only the former
        request: dict[str, Any] = {
            "model": self._model,
            "messages": [{"role": "system", "content": system}, *map(_as_wire, messages)],
            "tools": [_tool(tool) for tool in tools],
            limit: max_output_tokens,
        }
        with limited_client(within_s) as connection:
            client = openai.OpenAI(
                api_key=self._api_key or NO_KEY,
                base_url=self._base_url or OPENAI_URL,
                http_client=connection,
                timeout=connection.timeout,
                max_retries=0,
            )
            return _answer(_ask(client, request))


def _ask(client: openai.OpenAI, request: dict[str, Any]) -> Any:
    try:
        return client.chat.completions.create(**request)
    except openai.APIConnectionError as error:  # and its kind APITimeoutError
        if isinstance(error.__cause__, UNREADABLE):
            raise ModelGarbledError("The model's answer cannot be read.") from error
        raise ModelAwayError("The model does not answer.") from error
    except openai.APIStatusError as error:
        if error.status_code >= 500:
            raise ModelAwayError(f"The model's server fails ({error.status_code}).") from error
        raise ModelRefusedError(f"The model's server refuses ({error.status_code}).") from error
    except (openai.OpenAIError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ModelGarbledError("The model's answer cannot be read.") from error
    except UNREADABLE as error:
        raise ModelGarbledError("The model's answer cannot be read.") from error
    except CUT_OFF as error:
        raise ModelAwayError("The model's answer broke off.") from error


def _as_wire(message: Message) -> dict[str, Any]:
    match message:
        case UserMessage(text=text):
            return {"role": "user", "content": text}
        case ToolMessage():
            return {"role": "tool", "tool_call_id": message.call_id, "content": message.result}
        case ModelMessage():
            told: dict[str, Any] = {"role": "assistant", "content": message.text or None}
            if message.calls:
                told["tool_calls"] = [
                    {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": call.arguments}}
                    for call in message.calls
                ]
            return told


def _tool(tool: ToolSpec) -> dict[str, Any]:
    function = {"name": tool.name, "description": tool.description, "parameters": tool.parameters}
    return {"type": "function", "function": function}


def _answer(completion: Any) -> Answer:
    """Return the answer in a completion. The client checks no types, so that everything is looked at here."""
    choices = getattr(completion, "choices", None)
    if not isinstance(choices, list) or not choices or getattr(choices[0], "message", None) is None:
        raise ModelGarbledError("The model's answer holds no message.")
    said = choices[0].message
    text = said.content if isinstance(getattr(said, "content", None), str) else ""
    calls = []
    for number, call in enumerate(getattr(said, "tool_calls", None) or ()):
        function = getattr(call, "function", None)
        name, arguments = getattr(function, "name", None), getattr(function, "arguments", None)
        if not isinstance(name, str) or not isinstance(arguments, str):
            raise ModelGarbledError("The model asks for a call without name or arguments.")
        call_id = call.id if isinstance(getattr(call, "id", None), str) and call.id else f"call_{number}"
        calls.append(ToolCall(call_id, name, arguments))
    return Answer(ModelMessage(text, tuple(calls)), _usage(getattr(completion, "usage", None)))


def _usage(usage: Any) -> Usage | None:
    told = getattr(usage, "prompt_tokens", None), getattr(usage, "completion_tokens", None)
    if not all(isinstance(number, int) and number >= 0 for number in told):
        return None
    return Usage(int(told[0] or 0), int(told[1] or 0))
