"""The one door to ONNX Runtime: a YOLOv8-pose network that finds people and their 17 COCO keypoints."""

import hashlib
import json
import logging
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from common.errors import InputError, UnavailableError
from common.processes import ProcessFailedError, ProcessTimeoutError, run
from common.scratch import scratch_folder
from video_processing.pose.detections import (
    N_KEYPOINTS,
    FrameDetections,
    distinct_people,
    no_detections,
)
from video_processing.pose.grids import GridOutputs, output_names, read_grid
from video_processing.pose.letterbox import Letterbox, letterbox, network_input

logger = logging.getLogger(__name__)

FloatArray = NDArray[np.float64]

N_ROW = 5 + 3 * N_KEYPOINTS
"""Of a person: centre x, y, width, height, confidence, then x, y, confidence of each keypoint."""

MIN_CONFIDENCE = 0.3
"""Both dancers are seen in 88 % of frames at 0.3, in 85 % at 0.5; at 0.15 chairs begin to dance. Weaker ones (0.2) of
a dancer half hidden behind the other lie twice as far off, and their vectors find fewer related moves."""

MAX_PEOPLE = 4

PREPARING, PREPARING_TIMEOUT_S = (sys.executable, "-m", "video_processing.pose.preparing"), 60.0
"""Takes two to three seconds of one core, once a worker."""
PROJECT = Path(__file__).resolve().parents[2]

BUDGET_PX = 130_000
"""384 x 339 of a real clip without its bars: both dancers are seen in 86.1 % of frames, 86.4 % at 416 px and 86.9 % at
448 px wide, for 16.6, 19.1 and 22.1 ms a frame; 640 px finds no more of those who hide behind their partner."""


class PoseModelMissingError(UnavailableError):
    """The pose model is not where the settings say it is."""

    code = "pose_model_missing"


class PoseModelInvalidError(InputError):
    """The pose model's file is not the one expected."""

    code = "pose_model_invalid"


class PoseDetector:
    """A loaded network. Safe to call from several threads; holds no state of a clip."""

    def __init__(
        self, model_path: Path, *, sha256: str | None = None, threads: int = 2, budget_px: int = BUDGET_PX
    ) -> None:
        """Load the network.

        `sha256` (hexadecimal) refuses any other file; `threads` frames are looked at side by side, one core each;
        pictures are brought down to `budget_px` pixels before the network sees them.

        Raises PoseModelMissingError, PoseModelInvalidError.
        """
        _check_file(model_path, sha256)
        self._network = _load(model_path)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="pose")
        self.threads = threads
        self.budget_px = budget_px

    def detect(self, frames: NDArray[np.uint8]) -> tuple[FrameDetections, ...]:
        """Return the people of each RGB frame (n, H, W, 3), at most four, in pixels of those frames."""
        if frames.ndim != 4 or frames.shape[-1] != 3 or frames.dtype != np.uint8:
            raise ValueError(f"frames are uint8 (n, H, W, 3), not {frames.dtype} {frames.shape}")
        return tuple(self._pool.map(self.detect_one, frames))

    def detect_one(self, frame: NDArray[np.uint8]) -> FrameDetections:
        """Return the people of one RGB frame (H, W, 3), at most four, in its pixels."""
        box = letterbox(frame.shape[1], frame.shape[0], self.budget_px)
        return read_rows(self._network.look(network_input(frame[None], box)), box)


class _WholeNetwork:
    """A network that gives its people as rows itself."""

    def __init__(self, model_path: Path) -> None:
        self._session = _session(model_path)
        self._input_name = _only_input(self._session)

    def look(self, picture: NDArray[np.float32]) -> FloatArray:
        """Return the likely people of a picture (1, 3, H, W), shape (n, 56)."""
        (answer,) = self._session.run(None, {self._input_name: picture})[:1]
        if answer.ndim != 3 or answer.shape[1] != N_ROW:
            raise PoseModelInvalidError("The pose model must answer with 17 keypoints a person [N, 56, anchors].")
        return likely_rows(answer[0])


