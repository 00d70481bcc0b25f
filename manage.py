#!/usr/bin/env python
"""Run a command of the project: ``python manage.py help`` lists them."""

import errno
import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
        sys.stdout.flush()
    except ImproperlyConfigured as error:
        sys.exit(f"The settings are not right. {error}")
    except BrokenPipeError:
        # Who reads has enough ("| head").
        _write_no_more()
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        _write_no_more()
        sys.exit(f"The output is incomplete: {error.strerror}.")


def _write_no_more() -> None:
    """What waits to be written would fail once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
