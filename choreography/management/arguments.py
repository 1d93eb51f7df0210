"""What the options of commands may be."""

from argparse import ArgumentTypeError
from collections.abc import Callable

SEED_MAX = 2**31 - 1


def whole_number(least: int, most: int = SEED_MAX) -> Callable[[str], int]:
    """Return what reads an option that is a whole number between two."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = least - 1
        if not least <= number <= most:
            raise ArgumentTypeError(f"must be a whole number from {least} to {most}")
        return number

    return read
