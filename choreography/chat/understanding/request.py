"""A sentence as a request: what is wanted, what is refused, what it changes."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ai_services.vocabulary import Category, Difficulty, Energy, Role, Style
from choreography.chat.understanding.durations import LONGEST_S, SHORTEST_S, find_lengths, find_tempo, lengths_of_dance
from choreography.chat.understanding.edit import Edit
from choreography.chat.understanding.edits import find_edits
from choreography.chat.understanding.language import language_of
from choreography.chat.understanding.lexicon import FILLERS
from choreography.chat.understanding.mention import Mention
from choreography.chat.understanding.mentions import find_mentions, mentions_outside
from choreography.chat.understanding.move_words import MOVE_WORDS
from choreography.chat.understanding.songs import KnownSong, NamedSong, as_written, find_song, find_song_id
from choreography.chat.understanding.words import Word, plain, words_of
from common.language import Language

"""Changes that a first request may hold too: they shape the plan."""

TURNS = frozenset({Category.LADYTURN, Category.SPIN})
"""Who says "no turns" wants no spins either."""

VAGUE = re.compile(
    r"\b(?:danc\w*|choreo\w*|routine|bachata|something|anything|surprise|random|whatever|any|pick|"
    r"choose|make|create|give|show|do|go|start|let|want|need|video|song|music|party|"
    r"bail\w*|coreo\w*|rutina|algo|sorprend\w*|cualquier\w*|haz\w*|dame|pon\w*|quiero|crea\w*|"
    r"elige|escoge|dale|venga|vamos|ensena\w*|monta\w*|prepara\w*|musica|cancion|tema|figuras?|"
    r"pasos?)\b"
)
GREETING = re.compile(
    r"^(?:hi|hello|hey|hola|buenas|buenos dias|good (?:morning|evening|afternoon)|que tal|ola|holi|holaa)\b[ !.,?]*$"
)
THANKS = re.compile(
    r"\b(?:thanks|thank you|thx|ty|gracias|perfect|great|awesome|love it|nice one|"
    r"perfecto|genial|me encanta|bravo|cool|top|super)\b"
)
HELP = re.compile(
    r"^(?:help|ayuda|help me|que puedes hacer|what can you do)\b[ ?.!]*|"
    r"\bwhat can you do\b|\bque puedes hacer\b|\bque sabes hacer\b"
)
FOLLOWED = frozenset({"the", "along", "my", "me", "music", "us"})
LOWEST_FIRST = tuple(Difficulty)
FOR = frozenset({"for", "para"})
AND = (["and"], ["y"], ["&"])
SPEAKER = frozenset({"me", "i", "myself", "yo", "mi"})
BOTH = "both"
"""How the lexicon says that a dance is about neither of the two."""


@dataclass(frozen=True)
class Request:
    """What a sentence says; None and empty where it says nothing."""

    language: Language
    song: NamedSong
    difficulty: Difficulty | None = None
    difficulty_at_most: Difficulty | None = None
    """ "Not too hard": an upper limit without a level."""
    style: Style | None = None
    refused_styles: frozenset[Style] = frozenset()
    energy: Energy | None = None
    tempo: str = ""
    """slow, medium, fast or empty."""
    tempo_bpm: float | None = None
    duration_s: float | None = None
    whole_song: bool = False
    absurd_s: float | None = None
    """A length that no dance here has."""
    include: frozenset[Category] = frozenset()
    avoid: frozenset[Category] = frozenset()
    include_names: tuple[str, ...] = ()
    """Words of names of moves."""
    avoid_names: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    """Movements asked for that are no kind of the library, in English: found by meaning."""
    role: Role | None = None
    both_roles: bool = False
    """It takes a role back: "for both of us"."""
    as_last: bool = False
    edits: tuple[Edit, ...] = ()
    contradicted: tuple[str, ...] = ()
    """Slots for which two values were said."""
    talk: str = ""
    """hello, thanks or help, where nothing else is said."""
    vague: bool = False
    """It asks for a dance without saying anything of it."""

    @property
    def says_anything(self) -> bool:
        """Return whether there is something to dance by."""
        return bool(
            self.song.matches or self.song.unknown or self.difficulty or self.difficulty_at_most or self.style
            or self.refused_styles or self.energy or self.tempo or self.tempo_bpm or self.duration_s or self.whole_song
            or self.absurd_s or self.include or self.avoid or self.include_names or self.avoid_names or self.role
            or self.both_roles or self.as_last or self.edits
        )  # fmt: skip


ASKED_FOR = re.compile(
    r"\b(?:with|include|including|add|con|incluye|incluir|anade|agrega|mete)\s+"
    r"(?:(?:a|an|the|some|lots of|un|una|unos|unas|el|la|los|las|muchos|muchas)\s+)?(?P<words>[a-z]+(?:\s+[a-z]+){0,2})"
)


def understand(
    sentence: str, *, songs: Sequence[KnownSong] = (), names: Sequence[str] = (), fallback: Language = "en"
) -> Request:
    """Return what a sentence of a dancer says.

    `songs` are those one may dance to, `names` the words of the library's move names.
    """
    sentence, by_id = find_song_id(sentence, songs)
    said = plain(sentence)
    words = words_of(said)
    song = by_id or find_song(said, words, songs)
    masked = _masked(said, words, song)
    clean = (
        "".join(" " * len(word.text) if index in masked else word.text for index, word in _spaced(said, words))
        if masked
        else said
    )
    mentioned = find_mentions(words, masked, names)
    found = find_edits(_without_last(clean, words, mentioned), names)
    mentions = mentions_outside(mentioned, [word.start for word in words], found.spans)
    mentions = [mention for mention in mentions if not _no_role(mention, words)]
    language = language_of(sentence, [word.text for i, word in enumerate(words) if i not in masked], fallback)
    lengths = [length.seconds for length in lengths_of_dance(clean, find_lengths(clean))]
    request = _assembled(language, song, mentions, found.edits, lengths, find_tempo(clean))
    named = replace(song, unknown=as_written(sentence, song.unknown)) if song.unknown else song
    return _with_talk(replace(request, song=named, unnamed=_unnamed(clean, names)), said)


def _unnamed(clean: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the movements asked for that are no kind of the library, in English: "with a ripple"."""
    found = []
    for match in ASKED_FOR.finditer(clean):
        words = itertools.takewhile(lambda word: word not in FILLERS, match["words"].split())
        meant = (MOVE_WORDS.get(word) or MOVE_WORDS.get(word.removesuffix("s")) for word in words if word not in names)
        found += [meaning for meaning in meant if meaning]
    return tuple(dict.fromkeys(found))


