"""Every setting that comes from outside: read once, checked at start, described here."""

import hashlib
import os
from pathlib import Path
from typing import Annotated, Literal, Self

from django.core.exceptions import ImproperlyConfigured
from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

BASE_DIR = Path(__file__).resolve().parent.parent

Origin = Annotated[str, Field(pattern=r"^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?$")]
"""Scheme, host and port, no path: what a browser sends as Origin."""


class Environment(BaseSettings):
    """The variables of the environment (or of a file `.env` beside manage.py); names are those of the fields."""

    model_config = SettingsConfigDict(
        env_file=BASE_DIR / ".env", extra="ignore", case_sensitive=True, hide_input_in_errors=True
    )

    ENVIRONMENT: Literal["local", "production"] = "local"
    """`production` refuses to start without a secret key, with DEBUG on or with a `*` host."""
    DEBUG: bool = False
    SECRET_KEY: SecretStr | None = None
    """Signs sessions, tokens and media addresses. Local default: made once, kept in data/run/secret_key."""
    ALLOWED_HOSTS: Annotated[tuple[str, ...], NoDecode] = ("localhost", "127.0.0.1", "[::1]")
    """Host names this site answers to, separated by commas."""
    CSRF_TRUSTED_ORIGINS: Annotated[tuple[str, ...], NoDecode] = ()
    CORS_ALLOWED_ORIGINS: Annotated[tuple[Origin, ...], NoDecode] = ()
    """Other sites whose pages may call the API, with scheme, separated by commas; none by default."""
    SITE_URL: Origin | None = None
    """Where people find this site: links in mail lead there, whatever host the request for them names."""
    NUM_PROXIES: int = Field(default=0, ge=0, le=10)
    """How many reverse proxies stand before us; 0 ignores forwarding headers."""

    DB_NAME: str = Field(default="bachata_buddy", pattern=r"^[A-Za-z_][A-Za-z0-9_-]{0,62}$")
    DB_USER: str = "postgres"
    DB_PASSWORD: SecretStr = SecretStr("")
    DB_HOST: str = ""
    """Empty: the embedded PostgreSQL under DB_DATA_DIR, started on demand."""
    DB_PORT: int = Field(default=5432, ge=1, le=65535)
    DB_SSLMODE: Literal["disable", "allow", "prefer", "require", "verify-ca", "verify-full"] = "prefer"
    DB_DATA_DIR: Path = BASE_DIR / "data" / "pg"

    STORAGE_BACKEND: Literal["local", "s3"] = "local"
    MEDIA_ROOT: Path = BASE_DIR / "data" / "media"
    AWS_STORAGE_BUCKET_NAME: str = ""
    AWS_REGION: str = ""
    AWS_S3_ENDPOINT_URL: str | None = Field(default=None, pattern=r"^https?://[^\s/]+/?$")
    """Another S3-compatible service than AWS."""

    POSE_MODEL_PATH: Path | None = None
    """YOLOv8-pose as ONNX (scripts/export_pose_model). Without it clips need a keypoint sidecar."""
    POSE_MODEL_SHA256: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")
    FFMPEG_BINARY: Path | None = None
    """Another ffmpeg than the one of the wheel imageio-ffmpeg."""

    SONG_URL_IMPORT: bool = False
    """Songs may be fetched from the address of a YouTube video: needs the extra `urls` and a way to the internet."""

    AGENT_ENABLED: bool = True
    """Off: the chat never asks a language model; its built-in planner answers."""
    AGENT_PROVIDER: Literal["auto", "openai", "gemini"] = "auto"
    """`auto`: OpenAI (or the server of OPENAI_BASE_URL) where there is a key, else Gemini, else no model."""
    OPENAI_API_KEY: SecretStr = SecretStr("")
    OPENAI_MODEL: str = Field(default="gpt-5.4-mini", min_length=1, max_length=80)
    OPENAI_BASE_URL: str = Field(default="", pattern=r"^(https?://[^\s]+)?$")
    """A server that speaks OpenAI's protocol, such as one of local models; it may need no key."""
    GOOGLE_API_KEY: SecretStr = SecretStr("")
    GEMINI_MODEL: str = Field(default="gemini-3.8-flash", min_length=1, max_length=80)
    AGENT_TIMEOUT: float = Field(default=120.0, ge=0.1, le=600.0)
    """Seconds a language model may take for one sentence; then the built-in planner answers."""
    AGENT_DAILY_TOKENS_PER_USER: int = Field(default=200_000, ge=0)
    AGENT_DAILY_COST_USD: float = Field(default=5.0, ge=0)
    """Of all users together. Beyond either the built-in planner answers until midnight UTC."""
    AGENT_INPUT_USD_PER_MTOK: float = Field(default=0.75, ge=0)
    AGENT_OUTPUT_USD_PER_MTOK: float = Field(default=4.5, ge=0)
    """Prices of a million tokens of the model: those of the default one, as published in March 2026."""

    JWT_ACCESS_TOKEN_LIFETIME: int = Field(default=15, ge=1, le=24 * 60)
    """Minutes."""
    JWT_REFRESH_TOKEN_LIFETIME: int = Field(default=14, ge=1, le=365)
    """Days."""

    EMAIL_HOST: str = Field(default="", pattern=r"^[A-Za-z0-9.:-]*$")
    """Sends links to a new password. Empty: they are written to the worker's output; in production none are made."""
    EMAIL_PORT: int = Field(default=587, ge=1, le=65535)
    EMAIL_HOST_USER: str = ""
    EMAIL_HOST_PASSWORD: SecretStr = SecretStr("")
    EMAIL_SECURITY: Literal["starttls", "tls", "none"] = "starttls"
    DEFAULT_FROM_EMAIL: str = Field(default="", pattern=r"^([^\r\n]*[^\s@<]+@[^\s@>]+>?)?$")
    """Who mail comes from, as `Bachata Buddy <hello@example.com>`."""

    MAX_ACTIVE_TASKS_PER_USER: int = Field(default=5, ge=1, le=1000)
    """How many choreographies, and how many songs, one person may have in the making at once."""
    EARLIER_VIDEOS_KEPT_DAYS: int = Field(default=7, ge=0, le=3650)
    """How long a choreography keeps the videos of earlier versions once its plan stays the same; 0: for ever."""
    VECTOR_SEARCH_BACKEND: Literal["faiss", "pgvector"] = "faiss"
    """Where moves are searched: in the memory of the process, or in the database for libraries beyond it."""
    VECTOR_SEARCH_TOP_K: int = Field(default=50, ge=1, le=1_000)
    """Moves that a search gives back, and that a plan with a large library takes for each section of its song."""
    VECTOR_SEARCH_RERANK: int = Field(default=30, ge=1, le=1_000)
    """FAISS above 20,000 moves: candidates compared exactly for each one asked for."""
    MOVE_EMBEDDINGS_CACHE_TTL: float = Field(default=0.0, ge=0.0, le=3_600.0)
    """Seconds for which a process trusts the library it holds before it asks the database for changes."""

    WORKER_STALLED_AFTER_S: float = Field(default=20.0, gt=3.0, le=600.0)
    """A worker whose heartbeat is older than this has lost its jobs."""
    LOG_LEVEL: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    LOG_FORMAT: Literal["line", "json"] = "line"
    """`json`: one object a line, each request among them."""
    METRICS_TOKEN: SecretStr | None = Field(default=None, min_length=16)
    """Opens /metrics to a program that sends it as a bearer token; without one only staff who are signed in see it."""
    ALIVE_FILE: Path | None = None
    """Workers and maintenance touch it every few seconds, for the health check of their container."""
    BB_TESTING: bool = False
    BB_FAULT: str | None = Field(default=None, pattern=r"^[a-z_]+:(kill|stop|hang|enospc|raise)$")
    """Testing only: `<stage>:<fault>` makes that stage of a job fail."""

    def secrets(self) -> list[str]:
        """Return every value that must stand in no log, those that libraries read for themselves among them."""
        told = [value.get_secret_value() for _, value in self if isinstance(value, SecretStr)]
        return [*told, os.environ.get("AWS_SECRET_ACCESS_KEY", ""), os.environ.get("AWS_SESSION_TOKEN", "")]

    @model_validator(mode="before")
    @classmethod
    def split_lists(cls, data: dict[str, object]) -> dict[str, object]:
        """Turn `a,b` into `("a", "b")`, and an empty variable into an absent one."""
        given = {name: value for name, value in data.items() if value != ""}
        for name in ("ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "CORS_ALLOWED_ORIGINS"):
            if isinstance(value := given.get(name), str):
                given[name] = tuple(part.strip() for part in value.split(",") if part.strip())
        return given

    @model_validator(mode="after")
    def production_is_safe(self) -> Self:
        """Refuse what must never be served to the world."""
        if self.ENVIRONMENT == "production":
            _require(self.SECRET_KEY is not None, "SECRET_KEY is missing: production needs one")
            secret = self.SECRET_KEY.get_secret_value() if self.SECRET_KEY else ""
            _require(len(secret) >= 32, "SECRET_KEY is too short: at least 32 characters")
            _require(not self.DEBUG, "DEBUG must be off in production")
            _require("*" not in self.ALLOWED_HOSTS, "ALLOWED_HOSTS must name hosts in production")
            _require(self.BB_FAULT is None and not self.BB_TESTING, "BB_FAULT and BB_TESTING are for tests only")
        _require(self.BB_FAULT is None or self.BB_TESTING, "BB_FAULT works only with BB_TESTING=1")
        if self.EMAIL_HOST:
            _require(bool(self.DEFAULT_FROM_EMAIL), "DEFAULT_FROM_EMAIL is missing: mail comes from somebody")
            _require(self.SITE_URL is not None, "SITE_URL is missing: links in mail lead there")
        if self.STORAGE_BACKEND == "s3":
            _require(bool(self.AWS_STORAGE_BUCKET_NAME), "AWS_STORAGE_BUCKET_NAME is missing: S3 storage needs it")
            _require(bool(self.AWS_REGION), "AWS_REGION is missing: S3 storage needs it")
        return self

    @model_validator(mode="after")
    def named_files_are_there(self) -> Self:
        """Refuse a model or a program that is missing now rather than in the middle of a job."""
        if self.POSE_MODEL_PATH is not None:
            _require(self.POSE_MODEL_PATH.is_file(), "POSE_MODEL_PATH names no file")
            if self.POSE_MODEL_SHA256 is not None:
                with self.POSE_MODEL_PATH.open("rb") as stream:
                    found = hashlib.file_digest(stream, "sha256").hexdigest()
                _require(found == self.POSE_MODEL_SHA256, "POSE_MODEL_SHA256 is not the hash of the file there")
        if self.FFMPEG_BINARY is not None:
            runs = self.FFMPEG_BINARY.is_file() and os.access(self.FFMPEG_BINARY, os.X_OK)
            _require(runs, "FFMPEG_BINARY names no program that can be run")
        return self


def _require(condition: bool, sentence: str) -> None:
    if not condition:
        raise ValueError(sentence)


def load_environment() -> Environment:
    """Read and check the environment. Raises ImproperlyConfigured that names each bad variable, never its value."""
    try:
        return Environment()
    except ValidationError as error:
        problems = [
            f"{'.'.join(str(part) for part in problem['loc'][:1]) or 'environment'}: {problem['msg']}"
            for problem in error.errors(include_input=False, include_url=False, include_context=False)
        ]
        raise ImproperlyConfigured("Bad settings. " + "; ".join(problems)) from None
