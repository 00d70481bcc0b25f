"""Reads of comments, which are as blind as the reviews they may give away."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from annotations.models import Claim, Comment, Role, User
from annotations.selectors.lineage import ancestors_of
from annotations.selectors.reviews import reviews_visible_to


def comments_visible_to(user: User) -> QuerySet[Comment]:
    """The comments ``user`` may see, oldest first; retracted ones too, as threads hang on them.

    What the author of a review wrote of its claim shows once that review does. Comments are the
    newsroom's own: an API client sees none.
    """
    if user.role == Role.CLIENT:
        return Comment.objects.none()
    reviews = reviews_visible_to(user).filter(claim=OuterRef("claim"), reviewer=OuterRef("author"))
    return (
        Comment.objects.filter(Q(by_reviewer=False) | Q(author=user) | Exists(reviews))
        .select_related("author")
        .order_by("id")
    )


def thread_of(claim: Claim, user: User) -> QuerySet[Comment]:
    """What ``user`` may see of what was said of the claim, and of those it comes from."""
    return comments_visible_to(user).filter(claim__in=ancestors_of(claim) | {claim.pk})


def mentions_of(user: User) -> QuerySet[Comment]:
    """The comments that mention ``user``, as far as they may see them, newest first."""
    return (
        comments_visible_to(user)
        .filter(mentions=user, retracted_at__isnull=True)
        .select_related("claim__article__source")
        .order_by("-id")
    )
