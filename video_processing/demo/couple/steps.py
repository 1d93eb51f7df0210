"""Footwork of four counts: three changes of weight and a tap. `first` is the foot of the first step."""

from video_processing.demo.couple.couple_line import Bar
from video_processing.demo.couple.line import Go
from video_processing.demo.couple.score import LEFT

TAP = Go(tap=True)


def out(first: int) -> float:
    """Return +1 when the first foot is the left one: its own side is the left."""
    return 1.0 if first == LEFT else -1.0


def side(first: int, step_m: float = 0.24, *, tap: Go = TAP) -> Bar:
    """Side, together, side, tap: towards the side of the first foot."""
    go = Go(left_m=out(first) * step_m)
    return (go, Go(), go, tap)


def on_the_spot(*, tap: Go = TAP) -> Bar:
    """Three steps in place and a tap."""
    return (Go(), Go(), Go(), tap)


def walk(step_m: float, *, tap: Go = TAP) -> Bar:
    """Three steps forward (negative: backward) and a tap."""
    go = Go(forward_m=step_m)
    return (go, go, go, tap)


def turning(total_deg: float, left_m: float = 0.0, forward_m: float = 0.0, *, tap: Go = TAP) -> Bar:
    """Turn through `total_deg` in three equal steps, travelling in all `left_m` and `forward_m`."""
    go = Go(left_m / 3, forward_m / 3, total_deg / 3)
    return (go, go, go, tap)


def spinning(total_deg: float, left_m: float = 0.0) -> Bar:
    """Prepare on the first step, then turn through `total_deg` on the next two."""
    return (Go(left_m / 2), Go(left_m / 2, turn_deg=total_deg / 2), Go(turn_deg=total_deg / 2), TAP)


def box(first: int, step_m: float = 0.20) -> Bar:
    """Side, together, forward (first foot left) or back (first foot right), tap."""
    return (Go(left_m=out(first) * step_m), Go(), Go(forward_m=out(first) * step_m), TAP)


def rocking(first: int, reach_m: float = 0.26) -> Bar:
    """A break: the first foot rocks back, the weight returns, the feet close, tap."""
    return (Go(reach_forward_m=-reach_m), Go(), Go(), TAP)


def crossing(first: int, reach_m: float = 0.20) -> Bar:
    """Cross the first foot over, return, open to the side, tap."""
    inward = -out(first)
    return (Go(reach_left_m=inward * reach_m, reach_forward_m=0.13), Go(), Go(left_m=out(first) * 0.10), TAP)


def triple(first: int, step_m: float = 0.13) -> Bar:
    """Quick steps: 1 and 2, 3 and 4, the last one a tap."""
    go = Go(left_m=out(first) * step_m, beats=0.5, lift_m=0.04)
    still = Go(beats=0.5, lift_m=0.04)
    return (go, still, Go(left_m=out(first) * step_m), go, still, Go(tap=True))


def kicking(first: int) -> Bar:
    """Step, low kick forward, step, tap to the side."""
    kick = Go(tap=True, reach_forward_m=0.26, lift_m=0.24)
    return (Go(left_m=out(first) * 0.10), kick, Go(), Go(tap=True, reach_left_m=-out(first) * 0.16))


def heel_and_toe(first: int) -> Bar:
    """Point forward, point to the side, step together, tap."""
    return (
        Go(tap=True, reach_forward_m=0.24, lift_m=0.07),
        Go(tap=True, reach_left_m=out(first) * 0.24, lift_m=0.07),
        Go(),
        TAP,
    )


def slow(first: int, step_m: float = 0.26) -> Bar:
    """Bolero: a long side step over two counts, then closing over two."""
    return (Go(left_m=out(first) * step_m, beats=2.0), Go(tap=True, beats=2.0))


def standing(beats: float = 4.0) -> Bar:
    """Change the weight once and stand; for poses."""
    return (Go(beats=beats, lift_m=0.02),)
