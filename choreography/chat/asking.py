"""The question which song is meant, and which one an answer to it names."""

import re
from collections.abc import Sequence

from choreography.chat.desk import Decision
from choreography.chat.understanding.request import Request, understand
from choreography.chat.understanding.songs import KnownSong

FIRST = re.compile(
    r"\b(?:first|1st|1|one|primer\w*|any|either|whatever|both|yes|si|ok|cualquier\w*|da igual|vale|el uno|la una)\b"
)
SECOND = re.compile(r"\b(?:second|2nd|2|two|segund\w*|other|otra|otro|el dos|la dos)\b")
THIRD = re.compile(r"\b(?:third|3rd|3|three|tercer\w*|last|ultim\w*)\b")
PLAIN_NO = re.compile(r"^\W*(?:no|nope|nah|ninguna|ninguno|neither)\b")


def question_about(text: str, songs: Sequence[KnownSong], sentence: str) -> Decision:
    """Return a question about songs; an answer to it completes the sentence that raised it."""
    return Decision(text, is_question=True, pending={"songs": [song.id for song in songs], "request": sentence})


def chosen_song(said: str, request: Request, offered: Sequence[KnownSong]) -> KnownSong | None:
    """Return which of the songs offered an answer means."""
    named = [match.song for match in request.song.matches if match.song in offered]
    if len(named) == 1:
        return named[0]
    alone = understand(said, songs=offered).song.matches
    if len(alone) == 1:
        return alone[0].song
    if PLAIN_NO.search(said) or len(said.split()) > 8:
        return None
    for place, words in ((1, SECOND), (2, THIRD), (0, FIRST)):
        if place < len(offered) and words.search(said):
            return offered[place]
    return None


def told_apart(songs: Sequence[KnownSong]) -> list[str]:
    """Return titles, with the artist where two are alike."""
    titles = [song.title for song in songs]
    return [
        f"{song.title} ({song.artist})" if titles.count(song.title) > 1 and song.artist else song.title
        for song in songs
    ]
