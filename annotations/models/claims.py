"""What an article states: claims, and the figures in them."""

from datetime import UTC, datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from annotations.extraction.types import ClaimKind, Direction, Modifier, Standing
from annotations.models.corpus import Article
from annotations.models.people import User


def choices(enum: type[ClaimKind | Direction | Modifier | Standing]) -> list[tuple[str, str]]:
    return [(item.value, item.value.replace("_", " ")) for item in enum]


URGENCY_PER_DAY = 0.05
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


def urgency_of_age(created_at: datetime) -> float:
    """What waiting since ``created_at`` adds to a claim's place in the queue.

    All claims grow older at the same pace, so the order never needs the present time.
    """
    return -URGENCY_PER_DAY * (created_at - _EPOCH).total_seconds() / 86_400


def urgency_when_new() -> float:
    return urgency_of_age(timezone.now())


class Claim(models.Model):
    """One checkable statement in an article.

    ``version`` grows with every change that others may see, so that two people never act on the
    same one. The queue goes by ``score + urgency``: age, conflicts and verdicts to renew.
    """

    class State(models.TextChoices):
        CANDIDATE = "candidate"
        IN_REVIEW = "in_review", "in review"
        AGREED = "agreed"
        CONTESTED = "contested"
        FINAL = "final"
        DISMISSED = "dismissed"
        STALE = "stale"

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="claims")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    context = models.TextField(blank=True)
    kind = models.CharField(max_length=16, choices=choices(ClaimKind))
    speaker = models.CharField(max_length=300, blank=True)
    verb = models.CharField(max_length=100, blank=True)
    score = models.FloatField(default=0)
    score_parts = models.JSONField(default=list, blank=True)
    urgency = models.FloatField(default=urgency_when_new)
    state = models.CharField(max_length=16, choices=State, default=State.CANDIDATE)
    version = models.PositiveIntegerField(default=1)
    engine_version = models.CharField(max_length=32, blank=True)
    added_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="added_claims", null=True, blank=True
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["article", "start", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "start", "end", "kind"],
                condition=Q(withdrawn_at__isnull=True),
                name="claim_span_once_per_kind",
            ),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="claim_span_not_empty"),
            models.CheckConstraint(
                condition=Q(score__gte=0) & Q(score__lte=1), name="claim_score_between_0_and_1"
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=[
                        "candidate",
                        "in_review",
                        "agreed",
                        "contested",
                        "final",
                        "dismissed",
                        "stale",
                    ]
                ),
                name="claim_state_known",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "-score", "id"], name="claim_queue"),
            models.Index(
                (F("score") + F("urgency")).desc(),
                F("id"),
                name="claim_open_by_priority",
                condition=Q(state__in=["candidate", "in_review"], withdrawn_at__isnull=True),
            ),
            models.Index(fields=["changed_at", "id"], name="claim_by_change"),
            models.Index(fields=["state", "id"], name="claim_by_state"),
            models.Index(fields=["kind", "id"], name="claim_by_kind"),
            models.Index(fields=["score", "id"], name="claim_by_score"),
        ]

    def __str__(self) -> str:
        return self.text


class ClaimLineage(models.Model):
    """Which claim a claim came from, and how: nothing of the parent is overwritten."""

    class How(models.TextChoices):
        CORRECTED = "corrected"
        SPLIT = "split"
        MERGED = "merged"
        CARRIED = "carried", "carried over to a new version"

    parent = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="descent")
    child = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="ancestry")
    how = models.CharField(max_length=16, choices=How)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["parent", "child"], name="claim_lineage_once"),
            models.CheckConstraint(
                condition=~Q(parent=F("child")), name="claim_lineage_between_two"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.child_id} {self.how} from {self.parent_id}"


class Figure(models.Model):
    """One quantity in a claim: an interval [low, high], open where null, with its meaning.

    ``article`` repeats the claim's, so that a story's figures are one index away.
    A person's correction is a new row that ``corrects`` the withdrawn one.
    """

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="figures")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="figures")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.CharField(max_length=300)
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    modifier = models.CharField(max_length=16, choices=choices(Modifier))
    unit = models.CharField(max_length=60)
    unit_text = models.CharField(max_length=100, blank=True)
    counted = models.CharField(max_length=100, blank=True)
    counted_modifiers = models.JSONField(default=list, blank=True)
    counted_text = models.CharField(max_length=300, blank=True)
    event = models.CharField(max_length=60, blank=True)
    direction = models.CharField(max_length=8, choices=choices(Direction), blank=True)
    standing = models.CharField(max_length=16, choices=choices(Standing))
    place = models.CharField(max_length=200, blank=True)
    time = models.CharField(max_length=200, blank=True)
    actor = models.CharField(max_length=200, blank=True)
    as_of = models.DateField(null=True, blank=True)
    speaker = models.CharField(max_length=300, blank=True)
    verb = models.CharField(max_length=100, blank=True)
    engine_version = models.CharField(max_length=32, blank=True)
    added_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="added_figures", null=True, blank=True
    )
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="corrected_by", null=True, blank=True
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="withdrawn_figures", null=True, blank=True
    )

    class Meta:
        ordering = ["article", "start", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "start", "end"],
                condition=Q(withdrawn_at__isnull=True),
                name="figure_span_once",
            ),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="figure_span_not_empty"),
            models.CheckConstraint(
                condition=Q(low__isnull=True) | Q(high__isnull=True) | Q(low__lte=F("high")),
                name="figure_interval_ordered",
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=False) | Q(high__isnull=False),
                name="figure_interval_bounded",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "id"], name="figure_by_unit"),
            models.Index(fields=["event", "id"], name="figure_by_event"),
            models.Index(fields=["counted", "id"], name="figure_by_counted"),
        ]

    def __str__(self) -> str:
        return self.text
