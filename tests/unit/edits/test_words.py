"""What an edit did is told in either language, in the words of the page."""

from uuid import UUID

import pytest

from ai_services.vocabulary import Energy
from choreography.blueprint.loading import load_blueprint
from choreography.edits.edit import Edit, Renew, SectionEnergy, Unlock
from choreography.edits.words import change_words
from tests.unit.blueprint.conftest import valid

SEEN = str(UUID(int=7))


@pytest.mark.parametrize(
    ("edit", "english", "spanish"),
    [
        (
            SectionEnergy(kind="section_energy", blueprint_id=SEEN, section=1, energy=Energy.LOW),
            "The chorus at 0:05 is danced with low energy.",
            "El estribillo en 0:05 se baila con energía baja.",
        ),
        (
            Unlock(kind="unlock", blueprint_id=SEEN, segments=(1,)),
            "Unlocked “Lady turn & spin” at 0:05.",
            "Soltado «Lady turn & spin» en 0:05.",
        ),
        (Unlock(kind="unlock", blueprint_id=SEEN, segments=(0, 1)), "Unlocked 2 moves.", "Soltados 2 pasos."),
    ],
)
def test_an_edit_is_told_in_both_languages(edit: Edit, english: str, spanish: str) -> None:
    plan = load_blueprint(valid())

    assert change_words(edit, plan, plan) == {"en": english, "es": spanish}


def test_a_renewal_names_the_one_move_that_has_a_new_clip_and_the_one_that_gave_way() -> None:
    before = load_blueprint(valid())
    fresh, gone = before.segments[0], before.segments[1]
    other = gone.model_copy(update={"move_id": SEEN, "name": "Wave"})
    after = before.model_copy(
        update={"segments": (fresh.model_copy(update={"clip_sha256": "f" * 64}), other, *before.segments[2:])}
    )

    words = change_words(Renew(kind="renew", blueprint_id=SEEN), before, after)

    assert words["en"] == f"“{fresh.name}” is danced from its new clip. Another move stands in for “{gone.name}”."
    assert words["es"] == f"«{fresh.name}» se baila con su nuevo clip. Otro paso ocupa el lugar de «{gone.name}»."


def test_a_renewal_of_many_moves_counts_them() -> None:
    before = load_blueprint(valid())
    anew = tuple(segment.model_copy(update={"clip_sha256": "f" * 64}) for segment in before.segments)

    words = change_words(Renew(kind="renew", blueprint_id=SEEN), before, before.model_copy(update={"segments": anew}))

    assert words["en"] == f"{len(anew)} moves are danced from new clips."
