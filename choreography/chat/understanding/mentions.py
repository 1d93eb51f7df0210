"""What a sentence mentions, wanted or not: phrases of the lexicon, found through typos, with what denials reach."""

from collections.abc import Iterable, Sequence

from choreography.chat.understanding.denials import with_polarity
from choreography.chat.understanding.lexicon import NEGATORS
from choreography.chat.understanding.matching import phrase_at, singular, vocabulary, words_matched
from choreography.chat.understanding.mention import Mention
from choreography.chat.understanding.spelling import corrected
from choreography.chat.understanding.words import Word


def find_mentions(
    words: Sequence[Word], masked: frozenset[int] = frozenset(), own: Iterable[str] = ()
) -> list[Mention]:
    """Return what the words mention, in order; `masked` words (a song's title) mean nothing.

    `own` are words of the library's move names: they become mentions of the slot `name`.
    """
    texts = ["" if index in masked else word.text for index, word in enumerate(words)]
    names = frozenset(own) - vocabulary()
    texts = [corrected(text, names) for text in texts]
    found = _phrases_in(texts, names)
    return with_polarity(texts, found)


def mentions_outside(
    mentions: Sequence[Mention], starts: Sequence[int], spans: Sequence[tuple[int, int]]
) -> list[Mention]:
    """Return the mentions that no change has used; `starts` are where the words begin in the sentence."""
    return [mention for mention in mentions if not any(span[0] <= starts[mention.start] < span[1] for span in spans)]


def _phrases_in(texts: Sequence[str], names: frozenset[str]) -> list[Mention]:
    found: list[Mention] = []
    place = 0
    while place < len(texts):
        row = phrase_at(texts, place)
        denial = words_matched(texts, place, NEGATORS)
        if denial > 1 and (row is None or denial > len(row[0])):
            place += denial
            continue
        if row is not None:
            words, meanings = row
            for meaning in meanings:
                slot, _, value = meaning.partition(":")
                found.append(Mention(slot, value, place, place + len(words)))
            place += len(words)
            continue
        if singular(texts[place]) in names or texts[place] in names:
            value = texts[place] if texts[place] in names else singular(texts[place])
            found.append(Mention("name", value, place, place + 1))
        place += 1
    return found
