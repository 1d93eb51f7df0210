"""The changes a request asks for, as edits of a dance and as the tools take them."""

from choreography.chat.desk import Desk
from choreography.chat.settling import rewish
from choreography.chat.toolbox import Change, MoveChoice
from choreography.chat.understanding.edit import Edit, EditKind, Target
from choreography.chat.understanding.request import Request


def edits_of(request: Request, desk: Desk) -> list[Edit]:
    """Return all changes of a request as edits: what it names, what it refuses, what it wants more of."""
    edits = [edit for edit in request.edits if edit.kind not in (EditKind.AGAIN, EditKind.ANEW, EditKind.OTHER_SONG)]
    lengths = [edit for edit in edits if edit.kind is EditKind.LENGTH]
    if request.duration_s is not None or request.whole_song:
        edits = [edit for edit in edits if edit not in lengths]
        edits.append(Edit(EditKind.LENGTH, value=str(request.duration_s or 600.0)))
    edits += [Edit(EditKind.BAN, Target(category=kind.value)) for kind in sorted(request.avoid)]
    edits += [Edit(EditKind.BAN, Target(name=name)) for name in request.avoid_names]
    edits += [Edit(EditKind.ADD, replacement=Target(category=kind.value)) for kind in sorted(request.include)]
    edits += [Edit(EditKind.ADD, replacement=Target(name=name)) for name in request.include_names]
    again = any(edit.kind is EditKind.AGAIN for edit in request.edits)
    says_more = bool(edits) or (desk.current is not None and rewish(request, desk.current.wish) != desk.current.wish)
    return edits if says_more or (not again and not request.vague) else [Edit(EditKind.AGAIN)]


def change_of(edit: Edit) -> Change:
    """Return an edit as the tool `edit_blueprint` takes it."""
    return Change(
        kind=edit.kind.value,
        target=_choice(edit.target),
        replacement=_choice(edit.replacement),
        region=edit.region,
        step=edit.step,
        value=edit.value,
    )


def _choice(target: Target) -> MoveChoice:
    return MoveChoice(
        category=target.category or None,
        name=target.name,
        place=target.place,
        difficulty=target.difficulty,
        energy=target.energy,
        every=target.every,
    )
