"""What is typed of a review, kept from keystroke to keystroke."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from django.db import transaction

from annotations.models import Claim, ReviewDraft, User
from annotations.services.contents import (
    check_confidence,
    check_disagreement,
    check_rating,
    clean_text,
)
from annotations.services.evidence import typed_evidence
from annotations.services.queue import renew_lease
from annotations.services.transitions import require_reviewer
from annotations.workflow import RefusedError


@transaction.atomic
def save_draft(
    *,
    claim: Claim,
    reviewer: User,
    rating: str = "",
    rationale: str = "",
    confidence: int | None = None,
    disagreement: str = "",
    evidence: Sequence[Mapping[str, Any]] = (),
) -> ReviewDraft:
    """Keep what is typed so far in place of the last draft, and renew the reviewer's lease.

    The draft is kept even where the lease can no longer be had: nothing typed is lost. Evidence
    is checked in full when the review is submitted. Drafts are private and not logged.
    Raises InputError for bad content, and RefusedError where the role may not review.
    """
    require_reviewer(reviewer)
    draft, _ = ReviewDraft.objects.update_or_create(
        claim=claim,
        reviewer=reviewer,
        defaults={
            "rating": check_rating(rating) if rating else "",
            "rationale": clean_text("rationale", rationale),
            "confidence": check_confidence(confidence),
            "disagreement": check_disagreement(disagreement),
            "evidence": typed_evidence(evidence),
        },
    )
    with suppress(RefusedError), transaction.atomic():
        renew_lease(claim=claim, annotator=reviewer)
    return draft


def discard_draft(*, claim: Claim, reviewer: User) -> None:
    ReviewDraft.objects.filter(claim=claim, reviewer=reviewer).delete()
