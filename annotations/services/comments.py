"""Comments on a claim."""

import re

from django.db import transaction
from django.utils import timezone

from annotations.models import Claim, Comment, User
from annotations.selectors.lineage import ancestors_of
from annotations.selectors.slots import current_reviews
from annotations.services.changes import record_change
from annotations.services.contents import clean_text
from annotations.services.errors import InputError
from annotations.services.transitions import require_reviewer
from annotations.workflow import RefusedError

# What Django allows in a username; a full stop at the end closes the sentence.
_MENTION = re.compile(r"(?<![\w.@+-])@([\w.@+-]*\w)")


@transaction.atomic
def write_comment(
    *, claim: Claim, author: User, body: str, parent: Comment | None = None
) -> Comment:
    """Say something of the claim, in answer to ``parent`` if given.

    ``@username`` mentions a person; names that nobody has are plain words. Raises InputError for
    an empty body or a parent on another claim than this and those it comes from, and RefusedError
    for an API client.
    """
    require_reviewer(author)
    body = clean_text("body", body, required=True)
    if parent is not None and parent.claim_id not in ancestors_of(claim) | {claim.pk}:
        raise InputError("parent", "The comment is on another claim.")
    comment = Comment.objects.create(
        claim=claim,
        author=author,
        parent=parent,
        body=body,
        by_reviewer=current_reviews().filter(claim=claim, reviewer=author).exists(),
    )
    names = set(_MENTION.findall(body))
    comment.mentions.set(User.objects.filter(username__in=names, is_active=True))
    _record(comment, author, "comment.written")
    return comment


@transaction.atomic
def retract_comment(*, comment: Comment, author: User) -> None:
    """Take one's own comment back; answers to it stay.

    Raises RefusedError for a comment of somebody else.
    """
    if comment.author_id != author.pk:
        raise RefusedError("This is not your comment.", allowed=(), forbidden=True)
    if comment.retracted_at is None:
        comment.retracted_at = timezone.now()
        comment.save(update_fields=["retracted_at"])
        _record(comment, author, "comment.retracted")


def _record(comment: Comment, actor: User, action: str) -> None:
    """Log the act; the words may tell a rating and stay with the comment."""
    record_change(
        actor=actor,
        action=action,
        obj=comment,
        story=comment.claim.article.story,
        after={"claim": comment.claim_id},
    )
