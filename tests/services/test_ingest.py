"""Documents as articles: new, known, superseding, refused; and the story they are put in."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.extraction.cleaning.document import Document
from annotations.models import Article, Change, Source, Story
from annotations.services.documents import MAX_BYTES, DocumentError
from annotations.services.ingest import (
    HandedIn,
    Ingested,
    Outcome,
    ingest_document,
    ingest_documents,
)

pytestmark = pytest.mark.django_db

FERRY = Document(
    text="Nine hurt as ferry burns in Alvik\n\nNine sailors were hurt when the ferry Solveig caught"
    " fire in the harbour of Alvik on Monday. The Alvik port authority said the Solveig had left"
    " Stornes with 41 people on board.",
    title="Nine hurt as ferry burns in Alvik",
    url="https://gazette.example/ferry",
    published_at=datetime(2026, 3, 2, 8, tzinfo=UTC),
)
FERRY_ELSEWHERE = Document(
    text="Fire on the Solveig\n\nThe ferry Solveig burned off Alvik on Monday with 41 people from"
    " Stornes on board. Nine sailors were injured, said the port authority of Alvik.",
    title="Fire on the Solveig",
    published_at=datetime(2026, 3, 3, tzinfo=UTC),
)
ELECTION = Document(
    text="Voters in Ostrava choose a mayor\n\nOstrava elects its mayor on Sunday. Polls give Jana"
    " Novak 54 percent against Petr Dvorak, whose party lost 2 seats in the council.",
    title="Voters in Ostrava choose a mayor",
    published_at=datetime(2026, 3, 2, tzinfo=UTC),
)


def _ingest(document: Document, source: str = "Harbour Gazette", **more: object) -> Ingested:
    return ingest_document(document=document, source_name=source, **more)


def test_a_new_document_is_stored_with_its_particulars() -> None:
    document = replace(FERRY, byline="R. Porter", credit="Coast Wire")
    article = _ingest(document).article
    article.refresh_from_db()
    assert article.text == FERRY.text
    assert article.source.name == "Harbour Gazette"
    assert (article.title, article.url) == (FERRY.title, FERRY.url)
    assert (article.byline, article.credit) == ("R. Porter", "Coast Wire")
    assert article.published_at == FERRY.published_at
    change = Change.objects.get(action="article.ingested")
    assert (change.object_id, change.story) == (article.pk, article.story)


def test_the_same_text_of_the_same_source_is_one_article() -> None:
    first = _ingest(FERRY)
    again = _ingest(replace(FERRY, url="https://gazette.example/moved"), source="harbour  gazette")
    assert again == Ingested(first.article, Outcome.KNOWN)
    assert Article.objects.count() == 1
    assert Source.objects.count() == 1
    assert Change.objects.filter(action="article.ingested").count() == 1


def test_the_same_text_of_another_source_is_another_article_of_the_story() -> None:
    first = _ingest(FERRY).article
    second = _ingest(FERRY, source="Coast Wire").article
    assert second.pk != first.pk
    assert second.story == first.story


def test_a_changed_text_at_a_known_url_supersedes_the_one_before() -> None:
    first = _ingest(FERRY).article
    changed = replace(FERRY, text=FERRY.text.replace("Nine", "Ten"))
    second = _ingest(changed)
    assert second.outcome is Outcome.SUPERSEDED
    assert second.article.supersedes == first
    assert second.article.story == first.story
    assert Change.objects.get(action="article.superseded").object_id == first.pk
    third = _ingest(replace(FERRY, text=FERRY.text.replace("Nine", "Eleven"))).article
    assert third.supersedes == second.article


def test_the_old_text_ingested_again_does_not_supersede_the_new() -> None:
    first = _ingest(FERRY).article
    _ingest(replace(FERRY, text=FERRY.text.replace("Nine", "Ten")))
    assert _ingest(FERRY) == Ingested(first, Outcome.KNOWN)


def test_another_source_at_the_same_url_supersedes_nothing() -> None:
    _ingest(FERRY)
    changed = replace(FERRY, text=FERRY.text.replace("Nine", "Ten"))
    assert _ingest(changed, source="Coast Wire").outcome is Outcome.NEW


def test_a_source_is_the_same_in_any_case() -> None:
    named = [HandedIn(FERRY, "Harbour Gazette"), HandedIn(ELECTION, "HARBOUR GAZETTE")]
    ingest_documents(handed_in=named)
    _ingest(FERRY_ELSEWHERE, "harbour gazette")
    assert Source.objects.get().name == "Harbour Gazette"
    assert Article.objects.count() == 3


def test_articles_of_many_known_sources_take_the_queries_of_one(story: Story) -> None:
    names = ["Harbour Gazette", "Coast Wire", "Alvik Post", "Ostrava Daily"]
    Source.objects.bulk_create(Source(name=name) for name in names)

    def queries(*sources: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            ingest_documents(
                handed_in=[
                    HandedIn(replace(FERRY, text=f"Nine hurt in {name}"), name, story=story)
                    for name in sources
                ]
            )
        return len(queries)

    first, *others = names
    assert queries(first) == queries(*others)


def test_a_document_that_states_no_date_takes_the_one_given() -> None:
    given = datetime(2026, 3, 5, tzinfo=UTC)
    assert (
        _ingest(replace(FERRY, published_at=None), published_at=given).article.published_at == given
    )
    assert _ingest(ELECTION, published_at=given).article.published_at == ELECTION.published_at


def test_a_time_without_a_zone_is_made_aware() -> None:
    naive = datetime(2026, 3, 5, 7)  # noqa: DTZ001
    assert _ingest(replace(FERRY, published_at=naive)).article.published_at == naive.replace(
        tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("document", "source", "reason"),
    [
        pytest.param(replace(FERRY, text=" \n"), "A", "text: is empty", id="empty"),
        pytest.param(replace(FERRY, text="a\0b"), "A", "text: NUL at character 1", id="NUL"),
        pytest.param(replace(FERRY, text="a\ud800"), "A", "text: half of a surr", id="surrogate"),
        pytest.param(
            replace(FERRY, text="x" * (MAX_BYTES + 1)), "A", "text: is 10,", id="too long"
        ),
        pytest.param(replace(FERRY, url="javascript:alert(1)"), "A", "url: ", id="script"),
        pytest.param(replace(FERRY, url="https://a.example/" + "x" * 2000), "A", "url: ", id="url"),
        pytest.param(FERRY, " ", "source: .* 1 to 200 characters, not 0", id="no source"),
        pytest.param(FERRY, "x" * 201, "source: .*, not 201", id="long source"),
        pytest.param(
            replace(FERRY, published_at=datetime(1, 1, 1, tzinfo=UTC)),
            "A",
            "published_at",
            id="year 1",
        ),
    ],
)
def test_a_document_that_cannot_be_stored_is_refused_and_leaves_nothing(
    document: Document, source: str, reason: str
) -> None:
    with pytest.raises(DocumentError, match=reason):
        _ingest(document, source=source)
    for model in (Article, Source, Story, Change):
        assert not model.objects.exists()


def test_a_title_longer_than_its_column_is_cut_and_stays_whole_in_the_text() -> None:
    title = "Ferry " * 120
    article = _ingest(replace(FERRY, title=title, text=f"{title}\n\n{FERRY.text}")).article
    assert len(article.title) == 500
    assert article.title.endswith("…")
    assert article.text.startswith(title)


def test_an_article_without_a_story_joins_the_one_it_is_alike() -> None:
    ferry = _ingest(FERRY).article
    assert ferry.story is not None
    assert ferry.story.title == FERRY.title
    assert _ingest(FERRY_ELSEWHERE, source="Coast Wire").article.story == ferry.story


def test_an_article_on_something_else_gets_a_story_of_its_own() -> None:
    ferry = _ingest(FERRY).article
    election = _ingest(ELECTION, source="Coast Wire").article
    assert election.story != ferry.story
    assert election.story is not None
    assert election.story.title == ELECTION.title


def test_articles_alike_that_are_weeks_apart_are_not_one_story() -> None:
    ferry = _ingest(FERRY).article
    assert FERRY.published_at is not None
    later = replace(FERRY_ELSEWHERE, published_at=FERRY.published_at + timedelta(days=40))
    assert _ingest(later, source="Coast Wire").article.story != ferry.story


def test_an_undated_article_joins_one_that_was_taken_in_lately() -> None:
    ferry = _ingest(FERRY).article
    undated = replace(FERRY_ELSEWHERE, published_at=None)
    assert _ingest(undated, source="Coast Wire").article.story == ferry.story


def test_an_article_stays_in_the_story_it_was_given(story: Story) -> None:
    article = _ingest(FERRY, story=story).article
    assert article.story == story
    assert _ingest(FERRY).article.story == story
