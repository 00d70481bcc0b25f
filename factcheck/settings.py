"""Every setting comes from the environment (or the file ``.env``); bad values are refused.

docs/reference/settings.md lists the names.
"""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from factcheck.environment import Environment
from factcheck.logs import logging_settings

BASE_DIR = Path(__file__).resolve().parent.parent

env = Environment()
env.read_file(BASE_DIR / env.text("ENV_FILE", ".env"))

# Where the service keeps its files: the SQLite database, collected static files, beat's schedule.
VAR_DIR = BASE_DIR / env.text("VAR_DIR", "var")

# The text filters need no key; whatever serves or works refuses to start without one.
SECRET_KEY = env.secret("SECRET_KEY")
DEBUG = env.flag("DEBUG")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", ["127.0.0.1", "localhost"])
CSRF_TRUSTED_ORIGINS = env.origins("CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "rest_framework",
    "knox",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_htmx",
    "csp",
    "axes",
    "annotations",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "factcheck.urls"
WSGI_APPLICATION = "factcheck.wsgi.application"

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
    "default": env.database("DATABASE_URL", f"sqlite:///{VAR_DIR / 'factcheck.sqlite3'}"),
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Where nothing can be written, whatever needs the database says so itself.
    with suppress(OSError):
        VAR_DIR.mkdir(exist_ok=True)
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "annotations.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
# Failures of one name from one address; further attempts do not prolong the wait.
AXES_FAILURE_LIMIT = env.number("SIGN_IN_FAILURES", 5, least=1, most=1000)
AXES_COOLOFF_TIME = timedelta(minutes=env.number("SIGN_IN_WAIT_MINUTES", 15, least=1, most=1440))
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
AXES_USERNAME_CALLABLE = "factcheck.lockout.name_tried"
AXES_CLIENT_IP_CALLABLE = "factcheck.lockout.address_of"
AXES_LOCKOUT_CALLABLE = "factcheck.lockout.locked_out"
LOGIN_URL = "web:sign-in"
LOGIN_REDIRECT_URL = "web:home"
LOGOUT_REDIRECT_URL = "web:sign-in"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = env.time_zone("TIME_ZONE", "UTC")
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# Without Redis, tasks run in this process right after the commit that asked for them.
REDIS_URL = env.url("REDIS_URL", "", schemes=("redis", "rediss", "unix"))
CELERY_BROKER_URL = REDIS_URL or "memory://"
CELERY_TASK_ALWAYS_EAGER = not REDIS_URL
# A Redis that does not answer holds a request for some seconds at most; the sweep does the rest.
_REDIS_TIMEOUTS = {"socket_timeout": 2, "socket_connect_timeout": 2}
CELERY_BROKER_TRANSPORT_OPTIONS = _REDIS_TIMEOUTS | {"max_retries": 0} if REDIS_URL else {}
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0}
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SERIALIZER = "json"
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "celerybeat-schedule")
CELERY_BEAT_SCHEDULE = {
    "sweep-unfinished-work": {
        "task": "annotations.tasks.sweep",
        "schedule": timedelta(seconds=env.number("SWEEP_SECONDS", 60, least=1, most=3600)),
    },
    "send-webhooks": {
        "task": "annotations.tasks.send_webhooks",
        "schedule": timedelta(seconds=env.number("WEBHOOK_SECONDS", 5, least=1, most=3600)),
    },
    "forget-answers": {
        "task": "annotations.tasks.forget_answers",
        "schedule": timedelta(hours=1),
    },
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
    }
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}

BEHIND_PROXY = env.flag("BEHIND_PROXY")
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "annotations.api.authentication.BearerAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["annotations.api.permissions.WithinScope"],
    "DEFAULT_RENDERER_CLASSES": ["annotations.api.renderers.OrjsonRenderer"],
    "DEFAULT_PARSER_CLASSES": ["annotations.api.parsers.OrjsonParser"],
    "DEFAULT_FILTER_BACKENDS": ["annotations.api.filters.StrictFilterBackend"],
    "DEFAULT_PAGINATION_CLASS": "annotations.api.pagination.KeysetPagination",
    "DEFAULT_THROTTLE_CLASSES": ["annotations.api.throttling.CallerThrottle"],
    "DEFAULT_SCHEMA_CLASS": "annotations.api.schema.ApiSchema",
    "EXCEPTION_HANDLER": "annotations.api.problems.answer",
    # Whose X-Forwarded-For tells the caller's address; anyone else may write there what they like.
    "NUM_PROXIES": int(BEHIND_PROXY),
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
    "TEST_REQUEST_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}
KNOX_TOKEN_MODEL = "annotations.ApiToken"  # noqa: S105 - a model, not a token
# Its own table of tokens would stand unused, and in the way of emptying the test database.
MIGRATION_MODULES = {"knox": None}
REST_KNOX = {"AUTH_HEADER_PREFIX": "Bearer", "TOKEN_PREFIX": "fc_"}
SPECTACULAR_SETTINGS = {
    "TITLE": "Factcheck",
    "DESCRIPTION": "Claims, figures and verdicts of a fact-checking newsroom.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SERVE_AUTHENTICATION": [],
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "ENUM_NAME_OVERRIDES": {
        "ClaimKindEnum": "annotations.api.serializers.claims.CLAIM_KINDS",
        "ClaimStateEnum": "annotations.models.Claim.State",
        "DeliveryStateEnum": "annotations.models.WebhookDelivery.State",
        "RatingEnum": "annotations.models.Rating",
        "LinkStatusEnum": "annotations.models.FigureLink.Status",
    },
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "annotations.api.schema.document_problems",
    ],
}
# Requests a minute of one token or account, of one address without either, and sign-ins by
# password of one address or for one account.
API_RATES = {
    "caller": env.number("API_RATE_PER_MINUTE", 600, least=1, most=1_000_000),
    "anonymous": env.number("API_ANONYMOUS_RATE_PER_MINUTE", 60, least=1, most=1_000_000),
    "sign_in": env.number("SIGN_IN_RATE_PER_MINUTE", 10, least=1, most=1_000_000),
}
API_MAX_BODY_BYTES = env.number(
    "API_MAX_BODY_BYTES", 5 * 1024 * 1024, least=1024, most=100 * 1024 * 1024
)
# Calls of the change feed that may wait at once in one process; each holds a thread.
API_FEED_WAITERS = env.number("API_FEED_WAITERS", 2, least=1, most=1000)
API_TOKEN_DAYS = env.number("API_TOKEN_DAYS", 90, least=1, most=365)

SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
SESSION_COOKIE_HTTPONLY = True
HTTPS_ONLY = env.flag("HTTPS_ONLY")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS_ONLY
SECURE_HSTS_SECONDS = 30 * 24 * 3600 if HTTPS_ONLY else 0
# Other subdomains, and browsers' preload lists, are for their owner to decide.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
# Health checks ask from inside, past the proxy that speaks HTTPS.
SECURE_REDIRECT_EXEMPT = [r"^health/$"]

LEASE_MINUTES = env.number("LEASE_MINUTES", 15, least=1, most=24 * 60)

LOGGING = logging_settings(
    level=env.choice("LOG_LEVEL", "WARNING", of=("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")),
    as_json=not DEBUG,
)
