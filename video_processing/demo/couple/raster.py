"""Compiled loops: pose a mesh, light it, draw its triangles with four samples a pixel, mix them over the studio.

Light is added up linearly for each point, then kept as its square root (close to a screen's curve), ten bits a
colour in one word a sample: sixteen bytes of colour a pixel instead of 48 keep the loops in the cache.
"""

from collections.abc import Callable
from typing import TypeVar, cast

import numba
import numpy as np
from numpy.typing import NDArray

Float32 = NDArray[np.float32]
Function = TypeVar("Function", bound=Callable[..., object])

SAMPLES = 4


def _compiled(function: Function) -> Function:
    return cast(Function, numba.njit(cache=True, fastmath=True, nogil=True)(function))


@_compiled
def pose_and_light(
    offsets_m: Float32,
    normals: Float32,
    bones: NDArray[np.int32],
    weights: Float32,
    albedo: Float32,
    gloss: Float32,
    rotations: Float32,
    origins_m: Float32,
    eye_m: Float32,
    axes: Float32,
    lens_px: Float32,
    lights: Float32,
    world_m: Float32,
    screen: Float32,
    colours: Float32,
) -> None:
    """Write each point's world place, its picture place (x, y in px, 1/depth in 1/m) and its colour (screen, 0..1023).

    `lens_px`: focal length, half width, half height. `lights`: rows key direction, key colour, fill direction, fill
    colour, rim direction, rim colour, ambient from above, ambient from below.
    """
    for i in range(offsets_m.shape[0]):
        x = y = z = nx = ny = nz = np.float32(0.0)
        n0, n1, n2 = normals[i, 0], normals[i, 1], normals[i, 2]
        for k in range(3):
            w = weights[i, k]
            if w <= 0.0:
                continue
            r = rotations[bones[i, k]]
            o = origins_m[bones[i, k]]
            a, b, c = offsets_m[i, k, 0], offsets_m[i, k, 1], offsets_m[i, k, 2]
            x += w * (r[0, 0] * a + r[0, 1] * b + r[0, 2] * c + o[0])
            y += w * (r[1, 0] * a + r[1, 1] * b + r[1, 2] * c + o[1])
            z += w * (r[2, 0] * a + r[2, 1] * b + r[2, 2] * c + o[2])
            nx += w * (r[0, 0] * n0 + r[0, 1] * n1 + r[0, 2] * n2)
            ny += w * (r[1, 0] * n0 + r[1, 1] * n1 + r[1, 2] * n2)
            nz += w * (r[2, 0] * n0 + r[2, 1] * n1 + r[2, 2] * n2)
        size = np.sqrt(nx * nx + ny * ny + nz * nz) + np.float32(1e-6)
        nx /= size
        ny /= size
        nz /= size
        world_m[i, 0] = x
        world_m[i, 1] = y
        world_m[i, 2] = z
        vx, vy, vz = x - eye_m[0], y - eye_m[1], z - eye_m[2]
        right = axes[0, 0] * vx + axes[0, 1] * vy + axes[0, 2] * vz
        down = axes[1, 0] * vx + axes[1, 1] * vy + axes[1, 2] * vz
        inverse = np.float32(1.0) / (axes[2, 0] * vx + axes[2, 1] * vy + axes[2, 2] * vz)
        screen[i, 0] = lens_px[1] + lens_px[0] * right * inverse
        screen[i, 1] = lens_px[2] + lens_px[0] * down * inverse
        screen[i, 2] = inverse
        distance = np.sqrt(vx * vx + vy * vy + vz * vz)
        facing = -(nx * vx + ny * vy + nz * vz) / distance
        key = nx * lights[0, 0] + ny * lights[0, 1] + nz * lights[0, 2]
        fill = nx * lights[2, 0] + ny * lights[2, 1] + nz * lights[2, 2]
        rim = nx * lights[4, 0] + ny * lights[4, 1] + nz * lights[4, 2]
        # A quarter of wrap stands for the size of a soft light: the edge between light and shade is never hard.
        key = max(np.float32(0.0), (key + np.float32(0.25)) / np.float32(1.25))
        fill = max(np.float32(0.0), (fill + np.float32(0.5)) / np.float32(1.5))
        edge = max(np.float32(0.0), np.float32(1.0) - max(np.float32(0.0), facing))
        rim = max(np.float32(0.0), rim) * edge * edge
        hx, hy, hz = lights[0, 0] - vx / distance, lights[0, 1] - vy / distance, lights[0, 2] - vz / distance
        half = max(np.float32(0.0), (nx * hx + ny * hy + nz * hz) / np.sqrt(hx * hx + hy * hy + hz * hz))
        shine = half * half
        shine = shine * shine
        shine = shine * shine
        shine = gloss[i] * np.float32(0.35) * shine * shine
        sky = np.float32(0.5) + np.float32(0.5) * ny
        for c3 in range(3):
            ambient = lights[6, c3] * sky + lights[7, c3] * (np.float32(1.0) - sky)
            light = ambient + key * lights[1, c3] + fill * lights[3, c3]
            linear = (
                albedo[i, c3] * light + rim * lights[5, c3] * (np.float32(0.25) + albedo[i, c3]) + shine * lights[1, c3]
            )
            colours[i, c3] = np.float32(1023.0) * np.sqrt(min(linear, np.float32(1.0)))


