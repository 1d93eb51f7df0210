"""Sentences as vectors, each embedded once: loading the sentence model takes seconds and half a gigabyte."""

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ai_services.text_embedding import TEXT_DIMENSION, embed_texts
from ai_services.vocabulary import Difficulty, Energy, Style
from choreography.models import SentenceVector
from choreography.queue.worker_measures import cache_used

FloatArray = NDArray[np.float64]
MODEL = "all-MiniLM-L6-v2"


def sentence_vectors(sentences: Sequence[str]) -> FloatArray:
    """Return one unit vector a sentence, shape (n, 384). Raises TextModelUnavailableError."""
    keys = [hashlib.sha256(f"{MODEL}\n{sentence}".encode()).hexdigest() for sentence in sentences]
    known = {row.sentence_sha256: row.vector for row in SentenceVector.objects.filter(sentence_sha256__in=keys)}
    missing = {key: sentence for key, sentence in zip(keys, sentences, strict=True) if key not in known}
    cache_used("sentences", not missing)
    if missing:
        made = dict(zip(missing, embed_texts(list(missing.values())), strict=True))
        rows = [SentenceVector(sentence_sha256=key, vector=vector) for key, vector in made.items()]
        SentenceVector.objects.bulk_create(rows, ignore_conflicts=True)
        known |= made
    vectors = [np.asarray(known[key], dtype=np.float64) for key in keys]
    return np.array(vectors).reshape(len(keys), TEXT_DIMENSION)


def wish_sentence(difficulty: Difficulty, energy: Energy, style: Style) -> str:
    """Return a wish in words like those of the moves' own sentences."""
    return f"A {style.value} bachata move, {difficulty.value} difficulty, {energy.value} energy, {style.value} style."


def learn_wishes() -> None:
    """Embed every wish a form can make, so that no plan waits for the sentence model."""
    sentence_vectors([wish_sentence(d, e, s) for d in Difficulty for e in Energy for s in Style])
