"""What must be so before the service starts to serve or to work."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


def require_secret_key() -> None:
    """Raise ImproperlyConfigured where no key is set: sessions and tokens would not be safe.

    Django itself refuses an empty key, but not before the first request that needs it.
    """
    try:
        settings.SECRET_KEY  # noqa: B018
    except ImproperlyConfigured:
        raise ImproperlyConfigured(
            "SECRET_KEY: expected a key of 32 random characters or more, got none."
        ) from None
