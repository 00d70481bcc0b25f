"""The five processes of docker-compose.yml without containers: its own commands, on free ports.

PostgreSQL and Redis run already, as DATABASE_URL and REDIS_URL say; web, worker and beat are
started here, on a database and a Redis number of their own. By hand:

    DATABASE_URL=postgres://… REDIS_URL=redis://… python -m tests.system.processes
"""

import json
import os
import platform
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import redis
from psycopg import sql

from tests.system import compose

BIN = Path(sys.executable).parent
PROCESSES = ("web", "worker", "beat")
_PATIENCE = 120.0
_LAST_REDIS_NUMBER = 15
_ATTEMPTS = 10


@dataclass
class Installation:
    """A running service: ``base`` is its address, ``environment`` what its processes see."""

    base: str
    environment: dict[str, str]
    folder: Path
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def manage(self, *arguments: str) -> str:
        """What a management command prints; it must succeed."""
        result = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=compose.ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode == 0, result.stdout + result.stderr
        return result.stdout

    def rows(self, query: str, *parameters: object) -> list[tuple[object, ...]]:
        """What the database answers to a query."""
        with psycopg.connect(self.environment["DATABASE_URL"]) as connection:
            return connection.execute(query, parameters).fetchall()

    def write(self, statement: str, *parameters: object) -> None:
        with psycopg.connect(self.environment["DATABASE_URL"]) as connection:
            connection.execute(statement, parameters)

    @contextmanager
    def hold(self, lock: str) -> Iterator[None]:
        """Keep what the statement locks: nobody else gets past it."""
        with psycopg.connect(self.environment["DATABASE_URL"]) as connection:
            connection.execute(lock)
            yield

    def empty(self) -> None:
        """Forget every article and story, whatever the processes are doing with them."""
        for _ in range(_ATTEMPTS):
            with suppress(psycopg.errors.DeadlockDetected):
                self.write("TRUNCATE annotations_source, annotations_story CASCADE")
                return
        raise AssertionError(f"deadlocks only, {_ATTEMPTS} times\n{self.log()}")

    def call(self, path: str, token: str = "", body: object = None) -> Any:
        """The API's answer to a GET, or to a POST where there is a body."""
        request = urllib.request.Request(f"{self.base}/api/v1/{path}")
        request.add_header("Accept", "application/json")
        request.add_header("Content-Type", "application/json")
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(request, data, timeout=_PATIENCE) as answer:
            return json.load(answer)

    def flush_redis(self) -> None:
        redis.Redis.from_url(self.environment["REDIS_URL"]).flushdb()

    def start_missing(self) -> None:
        """Start the processes that an earlier test has left stopped."""
        for name in PROCESSES:
            if name not in self.running:
                self.start(name)

    def start(self, name: str, *, wait: bool = True) -> None:
        """Start web, worker or beat with compose's command, and wait until it works."""
        program, *arguments = compose.command(_services()[name])
        address = urlsplit(self.base).netloc
        arguments = [address if word.startswith("0.0.0.0:") else word for word in arguments]
        with (self.folder / f"{name}.log").open("ab") as log:
            self.running[name] = subprocess.Popen(
                [BIN / program, *arguments],
                cwd=compose.ROOT,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        ready = {"web": self._web_answers, "worker": self._worker_answers}.get(name)
        if ready and wait:
            wait_until(ready, f"{name} works", self.log)

    def stop(self, name: str, how: signal.Signals = signal.SIGTERM) -> None:
        """End the process and its children; SIGKILL leaves them no time for anything."""
        process = self.running.pop(name)
        os.killpg(process.pid, how)
        process.wait(timeout=_PATIENCE)

    def log(self) -> str:
        return "\n".join(
            f"--- {path.name}\n{path.read_text('utf-8', 'replace')[-3000:]}"
            for path in sorted(self.folder.glob("*.log"))
        )

    def _web_answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.base}/health/", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def _worker_answers(self) -> bool:
        command = [BIN / "celery", "-A", "factcheck", "inspect", "ping", "--timeout", "1"]
        destination = ["--destination", f"celery@{platform.node()}"]
        ping = subprocess.run(
            [*command, *destination],
            cwd=compose.ROOT,
            env=self.environment,
            capture_output=True,
            check=False,
        )
        return ping.returncode == 0


def wait_until(condition: Callable[[], bool], what: str, log: Callable[[], str]) -> None:
    end = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < end, f"not in {_PATIENCE:.0f} s: {what}\n{log()}"
        time.sleep(0.2)


@contextmanager
def installation(database_url: str, redis_url: str, number: int = 0) -> Iterator[Installation]:
    """Web, worker and beat at work on an empty database; ``number`` keeps parallel ones apart."""
    with tempfile.TemporaryDirectory() as folder, _database(database_url, number) as own_url:
        base = f"http://127.0.0.1:{_free_port()}"
        own_redis = urlsplit(redis_url)._replace(path=f"/{_LAST_REDIS_NUMBER - number}").geturl()
        service = Installation(base, _environment(folder, own_url, own_redis), Path(folder))
        service.flush_redis()
        service.manage("migrate", "--noinput")
        service.manage("collectstatic", "--noinput")
        try:
            service.start_missing()
            yield service
        finally:
            for name in list(service.running):
                service.stop(name, signal.SIGKILL)
            service.flush_redis()


def _environment(folder: str, database_url: str, redis_url: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    given: dict[str, str] = _services()["web"]["environment"]
    own = {
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "ENV_FILE": "",
        "VAR_DIR": folder,
        "SWEEP_SECONDS": "1",
    }
    return kept | given | own


def _services() -> dict[str, dict[str, object]]:
    secret = "only-for-an-installation-that-is-thrown-away"
    return compose.services(
        SECRET_KEY=secret, POSTGRES_PASSWORD=secret, WEB_WORKERS="1", WORKER_PROCESSES="2"
    )


@contextmanager
def _database(server: str, number: int) -> Iterator[str]:
    """A new database on the server, and its address."""
    name = f"factcheck_system_{os.getpid()}_{number}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            connection.execute(
                sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
            )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    with installation(os.environ["DATABASE_URL"], os.environ["REDIS_URL"]) as at_work:
        print(f"{at_work.base} is at work; logs in {at_work.folder}. Ctrl-C ends it.")
        signal.sigwait({signal.SIGINT, signal.SIGTERM})
