"""Which of a dancer's songs a sentence names: by title or artist, with typos and without accents."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from choreography.chat.understanding.matching import vocabulary
from choreography.chat.understanding.word_lists import COMMON_WORDS
from choreography.chat.understanding.words import Word, plain, words_of

SMALL = frozenset(
    [
        "a",
        "al",
        "and",
        "con",
        "de",
        "del",
        "e",
        "el",
        "en",
        "la",
        "las",
        "lo",
        "los",
        "mi",
        "o",
        "of",
        "on",
        "sobre",
        "su",
        "the",
        "to",
        "tu",
        "un",
        "una",
        "y",
        "en",
        "por",
        "para",
        "que",
        "ft",
        "feat",
    ]
)
SAME_WORD = 84
"""Likeness (rapidfuzz ratio) from which two words of a title are one with a typo."""
SURE, CLOSE = 0.99, 0.06
SONG_CUES = re.compile(
    r"(?:\bto|\bsong|\btrack|\btune|\bcalled|\bnamed|\btitled|\bcon|\bcancion|\btema|\bllamada|"
    r"\bllamado|\btitulada|\bde|\bbailar|\bsobre|\busing|\buse|\bby|\bdance|\bmusic|\bmusica|\bfrom|"
    r"\bel de|\bla de|\bon|\bplay)\s*(?:the song|the track|the tune|song|la cancion|el tema|la de|"
    r"el de|the|el|la)?\s*[:\"']?\s*$"
)
AFTER_CUES = re.compile(r"^\s*[\"']?\s*(?:song|one|track|tune|cancion|tema)\b")
ASKED = re.compile(
    r"(?:\b(?:the )?(?:song|track|tune)(?: called| named| titled)?|\b(?:called|titled)|\bla cancion(?: llamada|"
    r" titulada)?|\bel tema(?: llamado| titulado)?)\s*:?\s*[\"']?(?P<title>[a-z0-9][a-z0-9' ]{1,60}?)[\"']?"
    r"(?=$|[.,;!?\"]|\s+(?:by|de|with|con|for|para|no|without|sin|but|pero|please|por favor|and|y|easy|in|at)\b)"
)
QUOTED = re.compile(r"\"(?P<title>[^\"]{2,80})\"")
BY = re.compile(
    r"(?:\b(?:song|songs|something|anything|track|music|one) (?:by|from)|\bby|\b(?:algo|cancion|"
    r"canciones|tema|temas|musica|una|uno) de)\s+(?P<artist>[a-z][a-z' ]{2,40}?)(?=$|[.,;!?\"]|"
    r"\s+(?:with|con|for|para|no|without|sin|but|pero|please|por favor|and|y|que)\b)"
)
MARK = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True)
class KnownSong:
    """A song one may dance to, as far as choosing needs it."""

    id: str
    title: str
    artist: str
    tempo_bpm: float | None
    duration_s: float


@dataclass(frozen=True)
class SongMatch:
    """A song that the sentence may mean."""

    song: KnownSong
    score: float
    words: frozenset[int]
    """Which words of the sentence say so."""


@dataclass(frozen=True)
class NamedSong:
    """What a sentence says of the song."""

    matches: tuple[SongMatch, ...]
    """The best, and those as good as it; empty: none is named."""
    unknown: str = ""
    """A title or artist that was asked for and is not there."""

    @property
    def words(self) -> frozenset[int]:
        """Return the words of the sentence that are a title's."""
        return self.matches[0].words if self.matches else frozenset()


def find_song(sentence: str, words: Sequence[Word], songs: Sequence[KnownSong]) -> NamedSong:
    """Return which songs a plain sentence names."""
    matches = [match for song in songs if (match := _match(sentence, words, song)) is not None]
    if matches:
        best = max(match.score for match in matches)
        return NamedSong(tuple(match for match in matches if match.score >= best - CLOSE))
    return NamedSong((), _unknown_title(sentence))


def find_song_id(sentence: str, songs: Sequence[KnownSong]) -> tuple[str, NamedSong | None]:
    """Return a sentence as it was written without the id of a song in it, and what song that is; None without an id."""
    mark = MARK.search(sentence.lower())
    if mark is None:
        return sentence, None
    rest = sentence[: mark.start()] + sentence[mark.end() :]
    matches = tuple(SongMatch(song, 1.0, frozenset()) for song in songs if song.id == mark.group())
    return rest, NamedSong(matches, "" if matches else mark.group())


