"""A mezzanine whose packets do not mix with the others' is found at the next import and made anew."""

from pathlib import Path

from choreography.models import Move
from common import storage
from tests.integration.library.conftest import Import, moves
from video_processing.mezzanine.fingerprint import expected_fingerprint


def test_a_mezzanine_of_another_encoder_is_made_anew_and_no_other(
    bring: Import, library: list[Move], clips: Path
) -> None:
    other = library[1]
    Move.objects.filter(id=other.id).update(mezzanine_fingerprint="of an earlier encoder")

    report = bring(clips)

    assert (report["summary"]["imported"], report["summary"]["unchanged"]) == (1, 2)
    after = moves()
    assert [move.mezzanine_fingerprint for move in after] == [expected_fingerprint()] * 3
    assert [move.id for move in after] == [move.id for move in library]
    assert after[1].mezzanine_key != other.mezzanine_key
    assert storage.exists(after[1].mezzanine_key)
    assert after[0].mezzanine_key == library[0].mezzanine_key
