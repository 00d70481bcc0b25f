"""Reads of claims: what a person may see and do."""

from collections.abc import Collection

from django.db.models import QuerySet

from annotations.models import Claim, User
from annotations.selectors.slots import facts_of, superseded_articles
from annotations.workflow import Action, allowed_actions


def claims_for(user: User) -> QuerySet[Claim]:
    """The claims that stand, with article, source and story; none for a closed account."""
    if not user.is_active:
        return Claim.objects.none()
    return Claim.objects.filter(withdrawn_at__isnull=True).select_related(
        "article__source", "article__story"
    )


def actions_for(claim: Claim, user: User) -> tuple[Action, ...]:
    """What ``user`` may do to the claim now, by the transition table."""
    return actions_for_all([claim], user)[claim.pk]


def actions_for_all(claims: Collection[Claim], user: User) -> dict[int, tuple[Action, ...]]:
    """What ``user`` may do to each claim, by its id, in queries that do not grow with them."""
    facts = facts_of(claims, user)
    past = superseded_articles({claim.article_id for claim in claims})
    return {
        claim.pk: ()
        if claim.withdrawn_at or claim.article_id in past
        else allowed_actions(claim.state, user.role, facts[claim.pk])
        for claim in claims
    }
