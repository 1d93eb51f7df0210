"""Lists of words, kept beside the code as text."""

from importlib.resources import files


def word_list(name: str) -> frozenset[str]:
    """Return the words of a list; lines that begin with # are remarks."""
    text = files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


COMMON_WORDS = word_list("common_words")
"""Never a typo of a dance word, and never a song by themselves."""
