"""Taking in documents: what is new, what is known, and what a newer text supersedes."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import DatabaseError, OperationalError, transaction

from annotations.extraction.cleaning.document import Document
from annotations.models import Story, User
from annotations.services.documents import DocumentError
from annotations.services.fitness import Fit, HandedIn, fit, fit_or_error
from annotations.services.intake import Ingested, Intake, Outcome

__all__ = ["HandedIn", "Ingested", "Outcome", "ingest_document", "ingest_documents", "ingest_fit"]


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
    (ingested,) = _take([fit(one)], actor)
    return ingested


def ingest_documents(
    *, handed_in: Sequence[HandedIn], actor: User | None = None
) -> list[Ingested | DocumentError]:
    """Store the documents as ``ingest_document`` does each, in their order and one transaction.

    Those that cannot be stored keep no others from being; what is wrong stands in their place.
    """
    return ingest_fit(found=[fit_or_error(one) for one in handed_in], actor=actor)


def ingest_fit(
    *, found: Sequence[Fit | DocumentError], actor: User | None = None
) -> list[Ingested | DocumentError]:
    """Store what was found fit, as ``ingest_documents`` does; what was not stays in its place."""
    good = [one for one in found if not isinstance(one, DocumentError)]
    taken: Iterator[Ingested | DocumentError]
    try:
        taken = iter(_take(good, actor))
    except OperationalError:
        raise
    except DatabaseError:
        taken = (_take_alone(one, actor) for one in good)
    return [one if isinstance(one, DocumentError) else next(taken) for one in found]


def _take_alone(one: Fit, actor: User | None) -> Ingested | DocumentError:
    try:
        (ingested,) = _take([one], actor)
    except OperationalError:
        raise
    except DatabaseError as error:
        return DocumentError(f"the database refuses it: {str(error).splitlines()[0]}")
    return ingested


@transaction.atomic
def _take(handed_in: Sequence[Fit], actor: User | None) -> list[Ingested]:
    intake = Intake(handed_in, actor)
    taken = [intake.take(one) for one in handed_in]
    intake.store()
    return taken
