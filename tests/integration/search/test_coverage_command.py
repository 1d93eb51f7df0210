"""Curators see in the shell which wishes are served poorly."""

import json
from io import StringIO

from django.core.management import call_command

from choreography.models import Move


def told(*arguments: str) -> str:
    out = StringIO()
    call_command("coverage", *arguments, stdout=out)
    return out.getvalue()


def test_the_map_is_a_table_for_people_and_json_for_programs(library):
    document = json.loads(told("--json"))
    table = told()

    assert document["moves"] == 40
    assert len(document["cells"]) == 36
    assert {"difficulty", "energy", "style", "moves", "own", "thin", "empty"} == set(document["cells"][0])
    gap = document["gaps"][0]
    assert f"{gap['difficulty']}, {gap['energy']} energy, {gap['style']}: {gap['missing']} moves" in table
    assert all(f"{place['tempo_bpm']:>3} BPM {place['moves']:>5}" in table for place in document["reach"])


def test_the_map_tells_which_tempos_each_level_can_be_danced_at(library):
    document = json.loads(told("--json"))
    levels = document["reach_by_level"]

    assert list(levels) == ["beginner", "intermediate", "advanced"]
    assert levels["advanced"] == [place["moves"] for place in document["reach"]]
    assert all(few <= more for few, more in zip(levels["beginner"], levels["intermediate"], strict=True))
    assert sum(levels["beginner"]) < sum(levels["intermediate"]) < sum(levels["advanced"])


def test_moves_that_are_left_out_are_counted_apart(library):
    assert json.loads(told("--json"))["left_out"] == 0
    assert "left out" not in told()

    Move.objects.filter(id=library[0].id).update(mezzanine_fingerprint="of an earlier encoder")

    document = json.loads(told("--json"))
    assert (document["moves"], document["left_out"]) == (39, 1)
    assert "1 more left out, made by another encoder than most: verify_embeddings names them." in told()


def test_private_moves_are_not_on_everybodys_map(library, searchable, owner):
    before = told("--json")
    searchable(77, owner)

    assert told("--json") == before


def test_an_empty_library_is_a_map_of_gaps(db):
    document = json.loads(told("--json"))

    assert document["moves"] == 0
    assert all(cell["empty"] for cell in document["cells"])
