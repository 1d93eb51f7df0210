"""A diff says which segments stayed, and which were swapped, taken out or put in."""

from choreography.blueprint.diff import diff_blueprints
from choreography.blueprint.loading import load_blueprint

OTHER = "00000000-0000-4000-8000-0000000000ff"


def test_a_blueprint_does_not_differ_from_itself(data):
    blueprint = load_blueprint(data)

    diff = diff_blueprints(blueprint, blueprint)

    assert diff.kept == blueprint.segments
    assert (diff.swapped, diff.removed, diff.added, diff.grid_changed) == ((), (), (), False)


def test_another_move_on_the_same_beats_is_a_swap(data):
    before = load_blueprint(data)
    data["segments"][1]["move_id"] = OTHER
    data["segments"][2]["seam"]["score"] = 0.9
    after = load_blueprint(data)

    diff = diff_blueprints(before, after)

    assert [(swap.before.index, swap.after.move_id) for swap in diff.swapped] == [(1, OTHER)]
    assert [segment.index for segment in diff.kept] == [0, 2]


def test_beats_cut_differently_are_removed_and_added(data, make_segment):
    before = load_blueprint(data)
    data["segments"] = [make_segment(0, 2, 8), make_segment(1, 10, 24)]
    after = load_blueprint(data)

    diff = diff_blueprints(before, after)

    assert [segment.target.first_beat for segment in diff.removed] == [10, 26]
    assert [segment.target.first_beat for segment in diff.added] == [10]


def test_a_corrected_grid_is_named(data):
    before = load_blueprint(data)
    data["grid"]["tempo_bpm"] = 121.0

    assert diff_blueprints(before, load_blueprint(data)).grid_changed
