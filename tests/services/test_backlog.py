"""Many articles at once give the rows that they give one by one, and a bad one spoils no other."""

import json
import logging
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from annotations.extraction.cleaning.document import Document
from annotations.models import (
    Article,
    ArticleAnchor,
    Change,
    Claim,
    Figure,
    FigureGroup,
    FigureLink,
    OriginPassage,
)
from annotations.selectors import work
from annotations.services.backlog import link_stories, read_articles
from annotations.services.bulk_ingest import Unstated, take_in
from annotations.services.documents import DocumentError
from annotations.services.ingest import (
    HandedIn,
    Ingested,
    Outcome,
    ingest_document,
    ingest_documents,
)
from annotations.services.linking import link_story
from annotations.services.loading import Found
from annotations.services.processes import ThisProcess, workers
from annotations.services.reading import read_article
from annotations.services.stories import story_titled

pytestmark = pytest.mark.django_db

TOLD = (
    "At least {n} people were killed when the ferry {ship} burned off {town}, police said.",
    "{n} sailors and two passengers died on the {ship}, the port of {town} said on Monday.",
    "The {ship} had 41 people on board when it left {town}. The owner denied any fault.",
)
PLACES = (("Solveig", "Alvik"), ("Mirela", "Ostrava"), ("Harbinger", "Stornes"))


def handed_in(count: int) -> list[HandedIn]:
    """Articles on three fires from some outlets: with and without a story, with versions of a
    page, and with the same text twice."""
    return [
        HandedIn(
            Document(
                text=f"Fire {number}\n\n{_told(number)}",
                title=f"Fire {number}",
                url=f"https://outlet.example/{number % 17}",
                published_at=datetime(2026, 3, 1 + number % 3, tzinfo=UTC),
            ),
            source_name=f"Outlet {number % 4}",
            story_title="" if number % 5 == 0 else PLACES[number % 3][0],
        )
        for number in [*range(count), 0, 3]
    ]


def _told(number: int) -> str:
    ship, town = PLACES[number % 3]
    return "\n\n".join(
        said.format(n=3 + number % 2, ship=ship, town=town) for said in TOLD[number % 2 :]
    )


def one_by_one(articles: list[HandedIn]) -> None:
    for one in articles:
        ingest_document(
            document=one.document,
            source_name=one.source_name,
            story=story_titled(title=one.story_title) if one.story_title else None,
        )
    for pk in Article.objects.order_by("id").values_list("id", flat=True):
        read_article(article_id=pk)
    for story_id in list(work.unlinked_stories()):
        link_story(story_id=story_id)


def together(articles: list[HandedIn], executor: Executor) -> None:
    ingest_documents(handed_in=articles)
    finish(executor)


def finish(executor: Executor | None = None) -> None:
    ids = list(Article.objects.order_by("id").values_list("id", flat=True))
    assert sum(read_articles(article_ids=ids, executor=executor)) == len(ids)
    stories = list(work.unlinked_stories())
    assert sum(link_stories(story_ids=stories, executor=executor)) == len(stories)


def as_line(one: HandedIn) -> bytes:
    published_at = one.document.published_at
    fields = {
        "text": one.document.text,
        "title": one.document.title,
        "url": one.document.url,
        "published_at": published_at.isoformat() if published_at else None,
        "source": one.source_name,
        "story": one.story_title,
    }
    return json.dumps(fields).encode()


def streamed(articles: list[HandedIn], executor: Executor) -> None:
    """Taken in a few at a time, and read while others are still to come."""
    found = [Found(f"feed.jsonl:{number}", as_line(one)) for number, one in enumerate(articles, 1)]
    batches = [found[start : start + 20] for start in range(0, len(found), 20)]
    taken = chain.from_iterable(take_in(batches=batches, unstated=Unstated(), executor=executor))
    ids = (one.article.pk for one in taken if isinstance(one, Ingested))
    read = sum(read_articles(article_ids=ids, executor=executor))
    assert read == len(articles)
    for _ in link_stories(story_ids=list(work.unlinked_stories()), executor=executor):
        pass


