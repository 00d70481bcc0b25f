"""Taking in documents: what is new, what is known, and what a newer text supersedes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from django.db import DatabaseError, OperationalError, transaction

from annotations.extraction.document import Document
from annotations.models import Story, User
from annotations.services.documents import DocumentError
from annotations.services.fitness import fit_document, fit_source_name, fit_story_title
from annotations.services.intake import HandedIn, Ingested, Intake, Outcome

__all__ = ["HandedIn", "Ingested", "Outcome", "ingest_document", "ingest_documents"]


def ingest_document(
    *,
    document: Document,
    source_name: str,
    story: Story | None = None,
    actor: User | None = None,
    published_at: datetime | None = None,
) -> Ingested:
    """Store the document as an article of the source named, made where there is none.

    The same text from the same source is one article, and stays in its story. A changed text for
    a URL of the source supersedes the text before and stays in its story unless ``story`` is
    given; any other new article without ``story`` is put with the articles it is most like.
    ``published_at`` counts where the document states no date.

    The caller has it read (``dispatch.article_ingested``). Raises DocumentError.
    """
    one = HandedIn(document, source_name, story=story, published_at=published_at)
    (ingested,) = _take([_fit(one)], actor)
    return ingested


def ingest_documents(
    *, handed_in: Sequence[HandedIn], actor: User | None = None
) -> list[Ingested | DocumentError]:
    """Store the documents as ``ingest_document`` does each, in their order and one transaction.

    Those that cannot be stored keep no others from being; what is wrong stands in their place.
    """
    found = [_fit_or_error(one) for one in handed_in]
    good = [one for one in found if not isinstance(one, DocumentError)]
    taken: Iterator[Ingested | DocumentError]
    try:
        taken = iter(_take(good, actor))
    except OperationalError:
        raise
    except DatabaseError:
        taken = (_take_alone(one, actor) for one in good)
    return [one if isinstance(one, DocumentError) else next(taken) for one in found]


def _take_alone(one: HandedIn, actor: User | None) -> Ingested | DocumentError:
    try:
        (ingested,) = _take([one], actor)
    except OperationalError:
        raise
    except DatabaseError as error:
        return DocumentError(f"the database refuses it: {str(error).splitlines()[0]}")
    return ingested


def _fit_or_error(one: HandedIn) -> HandedIn | DocumentError:
    try:
        return _fit(one)
    except DocumentError as error:
        return error


def _fit(one: HandedIn) -> HandedIn:
    document = fit_document(one.document, one.published_at)
    name = fit_source_name(one.source_name)
    title = fit_story_title(one.story_title) if one.story_title else ""
    return replace(one, document=document, source_name=name, story_title=title)


@transaction.atomic
def _take(handed_in: Sequence[HandedIn], actor: User | None) -> list[Ingested]:
    intake = Intake(handed_in, actor)
    taken = [intake.take(one) for one in handed_in]
    intake.store()
    return taken
