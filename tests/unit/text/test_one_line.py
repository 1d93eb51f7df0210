"""Words from outside become one plain line, and lose nothing that a reader sees."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.text import one_line


@pytest.mark.parametrize(
    ("given_text", "line"),
    [
        ("Obsesión (feat. Judy Santos)", "Obsesión (feat. Judy Santos)"),
        ("  Luna\tde\r\nEnero\u2028 ", "Luna de Enero"),
        ("Luna\x00de\x1bEnero", "Luna de Enero"),
        ("\u202egnp.3pm\u202c", "gnp.3pm"),
        ("Lu\u200fna \u2066de\u2069 Enero\ufeff", "Luna de Enero"),
        ("Obsesio\u0301n", "Obsesión"),
        ("رقص‌ها", "رقص‌ها"),
        ("👩‍❤️‍👨 bachata", "👩‍❤️‍👨 bachata"),
        ("\ud800lone", "lone"),
        ("\u200d \u200b", ""),
        ("x" * 300, "x" * 200),
        ("x" * 199 + " y", "x" * 199),
    ],
)
def test_what_a_reader_sees_stays(given_text: str, line: str) -> None:
    assert one_line(given_text, 200) == line


@given(st.text(alphabet=st.characters(), max_size=300), st.integers(1, 250))
def test_a_line_can_be_stored_and_shown(text: str, max_length: int) -> None:
    line = one_line(text, max_length)

    assert len(line) <= max_length
    assert line == line.strip()
    assert {unicodedata.category(character) for character in line} & {"Cc", "Cs", "Zl", "Zp"} == set()
    assert not any(unicodedata.bidirectional(character) in ("RLE", "LRE", "RLO", "LRO", "PDF") for character in line)
    line.encode()
