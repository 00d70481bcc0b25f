"""What one more article costs as a newsroom grows: taking it in, reading it, linking its story.

    DATABASE_URL=postgres://… python -m benchmarks.growth [--sizes 1000 10000 100000] [--more 30]

In a database of its own on the server that DATABASE_URL names. The first 1,000 articles, in
stories of varying size (log-normal, the median 8), are taken in, read and linked by the services;
further ones are copies of these rows, made in the database, and one story of 2,000 articles, which
is there from the second size on. At each size further articles come to random stories one by one,
and some to the large story, each timed with its queries and the rows that they gave. Then the rows
that PostgreSQL itself looked at are counted for a few: no step may go through a whole table.
"""

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
os.environ.setdefault("SECRET_KEY", "benchmarks-only-" * 4)
os.environ["REDIS_URL"] = ""

import django  # noqa: E402 - once the path is set

django.setup()

from django.db import connection, transaction  # noqa: E402
from django.db.models import ForeignKey, Max, Model  # noqa: E402

from annotations.extraction.cleaning.document import Document  # noqa: E402
from annotations.models import (  # noqa: E402
    Article,
    Claim,
    Figure,
    FigureGroup,
    FigureLink,
    FigureSum,
    GroupRelation,
    Origin,
    OriginPassage,
    Story,
)
from annotations.models.anchors import ArticleAnchor  # noqa: E402
from annotations.services.backlog import read_articles  # noqa: E402
from annotations.services.ingest import HandedIn, ingest_document, ingest_documents  # noqa: E402
from annotations.services.linking import link_story  # noqa: E402
from annotations.services.reading import read_article  # noqa: E402
from annotations.services.stories import create_story  # noqa: E402
from benchmarks.ingest import CAUSES, FIGURES, NAMES, PLACES, PROSE, SYLLABLES, empty_database  # noqa: E402

MEDIAN_SIZE, SPREAD, LARGEST = 8, 0.9, 200
LARGE = 2000
LARGE_TITLE = "The large story"
MORE_OF_LARGE = 3
LOOKED_AT = 3
# A table of so few rows may be gone through whole where the planner finds that cheaper.
FEW_ROWS = 50_000
_KEPT = "kept_"

TABLES: tuple[type[Model], ...] = (
    Story,
    Article,
    ArticleAnchor,
    Claim,
    Figure,
    Origin,
    OriginPassage,
    FigureGroup,
    FigureGroup.origins.through,
    FigureLink,
    GroupRelation,
    FigureSum,
    FigureSum.parts.through,
)


class Texts:
    """Articles without end; those of one story tell of the same figures."""

    def __init__(self) -> None:
        self._chance = random.Random(11)

    def document(self, title: str) -> Document:
        facts = random.Random(title)
        values = {
            "place": f"{facts.choice(PLACES)} {facts.choice(PLACES)}",
            "name": f"{facts.choice(NAMES)} {facts.choice(NAMES)}",
            "cause": facts.choice(CAUSES),
            "dead": facts.randint(3, 90),
            "hurt": facts.randint(10, 300),
            "police": facts.randint(2, 9),
            "civilians": facts.randint(2, 9),
            "cost": facts.randint(2, 90),
            "hours": facts.randint(2, 20),
        }
        lines = [*self._chance.sample(FIGURES, 3), *self._chance.choices(PROSE, k=6)]
        self._chance.shuffle(lines)
        word = "".join(self._chance.choices(SYLLABLES, k=3))
        return Document(text="\n\n".join(line.format(**values, word=word) for line in lines))


@dataclass
class Cost:
    """Of one article: its seconds, those that the processor worked on it in this process, its
    queries, and the most rows that one query gave."""

    seconds: float = 0.0
    work: float = 0.0
    queries: int = 0
    rows: int = 0
    by_step: dict[str, float] = field(default_factory=dict)

    def count(self, execute: Any, sql: str, params: Any, many: Any, context: Any) -> Any:
        result = execute(sql, params, many, context)
        self.queries += 1
        self.rows = max(self.rows, context["cursor"].rowcount)
        return result


def fill(texts: Texts, articles: int) -> None:
    """Stories of varying size, taken in by the services."""
    chance = random.Random(5)
    number = 0
    while articles:
        size = min(round(chance.lognormvariate(0, SPREAD) * MEDIAN_SIZE) or 1, articles, LARGEST)
        fill_story(texts, f"Story {number}", size)
        articles -= size
        number += 1


def fill_story(texts: Texts, title: str, size: int) -> None:
    story = create_story(title=title)
    handed_in = [
        HandedIn(texts.document(title), f"Outlet {outlet}", story=story) for outlet in range(size)
    ]
    ids = [taken.article.pk for taken in ingest_documents(handed_in=handed_in)]
    for _ in read_articles(article_ids=ids):
        pass
    link_story(story_id=story.pk)


def keep_rows() -> dict[type[Model], int]:
    """Keep all rows aside, to be copied when these have changed; the last id of each kind."""
    with connection.cursor() as cursor:
        for model in TABLES:
            table = model._meta.db_table
            cursor.execute(f"CREATE TABLE {_KEPT}{table} AS SELECT * FROM {table}")  # noqa: S608
    return {model: _end(model) for model in TABLES}


