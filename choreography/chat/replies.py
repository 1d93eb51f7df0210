"""What the built-in planner says, in the language of who asks: written in each, not translated."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ai_services.vocabulary import Category, Difficulty, Energy, Role
from choreography.blueprint.wishes import DanceWish
from choreography.chat.drafts import Draft
from choreography.chat.vocabulary import (
    DIFFICULTIES,
    ENERGIES,
    ROLES,
    STYLES,
    category_word,
    clock,
    length_words,
    listed,
)
from common.language import Language

SLOTS = {
    "en": {"difficulty": "level", "style": "style", "energy": "energy", "tempo": "tempo"},
    "es": {"difficulty": "nivel", "style": "estilo", "energy": "energía", "tempo": "tempo"},
}
SHOWN_CHANGES = 4
NOT_THERE = {
    "en": {
        "not_danced": "That move is not in this dance.",
        "locked": "That move is locked: unlock it first.",
        "no_such_move": "The library has no other move like that at this level which fits there.",
        "energy_at_its_end": "It cannot go further: the energy is at its end already.",
        "difficulty_at_its_end": "It cannot go further: the library has nothing beyond that here.",
        "length_at_its_end": "It cannot get any shorter or longer than this.",
        "no_such_part": "I hear no such part in this song.",
        "as_it_is": "It is like that already.",
        "nothing_to_undo": "This is the first plan: there is nothing to undo.",
        "nothing_to_redo": "There is nothing to redo.",
        "too_little_left": "That would leave too few moves to dance with. Shall I allow one of them again?",
        "no_change": "I looked for other moves, and the dance is already the nearest to that which the library has.",
    },
    "es": {
        "not_danced": "Ese paso no está en este baile.",
        "locked": "Ese paso está fijado: suéltalo primero.",
        "no_such_move": "La biblioteca no tiene otro paso así de este nivel que encaje ahí.",
        "energy_at_its_end": "No da más de sí: la energía ya está en su límite.",
        "difficulty_at_its_end": "No da más de sí: la biblioteca no tiene nada más allá en esa parte.",
        "length_at_its_end": "No puede ser más corto ni más largo.",
        "no_such_part": "No oigo esa parte en esta canción.",
        "as_it_is": "Ya está así.",
        "nothing_to_undo": "Este es el primer plan: no hay nada que deshacer.",
        "nothing_to_redo": "No hay nada que rehacer.",
        "too_little_left": "Así quedarían muy pocos pasos para bailar. ¿Permito alguno otra vez?",
        "no_change": "He buscado otros pasos y el baile ya es lo más parecido a eso que tiene la biblioteca.",
    },
}
TALK = {
    "en": {
        "hello": "Hello! What shall we dance? Tell me a mood, a level, a song, whatever you like.",
        "thanks": "You're welcome. Tell me whenever you want something changed.",
        "help": "Tell me what you want to dance: level, style, energy, a song, how long, moves you love or "
        "cannot stand. "
        "Afterwards you can say “slower ending”, “swap the dip for a turn” or “undo”.",
        "unclear": "What would you like to dance? A mood or a level is enough, such as “romantic, beginner”.",
        "no_dance": "There is no dance to change yet. What would you like to dance?",
        "no_songs": "There is no song to dance to yet: bring one first.",
        "which_move": "Which move do you mean? Tell me its name or its number.",
    },
    "es": {
        "hello": "¡Hola! ¿Qué bailamos? Dime un ambiente, un nivel, una canción, lo que quieras.",
        "thanks": "¡De nada! Dime cuando quieras cambiar algo.",
        "help": "Dime qué quieres bailar: nivel, estilo, energía, canción, duración, pasos que te encantan "
        "o que no soportas. "
        "Después puedes decir «final más lento», «cambia el dip por un giro» o «deshaz».",
        "unclear": "¿Qué te gustaría bailar? Basta un ambiente o un nivel, como «romántica, principiante».",
        "no_dance": "Todavía no hay ningún baile que cambiar. ¿Qué te gustaría bailar?",
        "no_songs": "Todavía no hay canciones para bailar: trae una primero.",
        "which_move": "¿Qué paso dices? Dime su nombre o su número.",
    },
}


@dataclass
class Notes:
    """What a reply has to mention beside the dance itself."""

    assumed: list[str] = field(default_factory=list)
    """Slots that nobody spoke of."""
    song_assumed: bool = False
    contradicted: tuple[str, ...] = ()
    absurd_s: float | None = None
    unserved: list[str] = field(default_factory=list)
    """Words for moves that the library does not have (at this level)."""
    unplaced: list[str] = field(default_factory=list)
    """Words for moves that it has, of which none fits this song."""
    nearest: list[tuple[str, str]] = field(default_factory=list)
    """Words that nobody knows, and the move nearest to them in meaning."""
    as_last: bool = False
    no_last: bool = False
    role: Role | None = None
    role_unserved: bool = False
    capped: bool = False


def made(draft: Draft, notes: Notes, language: Language) -> str:
    """Return what was made: the dance, what it holds and leaves out, what was assumed, what could not be done."""
    say = _en_made if language == "en" else _es_made
    return " ".join(sentence for sentence in say(draft, notes) if sentence)


def _en_made(draft: Draft, notes: Notes) -> list[str]:
    wish, song = draft.wish, draft.song
    length_s = draft.blueprint.segments[-1].target.end_s
    tempo = f", {song.tempo_bpm:.0f} BPM" if song.tempo_bpm else ""
    sentences = [
        f"A {wish.style.value} {wish.difficulty.value} dance with {wish.energy.value} energy to “{song.title}” "
        f"({length_words(length_s, 'en')}{tempo})."
    ]
    sentences += _en_moves(draft, notes)
    if notes.as_last:
        sentences.append("I went by your last dance.")
    if notes.no_last:
        sentences.append("There is no earlier dance of yours to go by.")
    if notes.assumed or notes.song_assumed:
        assumed = [_value(wish, slot, "en") for slot in notes.assumed] + (["the song"] if notes.song_assumed else [])
        sentences.append(f"I assumed {listed(assumed, 'en')}.")
    for slot in notes.contradicted:
        how = "the lower one" if slot == "difficulty" else "the last one"
        sentences.append(f"You gave two answers for the {SLOTS['en'][slot]}: I took {how}.")
    if notes.absurd_s is not None:
        took = "the whole song" if wish.duration_s is None else length_words(wish.duration_s, "en")
        sentences.append(
            f"{_amount(notes.absurd_s, 'en')} is more than I can do, so I took {took}."
            if notes.absurd_s > 60
            else f"{_amount(notes.absurd_s, 'en')} is too short for a dance, so I took {took}."
        )
    return sentences


def _en_moves(draft: Draft, notes: Notes) -> list[str]:
    sentences, wish = [], draft.wish
    danced = wish.include_categories & {segment.category for segment in draft.blueprint.segments}
    missing = _words(wish.include_categories - danced, "en") + notes.unplaced
    if danced:
        sentences.append(f"With {listed(_words(danced, 'en'), 'en')}.")
    if missing:
        sentences.append(f"No {listed(missing, 'en')} could be placed: none fits this song and level.")
    if wish.avoid_categories:
        sentences.append(f"Without {listed(_words(wish.avoid_categories, 'en'), 'en')}.")
    if notes.unserved:
        sentences.append(f"The library has no {listed(notes.unserved, 'en')} at this level.")
    sentences += [f"For “{said}” I took “{name}”." for said, name in notes.nearest]
    sentences.append(role_words(notes, "en"))
    return sentences


def _es_made(draft: Draft, notes: Notes) -> list[str]:
    wish, song = draft.wish, draft.song
    length_s = draft.blueprint.segments[-1].target.end_s
    tempo = f", {song.tempo_bpm:.0f} BPM" if song.tempo_bpm else ""
    sentences = [
        f"Un baile {STYLES['es'][wish.style]} de nivel {DIFFICULTIES['es'][wish.difficulty]} con energía "
        f"{ENERGIES['es'][wish.energy]}, con «{song.title}» ({length_words(length_s, 'es')}{tempo})."
    ]
    sentences += _es_moves(draft, notes)
    if notes.as_last:
        sentences.append("He partido de tu último baile.")
    if notes.no_last:
        sentences.append("Aún no hay un baile tuyo anterior del que partir.")
    if notes.assumed or notes.song_assumed:
        assumed = [_value(wish, slot, "es") for slot in notes.assumed] + (["la canción"] if notes.song_assumed else [])
        sentences.append(f"He supuesto {listed(assumed, 'es')}.")
    for slot in notes.contradicted:
        how = "lo más bajo" if slot == "difficulty" else "lo último"
        sentences.append(f"Has dicho dos cosas sobre {SLOTS['es'][slot]}: me quedo con {how}.")
    if notes.absurd_s is not None:
        took = "la canción entera" if wish.duration_s is None else length_words(wish.duration_s, "es")
        sentences.append(
            f"{_amount(notes.absurd_s, 'es')} es más de lo que puedo hacer: he tomado {took}."
            if notes.absurd_s > 60
            else f"{_amount(notes.absurd_s, 'es')} es muy poco para un baile: he tomado {took}."
        )
    return sentences


def _es_moves(draft: Draft, notes: Notes) -> list[str]:
    sentences, wish = [], draft.wish
    danced = wish.include_categories & {segment.category for segment in draft.blueprint.segments}
    missing = _words(wish.include_categories - danced, "es") + notes.unplaced
    if danced:
        sentences.append(f"Con {listed(_words(danced, 'es'), 'es')}.")
    if missing:
        sentences.append(f"No he podido meter {listed(missing, 'es')}: nada así encaja con esta canción y este nivel.")
    if wish.avoid_categories:
        sentences.append(f"Sin {listed(_words(wish.avoid_categories, 'es'), 'es')}.")
    if notes.unserved:
        sentences.append(f"La biblioteca no tiene {listed(notes.unserved, 'es')} de este nivel.")
    sentences += [f"Por «{said}» he tomado «{name}»." for said, name in notes.nearest]
    sentences.append(role_words(notes, "es"))
    return sentences


def role_words(notes: Notes, language: Language) -> str:
    """Return whose moves are danced rather than others; empty where nobody asked."""
    if notes.role is None:
        return ""
    if language == "es":
        who = "quien guía" if notes.role is Role.LEAD else "quien sigue"
        return f"No hay pasos de este nivel pensados para {who}." if notes.role_unserved else f"Con pasos para {who}."
    who = f"the {ROLES['en'][notes.role]}"
    return f"No move at this level is about {who}." if notes.role_unserved else f"With moves for {who}."


def edited(rows: Sequence[dict[str, object]], refused: Sequence[str], language: Language) -> str:
    """Return what an edit changed, place by place, and what could not be changed and why."""
    sentences = []
    if rows:
        head = f"{len(rows)} of the moves changed" if language == "en" else f"Han cambiado {len(rows)} pasos"
        if len(rows) == 1:
            head = "One move changed" if language == "en" else "Ha cambiado un paso"
        shown = [_change(row, language) for row in rows[:SHOWN_CHANGES]]
        more = len(rows) - len(shown)
        rest = (f", and {more} more" if language == "en" else f" y {more} más") if more else ""
        tail = " Everything else stays." if language == "en" else " Lo demás se queda igual."
        sentences.append(f"{head}: {'; '.join(shown)}{rest}.{tail}")
    sentences += [NOT_THERE[language][reason] for reason in dict.fromkeys(refused)]
    return " ".join(sentences)


def _change(row: dict[str, object], language: Language) -> str:
    at = clock(float(str(row["time_s"])))
    before, after = (f"“{row[side]}”" if language == "en" else f"«{row[side]}»" for side in ("before", "after"))
    if row["before"] is None:
        return f"{at} {after}" + (" is new" if language == "en" else " es nuevo")
    if row["after"] is None:
        return f"{at} {before}" + (" is gone" if language == "en" else " ya no está")
    return f"{at} {before} → {after}"


def which_song(titles: Sequence[str], language: Language) -> str:
    """Return the question which of some songs is meant."""
    quoted = [f"“{title}”" if language == "en" else f"«{title}»" for title in titles]
    joint = " or " if language == "en" else " o "
    choices = joint.join([", ".join(quoted[:-1]), quoted[-1]])
    return f"Which song do you mean: {choices}?" if language == "en" else f"¿Qué canción dices: {choices}?"


def unknown_song(said: str, titles: Sequence[str], language: Language) -> str:
    """Return that a song is not there, with a few that are."""
    quoted = [f"“{title}”" if language == "en" else f"«{title}»" for title in titles]
    if language == "en":
        return f"I have no song “{said}”. Shall I take {' or '.join(quoted)}?"
    return f"No tengo la canción «{said}». ¿Tomo {' o '.join(quoted)}?"


def undone(language: Language, *, redo: bool = False) -> str:
    """Return that the dance is as it was."""
    if redo:
        return "Done again: this is the changed dance." if language == "en" else "Rehecho: este es el baile cambiado."
    return (
        "Undone: this is the dance as it was before."
        if language == "en"
        else "Deshecho: el baile vuelve a ser el de antes."
    )


def plan_words(draft_segments: Sequence[tuple[float, str]], language: Language) -> str:
    """Return the moves of a plan in order."""
    moves = "; ".join(f"{clock(at)} {name}" for at, name in draft_segments)
    return f"The moves: {moves}." if language == "en" else f"Los pasos: {moves}."


def _words(categories: frozenset[Category], language: Language) -> list[str]:
    return [category_word(category, language) for category in sorted(categories)]


def _value(wish: DanceWish, slot: str, language: Language) -> str:
    if slot == "difficulty":
        level = DIFFICULTIES[language][Difficulty(wish.difficulty)]
        return f"{level} level" if language == "en" else f"nivel {level}"
    if slot == "energy":
        energy = ENERGIES[language][Energy(wish.energy)]
        return f"{energy} energy" if language == "en" else f"energía {energy}"
    style = STYLES[language][wish.style]
    return f"{style} style" if language == "en" else f"estilo {style}"


def _amount(seconds: float, language: Language) -> str:
    if seconds >= 3600:
        hours = f"{seconds / 3600:.3g}"
        return f"{hours} hours" if language == "en" else f"{hours} horas"
    if seconds >= 120:
        return f"{seconds / 60:.0f} minutes" if language == "en" else f"{seconds / 60:.0f} minutos"
    return f"{seconds:.0f} seconds" if language == "en" else f"{seconds:.0f} segundos"
