"""The database refuses what must never be, whoever writes."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from annotations.models import (
    ClaimLineage,
    Comment,
    EvidenceCopy,
    Guideline,
    Lease,
    Review,
    ReviewDraft,
    Verdict,
)
from tests.builders import make_review

pytestmark = pytest.mark.django_db
LATER = timezone.now() + timedelta(hours=1)


def verdict(claim, signer, **fields):
    values = {"rating": "disputed", "ruling": "No.", "methodology": "1"} | fields
    return Verdict.objects.create(claim=claim, signed_by=signer, **values)


def lease(claim, annotator):
    return Lease.objects.create(claim=claim, annotator=annotator, expires_at=LATER)


def comment(claim, author, **fields):
    return Comment.objects.create(claim=claim, author=author, **{"body": "Hm"} | fields)


def guideline(claim, author, **fields):
    values = {"story": claim.article.story, "version": 1, "text": "Be fair."} | fields
    return Guideline.objects.create(published_by=author, **values)


def evidence_copy(claim, user, **fields):
    review = Review.objects.first() or make_review(claim, user)
    return EvidenceCopy.objects.create(review=review, url="https://port.example/log", **fields)


def twice(make):
    """The same row again."""

    def make_both(claim, user):
        make(claim, user)
        make(claim, user)

    return make_both


BROKEN = {
    "lease_once_per_annotator": twice(lease),
    "draft_once_per_reviewer": twice(
        lambda claim, user: ReviewDraft.objects.create(claim=claim, reviewer=user)
    ),
    "review_once_per_reviewer": twice(make_review),
    "review_rating_known": lambda claim, user: make_review(claim, user, "true"),
    "review_confidence_between_1_and_5": lambda claim, user: make_review(claim, user, confidence=6),
    "evidence_copy_once_per_review": twice(evidence_copy),
    "evidence_copy_hashed_when_retrieved": lambda claim, user: evidence_copy(
        claim, user, text="Log"
    ),
    "verdict_one_current_per_claim": twice(verdict),
    "verdict_rating_known": lambda claim, user: verdict(claim, user, rating="true"),
    "verdict_has_a_ruling": lambda claim, user: verdict(claim, user, ruling=""),
    "verdict_stale_for_a_reason": lambda claim, user: verdict(claim, user, stale_at=LATER),
    "comment_has_a_body": lambda claim, user: comment(claim, user, body=""),
    "guideline_version_once": twice(guideline),
    "guideline_has_text": lambda claim, user: guideline(claim, user, text=""),
    "claim_lineage_between_two": lambda claim, user: ClaimLineage.objects.create(
        parent=claim, child=claim, how="split"
    ),
}


@pytest.mark.parametrize("constraint", BROKEN)
def test_the_database_refuses(constraint, claim, annotator):
    with pytest.raises(IntegrityError), transaction.atomic():
        BROKEN[constraint](claim, annotator)


def test_a_claim_descends_from_another_once(claim, second_claim):
    ClaimLineage.objects.create(parent=claim, child=second_claim, how="carried")
    with pytest.raises(IntegrityError), transaction.atomic():
        ClaimLineage.objects.create(parent=claim, child=second_claim, how="split")


@pytest.mark.parametrize(
    ("make", "field"),
    [
        pytest.param(make_review, "carried_from", id="a review carried from itself"),
        pytest.param(comment, "parent", id="a comment that answers itself"),
    ],
)
def test_no_row_refers_to_itself(make, field, claim, annotator):
    row = make(claim, annotator)
    setattr(row, field, row)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_superseded_rows_may_stand_beside_the_current_one(claim, annotator):
    make_review(claim, annotator, superseded_at=LATER)
    make_review(claim, annotator, superseded_at=LATER)
    make_review(claim, annotator)
    verdict(claim, annotator, superseded_at=LATER)
    verdict(claim, annotator)


def test_every_constraint_of_the_review_models_is_tried():
    models = (Lease, ReviewDraft, Review, EvidenceCopy, Verdict, Comment, Guideline, ClaimLineage)
    named = {constraint.name for model in models for constraint in model._meta.constraints}
    elsewhere = {
        "claim_lineage_once",
        "review_not_carried_from_itself",
        "comment_does_not_answer_itself",
    }
    assert named == BROKEN.keys() | elsewhere
