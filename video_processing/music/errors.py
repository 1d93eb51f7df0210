"""What can stop an analysis, each a plain sentence for the person who gave the sound."""

from common.errors import InputError


class SoundError(InputError):
    """The sound cannot be analysed."""

    code = "invalid_sound"


class DamagedSoundError(SoundError):
    """The sound holds samples that are not numbers; it may be damaged."""

    code = "damaged_sound"


class TooShortError(SoundError):
    """The sound is too short to find its counts."""

    code = "sound_too_short"


class SilenceError(SoundError):
    """The sound is silent: there is nothing to dance to."""

    code = "silent_sound"


class NoRhythmError(SoundError):
    """No beat can be heard in the sound."""

    code = "no_rhythm"
