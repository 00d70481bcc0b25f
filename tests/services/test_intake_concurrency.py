"""Many workers take in, read, link and decide at once on PostgreSQL; the rows are those of one."""

import random
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction

from annotations.extraction.cleaning.document import Document
from annotations.linking.version import LINKER_VERSION
from annotations.models import (
    Article,
    Claim,
    Figure,
    FigureGroup,
    LinkDecision,
    Source,
    Story,
    User,
)
from annotations.selectors import work
from annotations.services.decisions import decide_pair
from annotations.services.ingest import Outcome, ingest_document
from annotations.services.linking import link_story
from annotations.services.reading import read_article
from annotations.services.stories import create_story, move_article, story_titled
from annotations.services.transitions import lock_story
from tests.builders import make_article, make_story, make_user
from tests.concurrency import on_its_own, wait_until_somebody_waits

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

WORKERS = 6
PLACES = ("Alvik", "Stornes", "Brekka")


def texts() -> dict[str, str]:
    """Twelve outlets on one fire: some state the total, some its parts, some a bound."""
    said = (
        "Six people were killed when the ferry Solveig burned in {place}, the Alvik port said.",
        "At least six people were killed on the ferry Solveig, police in {place} said.",
        "Four sailors and two passengers were killed on the ferry Solveig near {place}.",
        "Nine people were injured on the ferry Solveig in {place}, and six were killed.",
    )
    return {
        f"Outlet {number}": f"{said[number % 4].format(place=PLACES[number % 3])}"
        f" The Solveig had 41 people on board, wrote outlet {number}."
        for number in range(12)
    }


def at_once(act: Callable[[Any], Any], items: Iterable[Any]) -> list[Any]:
    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(on_its_own(act), items))


def document(text: str, url: str = "") -> Document:
    return Document(text=text, url=url, published_at=datetime(2026, 3, 2, tzinfo=UTC))


def facts(story: Story) -> set[Any]:
    """What the linking of the story says, without the numbers of rows."""
    return {
        (
            group.key,
            group.label,
            group.low,
            group.high,
            group.outlets,
            group.independent_origins,
            link.figure.article.source.name,
            link.figure.start,
            link.relation,
            link.status,
            *link.reasons,
        )
        for group in story.groups.all()
        for link in group.links.select_related("figure__article__source")
    }


def test_the_same_document_taken_in_by_all_is_one_article() -> None:
    story = make_story()
    taken = at_once(
        lambda name: ingest_document(
            document=document("Six were killed."), source_name=name, story=story
        ),
        ["Harbour Gazette", "harbour gazette"] * 6,
    )
    assert len({item.article.pk for item in taken}) == Article.objects.count() == 1
    assert [item.outcome for item in taken].count(Outcome.NEW) == 1
    assert Source.objects.count() == 1


def test_versions_of_one_page_taken_in_by_all_form_one_line() -> None:
    story = make_story()
    at_once(
        lambda number: ingest_document(
            document=document(f"{number} were killed.", "https://gazette.example/1"),
            source_name="Harbour Gazette",
            story=story,
        ),
        range(12),
    )
    assert Article.objects.count() == 12
    assert Article.objects.filter(superseded_by__isnull=True).count() == 1
    assert Article.objects.filter(supersedes__isnull=True).count() == 1


def test_an_article_read_by_all_has_its_rows_once() -> None:
    taken = ingest_document(document=document(texts()["Outlet 3"]), source_name="Gazette")
    at_once(lambda _: read_article(article_id=taken.article.pk), range(12))
    for rows in (Claim.objects.all(), Figure.objects.all()):
        assert rows.exists()
        assert rows.count() == rows.values("start", "end").distinct().count()


@pytest.mark.parametrize("seed", range(3))
def test_workers_in_any_order_give_what_one_worker_gives(seed: int) -> None:
    story, editor = make_story(), make_user(role="editor")

    def take_in(item: tuple[str, str]) -> None:
        source, text = item
        taken = ingest_document(document=document(text), source_name=source, story=story)
        read_article(article_id=taken.article.pk)
        if work.stories_to_link([taken.article.pk]):
            link_story(story_id=story.pk)

    items = list(texts().items())
    random.Random(seed).shuffle(items)
    at_once(take_in, [*items, *items[:4]])
    link_story(story_id=story.pk)
    assert not Article.objects.exclude(linked_version=LINKER_VERSION).exists()
    together = facts(story)

    one, other = Figure.objects.order_by("article__source__name", "start")[:2]
    decide_pair(first=one, second=other, same=False, actor=editor)
    at_once(lambda _: link_story(story_id=story.pk), range(WORKERS))
    decided = facts(story)
    assert FigureGroup.objects.filter(story=story).exists()

    FigureGroup.objects.all().delete()
    story.origins.all().delete()
    story.sums.all().delete()
    link_story(story_id=story.pk)
    assert facts(story) == decided
    LinkDecision.objects.all().delete()
    link_story(story_id=story.pk)
    assert facts(story) == together


def test_decisions_made_at_once_all_count_and_none_contradicts() -> None:
    story = make_story()
    for source, text in texts().items():
        taken = ingest_document(document=document(text), source_name=source, story=story)
        read_article(article_id=taken.article.pk)
    figures = list(Figure.objects.order_by("pk")[:6])
    people = [make_user(role="annotator") for _ in range(5)]

    def decide(number: int) -> None:
        decide_pair(
            first=figures[number], second=figures[number + 1], same=True, actor=people[number]
        )
        link_story(story_id=story.pk)

    at_once(decide, range(5))
    link_story(story_id=story.pk)
    assert LinkDecision.objects.filter(superseded_at__isnull=True).count() == 5
    assert (
        len(
            {
                figure.link.group_id
                for figure in Figure.objects.filter(pk__in=[f.pk for f in figures])
            }
        )
        == 1
    )


def test_stories_of_one_title_made_at_once_get_slugs_of_their_own() -> None:
    made = at_once(lambda title: create_story(title=title), ["Ferry fire"] * (3 * WORKERS))
    assert len({story.slug for story in made}) == len(made)


def test_a_title_asked_for_by_many_at_once_is_one_story() -> None:
    found = at_once(lambda title: story_titled(title=title), ["Ferry fire"] * (3 * WORKERS))
    assert len(set(found)) == 1


def test_an_article_is_moved_while_the_story_it_leaves_is_linked(editor: User) -> None:
    left, joined = make_story(), make_story()
    article = make_article("Six people were killed in Alvik.", story=left)
    read_article(article_id=article.pk)
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            lock_story(left.pk)
            moving = pool.submit(
                on_its_own(move_article), article=article, story=joined, actor=editor
            )
            wait_until_somebody_waits()
            Article.objects.filter(story=left).update(linked_version=LINKER_VERSION)
        moving.result(timeout=30)
    article.refresh_from_db()
    assert article.story == joined
