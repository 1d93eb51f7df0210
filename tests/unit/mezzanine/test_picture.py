from hypothesis import given
from hypothesis import strategies as st

from video_processing.media.frames import Crop
from video_processing.mezzanine.picture import FILL_TOLERANCE_PX, assumed_matrix, describe_picture, fit

MARKS = "setsar=1,setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709:field_mode=prog"


@given(st.integers(16, 1920), st.integers(16, 1920))
def test_a_picture_fits_inside_and_keeps_its_shape(width: int, height: int) -> None:
    fitted = fit(width, height, (1280, 720))

    assert fitted[0] <= 1280
    assert fitted[1] <= 720
    assert fitted[0] % 2 == fitted[1] % 2 == 0
    assert fitted[0] == 1280 or fitted[1] == 720
    ideal = width * min(1280 / width, 720 / height), height * min(1280 / width, 720 / height)
    assert max(abs(fitted[0] - ideal[0]), abs(fitted[1] - ideal[1])) <= FILL_TOLERANCE_PX + 1  # sides are even


def test_a_wide_picture_is_only_scaled() -> None:
    description = describe_picture(1920, 1080, (1280, 720))

    scale = "scale=1280:720:flags=bicubic:in_color_matrix=auto:out_color_matrix=bt709:out_range=tv,format=yuv420p"
    assert description == f"{scale},{MARKS}"


def test_the_content_of_a_picture_is_placed_as_if_it_were_the_whole() -> None:
    content = Crop(234, 0, 810, 720)

    assert describe_picture(1280, 720, (1280, 720), content) == (
        "crop=iw*810/1280:ih*720/720:iw*234/1280:ih*0/720," + describe_picture(810, 720, (1280, 720))
    )
    assert describe_picture(1280, 720, (1280, 720), Crop(0, 0, 1280, 720)) == describe_picture(1280, 720, (1280, 720))


BLUR = (
    "scale=80:45:force_original_aspect_ratio=increase:in_color_matrix=auto:out_color_matrix=bt709:out_range=tv,crop=80:45,"
    "format=yuv420p,gblur=sigma=3,lutyuv=y=16+(val-16)*0.55,scale=1280:720:flags=bicubic"
)


def test_a_portrait_picture_stands_between_strips_of_its_blurred_first_picture() -> None:
    assert describe_picture(1080, 1920, (1280, 720)) == (
        f"split[a][b];[a]trim=end_frame=1,{BLUR},split[c][d];[c]crop=438:720:0:0[e];[d]crop=438:720:842:0[f];"
        "[b]scale=404:720:flags=bicubic:in_color_matrix=auto:out_color_matrix=bt709:out_range=tv,format=yuv420p,pad=1280:720:438:0[g];"
        f"[g][e]overlay=0:0:format=yuv420[h];[h][f]overlay=842:0:format=yuv420,{MARKS}"
    )


def test_a_wider_picture_than_ours_has_its_strips_above_and_below() -> None:
    assert describe_picture(1920, 800, (1280, 720)) == (
        f"split[a][b];[a]trim=end_frame=1,{BLUR},split[c][d];[c]crop=1280:92:0:0[e];[d]crop=1280:94:0:626[f];"
        "[b]scale=1280:534:flags=bicubic:in_color_matrix=auto:out_color_matrix=bt709:out_range=tv,format=yuv420p,pad=1280:720:0:92[g];"
        f"[g][e]overlay=0:0:format=yuv420[h];[h][f]overlay=0:626:format=yuv420,{MARKS}"
    )


def test_colours_that_a_file_does_not_tell_are_read_as_players_read_them() -> None:
    assert assumed_matrix(1280, 720, told=False) == assumed_matrix(1080, 1920, told=False) == "bt709"
    assert assumed_matrix(640, 480, told=False) == assumed_matrix(1280, 720, told=True) == "auto"
    cropped = describe_picture(1280, 720, (1280, 720), Crop(234, 0, 810, 720), "bt709")
    assert cropped.count("in_color_matrix=bt709") == cropped.count("scale=") - 1 == 2
