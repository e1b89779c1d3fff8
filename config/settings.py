"""All of Entente's settings, read from the environment; every default suits `make run` on a developer's machine.

`docs/deploy.md` lists the variables that a real site sets.
"""

from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from config import database
from config.prose_editor import DJANGO_PROSE_EDITOR_EXTENSIONS, DJANGO_PROSE_EDITOR_PRESETS  # noqa: F401  # settings

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()

DEBUG = env.bool("DEBUG", default=False)

#: True on a developer's machine and in tests: HTTP without TLS, a key made on the spot.
LOCAL = env.bool("LOCAL", default=False)

#: Everything that Entente writes to disk: the embedded database, uploaded files, the local key. Git ignores it.
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / ".entente")))


def _secret_key() -> str:
    """SECRET_KEY from the environment; on a local machine one is made once and kept in the data folder."""
    key: str = env.str("SECRET_KEY", default="")
    if key:
        return key
    if not LOCAL:
        raise ImproperlyConfigured("Set SECRET_KEY to a long random string (or LOCAL=1 on a developer's machine).")
    from django.core.management.utils import get_random_secret_key

    path = DATA_DIR / "secret-key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(get_random_secret_key() + get_random_secret_key())
        path.chmod(0o600)
    return path.read_text().strip()


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"] if LOCAL else [])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

#: Where the public reads the site; files that leave it, such as a report as PDF, name their addresses so.
SITE_URL = env.str(
    "SITE_URL",
    default="http://localhost:8000"
    if LOCAL
    else next((f"https://{host}" for host in ALLOWED_HOSTS if not host.startswith((".", "*"))), ""),
)

INSTALLED_APPS = [
    "modeltranslation",
    "procrastinate.contrib.django",  # first, so that editorial.admin.jobs can take the place of its admin
    "editorial",
    "cooperation",
    "django_prose_editor",
    "django_filters",
    "pgtrigger",
    "axes",
    "csp",
    "editorial.admin_config.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
]
if LOCAL or env.bool("DEMO", default=False):
    INSTALLED_APPS.append("cooperation.demo")

MIDDLEWARE = [
    # First: all others see the client's address, not the proxy's.
    "editorial.base.network.client_address.ClientAddressMiddleware",
    "editorial.web.middleware.ServerClockMiddleware",
    "editorial.base.statement_timeout.StatementTimeoutMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.policy.PolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "editorial.web.middleware.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "editorial.web.template_folding.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                    ["base.html", "cooperation/"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": database.from_environment(env, data=DATA_DIR)}
