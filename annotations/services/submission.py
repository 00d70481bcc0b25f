"""Taking in one article that a person or program hands over: its text, its page or its URL."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from annotations.extraction.cleaning.document import Document
from annotations.models import Story, User
from annotations.services.documents import (
    DocumentError,
    document_of_fields,
)
from annotations.services.fetch import FetchError, Page, fetch_page, fetched_document
from annotations.services.ingest import Ingested, ingest_document
from annotations.services.loading import host_of


def document_handed_in(
    *,
    text: str = "",
    html: str = "",
    url: str = "",
    title: str = "",
    source: str = "",
    published_at: datetime | None = None,
    fetch: Callable[[str], Page] = fetch_page,
) -> Document:
    """The article as it is handed in; with neither text nor html the page at ``url`` is fetched,
    which may take long. Raises DocumentError."""
    field = "html" if html else "text" if text else "url"
    try:
        if field == "url":
            document = _fetched(url, fetch)
            document = replace(document, title=title or document.title)
        else:
            fields = {"text": text, "html": html, "url": url, "title": title, "source": source}
            document = document_of_fields(fields)
    except DocumentError as error:
        raise DocumentError(error.reason, field=error.field or field) from error
    return replace(document, published_at=published_at) if published_at else document


def submit_article(
    *, actor: User, document: Document, source: str = "", story: int | None = None
) -> Ingested:
    """Store the article.

    ``source`` names the publisher, else the document does, else the URL's host. ``story`` is an
    id. The caller has the article read (``dispatch.article_ingested``). Raises DocumentError.
    """
    return ingest_document(
        document=document,
        source_name=source or document.outlet or host_of(document.url),
        story=_story(story),
        actor=actor,
    )


def _story(story_id: int | None) -> Story | None:
    if story_id is None:
        return None
    story = Story.objects.filter(pk=story_id).first()
    if story is None:
        raise DocumentError(f"there is no story {story_id}", field="story")
    return story


def _fetched(url: str, fetch: Callable[[str], Page]) -> Document:
    try:
        return fetched_document(fetch(url))
    except FetchError as error:
        raise DocumentError(str(error), field="url") from error
