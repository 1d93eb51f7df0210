"""What each kind of process loads, seen from a fresh interpreter."""

import sys

import pytest

from bachata_buddy.environment import BASE_DIR
from common.processes import run

MACHINE_LEARNING = "torch onnx onnxruntime faiss scipy cv2 sentence_transformers transformers numba librosa sklearn"
CODECS = "av imageio_ffmpeg"
S3 = "boto3 botocore"


def loaded_after(code: str, *, of: str) -> list[str]:
    """Return which of these packages a new process has loaded after running `code`."""
    script = f"import sys\n{code}\nprint('loaded:', *sorted(set({of!r}.split()) & set(sys.modules)))"
    environment = {
        "PYTHONPATH": str(BASE_DIR),
        "DJANGO_SETTINGS_MODULE": "bachata_buddy.settings",
        "MEDIA_ROOT": "/nowhere/media",
    }
    ended = run([sys.executable, "-c", script], timeout_s=120, environment=environment)
    return ended.stdout.decode().rpartition("loaded:")[2].split()


def test_the_assembly_worker_loads_no_machine_learning() -> None:
    code = "import django; django.setup(); import choreography.jobs.assembly"

    assert loaded_after(code, of=MACHINE_LEARNING) == []


def test_the_assembly_worker_loads_its_codecs() -> None:
    """The test above would pass for a process that loads nothing at all."""
    code = "import django; django.setup(); import choreography.jobs.assembly"

    assert "av" in loaded_after(code, of=CODECS)


@pytest.mark.parametrize(
    "code",
    [
        "import bachata_buddy.wsgi; from django.urls import get_resolver; get_resolver().url_patterns",
        "import django; django.setup(); import choreography.maintenance.sweeping",
    ],
    ids=["web", "maintenance"],
)
def test_the_processes_that_never_touch_media_load_neither_models_nor_codecs(code: str) -> None:
    assert loaded_after(code, of=f"{MACHINE_LEARNING} {CODECS}") == []


@pytest.mark.parametrize(
    "code",
    [
        "import bachata_buddy.wsgi; from django.urls import get_resolver; get_resolver().url_patterns",
        "import django; django.setup(); import choreography.jobs.assembly",
        "import django; django.setup(); import choreography.jobs.ingest",
    ],
    ids=["web", "assembly", "ingest"],
)
def test_where_media_lie_on_this_machine_no_process_loads_the_client_of_s3(code: str) -> None:
    assert loaded_after(code, of=S3) == []
