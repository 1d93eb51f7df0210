"""The built-in planner: does with rules and the same tools what a language model does."""

from collections.abc import Sequence
from dataclasses import replace

from ai_services.vocabulary import Category
from choreography.blueprint.wishes import DanceWish
from choreography.chat import replies
from choreography.chat.announcing import Notes, made, role_words
from choreography.chat.asking import chosen_song, question_about, told_apart
from choreography.chat.bench import NothingChangedError, is_meant
from choreography.chat.changing import NO_PLAN, rewished
from choreography.chat.desk import CURRENT, Decision, Desk
from choreography.chat.drafts import Draft
from choreography.chat.library import moves_for, moves_named, nearest_song
from choreography.chat.requested_edits import change_of, edits_of
from choreography.chat.settling import last_choreography, rewish, settled, usual_wish, wish_of
from choreography.chat.steps import Steps
from choreography.chat.toolbox import (
    AnalyzeMusic,
    AssembleVideo,
    Change,
    ChatToolbox,
    EditBlueprint,
    ExplainMove,
    FindSongs,
    GenerateBlueprint,
    SearchMoves,
)
from choreography.chat.understanding.edit import Edit, EditKind, Target
from choreography.chat.understanding.request import Request
from choreography.chat.understanding.songs import KnownSong
from choreography.chat.understanding.words import plain
from choreography.chat.understood import understood_words
from choreography.chat.vocabulary import category_word
from choreography.models import Move
from common.errors import InputError
from common.sentences import in_language

CHOICES = 3
SHAPES = {EditKind.OPEN: 0, EditKind.CLOSE: -1}
"""Changes of one place, and which of the moves it is."""


