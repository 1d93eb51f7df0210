"""The corpus: files of what dancers write, and what it means."""

import shlex
from dataclasses import dataclass
from pathlib import Path

from choreography.chat.understanding.edit import Edit, EditKind, Target
from choreography.chat.understanding.request import Request
from choreography.chat.understanding.songs import KnownSong

CORPUS = Path(__file__).parent / "corpus"
TITLES = {
    "Luna sobre el malecón": 118.0,
    "Café con canela": 127.0,
    "Fuego en la pista": 138.0,
    "Susurros de medianoche": 110.0,
    "Island Weekend": 147.0,
}
SONGS = tuple(
    KnownSong(f"00000000-0000-4000-8000-{number:012d}", title, "Bachata Buddy", tempo, 100.0)
    for number, (title, tempo) in enumerate(TITLES.items())
)
NAMES = ("dip", "promenade", "shimmies", "kicks")
SETS = frozenset({"include", "avoid", "include_names", "avoid_names"})
Meaning = dict[str, object]


@dataclass(frozen=True)
class Line:
    """One line of the corpus."""

    said: str
    means: Meaning
    clear: bool
    """Whether there is just one right answer; of the others only the difficulty is looked at."""


def lines_of(name: str) -> list[Line]:
    """Return the lines of a file of requests."""
    return [_line(text) for text in (CORPUS / f"{name}.txt").read_text("utf-8").splitlines() if text and text[0] != "#"]


def _line(text: str) -> Line:
    said, _, means = text.rpartition("=>")
    clear = not said.startswith("?") and not means.rstrip().endswith("?")
    told: Meaning = {}
    for part in shlex.split(means.rstrip(" ?")):
        name, _, value = part.partition("=")
        told[name] = frozenset(value.split(",")) if name in SETS else value
    return Line(said.lstrip("? ").strip(), told, clear)


def meaning_of(request: Request) -> Meaning:
    """Return what was understood, in the words of the corpus."""
    shapes = [edit.replacement for edit in request.edits if edit.kind in (EditKind.OPEN, EditKind.CLOSE)]
    include = {kind.value for kind in request.include} | {shape.category for shape in shapes if shape.category}
    names = set(request.include_names) | {shape.name for shape in shapes if shape.name}
    others = [edit for edit in request.edits if edit.kind not in (EditKind.OPEN, EditKind.CLOSE)]
    told = {
        "difficulty": request.difficulty and request.difficulty.value,
        "limit": request.difficulty_at_most and request.difficulty_at_most.value,
        "style": request.style and request.style.value,
        "energy": request.energy and request.energy.value,
        "tempo": request.tempo,
        "bpm": f"{request.tempo_bpm:.0f}" if request.tempo_bpm else "",
        "duration": f"{request.duration_s:.0f}" if request.duration_s else "",
        "whole": "yes" if request.whole_song else "",
        "absurd": "yes" if request.absurd_s else "",
        "song": "|".join(match.song.title for match in request.song.matches),
        "unknown": "yes" if request.song.unknown else "",
        "include": frozenset(include),
        "avoid": frozenset(kind.value for kind in request.avoid),
        "include_names": frozenset(names),
        "avoid_names": frozenset(request.avoid_names),
        "role": request.role and request.role.value,
        "last": "yes" if request.as_last else "",
        "edits": ",".join(f"{edit.kind.value}{edit.step:+d}" if edit.step else edit.kind.value for edit in others),
    }
    return {name: value for name, value in told.items() if value}


def edit_words(edit: Edit) -> str:
    """Return a change in the words of the corpus of follow-ups."""
    kind = edit.kind.value
    if edit.kind in (EditKind.ENERGY, EditKind.DIFFICULTY):
        kind += f":{edit.region}"
    step = f"{edit.step:+d}" if edit.step else ""
    target, replacement = _target_words(edit.target), _target_words(edit.replacement)
    shown = f"{target}>{replacement}" if edit.kind in (EditKind.SWAP, EditKind.OPEN, EditKind.CLOSE) else target
    return f"{kind}{step} {shown}".strip()


def _target_words(target: Target) -> str:
    if target.place is not None:
        return str(target.place)
    level = {1: "harder", -1: "easier"}.get(target.difficulty, "")
    return target.category or target.name or level
