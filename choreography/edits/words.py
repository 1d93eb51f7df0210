"""What an edit did, in a sentence for people, in the two languages of the pages."""

from choreography.blueprint.diff import diff_blueprints
from choreography.blueprint.schema import Blueprint, Segment
from choreography.edits.edit import (
    Ban,
    ChangeQuality,
    Edit,
    Lock,
    Renew,
    Reorder,
    Replan,
    ReplanFrom,
    SectionEnergy,
    Swap,
    Unban,
    Unlock,
)
from choreography.planning.wording import terms
from common.text import clock

Words = dict[str, str]

QUALITIES = {
    "fast": ("the fast way", "de la forma rápida"),
    "balanced": ("with blended seams", "con transiciones suaves"),
    "high_quality": ("in high quality", "en alta calidad"),
}


def change_words(edit: Edit, before: Blueprint, after: Blueprint, *, moved_name: str = "") -> Words:
    """Return `{"en", "es"}` for an edit that made `after` of `before`; `moved_name`: of a move outside both."""
    match edit:
        case Swap():
            return _swapped(before.segments[edit.segment], after.segments[edit.segment])
        case Lock():
            return _locks(edit.segments, before, "Locked", "Fijado")
        case Unlock():
            return _locks(edit.segments, before, "Unlocked", "Soltado")
        case Ban():
            places = sum(segment.move_id == edit.move_id for segment in before.segments)
            name = next((s.name for s in before.segments if s.move_id == edit.move_id), moved_name)
            return {
                "en": f"“{name}” is no longer danced: {_count(places, 'place')} planned anew.",
                "es": f"«{name}» ya no se baila: {_count(places, 'lugar', 'lugares')} con otro paso.",
            }
        case Unban():
            return {"en": f"“{moved_name}” may be danced again.", "es": f"«{moved_name}» se puede bailar otra vez."}
        case Reorder():
            name, old, new = before.segments[edit.segment].name, edit.segment + 1, edit.to + 1
            return {
                "en": f"“{name}” went from place {old} to place {new}.",
                "es": f"«{name}» pasó del lugar {old} al {new}.",
            }
        case SectionEnergy():
            return _section(edit, before)
        case ReplanFrom():
            first = before.segments[edit.segment]
            return {
                "en": f"Planned anew from “{first.name}” at {clock(first.target.start_s)} on.",
                "es": f"Nuevo plan desde «{first.name}» en {clock(first.target.start_s)}.",
            }
        case Renew():
            return _renewed(before, after)
        case Replan():
            return {"en": "Planned anew from the start.", "es": "Nuevo plan desde el principio."}
        case ChangeQuality():
            english, spanish = QUALITIES[edit.quality]
            return {"en": f"The video is made {english}.", "es": f"El vídeo se hace {spanish}."}


def _swapped(old: Segment, new: Segment) -> Words:
    return {
        "en": f"“{old.name}” became “{new.name}” at {clock(old.target.start_s)}.",
        "es": f"«{old.name}» se cambió por «{new.name}» en {clock(old.target.start_s)}.",
    }


def _renewed(before: Blueprint, after: Blueprint) -> Words:
    diff = diff_blueprints(before, after)
    fresh = [swap.after.name for swap in diff.swapped if swap.after.move_id == swap.before.move_id]
    gone = [swap.before.name for swap in diff.swapped if swap.after.move_id != swap.before.move_id]
    gone += [segment.name for segment in diff.removed]
    words = []
    if len(fresh) == 1:
        words.append((f"“{fresh[0]}” is danced from its new clip.", f"«{fresh[0]}» se baila con su nuevo clip."))
    elif fresh:
        number = len(fresh)
        words.append((f"{number} moves are danced from new clips.", f"{number} pasos se bailan con clips nuevos."))
    if len(gone) == 1:
        words.append((f"Another move stands in for “{gone[0]}”.", f"Otro paso ocupa el lugar de «{gone[0]}»."))
    elif gone:
        number = len(gone)
        words.append((f"Others stand in for {number} moves.", f"Otros ocupan el lugar de {number} pasos."))
    english, spanish = zip(*words or [("Danced as it was.", "Se baila como estaba.")], strict=True)
    return {"en": " ".join(english), "es": " ".join(spanish)}


def _locks(indices: tuple[int, ...], plan: Blueprint, english: str, spanish: str) -> Words:
    if len(set(indices)) > 1:
        number = len(set(indices))
        return {"en": f"{english} {number} moves.", "es": f"{spanish}s {number} pasos."}
    segment = plan.segments[indices[0]]
    return {
        "en": f"{english} “{segment.name}” at {clock(segment.target.start_s)}.",
        "es": f"{spanish} «{segment.name}» en {clock(segment.target.start_s)}.",
    }


def _section(edit: SectionEnergy, plan: Blueprint) -> Words:
    section = plan.sections[edit.section]
    spanish = terms.SECTIONS[section.label]
    at = clock(section.start_s)
    return {
        "en": f"The {section.label.value} at {at} is danced with {edit.energy.value} energy.",
        "es": f"{spanish[:1].upper()}{spanish[1:]} en {at} se baila con energía {terms.ENERGIES[edit.energy]}.",
    }


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
