"""A broker that cannot be reached: the request goes on, and the sweep finds what is left."""

import os
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A database of its own, and a Redis that nobody serves."""
    return {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
        "REDIS_URL": "redis://127.0.0.1:1/0",
        "SECRET_KEY": "not-a-secret-" * 4,
    }


def manage(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )


def test_an_article_is_stored_although_nobody_can_be_told_to_read_it(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    article = tmp_path / "morning.txt"
    article.write_text("Ferry burns\n\nSix sailors were killed when the ferry burned in Alvik.")
    manage(environment, "migrate", "--verbosity", "0")

    ingested = manage(environment, "ingest", str(article))

    assert "1 new" in ingested.stdout
    assert "Connection refused" in ingested.stderr
    with sqlite3.connect(tmp_path / "db.sqlite3") as database:
        assert database.execute("SELECT read_version FROM annotations_article").fetchall() == [
            ("",)
        ]
    # Later, with tasks in this process, the same command goes on where it was.
    manage({**environment, "REDIS_URL": ""}, "ingest", str(article))
    with sqlite3.connect(tmp_path / "db.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM annotations_figure").fetchall() != [(0,)]


def test_a_broker_that_takes_calls_and_answers_none_holds_nobody_up(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    article = tmp_path / "morning.txt"
    article.write_text("Ferry burns\n\nSix sailors were killed when the ferry burned in Alvik.")
    manage(environment, "migrate", "--verbosity", "0")

    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"redis://127.0.0.1:{silent.getsockname()[1]}/0"
        # The command that starts work as a request does; without a limit it would never end.
        ingested = manage(environment | {"REDIS_URL": address}, "ingest", str(article))

    assert "1 new" in ingested.stdout
    assert "Timeout" in ingested.stderr
