"""What moves a claim up the queue beside its check-worthiness."""

from collections.abc import Collection
from math import isclose

from django.db.models import QuerySet

from annotations.models import Claim, FigureGroup, Verdict
from annotations.models.claims import urgency_of_age
from annotations.selectors.evidence import claims_in_conflict
from annotations.selectors.queue import OPEN
from annotations.services.inserting import update

# On the scale of the check-worthiness score, which ends at 1.
CONFLICT = 0.5
RENEWAL = 0.5
# What two seconds of waiting add: between a claim's making and its storing less time passes.
_SAME = 1e-6


def refresh_urgency(*, story_ids: Collection[int]) -> None:
    """Set the place of the stories' open claims in the queue: conflicts and verdicts that wait to
    be renewed come sooner, and so does what has waited longer."""
    _refresh(
        Claim.objects.filter(article__story__in=story_ids),
        FigureGroup.objects.filter(story__in=story_ids),
        Verdict.objects.filter(claim__article__story__in=story_ids),
    )


def refresh_claim_urgency(*, claim_id: int) -> None:
    _refresh(
        Claim.objects.filter(pk=claim_id),
        FigureGroup.objects.filter(links__figure__claim=claim_id),
        Verdict.objects.filter(claim=claim_id),
    )


def _refresh(
    claims: QuerySet[Claim], groups: QuerySet[FigureGroup], verdicts: QuerySet[Verdict]
) -> None:
    """Set the urgency of the claims, whose figures are in ``groups`` and have ``verdicts``."""
    in_conflict = claims_in_conflict(set(groups.order_by().values_list("pk", flat=True)))
    current = verdicts.filter(superseded_at__isnull=True).order_by()
    renewed = set(current.values_list("claim_id", flat=True))
    still_open = claims.filter(state__in=OPEN, withdrawn_at__isnull=True).order_by()
    moved = []
    for pk, created_at, before in still_open.values_list("pk", "created_at", "urgency"):
        urgency = (
            urgency_of_age(created_at) + CONFLICT * (pk in in_conflict) + RENEWAL * (pk in renewed)
        )
        if not isclose(before, urgency, abs_tol=_SAME):
            moved.append(Claim(pk=pk, urgency=urgency))
    update(Claim, moved, ["urgency"])
