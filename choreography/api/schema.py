"""The blueprint in the OpenAPI document: its models become components like any other."""

from typing import Any

from choreography.blueprint.schema import Blueprint
from choreography.edits.edit import EDITS

COMPONENT, EDIT_COMPONENT = "Blueprint", "Edit"


def add_blueprint(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Add the blueprint's models to the document's components (drf-spectacular's POSTPROCESSING_HOOKS)."""
    schema = Blueprint.model_json_schema(ref_template=f"#/components/schemas/{COMPONENT}{{model}}")
    parts = {f"{COMPONENT}{name}": model for name, model in schema.pop("$defs").items()}
    result["components"]["schemas"].update(parts | {COMPONENT: schema})
    return result


def add_edits(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Add the edits of a plan to the document's components: one of several, told apart by `kind`."""
    schema = EDITS.json_schema(ref_template=f"#/components/schemas/{EDIT_COMPONENT}{{model}}")
    parts = {f"{EDIT_COMPONENT}{name}": model for name, model in schema.pop("$defs").items()}
    result["components"]["schemas"].update(parts | {EDIT_COMPONENT: schema})
    return result