class TrimmedNetwork:
    """A network without its last steps and without what finds people smaller than dancers."""

    def __init__(self, path: Path, grids: tuple[GridOutputs, ...]) -> None:
        self._session = _session(path)
        self._input_name = _only_input(self._session)
        self._names = output_names(grids)
        self._strides_px = [grid.stride_px for grid in grids]

    def look(self, picture: NDArray[np.float32]) -> FloatArray:
        """Return the likely people of a picture (1, 3, H, W), shape (n, 56)."""
        answers = [answer[0] for answer in self._session.run(self._names, {self._input_name: picture})]
        grids = zip(*(iter(answers),) * 3, self._strides_px, strict=True)
        return np.concatenate([read_grid(*grid, MIN_CONFIDENCE) for grid in grids])


def likely_rows(answer: NDArray[np.float32]) -> FloatArray:
    """Return the likely people of a whole network's answer for one picture, shape (56, n_cells), as rows (n, 56)."""
    return np.asarray(answer[:, answer[4] > MIN_CONFIDENCE].T.astype(np.float64))


def read_rows(likely: FloatArray, box: Letterbox) -> FrameDetections:
    """Return the people, at most four, of rows (n, 56) in the network's pixels: in pixels of the picture."""
    if len(likely) == 0:
        return no_detections()
    centre, half_size = likely[:, :2], likely[:, 2:4] / 2
    boxes = np.concatenate([centre - half_size, centre + half_size], axis=1)
    found = FrameDetections(boxes, likely[:, 4], likely[:, 5:].reshape(-1, N_KEYPOINTS, 3))
    return distinct_people(found, MAX_PEOPLE).moved(1 / box.scale, (0.0, 0.0))


def _check_file(model_path: Path, sha256: str | None) -> None:
    try:
        with model_path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise PoseModelMissingError("The pose model file cannot be read.") from error
    if sha256 is not None and digest != sha256.lower():
        raise PoseModelInvalidError("The pose model file is not the expected one: its hash differs.")


def _load(model_path: Path) -> _WholeNetwork | TrimmedNetwork:
    """Try the network on a small grey picture too: whether it takes any size is only known by running it."""
    with scratch_folder("pose") as folder:
        prepared_path = folder / "prepared.onnx"
        grids = _prepare(model_path, prepared_path)
        network = TrimmedNetwork(prepared_path, grids) if grids else _WholeNetwork(model_path)
    try:
        network.look(np.full((1, 3, 64, 96), 0.5, dtype=np.float32))
    except PoseModelInvalidError:
        raise
    except Exception as error:
        raise PoseModelInvalidError("The pose model must take pictures of any size that 32 divides.") from error
    return network


def _prepare(source: Path, destination: Path) -> tuple[GridOutputs, ...]:
    try:
        ended = run(
            [*PREPARING, str(source.absolute()), str(destination)],
            timeout_s=PREPARING_TIMEOUT_S,
            environment={"PYTHONPATH": str(PROJECT), "TMPDIR": str(destination.parent)},
        )
    except (ProcessFailedError, ProcessTimeoutError):  # a full disk, say: no fault of the model
        logger.warning("the pose network could not be prepared and is used as it is: slower, with the same people")
        return ()
    return tuple(GridOutputs(**grid) for grid in json.loads(ended.stdout))


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    # One core a frame and several frames at once: 8 % less processor time a frame than two cores a frame.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False  # 4 MB less at the same speed
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise PoseModelInvalidError("The pose model file is not an ONNX network that can be loaded.") from error


def _only_input(session: onnxruntime.InferenceSession) -> str:
    inputs = session.get_inputs()
    if len(inputs) != 1 or inputs[0].type != "tensor(float)" or len(inputs[0].shape) != 4:
        raise PoseModelInvalidError("The pose model must take one float picture [N, 3, H, W].")
    return str(inputs[0].name)
