"""The acts of the workflow as pages offer them: a form for each, and the service behind it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from annotations import dispatch
from annotations.models import Claim, Review, User
from annotations.selectors.claims import claims_for
from annotations.selectors.slots import current_reviews
from annotations.services.adjudication import dismiss, reopen, send_back
from annotations.services.corrections import correct_claim, merge_claims, split_claim
from annotations.services.errors import InputError
from annotations.services.reviewing import submit_review
from annotations.services.verdicts import sign_verdict
from annotations.web.correction_forms import ClaimForm, MergeForm, SplitForm
from annotations.web.forms import CommentForm, DescribedForm, ReasonForm, ReviewForm, VerdictForm
from annotations.workflow import Action


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to do under an action of the transition table.

    ``service`` takes the claim, the actor under the keyword ``role``, and the form's fields; where
    another claim takes the place of this one, it returns that.
    """

    action: Action
    label: str
    done: str
    form: type[DescribedForm]
    service: Callable[..., Any]
    role: str = "editor"

    def perform(self, claim: Claim, user: User, values: dict[str, Any]) -> Claim:
        """Do it and return the claim to show next; raises what the service raises."""
        outcome = self.service(claim=claim, **{self.role: user}, **values)
        return outcome if isinstance(outcome, Claim) else claim


def _submit(
    *, claim: Claim, reviewer: User, evidence: list[dict[str, Any]], **values: Any
) -> Review:
    """Submit the review; what an earlier one rests on besides pages is kept."""
    standing = current_reviews().filter(claim=claim, reviewer=reviewer).first()
    others = [item for item in standing.evidence if item["kind"] != "url"] if standing else []
    review = submit_review(claim=claim, reviewer=reviewer, evidence=[*others, *evidence], **values)
    dispatch.review_submitted(review.pk)
    return review


def _correct(*, claim: Claim, annotator: User, **values: Any) -> Claim:
    corrected = correct_claim(claim=claim, annotator=annotator, **values)
    dispatch.article_ingested(claim.article_id)
    return corrected


def _split(*, claim: Claim, annotator: User, start: int, **words: Any) -> Claim:
    first, _ = split_claim(claim=claim, at=start, annotator=annotator)
    dispatch.article_ingested(claim.article_id)
    return first


def _merge(*, claim: Claim, annotator: User, claims: list[int]) -> Claim:
    others = claims_for(annotator).filter(pk__in=claims, article=claim.article_id)
    merged = merge_claims(claims=[claim, *others], annotator=annotator)
    dispatch.article_ingested(claim.article_id)
    return merged


def tell(form: forms.Form, error: InputError) -> None:
    """Show what a service refused at the field that it names, or above the form."""
    field = error.field.partition(".")[0]
    field = getattr(form, "shown_at", {}).get(field, field)
    form.add_error(field if field in form.fields else None, error.reason)


ACTS: Mapping[str, Act] = {
    "submit_review": Act(
        Action.SUBMIT_REVIEW, "Submit review", "Your review is in.", ReviewForm, _submit, "reviewer"
    ),
    "correct": Act(
        Action.CORRECT,
        "Correct the claim",
        "The claim is corrected.",
        ClaimForm,
        _correct,
        "annotator",
    ),
    "split": Act(
        Action.CORRECT, "Split the claim", "The claim is split.", SplitForm, _split, "annotator"
    ),
    "merge": Act(
        Action.CORRECT,
        "Merge with others",
        "The claims are merged.",
        MergeForm,
        _merge,
        "annotator",
    ),
    "sign_verdict": Act(
        Action.SIGN_VERDICT, "Sign verdict", "The verdict is signed.", VerdictForm, sign_verdict
    ),
    "send_back": Act(
        Action.SEND_BACK, "Send back", "The claim is back in review.", CommentForm, send_back
    ),
    "dismiss": Act(Action.DISMISS, "Dismiss", "The claim is dismissed.", ReasonForm, dismiss),
    "reopen": Act(
        Action.REOPEN, "Reopen", "The claim is open for review again.", ReasonForm, reopen
    ),
}
