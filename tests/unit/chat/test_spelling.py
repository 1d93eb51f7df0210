"""Which word was meant where one is misspelled."""

import os
import subprocess
import sys

TYPOS = ("cento", "beginer", "chics", "acent", "cabezazbos", "intrso", "swee", "suavi")
READ = f"from choreography.chat.understanding.spelling import corrected; print(*map(corrected, {TYPOS!r}))"


def test_every_process_takes_a_misspelled_word_for_the_same() -> None:
    read = {
        subprocess.run(
            [sys.executable, "-c", READ],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(read) == 1
    assert read.pop().split() != list(TYPOS)
