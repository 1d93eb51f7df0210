"""A network with the ends of YOLOv8-pose: three grids of 8, 16 and 32 px, and the sum that makes one answer of them."""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

CHANNELS = {"boxes": 64, "confidence": 1, "keypoints": 51}


def write_network(path: Path, *, strides_px=(8, 16, 32), channels=None, seed=0, opset=17) -> Path:
    """Write a network whose whole answer is (1, 116, n_cells): the raw outputs of all its grids side by side."""
    channels = CHANNELS if channels is None else channels
    random = np.random.default_rng(seed)
    weights, joined = [], []
    nodes = [
        helper.make_node("AveragePool", ["images"], [f"pooled{px}"], kernel_shape=[px, px], strides=[px, px])
        for px in strides_px
    ]
    for kind, n_channels in channels.items():
        for stride_px in strides_px:
            name = f"{kind}{stride_px}"
            before = random.normal(size=(8, 3, 3, 3)).astype(np.float32)
            last = random.normal(size=(n_channels, 8, 1, 1)).astype(np.float32)
            weights += [numpy_helper.from_array(before, f"{name}.a"), numpy_helper.from_array(last, f"{name}.b")]
            nodes += [
                helper.make_node(
                    "Conv", [f"pooled{stride_px}", f"{name}.a"], [f"{name}.c"], f"{name}.first", pads=[1] * 4
                ),
                helper.make_node("Conv", [f"{name}.c", f"{name}.b"], [name], f"{name}.last"),
            ]
    shape = numpy_helper.from_array(np.array([1, sum(channels.values()), -1]), "rows")
    for stride_px in strides_px:
        nodes += [
            helper.make_node("Concat", [f"{kind}{stride_px}" for kind in channels], [f"all{stride_px}"], axis=1),
            helper.make_node("Reshape", [f"all{stride_px}", "rows"], [f"flat{stride_px}"]),
        ]
        joined.append(f"flat{stride_px}")
    nodes.append(helper.make_node("Concat", joined, ["output0"], axis=2))
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("images", TensorProto.FLOAT, ["n", 3, "h", "w"])],
        [helper.make_tensor_value_info("output0", TensorProto.FLOAT, None)],
        [*weights, shape],
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8), path)
    return path
