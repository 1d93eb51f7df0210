"""Takes out of a YOLOv8-pose network what only ever finds people too small to be dancers."""

from pathlib import Path

import onnx
from google.protobuf.message import DecodeError

from video_processing.pose.detections import N_KEYPOINTS
from video_processing.pose.grids import N_DISTANCES, GridOutputs, output_names

FINEST_STRIDE_PX = 8
"""The network looks at three grids, 8, 16 and 32 px apart. Of 826 dancers in real clips none was found on the finest
and 8 on the middle one: dancers fill the picture. The finest costs a third of the time."""

N_GRIDS = 3

N_BOX_CHANNELS = 4 * N_DISTANCES
N_KEYPOINT_CHANNELS = 3 * N_KEYPOINTS


def trim_network(source: Path, destination: Path) -> tuple[GridOutputs, ...]:
    """Write a YOLOv8-pose network without its finest grid; for one that is built otherwise write and return nothing.

    It ends where its convolutions end, and what those say is read by `video_processing.pose.grids`: the same people as
    of the whole one, for 22 ms a picture of one core instead of 34.
    """
    try:
        model = onnx.load(source)
    except (DecodeError, ValueError):
        return ()
    grids = _find_grids(model.graph)[1:]
    if grids:
        _cut(model.graph, output_names(grids))
        onnx.save(model, destination)
    return grids


def _find_grids(graph: onnx.GraphProto) -> tuple[GridOutputs, ...]:
    """Return the last convolutions of each grid, finest first, as YOLOv8 orders them; none unless all are there."""
    shapes = {tensor.name: tuple(tensor.dims) for tensor in graph.initializer}
    last = _last_convolutions(graph, shapes)
    boxes, confidence, keypoints = (
        [name for name, n_channels in last if n_channels == wanted]
        for wanted in (N_BOX_CHANNELS, 1, N_KEYPOINT_CHANNELS)
    )
    if not len(boxes) == len(confidence) == len(keypoints) == N_GRIDS:
        return ()
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


def _cut(graph: onnx.GraphProto, output_names: list[str]) -> None:
    """Give the graph these outputs and take away all that they do not need, in place: weights take megabytes."""
    needed = set(output_names)
    for index in reversed(range(len(graph.node))):
        if needed.intersection(graph.node[index].output):
            needed.update(graph.node[index].input)
        else:
            del graph.node[index]
    for index in reversed(range(len(graph.initializer))):
        if graph.initializer[index].name not in needed:
            del graph.initializer[index]
    del graph.output[:]
    free = [None] * 4
    graph.output.extend(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, free) for name in output_names)
