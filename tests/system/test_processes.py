"""The whole service as processes: gunicorn, a Celery worker and beat on PostgreSQL and Redis."""

import os
import re
import signal
import urllib.request
from collections.abc import Iterator

import pytest

from tests.system.compose import ROOT
from tests.system.processes import Installation, installation, wait_until

pytestmark = [pytest.mark.postgres, pytest.mark.redis]

STORY = "Mine blasts"
ARTICLES = 7
# What the linker made of the story, in terms that do not depend on the rows' numbers.
GROUPS = """
    SELECT g.label, array_agg(a.title || ': ' || f.start ORDER BY a.title, f.start) AS members
    FROM annotations_figuregroup g
    JOIN annotations_figurelink l ON l.group_id = g.id
    JOIN annotations_figure f ON f.id = l.figure_id
    JOIN annotations_article a ON a.id = f.article_id
    GROUP BY g.id, g.label ORDER BY 1, 2
"""


@pytest.fixture(scope="module")
def installed() -> Iterator[Installation]:
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
    with installation(
        os.environ["DATABASE_URL"], os.environ["REDIS_URL"], int(worker.removeprefix("gw"))
    ) as running:
        yield running


@pytest.fixture
def service(installed: Installation) -> Installation:
    """The service with all its processes at work and no article."""
    installed.start_missing()
    installed.empty()
    return installed


@pytest.fixture
def expected(service: Installation) -> list[tuple[object, ...]]:
    """The groups that an undisturbed run gives; the service is empty again."""
    ingest(service)
    wait_until_linked(service)
    groups = service.rows(GROUPS)
    assert groups
    service.empty()
    return groups


def ingest(service: Installation) -> None:
    shown = service.manage("ingest", str(ROOT / "seeds" / "karabakh"), "--story", STORY)
    assert f"{ARTICLES} new" in shown


def linked(service: Installation) -> int:
    query = "SELECT count(*) FROM annotations_article WHERE linked_version <> ''"
    return int(str(service.rows(query)[0][0]))


def wait_until_linked(service: Installation) -> None:
    wait_until(lambda: linked(service) == ARTICLES, "all articles are linked", service.log)


def let_minutes_pass(service: Installation) -> None:
    """As if everything had been taken in an hour ago: no message can still be on its way."""
    service.write("UPDATE annotations_article SET ingested_at = ingested_at - interval '1 hour'")


def test_what_is_ingested_is_read_and_linked_by_the_worker_and_seen_through_the_api(
    service: Installation,
) -> None:
    ingest(service)
    wait_until_linked(service)
    password = service.manage("adduser", "dashboard", "--role", "client").split(": ")[1].strip()
    token = service.call(
        "tokens/", body={"username": "dashboard", "password": password, "name": "system test"}
    )["token"]
    (story,) = service.call("stories/", token)["results"]
    assert story["title"] == STORY
    matrix = service.call(f"stories/{story['id']}/figures/", token)
    stating_six = max(
        sum(cell is not None and not cell["derived"] for cell in row["cells"])
        for row in matrix["rows"]
        if row["low"] == row["high"] == 6
    )
    assert stating_six >= 4


def test_pages_are_served_with_their_collected_files(installed: Installation) -> None:
    with urllib.request.urlopen(f"{installed.base}/sign-in/", timeout=30) as page:
        files = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.read().decode())
    assert any(re.search(r"\.[0-9a-f]{12}\.css$", file) for file in files)
    for file in files:
        with urllib.request.urlopen(installed.base + file, timeout=30) as answer:
            assert "immutable" in answer.headers["Cache-Control"]


def test_a_worker_killed_half_way_loses_nothing(
    service: Installation, expected: list[tuple[object, ...]]
) -> None:
    service.stop("worker")
    ingest(service)
    with service.hold("LOCK TABLE annotations_figure IN SHARE MODE"):
        service.start("worker", wait=False)
        storing = """
            SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'annotations_figure'::regclass
        """
        wait_until(lambda: bool(service.rows(storing)), "claims are stored", service.log)
        service.stop("worker", signal.SIGKILL)
    assert linked(service) == 0
    service.start("worker")
    let_minutes_pass(service)
    wait_until_linked(service)
    assert service.rows(GROUPS) == expected


def test_an_emptied_redis_loses_nothing(
    service: Installation, expected: list[tuple[object, ...]]
) -> None:
    service.stop("worker")
    ingest(service)
    service.flush_redis()
    service.start("worker")
    assert linked(service) == 0
    let_minutes_pass(service)
    wait_until_linked(service)
    assert service.rows(GROUPS) == expected


def test_the_web_answers_while_no_worker_is_there(service: Installation) -> None:
    service.stop("worker")
    ingest(service)
    assert service.call("schema/")["openapi"].startswith("3.1")
    service.start("worker")
    wait_until_linked(service)
