"""What `scripts/setup` installs is the same on every machine: each named dependency has one exact version."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def plain(requirement: str) -> str:
    """Return the name of a requirement or constraint as package indexes compare it."""
    return re.split(r"[\[><=;\s]", requirement)[0].lower().replace("_", "-")


def test_every_named_dependency_has_an_exact_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    wanted = {plain(name) for group in groups for name in group}
    pinned = {plain(line) for line in (ROOT / "constraints.txt").read_text().splitlines() if "==" in line}
    assert wanted - pinned - {"bachata-buddy"} == set()
