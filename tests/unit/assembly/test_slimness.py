import sys
from pathlib import Path

from common.processes import run

HEAVY = "scipy onnxruntime faiss torch cv2 sentence_transformers librosa numba"
MODULES = (
    "video_processing.assembly.fast video_processing.assembly.balanced video_processing.assembly.high_quality "
    "video_processing.mezzanine.making video_processing.mezzanine.poster video_processing.media.audio "
    "video_processing.media.frames video_processing.media.rendition"
)


def test_the_assembly_worker_needs_no_machine_learning() -> None:
    script = (
        "import importlib, sys\n"
        f"[importlib.import_module(name) for name in {MODULES!r}.split()]\n"
        f"print(*sorted(set({HEAVY!r}.split()) & set(sys.modules)))"
    )

    finished = run([sys.executable, "-c", script], timeout_s=60, environment={"PYTHONPATH": str(Path.cwd())})

    assert finished.stdout.decode().strip() == ""
