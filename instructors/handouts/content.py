"""What a handout says, the same on the page to print and in the PDF."""

from collections.abc import Mapping
from dataclasses import dataclass

from ai_services.vocabulary import Difficulty
from choreography.blueprint.schema import Segment
from choreography.planning.wording.terms import LEVELS
from common.language import Language
from instructors.handouts.words import WORDS, spoken_date
from instructors.models import ClassPlan
from instructors.summary import ItemContent, content_of

RULED_PHRASES = 8
"""Up to so many phrases are drawn count by count, longer stretches phrase by phrase."""
MAX_RULED = 64
"""No song has more phrases that fit on a line."""


@dataclass(frozen=True)
class Part:
    """One part of the class."""

    number: int
    title: str
    minutes: int
    about: str
    """Song and phrases, in one line."""
    moves: str
    """Names in the order of the dance."""
    notes: str
    first_phrase: int
    phrases: int

    @property
    def ruler(self) -> tuple[int, ...]:
        """Return the phrases of the ruler by number; nothing for an activity."""
        return tuple(range(self.first_phrase, self.first_phrase + min(self.phrases, MAX_RULED)))

    @property
    def by_counts(self) -> bool:
        """Return whether the ruler shows every count."""
        return 0 < self.phrases <= RULED_PHRASES


@dataclass(frozen=True)
class Handout:
    """A class on one page."""

    language: Language
    words: Mapping[str, str]
    title: str
    facts: str
    """Level, date, minutes, in one line."""
    objective: str
    warm_up: str
    cool_down: str
    notes: str
    parts: tuple[Part, ...]


def handout_of(plan: ClassPlan, language: Language) -> Handout:
    """Return what the handout of a plan says."""
    words = WORDS[language]
    contents = content_of(plan)
    taken = sum(content.item.minutes for content in contents)
    facts = [_level(plan, language).capitalize(), f"{plan.minutes} {words['minutes']}"]
    if plan.date is not None:
        facts.insert(0, spoken_date(plan.date, language))
    if contents:
        facts.append(f"{taken} {words['of']} {plan.minutes} {words['minutes']} {words['planned']}")
    return Handout(
        language=language,
        words=words,
        title=plan.title,
        facts=" · ".join(facts),
        objective=plan.objective,
        warm_up=plan.warm_up,
        cool_down=plan.cool_down,
        notes=plan.notes,
        parts=tuple(_part(content, words) for content in contents),
    )


def _level(plan: ClassPlan, language: Language) -> str:
    level = Difficulty(plan.level)
    return LEVELS[level] if language == "es" else level.value


def _part(content: ItemContent, words: Mapping[str, str]) -> Part:
    item = content.item
    return Part(
        number=item.position + 1,
        title=item.title,
        minutes=item.minutes,
        about=_about(content, words),
        moves=_names(content.segments),
        notes=item.notes,
        first_phrase=content.first_phrase,
        phrases=content.phrases,
    )


def _about(content: ItemContent, words: Mapping[str, str]) -> str:
    if content.item.kind == "activity":
        return ""
    if content.item.choreography is None:
        return words["gone"]
    song = str(content.item.choreography.song)
    told = [song] if song != content.item.title else []
    if content.item.kind == "phrases":
        first, last = content.item.first_phrase, content.item.last_phrase
        told.append(f"{words['phrase']} {first}" if first == last else f"{words['phrases']} {first}–{last}")
    return " · ".join(told)


def _names(segments: tuple[Segment, ...]) -> str:
    """Return the moves in the order of the dance; what is danced again at once is said once, with how often."""
    told: list[tuple[str, int]] = []
    for segment in segments:
        if told and told[-1][0] == segment.name:
            told[-1] = (segment.name, told[-1][1] + 1)
        else:
            told.append((segment.name, 1))
    return ", ".join(f"{name} ×{times}" if times > 1 else name for name, times in told)
