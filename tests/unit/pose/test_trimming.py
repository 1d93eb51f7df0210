import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest

from tests.unit.pose.tiny_network import CHANNELS, write_network
from video_processing.pose import detector
from video_processing.pose.detector import PoseDetector, PoseModelInvalidError
from video_processing.pose.grids import output_names
from video_processing.pose.trimming import trim_network


def answers(model, names, picture):
    return onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"]).run(names, {"images": picture})


def test_the_finest_grid_is_left_out_and_the_others_say_the_same(tmp_path):
    path = write_network(tmp_path / "model.onnx")
    picture = np.random.default_rng(1).random((1, 3, 64, 96), dtype=np.float32)

    grids = trim_network(path, tmp_path / "trimmed.onnx")

    assert [grid.stride_px for grid in grids] == [16, 32]
    (whole,) = answers(str(path), None, picture)
    parts = answers(str(tmp_path / "trimmed.onnx"), output_names(grids), picture)
    n_finest, n_middle = 8 * 12, 4 * 6
    middle, coarsest = slice(n_finest, n_finest + n_middle), slice(n_finest + n_middle, None)
    first = {"boxes": 0, "confidence": 64, "keypoints": 65}
    expected = [
        whole[0, first[kind] : first[kind] + n_channels, cells]
        for cells in (middle, coarsest)
        for kind, n_channels in CHANNELS.items()
    ]
    for part, wanted in zip(parts, expected, strict=True):
        np.testing.assert_allclose(part.reshape(wanted.shape), wanted, rtol=1e-5, atol=1e-6)


def test_what_only_the_finest_grid_needs_is_gone(tmp_path):
    trim_network(write_network(tmp_path / "model.onnx"), tmp_path / "trimmed.onnx")

    graph = onnx.load(tmp_path / "trimmed.onnx").graph
    assert not [name for node in graph.node for name in node.output if name.endswith("8")]
    assert not [tensor.name for tensor in graph.initializer if "8." in tensor.name]


@pytest.mark.parametrize(
    "built", [{"strides_px": (16, 32)}, {"channels": {"boxes": 4, "confidence": 1, "keypoints": 51}}]
)
def test_a_network_that_is_built_otherwise_is_not_trimmed(tmp_path, built):
    assert trim_network(write_network(tmp_path / "model.onnx", **built), tmp_path / "trimmed.onnx") == ()
    assert not (tmp_path / "trimmed.onnx").exists()


def test_a_network_that_is_built_otherwise_is_used_whole_or_refused_for_its_answer(tmp_path):
    with pytest.raises(PoseModelInvalidError, match="17 keypoints a person"):
        PoseDetector(write_network(tmp_path / "model.onnx", strides_px=(16, 32)))
    rows = {"boxes": 4, "confidence": 1, "keypoints": 51}

    whole = PoseDetector(write_network(tmp_path / "rows.onnx", channels=rows))

    assert len(whole.detect_one(np.zeros((64, 96, 3), dtype=np.uint8))) <= 4


def test_a_network_that_cannot_be_prepared_for_lack_of_room_is_used_whole(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(detector, "PREPARING", ("false",))
    rows = {"boxes": 4, "confidence": 1, "keypoints": 51}

    whole = PoseDetector(write_network(tmp_path / "rows.onnx", channels=rows))

    assert len(whole.detect_one(np.zeros((64, 96, 3), dtype=np.uint8))) <= 4
    assert "used as it is" in caplog.text


def test_what_preparing_keeps_meanwhile_lies_beside_its_result_and_goes_with_it(tmp_path, monkeypatch):
    script = "import sys, tempfile; open(sys.argv[1] + '.told', 'w').write(tempfile.gettempdir()); print([])"
    monkeypatch.setattr(detector, "PREPARING", (sys.executable, "-c", script))
    rows = {"boxes": 4, "confidence": 1, "keypoints": 51}

    PoseDetector(write_network(tmp_path / "rows.onnx", channels=rows))

    folder = Path((tmp_path / "rows.onnx.told").read_text())
    assert folder.name.startswith("bb-pose-")
    assert not folder.exists()
