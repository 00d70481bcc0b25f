"""What is read: sources, stories and the immutable article versions they publish."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper


class Source(models.Model):
    """An outlet, agency, government body or other publisher."""

    class Kind(models.TextChoices):
        OUTLET = "outlet"
        AGENCY = "agency"
        GOVERNMENT = "government", "government body"
        OTHER = "other"

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=16, choices=Kind, default=Kind.OUTLET)
    homepage = models.URLField(max_length=500, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="source_named"),
            models.UniqueConstraint(Upper("name"), name="source_name_once_in_any_case"),
        ]

    def __str__(self) -> str:
        return self.name


class Story(models.Model):
    """A set of articles about one event; the scope of a report."""

    title = models.CharField(max_length=200)
    slug = models.SlugField(max_length=80, unique=True)
    reviews_needed = models.PositiveSmallIntegerField(default=2)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name_plural = "stories"
        constraints = [
            models.CheckConstraint(
                condition=Q(reviews_needed__gte=1), name="story_needs_at_least_one_review"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Article(models.Model):
    """One immutable text version published by a source; a changed text supersedes it."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="articles")
    story = models.ForeignKey(
        Story, on_delete=models.PROTECT, related_name="articles", null=True, blank=True
    )
    url = models.URLField(max_length=2000, blank=True)
    title = models.CharField(max_length=500, blank=True)
    byline = models.CharField(max_length=200, blank=True)
    credit = models.CharField(max_length=200, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    text = models.TextField()
    text_sha256 = models.CharField(max_length=64)
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="superseded_by", null=True, blank=True
    )
    ingested_at = models.DateTimeField(auto_now_add=True)
    read_version = models.CharField(max_length=32, blank=True)
    linked_version = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-published_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "text_sha256"], name="article_text_once_per_source"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="article_has_text"),
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True) | ~Q(supersedes=F("id")),
                name="article_does_not_supersede_itself",
            ),
        ]
        indexes = [
            models.Index(fields=["story", "id"], name="article_by_story"),
            models.Index(fields=["url"], name="article_by_url"),
            models.Index(fields=["source", "id"], name="article_by_source"),
            models.Index(fields=["published_at", "id"], name="article_by_publication"),
            models.Index(fields=["id"], name="article_unread", condition=Q(read_version="")),
            models.Index(fields=["id"], name="article_unlinked", condition=Q(linked_version="")),
        ]

    def __str__(self) -> str:
        return self.title or f"Article {self.pk}"