class BuiltInPlanner:
    """One turn, by rules."""

    def __init__(self, desk: Desk, toolbox: ChatToolbox, steps: Steps) -> None:
        self._desk, self._toolbox, self._steps = desk, toolbox, steps

    def answer(self, pending: dict[str, object]) -> Decision:
        """Return how the turn ends. `pending`: what the last question of this conversation was about."""
        desk = self._desk
        song = self._song_of_answer(pending)
        request = desk.request
        self._steps.note(
            "What I understood" if desk.language == "en" else "Lo que he entendido",
            understood_words(request, desk.language),
        )
        if song is not None:
            return self._create(replace(request, song=request.song), song)
        if decision := self._talk(request):
            return decision
        if desk.current is not None and not _is_new(request, desk.current):
            return self._edit(request)
        if _only_edits(request):
            return Decision(replies.TALK[desk.language]["no_dance"], is_question=True)
        return self._create(request, None)

    def _song_of_answer(self, pending: dict[str, object]) -> KnownSong | None:
        """Return the song that answers the last question; the sentence then completes the one asked about."""
        ids = pending.get("songs")
        if not isinstance(ids, list):
            return None
        offered = [song for each in ids for song in self._desk.songs if song.id == each]
        said = plain(self._desk.sentence)
        song = chosen_song(said, self._desk.request, offered)
        if song is not None:
            self._desk.sentence = (
                f"{pending.get('request', '')} . {self._desk.sentence if len(said.split()) > 4 else ''}"
            )
            language = self._desk.request.language
            del self._desk.request
            self._desk.request = replace(self._desk.request, language=language)
        return song

    def _talk(self, request: Request) -> Decision | None:
        words = replies.TALK[self._desk.language]
        kinds = {edit.kind for edit in request.edits}
        if EditKind.EXPLAIN in kinds:
            return self._explain(next(edit for edit in request.edits if edit.kind is EditKind.EXPLAIN))
        if EditKind.LIST in kinds:
            return self._list()
        if request.talk:
            return Decision(words[request.talk], is_question=request.talk == "hello")
        if not request.says_anything and not request.vague:
            return Decision(words["unclear"], is_question=True)
        return None

    def _explain(self, edit: Edit) -> Decision:
        desk = self._desk
        move = self._meant(edit.target)
        if move is None and not edit.target and desk.current is not None:
            plan = desk.current.blueprint
            text = " ".join([*plan.compromises, plan.segments[0].why])
            return Decision(text)
        if move is None:
            return Decision(replies.TALK[desk.language]["which_move"], is_question=True)
        told = self._toolbox.use("explain_move", ExplainMove(move_id=str(move.id)))
        return Decision(str(told.value))

    def _meant(self, target: Target) -> Move | None:
        """Return the move that is asked about: one of the dance before one of the library."""
        desk = self._desk
        segments = desk.current.blueprint.segments if desk.current is not None else ()
        by_id = {str(move.id): move for move in desk.moves}
        if target.place is not None:
            place = target.place if target.place >= 0 else len(segments) + target.place
            return by_id.get(segments[place].move_id) if 0 <= place < len(segments) else None
        pool = [move for move in desk.moves if move.category == target.category] if target.category else []
        pool = pool or (moves_named(desk.moves, target.name) if target.name else [])
        danced = [segment.move_id for segment in segments]
        return min(pool, key=lambda move: (str(move.id) not in danced, move.difficulty, move.name), default=None)

    def _list(self) -> Decision:
        current = self._desk.current
        if current is None:
            return Decision(replies.TALK[self._desk.language]["no_dance"], is_question=True)
        rows = [(segment.target.start_s, segment.name) for segment in current.blueprint.segments]
        return Decision(replies.plan_words(rows, self._desk.language))

    def _create(self, request: Request, song: KnownSong | None) -> Decision:
        desk, notes = self._desk, Notes()
        if not desk.songs:
            return Decision(replies.TALK[desk.language]["no_songs"], is_question=True)
        base, last_song = self._base(request, notes)
        wish = settled(request, base, notes)
        if last_song is not None:
            notes.assumed = []  # what nobody said is as in the dance before
        if song is None:
            found = self._song(request, wish, last_song, notes)
            if isinstance(found, Decision):
                return found
            song = found
        self._toolbox.use("analyze_music", AnalyzeMusic(song_id=song.id))
        wish = self._with_moves(request, wish, notes)
        if request.as_last and wish == base:
            wish = replace(wish, seed=(wish.seed + 1) % 2**31)  # the very same dance is there already
        try:
            draft = self._generated(song, wish)
        except InputError as error:
            return Decision(in_language(str(error), desk.language), is_question=True)
        draft = self._shaped(request, draft, notes)
        notes.unplaced += [
            name for name in request.include_names if name not in notes.unserved and not _dances(draft, name)
        ]
        self._note_role(draft, notes)
        reply = made(draft, notes, desk.language)
        return self._assembled(draft, reply)

    def _note_role(self, draft: Draft, notes: Notes) -> None:
        """Note whose moves were wished for, and whether the dance has any."""
        role = draft.wish.role
        if role is not None:
            about = {str(move.id) for move in moves_for(self._desk.moves, role)}
            notes.role = role
            notes.role_unserved = not any(segment.move_id in about for segment in draft.blueprint.segments)

    def _base(self, request: Request, notes: Notes) -> tuple[DanceWish, str | None]:
        """Return the wish to start from, and the song of the dance that it comes from."""
        desk = self._desk
        anew = any(edit.kind is EditKind.ANEW for edit in request.edits)
        if request.as_last:
            last = last_choreography(desk.user)
            notes.as_last, notes.no_last = last is not None, last is None
            if last is not None:
                return wish_of(last, desk.language), str(last.song_id)
        elif desk.current is not None and not anew:
            wish = replace(desk.current.wish, language=desk.language, section_energy={})
            return wish, str(desk.current.song.id)
        return usual_wish(desk.user, desk.language), None

    def _song(self, request: Request, wish: DanceWish, last_song: str | None, notes: Notes) -> KnownSong | Decision:
        """Return the song to dance to, or the question which."""
        desk, language = self._desk, self._desk.language
        matches, kinds = request.song.matches, {edit.kind for edit in request.edits}
        if len(matches) > 1:
            offered = [match.song for match in matches[:CHOICES]]
            return question_about(replies.which_song(told_apart(offered), language), offered, desk.sentence)
        if matches:
            self._toolbox.use("find_songs", FindSongs(text=matches[0].song.title[:200], limit=1))
            return matches[0].song
        other = EditKind.OTHER_SONG in kinds
        leave_out = frozenset([last_song]) if other and last_song and len(desk.songs) > 1 else frozenset[str]()
        tempo = request.tempo or ""
        nearest = nearest_song(desk.songs, tempo, request.tempo_bpm, wish.energy.value, leave_out)
        assert nearest is not None
        if request.song.unknown:
            rest = nearest_song(desk.songs, tempo, request.tempo_bpm, wish.energy.value, frozenset([nearest.id]))
            offered = [song for song in (nearest, rest) if song is not None]
            question = replies.unknown_song(request.song.unknown, told_apart(offered), language)
            return question_about(question, offered, desk.sentence.replace(request.song.unknown, " "))
        known = next((song for song in desk.songs if song.id == last_song), None)
        if known is not None and not other and not request.tempo and request.tempo_bpm is None:
            return known
        self._toolbox.use("find_songs", FindSongs(tempo=request.tempo or None))
        notes.song_assumed = True
        return nearest

    def _with_moves(self, request: Request, wish: DanceWish, notes: Notes) -> DanceWish:
        """Return the wish with the moves that were named, wanted or not."""
        desk = self._desk
        banned = wish.banned_moves | desk.refused_moves(request)
        wanted = set(wish.include_moves)
        for name in request.include_names:
            told = self._toolbox.use(
                "search_moves", SearchMoves(text=name, difficulty=wish.difficulty, style=wish.style)
            )
            found = [m for m in told.value if str(m.id) not in banned and m.category not in wish.avoid_categories]
            if found:
                wanted.add(str(found[0].id))
            else:
                notes.unserved.append(name)
        for words in request.unnamed[:CHOICES]:
            told = self._toolbox.use("search_moves", SearchMoves(text=words, difficulty=wish.difficulty))
            found = [m for m in told.value if str(m.id) not in banned and m.category not in wish.avoid_categories]
            if found:
                wanted.add(str(found[0].id))
                notes.nearest.append((words, found[0].name))
        return replace(wish, banned_moves=banned, include_moves=frozenset(wanted) - banned)

    def _generated(self, song: KnownSong, wish: DanceWish) -> Draft:
        told = self._toolbox.use(
            "generate_blueprint",
            GenerateBlueprint(
                song_id=song.id,
                difficulty=wish.difficulty,
                energy=wish.energy,
                style=wish.style,
                duration_s=wish.duration_s,
                include_categories=sorted(wish.include_categories),
                avoid_categories=sorted(wish.avoid_categories),
                include_moves=sorted(wish.include_moves),
                banned_moves=sorted(wish.banned_moves)[:200],
                role=wish.role,
                seed=wish.seed,
            ),
        )
        draft: Draft = told.value
        return draft

    def _shaped(self, request: Request, draft: Draft, notes: Notes) -> Draft:
        """Return a new plan with its opening, its close and its parts as they were asked for."""
        edits = [edit for edit in request.edits if edit.kind in SHAPES or edit.region != "whole"]
        if not edits:
            return draft
        shaped, _ = self._changed(draft, edits)
        for edit in edits:
            wanted = edit.replacement
            if edit.kind in SHAPES and not is_meant(shaped.blueprint.segments[SHAPES[edit.kind]], wanted):
                kind = category_word(Category(wanted.category), self._desk.language) if wanted.category else ""
                notes.unserved += filter(None, [wanted.name or kind])
        return replace(shaped, base=None, before=None)

    def _edit(self, request: Request) -> Decision:
        """Change the dance that is talked about; nothing else of it."""
        desk = self._desk
        current = desk.current
        assert current is not None
        kinds = [edit.kind for edit in request.edits]
        for kind in (EditKind.UNDO, EditKind.REDO):
            if kind in kinds:
                return self._earlier(kind)
        edits = edits_of(request, desk)
        draft, refused = self._changed(current, edits) if edits else (current, ())
        wish = rewish(request, draft.wish)
        if wish != draft.wish:
            try:
                draft = desk.keep(rewished(draft, wish, desk.moves, desk.new_id()))
            except NO_PLAN:
                refused = (*refused, "too_little_left")
        rows = draft.rows()
        if not rows and draft.wish == current.wish:
            reply = replies.edited((), refused or ("no_change",), desk.language)
            return Decision(reply, is_question=reply.endswith("?"))
        if not rows:
            return Decision(replies.edited((), ("no_change",), desk.language))
        notes = Notes()
        if draft.wish.role is not current.wish.role:
            self._note_role(draft, notes)
        told = (role_words(notes, desk.language), replies.edited(rows, refused, desk.language))
        return self._assembled(draft, " ".join(filter(None, told)))

    def _earlier(self, kind: EditKind) -> Decision:
        desk = self._desk
        change = Change(kind="undo" if kind is EditKind.UNDO else "redo")
        try:
            told = self._toolbox.use("edit_blueprint", EditBlueprint(blueprint=CURRENT, changes=[change]))
        except NothingChangedError as error:
            return Decision(replies.NOT_THERE[desk.language][error.reason])
        return self._assembled(told.value, replies.undone(desk.language, redo=kind is EditKind.REDO))

    def _changed(self, draft: Draft, edits: Sequence[Edit]) -> tuple[Draft, tuple[str, ...]]:
        changes = [change_of(edit) for edit in edits[:6]]
        told = self._toolbox.use("edit_blueprint", EditBlueprint(blueprint=draft.id, changes=changes))
        result: tuple[Draft, tuple[str, ...]] = told.value
        return result

    def _assembled(self, draft: Draft, reply: str) -> Decision:
        self._toolbox.use("assemble_video", AssembleVideo(blueprint=draft.id, reply=reply[:1_000]))
        decision = self._desk.decision
        assert decision is not None
        return decision


def _is_new(request: Request, current: Draft) -> bool:
    """Return whether a request in a conversation is for another dance."""
    kinds = {edit.kind for edit in request.edits}
    if EditKind.ANEW in kinds or EditKind.OTHER_SONG in kinds or request.as_last or request.song.unknown:
        return True
    matches = request.song.matches
    return bool(matches) and not any(match.song.id == str(current.song.id) for match in matches)


def _only_edits(request: Request) -> bool:
    """Return whether a first sentence asks for changes and nothing that could be danced."""
    if not request.edits:
        return False
    rest = replace(request, edits=())
    meant = {EditKind.UNDO, EditKind.REDO, EditKind.SWAP, EditKind.BAN}
    return not rest.says_anything and any(edit.kind in meant for edit in request.edits)


def _dances(draft: Draft, name: str) -> bool:
    return any(name in segment.name.lower() for segment in draft.blueprint.segments)
