"""What the tools of the chat do."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ai_services.vocabulary import Difficulty, Energy, Style
from choreography.blueprint.wishes import DanceWish
from choreography.chat.bench import NothingChangedError
from choreography.chat.changing import NO_PLAN, changed
from choreography.chat.desk import Decision, Desk
from choreography.chat.drafts import Draft
from choreography.chat.explaining import explain_move, place_words
from choreography.chat.library import TEMPO_BPM, best_first, moves_for, moves_named
from choreography.chat.toolbox import (
    AnalyzeMusic,
    AssembleVideo,
    Change,
    EditBlueprint,
    ExplainMove,
    FindSongs,
    GenerateBlueprint,
    MoveChoice,
    SearchMoves,
    Told,
    Tool,
    ToolRefusedError,
    as_data,
)
from choreography.chat.understanding.edit import Edit, EditKind, Target
from choreography.chat.understanding.songs import KnownSong, find_song
from choreography.chat.understanding.words import plain, words_of
from choreography.chat.vocabulary import category_word, listed
from choreography.edits.selectors import as_renewed, version_after, version_before
from choreography.generation.planning import plan_song
from choreography.models import Blueprint as StoredBlueprint
from choreography.models import Move, Song
from choreography.models.conversations import REPLY_MAX
from choreography.search.filters import MoveFilter
from choreography.search.finding import find_by_words
from choreography.songs.analysis import analysis_of
from common.errors import NotFoundError, UnavailableError
from common.language import Language
from common.text import clock, one_line

NEAR_IN_MEANING = -0.45
"""Score of a search by words from which a move is what was meant: "body ripple" scores -0.3, "my wife" -1.2."""
SHOWN_TITLES = 3
SHOWN_MOVES = 5


def find_songs(desk: Desk, asked: FindSongs) -> Told:
    """Return songs by words or tempo, the best first."""
    songs = _songs_by_words(desk.songs, asked.text) if asked.text else list(desk.songs)
    if asked.tempo is not None:
        target = TEMPO_BPM[asked.tempo]
        songs.sort(key=lambda song: (song.tempo_bpm is None, abs((song.tempo_bpm or 0) - target), song.title))
    found = songs[: asked.limit]
    quoted = ", ".join(f"“{song.title}”" for song in found[:SHOWN_TITLES])
    more = f" +{len(found) - SHOWN_TITLES}" if len(found) > SHOWN_TITLES else ""
    return Told(
        {"songs": [_song_data(song) for song in found]},
        {"en": f"{quoted}{more}" or "No song.", "es": f"{quoted}{more}" or "Ninguna canción."},
        found,
    )


def _songs_by_words(songs: Sequence[KnownSong], text: str) -> list[KnownSong]:
    said = plain(f'song "{text}"')
    named = find_song(said, words_of(said), songs).matches
    if named:
        return [match.song for match in sorted(named, key=lambda match: -match.score)]
    parts = plain(text).split()
    return [song for song in songs if parts and all(part in plain(f"{song.title} {song.artist}") for part in parts)]


def _song_data(song: KnownSong) -> dict[str, Any]:
    tempo = round(song.tempo_bpm, 1) if song.tempo_bpm else None
    return {
        "song_id": song.id,
        "title": song.title,
        "artist": song.artist,
        "tempo_bpm": tempo,
        "duration_s": round(song.duration_s, 1),
    }


def analyze_music(desk: Desk, asked: AnalyzeMusic) -> Told:
    """Return tempo and sections of a song."""
    song = _song(desk, asked.song_id)
    analysis = analysis_of(song)
    sections = [
        {
            "label": section.label.value,
            "start_s": round(section.start_s, 1),
            "end_s": round(section.end_s, 1),
            "energy": round(section.energy, 2),
        }
        for section in analysis.sections
    ]
    tempo = analysis.grid.tempo_bpm
    return Told(
        {
            "song_id": str(song.id),
            "tempo_bpm": round(tempo, 1),
            "duration_s": round(analysis.duration_s, 1),
            "sections": sections,
        },
        {
            "en": f"{tempo:.0f} BPM, {clock(analysis.duration_s)} minutes, {len(sections)} sections.",
            "es": f"{tempo:.0f} BPM, {clock(analysis.duration_s)} minutos, {len(sections)} partes.",
        },
        analysis,
    )


def search_moves(desk: Desk, asked: SearchMoves) -> Told:
    """Return moves by words of their names first, then by what their description means."""
    level = asked.difficulty or Difficulty.ADVANCED
    pool: Sequence[Move] = desk.moves
    if asked.category is not None:
        pool = [move for move in pool if move.category == asked.category]
    if asked.role is not None:
        pool = moves_for(pool, asked.role)
    found = (
        best_first(moves_named(pool, asked.text), level, asked.style)
        if asked.text
        else best_first(pool, level, asked.style)
    )
    if not found and asked.text:
        found = _by_meaning(desk, pool, asked, level)
    found = found[: asked.limit]
    names = ", ".join(f"“{move.name}”" for move in found[:SHOWN_MOVES])
    return Told(
        {"moves": [_move_data(move) for move in found]},
        {"en": names or "No such move at this level.", "es": names or "Ningún paso así de este nivel."},
        found,
    )


def _by_meaning(desk: Desk, pool: Sequence[Move], asked: SearchMoves, level: Difficulty) -> list[Move]:
    by_id = {str(move.id): move for move in pool}
    where = MoveFilter(
        owner_id=desk.user.id, difficulty=level, categories=frozenset([asked.category]) if asked.category else None
    )
    try:
        matches = find_by_words(asked.text, where, asked.limit * 3)
    except UnavailableError:
        return []
    near = [match for match in matches if match.score >= NEAR_IN_MEANING]
    return [by_id[match.move_id] for match in near if match.move_id in by_id]


def _move_data(move: Move) -> dict[str, Any]:
    return {
        "move_id": str(move.id),
        "name": move.name,
        "category": move.category,
        "difficulty": move.difficulty,
        "energy": move.energy,
        "style": move.style,
        "role_focus": move.role_focus,
        "notes": move.notes[:200],
    }


def generate_blueprint(desk: Desk, asked: GenerateBlueprint) -> Told:
    """Plan a dance; level and refusals of the dancer hold, whatever the call says."""
    song = _song(desk, asked.song_id)
    guard = desk.guard()
    known = {str(move.id): move for move in desk.moves}
    if unknown := [move_id for move_id in asked.include_moves if move_id not in known]:
        raise NotFoundError(f"There is no move {unknown[0]}.")
    level = min(asked.difficulty, guard.difficulty, key=lambda each: each.level)
    avoid = frozenset(asked.avoid_categories) | guard.avoid
    if too_hard := [
        known[each].name for each in asked.include_moves if Difficulty(known[each].difficulty).level > level.level
    ]:
        raise ToolRefusedError(f"{as_data({'move': too_hard[0]})} is above the level of this dance.")
    wanted = frozenset(each for each in asked.include_moves if known[each].category not in avoid)
    banned = frozenset(asked.banned_moves) & frozenset(known) | guard.banned
    wish = DanceWish(
        difficulty=level,
        energy=asked.energy,
        style=asked.style,
        duration_s=asked.duration_s,
        seed=asked.seed,
        include_categories=frozenset(asked.include_categories) - avoid,
        avoid_categories=avoid,
        include_moves=wanted - banned,
        banned_moves=banned,
        language=desk.language,
        role=asked.role,
    )
    return _told_draft(desk, desk.keep(planned(desk, song, wish)))


def planned(desk: Desk, song: Song, wish: DanceWish) -> Draft:
    """Return the draft of a song and a wish. Raises the input errors of the choreographer."""
    plan = plan_song(song, wish, desk.report, desk.user.id)
    return Draft(
        id=desk.new_id(), song=song, blueprint=plan.blueprint, wish=wish, scores=plan.parts, owner_id=desk.user.id
    )


def _told_draft(desk: Desk, draft: Draft) -> Told:
    plan = draft.blueprint
    kinds = listed(
        [category_word(kind, desk.language) for kind in dict.fromkeys(s.category for s in plan.segments)][:SHOWN_MOVES],
        desk.language,
    )
    return Told(
        {
            "blueprint": draft.id,
            "difficulty": draft.wish.difficulty.value,
            "moves": [
                {"place": s.index, "name": s.name, "category": s.category.value, "start_s": round(s.target.start_s, 1)}
                for s in plan.segments
            ],
            "compromises": list(plan.compromises),
            "changed": draft.rows(),
        },
        {
            "en": f"{len(plan.segments)} moves: {kinds}…",
            "es": f"{len(plan.segments)} pasos: {kinds}…",
        },
        draft,
    )


def edit_blueprint(desk: Desk, asked: EditBlueprint) -> Told:
    """Change a draft step by step; a change that finds nothing to change is told, the others are made."""
    draft = _draft(desk, asked.blueprint)
    refused: list[str] = []
    for change in asked.changes:
        if change.kind in ("undo", "redo"):
            return _earlier(desk, draft, change)
        draft = _one_change(desk, draft, change, refused)
    told = _told_draft(desk, draft)
    rows = draft.rows()
    lines: dict[Language, str] = {"en": f"{len(rows)} places changed.", "es": f"{len(rows)} lugares cambiados."}
    return Told({**told.data, "not_possible": refused}, lines, (draft, tuple(refused)))


def _one_change(desk: Desk, draft: Draft, change: Change, refused: list[str]) -> Draft:
    edit = _edit(change)
    try:
        _check_level(desk, draft, edit)
        return desk.keep(changed(draft, edit, desk.moves, desk.new_id()))
    except NothingChangedError as error:
        refused.append(error.reason)
    except NO_PLAN:
        refused.append("too_little_left")
    return draft


def _check_level(desk: Desk, draft: Draft, edit: Edit) -> None:
    """Refuse a level that the dancer did not ask for: "harder" is their word, not a model's."""
    wants_more = edit.kind is EditKind.DIFFICULTY and (
        edit.step > 0 or (edit.value and Difficulty(edit.value).level > draft.wish.difficulty.level)
    )
    if not (wants_more or edit.replacement.difficulty > 0):
        return
    asked = any(
        (said.kind is EditKind.DIFFICULTY and said.step > 0) or said.replacement.difficulty > 0
        for said in desk.request.edits
    )
    if not asked and desk.guard().difficulty.level <= draft.wish.difficulty.level:
        raise ToolRefusedError("The dancer did not ask for anything harder.")


