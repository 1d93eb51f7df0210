"""The published JSON schema is the models' own, and means what they mean."""

import json
from importlib.resources import files

import jsonschema
import pytest

from choreography.blueprint.publish import schema_text


def published() -> str:
    return files("choreography.blueprint").joinpath("blueprint.schema.json").read_text(encoding="utf-8")


def test_the_published_schema_is_current():
    assert published() == schema_text()


def test_the_published_schema_accepts_a_sound_blueprint(data):
    jsonschema.Draft202012Validator(json.loads(published())).validate(data)


@pytest.mark.parametrize(("key", "value"), [("version", 2), ("segments", []), ("extra", 1), ("compromises", [""])])
def test_the_published_schema_refuses_a_broken_one(data, key, value):
    data[key] = value

    assert not jsonschema.Draft202012Validator(json.loads(published())).is_valid(data)
