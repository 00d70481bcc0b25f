"""Webhooks: where changes are sent to, and each message on its way there."""

from django.db import models
from django.db.models import Q

from annotations.models.changes import Change
from annotations.models.corpus import Story
from annotations.models.people import User


class WebhookEndpoint(models.Model):
    """An address that gets the changes its owner may see, in the log's order.

    ``kinds`` names the kinds of objects it is told of, all where empty. ``last_change`` is how far
    the log has been gone through for it. After a rotation ``previous_secret`` signs as well until
    ``previous_secret_until``. ``busy_until`` is set while a worker sends, so that messages go one
    by one.
    """

    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="webhook_endpoints")
    url = models.URLField(max_length=2000)
    description = models.CharField(max_length=200, blank=True)
    kinds = models.JSONField(default=list, blank=True)
    story = models.ForeignKey(
        Story, on_delete=models.PROTECT, related_name="webhook_endpoints", null=True, blank=True
    )
    secret = models.CharField(max_length=100)
    previous_secret = models.CharField(max_length=100, blank=True)
    previous_secret_until = models.DateTimeField(null=True, blank=True)
    active = models.BooleanField(default=True)
    inactive_reason = models.CharField(max_length=200, blank=True)
    last_change = models.ForeignKey(
        Change, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    busy_until = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "url"],
                condition=Q(removed_at__isnull=True),
                name="webhook_url_once_per_owner",
            ),
            models.CheckConstraint(condition=~Q(secret=""), name="webhook_has_a_secret"),
            models.CheckConstraint(
                condition=Q(previous_secret="") | Q(previous_secret_until__isnull=False),
                name="webhook_previous_secret_ends",
            ),
        ]

    def __str__(self) -> str:
        return self.url


class WebhookDelivery(models.Model):
    """One message to one endpoint; sent until it is taken, or given up after a day.

    ``message_id`` stays the same through all attempts, so that a receiver knows a repeat.
    """

    class State(models.TextChoices):
        PENDING = "pending"
        DELIVERED = "delivered"
        DEAD = "dead"

    endpoint = models.ForeignKey(
        WebhookEndpoint, on_delete=models.PROTECT, related_name="deliveries"
    )
    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="deliveries")
    message_id = models.CharField(max_length=64, unique=True)
    payload = models.JSONField()
    state = models.CharField(max_length=12, choices=State, default=State.PENDING)
    attempts = models.PositiveIntegerField(default=0)
    first_attempt_at = models.DateTimeField(null=True, blank=True)
    next_attempt_at = models.DateTimeField(null=True, blank=True)
    last_status = models.PositiveSmallIntegerField(null=True, blank=True)
    last_error = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    delivered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "webhook deliveries"
        constraints = [
            models.UniqueConstraint(
                fields=["endpoint", "change"], name="webhook_change_once_per_endpoint"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["pending", "delivered", "dead"]),
                name="webhook_delivery_state_known",
            ),
            models.CheckConstraint(
                condition=~Q(state="delivered") | Q(delivered_at__isnull=False),
                name="webhook_delivered_at_some_time",
            ),
        ]
        indexes = [
            models.Index(fields=["endpoint", "id"], name="webhook_by_endpoint"),
            models.Index(
                fields=["endpoint", "id"], name="webhook_pending", condition=Q(state="pending")
            ),
        ]

    def __str__(self) -> str:
        return self.message_id
