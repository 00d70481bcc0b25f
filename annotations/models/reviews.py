"""The review of a claim: leases, drafts, blind reviews and signed verdicts."""

from django.db import models
from django.db.models import F, Q

from annotations.models.claims import Claim
from annotations.models.discussion import Guideline
from annotations.models.people import User


class Rating(models.TextChoices):
    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    UNVERIFIABLE = "unverifiable"
    NOT_A_CLAIM = "not_a_claim", "not a claim"


class Disagreement(models.TextChoices):
    """Over what raters differ."""

    FIGURE = "figure"
    UNIT = "unit"
    EVENT = "event"
    SCOPE = "scope"
    TIME = "time"
    ATTRIBUTION = "attribution"
    JUDGEMENT = "judgement"


class Lease(models.Model):
    """One annotator's hold on one of a claim's review slots, until it lapses.

    A released lease stays as a row, so that the queue hands its claim to the annotator last.
    """

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="leases")
    annotator = models.ForeignKey(User, on_delete=models.CASCADE, related_name="leases")
    granted_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(db_index=True)
    released_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "annotator"], name="lease_once_per_annotator"),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} for {self.annotator_id}"


class ReviewDraft(models.Model):
    """What an annotator has typed of a review so far; nobody else sees it."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="drafts")
    reviewer = models.ForeignKey(User, on_delete=models.CASCADE, related_name="drafts")
    rating = models.CharField(max_length=16, choices=Rating, blank=True)
    rationale = models.TextField(blank=True)
    evidence = models.JSONField(default=list, blank=True)
    confidence = models.PositiveSmallIntegerField(null=True, blank=True)
    disagreement = models.CharField(max_length=16, choices=Disagreement, blank=True)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-saved_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "reviewer"], name="draft_once_per_reviewer"),
        ]

    def __str__(self) -> str:
        return f"draft on {self.claim_id} by {self.reviewer_id}"


class Review(models.Model):
    """One annotator's blind rating of a claim; an amended review supersedes the first.

    ``guideline`` is the version of the story's guidelines it was made under. A review whose claim
    stands unchanged in a new version of the article is ``carried_from`` the one made on the old.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="reviews")
    reviewer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="reviews")
    rating = models.CharField(max_length=16, choices=Rating)
    rationale = models.TextField(blank=True)
    evidence = models.JSONField(default=list, blank=True)
    confidence = models.PositiveSmallIntegerField(null=True, blank=True)
    disagreement = models.CharField(max_length=16, choices=Disagreement, blank=True)
    guideline = models.ForeignKey(
        Guideline, on_delete=models.PROTECT, related_name="reviews", null=True, blank=True
    )
    carried_from = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="carried_to", null=True, blank=True
    )
    submitted_at = models.DateTimeField(auto_now_add=True)
    superseded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(carried_from__isnull=True) | ~Q(carried_from=F("id")),
                name="review_not_carried_from_itself",
            ),
            models.UniqueConstraint(
                fields=["claim", "reviewer"],
                condition=Q(superseded_at__isnull=True),
                name="review_once_per_reviewer",
            ),
            models.CheckConstraint(
                condition=Q(rating__in=Rating.values), name="review_rating_known"
            ),
            models.CheckConstraint(
                condition=Q(confidence__isnull=True) | Q(confidence__range=(1, 5)),
                name="review_confidence_between_1_and_5",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rating} by {self.reviewer_id}"


class EvidenceCopy(models.Model):
    """The copy of a page that a review names as evidence, as it was when it was retrieved.

    ``sha256`` is the hash of ``text``; until the page is retrieved both are empty, and ``error``
    says why where it could not be.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="copies")
    url = models.URLField(max_length=2000)
    text = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    error = models.TextField(blank=True)
    retrieved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "evidence copies"
        constraints = [
            models.UniqueConstraint(fields=["review", "url"], name="evidence_copy_once_per_review"),
            models.CheckConstraint(
                condition=Q(sha256="", text="") | (~Q(sha256="") & Q(retrieved_at__isnull=False)),
                name="evidence_copy_hashed_when_retrieved",
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"],
                name="evidence_copy_pending",
                condition=Q(retrieved_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.url


class Verdict(models.Model):
    """The signed outcome of a claim; a later one supersedes it, none is overwritten.

    ``evidence`` pins what the verdict stood on: the reviews, the article's hash, the figures,
    their groups and the groups' keys at the moment of signing.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="verdicts")
    rating = models.CharField(max_length=16, choices=Rating)
    ruling = models.TextField()
    unknown = models.TextField(blank=True)
    evidence = models.JSONField(default=dict)
    methodology = models.CharField(max_length=32)
    signed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="verdicts")
    signed_at = models.DateTimeField(auto_now_add=True)
    superseded_at = models.DateTimeField(null=True, blank=True)
    stale_at = models.DateTimeField(null=True, blank=True)
    stale_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["claim"],
                condition=Q(superseded_at__isnull=True),
                name="verdict_one_current_per_claim",
            ),
            models.CheckConstraint(
                condition=Q(rating__in=Rating.values), name="verdict_rating_known"
            ),
            models.CheckConstraint(condition=~Q(ruling=""), name="verdict_has_a_ruling"),
            models.CheckConstraint(
                condition=Q(stale_at__isnull=True) | ~Q(stale_reason=""),
                name="verdict_stale_for_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["rating", "id"], name="verdict_by_rating")]

    def __str__(self) -> str:
        return f"{self.rating} of {self.claim_id}"
