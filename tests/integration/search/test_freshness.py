"""What changes in the library is found, or found no more, at the next search, whichever process changed it."""

import os
import sys

import numpy as np
import pytest
from django.db import connection

from ai_services.search.fusion import SIZES, Part
from choreography.library.importing.storing import touch_library
from choreography.models import MAIN_LIBRARY, LibraryState, Move
from choreography.search import scales
from choreography.search.filters import MoveFilter
from choreography.search.memory import search_memory

ASKED = {part: np.random.default_rng(9).normal(size=size) for part, size in SIZES.items()}
ANOTHER_PROCESS = """
import django
django.setup()
from choreography.library.importing.storing import touch_library
from choreography.models import MAIN_LIBRARY, Move
from tests.integration.search.conftest import make_searchable
Move.objects.filter(name="Move that goes").update(status="flagged")
make_searchable(900, name="Move that comes")
touch_library(MAIN_LIBRARY)
"""


def found() -> set[str]:
    ids = [match.move_id for match in search_memory(ASKED, 100, MoveFilter())]
    return set(Move.objects.filter(id__in=ids).values_list("name", flat=True))


@pytest.mark.django_db(transaction=True)
def test_what_another_process_adds_or_flags_is_found_or_gone_at_the_next_search(searchable):
    import subprocess

    searchable(1, name="Move that stays")
    searchable(2, name="Move that goes")
    assert found() == {"Move that stays", "Move that goes"}

    environment = os.environ | {
        "DB_NAME": str(connection.settings_dict["NAME"]),
        "DJANGO_SETTINGS_MODULE": "bachata_buddy.settings",
    }
    subprocess.run([sys.executable, "-c", ANOTHER_PROCESS], check=True, env=environment, timeout=120)

    assert found() == {"Move that stays", "Move that comes"}


def test_within_its_time_to_live_a_process_trusts_what_it_holds(library, searchable, settings):
    settings.MOVE_EMBEDDINGS_CACHE_TTL = 600.0
    before = found()
    searchable(901, name="Late move")

    assert found() == before

    settings.MOVE_EMBEDDINGS_CACHE_TTL = 0.0
    assert found() == before | {"Late move"}


def test_an_unchanged_library_is_read_once(library, django_assert_max_num_queries):
    search_memory(ASKED, 5, MoveFilter())

    with django_assert_max_num_queries(2):
        search_memory(ASKED, 5, MoveFilter())


def test_the_scales_are_fitted_once_a_state_and_kept_for_all_processes(library, monkeypatch):
    search_memory(ASKED, 5, MoveFilter())
    kept = LibraryState.objects.get(name=MAIN_LIBRARY).fusion
    assert set(kept["sds"]) == {part.value for part in Part}

    monkeypatch.setattr(scales, "fit_fusion", None)
    from choreography.search.pgvector import search_database

    assert search_database(ASKED, 5, MoveFilter())

    touch_library(MAIN_LIBRARY)
    with pytest.raises(TypeError):
        search_database(ASKED, 5, MoveFilter())
