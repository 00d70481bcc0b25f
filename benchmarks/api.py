"""The API against the floor: the same rows through the barest code, in the same run.

    DATABASE_URL=postgres://…/an_empty_database .venv/bin/python -m benchmarks.api [--claims N]

fills the database, serves the API and the floor with gunicorn (2 workers), and asks for both in
turns from 8 clients. Then it has PostgreSQL explain every filter, every order and deep pages.
The database must be empty: it is filled with made-up rows and left so.
"""

import argparse
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from http.client import HTTPConnection
from multiprocessing import get_context
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
os.environ["API_RATE_PER_MINUTE"] = "1000000"

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from rest_framework.test import APIClient  # noqa: E402

from annotations.api.pagination import cursor_at  # noqa: E402
from annotations.api.views.corpus import ArticleViewSet  # noqa: E402
from annotations.api.views.workflow import ClaimViewSet  # noqa: E402
from annotations.models import ApiToken, Claim, User  # noqa: E402
from annotations.services.tokens import issue_token  # noqa: E402
from benchmarks.api_corpus import TABLES, fill  # noqa: E402

CLIENTS = 8
ROUNDS = 3
PAGE = "/api/v1/claims/?state=final&page_size=50"
# Whatever the size of the tables: to walk an index past the rows of other sources is well.
MOST_ROWS_TOUCHED = 25_000
RANGES = ClaimViewSet.ranges | ArticleViewSet.ranges
NAMES = {model._meta.db_table for model in TABLES}


@dataclass(frozen=True)
class Figures:
    rate: float
    median: float
    p99: float


def main() -> None:
    arguments = _arguments()
    if connection.vendor != "postgresql":
        sys.exit("DATABASE_URL must name an empty PostgreSQL database.")
    call_command("migrate", verbosity=0)
    if Claim.objects.exists():
        reader = User.objects.get(username="reader")
    else:
        began = time.monotonic()
        reader = fill(arguments.claims)
        print(f"{arguments.claims:,} claims made in {time.monotonic() - began:.0f} s")
    _, token = issue_token(
        user=reader, name="benchmark", scope=ApiToken.Scope.READ, lifetime=timedelta(days=1)
    )
    if not arguments.explain_only:
        measure(token, arguments.seconds)
    explain(token)


def measure(token: str, seconds: float) -> None:
    """Print rates and latencies of the API's reads beside the floor's."""
    single = Claim.objects.filter(state="final").order_by("id").values_list("id", flat=True)[0]
    with _served() as port:
        page_tag = _tag(port, token, PAGE)
        status = f"/api/v1/claims/{single}/status/"
        targets = {
            "floor page": ("/floor/claims/?state=final", ""),
            "page of 50": (PAGE, ""),
            "page, 304": (PAGE, page_tag),
            "floor single": (f"/floor/claims/{single}/", ""),
            "single status": (status, ""),
            "status, 304": (status, _tag(port, token, status)),
        }
        found = {name: [] for name in targets}
        for _ in range(ROUNDS):
            for name, (path, tag) in targets.items():
                found[name] += [_load(port, token, path, tag, seconds)]
    results = {name: _summary(rounds) for name, rounds in found.items()}
    for name, result in results.items():
        print(
            f"{name:14} {result.rate:8.0f} /s   median {result.median * 1000:6.1f} ms"
            f"   p99 {result.p99 * 1000:6.1f} ms"
        )
    page, floor = results["page of 50"], results["floor page"]
    print(f"page / floor:           rate × {page.rate / floor.rate:.2f} (at least 0.5)")
    print(f"                         p99 × {page.p99 / floor.p99:.2f} (at most 3)")
    one, bare = results["single status"], results["floor single"]
    print(f"status / floor:         rate × {one.rate / bare.rate:.2f} (at least 0.6)")
    for name, whole in (("page, 304", page), ("status, 304", one)):
        ratio = results[name].rate / whole.rate
        print(f"{name} / 200:      rate × {ratio:.2f} (more than 1)")


def explain(token: str) -> None:
    """Print what PostgreSQL does for each filter, order and deep page; exit 1 where it scans."""
    api = APIClient(SERVER_NAME="127.0.0.1")
    api.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
    api.get("/api/v1/account/")
    worst = 0
    for address in _addresses(api):
        with CaptureQueriesContext(connection) as captured:
            answer = api.get(address)
        if answer.status_code != 200:
            sys.exit(f"{address}: {answer.content!r}")
        for query in captured.captured_queries:
            if any(table in query["sql"] for table in NAMES):
                touched, scans = _plan(query["sql"])
                worst = max(worst, touched)
                if scans or touched > MOST_ROWS_TOUCHED:
                    print(f"{address}: {touched} rows touched, scans {sorted(scans)}")
                    print(query["sql"][:2000])
                    sys.exit(1)
    print(f"every filter, order and deep page uses an index; at most {worst} rows touched")


