import runpy
from collections.abc import Callable
from typing import Any

import pytest

from bachata_buddy.environment import BASE_DIR, Environment


@pytest.fixture
def settings_with(monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, Any]]:
    """Return a function that reads Django's settings anew, with these variables and no others."""
    monkeypatch.setitem(Environment.model_config, "env_file", None)
    for name in Environment.model_fields:
        monkeypatch.delenv(name, raising=False)

    def read(**variables: str) -> dict[str, Any]:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(BASE_DIR / "bachata_buddy" / "settings.py"))

    return read
