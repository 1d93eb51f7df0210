"""The tools of the chat: what they take, what they do, and how a model or the built-in planner calls them.

Arguments hold ids of what the dancer may use, and words of the vocabulary: no path, no address, no code.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ai_services.agent.loop import ToolResult
from ai_services.agent.messages import ToolSpec
from ai_services.vocabulary import Category, Difficulty, Energy, Role, Style
from choreography.chat.desk import Desk
from choreography.chat.steps import Steps
from choreography.models import StepStatus
from common.errors import InputError, UnavailableError
from common.language import Language

ARGUMENTS_MAX = 8_000
"""Characters of one call's arguments."""

UUID_PATTERN = r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
Id = Annotated[str, Field(pattern=UUID_PATTERN, description="An id from an earlier result.")]
Words = Annotated[str, Field(max_length=200)]
Tempo = Literal["slow", "medium", "fast"]
Region = Literal["whole", "beginning", "middle", "ending", "first_half", "second_half", "chorus", "verse", "mambo"]
DraftName = Annotated[
    str, Field(pattern=r"^(current|draft_\d{1,3})$", description="`current`, or the name of a draft from a result.")
]


class Arguments(BaseModel):
    """Arguments of a tool: nothing but what is named."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)


class FindSongs(Arguments):
    """Find songs the dancer may use, by words of title or artist, or by tempo."""

    text: Words = ""
    tempo: Tempo | None = None
    limit: int = Field(default=5, ge=1, le=20)


class AnalyzeMusic(Arguments):
    """Tempo, length and sections of a song."""

    song_id: Id


class SearchMoves(Arguments):
    """Find moves of the library by words, kind, level, style or role."""

    text: Words = ""
    category: Category | None = None
    difficulty: Difficulty | None = Field(default=None, description="The hardest.")
    style: Style | None = None
    role: Role | None = None
    limit: int = Field(default=8, ge=1, le=25)


class GenerateBlueprint(Arguments):
    """Plan a new dance to a song; returns the name of a draft and what could not be granted."""

    song_id: Id
    difficulty: Difficulty
    energy: Energy
    style: Style
    duration_s: float | None = Field(default=None, ge=20, le=600, description="Null: the whole song.")
    include_categories: list[Category] = Field(default_factory=list, max_length=16)
    avoid_categories: list[Category] = Field(default_factory=list, max_length=16)
    include_moves: list[Id] = Field(default_factory=list, max_length=20)
    banned_moves: list[Id] = Field(default_factory=list, max_length=200)
    role: Role | None = Field(default=None, description="Whom the dance is about; null: both alike.")
    seed: int = Field(default=0, ge=0, lt=2**31, description="Another seed, another dance.")


class MoveChoice(Arguments):
    """Which move: by kind, by a word of its name, or by its place in the plan."""

    category: Category | None = None
    name: Words = ""
    place: int | None = Field(default=None, ge=-1, le=499, description="0 is the first move, -1 the last.")
    difficulty: int = Field(default=0, ge=-1, le=1, description="-1 easier, 1 harder than what is there.")
    energy: int = Field(default=0, ge=-1, le=1)
    every: bool = False


class Change(Arguments):
    """One change of a dance."""

    kind: Literal[
        "swap", "ban", "add", "energy", "difficulty", "style", "open", "close", "length", "again", "undo", "redo"
    ]
    target: MoveChoice = Field(default_factory=MoveChoice, description="For swap and ban.")
    replacement: MoveChoice = Field(default_factory=MoveChoice, description="For swap, add, open and close.")
    region: Region = "whole"
    step: int = Field(default=0, ge=-1, le=1, description="-1 less, 1 more; for energy, difficulty and length.")
    value: str = Field(
        default="", max_length=20, description="Instead of a step: an energy, difficulty or style; seconds for length."
    )


class EditBlueprint(Arguments):
    """Change a draft or the current dance; what is not named stays. Returns another draft and what changed."""

    blueprint: DraftName
    changes: list[Change] = Field(min_length=1, max_length=6)


class ExplainMove(Arguments):
    """Teaching notes of a move."""

    move_id: Id


class AssembleVideo(Arguments):
    """Make the video of a draft. This ends the request."""

    blueprint: DraftName
    reply: str = Field(default="", max_length=1_000, description="One to three sentences for the dancer.")


A = TypeVar("A", bound=Arguments)


@dataclass(frozen=True)
class Told:
    """What a tool found or did."""

    data: dict[str, Any]
    """For a model."""
    line: dict[Language, str]
    """For the reasoning panel."""
    value: Any = field(default=None, compare=False)
    """For the built-in planner."""
    ends: bool = False


@dataclass(frozen=True)
class Tool(Generic[A]):
    """One tool."""

    name: str
    arguments: type[A]
    titles: dict[Language, str]
    run: Callable[[Desk, A], Told]

    @property
    def spec(self) -> ToolSpec:
        """Return how a model is told of it."""
        return ToolSpec(self.name, (self.arguments.__doc__ or "").strip(), _flat(self.arguments.model_json_schema()))


class ToolRefusedError(InputError):
    """The call asks for something that is not there or not allowed."""

    code = "tool_refused"


class ChatToolbox:
    """The tools on one desk, each call a step that people see."""

    def __init__(self, desk: Desk, steps: Steps, tools: Sequence[Tool[Any]]) -> None:
        self._desk, self._steps = desk, steps
        self._tools = {tool.name: tool for tool in tools}

    @property
    def specs(self) -> Sequence[ToolSpec]:
        """Return what a model may call."""
        return [tool.spec for tool in self._tools.values()]

    def use(self, name: str, arguments: Arguments) -> Told:
        """Call a tool for the built-in planner. Raises InputError where it cannot be done."""
        tool = self._tools[name]
        shown = arguments.model_dump(mode="json", exclude_defaults=True)
        with self._steps.step(tool.titles[self._desk.language], name, shown) as step:
            told = tool.run(self._desk, arguments)
            step.result = told.line[self._desk.language]
        return told

    def call(self, name: str, arguments: str) -> ToolResult:
        """Call a tool for a model: whatever is wrong with the call is told it as the result."""
        tool = self._tools.get(name)
        if tool is None:
            return self._refused(name, f"There is no such tool. The tools are: {', '.join(self._tools)}.")
        try:
            if len(arguments) > ARGUMENTS_MAX:
                raise ToolRefusedError("The arguments are too long.")
            parsed = tool.arguments.model_validate_json(arguments or "{}")
        except ValidationError as error:
            return self._refused(name, _problems(error))
        except InputError as error:
            return self._refused(name, str(error))
        try:
            told = self.use(name, parsed)
        except (InputError, UnavailableError) as error:
            return ToolResult(as_data({"error": str(error)}))
        return ToolResult(as_data(told.data), ends=told.ends)

    def _refused(self, name: str, why: str) -> ToolResult:
        titles = {"en": "A call that is not allowed", "es": "Una llamada que no está permitida"}
        known = name if name in self._tools else ""
        with self._steps.step(titles[self._desk.language], known) as step:
            step.result, step.status = why, StepStatus.REFUSED
        return ToolResult(as_data({"error": why}))


def as_data(data: dict[str, Any]) -> str:
    """Return a result as JSON on one line: titles and notes in it are quoted strings, whatever they say."""
    return json.dumps(data, ensure_ascii=False)


def _problems(error: ValidationError) -> str:
    problems = error.errors(include_url=False, include_context=False, include_input=False)[:3]
    return "; ".join(f"{'.'.join(map(str, problem['loc'])) or 'arguments'}: {problem['msg']}" for problem in problems)


def _flat(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a JSON schema without references: not every provider follows them."""
    parts = schema.pop("$defs", {})

    def resolved(value: Any) -> Any:
        if isinstance(value, list):
            return [resolved(each) for each in value]
        if not isinstance(value, dict):
            return value
        if "$ref" in value:
            part = parts[value["$ref"].rpartition("/")[2]]
            return resolved({**part, **{key: each for key, each in value.items() if key != "$ref"}})
        return {key: resolved(each) for key, each in value.items() if key not in ("title", "default")}

    flat: dict[str, Any] = resolved(schema)
    return flat
