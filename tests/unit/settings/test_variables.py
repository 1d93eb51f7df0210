"""Every documented variable changes what it says."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bachata_buddy.environment import Environment

Settings = dict[str, Any]
Read = Callable[..., Settings]
KEY = "k" * 32
S3 = {"STORAGE_BACKEND": "s3", "AWS_STORAGE_BUCKET_NAME": "dances", "AWS_REGION": "eu-west-1"}
MAIL = {
    "EMAIL_HOST": "mail.example",
    "DEFAULT_FROM_EMAIL": "Bachata Buddy <hello@dance.example>",
    "SITE_URL": "https://dance.example",
}
SERVER = {"DB_HOST": "db.example"}
HERE = Path(__file__)
HERE_SHA256 = hashlib.sha256(HERE.read_bytes()).hexdigest()


def database(settings: Settings) -> dict[str, Any]:
    return dict(settings["DATABASES"]["default"])


def s3_options(settings: Settings) -> dict[str, Any]:
    return dict(settings["STORAGES"]["default"]["OPTIONS"])


CASES: dict[str, tuple[dict[str, str], Callable[[Settings], Any], Any]] = {
    "ENVIRONMENT": ({"ENVIRONMENT": "production", "SECRET_KEY": KEY}, lambda s: s["SESSION_COOKIE_SECURE"], True),
    "DEBUG": ({"DEBUG": "1"}, lambda s: s["DEBUG"], True),
    "SECRET_KEY": ({"SECRET_KEY": KEY}, lambda s: s["SECRET_KEY"], KEY),
    "ALLOWED_HOSTS": (
        {"ALLOWED_HOSTS": "a.example, b.example"},
        lambda s: s["ALLOWED_HOSTS"],
        ["a.example", "b.example"],
    ),
    "CSRF_TRUSTED_ORIGINS": (
        {"CSRF_TRUSTED_ORIGINS": "https://a.example"},
        lambda s: s["CSRF_TRUSTED_ORIGINS"],
        ["https://a.example"],
    ),
    "CORS_ALLOWED_ORIGINS": (
        {"CORS_ALLOWED_ORIGINS": "https://a.example, http://localhost:5173"},
        lambda s: s["CORS_ALLOWED_ORIGINS"],
        ["https://a.example", "http://localhost:5173"],
    ),
    "NUM_PROXIES": ({"NUM_PROXIES": "2"}, lambda s: s["REST_FRAMEWORK"]["NUM_PROXIES"], 2),
    "DB_NAME": ({"DB_NAME": "dances"}, lambda s: database(s)["NAME"], "dances"),
    "DB_USER": (SERVER | {"DB_USER": "ana"}, lambda s: database(s)["USER"], "ana"),
    "DB_PASSWORD": (SERVER | {"DB_PASSWORD": "secret"}, lambda s: database(s)["PASSWORD"], "secret"),
    "DB_HOST": (SERVER, lambda s: database(s)["HOST"], "db.example"),
    "DB_PORT": (SERVER | {"DB_PORT": "6543"}, lambda s: database(s)["PORT"], 6543),
    "DB_SSLMODE": (
        SERVER | {"DB_SSLMODE": "verify-full"},
        lambda s: database(s)["OPTIONS"]["sslmode"],
        "verify-full",
    ),
    "DB_DATA_DIR": ({"DB_DATA_DIR": "/srv/pg"}, lambda s: database(s)["OPTIONS"]["data_dir"], "/srv/pg"),
    "STORAGE_BACKEND": (S3, lambda s: s["STORAGES"]["default"]["BACKEND"], "storages.backends.s3.S3Storage"),
    "MEDIA_ROOT": (
        {"MEDIA_ROOT": "/srv/media"},
        lambda s: s["STORAGES"]["default"]["OPTIONS"]["location"],
        "/srv/media",
    ),
    "AWS_STORAGE_BUCKET_NAME": (S3, lambda s: s3_options(s)["bucket_name"], "dances"),
    "AWS_REGION": (S3, lambda s: s3_options(s)["region_name"], "eu-west-1"),
    "AWS_S3_ENDPOINT_URL": (
        S3 | {"AWS_S3_ENDPOINT_URL": "https://s3.example"},
        lambda s: s3_options(s)["endpoint_url"],
        "https://s3.example",
    ),
    "POSE_MODEL_PATH": ({"POSE_MODEL_PATH": str(HERE)}, lambda s: s["POSE_MODEL_PATH"], HERE),
    "POSE_MODEL_SHA256": (
        {"POSE_MODEL_PATH": str(HERE), "POSE_MODEL_SHA256": HERE_SHA256},
        lambda s: s["POSE_MODEL_SHA256"],
        HERE_SHA256,
    ),
    "SONG_URL_IMPORT": ({"SONG_URL_IMPORT": "on"}, lambda s: s["SONG_URL_IMPORT"], True),
    "FFMPEG_BINARY": ({"FFMPEG_BINARY": "/bin/sh"}, lambda s: s["FFMPEG_BINARY"], Path("/bin/sh")),
    "AGENT_ENABLED": ({"AGENT_ENABLED": "off"}, lambda s: s["AGENT_ENABLED"], False),
    "AGENT_PROVIDER": ({"AGENT_PROVIDER": "gemini"}, lambda s: s["AGENT_PROVIDER"], "gemini"),
    "OPENAI_API_KEY": ({"OPENAI_API_KEY": "sk-a"}, lambda s: s["OPENAI_API_KEY"], "sk-a"),
    "OPENAI_MODEL": ({"OPENAI_MODEL": "gpt-6-luna"}, lambda s: s["OPENAI_MODEL"], "gpt-6-luna"),
    "OPENAI_BASE_URL": (
        {"OPENAI_BASE_URL": "http://127.0.0.1:11434/v1"},
        lambda s: s["OPENAI_BASE_URL"],
        "http://127.0.0.1:11434/v1",
    ),
    "GOOGLE_API_KEY": ({"GOOGLE_API_KEY": "g-a"}, lambda s: s["GOOGLE_API_KEY"], "g-a"),
    "GEMINI_MODEL": ({"GEMINI_MODEL": "gemini-9"}, lambda s: s["GEMINI_MODEL"], "gemini-9"),
    "AGENT_TIMEOUT": ({"AGENT_TIMEOUT": "30"}, lambda s: s["AGENT_TIMEOUT"], 30.0),
    "AGENT_DAILY_TOKENS_PER_USER": (
        {"AGENT_DAILY_TOKENS_PER_USER": "9"},
        lambda s: s["AGENT_DAILY_TOKENS_PER_USER"],
        9,
    ),
    "AGENT_DAILY_COST_USD": ({"AGENT_DAILY_COST_USD": "0.5"}, lambda s: s["AGENT_DAILY_COST_USD"], 0.5),
    "AGENT_INPUT_USD_PER_MTOK": ({"AGENT_INPUT_USD_PER_MTOK": "2"}, lambda s: s["AGENT_INPUT_USD_PER_MTOK"], 2.0),
    "AGENT_OUTPUT_USD_PER_MTOK": ({"AGENT_OUTPUT_USD_PER_MTOK": "8"}, lambda s: s["AGENT_OUTPUT_USD_PER_MTOK"], 8.0),
    "JWT_ACCESS_TOKEN_LIFETIME": (
        {"JWT_ACCESS_TOKEN_LIFETIME": "5"},
        lambda s: s["SIMPLE_JWT"]["ACCESS_TOKEN_LIFETIME"],
        timedelta(minutes=5),
    ),
    "JWT_REFRESH_TOKEN_LIFETIME": (
        {"JWT_REFRESH_TOKEN_LIFETIME": "2"},
        lambda s: s["SIMPLE_JWT"]["REFRESH_TOKEN_LIFETIME"],
        timedelta(days=2),
    ),
    "EMAIL_HOST": (MAIL, lambda s: (s["MAIL_DELIVERY"], s["EMAIL_HOST"]), ("email", "mail.example")),
    "EMAIL_PORT": (MAIL | {"EMAIL_PORT": "465"}, lambda s: s["EMAIL_PORT"], 465),
    "EMAIL_HOST_USER": (MAIL | {"EMAIL_HOST_USER": "ana"}, lambda s: s["EMAIL_HOST_USER"], "ana"),
    "EMAIL_HOST_PASSWORD": (MAIL | {"EMAIL_HOST_PASSWORD": "secret"}, lambda s: s["EMAIL_HOST_PASSWORD"], "secret"),
    "EMAIL_SECURITY": (
        MAIL | {"EMAIL_SECURITY": "tls"},
        lambda s: (s["EMAIL_USE_TLS"], s["EMAIL_USE_SSL"]),
        (False, True),
    ),
    "SITE_URL": ({"SITE_URL": "https://dance.example:8443"}, lambda s: s["SITE_URL"], "https://dance.example:8443"),
    "DEFAULT_FROM_EMAIL": (MAIL, lambda s: s["DEFAULT_FROM_EMAIL"], MAIL["DEFAULT_FROM_EMAIL"]),
    "MAX_ACTIVE_TASKS_PER_USER": ({"MAX_ACTIVE_TASKS_PER_USER": "2"}, lambda s: s["MAX_ACTIVE_TASKS_PER_USER"], 2),
    "EARLIER_VIDEOS_KEPT_DAYS": ({"EARLIER_VIDEOS_KEPT_DAYS": "0"}, lambda s: s["EARLIER_VIDEOS_KEPT_DAYS"], 0),
    "VECTOR_SEARCH_BACKEND": (
        {"VECTOR_SEARCH_BACKEND": "pgvector"},
        lambda s: s["VECTOR_SEARCH_BACKEND"],
        "pgvector",
    ),
    "VECTOR_SEARCH_TOP_K": ({"VECTOR_SEARCH_TOP_K": "7"}, lambda s: s["VECTOR_SEARCH_TOP_K"], 7),
    "VECTOR_SEARCH_RERANK": ({"VECTOR_SEARCH_RERANK": "40"}, lambda s: s["VECTOR_SEARCH_RERANK"], 40),
    "MOVE_EMBEDDINGS_CACHE_TTL": (
        {"MOVE_EMBEDDINGS_CACHE_TTL": "2.5"},
        lambda s: s["MOVE_EMBEDDINGS_CACHE_TTL"],
        2.5,
    ),
    "WORKER_STALLED_AFTER_S": ({"WORKER_STALLED_AFTER_S": "4"}, lambda s: s["WORKER_STALLED_AFTER_S"], 4.0),
    "LOG_LEVEL": ({"LOG_LEVEL": "WARNING"}, lambda s: s["LOGGING"]["root"]["level"], "WARNING"),
    "LOG_FORMAT": ({"LOG_FORMAT": "json"}, lambda s: s["LOGGING"]["handlers"]["stderr"]["formatter"], "json"),
    "ALIVE_FILE": ({"ALIVE_FILE": "/tmp/alive"}, lambda s: s["ALIVE_FILE"], Path("/tmp/alive")),
    "METRICS_TOKEN": ({"METRICS_TOKEN": KEY}, lambda s: s["METRICS_TOKEN"], KEY),
    "BB_TESTING": ({"BB_TESTING": "1"}, lambda s: s["ENV"].BB_TESTING, True),
    "BB_FAULT": ({"BB_TESTING": "1", "BB_FAULT": "planning:kill"}, lambda s: s["BB_FAULT"], "planning:kill"),
}


def test_no_variable_is_without_a_case() -> None:
    assert set(CASES) == set(Environment.model_fields)


@pytest.mark.parametrize("name", CASES)
def test_the_variable_changes_its_setting(settings_with: Read, name: str) -> None:
    variables, look, wanted = CASES[name]
    before = None
    with suppress(KeyError):  # some settings are not there without their variable
        before = look(settings_with())

    after = look(settings_with(**variables))

    assert after == wanted
    assert before != wanted


def test_without_any_variable_it_runs_on_one_machine(settings_with: Read) -> None:
    settings = settings_with()

    assert settings["DEBUG"] is False
    assert database(settings)["ENGINE"] == "common.postgres"
    assert settings["STORAGES"]["default"]["BACKEND"] == "django.core.files.storage.FileSystemStorage"
    assert "*" not in settings["ALLOWED_HOSTS"]
    assert len(settings["SECRET_KEY"]) >= 48


def test_an_empty_variable_is_an_absent_one(settings_with: Read) -> None:
    settings = settings_with(DB_HOST="", POSE_MODEL_PATH="", DB_PORT="", ALLOWED_HOSTS="")

    assert database(settings)["ENGINE"] == "common.postgres"
    assert settings["POSE_MODEL_PATH"] is None
    assert settings["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]


def test_without_a_mail_server_a_link_is_written_to_the_shell_and_in_production_to_nobody(settings_with: Read) -> None:
    local, production = settings_with(), settings_with(ENVIRONMENT="production", SECRET_KEY=KEY)

    assert local["MAIL_DELIVERY"] == "console"
    assert local["EMAIL_BACKEND"].endswith(".console.EmailBackend")
    assert production["MAIL_DELIVERY"] == "none"


def test_production_sends_its_cookies_and_itself_over_https_only(settings_with: Read) -> None:
    settings = settings_with(ENVIRONMENT="production", SECRET_KEY=KEY, NUM_PROXIES="1")

    assert settings["CSRF_COOKIE_SECURE"] is settings["SESSION_COOKIE_SECURE"] is True
    assert settings["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert settings["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")


def test_without_a_proxy_nobody_may_claim_to_come_over_https(settings_with: Read) -> None:
    assert settings_with()["SECURE_PROXY_SSL_HEADER"] is None
