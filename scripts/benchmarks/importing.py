"""Clips into the library: everything of an import but the database."""

import tempfile
from pathlib import Path

from django.conf import settings

from scripts.benchmarks.measuring import Clock, Figures
from video_processing.ingest import ingest_clip
from video_processing.pose.detector import PoseDetector
from video_processing.pose.sidecar import sidecar_path


def import_clips(clips: list[Path]) -> Figures:
    """Probe, sound, pose (with the model where one is set, else from sidecars), features, mezzanine, poster."""
    detector = None
    if settings.POSE_MODEL_PATH is not None:
        detector = PoseDetector(settings.POSE_MODEL_PATH, sha256=settings.POSE_MODEL_SHA256)
    clock, stages = Clock(), dict[str, float]()
    clip_s = 0.0
    for clip in clips:
        beside = sidecar_path(clip)
        sidecar = beside if detector is None and beside.is_file() else None
        with tempfile.TemporaryDirectory() as directory, clock.timed("clip"):
            ingested = ingest_clip(clip, Path(directory), sidecar=sidecar, detector=detector)
        clip_s += ingested.info.duration_s / len(clips)
        for stage, seconds in ingested.seconds.items():
            stages[f"{stage}_s"] = stages.get(f"{stage}_s", 0.0) + seconds / len(clips)
    return {
        "clips": len(clips),
        "mean_clip_s": clip_s,
        "with_pose_model": float(detector is not None),
        "seconds_a_clip": clock.wall_s["clip"] / len(clips),
        "cpu_seconds_a_clip": clock.cpu_s["clip"] / len(clips),
        "seconds_a_12_s_of_clip": clock.wall_s["clip"] / len(clips) / clip_s * 12,
        "cpu_seconds_a_12_s_of_clip": clock.cpu_s["clip"] / len(clips) / clip_s * 12,
        **stages,
    }
