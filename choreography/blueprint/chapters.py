"""Chapters: the parts of the song, for a player's menu."""

from collections import Counter

from choreography.blueprint.counts import music_end_s
from choreography.blueprint.schema import Blueprint
from choreography.blueprint.vtt import Cue, document, escaped


def chapters_vtt(blueprint: Blueprint) -> str:
    """Return a WebVTT file with a cue a section: `Intro`, `Verse 1`, ...; the song's title where it has no sections."""
    end_s = music_end_s(blueprint)
    heard = [section for section in blueprint.sections if section.start_s < end_s]
    if not heard:
        return document([Cue(0.0, end_s, escaped(blueprint.song.title))])
    of_label = Counter(section.label for section in heard)
    seen: Counter[str] = Counter()
    cues = []
    for section in heard:
        seen[section.label] += 1
        number = f" {seen[section.label]}" if of_label[section.label] > 1 else ""
        cues.append(Cue(section.start_s, min(section.end_s, end_s), section.label.label + number))
    return document(cues)
