"""The families of errors. Each concrete error lives beside the code that raises it."""


class BuddyError(Exception):
    """Something could not be done. `str(error)` is a sentence a user may read: no path, no secret, no stack."""

    code = "error"


class InputError(BuddyError):
    """What was given cannot be used: the user can mend it."""

    code = "invalid_input"


class CancelledError(BuddyError):
    """The user asked to stop."""

    code = "cancelled"


class UnavailableError(BuddyError):
    """Something we depend on did not answer: trying again may help."""

    code = "unavailable"


class InternalError(BuddyError):
    """We failed: the user cannot mend it."""

    code = "internal_error"
