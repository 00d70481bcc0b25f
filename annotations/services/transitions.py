"""The one place where a claim is locked and its state is written.

Whoever locks more than one thing takes them in one order, so that nobody waits in a circle: the
story, then its articles, then their claims.
"""

from typing import Any

from annotations.models import Article, Claim, ClaimLineage, Role, Story, User
from annotations.selectors.slots import facts_of, superseded_articles
from annotations.services.changes import record_change
from annotations.workflow import Action, Facts, RefusedError, allowed_actions


def lock_claim(claim: Claim) -> Claim:
    """The claim as it stands, held until the transaction ends (SQLite holds all writers off)."""
    return (
        Claim.objects.select_for_update(of=("self",))
        .select_related("article__source", "article__story")
        .get(pk=claim.pk)
    )


def lock_open_claim(claim: Claim) -> Claim:
    """``lock_claim``, refused where people no longer work on the claim.

    Raises RefusedError for a withdrawn claim, and for one of an article that has a newer version.
    """
    locked = lock_claim(claim)
    if locked.withdrawn_at:
        raise RefusedError("The claim was withdrawn.", allowed=(), forbidden=False)
    if superseded_articles({locked.article_id}):
        raise RefusedError(_where_it_goes_on(locked), allowed=(), forbidden=False)
    return locked


def lock_with_story(claim: Claim) -> Claim:
    """``lock_open_claim``, and its story's links with it."""
    if claim.article.story_id is not None:
        lock_story(claim.article.story_id)
    return lock_open_claim(claim)


def lock_with_article(claim: Claim) -> Claim:
    """``lock_open_claim``, and its article with it."""
    lock_article(claim.article)
    return lock_open_claim(claim)


def _where_it_goes_on(claim: Claim) -> str:
    carried = claim.descent.filter(how=ClaimLineage.How.CARRIED).order_by("-id").first()
    if carried is None:
        return "The article has a newer version."
    return f"The article has a newer version; the claim goes on there as claim {carried.child_id}."


def lock_story(story_id: int) -> Story:
    """The story, its links held still until the transaction ends.

    A verdict that pins links which are just being replaced would not be found stale.
    """
    # Others may go on referring to the story meanwhile.
    return Story.objects.select_for_update(no_key=True).get(pk=story_id)


def lock_article(article: Article) -> Article:
    """The article, held against readings of it until the transaction ends.

    Raises RefusedError where it has a newer version.
    """
    locked = (
        Article.objects.select_for_update(of=("self",), no_key=True)
        .select_related("story")
        .get(pk=article.pk)
    )
    if superseded_articles({locked.pk}):
        raise RefusedError("The article has a newer version.", allowed=(), forbidden=False)
    return locked


def have_read_again(article: Article) -> None:
    """Mark the article as unread: what linking compares follows from its rows."""
    Article.objects.filter(pk=article.pk).update(read_version="", linked_version="")


def new_content(claim: Claim) -> None:
    """Give the locked claim a new version, and have its article read again."""
    claim.version += 1
    claim.save(update_fields=["version", "changed_at"])
    have_read_again(claim.article)


def require_reviewer(user: User) -> None:
    """Raises RefusedError for a role that may review nothing."""
    if Action.SUBMIT_REVIEW not in allowed_actions(Claim.State.CANDIDATE, user.role):
        raise RefusedError(f"The role {user.role} may not review.", allowed=(), forbidden=True)


def require_editor(user: User, what: str) -> None:
    """Raises RefusedError unless the user is an editor."""
    if user.role != Role.EDITOR:
        raise RefusedError(f"The role {user.role} may not {what}.", allowed=(), forbidden=True)


def facts_for(claim: Claim, user: User) -> Facts:
    return facts_of([claim], user)[claim.pk]


def move_claim(
    claim: Claim,
    target: Claim.State,
    *,
    actor: User | None,
    action: str,
    after: dict[str, Any] | None = None,
) -> None:
    """Give the locked claim its next state and version, and log it."""
    before = {"state": claim.state, "version": claim.version}
    claim.state = target
    claim.version += 1
    claim.save(update_fields=["state", "version", "changed_at"])
    record_change(
        actor=actor,
        action=action,
        obj=claim,
        story=claim.article.story,
        before=before,
        after={"state": claim.state, "version": claim.version} | (after or {}),
    )