@_compiled
def extent(screen: Float32) -> tuple[Float32, Float32]:
    """Return the least and the largest x and y of points, (2,) each."""
    low, high = screen[0, :2].copy(), screen[0, :2].copy()
    for i in range(screen.shape[0]):
        for axis in range(2):
            low[axis] = min(low[axis], screen[i, axis])
            high[axis] = max(high[axis], screen[i, axis])
    return low, high


@_compiled
def clear(depth: Float32, box: NDArray[np.int64]) -> None:
    """Forget what was drawn inside the box (x0, y0, x1, y1)."""
    for row in range(box[1], box[3]):
        for column in range(box[0], box[2]):
            for s in range(4):
                depth[row, column, s] = 0.0


@_compiled
def _span_start(slope: np.float32, climb: np.float32, least: np.float32, y: np.float32) -> np.float32:
    """Return from which x of a row on a corner's share, slope * x + climb * y, is at least `least`."""
    if slope > np.float32(1e-7):
        return (least - climb * y) / slope
    if slope < np.float32(-1e-7) or climb * y >= least:
        return np.float32(-1e6)
    return np.float32(1e6)


@_compiled
def _span_end(slope: np.float32, climb: np.float32, least: np.float32, y: np.float32) -> np.float32:
    """Return up to which x of a row a corner's share is at least `least`."""
    if slope < np.float32(-1e-7):
        return (least - climb * y) / slope
    return np.float32(1e6)


@_compiled
def _mixed(u: np.float32, v: np.float32, first: Float32, second: Float32, third: Float32) -> np.uint32:
    """Return the packed colour at shares u and v of a triangle's first two corners."""
    u1 = min(max(u, np.float32(0.0)), np.float32(1.0))
    v1 = min(max(v, np.float32(0.0)), np.float32(1.0) - u1)
    w1 = np.float32(1.0) - u1 - v1
    red = np.uint32(u1 * first[0] + v1 * second[0] + w1 * third[0])
    green = np.uint32(u1 * first[1] + v1 * second[1] + w1 * third[1])
    blue = np.uint32(u1 * first[2] + v1 * second[2] + w1 * third[2])
    return (red << np.uint32(20)) | (green << np.uint32(10)) | blue


