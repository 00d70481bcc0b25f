"""Answers kept for retries of the same request."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from annotations.models.people import User


class IdempotentAnswer(models.Model):
    """The first answer to a POST that carried an Idempotency-Key.

    Written in the transaction of the work it answers for, so that either both are there or
    neither is. ``fingerprint`` is a hash of the method, the path and the body.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="idempotent_answers")
    key = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    body = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="idempotency_key_once_per_user"),
        ]

    def __str__(self) -> str:
        return f"{self.key} of {self.user_id}"
