"""Reads of reviews and verdicts. Reviews are blind: every read of them goes through here.

Who has yet to review a claim sees nobody's review of it: no rating, no author, no count.
"""

from django.db.models import Case, Exists, OuterRef, Prefetch, Q, QuerySet, When

from annotations.models import (
    Change,
    Claim,
    Disagreement,
    Review,
    Role,
    Story,
    User,
    Verdict,
)
from annotations.selectors.slots import current_reviews

State = Claim.State
RULED = (State.FINAL, State.STALE)
REVIEWED = (State.AGREED, State.CONTESTED, State.DISMISSED, *RULED)
_CONTESTED_FIRST = Case(
    When(state=State.CONTESTED, then=0), When(state=State.STALE, then=1), default=2
)


def reviews_visible_to(user: User) -> QuerySet[Review]:
    """The reviews, superseded ones too, that ``user`` may see.

    A reviewer sees their own, and everyone's once theirs is in. An editor also sees those of
    claims whose reviews are complete, and an API client those that a verdict stands on.
    """
    if user.role == Role.CLIENT:
        return current_reviews().filter(claim__state__in=RULED)
    theirs = current_reviews().filter(claim=OuterRef("claim"), reviewer=user)
    visible = Q(reviewer=user) | Q(Exists(theirs))
    if user.role == Role.EDITOR:
        visible |= Q(claim__state__in=REVIEWED)
    return Review.objects.filter(visible)


def changes_visible_to(user: User) -> QuerySet[Change]:
    """The log without who reviewed what, which is for editors and for the reviewer alone.

    It depends on the person only, so that a change is either always or never in their feed.
    """
    if user.role == Role.EDITOR:
        return Change.objects.all()
    return Change.objects.filter(~Q(object_type="review") | Q(actor=user))


def verdicts_current() -> QuerySet[Verdict]:
    """The verdicts that stand, stale ones too, on claims that do, with what a list shows."""
    return Verdict.objects.filter(
        superseded_at__isnull=True, claim__withdrawn_at__isnull=True
    ).select_related("claim__article__source", "claim__article__story", "signed_by")


def to_adjudicate(story: Story | None = None) -> QuerySet[Claim]:
    """The claims that wait for an editor, contested ones first, with ``current_reviews`` and
    ``current_verdicts`` as lists."""
    claims = Claim.objects.filter(
        state__in=(State.CONTESTED, State.AGREED, State.STALE),
        withdrawn_at__isnull=True,
        article__superseded_by__isnull=True,
    )
    if story is not None:
        claims = claims.filter(article__story=story)
    return (
        claims.select_related("article__source", "article__story")
        .prefetch_related(
            Prefetch(
                "reviews",
                current_reviews().select_related("reviewer", "guideline"),
                to_attr="current_reviews",
            ),
            Prefetch("verdicts", verdicts_current(), to_attr="current_verdicts"),
        )
        .order_by(_CONTESTED_FIRST, "-score", "id")
    )


def disagreement_kinds(reviews: list[Review]) -> tuple[str, ...]:
    """Over what the reviews differ, in the order of ``Disagreement``; empty where they agree.

    It is what the reviewers name, and their judgement where none names anything.
    """
    if len({review.rating for review in reviews}) < 2:
        return ()
    named = {review.disagreement for review in reviews} - {""}
    return tuple(kind for kind in Disagreement.values if kind in named) or (
        Disagreement.JUDGEMENT.value,
    )
