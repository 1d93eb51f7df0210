"""Makes a pose network fit for a worker: trimmed, and in eight bits where the processor is made for them.

A program of its own: what it needs for that, and the weights, would stay in a worker that needs them only once.
"""

import json
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from video_processing.pose.detector import PoseModelInvalidError
from video_processing.pose.grids import GridOutputs
from video_processing.pose.quantising import multiplies_bytes, quantise_network, see_the_same
from video_processing.pose.trimming import trim_network


def main(source: Path, destination: Path) -> None:
    """Write a network that is fit for a worker and print its grids as JSON; if it is built otherwise, only []."""
    print(json.dumps([asdict(grid) for grid in prepare_network(source, destination)]))


def prepare_network(source: Path, destination: Path) -> tuple[GridOutputs, ...]:
    """Write a YOLOv8-pose network as a worker needs it; for one that is built otherwise write and return nothing."""
    grids = trim_network(source, destination)
    if grids and multiplies_bytes():
        small = destination.with_suffix(".int8.onnx")
        quantise_network(destination, small, grids)
        with suppress(PoseModelInvalidError):  # before opset 13 of ONNX nothing is quantised per channel
            if see_the_same(destination, small, grids):
                small.replace(destination)
    return grids


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
