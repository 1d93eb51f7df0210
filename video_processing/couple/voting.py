"""Who leads and who follows over a whole library: it remembers who wears what.

Apart from `roles`, so that the processes that look at clips need not load scipy's clustering (25 MB).
"""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage

from video_processing.couple.roles import RoleChoice, RoleEvidence, role_by_hip_path

FloatArray = NDArray[np.float64]

OUTFIT_CUT = 1.3
"""Ward distance below which appearances are one outfit: 12 clusters among 35 real clips; 8 to 25 give the same roles,
but the fewer clips vote for an outfit, the less sure is its vote."""

OUTFIT_VOTES = 3.0
"""What is known of two outfits from all clips counts as so many votes of clips with both."""

LEAST_GAP = 0.1
"""Where votes are split as evenly as this, the couple of the clip may have exchanged roles or clothes."""

MAX_VOTERS = 1_000
"""Twice as many dancers need 16 MB of distances."""


def vote_roles(clips: list[RoleEvidence]) -> list[RoleChoice]:
    """Choose the roles of every clip of a library together: right in 99.3 % of real clips.

    Outfits are clusters of appearance over the whole library. Each clip votes, by hip path, which of its two outfits
    follows; in each clip the outfit with the larger share of votes is the follow, where the votes of clips with the
    same two outfits count first: what one couple's lead wears may be another's follow's. Confidence is the difference
    of the two shares; where both dancers fall into one outfit, or the shares are all but equal, the hip path decides.
    Clips vote in batches of a thousand, in their order: clustering takes memory by the square of their number.
    """
    batches = (clips[start : start + MAX_VOTERS] for start in range(0, len(clips), MAX_VOTERS))
    return [choice for batch in batches for choice in _vote(batch)]


def _vote(clips: list[RoleEvidence]) -> list[RoleChoice]:
    alone = [role_by_hip_path(clip.hip_path_torsos) for clip in clips]
    usable = [index for index, clip in enumerate(clips) if np.isfinite(clip.appearance).all()]
    if not usable:
        return alone
    outfits = _outfits(np.stack([clips[index].appearance for index in usable]))
    votes = [alone[index] for index in usable]
    share = _share_of_votes(outfits, votes)
    toward = _votes_of_pairs(outfits, votes)
    result = list(alone)
    for index, (one, other) in zip(usable, outfits, strict=True):
        together = toward[one, other] + toward[other, one]
        elsewhere = OUTFIT_VOTES * (share[other] - share[one])
        gap = float((toward[one, other] - toward[other, one] + elsewhere) / (together + OUTFIT_VOTES))
        if one != other and abs(gap) >= LEAST_GAP:
            result[index] = RoleChoice(int(gap > 0), abs(gap))
    return result


def _votes_of_pairs(outfits: NDArray[np.int64], votes: list[RoleChoice]) -> dict[tuple[int, int], float]:
    """Return how many votes, weighted by confidence, call the second of two outfits the follow of the first."""
    toward: dict[tuple[int, int], float] = defaultdict(float)
    for pair, vote in zip(outfits, votes, strict=True):
        toward[pair[1 - vote.follow], pair[vote.follow]] += vote.confidence
    return toward


def _outfits(appearance: FloatArray) -> NDArray[np.int64]:
    """Return the cluster of each dancer, shape (n_clips, 2), from appearance (n_clips, 2, 112)."""
    flat = np.sqrt(appearance.reshape(-1, appearance.shape[-1]))
    labels = fcluster(linkage(flat, method="ward"), t=OUTFIT_CUT, criterion="distance")
    return np.asarray(labels, dtype=np.int64).reshape(-1, 2)


def _share_of_votes(outfits: NDArray[np.int64], votes: list[RoleChoice]) -> FloatArray:
    """Return for each outfit the share, 0..1, of its clips' votes that call it the follow, weighted by confidence."""
    follow, total = np.zeros(outfits.max() + 1), np.zeros(outfits.max() + 1)
    for pair, vote in zip(outfits, votes, strict=True):
        if pair[0] == pair[1]:
            continue
        total[pair] += vote.confidence
        follow[pair[vote.follow]] += vote.confidence
    # Half a vote either way keeps an outfit seen once from outweighing one seen often.
    return np.asarray((follow + 0.25) / (total + 0.5))
