"""The three pose vectors of a move: measured once from its keypoints, made comparable by its library."""

import io
import zipfile
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from common.errors import InputError
from video_processing.couple.beat_samples import sample_on_beats
from video_processing.embeddings.dancer import dancer_features
from video_processing.embeddings.importance import feature_weights
from video_processing.embeddings.interaction import interaction_features
from video_processing.embeddings.layout import DANCER_BLOCKS, EMBEDDING_VERSION, INTERACTION_BLOCKS, block_slices
from video_processing.embeddings.normaliser import Normaliser
from video_processing.music.grid import BeatGrid
from video_processing.pose.keypoints import FOLLOW, LEAD, CoupleTrack

FloatArray = NDArray[np.float64]

POSE_BLOCKS = {"lead": DANCER_BLOCKS, "follow": DANCER_BLOCKS, "interaction": INTERACTION_BLOCKS}
POSE_SLICES = block_slices({name: sum(blocks.values()) for name, blocks in POSE_BLOCKS.items()})
"""Where each modality lies among the 1280 raw features."""

POSE_WEIGHTS = {name: feature_weights(blocks) for name, blocks in POSE_BLOCKS.items()}

STORED_PARTS = ("mean", "sd", "directions", "spread")

N_POSE_FEATURES = sum(sum(blocks.values()) for blocks in POSE_BLOCKS.values())


class NormaliserFormatError(InputError):
    """The stored normaliser cannot be used."""

    code = "invalid_normaliser"


def raw_pose_features(track: CoupleTrack, grid: BeatGrid) -> FloatArray:
    """Return lead 512, follow 512 and interaction 256 features, shape (1280,), NaN where nothing was seen."""
    samples = sample_on_beats(track, grid)
    return np.concatenate(
        [dancer_features(samples, LEAD), dancer_features(samples, FOLLOW), interaction_features(samples)]
    )


@dataclass(frozen=True)
class PoseNormaliser:
    """What is usual in one library, for each of its pose modalities."""

    parts: dict[str, Normaliser]
    """By modality: lead, follow, interaction."""
    version: int = EMBEDDING_VERSION

    @classmethod
    def neutral(cls) -> "PoseNormaliser":
        """Return the normaliser of a library that is not known yet."""
        return cls({name: Normaliser.neutral(weights) for name, weights in POSE_WEIGHTS.items()})

    @classmethod
    def fit(cls, raws: FloatArray) -> "PoseNormaliser":
        """Learn from the raw features (n_moves, 1280) of a library."""
        return cls({name: Normaliser.fit(raws[:, at], POSE_WEIGHTS[name]) for name, at in POSE_SLICES.items()})

    def apply(self, raw: FloatArray) -> dict[str, FloatArray]:
        """Return the vectors `lead` (512,), `follow` (512,) and `interaction` (256,) of a move: see `Normaliser`."""
        return {name: part.apply(raw[POSE_SLICES[name]]) for name, part in self.parts.items()}

    def to_bytes(self) -> bytes:
        """Return the normaliser as npz, about 150 KB."""
        arrays = {f"{name}_{part}": getattr(self.parts[name], part) for name in POSE_BLOCKS for part in STORED_PARTS}
        buffer = io.BytesIO()
        stored = {key: array.astype(np.float32) for key, array in arrays.items()}
        np.savez_compressed(buffer, allow_pickle=False, version=np.array(self.version), **stored)
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, content: bytes) -> "PoseNormaliser":
        """Read what `to_bytes` wrote.

        Raises:
            NormaliserFormatError: damaged, or of another version of the embeddings.
        """
        try:
            with np.load(io.BytesIO(content), allow_pickle=False) as stored:
                version = int(stored["version"])
                arrays = {key: stored[key].astype(np.float64) for key in stored.files if key != "version"}
            parts = {name: _part(arrays, name) for name in POSE_BLOCKS} if version == EMBEDDING_VERSION else {}
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            raise NormaliserFormatError("The stored normaliser is damaged.") from error
        if version != EMBEDDING_VERSION:
            raise NormaliserFormatError(f"The stored normaliser has version {version}, not {EMBEDDING_VERSION}.")
        return cls(parts, version)


def _part(arrays: dict[str, FloatArray], name: str) -> Normaliser:
    mean, sd, directions, spread = (arrays[f"{name}_{part}"] for part in STORED_PARTS)
    size = len(POSE_WEIGHTS[name])
    if mean.shape != (size,) or sd.shape != (size,) or directions.shape != (size, len(spread)):
        raise ValueError(f"the {name} part has the wrong size")
    return Normaliser(mean, sd, POSE_WEIGHTS[name], directions, spread)
