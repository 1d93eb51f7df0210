"""Why a plan cannot be changed now. Each message is for the dancer."""

from common.errors import ConflictError


class StaleVersionError(ConflictError):
    """The plan was changed since you looked: load it again."""

    code = "stale_blueprint"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class EditInProgressError(ConflictError):
    """An earlier change is still being planned: wait for it, or stop it."""

    code = "edit_in_progress"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class SegmentLockedError(ConflictError):
    """That move is locked: unlock it first."""

    code = "segment_locked"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class OutdatedLocksError(ConflictError):
    """The counts of the song or the library changed since this plan was made, so what is locked cannot stay as it is:
    unlock those moves, then plan the dance anew."""

    code = "outdated_locks"

    def __init__(self) -> None:
        super().__init__(" ".join((self.__doc__ or "").split()))


class NothingToUndoError(ConflictError):
    """This is the first plan: there is nothing to undo."""

    code = "nothing_to_undo"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class NothingToRedoError(ConflictError):
    """There is nothing to redo."""

    code = "nothing_to_redo"

    def __init__(self) -> None:
        super().__init__(self.__doc__)


class CountsChangedError(ConflictError):
    """The counts of the song were corrected since this plan was made: plan it anew."""

    code = "counts_changed"

    def __init__(self) -> None:
        super().__init__(self.__doc__)
