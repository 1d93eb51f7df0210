"""Gemini through its real client, against a server on loopback."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from ai_services.agent.errors import ModelAwayError, ModelError, ModelGarbledError, ModelRefusedError
from ai_services.agent.gemini_chat import GeminiChat
from ai_services.agent.messages import Answer, Message, ToolCall, ToolMessage, ToolSpec, Usage, UserMessage
from tests.model_server import Exchange, ModelServer, Reply

TOOL = ToolSpec("find_songs", "Find songs.", {"type": "object", "properties": {"text": {"type": "string"}}})
Ask = Callable[..., Answer]


@pytest.fixture
def ask() -> Iterator[Callable[[Reply], tuple[ModelServer, Ask]]]:
    """Return a function that starts a server and gives a way to ask it."""
    contexts = []

    def start(reply: Reply) -> tuple[ModelServer, Ask]:
        server = ModelServer(reply)
        context = server.running()
        context.__enter__()
        contexts.append(context)

        def complete(messages: list[Message] | None = None, within_s: float = 5.0) -> Answer:
            chat = GeminiChat(model="gemini-made-up", api_key="g-secret", base_url=server.url)
            return chat.complete(
                "Be kind.", messages or [UserMessage("hola")], [TOOL], max_output_tokens=50, within_s=within_s
            )

        return server, complete

    yield start
    for context in contexts:
        context.__exit__(None, None, None)


def content(*parts: dict[str, Any]) -> dict[str, Any]:
    return {
        "candidates": [{"content": {"role": "model", "parts": list(parts)}, "finishReason": "STOP"}],
        "usageMetadata": {"promptTokenCount": 20, "candidatesTokenCount": 5, "thoughtsTokenCount": 2},
    }


CALL = {"functionCall": {"name": "find_songs", "args": {"text": "luna"}}, "thoughtSignature": "c2lnbg=="}


def test_words_and_tokens_come_back(ask: Any) -> None:
    server, complete = ask(lambda exchange: exchange.json(content({"text": "Hola."})))

    answer = complete()

    assert (answer.message.text, answer.message.calls) == ("Hola.", ())
    assert answer.usage == Usage(20, 7)
    assert server.keys == ["g-secret"]
    assert server.seen[0]["tools"][0]["functionDeclarations"][0]["name"] == "find_songs"
    assert server.seen[0]["systemInstruction"]["parts"][0]["text"] == "Be kind."


def test_a_call_and_its_result_go_round(ask: Any) -> None:
    server, complete = ask(
        lambda exchange: exchange.json(content(CALL if exchange.number == 1 else {"text": "Luna it is."}))
    )

    first = complete()
    (call,) = first.message.calls
    second = complete([UserMessage("hola"), first.message, ToolMessage(call.id, call.name, '{"songs": []}')])

    assert (call.name, json.loads(call.arguments)) == ("find_songs", {"text": "luna"})
    assert isinstance(call, ToolCall)
    assert second.message.text == "Luna it is."
    model, tool = server.seen[1]["contents"][1:]
    assert model["parts"][0]["thoughtSignature"] == CALL["thoughtSignature"]
    assert tool["parts"][0]["functionResponse"]["response"] == {"result": '{"songs": []}'}


def drip(exchange: Exchange) -> None:
    exchange.drip(json.dumps(content({"text": "Hola."})).encode(), 0.2)


BAD: dict[str, tuple[Reply, type[ModelError]]] = {
    "429": (lambda exchange: exchange.json({"error": {"code": 429, "message": "x"}}, 429), ModelRefusedError),
    "403": (lambda exchange: exchange.json({"error": {"code": 403, "message": "x"}}, 403), ModelRefusedError),
    "500": (lambda exchange: exchange.json({"error": {"code": 500, "message": "x"}}, 500), ModelAwayError),
    "no candidates": (lambda exchange: exchange.json({"candidates": []}), ModelGarbledError),
    "a blocked answer": (
        lambda exchange: exchange.json({"candidates": [{"finishReason": "SAFETY"}]}),
        ModelGarbledError,
    ),
    "not JSON": (lambda exchange: exchange.send(b"<html>"), ModelGarbledError),
    "half of a JSON": (lambda exchange: exchange.send(b'{"candidates": ['), ModelGarbledError),
    "a huge answer": (lambda exchange: exchange.json(content({"text": "x" * 3_000_000})), ModelGarbledError),
    "drops": (drip, ModelAwayError),
    "an answer that breaks off": (lambda exchange: exchange.break_off(200), ModelAwayError),
    "a refusal that breaks off": (lambda exchange: exchange.break_off(429), ModelAwayError),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_answer_is_an_error_of_the_model(ask: Any, kind: str) -> None:
    reply, error = BAD[kind]
    server, complete = ask(reply)

    with pytest.raises(error) as caught:
        complete(within_s=1.0)

    assert len(server.seen) == 1
    assert "g-secret" not in str(caught.value)


def test_nobody_there_is_an_error_of_the_model() -> None:
    chat = GeminiChat(model="m", api_key="k", base_url="http://127.0.0.1:9")

    with pytest.raises(ModelAwayError):
        chat.complete("", [UserMessage("hola")], [], max_output_tokens=5, within_s=2.0)
