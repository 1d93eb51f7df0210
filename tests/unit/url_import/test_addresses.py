"""An address gives the id of one video on YouTube, or nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from video_processing.url_import.addresses import VIDEO_ID, SongUrlError, video_id_of, watch_url

ID = "dQw4w9WgXc-"


@pytest.mark.parametrize(
    "url",
    [
        f"https://www.youtube.com/watch?v={ID}",
        f"http://youtube.com/watch?v={ID}",
        f"https://m.youtube.com/watch?app=desktop&v={ID}&t=42s",
        f"https://music.youtube.com/watch?v={ID}&list=RDAMVM{ID}",
        f"https://youtu.be/{ID}?si=abc",
        f"https://www.youtube.com/shorts/{ID}",
        f"https://www.youtube.com/embed/{ID}",
        f"https://www.youtube.com/live/{ID}?feature=share",
        f"https://www.youtube.com/watch?v={ID}#t=1m",
    ],
)
def test_every_form_of_address_gives_the_id(url: str) -> None:
    assert video_id_of(url) == ID


HOSTILE = [
    "", "-", "--exec=id", "ytsearch5:x", "ytsearch:bachata", ID, "file:///etc/passwd", "file:///", "ftp://youtube.com/watch",
    "https://youtube.com@127.0.0.1/", f"https://youtube.com@127.0.0.1/watch?v={ID}",
    f"https://127.0.0.1/watch?v={ID}", f"https://127.1/watch?v={ID}", f"https://[::ffff:127.0.0.1]/watch?v={ID}",
    f"https://[::1]/watch?v={ID}", f"https://2130706433/watch?v={ID}", f"https://0x7f.1/watch?v={ID}",
    f"https://169.254.169.254/watch?v={ID}", f"https://10.0.0.1/watch?v={ID}", f"https://localhost/watch?v={ID}",
    f"https://youtube.com:8080/watch?v={ID}", f"https://youtube.com:443/watch?v={ID}",
    f"https://youtube.com.evil.example/watch?v={ID}", f"https://evilyoutube.com/watch?v={ID}",
    f"https://evil.example/youtube.com/watch?v={ID}", f"https://evil.example/?u=https://youtu.be/{ID}",
    f"https://youtube.com\\@127.0.0.1/watch?v={ID}", f"https://youtube.com%00.evil.example/watch?v={ID}",
    f"https://youtube.com /watch?v={ID}", f"https://youtube.com\t/watch?v={ID}", f" https://youtu.be/{ID}",
    f"https://youtu.be/{ID}\n", f"https://YOUTUBE.com/watch?v={ID}", f"https://youtube。com/watch?v={ID}",
    f"https://уoutube.com/watch?v={ID}", f"//youtube.com/watch?v={ID}", f"javascript:https://youtu.be/{ID}",
    "https://www.youtube.com/playlist?list=PL1234567890", "https://www.youtube.com/watch?list=PL1234567890",
    "https://www.youtube.com/@channel", "https://www.youtube.com/", "https://www.youtube.com/watch",
    f"https://www.youtube.com/watch?v={ID}&v=aaaaaaaaaaa", f"https://www.youtube.com/watch?v={ID}x",
    "https://www.youtube.com/watch?v=short", "https://www.youtube.com/watch?v=../../../etc",
    "https://www.youtube.com/watch?v=%2e%2e%2fetcpw", "https://youtu.be/", f"https://youtu.be/a/{ID}",
    f"https://www.youtube.com/redirect?q=http://127.0.0.1&v={ID}", f"https://www.youtube.com/oembed?url=https://youtu.be/{ID}",
    f"https://www.youtube.com/watch?v={ID}&" + "x" * 300, "https://youtu.be/١٢٣٤٥٦٧٨٩٠١",
]  # fmt: skip


@pytest.mark.parametrize("url", HOSTILE)
def test_any_other_address_is_refused(url: str) -> None:
    with pytest.raises(SongUrlError, match="not the address of one video"):
        video_id_of(url)


@given(st.text(max_size=40), st.sampled_from(["", "https://youtu.be/", "https://www.youtube.com/watch?v="]))
def test_whatever_passes_is_an_id_that_stands_in_the_address(text: str, prefix: str) -> None:
    try:
        video_id = video_id_of(prefix + text)
    except SongUrlError:
        return
    assert VIDEO_ID.fullmatch(video_id)
    assert watch_url(video_id) == f"https://www.youtube.com/watch?v={video_id}"


@pytest.mark.parametrize("no_id", ["", "--exec=id", "a/b", "../../../etc", "aaaaaaaaaa\n", "http://10.1/"])
def test_only_an_id_becomes_an_address(no_id: str) -> None:
    with pytest.raises(SongUrlError):
        watch_url(no_id)
