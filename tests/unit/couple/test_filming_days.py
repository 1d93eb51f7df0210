import numpy as np
import pytest

from video_processing.couple.filming_days import days_by_clothes

SUIT, DRESS, JEANS, SKIRT = 1, 5, 8, 10


@pytest.fixture
def clip(colour):
    """Return a maker of appearances (2, 112) in which light and folds differ from clip to clip."""

    def make(lead_wears: int, follow_wears: int, seed: int) -> np.ndarray:
        folds = np.random.default_rng(seed).dirichlet(np.ones(112), 2)
        return 0.9 * np.stack([colour(lead_wears), colour(follow_wears)]) + 0.1 * folds

    return make


@pytest.mark.parametrize("clips_a_day", [3, 100])
def test_clips_in_the_same_clothes_are_of_one_day_however_many(clip, clips_a_day):
    worn = [(SUIT, DRESS), (SUIT, SKIRT), (JEANS, SKIRT)] * clips_a_day

    days = days_by_clothes(np.stack([clip(*pair, seed) for seed, pair in enumerate(worn)]))

    assert len(set(days)) == 3
    assert {len({day for day, other in zip(days, worn, strict=True) if other == pair}) for pair in worn} == {1}


def test_who_leads_in_a_dress_is_filmed_on_another_day_than_who_follows_in_it(clip):
    one, other = days_by_clothes(np.stack([clip(SUIT, DRESS, 0), clip(DRESS, SUIT, 1)]))

    assert one != other


def test_clips_whose_clothes_are_unknown_are_of_no_known_day(clip):
    unknown = np.full((2, 112), np.nan)

    assert days_by_clothes(np.stack([unknown, clip(SUIT, DRESS, 0), clip(SUIT, DRESS, 1)])) == [
        "",
        "clothes 1",
        "clothes 1",
    ]
    assert days_by_clothes(np.stack([unknown, unknown])) == ["", ""]
