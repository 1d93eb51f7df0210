from itertools import pairwise

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto

from tests.unit.pose.tiny_network import write_network
from video_processing.pose import preparing
from video_processing.pose.calibration import calibration_pictures
from video_processing.pose.grids import output_names
from video_processing.pose.quantising import multiplies_bytes, quantise_network, see_the_same
from video_processing.pose.trimming import trim_network


@pytest.fixture
def trimmed(tmp_path):
    path = tmp_path / "trimmed.onnx"
    return path, trim_network(write_network(tmp_path / "model.onnx"), path)


def test_the_drawn_pictures_are_the_same_each_time_and_no_two_alike():
    pictures, again = (list(calibration_pictures()) for _ in range(2))

    np.testing.assert_array_equal(pictures, again)
    assert np.shape(pictures) == (4, 252, 288, 3)
    assert min(np.abs(one - other.astype(float)).mean() for one, other in pairwise(pictures)) > 20


def test_a_quantised_network_multiplies_bytes_but_in_its_first_and_last_layers(trimmed, tmp_path):
    path, grids = trimmed

    quantise_network(path, tmp_path / "small.onnx", grids)

    weights = {tensor.name: tensor.data_type for tensor in onnx.load(tmp_path / "small.onnx").graph.initializer}
    kernels = {
        name: kind for name, kind in weights.items() if ".a" in name and not name.endswith(("scale", "zero_point"))
    }
    assert sorted(kernels.values()) == [TensorProto.FLOAT] + 5 * [TensorProto.INT8]
    assert {kind for name, kind in weights.items() if name.endswith(".b")} == {TensorProto.FLOAT}


def test_a_quantised_network_says_nearly_the_same(trimmed, tmp_path):
    path, grids = trimmed
    quantise_network(path, tmp_path / "small.onnx", grids)
    picture = next(calibration_pictures())[:224].transpose(2, 0, 1)[None].astype(np.float32) / 255

    exact, small = (
        onnxruntime.InferenceSession(name, providers=["CPUExecutionProvider"]).run(
            output_names(grids), {"images": picture}
        )
        for name in (path, tmp_path / "small.onnx")
    )

    for wanted, answer in zip(exact, small, strict=True):
        assert np.abs(answer - wanted).max() < 0.05 * np.ptp(wanted)


def see_nobody(path):
    """Make a network sure of nobody anywhere."""
    model = onnx.load(path)
    for tensor in model.graph.initializer:
        if tensor.name.startswith("confidence"):
            weight = 1.0 if tensor.name.endswith(".a") else -10.0
            tensor.raw_data = np.full(tuple(tensor.dims), weight, dtype=np.float32).tobytes()
    onnx.save(model, path)


def test_networks_see_the_same_only_if_they_find_the_same_people_and_some(trimmed, tmp_path):
    path, grids = trimmed
    assert see_the_same(path, path, grids)
    other = write_network(tmp_path / "other.onnx", seed=1)
    assert not see_the_same(path, other, trim_network(other, other))
    see_nobody(path)
    assert not see_the_same(path, path, grids)


@pytest.mark.parametrize(("has_products", "sees_people"), [(False, True), (True, False)])
def test_a_network_stays_in_floats_for_another_processor_and_where_it_cannot_be_checked(
    tmp_path, monkeypatch, has_products, sees_people
):
    monkeypatch.setattr(preparing, "multiplies_bytes", lambda: has_products)
    model = write_network(tmp_path / "model.onnx")
    if not sees_people:
        see_nobody(model)

    grids = preparing.prepare_network(model, tmp_path / "prepared.onnx")

    trim_network(model, tmp_path / "trimmed.onnx")
    assert [grid.stride_px for grid in grids] == [16, 32]
    assert (tmp_path / "prepared.onnx").read_bytes() == (tmp_path / "trimmed.onnx").read_bytes()


def test_a_network_too_old_to_be_quantised_is_trimmed_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(preparing, "multiplies_bytes", lambda: True)
    model = write_network(tmp_path / "model.onnx", opset=12)

    grids = preparing.prepare_network(model, tmp_path / "prepared.onnx")

    assert trim_network(model, tmp_path / "trimmed.onnx") == grids != ()
    assert (tmp_path / "prepared.onnx").read_bytes() == (tmp_path / "trimmed.onnx").read_bytes()


@pytest.mark.parametrize(
    ("flags", "expected"),
    [("fpu avx2 avx_vnni", True), ("avx512f avx512_vnni vaes", True), ("avx2 avx512f avx512_vnnix", False)],
)
def test_only_processors_known_to_multiply_bytes_get_bytes(tmp_path, flags, expected):
    (tmp_path / "cpuinfo").write_text(f"processor : 0\nflags\t\t: {flags}\nbugs\t: none\n")

    assert multiplies_bytes(tmp_path / "cpuinfo") is expected
    assert not multiplies_bytes(tmp_path / "no such file")
