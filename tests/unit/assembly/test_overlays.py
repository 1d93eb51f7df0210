from importlib.resources import files
from pathlib import Path

from video_processing.assembly.overlays import (
    Overlay,
    Place,
    count_overlays,
    describe_burning,
    describe_overlays,
    name_overlays,
)
from video_processing.assembly.timeline import Chapter


def test_each_count_stands_until_the_next_beat() -> None:
    assert count_overlays([1.0, 1.5, 1.9], [7, 8, 1], 2.4) == (
        Overlay("7", 1.0, 1.5, Place.COUNT),
        Overlay("8", 1.5, 1.9, Place.COUNT),
        Overlay("1", 1.9, 2.4, Place.COUNT),
    )


def test_each_move_is_named_while_it_is_danced() -> None:
    assert name_overlays([Chapter("Vuelta", 3.0, 7.0)]) == (Overlay("Vuelta", 3.0, 7.0, Place.NAME),)


def test_a_script_names_times_styles_and_texts() -> None:
    script = describe_overlays(
        [Overlay("1", 59.996, 61.5, Place.COUNT), Overlay("Básico", 3600.0, 3661.25, Place.NAME)]
    )

    assert script.splitlines()[-2:] == [
        "Dialogue: 0:01:00.00,0:01:01.50,count,1",
        "Dialogue: 1:00:00.00,1:01:01.25,name,Básico",
    ]


def test_a_name_cannot_give_commands() -> None:
    script = describe_overlays([Overlay("a{\\pos(0,0)}\nDialogue: b\\N", 0.0, 1.0, Place.NAME)])

    assert script.splitlines()[-1] == "Dialogue: 0:00:00.00,0:00:01.00,name,a(/pos(0,0)) Dialogue: b/N"


def test_burning_copies_all_but_the_picture() -> None:
    arguments = describe_burning(Path("/in/a.mp4"), Path("/in/it's: [a].ass"), Path("/out/b.mp4"), ["-c:v", "libx264"])

    fonts = files("font_source_sans_pro") / "files"
    assert arguments == [
        *("-protocol_whitelist", "file", "-f", "mov", "-i", "file:/in/a.mp4"),
        *("-map", "0:v:0", "-map", "0:a:0", "-map", "0:s?", "-c", "copy", "-map_chapters", "0"),
        *("-vf", rf"ass=filename=/in/it\\\'s\\: \[a\].ass:fontsdir={fonts}", "-c:v", "libx264"),
        *("-movflags", "+faststart", "-f", "mp4", "file:/out/b.mp4"),
    ]
