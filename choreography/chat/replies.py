"""What the built-in planner says, in the language of who asks: written in each, not translated."""

from collections.abc import Sequence

from common.language import Language
from common.text import clock

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
        "too_little_left": "Así quedarían muy pocos pasos para bailar. ¿Vuelvo a permitir alguno?",
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
        "no_songs": "Todavía no hay canciones para bailar: sube una primero.",
        "which_move": "¿A qué paso te refieres? Dime su nombre o su número.",
    },
}


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
    return f"Which song do you mean: {choices}?" if language == "en" else f"¿A qué canción te refieres: {choices}?"


def unknown_song(said: str, titles: Sequence[str], language: Language) -> str:
    """Return that a song is not there, with a few that are."""
    quoted = [f"“{title}”" if language == "en" else f"«{title}»" for title in titles]
    if language == "en":
        return f"I have no song “{said}”. Shall I take {' or '.join(quoted)}?"
    return f"No tengo la canción «{said}». ¿Pongo {' o '.join(quoted)}?"


def undone(language: Language, *, redo: bool = False) -> str:
    """Return that the dance is as it was."""
    if redo:
        return (
            "Done again: this is the changed dance."
            if language == "en"
            else "Rehecho: el baile vuelve a tener el cambio."
        )
    return (
        "Undone: this is the dance as it was before."
        if language == "en"
        else "Deshecho: el baile vuelve a ser el de antes."
    )


def plan_words(draft_segments: Sequence[tuple[float, str]], language: Language) -> str:
    """Return the moves of a plan in order."""
    moves = "; ".join(f"{clock(at)} {name}" for at, name in draft_segments)
    return f"The moves: {moves}." if language == "en" else f"Los pasos: {moves}."
