"""How much each move sounds like a section, and reads like the wish: cosines, z-scored over the library."""

import numpy as np

from choreography.planning.columns import unit_rows
from choreography.planning.inputs import BoolArray, FloatArray
from choreography.planning.library import Library

AUDIO_SIZE = 128
TEXT_SIZE = 384


def section_likeness(library: Library, section_embeddings: FloatArray) -> FloatArray:
    """Return the z-scored cosine of each section's and each clip's sound, shape (n_sections, n_moves); 0 if unknown."""
    sound = unit_rows([move.audio for move in library.moves], AUDIO_SIZE)
    known = np.array([move.audio is not None for move in library.moves], dtype=np.bool_)
    cosines = np.asarray(section_embeddings, dtype=np.float64).reshape(-1, AUDIO_SIZE) @ sound.T
    return np.array([_z(row, known) for row in cosines]).reshape(-1, len(known))


def word_likeness(library: Library, words: FloatArray | None) -> FloatArray:
    """Return the z-scored cosine of the wish's and each move's text vectors, shape (n_moves,); 0 where unknown."""
    known = np.array([move.text is not None for move in library.moves], dtype=np.bool_)
    if words is None:
        return np.zeros(len(known))
    return _z(unit_rows([move.text for move in library.moves], TEXT_SIZE) @ unit_rows([words], TEXT_SIZE)[0], known)


def _z(cosines: FloatArray, known: BoolArray) -> FloatArray:
    spread = cosines[known].std() if known.any() else 0.0
    return np.where(known, (cosines - cosines[known].mean()) / spread, 0.0) if spread > 0 else np.zeros(len(cosines))
