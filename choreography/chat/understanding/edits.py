"""What a sentence changes in a dance that is there: "slower ending", "swap the dip for a turn", "deshaz"."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from choreography.chat.understanding.durations import Length
from choreography.chat.understanding.mentions import Mention, find_mentions
from choreography.chat.understanding.words import words_of


class EditKind(StrEnum):
    """What is to be done."""

    UNDO = "undo"
    REDO = "redo"
    SWAP = "swap"
    BAN = "ban"
    ADD = "add"
    ENERGY = "energy"
    DIFFICULTY = "difficulty"
    STYLE = "style"
    OPEN = "open"
    CLOSE = "close"
    OTHER_SONG = "other_song"
    LENGTH = "length"
    AGAIN = "again"
    ANEW = "anew"
    EXPLAIN = "explain"
    LIST = "list"


@dataclass(frozen=True)
class Target:
    """Which move is meant: by kind, by name, or by its place; empty: any."""

    category: str = ""
    name: str = ""
    place: int | None = None
    """0 for the first; -1 for the last."""
    difficulty: int = 0
    """-1 easier, 1 harder than what is there."""
    energy: int = 0
    every: bool = False
    """All of them, not only the first."""

    def __bool__(self) -> bool:
        """Return whether anything is said."""
        return bool(self.category or self.name or self.place is not None)


@dataclass(frozen=True)
class Edit:
    """One change."""

    kind: EditKind
    target: Target = field(default_factory=Target)
    replacement: Target = field(default_factory=Target)
    region: str = "whole"
    step: int = 0
    """-1 less, 1 more."""
    value: str = ""


@dataclass(frozen=True)
class Found:
    """Changes, and which words were needed for them."""

    edits: tuple[Edit, ...]
    spans: tuple[tuple[int, int], ...]
    """Of the plain sentence: what stands there has been understood."""


Rest = Callable[[], str]
"""What of the sentence nothing has used yet."""
Take = Callable[[Edit, tuple[int, int]], None]
"""Takes a change and where it stands."""

UNDO = (
    r"\bundo(?:ing)?\b|\brevert\b|\bgo back\b(?! to the)|\bgo back to the (?:last|previous|old)\b|"
    r"\btake (?:that|it) back\b|\bput it back\b|\bprevious version\b|\bthe way it was\b|\bas it was\b|"
    r"\bctrl.?z\b|\brestore\b|\bdeshaz\w*\b|\bdeshac\w+\b|\bvuelve atras\b|\bvolver atras\b|\bmarcha atras\b|"
    r"\bvuelve a la (?:anterior|de antes)\b|\bversion anterior\b|\bcomo estaba\b|\brestaura\w*\b|"
    r"\bdejalo como antes\b|\bdejala como antes\b|\bnever mind that\b|\brollback\b|\broll back\b|"
    r"\bchange it back\b|\bback to (?:the )?(?:previous|last|old)\b"
)
REDO = r"\bredo\b(?! (?:the|it|this|everything))|\brehaz\b|\brehacer\b"
OTHER_SONG = (
    r"\b(?:another|different|other|new) (?:song|track|tune|music)\b|\b(?:change|switch|swap) (?:the |"
    r"this )?(?:song|track|music)\b|\bnot this song\b|\botra (?:cancion|musica)\b|\botro tema\b|"
    r"\bcambia\w* (?:de |la )(?:cancion|musica)\b|\bcambia\w* (?:de |el )tema\b|\b(?:cancion|musica) (?:distinta|"
    r"diferente|nueva)\b|\bdistinta cancion\b|\bdiferente cancion\b|\bother one song\b"
)
ANEW = (
    r"\b(?:brand )?new (?:one|choreo\w*|dance|routine)\b|\bfrom scratch\b|\bstart (?:over|again)\b|"
    r"\b(?:coreografia|coreo|rutina) nueva\b|\bnueva (?:coreo\w*|rutina)\b|\bde cero\b|\bempie\w+ de nuevo\b|"
    r"\bempez\w+ de nuevo\b"
)
AGAIN = (
    r"\bagain\b|\bonce more\b|\banother (?:one|version|try|go|take)\b|"
    r"\bone more(?! time)\b|\b(?:a )?different (?:version|"
    r"one)\b|\btry (?:again|another)\b|\botra vez\b|\bde nuevo\b|\botra (?:version|mas|opcion|"
    r"distinta)\b|\bnueva version\b|\brepite\w*\b|\brepetir\b|\bsame (?:one|thing|but)\b|\bthe same\b|"
    r"\bla misma\b|\blo mismo\b|\bigual pero\b|^otra$|^another$"
)
SHORTER = (
    r"\bshorter\b|\bshorten\b|\bmas cort\w+\b|\bacorta\w*\b|\btoo long\b|\bdemasiado larg\w+\b|"
    r"\bmuy larg[oa]\b|\bcut it down\b|\brecorta\w*\b"
)
LONGER = (
    r"\blonger\b(?! than)|\blengthen\b|\bextend\b|\bmas larg\w+\b|\balarga\w*\b|\btoo short\b|"
    r"\bdemasiado cort\w+\b|\bmuy cort[oa]\b"
)
EXPLAIN = (
    r"\bwhy\b|\bexplain\w*\b|\bwhat(?: is|s| are|'s)?(?: a| an| the)?\b(?! moves| steps| song)|"
    r"\bhow (?:do|does|should|can) (?:i|we|you|she|he|one|the)\b|\bhow to\b|\btell me (?:more )?about\b|"
    r"\bteach me\b|\bpor que\b|\bexplica\w*\b|\bque es\b|\bque son\b|\bcomo (?:se )?(?:hace|hacen|"
    r"baila|bailan|marca|marcan|hago|bailo|marco)\b|\bensena\w*\b|\bque significa\b|\btips? (?:for|"
    r"on)\b|\bconsejos? (?:para|de|sobre)\b"
)
LISTING = (
    r"\b(?:what|which) (?:moves|steps|figures)\b|\blist (?:of )?(?:the |my |all )?(?:moves|steps)\b|"
    r"\bshow me the (?:moves|steps|plan|list)\b|\bque (?:pasos|movimientos|figuras)\b|\blista de (?:pasos|"
    r"movimientos)\b|\bcuales son los (?:pasos|movimientos)\b|\bwhat did you (?:choose|pick)\b|"
    r"\bque has (?:elegido|puesto)\b"
)

REGIONS = (
    ("second_half", (
        r"\bsecond half\b|\b2nd half\b|\blast half\b|\bother half\b|\bsegunda mitad\b|\bultima mitad\b|"
        r"\bla otra mitad\b|\b2a mitad\b"
    )),
    ("first_half", r"\bfirst half\b|\b1st half\b|\bprimera mitad\b|\b1a mitad\b"),
    ("chorus", r"\bchorus(?:es)?\b|\brefrain\b|\bestribillos?\b|\bcoros?\b"),
    ("verse", r"\bverses?\b|\bestrofas?\b|\bversos?\b"),
    ("mambo", r"\bmambos?\b|\bbreak section\b"),
    ("middle", (
        r"\bmiddle\b|\bmid section\b|\ben medio\b|\bparte central\b|\bparte del medio\b|\ben la mitad\b|"
        r"\ba mitad\b|\bla mitad\b"
    )),
    ("ending", (
        r"\bending\b|\bthe end\b|\bend\b(?! with| on)|\bfinish\b(?! with| on)|\bfinale\b|\blast (?:part|"
        r"section|bit|phrase|bars|\d+ seconds|minute)\b|\boutro\b|\bfinal\b|\bcierre\b|\bultim[oa]s? (?:parte|"
        r"tramo|trozo|seccion|frase|compases|segundos|minuto|\d+ segundos)\b|\bel fin\b|\bterminacion\b"
    )),
    ("beginning", (
        r"\bbeginning\b|\bstart\b(?! with| on| over| again)|\bopening\b(?! with)|\bintro\b|\bfirst (?:part|"
        r"section|bit|phrase|bars|\d+ seconds|minute)\b|\bprincipio\b|\binicio\b|\bcomienzo\b|\barranque\b|"
        r"\bprimer(?:a|o|os|as)? (?:parte|tramo|trozo|seccion|frase|compases|segundos|minuto|\d+ segundos)\b|"
        r"\bintroduccion\b"
    )),
)  # fmt: skip

HARDER = (
    r"\bharder\b|\bmore (?:difficult|advanced|challenging|complex|complicated|tricky)\b|\btougher\b|"
    r"\btrickier\b|\blevel up\b|\btoo (?:easy|simple|basic)\b|\bmas (?:dificil\w*|complicad\w+|"
    r"avanzad\w+|complej\w+|nivel|dificultad)\b|\bsube\w* (?:el |un poco el |de )?(?:nivel|dificultad)\b|"
    r"\bdemasiado (?:facil\w*|sencill\w+|simple)\b|\bmuy facil\b(?= ?[.,!]|$)|\bmore of a challenge\b|"
    r"\bless (?:easy|basic|simple)\b|\bmenos facil\w*\b"
)
EASIER = (
    r"\beasier\b|\bsimpler\b|\bless (?:difficult|hard|complicated|complex|advanced|challenging|"
    r"tricky)\b|\blevel down\b|\b(?:too|so) (?:hard|difficult|complicated|advanced|complex|tricky)\b|"
    r"\bmas (?:facil\w*|sencill\w+|simple|basic[oa])\b|\bbaja\w* (?:el |un poco el |de )?(?:nivel|"
    r"dificultad)\b|\bmenos (?:dificil\w*|complicad\w+|avanzad\w+|complej\w+|nivel)\b|\b(?:demasiado|"
    r"tan) (?:dificil\w*|complicad\w+|avanzad\w+|complej\w+)\b|\bmuy (?:dificil|complicad\w)\b(?= ?(?:para|"
    r"[.,!]|$))|\bmake it easy\b|\bsimplif\w+\b|\bme cuesta\b"
)
CALMER = (
    r"\bslower\b|\bcalmer\b|\bsofter\b|\bgentler\b|\bquieter\b|\bchiller\b|\bmellower\b|\bsmoother\b|"
    r"\bless (?:energy|energetic|intense|fast|wild|crazy)\b|\blower (?:the )?energy\b|\bmore (?:relaxed|"
    r"chill(?:ed)?|calm|gentle|mellow|laid back|quiet|slow(?:ly)?|smooth)\b|\bslow(?: it)? down\b|"
    r"\btone (?:it )?down\b|\bcalm (?:it )?down\b|\bwind down\b|\btoo (?:fast|energetic|intense|"
    r"wild|quick|crazy)\b|\bmas (?:lent\w+|tranquil\w+|suav\w+|calmad\w+|despacio|relajad\w+|pausad\w+|"
    r"lentit\w+|suavecit\w+|flojit\w+|flojo)\b|\bmenos (?:energia|energic\w+|intens\w+|rapid\w+|"
    r"movid\w+|marcha|cana)\b|\bbaja(?:le|r|me)? (?:un poco )?(?:la )?(?:energia|intensidad|velocidad|"
    r"ritmo)\b|\bdemasiad[oa] (?:rapid\w+|energic\w+|intens\w+|movid\w+|marcha|energia)\b|\brelaja\w*\b|"
    r"\bsuaviza\w*\b"
)
LIVELIER = (
    r"\bfaster\b|\bstronger\b|\blivelier\b|\bbigger\b|\bwilder\b|\bspeed (?:it )?up\b|\bmore (?:energy|"
    r"energetic|intense|intensity|power(?:ful)?|lively|dynamic|explosive|upbeat|punch|fire)\b|"
    r"\bhigher energy\b|\bpick (?:it )?up\b|\bspice (?:it )?up\b|\bturn (?:it )?up\b|\btoo (?:slow|"
    r"calm|boring|soft|chill|tame)\b|\bmas (?:rapid\w+|energia|energic\w+|fuerte\w*|intens\w+|"
    r"movid\w+|cana|marcha|animad\w+|vivo|viva|potente|dinamic\w+|"
    r"fuego|rapidit\w+)\b|\bsube\w* (?:un poco )?(?:la )?(?:energia|"
    r"intensidad|velocidad)\b|\bdale (?:mas )?(?:cana|marcha|energia)\b|\bdemasiad[oa] (?:lent\w+|"
    r"suave\w*|tranquil\w+|calmad\w+|aburrid\w+)\b|\bacelera\w*\b|\bless (?:slow|calm|boring)\b|"
    r"\bmenos (?:lent\w+|aburrid\w+|tranquil\w+)\b"
)

SWAP = re.compile(
    r"\b(?:swap|replace|switch|trade|exchange|substitute|change|sustituye|sustituir|reemplaza\w*|"
    r"cambia\w*|intercambia\w*|trueca|trade)\s+(?:out\s+)?(?P<old>[^,.;]+?)"
    r"\s+(?:for|with|by|to|into|por|a|con)\s+(?P<new>[^,.;]+)"
)
INSTEAD = re.compile(
    r"(?:(?P<new>[^,.;]+?)\s+)?\b(?:instead of|rather than|in place of|en vez del?|en lugar del?)\s+"
    r"(?P<old>[^,.;]+?)(?:(?:\s*,\s*|\s+)(?:use|"
    r"do|put|pon|mete|haz|usa|i want|quiero)\s+(?P<later>[^,.;]+))?(?=[,.;]|$)"
)
SWAP_ALONE = re.compile(
    r"\b(?:swap|replace|switch|change|sustituye|reemplaza\w*|cambia\w*)\s+(?:out\s+)?(?P<old>[^,.;]+)"
)
OPEN = re.compile(
    r"\b(?:start(?:s|ing)?|begin(?:s|ning)?|open(?:s|ing)?|kick (?:it )?off|empie\w+|empez\w+|"
    r"comien\w+|comenz\w+|arran\w+|abre|abrir|abriendo|iniciar?)\s+(?:it\s+|the dance\s+|off\s+|"
    r"el baile\s+|la coreo\w*\s+)?(?:with|on|con|por)\s+(?P<new>[^,.;]+?)(?=\s+(?:and|y|but|pero)\s+(?:end|"
    r"finish|close|acaba|termina|cierra|finaliza|then|no|sin|without)\b|[,.;]|$)"
)
CLOSE = re.compile(
    r"\b(?:end(?:s|ing)?|finish(?:es|ing)?|close(?:s)?|closing|acab\w+|termin\w+|cierra|cerrar|"
    r"cerrando|finaliz\w+)\s+(?:it\s+|the dance\s+|off\s+|el baile\s+|la coreo\w*\s+)?(?:with|"
    r"on|con|en)\s+(?P<new>[^,.;]+?)(?=\s+(?:and|y|but|pero)\s+|[,.;]|$)"
)
BAN_PLACE = re.compile(
    r"\b(?:ban|remove|delete|drop|quita\w*|elimina\w*|borra\w*|saca\w*|cut|lose|skip)\s+(?P<old>[^,.;]+)"
)

ORDINALS = (
    ("first|1st|primer|primero|primera", 0), ("second|2nd|segundo|segunda", 1), ("third|3rd|tercer|tercero|tercera", 2),
    ("fourth|4th|cuarto|cuarta", 3), ("fifth|5th|quinto|quinta", 4), ("sixth|6th|sexto|sexta", 5),
    ("seventh|7th|septimo|septima", 6), ("eighth|8th|octavo|octava", 7), ("ninth|9th|noveno|novena", 8),
    ("tenth|10th|decimo|decima", 9),
    ("last|final|ultimo|ultima", -1),
)  # fmt: skip
ORDINAL = re.compile(
    rf"\b(?P<word>{'|'.join(words for words, _ in ORDINALS)})\s+(?:move|step|one|figure|paso|movimiento|figura|pieza)\b"
)
NUMBERED = re.compile(
    r"\b(?:move|step|number|no\.?|figure|paso|movimiento|figura|numero|el)\s*#?\s*(\d{1,3})\b|#(\d{1,3})\b"
)


def place_of(text: str) -> int | None:
    """Return which place of the plan a text names: 0 the first, -1 the last; None: none."""
    if found := ORDINAL.search(text):
        return next(place for words, place in ORDINALS if found["word"] in words.split("|"))
    if found := NUMBERED.search(text):
        number = int(found[1] or found[2])
        return number - 1 if 1 <= number <= 500 else None
    return None


def region_of(text: str) -> tuple[str, tuple[int, int]] | None:
    """Return which part of the dance a text names, and where."""
    for region, pattern in REGIONS:
        if found := re.search(pattern, text):
            return region, found.span()
    return None


def target_of(text: str, names: Sequence[str] = ()) -> Target:
    """Return which move a few words mean."""
    place = place_of(text)
    harder = 1 if re.search(HARDER, text) else -1 if re.search(EASIER, text) else 0
    livelier = 1 if re.search(LIVELIER, text) else -1 if re.search(CALMER, text) else 0
    every = bool(re.search(r"\b(?:all|every|each|todos|todas|cada|those|these|los|las)\b|[a-z]{2}s\s*$", text.strip()))
    for mention in find_mentions(words_of(text), own=names):
        if mention.slot == "category" and place is None:
            return Target(category=mention.value, difficulty=harder, energy=livelier, every=every)
        if mention.slot == "name" and place is None:
            return Target(name=mention.value, difficulty=harder, energy=livelier, every=every)
    return Target(place=place, difficulty=harder, energy=livelier)


def find_edits(sentence: str, names: Sequence[str] = ()) -> Found:
    """Return the changes that a plain sentence asks for by name, and what of it they used."""
    edits: list[Edit] = []
    spans: list[tuple[int, int]] = []
    rest = sentence

    def take(edit: Edit, span: tuple[int, int]) -> None:
        nonlocal rest
        edits.append(edit)
        spans.append(span)
        rest = rest[: span[0]] + " " * (span[1] - span[0]) + rest[span[1] :]

    _named(lambda: rest, ((EditKind.LIST, LISTING), (EditKind.UNDO, UNDO), (EditKind.OTHER_SONG, OTHER_SONG)), take)
    _explanation(rest, names, take)
    _swaps(rest, names, take)
    _ends(lambda: rest, names, take)
    for match in BAN_PLACE.finditer(rest):
        if (place := place_of(match["old"])) is not None:
            take(Edit(EditKind.BAN, Target(place=place)), match.span())
    _comparisons(lambda: rest, take)
    _named(lambda: rest, ((EditKind.REDO, REDO), (EditKind.ANEW, ANEW), (EditKind.AGAIN, AGAIN)), take)
    in_order = sorted(range(len(edits)), key=lambda number: spans[number])
    return Found(tuple(edits[number] for number in in_order), tuple(spans[number] for number in in_order))


def _named(rest: Rest, rows: Sequence[tuple[EditKind, str]], take: Take) -> None:
    for kind, pattern in rows:
        if found := re.search(pattern, rest()):
            take(Edit(kind), found.span())


def _explanation(rest: str, names: Sequence[str], take: Take) -> None:
    found = re.search(EXPLAIN, rest)
    if found is None or re.search(r"\bwhat about\b|\bhow about\b|\bwhy not\b", rest):
        return
    target = target_of(rest[found.start() :], names)
    if target or re.search(r"\b(?:why|por que|explain|explica\w*)\b", rest):
        take(Edit(EditKind.EXPLAIN, target), (found.start(), len(rest)))


def _ends(rest: Rest, names: Sequence[str], take: Take) -> None:
    for kind, pattern in ((EditKind.OPEN, OPEN), (EditKind.CLOSE, CLOSE)):
        for match in pattern.finditer(rest()):
            if target := target_of(match["new"], names):
                take(Edit(kind, replacement=target), match.span())


def _swaps(rest: str, names: Sequence[str], take: Take) -> None:
    for match in SWAP.finditer(rest):
        old, new = target_of(match["old"], names), _wanted(match["new"], names)
        if old and (
            new
            or new.difficulty
            or new.energy
            or re.search(r"\b(?:else|different|other|otra|otro|distint\w+|another)\b", match["new"])
        ):
            take(Edit(EditKind.SWAP, old, new), match.span())
            return
    for match in INSTEAD.finditer(rest):
        new_text = match["new"] or match["later"] or ""
        old, new = target_of(match["old"], names), _wanted(new_text, names)
        if old and new:
            take(Edit(EditKind.SWAP, old, new), match.span())
            return
    for match in SWAP_ALONE.finditer(rest):
        if region_of(match["old"]) is None and (old := target_of(match["old"], names)):
            take(Edit(EditKind.SWAP, old, Target(difficulty=old.difficulty, energy=old.energy)), match.span())
            return


def _wanted(text: str, names: Sequence[str]) -> Target:
    return target_of(re.split(r"\s+(?:and|y|but|pero)\s+", text, maxsplit=1)[0], names) if text else Target()


def _comparisons(rest: Rest, take: Take) -> None:
    """Take "slower ending", "harder second half", "shorter": each with the part of the dance that stands nearest."""
    rows = (
        (EditKind.LENGTH, -1, SHORTER), (EditKind.LENGTH, 1, LONGER), (EditKind.DIFFICULTY, 1, HARDER),
        (EditKind.DIFFICULTY, -1, EASIER), (EditKind.ENERGY, -1, CALMER), (EditKind.ENERGY, 1, LIVELIER),
    )  # fmt: skip
    for kind, step, pattern in rows:
        while found := _undenied(pattern, rest()):
            start, end = found.span()
            region = None if kind is EditKind.LENGTH else _region_near(rest(), start, end)
            if region is None:
                take(Edit(kind, step=step), (start, end))
            else:
                name, span = region
                take(Edit(kind, step=step, region=name), (min(start, span[0]), max(end, span[1])))


DENIED = re.compile(
    r"\b(?:not|nothing|never|no|nada|ni|without|sin|nunca)(?: (?:be|sea|me|is|quiero|too|muy|want))?\s*$"
)


def _undenied(pattern: str, sentence: str) -> re.Match[str] | None:
    """Return the first comparison that is not denied: "not too fast" compares nothing."""
    return next(
        (found for found in re.finditer(pattern, sentence) if not DENIED.search(sentence[: found.start()])), None
    )


def _region_near(sentence: str, start: int, end: int) -> tuple[str, tuple[int, int]] | None:
    """Return the part of the dance named in the clause around a comparison."""
    left = max(sentence.rfind(sign, 0, start) for sign in (",", ";", ".", " and ", " y ", " but ", " pero ")) + 1
    rights = [
        place for sign in (",", ";", ".", " and ", " y ", " but ", " pero ") if (place := sentence.find(sign, end)) >= 0
    ]
    right = min(rights, default=len(sentence))
    found = region_of(sentence[left:right])
    if found is None:
        return None
    return found[0], (found[1][0] + left, found[1][1] + left)


def lengths_of_dance(sentence: str, lengths: Sequence[Length]) -> list[Length]:
    """Return the lengths that are of the whole dance, not "the last 30 seconds" nor "in five minutes I have class"."""
    kept = []
    for length in lengths:
        before, after = sentence[: length.start].rstrip(), sentence[length.end :].lstrip()
        part = re.search(
            r"\b(?:last|first|next|final|ultim[oa]s?|primer[oa]?s?|dentro de|hace|cada|every|"
            r"after|tras|al minuto|at|ready in|class in)$",
            before,
        )
        waits = re.search(r"\b(?:in|en)$", before) and re.match(
            r"(?:i |we |my |tengo|hay |empie|class|ago|from now)", after
        )
        if not part and not waits and not re.match(r"(?:ago|later|into the|before the end|antes del final)", after):
            kept.append(length)
    return kept


def mentions_outside(
    mentions: Sequence[Mention], starts: Sequence[int], spans: Sequence[tuple[int, int]]
) -> list[Mention]:
    """Return the mentions that no change has used; `starts` are where the words begin in the sentence."""
    return [mention for mention in mentions if not any(span[0] <= starts[mention.start] < span[1] for span in spans)]
