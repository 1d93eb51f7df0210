"""What was understood of a sentence, in a short line for whoever said it."""

from choreography.chat.understanding.edit import EditKind
from choreography.chat.understanding.request import Request
from choreography.chat.vocabulary import DIFFICULTIES, ENERGIES, ROLES, STYLES, category_word
from common.language import Language

SONGS_SHOWN = 3
TEMPOS = {
    "en": {"slow": "slow", "medium": "medium tempo", "fast": "fast"},
    "es": {"slow": "lento", "medium": "tempo medio", "fast": "rápido"},
}
WORDS = {
    "en": {
        "energy": "{} energy",
        "both": "for both",
        "whole": "the whole song",
        "last": "as last time",
        "nothing": "Nothing in particular.",
    },
    "es": {
        "energy": "energía {}",
        "both": "para los dos",
        "whole": "la canción entera",
        "last": "como la última vez",
        "nothing": "Nada en particular.",
    },
}
CHANGES = {
    "en": {kind: kind.value.replace("_", " ") for kind in EditKind},
    "es": {
        EditKind.UNDO: "deshacer",
        EditKind.REDO: "rehacer",
        EditKind.SWAP: "cambiar un paso",
        EditKind.BAN: "quitar",
        EditKind.ADD: "añadir",
        EditKind.ENERGY: "otra energía",
        EditKind.DIFFICULTY: "otra dificultad",
        EditKind.STYLE: "otro estilo",
        EditKind.OPEN: "otro comienzo",
        EditKind.CLOSE: "otro final",
        EditKind.OTHER_SONG: "otra canción",
        EditKind.LENGTH: "otra duración",
        EditKind.AGAIN: "otra vez",
        EditKind.ANEW: "de nuevo",
        EditKind.EXPLAIN: "explicar",
        EditKind.LIST: "la lista de pasos",
    },
}


def understood_words(request: Request, language: Language) -> str:
    """Return what was understood, in a language: what is wanted with a plus, what is refused with a minus."""
    words = WORDS[language]
    parts = [DIFFICULTIES[language][request.difficulty]] if request.difficulty else []
    parts += [STYLES[language][request.style]] if request.style else []
    parts += [words["energy"].format(ENERGIES[language][request.energy])] if request.energy else []
    parts += [TEMPOS[language][request.tempo]] if request.tempo else []
    parts += [f"{request.tempo_bpm:.0f} BPM"] if request.tempo_bpm else []
    parts += [f"{request.duration_s:.0f} s"] if request.duration_s else []
    parts += [words["whole"]] if request.whole_song else []
    parts += [ROLES[language][request.role]] if request.role else []
    parts += [words["both"]] if request.both_roles else []
    parts += [f"+{category_word(kind, language)}" for kind in sorted(request.include)]
    parts += [f"+{name}" for name in request.include_names]
    parts += [f"−{category_word(kind, language)}" for kind in sorted(request.avoid)]
    parts += [f"−{name}" for name in request.avoid_names]
    parts += [f"“{match.song.title}”" for match in request.song.matches[:SONGS_SHOWN]]
    parts += [words["last"]] if request.as_last else []
    parts += [CHANGES[language][edit.kind] for edit in request.edits]
    return ", ".join(parts) or words["nothing"]
