"""What people tell each other: guidelines for a story and comments on a claim."""

from django.db import models
from django.db.models import F, Q

from annotations.models.claims import Claim
from annotations.models.corpus import Story
from annotations.models.people import User


class Guideline(models.Model):
    """One version of the text that tells a story's reviewers how to rate."""

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="guidelines")
    version = models.PositiveIntegerField()
    text = models.TextField()
    published_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="guidelines")
    published_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["story", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["story", "version"], name="guideline_version_once"),
            models.CheckConstraint(condition=~Q(text=""), name="guideline_has_text"),
        ]

    def __str__(self) -> str:
        return f"version {self.version} for {self.story_id}"


class Comment(models.Model):
    """What a person says of a claim, in a thread.

    ``by_reviewer`` is set where the author had reviewed the claim when writing: such a comment may
    give the rating away, so it stays hidden from those who have yet to review.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="comments")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="comments")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="replies", null=True, blank=True
    )
    body = models.TextField()
    mentions = models.ManyToManyField(User, related_name="mentioned_in", blank=True)
    by_reviewer = models.BooleanField(default=False)
    written_at = models.DateTimeField(auto_now_add=True)
    retracted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(body=""), name="comment_has_a_body"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="comment_does_not_answer_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.body
