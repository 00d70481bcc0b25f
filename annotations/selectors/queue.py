"""What the queue holds: for whom, in which order, and how much of it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import (
    Count,
    Exists,
    F,
    Func,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThan

from annotations.models import Article, Claim, Lease, Review, Story, User
from annotations.selectors.slots import DEFAULT_REVIEWS_NEEDED, current_reviews, live_leases

State = Claim.State
OPEN = (State.CANDIDATE, State.IN_REVIEW)
_NEEDED = Coalesce("article__story__reviews_needed", DEFAULT_REVIEWS_NEEDED)


@dataclass(frozen=True, slots=True)
class QueueStatus:
    """What is left in the queue for one person.

    ``left`` counts the claims that want a review of theirs, ``available`` tells whether one can be
    had now, and ``next_lapse_at`` is when the first of the others' leases lapses otherwise.
    """

    left: int
    available: bool
    next_lapse_at: datetime | None

    @property
    def empty(self) -> bool:
        return self.left == 0

    @property
    def all_leased(self) -> bool:
        return self.left > 0 and not self.available


def unreviewed_claims(user: User, story: Story | None = None) -> QuerySet[Claim]:
    """The claims that want a review ``user`` may give, leased or not."""
    # A candidate has no reviews to count.
    wanting = Q(state=State.CANDIDATE) | Q(GreaterThan(_NEEDED, _count(current_reviews())))
    return _open_claims(user, story).filter(wanting)


def free_claims(user: User, story: Story | None = None) -> QuerySet[Claim]:
    """The claims with a slot that ``user`` may take now, the most urgent first."""
    others = live_leases().exclude(annotator=user)
    taken = _count(current_reviews()) + _count(others)
    return (
        _open_claims(user, story)
        .filter(GreaterThan(_NEEDED, taken))
        .order_by((F("score") + F("urgency")).desc(), "id")
    )


def _open_claims(user: User, story: Story | None) -> QuerySet[Claim]:
    """The claims under review that ``user`` has not reviewed.

    All is said by subqueries on single claims, so that the database can walk the index of
    priorities and stop at the first that fits.
    """
    claims = Claim.objects.filter(
        ~Exists(current_reviews().filter(claim=OuterRef("pk"), reviewer=user)),
        ~Exists(Article.objects.filter(supersedes=OuterRef("article_id"))),
        state__in=OPEN,
        withdrawn_at__isnull=True,
    )
    return claims if story is None else claims.filter(article__story=story)


def queue_status(user: User, story: Story | None = None) -> QueueStatus:
    """Whether there is work for ``user``: none at all, some now, or some once a lease lapses."""
    wanted = unreviewed_claims(user, story)
    available = free_claims(user, story).exists()
    next_lapse_at = None
    if not available:
        held = live_leases().exclude(annotator=user).filter(claim__in=wanted.values("pk"))
        next_lapse_at = held.aggregate(at=Min("expires_at"))["at"]
    return QueueStatus(wanted.count(), available, next_lapse_at)


def state_counts(story: Story | None = None) -> dict[str, int]:
    """How many standing claims are in each state; zeros included."""
    claims = Claim.objects.filter(withdrawn_at__isnull=True, article__superseded_by__isnull=True)
    if story is not None:
        claims = claims.filter(article__story=story)
    counted = claims.order_by().values_list("state").annotate(number=Count("pk"))
    return dict.fromkeys(State.values, 0) | dict(counted)


def _count(rows: QuerySet[Lease] | QuerySet[Review]) -> Subquery:
    """The number of the rows of the outer claim: of none too, as nothing is grouped."""
    number = Func("pk", function="COUNT", output_field=IntegerField())
    of_claim = rows.filter(claim=OuterRef("pk")).order_by()
    return Subquery(of_claim.annotate(number=number).values("number"))
