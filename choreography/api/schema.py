"""The blueprint in the OpenAPI document: its models become components like any other."""

from typing import Any

from choreography.blueprint.schema import Blueprint
from choreography.edits.edit import EDITS
from choreography.renditions.kinds import WANTED

COMPONENT, EDIT_COMPONENT, RENDITION_COMPONENT = "Blueprint", "Edit", "WantedRendition"


def add_blueprint(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Add the blueprint's models to the document's components (drf-spectacular's POSTPROCESSING_HOOKS)."""
    schema = Blueprint.model_json_schema(ref_template=f"#/components/schemas/{COMPONENT}{{model}}")
    parts = {f"{COMPONENT}{name}": model for name, model in schema.pop("$defs").items()}
    result["components"]["schemas"].update(parts | {COMPONENT: schema})
    return result


def add_choices(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Add edits and renditions to the document's components: each one of several, told apart by `kind`."""
    for component, choice in ((EDIT_COMPONENT, EDITS), (RENDITION_COMPONENT, WANTED)):
        schema = choice.json_schema(ref_template=f"#/components/schemas/{component}{{model}}")
        parts = {f"{component}{name}": model for name, model in schema.pop("$defs").items()}
        result["components"]["schemas"].update(parts | {component: schema})
    return result
