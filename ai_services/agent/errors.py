"""Why a language model could not be used. Nobody but the log reads these: the built-in planner takes over."""

from common.errors import UnavailableError


class ModelError(UnavailableError):
    """The model did not bring the request to an end."""

    code = "model_failed"
    charged = True
    """Whether the provider may have counted tokens for the call."""


class ModelAwayError(ModelError):
    """The provider did not answer, or not in time."""

    code = "model_away"


class ModelRefusedError(ModelError):
    """The provider turned the call down: a wrong key, too many calls, no credit."""

    code = "model_refused"
    charged = False


class ModelGarbledError(ModelError):
    """The answer makes no sense."""

    code = "model_garbled"


class ModelWentAstrayError(ModelError):
    """The model used up its rounds, calls or time."""

    code = "model_astray"


class BudgetSpentError(ModelError):
    """The tokens or the money of the day are spent."""

    code = "model_budget_spent"
    charged = False
