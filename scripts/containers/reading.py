"""Dockerfile and docker-compose.yml as data, with all that is wrong with them as sentences."""

import json
import re
import shlex
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

TARGETS = ("web", "planning", "assembly")
_INSTALL = re.compile(r'pip install -c constraints\.txt -e "\.\[(?P<extras>[\w,]+)\]"')
_VARIABLE = re.compile(r"\$\{(\w+)")


@dataclass
class Stage:
    """One FROM of a Dockerfile; what it does not say, the stage it builds on says."""

    name: str
    parent: str
    extras: tuple[str, ...] = ()
    user: str = ""
    command: list[str] | None = None
    health: list[str] | None = None
    environment: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def read_dockerfile(text: str) -> dict[str, Stage]:
    """Return the stages by name."""
    stages: dict[str, Stage] = {}
    for line in _logical_lines(text):
        word, _, rest = line.partition(" ")
        if word == "FROM":
            parent, _, name = rest.partition(" AS ")
            stage = Stage(name, parent)
            if (base := stages.get(parent)) is not None:
                stage.user, stage.command, stage.health = base.user, base.command, base.health
                stage.environment = dict(base.environment)
            stages[name] = stage
        else:
            _read(stage, word, rest)
    return stages


def _logical_lines(text: str) -> list[str]:
    joined = re.sub(r"\\\n\s*", "", text)
    return [line for line in joined.splitlines() if line and not line.startswith("#")]


def _read(stage: Stage, word: str, rest: str) -> None:
    if word == "RUN" and (found := _INSTALL.search(rest)):
        stage.extras = tuple(found["extras"].split(","))
    elif word == "RUN" and "pip install" in rest:
        stage.problems.append(f"{stage.name}: installs without constraints: {rest}")
    elif word == "USER":
        stage.user = rest
    elif word == "ENV":
        stage.environment |= dict(part.split("=", 1) for part in shlex.split(rest))
    elif word in ("CMD", "ENTRYPOINT"):
        stage.command = _exec_form(stage, word, rest)
    elif word == "HEALTHCHECK":
        stage.health = _exec_form(stage, word, rest.partition("CMD ")[2])


def _exec_form(stage: Stage, word: str, text: str) -> list[str] | None:
    try:
        return list(json.loads(text))
    except ValueError:
        stage.problems.append(f"{stage.name}: {word} is not in exec form, so signals would end at a shell")
        return None


def problems_of_dockerfile(text: str, root: Path) -> list[str]:
    """Return what is wrong with the targets of a Dockerfile."""
    stages = read_dockerfile(text)
    known = tomllib.loads((root / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    found = [problem for stage in stages.values() for problem in stage.problems]
    for name in TARGETS:
        if (stage := stages.get(name)) is None:
            found.append(f"{name}: there is no such target")
            continue
        found += [f"{name}: there is no extra {extra}" for extra in stage.extras if extra not in known]
        if not stage.extras:
            found.append(f"{name}: installs nothing")
        if stage.user in ("", "root", "0"):
            found.append(f"{name}: runs as root")
        if stage.health is None:
            found.append(f"{name}: has no health check")
        found += [f"{name}: {problem}" for problem in problems_of_command(stage.command, root)]
    return found


def problems_of_command(command: list[str] | None, root: Path) -> list[str]:
    """Return why a command cannot be started."""
    if not command:
        return ["has no command"]
    if command[0] == "gunicorn":
        module = command[1].partition(":")[0].replace(".", "/")
        return [] if (root / f"{module}.py").is_file() else [f"there is no module {command[1]}"]
    if command[:2] == ["python", "manage.py"]:
        ours = root.glob(f"*/management/commands/{command[2]}.py")
        return [] if any(ours) or command[2] == "migrate" else [f"there is no command {command[2]}"]
    return [f"{command[0]} is no command of ours"]


def problems_of_compose(text: str, dockerfile: str, example: str, variables: set[str], root: Path) -> list[str]:
    """Return what is wrong with a compose file; `variables` are the names of our settings."""
    told: dict[str, Any] = yaml.safe_load(text)
    stages, found = read_dockerfile(dockerfile), []
    for name, service in told["services"].items():
        if "build" not in service:
            if "image" in service and ":" not in service["image"].rpartition("/")[2]:
                found.append(f"{name}: the image names no version")
            found += [] if "healthcheck" in service else [f"{name}: has no health check"]
            continue
        if service["build"]["target"] not in stages:
            found.append(f"{name}: there is no target {service['build']['target']}")
        if "command" in service:
            found += [f"{name}: {problem}" for problem in problems_of_command(service["command"], root)]
        named = {key for key in service["environment"] if not key.startswith(("AWS_ACCESS", "AWS_SECRET"))}
        found += [f"{name}: there is no setting {key}" for key in sorted(named - variables)]
        for other in service.get("depends_on", {}):
            if other not in told["services"]:
                found.append(f"{name}: depends on {other}, which is not there")
    offered = set(re.findall(r"^(\w+)=", example, re.MULTILINE))
    required = set(re.findall(r"\$\{(\w+):\?", text))
    found += [f".env.example does not name {name}" for name in sorted(required - offered)]
    found += [
        f".env.example names {name}, which nothing reads" for name in sorted(offered - set(_VARIABLE.findall(text)))
    ]
    served = {queue for stage in stages.values() for queue in _queues_of(stage.command)}
    return found + [
        f"no target serves the queue {queue}"
        for queue in ("planning", "assembly", "ingest", "mail")
        if queue not in served
    ]


def lasting_commands(compose: str, target: str) -> list[list[str]]:
    """Return the commands that services run on a target in place of its own, but for those that end by themselves."""
    services = yaml.safe_load(compose)["services"].values()
    return [
        service["command"]
        for service in services
        if service.get("build", {}).get("target") == target and "command" in service and service["restart"] != "no"
    ]


def _queues_of(command: list[str] | None) -> list[str]:
    return command[command.index("--queues") + 1].split(",") if command and "--queues" in command else []
