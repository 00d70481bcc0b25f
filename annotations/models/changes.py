"""The append-only log: audit history, change feed and outbox at once."""

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.sql.compiler import SQLCompiler

from annotations.models.corpus import Story
from annotations.models.people import User


class TransactionId(models.Func):
    """The id of the writing transaction on PostgreSQL.

    SQLite lets one transaction write at a time: there ids alone are in the order of commits.
    """

    arity = 0
    output_field = models.BigIntegerField()

    def as_sql(  # type: ignore[override]
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **kwargs: Any
    ) -> tuple[str, list[Any]]:
        return "0", []

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **kwargs: Any
    ) -> tuple[str, list[Any]]:
        return "(pg_current_xact_id()::text::bigint)", []


class Change(models.Model):
    """Who did what to which object, before and after.

    Ids are given out before a transaction commits, so a reader that remembers the last id it saw
    misses rows. The order of (``transaction``, ``id``), read below the oldest transaction that is
    still running, never has a row inserted behind a reader.
    """

    at = models.DateTimeField(auto_now_add=True)
    actor = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="changes", null=True, blank=True
    )
    action = models.CharField(max_length=60)
    object_type = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    story = models.ForeignKey(
        Story, on_delete=models.PROTECT, related_name="changes", null=True, blank=True
    )
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    after = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    transaction = models.BigIntegerField(db_default=TransactionId(), editable=False)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["object_type", "object_id", "id"], name="change_by_object"),
            models.Index(fields=["story", "id"], name="change_by_story"),
            models.Index(fields=["transaction", "id"], name="change_feed"),
            models.Index(fields=["object_type", "transaction", "id"], name="change_feed_by_kind"),
            models.Index(fields=["story", "transaction", "id"], name="change_feed_by_story"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.object_type} {self.object_id}"
