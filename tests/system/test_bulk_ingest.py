"""``manage.py ingest`` as a process: stopped or killed at any moment, the same command goes on."""

import json
import os
import pty
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.sqlite

ROOT = Path(__file__).resolve().parent.parent.parent
ARTICLES, OF_A_STORY = 200, 4
WAIT = 60  # seconds
PLACES = ("Alvik", "Ostrava", "Stornes", "Lisund", "Karrow")
# What each row says, without ids and times.
FACTS = (
    "SELECT text, read_version, linked_version FROM annotations_article",
    "SELECT key, count(*) FROM annotations_articleanchor GROUP BY key",
    "SELECT text, start, kind, version FROM annotations_claim",
    "SELECT text, start, low, high, event FROM annotations_figure",
    "SELECT key, label, outlets, independent_origins FROM annotations_figuregroup",
    "SELECT relation, score, reasons FROM annotations_figurelink",
    "SELECT action, object_type, count(*) FROM annotations_change GROUP BY 1, 2",
)


@dataclass(frozen=True)
class Desk:
    """A database of its own, and the command that takes the feed into it."""

    database: Path
    feed: Path

    def manage(self, *arguments: str, **options: Any) -> subprocess.Popen[bytes]:
        environment = os.environ | {
            "DATABASE_URL": f"sqlite:///{self.database}",
            "REDIS_URL": "",
            "ENV_FILE": "",
            "SECRET_KEY": "for-these-tests-" * 4,
        }
        command = [sys.executable, str(ROOT / "manage.py"), *arguments]
        # Where this process ignores Ctrl-C, as in a shell's background, so would its child.
        ignored = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            return subprocess.Popen(command, env=environment, start_new_session=True, **options)
        finally:
            signal.signal(signal.SIGINT, ignored)

    def ingest(self, **options: Any) -> subprocess.Popen[bytes]:
        return self.manage("ingest", str(self.feed), **options)

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.database, timeout=WAIT)) as database:
            return sorted(database.execute(query).fetchall(), key=repr)

    def facts(self) -> list[list[tuple[object, ...]]]:
        return [self.rows(query) for query in FACTS]

    def wait_for(self, query: str) -> None:
        """Until the query finds something."""
        until = time.monotonic() + WAIT
        while not self.rows(query):
            assert time.monotonic() < until, f"in vain: {query}"
            time.sleep(0.01)


@pytest.fixture(scope="module")
def feed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("feed") / "feed.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines()))
    return path


def lines() -> Iterator[dict[str, str]]:
    for number in range(ARTICLES):
        story, outlet = divmod(number, OF_A_STORY)
        place, dead = PLACES[story % len(PLACES)], 3 + story
        yield {
            "text": f"At least {dead} people were killed when the mill of {place} burned.\n\n"
            f"The fire of {place} hurt {dead + outlet} others, the police of {place} said.\n\n"
            f"Outlet {outlet} counted {story + 20} engines before the {number}th hour.",
            "title": f"Mill of {place} burns",
            "source": f"Outlet {outlet}",
            "story": f"Mill {story}",
        }


@pytest.fixture
def desk(tmp_path: Path, feed: Path) -> Desk:
    desk = Desk(tmp_path / "desk.sqlite3", feed)
    assert desk.manage("migrate", "--verbosity=0").wait(WAIT) == 0
    return desk


@pytest.fixture(scope="module")
def undisturbed(
    tmp_path_factory: pytest.TempPathFactory, feed: Path
) -> list[list[tuple[object, ...]]]:
    desk = Desk(tmp_path_factory.mktemp("undisturbed") / "desk.sqlite3", feed)
    assert desk.manage("migrate", "--verbosity=0").wait(WAIT) == 0
    assert desk.ingest(stdout=subprocess.DEVNULL).wait(WAIT) == 0
    return desk.facts()


@pytest.mark.parametrize(
    "moment",
    [
        pytest.param("SELECT 1 FROM annotations_article", id="while taking in"),
        pytest.param("SELECT 1 FROM annotations_figure", id="while reading"),
        pytest.param("SELECT 1 FROM annotations_figuregroup", id="while linking"),
    ],
)
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=["Ctrl-C", "killed"])
def test_what_was_stopped_ends_as_if_it_had_not_been(
    desk: Desk, undisturbed: list[list[tuple[object, ...]]], moment: str, how: signal.Signals
) -> None:
    stopped = desk.ingest(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    desk.wait_for(moment)
    # The terminal sends Ctrl-C to all of the command's processes.
    os.killpg(stopped.pid, how)
    assert stopped.wait(WAIT) == (130 if how is signal.SIGINT else -signal.SIGKILL)
    assert desk.facts() != undisturbed
    assert desk.ingest(stdout=subprocess.DEVNULL).wait(WAIT) == 0
    assert desk.facts() == undisturbed


def test_a_terminal_shows_how_far_it_is_and_how_long_it_will_take(desk: Desk) -> None:
    ours, theirs = pty.openpty()
    command = desk.ingest(stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    shown = re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", b"".join(_all_of(ours)).decode())
    assert command.wait(WAIT) == 0
    for step in ("Taking in", "Reading", "Linking"):
        assert re.search(rf"{step} .*\d+/\d+ .*0:00:\d\d", shown), step
    assert re.search(rf"Reading .*{ARTICLES}/{ARTICLES}", shown)


def _all_of(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            yield os.read(terminal, 65536)
        except OSError:  # it was closed
            os.close(terminal)
            return
