"""How long a dance is to be: "one minute", "90 s", "1:30", "minuto y medio", "3 hours"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

SHORTEST_S, LONGEST_S = 20.0, 600.0

_EN = (
    "one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_ES = (
    "un dos tres cuatro cinco seis siete ocho nueve diez "
    "once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve"
)
_TENS_EN = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS_ES = "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"
NUMBERS: dict[str, float] = (
    {word: float(number) for number, word in enumerate(_EN.split(), 1)}
    | {word: float(number) for number, word in enumerate(_ES.split(), 1)}
    | {word: 10.0 * number for number, word in enumerate(_TENS_EN.split(), 2)}
    | {word: 10.0 * number for number, word in enumerate(_TENS_ES.split(), 2)}
    | {"uno": 1.0, "una": 1.0, "a": 1.0, "an": 1.0, "half": 0.5, "medio": 0.5, "media": 0.5}
    | {"hundred": 100.0, "cien": 100.0, "a hundred": 100.0, "half a": 0.5, "half an": 0.5}
    | {"couple of": 2.0, "a couple of": 2.0, "a couple": 2.0, "un par de": 2.0}
)  # fmt: skip
SECOND = r"(?:s|se[cg]s?|se[cg](?:[ou][a-z]{0,7}|nds?)|\")"
MINUTE = r"(?:m|mins?|mi?n[uiot][a-z]{0,6}|')"
"""With the typos of a hurry: "minto", "mintues"."""
HOUR = r"(?:h|hr|hrs|hour|hours|hora|horas)"
_WORD = "|".join(sorted((re.escape(word) for word in NUMBERS), key=len, reverse=True))
_TENS = f"(?:{'|'.join((_TENS_EN + ' ' + _TENS_ES).split())})"
NUMBER = rf"(?:\d+(?:[.,]\d+)?|(?:{_TENS}(?:\s*(?:-|\s|y)\s*(?:{_WORD}))?|{_WORD})(?![a-z0-9]))"
_HALF = r"(?:\s*(?:and|y|con)\s*(?:a\s+)?(?:half|medio|media|1/2))"
_END = r"(?![a-z0-9])"
CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):([0-5]\d)(?::[0-5]\d)?(?![\d:])")
MINUTES = re.compile(
    rf"(?<![a-z0-9.,])(?P<n>{NUMBER})(?P<half1>{_HALF})?[\s-]*(?:long\s+)?{MINUTE}{_END}(?P<half2>{_HALF})?"
    rf"(?:\s*(?:and|y|,|con)?\s*(?P<s>{NUMBER})(?:\s*{SECOND}{_END}|{_END}(?!\s*(?:moves|pasos|"
    rf"turns|giros|times|veces|[a-z]))))?"
)
TIGHT = re.compile(r"(?<![a-z0-9])(\d+)\s*(?:m|min|')\s*(\d{1,2})\s*(?:s|sec|seg|\")?(?![a-z0-9])")
SECONDS = re.compile(rf"(?<![a-z0-9.,])(?P<n>{NUMBER})[\s-]*{SECOND}{_END}")
HOURS = re.compile(rf"(?<![a-z0-9.,])(?P<n>{NUMBER})[\s-]*{HOUR}{_END}")
BARE_MINUTE = re.compile(r"(?<![a-z0-9])(?P<n>minuto|minute)\s+y\s+medio")


@dataclass(frozen=True)
class Length:
    """A length that was asked for."""

    seconds: float
    start: int
    """Where it is said."""
    end: int


def find_lengths(sentence: str) -> list[Length]:
    """Return the lengths that a plain sentence names, in order."""
    found: list[Length] = []

    def add(seconds: float | None, span: tuple[int, int]) -> None:
        if seconds is not None and not any(span[0] < known.end and known.start < span[1] for known in found):
            found.append(Length(seconds, *span))

    for match in CLOCK.finditer(sentence):
        if not re.search(r"(?:\bat|\ba las|\ben el|\bminute|\bmark|\bfrom|\bdesde el?)\s*$", sentence[: match.start()]):
            add(int(match[1]) * 60 + int(match[2]), match.span())
    for match in HOURS.finditer(sentence):
        add(_times(match["n"], 3600), match.span())
    for match in TIGHT.finditer(sentence):
        add(int(match[1]) * 60 + int(match[2]), match.span())
    for match in BARE_MINUTE.finditer(sentence):
        add(90.0, match.span())
    for match in MINUTES.finditer(sentence):
        whole = _number(match["n"])
        if whole is None:
            continue
        if match["half1"] or match["half2"]:
            whole += 0.5
        rest = _number(match["s"]) if match["s"] else 0.0
        add(whole * 60 + (rest or 0.0), match.span())
    for match in SECONDS.finditer(sentence):
        add(_times(match["n"], 1), match.span())
    return sorted(found, key=lambda length: length.start)


def lengths_of_dance(sentence: str, lengths: Sequence[Length]) -> list[Length]:
    """Return the lengths that are of the whole dance, not "the last 30 seconds" nor "in five minutes I have class"."""
    kept = []
    for length in lengths:
        before, after = sentence[: length.start].rstrip(), sentence[length.end :].lstrip()
        part = re.search(
            r"\b(?:last|first|next|final|ultim[oa]s?|primer[oa]?s?|dentro de|hace|cada|every|"
            r"after|tras|al minuto|at|ready in|class in)$",
            before,
        )
        waits = re.search(r"\b(?:in|en)$", before) and re.match(
            r"(?:i |we |my |tengo|hay |empie|class|ago|from now)", after
        )
        if not part and not waits and not re.match(r"(?:ago|later|into the|before the end|antes del final)", after):
            kept.append(length)
    return kept


def _times(text: str, factor: float) -> float | None:
    number = _number(text)
    return None if number is None else number * factor


def _number(text: str) -> float | None:
    text = text.strip()
    if re.fullmatch(r"\d+(?:[.,]\d+)?", text):
        return float(text.replace(",", ".")) if len(text) < 12 else float("1e9")
    if text in NUMBERS:
        return NUMBERS[text]
    parts = [part for part in re.split(r"[\s-]+|\by\b", text) if part]
    if parts and all(part in NUMBERS for part in parts):
        return sum(NUMBERS[part] for part in parts)
    return None


TEMPO = re.compile(
    r"(?<!\d)(\d{2,3})(?:\s*(?:-|to|a|and|y|&)\s*(\d{2,3}))?\s*(?:bpm|b\.p\.m|beats(?: per minute| a minute)?|"
    r"pulsaciones|ppm)\b"
)


def find_tempo(sentence: str) -> float | None:
    """Return the beats a minute that a plain sentence names, or None."""
    match = TEMPO.search(sentence)
    if match is None:
        return None
    ends = [float(end) for end in match.groups() if end]
    tempo = sum(ends) / len(ends)
    return tempo if 60 <= tempo <= 220 else None