def _addresses(api: APIClient) -> Iterator[str]:
    """Each list with each of its filters and orders, at its beginning and deep in it."""
    middle = Claim.objects.count() // 2
    moment = "2026-01-01T12:00:00Z"
    deep = {"id": middle, "score": 0.5, "changed_at": moment, "published_at": moment}
    values = {
        "story": 7,
        "article": 77,
        "source": 7,
        "claim": 5,
        "figure": 5,
        "group": 7,
        "reviewer": 7,
        "state": "final",
        "kind": "denial",
        "min_score": 0.9,
        "changed_since": moment,
        "url": "https://outlet.example/77",
        "published_after": moment,
        "published_before": moment,
        "unit": "day",
        "event": "event 7",
        "counted": "thing 7",
        "status": "confirmed",
        "relation": "revised",
        "rating": "disputed",
        "current": "true",
    }
    schema = api.get("/api/v1/schema/", headers={"Accept": "application/vnd.oai.openapi+json"})
    paths = json.loads(schema.content)["paths"]
    for name in ("articles", "claims", "figures", "groups", "links", "reviews", "verdicts"):
        path = f"/api/v1/{name}/"
        parameters = {item["name"]: item for item in paths[path]["get"]["parameters"]}
        filters = set(parameters) - {"order", "cursor", "page_size", "If-None-Match"}
        for order in parameters["order"]["schema"]["enum"]:
            yield f"{path}?order={order}"
            yield f"{path}?order={order}&cursor={_cursor(order, deep, middle)}"
            for field in sorted(filters):
                if RANGES.get(field, order) not in (order, order.removeprefix("-")):
                    continue  # A bounded list goes by the field that is bounded.
                yield f"{path}?order={order}&{field}={values[field]}"


def _cursor(order: str, deep: dict[str, Any], middle: int) -> str:
    field = order.removeprefix("-")
    return cursor_at(order, [deep[field]] if field == "id" else [deep[field], middle])


def _plan(sql: str) -> tuple[int, set[str]]:
    """How many rows the statement touched, and the large tables it read from end to end."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql.replace('%', '%%')}")
        plan = cursor.fetchone()[0]
    nodes = list(_nodes((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]))
    scans = {
        node["Relation Name"]
        for node in nodes
        if node["Node Type"] == "Seq Scan" and node["Relation Name"] in NAMES
    }
    touched = sum(
        (node["Actual Rows"] + node.get("Rows Removed by Filter", 0)) * node["Actual Loops"]
        for node in nodes
        if "Relation Name" in node
    )
    return int(touched), scans


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in node.get("Plans", ()):
        yield from _nodes(child)


@contextmanager
def _served() -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "gunicorn",
            "benchmarks.floor:application",
            "--workers=2",
            f"--bind=127.0.0.1:{port}",
            "--log-level=warning",
        ]
    )
    try:
        for _ in range(100):
            time.sleep(0.2)
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
        yield port
    finally:
        server.terminate()
        server.wait()


def _load(port: int, token: str, path: str, tag: str, seconds: float) -> list[float]:
    """The latencies of all requests that the clients made in the time, one after the other."""
    with get_context("fork").Pool(CLIENTS) as pool:
        work = [(port, token, path, tag, seconds)] * CLIENTS
        return [latency for part in pool.starmap(_client, work) for latency in part]


def _client(port: int, token: str, path: str, tag: str, seconds: float) -> list[float]:
    latencies = []
    ends = time.perf_counter() + seconds
    while (began := time.perf_counter()) < ends:
        _request(port, token, path, tag)
        latencies.append(time.perf_counter() - began)
    return latencies


def _request(port: int, token: str, path: str, tag: str = "") -> dict[str, str]:
    link = HTTPConnection("127.0.0.1", port)
    headers = {"Authorization": f"Bearer {token}"} | ({"If-None-Match": tag} if tag else {})
    link.request("GET", path, headers=headers)
    answer = link.getresponse()
    answer.read()
    link.close()
    if answer.status != (304 if tag else 200):
        raise RuntimeError(f"{path}: {answer.status}")
    return dict(answer.getheaders())


def _tag(port: int, token: str, path: str) -> str:
    return _request(port, token, path)["ETag"]


def _summary(rounds: list[list[float]]) -> Figures:
    """The middle of the rounds' figures."""
    rates = [CLIENTS / statistics.fmean(latencies) for latencies in rounds]
    p99s = [statistics.quantiles(latencies, n=100)[98] for latencies in rounds]
    medians = [statistics.median(latencies) for latencies in rounds]
    return Figures(statistics.median(rates), statistics.median(medians), statistics.median(p99s))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=re.split(r"\n\n", __doc__ or "")[0])
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=4, help="of each round")
    parser.add_argument("--explain-only", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
