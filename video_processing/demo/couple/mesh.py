"""Surfaces bound to bones: grids of points in the bind pose, each point held by up to three bones."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from video_processing.demo.couple.anatomy import Bone, FloatArray, Physique, bind_origins

IntArray = NDArray[np.int32]
Colour = tuple[float, float, float]
"""Red, green, blue as on screen, 0..255."""

BONES_PER_POINT = 3


@dataclass(frozen=True)
class Mesh:
    """A skin ready to be posed. All float32, n points and m triangles."""

    offsets_m: NDArray[np.float32]
    """(n, 3 bones, 3): the point in each of its bones' own axes."""
    normals: NDArray[np.float32]
    """(n, 3) unit, bind pose."""
    bones: IntArray
    """(n, 3)."""
    weights: NDArray[np.float32]
    """(n, 3), rows sum to 1."""
    albedo: NDArray[np.float32]
    """(n, 3) linear light, 0..1."""
    gloss: NDArray[np.float32]
    """(n,) 0 matt .. 1 satin."""
    triangles: IntArray
    """(m, 3), counter-clockwise seen from outside."""


@dataclass
class Sculpture:
    """Collects grids of points, then casts them into one Mesh."""

    body: Physique
    points: list[FloatArray] = field(default_factory=list)
    normals: list[FloatArray] = field(default_factory=list)
    colours: list[FloatArray] = field(default_factory=list)
    gloss: list[FloatArray] = field(default_factory=list)
    weights: list[FloatArray] = field(default_factory=list)
    triangles: list[IntArray] = field(default_factory=list)
    n_points: int = 0

    def add(
        self,
        grid_m: FloatArray,
        colour: Colour | FloatArray,
        bones: Mapping[Bone, float | FloatArray],
        *,
        closed: bool = True,
        gloss: float = 0.1,
        two_sided: bool = False,
        outward_from_m: FloatArray | None = None,
    ) -> None:
        """Add a grid of points, shape (rows, columns, 3); `closed` joins the last column to the first."""
        rows, columns, _ = grid_m.shape
        normals = _grid_normals(grid_m, closed)
        centre = grid_m.mean(axis=1, keepdims=True) if outward_from_m is None else outward_from_m
        inside_out = float(((grid_m - centre) * normals).sum()) < 0
        faces = _grid_faces(rows, columns, closed)
        if inside_out:
            normals = -normals
            faces = faces[:, ::-1]
        self._append(grid_m, normals, colour, bones, gloss, faces)
        if two_sided:
            self._append(grid_m, -normals, np.asarray(colour) * 0.55, bones, gloss, faces[:, ::-1])

    def _append(
        self,
        grid_m: FloatArray,
        normals: FloatArray,
        colour: Colour | FloatArray,
        bones: Mapping[Bone, float | FloatArray],
        gloss: float,
        faces: IntArray,
    ) -> None:
        count = grid_m.shape[0] * grid_m.shape[1]
        table = np.zeros((count, len(Bone)))
        for bone, weight in bones.items():
            table[:, bone] = np.broadcast_to(np.asarray(weight, dtype=float), grid_m.shape[:2]).reshape(-1)
        self.points.append(grid_m.reshape(-1, 3))
        self.normals.append(normals.reshape(-1, 3))
        self.colours.append(np.broadcast_to(np.asarray(colour, dtype=float), grid_m.shape).reshape(-1, 3))
        self.gloss.append(np.full(count, gloss))
        self.weights.append(table)
        self.triangles.append(faces.astype(np.int32) + np.int32(self.n_points))
        self.n_points += count

    def cast(self) -> Mesh:
        """Return all grids as one mesh."""
        points, table = np.concatenate(self.points), np.concatenate(self.weights)
        bones = np.argsort(-table, axis=1)[:, :BONES_PER_POINT]
        weights = np.take_along_axis(table, bones, axis=1)
        weights /= weights.sum(axis=1, keepdims=True)
        offsets = points[:, None, :] - bind_origins(self.body)[bones]
        return Mesh(
            offsets_m=offsets.astype(np.float32),
            normals=np.concatenate(self.normals).astype(np.float32),
            bones=bones.astype(np.int32),
            weights=weights.astype(np.float32),
            albedo=((np.concatenate(self.colours) / 255.0) ** 2.0).astype(np.float32),
            gloss=np.concatenate(self.gloss).astype(np.float32),
            triangles=np.ascontiguousarray(np.concatenate(self.triangles)),
        )


def _grid_normals(grid_m: FloatArray, closed: bool) -> FloatArray:
    along = np.gradient(grid_m, axis=0)
    around = np.roll(grid_m, -1, axis=1) - np.roll(grid_m, 1, axis=1) if closed else np.gradient(grid_m, axis=1)
    normals = np.cross(around, along)
    length = np.linalg.norm(normals, axis=-1, keepdims=True)
    return np.asarray(normals / np.maximum(length, 1e-12))


def _grid_faces(rows: int, columns: int, closed: bool) -> IntArray:
    row, column = np.mgrid[0 : rows - 1, 0 : columns if closed else columns - 1]
    here = row * columns + column
    beside = row * columns + (column + 1) % columns
    quads = np.stack([here, beside, beside + columns, here + columns], axis=-1).reshape(-1, 4)
    return np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]]).astype(np.int32)


def loft(
    y_m: FloatArray,
    half_width_m: FloatArray,
    front_m: FloatArray,
    back_m: FloatArray,
    *,
    centre_x_m: FloatArray | float = 0.0,
    centre_z_m: FloatArray | float = 0.0,
    columns: int = 20,
    squareness: float = 1.0,
) -> FloatArray:
    """Return rings about the y axis, shape (rows, columns, 3); column 0 is the left side, a quarter on is the front."""
    angle = np.linspace(0.0, 2 * np.pi, columns, endpoint=False)
    cosine, sine = np.cos(angle), np.sin(angle)
    cosine = np.sign(cosine) * np.abs(cosine) ** squareness
    sine = np.sign(sine) * np.abs(sine) ** squareness
    depth = np.where(sine > 0, front_m[:, None], back_m[:, None])
    x = np.broadcast_to(np.asarray(centre_x_m), y_m.shape)[:, None] + half_width_m[:, None] * cosine
    z = np.broadcast_to(np.asarray(centre_z_m), y_m.shape)[:, None] + depth * sine
    return np.stack([x, np.broadcast_to(y_m[:, None], x.shape), z], axis=-1)


def table(rows: tuple[tuple[float, ...], ...], n_rows: int) -> FloatArray:
    """Return the rows of a table refined to `n_rows` by a smooth curve through them, shape (n_columns, n_rows)."""
    coarse = np.array(rows)
    at = np.linspace(0.0, len(rows) - 1.0, n_rows)
    index = np.minimum(at.astype(int), len(rows) - 2)
    t = (at - index)[:, None]
    slope = np.gradient(coarse, axis=0)
    p0, p1, m0, m1 = coarse[index], coarse[index + 1], slope[index], slope[index + 1]
    curve = (
        (2 * t**3 - 3 * t**2 + 1) * p0 + (t**3 - 2 * t**2 + t) * m0 + (3 * t**2 - 2 * t**3) * p1 + (t**3 - t**2) * m1
    )
    return np.asarray(curve.T)
