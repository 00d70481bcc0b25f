"""Keeping copies of the pages that reviews name as evidence: pages change and vanish."""

import hashlib
from collections.abc import Callable

from django.utils import timezone

from annotations.models import EvidenceCopy
from annotations.services.documents import DocumentError
from annotations.services.fetch import FetchError, Page, fetch_page, fetched_document


def retrieve_copy(*, copy_id: int, fetch: Callable[[str], Page] = fetch_page) -> None:
    """Fetch the page and keep its text, the text's hash and the time; once.

    A page that cannot be had is kept as an error in words, and the review stands all the same.
    """
    copy = EvidenceCopy.objects.get(pk=copy_id)
    if copy.retrieved_at is not None:
        return
    kept = {"text": "", "sha256": "", "error": ""}
    try:
        text = fetched_document(fetch(copy.url)).text
    except (FetchError, DocumentError) as error:
        kept["error"] = str(error)
    else:
        kept |= {"text": text, "sha256": hashlib.sha256(text.encode()).hexdigest()}
    # Of two that fetch at once the first counts.
    EvidenceCopy.objects.filter(pk=copy_id, retrieved_at__isnull=True).update(
        retrieved_at=timezone.now(), **kept
    )
