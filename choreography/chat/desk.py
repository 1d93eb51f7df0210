"""What one turn works on: the dancer, their songs and moves, the dance that is talked about, the drafts so far."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from ai_services.vocabulary import Category, Difficulty
from choreography.blueprint.loading import load_blueprint
from choreography.blueprint.wishes import DanceWish
from choreography.chat.announcing import Notes
from choreography.chat.drafts import Draft
from choreography.chat.library import moves_named, moves_of, moves_with_the_sound_of, name_words, songs_of
from choreography.chat.settling import last_choreography, settled, usual_wish, wish_of
from choreography.chat.understanding.request import Request, understand
from choreography.chat.understanding.songs import KnownSong
from choreography.models import Blueprint as StoredBlueprint
from choreography.models import Choreography, Move, TaskStage
from common.language import Language
from users.models import User

CURRENT = "current"
"""How tools call the plan of the dance that is talked about."""


@dataclass(frozen=True)
class Guard:
    """What holds whoever plans: no model may go past what the dancer said."""

    difficulty: Difficulty
    avoid: frozenset[Category]
    banned: frozenset[str]


@dataclass
class Decision:
    """How the turn ends."""

    reply: str = ""
    is_question: bool = False
    draft: Draft | None = None
    """To be assembled."""
    version: StoredBlueprint | None = None
    """To be danced again as it was."""
    pending: dict[str, object] = field(default_factory=dict)
    diff: list[dict[str, object]] = field(default_factory=list)


class Desk:
    """The things of one turn; tools read and write them, nothing here is stored."""

    def __init__(
        self,
        *,
        user: User,
        choreography: Choreography | None,
        sentence: str,
        fallback: Language,
        report: Callable[[TaskStage, int, str], None],
    ) -> None:
        self.user, self.choreography, self.sentence, self.report = user, choreography, sentence, report
        self._fallback = fallback
        self.drafts: dict[str, Draft] = {}
        self.decision: Decision | None = None

    @cached_property
    def songs(self) -> tuple[KnownSong, ...]:
        """Return the songs of the dancer."""
        return songs_of(self.user)

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Return the moves that may be danced."""
        return moves_of(self.user)

    @cached_property
    def name_words(self) -> tuple[str, ...]:
        """Return the words of moves' names that mean nothing else."""
        return name_words(self.moves)

    @cached_property
    def request(self) -> Request:
        """Return what the sentence says."""
        return self.understood(self.sentence)

    def understood(self, sentence: str) -> Request:
        """Return what a sentence says, by the songs and moves of this dancer."""
        return understand(sentence, songs=self.songs, names=self.name_words, fallback=self._fallback)

    @property
    def language(self) -> Language:
        """Return the language to answer in."""
        return self.request.language

    @cached_property
    def current(self) -> Draft | None:
        """Return the dance that is talked about, as a draft to change."""
        version = self.choreography.current if self.choreography else None
        if version is None:
            return None
        plan = load_blueprint(version.data)
        return Draft(
            id=CURRENT,
            song=version.song,
            blueprint=plan,
            wish=DanceWish.from_json(version.wish),
            scores=version.scores,
            base=version,
            before=plan,
            locked=tuple(version.locked),
            owner_id=self.user.id,
        )

    def draft(self, name: str) -> Draft | None:
        """Return a draft by its name."""
        return self.current if name == CURRENT else self.drafts.get(name)

    def new_id(self) -> str:
        """Return the name of the next draft."""
        return f"draft_{len(self.drafts) + 1}"

    def keep(self, draft: Draft) -> Draft:
        """Take a draft in."""
        self.drafts[draft.id] = draft
        return draft

    @cached_property
    def base_wish(self) -> DanceWish:
        """Return what is danced unless the sentence says otherwise."""
        if self.request.as_last and (last := last_choreography(self.user)) is not None:
            return wish_of(last, self.language)
        return self.current.wish if self.current is not None else usual_wish(self.user, self.language)

    def guard(self) -> Guard:
        """Return what a plan must keep to, whoever makes it: the level that was said or usual, what was refused."""
        request = self.request
        level = settled(request, self.base_wish, Notes()).difficulty
        return Guard(level, request.avoid, self.refused_moves(request))

    def refused_moves(self, request: Request) -> frozenset[str]:
        """Return the ids of moves that have what was refused in their names."""
        named = {str(move.id) for name in request.avoid_names for move in moves_named(self.moves, name)}
        return frozenset(named) | moves_with_the_sound_of(self.moves, request.avoid)
