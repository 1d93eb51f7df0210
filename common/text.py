"""Words from outside (tags, file names, addresses) as one plain line, and times as people write them."""

import unicodedata

JOINERS = "\u200c\u200d"
"""They shape Persian, Indic scripts and emoji; every other format character can only hide or reorder words."""
FORGOTTEN = frozenset({"Cf", "Cs", "Cn", "Co"})
BLANKS = frozenset({"Cc", "Zs", "Zl", "Zp"})


def one_line(text: str, max_length: int) -> str:
    """Return `text` composed (NFC), on one line, without control, format and direction characters; perhaps empty.

    Control characters and kinds of space become single spaces; at most `max_length` characters remain.
    """
    kept = "".join(_plain(character) for character in unicodedata.normalize("NFC", text))
    line = " ".join(kept.split())[:max_length].rstrip()
    return line if line.strip(JOINERS + " ") else ""


def clock(seconds: float) -> str:
    """Return a time of a song as whole minutes and seconds: 1:04."""
    return f"{int(seconds // 60)}:{int(seconds % 60):02d}"


def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category in BLANKS:
        return " "
    return "" if category in FORGOTTEN and character not in JOINERS else character
