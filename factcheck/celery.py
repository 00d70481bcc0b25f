"""The Celery application; its settings are the ``CELERY_*`` names of settings.py."""

import os

from celery import Celery
from celery.signals import beat_init, celeryd_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")

app = Celery("factcheck")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@celeryd_init.connect
@beat_init.connect
def _refuse_to_work_without_a_key(**_: object) -> None:
    from django.core.exceptions import ImproperlyConfigured

    from factcheck.startup import require_secret_key

    try:
        require_secret_key()
    except ImproperlyConfigured as error:
        # Celery logs any other exception of a signal's receiver and goes on.
        raise SystemExit(str(error)) from None
