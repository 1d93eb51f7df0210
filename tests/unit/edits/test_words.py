"""What an edit did is told in either language, in the words of the page."""

from uuid import UUID

import pytest

from ai_services.vocabulary import Energy
from choreography.blueprint.loading import load_blueprint
from choreography.edits.edit import Edit, SectionEnergy, Unlock
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
