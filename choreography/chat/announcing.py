"""What the built-in planner says of a dance that it made, in the language of who asks."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ai_services.vocabulary import Category, Role
from choreography.blueprint.wishes import DanceWish
from choreography.chat.drafts import Draft
from choreography.chat.vocabulary import (
    DIFFICULTIES,
    ENERGIES,
    ROLES,
    STYLES,
    category_word,
    length_words,
    listed,
)
from common.language import Language


@dataclass(frozen=True)
class Sentences:
    """All that may be said of a dance, written in one language; what stands in braces is put in."""

    dance: str
    danced: str
    unplaced: str
    without: str
    unserved: str
    nearest: str
    role: str
    role_unserved: str
    who: dict[Role, str]
    as_last: str
    no_last: str
    assumed: str
    the_song: str
    contradicted: str
    lower: str
    last: str
    too_long: str
    too_short: str
    whole_song: str
    slots: dict[str, str]


SENTENCES: dict[Language, Sentences] = {
    "en": Sentences(
        dance="Your {style} {difficulty} dance with {energy} energy to “{title}” ({length}{tempo}).",
        danced="With {moves}.",
        unplaced="No {moves} could be placed: none fits this song and level.",
        without="Without {moves}.",
        unserved="The library has no {moves} at this level.",
        nearest="For “{said}” I took “{name}”.",
        role="With moves for {who}.",
        role_unserved="No move at this level is about {who}.",
        who={Role.LEAD: "the lead", Role.FOLLOW: "the follow"},
        as_last="I went by your last dance.",
        no_last="There is no earlier dance of yours to go by.",
        assumed="I assumed {what}.",
        the_song="the song",
        contradicted="You gave two answers for the {slot}: I took {which}.",
        lower="the lower one",
        last="the last one",
        too_long="{length} is more than I can do, so I took {took}.",
        too_short="{length} is too short for a dance, so I took {took}.",
        whole_song="the whole song",
        slots={"difficulty": "level", "style": "style", "energy": "energy", "tempo": "tempo"},
    ),
    "es": Sentences(
        dance="Un baile {style} de nivel {difficulty} con energía {energy}, con «{title}» ({length}{tempo}).",
        danced="Con {moves}.",
        unplaced="No he podido meter {moves}: nada así encaja con esta canción y este nivel.",
        without="Sin {moves}.",
        unserved="La biblioteca no tiene {moves} de este nivel.",
        nearest="Para «{said}» he elegido «{name}».",
        role="Con pasos para {who}.",
        role_unserved="No hay pasos de este nivel pensados para {who}.",
        who=ROLES["es"],
        as_last="He partido de tu último baile.",
        no_last="Aún no hay un baile tuyo anterior del que partir.",
        assumed="Lo demás lo he elegido yo: {what}.",
        the_song="la canción",
        contradicted="Has dicho dos cosas sobre {slot}: me quedo con {which}.",
        lower="lo más bajo",
        last="lo último",
        too_long="{length} es más de lo que puedo hacer: lo dejo en {took}.",
        too_short="{length} es muy poco para un baile: lo dejo en {took}.",
        whole_song="la canción entera",
        slots={"difficulty": "el nivel", "style": "el estilo", "energy": "la energía", "tempo": "el tempo"},
    ),
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


def made(draft: Draft, notes: Notes, language: Language) -> str:
    """Return what was made: the dance, what it holds and leaves out, what was assumed, what could not be done."""
    return " ".join(
        (
            _dance(draft, language),
            *_moves(draft, notes, language),
            *filter(None, [role_words(notes, language)]),
            *_taken(draft.wish, notes, language),
        )
    )


def role_words(notes: Notes, language: Language) -> str:
    """Return whose moves are danced rather than others; empty where nobody asked."""
    if notes.role is None:
        return ""
    say = SENTENCES[language]
    return (say.role_unserved if notes.role_unserved else say.role).format(who=say.who[notes.role])


def _dance(draft: Draft, language: Language) -> str:
    wish, song = draft.wish, draft.song
    return SENTENCES[language].dance.format(
        style=STYLES[language][wish.style],
        difficulty=DIFFICULTIES[language][wish.difficulty],
        energy=ENERGIES[language][wish.energy],
        title=song.title,
        length=length_words(draft.blueprint.segments[-1].target.end_s, language),
        tempo=f", {song.tempo_bpm:.0f} BPM" if song.tempo_bpm else "",
    )


def _moves(draft: Draft, notes: Notes, language: Language) -> Iterator[str]:
    say, wish = SENTENCES[language], draft.wish
    danced = wish.include_categories & {segment.category for segment in draft.blueprint.segments}
    for sentence, moves in (
        (say.danced, _words(danced, language)),
        (say.unplaced, _words(wish.include_categories - danced, language) + notes.unplaced),
        (say.without, _words(wish.avoid_categories, language)),
        (say.unserved, notes.unserved),
    ):
        if moves:
            yield sentence.format(moves=listed(moves, language, none_of=sentence != say.danced))
    for said, name in notes.nearest:
        yield say.nearest.format(said=said, name=name)


def _taken(wish: DanceWish, notes: Notes, language: Language) -> Iterator[str]:
    """Give what was taken where nobody said it, or it was said twice, or too much was asked for."""
    say = SENTENCES[language]
    if notes.as_last:
        yield say.as_last
    if notes.no_last:
        yield say.no_last
    if notes.assumed or notes.song_assumed:
        assumed = [_value(wish, slot, language) for slot in notes.assumed]
        yield say.assumed.format(what=listed(assumed + [say.the_song] * notes.song_assumed, language))
    for slot in notes.contradicted:
        which = say.lower if slot == "difficulty" else say.last
        yield say.contradicted.format(slot=say.slots[slot], which=which)
    if notes.absurd_s is not None:
        took = say.whole_song if wish.duration_s is None else length_words(wish.duration_s, language)
        sentence = say.too_long if notes.absurd_s > 60 else say.too_short
        yield sentence.format(length=_amount(notes.absurd_s, language), took=took)


def _words(categories: frozenset[Category], language: Language) -> list[str]:
    return [category_word(category, language) for category in sorted(categories)]


def _value(wish: DanceWish, slot: str, language: Language) -> str:
    if slot == "difficulty":
        level = DIFFICULTIES[language][wish.difficulty]
        return f"{level} level" if language == "en" else f"nivel {level}"
    if slot == "energy":
        energy = ENERGIES[language][wish.energy]
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
