"""What a song may be: see also `video_processing.media.probe`, which measures it."""

MIB = 1024 * 1024
SONG_BYTES_MAX = 50 * MIB
SONG_DURATION_RANGE_S = (20.0, 600.0)
SONG_SAMPLE_RATE_RANGE_HZ = (8_000, 192_000)
SONG_CHANNELS_MAX = 8
