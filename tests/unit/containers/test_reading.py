"""What `scripts/check_containers` finds: nothing in our files, and each thing that is broken on purpose."""

from pathlib import Path

import pytest

from bachata_buddy.environment import Environment
from scripts.containers.reading import TARGETS, problems_of_compose, problems_of_dockerfile, read_dockerfile

ROOT = Path(__file__).resolve().parents[3]
DOCKERFILE = (ROOT / "Dockerfile").read_text()
COMPOSE = (ROOT / "docker-compose.yml").read_text()
EXAMPLE = (ROOT / ".env.example").read_text()


def of_compose(compose: str = COMPOSE, dockerfile: str = DOCKERFILE, example: str = EXAMPLE) -> list[str]:
    return problems_of_compose(compose, dockerfile, example, set(Environment.model_fields), ROOT)


def test_our_own_files_are_sound() -> None:
    assert problems_of_dockerfile(DOCKERFILE, ROOT) == []
    assert of_compose() == []


def test_each_target_is_read_with_what_it_takes_from_its_base() -> None:
    stages = read_dockerfile(DOCKERFILE)

    assert {name: stages[name].extras for name in TARGETS} == {
        "web": ("s3",),
        "planning": ("analysis", "s3", "urls"),
        "assembly": ("assembly", "s3"),
    }
    assert stages["assembly"].health == ["python", "-m", "common.alive"]
    assert stages["web"].environment["ENVIRONMENT"] == "production"
    assert stages["planning"].environment["OPENBLAS_NUM_THREADS"] == "1"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('".[s3]"', '".[s4]"', "web: there is no extra s4"),
        ("USER 10001\nEXPOSE", "EXPOSE", "web: runs as root"),
        ("AS assembly", "AS assembling", "assembly: there is no such target"),
        ('CMD ["python", "manage.py", "work", "--queues", "assembly,mail"]', "CMD python manage.py work", "exec form"),
        ('"manage.py", "work", "--queues", "assembly,mail"', '"manage.py", "toil"', "there is no command toil"),
        ('"bachata_buddy.wsgi"', '"bachata_buddy.asgi"', "there is no module bachata_buddy.asgi"),
        ('pip install -c constraints.txt -e ".[s3]"', "pip install django", "installs without constraints"),
    ],
)
def test_a_broken_dockerfile_is_told(old: str, new: str, told: str) -> None:
    assert old in DOCKERFILE

    problems = problems_of_dockerfile(DOCKERFILE.replace(old, new), ROOT)

    assert any(told in problem for problem in problems), problems


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("target: planning", "target: plan", "planning: there is no target plan"),
        ('"manage.py", "maintain"', '"manage.py", "keep"', "there is no command keep"),
        ("STORAGE_BACKEND: s3", "STORAGE_BACKENDS: s3", "there is no setting STORAGE_BACKENDS"),
        ("pgvector/pgvector:pg18", "pgvector/pgvector", "database: the image names no version"),
        ("      migrate: {cond", "      moves: {cond", "depends on moves, which is not there"),
        ("${SECRET_KEY:?", "${KEY_OF_SECRETS:?", ".env.example does not name KEY_OF_SECRETS"),
    ],
)
def test_a_broken_compose_file_is_told(old: str, new: str, told: str) -> None:
    assert old in COMPOSE

    problems = of_compose(COMPOSE.replace(old, new))

    assert any(told in problem for problem in problems), problems


def test_a_queue_that_nobody_serves_is_told() -> None:
    assert of_compose(dockerfile=DOCKERFILE.replace("planning,ingest", "planning")) == [
        "no target serves the queue ingest"
    ]


def test_a_variable_that_nothing_reads_is_told() -> None:
    assert of_compose(example=EXAMPLE + "LUCKY_NUMBER=7\n") == [".env.example names LUCKY_NUMBER, which nothing reads"]
