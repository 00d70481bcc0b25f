"""Rows inserted without objects are those that the ORM would have stored."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction

from annotations.models import Article, Change, Claim, Figure
from annotations.models.anchors import ArticleAnchor
from annotations.services.inserting import append, create, insert, insert_alike
from tests.builders import make_article, make_claim, make_story

pytestmark = pytest.mark.django_db

COUNTS = [pytest.param(3, id="few"), pytest.param(200, id="many")]
SET_ON_INSERT = ("id", "created_at", "changed_at", "urgency")


@pytest.fixture
def article() -> Article:
    return make_article(text="Six people died. " * 200)


def claim_columns(article: Article, number: int) -> dict[str, Any]:
    return {
        "article_id": article.pk,
        "start": number * 10,
        "end": number * 10 + 9,
        "text": "tab\t, \\N, line\nand “quotes”",
        "kind": "figure",
        "score": 0.25,
        "score_parts": [["number", 0.5], ['naïve \\ "', -0.25]],
    }


def figure_columns(claim: Claim, number: int) -> dict[str, Any]:
    return {
        "article_id": claim.article_id,
        "claim_id": claim.pk,
        "start": number * 10,
        "end": number * 10 + 3,
        "text": "six",
        "low": 6.0,
        "high": None,
        "modifier": "at_least",
        "unit": "person",
        "counted_modifiers": ["young", "armed"],
        "standing": "stated",
        "as_of": dt.date(2026, 3, 1),
    }


def stored(model: type[models.Model]) -> list[dict[str, Any]]:
    """All rows but for what differs from one insert to the next."""
    return [
        {name: value for name, value in row.items() if name not in SET_ON_INSERT}
        for row in model._default_manager.order_by("id").values()
    ]


@pytest.mark.parametrize("count", COUNTS)
def test_rows_alike_are_stored_as_the_orm_stores_them(article: Article, count: int) -> None:
    claims = [claim_columns(article, number) for number in range(count)]
    with transaction.atomic():
        Claim.objects.bulk_create(Claim(**columns, engine_version="1") for columns in claims)
        by_the_orm = stored(Claim)
        transaction.set_rollback(True)
    ids = insert_alike(Claim, claims, alike={"engine_version": "1"})
    assert stored(Claim) == by_the_orm
    assert list(Claim.objects.order_by("id").values_list("id", flat=True)) == list(ids)


@pytest.mark.parametrize("count", COUNTS)
def test_dates_open_bounds_and_lists_are_stored_as_the_orm_stores_them(
    article: Article, count: int
) -> None:
    claim = make_claim(article)
    figures = [figure_columns(claim, number) for number in range(count)]
    with transaction.atomic():
        Figure.objects.bulk_create(Figure(**columns) for columns in figures)
        by_the_orm = stored(Figure)
        transaction.set_rollback(True)
    create(Figure, [Figure(**columns) for columns in figures])
    assert stored(Figure) == by_the_orm


def test_a_row_of_the_orm_gets_the_next_free_id(article: Article) -> None:
    ids = insert_alike(Claim, [claim_columns(article, number) for number in range(30)], alike={})
    further = Claim.objects.create(**claim_columns(article, 30))
    assert further.pk > max(ids)


@pytest.mark.parametrize("count", COUNTS)
def test_appended_rows_have_what_the_database_fills_in(count: int) -> None:
    story = make_story()
    changes = [
        Change(action="x", object_type="story", object_id=1, story=story, after={"n": number})
        for number in range(count)
    ]
    with transaction.atomic():
        Change.objects.bulk_create(changes)
        by_the_orm = [row["after"] for row in stored(Change)]
        transaction.set_rollback(True)
    append(Change, changes)
    with connection.cursor() as cursor:
        own = 0
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_current_xact_id()::text::bigint")
            (own,) = cursor.fetchone()
    assert [row["after"] for row in stored(Change)] == by_the_orm
    assert {row["transaction"] for row in stored(Change)} == {own}


@pytest.mark.parametrize("count", COUNTS)
def test_what_the_database_refuses_is_an_error_of_the_orm(article: Article, count: int) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(ArticleAnchor, ("article", "key"), [(article.pk, "the same")] * count)
    assert not ArticleAnchor.objects.exists()
