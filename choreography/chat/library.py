"""The moves and songs of one dancer, as the chat chooses among them."""

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from ai_services.vocabulary import Category, Difficulty, Role, Style
from choreography import selectors
from choreography.chat.levels import STEMS
from choreography.chat.understanding.matching import vocabulary
from choreography.chat.understanding.songs import KnownSong
from choreography.chat.understanding.word_lists import COMMON_WORDS
from choreography.chat.understanding.words import plain, words_of
from choreography.models import Move
from choreography.planning.styles import fits_style, focus_of
from users.models import User

SAME_WORD = 85
TEMPO_BPM = {"slow": 112.0, "medium": 125.0, "fast": 140.0}
ENERGY_BPM = {"low": 115.0, "medium": 125.0, "high": 137.0}


def songs_of(user: User) -> tuple[KnownSong, ...]:
    """Return the songs a user may dance to."""
    rows = selectors.songs_for(user).values_list("id", "title", "artist", "tempo_bpm", "duration_s")
    return tuple(KnownSong(str(pk), title, artist, tempo, length) for pk, title, artist, tempo, length in rows)


def moves_of(user: User) -> tuple[Move, ...]:
    """Return the moves that may be danced, without what the chat does not read."""
    fields = ("id", "name", "category", "difficulty", "energy", "style", "role_focus", "notes", "tempo_bpm")
    return tuple(selectors.danceable_moves(user.id).only(*fields))


def name_words(moves: Iterable[Move]) -> tuple[str, ...]:
    """Return the words of moves' names that mean nothing else."""
    known = vocabulary() | COMMON_WORDS
    found = {word.text for move in moves for word in words_of(plain(move.name)) if len(word.text) >= 3}
    return tuple(sorted(word for word in found if word.isalpha() and word not in known))


def moves_named(moves: Iterable[Move], said: str) -> list[Move]:
    """Return the moves that have a word (or words in a row) in their name, in any number."""
    stem = _stem(plain(said))
    return [move for move in moves if _has(plain(move.name), stem)]


def moves_with_the_sound_of(moves: Iterable[Move], categories: Iterable[Category]) -> frozenset[str]:
    """Return the ids of moves that have kinds of move in their names, whatever kind they are of."""
    stems = [stem for category in categories for stem in STEMS.get(category, ())]
    return frozenset(str(move.id) for move in moves if any(_has(plain(move.name), stem) for stem in stems))


def _stem(text: str) -> str:
    return re.sub(r"(?<=[a-z]{2})(?:es|s)$", "", text) if len(text) > 3 else text


def _has(name: str, stem: str) -> bool:
    if re.search(rf"\b{re.escape(stem)}", name):
        return True
    return " " not in stem and len(stem) > 4 and any(fuzz.ratio(word, stem) >= SAME_WORD for word in name.split())


def best_first(moves: Iterable[Move], level: Difficulty, style: Style | None) -> list[Move]:
    """Return the moves at or below a level: nearest to it first, those of the style before others."""
    fitting = [move for move in moves if Difficulty(move.difficulty).level <= level.level]

    def rank(move: Move) -> tuple[bool, int, str, str]:
        own = Style(move.style) if move.style else None
        in_style = style is not None and fits_style(Category(move.category), own, style)
        return not in_style, level.level - Difficulty(move.difficulty).level, move.name, str(move.id)

    return sorted(fitting, key=rank)


def moves_for(moves: Iterable[Move], role: Role) -> list[Move]:
    """Return the moves that are about one of the two."""

    def about(move: Move) -> Role | None:
        return focus_of(Category(move.category), Role(move.role_focus) if move.role_focus else None)

    return [move for move in moves if about(move) is role]


def nearest_song(
    songs: Sequence[KnownSong],
    tempo: str,
    tempo_bpm: float | None,
    energy: str,
    leave_out: frozenset[str] = frozenset(),
) -> KnownSong | None:
    """Return the song nearest to a tempo, or to the tempo of an energy; one of known tempo before any other."""
    target = tempo_bpm or TEMPO_BPM.get(tempo) or ENERGY_BPM.get(energy, ENERGY_BPM["medium"])

    def rank(song: KnownSong) -> tuple[bool, float, str, str]:
        return song.tempo_bpm is None, abs((song.tempo_bpm or 0.0) - target), song.title, song.id

    return min((song for song in songs if song.id not in leave_out), key=rank, default=None)
