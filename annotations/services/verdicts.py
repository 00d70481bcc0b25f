"""Signing verdicts."""

from django.db import transaction
from django.utils import timezone

from annotations.models import Claim, Lease, User, Verdict
from annotations.selectors.evidence import evidence_of
from annotations.selectors.guidelines import current_guideline
from annotations.services.changes import record_change
from annotations.services.contents import check_rating, clean_text
from annotations.services.errors import StaleVersionError
from annotations.services.transitions import facts_for, lock_with_story, move_claim
from annotations.workflow import Action, next_state

# What a signature means: raised with every change of the rules in docs/workflow.md.
METHODOLOGY = "1"


@transaction.atomic
def sign_verdict(
    *,
    claim: Claim,
    editor: User,
    rating: str,
    ruling: str,
    unknown: str = "",
    expected_version: int | None = None,
) -> Verdict:
    """Sign the outcome of the claim's reviews, in place of the verdict before.

    The verdict pins its evidence as it is now. With ``expected_version`` the claim must still be
    as the editor saw it. Raises StaleVersionError, InputError, or RefusedError where the table
    refuses: the signer may not have reviewed the claim.
    """
    rating = check_rating(rating)
    ruling = clean_text("ruling", ruling, required=True)
    unknown = clean_text("unknown", unknown)
    claim = lock_with_story(claim)
    if expected_version is not None and expected_version != claim.version:
        raise StaleVersionError(claim.version)
    target = next_state(claim.state, Action.SIGN_VERDICT, editor.role, facts_for(claim, editor))
    before = claim.verdicts.filter(superseded_at__isnull=True).first()
    if before is not None:
        before.superseded_at = timezone.now()
        before.save(update_fields=["superseded_at"])
    guideline = current_guideline(claim.article.story)
    verdict = Verdict.objects.create(
        claim=claim,
        rating=rating,
        ruling=ruling,
        unknown=unknown,
        evidence=evidence_of([claim])[claim.pk]
        | {"guideline": guideline.version if guideline else None},
        methodology=METHODOLOGY,
        signed_by=editor,
    )
    Lease.objects.filter(claim=claim).delete()
    record_change(
        actor=editor,
        action="verdict.signed",
        obj=verdict,
        story=claim.article.story,
        before={"verdict": before.pk, "rating": before.rating} if before else {},
        after={"claim": claim.pk, "rating": rating, "ruling": ruling, "unknown": unknown},
    )
    move_claim(claim, target, actor=editor, action="claim.ruled")
    return verdict
