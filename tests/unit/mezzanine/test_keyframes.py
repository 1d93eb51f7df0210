import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from video_processing.mezzanine.keyframes import nearest_frames


def test_each_beat_takes_the_frame_nearest_to_it() -> None:
    times = np.arange(10) / 25

    assert nearest_frames(times, [0.0, 0.081, 0.139, 0.36]) == (0, 2, 3, 9)


def test_beats_outside_the_clip_take_no_frame() -> None:
    times = np.arange(10) / 25

    assert nearest_frames(times, [-0.5, 0.2, 0.7]) == (5,)


def test_two_beats_on_one_frame_take_it_once() -> None:
    assert nearest_frames(np.array([0.0, 1.0, 2.0]), [0.9, 1.1]) == (1,)


def test_uneven_frames_are_searched_by_their_times() -> None:
    assert nearest_frames(np.array([0.0, 0.1, 0.5, 0.52, 1.0]), [0.29, 0.31, 0.515]) == (1, 2, 3)


@given(
    st.lists(st.floats(0.005, 0.2), min_size=2, max_size=60),
    st.lists(st.floats(0.0, 1.0), min_size=1, max_size=20),
)
def test_no_frame_is_nearer_to_a_beat_than_the_one_chosen(gaps: list[float], places: list[float]) -> None:
    times = np.cumsum(gaps)
    for place in places:
        beat = times[0] + place * (times[-1] - times[0])

        (chosen,) = nearest_frames(times, [beat])

        assert abs(times[chosen] - beat) <= np.abs(times - beat).min() + 1e-9
