"""Hip rolls, body waves, head rolls and golpes: the body over simple steps."""

from collections.abc import Sequence

from video_processing.demo.couple.body_moves import body_wave, golpe, head_roll, hip_roll
from video_processing.demo.couple.couple_line import back_hold, hip_hold, waist_hold
from video_processing.demo.couple.figures import Footwork, Hold, basic, begin, finish, together, wheel
from video_processing.demo.couple.intros import HIGH
from video_processing.demo.couple.positions import dip
from video_processing.demo.couple.score import LEFT, RIGHT, CoupleScore
from video_processing.demo.couple.steps import on_the_spot, side

CLOSE_M = 0.215
HIPS_APART_M = 0.26


def hip_rolls(
    *,
    hold: Hold = hip_hold,
    half_m: float = HIPS_APART_M,
    step_m: float = 0.10,
    beats: float = 3.4,
    amount: float = 1.0,
) -> CoupleScore:
    """A roll of the hips each bar, hers large, his small."""
    couple = begin(hold, half_m=half_m)
    for bar in range(2):
        start = couple.beat
        basic(couple, 1, step_m=step_m, hip=0.8)
        towards = RIGHT if bar % 2 == 0 else LEFT
        for roll in range(round(3.4 / beats)):
            hip_roll(couple.follow, start + 0.2 + roll * beats, beats, amount, towards=towards)
            hip_roll(couple.lead, start + 0.4 + roll * beats, 0.94 * beats, 0.4 * amount, towards=1 - towards)
    return finish(couple, 8)


def rolling_round(*, degrees: float = 90.0) -> CoupleScore:
    """A roll of the hips while the couple turns about its middle, and one in place."""
    couple = begin(hip_hold, half_m=HIPS_APART_M)
    for bar in range(2):
        start = couple.beat
        if bar:
            basic(couple, 1, step_m=0.10, hip=0.8)
        else:
            wheel(couple, degrees, half_m=HIPS_APART_M)
        hip_roll(couple.follow, start + 0.2, 3.4, 1.0, towards=LEFT if bar else RIGHT)
        hip_roll(couple.lead, start + 0.4, 3.2, 0.4, towards=RIGHT if bar else LEFT)
    return finish(couple, 8)


def waves(
    *, bars: int = 2, amount: float = 1.15, his: float = 0.45, step_m: float = 0.08, half_m: float = CLOSE_M
) -> CoupleScore:
    """A wave through her body each bar, a smaller one through his."""
    couple = begin(back_hold, half_m=half_m)
    for _ in range(bars):
        start = couple.beat
        together(couple, lambda first: side(first, step_m), hip=0.7)
        body_wave(couple.follow, start - 0.2, 3.9, amount)
        body_wave(couple.lead, start + 0.2, 3.6, his)
    return finish(couple, 4 * bars)


def wave_and_dip() -> CoupleScore:
    """A wave that ends in a small dip."""
    couple = begin(back_hold, half_m=CLOSE_M)
    together(couple, lambda first: side(first, 0.08), hip=0.7)
    body_wave(couple.follow, -0.2, 3.9, 1.15)
    body_wave(couple.lead, 0.2, 3.6, 0.45)
    together(couple, lambda first: side(first, 0.10), hip=0.6)
    dip(couple, 5.6, 6.6, depth=0.35)
    return finish(couple, 8)


def head_rolls(
    *, towards: Sequence[int] = (RIGHT, LEFT), step_m: float = 0.10, amount: float = 1.0, beats: float = 3.2
) -> CoupleScore:
    """A slow roll of her head over each bar, her free arm up."""
    couple = begin(half_m=CLOSE_M)
    couple.follow.hand(LEFT, 0.0, HIGH, 1.6)
    for way in towards:
        start = couple.beat
        together(couple, lambda first: side(first, step_m), hip=0.8)
        head_roll(couple.follow, start + 0.4, beats, amount, towards=way)
    return finish(couple, 4 * len(towards))


def head_roll_and_dip() -> CoupleScore:
    """A head roll over a bar and a small dip over the next, her free arm up."""
    couple = begin(half_m=CLOSE_M)
    couple.follow.hand(LEFT, 0.0, HIGH, 1.6)
    start = couple.beat
    together(couple, lambda first: side(first, 0.10), hip=0.8)
    head_roll(couple.follow, start + 0.4, 3.2, 1.0)
    start = couple.beat
    together(couple, lambda first: side(first, 0.10), hip=0.6)
    dip(couple, start + 1.4, start + 2.4, depth=0.5)
    return finish(couple, 8)


SEAT_M = 0.085
"""How far golpes sit into the knees."""
SIMPLE = (0.0, 1.0, 2.0)
SYNCOPATED = (0.0, 0.5, 1.5, 2.0, 2.5)
SLOW = (0.0, 2.0)


def golpes(
    *,
    hits: tuple[float, ...] = SIMPLE,
    bars: int = 2,
    amount: float = 1.0,
    hips: float = 1.0,
    same_side: bool = False,
    footwork: Footwork | None = None,
) -> CoupleScore:
    """Hits of the hips on the given beats of each bar, feet nearly still; both to opposite sides unless `same_side`."""
    couple = begin(waist_hold, half_m=HIPS_APART_M)
    for line in (couple.lead, couple.follow):
        line.bump("drop", 0.0, 4.0 * bars - 1.0, SEAT_M, ramp=1.0)
    for bar in range(bars):
        start = couple.beat
        together(couple, footwork or (lambda _: on_the_spot()), hip=1.3)
        for index, beat in enumerate((*hits, 3.0)):
            side_of_hit = LEFT if (index + bar) % 2 else RIGHT
            golpe(couple.follow, start + beat, side_of_hit, amount)
            golpe(couple.lead, start + beat, side_of_hit if same_side else 1 - side_of_hit, 0.5 * amount)
    return finish(couple, 4 * bars, hips=hips)
