from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from video_processing.media.container import UnreadableMediaError
from video_processing.mezzanine.preview import make_preview

FlashClip = Callable[..., Path]


def test_a_preview_loops_the_part_that_was_asked_for(flash_clip: FlashClip, tmp_path: Path) -> None:
    times = np.arange(90) / 30
    source = flash_clip(times, [1.0 <= time < 2.0 for time in times])

    make_preview(source, 0.5, 2.0, tmp_path / "preview.webp")

    content = (tmp_path / "preview.webp").read_bytes()
    assert content[:4] == b"RIFF"
    assert content[8:12] == b"WEBP"
    assert content.count(b"ANMF") in (11, 12)  # ten pictures of noise; the white second is one that is held
    assert content[content.index(b"ANIM") + 12 : content.index(b"ANIM") + 14] == b"\x00\x00"  # loops for ever
    assert len(content) < 300_000


def test_a_preview_after_the_end_is_refused(flash_clip: FlashClip, tmp_path: Path) -> None:
    with pytest.raises(UnreadableMediaError, match="no picture at this time"):
        make_preview(flash_clip(np.arange(20) / 20, [False] * 20), 9.0, 1.0, tmp_path / "p.webp")

    assert list(tmp_path.glob("*.webp")) == []