def copy_rows(times: int, ends: Mapping[type[Model], int]) -> None:
    """Copy the rows that are kept so many times; what refers to one of them refers to its copy.

    The id in the copy of a number is beyond the first one's by that many times the last id, and
    the first number is beyond all ids given out.
    """
    first = 1 + max(_end(model) // max(end, 1) for model, end in ends.items())
    with transaction.atomic(), connection.cursor() as cursor:
        # The copies refer to each other just as what they are copied from.
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("SET LOCAL synchronous_commit = off")
        for model in TABLES:
            table = model._meta.db_table
            names = [field.column for field in model._meta.concrete_fields]
            values = [_copied(item, ends) for item in model._meta.concrete_fields]
            cursor.execute(
                f"INSERT INTO {table} ({', '.join(_quoted(names))}) SELECT {', '.join(values)}"  # noqa: S608
                f" FROM {_KEPT}{table} t, generate_series(%s, %s) AS copy",
                [first, first + times - 1],
            )
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"  # noqa: S608
            )


def _copied(column: Any, ends: Mapping[type[Model], int]) -> str:
    """In SQL, the column of the row's copy."""
    written = f't."{column.column}"'
    target = column.related_model if isinstance(column, ForeignKey) else column.model
    if target in ends and (column.primary_key or isinstance(column, ForeignKey)):
        return f"{written} + copy * {ends[target]}"
    if column.name == "slug":
        return f"{written} || '-copy-' || copy"
    if column.name == "text_sha256":
        return f"md5({written} || copy) || md5(copy || {written})"
    return written


def _quoted(names: Sequence[str]) -> list[str]:
    return [f'"{name}"' for name in names]


def take_one_more(texts: Texts, story: Story, source: str) -> Cost:
    document = texts.document(story.title)
    cost = Cost()
    with connection.execute_wrapper(cost.count):
        started, began = time.perf_counter(), time.process_time()
        taken = ingest_document(document=document, source_name=source, story=story)
        ingested = time.perf_counter()
        read_article(article_id=taken.article.pk)
        read = time.perf_counter()
        link_story(story_id=story.pk)
        linked = time.perf_counter()
    cost.seconds, cost.work = linked - started, time.process_time() - began
    cost.by_step = {"take in": ingested - started, "read": read - ingested, "link": linked - read}
    return cost


def gone_through_whole(texts: Texts, story: Story, source: str) -> Iterator[str]:
    """The tables that one more article has PostgreSQL go through row by row."""
    with transaction.atomic():
        take_one_more(texts, story, source)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT s.relname, seq_tup_read FROM pg_stat_xact_user_tables s"
                " JOIN pg_class c ON c.oid = s.relid"
                " WHERE reltuples > %s AND seq_tup_read >= reltuples",
                [FEW_ROWS],
            )
            for table, rows in cursor.fetchall():
                yield f"{table} ({rows} rows)"


def random_stories(count: int) -> list[Story]:
    """One of the copies of each of so many stories, the same ones at every size: how large a story
    is counts for more than how large the newsroom is."""
    chance = random.Random(3)
    copies: dict[str, list[Story]] = {}
    for story in Story.objects.exclude(title=LARGE_TITLE).order_by("id"):
        copies.setdefault(story.title, []).append(story)
    titles = chance.sample(sorted(copies), count)
    return [chance.choice(copies[title]) for title in titles]


def measure(texts: Texts, size: int, more: int) -> None:
    stories = random_stories(more)
    for story in stories:  # a copy's rows have the ids of what it was copied from in their keys
        link_story(story_id=story.pk)
    costs = [take_one_more(texts, story, f"Further {size}") for story in stories]
    whole = [
        table
        for story in stories[:LOOKED_AT]
        for table in gone_through_whole(texts, story, f"Watched {size}")
    ]
    _print_costs(f"{size:,} articles", costs)
    if large := Story.objects.filter(title=LARGE_TITLE).first():
        _print_costs(
            "  of them in the large story",
            [
                take_one_more(texts, large, f"Further {size} {number}")
                for number in range(MORE_OF_LARGE)
            ],
        )
    if whole:
        sys.exit(f"gone through whole: {', '.join(sorted(set(whole)))}")


def _print_costs(name: str, costs: Sequence[Cost]) -> None:
    times = sorted(cost.seconds for cost in costs)
    work = sorted(cost.work for cost in costs)
    last = min(len(times) - 1, round(0.95 * len(times)))
    steps = "  ".join(
        f"{step} {statistics.median(cost.by_step[step] for cost in costs) * 1000:7.1f}"
        for step in costs[0].by_step
    )
    queries = [cost.queries for cost in costs]
    print(
        f"{name:28} median {statistics.median(times) * 1000:8.1f} ms   "
        f"p95 {times[last] * 1000:8.1f} ms   "
        f"work {statistics.median(work) * 1000:7.1f} / {work[last] * 1000:7.1f} ms   "
        f"({steps})   queries {statistics.median(queries):.0f} ({min(queries)}–{max(queries)})   "
        f"most rows of a query {max(cost.rows for cost in costs):,}",
        flush=True,
    )


@contextmanager
def told(what: str) -> Iterator[None]:
    started = time.perf_counter()
    yield
    print(f"# {what} in {time.perf_counter() - started:.0f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--more", type=int, default=30)
    parser.add_argument("--large", type=int, default=LARGE)
    options = parser.parse_args()
    if connection.vendor != "postgresql":
        sys.exit("DATABASE_URL must name a PostgreSQL server.")
    texts = Texts()
    base, *further = options.sizes
    with empty_database():
        with told(f"{base:,} articles taken in"):
            fill(texts, base)
            _analyze()
        ends = keep_rows()
        measure(texts, base, options.more)
        if further:
            with told(f"{options.large:,} articles of one story taken in"):
                fill_story(texts, LARGE_TITLE, options.large)
        for size in further:
            with told(f"copied up to {size:,} articles"):
                copy_rows((size - Article.objects.count()) // base, ends)
                _analyze()
            measure(texts, size, options.more)


def _end(model: type[Model]) -> int:
    return model._default_manager.aggregate(end=Max("id"))["end"] or 0


def _analyze() -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


if __name__ == "__main__":
    main()
