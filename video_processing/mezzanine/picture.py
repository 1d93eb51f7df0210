"""How a clip's picture is placed in the mezzanine's: pure descriptions for ffmpeg."""

from video_processing.media.frames import Crop

BACKGROUND_DIVISOR = 16
"""The background is the clip's first picture, blurred at 1/16 of the size. It stands still: beside a moving one
dancers are harder to watch, and blurring every picture took a fifth of the making's time and a twelfth of its bytes."""
BACKGROUND_BRIGHTNESS = 0.55
FILL_TOLERANCE_PX = 4
"""Bars thinner than this are scaled away."""
HD_LINES = 720
"""Files that do not say how their colours were made are played as BT.709 from this many lines on, else as BT.601."""


def assumed_matrix(width_px: int, height_px: int, *, told: bool) -> str:
    """Return the colour matrix to read a clip with, as ffmpeg names it: its own where it is `told`, else what players
    take for its size. ffmpeg itself would take BT.601 for any, and darken HD clips by two levels of 255."""
    return "bt709" if not told and min(width_px, height_px) >= HD_LINES else "auto"


def fit(width_px: int, height_px: int, into_px: tuple[int, int]) -> tuple[int, int]:
    """Return the largest even size of the same shape inside `into_px`, or `into_px` when only slivers would remain."""
    scale = min(into_px[0] / width_px, into_px[1] / height_px)
    fitted = tuple(max(2 * round(side * scale / 2), 2) for side in (width_px, height_px))
    slivers = max(whole - side for whole, side in zip(into_px, fitted, strict=True))
    return into_px if slivers <= FILL_TOLERANCE_PX else (fitted[0], fitted[1])


def describe_picture(
    width_px: int,
    height_px: int,
    into_px: tuple[int, int],
    content: Crop | None = None,
    matrix: str = "auto",
) -> str:
    """Return the filter graph that turns a displayed picture, or the `content` of it, into one of `into_px`, between
    strips of its own blurred first picture where it is narrower or lower. Colours made with `matrix`, as ffmpeg names
    it, become BT.709, TV range, and say so: a clip's own marks would make streams differ."""
    whole = Crop(0, 0, width_px, height_px)
    if content is not None and content != whole:
        cut = content.cut_from(width_px, height_px) + ","
        return cut + describe_picture(content.width_px, content.height_px, into_px, matrix=matrix)
    fitted = fit(width_px, height_px, into_px)
    colours = f"in_color_matrix={matrix}:out_color_matrix=bt709:out_range=tv"
    scaled = f"scale={fitted[0]}:{fitted[1]}:flags=bicubic:{colours},format=yuv420p"
    marks = "setsar=1,setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709:field_mode=prog"
    if fitted == into_px:
        return f"{scaled},{marks}"
    left, top = ((whole - side) // 4 * 2 for whole, side in zip(into_px, fitted, strict=True))
    right, bottom = left + fitted[0], top + fitted[1]
    first, second = (
        (Crop(0, 0, left, into_px[1]), Crop(right, 0, into_px[0] - right, into_px[1]))
        if left
        else (Crop(0, 0, into_px[0], top), Crop(0, bottom, into_px[0], into_px[1] - bottom))
    )
    return (
        f"split[a][b];[a]trim=end_frame=1,{_describe_blur(into_px, colours)},split[c][d];"
        f"[c]{_describe_crop(first)}[e];[d]{_describe_crop(second)}[f];"
        f"[b]{scaled},pad={into_px[0]}:{into_px[1]}:{left}:{top}[g];"
        f"[g][e]overlay=0:0:format=yuv420[h];[h][f]overlay={second.x_px}:{second.y_px}:format=yuv420,{marks}"
    )


def _describe_blur(into_px: tuple[int, int], colours: str) -> str:
    small = tuple(side // BACKGROUND_DIVISOR for side in into_px)
    return (
        f"scale={small[0]}:{small[1]}:force_original_aspect_ratio=increase:{colours},"
        f"crop={small[0]}:{small[1]},format=yuv420p,gblur=sigma=3,lutyuv=y=16+(val-16)*{BACKGROUND_BRIGHTNESS},"
        f"scale={into_px[0]}:{into_px[1]}:flags=bicubic"
    )


def _describe_crop(crop: Crop) -> str:
    return f"crop={crop.width_px}:{crop.height_px}:{crop.x_px}:{crop.y_px}"
