"""The one door to google-genai."""

import json
from collections.abc import Sequence
from typing import Any

import pydantic
from google import genai
from google.genai import errors, types

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


class GeminiChat:
    """A Gemini model."""

    def __init__(self, *, model: str, api_key: str, base_url: str | None = None) -> None:
        """Take the model's name, the key, and another server's address (tests)."""
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
        declared = [
            types.FunctionDeclaration(
                name=tool.name, description=tool.description, parameters_json_schema=tool.parameters
            )
            for tool in tools
        ]
        config = types.GenerateContentConfig(
            system_instruction=system,
            tools=[types.Tool(function_declarations=declared)],
            max_output_tokens=max_output_tokens,
            automatic_function_calling=types.AutomaticFunctionCallingConfig(disable=True),
        )
        with limited_client(within_s) as connection:
            options = types.HttpOptions(
                base_url=self._base_url,
                httpx_client=connection,
                timeout=max(1, int(within_s * 1000)),
                retry_options=types.HttpRetryOptions(attempts=1),
            )
            client = genai.Client(api_key=self._api_key, http_options=options)
            return _answer(_ask(client, self._model, _contents(messages), config))


def _ask(client: genai.Client, model: str, contents: list[Any], config: types.GenerateContentConfig) -> Any:
    try:
        return client.models.generate_content(model=model, contents=contents, config=config)
    except errors.ServerError as error:
        raise ModelAwayError(f"The model's server fails ({error.code}).") from error
    except errors.APIError as error:
        raise ModelRefusedError(f"The model's server refuses ({error.code}).") from error
    except (pydantic.ValidationError, ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise ModelGarbledError("The model's answer cannot be read.") from error
    except UNREADABLE as error:
        raise ModelGarbledError("The model's answer cannot be read.") from error
    except CUT_OFF as error:
        raise ModelAwayError("The model does not answer.") from error


def _contents(messages: Sequence[Message]) -> list[types.Content]:
    """Return the messages as Gemini takes them: the results of one round stand in one content."""
    contents: list[types.Content] = []
    for message in messages:
        match message:
            case UserMessage(text=text):
                contents.append(types.Content(role="user", parts=[types.Part(text=text)]))
            case ModelMessage(raw=types.Content() as raw):
                contents.append(raw)
            case ModelMessage():
                contents.append(types.Content(role="model", parts=_parts(message)))
            case ToolMessage():
                given = types.FunctionResponse(name=message.name, response={"result": message.result})
                part = types.Part(function_response=given)
                last = contents[-1] if contents else None
                if last is not None and last.parts and last.parts[-1].function_response is not None:
                    last.parts.append(part)
                else:
                    contents.append(types.Content(role="user", parts=[part]))
    return contents


def _parts(message: ModelMessage) -> list[types.Part]:
    parts = [types.Part(text=message.text)] if message.text else []
    calls = (types.FunctionCall(name=call.name, args=json.loads(call.arguments)) for call in message.calls)
    return [*parts, *(types.Part(function_call=call) for call in calls)]


def _answer(response: Any) -> Answer:
    candidates = getattr(response, "candidates", None)
    content = candidates[0].content if candidates else None
    if content is None or not content.parts:
        raise ModelGarbledError("The model's answer holds no message.")
    texts, calls = [], []
    for number, part in enumerate(content.parts):
        if part.function_call is not None and part.function_call.name:
            call = part.function_call
            calls.append(ToolCall(call.id or f"call_{number}", call.name, json.dumps(call.args or {})))
        elif part.text and not part.thought:
            texts.append(part.text)
    counted = getattr(response, "usage_metadata", None)
    usage = None
    if counted is not None and counted.prompt_token_count is not None:
        written = (counted.candidates_token_count or 0) + (counted.thoughts_token_count or 0)
        usage = Usage(counted.prompt_token_count, written)
    return Answer(ModelMessage("".join(texts), tuple(calls), raw=content), usage)
