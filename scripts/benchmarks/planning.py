"""A plan for a whole song."""

from ai_services.vocabulary import Difficulty, Energy, Style
from choreography.blueprint.schema import Blueprint
from choreography.blueprint.wishes import DanceWish
from choreography.generation.planning import plan_song, warm_up
from choreography.models import Song
from scripts.benchmarks.measuring import Clock, Figures

WISH = DanceWish(Difficulty.INTERMEDIATE, Energy.MEDIUM, Style.ROMANTIC)


def planned(song_id: str) -> Blueprint:
    """Return the plan that the assembly is measured on."""
    return plan_song(Song.objects.get(id=song_id), WISH, lambda *_: None).blueprint


def plan(song_id: str) -> Figures:
    """Plan a song, warm: the library is loaded and the song analysed."""
    warm_up()
    planned(song_id)
    clock = Clock()
    with clock.timed("plan"):
        blueprint = planned(song_id)
    return {
        "song_s": blueprint.song.duration_s,
        "segments": len(blueprint.segments),
        "seconds": clock.wall_s["plan"],
        "cpu_seconds": clock.cpu_s["plan"],
    }