def _edit(change: Change) -> Edit:
    value = change.value
    kinds: dict[str, Any] = {"energy": Energy, "difficulty": Difficulty, "style": Style}
    try:
        if change.kind == "length" and value:
            value = str(min(max(float(value), 20.0), 600.0))
        elif change.kind in kinds and (value or change.kind == "style"):
            value = kinds[change.kind](value).value
    except ValueError as error:
        raise ToolRefusedError("That value is not one of the words for this change.") from error
    if change.kind in ("add", "open", "close") and not _target(change.replacement):
        raise ToolRefusedError("Say which move: `replacement` needs a category or a name.")
    if change.kind in ("swap", "ban") and not _target(change.target):
        raise ToolRefusedError("Say which move: `target` needs a category, a name or a place.")
    return Edit(
        EditKind(change.kind),
        _target(change.target),
        _target(change.replacement),
        change.region,
        change.step,
        value,
    )


def _target(choice: MoveChoice) -> Target:
    return Target(
        category=choice.category.value if choice.category else "",
        name=plain(choice.name),
        place=choice.place,
        difficulty=choice.difficulty,
        energy=choice.energy,
        every=choice.every,
    )


def _earlier(desk: Desk, draft: Draft, change: Change) -> Told:
    """Return the version before the current one, or the one made from it, as a draft."""
    base = draft.base
    version: StoredBlueprint | None = None
    if base is not None:
        version = version_before(base) if change.kind == "undo" else version_after(base)
    if version is None:
        raise NothingChangedError(f"nothing_to_{change.kind}", "There is no such version.")
    found = replace(draft, id=desk.new_id(), stored=as_renewed(version))
    desk.keep(found)
    return Told(
        {"blueprint": found.id}, {"en": f"Version {version.number}.", "es": f"Versión {version.number}."}, found
    )