def _without_last(clean: str, words: Sequence[Word], mentions: Sequence[Mention]) -> str:
    """Return the sentence without its "like last time", which is no "again"."""
    for mention in mentions:
        if mention.slot == "last":
            start, last = words[mention.start].start, words[mention.end - 1]
            end = last.start + len(last.text)
            clean = clean[:start] + " " * (end - start) + clean[end:]
    return clean


def _spaced(said: str, words: Sequence[Word]) -> list[tuple[int, Word]]:
    """Return all of the sentence as words and the gaps between them (index -1)."""
    parts: list[tuple[int, Word]] = []
    at = 0
    for index, word in enumerate(words):
        if word.start > at:
            parts.append((-1, Word(said[at : word.start], at)))
        parts.append((index, word))
        at = word.start + len(word.text)
    if at < len(said):
        parts.append((-1, Word(said[at:], at)))
    return parts


def _masked(said: str, words: Sequence[Word], song: NamedSong) -> frozenset[int]:
    if song.matches or not song.unknown:
        return song.words
    start = said.find(song.unknown)
    if start < 0:
        return frozenset()
    return frozenset(i for i, word in enumerate(words) if start <= word.start < start + len(song.unknown))


def _no_role(mention: Mention, words: Sequence[Word]) -> bool:
    """Return whether "follow" is what one does with the music, or "for my girlfriend" goes on with "and me"."""
    if mention.slot != "role":
        return False
    after = [word.text for word in words[mention.end : mention.end + 3]]
    follows = mention.end - mention.start == 1 and after[:1] and after[0] in FOLLOWED
    joined = words[mention.start].text in FOR and after[:1] in AND and not SPEAKER.isdisjoint(after[1:])
    return bool(follows) or joined


def _assembled(
    language: Language,
    song: NamedSong,
    mentions: Sequence[Mention],
    edits: tuple[Edit, ...],
    lengths: Sequence[float],
    tempo_bpm: float | None,
) -> Request:
    by_slot = _Slots(mentions)
    difficulty, at_most = _difficulty(by_slot)
    style, refused = _style(by_slot)
    duration_s, whole, absurd_s = _length(by_slot, lengths)
    avoid, avoid_names = _refused_moves(by_slot)
    include, include_names = _wanted_moves(by_slot, avoid, avoid_names)
    roles = {mention.value for mention in by_slot.wanted("role")}
    return Request(
        language=language,
        song=song,
        difficulty=difficulty,
        difficulty_at_most=at_most,
        style=style,
        refused_styles=refused,
        energy=_energy(by_slot),
        tempo=_tempo(by_slot),
        tempo_bpm=tempo_bpm,
        duration_s=duration_s,
        whole_song=whole,
        absurd_s=absurd_s,
        include=include,
        avoid=avoid,
        include_names=include_names,
        avoid_names=avoid_names,
        role=Role(*roles) if len(roles) == 1 and BOTH not in roles else None,
        both_roles=BOTH in roles,
        as_last=bool(by_slot.wanted("last")),
        edits=edits,
        contradicted=by_slot.contradicted(),
    )


