"""Made songs as songs of known truth, for evaluations. Imports mir_eval by way of `music.evaluate`."""

import numpy as np

from video_processing.demo.songs.catalogue import easy_songs, hard_songs
from video_processing.demo.songs.rendering import render_song
from video_processing.demo.songs.spec import SongSpec
from video_processing.music.evaluate import TrueSong
from video_processing.music.spectra import SAMPLE_RATE_HZ


def trial_specs(seed_offset: int, count: int) -> tuple[SongSpec, ...]:
    """Return `count` (1..18) of the 12 easy and 6 hard songs of a seed offset, spread evenly over them."""
    specs = (*easy_songs(seed_offset), *hard_songs(seed_offset))
    chosen = np.unique(np.linspace(0, len(specs) - 1, min(count, len(specs))).round().astype(int))
    return tuple(specs[index] for index in chosen)


def true_song(spec: SongSpec) -> TrueSong:
    """Return the rendered song with its truth, mono at 22050 Hz."""
    song = render_song(spec, SAMPLE_RATE_HZ, stereo=False)
    starts_s = np.array([section.start_s for section in song.truth.sections[1:]])
    return TrueSong(spec.title, song.samples, song.truth.grid(), starts_s)
