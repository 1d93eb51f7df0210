import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from bachata_buddy.environment import BASE_DIR

Read = Callable[..., dict[str, Any]]
KEY = "k" * 32
PRODUCTION = {"ENVIRONMENT": "production", "SECRET_KEY": KEY}
S3 = {"STORAGE_BACKEND": "s3", "AWS_STORAGE_BUCKET_NAME": "dances", "AWS_REGION": "eu-west-1"}
FROM = {"DEFAULT_FROM_EMAIL": "hello@dance.example"}
MAIL = FROM | {"EMAIL_HOST": "mail.example", "SITE_URL": "https://dance.example"}
THIS_FILE = str(Path(__file__))

BAD: dict[str, tuple[str, dict[str, str]]] = {
    "no secret key in production": ("SECRET_KEY", {"ENVIRONMENT": "production"}),
    "a short secret key in production": ("SECRET_KEY", {"ENVIRONMENT": "production", "SECRET_KEY": "hunter2-hunter2"}),
    "DEBUG on in production": ("DEBUG", PRODUCTION | {"DEBUG": "true"}),
    "every host in production": ("ALLOWED_HOSTS", PRODUCTION | {"ALLOWED_HOSTS": "a.example,*"}),
    "faults in production": ("BB_FAULT", PRODUCTION | {"BB_TESTING": "1", "BB_FAULT": "planning:kill"}),
    "testing in production": ("BB_TESTING", PRODUCTION | {"BB_TESTING": "1"}),
    "a fault without testing": ("BB_FAULT", {"BB_FAULT": "planning:kill"}),
    "an unknown fault": ("BB_FAULT", {"BB_TESTING": "1", "BB_FAULT": "planning:explode"}),
    "an unknown environment": ("ENVIRONMENT", {"ENVIRONMENT": "staging-zq7"}),
    "DEBUG is no switch": ("DEBUG", {"DEBUG": "perhaps-zq7"}),
    "a port that is a word": ("DB_PORT", {"DB_PORT": "abc-zq7"}),
    "a port out of range": ("DB_PORT", {"DB_PORT": "70001"}),
    "a database name with a quote": ("DB_NAME", {"DB_NAME": 'zq7"; DROP TABLE users'}),
    "an unknown SSL mode": ("DB_SSLMODE", {"DB_SSLMODE": "zq7-always"}),
    "an unknown storage": ("STORAGE_BACKEND", {"STORAGE_BACKEND": "ftp-zq7"}),
    "S3 without a bucket": ("AWS_STORAGE_BUCKET_NAME", {"STORAGE_BACKEND": "s3", "AWS_REGION": "eu-west-1"}),
    "S3 without a region": ("AWS_REGION", {"STORAGE_BACKEND": "s3", "AWS_STORAGE_BUCKET_NAME": "dances"}),
    "an S3 address that is none": ("AWS_S3_ENDPOINT_URL", S3 | {"AWS_S3_ENDPOINT_URL": "zq7 not an address"}),
    "every site": ("CORS_ALLOWED_ORIGINS", {"CORS_ALLOWED_ORIGINS": "*"}),
    "a site with a path": ("CORS_ALLOWED_ORIGINS", {"CORS_ALLOWED_ORIGINS": "https://zq7.example/app"}),
    "a site without a scheme": ("CORS_ALLOWED_ORIGINS", {"CORS_ALLOWED_ORIGINS": "https://a.example,zq7.example"}),
    "a mail server that is none": ("EMAIL_HOST", {"EMAIL_HOST": "zq7 mail"}),
    "mail from nobody": ("DEFAULT_FROM_EMAIL", {"EMAIL_HOST": "mail.example"}),
    "mail from what is no address": ("DEFAULT_FROM_EMAIL", MAIL | {"DEFAULT_FROM_EMAIL": "zq7 dance"}),
    "mail with a second header": (
        "DEFAULT_FROM_EMAIL",
        MAIL | {"DEFAULT_FROM_EMAIL": "a@b.example\nBcc: zq7@b.example"},
    ),
    "mail that leads nowhere": ("SITE_URL", FROM | {"EMAIL_HOST": "mail.example"}),
    "mail that leads to a path": ("SITE_URL", MAIL | {"SITE_URL": "https://zq7.example/app"}),
    "mail by carrier": ("EMAIL_SECURITY", MAIL | {"EMAIL_SECURITY": "zq7-pigeon"}),
    "minus one proxy": ("NUM_PROXIES", {"NUM_PROXIES": "-1"}),
    "a token that never ends": ("JWT_ACCESS_TOKEN_LIFETIME", {"JWT_ACCESS_TOKEN_LIFETIME": "100000"}),
    "a session of no days": ("JWT_REFRESH_TOKEN_LIFETIME", {"JWT_REFRESH_TOKEN_LIFETIME": "0"}),
    "videos kept for minus one day": ("EARLIER_VIDEOS_KEPT_DAYS", {"EARLIER_VIDEOS_KEPT_DAYS": "-1"}),
    "a stall limit below the heartbeat": ("WORKER_STALLED_AFTER_S", {"WORKER_STALLED_AFTER_S": "2"}),
    "a stall limit that is no number": ("WORKER_STALLED_AFTER_S", {"WORKER_STALLED_AFTER_S": "nan"}),
    "an unknown log format": ("LOG_FORMAT", {"LOG_FORMAT": "xml-zq7"}),
    "a metrics token that is guessed": ("METRICS_TOKEN", {"METRICS_TOKEN": "zq7-short"}),
    "an unknown log level": ("LOG_LEVEL", {"LOG_LEVEL": "LOUD-ZQ7"}),
    "a pose model that is not there": ("POSE_MODEL_PATH", {"POSE_MODEL_PATH": "/nowhere/zq7.onnx"}),
    "a pose model that is a folder": ("POSE_MODEL_PATH", {"POSE_MODEL_PATH": str(Path(THIS_FILE).parent)}),
    "a hash that is none": ("POSE_MODEL_SHA256", {"POSE_MODEL_SHA256": "zq7"}),
    "another pose model than promised": (
        "POSE_MODEL_SHA256",
        {"POSE_MODEL_PATH": THIS_FILE, "POSE_MODEL_SHA256": "0123456789abcdef" * 4},
    ),
    "an ffmpeg that is not there": ("FFMPEG_BINARY", {"FFMPEG_BINARY": "/nowhere/zq7"}),
    "an ffmpeg that cannot be run": ("FFMPEG_BINARY", {"FFMPEG_BINARY": THIS_FILE}),
}