def facts() -> dict[str, list[Any]]:
    """All rows that came of the articles, by what they say: without ids and times."""
    where = ("article__text", "article__source__name")
    spans = (*where, "start", "end", "text")
    queries = {
        "articles": Article.objects.values_list(
            "text", "source__name", "story__title", "supersedes__text", "read_version",
            "linked_version", "published_at", "url", "title",
        ),
        "anchors": ArticleAnchor.objects.values_list(*where, "key"),
        "claims": Claim.objects.values_list(*spans, "kind", "score", "state", "version"),
        "figures": Figure.objects.values_list(*spans, "low", "high", "claim__text", "event"),
        "groups": FigureGroup.objects.values_list("story__title", "key", "label", "outlets"),
        "links": FigureLink.objects.values_list("group__key", "figure__text", "relation", "score"),
        "passages": OriginPassage.objects.values_list(*where, "start", "origin__label"),
        "changes": Change.objects.values_list("action", "object_type", "story__title"),
    }  # fmt: skip
    return {name: sorted(map(repr, rows)) for name, rows in queries.items()}


@pytest.fixture(params=["this process", "processes"])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    if request.param == "this process":
        yield ThisProcess()
    else:
        with workers(1000) as pool:
            yield pool


@pytest.mark.parametrize("at_once", [together, streamed])
def test_many_at_once_give_the_rows_of_one_by_one(
    executor: Executor, at_once: Callable[[list[HandedIn], Executor], None]
) -> None:
    with transaction.atomic():
        one_by_one(handed_in(60))
        alone = facts()
        transaction.set_rollback(True)
    at_once(handed_in(60), executor)
    assert facts() == alone
    assert alone["links"]


def test_what_each_document_became_is_told_in_its_place() -> None:
    first, second, *_ = handed_in(2)
    empty = replace(second, document=replace(second.document, text=" "))
    changed = replace(first, document=replace(first.document, text="Nine were hurt."))
    found = ingest_documents(handed_in=[first, empty, second, first, changed])
    assert isinstance(found[1], DocumentError)
    assert [one.outcome for one in found if isinstance(one, Ingested)] == [
        Outcome.NEW,
        Outcome.NEW,
        Outcome.KNOWN,
        Outcome.SUPERSEDED,
    ]
    assert Article.objects.count() == 3


def test_what_is_left_of_a_run_that_stopped_is_done_by_the_next() -> None:
    ingest_documents(handed_in=handed_in(120))
    ids = list(Article.objects.order_by("id").values_list("id", flat=True))
    next(read_articles(article_ids=ids))
    assert 0 < work.unread_articles().count() < len(ids)
    finish()
    assert not work.unread_articles().exists()
    assert not work.unlinked_stories()


def test_five_stories_are_linked_with_the_queries_of_one() -> None:
    stories = [[replace(one, story_title=f"Fire {n}") for one in handed_in(12)] for n in range(6)]
    for n, articles in enumerate(stories):
        ingest_documents(handed_in=[replace(one, source_name=f"{n}") for one in articles])
    assert sum(read_articles(article_ids=list(work.unread_articles().values_list("id", flat=True))))
    first, *others = work.unlinked_stories()
    with CaptureQueriesContext(connection) as one:
        assert list(link_stories(story_ids=[first])) == [1]
    with CaptureQueriesContext(connection) as five:
        assert list(link_stories(story_ids=others)) == [5]
    assert len(five) == len(one)


@pytest.fixture
def cursed() -> str:
    """A word that the database stores in no article and no claim."""
    with connection.cursor() as cursor:
        for table, word in (("article", "accursed"), ("claim", "cursed")):
            cursor.execute(
                f"CREATE TRIGGER no_{table} BEFORE INSERT ON annotations_{table}"
                f" WHEN NEW.text LIKE '% {word} %' BEGIN SELECT RAISE(ABORT, 'no {word}'); END"
            )
    return "cursed"


@pytest.mark.sqlite
def test_a_document_that_the_database_refuses_keeps_no_other_out(cursed: str) -> None:
    good = handed_in(6)
    bad = replace(good[1], document=Document(text="The accursed ship sank."))
    found = ingest_documents(handed_in=[*good[:3], bad, *good[3:]])
    assert [place for place, one in enumerate(found) if isinstance(one, DocumentError)] == [3]
    assert "the database refuses it: no accursed" in str(found[3])
    assert Article.objects.count() == 6


@pytest.mark.sqlite
def test_an_article_that_cannot_be_stored_as_read_keeps_no_other_unread(
    cursed: str, caplog: pytest.LogCaptureFixture
) -> None:
    good = handed_in(6)
    bad = replace(good[1], document=Document(text="Six people died on the cursed ship."))
    ingest_documents(handed_in=[*good[:3], bad, *good[3:]])
    with caplog.at_level(logging.ERROR):
        finish()
    (unread,) = work.unread_articles()
    assert unread.text == bad.document.text
    assert f"'article_id': {unread.pk}" in caplog.text
    assert Figure.objects.exists()
