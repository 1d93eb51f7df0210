"""What a version tells of the edit that made it: kind, parameters, words."""

from typing import Any

from choreography.blueprint.schema import Blueprint
from choreography.edits.edit import Edit, Swap, edit_to_json
from choreography.edits.words import change_words


def change_of(edit: Edit, before: Blueprint, after: Blueprint, *, moved_name: str = "") -> dict[str, Any]:
    """Return `{"kind", "parameters", "words": {"en", "es"}}`; `moved_name`: of a move outside both plans."""
    parameters = edit_to_json(edit)
    kind = parameters.pop("kind")
    del parameters["blueprint_id"]
    if isinstance(edit, Swap):
        old, new = before.segments[edit.segment], after.segments[edit.segment]
        parameters |= {
            "first_beat": old.target.first_beat,
            "from_move_id": old.move_id,
            "to_move_id": new.move_id,
        }
    return {
        "kind": kind,
        "parameters": parameters,
        "words": change_words(edit, before, after, moved_name=moved_name),
    }