@_compiled
def draw(
    triangles: NDArray[np.int32], screen: Float32, colours: Float32, depth: Float32, samples: NDArray[np.uint32]
) -> None:
    """Draw front faces into `depth` (height, width, 4; 1/m) and `samples` (height, width, 4; packed colours)."""
    height, width = depth.shape[0], depth.shape[1]
    near_px, far_px = np.float32(0.125), np.float32(0.375)
    one, half = np.float32(1.0), np.float32(0.5)
    for t in range(triangles.shape[0]):
        a, b, c = triangles[t, 0], triangles[t, 1], triangles[t, 2]
        ax, ay, bx, by, cx, cy = screen[a, 0], screen[a, 1], screen[b, 0], screen[b, 1], screen[c, 0], screen[c, 1]
        area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
        if area >= np.float32(-1e-4):
            continue
        x0 = max(0, int(min(ax, bx, cx) - np.float32(0.5)))
        x1 = min(width - 1, int(max(ax, bx, cx) + np.float32(0.5)))
        y0 = max(0, int(min(ay, by, cy) - np.float32(0.5)))
        y1 = min(height - 1, int(max(ay, by, cy) + np.float32(0.5)))
        if x0 > x1 or y0 > y1:
            continue
        scale = np.float32(1.0) / area
        # Shares of the three corners are planes over the picture: share = sx * x + sy * y + s0.
        s0x, s0y = (by - cy) * scale, (cx - bx) * scale
        s1x, s1y = (cy - ay) * scale, (ax - cx) * scale
        za, zb, zc = screen[a, 2], screen[b, 2], screen[c, 2]
        zx = s0x * (za - zc) + s1x * (zb - zc)
        zy = s0y * (za - zc) + s1y * (zb - zc)
        # A pixel's samples lie at (-a, -c), (c, -a), (-c, a), (a, c), a = 1/8, c = 3/8: no two share a row or column.
        u_a, v_a = near_px * s0x + far_px * s0y, near_px * s1x + far_px * s1y
        u_c, v_c = far_px * s0x - near_px * s0y, far_px * s1x - near_px * s1y
        w_a, w_c = -u_a - v_a, -u_c - v_c
        z_a, z_c = near_px * zx + far_px * zy, far_px * zx - near_px * zy
        least_u, least_v, least_w = -max(abs(u_a), abs(u_c)), -max(abs(v_a), abs(v_c)), -max(abs(w_a), abs(w_c))
        s2x, s2y = -s0x - s1x, -s0y - s1y
        for row in range(y0, y1 + 1):
            py = np.float32(row) + np.float32(0.5) - cy
            starts_u, ends_u = _span_start(s0x, s0y, least_u, py), _span_end(s0x, s0y, least_u, py)
            starts_v, ends_v = _span_start(s1x, s1y, least_v, py), _span_end(s1x, s1y, least_v, py)
            starts_w, ends_w = _span_start(s2x, s2y, least_w - one, py), _span_end(s2x, s2y, least_w - one, py)
            first = max(x0, int(np.ceil(max(starts_u, starts_v, starts_w) + cx - half)))
            last = min(x1, int(np.floor(min(ends_u, ends_v, ends_w) + cx - half)))
            for column in range(first, last + 1):
                px = np.float32(column) + np.float32(0.5) - cx
                u = s0x * px + s0y * py
                v = s1x * px + s1y * py
                w = np.float32(1.0) - u - v
                z = zc + zx * px + zy * py
                first_in = u >= u_a and v >= v_a and w >= w_a and z - z_a > depth[row, column, 0]
                second_in = u >= -u_c and v >= -v_c and w >= -w_c and z + z_c > depth[row, column, 1]
                third_in = u >= u_c and v >= v_c and w >= w_c and z - z_c > depth[row, column, 2]
                fourth_in = u >= -u_a and v >= -v_a and w >= -w_a and z + z_a > depth[row, column, 3]
                if not (first_in or second_in or third_in or fourth_in):
                    continue
                word = _mixed(u, v, colours[a], colours[b], colours[c])
                if first_in:
                    depth[row, column, 0] = z - z_a
                    samples[row, column, 0] = word
                if second_in:
                    depth[row, column, 1] = z + z_c
                    samples[row, column, 1] = word
                if third_in:
                    depth[row, column, 2] = z - z_c
                    samples[row, column, 2] = word
                if fourth_in:
                    depth[row, column, 3] = z + z_a
                    samples[row, column, 3] = word


