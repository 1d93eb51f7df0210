"""Progress bars of commands."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from tqdm import tqdm

from choreography.demo.content import Progress


@contextmanager
def bars() -> Iterator[Progress]:
    """Give a callback that draws one bar a kind of work, on a terminal only."""
    open_bars: dict[str, tqdm[NoReturn]] = {}

    def progress(what: str, done: int, total: int) -> None:
        if what not in open_bars:
            open_bars[what] = tqdm(total=total, desc=what, disable=None)
        open_bars[what].update(done - open_bars[what].n)

    try:
        yield progress
    finally:
        for bar in open_bars.values():
            bar.close()
