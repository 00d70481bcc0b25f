"""Tokens of API clients: only a hash is kept, the token itself is shown once."""

import uuid

from django.db import models
from django.db.models import Q
from knox.models import AbstractAuthToken


class ApiToken(AbstractAuthToken):
    """What one program may do in its user's name until it expires or is revoked.

    ``public_id`` names the token in addresses and logs; ``scope`` narrows what the user's role
    allows.
    """

    class Scope(models.TextChoices):
        READ = "read"
        WRITE = "write"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=100)
    scope = models.CharField(max_length=8, choices=Scope, default=Scope.READ)
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["created", "public_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(scope__in=["read", "write"]), name="token_scope_known"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="token_named"),
            models.CheckConstraint(condition=Q(expiry__isnull=False), name="token_expires"),
        ]

    def __str__(self) -> str:
        return f"{self.name} of {self.user_id}"