@_compiled
def blend_into_picture(
    depth: Float32,
    samples: NDArray[np.uint32],
    background: Float32,
    shade: Float32,
    box: NDArray[np.int64],
    luma: NDArray[np.uint8],
    blue_chroma: NDArray[np.uint8],
    red_chroma: NDArray[np.uint8],
) -> None:
    """Write the box (x0, y0, x1, y1, all even) of a 4:2:0 picture (BT.709, limited): samples over the set.

    `background`: (height, width, 3) screen colours 0..255; `shade`: (box height, box width) factors on it, 1 = none.
    Blocks of 2 x 2 pixels with neither figure nor shadow are left as they are.
    """
    for row in range(box[1], box[3], 2):
        for column in range(box[0], box[2], 2):
            untouched = True
            for k in range(4):
                i, j = row + k // 2, column + k % 2
                if shade[i - box[1], j - box[0]] < np.float32(0.999):
                    untouched = False
                for s in range(4):
                    if depth[i, j, s] > 0:
                        untouched = False
            if untouched:
                continue
            cb = cr = np.float32(0.0)
            for k in range(4):
                i, j = row + k // 2, column + k % 2
                red = green = blue = bare = np.uint32(0)
                for s in range(4):
                    if depth[i, j, s] > 0:
                        word = samples[i, j, s]
                        red += (word >> 20) & np.uint32(1023)
                        green += (word >> 10) & np.uint32(1023)
                        blue += word & np.uint32(1023)
                    else:
                        bare += np.uint32(1)
                part = np.float32(255.0 / 1023.0 / 4.0)
                seen = np.float32(0.25) * np.float32(bare) * shade[i - box[1], j - box[0]]
                r = part * np.float32(red) + seen * background[i, j, 0]
                g = part * np.float32(green) + seen * background[i, j, 1]
                b = part * np.float32(blue) + seen * background[i, j, 2]
                luma[i, j] = np.uint8(
                    np.float32(16.5) + np.float32(0.18259) * r + np.float32(0.61423) * g + np.float32(0.06201) * b
                )
                cb += np.float32(-0.10064) * r - np.float32(0.33857) * g + np.float32(0.43922) * b
                cr += np.float32(0.43922) * r - np.float32(0.39894) * g - np.float32(0.04027) * b
            blue_chroma[row // 2, column // 2] = np.uint8(np.float32(128.5) + np.float32(0.25) * cb)
            red_chroma[row // 2, column // 2] = np.uint8(np.float32(128.5) + np.float32(0.25) * cr)


@_compiled
def cast_shadow(
    triangles: NDArray[np.int32],
    world_m: Float32,
    light: Float32,
    eye_m: Float32,
    axes: Float32,
    lens_px: Float32,
    step_px: int,
    mask: Float32,
) -> None:
    """Mark in `mask` (height / step, width / step) where the figure keeps `light` (unit) off the floor."""
    count = world_m.shape[0]
    places = np.empty((count, 2), dtype=np.float32)
    for i in range(count):
        drop = max(world_m[i, 1], np.float32(0.0)) / light[1]
        x, z = world_m[i, 0] - drop * light[0] - eye_m[0], world_m[i, 2] - drop * light[2] - eye_m[2]
        right = axes[0, 0] * x - axes[0, 1] * eye_m[1] + axes[0, 2] * z
        down = axes[1, 0] * x - axes[1, 1] * eye_m[1] + axes[1, 2] * z
        away = max(axes[2, 0] * x - axes[2, 1] * eye_m[1] + axes[2, 2] * z, np.float32(0.1))
        places[i, 0] = (lens_px[1] + lens_px[0] * right / away) / step_px
        places[i, 1] = (lens_px[2] + lens_px[0] * down / away) / step_px
    height, width = mask.shape
    for t in range(triangles.shape[0]):
        a, b, c = triangles[t, 0], triangles[t, 1], triangles[t, 2]
        ax, ay, bx, by, cx, cy = places[a, 0], places[a, 1], places[b, 0], places[b, 1], places[c, 0], places[c, 1]
        area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
        if area >= np.float32(-1e-6):
            continue
        x0, x1 = max(0, int(min(ax, bx, cx))), min(width - 1, int(max(ax, bx, cx)))
        y0, y1 = max(0, int(min(ay, by, cy))), min(height - 1, int(max(ay, by, cy)))
        for row in range(y0, y1 + 1):
            for column in range(x0, x1 + 1):
                px, py = np.float32(column) + np.float32(0.5), np.float32(row) + np.float32(0.5)
                if (
                    (bx - ax) * (py - ay) - (by - ay) * (px - ax) <= 0
                    and (cx - bx) * (py - by) - (cy - by) * (px - bx) <= 0
                    and (ax - cx) * (py - cy) - (ay - cy) * (px - cx) <= 0
                ):
                    mask[row, column] = 1.0
