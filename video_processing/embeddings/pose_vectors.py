"""The three pose vectors of a move: measured once from its keypoints, made comparable by its library."""

import io
import zipfile
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from common.errors import InputError
from video_processing.couple.beat_samples import sample_on_beats
from video_processing.embeddings.dancer import dancer_features
from video_processing.embeddings.interaction import interaction_features
from video_processing.embeddings.layout import DANCER_BLOCKS, EMBEDDING_VERSION, INTERACTION_BLOCKS, block_slices
from video_processing.embeddings.normaliser import Normaliser
from video_processing.music.grid import BeatGrid
from video_processing.pose.keypoints import FOLLOW, LEAD, CoupleTrack

FloatArray = NDArray[np.float64]

POSE_BLOCKS = {"lead": DANCER_BLOCKS, "follow": DANCER_BLOCKS, "interaction": INTERACTION_BLOCKS}
POSE_SLICES = block_slices({name: sum(blocks.values()) for name, blocks in POSE_BLOCKS.items()})
"""Where each modality lies among the 1280 raw features."""

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
    def fit(cls, raws: FloatArray) -> "PoseNormaliser":
        """Learn from the raw features (n_moves, 1280) of a library."""
        return cls({name: Normaliser.fit(raws[:, POSE_SLICES[name]], blocks) for name, blocks in POSE_BLOCKS.items()})

    def apply(self, raw: FloatArray) -> dict[str, FloatArray]:
        """Return the vectors `lead` (512,), `follow` (512,) and `interaction` (256,) of a move: see `Normaliser`."""
        return {name: part.apply(raw[POSE_SLICES[name]]) for name, part in self.parts.items()}

    def to_bytes(self) -> bytes:
        """Return the normaliser as npz, about 10 KB."""
        buffer = io.BytesIO()
        mean = np.concatenate([self.parts[name].mean for name in POSE_BLOCKS])
        sd = np.concatenate([self.parts[name].sd for name in POSE_BLOCKS])
        np.savez_compressed(buffer, mean=mean, sd=sd, version=np.array(self.version))
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, content: bytes) -> "PoseNormaliser":
        """Read what `to_bytes` wrote.

        Raises:
            NormaliserFormatError: damaged, or of another version of the embeddings.
        """
        try:
            with np.load(io.BytesIO(content), allow_pickle=False) as stored:
                mean, sd, version = stored["mean"], stored["sd"], int(stored["version"])
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            raise NormaliserFormatError("The stored normaliser is damaged.") from error
        if version != EMBEDDING_VERSION:
            raise NormaliserFormatError(f"The stored normaliser has version {version}, not {EMBEDDING_VERSION}.")
        if mean.shape != (N_POSE_FEATURES,) or sd.shape != (N_POSE_FEATURES,):
            raise NormaliserFormatError("The stored normaliser has the wrong size.")
        return cls(
            {
                name: Normaliser(mean[POSE_SLICES[name]], sd[POSE_SLICES[name]], tuple(blocks.values()))
                for name, blocks in POSE_BLOCKS.items()
            },
            version,
        )
