"""The families of errors. Each concrete error lives beside the code that raises it."""


class BuddyError(Exception):
    """Something could not be done. `str(error)` is a sentence a user may read: no path, no secret, no stack."""

    code = "error"


class InputError(BuddyError):
    """What was given cannot be used: the user can mend it."""

    code = "invalid_input"


class NotFoundError(InputError):
    """What was named does not exist, or is not yours: both read the same."""

    code = "not_found"

    def __init__(self, message: str = "There is nothing here, or it is not yours.") -> None:
        super().__init__(message)


class ConflictError(InputError):
    """The thing is in a state that does not allow this."""

    code = "conflict"


class NotAllowedError(InputError):
    """It is there to be seen, but not yours to change."""

    code = "permission_denied"


class TooLargeError(InputError):
    """What was sent is larger than we take."""

    code = "too_large"


class TooManyError(InputError):
    """This is more at once than one person may ask for: later it may go."""

    code = "too_many"


class ContradictionError(InputError):
    """It is well formed, but contradicts what was said before."""

    code = "contradiction"


class CancelledError(BuddyError):
    """The user asked to stop."""

    code = "cancelled"


class UnavailableError(BuddyError):
    """Something we depend on did not answer: trying again may help."""

    code = "unavailable"


class InternalError(BuddyError):
    """We failed: the user cannot mend it."""

    code = "internal_error"
