"""The log as readers see it: one order, and nothing that may still be overtaken."""

from typing import Any, NamedTuple

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BigIntegerField, Exists, F, Func, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan
from django.db.models.sql.compiler import SQLCompiler

from annotations.models import Change, Role, User
from annotations.selectors.reviews import changes_visible_to, reviews_visible_to

# What changes speak of, by the names of the models.
KINDS = (
    "article",
    "claim",
    "comment",
    "figure",
    "figuregroup",
    "guideline",
    "linkdecision",
    "review",
    "source",
    "story",
    "verdict",
)
# What concerns accounts and their tokens is in the log for the audit alone.
PRIVATE = Q(object_type__in=["user", "webhookendpoint"])


class Position(NamedTuple):
    """Where a reader of the log stands: behind this row."""

    transaction: int
    id: int


class OldestRunning(Func):
    """The oldest transaction that was still running when the statement began.

    SQLite, with one writer at a time, has none that others could overtake.
    """

    arity = 0
    output_field = BigIntegerField()
    postgresql = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint"

    def as_sql(  # type: ignore[override]
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **kwargs: Any
    ) -> tuple[str, list[Any]]:
        return str(2**63 - 1), []

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **kwargs: Any
    ) -> tuple[str, list[Any]]:
        return f"({self.postgresql})", []


class OldestRunningHere(OldestRunning):
    """The same, without the transactions that are known to be of another database of the server.

    Each holds a lock on its own id, which names its process, and that its database.
    The asking transaction, which its own snapshot leaves out, runs as well.
    """

    postgresql = """
        SELECT LEAST(COALESCE(MIN(running::text::bigint),
                              pg_snapshot_xmax(pg_current_snapshot())::text::bigint),
                     pg_current_xact_id_if_assigned()::text::bigint)
        FROM pg_snapshot_xip(pg_current_snapshot()) AS running
        WHERE NOT EXISTS (
            SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
            WHERE locktype = 'transactionid' AND mode = 'ExclusiveLock'
            AND transactionid::text::bigint = running::text::bigint & 4294967295
            AND datname <> current_database())
    """


def settled_changes(user: User, *, after: Position | None = None) -> QuerySet[Change]:
    """The changes that ``user`` may see behind ``after``, in the log's one order.

    Committed changes of transactions younger than the oldest that still runs wait: a row that
    commits later may belong before them. So no row ever appears behind a reader.
    """
    settled = changes_visible_to(user).exclude(PRIVATE).filter(transaction__lt=OldestRunningHere())
    if after is not None:
        settled = settled.filter(TupleGreaterThan(Tuple(F("transaction"), F("id")), tuple(after)))
    return settled.order_by("transaction", "id")


def described(change: Change) -> dict[str, Any]:
    """The change as the feed and webhooks tell it; wants ``actor`` loaded."""
    actor = change.actor and {"id": change.actor.pk, "username": change.actor.username}
    return {
        "id": change.pk,
        "at": change.at.isoformat(),
        "action": change.action,
        "kind": change.object_type,
        "object": change.object_id,
        "story": change.story_id,
        "actor": actor,
        "before": change.before,
        "after": change.after,
    }


def position_of(change_id: int, user: User) -> Position | None:
    """Where the change stands in the log; None where there is none that ``user`` may see.

    What was settled when a reader got it may count as unsettled for a moment: whose database a
    transaction is of can no longer be told once it ends.
    """
    visible = changes_visible_to(user).exclude(PRIVATE)
    found = visible.filter(pk=change_id).values_list("transaction", "id").first()
    return Position(*found) if found else None


def log_state(user: User) -> str:
    """A text that differs whenever what ``user`` may read does, and tells of nothing else.

    It names the last settled change and every committed one behind it: a change that settles later
    has a later transaction than the last one, or was named before.
    """
    felt = Change.objects.filter(_felt_by(user))
    last = felt.filter(transaction__lt=OldestRunning()).order_by("-transaction", "-id")
    named = felt.filter(Q(transaction__gte=OldestRunning()) | Q(pk=Subquery(last.values("pk")[:1])))
    return " ".join(map(str, named.order_by("pk").values_list("pk", flat=True)))


def _felt_by(user: User) -> Q:
    """The changes that may change what ``user`` reads: all but reviews that are hidden from them,
    which must not show in a tag either."""
    if user.role == Role.EDITOR:
        return Q()
    felt = ~Q(object_type="review")
    if user.role == Role.ANNOTATOR:
        seen = reviews_visible_to(user).filter(pk=OuterRef("object_id"))
        felt |= Q(actor=user) | Q(Exists(seen), object_type="review")
    return felt