def explain(desk: Desk, asked: ExplainMove) -> Told:
    """Return teaching notes of a move, with where the current dance has it."""
    move = next((move for move in desk.moves if str(move.id) == asked.move_id), None)
    if move is None:
        raise NotFoundError("There is no such move.")
    where = ""
    if desk.current is not None:
        segment = next((s for s in desk.current.blueprint.segments if s.move_id == asked.move_id), None)
        where = place_words(segment.target.start_s, segment.why, desk.language) if segment else ""
    text = explain_move(move, desk.language, where).text(desk.language)
    return Told({"explanation": text}, {"en": move.name, "es": move.name}, text)


def assemble_video(desk: Desk, asked: AssembleVideo) -> Told:
    """Decide what is danced: the end of the request."""
    draft = _draft(desk, asked.blueprint)
    if draft.base is not None and draft.stored is None and draft.id == "current":
        raise ToolRefusedError("The current dance is as it was: change it first.")
    reply = one_line(asked.reply, REPLY_MAX)  # a model may write what cannot be stored
    desk.decision = Decision(
        reply=reply,
        draft=draft if draft.stored is None else None,
        version=draft.stored,
        diff=list(draft.rows()),
    )
    lines: dict[Language, str] = {"en": "The video is being made.", "es": "El vídeo está en camino."}
    return Told({"accepted": True}, lines, draft, ends=True)


def _song(desk: Desk, song_id: str) -> Song:
    if not any(song.id == song_id for song in desk.songs):
        raise NotFoundError("There is no such song.")
    return Song.objects.get(id=song_id)


def _draft(desk: Desk, name: str) -> Draft:
    draft = desk.draft(name)
    if draft is None:
        raise NotFoundError("There is no such blueprint: use a name from an earlier result.")
    return draft


TOOLS: tuple[Tool[Any], ...] = (
    Tool("find_songs", FindSongs, {"en": "Looking for songs", "es": "Buscando canciones"}, find_songs),
    Tool("analyze_music", AnalyzeMusic, {"en": "Listening to the music", "es": "Escuchando la música"}, analyze_music),
    Tool("search_moves", SearchMoves, {"en": "Searching for moves", "es": "Buscando pasos"}, search_moves),
    Tool(
        "generate_blueprint",
        GenerateBlueprint,
        {"en": "Planning the dance", "es": "Planeando el baile"},
        generate_blueprint,
    ),
    Tool("edit_blueprint", EditBlueprint, {"en": "Changing the dance", "es": "Cambiando el baile"}, edit_blueprint),
    Tool("explain_move", ExplainMove, {"en": "Explaining a move", "es": "Explicando un paso"}, explain),
    Tool("assemble_video", AssembleVideo, {"en": "Having the video made", "es": "Encargando el vídeo"}, assemble_video),
)