def secrets_of(name: str, variables: dict[str, str]) -> list[str]:
    """Return what must not be repeated: the bad value, but for words that the message itself offers."""
    value = variables.get(name, "")
    return [value] if len(value) > 4 else []


@pytest.mark.parametrize("case", BAD)
def test_a_bad_value_is_refused_by_the_name_of_its_variable(settings_with: Read, case: str) -> None:
    name, variables = BAD[case]

    with pytest.raises(ImproperlyConfigured) as refused:
        settings_with(**variables)

    message = str(refused.value)
    assert re.search(rf"\b{name}\b", message)
    assert not [value for value in secrets_of(name, variables) if value in message]
    assert refused.value.__cause__ is None and refused.value.__suppress_context__


def test_every_bad_variable_is_named_at_once(settings_with: Read) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        settings_with(DB_PORT="abc", LOG_LEVEL="LOUD", NUM_PROXIES="many")

    assert all(name in str(refused.value) for name in ("DB_PORT", "LOG_LEVEL", "NUM_PROXIES"))


@pytest.mark.parametrize(
    "argv",
    [("manage.py", "check"), ("manage.py", "work"), ("-m", "gunicorn", "bachata_buddy.wsgi", "--bind", "127.0.0.1:0")],
    ids=["a command", "the worker", "the web process"],
)
@pytest.mark.parametrize(
    ("name", "variables"),
    [("DB_PORT", {"DB_PORT": "abc-zq7"}), ("SECRET_KEY", {"ENVIRONMENT": "production", "SECRET_KEY": "hunter2-zq7"})],
    ids=["port", "secret"],
)
def test_the_process_ends_within_five_seconds(argv: tuple[str, ...], name: str, variables: dict[str, str]) -> None:
    environment = {"PATH": os.environ["PATH"], **variables}
    started = time.monotonic()

    ended = subprocess.run(
        [sys.executable, *argv], cwd=BASE_DIR, env=environment, capture_output=True, text=True, timeout=30, check=False
    )

    assert time.monotonic() - started < 5.0 * patience()
    assert ended.returncode != 0
    assert name in ended.stderr
    assert "zq7" not in ended.stdout + ended.stderr
    if "gunicorn" not in argv:
        assert "Traceback" not in ended.stderr


def patience() -> float:
    """Return by how much a busy machine may be slower than promised."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
