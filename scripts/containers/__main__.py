"""Checks the containers; see `scripts/check_containers`."""

import argparse
import sys
import tempfile
from pathlib import Path

from bachata_buddy.environment import Environment
from common.postgres.server import ensure_running, stop
from scripts.containers.installing import TargetError, check_target
from scripts.containers.reading import (
    TARGETS,
    lasting_commands,
    problems_of_compose,
    problems_of_dockerfile,
    read_dockerfile,
)

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Return 0 where nothing is wrong."""
    parser = argparse.ArgumentParser(prog="scripts/check_containers")
    parser.add_argument("--install", nargs="*", choices=TARGETS, metavar="TARGET", help="all targets, or these")
    asked = parser.parse_args().install
    dockerfile = (ROOT / "Dockerfile").read_text()
    compose, example = (ROOT / "docker-compose.yml").read_text(), (ROOT / ".env.example").read_text()
    problems = problems_of_dockerfile(dockerfile, ROOT)
    problems += problems_of_compose(compose, dockerfile, example, set(Environment.model_fields), ROOT)
    print("\n".join(problems) or "Dockerfile, docker-compose.yml and .env.example agree with the project.")
    if problems or asked is None:
        return 1 if problems else 0
    with tempfile.TemporaryDirectory(prefix="bb-containers-") as name:
        Path(name).chmod(0o755)  # run as root, the database server goes by another user's name
        data_dir = Path(name) / "pg"
        address = ensure_running(data_dir)
        database = {"DB_HOST": str(address.socket_dir), "DB_PORT": str(address.port), "DB_USER": address.user}
        try:
            for target in asked or TARGETS:
                stage, further = read_dockerfile(dockerfile)[target], lasting_commands(compose, target)
                print(check_target(stage, ROOT, database | {"DB_NAME": "postgres"}, further), flush=True)
        except TargetError as error:
            print(error, file=sys.stderr)
            return 1
        finally:
            stop(data_dir)
    return 0


if __name__ == "__main__":
    sys.exit(main())
