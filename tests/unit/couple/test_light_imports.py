"""What a process that looks at clips has in memory: every worker of an import pays for it."""

import subprocess
import sys

import pytest

HEAVY = ("scipy.optimize", "scipy.cluster", "scipy.stats", "scipy.signal", "sklearn", "torch", "numba", "librosa")


@pytest.mark.parametrize("module", HEAVY)
def test_an_import_of_clips_loads_nothing_that_it_does_not_use(module, loaded_by_ingest):
    assert module not in loaded_by_ingest


@pytest.fixture(scope="module")
def loaded_by_ingest():
    """Return the modules loaded in a fresh process that has imported the ingest."""
    told = "import sys, video_processing.ingest; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, timeout=60, check=True)
    return set(done.stdout.split())
