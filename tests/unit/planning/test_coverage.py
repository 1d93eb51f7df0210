"""A curator sees which wishes the library serves poorly and what to film next."""

from ai_services.vocabulary import Category, Difficulty, Energy, Style
from choreography.planning.coverage import ENOUGH_MOVES, coverage, gaps, reach

GENTLE = {"difficulty": Difficulty.BEGINNER, "energy": Energy.LOW, "style": Style.ROMANTIC, "category": Category.BOLERO}


def test_an_empty_library_is_empty_in_all_36_cells():
    cells = coverage([])

    assert len(cells) == 36
    assert all(cell.empty and cell.thin and cell.moves == 0 for cell in cells)


def test_a_move_serves_its_own_cell_and_those_above_it(make_move):
    served = [cell for cell in coverage([make_move(1, **GENTLE)]) if cell.moves]

    assert {(cell.difficulty, cell.energy, cell.style) for cell in served} == {
        (difficulty, Energy.LOW, Style.ROMANTIC) for difficulty in Difficulty
    }
    assert [cell.own for cell in served] == [1, 0, 0]


def test_a_basic_serves_every_mood(make_move):
    basic = make_move(1, difficulty=Difficulty.BEGINNER, category=Category.BASIC)

    assert all(cell.moves == 1 and cell.own == 0 for cell in coverage([basic]))


def test_a_cell_with_enough_moves_is_no_gap(make_move):
    cells = coverage([make_move(n, **GENTLE) for n in range(ENOUGH_MOVES)])

    wanted = {(gap.energy, gap.style) for gap in gaps(cells)}
    assert (Energy.LOW, Style.ROMANTIC) not in wanted
    assert len(wanted) == 11


def test_the_clip_that_serves_most_comes_first(make_move):
    gap = gaps(coverage([make_move(n, **GENTLE) for n in range(5)]))[0]

    assert gap.difficulty is Difficulty.BEGINNER
    assert (gap.cells, gap.missing) == (3, 3 * ENOUGH_MOVES)


def test_reach_counts_moves_within_the_usual_stretch(make_move):
    move = make_move(3)
    bpm = 60 * (len(move.beat_times_s) - 1) / (move.beat_times_s[-1] - move.beat_times_s[0])

    within = reach([move])

    assert all((abs(tempo / bpm - 1) <= 0.12) == bool(count) for tempo, count in within.items())
    assert 0 < sum(within.values()) < len(within)
