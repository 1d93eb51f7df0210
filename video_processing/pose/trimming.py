"""The one door to onnx: takes out of a YOLOv8-pose network what only ever finds people too small to be dancers."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import onnx
from google.protobuf.message import DecodeError

from video_processing.pose.detections import N_KEYPOINTS
from video_processing.pose.grids import N_DISTANCES

FINEST_STRIDE_PX = 8
"""The network looks at three grids, 8, 16 and 32 px apart. Of 826 dancers in real clips none was found on the finest
and 8 on the middle one: dancers fill the picture. The finest costs a third of the time."""

N_GRIDS = 3

N_BOX_CHANNELS = 4 * N_DISTANCES
N_KEYPOINT_CHANNELS = 3 * N_KEYPOINTS


@dataclass(frozen=True)
class GridOutputs:
    """Names of what the network says on one grid, each of shape (n, channels, rows, columns)."""

    stride_px: int
    boxes: str
    """64 channels: left, top, right, bottom, each as logits of 0..15 strides."""
    confidence: str
    """1 channel: a logit."""
    keypoints: str
    """51 channels: x, y and the logit of the confidence of each keypoint."""


@dataclass(frozen=True)
class TrimmedNetwork:
    """A network that ends where its convolutions end; what they mean is read by `video_processing.pose.grids`."""

    onnx: bytes
    grids: tuple[GridOutputs, ...]


def trim_network(path: Path) -> TrimmedNetwork | None:
    """Return a YOLOv8-pose network without its finest grid; None for a network that is built otherwise.

    The same people come out of it as of the whole one, for 22 ms a picture of one core instead of 34.
    """
    try:
        model = onnx.load(path)
    except (DecodeError, ValueError):
        return None
    grids = _find_grids(model.graph)
    if grids is None:
        return None
    kept = grids[1:]
    return TrimmedNetwork(_cut(model, output_names(kept)).SerializeToString(), kept)


def output_names(grids: Iterable[GridOutputs]) -> list[str]:
    """Return the boxes, confidence and keypoints of one grid after the other."""
    return [name for grid in grids for name in (grid.boxes, grid.confidence, grid.keypoints)]


def _find_grids(graph: onnx.GraphProto) -> tuple[GridOutputs, ...] | None:
    """Return the last convolutions of each grid, finest first, as YOLOv8 orders them; None unless all are there."""
    shapes = {tensor.name: tuple(tensor.dims) for tensor in graph.initializer}
    last = _last_convolutions(graph, shapes)
    boxes, confidence, keypoints = (
        [name for name, n_channels in last if n_channels == wanted]
        for wanted in (N_BOX_CHANNELS, 1, N_KEYPOINT_CHANNELS)
    )
    if not len(boxes) == len(confidence) == len(keypoints) == N_GRIDS:
        return None
    strides_px = [FINEST_STRIDE_PX * 2**level for level in range(N_GRIDS)]
    return tuple(map(GridOutputs, strides_px, boxes, confidence, keypoints))


def _last_convolutions(graph: onnx.GraphProto, shapes: dict[str, tuple[int, ...]]) -> list[tuple[str, int]]:
    """Return output and channels of the 1 x 1 convolutions that no other but that of the distances follows, in the
    graph's order."""
    followed: set[str] = set()
    last: list[tuple[str, int]] = []
    for node in reversed(graph.node):
        is_convolution = node.op_type == "Conv"
        n_out, n_in, *kernel = shapes.get(node.input[1], (0, 0)) if is_convolution else (0, 0)
        weighs_distances = (n_out, n_in) == (1, N_DISTANCES)
        leads_on = followed.intersection(node.output)
        if is_convolution and not weighs_distances and not leads_on and kernel == [1, 1]:
            last.append((node.output[0], n_out))
        if leads_on or (is_convolution and not weighs_distances):
            followed.update(node.input)
    return last[::-1]


def _cut(model: onnx.ModelProto, output_names: list[str]) -> onnx.ModelProto:
    """Return the model with these outputs and without all that they do not need."""
    needed, nodes = set(output_names), []
    for node in reversed(model.graph.node):
        if needed.intersection(node.output):
            nodes.append(node)
            needed.update(node.input)
    free = [None] * 4
    outputs = [onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, free) for name in output_names]
    weights = [tensor for tensor in model.graph.initializer if tensor.name in needed]
    graph = onnx.helper.make_graph(nodes[::-1], model.graph.name, model.graph.input, outputs, weights)
    return onnx.helper.make_model(graph, opset_imports=model.opset_import, ir_version=model.ir_version)
