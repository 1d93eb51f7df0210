"""The door through which every blueprint enters: from the database, from a file, from a request."""

import json
from collections.abc import Mapping

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from choreography.blueprint.rules import check_rules
from choreography.blueprint.schema import VERSION, Blueprint
from common.errors import InputError

MAX_JSON_BYTES = 4 * 1024 * 1024
"""500 segments of 64 beats with their warps are 1.2 MB; requests have their own, lower limit."""


class InvalidBlueprintError(InputError):
    """The blueprint cannot be used."""

    code = "invalid_blueprint"


def load_blueprint(data: Mapping[str, object] | str | bytes) -> Blueprint:
    """Return the blueprint in `data`: JSON text, or what a JSON parser made of it.

    Raises `InvalidBlueprintError` where it is not JSON, not of version 1, or breaks a rule.
    """
    text = data if isinstance(data, (str, bytes)) else _as_json(data)
    if len(text) > MAX_JSON_BYTES:
        raise InvalidBlueprintError("The blueprint is too large.")
    try:
        blueprint = Blueprint.model_validate_json(text)
    except ValidationError as error:
        raise InvalidBlueprintError(_sentence(error.errors(include_url=False, include_context=False))) from error
    try:
        check_rules(blueprint)
    except ValueError as error:
        raise InvalidBlueprintError(f"{error}.") from error
    return blueprint


def dump_blueprint(blueprint: Blueprint) -> dict[str, object]:
    """Return the blueprint as JSON values; `load_blueprint` gives it back."""
    return blueprint.model_dump(mode="json")


def _as_json(data: Mapping[str, object]) -> str:
    try:
        return json.dumps(data)
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidBlueprintError("The blueprint is not JSON.") from error


def _sentence(errors: list[ErrorDetails]) -> str:
    first = errors[0]
    where = ", ".join(str(part + 1) if isinstance(part, int) else part for part in first["loc"])
    if where == "version":
        return f"The blueprint's version is unknown: this program reads version {VERSION}."
    what = first["msg"].removeprefix("Value error, ")
    what = what[:1].lower() + what[1:]
    return f"The blueprint is not valid at {where}: {what}." if where else f"The blueprint is not valid: {what}."
