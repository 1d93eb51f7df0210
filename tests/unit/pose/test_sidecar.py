import copy
import json

import numpy as np
import pytest

from video_processing.pose.keypoints import FOLLOW, LEAD
from video_processing.pose.sidecar import SidecarError, parse_sidecar, read_sidecar, sidecar_path, write_sidecar

PERSON = [[100.0 + joint, 200.0 + 2 * joint, 0.9] for joint in range(17)]
OTHER = [[500.0 + joint, 200.0 + 2 * joint, 0.8] for joint in range(17)]


@pytest.fixture
def document() -> dict:
    return {
        "version": 1,
        "width_px": 1280,
        "height_px": 720,
        "times_s": [0.0, 0.066667, 0.133333],
        "dancers": [
            {"role": "follow", "keypoints_px": [PERSON, None, PERSON]},
            {"role": "lead", "keypoints_px": [OTHER, OTHER, OTHER]},
        ],
    }


def test_dancers_take_the_place_of_their_role_whatever_their_order(document):
    sidecar = parse_sidecar(document)

    assert sidecar.roles_known
    assert (sidecar.track.width_px, sidecar.track.height_px) == (1280, 720)
    np.testing.assert_array_equal(sidecar.track.keypoints_px[LEAD, 1], OTHER)
    np.testing.assert_array_equal(sidecar.track.keypoints_px[FOLLOW, 0], PERSON)
    assert sidecar.track.present().tolist() == [[True, True, True], [True, False, True]]


def test_without_roles_the_order_of_the_file_stays_and_roles_are_unknown(document):
    for dancer in document["dancers"]:
        del dancer["role"]

    sidecar = parse_sidecar(document)

    assert not sidecar.roles_known
    np.testing.assert_array_equal(sidecar.track.keypoints_px[0, 0], PERSON)


def test_one_dancer_leaves_the_other_unseen(document):
    document["dancers"] = document["dancers"][1:]

    present = parse_sidecar(document).track.present()

    assert present[LEAD].all()
    assert not present[FOLLOW].any()


def test_what_is_written_is_read_back(document, tmp_path):
    track = parse_sidecar(document).track
    path = sidecar_path(tmp_path / "spin.mp4")

    write_sidecar(path, track)
    again = read_sidecar(path)

    assert path.name == "spin.pose.json"
    assert again.roles_known
    np.testing.assert_allclose(again.track.keypoints_px, track.keypoints_px, atol=0.005)
    np.testing.assert_allclose(again.track.times_s, track.times_s)


def put(*path_and_value):
    """Return a change of a document: the value, or its absence if it is `DELETE`, at a path of keys."""
    *path, last, value = path_and_value

    def change(document):
        for key in path:
            document = document[key]
        if value is DELETE:
            del document[last]
        else:
            document[last] = value

    return change


DELETE = object()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (put("version", 2), "version 2"),
        (put("version", DELETE), "lacks version"),
        (put("times_s", DELETE), "lacks times_s"),
        (put("width_px", 0), "width_px"),
        (put("width_px", 1280.5), "width_px"),
        (put("height_px", True), "height_px"),
        (put("height_px", "720"), "height_px"),
        (put("times_s", []), "times_s"),
        (put("times_s", [0.0]), "times_s"),
        (put("times_s", [0.0, 0.1, 0.1]), "rise"),
        (put("times_s", [-1.0, 0.1, 0.2]), "rise"),
        (put("times_s", [0.0, 0.1, float("nan")]), "finite"),
        (put("times_s", [0.0, 0.1, "0.2"]), "finite"),
        (put("times_s", [0.0, 0.1, None]), "finite"),
        (put("times_s", [0.0, 0.1]), "each of the 2 times"),
        (put("times_s", 3), "times_s"),
        (put("dancers", []), "one or two dancers"),
        (put("dancers", {}), "one or two dancers"),
        (put("dancers", [{}] * 3), "one or two dancers"),
        (put("dancers", 0, "role", "leader"), "lead or follow"),
        (put("dancers", 0, "role", "lead"), "same role"),
        (put("dancers", 0, "role", ["lead"]), "lead or follow"),
        (put("dancers", 0, "role", DELETE), "Either every dancer"),
        (put("dancers", 0, []), "Dancer 1 must be an object"),
        (put("dancers", 1, "keypoints_px", DELETE), "Dancer 2 lacks keypoints_px"),
        (put("dancers", 1, "keypoints_px", None), "one entry for each"),
        (put("dancers", 1, "keypoints_px", 2, PERSON[:16]), "dancer 2 in frame 3 must be 17"),
        (put("dancers", 1, "keypoints_px", 2, [row[:2] for row in PERSON]), "17 times x, y"),
        (put("dancers", 1, "keypoints_px", 2, 4, [1.0, 2.0]), "without gaps"),
        (put("dancers", 1, "keypoints_px", 2, 4, [1.0, float("inf"), 0.5]), "finite"),
        (put("dancers", 1, "keypoints_px", 2, 4, [1.0, 2.0, 1.5]), "confidences from 0 to 1"),
        (put("dancers", 1, "keypoints_px", 2, 4, [1e9, 2.0, 0.5]), "far outside"),
    ],
)
def test_each_fault_is_named(document, change, message):
    faulty = copy.deepcopy(document)
    change(faulty)

    with pytest.raises(SidecarError, match=message):
        parse_sidecar(faulty)


@pytest.mark.parametrize("content", [[], "text", 1, None])
def test_only_an_object_is_a_sidecar(content):
    with pytest.raises(SidecarError, match="must be an object"):
        parse_sidecar(content)


@pytest.mark.parametrize("content", ["", "{", "[" * 100_000, "\ud800"])
def test_text_that_is_not_json_is_refused(tmp_path, content):
    path = tmp_path / "clip.pose.json"
    path.write_text(content, encoding="utf-8", errors="surrogatepass")

    with pytest.raises(SidecarError, match="not JSON"):
        read_sidecar(path)


def test_a_missing_file_is_said_to_be_unreadable(tmp_path):
    with pytest.raises(SidecarError, match="cannot be read"):
        read_sidecar(tmp_path / "nothing.pose.json")


def test_numbers_beyond_json_are_never_written(document, tmp_path):
    path = tmp_path / "clip.pose.json"

    write_sidecar(path, parse_sidecar(document).track)

    assert json.loads(path.read_text())["dancers"][FOLLOW]["keypoints_px"][1] is None
