"""Why a song cannot be choreographed with what there is. Each message is for the dancer."""

from common.errors import InputError


class EmptyLibraryError(InputError):
    """There is no move to plan with."""

    code = "empty_library"


class TooFewMovesError(InputError):
    """One move is not enough: no clip may play twice in a row."""

    code = "too_few_moves"


class NoMoveOfThatDifficultyError(InputError):
    """The library holds no move of the wished difficulty."""

    code = "no_move_of_that_difficulty"


class ImpossibleFilterError(InputError):
    """The wish leaves out every move it could use."""

    code = "impossible_filter"


class SongOutOfReachError(InputError):
    """No move can be brought to the tempo of the song."""

    code = "song_out_of_reach"


class SongTooShortError(InputError):
    """The song holds no phrase to dance."""

    code = "song_too_short"


class NoMoveFitsError(InputError):
    """A place in the song stays empty whatever is tried."""

    code = "no_move_fits"


class NotAPhraseError(InputError):
    """An edit asks for beats or places that the song or the plan does not have."""

    code = "not_a_phrase"


class UnknownMoveError(InputError):
    """An edit asks for a move that the library does not have."""

    code = "unknown_move"


class StaleBlueprintError(InputError):
    """The song or a clip changed since the plan was made."""

    code = "stale_blueprint"


class NoStandInError(InputError):
    """A clip of the plan was replaced or is gone, and nothing else can be danced there."""

    code = "no_stand_in"


class TwiceInARowError(InputError):
    """The edit would play one clip twice in a row."""

    code = "twice_in_a_row"
