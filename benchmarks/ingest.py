"""What taking in costs beyond the floor: reading the same texts, and inserting the same rows.

    python benchmarks/ingest.py [--articles 1000] [--per-story 20]

One run: synthetic articles as JSON Lines go through ``manage.py ingest`` (clean, store, read,
link) into an empty database. Then the texts are read alone, and the rows that came of them are
inserted into another empty database, table by table, through the barest driver call (COPY on
PostgreSQL, executemany on SQLite). The ratio is the first, on all cores, over the sum of the other
two, in one process. SQLite in a temporary folder, or the database that
DATABASE_URL names (in a database of its own on that server). Beside each time stands how long the
processes were at work for it, without a database server's: on a busy machine the clock tells of
others' work.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
os.environ.setdefault("SECRET_KEY", "benchmarks-only-" * 4)

import django  # noqa: E402 - once the path is set

PLACES = "Orvel Lisund Karrow Ostwick Dorrin Velt Torrance Calder Marrick Pelham Aster".split()
NAMES = "Ilvar Brandt Kessel Oduya Tamsin Farrow Wendel Ruiz Halloran Petrov Lindqvist".split()
CAUSES = ("a landslide", "an explosion", "a flood", "a mine blast", "a train crash")
FIGURES = (
    "At least {dead} people were killed when {cause} hit the town of {place} on Monday.",
    "{hurt} others were injured and taken to the hospital of {place}, {name} said.",
    "{police} police officers and {civilians} civilians were among the dead in {place}.",
    "The governor, {name}, visited {place} and promised {cost} million dollars.",
    "Damage was put at ${cost} million by the ministry of the interior.",
    "The road to {place} was closed for {hours} hours, according to the police.",
)
PROSE = (
    "“We have never seen anything like this,” {name} told reporters in {place}.",
    "Residents of {word} said that help came late and that the {word} had been ignored.",
    "The region has long been known for its {word}, which closed after a war.",
    "Schools stay closed until Friday, the council of {word} announced.",
    "A spokesman for {word} denied that the {word} had been neglected.",
    "Nobody in the {word} wanted to speak about what had happened to the {word}.",
    "The opposition demanded that the head of {word} resign over the {word}.",
    "Trains between {place} and {word} were still not running in the evening.",
)
SYLLABLES = "ka ro vel mi dor ast lin tur ba sen pol gra nim fel cor".split()


def articles(count: int, per_story: int) -> Iterator[dict[str, str]]:
    """Articles of about 1,300 characters, as many to a story as asked for: four sentences on the
    figures of the story, and twelve that share little with other articles."""
    chance = random.Random(7)
    for number in range(count):
        story, outlet = divmod(number, per_story)
        facts = random.Random(story)
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
        lines = [*chance.sample(FIGURES, 4), *chance.choices(PROSE, k=12)]
        chance.shuffle(lines)
        body = "\n\n".join(line.format(**values, word=_word(chance)) for line in lines)
        yield {
            "title": f"{values['cause'].title()} in {values['place']} kills {values['dead']}",
            "text": body,
            "source": f"Outlet {outlet}",
            "url": f"https://outlet{outlet}.example/{number}",
            "published_at": "2026-03-02T08:00:00Z",
            "story": f"Story {story}",
        }


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=3))


@dataclass
class Timed:
    """Seconds by the clock, and seconds that this process and those it started were at work."""

    clock: float = 0.0
    work: float = 0.0

    def __str__(self) -> str:
        return f"{self.clock:8.2f} s {self.work:8.2f} s"


@contextmanager
def timed() -> Iterator[Timed]:
    found = Timed()
    started, worked = time.perf_counter(), work_done()
    yield found
    found.clock, found.work = time.perf_counter() - started, work_done() - worked


def ingest(path: Path) -> Timed:
    """What the command takes, over an empty database."""
    from django.core.management import call_command

    with timed() as found:
        call_command("ingest", str(path))
    return found


def work_done() -> float:
    """Seconds that this process, and those it started and waited for, have worked."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def read_alone(lines: list[dict[str, str]]) -> tuple[Timed, Timed]:
    """What cleaning the texts takes, and reading them."""
    from annotations.extraction.reader import read
    from annotations.services.documents import document_of_fields

    with timed() as cleaning:
        documents = [document_of_fields(line) for line in lines]
    with timed() as reading:
        for document in documents:
            day = document.published_at.date() if document.published_at else None
            read(document.text, title=document.title, published=day)
    return cleaning, reading


def insert_barely() -> tuple[Timed, int]:
    """What inserting all rows of the application again takes, and how many there are.

    The rows are held in memory, the tables emptied and filled again in one transaction.
    """
    from django.apps import apps
    from django.core.management.color import no_style
    from django.db import connection, transaction

    models = apps.get_app_config("annotations").get_models(include_auto_created=True)
    tables = [model._meta.db_table for model in models]
    quote = connection.ops.quote_name
    held: list[tuple[str, list[tuple]]] = []
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT * FROM {quote(table)}")  # noqa: S608
            columns = [quote(column[0]) for column in cursor.description]
            held.append((_barest(quote(table), columns), cursor.fetchall()))
    connection.ops.execute_sql_flush(
        connection.ops.sql_flush(no_style(), tables, allow_cascade=True)
    )
    with timed() as found, transaction.atomic(), connection.cursor() as cursor:
        for statement, rows in held:
            if connection.vendor == "postgresql":
                with cursor.copy(statement) as copy:
                    for row in rows:
                        copy.write_row(row)
            elif rows:
                cursor.executemany(statement, rows)
    return found, sum(len(rows) for _, rows in held)


def _barest(table: str, columns: list[str]) -> str:
    """The statement that takes many rows at the least cost."""
    from django.db import connection

    names = ", ".join(columns)
    if connection.vendor == "postgresql":
        return f"COPY {table} ({names}) FROM STDIN"
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join(['%s'] * len(columns))})"  # noqa: S608


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--per-story", type=int, default=20)
    options = parser.parse_args()
    lines = list(articles(options.articles, options.per_story))
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/bench.sqlite3")
        os.environ["REDIS_URL"] = ""
        django.setup()
        path = Path(folder, "articles.jsonl")
        path.write_text("".join(json.dumps(line) + "\n" for line in lines))
        with empty_database() as vendor:
            whole = ingest(path)
            cleaning, reading = read_alone(lines)
            inserting, rows = insert_barely()
    floor = reading.clock + inserting.clock
    print(f"{options.articles} articles, {options.per_story} to a story, {rows} rows, {vendor}")
    print("                          time       work")
    print(f"  end to end        {whole}   {options.articles / whole.clock:.0f} articles/s")
    print(f"  cleaning alone    {cleaning}")
    print(f"  reading alone     {reading}")
    print(f"  inserting barely  {inserting}")
    print(
        f"  ratio             {whole.clock / floor:8.2f}   (end to end over reading and inserting)"
    )


@contextmanager
def empty_database() -> Iterator[str]:
    """A migrated database without rows; of a server's, a new one that is dropped again."""
    from django.core.management import call_command
    from django.db import connection

    if connection.vendor == "sqlite":
        call_command("migrate", verbosity=0)
        yield connection.vendor
        return
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        yield connection.vendor
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


if __name__ == "__main__":
    main()
