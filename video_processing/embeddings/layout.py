"""The fixed layout of the pose vectors: names and sizes of blocks, in order. Bump the version with any change."""

EMBEDDING_VERSION = 2

DANCER_BLOCKS = {
    "phase_pose": 192,
    "pose_stats": 96,
    "angles": 48,
    "speed": 48,
    "period": 48,
    "orient": 32,
    "traj": 32,
    "arms": 16,
}
INTERACTION_BLOCKS = {
    "dist": 96,
    "hands": 28,
    "rel": 32,
    "vcorr": 25,
    "geom": 30,
    "energy": 37,
    "overlap": 8,
}


def block_slices(blocks: dict[str, int]) -> dict[str, slice]:
    """Return where each block lies in its vector."""
    slices, start = {}, 0
    for name, size in blocks.items():
        slices[name] = slice(start, start + size)
        start += size
    return slices