def as_written(sentence: str, said: str) -> str:
    """Return words of a plain sentence as its writer wrote them, with capitals and accents."""
    words, many = sentence.split(), len(said.split())
    for start in range(len(words)):
        written = " ".join(words[start : start + many]).strip("\"'“”«»‘’.,;:!?¡¿()")
        if plain(written) == said:
            return written
    return said


def _match(sentence: str, words: Sequence[Word], song: KnownSong) -> SongMatch | None:
    by_title = _title_match(sentence, words, song.title)
    by_artist = _title_match(sentence, words, song.artist, artist=True) if song.artist else None
    if by_title and by_artist:
        return SongMatch(song, by_title[0] + 0.2, by_title[1] | by_artist[1])
    best = by_title or by_artist
    return SongMatch(song, best[0] if by_title else best[0] - 0.05, best[1]) if best else None


def _title_match(
    sentence: str, words: Sequence[Word], title: str, *, artist: bool = False
) -> tuple[float, frozenset[int]] | None:
    """Return how well a run of words says the title (0..1), and which words do; None where it does not."""
    wanted = [word.text for word in words_of(plain(title)) if not word.is_sign]
    content = [word for word in wanted if word not in SMALL] or wanted
    if not content:
        return None
    best: tuple[float, frozenset[int]] | None = None
    places = [index for index, word in enumerate(words) if not word.is_sign]
    for start, place in enumerate(places):
        if not _same(words[place].text, content[0]) and not any(_same(words[place].text, part) for part in content):
            continue
        window = places[start : start + len(wanted) + 1]
        hit: dict[str, int] = {}
        for index in window:
            for part in content:
                if part not in hit and _same(words[index].text, part):
                    hit[part] = index
                    break
        used = frozenset(hit.values())
        score = _score(sentence, words, used, hit, content, artist)
        if score and (best is None or score > best[0]):
            first, last = min(used), max(used)
            best = (
                score,
                frozenset(
                    i for i in range(first, last + 1) if i in used or words[i].text in wanted or words[i].text in SMALL
                ),
            )
    return best


def _score(
    sentence: str, words: Sequence[Word], used: frozenset[int], hit: dict[str, int], content: list[str], artist: bool
) -> float | None:
    share = sum(len(part) for part in hit) / sum(len(part) for part in content)
    first, last = words[min(used)], words[max(used)]
    before, after = sentence[: first.start], sentence[last.start + len(last.text) :]
    cued = bool(SONG_CUES.search(before)) or bool(AFTER_CUES.search(after)) or before.rstrip().endswith('"')
    telling = [
        part
        for part in hit
        if len(part) >= 4 and part not in COMMON_WORDS and part not in vocabulary() and not _ordinary(part)
    ]
    exact = sum(words[index].text == part for part, index in hit.items()) / len(hit)
    whole = len(hit) == len(content)
    if whole and (len(content) > 1 or telling or _named_outright(before, after)):
        return 0.9 + 0.1 * exact
    if not whole and share >= 0.3 and _named_outright(before, after):
        return 0.5 + 0.3 * share + 0.1 * exact
    if not whole and (telling or (cued and share >= 0.5 and len(hit) > 1)) and (share >= 0.3 or cued):
        return 0.5 + 0.3 * share + 0.1 * exact
    return None


def _named_outright(before: str, after: str) -> bool:
    """Return whether a title of one ordinary word is meant as a title."""
    return bool(
        before.rstrip().endswith('"')
        or re.search(r"(?:\bsong|\btrack|\bcalled|\bcancion|\btema|\bllamada|\btitulada)\s*:?\s*$", before)
        or AFTER_CUES.search(after)
    )


def _ordinary(part: str) -> bool:
    return any(part.startswith(stem) for stem in ("romantic", "sensual", "energetic", "bachat", "baila"))


def _same(said: str, wanted: str) -> bool:
    if said == wanted:
        return True
    if len(wanted) < 4 or len(said) < 4 or said in COMMON_WORDS:
        return False
    return fuzz.ratio(said, wanted) >= SAME_WORD


def _unknown_title(sentence: str) -> str:
    for pattern, group in ((QUOTED, "title"), (ASKED, "title"), (BY, "artist")):
        if found := pattern.search(sentence):
            said = found[group].strip(" '")
            parts = [part for part in said.split() if part not in SMALL]
            if parts and not all(part in COMMON_WORDS or part in vocabulary() for part in parts):
                return said
    return ""
