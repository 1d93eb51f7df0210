import hashlib

import pytest

from video_processing.pose.detector import PoseDetector, PoseModelInvalidError, PoseModelMissingError


def test_a_missing_model_is_said_to_be_missing_without_its_path(tmp_path):
    with pytest.raises(PoseModelMissingError, match="cannot be read") as caught:
        PoseDetector(tmp_path / "secret-place.onnx")

    assert "secret-place" not in str(caught.value)


def test_a_directory_is_no_model(tmp_path):
    with pytest.raises(PoseModelMissingError):
        PoseDetector(tmp_path)


@pytest.mark.parametrize("content", [b"", b"not a network", b"\x08\x09" * 500])
def test_a_file_that_is_no_network_is_refused(tmp_path, content):
    path = tmp_path / "model.onnx"
    path.write_bytes(content)

    with pytest.raises(PoseModelInvalidError, match="not an ONNX network"):
        PoseDetector(path)


def test_a_file_with_another_hash_is_refused_before_it_is_loaded(tmp_path):
    path = tmp_path / "model.onnx"
    path.write_bytes(b"not a network")
    other = hashlib.sha256(b"another").hexdigest()

    with pytest.raises(PoseModelInvalidError, match="hash differs"):
        PoseDetector(path, sha256=other)
    with pytest.raises(PoseModelInvalidError, match="not an ONNX network"):
        PoseDetector(path, sha256=hashlib.sha256(b"not a network").hexdigest().upper())
