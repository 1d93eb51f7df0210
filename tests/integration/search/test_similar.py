"""Which moves are alike, without anything that the web process may not load."""

import sys
from uuid import uuid4

import pytest

from choreography.models import MoveEmbedding
from choreography.search.filters import MoveFilter
from choreography.search.similar import Modality, similar_moves
from common.errors import NotFoundError


def make_twin(original, twin, *parts):
    row = MoveEmbedding.objects.get(move=original)
    MoveEmbedding.objects.filter(move=twin).update(**{part: getattr(row, part) for part in parts})


@pytest.mark.parametrize("modality", Modality)
def test_a_twin_in_the_respect_asked_for_comes_first(library, modality):
    make_twin(library[3], library[30], *(part.value for part in modality.parts))

    found = similar_moves(library[3].id, 5, modality)

    assert found[0].move == library[30]
    assert len(found) == 5
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert library[3] not in {one.move for one in found}


def test_a_filter_narrows_the_answer(library):
    where = MoveFilter(tempo_bpm=110.0, stretch=0.02)

    found = similar_moves(library[3].id, 50, where=where)

    assert found
    assert all(abs(110 / one.move.tempo_bpm - 1) <= 0.02 for one in found)


def test_an_unknown_move_and_somebody_elses_are_not_there(library, searchable, owner, stranger):
    private = searchable(77, owner)

    assert similar_moves(private.id, owner_id=owner.pk)
    for asked, owner_id in ((private.id, stranger.pk), (private.id, None), (uuid4(), owner.pk)):
        with pytest.raises(NotFoundError):
            similar_moves(asked, owner_id=owner_id)


def test_a_flagged_move_is_not_similar_to_anything(library):
    make_twin(library[3], library[30], "lead", "follow", "interaction")
    library[30].status = "flagged"
    library[30].save()

    assert library[30] not in {one.move for one in similar_moves(library[3].id, 50, Modality.POSE)}


def test_the_web_process_can_ask_without_faiss():
    import subprocess

    program = (
        "import django, sys; django.setup(); import choreography.search.similar; "
        "sys.exit(bool({'faiss', 'scipy', 'cv2', 'av'} & set(sys.modules)))"
    )
    subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        timeout=120,
        env={"DJANGO_SETTINGS_MODULE": "bachata_buddy.settings", "PATH": "/usr/bin:/bin"},
    )
