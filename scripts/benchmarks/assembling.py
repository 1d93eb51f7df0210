"""A plan into a video; loads only what the slim worker loads, so that the memory is the assembly's own."""

import tempfile
from pathlib import Path

from choreography.blueprint.captions import captions_vtt
from choreography.blueprint.loading import load_blueprint
from choreography.generation.assembly import assemble_blueprint, timeline_of
from choreography.models import Song
from common.storage import local_copy
from scripts.benchmarks.measuring import Clock, Figures
from video_processing.assembly.balanced import assemble_balanced
from video_processing.assembly.baseline import assemble_the_usual_way


def assemble_fast(blueprint_json: str) -> Figures:
    """Copy packets: video, captions, chapters and poster, as a task does."""
    blueprint = load_blueprint(blueprint_json)
    clock = Clock()
    with tempfile.TemporaryDirectory() as directory, clock.timed("all"):
        report = assemble_blueprint(blueprint, Path(directory))
    return _figures(report.duration_s, clock)


def assemble_with_blends(blueprint_json: str) -> Figures:
    """Copy packets, with each seam blended."""
    blueprint, clock = load_blueprint(blueprint_json), Clock()
    with (
        tempfile.TemporaryDirectory() as directory,
        timeline_of(blueprint, captions_vtt(blueprint)) as timeline,
        clock.timed("all"),
    ):
        report = assemble_balanced(timeline, Path(directory) / "video.mp4")
    return _figures(report.duration_s, clock)


def assemble_usual(blueprint_json: str) -> Figures:
    """The usual way on the same plan and the same clips: normalise each, join, encode again with the song."""
    blueprint, clock = load_blueprint(blueprint_json), Clock()
    from_clips = blueprint.output.model_copy(update={"quality": "high_quality"})  # whose timeline names the clips
    blueprint = blueprint.model_copy(update={"output": from_clips})
    song = Song.objects.get(id=blueprint.song.id)
    with (
        tempfile.TemporaryDirectory() as directory,
        timeline_of(blueprint, captions_vtt(blueprint)) as timeline,
        local_copy(song.audio_key) as sound,
        clock.timed("all"),
    ):
        assemble_the_usual_way(timeline, sound, Path(directory) / "video.mp4")
    return _figures(timeline.duration_s, clock)


def _figures(video_s: float, clock: Clock) -> Figures:
    return {
        "video_s": video_s,
        "seconds": clock.wall_s["all"],
        "cpu_seconds": clock.cpu_s["all"],
        "times_real_time": video_s / clock.wall_s["all"],
    }
