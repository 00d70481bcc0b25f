"""What an editor does with a claim instead of signing: send back, dismiss, reopen."""

from django.db import transaction
from django.utils import timezone

from annotations.models import Claim, Comment, Lease, User, Verdict
from annotations.selectors.slots import current_reviews
from annotations.services.comments import write_comment
from annotations.services.contents import clean_text
from annotations.services.staleness import flag_verdict
from annotations.services.transitions import facts_for, lock_open_claim, move_claim
from annotations.services.urgency import refresh_claim_urgency
from annotations.workflow import Action, next_state


@transaction.atomic
def send_back(*, claim: Claim, editor: User, comment: str) -> Comment:
    """Have the claim reviewed anew, with a word to all who will.

    The reviews are superseded, so every slot is free again, also to those who wrote them.
    Raises InputError without a comment and RefusedError where the table refuses.
    """
    comment = clean_text("comment", comment, required=True)
    claim = _review_anew(claim, editor, Action.SEND_BACK, "claim.sent_back", {"comment": comment})
    return write_comment(claim=claim, author=editor, body=comment)


@transaction.atomic
def reopen(*, claim: Claim, editor: User, reason: str) -> None:
    """Take up a claim that was settled; its verdict stays visible, with a warning.

    Raises InputError without a reason and RefusedError where the table refuses.
    """
    reason = clean_text("reason", reason, required=True)
    claim = _review_anew(claim, editor, Action.REOPEN, "claim.reopened", {"reason": reason})
    verdict = Verdict.objects.filter(
        claim=claim, superseded_at__isnull=True, stale_at__isnull=True
    ).first()
    if verdict is not None:
        flag_verdict(verdict, f"The claim was reopened: {reason}")
    refresh_claim_urgency(claim_id=claim.pk)


@transaction.atomic
def dismiss(*, claim: Claim, editor: User, reason: str) -> None:
    """Close the claim without a verdict.

    Raises InputError without a reason and RefusedError where the table refuses.
    """
    reason = clean_text("reason", reason, required=True)
    claim = lock_open_claim(claim)
    target = next_state(claim.state, Action.DISMISS, editor.role, facts_for(claim, editor))
    Lease.objects.filter(claim=claim).delete()
    move_claim(claim, target, actor=editor, action="claim.dismissed", after={"reason": reason})


def _review_anew(
    claim: Claim, editor: User, action: Action, logged: str, after: dict[str, str]
) -> Claim:
    """Lock the claim, free its slots and move it; the reviews stay as its history."""
    claim = lock_open_claim(claim)
    target = next_state(claim.state, action, editor.role, facts_for(claim, editor))
    current_reviews().filter(claim=claim).update(superseded_at=timezone.now())
    Lease.objects.filter(claim=claim).delete()
    move_claim(claim, target, actor=editor, action=logged, after=after)
    return claim