#: Whether this process reaches PostgreSQL through a pooler (see `editorial.base.statement_timeout`).
DATABASE_IS_POOLED = database.is_pooled(env)
#: How long the database may take for one statement of a public search, in milliseconds.
SEARCH_TIMEOUT_MS = env.int("SEARCH_TIMEOUT_MS", default=2000)
# Milliseconds that one statement of a request may take; a public page that needs longer answers 503.
PUBLIC_STATEMENT_TIMEOUT = env.int("PUBLIC_STATEMENT_TIMEOUT", default=3_000)
STAFF_STATEMENT_TIMEOUT = env.int("STAFF_STATEMENT_TIMEOUT", default=60_000)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People and passwords
AUTH_USER_MODEL = "editorial.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "editorial.web.backends.StaffBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
#: Tries to log in an hour (see editorial.web.login_limits): of one network or known browser for one account, the
#: same for an account that is tried from many networks, of one network for all accounts, and how many tries from
#: unknown networks those are.
LOGIN_LIMITS = {"tries": 8, "guarded": 2, "network": env.int("LOGIN_LIMIT_NETWORK", default=80), "account": 40}
AXES_HANDLER = "editorial.web.login.Limits"
AXES_LOCKOUT_CALLABLE = "editorial.web.login.too_many"
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# Languages
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("fr", _("French")), ("es", _("Spanish"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
MODELTRANSLATION_ENABLE_FALLBACKS = False
MODELTRANSLATION_CUSTOM_FIELDS = ("LineField", "RichTextField")
#: Languages that an edition must have at parity before it may be submitted (see editorial.content.parity).
REQUIRED_LANGUAGES = env.list("REQUIRED_LANGUAGES", default=["en", "fr", "es"])
USE_I18N = True

# Time: stored in UTC; screens for staff show the parties' own zones beside it.
TIME_ZONE = "UTC"
USE_TZ = True
#: (label, IANA zone) pairs in which staff see every moment.
DESK_TIME_ZONES = [("Ottawa", "America/Toronto"), (_("Mexico City"), "America/Mexico_City"), ("UTC", "UTC")]

# Background work (see editorial.base.jobs)
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_WORKER_DEFAULTS = {
    # One job at a time keeps a worker small; a site with more to do runs more workers.
    "concurrency": 1,
    # New jobs announce themselves; this is for those whose announcement was lost.
    "fetch_job_polling_interval": 30.0,
    # A job that is being done when the worker is told to stop has this long to end; another worker repeats it.
    "shutdown_graceful_timeout": 20.0,
}

# Notices and their letters (see docs/administrators.md)
#: Where letters go: smtp+tls://user:password@host:587 and the like; on a developer's machine, files in a folder.
vars().update(
    env.email_url("EMAIL_URL", default=f"filemail:///{DATA_DIR / 'mail'}" if LOCAL else "smtp://localhost:25")
)
EMAIL_TIMEOUT = env.int("EMAIL_TIMEOUT", default=10)
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default=f"Entente <entente@{urlsplit(SITE_URL).hostname or 'localhost'}>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
#: Days from the due date on which people are reminded, of work and of pages to read again; after it, weekly.
REMIND_OF_WORK = env.list("REMIND_OF_WORK", cast=int, default=[-1, 0])
REMIND_OF_REVIEW_BY = env.list("REMIND_OF_REVIEW_BY", cast=int, default=[-7, 0])

#: Whether the site checks the links of its content to other sites; a developer's machine does not.
LINK_CHECKS = env.bool("LINK_CHECKS", default=not LOCAL)

# Files
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
if LOCAL:
    # Files come straight from the sources here; the middleware warns all the same where the folder is missing.
    STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = DEBUG or LOCAL
WHITENOISE_AUTOREFRESH = DEBUG
MEDIA_ROOT = DATA_DIR / "media"
# Where the heads of the two chained records are written every night (see editorial.verification.heads).
CHAIN_HEADS_FILE = env.str("CHAIN_HEADS_FILE", default=str(DATA_DIR / "chain-heads"))
STORAGES = {
    "default": {"BACKEND": "editorial.base.files.storage.WholeFileStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if LOCAL or DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "editorial.base.files.uploads.WholeUploadHandler",
]
#: Largest attachment, in bytes.
ATTACHMENT_MAX_BYTES = env.int("ATTACHMENT_MAX_BYTES", default=20 * 1024 * 1024)
#: A report of many chapters in three languages is a form of many fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

# Unsaved work (see docs/editors.md)
#: Whether browsers keep what is typed and not yet saved; not for browsers that people share without logging out.
KEEP_UNSAVED_IN_BROWSER = env.bool("KEEP_UNSAVED_IN_BROWSER", default=True)
#: Days after which unsaved work that nobody came back for is forgotten.
AUTOSAVE_DAYS = env.int("AUTOSAVE_DAYS", default=30)

# What visitors send (see docs/visitors.md)
#: How many reports and comments an hour: of one sender (an office may share one address), about one page, in all.
VISITOR_LIMITS = {
    "sender": env.int("VISITOR_LIMIT_SENDER", default=20),
    "page": env.int("VISITOR_LIMIT_PAGE", default=120),
    "site": env.int("VISITOR_LIMIT_SITE", default=1200),
}
#: Days after which `manage.py visitors expire` erases the words of handled reports and refused comments.
VISITOR_RETENTION_DAYS = env.int("VISITOR_RETENTION_DAYS", default=365)

# Preview links for people without an account (see docs/remarks.md)
PREVIEW_LINK_MAX_DAYS = env.int("PREVIEW_LINK_MAX_DAYS", default=30)
#: How many addresses that open nothing one sender may try in an hour.
PREVIEW_GUESSES = env.int("PREVIEW_GUESSES", default=30)

# What a browser may do with our pages
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}
X_FRAME_OPTIONS = "DENY"  # previews alone may be framed, by our own desks
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
#: How many proxies of our own stand in front, each of which appends to X-Forwarded-For (see
#: editorial.base.network.client_address).
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_TLS_PROXY", default=False) else None
SECURE_SSL_REDIRECT = not LOCAL
SECURE_HSTS_SECONDS = 0 if LOCAL else env.int("HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = not LOCAL
SECURE_HSTS_PRELOAD = not LOCAL
SESSION_COOKIE_SECURE = not LOCAL
CSRF_COOKIE_SECURE = not LOCAL
SESSION_COOKIE_AGE = 12 * 60 * 60  # a working day
LANGUAGE_COOKIE_SECURE = not LOCAL

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    # An unknown address or a forged form is the visitor's business, not an operator's.
    "loggers": {"django.request": {"level": "ERROR"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
