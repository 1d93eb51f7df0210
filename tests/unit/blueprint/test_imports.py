"""The slim assembly worker reads blueprints without the machine learning packages."""

import subprocess
import sys

HEAVY = ("faiss", "scipy", "torch", "onnxruntime", "cv2", "sentence_transformers")


def test_reading_a_blueprint_loads_no_machine_learning():
    modules = "loading captions chapters diff counts"
    code = "; ".join(f"import choreography.blueprint.{module}" for module in modules.split())
    code += f"; import sys; print([name for name in {HEAVY!r} if name in sys.modules])"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)

    assert loaded.stdout.strip() == "[]"
