"""The contracts between packages hold, and would notice if they did not."""

import sys
import tomllib
from pathlib import Path
from typing import Any

from bachata_buddy.environment import BASE_DIR
from common.processes import run

PACKAGES = tomllib.loads((BASE_DIR / "pyproject.toml").read_text())["tool"]["importlinter"]["root_packages"]


def contracts() -> list[dict[str, Any]]:
    """Return the contracts of pyproject.toml."""
    found: list[dict[str, Any]] = tomllib.loads((BASE_DIR / "pyproject.toml").read_text())["tool"]["importlinter"][
        "contracts"
    ]
    return found


def test_all_contracts_are_kept() -> None:
    linter = Path(sys.executable).with_name("lint-imports")

    ended = run([str(linter), "--no-cache", "--config", str(BASE_DIR / "pyproject.toml")], timeout_s=120,
                environment={"PYTHONPATH": str(BASE_DIR)})  # fmt: skip

    assert f"Contracts: {len(contracts())} kept, 0 broken." in ended.stdout.decode()


def test_every_outside_tool_that_is_forbidden_somewhere_is_used_somewhere() -> None:
    """A contract about a package that nobody imports would always hold."""
    forbidden = {
        name
        for contract in contracts()
        for kind in ("forbidden_modules", "protected_modules")
        for name in contract.get(kind, [])
    }
    outside = {name for name in forbidden if name.partition(".")[0] not in {path.name for path in BASE_DIR.iterdir()}}
    sources = "\n".join(path.read_text() for package in PACKAGES for path in (BASE_DIR / package).rglob("*.py"))

    assert [name for name in sorted(outside) if f"import {name}" not in sources and f"from {name}" not in sources] == []
