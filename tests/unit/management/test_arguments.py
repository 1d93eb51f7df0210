"""Numbers that no command can work with are refused with a sentence, before anything begins."""

import pytest
from django.core.management import CommandError, call_command


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("generate_choreography", ["song.mp3", "--output", "out", "--seed=-1"]),
        ("generate_choreography", ["song.mp3", "other.mp3", "--output", "out", "--workers=0"]),
        ("generate_choreography", ["song.mp3", "--output", "out", "--seed=2147483648"]),
        ("make_demo_library", ["--workers=0"]),
        ("contact_sheet", ["sheet.png", "--limit=none"]),
        ("demo", ["--port=70000"]),
    ],
)
def test_a_number_out_of_range_is_refused(command: str, options: list[str]) -> None:
    with pytest.raises(CommandError, match="must be a whole number from"):
        call_command(command, *options)
