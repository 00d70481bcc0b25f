"""What moves a claim up the queue beside its check-worthiness."""

from math import isclose

from django.db.models import Q

from annotations.models import Claim, Verdict
from annotations.models.claims import urgency_of_age
from annotations.selectors.evidence import claims_in_conflict
from annotations.selectors.queue import OPEN

# On the scale of the check-worthiness score, which ends at 1.
CONFLICT = 0.5
RENEWAL = 0.5
# What two seconds of waiting add: between a claim's making and its storing less time passes.
_SAME = 1e-6


def refresh_urgency(*, story_id: int) -> None:
    """Set the place of the story's open claims in the queue: conflicts and verdicts that wait to
    be renewed come sooner, and so does what has waited longer."""
    _refresh(Q(article__story_id=story_id))


def refresh_claim_urgency(*, claim_id: int) -> None:
    _refresh(Q(pk=claim_id))


def _refresh(which: Q) -> None:
    open_claims = Claim.objects.filter(which, state__in=OPEN, withdrawn_at__isnull=True)
    claims = list(open_claims.order_by().values_list("pk", "created_at", "urgency"))
    ids = [pk for pk, _, _ in claims]
    in_conflict = claims_in_conflict(ids)
    renewed = set(
        Verdict.objects.filter(claim__in=ids, superseded_at__isnull=True).values_list(
            "claim_id", flat=True
        )
    )
    moved = []
    for pk, created_at, before in claims:
        urgency = (
            urgency_of_age(created_at) + CONFLICT * (pk in in_conflict) + RENEWAL * (pk in renewed)
        )
        if not isclose(before, urgency, abs_tol=_SAME):
            moved.append(Claim(pk=pk, urgency=urgency))
    Claim.objects.bulk_update(moved, ["urgency"], batch_size=500)
