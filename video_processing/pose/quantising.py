"""A pose network in whole numbers of eight bits: twice as fast where the processor multiplies such numbers."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnxruntime.quantization import CalibrationDataReader, QuantType, quantize_static

from video_processing.pose.calibration import SIDES_PX, Picture, calibration_pictures
from video_processing.pose.detections import FrameDetections, keypoint_similarity
from video_processing.pose.detector import BUDGET_PX, TrimmedNetwork, read_rows
from video_processing.pose.grids import GridOutputs, output_names
from video_processing.pose.letterbox import letterbox, network_input

DOT_PRODUCTS = frozenset({"avx512_vnni", "avx_vnni"})
"""What Linux calls the processor's products of eight-bit numbers, summed without saturation. Without them the same sums
saturate (ONNX Runtime's notes on quantisation), or take as long as those of floats."""

MIN_OKS = 0.85
"""Of people in drawn pictures, between both networks: with YOLOv8n-pose it is .94 and more."""


def multiplies_bytes(cpu_info: Path = Path("/proc/cpuinfo")) -> bool:
    """Tell whether this machine's processor is known to have fast products of eight-bit numbers."""
    try:
        words = cpu_info.read_text().split()
    except OSError:  # no Linux
        return False
    return not DOT_PRODUCTS.isdisjoint(words)


def quantise_network(source: Path, destination: Path, grids: Iterable[GridOutputs]) -> None:
    """Write a trimmed network with eight-bit weights and activations (per channel; Jacob et al. 2018).

    Activations get the ranges that they take on `calibration_pictures`. The first convolution, which sees the picture,
    and the last ones, whose answers are distances and logits, stay as they are.
    """
    graph = onnx.load(source).graph
    last = set(output_names(grids))
    convolutions = [node for node in graph.node if node.op_type == "Conv"]
    exact = [convolutions[0], *(node for node in convolutions if last.intersection(node.output))]
    quantize_static(
        source,
        destination,
        _Pictures(graph.input[0].name),
        per_channel=True,
        activation_type=QuantType.QUInt8,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=[node.name for node in exact],
    )


def see_the_same(one: Path, other: Path, grids: tuple[GridOutputs, ...]) -> bool:
    """Tell whether two trimmed networks find the same people, and some, in every one of `calibration_pictures`."""
    networks = (TrimmedNetwork(one, grids), TrimmedNetwork(other, grids))
    return all(
        _are_the_same(*(read_rows(network.look(_input(picture)), _BOX) for network in networks))
        for picture in calibration_pictures()
    )


def _are_the_same(people: FrameDetections, others: FrameDetections) -> bool:
    if not len(people) == len(others) > 0:
        return False
    return bool(keypoint_similarity(people, others).max(axis=1).min() >= MIN_OKS)


_BOX = letterbox(*SIDES_PX, BUDGET_PX)


def _input(picture: Picture) -> NDArray[np.float32]:
    return network_input(picture[None], _BOX)


class _Pictures(CalibrationDataReader):  # type: ignore[misc]  # the library is untyped
    """What ONNX Runtime asks for pictures, one after the other."""

    def __init__(self, input_name: str) -> None:
        self._feeds: Iterator[dict[str, NDArray[np.float32]]] = (
            {input_name: _input(picture)} for picture in calibration_pictures()
        )

    def get_next(self) -> dict[str, NDArray[np.float32]] | None:
        return next(self._feeds, None)
