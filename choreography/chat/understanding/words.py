"""A sentence as plain words: without accents, with its contractions and emoji spelled out, its punctuation kept."""

import re
import unicodedata
from dataclasses import dataclass

EMOJI = {
    "🔥": "fuego", "💃": "baile", "🕺": "baile", "❤": "amor", "💕": "amor", "💖": "amor", "💘": "amor",
    "😍": "amor",
    "🥰": "amor", "🌹": "romantic", "💋": "sexy", "😏": "sexy", "🥵": "sexy", "😈": "sexy", "⚡": "energetic",
    "💥": "energetic", "🎉": "fiesta", "🥳": "fiesta", "😂": "fun", "🤪": "fun", "😜": "fun", "😊": "sweet",
    "😌": "chill", "🧘": "chill", "😴": "chill", "🐌": "slow"
   , "🐢": "slow", "🚀": "fast", "🐇": "fast", "👶": "beginner",
    "🚫": "no", "❌": "no", "⛔": "no", "🙅": "no", "⏪": "undo", "↩": "undo",
}  # fmt: skip
"""What dancers mean by them; all others are only decoration."""

SPELLED_OUT = (
    (r"\bw\s*/\s*o\b", "without"), (r"\bw\s*/", "with "), (r"\bcan'?t\b|\bcannot\b", "can not"),
    (r"\bwon'?t\b", "will not"), (r"\b(do|does|did|is|are|was|would|should|could)n'?t\b", r"\1 not"),
    (r"\bi'?m\b", "i am"), (r"\b(let|that|it)'s\b", r"\1 s"), (r"\b(\w+)'(re|ve|ll|d|s)\b", r"\1"),
    (r"\bx\s+favor\b|\bxfa\b|\bporfa\b", "por favor"), (r"\bq\b", "que"), (r"\bpls\b|\bplz\b", "please"),
    (r"\bpa\b|\bpa'", "para"), (r"\bpal\b", "para el"), (r"\bke?\b", "que"),
    (r"\b(tran|)ki(?=er|ta|\b)", r"\1qui"),
    (r"\b4(?= (?:me|my|us|our|her|him|the|a|an|advanced|beginners?|both)\b)", "for"),
    (r"\b2(?= (?:shine|dance|be|do|learn|show|work|practi[cs]e|try|have|look|feel)\b)", "to"),
    (r"\bllev(?:o|as?|amos|ais|an) (?:[a-z0-9]+ ){0,3}(?:dias?|semanas?|mes|meses)\b", "acabo de empezar"),
    (r"\bhace (?:nada|poco|(?:[a-z0-9]+ ){1,2}(?:semanas?|mes|meses)) que (?:bail|emp)[a-z]+", "acabo de empezar"),
    (r"\bdanc(?:ing|ed) (?:[a-z0-9]+ ){0,4}(?:days?|weeks?|months?)\b", "just started"),
    (r"\bgonna\b", "going to"), (r"\bwanna\b", "want to"),
    (r"(?<=[a-z])[-_](?=[a-z])", " "),
)  # fmt: skip

PARTS = re.compile(r"[a-z]+|\d+|[^\sa-z\d]")
STRETCHED = re.compile(r"([a-z])\1{2,}")


@dataclass(frozen=True)
class Word:
    """A word or a sign of a sentence."""

    text: str
    """Lower case, no accents."""
    start: int
    """Where it begins in the plain sentence."""

    @property
    def is_sign(self) -> bool:
        """Return whether it is punctuation."""
        return not self.text[0].isalnum()


def plain(text: str) -> str:
    """Return a sentence in lower case without accents, with straight quotes, contractions and emoji spelled out."""
    for sign, meaning in EMOJI.items():
        text = text.replace(sign, f" {meaning} ")
    text = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').replace("«", '"')
    text = text.replace("»", '"').replace("½", ",5").replace("–", "-").replace("—", " , ")
    decomposed = unicodedata.normalize("NFKD", text.lower())
    text = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    for pattern, said in SPELLED_OUT:
        text = re.sub(pattern, said, text)
    text = STRETCHED.sub(r"\1", text)
    return re.sub(r"\s+", " ", text).strip()


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words and signs of a sentence that `plain` made."""
    return tuple(Word(found.group(), found.start()) for found in PARTS.finditer(text))
