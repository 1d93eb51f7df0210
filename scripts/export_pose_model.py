"""Runs in the environment that scripts/export_pose_model makes: YOLOv8-pose weights in, ONNX with free sizes out."""

import hashlib
import shutil
import sys
import tempfile
from pathlib import Path

from ultralytics import YOLO

OPSET = 17


def main(weights: Path, output: Path) -> None:
    """Export `weights` and print the hash for POSE_MODEL_SHA256."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(shutil.copy(weights, scratch))
        made = YOLO(copy, task="pose").export(format="onnx", opset=OPSET, dynamic=True, simplify=False, device="cpu")
        output.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(made, output)
    print(f"POSE_MODEL_PATH={output}")
    print(f"POSE_MODEL_SHA256={hashlib.sha256(output.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
