"""Which figures state the same quantity of the same thing, and where passages come from."""

from django.db import models
from django.db.models import F, Q

from annotations.linking.types import OriginKind, Relation, SumScope
from annotations.models.claims import Figure
from annotations.models.corpus import Article, Story
from annotations.models.people import User


def choices(enum: type[OriginKind | Relation | SumScope]) -> list[tuple[str, str]]:
    return [(item.value, item.value) for item in enum]


class Origin(models.Model):
    """Where passages really come from: copied wording, a credit, or an official statement."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="origins")
    kind = models.CharField(max_length=16, choices=choices(OriginKind))
    label = models.CharField(max_length=300)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.label


class OriginPassage(models.Model):
    """A span of an article that has this origin."""

    origin = models.ForeignKey(Origin, on_delete=models.CASCADE, related_name="passages")
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="passages")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["article", "start"]
        constraints = [
            models.UniqueConstraint(
                fields=["origin", "article", "start", "end"], name="passage_once_per_origin"
            ),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="passage_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}:{self.start}-{self.end}"


class FigureGroup(models.Model):
    """Figures of one story that state the same quantity of the same thing.

    ``key`` is a hash of the figures it holds. A group goes on as the row that shares most figures
    with it, so that one more figure changes its row and no other.
    ``outlets`` counts sources and ``independent_origins`` the origins behind them.
    """

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="groups")
    key = models.CharField(max_length=64)
    label = models.CharField(max_length=300)
    unit = models.CharField(max_length=60)
    counted = models.CharField(max_length=100, blank=True)
    event = models.CharField(max_length=60, blank=True)
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    outlets = models.PositiveIntegerField(default=0)
    independent_origins = models.PositiveIntegerField(default=0)
    origins = models.ManyToManyField(Origin, related_name="groups")
    engine_version = models.CharField(max_length=64)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["story", "key"], name="group_once_per_story"),
        ]
        indexes = [
            models.Index(fields=["unit", "id"], name="group_by_unit"),
            models.Index(fields=["event", "id"], name="group_by_event"),
        ]

    def __str__(self) -> str:
        return self.label


class FigureLink(models.Model):
    """One figure's membership of a group: proposed by the machine, decided by a person."""

    class Status(models.TextChoices):
        PROPOSED = "proposed"
        CONFIRMED = "confirmed"

    group = models.ForeignKey(FigureGroup, on_delete=models.CASCADE, related_name="links")
    figure = models.OneToOneField(Figure, on_delete=models.CASCADE, related_name="link")
    relation = models.CharField(max_length=16, choices=choices(Relation))
    status = models.CharField(max_length=16, choices=Status, default=Status.PROPOSED)
    reasons = models.JSONField(default=list)
    score = models.FloatField()
    engine_version = models.CharField(max_length=64)

    class Meta:
        ordering = ["group", "figure"]
        indexes = [
            models.Index(fields=["status", "id"], name="link_by_status"),
            models.Index(fields=["relation", "id"], name="link_by_relation"),
        ]

    def __str__(self) -> str:
        return f"{self.figure_id} in {self.group_id}"


class LinkDecision(models.Model):
    """What a person decided of two figures; it holds through every later run of the machine."""

    first = models.ForeignKey(Figure, on_delete=models.PROTECT, related_name="decisions_first")
    second = models.ForeignKey(Figure, on_delete=models.PROTECT, related_name="decisions_second")
    same = models.BooleanField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="link_decisions")
    decided_at = models.DateTimeField(auto_now_add=True)
    superseded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"],
                condition=Q(superseded_at__isnull=True),
                name="link_decision_once_per_pair",
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="link_decision_pair_ordered"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} {'=' if self.same else '≠'} {self.second_id}"


class GroupRelation(models.Model):
    """Two groups on the same thing whose quantities differ."""

    first = models.ForeignKey(FigureGroup, on_delete=models.CASCADE, related_name="relations_first")
    second = models.ForeignKey(
        FigureGroup, on_delete=models.CASCADE, related_name="relations_second"
    )
    relation = models.CharField(max_length=16, choices=choices(Relation))
    reasons = models.JSONField(default=list)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="group_relation_once"),
            models.CheckConstraint(
                condition=~Q(first=F("second")), name="group_relation_between_two"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} {self.relation} {self.second_id}"


class FigureSum(models.Model):
    """A total and its parts; ``total`` is null where the parts imply what no source states.

    ``rest_low``/``rest_high`` are what the parts stated leave of the total, which no source states
    either; both null where the parts make it up, the second alone where it is open.
    """

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="sums")
    group = models.ForeignKey(
        FigureGroup, on_delete=models.CASCADE, related_name="sums", null=True, blank=True
    )
    total = models.ForeignKey(
        Figure, on_delete=models.CASCADE, related_name="sums_as_total", null=True, blank=True
    )
    article = models.ForeignKey(
        Article, on_delete=models.PROTECT, related_name="sums", null=True, blank=True
    )
    parts = models.ManyToManyField(Figure, related_name="sums_as_part")
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    rest_low = models.FloatField(null=True, blank=True)
    rest_high = models.FloatField(null=True, blank=True)
    scope = models.CharField(max_length=16, choices=choices(SumScope))
    reasons = models.JSONField(default=list)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(rest_low__isnull=True, rest_high__isnull=True)
                | Q(rest_low__gte=0, rest_high__isnull=True, total__isnull=False)
                | Q(
                    rest_low__isnull=False,
                    rest_low__gte=0,
                    rest_high__gte=F("rest_low"),
                    total__isnull=False,
                ),
                name="sum_rest_of_a_stated_total",
            ),
        ]

    def __str__(self) -> str:
        return f"sum of {self.low}"

    @property
    def derived(self) -> bool:
        return self.total_id is None
