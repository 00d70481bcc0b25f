"""Who has a review slot of a claim, and what the transition table's guards look at."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.utils import timezone

from annotations.models import Article, Claim, Lease, Review, Story, User
from annotations.workflow import Facts

DEFAULT_REVIEWS_NEEDED = 2


@dataclass(slots=True)
class Slots:
    """A claim's review slots: ``reviewers`` and ``holders`` are user ids."""

    needed: int
    reviewers: set[int] = field(default_factory=set)
    holders: set[int] = field(default_factory=set)

    def open_to(self, user_id: int) -> bool:
        """Whether the user has a slot or may take one."""
        others = (self.reviewers | self.holders) - {user_id}
        return user_id in self.reviewers or len(others) < self.needed


def reviews_needed(story: Story | None) -> int:
    """How many reviews a claim of the story needs; claims outside of stories need two."""
    return story.reviews_needed if story else DEFAULT_REVIEWS_NEEDED


def live_leases() -> QuerySet[Lease]:
    return Lease.objects.filter(released_at__isnull=True, expires_at__gt=timezone.now())


def current_reviews() -> QuerySet[Review]:
    return Review.objects.filter(superseded_at__isnull=True)


def superseded_articles(article_ids: Collection[int]) -> set[int]:
    """Which of the articles have a newer version."""
    return set(
        Article.objects.filter(pk__in=article_ids, superseded_by__isnull=False).values_list(
            "pk", flat=True
        )
    )


def slots_of(claims: Collection[Claim]) -> dict[int, Slots]:
    """The slots of each claim by its id, in two queries; wants ``article__story`` loaded."""
    slots = {claim.pk: Slots(reviews_needed(claim.article.story)) for claim in claims}
    taken = current_reviews().filter(claim__in=slots).values_list("claim_id", "reviewer_id")
    for claim_id, user_id in taken:
        slots[claim_id].reviewers.add(user_id)
    _add_holders(slots)
    return slots


def facts_of(claims: Collection[Claim], user: User) -> dict[int, Facts]:
    """The facts of each claim for ``user`` by its id, in two queries whatever their number.

    The ratings in it are for deciding, never for showing: reviews are blind.
    """
    slots = {claim.pk: Slots(reviews_needed(claim.article.story)) for claim in claims}
    ratings: dict[int, list[str]] = defaultdict(list)
    reviewed = set()
    reviews = Review.objects.filter(claim__in=slots).order_by("id")
    for claim_id, user_id, rating, superseded_at in reviews.values_list(
        "claim_id", "reviewer_id", "rating", "superseded_at"
    ):
        if user_id == user.pk:
            reviewed.add(claim_id)
        if superseded_at is None:
            slots[claim_id].reviewers.add(user_id)
            ratings[claim_id].append(rating)
    _add_holders(slots)
    return {
        claim_id: Facts(
            ratings=tuple(ratings[claim_id]),
            reviews_needed=of_claim.needed,
            actor_reviewed=claim_id in reviewed,
            has_slot=of_claim.open_to(user.pk),
        )
        for claim_id, of_claim in slots.items()
    }


def _add_holders(slots: Mapping[int, Slots]) -> None:
    held = live_leases().filter(claim__in=slots).values_list("claim_id", "annotator_id")
    for claim_id, user_id in held:
        slots[claim_id].holders.add(user_id)
