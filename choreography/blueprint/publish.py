"""Writes the published JSON schema (`python -m choreography.blueprint.publish`) to standard output."""

import json
import sys

from choreography.blueprint.schema import VERSION, Blueprint


def schema_text() -> str:
    """Return the JSON schema of the blueprint as the file holds it."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Blueprint.model_json_schema(),
        "title": f"Bachata Buddy blueprint, version {VERSION}",
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