class _Slots:
    """Mentions by slot; what was taken back is gone."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._by_slot: dict[str, list[Mention]] = {}
        for mention in mentions:
            row = self._by_slot.setdefault(mention.slot, [])
            if mention.corrects:
                row[:] = [earlier for earlier in row if earlier.corrects]
            row.append(mention)

    def wanted(self, slot: str) -> list[Mention]:
        return [mention for mention in self._by_slot.get(slot, ()) if mention.wanted]

    def refused(self, slot: str) -> list[Mention]:
        return [mention for mention in self._by_slot.get(slot, ()) if mention.wanted is False]

    def contradicted(self) -> tuple[str, ...]:
        slots = ("difficulty", "style", "energy", "tempo")
        return tuple(
            slot
            for slot in slots
            if len({m.value for m in self.wanted(slot) if not (slot == "style" and m.value == Style.ENERGETIC)}) > 1
        )


def _difficulty(slots: _Slots) -> tuple[Difficulty | None, Difficulty | None]:
    """Return the level, or the upper limit, that was said: of several the lowest, never one that was not asked for."""
    levels = []
    for mention in slots.wanted("difficulty"):
        level = Difficulty(mention.value)
        if mention.diminished and level.level > 0:
            level = LOWEST_FIRST[level.level - 1]
        levels.append(level)
    refused = {Difficulty(mention.value) for mention in slots.refused("difficulty")}
    if levels:
        return min(levels, key=lambda level: level.level), None
    if not refused:
        return None, None
    if Difficulty.BEGINNER in refused:
        return Difficulty.INTERMEDIATE, None
    lowest = min(level.level for level in refused)
    return None, LOWEST_FIRST[lowest - 1]


def _style(slots: _Slots) -> tuple[Style | None, frozenset[Style]]:
    refused = frozenset(Style(mention.value) for mention in slots.refused("style"))
    wanted = [style for mention in slots.wanted("style") if (style := Style(mention.value)) not in refused]
    moods = [style for style in wanted if style is not Style.ENERGETIC]
    chosen = moods or wanted
    return (chosen[-1] if chosen else None), refused


def _energy(slots: _Slots) -> Energy | None:
    """Return the energy: as said, else as the style says, else as the tempo does; refused excess is the middle."""
    if said := slots.wanted("energy"):
        return Energy(said[-1].value)
    refused = slots.refused("energy")
    for slot in ("energy_implied", "energy_hint"):
        if implied := slots.wanted(slot):
            value = Energy(implied[-1].value)
            return value if value.value not in {mention.value for mention in refused} else Energy.MEDIUM
    if any(
        mention.value in (Energy.LOW, Energy.HIGH)
        for slot in ("energy", "energy_implied", "energy_hint")
        for mention in slots.refused(slot)
    ):
        return Energy.MEDIUM
    return None


def _tempo(slots: _Slots) -> str:
    if said := slots.wanted("tempo"):
        return said[-1].value
    return "medium" if slots.refused("tempo") else ""


def _length(slots: _Slots, lengths: Sequence[float]) -> tuple[float | None, bool, float | None]:
    """Return seconds, whether the whole song is wanted, and a length that is absurd."""
    if lengths:
        seconds = lengths[-1]
        if seconds > LONGEST_S:
            return None, True, seconds
        if seconds < SHORTEST_S:
            return SHORTEST_S, False, seconds
        return seconds, False, None
    said = [mention.value for mention in slots.wanted("length")]
    if not said:
        too_long = any(mention.value == "whole" for mention in slots.refused("length"))
        return (60.0 if too_long else None), False, None
    return (None, True, None) if "whole" in said else (min(map(float, said)), False, None)


def _refused_moves(slots: _Slots) -> tuple[frozenset[Category], tuple[str, ...]]:
    categories = {Category(mention.value) for mention in slots.refused("category")}
    names = [mention.value for mention in slots.refused("name")]
    for mention in slots.wanted("pain"):
        if mention.value in Category.values:
            categories.add(Category(mention.value))
        else:
            names.append(mention.value)
    if Category.LADYTURN in categories:
        categories |= TURNS - {Category(mention.value) for mention in slots.wanted("category")}
    return frozenset(categories), tuple(dict.fromkeys(names))


def _wanted_moves(
    slots: _Slots, avoid: frozenset[Category], avoid_names: tuple[str, ...]
) -> tuple[frozenset[Category], tuple[str, ...]]:
    categories = frozenset(Category(mention.value) for mention in slots.wanted("category")) - avoid
    names = tuple(dict.fromkeys(mention.value for mention in slots.wanted("name") if mention.value not in avoid_names))
    return categories, names


def _with_talk(request: Request, said: str) -> Request:
    if request.says_anything:
        return request
    talk = (
        "hello" if GREETING.search(said) else "help" if HELP.search(said) else "thanks" if THANKS.search(said) else ""
    )
    vague = bool(VAGUE.search(said)) and not (talk and len(said.split()) <= 3)
    fields = {**request.__dict__, "talk": "" if vague and talk != "help" else talk, "vague": vague and talk != "help"}
    return Request(**fields)
