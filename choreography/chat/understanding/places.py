"""Which place of a dance a text names: a move by its number, a part by its name."""

import re

ORDINALS = (
    ("first|1st|primer|primero|primera", 0), ("second|2nd|segundo|segunda", 1), ("third|3rd|tercer|tercero|tercera", 2),
    ("fourth|4th|cuarto|cuarta", 3), ("fifth|5th|quinto|quinta", 4), ("sixth|6th|sexto|sexta", 5),
    ("seventh|7th|septimo|septima", 6), ("eighth|8th|octavo|octava", 7), ("ninth|9th|noveno|novena", 8),
    ("tenth|10th|decimo|decima", 9),
    ("last|final|ultimo|ultima", -1),
)  # fmt: skip
ORDINAL = re.compile(
    rf"\b(?P<word>{'|'.join(words for words, _ in ORDINALS)})\s+(?:move|step|one|figure|paso|movimiento|figura|pieza)\b"
)
NUMBERED = re.compile(
    r"\b(?:move|step|number|no\.?|figure|paso|movimiento|figura|numero|el)\s*#?\s*(\d{1,3})\b|#(\d{1,3})\b"
)

REGIONS = (
    ("second_half", (
        r"\bsecond half\b|\b2nd half\b|\blast half\b|\bother half\b|\bsegunda mitad\b|\bultima mitad\b|"
        r"\bla otra mitad\b|\b2a mitad\b"
    )),
    ("first_half", r"\bfirst half\b|\b1st half\b|\bprimera mitad\b|\b1a mitad\b"),
    ("chorus", r"\bchorus(?:es)?\b|\brefrain\b|\bestribillos?\b|\bcoros?\b"),
    ("verse", r"\bverses?\b|\bestrofas?\b|\bversos?\b"),
    ("mambo", r"\bmambos?\b|\bbreak section\b"),
    ("middle", (
        r"\bmiddle\b|\bmid section\b|\ben medio\b|\bparte central\b|\bparte del medio\b|\ben la mitad\b|"
        r"\ba mitad\b|\bla mitad\b"
    )),
    ("ending", (
        r"\bending\b|\bthe end\b|\bend\b(?! with| on)|\bfinish\b(?! with| on)|\bfinale\b|\blast (?:part|"
        r"section|bit|phrase|bars|\d+ seconds|minute)\b|\boutro\b|\bfinal\b|\bcierre\b|\bultim[oa]s? (?:parte|"
        r"tramo|trozo|seccion|frase|compases|segundos|minuto|\d+ segundos)\b|\bel fin\b|\bterminacion\b"
    )),
    ("beginning", (
        r"\bbeginning\b|\bstart\b(?! with| on| over| again)|\bopening\b(?! with)|\bintro\b|\bfirst (?:part|"
        r"section|bit|phrase|bars|\d+ seconds|minute)\b|\bprincipio\b|\binicio\b|\bcomienzo\b|\barranque\b|"
        r"\bprimer(?:a|o|os|as)? (?:parte|tramo|trozo|seccion|frase|compases|segundos|minuto|\d+ segundos)\b|"
        r"\bintroduccion\b"
    )),
)  # fmt: skip


def place_of(text: str) -> int | None:
    """Return which place of the plan a text names: 0 the first, -1 the last; None: none."""
    if found := ORDINAL.search(text):
        return next(place for words, place in ORDINALS if found["word"] in words.split("|"))
    if found := NUMBERED.search(text):
        number = int(found[1] or found[2])
        return number - 1 if 1 <= number <= 500 else None
    return None


def region_of(text: str) -> tuple[str, tuple[int, int]] | None:
    """Return which part of the dance a text names, and where."""
    for region, pattern in REGIONS:
        if found := re.search(pattern, text):
            return region, found.span()
    return None
