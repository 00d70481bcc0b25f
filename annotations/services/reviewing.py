"""Submitting and amending a review."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from annotations.models import (
    Article,
    Claim,
    EvidenceCopy,
    Lease,
    Review,
    ReviewDraft,
    Story,
    User,
)
from annotations.selectors.guidelines import current_guideline
from annotations.selectors.slots import current_reviews, reviews_needed
from annotations.services.changes import record_change
from annotations.services.contents import (
    check_confidence,
    check_disagreement,
    check_rating,
    clean_text,
)
from annotations.services.errors import InputError
from annotations.services.evidence import clean_evidence
from annotations.services.transitions import (
    facts_for,
    lock_claim,
    lock_open_claim,
    lock_story,
    move_claim,
    require_editor,
)
from annotations.workflow import MACHINE, Action, Facts, next_state

State = Claim.State
MOST_REVIEWS = 9


@transaction.atomic
def submit_review(
    *,
    claim: Claim,
    reviewer: User,
    rating: str,
    rationale: str = "",
    confidence: int | None = None,
    disagreement: str = "",
    evidence: Sequence[Mapping[str, Any]] = (),
) -> Review:
    """Rate the claim, once; a further call amends the review by one that supersedes it.

    It ends the reviewer's lease and draft, and needs no lease while a slot is free. The same
    content again changes nothing and answers the review that stands.
    Raises InputError for bad content and RefusedError where the table or the slots refuse.
    """
    rating = check_rating(rating)
    content = {
        "rating": rating,
        "rationale": clean_text("rationale", rationale),
        "confidence": check_confidence(confidence),
        "disagreement": check_disagreement(disagreement),
        "evidence": clean_evidence(evidence),
    }
    claim = lock_open_claim(claim)
    current = {review.reviewer_id: review for review in current_reviews().filter(claim=claim)}
    standing = current.pop(reviewer.pk, None)
    if standing and all(getattr(standing, name) == value for name, value in content.items()):
        return standing
    ratings = (*(review.rating for review in current.values()), rating)
    target = next_state(
        claim.state,
        Action.SUBMIT_REVIEW,
        reviewer.role,
        replace(facts_for(claim, reviewer), ratings=ratings),
    )
    review = _write(claim, reviewer, content, standing)
    Lease.objects.filter(claim=claim, annotator=reviewer).delete()
    ReviewDraft.objects.filter(claim=claim, reviewer=reviewer).delete()
    follow_reviews(claim, target)
    return review


def follow_reviews(claim: Claim, target: State) -> None:
    """Give the locked claim the state its reviews lead to.

    While reviews are missing, one more shows nowhere: no version, no time, no name.
    """
    if (claim.state, target) == (State.IN_REVIEW, State.IN_REVIEW):
        return
    move_claim(claim, target, actor=None, action="claim.reviewed")


@transaction.atomic
def settle_claim(*, claim: Claim) -> None:
    """Take the step that the claim's reviews lead to, after they were carried over or the number
    that the story needs has changed. Without reviews, or past them, the claim stays as it is."""
    claim = lock_claim(claim)
    ratings = tuple(current_reviews().filter(claim=claim).values_list("rating", flat=True))
    if not ratings or claim.state not in (State.CANDIDATE, State.IN_REVIEW):
        return
    facts = Facts(ratings=ratings, reviews_needed=reviews_needed(claim.article.story))
    follow_reviews(claim, next_state(claim.state, Action.SETTLE, MACHINE, facts))


def settle_claims(*, articles: QuerySet[Article]) -> None:
    """``settle_claim`` for what is in review of the articles: their claims need another number of
    reviews than before."""
    in_review = Claim.objects.filter(
        article__in=articles.filter(superseded_by__isnull=True),
        state=State.IN_REVIEW,
        withdrawn_at__isnull=True,
    )
    for claim in in_review.order_by("pk"):
        settle_claim(claim=claim)


@transaction.atomic
def set_reviews_needed(
    *, story: Story, number: int, editor: User, expected: int | None = None
) -> Story:
    """Change how many reviews the story's claims need; those that have enough move on at once.

    Claims that are past review stay where they are. ``expected`` is the number as the editor saw
    it. Raises InputError for a number that cannot be and where another than ``expected`` is set,
    and RefusedError unless ``editor`` is one.
    """
    require_editor(editor, "set how many reviews a story needs")
    if not 1 <= number <= MOST_REVIEWS:
        raise InputError("reviews_needed", f"This must be from 1 to {MOST_REVIEWS}.")
    story = lock_story(story.pk)
    before = story.reviews_needed
    if number == before:
        return story
    if expected not in (None, before):
        raise InputError("reviews_needed", f"It was set to {before} meanwhile.")
    story.reviews_needed = number
    story.save(update_fields=["reviews_needed"])
    record_change(
        actor=editor,
        action="story.reviews_needed_set",
        obj=story,
        story=story,
        before={"reviews_needed": before},
        after={"reviews_needed": number},
    )
    settle_claims(articles=Article.objects.filter(story=story))
    return story


def _write(
    claim: Claim, reviewer: User, content: Mapping[str, Any], standing: Review | None
) -> Review:
    """The new row in place of the one that stands; the log leaves out what it says."""
    if standing is not None:
        standing.superseded_at = timezone.now()
        standing.save(update_fields=["superseded_at"])
    story = claim.article.story
    review = Review.objects.create(
        claim=claim, reviewer=reviewer, guideline=current_guideline(story), **content
    )
    pages = dict.fromkeys(item["url"] for item in review.evidence if item["kind"] == "url")
    EvidenceCopy.objects.bulk_create(EvidenceCopy(review=review, url=url) for url in pages)
    record_change(
        actor=reviewer,
        action="review.amended" if standing else "review.submitted",
        obj=review,
        story=story,
        before={"review": standing.pk} if standing else {},
        after={"claim": claim.pk},
    )
    return review
